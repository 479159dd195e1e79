//! Ordinary days, odd days, and ten thousand lives with clocks that jump.

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Time, date, time};
use jiff::tz::{Offset, offset};
use proptest::prelude::*;

use super::*;
use crate::limit::{DailyLimit, Record, Why};
use crate::moment::Stamp;

const NINE: Time = time(9, 0, 0, 0);
const SIX_PM: Time = time(18, 0, 0, 0);
const TODAY: Date = date(2026, 11, 20);

/// Someone with reminders on, and what happened to them so far.
#[derive(Debug, Clone)]
struct Person {
    times: Vec<Time>,
    limit: DailyLimit,
    needs_check: bool,
    sessions: Vec<Stamp>,
    locks: Vec<Date>,
    memory: Memory,
}

impl Person {
    fn twice() -> Self {
        Self {
            times: vec![NINE, SIX_PM],
            limit: DailyLimit::Twice,
            needs_check: false,
            sessions: Vec::new(),
            locks: Vec::new(),
            memory: Memory::default(),
        }
    }

    fn wanted(&self) -> Wanted<'_> {
        Wanted { on: true, times: &self.times, limit: self.limit, needs_check: self.needs_check }
    }

    fn record(&self) -> Record<'_> {
        Record { sessions: &self.sessions, locks: &self.locks, ..Record::default() }
    }

    /// Looks at the clock as the program does, and notes what came.
    fn look(&mut self, now: Stamp) -> Option<Due> {
        let due = due(now, self.wanted(), self.record(), &self.memory);
        if let Some(due) = due {
            self.memory.note(due.slot(), now);
            assert_eq!(self.memory.clone().encode(), decoded(&self.memory.encode()).encode());
        }
        due
    }

    fn outlook(&self, now: Stamp) -> Outlook {
        outlook(now, self.wanted(), self.record(), &self.memory)
    }
}

fn decoded(text: &str) -> Memory {
    match Memory::decode(text) {
        Read::Memory(memory) => memory,
        other => panic!("{other:?}"),
    }
}

fn at(civil: DateTime) -> Stamp {
    Stamp::new(civil, Offset::UTC)
}

fn today(hour: i8, minute: i8) -> Stamp {
    at(TODAY.at(hour, minute, 0, 0))
}

#[test]
fn each_time_of_an_ordinary_day_comes_once() {
    let mut person = Person::twice();
    let looks = (0..24 * 60 * 3).map(|thirds| today(0, 0).plus(SignedDuration::from_secs(thirds * 20)));
    let came: Vec<_> = looks.filter_map(|now| person.look(now).map(|due| (now.civil.time(), due))).collect();
    assert_eq!(came, [(NINE, Due::Slot(TODAY, NINE)), (SIX_PM, Due::Slot(TODAY, SIX_PM))]);
}

#[test]
fn a_missed_one_comes_on_waking_within_two_hours_and_is_dropped_later() {
    assert_eq!(Person::twice().look(today(10, 59)), Some(Due::Slot(TODAY, NINE)));
    assert_eq!(Person::twice().look(today(11, 0)), None);
    let mut late = Person { times: vec![time(23, 30, 0, 0)], ..Person::twice() };
    assert_eq!(late.look(at(date(2026, 11, 21).at(0, 10, 0, 0))), None, "midnight ends the day it was for");
}

#[test]
fn two_missed_ones_never_come_together() {
    let mut person = Person { times: vec![NINE, time(13, 0, 0, 0)], ..Person::twice() };
    assert_eq!(person.look(today(10, 30)), Some(Due::Slot(TODAY, NINE)));
    // A flight to the east: four hours on the clock face in a few minutes.
    let landed = Stamp::new(TODAY.at(14, 40, 0, 0), offset(4));
    assert_eq!(landed.since(today(10, 30)), SignedDuration::from_mins(10));
    assert_eq!(person.look(landed), None);
}

