//! The small timers of the guide's pages: settle, a core cue, a breath, a slow release.
//!
//! Not a session: nothing here ever presses, so nothing stands before it.
//!
//! Invariant: there is no practice for a press or a hold, and none can be added by a file.

use super::{CoreCue, Countdown, Phase, Plan, TimerState};
use crate::moment::{Moment, Now};

/// What can be practised on a page of the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Practice {
    /// Settling in.
    Settle,
    /// The first core cue.
    CoreBelly,
    /// The second core cue.
    CorePelvicFloor,
    /// The third core cue.
    CoreLowBack,
    /// One slow breath.
    Breath,
    /// Letting go slowly, of nothing: a fist, or the shoulders.
    Release,
}

impl Practice {
    /// All of them, in the order of the guide.
    pub const ALL: [Self; 6] =
        [Self::Settle, Self::CoreBelly, Self::CorePelvicFloor, Self::CoreLowBack, Self::Breath, Self::Release];

    /// The id that stands in content.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Settle => "settle",
            Self::CoreBelly => "core-belly",
            Self::CorePelvicFloor => "core-pelvic-floor",
            Self::CoreLowBack => "core-low-back",
            Self::Breath => "breath",
            Self::Release => "release",
        }
    }

    /// The practice with this id, if there is one.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|practice| practice.id() == id)
    }

    fn countdown(self, plan: &Plan) -> Countdown {
        let length = match self {
            Self::Settle => plan.length(Phase::Settle),
            Self::CoreBelly => plan.length(Phase::Core(CoreCue::Belly)),
            Self::CorePelvicFloor => plan.length(Phase::Core(CoreCue::PelvicFloor)),
            Self::CoreLowBack => plan.length(Phase::Core(CoreCue::LowBack)),
            Self::Breath => Some(plan.breath()),
            Self::Release => plan.length(Phase::LetGo),
        };
        Countdown::new(length.unwrap_or_default())
    }
}

/// One practice and its clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PracticeTimer {
    practice: Practice,
    clock: Countdown,
    /// The end has been told.
    told: bool,
}

impl PracticeTimer {
    /// A practice, ready to start; it lasts as long as its step in a session.
    pub fn new(practice: Practice, plan: &Plan) -> Self {
        Self { practice, clock: practice.countdown(plan), told: false }
    }

    /// What is practised.
    pub fn practice(&self) -> Practice {
        self.practice
    }

    /// Starts, goes on after a pause, or begins again after the end.
    pub fn start(&mut self, now: Now) {
        self.told = false;
        self.clock.start(now.moment);
    }

    /// Stands still until it is started again.
    pub fn pause(&mut self, now: Now) {
        self.clock.pause(now.moment);
    }

    /// Ends it and puts it back to the beginning.
    pub fn stop(&mut self) {
        self.clock.reset();
        self.told = false;
    }

    /// Tells once that the practice is over, for its closing tone.
    pub fn tick(&mut self, now: Now) -> bool {
        let over = self.state(now) == TimerState::Done;
        over && !std::mem::replace(&mut self.told, over)
    }

    /// What it is doing.
    pub fn state(&self, now: Now) -> TimerState {
        self.clock.state(now.moment)
    }

    /// Seconds left; show them rounded up.
    pub fn seconds_left(&self, now: Now) -> f64 {
        self.clock.left(now.moment).as_secs_f64()
    }

    /// Seconds in all.
    pub fn seconds_total(&self) -> f64 {
        self.clock.total().as_secs_f64()
    }

    /// How much has passed, from 0 to 1.
    pub fn fraction(&self, now: Now) -> f64 {
        self.clock.elapsed(now.moment).as_secs_f64() / self.seconds_total().max(f64::MIN_POSITIVE)
    }

    /// When to look again, while it runs.
    pub fn next_wake(&self, now: Now) -> Option<Moment> {
        self.clock.ends_at(now.moment)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use jiff::civil::date;
    use jiff::tz::Offset;

    use super::super::plan::tests::USUAL;
    use super::*;
    use crate::moment::Stamp;

    #[test]
    fn practices_last_as_long_as_in_a_session_and_none_presses() {
        let plan = Plan::new(USUAL).expect("inside every range");
        let now = Now::new(Moment::START, Stamp::new(date(2026, 11, 22).at(9, 0, 0, 0), Offset::UTC));
        let lengths = Practice::ALL.map(|practice| PracticeTimer::new(practice, &plan).seconds_total());
        assert_eq!(lengths, [15.0, 5.0, 5.0, 5.0, 10.0, 4.0]);
        for practice in Practice::ALL {
            assert_eq!(Practice::from_id(practice.id()), Some(practice));
            assert_eq!(PracticeTimer::new(practice, &plan).state(now), TimerState::Ready);
        }
        assert_eq!(Practice::from_id("press"), None);
        assert_eq!(Practice::from_id("hold"), None);
    }

    #[test]
    fn a_practice_runs_pauses_ends_once_and_begins_again() {
        let plan = Plan::new(USUAL).expect("inside every range");
        let start = Now::new(Moment::START, Stamp::new(date(2026, 11, 22).at(9, 0, 0, 0), Offset::UTC));
        let at = |secs| start.plus(Duration::from_secs(secs));
        let mut timer = PracticeTimer::new(Practice::Breath, &plan);
        timer.start(at(0));
        assert_eq!((timer.seconds_left(at(4)), timer.fraction(at(4))), (6.0, 0.4));
        timer.pause(at(4));
        assert!(!timer.tick(at(60)), "a paused practice does not end");
        timer.start(at(60));
        assert_eq!(timer.next_wake(at(60)), Some(at(66).moment));
        assert!(timer.tick(at(66)) && !timer.tick(at(67)), "the end is told once");
        timer.start(at(70));
        assert_eq!(timer.state(at(71)), TimerState::Running);
        timer.stop();
        assert_eq!((timer.state(at(72)), timer.seconds_left(at(72))), (TimerState::Ready, 10.0));
    }
}
