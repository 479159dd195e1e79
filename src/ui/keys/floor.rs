//! Keys, mouse and clicker in the floor view: hardly any of them can be missed, and none of them can do harm.
//!
//! What they mean is the session's table; here is only what the floor view adds: every key there is counts, not only those
//! with a name, and where the lying is over any key leads back to the screen. Invariant: while someone presses, every key
//! and button lets go, but for those that only change others or the sound; where something waits, a key without a meaning
//! does nothing; a held key answers nothing.

use eframe::egui::{Event, Key, Modifiers, PointerButton, Ui};

pub use super::table::says_nothing;
use super::table::{self, Named};
use crate::{
    app::{FloorForm, FloorMsg, Msg},
    moment::Now,
    session::{KeyAct, Seen, Session},
    ui::{Messages, View},
};

/// What a key or button means.
#[derive(Debug, Clone, PartialEq)]
pub enum Meant {
    /// Nothing at all.
    Nothing,
    /// This.
    Says(Msg),
}

/// Reads the keys of this frame; none is left for anything else.
pub(super) fn read(ui: &Ui, view: View<'_>, session: &Session, form: FloorForm, out: &mut Messages) {
    let now = view.model.now;
    let characters = view.model.settings.answer_keys;
    let events = ui.input_mut(|input| {
        let (keys, rest) = std::mem::take(&mut input.events).into_iter().partition(is_of_keyboard);
        input.events = rest;
        keys
    });
    let has_key = events.iter().any(|event: &Event| matches!(event, Event::Key { .. }));
    for event in events {
        let meant = match event {
            // Stop is the one thing a held key may say.
            Event::Key { key: Key::Escape, pressed: true, .. } => press(form, session, KeyAct::Stop, now),
            Event::Key { key, pressed: true, repeat: false, modifiers, .. } => {
                of_key(form, session, key, modifiers, characters, now)
            }
            // A key without a name of its own still types something; with one, it has been read above.
            Event::Text(typed) if !has_key && !typed.is_empty() => press(form, session, KeyAct::Other, now),
            Event::Copy | Event::Cut | Event::Paste(_) => press(form, session, KeyAct::Other, now),
            _ => Meant::Nothing,
        };
        if let Meant::Says(message) = meant {
            out.push(message);
        }
    }
}

fn is_of_keyboard(event: &Event) -> bool {
    matches!(event, Event::Key { .. } | Event::Text(_) | Event::Copy | Event::Cut | Event::Paste(_))
}

/// What a key means on a page.
fn of_key(form: FloorForm, session: &Session, key: Key, modifiers: Modifiers, characters: bool, now: Now) -> Meant {
    if says_nothing(key) {
        return Meant::Nothing;
    }
    if modifiers.command || modifiers.ctrl || modifiers.alt {
        return press(form, session, KeyAct::Other, now);
    }
    match table::named(key, characters) {
        Named::KeyAct(asked) => press(form, session, asked, now),
        Named::SayAgain if table::may_say_again(session) => super::say_again().map_or(Meant::Nothing, Meant::Says),
        Named::FloorView if form.serves(session) => Meant::Says(Msg::Floor(FloorMsg::Leave)),
        Named::Turn if form.serves(session) => Meant::Says(Msg::Floor(FloorMsg::RotateQuarter)),
        Named::SayAgain | Named::FloorView | Named::Turn => press(form, session, KeyAct::Other, now),
    }
}

/// What a button of the mouse means where there is no card under it.
pub fn of_button(form: FloorForm, session: &Session, button: PointerButton, on_stop: bool, now: Now) -> Meant {
    let asked = match button {
        PointerButton::Extra1 => KeyAct::Back,
        PointerButton::Extra2 => KeyAct::GoOn,
        PointerButton::Primary if on_stop => KeyAct::Stop,
        PointerButton::Primary | PointerButton::Secondary | PointerButton::Middle => KeyAct::Other,
    };
    press(form, session, asked, now)
}

/// What a press says here; where the lying is over, one that says nothing leads back to the screen.
fn press(form: FloorForm, session: &Session, asked: KeyAct, now: Now) -> Meant {
    // Before the first step up there is nothing to go back to, and that is no reason to leave.
    let before_the_first = asked == KeyAct::Back && session.step_up().is_some();
    match session.event_of(asked, Seen::Floor, now) {
        Some(event) => Meant::Says(Msg::Session(event)),
        None if form.is_for_the_screen() && !before_the_first => Meant::Says(Msg::Floor(FloorMsg::Leave)),
        None => Meant::Nothing,
    }
}
