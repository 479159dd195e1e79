//! The last weeks in numbers, for the page that is taken to a visit.
//!
//! Not a document and not a judgement: it counts and lists, and draws no line from one week to the next (health.md
//! 3.5 d). What made a person stop is only there where they noted it themselves.
//!
//! Invariant: every entry of those weeks is counted once, on the day that the clock face showed.

use std::sync::Arc;

use jiff::{
    ToSpan,
    civil::{Date, Time},
};

use super::{Ending, Entry, Log, Marks, Noted};
use crate::session::Position;

/// The last weeks, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The Monday of the first week.
    pub first: Date,
    /// The last day that is in it: today.
    pub today: Date,
    /// The weeks, the earliest first, each from Monday to Sunday; days after today are empty.
    pub weeks: Vec<Week>,
    /// Everything in them together.
    pub total: Marks,
    /// Days with a hold.
    pub days_pressed: usize,
    /// Sessions in each position, those without a session left out, the most used first.
    pub positions: Vec<(Position, u32)>,
    /// Sessions that each plan led, `None` being the guide's own numbers, the most used first.
    pub plans: Vec<(Option<Arc<str>>, u32)>,
    /// Sessions that were stopped, the earliest first.
    pub stops: Vec<Stop>,
    /// The days on which a sign on the list before a session turned pressing off.
    pub locked_before: Vec<Date>,
    /// The first day with a hold that is remembered at all, also from before these weeks.
    pub first_pressed: Option<Date>,
}

/// One week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub first: Date,
    /// Monday to Sunday.
    pub days: [Marks; 7],
    /// The week together.
    pub total: Marks,
}

/// One session that was stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stop {
    /// The day.
    pub date: Date,
    /// When it began.
    pub time: Time,
    /// The position.
    pub position: Position,
    /// Rounds held to the end before it.
    pub rounds_done: u8,
    /// The effort, on the scale of 10.
    pub effort: u8,
    /// Whether it turned pressing off for the day.
    pub locked: bool,
    /// What the person noted, if they did.
    pub noted: Option<Noted>,
}

impl Summary {
    /// Whether there is nothing in these weeks.
    pub fn is_empty(&self) -> bool {
        self.total == Marks::default()
    }
}

/// The Monday of a day's week.
pub fn monday_of(day: Date) -> Date {
    day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days())
}

/// Sums up `weeks` weeks, the last of them the one that today is in. At least one.
pub fn summary(log: &Log, today: Date, weeks: usize) -> Summary {
    let last = monday_of(today);
    let back = i64::try_from(weeks.saturating_sub(1)).unwrap_or(0);
    let first = last.saturating_sub(back.weeks());
    let weeks = (0..=back).map(|number| week(log, first.saturating_add(number.weeks()), today)).collect();
    let mut positions: Vec<(Position, u32)> = Vec::new();
    let mut plans: Vec<(Option<Arc<str>>, u32)> = Vec::new();
    let (mut stops, mut locked_before) = (Vec::new(), Vec::new());
    for entry in log.within(first, today) {
        match entry {
            Entry::Session(session) => {
                count(&mut positions, session.position);
                count(&mut plans, session.plan.clone());
                if session.ending == Ending::Stopped {
                    stops.push(Stop {
                        date: session.started.date(),
                        time: session.started.civil.time(),
                        position: session.position,
                        rounds_done: session.rounds_done,
                        effort: session.effort,
                        locked: session.locked_on.is_some(),
                        noted: session.noted,
                    });
                }
            }
            Entry::Lock { at } => locked_before.push(at.date()),
            Entry::WarmUp { .. } => {}
        }
    }
    positions.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    plans.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    locked_before.dedup();
    Summary {
        first,
        today,
        weeks,
        total: log.marks_of(first, today),
        days_pressed: log.days_of(first, today).filter(|(_, marks)| marks.pressed > 0).count(),
        positions,
        plans,
        stops,
        locked_before,
        first_pressed: log.first_pressed(),
    }
}

/// One more of this kind.
fn count<T: PartialEq>(counts: &mut Vec<(T, u32)>, kind: T) {
    match counts.iter_mut().find(|(known, _)| *known == kind) {
        Some((_, count)) => *count = count.saturating_add(1),
        None => counts.push((kind, 1)),
    }
}

fn week(log: &Log, first: Date, today: Date) -> Week {
    let day = |number: i64| first.saturating_add(number.days());
    let marks = |day: Date| if day <= today { log.marks(day) } else { Marks::default() };
    let days = [0, 1, 2, 3, 4, 5, 6].map(|number| marks(day(number)));
    Week { first, days, total: days.into_iter().fold(Marks::default(), Marks::and) }
}
