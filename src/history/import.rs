//! A history from elsewhere, looked at before it is taken in: what is new, what is here already, what cannot be read.
//!
//! Not a decision to take it in: that is the person's, after they have seen this. An entry is known by its kind and
//! the time it began, on whichever computer.
//!
//! Invariant: taking it in only ever adds entries. None of ours is changed, so nothing that is closed opens.

// Numbers here come from a file; none of them may stop the program.
#![cfg_attr(not(test), warn(clippy::arithmetic_side_effects))]

use jiff::SignedDuration;

use super::{Entry, HEADER, Log, codec, csv, encode_line};
use crate::moment::Stamp;
use crate::source::MARK;

/// How far ahead of the clock an entry from another computer may begin: its clock face may be a day off, not more.
const AHEAD: SignedDuration = SignedDuration::from_hours(24);

/// As many faults as are told one by one.
pub const TOLD: usize = 5;

/// What a file holds for this history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// Entries that are not here yet, the earliest first.
    pub new: Vec<Entry>,
    /// How many are here already.
    pub known: usize,
    /// How many lines could not be taken, each for a reason; the first [`TOLD`] of them are listed.
    pub unreadable: usize,
    /// The first of them, by line.
    pub faults: Vec<Fault>,
}

/// A line that is not taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Line from 1; 0 for an entry of a file that can be read.
    pub line: usize,
    /// Why.
    pub why: Reason,
}

/// Why a line is not taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// It cannot be read.
    Unreadable,
    /// It begins later than now.
    Ahead(Stamp),
}

/// Why a file as a whole is not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It holds nothing that a history holds.
    NoHistory,
    /// A newer program wrote it.
    Newer,
    /// It is the table for spreadsheets, and not a row of it can be read.
    Table,
}

/// What a file holds, before it is held against this history: all of the work that takes time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    entries: Vec<Entry>,
    faults: Vec<Fault>,
    /// How many lines could not be read, those in `faults` among them.
    unreadable: usize,
}

/// Looks at a text that is said to be a history.
///
/// # Errors
/// See [`Refused`]; nothing of such a file is taken in.
pub fn preview(text: &str, log: &Log, now: Stamp) -> Result<Preview, Refused> {
    read_import(text).map(|import| import.against(log, now))
}

/// Reads a text that is said to be a history.
///
/// # Errors
/// See [`Refused`]; nothing of such a file is taken in.
pub fn read_import(text: &str) -> Result<Import, Refused> {
    let text = text.trim_start_matches(MARK);
    if let Some(rows) = csv::read(text, TOLD) {
        if rows.entries.is_empty() {
            return Err(Refused::Table);
        }
        let faults = rows.faults.into_iter().map(|line| Fault { line, why: Reason::Unreadable }).collect();
        // A row of one entry may stand there twice; in the log each name is there once.
        let entries = Log::new(rows.entries).entries().to_vec();
        return Ok(Import { entries, faults, unreadable: rows.unreadable });
    }
    let decoded = codec::decode(text);
    if decoded.read_only {
        return Err(Refused::Newer);
    }
    if decoded.too_damaged {
        return Err(Refused::NoHistory);
    }
    let is_ours = text.lines().any(|line| line.trim() == HEADER.lines().last().unwrap_or_default());
    if decoded.entries.is_empty() && !is_ours {
        return Err(Refused::NoHistory);
    }
    let told = decoded.warnings.into_iter().map(|warning| Fault { line: warning.line, why: Reason::Unreadable });
    Ok(Import { faults: told.collect(), entries: decoded.entries, unreadable: decoded.unreadable })
}

/// Whether an entry is here already. A table of an older program has no fractions of a second: one that began in the
/// same second is the same.
fn is_known(log: &Log, entry: &Entry) -> bool {
    let name = entry.name();
    let started = name.started();
    let day = started.date();
    let is_same = |known: &Entry| {
        let later = known.started().since(started);
        known.name().is_of_kind(name) && !later.is_negative() && later < SignedDuration::from_secs(1)
    };
    log.get(name).is_some() || started.civil.subsec_nanosecond() == 0 && log.within(day, day).any(is_same)
}

impl Import {
    /// What of it would be new in this history, now.
    pub fn against(self, log: &Log, now: Stamp) -> Preview {
        let Self { entries, mut faults, unreadable } = self;
        let latest = now.plus(AHEAD);
        let (ahead, good): (Vec<Entry>, Vec<Entry>) = entries.into_iter().partition(|entry| entry.started() > latest);
        faults.extend(ahead.iter().map(|entry| Fault { line: 0, why: Reason::Ahead(entry.started()) }));
        let (known, mut new): (Vec<Entry>, Vec<Entry>) = good.into_iter().partition(|entry| is_known(log, entry));
        new.sort_by_key(Entry::name); // each name is there once
        let unreadable = unreadable.saturating_add(ahead.len());
        faults.truncate(TOLD);
        Preview { new, known: known.len(), unreadable, faults }
    }
}

/// The whole history as its own file, one line an entry: to keep, or to take to another computer.
pub fn export(log: &Log) -> String {
    log.entries().iter().fold(HEADER.to_owned(), |text, entry| text + &encode_line(entry))
}