#[test]
fn a_session_a_lock_a_check_and_not_today_keep_it_quiet() {
    let done = Person { sessions: vec![today(7, 0)], limit: DailyLimit::Once, ..Person::twice() };
    assert_eq!(done.clone().look(today(9, 0)), None);
    assert_eq!(done.outlook(today(9, 0)).quiet, Some(Quiet::Closed(Why::Done { most: 1 })));
    let locked = Person { locks: vec![TODAY], ..Person::twice() };
    assert_eq!(locked.clone().look(today(18, 0)), None);
    assert_eq!(locked.outlook(today(8, 0)).next, Some(date(2026, 11, 21).at(9, 0, 0, 0)));
    let checks = Person { needs_check: true, ..Person::twice() };
    assert_eq!(checks.clone().look(today(9, 0)), None);
    assert_eq!(checks.outlook(today(8, 0)), Outlook { quiet: Some(Quiet::NeedsCheck), next: None });
    let mut not_today = Person::twice();
    not_today.memory.not_today(today(8, 0));
    assert_eq!(not_today.look(today(9, 0)), None);
    assert_eq!(not_today.look(at(date(2026, 11, 21).at(9, 0, 0, 0))), Some(Due::Slot(date(2026, 11, 21), NINE)));
}

#[test]
fn each_session_done_takes_the_next_time_with_it() {
    let mut early = Person { sessions: vec![today(4, 30)], ..Person::twice() };
    assert_eq!(early.outlook(today(8, 59)), Outlook { quiet: None, next: Some(TODAY.at(18, 0, 0, 0)) });
    assert_eq!(early.look(today(9, 0)), None, "the morning's session is done");
    assert_eq!(early.look(today(18, 0)), Some(Due::Slot(TODAY, SIX_PM)));
}

#[test]
fn snoozing_brings_it_once_more_unless_the_session_is_done() {
    let mut person = Person::twice();
    person.look(today(9, 0));
    person.memory.snooze(today(9, 1));
    assert_eq!(person.outlook(today(9, 2)).next, Some(TODAY.at(9, 31, 0, 0)));
    assert_eq!(person.look(today(9, 30)), None);
    let mut done = person.clone();
    assert_eq!(person.look(today(9, 31)), Some(Due::Again));
    assert_eq!(person.look(today(9, 31)), None);
    done.sessions.push(today(9, 10));
    assert_eq!(done.look(today(9, 31)), None);
}

#[test]
fn summer_time_neither_loses_nor_repeats_one() {
    let half_past_two = time(2, 30, 0, 0);
    let person = Person { times: vec![half_past_two], ..Person::twice() };
    // Spring: the face goes from 01:59 to 03:00, and there is no 02:30.
    let spring = date(2026, 3, 29);
    let mut one = person.clone();
    assert_eq!(one.look(Stamp::new(spring.at(1, 59, 40, 0), offset(1))), None);
    assert_eq!(one.look(Stamp::new(spring.at(3, 0, 0, 0), offset(2))), Some(Due::Slot(spring, half_past_two)));
    // Autumn: 02:30 comes twice.
    let autumn = date(2026, 10, 25);
    let mut two = person;
    assert_eq!(two.look(Stamp::new(autumn.at(2, 30, 0, 0), offset(2))), Some(Due::Slot(autumn, half_past_two)));
    assert_eq!(two.look(Stamp::new(autumn.at(2, 30, 0, 0), offset(1))), None);
    assert_eq!(two.look(Stamp::new(autumn.at(4, 29, 0, 0), offset(1))), None);
}

#[test]
fn a_new_time_of_day_does_not_bring_a_second_one_where_one_is_enough() {
    let mut person = Person { times: vec![NINE], limit: DailyLimit::Once, ..Person::twice() };
    person.look(today(9, 0));
    person.times = vec![SIX_PM];
    assert_eq!(person.look(today(18, 0)), None);
    assert_eq!(person.outlook(today(17, 0)).next, Some(date(2026, 11, 21).at(18, 0, 0, 0)));
}

