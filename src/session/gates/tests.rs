//! The table of health.md 4.1, line by line.

use std::time::Duration;

use jiff::civil::{Date, date};
use jiff::tz::Offset;

use super::*;
use crate::moment::Stamp;

const TODAY: Date = date(2026, 11, 22);
const NONE: GateEvent = GateEvent::Signs(ListAnswer::NoneOfThese);
const SOME: GateEvent = GateEvent::Signs(ListAnswer::OneOrMore);

fn at(millis: u64) -> Now {
    let start = Now::new(Moment::START, Stamp::new(TODAY.at(9, 0, 0, 0), Offset::UTC));
    start.plus(Duration::from_millis(millis))
}

/// A person who has answered everything that is kept, today.
fn known() -> GateMemory {
    GateMemory { consent_given: true, consulted_on: Some(TODAY), talk_first_on: Some(TODAY), ..GateMemory::default() }
}

fn ache(value: u8) -> GateEvent {
    GateEvent::Ache(Ache::new(value).expect("on the scale"))
}

/// Goes through the questions at a calm pace; lists are read to their end first.
struct Person {
    gates: Gates,
    clock: u64,
}

impl Person {
    fn new(goal: Goal, memory: GateMemory) -> Self {
        Self { gates: Gates::new(goal, memory, at(0)), clock: 0 }
    }

    fn answers(mut self, events: &[GateEvent]) -> Self {
        for &event in events {
            self.clock += 2_000;
            self.gates.handle(GateEvent::ListSeen, at(self.clock));
            assert!(self.gates.accepts(event), "{event:?} at {:?}", self.gates.step());
            self.gates.handle(event, at(self.clock));
        }
        self
    }

    /// The questions that are asked when each list is answered with none, and the rest well.
    fn asked(mut self) -> Vec<Gate> {
        let mut asked = Vec::new();
        while let GateStep::Ask(gate) = self.gates.step() {
            asked.push(gate);
            self = self.answers(&[well(gate)]);
        }
        asked
    }

    fn step(&self) -> GateStep {
        self.gates.step()
    }
}

/// The answer that goes on.
fn well(gate: Gate) -> GateEvent {
    match gate {
        Gate::Consent => GateEvent::Understand,
        Gate::Checked => GateEvent::Checked(Clearance::Pressing),
        Gate::Consult => GateEvent::Consulted(Reply::Yes),
        Gate::Emergency | Gate::Urgent | Gate::TalkFirst | Gate::TodayList => NONE,
        Gate::WhichFit => GateEvent::Fits(Fits::Neither),
        Gate::Clearance => GateEvent::Clearance(Clearance::Pressing),
        Gate::Today => ache(2),
    }
}

/// The pass of a person who has no sign and a little ache.
pub(in crate::session) fn pass(now: Now) -> GatePass {
    let today = Some(now.date());
    let memory = GateMemory { consent_given: true, consulted_on: today, talk_first_on: today, ..GateMemory::default() };
    let mut gates = Gates::new(Goal::Pressing, memory, now);
    for (event, secs) in [(NONE, 1), (NONE, 2), (NONE, 3), (ache(2), 4)] {
        let now = now.plus(Duration::from_secs(secs));
        gates.handle(GateEvent::ListSeen, now);
        gates.handle(event, now);
    }
    gates.into_pass().ok().and_then(Pass::pressing).expect("no sign")
}

fn pressing(memory: GateMemory) -> Person {
    Person::new(Goal::Pressing, memory)
}

#[test]
fn the_first_time_every_gate_is_asked_in_order() {
    use Gate::{Consent, Consult, Emergency, TalkFirst, Today, TodayList, Urgent};
    let person = pressing(GateMemory::default());
    assert_eq!(person.asked(), [Consent, Consult, Emergency, Urgent, TalkFirst, TodayList, Today]);
    let person = Person::new(Goal::Movement, GateMemory::default());
    assert_eq!(
        person.asked(),
        [Consent, Emergency, Urgent, TalkFirst],
        "no ache, no list of the day and no G1 for easy movement"
    );
}

