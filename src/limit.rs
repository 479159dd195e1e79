//! May a press session start now; and if not, why, and until when.
//!
//! Not a gate for signs and not a record: the sessions so far come in as a slice, whoever keeps them.
//!
//! Invariant: no clock opens what was closed. Sessions and locks that lie ahead of the clock count as if they were
//! today's. Within a run the latest time ever seen must agree as well, and so must the day in the westernmost zone
//! that the clock has shown: setting the zone forward makes no new day. Over runs the latest time is kept too, and
//! believed as far as [`believed_seen`] says.

#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

mod nudge;

pub use nudge::{Nudge, nudge};

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, date};
use jiff::tz::Offset;

use crate::moment::Stamp;

/// How often a day a person lets themselves press. There is no third choice (FAQ-2-2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DailyLimit {
    /// Once a day. The default: two is the most, not a goal (health.md N4), so the program starts with less and
    /// only the person raises it.
    #[default]
    Once,
    /// Twice a day.
    Twice,
}

impl DailyLimit {
    /// Sessions a day.
    pub const fn sessions(self) -> usize {
        match self {
            Self::Once => 1,
            Self::Twice => 2,
        }
    }
}

/// Hours between two sessions (product.md 7; our choice).
pub const HOURS_APART: i64 = 4;

/// How far ahead of the clock a session may lie and still count, in days.
///
/// One that lies further ahead was written while the clock was plainly wrong; counting it would close pressing
/// for years after the clock was put right.
const BELIEVED_DAYS_AHEAD: i64 = 31;

/// A clock that shows an earlier day is plainly wrong, as one without a battery is: there was no Gentleback yet.
const FIRST_DAY: Date = date(2026, 1, 1);

/// What is known about the sessions so far.
#[derive(Debug, Clone, Copy, Default)]
pub struct Record<'a> {
    /// When sessions with a hold were begun, in any order. Those of before yesterday make no difference.
    pub sessions: &'a [Stamp],
    /// The days on which pressing was locked after a sign, in any order.
    pub locks: &'a [Date],
    /// The latest time the wall clock has shown in this run; see [`latest`].
    pub latest_seen: Option<Stamp>,
    /// The westernmost zone the wall clock has shown in this run: where the day begins last.
    pub westernmost: Option<Offset>,
}

/// Whether a press session may start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It may.
    Open {
        /// Sessions done today.
        done: usize,
        /// Sessions that are the most today.
        most: usize,
    },
    /// It may not.
    Closed {
        /// The reason.
        why: Why,
        /// When it opens again, on the clock face here. Later than now.
        opens: DateTime,
    },
}

/// Why no press session may start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// Stopped for a sign today.
    Locked,
    /// The day's sessions are done.
    Done {
        /// How many that were.
        most: usize,
    },
    /// The last session is less than four hours ago.
    TooSoon,
    /// A session lies ahead of the clock; the clock was set back.
    ClockBehind,
}

/// The later of what was seen and what the clock shows now, to be kept for the rest of the run.
pub fn latest(seen: Option<Stamp>, now: Stamp) -> Option<Stamp> {
    seen.max(Some(now))
}

/// The latest time that an earlier run has seen, if it is to be believed now.
///
/// A clock that was set to 2031 once, and is right again, must not close pressing for years: what lies too far ahead of
/// it is left. Where the clock itself is plainly wrong, what was seen before is the better word, however far ahead.
pub fn believed_seen(seen: Option<Stamp>, now: Stamp) -> Option<Stamp> {
    seen.filter(|&seen| seen <= horizon(now) || now.date() < FIRST_DAY)
}

/// The time at which a lock falls: the later of the clock and what it has shown, as far as that is believed, on the
/// clock face here.
///
/// With a clock that was set back a day, the lock of a stop must close the day on which the session was held as well.
pub fn lock_time(seen: Option<Stamp>, now: Stamp) -> Stamp {
    believed_seen(seen, now).filter(|&seen| seen > now).map_or(now, |seen| seen.seen_from(now.offset))
}

