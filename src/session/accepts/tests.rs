//! Which events belong to which phase, phase by phase.

use jiff::civil::date;
use jiff::tz::Offset;

use super::super::gates::tests::pass;
use super::super::plan::tests::USUAL;
use super::super::{CheckIn, Feel, Happened, Plan, Position, Setup};
use super::*;
use crate::moment::{Moment, Now, Stamp};

const STEPS_DOWN: u8 = 3;
const STEPS_UP: u8 = 3;

fn at(phase: Phase) -> Session {
    let now = Now::new(Moment::START, Stamp::new(date(2026, 11, 22).at(9, 0, 0, 0), Offset::UTC));
    let setup = Setup { steps_down: STEPS_DOWN, steps_up: STEPS_UP, ..Setup::in_place(Position::Back) };
    Session::at(phase, Plan::new(USUAL).expect("inside every range"), setup, Some(pass(now)), now).0
}

/// Every event, one of each kind where the kind alone decides.
fn all() -> Vec<Event> {
    let plain = [Event::Stop, Event::Pause, Event::GoOn, Event::StepBack, Event::SkipSteps, Event::HaveLetGo, Event::ListSeen];
    let closing = Event::Interrupted(Interruption::Closing);
    let answers = [
        closing,
        Event::Ache(ACHE_SCALE),
        Event::Ache(ACHE_SCALE + 1),
        Event::CheckIn(CheckIn::None),
        Event::NextRound(NextRound::SameAgain),
        Event::NextRound(NextRound::ALittleMore),
        Event::NextRound(NextRound::Enough),
        Event::Happened(Happened::ALL[0]),
        Event::Signs(ListAnswer::OneOrMore),
        Event::Signs(ListAnswer::NoneOfThese),
        Event::Feel(Feel::Same),
        Event::Done,
    ];
    plain.into_iter().chain(answers).collect()
}

fn accepts(session: &Session, expected: &[Event]) {
    for event in all() {
        assert_eq!(session.accepts(event), expected.contains(&event), "{event:?} in {:?}", session.phase());
    }
}

#[test]
fn steps_down_lead_on_back_and_past_the_rest() {
    accepts(&at(Phase::GettingDown(0)), &[Event::Stop, Event::GoOn, Event::SkipSteps]);
    accepts(&at(Phase::GettingDown(1)), &[Event::Stop, Event::GoOn, Event::StepBack, Event::SkipSteps]);
    accepts(&at(Phase::GettingDown(2)), &[Event::Stop, Event::GoOn, Event::StepBack]);
}

#[test]
fn settling_goes_on_only_once_the_ache_was_said() {
    let unsaid = at(Phase::Settle);
    accepts(&unsaid, &[Event::Stop, Event::Ache(ACHE_SCALE)]);
    let said = Session { ache: Some(3), ..unsaid };
    accepts(&said, &[Event::Stop, Event::Ache(ACHE_SCALE), Event::GoOn, Event::Pause]);
}

#[test]
fn while_something_is_done_by_the_clock_it_can_be_left_and_not_hurried() {
    for phase in [Phase::Hands, Phase::PressOn, Phase::Hold] {
        accepts(&at(phase), &[Event::Stop, Event::Pause]);
    }
    for phase in [Phase::LetGo, Phase::Breathe] {
        accepts(&at(phase), &[Event::Stop]);
    }
    let pressed = Session { presses_begun: 1, ..at(Phase::Hold) };
    accepts(&pressed, &[Event::Stop, Event::Pause, Event::Interrupted(Interruption::Closing)]);
}

#[test]
fn a_question_takes_its_own_answers_and_no_more() {
    accepts(&at(Phase::Ready), &[Event::Stop, Event::GoOn, Event::StepBack]);
    accepts(&at(Phase::CheckIn), &[Event::Stop, Event::CheckIn(CheckIn::None)]);
    let again = [NextRound::SameAgain, NextRound::ALittleMore, NextRound::Enough].map(Event::NextRound);
    accepts(&at(Phase::NextRound), &[&again[..], &[Event::Stop]].concat());
    let long_ago = Session { asked_long_ago: true, ..at(Phase::NextRound) };
    assert!(!long_ago.accepts(Event::NextRound(NextRound::SameAgain)), "no press on lists that were read too long ago");
    assert!(!long_ago.accepts(Event::NextRound(NextRound::ALittleMore)));
    assert!(long_ago.accepts(Event::NextRound(NextRound::Enough)));
}

#[test]
fn after_a_stop_the_list_is_read_before_none_of_these() {
    accepts(&at(Phase::EaseOff), &[Event::HaveLetGo]);
    accepts(&at(Phase::WhatHappened), &[Event::Happened(Happened::ALL[0])]);
    let unread = at(Phase::SignsAgain);
    accepts(&unread, &[Event::ListSeen, Event::Signs(ListAnswer::OneOrMore)]);
    let read = Session { list_seen: true, ..unread };
    accepts(&read, &[Event::Signs(ListAnswer::OneOrMore), Event::Signs(ListAnswer::NoneOfThese)]);
    accepts(&at(Phase::NotToday), &[Event::Done]);
    accepts(&at(Phase::Closed), &[]);
}

#[test]
fn steps_up_lead_on_until_the_person_is_up() {
    let (feel, done) = (Event::Feel(Feel::Same), Event::Done);
    accepts(&at(Phase::Finish), &[feel, done, Event::GoOn, Event::SkipSteps]);
    let first = Session { step_up: Some(0), ..at(Phase::Finish) };
    accepts(&first, &[feel, done, Event::GoOn, Event::SkipSteps]);
    let second = Session { step_up: Some(1), ..at(Phase::Finish) };
    accepts(&second, &[feel, done, Event::GoOn, Event::SkipSteps, Event::StepBack]);
    let up = Session { step_up: Some(STEPS_UP), ..at(Phase::Finish) };
    accepts(&up, &[feel, done, Event::StepBack]);
}
