//! The keyboard, beyond Tab, Enter and Space on what has the focus (screens.md, Keyboard).
//!
//! Invariant: Esc in a session is Stop, whatever has the focus, and repeats of a held key answer nothing.

use eframe::egui::{Event, Key, Modifiers, Ui, vec2};

use crate::{
    app::{Msg, Route, SessionStage},
    session::Event as SessionEvent,
    session::{CheckIn, Happened, NextRound, Phase, Session},
    ui::{Messages, View},
};

/// Reads the keys of this frame.
pub fn read(ui: &Ui, view: View<'_>, out: &mut Messages) {
    if view.model.route == Route::Session {
        // A key that is held down must not answer what appears under it.
        let held = |event: &Event| matches!(event, Event::Key { key: Key::Enter | Key::Space, repeat: true, .. });
        ui.input_mut(|input| input.events.retain(|event| !held(event)));
    }
    let events = ui.input(|input| input.events.clone());
    let typing = ui.ctx().text_edit_focused();
    for event in events {
        if let Event::Key { key, pressed: true, repeat, modifiers, .. } = event
            && let Some(message) = message(view, key, modifiers, repeat, typing)
        {
            out.push(message);
        }
    }
}

fn message(view: View<'_>, key: Key, modifiers: Modifiers, repeat: bool, typing: bool) -> Option<Msg> {
    if let Some(SessionStage::Running(session)) = &view.model.session {
        return in_session(session, key, modifiers, repeat).or_else(|| text_size(key, modifiers));
    }
    if repeat {
        return text_size(key, modifiers);
    }
    match key {
        Key::F1 if view.model.route != Route::Session => Some(Msg::Go(Route::Warning)),
        Key::P if modifiers.command => Some(Msg::Go(Route::Sheet)).filter(|_| view.model.route != Route::Session),
        Key::F if modifiers.command && view.model.route != Route::Session => Some(Msg::FocusSearch),
        Key::ArrowLeft if modifiers.alt && !typing => Some(Msg::Turn(-1)),
        Key::ArrowRight if modifiers.alt && !typing => Some(Msg::Turn(1)),
        Key::Escape if view.model.menu_open => Some(Msg::OpenMenu(false)),
        Key::Escape if view.model.route == Route::Session => Some(Msg::LeaveSession),
        _ => text_size(key, modifiers),
    }
}

fn text_size(key: Key, modifiers: Modifiers) -> Option<Msg> {
    match key {
        Key::Plus | Key::Equals if modifiers.command => Some(Msg::TextSize(1)),
        Key::Minus if modifiers.command => Some(Msg::TextSize(-1)),
        Key::Num0 if modifiers.command => Some(Msg::TextSize(0)),
        _ => None,
    }
}

fn in_session(session: &Session, key: Key, modifiers: Modifiers, repeat: bool) -> Option<Msg> {
    if key == Key::Escape && session.can_stop() {
        return Some(Msg::Session(SessionEvent::Stop));
    }
    if repeat || modifiers.command || modifiers.alt {
        return None;
    }
    let event = match key {
        Key::Space if session.can_pause() => SessionEvent::Pause,
        _ => answer(session, number(key)?)?,
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

fn number(key: Key) -> Option<usize> {
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

/// Scrolls what is being shown by Page Up and Page Down, Home and End; call it inside a scroll area.
pub fn scroll(ui: &Ui) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    let page = ui.clip_rect().height() * PAGE;
    let steps = [(Key::PageDown, -page), (Key::PageUp, page), (Key::End, -WHOLE), (Key::Home, WHOLE)];
    let delta: f32 = steps.into_iter().filter(|(key, _)| ui.input(|input| input.key_pressed(*key))).map(|(_, delta)| delta).sum();
    if delta != 0.0 {
        ui.scroll_with_delta(vec2(0.0, delta));
    }
}

/// How much of a page Page Down goes on: a line or two stay to read on from.
const PAGE: f32 = 0.85;
/// Further than any page is long, in points.
const WHOLE: f32 = 1e5;
