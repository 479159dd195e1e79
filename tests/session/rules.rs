//! health.md section 6, points 2 to 6: rules that no order of events and no clock may break.
//!
//! Each test walks at least 10,000 random sessions: the person, the computer and both clocks do what they like.

use std::time::Duration;

use gentleback::moment::{Moment, Now, Stamp};
use gentleback::session::{
    CheckIn, CoreCue, Effort, Event, Feel, Gate, GateEvent, GateMemory, GateStep, Gates, Happened, Interruption, ListAnswer,
    NextRound, Phase, Plan, PlanNumbers, Position, Refusal, Session,
};
use jiff::SignedDuration;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::walker::{morning, pass};

/// How late a look may be before it counts as a disturbance, with the session's own heartbeat.
const LATE: Duration = Duration::from_millis(1_250);

#[derive(Debug, Clone, Copy)]
enum Act {
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

fn events() -> Vec<Event> {
    use Interruption::{ClockJumped, Closing, Failed, FocusLost, Hidden, Slept};
    let mut all = vec![Event::GoOn, Event::Pause, Event::Stop, Event::HaveLetGo, Event::ListSeen, Event::Done];
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
        40 => Just(Act::FollowThePhase),
        3 => Just(Act::Wake),
        2 => (0u64..3_000).prop_map(|millis| Act::Skip { millis }),
        1 => (0u64..40_000_000).prop_map(|millis| Act::Skip { millis }),
        1 => (-90_000i64..90_000).prop_map(|secs| Act::WallJump { secs }),
        1 => (0u64..60_000).prop_map(|millis| Act::OldTick { millis }),
        // The first choices are those that go on; they come more often, so that walks get somewhere.
        20 => select(vec![0usize, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 4, 5]).prop_map(|index| Act::Choose { index }),
        2 => (select(events()), 0u64..900).prop_map(|(event, millis)| Act::Throw { event, millis }),
    ]
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    proptest::collection::vec(act(), 10..70)
}

