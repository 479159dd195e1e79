//! health.md section 6, points 7 to 9, the session's half: what counts, what locks, which card follows which sign.
//!
//! The limit itself and the gates have tests of their own; this holds what the session tells them.

use gentleback::session::{
    Advice, CheckIn, Ending, Event, Feel, Happened, Interruption, LONGEST_HOLD, ListAnswer, NextRound, Phase, Position, Setup,
};
use proptest::prelude::*;

use crate::walk::{Act, Walk, acts, cases, plain, plans, setups};

proptest! {
    #![proptest_config(cases())]

    /// 6.7: a session counts if and only if something was held, and from then on for ever, whatever either clock does.
    #[test]
    fn rule_7_what_was_held_counts_and_nothing_takes_it_back(acts in acts(), plan in plans(), setup in setups()) {
        let mut walk = Walk::new(plan, setup);
        let (mut held, mut length) = (false, walk.session.outcome().length);
        for act in acts {
            let seen = walk.steps.len();
            walk.act(act);
            for step in walk.steps.iter().skip(seen) {
                held |= step.to == Phase::Hold;
            }
            let outcome = walk.session.outcome();
            prop_assert!(!held || outcome.counts(), "held, and it does not count");
            prop_assert!(!outcome.counts() || walk.steps.iter().any(|step| step.to.is_pressing()));
            prop_assert!(outcome.length >= length, "time went back");
            prop_assert!(outcome.rounds_done <= plan.rounds());
            length = outcome.length;
        }
    }

    /// 6.8: after a sign, or a stop that nobody has explained, the day is locked and stays so; only "I just wanted to
    /// stop" and "I chose Stop by mistake" open it again, and only the mistake leads back. The card is the one that fits the sign and the list.
    #[test]
    fn rule_8_a_sign_locks_the_day_and_leads_to_its_card(acts in acts(), plan in plans(), setup in setups()) {
        let walk = Walk::take(plan, setup, &acts);
        let (mut sign, mut listed) = (None, false);
        for step in &walk.steps {
            match (step.from, step.event) {
                (Phase::CheckIn, Some(Event::CheckIn(answer))) if step.to != step.from => sign = answer.sign(),
                (Phase::WhatHappened, Some(Event::Happened(answer))) if step.to != step.from => sign = Some(answer),
                (Phase::SignsAgain, Some(Event::Signs(answer))) if step.to != step.from => {
                    listed = answer == ListAnswer::OneOrMore;
                }
                _ => {}
            }
            if let (Phase::SignsAgain, Phase::Advice(card)) = (step.from, step.to) {
                let fitting = match sign {
                    _ if listed => Advice::Emergency,
                    Some(Happened::Weak) => Advice::Emergency,
                    Some(Happened::MorePain) => Advice::IfItStays,
                    _ => Advice::Today,
                };
                prop_assert_eq!(card, fitting);
            }
            let mistake = step.from == Phase::WhatHappened && step.event == Some(Event::Happened(Happened::ByMistake));
            if mistake && step.from != step.to {
                let back = matches!(step.to, Phase::GettingDown(_) | Phase::Settle | Phase::CheckIn);
                prop_assert!(back && sign == Some(Happened::ByMistake), "{step:?}");
                (sign, listed) = (None, false);
            } else if step.from.is_after_a_stop() && step.to != Phase::Finish {
                prop_assert!(step.to.is_after_a_stop() || step.to == Phase::Closed, "a way back: {step:?}");
            }
        }
        let outcome = walk.session.outcome();
        let stopped = matches!(outcome.ending, Ending::Stopped(what) if what != Some(Happened::JustStopped));
        prop_assert_eq!(outcome.locks_today, stopped || outcome.feel == Some(Feel::Worse));
    }

    /// Closing the window before the first press reports no sign: it changes nothing. From the first press to the finish
    /// it eases off and locks the day, as Stop does.
    #[test]
    fn closing_is_a_stop_from_the_first_press_on_and_not_before(acts in acts(), plan in plans(), setup in setups()) {
        let mut walk = Walk::take(plan, setup, &acts);
        let (phase, before) = (walk.session.phase(), walk.session.outcome());
        let pressed = walk.steps.iter().any(|step| step.to == Phase::PressOn);
        walk.look(Some(Event::Interrupted(Interruption::Closing)));
        let after = walk.session.outcome();
        let over = phase.is_after_a_stop() || matches!(phase, Phase::NotToday | Phase::Finish | Phase::Closed);
        if pressed && !over {
            prop_assert_eq!(walk.session.phase(), Phase::EaseOff);
            prop_assert!(after.locks_today, "a stop that nobody explained counts as a sign");
        } else {
            prop_assert!(over || walk.session.phase() != Phase::EaseOff);
            prop_assert_eq!((after.ending, after.locks_today), (before.ending, before.locks_today));
        }
    }

    /// 6.9: "not sure" goes the same way as a sharp pain, step for step.
    #[test]
    fn rule_9_not_sure_is_a_yes(acts in acts(), plan in plans(), setup in setups()) {
        let swapped: Vec<Act> = acts.iter().map(|&act| match act {
            Act::Throw { event: Event::CheckIn(CheckIn::NotSure), millis } => {
                Act::Throw { event: Event::CheckIn(CheckIn::Sharp), millis }
            }
            Act::Throw { event: Event::Happened(Happened::NotSure), millis } => {
                Act::Throw { event: Event::Happened(Happened::Sharp), millis }
            }
            act => act,
        }).collect();
        let phases = |acts: &[Act]| -> Vec<Phase> {
            Walk::take(plan, setup, acts).steps.iter().map(|step| step.to).collect()
        };
        prop_assert_eq!(phases(&acts), phases(&swapped));
    }
}

