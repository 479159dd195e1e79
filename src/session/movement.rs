//! A session of easy movement: the warm-up cards and nothing else (health.md 4.1, G1).
//!
//! Not the cards' clocks (`warm_up.rs`) and not a screen. There is no press in it, and no way from here to one.
//!
//! Invariant: nothing but the person moves it on, and Stop is taken at once wherever they move.

use std::time::Duration;

use super::{ANSWER_GUARD, Advice, GatePass, Happened, ListAnswer, MovementPass};
use crate::moment::{Moment, Now, Stamp};

/// Where a session of easy movement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MovementStep {
    /// The cards. Waits for ever.
    Moving,
    /// After Stop: seven answers.
    WhatHappened,
    /// After a sign: the emergency list again.
    SignsAgain,
    /// After a sign: one card of advice.
    Advice(Advice),
    /// "That is enough for today."
    Ending,
    /// Over; only its outcome is left.
    Closed,
}

/// What a person can do in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MovementEvent {
    /// "That is enough for today."
    Enough,
    /// "Stop", also by closing the window.
    Stop,
    /// The answer to "What happened?"
    Happened(Happened),
    /// The end of the emergency list has been in view.
    ListSeen,
    /// The answer to the emergency list.
    Signs(ListAnswer),
    /// "Done", at the end and under the advice.
    Done,
}

/// What remains of a session of easy movement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MovementOutcome {
    /// When it began.
    pub started: Stamp,
    /// From its begin to its end, pauses counted.
    pub length: Duration,
    /// What happened, if it was stopped and the person has said.
    pub happened: Option<Happened>,
    /// Whether pressing is off for the rest of the day: stopped, and not just so.
    pub locks_today: bool,
}

/// One session of easy movement.
#[derive(Debug)]
pub struct Movement {
    started: Now,
    step: MovementStep,
    step_since: Moment,
    stopped: bool,
    happened: Option<Happened>,
    list_seen: bool,
    /// The leave for pressing that the person had when they stopped in the warm-up before it.
    pass: Option<GatePass>,
}

impl Movement {
    /// Begins with the pass that the gates gave for it.
    pub fn begin(pass: MovementPass, now: Now) -> Self {
        pass.use_up();
        let step = MovementStep::Moving;
        Self { started: now, step, step_since: now.moment, stopped: false, happened: None, list_seen: false, pass: None }
    }

    /// Stopped in the warm-up before a session: from here it is easy movement, but for a stop by mistake.
    pub fn stopped_before_pressing(pass: GatePass, now: Now) -> Self {
        let step = MovementStep::WhatHappened;
        Self { started: now, step, step_since: now.moment, stopped: true, happened: None, list_seen: false, pass: Some(pass) }
    }

    /// The leave for pressing, once the stop turned out to be a mistake.
    pub fn take_pass(&mut self) -> Option<GatePass> {
        if self.step == MovementStep::Moving { self.pass.take() } else { None }
    }

    /// Where it stands.
    pub fn step(&self) -> MovementStep {
        self.step
    }

    /// Whether the end of the emergency list has been in view.
    pub fn list_seen(&self) -> bool {
        self.list_seen
    }

    /// Whether an event belongs to this step.
    pub fn accepts(&self, event: MovementEvent) -> bool {
        use MovementStep as Step;
        match event {
            MovementEvent::Enough => self.step == Step::Moving,
            MovementEvent::Stop => matches!(self.step, Step::Moving | Step::Ending),
            MovementEvent::Happened(_) => self.step == Step::WhatHappened,
            MovementEvent::ListSeen => self.step == Step::SignsAgain && !self.list_seen,
            MovementEvent::Signs(ListAnswer::NoneOfThese) => self.step == Step::SignsAgain && self.list_seen,
            MovementEvent::Signs(ListAnswer::OneOrMore) => self.step == Step::SignsAgain,
            MovementEvent::Done => matches!(self.step, Step::Ending | Step::Advice(_)),
        }
    }

    /// Takes what the person did. What does not belong here, or answers what can not have been read, is ignored.
    pub fn handle(&mut self, event: MovementEvent, now: Now) {
        let answers = !matches!(event, MovementEvent::Stop | MovementEvent::ListSeen);
        let too_early = now.moment.since(self.step_since) < ANSWER_GUARD;
        if !self.accepts(event) || (answers && too_early) {
            return;
        }
        let next = match event {
            MovementEvent::ListSeen => {
                self.list_seen = true;
                return;
            }
            MovementEvent::Enough => MovementStep::Ending,
            MovementEvent::Stop => {
                (self.stopped, self.happened) = (true, None);
                MovementStep::WhatHappened
            }
            MovementEvent::Happened(what) => {
                (self.stopped, self.happened) =
                    (what != Happened::ByMistake, Some(what).filter(|&what| what != Happened::ByMistake));
                match what {
                    Happened::JustStopped => MovementStep::Ending,
                    Happened::ByMistake => MovementStep::Moving,
                    _ => MovementStep::SignsAgain,
                }
            }
            MovementEvent::Signs(answer) => MovementStep::Advice(Advice::after(self.happened, answer)),
            MovementEvent::Done => MovementStep::Closed,
        };
        (self.step, self.step_since, self.list_seen) = (next, now.moment, false);
    }

    /// What remains of it as it stands now.
    pub fn outcome(&self, now: Now) -> MovementOutcome {
        MovementOutcome {
            started: self.started.stamp,
            length: now.moment.since(self.started.moment),
            happened: self.happened,
            locks_today: self.stopped && self.happened != Some(Happened::JustStopped),
        }
    }
}