#[test]
fn on_a_usual_day_three_lists_and_a_number_are_asked() {
    assert_eq!(pressing(known()).asked(), [Gate::Emergency, Gate::Urgent, Gate::TodayList, Gate::Today]);
    let person = pressing(known()).answers(&[NONE, NONE, NONE, ache(6)]);
    assert_eq!(person.step(), GateStep::Pressing);
    let pass = person.gates.into_pass().ok().and_then(Pass::pressing).expect("pressing is open");
    assert_eq!(pass.starting_ache().value(), 6, "handed on, so that it is not asked twice");
}

#[test]
fn lists_are_counted_and_questions_are_not() {
    let person = pressing(GateMemory { talk_first_on: None, ..known() });
    assert_eq!(person.gates.list_number(), Some((1, 4)));
    let person = person.answers(&[NONE]);
    assert_eq!(person.gates.list_number(), Some((2, 4)));
    let person = person.answers(&[NONE]);
    assert_eq!(person.gates.list_number(), Some((3, 4)));
    let person = person.answers(&[SOME]);
    assert_eq!(person.gates.list_number(), None, "questions follow, and then the last list");
    assert_eq!(pressing(known()).gates.list_number(), Some((1, 3)));
    // A list that is not asked after all is not counted either.
    let person = pressing(GateMemory { consulted_on: None, ..known() }).answers(&[GateEvent::Consulted(Reply::No)]);
    assert_eq!(person.gates.list_number(), Some((1, 2)));
}

#[test]
fn a_consult_and_the_talk_first_list_come_back_after_thirty_days() {
    for (days, due) in [(0, false), (1, false), (29, false), (30, true), (400, true), (-1, true), (-40, true)] {
        let day = TODAY.checked_sub(jiff::Span::new().days(days)).expect("a day near today");
        let memory = GateMemory { consulted_on: Some(day), talk_first_on: Some(day), ..known() };
        assert_eq!((memory.consult_is_due(TODAY), memory.talk_first_is_due(TODAY)), (due, due), "{days} days ago");
        assert_eq!(pressing(memory).asked().contains(&Gate::Consult), due);
    }
}

#[test]
fn without_a_yes_to_g1_there_is_easy_movement_and_g1_is_asked_again() {
    for reply in [Reply::No, Reply::NotSure] {
        let person = pressing(GateMemory { talk_first_on: None, consulted_on: None, ..known() });
        let person = person.answers(&[GateEvent::Consulted(reply), NONE, NONE, NONE]);
        assert_eq!(person.step(), GateStep::Movement(WhyEasy::NotConsulted), "the lists are asked all the same");
        assert!(person.gates.memory().consult_is_due(TODAY));
        assert!(person.gates.into_pass().is_ok_and(|pass| pass.pressing().is_none()));
    }
}

#[test]
fn an_emergency_sign_ends_it_locks_the_day_and_has_g1_asked_afresh() {
    let person = pressing(known()).answers(&[SOME]);
    assert_eq!(person.step(), GateStep::Refused(Refusal::Emergency));
    assert!(Refusal::Emergency.locks_today());
    assert_eq!(person.gates.memory().consulted_on, None);
}

#[test]
fn an_urgent_sign_stays_until_a_check_is_confirmed() {
    let person = pressing(known()).answers(&[NONE, SOME]);
    assert_eq!(person.step(), GateStep::Refused(Refusal::Urgent));
    let memory = person.gates.memory();
    assert!(memory.needs_check && !Refusal::Urgent.locks_today());

    // Both kinds of session ask for the check first.
    for goal in [Goal::Pressing, Goal::Movement] {
        let person = Person::new(goal, memory);
        assert_eq!(person.step(), GateStep::Ask(Gate::Checked));
        let person = person.answers(&[GateEvent::Checked(Clearance::NoneYet)]);
        assert_eq!(person.step(), GateStep::Refused(Refusal::Urgent));
        assert!(person.gates.memory().needs_check);
    }
    let person = pressing(GateMemory { consulted_on: None, ..memory }).answers(&[GateEvent::Checked(Clearance::Pressing)]);
    assert_eq!(person.step(), GateStep::Ask(Gate::Emergency), "the same is not asked twice");
    assert_eq!((person.gates.memory().needs_check, person.gates.memory().consulted_on), (false, Some(TODAY)));

    let person = pressing(memory).answers(&[GateEvent::Checked(Clearance::MovementOnly), NONE, NONE]);
    assert_eq!(person.step(), GateStep::Movement(WhyEasy::Clearance));
    assert_eq!((person.gates.memory().needs_check, person.gates.memory().consulted_on), (false, None));
}

