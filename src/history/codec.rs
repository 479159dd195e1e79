//! Entries as lines of text, and a whole text as entries.
//!
//! Not the store: appending a line, and keeping a copy of a damaged file, are the shell's.
//!
//! The file begins with [`HEADER`]; then each line holds one RON value. A line about something that an earlier line
//! spoke of (the same kind, the same beginning) replaces it, so nothing that stands there is ever written again and
//! the ten-thousandth entry costs what the first one did. A line `(version: n)` may stand anywhere and the highest
//! counts: a later program adds one, and need not touch what is there.
//!
//! Invariant: decoding never fails, and a line that cannot be read costs that line only.

// Numbers here come from a file; none of them may stop the program.
#![cfg_attr(not(test), warn(clippy::arithmetic_side_effects))]

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::schema::{Line, VersionLine};
use super::{Entry, EntryId};
use crate::source::MARK;

/// The version this program writes.
pub const VERSION: u32 = 1;

/// What a new file begins with.
pub const HEADER: &str =
    "// Gentleback's history. One line an entry; a later line about the same one replaces it.\n(version: 1)\n";

/// The longest line that is looked at, in bytes; the longest that is written has some four hundred.
pub const LINE_LIMIT_BYTES: usize = 16 * 1024;

/// So many lines may be damaged; a file with more is something else, and is left as it is.
pub const DAMAGED_LINES_LIMIT: usize = 10_000;

/// So many damaged lines are told one by one; the others are counted.
pub const WARNINGS_TOLD: usize = 20;

/// What a history file gave.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decoded {
    /// Every entry once, as the newest line about it says, in the order of the first lines about them.
    pub entries: Vec<Entry>,
    /// What could not be read; the first [`WARNINGS_TOLD`] of it.
    pub warnings: Vec<Warning>,
    /// How many lines could not be read, the missing version among them.
    pub unreadable: usize,
    /// More than [`DAMAGED_LINES_LIMIT`] lines cannot be read: the rest was not looked at.
    pub too_damaged: bool,
    /// A newer program wrote this file: nothing may be added to it.
    pub read_only: bool,
    /// The file without the lines that could not be read, if there were any, for when a copy has been kept; or the file
    /// as this program writes it, if it was saved in another form of text, to which no line may be added.
    pub mended: Option<String>,
}

/// A line of a history file that could not be read.
///
/// Nothing of what stands there is kept: it may tell of a person's health, and this goes to a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Line from 1.
    pub line: usize,
    /// What is wrong.
    pub why: Trouble,
}

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// It is no entry, from this letter on.
    Column(usize),
    /// It is longer than [`LINE_LIMIT_BYTES`].
    TooLong,
    /// No line says which version wrote the file.
    NoVersion,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = self.line;
        match self.why {
            Trouble::Column(column) => write!(f, "line {line}: column {column}: this is no entry of a history"),
            Trouble::TooLong => write!(f, "line {line}: longer than any entry of a history"),
            Trouble::NoVersion => write!(f, "line {line}: the version is missing"),
        }
    }
}

/// Writes one entry down, with the end of its line.
pub fn encode_line(entry: &Entry) -> String {
    let mut line = String::new();
    let spaced = ron::ser::PrettyConfig::new().depth_limit(0);
    // Plain fields only: writing them to a text cannot fail.
    if let Ok(mut writer) = ron::Serializer::new(&mut line, Some(spaced)) {
        Line::from(entry).serialize(&mut writer).ok();
    }
    line.push('\n');
    line
}

/// Reads every line that can be read.
pub fn decode(text: &str) -> Decoded {
    let mut decoded = Decoded::default();
    let mut places = BTreeMap::new();
    let mut version = None;
    let mut good = String::new();
    let unmarked = text.trim_start_matches(MARK);
    for (line, written) in (1..).zip(unmarked.lines()) {
        match read(written) {
            Ok(Read::Nothing) => {}
            Ok(Read::Version(number)) => version = version.max(Some(number)),
            Ok(Read::Entry(entry)) => {
                let place = *places.entry(entry.name()).or_insert(decoded.entries.len());
                match decoded.entries.get_mut(place) {
                    Some(older) => *older = entry.after(older),
                    None => decoded.entries.push(entry),
                }
            }
            Err(why) => {
                decoded.warn(line, why);
                if decoded.too_damaged {
                    return decoded;
                }
                continue;
            }
        }
        good.extend([written, "\n"]);
    }
    if version > Some(VERSION) {
        // What this program cannot read there is not damage.
        return Decoded { read_only: true, warnings: Vec::new(), unreadable: 0, ..decoded };
    }
    let is_empty = unmarked.trim().is_empty();
    if version.is_none() && !is_empty {
        decoded.warn(1, Trouble::NoVersion);
        good.insert_str(0, HEADER);
    }
    if decoded.unreadable > 0 || unmarked.len() < text.len() {
        decoded.mended = Some(good);
    }
    decoded
}

impl Decoded {
    fn warn(&mut self, line: usize, why: Trouble) {
        self.unreadable = self.unreadable.saturating_add(1);
        self.too_damaged = self.unreadable > DAMAGED_LINES_LIMIT;
        if self.warnings.len() < WARNINGS_TOLD {
            self.warnings.push(Warning { line, why });
        }
    }
}

/// The same file without anything about the entry of that name; every other line stays as it is, byte for byte.
///
/// This is the one way in which a line ever leaves the file: what a person deletes about their body is gone, not
/// merely crossed out. Of a line that cannot be read, as the copies of a damaged file hold them, the time in it says
/// what it is about.
pub fn without(text: &str, name: EntryId) -> String {
    let began = Line::time_of(name.started());
    let keeps = |line: &&str| match read(line.trim_start_matches(MARK)) {
        Ok(Read::Entry(entry)) => entry.name() != name,
        Ok(_) => true,
        Err(_) => !line.contains(&began),
    };
    text.split_inclusive('\n').filter(keeps).collect()
}

/// The same file with one line about the entry of that name in the place of all there were, at its end.
pub fn rewritten(text: &str, name: EntryId, line: &str) -> String {
    let mut rest = without(text, name);
    if !rest.is_empty() && !rest.ends_with('\n') {
        rest.push('\n');
    }
    rest + line
}

enum Read {
    Nothing,
    Version(u32),
    Entry(Entry),
}

fn read(line: &str) -> Result<Read, Trouble> {
    let line = line.trim();
    if line.len() > LINE_LIMIT_BYTES && !line.starts_with("//") {
        return Err(Trouble::TooLong);
    }
    // Rubbish by the megabyte is told apart without the parser.
    if !line.is_empty() && !line.starts_with("//") && !line.contains('(') {
        return Err(Trouble::Column(1));
    }
    if line.is_empty() || line.starts_with("//") {
        Ok(Read::Nothing)
    } else if line.starts_with('(') {
        parse(line).map(|line: VersionLine| Read::Version(line.version))
    } else {
        parse(line).map(|line: Line| Read::Entry(line.into()))
    }
}

fn parse<T: DeserializeOwned>(line: &str) -> Result<T, Trouble> {
    ron::from_str(line).map_err(|error| Trouble::Column(error.span.start.col))
}
