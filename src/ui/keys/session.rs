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
        Named::KeyAct(press) if pressed.on_a_button && is_its_own(session, press, key) => None,
        Named::KeyAct(press) => says(press),
    }
}

/// Whether a button that has the focus needs this key itself: Enter and Space press it, and arrows lead from one number or
/// answer of a group to the next.
fn is_its_own(session: &Session, press: KeyAct, key: Key) -> bool {
    let grouped = matches!(session.phase(), Phase::Settle | Phase::Finish);
    let arrow = matches!(key, Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown);
    match press {
        KeyAct::Enter => true,
        KeyAct::LetGo => session.phase() == Phase::Settle,
        _ => grouped && arrow,
    }
}