/// The further west of the two, to be kept for the rest of the run.
pub fn westernmost(seen: Option<Offset>, now: Stamp) -> Option<Offset> {
    Some(seen.map_or(now.offset, |seen| seen.min(now.offset)))
}

/// Tells whether a press session may start now.
pub fn may_press(now: Stamp, limit: DailyLimit, record: Record<'_>) -> Verdict {
    // A clock set forward and back again: the day it came back to, and the day it was set to, must both be open; each
    // of them where the clock stands, and in the westernmost zone it stood in.
    let latest = record.latest_seen.filter(|&latest| latest > now).map(|latest| latest.seen_from(now.offset));
    let west = record.westernmost.filter(|&west| west < now.offset);
    let times = [Some(now), latest].into_iter().flatten();
    let faces = times.flat_map(|time| [Some(time), west.map(|west| time.seen_from(west))]).flatten();
    let verdicts = faces.map(|face| verdict_at(face, now, limit, record));
    let strictest = verdicts.reduce(|first, other| match (first, other) {
        (Verdict::Closed { opens: soon, .. }, Verdict::Closed { opens: later, .. }) if later > soon => other,
        (Verdict::Open { .. }, Verdict::Closed { .. }) => other,
        _ => first,
    });
    strictest.unwrap_or_else(|| verdict_at(now, now, limit, record))
}

/// Sessions done on the clock's day, or ahead of it.
pub fn done_today(now: Stamp, sessions: &[Stamp]) -> usize {
    believed(now, sessions).filter(|session| session.date() >= now.date()).count()
}

fn verdict_at(at: Stamp, now: Stamp, limit: DailyLimit, record: Record<'_>) -> Verdict {
    let most = limit.sessions();
    let done = done_today(at, record.sessions);
    let last = believed(at, record.sessions).max();
    let rested = last.map(|last| last.plus(SignedDuration::from_hours(HOURS_APART)).seen_from(now.offset));
    // The day ends where it is counted; the person reads their own clock.
    let after = |day: Date| Stamp::new(after(day), at.offset).seen_from(now.offset).civil;
    let believed_locks = record.locks.iter().copied().filter(|&day| day_distance(at.date(), day) <= BELIEVED_DAYS_AHEAD);
    let locked = believed_locks.filter(|&day| day >= at.date()).max();

    // By their own clock faces: the last in true time need not bear the last date.
    let used_up = (done >= most).then(|| believed(at, record.sessions).map(Stamp::date).max().unwrap_or(at.date()));
    let resting = rested.is_some_and(|rested| rested > at);

    let why = if locked.is_some() {
        Why::Locked
    } else if used_up.is_some() {
        let ahead = last.is_some_and(|last| last > at && last.date() > at.date());
        if ahead { Why::ClockBehind } else { Why::Done { most } }
    } else if resting {
        Why::TooSoon
    } else {
        return Verdict::Open { done, most };
    };
    // Every reason has to be over: the lock, the day, and however it ends, the four hours.
    let days = [locked, used_up].into_iter().flatten().map(|day| after(day.max(at.date())));
    let rested = rested.filter(|_| resting || used_up.is_some()).map(|rested| rested.civil);
    let opens = days.chain(rested).max().unwrap_or(now.civil);
    Verdict::Closed { why, opens }
}

/// The sessions that are not too far ahead of the clock to be true.
fn believed(at: Stamp, sessions: &[Stamp]) -> impl Iterator<Item = Stamp> {
    let horizon = horizon(at);
    sessions.iter().copied().filter(move |&session| session <= horizon)
}

/// The furthest time ahead of the clock that is believed.
fn horizon(at: Stamp) -> Stamp {
    at.plus(SignedDuration::from_hours(24 * BELIEVED_DAYS_AHEAD))
}

fn day_distance(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}

/// The first moment of the next day.
fn after(day: Date) -> DateTime {
    day.tomorrow().unwrap_or(Date::MAX).at(0, 0, 0, 0)
}

#[cfg(test)]
mod tests;