#[test]
fn times_are_read_as_people_type_them() {
    for text in [
        "9",
        "09",
        "9:00",
        "09:00",
        " 09.00 ",
        "0900",
        "900",
        "9am",
        "9 am",
        "9 AM",
        "9:00 a.m.",
        "9h",
        "9h00",
        "9 h 00",
        "9 a. m.",
    ] {
        assert_eq!(read_time(text), Ok(NINE), "{text}");
    }
    for text in ["21h30", "21.30", "2130", "9:30 pm", "9.30pm", "930 pm", "9h30 p.m.", "21 h 30"] {
        assert_eq!(read_time(text), Ok(time(21, 30, 0, 0)), "{text}");
    }
    for (text, hour) in [("12 am", 0), ("12 pm", 12), ("12:00", 12), ("0", 0), ("23", 23), ("1 pm", 13), ("11pm", 23)] {
        assert_eq!(read_time(text), Ok(time(hour, 0, 0, 0)), "{text}");
    }
    let nonsense = [
        "",
        "nine",
        "25:00",
        "9:60",
        "9:5",
        "-9:00",
        "09:00:00",
        "+9",
        "12345",
        "९:००",
        "24",
        "am",
        "13 pm",
        "0 am",
        "9 am pm",
        "9:",
        "9.",
        "h",
        "h30",
        "9hh",
        "9 30",
        "9 xm",
        "99",
        "999",
        "9h5",
    ];
    for text in nonsense {
        assert_eq!(read_time(text), Err(TimeProblem::NotATime), "{text}");
    }
    assert_eq!(validate("13:00", &[NINE]), Ok(time(13, 0, 0, 0)));
    assert_eq!(validate("12:59", &[NINE]), Err(TimeProblem::TooClose));
    assert_eq!(validate("01:00", &[time(22, 0, 0, 0)]), Err(TimeProblem::TooClose), "round midnight too");
}

#[test]
fn a_second_time_is_proposed_that_can_be_kept() {
    assert_eq!(proposed_second(NINE), SIX_PM);
    for mins in 0..24 * 60 {
        let first = time(0, 0, 0, 0).wrapping_add(SignedDuration::from_mins(mins));
        let second = proposed_second(first);
        assert_eq!(times_in_use(&[first, second], DailyLimit::Twice).len(), 2, "{first} and {second}");
    }
    assert_eq!(times_in_use(&[NINE, SIX_PM], DailyLimit::Once), [NINE]);
    assert_eq!(times_in_use(&[NINE, time(11, 0, 0, 0), SIX_PM], DailyLimit::Twice), [NINE, SIX_PM]);
}

#[test]
fn the_memory_file_is_read_back_and_never_misread() {
    let mut memory = Memory::default();
    memory.note(Some((TODAY, NINE)), Stamp::new(TODAY.at(9, 0, 3, 500), offset(-5)));
    memory.snooze(today(9, 1));
    memory.not_today = Some(TODAY);
    assert_eq!(decoded(&memory.encode()), memory);
    assert_eq!(decoded(&Memory::default().encode()), Memory::default());
    assert_eq!(Memory::decode("(version: 2, moon: full)"), Read::Newer);
    for damaged in ["", "(version: 1", "(version: 1, shown: [(\"x\", \"09:00\", \"y\")])", "\0\0"] {
        assert_eq!(Memory::decode(damaged), Read::Damaged, "{damaged:?}");
    }
}

/// One thing that happens in a life with reminders.
#[derive(Debug, Clone)]
enum Happens {
    /// Time passes undisturbed, with a look every few minutes.
    Mins(i64),
    /// The computer sleeps.
    Sleep(i64),
    /// Somebody sets the clock, by this many minutes.
    Set(i64),
    /// A flight: the zone is another.
    Fly(i8),
    Session,
    Lock,
    Snooze,
    NotToday,
    /// Power cut: only the file is left.
    Restart,
    Times(Vec<Time>),
}

fn happens() -> impl Strategy<Value = Happens> {
    let time_of_day = (0_i64..1440).prop_map(|mins| time(0, 0, 0, 0).wrapping_add(SignedDuration::from_mins(mins)));
    prop_oneof![
        6 => (1_i64..900).prop_map(Happens::Mins),
        3 => (1_i64..3000).prop_map(Happens::Sleep),
        3 => (-4000_i64..4000).prop_map(Happens::Set),
        2 => (-11_i8..=13).prop_map(Happens::Fly),
        1 => Just(Happens::Session),
        1 => Just(Happens::Lock),
        2 => Just(Happens::Snooze),
        1 => Just(Happens::NotToday),
        1 => Just(Happens::Restart),
        1 => prop::collection::vec(time_of_day, 0..3).prop_map(Happens::Times),
    ]
}

