//! Whether a reminder is due now, and what a person can expect.
//!
//! Not when to look: whoever asks, asks once in a while, and any pattern of asking gives the same reminders.
//!
//! A time of day is due from that minute of the clock face on for two hours. So a computer that slept through it shows
//! it on waking; later than that, or past midnight, it is dropped: a note about nine at noon is only noise. A clock
//! that is set, summer time and flights change what the face shows, and the face is all that counts; what keeps a
//! reminder from coming twice is what was shown, by day and time.
//!
//! Invariant: at most one is due at once, and between two there are two hours of true time, unless a person asked for
//! the second one with "In 30 minutes".

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Time};

use super::{Memory, times_in_use};
use crate::{
    limit::{self, DailyLimit, Record, Verdict, Why},
    moment::Stamp,
};

/// How late a reminder may be.
pub(super) const LATE: SignedDuration = SignedDuration::from_hours(2);
/// How long after anything that came nothing comes unasked.
const REST: SignedDuration = SignedDuration::from_hours(2);
/// How many days ahead a next one is looked for: a clock that was put right may leave days taken.
const DAYS_AHEAD: usize = 32;

/// What a person has chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted<'a> {
    /// Reminders come at all.
    pub on: bool,
    /// At these times of day, as the settings hold them.
    pub times: &'a [Time],
    /// Sessions a day.
    pub limit: DailyLimit,
    /// A sign was picked that needs a check, and the check has not been confirmed.
    pub needs_check: bool,
}

/// Why nothing comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Quiet {
    /// Reminders are off, or have no time.
    Off,
    /// A sign needs a check first.
    NeedsCheck,
    /// Pressing is off, or the day's sessions are done.
    Closed(Why),
    /// The person said "Not today".
    NotToday,
}

/// A reminder that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// The one of this day and time.
    Slot(Date, Time),
    /// The last one again, as the person asked.
    Again,
}

impl Due {
    /// The day and time it stands for; none if it came before.
    pub fn slot(self) -> Option<(Date, Time)> {
        match self {
            Self::Slot(day, time) => Some((day, time)),
            Self::Again => None,
        }
    }
}

/// What a person can expect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outlook {
    /// Why no more come today, if there is a reason beside the clock.
    pub quiet: Option<Quiet>,
    /// The next one, on the clock face here.
    pub next: Option<DateTime>,
}

/// The reminder that is due now, if one is.
pub fn due(now: Stamp, wanted: Wanted<'_>, record: Record<'_>, memory: &Memory) -> Option<Due> {
    if quiet(now, wanted, record, memory).is_some() {
        return None;
    }
    let in_time = |late: SignedDuration| !late.is_negative() && late < LATE;
    let again = memory.snoozed_until.filter(|until| until.date() == now.date() && in_time(now.since(*until)));
    if again.is_some() {
        return Some(Due::Again);
    }
    if memory.last_at.is_some_and(|last| now.since(last).unsigned_abs() < REST.unsigned_abs()) {
        return None;
    }
    let day = now.date();
    let done = limit::done_today(now, record.sessions);
    let times = times_in_use(wanted.times, wanted.limit);
    let open = times.into_iter().skip(done).filter(|&time| is_free(day, time, wanted.limit, memory));
    open.map(|time| (time, now.civil.duration_since(day.to_datetime(time))))
        .find(|(_, late)| in_time(*late))
        .map(|(time, _)| Due::Slot(day, time))
}

/// What can be expected as things stand: whether today stays quiet, and when the next one comes.
pub fn outlook(now: Stamp, wanted: Wanted<'_>, record: Record<'_>, memory: &Memory) -> Outlook {
    let quiet = quiet(now, wanted, record, memory);
    if matches!(quiet, Some(Quiet::Off | Quiet::NeedsCheck)) {
        return Outlook { quiet, next: None };
    }
    let opens = match limit::may_press(now, wanted.limit, record) {
        Verdict::Closed { opens, .. } => opens,
        Verdict::Open { .. } => now.civil,
    };
    // A session too short ago keeps only the next hours quiet, not the day.
    let quiet = quiet.filter(|quiet| *quiet != Quiet::Closed(Why::TooSoon));
    // A rest that ends later than any can was begun by a clock that has been set back since.
    let latest = now.civil.saturating_add(REST);
    let snoozed = memory.snoozed_until.map(|until| until.seen_from(now.offset).civil);
    let snoozed = snoozed.filter(|&until| quiet.is_none() && until > now.civil && until.date() == now.date());
    let times = times_in_use(wanted.times, wanted.limit);
    let done = limit::done_today(now, record.sessions);
    let days = std::iter::successors(Some(now.date()), |day| day.tomorrow().ok()).take(DAYS_AHEAD);
    let slots = days.flat_map(|day| {
        let skipped = if day == now.date() { done } else { 0 };
        times.iter().skip(skipped).map(move |&time| (day, time))
    });
    // One that falls into a time when nothing may come is shown after it, as long as it is not too late for that.
    let rested = memory.last_at.map(|last| last.plus(REST).seen_from(now.offset).civil).filter(|rested| *rested <= latest);
    let earliest = rested.map_or(opens, |rested| rested.max(opens));
    let slot = slots
        .filter(|&(day, time)| is_free(day, time, wanted.limit, memory) && memory.not_today != Some(day))
        .map(|(day, time)| (day.to_datetime(time), day.to_datetime(time).max(earliest)))
        .find(|&(slot, comes)| comes > now.civil && comes.date() == slot.date() && comes.duration_since(slot) < LATE)
        .map(|(_, comes)| comes);
    Outlook { quiet, next: [snoozed, slot].into_iter().flatten().min() }
}

/// The reason to stay silent, if there is one.
fn quiet(now: Stamp, wanted: Wanted<'_>, record: Record<'_>, memory: &Memory) -> Option<Quiet> {
    if !wanted.on || wanted.times.is_empty() {
        return Some(Quiet::Off);
    }
    if wanted.needs_check {
        return Some(Quiet::NeedsCheck);
    }
    if let Verdict::Closed { why, .. } = limit::may_press(now, wanted.limit, record) {
        return Some(Quiet::Closed(why));
    }
    (memory.not_today == Some(now.date())).then_some(Quiet::NotToday)
}

/// Whether this time of this day has not come yet, and its day has room for one more.
fn is_free(day: Date, time: Time, limit: DailyLimit, memory: &Memory) -> bool {
    let mut that_day = memory.shown.iter().filter(|shown| shown.day == day);
    that_day.clone().count() < limit.sessions() && that_day.all(|shown| shown.time != time)
}
