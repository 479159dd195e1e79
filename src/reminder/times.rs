//! The times of day at which a person wants to be reminded: one for each session that a day may hold.
//!
//! Not the moment at which one is due. Invariant: times in use are at least as far apart as sessions are, also
//! across midnight, and never more of them than sessions.

use jiff::ToSpan;
use jiff::civil::Time;

use crate::limit::{DailyLimit, HOURS_APART};

const MINS_A_DAY: i32 = 24 * 60;
const MINS_APART: i32 = HOURS_APART as i32 * 60;

/// What is wrong with a time that was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimeProblem {
    /// It is not a time of day.
    NotATime,
    /// It is less than four hours from the other one.
    TooClose,
}

/// Reads a time of day as people type it: `9:00`, `09.30`, `0930`, `9`.
///
/// # Errors
/// [`TimeProblem::NotATime`].
pub fn read_time(text: &str) -> Result<Time, TimeProblem> {
    let text = text.trim();
    let parts: Vec<&str> = text.split([':', '.']).map(str::trim).collect();
    let (hour, minute) = match parts.as_slice() {
        [hour, minute] if minute.len() == 2 => (*hour, *minute),
        [bare] if bare.len() == 4 => (bare.get(..2).unwrap_or_default(), bare.get(2..).unwrap_or_default()),
        [bare] => (*bare, "00"),
        _ => return Err(TimeProblem::NotATime),
    };
    let number = |digits: &str| {
        let plain = !digits.is_empty() && digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse::<i8>().ok().filter(|_| plain).ok_or(TimeProblem::NotATime)
    };
    Time::new(number(hour)?, number(minute)?, 0, 0).map_err(|_| TimeProblem::NotATime)
}

/// Looks at a time that was typed beside the other ones.
///
/// # Errors
/// What is wrong with it.
pub fn validate(text: &str, others: &[Time]) -> Result<Time, TimeProblem> {
    let time = read_time(text)?;
    if others.iter().all(|&other| far_enough(time, other)) { Ok(time) } else { Err(TimeProblem::TooClose) }
}

/// A second time of day for someone who has one: four hours later, or as far round the clock as that needs.
///
/// The evening is a better guess than the middle of the day, where four hours would still be kept: so nine hours later
/// (09:00 and 18:00), if that is before ten in the evening.
pub fn proposed_second(first: Time) -> Time {
    let later = |hours: i64| first.wrapping_add(hours.hours());
    let evening = later(9);
    if evening > first && evening < jiff::civil::time(22, 0, 0, 0) { evening } else { later(HOURS_APART) }
}

/// The times that count, the earliest first: no more than sessions, and each far enough from those before it.
///
/// The screen takes no others, but a settings file may hold anything.
pub fn times_in_use(times: &[Time], limit: DailyLimit) -> Vec<Time> {
    let mut kept: Vec<Time> = Vec::new();
    for &time in times {
        if kept.len() < limit.sessions() && kept.iter().all(|&other| far_enough(time, other)) {
            kept.push(time);
        }
    }
    kept.sort();
    kept
}

/// Whether two times of day are far enough apart, both ways round the clock.
fn far_enough(one: Time, other: Time) -> bool {
    let mins = |time: Time| i32::from(time.hour()).saturating_mul(60).saturating_add(i32::from(time.minute()));
    let apart = mins(one).saturating_sub(mins(other)).saturating_abs();
    apart.min(MINS_A_DAY.saturating_sub(apart)) >= MINS_APART
}
