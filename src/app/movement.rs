//! Easy movement: from its pass to its end. No message here leads to a press.
//!
//! The rules are in [`crate::session::Movement`], the cards' clocks in the warm-up's timers.

use super::{flow, gating, history::WarmUpRun, navigate::go};
use crate::{
    app::{Effect, Model, MovementMsg, Route, SessionStage, remember},
    history::Entry,
    session::{Advice, Movement, MovementEvent, MovementOutcome, MovementStep, WarmUp, WarmUpTimers},
};

/// Something about easy movement.
pub(super) fn movement(model: &mut Model, message: MovementMsg, effects: &mut Vec<Effect>) {
    match message {
        MovementMsg::Begin => {
            remember::refresh(model, effects);
            gating::begin_movement(model);
        }
        MovementMsg::Start => start(model),
        MovementMsg::Event(event) => event_in(model, event, effects),
    }
}

/// From the card that offers it into it.
fn start(model: &mut Model) {
    let offered = matches!(model.session, Some(SessionStage::EasyOnly(..)));
    if offered && (gating::answers_are_old(model) || !model.may_move()) {
        return gating::begin_movement(model);
    }
    match model.session.take() {
        Some(SessionStage::EasyOnly(pass, _)) => {
            model.session = Some(SessionStage::Movement(Movement::begin(pass, model.now)));
            model.page_is_new = true;
        }
        other => model.session = other,
    }
}

fn event_in(model: &mut Model, event: MovementEvent, effects: &mut Vec<Effect>) {
    let now = model.now;
    let Some(SessionStage::Movement(movement)) = &mut model.session else { return };
    let before = movement.step();
    movement.handle(event, now);
    let (after, outcome) = (movement.step(), movement.outcome(now));
    if after == before {
        return;
    }
    model.page_is_new = true;
    // A stop by mistake in the warm-up before a session leads back to that.
    if let Some(pass) = movement.take_pass() {
        return flow::back_to_warm_up(model, pass);
    }
    if let Some(card) = model.warm_up.running(now) {
        model.warm_up.pause(card, now);
    }
    if before == MovementStep::WhatHappened && outcome.locks_today {
        lock(model, effects);
    }
    if after == MovementStep::Advice(Advice::Emergency) && model.day.call_for_help(now) {
        remember::guard(model, effects);
    }
    if after == MovementStep::Closed {
        ended(model, outcome, effects);
    }
}

/// A sign while moving closes pressing for the day, and has G1 asked afresh.
fn lock(model: &mut Model, effects: &mut Vec<Effect>) {
    let entry = model.day.lock(model.now);
    remember::keep(model, entry, effects);
    gating::forget_consult(model, effects);
}

/// The window is closed: a stop that nobody explained counts as a sign.
pub(super) fn closing(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(SessionStage::Movement(movement)) = &model.session else { return };
    if movement.step() == MovementStep::WhatHappened {
        lock(model, effects);
    }
}

/// The end of easy movement: what was moved is remembered as a warm-up without a session.
fn ended(model: &mut Model, outcome: MovementOutcome, effects: &mut Vec<Effect>) {
    let (now, timers) = (model.now, &model.warm_up);
    let moved = timers.total_here(now);
    // It is one entry, also where it was written down as it became enough.
    let began = model.warm_up_run.map_or(outcome.started, WarmUpRun::began);
    let cards = WarmUp::ALL.into_iter().filter(|&card| !timers.spent(card, now).is_zero()).collect();
    if moved.as_secs() > 0 {
        remember::keep(model, Entry::warm_up(began, moved, cards), effects);
    }
    model.session = None;
    model.warm_up = WarmUpTimers::new(model.warm_up_plan());
    model.warm_up_run = None;
    go(model, Route::Start);
}
