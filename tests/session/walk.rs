//! Random sessions: the person, the computer and both clocks do what they like, and every look is written down.

use std::time::Duration;

use gentleback::moment::{Moment, Now};
use gentleback::session::{
    CheckIn, Effort, Event, Feel, Happened, Interruption, ListAnswer, NextRound, Phase, Plan, PlanNumbers, Position, Session,
    Setup, Side,
};
use jiff::SignedDuration;
use proptest::prelude::*;
use proptest::sample::select;

use crate::walker::{morning, pass};

/// How late a look may be before it counts as a disturbance, with the session's own heartbeat.
pub const LATE: Duration = Duration::from_millis(1_250);

#[derive(Debug, Clone, Copy)]
pub enum Act {
    /// Time passes as the session asks for it, until the phase changes or only the person can go on.
    FollowThePhase,
    /// One look at the time the session asked for.
    Wake,
    /// Time passes without a look; then one look.
    Skip { millis: u64 },
    /// The wall clock alone moves: the computer slept with a standing clock, or someone set it.
    WallJump { secs: i64 },
    /// A look with an instant that has passed already.
    OldTick { millis: u64 },
    /// The person takes their time and then chooses something on the screen.
    Choose { index: usize },
    /// Anything at all, whether it belongs here or not, `millis` after the last look.
    Throw { event: Event, millis: u64 },
}

pub fn events() -> Vec<Event> {
    use Interruption::{ClockJumped, Closing, Failed, FocusLost, Hidden, Slept};
    let mut all = vec![Event::GoOn, Event::Pause, Event::Stop, Event::HaveLetGo, Event::ListSeen, Event::Done];
    all.extend([Event::GoOn, Event::StepBack, Event::SkipSteps, Event::Ache(2), Event::Ache(7), Event::Ache(11)]);
    all.extend([FocusLost, Hidden, Slept, ClockJumped, Failed, Closing].map(Event::Interrupted));
    all.extend(CheckIn::ALL.map(Event::CheckIn));
    all.extend([NextRound::SameAgain, NextRound::ALittleMore, NextRound::Enough].map(Event::NextRound));
    all.extend(Happened::ALL.map(Event::Happened));
    all.extend([ListAnswer::OneOrMore, ListAnswer::NoneOfThese].map(Event::Signs));
    all.extend(Feel::ALL.map(Event::Feel));
    all
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        80 => Just(Act::FollowThePhase),
        6 => Just(Act::Wake),
        4 => (0u64..3_000).prop_map(|millis| Act::Skip { millis }),
        1 => (0u64..3_000_000).prop_map(|millis| Act::Skip { millis }),
        1 => (0u64..40_000_000).prop_map(|millis| Act::Skip { millis }),
        1 => (-2_000i64..2_000).prop_map(|secs| Act::WallJump { secs }),
        1 => (-90_000i64..90_000).prop_map(|secs| Act::WallJump { secs }),
        2 => (0u64..60_000).prop_map(|millis| Act::OldTick { millis }),
        // The first choices are those that go on, and so is the seventh, which begins again at the first but where a stop
        // is explained: they come more often, so that walks get somewhere.
        40 => select(vec![0usize, 0, 0, 0, 0, 0, 6, 6, 6, 6, 6, 6, 1, 1, 2, 3, 4, 5]).prop_map(|index| Act::Choose { index }),
        4 => (select(events()), 0u64..900).prop_map(|(event, millis)| Act::Throw { event, millis }),
    ]
}

pub fn acts() -> impl Strategy<Value = Vec<Act>> {
    proptest::collection::vec(act(), 10..70)
}

pub fn plans() -> impl Strategy<Value = Plan> {
    let pressing = (2u32..=5, 3u32..=8, 3u32..=6, 2u32..=5, 2u32..=5);
    let rest = (10u32..=60, 3u32..=10, 1u32..=2, 2u32..=4, (5u32..=30, 5u32..=30, 5u32..=30));
    (pressing, rest).prop_map(
        |(
            (ramp_secs, hold_secs, release_secs, breaths, rounds),
            (settle_secs, core_cue_secs, effort_start, effort_cap, lead_in),
        )| {
            let (lead_in_secs, lead_in_one_hand_secs, lead_in_own_pace_secs) = lead_in;
            Plan::new(PlanNumbers {
                settle_secs,
                core_cue_secs,
                lead_in_secs,
                lead_in_one_hand_secs,
                lead_in_own_pace_secs,
                ramp_secs,
                hold_secs,
                release_secs,
                breaths,
                breath_in_secs: 4,
                breath_out_secs: 6,
                rounds,
                effort_start,
                effort_cap,
                ease_off_secs: 4,
                rest_secs: 60,
            })
            .expect("inside every range")
        },
    )
}

/// How a session may be begun. Half of them at one's own pace, a few with an ache too strong or not said.
pub fn setups() -> impl Strategy<Value = Setup> {
    let ache = prop_oneof![1 => Just(None), 8 => (0u8..=6).prop_map(Some), 1 => (7u8..=10).prop_map(Some)];
    let side = select(vec![None, Some(Side::Left), Some(Side::Right)]);
    let ways = (0u8..=3, 0u8..=3, any::<bool>());
    (select(Position::ALL.to_vec()), ache, side, any::<bool>(), ways).prop_map(
        |(position, starting_ache, sore_side, self_paced, (steps_down, steps_up, worse_last_time))| Setup {
            starting_ache,
            sore_side,
            self_paced,
            steps_down,
            steps_up,
            worse_last_time,
            ..Setup::in_place(position)
        },
    )
}