/// What a whole life has to keep to, whatever happens.
#[derive(Debug, Default)]
struct Held {
    came: Vec<(Date, Time)>,
    on_day: Vec<Date>,
    snoozes: usize,
    agains: usize,
}

impl Held {
    fn look(&mut self, person: &mut Person, now: Stamp) -> Result<(), TestCaseError> {
        let Some(due) = person.look(now) else { return Ok(()) };
        prop_assert!(!person.locks.iter().any(|&day| day == now.date()), "after a lock");
        prop_assert!(!person.needs_check, "before a check");
        prop_assert!(person.memory.not_today != Some(now.date()), "after Not today");
        prop_assert_eq!(person.look(now), None, "two at once");
        match due {
            Due::Again => {
                self.agains += 1;
                prop_assert!(self.agains <= self.snoozes, "again, and nobody asked");
            }
            Due::Slot(day, time) => {
                prop_assert_eq!(day, now.date());
                prop_assert!(!self.came.contains(&(day, time)), "the same twice");
                self.came.push((day, time));
                self.on_day.push(day);
                let today = self.on_day.iter().filter(|&&other| other == day).count();
                prop_assert!(today <= person.limit.sessions(), "{} in a day", today);
                let ahead = self.came.len();
                prop_assert!(ahead < 64, "the test outlives the memory");
            }
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn clocks_that_jump_bring_nothing_twice_and_nothing_too_much(
        twice in any::<bool>(),
        life in prop::collection::vec(happens(), 1..40),
    ) {
        let limit = if twice { DailyLimit::Twice } else { DailyLimit::Once };
        let mut person = Person { limit, ..Person::twice() };
        let mut now = today(7, 50);
        let mut held = Held::default();
        for happens in life {
            match happens {
                Happens::Mins(mins) => for _ in 0..mins / 7 {
                    now = now.plus(SignedDuration::from_mins(7));
                    held.look(&mut person, now)?;
                },
                Happens::Sleep(mins) | Happens::Set(mins) => now = now.plus(SignedDuration::from_mins(mins)),
                Happens::Fly(hours) => now = now.seen_from(offset(hours)),
                Happens::Session => person.sessions.push(now),
                Happens::Lock => person.locks.push(now.date()),
                Happens::Snooze => {
                    person.memory.snooze(now);
                    held.snoozes += 1;
                }
                Happens::NotToday => person.memory.not_today(now),
                Happens::Restart => person.memory = decoded(&person.memory.encode()),
                Happens::Times(times) => person.times = times,
            }
            held.look(&mut person, now)?;
            let outlook = person.outlook(now);
            prop_assert!(outlook.next.is_none_or(|next| next > now.civil), "the next one is to come");
        }
    }

    #[test]
    fn what_is_announced_comes(mins in 0_i64..1440, first in 0_i64..1440, done in any::<bool>()) {
        let first = time(0, 0, 0, 0).wrapping_add(SignedDuration::from_mins(first));
        let mut person = Person { times: vec![first, proposed_second(first)], ..Person::twice() };
        let now = today(0, 0).plus(SignedDuration::from_mins(mins));
        if done {
            person.sessions.push(now.plus(SignedDuration::from_hours(-1)));
        }
        person.look(now); // what is late already comes now
        let next = person.outlook(now).next;
        let mut clock = now;
        let came = (0..3 * 24 * 60).find_map(|_| {
            clock = clock.plus(SignedDuration::from_mins(1));
            person.look(clock).map(|_| clock.civil)
        });
        // What came late may push the next one back by as much, and no more.
        let late = came.zip(next).map(|(came, next)| came.duration_since(next));
        prop_assert!(late.is_some_and(|late| !late.is_negative() && late < SignedDuration::from_hours(2)), "{:?} {:?}", came, next);
    }
}
