//! What each key says in each phase: the table of screens.md, row by row.

use std::time::Duration;

use jiff::civil::date;
use jiff::tz::Offset;

use super::super::gates::tests::pass;
use super::super::plan::tests::USUAL;
use super::super::{CoreCue, Feel, Happened, Plan, Position, Setup};
use super::*;
use crate::moment::{Moment, Stamp};

const STEPS_DOWN: u8 = 3;
const STEPS_UP: u8 = 3;
const ALL: [KeyAct; 9] = [
    KeyAct::GoOn,
    KeyAct::Enter,
    KeyAct::Back,
    KeyAct::More,
    KeyAct::Skip,
    KeyAct::LetGo,
    KeyAct::Number(1),
    KeyAct::Other,
    KeyAct::Stop,
];

fn now() -> Now {
    Now::new(Moment::START, Stamp::new(date(2026, 11, 22).at(9, 0, 0, 0), Offset::UTC))
}

/// A session that has just come to this phase.
fn at(phase: Phase) -> Session {
    let setup = Setup { steps_down: STEPS_DOWN, steps_up: STEPS_UP, ..Setup::in_place(Position::Back) };
    Session::at(phase, Plan::new(USUAL).expect("inside every range"), setup, Some(pass(now())), now()).0
}

/// What each key says a while later, those left out being silent.
fn says(session: &Session, seen: Seen, expected: &[(KeyAct, Event)]) {
    let later = now().plus(Duration::from_secs(1));
    for key in ALL {
        let event = expected.iter().find(|(of, _)| *of == key).map(|&(_, event)| event);
        assert_eq!(session.event_of(key, seen, later), event, "{key:?} in {:?}, {seen:?}", session.phase());
    }
}

fn says_in_both(session: &Session, expected: &[(KeyAct, Event)]) {
    says(session, Seen::Usual, expected);
    says(session, Seen::Floor, expected);
}

#[test]
fn on_the_way_down_a_step_leads_on_or_back_and_the_steps_can_be_left_out() {
    use KeyAct::{Back, Enter, GoOn, Skip, Stop};
    let on = [(GoOn, Event::GoOn), (Enter, Event::GoOn), (Stop, Event::Stop)];
    says_in_both(&at(Phase::GettingDown(0)), &[&on[..], &[(Skip, Event::SkipSteps)]].concat());
    says_in_both(&at(Phase::GettingDown(1)), &[&on[..], &[(Back, Event::StepBack), (Skip, Event::SkipSteps)]].concat());
    says_in_both(&at(Phase::GettingDown(2)), &[&on[..], &[(Back, Event::StepBack), (Skip, Event::GoOn)]].concat());
}

#[test]
fn while_settling_back_counts_the_ache_and_a_number_says_it() {
    use KeyAct::{Back, Enter, GoOn, LetGo, Number, Stop};
    let unsaid = at(Phase::Settle);
    says_in_both(&unsaid, &[(Back, Event::Ache(0)), (Number(1), Event::Ache(1)), (Stop, Event::Stop)]);
    assert_eq!(unsaid.event_of(Number(10), Seen::Floor, now()), Some(Event::Ache(10)));
    assert_eq!(unsaid.event_of(Number(11), Seen::Floor, now()), None);
    let said = Session { ache: Some(3), ..at(Phase::Settle) };
    let mut all =
        vec![(GoOn, Event::GoOn), (Enter, Event::GoOn), (Back, Event::Ache(4)), (LetGo, Event::Pause), (Stop, Event::Stop)];
    says(&said, Seen::Floor, &all);
    all.push((Number(1), Event::Ache(1)));
    says(&said, Seen::Usual, &all);
}

#[test]
fn by_the_clock_every_key_lets_go_and_at_ones_own_pace_one_leads_on() {
    use KeyAct::{Back, Enter, GoOn, LetGo, Other, Stop};
    for phase in [Phase::Core(CoreCue::Belly), Phase::PressOn, Phase::Hold] {
        let lets_go = |key: &KeyAct| *key != Stop && *key != Other;
        let mut all: Vec<_> = ALL.into_iter().filter(lets_go).map(|key| (key, Event::Pause)).collect();
        all.push((Stop, Event::Stop));
        says(&at(phase), Seen::Usual, &all);
        all.push((Other, Event::Pause));
        says(&at(phase), Seen::Floor, &all);
    }
    let mut own = at(Phase::Core(CoreCue::Belly));
    own.setup.self_paced = true;
    says_in_both(
        &own,
        &[(GoOn, Event::GoOn), (Enter, Event::GoOn), (Back, Event::Pause), (LetGo, Event::Pause), (Stop, Event::Stop)],
    );
    says_in_both(&at(Phase::LetGo), &[(Stop, Event::Stop)]);
    says_in_both(&at(Phase::Breathe), &[(Stop, Event::Stop)]);
}

