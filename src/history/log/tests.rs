//! The counts of each day, however the entries came; and the last weeks summed up.

use std::time::Duration;

use jiff::ToSpan;
use jiff::civil::date;
use jiff::tz::offset;
use proptest::prelude::*;

use super::*;
use crate::history::{Noted, Summary, WarmUpSet, monday_of, summary};
use crate::session::{Position, WarmUp};

fn at(day: i8, hour: i8) -> Stamp {
    Stamp::new(date(2026, 11, day).at(hour, 0, 0, 0), offset(1))
}

fn session(started: Stamp, ending: Ending, feel: Option<Feel>) -> SessionEntry {
    SessionEntry {
        started,
        held_at: Some(started),
        locked_on: None,
        length: Duration::from_secs(600),
        position: Position::Back,
        rounds_done: 3,
        effort: 2,
        ending,
        feel,
        noted: None,
        plan: None,
    }
}

fn finished(day: i8, hour: i8, feel: Option<Feel>) -> Entry {
    Entry::Session(session(at(day, hour), Ending::Finished, feel))
}

fn warm_up(day: i8, hour: i8) -> Entry {
    Entry::warm_up(at(day, hour), Duration::from_secs(300), WarmUpSet::default().with(WarmUp::Walk))
}

/// The month of the mock-up, 10-history-light.png.
fn month() -> Vec<Entry> {
    let stop = SessionEntry {
        position: Position::Side,
        locked_on: Some(date(2026, 11, 18)),
        rounds_done: 1,
        noted: Some(Noted::Numb),
        plan: Some("Slow and short".into()),
        ..session(at(18, 9), Ending::Stopped, Some(Feel::Worse))
    };
    vec![
        finished(2, 9, Some(Feel::Eased)),
        finished(2, 15, Some(Feel::Same)),
        finished(3, 9, Some(Feel::Eased)),
        warm_up(5, 9),
        finished(16, 9, Some(Feel::Eased)),
        finished(17, 9, None),
        Entry::Session(stop),
        warm_up(19, 18),
        Entry::lock(at(20, 8)),
        finished(22, 10, Some(Feel::Eased)),
    ]
}

#[test]
fn a_day_holds_what_was_begun_on_its_clock_face() {
    let log = Log::new(month());
    assert_eq!((log.marks(date(2026, 11, 2)).sessions, log.marks(date(2026, 11, 2)).pressed), (2, 2));
    assert_eq!((log.marks(date(2026, 11, 18)).stopped, log.marks(date(2026, 11, 18)).worse), (1, 1));
    assert_eq!(log.marks(date(2026, 11, 5)), Marks { warm_ups: 1, ..Marks::default() });
    assert_eq!(log.marks(date(2026, 11, 21)), Marks::default());
    let week = log.marks_of(date(2026, 11, 16), date(2026, 11, 22));
    assert_eq!((week.sessions, week.stopped, week.eased, week.unsaid(), week.locks), (3, 1, 2, 1, 1));
    assert_eq!(log.first_pressed(), Some(date(2026, 11, 2)));
    assert_eq!(log.span(), Some((date(2026, 11, 2), date(2026, 11, 22))));
}

#[test]
fn what_is_known_more_of_an_entry_takes_its_place() {
    let mut log = Log::new(vec![finished(22, 10, None)]);
    log.put(finished(22, 10, Some(Feel::Same)));
    assert_eq!(log.entries(), [finished(22, 10, Some(Feel::Same))]);
    assert_eq!((log.marks(date(2026, 11, 22)).same, log.marks(date(2026, 11, 22)).sessions), (1, 1));
    assert_eq!(log.remove(finished(22, 10, None).name()), Some(finished(22, 10, Some(Feel::Same))));
    assert_eq!(log, Log::default(), "nothing is left, of the day neither");
}

#[test]
fn a_warm_up_that_led_to_a_session_is_told_from_one_that_did_not() {
    let alone = warm_up(5, 9);
    let before = warm_up(6, 9);
    let soon = Entry::Session(session(at(6, 9).plus(SignedDuration::from_mins(34)), Ending::Finished, None));
    let too_late = Entry::Session(session(at(5, 9).plus(SignedDuration::from_mins(36)), Ending::Finished, None));
    let log = Log::new(vec![alone.clone(), before.clone(), soon, too_late]);
    assert_eq!((log.leads_to_a_session(&alone), log.leads_to_a_session(&before)), (false, true));
}

