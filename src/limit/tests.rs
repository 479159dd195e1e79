//! When pressing may start, and that no clock opens it early.

use jiff::civil::date;
use jiff::tz::{Offset, offset};
use proptest::prelude::*;

use super::*;

fn at(day: i8, hour: i8, minute: i8) -> Stamp {
    Stamp::new(date(2026, 11, day).at(hour, minute, 0, 0), Offset::UTC)
}

fn ask(now: Stamp, limit: DailyLimit, sessions: &[Stamp]) -> Verdict {
    may_press(now, limit, Record { sessions, ..Record::default() })
}

fn closed(why: Why, opens: Stamp) -> Verdict {
    Verdict::Closed { why, opens: opens.civil }
}

#[test]
fn a_day_without_sessions_is_open() {
    assert_eq!(ask(at(22, 9, 0), DailyLimit::Once, &[at(21, 9, 0)]), Verdict::Open { done: 0, most: 1 });
}

#[test]
fn once_a_day_closes_until_tomorrow() {
    assert_eq!(ask(at(22, 20, 0), DailyLimit::Once, &[at(22, 9, 0)]), closed(Why::Done { most: 1 }, at(23, 0, 0)));
}

#[test]
fn twice_a_day_needs_four_hours_between() {
    let first = at(22, 9, 0);
    assert_eq!(ask(at(22, 12, 59), DailyLimit::Twice, &[first]), closed(Why::TooSoon, at(22, 13, 0)));
    assert_eq!(ask(at(22, 13, 0), DailyLimit::Twice, &[first]), Verdict::Open { done: 1, most: 2 });
    assert_eq!(ask(at(22, 18, 0), DailyLimit::Twice, &[at(22, 13, 0), first]), closed(Why::Done { most: 2 }, at(23, 0, 0)));
}

#[test]
fn midnight_does_not_shorten_the_rest() {
    let late = [at(22, 23, 30)];
    assert_eq!(ask(at(22, 23, 40), DailyLimit::Once, &late), closed(Why::Done { most: 1 }, at(23, 3, 30)));
    assert_eq!(ask(at(23, 0, 10), DailyLimit::Once, &late), closed(Why::TooSoon, at(23, 3, 30)));
    assert_eq!(ask(at(23, 3, 30), DailyLimit::Once, &late), Verdict::Open { done: 0, most: 1 });
}

#[test]
fn a_stop_for_a_sign_locks_the_day() {
    let record = Record { locks: &[date(2026, 11, 22)], ..Record::default() };
    assert_eq!(may_press(at(22, 23, 59), DailyLimit::Twice, record), closed(Why::Locked, at(23, 0, 0)));
    assert_eq!(may_press(at(23, 0, 0), DailyLimit::Twice, record), Verdict::Open { done: 0, most: 2 });
    // Set back by a day, the lock lies ahead and still holds.
    assert_eq!(may_press(at(21, 9, 0), DailyLimit::Twice, record), closed(Why::Locked, at(23, 0, 0)));
}

#[test]
fn a_clock_that_is_behind_is_said() {
    assert_eq!(ask(at(20, 9, 0), DailyLimit::Once, &[at(22, 9, 0)]), closed(Why::ClockBehind, at(23, 0, 0)));
}

#[test]
fn a_clock_that_was_plainly_wrong_does_not_close_for_years() {
    let wrong = Stamp::new(date(2031, 1, 1).at(9, 0, 0, 0), Offset::UTC);
    assert_eq!(ask(at(22, 9, 0), DailyLimit::Once, &[wrong]), Verdict::Open { done: 0, most: 1 });
    let record = Record { locks: &[wrong.date()], ..Record::default() };
    assert_eq!(may_press(at(22, 9, 0), DailyLimit::Once, record), Verdict::Open { done: 0, most: 1 });
    // Nor does it hide the lock of today.
    let record = Record { locks: &[date(2026, 11, 22), wrong.date()], ..Record::default() };
    assert_eq!(may_press(at(22, 9, 0), DailyLimit::Once, record), closed(Why::Locked, at(23, 0, 0)));
}