fn plans() -> impl Strategy<Value = Plan> {
    let pressing = (2u32..=5, 3u32..=8, 3u32..=6, 2u32..=5, 2u32..=5);
    let rest = (10u32..=60, 3u32..=10, 1u32..=2, 2u32..=4);
    (pressing, rest).prop_map(
        |((ramp_secs, hold_secs, release_secs, breaths, rounds), (settle_secs, core_cue_secs, effort_start, effort_cap))| {
            Plan::new(PlanNumbers {
                settle_secs,
                core_cue_secs,
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

fn positions() -> impl Strategy<Value = Position> {
    select(Position::ALL.to_vec())
}

/// One look at the session, with what stood before and after.
#[derive(Debug, Clone, Copy)]
struct Step {
    event: Option<Event>,
    from: Phase,
    to: Phase,
    effort: (Effort, Effort),
    rounds_done: u8,
    /// The instant of the look before and of this one.
    at: (Moment, Moment),
    accepted: bool,
}

struct Walk {
    plan: Plan,
    session: Session,
    now: Now,
    steps: Vec<Step>,
}

impl Walk {
    fn new(plan: Plan, position: Position) -> Self {
        let now = morning();
        let (session, _) = Session::begin(plan, position, pass(now), now);
        Self { plan, session, now, steps: Vec::new() }
    }

    fn take(plan: Plan, position: Position, acts: &[Act]) -> Self {
        let mut walk = Self::new(plan, position);
        acts.iter().for_each(|&act| walk.act(act));
        walk
    }

    fn act(&mut self, act: Act) {
        match act {
            Act::FollowThePhase => {
                let phase = self.session.phase();
                // The longest phase is 50 seconds of breathing, or 10 seconds at four looks a second.
                for _ in 0..60 {
                    let Some(wake) = self.session.next_wake().filter(|_| self.session.phase() == phase) else { return };
                    self.to(wake);
                    self.look(None);
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
        if self.session.phase() == Phase::SignsAgain {
            self.look(Some(Event::ListSeen));
        }
    }

    fn to(&mut self, moment: Moment) {
        self.now = self.now.plus(moment.since(self.now.moment));
    }

    fn pass(&mut self, millis: u64) {
        self.now = self.now.plus(Duration::from_millis(millis));
    }

    fn look(&mut self, event: Option<Event>) {
        let (from, effort) = (self.session.phase(), self.session.effort());
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
        });
    }
}

fn cases() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(10_000) }
}

fn gate_events() -> impl Strategy<Value = Vec<(GateEvent, u64)>> {
    let event = select(vec![
        GateEvent::Understand,
        GateEvent::Understand,
        GateEvent::JustRead,
        GateEvent::ListSeen,
        GateEvent::ListSeen,
        GateEvent::Signs(ListAnswer::OneOrMore),
        GateEvent::Signs(ListAnswer::NoneOfThese),
        GateEvent::Signs(ListAnswer::NoneOfThese),
        GateEvent::Leave,
    ]);
    proptest::collection::vec((event, 0u64..2_000), 0..12)
}

proptest! {
    #![proptest_config(cases())]

    /// 6.2, the gates: no pass without consent and the emergency list read to its end and answered with "none",
    /// in this run of the questions. One "one or more, or not sure" and there is none.
    #[test]
    fn rule_2_no_pass_without_consent_and_the_emergency_list(events in gate_events(), consent_given: bool) {
        let mut now = morning();
        let mut gates = Gates::new(GateMemory { consent_given }, now);
        let (mut consented, mut seen, mut none, mut sign) = (consent_given, false, false, false);
        for (event, millis) in events {
            now = now.plus(Duration::from_millis(millis));
            let step = gates.step();
            let taken = gates.accepts(event);
            gates.handle(event, now);
            let moved = gates.step() != step;
            match (step, event) {
                (GateStep::Ask(Gate::Consent), GateEvent::Understand) if moved => consented = true,
                (GateStep::Ask(Gate::Emergency), GateEvent::ListSeen) if taken => seen = true,
                (GateStep::Ask(Gate::Emergency), GateEvent::Signs(ListAnswer::NoneOfThese)) if moved => {
                    prop_assert!(seen, "answered before the end of the list was seen");
                    none = true;
                }
                (GateStep::Ask(Gate::Emergency), GateEvent::Signs(ListAnswer::OneOrMore)) if moved => sign = true,
                _ => {}
            }
            if sign {
                prop_assert_eq!(gates.step(), GateStep::Refused(Refusal::Emergency));
            }
        }
        let passed = gates.into_pass().is_ok();
        prop_assert!(!passed || (consented && seen && none && !sign));
    }

    /// 6.2, the session: a press begins only from "Ready?", only by the person's own word, and only after all
    /// three core cues were given to their end.
    #[test]
    fn rule_2_no_press_without_core_cues_and_the_persons_own_word(
        acts in acts(), plan in plans(), position in positions(),
    ) {
        let walk = Walk::take(plan, position, &acts);
        let mut cues_given = 0;
        for step in &walk.steps {
            if step.from == step.to {
                continue;
            }
            match (step.from, step.to) {
                (Phase::Settle, Phase::Core(CoreCue::Belly)) => {
                    prop_assert_eq!(step.event, Some(Event::GoOn));
                    cues_given = 0;
                }
                (Phase::Core(CoreCue::Belly), Phase::Core(CoreCue::PelvicFloor)) => cues_given = 1,
                (Phase::Core(CoreCue::PelvicFloor), Phase::Core(CoreCue::LowBack)) if cues_given == 1 => cues_given = 2,
                (Phase::Core(CoreCue::LowBack), Phase::Ready) if cues_given == 2 => cues_given = 3,
                (_, Phase::PressOn) => {
                    prop_assert_eq!((step.from, step.event), (Phase::Ready, Some(Event::GoOn)));
                    prop_assert_eq!(cues_given, 3, "a press after {} core cues", cues_given);
                }
                (from, Phase::Ready) => prop_assert_eq!(from, Phase::NextRound),
                _ => {}
            }
        }
    }

    /// 6.3: from a press or a hold, everything leads to letting go or easing off; a hold follows only on a press
    /// that the person asked for, by the clock, never on anything else.
    #[test]
    fn rule_3_press_and_hold_lead_to_letting_go_and_never_back(
        acts in acts(), plan in plans(), position in positions(),
    ) {
        let walk = Walk::take(plan, position, &acts);
        let mut asked_for = false;
        for step in &walk.steps {
            match step.from {
                Phase::PressOn => prop_assert!(
                    matches!(step.to, Phase::PressOn | Phase::Hold | Phase::LetGo | Phase::EaseOff), "{step:?}"
                ),
                Phase::Hold => {
                    prop_assert!(matches!(step.to, Phase::Hold | Phase::LetGo | Phase::EaseOff), "{step:?}");
                }
                _ => prop_assert!(step.to != Phase::Hold, "{step:?}"),
            }
            if step.from.is_pressing() {
                let disturbed = matches!(step.event, Some(Event::Pause | Event::Interrupted(_) | Event::Stop));
                let late = step.at.1.since(step.at.0) > LATE;
                prop_assert!(!(disturbed || late) || !step.to.is_pressing(), "{step:?}");
            }
            if step.to == Phase::PressOn && step.from != Phase::PressOn {
                asked_for = true;
            }
            if step.to == Phase::Hold && step.from != Phase::Hold {
                prop_assert!(std::mem::take(&mut asked_for), "a second hold for one press: {step:?}");
            }
        }
    }

    /// 6.3, the wall clock: a computer that slept while its steady clock stood still, or a clock that was set,
    /// ends a press as well.
    #[test]
    fn rule_3_a_jump_of_the_wall_clock_ends_a_press(
        before in 0u64..7_900, secs in prop_oneof![-90_000i64..-1, 2i64..90_000], position in positions(),
    ) {
        let plan = super::walker::protocol().session;
        let mut walk = Walk::new(plan, position);
        walk.act(Act::Choose { index: 0 });
        (0..3).for_each(|_| walk.act(Act::FollowThePhase));
        walk.act(Act::Choose { index: 0 });
        prop_assert_eq!(walk.session.phase(), Phase::PressOn);
        for _ in 0..before / 100 {
            walk.act(Act::Skip { millis: 100 });
        }
        prop_assert!(walk.session.phase().is_pressing());
        walk.act(Act::WallJump { secs });
        prop_assert_eq!(walk.session.phase(), Phase::LetGo);
    }

    /// 6.4: Stop works from everywhere, in the one call, at once, whatever happened right before.
    #[test]
    fn rule_4_stop_is_one_action_from_everywhere(
        acts in acts(), millis in 0u64..3_000, plan in plans(), position in positions(),
    ) {
        let mut walk = Walk::take(plan, position, &acts);
        let phase = walk.session.phase();
        walk.pass(millis);
        walk.look(Some(Event::Stop));
        let to = walk.session.phase();
        if phase.is_after_a_stop() || phase == Phase::Closed {
            prop_assert_eq!(to, phase, "already stopped");
        } else {
            prop_assert_eq!(to, Phase::EaseOff);
            prop_assert!(walk.session.locks_today(), "not explained yet, so it counts as a sign");
        }
    }

    /// 6.5: nothing passes a question by itself: no clock, no disturbance, no pause, however long it takes.
    #[test]
    fn rule_5_nothing_passes_a_question_by_itself(acts in acts(), plan in plans(), position in positions()) {
        let walk = Walk::take(plan, position, &acts);
        for step in &walk.steps {
            let waits = !matches!(
                step.from,
                Phase::Core(_) | Phase::PressOn | Phase::Hold | Phase::LetGo | Phase::Breathe
            );
            let by_itself = match step.event {
                None | Some(Event::Pause | Event::ListSeen) => true,
                Some(Event::Interrupted(why)) => why != Interruption::Closing,
                Some(_) => !step.accepted,
            };
            prop_assert!(!(waits && by_itself) || step.to == step.from, "{step:?}");
        }
    }

    /// 6.6, effort: by one, by the person's own "a little more", never above the cap, and no press at all after
    /// a sign.
    #[test]
    fn rule_6_effort_rises_by_one_by_the_person_and_never_after_a_sign(
        acts in acts(), plan in plans(), position in positions(),
    ) {
        let walk = Walk::take(plan, position, &acts);
        let mut sign = false;
        for step in &walk.steps {
            let (before, after) = (step.effort.0.value(), step.effort.1.value());
            prop_assert!(after <= Effort::CAP && after <= plan.effort_cap().value());
            if after != before {
                prop_assert_eq!(after, before + 1);
                prop_assert_eq!(step.event, Some(Event::NextRound(NextRound::ALittleMore)));
            }
            if let Some(Event::CheckIn(answer)) = step.event
                && step.from == Phase::CheckIn && step.to != Phase::CheckIn
            {
                sign |= answer != CheckIn::None;
            }
            sign |= step.to == Phase::EaseOff;
            prop_assert!(!(sign && step.to.is_pressing()), "pressing after a sign: {step:?}");
        }
    }

    /// 6.6, numbers: at most five presses and the plan's rounds; a hold that is looked after lasts its seconds
    /// and no look is more than the grace away; a release is never cut short but by Stop.
    #[test]
    fn rule_6_rounds_holds_and_releases_keep_to_their_numbers(
        acts in acts(), plan in plans(), position in positions(),
    ) {
        let walk = Walk::take(plan, position, &acts);
        let numbers = plan.numbers();
        let (mut presses, mut since) = (0, morning().moment);
        for step in &walk.steps {
            prop_assert!(u32::from(step.rounds_done) <= numbers.rounds);
            if step.from == step.to {
                continue;
            }
            // The last look before this one was still inside the phase.
            let (inside, lasted) = (step.at.0.since(since), step.at.1.since(since));
            match step.from {
                Phase::PressOn => {
                    prop_assert!(inside <= Duration::from_secs(numbers.ramp_secs.into()), "{step:?}");
                }
                Phase::Hold => {
                    let whole = Duration::from_secs(numbers.hold_secs.into());
                    prop_assert!(inside <= whole, "held for {inside:?} of {whole:?}");
                    let by_clock = step.event.is_none() && step.at.1.since(step.at.0) <= LATE;
                    prop_assert!(!by_clock || lasted <= whole + LATE);
                }
                Phase::LetGo if step.to == Phase::Breathe => {
                    prop_assert!(lasted >= Duration::from_secs(numbers.release_secs.into()), "let go in {lasted:?}");
                }
                _ => {}
            }
            presses += usize::from(step.to == Phase::PressOn);
            since = step.at.1;
        }
        prop_assert!(presses <= usize::from(Plan::MOST_ROUNDS), "{presses} presses");
        prop_assert_eq!(walk.plan, plan);
    }
}

/// The walks above would prove nothing if they never pressed.
#[test]
fn the_random_walks_reach_every_phase() {
    let mut runner = TestRunner::deterministic();
    let strategy = (acts(), plans(), positions());
    let (mut held, mut third_round, mut seen) = (0, 0, std::collections::HashSet::new());
    let walks = 1_000;
    for _ in 0..walks {
        let (acts, plan, position) = strategy.new_tree(&mut runner).expect("a walk").current();
        let walk = Walk::take(plan, position, &acts);
        held += usize::from(walk.steps.iter().any(|step| step.to == Phase::Hold));
        third_round += usize::from(walk.session.round() >= 3);
        seen.extend(walk.steps.iter().map(|step| step.to));
    }
    assert!(held * 2 > walks, "only {held} of {walks} walks reached a hold");
    assert!(third_round * 20 > walks, "only {third_round} of {walks} walks reached a third round");
    assert_eq!(seen.len(), 19, "{seen:?}");
}

/// A stamp is only needed to build the walks; this keeps the helper honest about both clocks.
#[test]
fn the_walks_move_both_clocks() {
    let start: Stamp = morning().stamp;
    let later = morning().plus(Duration::from_secs(90));
    assert_eq!(later.stamp.since(start), SignedDuration::from_secs(90));
}
