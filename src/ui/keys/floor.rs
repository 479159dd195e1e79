//! Keys, mouse and clicker in the floor view: hardly any of them can be missed, and none of them can do harm.
//!
//! Clickers are keyboards: Next and Back are Page Down and Page Up, or the arrows. Where a value is to be said, Back
//! steps through the values and Next takes the one that shows. Space never goes on here: in a session it means "let
//! go". Invariant: while something moves, every key and button is Stop, but for those that only
//! change others or the sound; in the check-in there are three ways and no fourth; a held key answers nothing.

use eframe::egui::{Event, Key, Modifiers, PointerButton, Ui};

use crate::{
    app::{FloorForm, FloorMsg, Msg},
    moment::Now,
    session::{CheckIn, Event as SessionEvent, NextRound, Session},
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
    let events = ui.input_mut(|input| {
        let (keys, rest) = std::mem::take(&mut input.events).into_iter().partition(is_of_keyboard);
        input.events = rest;
        keys
    });
    let has_key = events.iter().any(|event: &Event| matches!(event, Event::Key { .. }));
    for event in events {
        let meant = match event {
            // Stop is the one thing a held key may say.
            Event::Key { key: Key::Escape, pressed: true, .. } => of_key(form, session, Key::Escape, Modifiers::NONE, now),
            Event::Key { key, pressed: true, repeat: false, modifiers, .. } => of_key(form, session, key, modifiers, now),
            // A key without a name of its own still types something; with one, it has been read above.
            Event::Text(typed) if !has_key && !typed.is_empty() => other(form, session),
            Event::Copy | Event::Cut | Event::Paste(_) => other(form, session),
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

/// Keys that say nothing by themselves: they change other keys, or the sound. Brightness never reaches a program.
pub fn says_nothing(key: Key) -> bool {
    matches!(
        key,
        Key::ShiftLeft
            | Key::ShiftRight
            | Key::ControlLeft
            | Key::ControlRight
            | Key::AltLeft
            | Key::AltRight
            | Key::SuperLeft
            | Key::SuperRight
            | Key::Fn
            | Key::AudioVolumeMute
            | Key::AudioVolumeDown
            | Key::AudioVolumeUp
            | Key::MediaPlayPause
            | Key::MediaTrackNext
            | Key::MediaTrackPrevious
            | Key::MediaStop
    )
}

/// What a key means on a page.
pub fn of_key(form: FloorForm, session: &Session, key: Key, modifiers: Modifiers, now: Now) -> Meant {
    if says_nothing(key) {
        return Meant::Nothing;
    }
    if modifiers.command || modifiers.ctrl || modifiers.alt {
        return other(form, session);
    }
    let serves = form.serves(session);
    match key {
        Key::ArrowRight | Key::PageDown => next(form, session, now),
        Key::ArrowLeft | Key::PageUp => back(form, session),
        Key::Enter if goes_on_by_enter(form) => next(form, session, now),
        // Down is in place, up is on one's feet: the steps are not needed.
        Key::ArrowDown if form == FloorForm::Steps => offered(session, SessionEvent::SkipSteps),
        Key::ArrowUp if form == FloorForm::Rest && session.accepts(SessionEvent::SkipSteps) => {
            offered(session, SessionEvent::SkipSteps)
        }
        Key::Plus if form == FloorForm::NextRound => offered(session, SessionEvent::NextRound(NextRound::ALittleMore)),
        Key::Escape if session.can_stop() => Meant::Says(Msg::Session(SessionEvent::Stop)),
        Key::F11 if serves => Meant::Says(Msg::Floor(FloorMsg::Leave)),
        Key::T if serves => Meant::Says(Msg::Floor(FloorMsg::TurnOn)),
        Key::R if serves => super::say_again().map_or(Meant::Nothing, Meant::Says),
        _ => match ache(key).map(SessionEvent::Ache).filter(|&event| serves && session.accepts(event)) {
            Some(event) => Meant::Says(Msg::Session(event)),
            None => other(form, session),
        },
    }
}

/// Enter leads on where nothing is asked; it answers no question, for that it lies too near to everything.
fn goes_on_by_enter(form: FloorForm) -> bool {
    matches!(form, FloorForm::Steps | FloorForm::Waiting | FloorForm::EaseOff)
}

/// The ache that a number key says. 10 has no key: it ends the session just as 9 does.
fn ache(key: Key) -> Option<u8> {
    let keys = [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    keys.iter().position(|&number| number == key).and_then(|number| u8::try_from(number).ok())
}

/// What is on offer, and nothing where it is not.
fn offered(session: &Session, event: SessionEvent) -> Meant {
    if session.accepts(event) { Meant::Says(Msg::Session(event)) } else { Meant::Nothing }
}

/// What a button of the mouse means where there is no card under it.
pub fn of_button(form: FloorForm, session: &Session, button: PointerButton, now: Now) -> Meant {
    match button {
        PointerButton::Extra1 => back(form, session),
        PointerButton::Extra2 => next(form, session, now),
        PointerButton::Primary | PointerButton::Secondary | PointerButton::Middle => other(form, session),
    }
}

/// The right arrow, and Next on a clicker.
fn next(form: FloorForm, session: &Session, now: Now) -> Meant {
    match form {
        FloorForm::Steps | FloorForm::Waiting => offered(session, SessionEvent::GoOn),
        FloorForm::CheckIn => offered(session, SessionEvent::CheckIn(CheckIn::None)),
        FloorForm::NextRound => offered(session, SessionEvent::NextRound(NextRound::SameAgain)),
        // Not before the letting go is over: someone who presses Stop many times must not rush through it.
        FloorForm::EaseOff if session.waits(now) => offered(session, SessionEvent::HaveLetGo),
        // On the way up there is a next step, until there is none.
        FloorForm::Rest if session.accepts(SessionEvent::GoOn) => offered(session, SessionEvent::GoOn),
        FloorForm::Feel => offered(session, SessionEvent::Done),
        FloorForm::EaseOff | FloorForm::Moving | FloorForm::Ache | FloorForm::Rest => other(form, session),
    }
}

/// The left arrow, and Back on a clicker.
fn back(form: FloorForm, session: &Session) -> Meant {
    match form {
        FloorForm::CheckIn => offered(session, SessionEvent::CheckIn(CheckIn::NotSure)),
        FloorForm::NextRound => offered(session, SessionEvent::NextRound(NextRound::Enough)),
        // Before the first step there is nothing, and that is no reason to stop.
        FloorForm::Steps => offered(session, SessionEvent::StepBack),
        FloorForm::Rest if session.step_up().is_some() && session.accepts(SessionEvent::GoOn) => {
            offered(session, SessionEvent::StepBack)
        }
        FloorForm::Feel => session.feel_step().map_or(Meant::Nothing, |event| Meant::Says(Msg::Session(event))),
        FloorForm::Ache | FloorForm::Waiting => match session.ache_step() {
            Some(event) => Meant::Says(Msg::Session(event)),
            None => other(form, session),
        },
        _ => other(form, session),
    }
}

/// Everything that has no meaning of its own.
fn other(form: FloorForm, session: &Session) -> Meant {
    match form {
        FloorForm::Rest | FloorForm::Feel => Meant::Says(Msg::Floor(FloorMsg::Leave)),
        _ if session.can_stop() => Meant::Says(Msg::Session(SessionEvent::Stop)),
        _ => Meant::Nothing,
    }
}
