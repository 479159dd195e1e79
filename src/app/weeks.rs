//! The last weeks of the history as they are printed: a mark for each day, counts, stopped sessions.
//!
//! Not the counting: [`crate::history::summary`] does that. Invariant: a stop says why only where the person noted it.

use jiff::civil::Date;

use crate::{
    history::{Log, Marks, Noted, Stop, Summary, summary},
    session::Position,
    sheet::{DayMark, StoppedSession, Weeks},
};

/// The last four weeks up to today.
pub fn sheet_weeks(log: &Log, today: Date) -> Weeks {
    printed(&summary(log, today, Weeks::COUNT))
}

fn printed(summary: &Summary) -> Weeks {
    let days = summary.weeks.iter().flat_map(|week| {
        (0_i64..).zip(week.days).map(|(number, marks)| {
            let day = week.first.saturating_add(jiff::Span::new().days(number));
            if day > summary.today { DayMark::Ahead } else { mark(marks) }
        })
    });
    let total = summary.total;
    let mut positions = [0; 4];
    for (position, count) in &summary.positions {
        if let Some(known) = positions.get_mut(place(*position)) {
            *known += count;
        }
    }
    Weeks {
        first: Some(summary.first),
        days: days.collect(),
        sessions: total.all_sessions(),
        warm_ups: total.warm_ups,
        eased: total.eased,
        same: total.same,
        worse: total.worse,
        positions,
        plans: summary.plans.iter().filter_map(|(plan, count)| Some((plan.as_deref()?.to_owned(), *count))).collect(),
        stopped: summary.stops.iter().rev().map(stopped).collect(),
    }
}

/// A day has one mark: what matters most of it.
fn mark(marks: Marks) -> DayMark {
    match marks {
        marks if marks.stopped > 0 => DayMark::Stopped,
        marks if marks.sessions > 0 => DayMark::Session,
        marks if marks.warm_ups > 0 => DayMark::WarmUp,
        _ => DayMark::Nothing,
    }
}

fn stopped(stop: &Stop) -> StoppedSession {
    let column = |noted: Noted| Noted::ALL.iter().position(|&other| other == noted);
    StoppedSession {
        day: stop.date,
        position: place(stop.position),
        rounds: u32::from(stop.rounds_done),
        noted: stop.noted.and_then(column),
    }
}

/// The place of a position in the order of the words.
fn place(position: Position) -> usize {
    Position::ALL.iter().position(|&other| other == position).unwrap_or(0)
}