#[test]
fn four_weeks_are_summed_up_by_the_day() {
    let before = Entry::Session(session(at(1, 9).plus(-SignedDuration::from_hours(24 * 40)), Ending::Finished, None));
    let after = finished(23, 9, Some(Feel::Worse));
    let log = Log::new(month().into_iter().chain([before, after]).collect());
    let Summary { first, today, weeks, total, days_pressed, positions, plans, stops, locked_before, first_pressed } =
        summary(&log, date(2026, 11, 22), 4);
    assert_eq!((first, today, weeks.len()), (date(2026, 10, 26), date(2026, 11, 22), 4));
    assert_eq!(weeks[1].first, date(2026, 11, 2));
    assert_eq!((weeks[1].days[0].sessions, weeks[1].days[3].warm_ups, weeks[3].days[6].eased), (2, 1, 1));
    assert_eq!((total.sessions, total.stopped, total.warm_ups, total.eased, total.same, total.worse), (6, 1, 2, 4, 1, 1));
    assert_eq!((days_pressed, positions), (6, vec![(Position::Back, 6), (Position::Side, 1)]));
    assert_eq!(plans, [(None, 6), (Some("Slow and short".into()), 1)]);
    assert_eq!((stops.len(), stops[0].date, stops[0].locked, stops[0].noted), (1, date(2026, 11, 18), true, Some(Noted::Numb)));
    assert_eq!((locked_before, first_pressed), (vec![date(2026, 11, 20)], Some(date(2026, 9, 22))));
    let none = summary(&Log::default(), date(2026, 11, 22), 0);
    assert!(none.is_empty() && none.weeks.len() == 1);
}

#[test]
fn a_week_begins_on_monday() {
    assert_eq!(monday_of(date(2026, 11, 22)), date(2026, 11, 16));
    assert_eq!(monday_of(date(2026, 11, 16)), date(2026, 11, 16));
    assert!(monday_of(Date::MIN) >= Date::MIN);
}

fn any_entry() -> impl Strategy<Value = Entry> {
    let feel = proptest::option::of(proptest::sample::select(Feel::ALL.to_vec()));
    let ending = proptest::sample::select(vec![Ending::Open, Ending::Finished, Ending::Stopped]);
    let stamp = (0i64..60 * 24, -12i8..=14)
        .prop_map(|(hours, zone)| at(1, 0).plus(SignedDuration::from_hours(hours)).seen_from(offset(zone)));
    (stamp, ending, feel, 0..6).prop_map(|(started, ending, feel, kind)| match kind {
        0 => Entry::lock(started),
        1 => Entry::warm_up(started, Duration::from_secs(300), WarmUpSet::default()),
        _ => Entry::Session(session(started, ending, feel)),
    })
}

proptest! {
    /// However entries come and go, the log is the one that would be made of what is left.
    #[test]
    fn kept_up_to_date_is_the_same_as_made_anew(
        known in proptest::collection::vec(any_entry(), 0..30),
        put in proptest::collection::vec(any_entry(), 0..15),
        removed in proptest::collection::vec(any::<proptest::sample::Index>(), 0..15),
    ) {
        let mut log = Log::new(known.clone());
        put.iter().for_each(|entry| log.put(entry.clone()));
        let mut left: Vec<Entry> = known.into_iter().chain(put).collect();
        for index in removed {
            if !left.is_empty() {
                let name = left[index.index(left.len())].name();
                prop_assert!(log.remove(name).is_some());
                left.retain(|entry| entry.name() != name);
            }
        }
        prop_assert_eq!(&log, &Log::new(left.clone()));
        let first = date(2026, 11, 7);
        let slowly: Vec<Entry> = log.entries().iter().filter(|entry| (first..=first.saturating_add(9.days())).contains(&entry.started().date())).cloned().collect();
        let quickly: Vec<Entry> = log.within(first, first.saturating_add(9.days())).cloned().collect();
        prop_assert_eq!(quickly, slowly);
        let total = log.marks_of(Date::MIN, Date::MAX);
        prop_assert_eq!(total.all_sessions() + total.warm_ups + total.locks, u32::try_from(log.entries().len()).expect("few"));
    }
}
