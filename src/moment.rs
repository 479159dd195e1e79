//! Time as values: an instant of the monotonic clock, a reading of the wall clock, and the two together.
//!
//! Not a clock: nothing here asks the machine for the time. The shell reads both clocks once an event and hands
//! one [`Now`] to everything that depends on time, so a whole session can run in a test without waiting.
//!
//! Invariant: subtracting two values never panics and never wraps. A step back counts as no time at all.

#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

use std::cmp::Ordering;
use std::ops::Add;
use std::time::Duration;

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;

/// An instant of the monotonic clock, as the time since the program started.
///
/// Phases are timed with it, because setting the computer's clock must not shorten or lengthen a hold. On some
/// systems it stands still while the computer sleeps; that is why [`Now`] carries the wall clock as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Moment(Duration);

impl Moment {
    /// The start of the run.
    pub const START: Self = Self(Duration::ZERO);

    /// The instant that lies `since_start` after the start of the run.
    pub const fn new(since_start: Duration) -> Self {
        Self(since_start)
    }

    /// The instant `millis` milliseconds after the start of the run.
    pub const fn from_millis(millis: u64) -> Self {
        Self(Duration::from_millis(millis))
    }

    /// How long after the start of the run this is.
    pub const fn since_start(self) -> Duration {
        self.0
    }

    /// How long after `earlier` this is, or `None` if it is before it.
    pub fn checked_since(self, earlier: Self) -> Option<Duration> {
        self.0.checked_sub(earlier.0)
    }

    /// How long after `earlier` this is; nothing at all if it is before it.
    pub fn since(self, earlier: Self) -> Duration {
        self.0.saturating_sub(earlier.0)
    }
}

impl Add<Duration> for Moment {
    type Output = Self;

    /// The later instant; the end of time if there is none.
    fn add(self, rhs: Duration) -> Self {
        Self(self.0.saturating_add(rhs))
    }
}

/// A reading of the wall clock: the day and time a person sees, and how far that is from UTC.
///
/// The day decides what counts as "today"; the offset keeps distances true over a summer-time change or a flight.
/// Two stamps are equal, earlier or later by the true instant they name, not by what the clock face shows.
#[derive(Debug, Clone, Copy)]
pub struct Stamp {
    /// The day and time on the clock face.
    pub civil: DateTime,
    /// The clock face's distance from UTC.
    pub offset: Offset,
}

impl Stamp {
    /// A reading of the clock face in a zone that is `offset` from UTC.
    pub const fn new(civil: DateTime, offset: Offset) -> Self {
        Self { civil, offset }
    }

    /// The day on the calendar.
    pub fn date(self) -> Date {
        self.civil.date()
    }

    /// The true time from `earlier` to this, negative if this is before it.
    pub fn since(self, earlier: Self) -> SignedDuration {
        let offset_secs = i64::from(self.offset.seconds()).saturating_sub(i64::from(earlier.offset.seconds()));
        self.civil.duration_since(earlier.civil).saturating_sub(SignedDuration::from_secs(offset_secs))
    }

    /// The reading of the same zone `later` on; the last day jiff knows if there is none.
    pub fn plus(self, later: SignedDuration) -> Self {
        Self { civil: self.civil.saturating_add(later), offset: self.offset }
    }

    /// The same instant on the clock face of another zone.
    pub fn seen_from(self, offset: Offset) -> Self {
        let shift_secs = i64::from(offset.seconds()).saturating_sub(i64::from(self.offset.seconds()));
        Self { civil: self.civil.saturating_add(SignedDuration::from_secs(shift_secs)), offset }
    }
}

impl PartialEq for Stamp {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Stamp {}

impl PartialOrd for Stamp {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Stamp {
    fn cmp(&self, other: &Self) -> Ordering {
        self.since(*other).cmp(&SignedDuration::ZERO)
    }
}

/// Both clocks, read together: the one time argument of everything that depends on time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// The monotonic clock; phases are timed with it.
    pub moment: Moment,
    /// The wall clock; days and the distance between sessions are counted with it.
    pub stamp: Stamp,
}

impl Now {
    /// Both clocks' readings.
    pub const fn new(moment: Moment, stamp: Stamp) -> Self {
        Self { moment, stamp }
    }

    /// The day on the calendar.
    pub fn date(self) -> Date {
        self.stamp.date()
    }

    /// What both clocks show after `later` of undisturbed time. For planning ahead and for simulated clocks.
    pub fn plus(self, later: Duration) -> Self {
        let wall = SignedDuration::try_from(later).unwrap_or(SignedDuration::MAX);
        Self { moment: Moment(self.moment.0.saturating_add(later)), stamp: self.stamp.plus(wall) }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use jiff::tz::offset;

    use super::*;

    #[test]
    fn a_step_back_counts_as_no_time() {
        let (early, late) = (Moment::from_millis(1_000), Moment::from_millis(1_500));
        assert_eq!(late.since(early), Duration::from_millis(500));
        assert_eq!(early.since(late), Duration::ZERO);
        assert_eq!(early.checked_since(late), None);
        assert_eq!(Moment::new(Duration::MAX) + Duration::from_secs(1), Moment::new(Duration::MAX));
    }

    #[test]
    fn stamps_measure_true_time_over_a_change_of_zone() {
        // Clocks go from 02:00 (UTC+1) to 03:00 (UTC+2): one minute passes, the face shows 61.
        let before = Stamp::new(date(2026, 3, 29).at(1, 59, 0, 0), offset(1));
        let after = Stamp::new(date(2026, 3, 29).at(3, 0, 0, 0), offset(2));
        assert_eq!(after.since(before), SignedDuration::from_secs(60));
        assert!(before < after);
        assert_eq!(before.seen_from(offset(2)).civil, date(2026, 3, 29).at(2, 59, 0, 0));
        assert_eq!(before.seen_from(offset(2)), before);
    }

    #[test]
    fn now_moves_both_clocks() {
        let now = Now::new(Moment::START, Stamp::new(date(2026, 11, 22).at(23, 59, 59, 0), Offset::UTC));
        let later = now.plus(Duration::from_secs(2));
        assert_eq!(later.moment, Moment::from_millis(2_000));
        assert_eq!(later.date(), date(2026, 11, 23));
        assert_eq!(now.plus(Duration::MAX).moment, Moment::new(Duration::MAX));
    }
}
