//! When to say, without closing anything, that this is not meant as a habit (health.md 4.1, nudges).
//!
//! Not a score: two plain counts, shown and never stored. Invariant: a nudge never changes what may be done.

use jiff::{ToSpan, civil::Date};

/// Days in the window that is looked at, today among them.
const WINDOW_DAYS: i64 = 7;

/// Days with pressing in the window that are many (GEN-10).
const MANY_DAYS: usize = 4;

/// Days after the first use after which it has been long (PRO-4).
const LONG_DAYS: i64 = 21;

/// Something to mind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Nudge {
    /// Pressed on this many of the last seven days.
    Often {
        /// How many; 4 to 7.
        days: usize,
    },
    /// First pressed over three weeks ago, and still pressing.
    Long {
        /// Whole weeks since then; 3 or more.
        weeks: usize,
    },
}

/// What to mind today, if anything; often goes before long.
///
/// `recent` are days with a hold, in any order and as often as they come; `first` is the first day of all.
pub fn nudge(today: Date, recent: impl IntoIterator<Item = Date>, first: Option<Date>) -> Option<Nudge> {
    let begin = today.saturating_sub((WINDOW_DAYS - 1).days());
    let mut days: Vec<Date> = recent.into_iter().filter(|day| (begin..=today).contains(day)).collect();
    days.sort_unstable();
    days.dedup();
    if days.len() >= MANY_DAYS {
        return Some(Nudge::Often { days: days.len() });
    }
    let since = first.map_or(0, |first| today.duration_since(first).as_hours() / 24);
    let long = since > LONG_DAYS && !days.is_empty();
    long.then(|| Nudge::Long { weeks: usize::try_from(since / 7).unwrap_or(0) })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn on(days: &[i8]) -> Vec<Date> {
        days.iter().map(|&day| date(2026, 11, day)).collect()
    }

    #[test]
    fn four_of_the_last_seven_days_are_many() {
        let today = date(2026, 11, 22);
        assert_eq!(nudge(today, on(&[16, 18, 20, 22]), Some(date(2026, 11, 16))), Some(Nudge::Often { days: 4 }));
        assert_eq!(nudge(today, on(&[15, 18, 20, 22]), Some(date(2026, 11, 15))), None, "the 15th is eight days ago");
        assert_eq!(nudge(today, on(&[22, 22, 20, 20, 18]), Some(date(2026, 11, 18))), None, "twice a day is one day");
        assert_eq!(nudge(today, on(&[19, 20, 21, 22, 23]), Some(date(2026, 11, 19))), Some(Nudge::Often { days: 4 }));
    }

    #[test]
    fn three_weeks_are_long_only_while_it_goes_on() {
        let today = date(2026, 11, 22);
        assert_eq!(nudge(today, on(&[20]), Some(date(2026, 10, 31))), Some(Nudge::Long { weeks: 3 }));
        assert_eq!(nudge(today, on(&[20]), Some(date(2026, 11, 1))), None, "three weeks to the day are not over three weeks");
        assert_eq!(nudge(today, on(&[15]), Some(date(2026, 10, 1))), None, "not in the last week");
        assert_eq!(nudge(today, [], None), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]

        /// One more day of pressing never takes a nudge away.
        #[test]
        fn more_days_never_nudge_less(days in proptest::collection::vec(1i8..=30, 0..12), more in 1i8..=30, today in 1i8..=30) {
            let today = date(2026, 11, today);
            let mut known = on(&days);
            let first = |days: &[Date]| days.iter().min().copied();
            let before = nudge(today, known.clone(), first(&known));
            known.push(date(2026, 11, more));
            let after = nudge(today, known.clone(), first(&known));
            prop_assert!(before.is_none() || after.is_some());
            if let (Some(Nudge::Often { days: many }), Some(Nudge::Often { days: now })) = (before, after) {
                prop_assert!(now >= many && now <= 7);
            }
        }
    }
}