#[test]
fn who_should_talk_first_presses_only_with_a_professionals_yes() {
    let memory = GateMemory { talk_first_on: None, ..known() };
    let listed = |word| pressing(memory).answers(&[NONE, NONE, SOME, GateEvent::Fits(Fits::Neither), GateEvent::Clearance(word)]);
    let yes = listed(Clearance::Pressing);
    assert_eq!((yes.step(), yes.gates.memory().talk_first_on), (GateStep::Ask(Gate::TodayList), Some(TODAY)));
    let moves = listed(Clearance::MovementOnly);
    assert_eq!((moves.step(), moves.gates.memory().talk_first_on), (GateStep::Movement(WhyEasy::Clearance), None));
    let none = listed(Clearance::NoneYet);
    assert_eq!((none.step(), none.gates.memory().talk_first_on), (GateStep::Refused(Refusal::TalkFirst), None));
    assert!(!none.gates.memory().consult_is_due(TODAY), "G1 keeps its own yes");
}

#[test]
fn only_what_to_leave_out_is_kept_of_the_talk_first_list() {
    let memory = GateMemory { talk_first_on: None, ..known() };
    let kept = |fits| pressing(memory).answers(&[NONE, NONE, SOME, GateEvent::Fits(fits)]).gates.memory().avoid;
    let avoid = |back_lying, floor, pressing| Avoid { back_lying, floor, pressing };
    let all = avoid(true, true, true);
    assert_eq!((kept(Fits::Pregnancy), kept(Fits::Several)), (avoid(true, false, false), all));
    assert_eq!((kept(Fits::Unsteady), kept(Fits::GettingUp)), (avoid(false, true, true), avoid(false, true, false)));
    assert_eq!(kept(Fits::Neither), Avoid::default());
    // "None of these" a month later takes it back.
    let person = pressing(GateMemory { avoid: all, ..memory }).answers(&[NONE, NONE, NONE]);
    assert_eq!(person.gates.memory().avoid, Avoid::default());
}

#[test]
fn what_is_left_out_follows_from_the_flags() {
    use crate::session::{Position, WarmUp};
    let offered = |avoid: Avoid| {
        let positions = Position::ALL.into_iter().filter(|&position| avoid.offers(position)).collect::<Vec<_>>();
        let warm_ups = WarmUp::ALL.into_iter().filter(|&card| avoid.offers_warm_up(card)).collect::<Vec<_>>();
        (positions, warm_ups)
    };
    assert_eq!(offered(Avoid::default()), (Position::ALL.to_vec(), WarmUp::ALL.to_vec()));
    let (positions, warm_ups) = offered(Avoid { back_lying: true, ..Avoid::default() });
    assert_eq!(positions, [Position::Side, Position::AllFours, Position::Wall]);
    assert!(!warm_ups.contains(&WarmUp::PelvicTilt) && warm_ups.len() == 5);
    assert_eq!(offered(Avoid::of(Fits::GettingUp)), (vec![Position::Wall], vec![WarmUp::Walk]));
    assert_eq!(offered(Avoid::of(Fits::Unsteady)), (vec![], vec![WarmUp::Walk]), "no pressing at all");
}