/// Takes a walk to the check-in, and on from there.
fn at_check_in(setup: Setup) -> Walk {
    let mut walk = Walk::new(crate::walker::protocol().session, setup);
    walk.act(Act::Choose { index: 0 });
    (0..3).for_each(|_| walk.act(Act::FollowThePhase));
    walk.act(Act::Choose { index: 0 });
    (0..5).for_each(|_| walk.act(Act::FollowThePhase));
    assert_eq!(walk.session.phase(), Phase::CheckIn);
    walk
}

/// Every sign with every answer to the list, from the check-in and from a stop.
#[test]
fn every_sign_and_list_answer_has_its_one_card() {
    for (happened, list, card) in [
        (Happened::Sharp, ListAnswer::NoneOfThese, Advice::Today),
        (Happened::Sharp, ListAnswer::OneOrMore, Advice::Emergency),
        (Happened::MorePain, ListAnswer::NoneOfThese, Advice::IfItStays),
        (Happened::MorePain, ListAnswer::OneOrMore, Advice::Emergency),
        (Happened::Numb, ListAnswer::NoneOfThese, Advice::Today),
        (Happened::Numb, ListAnswer::OneOrMore, Advice::Emergency),
        (Happened::Weak, ListAnswer::NoneOfThese, Advice::Emergency),
        (Happened::Weak, ListAnswer::OneOrMore, Advice::Emergency),
        (Happened::NotSure, ListAnswer::NoneOfThese, Advice::Today),
        (Happened::NotSure, ListAnswer::OneOrMore, Advice::Emergency),
    ] {
        for by_check_in in [false, true] {
            let mut walk = at_check_in(plain(Position::Back));
            let wait = |walk: &mut Walk| (0..4).for_each(|_| walk.act(Act::Skip { millis: 200 }));
            wait(&mut walk);
            if by_check_in {
                let answer = CheckIn::ALL.into_iter().find(|answer| answer.sign() == Some(happened)).expect("an answer");
                walk.look(Some(Event::CheckIn(answer)));
            } else {
                walk.look(Some(Event::Stop));
                wait(&mut walk);
                walk.look(Some(Event::HaveLetGo));
                wait(&mut walk);
                walk.look(Some(Event::Happened(happened)));
            }
            assert_eq!(walk.session.phase(), Phase::SignsAgain);
            wait(&mut walk);
            walk.look(Some(Event::ListSeen));
            walk.look(Some(Event::Signs(list)));
            assert_eq!(walk.session.phase(), Phase::Advice(card), "{happened:?} {list:?}");
            assert!(walk.session.locks_today());
            walk.look(Some(Event::Stop));
            assert_eq!(walk.session.phase(), Phase::Advice(card), "nothing leads back");
        }
    }
}

#[test]
fn worse_leads_to_advice_and_twice_in_a_row_to_someone() {
    for (worse_last_time, card) in [(false, Advice::IfItStays), (true, Advice::SeeSomeone)] {
        let mut walk = at_check_in(Setup { worse_last_time, ..plain(Position::Wall) });
        for event in [Event::CheckIn(CheckIn::None), Event::NextRound(NextRound::Enough), Event::Feel(Feel::Worse), Event::Done] {
            (0..4).for_each(|_| walk.act(Act::Skip { millis: 200 }));
            walk.look(Some(event));
        }
        assert_eq!(walk.session.phase(), Phase::Advice(card));
        assert!(walk.session.locks_today());
    }
}

/// Both hands under the back and nobody taps: from "ready" to free hands it all goes by itself, and the round counts.
#[test]
fn whoever_can_not_tap_is_led_through_a_press_at_their_own_pace() {
    let mut walk = Walk::new(crate::walker::protocol().session, Setup { self_paced: true, ..plain(Position::Back) });
    for _ in 0..5 {
        walk.act(Act::Choose { index: 0 });
    }
    assert_eq!(walk.session.phase(), Phase::Hands);
    let began = walk.now.moment;
    while walk.session.phase().uses_a_hand() {
        walk.act(Act::Wake);
    }
    let numbers = walk.session.plan().numbers();
    let secs = numbers.lead_in_own_pace_secs + numbers.ramp_secs + numbers.release_secs;
    assert_eq!(walk.now.moment.since(began), LONGEST_HOLD + std::time::Duration::from_secs(secs.into()));
    assert_eq!(walk.session.phase(), Phase::Breathe, "the hands are free");
    assert!(walk.session.outcome().counts() && !walk.session.round_broken_off());
}
