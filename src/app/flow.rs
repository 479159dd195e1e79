//! The way through a session and out of it, once its questions are answered: warm-up, position, the session, its end.
//!
//! The rules are the session's own; this hands its messages on and keeps the model's stage. Invariant: no stage is
//! left for a later one without the pass that the gates gave.

use super::{floor, gating, navigate::go, notice::tell, save::save, warm_up};
use crate::{
    app::{Effect, Model, Route, SessionStage, SoundEffect, remember},
    session::{Advice, Cue, Event, GateEvent, GatePass, Phase, Position, Refusal, Session, Setup, WarmUpTimers},
};

/// Whether what was asked before this session was asked long ago, on another day, or before pressing was closed.
fn is_stale(model: &Model) -> bool {
    gating::answers_are_old(model) || !model.may_begin()
}

/// "Begin a session": with the questions, or where the person has left off after them not long ago.
pub(super) fn begin(model: &mut Model, effects: &mut Vec<Effect>) {
    let holds = !model.is_inside_session() && !is_stale(model);
    match model.waiting_pass.take().filter(|_| holds) {
        Some(pass) => {
            go(model, Route::Session);
            model.answers_held = true;
            model.session = Some(SessionStage::WarmUp(pass));
            to_warm_up(model, effects);
        }
        None => gating::begin(model),
    }
}

/// The questions are answered: to the warm-up, or past it where it is enough already.
pub(super) fn to_warm_up(model: &mut Model, effects: &mut Vec<Effect>) {
    model.page_is_new = true;
    warm_up::count_earlier(model);
    if model.warm_up.is_enough(model.now) {
        warmed_up(model, effects);
    }
    // Said on the page that came instead.
    model.warm_already = !matches!(model.session, Some(SessionStage::WarmUp(_)));
}

/// A stop there was a mistake: the warm-up goes on where it stood, if what was asked before it still holds.
pub(super) fn back_to_warm_up(model: &mut Model, pass: GatePass) {
    if is_stale(model) {
        model.session = None;
        return gating::begin(model);
    }
    model.session = Some(SessionStage::WarmUp(pass));
    model.page_is_new = true;
}

pub(super) fn warmed_up(model: &mut Model, effects: &mut Vec<Effect>) {
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
        // Who has a position of their own, and has said where the screen is, has nothing to choose: the first step of
        // the way down shows it, with "Another position".
        if let Some(position) = model.goes_straight_to() {
            choose(model, position, effects);
        }
    }
}

/// Back from the way into a position to the choice of one. Nothing is held yet, so nothing is remembered of it.
pub(super) fn another_position(model: &mut Model, effects: &mut Vec<Effect>) {
    model.session = match model.session.take() {
        Some(SessionStage::Running(session)) => match session.into_pass() {
            Ok(pass) => {
                (model.last_cue, model.page_is_new) = (None, true);
                effects.push(Effect::Sound(SoundEffect::Hush));
                Some(SessionStage::Position(pass))
            }
            Err(session) => Some(SessionStage::Running(session)),
        },
        other => other,
    };
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
            // Where the screen stands is asked once; who does not say sees it as it was now.
            if model.settings.screen_is_far.is_none() {
                model.settings.screen_is_far = Some(model.floor.on);
                save(model, effects);
            }
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
    if session.is_practice() {
        let phase = session.phase();
        model.page_is_new |= phase != before;
        if phase == Phase::Closed {
            end_practice(model, effects);
        }
        return;
    }
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
    if after == Phase::NotToday {
        model.refused_on = Some((Refusal::TooMuchAche, model.now.date()));
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

/// A practice round is over: back to where it was begun, and on the way to a session back to that.
fn end_practice(model: &mut Model, effects: &mut Vec<Effect>) {
    (model.session, model.last_cue) = (None, None);
    effects.push(Effect::Sound(SoundEffect::Hush));
    match model.practised_from {
        Route::Session => begin(model, effects),
        route => go(model, route),
    }
}

pub(super) fn leave(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(SessionStage::Gates(_)) = model.session {
        gating::gate(model, GateEvent::Leave, effects);
        return;
    }
    if model.practices() {
        return end_practice(model, effects);
    }
    // Inside the session itself the way out is Stop.
    if model.is_inside_session() {
        return;
    }
    // Who only goes to look something up is not asked everything again.
    if let Some(SessionStage::WarmUp(pass) | SessionStage::Position(pass)) = model.session.take() {
        model.waiting_pass = Some(pass);
        if let Some(card) = model.warm_up.running(model.now) {
            model.warm_up.pause(card, model.now);
        }
    }
    go(model, Route::Start);
}
