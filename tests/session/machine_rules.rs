//! health.md section 6, points 2 to 6, in the session: rules that no order of events and no clock may break.
//!
//! Each test walks 10,000 random sessions, half of them at the person's own pace.

use std::time::Duration;

use gentleback::session::{
    CheckIn, CoreCue, Effort, Event, Happened, Interruption, LONGEST_HOLD, NextRound, Phase, Plan, Position, Session, Setup,
};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::walk::{Act, LATE, Step, Walk, acts, cases, plain, plans, setups};
use crate::walker::morning;

/// An hour: after that the lists before a session no longer hold.
const LISTS_HOLD: Duration = Duration::from_secs(60 * 60);

/// Whether a look came so late that it is a disturbance of its own, or found the clock on the wall set.
fn is_disturbed(step: &Step) -> bool {
    step.at.1.since(step.at.0) > LATE || step.wall_jump != 0
}

proptest! {
    #![proptest_config(cases())]

    /// 6.2: a press begins only from a lead-in that the person asked for, only after all three core cues were given to
    /// their end, and only with an ache that was said and is not too strong.
    #[test]
    fn rule_2_no_press_without_ache_core_cues_and_the_persons_own_word(
        acts in acts(), plan in plans(), setup in setups(),
    ) {
        let walk = Walk::take(plan, setup, &acts);
        let mut cues_given = 0;
        for step in &walk.steps {
            if step.from == step.to {
                continue;
            }
            match (step.from, step.to) {
                (Phase::Settle, Phase::Core(CoreCue::Belly)) => {
                    // "Go on", or the ache that was said and the end of the time to settle.
                    prop_assert!(step.event == Some(Event::GoOn) || !setup.self_paced, "{step:?}");
                    prop_assert!(step.ache.0.is_some_and(|ache| ache <= 6), "{step:?}");
                    cues_given = 0;
                }
                (Phase::Core(CoreCue::Belly), Phase::Core(CoreCue::PelvicFloor)) => cues_given = 1,
                (Phase::Core(CoreCue::PelvicFloor), Phase::Core(CoreCue::LowBack)) if cues_given == 1 => cues_given = 2,
                (Phase::Core(CoreCue::LowBack), Phase::Ready) if cues_given == 2 => cues_given = 3,
                (from, Phase::PressOn) => {
                    prop_assert_eq!(from, Phase::Hands);
                    prop_assert_eq!(cues_given, 3, "a press after {} core cues", cues_given);
                }
                (from, Phase::Ready) => prop_assert_eq!(from, Phase::Hands),
                _ => {}
            }
            prop_assert!(step.ache.0 == step.ache.1 || step.from == Phase::Settle);
        }
    }

    /// 6.2b: no phase in which a hand is in use takes or waits for an answer; between the person's "ready" or "again" and
    /// the press there are always the lead-in seconds of the plan; whatever comes in the lead-in leads to "ready"; a press
    /// never follows a press without a check-in.
    #[test]
    fn rule_2b_nothing_waits_for_a_hand_that_is_in_use(acts in acts(), plan in plans(), setup in setups()) {
        let walk = Walk::take(plan, setup, &acts);
        let lead_in = plan.lead_in(setup.position, setup.self_paced);
        let (mut since, mut asked_for, mut checked) = (morning().moment, false, true);
        for step in &walk.steps {
            let stays = step.from == step.to;
            if step.from.uses_a_hand() {
                let answers = !matches!(step.event, None | Some(Event::Pause | Event::Stop | Event::Interrupted(_)));
                prop_assert!(!answers || !step.accepted, "an answer was taken: {step:?}");
                // Every look that was asked for was taken, so it has not run on for longer than it may.
                let longest = match step.from {
                    Phase::Hands => lead_in,
                    Phase::Hold if setup.self_paced => LONGEST_HOLD,
                    phase => plan.length(phase).expect("has a clock"),
                };
                prop_assert!(step.at.0.since(since) <= longest, "it waits: {step:?}");
            }
            if step.from == Phase::Hands && !stays {
                let stopped = matches!(step.event, Some(Event::Stop | Event::Interrupted(Interruption::Closing)));
                let whole = step.at.1.since(since) >= lead_in;
                match step.to {
                    Phase::PressOn => {
                        prop_assert!(whole && asked_for && !is_disturbed(step), "{step:?}");
                        prop_assert!(!step.accepted || step.event == Some(Event::Pause), "an input began a press: {step:?}");
                    }
                    Phase::EaseOff => prop_assert!(stopped, "{step:?}"),
                    to => prop_assert_eq!(to, Phase::Ready),
                }
            }
            if step.from == Phase::Hands && step.accepted && step.at.1.since(since) < lead_in {
                prop_assert!(!stays, "an input in the lead-in was taken and led nowhere: {step:?}");
            }
            if step.to == Phase::Hands && !stays {
                asked_for = match step.event {
                    Some(Event::GoOn) => step.from == Phase::Ready,
                    Some(Event::NextRound(NextRound::SameAgain | NextRound::ALittleMore)) => step.from == Phase::NextRound,
                    _ => false,
                };
                prop_assert!(asked_for, "a lead-in that nobody asked for: {step:?}");
            }
            if step.from == Phase::CheckIn && !stays {
                checked |= step.event == Some(Event::CheckIn(CheckIn::None));
            }
            if step.to == Phase::PressOn && !stays {
                prop_assert!(std::mem::take(&mut checked), "a press after a press: {step:?}");
            }
            if !stays || step.cue_changed {
                since = step.at.1;
            }
        }
    }

    /// 6.2, the lists: whoever has waited for over an hour in one place, by either clock, presses no more.
    #[test]
    fn rule_2_no_press_on_lists_that_were_read_long_ago(acts in acts(), plan in plans(), setup in setups()) {
        let walk = Walk::take(plan, setup, &acts);
        let (mut since, mut jumped, mut long_ago) = (morning().moment, 0i64, false);
        for step in &walk.steps {
            jumped += step.wall_jump;
            let over = step.from.is_after_a_stop() || matches!(step.from, Phase::NotToday | Phase::Finish | Phase::Closed);
            let steady = step.at.1.since(since);
            let wall = jumped.saturating_add(i64::try_from(steady.as_secs()).unwrap_or(i64::MAX)).unsigned_abs();
            // A second of slack: the clock on the wall is added up in whole ones here.
            long_ago |= !over && (steady > LISTS_HOLD || wall > LISTS_HOLD.as_secs() + 1);
            prop_assert!(!(long_ago && step.to == Phase::PressOn && step.from != Phase::PressOn), "{step:?}");
            if step.from != step.to {
                (since, jumped) = (step.at.1, 0);
            }
        }
    }

    /// 6.3: from a press or a hold, everything leads to letting go or easing off; a hold follows only on a press, by the
    /// clock, never on anything else.
    #[test]
    fn rule_3_press_and_hold_lead_to_letting_go_and_never_back(
        acts in acts(), plan in plans(), setup in setups(),
    ) {
        let walk = Walk::take(plan, setup, &acts);
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

    /// 6.3, no end: pressure that is looked after never lasts longer than the plan's press and hold, at the person's own
    /// pace the longest hold, whatever they do or leave undone.
    #[test]
    fn rule_3_pressure_never_lasts_without_end(acts in acts(), plan in plans(), setup in setups()) {
        let walk = Walk::take(plan, setup, &acts);
        let numbers = plan.numbers();
        let hold = if setup.self_paced { LONGEST_HOLD } else { Duration::from_secs(numbers.hold_secs.into()) };
        let most = Duration::from_secs(numbers.ramp_secs.into()) + hold + LATE * 2;
        let mut since = None;
        for step in &walk.steps {
            // The last look that found pressure on: what the computer does not see it can not end.
            if let Some(since) = since.filter(|_| step.from.is_pressing()) {
                prop_assert!(step.at.0.since(since) <= most, "{:?} of {most:?}: {step:?}", step.at.0.since(since));
            }
            match (step.from.is_pressing(), step.to.is_pressing()) {
                (false, true) => since = Some(step.at.1),
                (true, false) => since = None,
                _ => {}
            }
        }
    }

    /// 6.3, the wall clock: a computer that slept while its steady clock stood still, or a clock that was set, ends a
    /// press as well.
    #[test]
    fn rule_3_a_jump_of_the_wall_clock_ends_a_press(
        before in 0u64..7_900, secs in prop_oneof![-90_000i64..-1, 2i64..90_000],
        position in select(Position::ALL.to_vec()), self_paced: bool,
    ) {
        let plan = crate::walker::protocol().session;
        let mut walk = Walk::new(plan, Setup { self_paced, ..plain(position) });
        walk.act(Act::Choose { index: 0 });
        (0..3).for_each(|_| walk.act(Act::FollowThePhase));
        walk.act(Act::Choose { index: 0 });
        walk.act(Act::FollowThePhase);
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
        acts in acts(), millis in 0u64..3_000, plan in plans(), setup in setups(),
    ) {
        let mut walk = Walk::take(plan, setup, &acts);
        let phase = walk.session.phase();
        walk.pass(millis);
        walk.look(Some(Event::Stop));
        let to = walk.session.phase();
        if phase.is_after_a_stop() || matches!(phase, Phase::NotToday | Phase::Finish | Phase::Closed) {
            prop_assert_eq!(to, phase, "nothing is left to stop");
        } else {
            prop_assert_eq!(to, Phase::EaseOff);
            prop_assert!(walk.session.locks_today(), "not explained yet, so it counts as a sign");
        }
    }

    /// 6.5: nothing passes a question or a step by itself: no clock, no disturbance, no pause, however long it takes.
    /// At the person's own pace that holds for every phase in which the hands are free. Settling with an ache that was said
    /// is no question any more.
    #[test]
    fn rule_5_nothing_passes_a_question_by_itself(acts in acts(), plan in plans(), setup in setups()) {
        let walk = Walk::take(plan, setup, &acts);
        for step in &walk.steps {
            let by_clock = matches!(
                step.from,
                Phase::Core(_) | Phase::Hands | Phase::PressOn | Phase::Hold | Phase::LetGo | Phase::Breathe
            );
            let settles = step.from == Phase::Settle && step.to == Phase::Core(CoreCue::Belly) && !setup.self_paced
                && step.ache.0.is_some_and(|ache| ache <= 6);
            let waits = !settles && (!by_clock || (setup.self_paced && !step.from.uses_a_hand()));
            let by_itself = match step.event {
                None | Some(Event::Pause | Event::ListSeen) => true,
                Some(Event::Interrupted(why)) => why != Interruption::Closing,
                Some(_) => !step.accepted,
            };
            // A disturbance in a core cue leads back to settling: that is not past anything.
            let back = matches!(step.from, Phase::Core(_)) && step.to == Phase::Settle;
            prop_assert!(!(waits && by_itself) || step.to == step.from || back, "{step:?}");
            let stays = step.up.0 == step.up.1;
            prop_assert!(stays || (!by_itself && step.from == Phase::Finish), "the way up went on by itself: {step:?}");
        }
    }

    /// 6.6, effort: by one, by the person's own "a little more", never above the cap, and no press at all after a sign.
    #[test]
    fn rule_6_effort_rises_by_one_by_the_person_and_never_after_a_sign(
        acts in acts(), plan in plans(), setup in setups(),
    ) {
        let walk = Walk::take(plan, setup, &acts);
        let (mut sign, mut rises) = (false, 0);
        for step in &walk.steps {
            let (before, after) = (step.effort.0.value(), step.effort.1.value());
            prop_assert!(after <= Effort::CAP && after <= plan.effort_cap().value());
            if after != before {
                let taken_back = matches!(step.event, Some(Event::StepBack | Event::Happened(Happened::ByMistake)));
                let more = step.event == Some(Event::NextRound(NextRound::ALittleMore));
                prop_assert!((more && after == before + 1) || (taken_back && after + 1 == before), "{step:?}");
                // What is taken back was asked for and not pressed yet: it can not be asked for twice without a press.
                rises += i8::from(more) - i8::from(taken_back);
                prop_assert!((0..=1).contains(&rises), "{step:?}");
            }
            if step.to == Phase::PressOn {
                rises = 0;
            }
            if let Some(Event::CheckIn(answer)) = step.event
                && step.from == Phase::CheckIn && step.to != Phase::CheckIn
            {
                sign |= answer != CheckIn::None;
            }
            sign |= matches!(step.to, Phase::EaseOff | Phase::NotToday);
            if step.from == Phase::WhatHappened && step.event == Some(Event::Happened(Happened::ByMistake)) && step.accepted {
                sign &= step.from == step.to;
            }
            prop_assert!(!(sign && step.to.is_pressing()), "pressing after a sign: {step:?}");
        }
    }

    /// 6.6, numbers: at most five presses and the plan's rounds; a hold that is looked after lasts its seconds, 3 to 8,
    /// at one's own pace 8 at most, and a release is never cut short but by Stop.
    #[test]
    fn rule_6_rounds_holds_and_releases_keep_to_their_numbers(
        acts in acts(), plan in plans(), setup in setups(),
    ) {
        let walk = Walk::take(plan, setup, &acts);
        let numbers = plan.numbers();
        prop_assert!((3..=8).contains(&numbers.hold_secs) && (3..=6).contains(&numbers.release_secs));
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
                    let own_pace = setup.self_paced.then_some(LONGEST_HOLD);
                    let whole = own_pace.unwrap_or(Duration::from_secs(numbers.hold_secs.into()));
                    prop_assert!(inside <= whole, "held for {inside:?} of {whole:?}");
                    let by_clock = step.event.is_none() && step.at.1.since(step.at.0) <= LATE;
                    prop_assert!(!by_clock || (whole..=whole + LATE).contains(&lasted) || step.wall_jump != 0 || lasted <= whole);
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
        prop_assert_eq!(walk.session.plan(), &plan);
    }
}

/// The walks above would prove nothing if they never pressed.
#[test]
fn the_random_walks_reach_every_phase() {
    let mut runner = TestRunner::deterministic();
    let strategy = (acts(), plans(), setups());
    let (mut held, mut third_round, mut own_pace, mut put_off, mut mistaken) = (0, 0, 0, 0, 0);
    let mut seen = std::collections::HashSet::new();
    let walks = 1_000;
    for _ in 0..walks {
        let (acts, plan, setup) = strategy.new_tree(&mut runner).expect("a walk").current();
        let walk = Walk::take(plan, setup, &acts);
        let has_held = walk.steps.iter().any(|step| step.to == Phase::Hold);
        held += usize::from(has_held);
        own_pace += usize::from(has_held && setup.self_paced);
        put_off += usize::from(walk.steps.iter().any(|step| step.from == Phase::Hands && step.to == Phase::Ready));
        let by_mistake = |step: &Step| step.from == Phase::WhatHappened && !step.to.is_after_a_stop() && step.to != Phase::Finish;
        mistaken += usize::from(walk.steps.iter().any(by_mistake));
        third_round += usize::from(walk.session.round() >= 3);
        seen.extend(walk.steps.iter().map(|step| step.to));
    }
    assert!(held * 3 > walks, "only {held} of {walks} walks reached a hold");
    assert!(own_pace * 10 > walks, "only {own_pace} of {walks} walks held at their own pace");
    assert!(put_off * 20 > walks, "only {put_off} of {walks} walks put a press off in the lead-in");
    assert!(mistaken * 200 > walks, "only {mistaken} of {walks} walks took a stop back");
    assert!(third_round * 40 > walks, "only {third_round} of {walks} walks reached a third round");
    // Steps 0 to 2 on the way down, and the four cards of advice.
    assert_eq!(seen.len(), 25, "{seen:?}");
}

/// Both hands get their turn on all fours, a broken-off round keeps its hand, and the sore side is up and begins.
#[test]
fn hands_take_turns_on_all_fours_and_never_elsewhere() {
    let mut runner = TestRunner::deterministic();
    let strategy = (acts(), plans(), setups());
    for _ in 0..2_000 {
        let (acts, plan, setup) = strategy.new_tree(&mut runner).expect("a walk").current();
        let mut session: Session = Walk::new(plan, setup).session;
        let first = session.hand();
        match setup.position {
            Position::AllFours => assert!(first.is_some() && (setup.sore_side.is_none() || first == setup.sore_side)),
            Position::Side => assert_eq!(first, setup.sore_side),
            _ => assert_eq!(first, None),
        }
        session = Walk::take(plan, setup, &acts).session;
        let turned = setup.position == Position::AllFours && session.round().is_multiple_of(2);
        assert_eq!(session.hand() != first, turned);
    }
}
