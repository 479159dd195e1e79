//! Keys in the session's usual screens.
//!
//! What they mean is the session's table. Invariant: Esc is Stop whatever has the focus, Space lets go wherever there is
//! something to let go, a key that is held down answers nothing, and what has the focus keeps the keys it needs itself.

use eframe::egui::{Key, Modifiers};

use super::table::{self, Named};
use crate::{
    app::{FloorMsg, Msg},
    session::{Event as SessionEvent, KeyAct, Phase, Seen, Session},
    ui::View,
};

/// One key as it came.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pressed {
    pub(super) key: Key,
    pub(super) modifiers: Modifiers,
    pub(super) repeat: bool,
    /// Something that can be pressed has the focus.
    pub(super) on_a_button: bool,
}

impl Pressed {
    /// Held down, or together with a key that changes it: such a key goes nowhere.
    pub(super) fn is_held_or_changed(self) -> bool {
        self.repeat || self.modifiers.command || self.modifiers.alt
    }
}

pub(super) fn message(view: View<'_>, session: &Session, pressed: Pressed) -> Option<Msg> {
    let Pressed { key, modifiers, repeat, .. } = pressed;
    if key == Key::Escape && session.can_stop() {
        return Some(Msg::Session(SessionEvent::Stop));
    }
    if repeat || table::says_nothing(key) {
        return None;
    }
    let says = |press: KeyAct| session.event_of(press, Seen::Usual, view.model.now).map(Msg::Session);
    // "Not yet" is any key at all, also one that would change the size of the text.
    if session.phase() == Phase::Hands {
        return says(KeyAct::Other);
    }
    if modifiers.command || modifiers.alt {
        return None;
    }
    match table::named(key, view.model.settings.answer_keys) {
        Named::FloorView => view.model.may_open_floor().then_some(Msg::Floor(FloorMsg::Enter)),
        Named::SayAgain if table::may_say_again(session) => super::say_again(),
        Named::SayAgain => says(KeyAct::LetGo),
        Named::Turn => None,
        // One step back from the first step is the choice of the position.
        Named::KeyAct(KeyAct::Back) if session.phase() == Phase::GettingDown(0) => Some(Msg::AnotherPosition),
        Named::KeyAct(press) if pressed.on_a_button && is_its_own(session, press, key) => None,
        Named::KeyAct(press) => says(press),
    }
}

/// Whether a button that has the focus needs this key itself: Enter and Space press it, and arrows lead from one number of
/// a group to the next. On the last page the voice names the arrows, and each of them also moves the focus: there they
/// never belong to a button, or the second step up could not be left by the key that was named for it.
fn is_its_own(session: &Session, press: KeyAct, key: Key) -> bool {
    let grouped = session.phase() == Phase::Settle;
    let arrow = matches!(key, Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown);
    match press {
        KeyAct::Enter => true,
        KeyAct::LetGo => session.phase() == Phase::Settle,
        _ => grouped && arrow,
    }
}