#[test]
fn a_clock_that_was_years_ahead_is_not_believed_by_a_later_run() {
    let now = at(22, 9, 0);
    let year = |year: i16| Stamp::new(date(year, 1, 1).at(9, 0, 0, 0), Offset::UTC);
    assert_eq!(believed_seen(Some(year(2031)), now), None);
    assert_eq!(believed_seen(Some(at(25, 9, 0)), now), Some(at(25, 9, 0)), "a few days are");
    assert_eq!(believed_seen(None, now), None);
    // With a clock that is plainly wrong itself, what was seen is the better word.
    assert_eq!(believed_seen(Some(now), year(1970)), Some(now));
}

#[test]
fn a_lock_falls_on_the_later_of_the_clock_and_what_it_has_shown() {
    assert_eq!(lock_time(None, at(24, 9, 0)), at(24, 9, 0));
    assert_eq!(lock_time(Some(at(23, 9, 0)), at(24, 9, 0)), at(24, 9, 0));
    assert_eq!(lock_time(Some(at(25, 9, 0)), at(24, 9, 0)).date(), date(2026, 11, 25));
    let wrong = Stamp::new(date(2031, 1, 1).at(9, 0, 0, 0), Offset::UTC);
    assert_eq!(lock_time(Some(wrong), at(24, 9, 0)).date(), date(2026, 11, 24), "or today would be open");
}

#[test]
fn set_forward_and_back_again_opens_nothing() {
    // The session of the 22nd is done; the clock goes to the 23rd and a session is held there; then it comes back.
    let sessions = [at(22, 9, 0), at(23, 9, 0)];
    let latest_seen = latest(Some(at(23, 9, 10)), at(22, 15, 0));
    let record = Record { sessions: &sessions, latest_seen, ..Record::default() };
    assert!(matches!(may_press(at(22, 15, 0), DailyLimit::Twice, record), Verdict::Closed { .. }));
}

#[test]
fn setting_the_zone_forward_makes_no_new_day() {
    // Held at 05:00 UTC; at 10:00 UTC the clock is set to UTC+14, where the 23rd begins.
    let held = [at(22, 5, 0)];
    let now = at(22, 10, 0).seen_from(offset(14));
    assert_eq!(now.date(), date(2026, 11, 23));
    let record = Record { sessions: &held, westernmost: westernmost(Some(Offset::UTC), now), ..Record::default() };
    let opens = at(23, 0, 0).seen_from(offset(14)).civil;
    assert_eq!(may_press(now, DailyLimit::Once, record), Verdict::Closed { why: Why::Done { most: 1 }, opens });
    // In a run that knows no other zone it is a new day: a traveller is not held back for ever.
    assert_eq!(ask(now, DailyLimit::Once, &held), Verdict::Open { done: 0, most: 1 });
}

#[test]
fn the_rest_is_counted_in_true_hours_on_a_journey() {
    // Held at 09:00 in UTC+9; three hours later the clock face in UTC+2 shows 05:00 of the same day.
    let held = Stamp::new(date(2026, 11, 22).at(9, 0, 0, 0), offset(9));
    let now = Stamp::new(date(2026, 11, 22).at(5, 0, 0, 0), offset(2));
    let opens = Stamp::new(date(2026, 11, 22).at(6, 0, 0, 0), offset(2));
    assert_eq!(ask(now, DailyLimit::Twice, &[held]), closed(Why::TooSoon, opens));
}

