//! Reads the table back, by whichever sign its rows are cut, as a spreadsheet wrote it.
//!
//! Not a reader of any table: the first row names the columns, and they are ours, in any order. What a spreadsheet does
//! to numbers and days is undone where it can be: the columns for people to read (`day`, `minutes`) are only looked at
//! where the exact ones are not there.
//!
//! Invariant: what is not known for certain closes rather than opens: a session that may have had a hold has one, and a
//! day that pressing was off on stays off.

use std::time::Duration;

use jiff::civil::Date;

use super::{SEPARATORS, ending, feel, noted, position, unguarded};
use crate::history::entry::{bounded, plan_title};
use crate::history::schema::{MOST_EFFORT, MOST_ROUNDS, stamp};
use crate::history::{Ending, Entry, LINE_LIMIT_BYTES, Noted, SessionEntry, WarmUpSet};
use crate::moment::Stamp;
use crate::session::{Feel, Position, WarmUp};

/// More columns than any table of ours has had.
const MOST_COLUMNS: usize = 64;

/// What a table gave.
#[derive(Debug, Default)]
pub(in crate::history) struct Rows {
    /// Every row that could be read.
    pub(in crate::history) entries: Vec<Entry>,
    /// The lines, from 1, of the first rows that could not be.
    pub(in crate::history) faults: Vec<usize>,
    /// How many could not be in all.
    pub(in crate::history) unreadable: usize,
}

/// Reads a table of ours; at most `told` faults are listed. `None` if it is none.
pub(in crate::history) fn read(text: &str, told: usize) -> Option<Rows> {
    let (columns, records) = head(text)?;
    let mut rows = Rows::default();
    for (line, cells) in records {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        match entry(&Row { columns: &columns, cells: &cells }) {
            Some(entry) => rows.entries.push(entry),
            None => {
                rows.unreadable = rows.unreadable.saturating_add(1);
                if rows.faults.len() < told {
                    rows.faults.push(line);
                }
            }
        }
    }
    Some(rows)
}

/// The names of the columns, and the rows behind them.
fn head(text: &str) -> Option<(Vec<String>, Records<'_>)> {
    let (first, behind) = text.split_once('\n').unwrap_or((text, ""));
    // Some spreadsheets say first what they cut by.
    let is_told = first.trim().trim_matches('"').to_lowercase().starts_with("sep=");
    let (text, line) = if is_told { (behind, 2) } else { (text, 1) };
    SEPARATORS.into_iter().find_map(|separator| {
        let mut records = Records { rest: text, separator, line };
        let names: Vec<String> = records.next()?.1.iter().map(|name| name.trim().to_lowercase()).collect();
        let is_ours = ["kind", "started"].iter().all(|name| names.iter().any(|column| column == name));
        is_ours.then_some((names, records))
    })
}

/// The rows of a text, each with the line it begins on.
struct Records<'a> {
    rest: &'a str,
    separator: char,
    line: usize,
}

impl Iterator for Records<'_> {
    type Item = (usize, Vec<String>);

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let (mut cells, mut cell, mut quoted, mut read) = (Vec::new(), String::new(), false, 0_usize);
        let line = self.line;
        let mut letters = self.rest.chars().peekable();
        let mut keep = |cell: &mut String| {
            let whole = std::mem::take(cell);
            if cells.len() < MOST_COLUMNS {
                cells.push(whole);
            }
        };
        while let Some(letter) = letters.next() {
            read = read.saturating_add(letter.len_utf8());
            if letter == '\n' {
                self.line = self.line.saturating_add(1);
            }
            match letter {
                '"' if quoted && letters.peek() == Some(&'"') => {
                    letters.next();
                    read = read.saturating_add(1);
                    cell.push('"');
                }
                '"' if quoted || cell.is_empty() => quoted = !quoted,
                '\n' if !quoted => break,
                '\r' if !quoted => {}
                letter if letter == self.separator && !quoted => keep(&mut cell),
                // A quotation mark that is never closed ends here, and costs one row and not the rest of the table.
                '\n' if cell.len() > LINE_LIMIT_BYTES => break,
                letter => cell.push(letter),
            }
        }
        keep(&mut cell);
        self.rest = self.rest.get(read..).unwrap_or_default();
        Some((line, cells))
    }
}