#[test]
fn while_the_hands_get_there_any_key_is_not_yet_but_not_in_haste() {
    let hands = at(Phase::Hands);
    let all: Vec<_> = ALL.map(|key| (key, if key == KeyAct::Stop { Event::Stop } else { Event::Pause })).to_vec();
    says_in_both(&hands, &all);
    let guarded = now().plus(ANSWER_GUARD);
    assert_eq!(hands.event_of(KeyAct::GoOn, Seen::Usual, guarded), Some(Event::Pause), "at the guard's end");
    let in_haste = now().plus(ANSWER_GUARD - Duration::from_millis(1));
    assert_eq!(hands.event_of(KeyAct::GoOn, Seen::Usual, in_haste), None);
    assert_eq!(hands.event_of(KeyAct::Stop, Seen::Usual, in_haste), Some(Event::Stop), "Stop is never too early");
}

#[test]
fn where_something_waits_only_a_key_that_means_something_does_something() {
    use KeyAct::{Back, Enter, GoOn, More, Number, Stop};
    let stop = (Stop, Event::Stop);
    says_in_both(&at(Phase::Ready), &[(GoOn, Event::GoOn), (Enter, Event::GoOn), (Back, Event::StepBack), stop]);

    let light = [(GoOn, Event::CheckIn(CheckIn::None)), (Back, Event::CheckIn(CheckIn::NotSure)), stop];
    says(&at(Phase::CheckIn), Seen::Floor, &light);
    let first = (Number(1), Event::CheckIn(CheckIn::ALL[0]));
    says(&at(Phase::CheckIn), Seen::Usual, &[&light[..], &[first]].concat());
    assert_eq!(at(Phase::CheckIn).event_of(Number(0), Seen::Usual, now()), None);

    let again = [
        (GoOn, Event::NextRound(NextRound::SameAgain)),
        (More, Event::NextRound(NextRound::ALittleMore)),
        (Back, Event::NextRound(NextRound::Enough)),
        stop,
    ];
    says(&at(Phase::NextRound), Seen::Floor, &again);
    says(&at(Phase::NextRound), Seen::Usual, &[&again[..], &[(Number(1), Event::NextRound(NextRound::SameAgain))]].concat());

    says(&at(Phase::WhatHappened), Seen::Floor, &[]);
    says(&at(Phase::WhatHappened), Seen::Usual, &[(Number(1), Event::Happened(Happened::ALL[0]))]);
    says_in_both(&at(Phase::SignsAgain), &[]);
    says_in_both(&at(Phase::Closed), &[]);
}

#[test]
fn letting_go_is_not_rushed_through() {
    let (ease_off, early) = (at(Phase::EaseOff), now().plus(Duration::from_secs(1)));
    let over = now().plus(Duration::from_secs(60));
    for key in ALL {
        assert_eq!(ease_off.event_of(key, Seen::Usual, early), None, "{key:?}");
    }
    let leads_on = |key: &KeyAct| ease_off.event_of(*key, Seen::Usual, over).is_some();
    assert_eq!(ALL.into_iter().filter(leads_on).collect::<Vec<_>>(), [KeyAct::GoOn, KeyAct::Enter]);
    assert_eq!(ease_off.event_of(KeyAct::GoOn, Seen::Floor, over), Some(Event::HaveLetGo));
}

#[test]
fn on_the_way_up_steps_lead_on_until_there_is_none_and_then_back_says_how_it_feels() {
    use KeyAct::{Back, Enter, GoOn, More};
    let on = [(GoOn, Event::GoOn), (Enter, Event::GoOn)];
    says_in_both(&at(Phase::Finish), &on);
    let first = Session { step_up: Some(0), ..at(Phase::Finish) };
    says_in_both(&first, &[&on[..], &[(More, Event::SkipSteps)]].concat());
    let second = Session { step_up: Some(1), ..at(Phase::Finish) };
    says_in_both(&second, &[&on[..], &[(Back, Event::StepBack), (More, Event::SkipSteps)]].concat());
    let last = |feel| Session { step_up: Some(STEPS_UP), feel, ..at(Phase::Finish) };
    for (feel, next) in
        [(None, Feel::Eased), (Some(Feel::Eased), Feel::Same), (Some(Feel::Same), Feel::Worse), (Some(Feel::Worse), Feel::Eased)]
    {
        says_in_both(&last(feel), &[(GoOn, Event::Done), (Enter, Event::Done), (Back, Event::Feel(next))]);
    }
}
