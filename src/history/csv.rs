//! The history as a table for a spreadsheet: RFC 4180, one row an entry, whole lines with CRLF.
//!
//! It begins with the mark that tells spreadsheets that it is UTF-8. `read.rs` takes it back, also as a spreadsheet
//! writes it.
//!
//! Invariant: no field is ever taken for a formula, whatever stands in it and by whichever sign a spreadsheet cuts the
//! rows; every row has as many fields as the first; and [`read()`] gives back what was written.

// Numbers here come from a file; none of them may stop the program.
#![cfg_attr(not(test), warn(clippy::arithmetic_side_effects))]

mod read;

pub(super) use read::read;

use super::{Ending, Entry, Log, Noted, schema::Line};
use crate::session::{Feel, Position, WarmUp};
use crate::source::MARK;

/// The columns. Names without spaces, so that other programs can use them as they are. The last two are there to be read
/// back; a person has `started` and `minutes`.
const COLUMNS: [&str; 15] = [
    "kind",
    "started",
    "day",
    "minutes",
    "position",
    "rounds",
    "effort_of_10",
    "ended",
    "felt",
    "noted",
    "pressing_off_on",
    "warm_ups",
    "plan",
    "held_at",
    "seconds",
];

/// Every entry, the earliest first.
pub fn csv(log: &Log) -> String {
    let mut text = MARK.to_string() + &row(COLUMNS.map(str::to_owned));
    for entry in log.entries() {
        text.push_str(&row(fields(entry)));
    }
    text
}

fn fields(entry: &Entry) -> [String; COLUMNS.len()] {
    let started = entry.started();
    let at = Line::time_of(started);
    let day = started.date().to_string();
    let off = entry.locked_on().map(|day| day.to_string()).unwrap_or_default();
    let minutes = |length: std::time::Duration| format!("{:.1}", length.as_secs_f64() / 60.0);
    let none = String::new;
    match entry {
        Entry::Session(session) => [
            "session".to_owned(),
            at,
            day,
            minutes(session.length),
            position(session.position).to_owned(),
            session.rounds_done.to_string(),
            session.effort.to_string(),
            ending(session.ending).to_owned(),
            session.feel.map_or("", feel).to_owned(),
            session.noted.map_or("", noted).to_owned(),
            off,
            none(),
            session.plan.as_deref().unwrap_or_default().to_owned(),
            session.held_at.map(Line::time_of).unwrap_or_default(),
            session.length.as_secs().to_string(),
        ],
        Entry::WarmUp { length, cards, .. } => {
            let cards: Vec<&str> = cards.iter().map(WarmUp::id).collect();
            let mut fields = [const { String::new() }; COLUMNS.len()];
            let [kind, started, on, long, .., which, _, _, secs] = &mut fields;
            (*kind, *started, *on, *long, *which) = ("warm_up".to_owned(), at, day, minutes(*length), cards.join(" "));
            *secs = length.as_secs().to_string();
            fields
        }
        Entry::Lock { .. } => {
            let mut fields = [const { String::new() }; COLUMNS.len()];
            let [kind, started, on, .., pressing_off, _, _, _, _] = &mut fields;
            (*kind, *started, *on, *pressing_off) = ("pressing_off".to_owned(), at, day, off);
            fields
        }
    }
}

fn row<const N: usize>(fields: [String; N]) -> String {
    fields.map(|words| field(&words)).join(",") + "\r\n"
}

/// What a spreadsheet may cut a row by.
const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// What a spreadsheet begins a formula with; the wide forms count in some of them.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// One field: quoted where it must be, and never the beginning of a formula.
fn field(words: &str) -> String {
    let words = guarded(words);
    let quotes = words.contains(['"', '\r', '\n']) || words.contains(SEPARATORS) || words.trim() != words;
    if quotes { format!("\"{}\"", words.replace('"', "\"\"")) } else { words }
}

/// Whether a cell that begins like this would be computed, but for the apostrophes before it.
fn computes(cell: &str) -> bool {
    cell.trim_start_matches(' ').trim_start_matches('\'').starts_with(FORMULA)
}

/// The text with an apostrophe before whatever a spreadsheet would compute: at its beginning, and behind everything that
/// a cell may be cut at. An apostrophe that stands there already gets another one, so that it can be read back.
fn guarded(words: &str) -> String {
    by_cell(words, |cell| {
        let (spaces, rest) = cell.split_at_checked(lead(cell)).unwrap_or(("", cell));
        if computes(cell) { format!("{spaces}'{rest}") } else { cell.to_owned() }
    })
}

/// The text without the apostrophes that [`guarded`] has put in.
fn unguarded(words: &str) -> String {
    by_cell(words, |cell| {
        let (spaces, rest) = cell.split_at_checked(lead(cell)).unwrap_or(("", cell));
        rest.strip_prefix('\'').filter(|_| computes(cell)).map_or_else(|| cell.to_owned(), |rest| format!("{spaces}{rest}"))
    })
}

/// How many bytes of spaces a cell begins with.
fn lead(cell: &str) -> usize {
    cell.len().saturating_sub(cell.trim_start_matches(' ').len())
}

/// Changes each part of a text that may become a cell of its own; what cuts them stays.
fn by_cell(words: &str, change: impl Fn(&str) -> String) -> String {
    let cuts = |letter: char| SEPARATORS.contains(&letter) || matches!(letter, '"' | '\r' | '\n');
    words
        .split_inclusive(cuts)
        .map(|part| match part.char_indices().next_back().filter(|&(_, letter)| cuts(letter)) {
            Some((at, cut)) => change(part.get(..at).unwrap_or_default()) + cut.encode_utf8(&mut [0; 4]),
            None => change(part),
        })
        .collect()
}

const fn position(position: Position) -> &'static str {
    match position {
        Position::Back => "back",
        Position::Side => "side",
        Position::AllFours => "all_fours",
        Position::Wall => "wall",
    }
}

const fn ending(ending: Ending) -> &'static str {
    match ending {
        Ending::Open => "cut_short",
        Ending::Finished => "finished",
        Ending::Stopped => "stopped",
    }
}

const fn feel(feel: Feel) -> &'static str {
    match feel {
        Feel::Eased => "eased",
        Feel::Same => "same",
        Feel::Worse => "worse",
    }
}

const fn noted(noted: Noted) -> &'static str {
    match noted {
        Noted::Sharp => "sharp",
        Noted::MorePain => "more_pain",
        Noted::Numb => "numb",
        Noted::Weak => "weak",
        Noted::Other => "other",
    }
}

#[cfg(test)]
mod tests;