/// A session that is led by the clock and has a light ache.
pub fn plain(position: Position) -> Setup {
    Setup { starting_ache: Some(3), ..Setup::in_place(position) }
}

/// At least 10,000 walks; `PROPTEST_CASES=300000` takes more.
pub fn cases() -> ProptestConfig {
    let cases = ProptestConfig::default().cases.max(10_000);
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

/// One look at the session, with what stood before and after.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    pub event: Option<Event>,
    pub from: Phase,
    pub to: Phase,
    pub effort: (Effort, Effort),
    pub rounds_done: u8,
    /// The instant of the look before and of this one.
    pub at: (Moment, Moment),
    pub accepted: bool,
    /// The ache as it stood before and after.
    pub ache: (Option<u8>, Option<u8>),
    /// The step up that showed before and after.
    pub up: (Option<u8>, Option<u8>),
    /// A phase began, the same one again counted.
    pub cue_changed: bool,
    /// By how far the clock on the wall moved, in seconds, besides the steady one.
    pub wall_jump: i64,
}

pub struct Walk {
    pub session: Session,
    pub now: Now,
    pub steps: Vec<Step>,
}

impl Walk {
    pub fn new(plan: Plan, setup: Setup) -> Self {
        let now = morning();
        let (session, _) = Session::begin(plan, setup, pass(now), now);
        Self { session, now, steps: Vec::new() }
    }

    pub fn take(plan: Plan, setup: Setup, acts: &[Act]) -> Self {
        let mut walk = Self::new(plan, setup);
        acts.iter().for_each(|&act| walk.act(act));
        walk
    }

    pub fn act(&mut self, act: Act) {
        match act {
            Act::FollowThePhase => {
                let phase = self.session.phase();
                // Settling takes 60 seconds at four looks a second.
                for _ in 0..250 {
                    let Some(wake) = self.session.next_wake().filter(|_| self.session.phase() == phase) else { return };
                    self.to(wake);
                    self.look(None);
                }
                if self.session.is_at_own_pace() {
                    return self.look(Some(Event::GoOn));
                }
                assert_ne!(self.session.phase(), phase, "the session asks for looks without end");
            }
            Act::Wake => {
                let wake = self.session.next_wake().unwrap_or(self.now.moment);
                self.to(wake);
                self.look(None);
            }
            Act::Skip { millis } => {
                self.pass(millis);
                self.look(None);
            }
            Act::WallJump { secs } => {
                self.now.stamp = self.now.stamp.plus(SignedDuration::from_secs(secs));
                self.look(None);
                if let Some(step) = self.steps.last_mut() {
                    step.wall_jump = secs;
                }
            }
            Act::OldTick { millis } => {
                let old = self.now.moment.since_start().saturating_sub(Duration::from_millis(millis));
                let now = self.now;
                self.now.moment = Moment::new(old);
                self.look(None);
                self.now = now;
            }
            Act::Choose { index } => {
                self.unhurried();
                let choices = self.session.choices();
                if let Some(&event) = choices.get(index % choices.len().max(1)) {
                    self.look(Some(event));
                }
            }
            Act::Throw { event, millis } => {
                self.pass(millis);
                self.look(Some(event));
            }
        }
    }

    /// Lets the time pass in which answers are not taken, with the looks the session asks for.
    fn unhurried(&mut self) {
        for _ in 0..4 {
            self.pass(200);
            self.look(None);
        }
        match self.session.phase() {
            Phase::SignsAgain => self.look(Some(Event::ListSeen)),
            Phase::Settle if self.session.ache().is_none() => self.look(Some(Event::Ache(3))),
            _ => {}
        }
    }

    fn to(&mut self, moment: Moment) {
        self.now = self.now.plus(moment.since(self.now.moment));
    }

    pub fn pass(&mut self, millis: u64) {
        self.now = self.now.plus(Duration::from_millis(millis));
    }

    pub fn look(&mut self, event: Option<Event>) {
        let (from, effort) = (self.session.phase(), self.session.effort());
        let (ache, up) = (self.session.ache(), self.session.step_up());
        let began = self.session.shown_for(self.now);
        let before = self.steps.last().map_or(self.session.started().moment, |step| step.at.1);
        let accepted = event.is_some_and(|event| self.session.accepts(event));
        match event {
            Some(event) => self.session.handle(event, self.now),
            None => self.session.tick(self.now),
        };
        self.steps.push(Step {
            event,
            from,
            to: self.session.phase(),
            effort: (effort, self.session.effort()),
            rounds_done: self.session.rounds_done(),
            at: (before, self.now.moment.max(before)),
            accepted,
            ache: (ache, self.session.ache()),
            up: (up, self.session.step_up()),
            cue_changed: began != self.session.shown_for(self.now) && self.session.shown_for(self.now).is_zero(),
            wall_jump: 0,
        });
    }
}
