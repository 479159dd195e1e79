//! Between the questions before a session and the model: what they are asked with, and what is kept of the answers.
//!
//! The rules are the gates' own ([`crate::session::Gates`]). Invariant: no stage with pressing or movement begins here
//! but with the pass that the gates gave, and a sign is turned into a closed day before anything else happens.

use std::time::Duration;

use super::{
    navigate::{closed, go},
    save::save,
};
use crate::{
    app::{Effect, GatingMsg, Model, Route, SessionStage, notice::tell, remember},
    session::{GateEvent, GateMemory, GateStep, Gates, Goal, Movement, Pass, Refusal, WarmUpTimers, WhyEasy},
};

/// How long a warm-up, or the answers before a session, stay good: muscles cool, and a day moves on. Our choice.
pub(super) const GOOD_FOR: Duration = Duration::from_secs(30 * 60);

/// "Begin a session."
pub(super) fn begin(model: &mut Model) {
    let open = model.may_begin();
    ask(model, Goal::Pressing, open);
}

/// "Start a warm-up": easy movement, without pressing.
pub(super) fn begin_movement(model: &mut Model) {
    let open = model.may_move();
    ask(model, Goal::Movement, open);
}

fn ask(model: &mut Model, goal: Goal, open: bool) {
    if model.is_inside_session() {
        return;
    }
    if !open {
        return closed(model);
    }
    if model.warm_up_since.is_none_or(|since| model.now.moment.since(since) > GOOD_FOR) {
        model.warm_up = WarmUpTimers::new(model.warm_up_plan());
        model.warm_up_run = None;
    }
    // What is asked anew takes the place of what was answered before.
    model.waiting_pass = None;
    (model.answers_held, model.warm_already) = (false, false);
    model.asked_at = Some(model.now);
    model.session = Some(SessionStage::Gates(Gates::new(goal, model.gate_memory(), model.now)));
    go(model, Route::Session);
    model.page_is_new = true;
}

/// Something at the questions; tells whether they have just led to the warm-up.
pub(super) fn gate(model: &mut Model, event: GateEvent, effects: &mut Vec<Effect>) -> bool {
    let now = model.now;
    let Some(SessionStage::Gates(gates)) = &mut model.session else { return false };
    let before = (gates.step(), gates.memory());
    gates.handle(event, now);
    let after = (gates.step(), gates.memory());
    if before.1 != after.1 {
        keep(model, after.1, effects);
    }
    if before.0 == after.0 {
        return false;
    }
    model.page_is_new = true;
    match after.0 {
        GateStep::Ask(_) => {}
        GateStep::Refused(refusal) => refused(model, refusal, effects),
        GateStep::Pressing | GateStep::Movement(_) => passed(model),
    }
    matches!(model.session, Some(SessionStage::WarmUp(_)))
}

fn passed(model: &mut Model) {
    let Some(SessionStage::Gates(gates)) = model.session.take() else { return };
    let step = gates.step();
    if step == GateStep::Pressing {
        model.refused_on = None;
    }
    // A clock that was set while the questions stood may have closed what was open when they began.
    let open = if step == GateStep::Pressing { model.may_begin() } else { model.may_move() };
    if !open {
        return closed(model);
    }
    model.session = match (gates.into_pass(), step) {
        (Ok(Pass::Pressing(pass)), _) => Some(SessionStage::WarmUp(pass)),
        (Ok(Pass::Movement(pass)), GateStep::Movement(WhyEasy::AskedFor)) => {
            Some(SessionStage::Movement(Movement::begin(pass, model.now)))
        }
        (Ok(Pass::Movement(pass)), GateStep::Movement(why)) => Some(SessionStage::EasyOnly(pass, why)),
        _ => None,
    };
}

fn refused(model: &mut Model, refusal: Refusal, effects: &mut Vec<Effect>) {
    if refusal.locks_today() {
        let entry = model.day.lock(model.now);
        model.day.call_for_help(model.now);
        remember::keep(model, entry, effects);
        // The questions may have begun without a yes that an earlier sign took back, and so have nothing to forget.
        forget_consult(model, effects);
    }
    if refusal.has_card() {
        model.refused_on = Some((refusal, model.now.date()));
        model.session = Some(SessionStage::Refused(refusal));
    } else {
        model.session = None;
        go(model, Route::Start);
    }
}

/// What the gates are asked with.
pub(super) fn memory(model: &Model) -> GateMemory {
    let settings = &model.settings;
    // A stop for a sign has G1 asked afresh, also where the program ended before it could forget the yes.
    let locks = model.day.record(model.now).locks;
    let today = model.now.date();
    let stopped_since = |yes: jiff::civil::Date| locks.iter().any(|lock| (yes..=today).contains(lock));
    GateMemory {
        consent_given: settings.welcomed_version.as_deref() == Some(env!("CARGO_PKG_VERSION")),
        needs_check: settings.needs_check,
        consulted_on: settings.consulted_on.filter(|&yes| !stopped_since(yes)),
        talk_first_on: settings.talk_first_on,
        avoid: model.avoided(),
    }
}

/// Keeps what is to be remembered of the answers: dates and flags, no sign.
fn keep(model: &mut Model, memory: GateMemory, effects: &mut Vec<Effect>) {
    let settings = &mut model.settings;
    if memory.consent_given {
        settings.welcomed_version = Some(env!("CARGO_PKG_VERSION").to_owned());
    }
    let before = remember::restricted(settings);
    settings.needs_check = memory.needs_check;
    settings.consulted_on = memory.consulted_on;
    settings.talk_first_on = memory.talk_first_on;
    (settings.avoid_back_lying, settings.avoid_floor) = (memory.avoid.back_lying, memory.avoid.floor);
    settings.avoid_pressing = memory.avoid.pressing;
    let after = remember::restricted(settings);
    if after != before {
        model.history.restricted = Some(after);
        model.history.lifted |= after.and(before) != after;
        // Before the settings: what is closed is written down twice, and first where nobody has a hand in it.
        remember::guard(model, effects);
    }
    save(model, effects);
}

/// After a stop for a sign G1 is asked afresh.
pub(super) fn forget_consult(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.settings.consulted_on.take().is_some() {
        save(model, effects);
    }
}

/// Whether what was asked before this session was asked long ago or on another day.
pub(super) fn answers_are_old(model: &Model) -> bool {
    model.asked_at.is_none_or(|asked| model.now.moment.since(asked.moment) > 2 * GOOD_FOR || asked.date() != model.now.date())
}

/// What a person changes about the gates outside of them.
pub(super) fn gating(model: &mut Model, message: GatingMsg, effects: &mut Vec<Effect>) {
    match message {
        GatingMsg::AskAgain => {
            model.settings.talk_first_on = None;
            model.waiting_pass = None;
            save(model, effects);
            match model.session {
                // Before a press the list comes at once; what the pass was given for is asked anew.
                Some(SessionStage::WarmUp(_) | SessionStage::Position(_)) => begin(model),
                _ => tell(model, model.book.gates.left_out.asked.clone()),
            }
        }
    }
}