fn stamps() -> impl Strategy<Value = Stamp> {
    (0i64..20 * 24 * 60, -12i8..=14)
        .prop_map(|(minutes, hours)| at(1, 0, 0).plus(SignedDuration::from_mins(minutes)).seen_from(offset(hours)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    /// health.md 6.7: a clock set back never gives more. Whatever is closed stays closed at any earlier setting
    /// of the clock within the run.
    #[test]
    fn a_clock_set_back_never_gives_more(
        sessions in proptest::collection::vec(stamps(), 0..5),
        now in stamps(),
        back_mins in 0i64..400 * 24 * 60,
        twice: bool,
        lock in proptest::option::of(1i8..=20),
    ) {
        let limit = if twice { DailyLimit::Twice } else { DailyLimit::Once };
        let past: Vec<Stamp> = sessions.into_iter().filter(|&session| session <= now).collect();
        let locks: Vec<_> = lock.map(|day| date(2026, 11, day)).into_iter().filter(|&day| day <= now.date()).collect();
        let record = Record { sessions: &past, locks: &locks, latest_seen: latest(None, now), westernmost: westernmost(None, now) };
        let before = may_press(now, limit, record);
        let set_back = now.plus(-SignedDuration::from_mins(back_mins));
        let record = Record { latest_seen: latest(record.latest_seen, set_back), ..record };
        let after = may_press(set_back, limit, record);
        if let Verdict::Closed { opens: opened, .. } = before {
            prop_assert!(matches!(after, Verdict::Closed { opens, .. } if opens >= opened), "{before:?} {after:?}");
        }
    }

    /// Within a run, whatever is closed stays closed in any zone that the clock is set to at the same moment, and
    /// opens no sooner; also when it is set on from one to the other, and back in time as well.
    #[test]
    fn no_zone_gives_more_within_a_run(
        sessions in proptest::collection::vec(stamps(), 0..5),
        now in stamps(),
        zones in proptest::collection::vec((-12i8..=14, 0i64..3 * 24 * 60), 1..5),
        twice: bool,
        lock in proptest::option::of(1i8..=20),
    ) {
        let limit = if twice { DailyLimit::Twice } else { DailyLimit::Once };
        let past: Vec<Stamp> = sessions.into_iter().filter(|&session| session <= now).collect();
        let locks: Vec<_> = lock.map(|day| date(2026, 11, day)).into_iter().filter(|&day| day <= now.date()).collect();
        let seen = |record: Record<'_>, at: Stamp| (latest(record.latest_seen, at), westernmost(record.westernmost, at));
        let mut record = Record { sessions: &past, locks: &locks, ..Record::default() };
        (record.latest_seen, record.westernmost) = seen(record, now);
        let Verdict::Closed { opens, .. } = may_press(now, limit, record) else { return Ok(()) };
        let opened = Stamp::new(opens, now.offset);
        for (zone, back_mins) in zones {
            let here = now.plus(-SignedDuration::from_mins(back_mins)).seen_from(offset(zone));
            (record.latest_seen, record.westernmost) = seen(record, here);
            let verdict = may_press(here, limit, record);
            prop_assert!(
                matches!(verdict, Verdict::Closed { opens, .. } if Stamp::new(opens, here.offset) >= opened),
                "{verdict:?} at {here:?}, was closed until {opened:?}"
            );
        }
    }

    /// Followed to the letter, no local day of one place has more sessions than the limit, and none are closer
    /// than four hours.
    #[test]
    fn no_day_has_more_than_the_limit(tries in proptest::collection::vec(1i64..600, 1..80), twice: bool) {
        let limit = if twice { DailyLimit::Twice } else { DailyLimit::Once };
        let mut now = at(1, 0, 0);
        let mut held: Vec<Stamp> = Vec::new();
        for minutes in tries {
            now = now.plus(SignedDuration::from_mins(minutes));
            match may_press(now, limit, Record { sessions: &held, ..Record::default() }) {
                Verdict::Open { .. } => held.push(now),
                Verdict::Closed { opens, .. } => prop_assert!(opens > now.civil),
            }
        }
        for pair in held.windows(2) {
            prop_assert!(pair[1].since(pair[0]) >= SignedDuration::from_hours(HOURS_APART));
        }
        for stamp in &held {
            let same_day = held.iter().filter(|other| other.date() == stamp.date()).count();
            prop_assert!(same_day <= limit.sessions());
        }
    }
}
