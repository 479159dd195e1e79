//! The way into a session, through it and out of it: gates, warm-up, position, the session, its end.
//!
//! The rules are the session's own; this hands its messages on and keeps the model's stage. Invariant: no stage is
//! left for a later one without the pass that the gates gave.

use std::time::Duration;

use super::update::{go, save};
use crate::{
    app::{Effect, Model, Route, SessionStage, remember},
    session::{Cue, Event, GateEvent, GateMemory, GateStep, Gates, Phase, Refusal, Session, WarmUpTimers},
};

/// How long a warm-up, or the answers before a session, stay good: muscles cool, and a day moves on. Our choice.
const GOOD_FOR: Duration = Duration::from_secs(30 * 60);

pub(super) fn begin(model: &mut Model) {
    if !model.may_begin() {
        go(model, Route::Start);
        // Also where one is there already: the reason is read out.
        model.page_is_new = true;
        return;
    }
    if model.warm_up_since.is_none_or(|since| model.now.moment.since(since) > GOOD_FOR) {
        model.warm_up = WarmUpTimers::new(model.book.protocol.warm_up);
    }
    model.asked_at = Some(model.now);
    let consent_given = model.settings.welcomed_version.as_deref() == Some(env!("CARGO_PKG_VERSION"));
    model.session = Some(SessionStage::Gates(Gates::new(GateMemory { consent_given }, model.now)));
    go(model, Route::Session);
}

pub(super) fn gate(model: &mut Model, event: GateEvent, effects: &mut Vec<Effect>) {
    let now = model.now;
    let Some(SessionStage::Gates(gates)) = &mut model.session else { return };
    let before = gates.step();
    gates.handle(event, now);
    let after = gates.step();
    if before == after {
        return;
    }
    model.page_is_new = true;
    if event == GateEvent::Understand {
        model.settings.welcomed_version = Some(env!("CARGO_PKG_VERSION").to_owned());
        save(model, effects);
    }
    match after {
        GateStep::Ask(_) => {}
        GateStep::Refused(refusal) => refused(model, refusal, effects),
        GateStep::Passed => {
            let Some(SessionStage::Gates(gates)) = model.session.take() else { return };
            model.session = gates.into_pass().ok().map(SessionStage::WarmUp);
        }
    }
}

fn refused(model: &mut Model, refusal: Refusal, effects: &mut Vec<Effect>) {
    if refusal.locks_today() {
        let entry = model.day.lock(model.now);
        remember::keep(model, entry, effects);
    }
    match refusal {
        Refusal::Emergency => model.session = Some(SessionStage::Refused(refusal)),
        Refusal::ReadingOnly | Refusal::Left => {
            model.session = None;
            go(model, Route::Start);
        }
    }
}

/// Whether what was asked before this session was asked long ago, on another day, or before pressing was closed.
fn is_stale(model: &Model) -> bool {
    let old = model
        .asked_at
        .is_none_or(|asked| model.now.moment.since(asked.moment) > 2 * GOOD_FOR || asked.date() != model.now.date());
    old || !model.may_begin()
}

pub(super) fn warmed_up(model: &mut Model) {
    if is_stale(model) {
        return begin(model);
    }
    if !model.warm_up.is_enough(model.now) {
        return;
    }
    if let Some(SessionStage::WarmUp(pass)) = model.session.take() {
        if let Some(card) = model.warm_up.running(model.now) {
            model.warm_up.pause(card, model.now);
        }
        model.page_is_new = true;
        if let Some(preferred) = model.settings.preferred_position {
            model.shown_position = preferred;
        }
        model.session = Some(SessionStage::Position(pass));
    }
}

pub(super) fn choose(model: &mut Model, position: crate::session::Position, effects: &mut Vec<Effect>) {
    if is_stale(model) {
        return begin(model);
    }
    match model.session.take() {
        Some(SessionStage::Position(pass)) => {
            let (session, cues) = Session::begin(model.book.protocol.session, position, pass, model.now);
            tell(model, cues, effects);
            model.page_is_new = true;
            model.session = Some(SessionStage::Running(Box::new(session)));
        }
        other => model.session = other,
    }
}

pub(super) fn session(model: &mut Model, event: Event, effects: &mut Vec<Effect>) {
    let now = model.now;
    let Some(SessionStage::Running(session)) = &mut model.session else { return };
    let before = session.phase();
    let cues = session.handle(event, now);
    tell(model, cues, effects);
    after_session_change(model, before, effects);
}

/// Hands cues on, and keeps the latest for whoever reads the screen.
pub(super) fn tell(model: &mut Model, cues: Vec<Cue>, effects: &mut Vec<Effect>) {
    model.last_cue = cues.last().copied().or(model.last_cue);
    effects.extend(cues.into_iter().map(Effect::Tell));
}

/// What follows when a session has moved on: the day remembers, the page is new, an ended session closes.
pub(super) fn after_session_change(model: &mut Model, before: Phase, effects: &mut Vec<Effect>) {
    let Some(session) = model.running() else { return };
    let (after, outcome) = (session.phase(), session.outcome());
    if after != before {
        model.page_is_new = true;
    }
    if let Some(entry) = model.day.note(&outcome, model.now) {
        remember::keep(model, entry, effects);
    }
    if after == Phase::Closed {
        model.day.settle();
        (model.session, model.last_cue) = (None, None);
        model.warm_up = WarmUpTimers::new(model.book.protocol.warm_up);
        go(model, Route::Start);
    }
}

pub(super) fn leave(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(SessionStage::Gates(_)) = model.session {
        return gate(model, GateEvent::Leave, effects);
    }
    // Inside the session itself the way out is Stop.
    if !matches!(model.session, Some(SessionStage::Running(_))) {
        model.session = None;
        go(model, Route::Start);
    }
}
