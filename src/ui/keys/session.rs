//! Keys in the session's usual screens.
//!
//! Invariant: Esc is Stop whatever has the focus, Space lets go wherever there is something to let go, and a key that
//! is held down answers nothing.

use eframe::egui::{Key, Modifiers};

use crate::{
    app::{FloorMsg, Msg},
    session::{CheckIn, Event as SessionEvent, Happened, NextRound, Phase, Session},
    ui::View,
};

pub(super) fn message(view: View<'_>, session: &Session, key: Key, modifiers: Modifiers, repeat: bool) -> Option<Msg> {
    if key == Key::Escape && session.can_stop() {
        return Some(Msg::Session(SessionEvent::Stop));
    }
    if repeat || modifiers.command || modifiers.alt {
        return None;
    }
    let answers = view.model.settings.answer_keys;
    let event = match key {
        Key::F11 => return view.model.may_open_floor().then_some(Msg::Floor(FloorMsg::Enter)),
        Key::R if answers => return super::say_again(),
        Key::Space if session.can_pause() => SessionEvent::Pause,
        _ if answers => answer(session, number(key)?)?,
        _ => return None,
    };
    session.accepts(event).then_some(Msg::Session(event))
}

/// The answer that a number picks, in the order of the screen.
fn answer(session: &Session, number: usize) -> Option<SessionEvent> {
    let index = number.checked_sub(1)?;
    match session.phase() {
        Phase::CheckIn => CheckIn::ALL.get(index).copied().map(SessionEvent::CheckIn),
        Phase::WhatHappened => Happened::ALL.get(index).copied().map(SessionEvent::Happened),
        Phase::NextRound => {
            let choices = [NextRound::SameAgain, NextRound::ALittleMore, NextRound::Enough].map(SessionEvent::NextRound);
            choices.into_iter().filter(|&choice| session.accepts(choice)).nth(index)
        }
        _ => None,
    }
}

pub(super) fn number(key: Key) -> Option<usize> {
    match key {
        Key::Num1 => Some(1),
        Key::Num2 => Some(2),
        Key::Num3 => Some(3),
        Key::Num4 => Some(4),
        Key::Num5 => Some(5),
        Key::Num6 => Some(6),
        _ => None,
    }
}
