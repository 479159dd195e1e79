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

/// Reads a time of day as people type it: `9:00`, `09.30`, `0930`, `9`, `21h30`, `9 am`, `9:30 p.m.`
///
/// # Errors
/// [`TimeProblem::NotATime`].
pub fn read_time(text: &str) -> Result<Time, TimeProblem> {
    let text = text.trim().to_lowercase();
    let (clock, half) = halves(&text);
    let parts: Vec<&str> = clock.split([':', '.', 'h']).map(str::trim).collect();
    let (hour, minute) = match parts.as_slice() {
        [hour, minute] if minute.len() == 2 => (*hour, *minute),
        // "21h": only this sign may stand behind the hour alone.
        [hour, ""] if clock.ends_with('h') => (*hour, "00"),
        [bare] if (3..=4).contains(&bare.len()) => bare.split_at_checked(bare.len().saturating_sub(2)).unwrap_or_default(),
        [bare] => (*bare, "00"),
        _ => return Err(TimeProblem::NotATime),
    };
    let number = |digits: &str| {
        let plain = !digits.is_empty() && digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse::<i8>().ok().filter(|_| plain).ok_or(TimeProblem::NotATime)
    };
    let hour = match (half, number(hour)?) {
        (None, hour) => hour,
        (Some(Half::Morning), 12) => 0,
        (Some(Half::Evening), 12) => 12,
        (Some(Half::Morning), hour @ 1..=11) => hour,
        (Some(Half::Evening), hour @ 1..=11) => hour.saturating_add(12),
        (Some(_), _) => return Err(TimeProblem::NotATime),
    };
    Time::new(hour, number(minute)?, 0, 0).map_err(|_| TimeProblem::NotATime)
}

/// Which twelve hours of the day a time is in.
enum Half {
    Morning,
    Evening,
}

/// What stands before `am` or `pm`, however that is written, and which it is.
fn halves(text: &str) -> (&str, Option<Half>) {
    const MORNING: [&str; 4] = ["a.m.", "a. m.", "am", "a.m"];
    const EVENING: [&str; 4] = ["p.m.", "p. m.", "pm", "p.m"];
    let before = |endings: [&str; 4]| endings.into_iter().find_map(|ending| text.strip_suffix(ending)).map(str::trim_end);
    match (before(MORNING), before(EVENING)) {
        (Some(clock), _) => (clock, Some(Half::Morning)),
        (_, Some(clock)) => (clock, Some(Half::Evening)),
        (None, None) => (text, None),
    }
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