/// health.md 4.2, the list of the day: asked every time, with the ache.
#[test]
fn what_fits_today_closes_pressing_and_leaves_easy_movement_open() {
    let person = pressing(known()).answers(&[NONE, NONE, SOME]);
    assert_eq!(person.step(), GateStep::Movement(WhyEasy::NotToday), "and the ache is not asked any more");
    assert_eq!(person.gates.memory(), known(), "nothing is kept of it");
    assert!(person.gates.into_pass().is_ok_and(|pass| pass.pressing().is_none()));
}

/// health.md 4.2: dizzy or falling means no pressing at all, whatever a professional said of pressing.
#[test]
fn who_gets_dizzy_or_falls_never_presses() {
    let memory = GateMemory { talk_first_on: None, ..known() };
    for fits in [Fits::Unsteady, Fits::Several] {
        for word in [Clearance::Pressing, Clearance::MovementOnly] {
            let person = pressing(memory).answers(&[NONE, NONE, SOME, GateEvent::Fits(fits), GateEvent::Clearance(word)]);
            assert_eq!(person.step(), GateStep::Movement(WhyEasy::Unsteady), "{fits:?} {word:?}");
        }
        // Not on a later day either, until the list takes it back.
        let kept = GateMemory { avoid: Avoid::of(fits), ..known() };
        assert_eq!(pressing(kept).asked(), [Gate::Emergency, Gate::Urgent]);
        assert_eq!(pressing(kept).answers(&[NONE, NONE]).step(), GateStep::Movement(WhyEasy::Unsteady));
        let asked_anew = pressing(GateMemory { talk_first_on: None, ..kept }).answers(&[NONE, NONE, NONE]);
        assert_eq!(asked_anew.step(), GateStep::Ask(Gate::TodayList));
    }
    // Who cannot get up alone presses at the wall.
    let person = pressing(memory).answers(&[NONE, NONE, SOME, GateEvent::Fits(Fits::GettingUp)]);
    assert_eq!(person.answers(&[GateEvent::Clearance(Clearance::Pressing)]).step(), GateStep::Ask(Gate::TodayList));
}

#[test]
fn a_bad_day_is_a_day_off() {
    for event in [GateEvent::StopsMe, ache(7), ache(10)] {
        let person = pressing(known()).answers(&[NONE, NONE, NONE, event]);
        assert_eq!(person.step(), GateStep::Refused(Refusal::TooMuchAche), "{event:?}");
        assert_eq!(person.gates.memory(), known(), "nothing is kept of it");
    }
    assert_eq!(Ache::new(11), None);
}

#[test]
fn an_answer_that_comes_too_early_or_unseen_is_none() {
    let mut gates = Gates::new(Goal::Pressing, known(), at(0));
    gates.handle(NONE, at(5_000));
    assert_eq!(gates.step(), GateStep::Ask(Gate::Emergency), "the end of the list was not in view");
    assert!(gates.accepts(SOME), "the way to help is always open");
    gates.handle(GateEvent::ListSeen, at(5_100));
    gates.handle(NONE, at(5_200));
    assert_eq!((gates.step(), gates.list_seen()), (GateStep::Ask(Gate::Urgent), false), "each list has its own end");
    gates.handle(GateEvent::ListSeen, at(5_300));
    gates.handle(NONE, at(5_700));
    assert_eq!(gates.step(), GateStep::Ask(Gate::Urgent), "a double click answers nothing");
    gates.handle(NONE, at(5_800));
    assert_eq!(gates.step(), GateStep::Ask(Gate::TodayList));
}

#[test]
fn nothing_said_afterwards_takes_a_refusal_back() {
    for (event, why) in [(GateEvent::JustRead, Refusal::ReadingOnly), (GateEvent::Leave, Refusal::Left)] {
        let mut person = pressing(GateMemory::default());
        person.gates.handle(event, at(1_000));
        assert_eq!(person.step(), GateStep::Refused(why));
        assert!(!why.has_card() && !why.locks_today());
        for event in [GateEvent::Understand, GateEvent::ListSeen, NONE, ache(0)] {
            person.gates.handle(event, at(60_000));
        }
        assert!(person.gates.into_pass().is_err());
    }
}
