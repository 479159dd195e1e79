//! The way through a session and out of it, once its questions are answered: warm-up, position, the session, its end.
//!
//! The rules are the session's own; this hands its messages on and keeps the model's stage. Invariant: no stage is
//! left for a later one without the pass that the gates gave.

use super::{floor, gating, navigate::go, notice::tell};
use crate::{
    app::{Effect, Model, Route, SessionStage, remember},
    session::{Advice, Cue, Event, GateEvent, Phase, Position, Session, Setup, WarmUpTimers},
};

/// Whether what was asked before this session was asked long ago, on another day, or before pressing was closed.
fn is_stale(model: &Model) -> bool {
    gating::answers_are_old(model) || !model.may_begin()
}

pub(super) fn warmed_up(model: &mut Model) {
    if matches!(model.session, Some(SessionStage::WarmUp(_))) && is_stale(model) {
        return gating::begin(model);
    }
    if !model.warm_up.is_enough(model.now) {
        return;
    }
    if let Some(SessionStage::WarmUp(pass)) = model.session.take() {
        if let Some(card) = model.warm_up.running(model.now) {
            model.warm_up.pause(card, model.now);
        }
        model.page_is_new = true;
        model.shown_position = model.first_position();
        model.session = Some(SessionStage::Position(pass));
        floor::follow_the_screen(model);
    }
}

pub(super) fn choose(model: &mut Model, position: Position, effects: &mut Vec<Effect>) {
    if !model.offers(position) || !model.plan_offers(position) {
        return;
    }
    if matches!(model.session, Some(SessionStage::Position(_))) && is_stale(model) {
        return gating::begin(model);
    }
    match model.session.take() {
        Some(SessionStage::Position(pass)) => {
            let setup = Setup { starting_ache: Some(pass.starting_ache().value()), ..model.setup(position) };
            let (session, cues) = Session::begin(model.plan(), setup, pass, model.now);
            if model.own_numbers_refused() {
                tell(model, model.book.cues.labels.own_numbers_refused.clone());
            }
            speak(model, cues, effects);
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
    speak(model, cues, effects);
    after_session_change(model, before, effects);
}

/// Has the session name what the person uses now.
pub(super) fn name_device(model: &mut Model) {
    let device = model.named_device();
    if let Some(SessionStage::Running(session)) = &mut model.session {
        session.use_device(device);
    }
}

/// Hands cues on, and keeps the latest for whoever reads the screen.
pub(super) fn speak(model: &mut Model, cues: Vec<Cue>, effects: &mut Vec<Effect>) {
    model.last_cue = cues.last().copied().or(model.last_cue);
    effects.extend(cues.into_iter().map(Effect::Tell));
}

/// What follows when a session has moved on: the day remembers, the page is new, an ended session closes.
pub(super) fn after_session_change(model: &mut Model, before: Phase, effects: &mut Vec<Effect>) {
    let Some(session) = model.running() else { return };
    let (after, outcome, asks_anew) = (session.phase(), session.outcome(), session.asks_anew());
    if after != before {
        model.page_is_new = true;
    }
    let plan = model.plan.own.as_ref().map(|own| own.title());
    if let Some(entry) = model.day.note(&outcome, plan, model.now) {
        remember::keep(model, entry, effects);
    }
    if after == Phase::Advice(Advice::Emergency) && model.day.call_for_help(model.now) {
        remember::guard(model, effects);
    }
    if after == Phase::Closed {
        if outcome.locks_today {
            gating::forget_consult(model, effects);
        }
        model.day.settle();
        (model.session, model.last_cue) = (None, None);
        model.warm_up = WarmUpTimers::new(model.warm_up_plan());
        if asks_anew {
            tell(model, model.book.cues.labels.asked_long_ago.clone());
            return gating::begin(model);
        }
        go(model, Route::Start);
    }
}

pub(super) fn leave(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(SessionStage::Gates(_)) = model.session {
        return gating::gate(model, GateEvent::Leave, effects);
    }
    // Inside the session itself the way out is Stop.
    if !matches!(model.session, Some(SessionStage::Running(_) | SessionStage::Movement(_))) {
        model.session = None;
        go(model, Route::Start);
    }
}