/// One row, by the names of its columns.
struct Row<'a> {
    columns: &'a [String],
    cells: &'a [String],
}

impl Row<'_> {
    /// What stands in a column, if there is one and something stands there.
    fn cell(&self, name: &str) -> Option<String> {
        let place = self.columns.iter().position(|column| column == name)?;
        let cell = self.cells.get(place)?;
        Some(unguarded(cell)).filter(|cell| !cell.trim().is_empty() && cell.len() <= LINE_LIMIT_BYTES)
    }

    /// A word of the table, in small letters.
    fn word(&self, name: &str) -> Option<String> {
        self.cell(name).map(|word| word.trim().to_lowercase())
    }

    fn has(&self, name: &str) -> bool {
        self.columns.iter().any(|column| column == name)
    }

    fn stamp(&self, name: &str) -> Option<Stamp> {
        stamp(self.cell(name)?.trim())
    }

    /// A number, cut to `most`; a comma before the tenths is one as well.
    fn number(&self, name: &str, most: f64) -> Option<f64> {
        let number: f64 = self.cell(name)?.trim().replace(',', ".").parse().ok()?;
        (number >= 0.0).then_some(number.min(most))
    }

    fn small(&self, name: &str, most: u8) -> u8 {
        self.number(name, most.into()).map_or(0, |number| number as u8)
    }

    fn length(&self) -> Option<Duration> {
        // The minutes are rounded to tenths.
        let minutes = || self.number("minutes", f64::MAX).map(|minutes| minutes * 60.0);
        let secs = self.number("seconds", f64::MAX).or_else(minutes)?;
        Some(bounded(secs.round() as u64))
    }
}

fn entry(row: &Row<'_>) -> Option<Entry> {
    let started = row.stamp("started")?;
    match row.word("kind")?.as_str() {
        "session" => session(row, started).map(Entry::Session),
        "warm_up" => {
            let cards = row.word("warm_ups").unwrap_or_default();
            let cards: WarmUpSet = cards.split_whitespace().filter_map(WarmUp::from_id).collect();
            Some(Entry::WarmUp { started, length: row.length()?, cards })
        }
        "pressing_off" => Some(Entry::Lock { at: started }),
        _ => None,
    }
}

fn session(row: &Row<'_>, started: Stamp) -> Option<SessionEntry> {
    let ending = row.word("ended").and_then(|word| one_of(&[Ending::Open, Ending::Finished, Ending::Stopped], ending, &word))?;
    let rounds_done = row.small("rounds", MOST_ROUNDS);
    let held_at = if row.has("held_at") && row.cell("held_at").is_none() {
        None
    } else {
        // A table of an older program has no such column.
        let may_have_held = rounds_done > 0 || ending != Ending::Finished || row.cell("held_at").is_some();
        row.stamp("held_at").or_else(|| may_have_held.then_some(started))
    };
    Some(SessionEntry {
        started,
        held_at,
        locked_on: row.cell("pressing_off_on").map(|day| locked_on(&day, started)),
        length: row.length()?,
        position: row.word("position").and_then(|word| one_of(&Position::ALL, position, &word))?,
        rounds_done,
        effort: row.small("effort_of_10", MOST_EFFORT),
        ending,
        feel: row.word("felt").and_then(|word| one_of(&Feel::ALL, feel, &word)),
        noted: row.word("noted").and_then(|word| one_of(&Noted::ALL, noted, &word)),
        plan: row.cell("plan").as_deref().and_then(plan_title),
    })
}

/// The day on which pressing was off. Spreadsheets write days anew in a form of their own, which can mean two days; the
/// day of the session is then meant.
fn locked_on(day: &str, started: Stamp) -> Date {
    day.trim().parse().unwrap_or_else(|_| started.date())
}

fn one_of<T: Copy>(all: &[T], name: fn(T) -> &'static str, word: &str) -> Option<T> {
    all.iter().copied().find(|&value| name(value) == word)
}
