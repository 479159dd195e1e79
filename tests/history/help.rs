//! After an emergency answer: the start page says it again until the day is over, whatever is closed and opened meanwhile.

use std::sync::Arc;
use std::time::Duration;

use gentleback::app::{Book, Effect, HistoryEffect, HistoryRead, Model, MovementMsg, Msg, update};
use gentleback::content::embedded;
use gentleback::history::Guard;
use gentleback::moment::{Moment, Now, Stamp};
use gentleback::session::{GateEvent, Happened, ListAnswer, MovementEvent};
use jiff::civil::date;
use jiff::tz::Offset;

const NONE: ListAnswer = ListAnswer::NoneOfThese;
const SOME: ListAnswer = ListAnswer::OneOrMore;

/// A program with nothing kept but what stands beside the history.
struct Person {
    model: Model,
    now: Now,
    guard: Option<Guard>,
}

impl Person {
    fn new() -> Self {
        let now = Now::new(Moment::START, Stamp::new(date(2026, 11, 22).at(9, 0, 0, 0), Offset::UTC));
        let mut person = Self { model: start(now), now, guard: None };
        person.opens();
        person
    }

    fn opens(&mut self) {
        self.model = start(self.now);
        let guard = self.guard.as_ref().and_then(|guard| Guard::decode(&guard.encode()).0);
        self.does(Msg::HistoryRead(Box::new(HistoryRead { guard, ..HistoryRead::default() })));
        self.does(Msg::Understand);
        let today = Some(self.now.date());
        (self.model.settings.consulted_on, self.model.settings.talk_first_on) = (today, today);
    }

    fn does(&mut self, msg: Msg) {
        self.now = self.now.plus(Duration::from_secs(2));
        for effect in update(&mut self.model, msg, self.now) {
            if let Effect::History(HistoryEffect::Guard(guard)) = effect {
                self.guard = Some(*guard);
            }
        }
    }

    fn lists(&mut self, answers: &[ListAnswer]) {
        for &answer in answers {
            self.does(Msg::Gate(GateEvent::ListSeen));
            self.does(Msg::Gate(GateEvent::Signs(answer)));
        }
    }

    fn moves(&mut self, event: MovementEvent) {
        self.does(Msg::Movement(MovementMsg::Event(event)));
    }

    fn hours_later(&mut self, hours: u64) {
        self.now = self.now.plus(Duration::from_secs(hours * 3_600));
        self.does(Msg::Tick);
    }

    /// The title of today's card.
    fn reads(&self) -> String {
        self.model.slot().map_or(String::new(), |slot| format!("{} {}", slot.title, slot.detail))
    }

    fn needs_help(&self) -> bool {
        let says = self.reads().contains(&self.model.book.gates.start.emergency);
        assert_eq!(says, self.model.needs_emergency_help());
        says
    }
}

fn start(now: Now) -> Model {
    let (book, problems) = Book::read(&embedded(), "en");
    assert_eq!(problems, []);
    Model::new(Arc::new(book.expect("the shipped content")), now)
}

#[test]
fn a_sign_of_the_emergency_list_is_said_until_the_day_is_over() {
    let mut person = Person::new();
    assert!(!person.needs_help());
    person.does(Msg::Begin);
    person.lists(&[SOME]);
    person.does(Msg::LeaveSession);
    assert!(person.needs_help());
    person.opens();
    assert!(person.needs_help(), "started anew");
    person.hours_later(12);
    assert!(person.needs_help(), "the evening of that day");
    person.hours_later(12);
    assert!(!person.needs_help(), "the next day");
    person.opens();
    assert!(!person.needs_help());
}

#[test]
fn a_weak_leg_in_easy_movement_is_an_emergency_and_more_pain_is_none() {
    for (happened, list, emergency) in
        [(Happened::Weak, NONE, true), (Happened::MorePain, NONE, false), (Happened::Sharp, SOME, true)]
    {
        let mut person = Person::new();
        person.does(Msg::Movement(MovementMsg::Begin));
        person.lists(&[NONE, NONE]);
        person.moves(MovementEvent::Stop);
        person.moves(MovementEvent::Happened(happened));
        assert!(!person.needs_help(), "not before the list is answered");
        person.moves(MovementEvent::ListSeen);
        person.moves(MovementEvent::Signs(list));
        person.moves(MovementEvent::Done);
        assert_eq!(person.needs_help(), emergency, "{happened:?}");
        assert!(!person.model.may_begin() && !person.model.may_move());
        person.opens();
        assert_eq!(person.needs_help(), emergency, "{happened:?}, started anew");
    }
}

/// A stop of today for something else does not repeat the emergency of yesterday.
#[test]
fn an_earlier_emergency_is_not_said_on_another_day() {
    let mut person = Person::new();
    person.does(Msg::Begin);
    person.lists(&[SOME]);
    person.does(Msg::LeaveSession);
    person.hours_later(24);
    person.does(Msg::Movement(MovementMsg::Begin));
    person.lists(&[NONE, NONE]);
    person.moves(MovementEvent::Stop);
    person.moves(MovementEvent::Happened(Happened::Sharp));
    person.moves(MovementEvent::ListSeen);
    person.moves(MovementEvent::Signs(NONE));
    person.moves(MovementEvent::Done);
    assert!(!person.model.may_begin() && !person.needs_help());
}
