//! Reads a plan from text, and tells everything in it that is not taken in.
//!
//! Not the judge of numbers: [`Part`] asks the session's plan. Invariant: no text makes this panic, and a plan that
//! comes out holds nothing that was refused.

use std::{collections::BTreeSet, ops::RangeInclusive};

use ron::value::RawValue;
use serde::de::DeserializeOwned;

use super::{
    OwnPlan,
    part::{Numbers, Part},
};
use crate::{
    session::Position,
    source::{Mistake, fields, one_line, shown},
};

/// The version of the form that is written here and read here.
pub const VERSION: u32 = 1;

/// The longest plan file, in bytes: a page of text is 4 kB.
pub const LIMIT_BYTES: usize = 64 * 1024;

/// So many letters a title or a name may have.
const TITLE_LETTERS: usize = 60;
/// So many letters the notes may have.
const NOTES_LETTERS: usize = 400;
/// So many names of positions are looked at.
const MOST_NAMES: usize = 8;
/// So many things that are not taken in are told; a file with more is another kind of file.
const MOST_TOLD: usize = 20;

/// What a file gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The plan, unless the file as a whole can not be one.
    pub plan: Option<OwnPlan>,
    /// What is not taken in, by line; the first of it.
    pub refusals: Vec<Refusal>,
    /// How much more is not taken in.
    pub more: usize,
}

/// One thing that is not taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Line from 1; 0 when the whole file is meant.
    pub line: usize,
    /// The field as it is written; empty when the whole file is meant.
    pub field: String,
    /// What is wrong with it.
    pub why: Why,
}

/// Why something is not taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The file is longer than [`LIMIT_BYTES`].
    TooLarge,
    /// The text is not of the form, and this is what keeps it from being.
    Damaged(Mistake),
    /// A newer program wrote it.
    Newer(u32),
    /// It has no version, so it is not a plan file.
    NoVersion,
    /// It has no title, so nobody could tell it from another.
    NoTitle,
    /// No plan has such a field.
    Unknown,
    /// The field stands there a second time.
    Twice,
    /// It is no whole number inside the range.
    Number {
        /// The value found, as it is written.
        value: String,
        /// The numbers that may stand there.
        range: RangeInclusive<u32>,
        /// What it belongs to.
        part: Part,
    },
    /// It is not text in quotation marks.
    NotText,
    /// It is longer than this many letters, the most there may be.
    TooLong(usize),
    /// It is not a list of positions.
    NotPositions,
    /// There is no such position.
    NoPosition(String),
    /// The list holds no position, so what the plan leaves out is not known.
    NoneLeft,
    /// The preferred position is not among the plan's.
    LeftOut(Position),
}

/// Reads a plan. `guide` says what may be laid over what.
pub fn read(text: &str, guide: Numbers) -> Reading {
    let whole = |why| Reading { plan: None, refusals: vec![Refusal { line: 0, field: String::new(), why }], more: 0 };
    if text.len() > LIMIT_BYTES {
        return whole(Why::TooLarge);
    }
    let mut found = Vec::new();
    if let Err(mistake) = fields::read(text, &mut found) {
        let refusal = Refusal { line: mistake.line, field: String::new(), why: Why::Damaged(mistake) };
        return Reading { plan: None, refusals: vec![refusal], more: 0 };
    }
    let version = found.iter().find(|field| field.name == "version").and_then(|field| parse::<u32>(&field.value));
    match version {
        None => return whole(Why::NoVersion),
        Some(newer) if newer > VERSION => return whole(Why::Newer(newer)),
        Some(_) => {}
    }
    let mut reader = Reader::new(guide);
    for field in &found {
        reader.line = field.line;
        reader.field(&field.name, &field.value);
    }
    reader.finish()
}

struct Reader<'a> {
    guide: Numbers,
    /// Of the field that is being read.
    line: usize,
    preferred_line: usize,
    seen: BTreeSet<&'a str>,
    plan: OwnPlan,
    /// The positions are said, and none of them can be read: which ones the plan leaves out is not known.
    positions_lost: bool,
    refusals: Vec<Refusal>,
    more: usize,
}

impl<'a> Reader<'a> {
    fn new(guide: Numbers) -> Self {
        let mut plan = OwnPlan::of_guide(&guide, "");
        plan.numbers = [None; Part::ALL.len()];
        Self {
            guide,
            line: 0,
            preferred_line: 0,
            seen: BTreeSet::new(),
            plan,
            positions_lost: false,
            refusals: Vec::new(),
            more: 0,
        }
    }

    fn field(&mut self, name: &'a str, value: &str) {
        let known = matches!(name, "version" | "title" | "author" | "notes" | "positions" | "preferred");
        let part = Part::ALL.into_iter().find(|part| part.field() == name);
        if !known && part.is_none() {
            return self.refuse(name, Why::Unknown);
        }
        if !self.seen.insert(name) {
            return self.refuse(name, Why::Twice);
        }
        let read = match (name, part) {
            (_, Some(part)) => self.number(part, value),
            ("title", _) => text(value, TITLE_LETTERS).map(|title| self.plan.title = title),
            ("author", _) => text(value, TITLE_LETTERS).map(|author| self.plan.author = author),
            ("notes", _) => text(value, NOTES_LETTERS).map(|notes| self.plan.notes = notes),
            ("positions", _) => self.positions(value),
            ("preferred", _) => position(value).map(|position| {
                self.plan.preferred = position;
                self.preferred_line = self.line;
            }),
            _ => Ok(()),
        };
        if let Err(why) = read {
            self.refuse(name, why);
        }
    }

    fn number(&mut self, part: Part, value: &str) -> Result<(), Why> {
        let refused = |range| Why::Number { value: shown(value), range, part };
        let number = parse::<u32>(value).ok_or_else(|| refused(part.range(self.guide)))?;
        part.laid_over(self.guide, number).map_err(refused)?;
        if let Some(place) = self.plan.numbers.get_mut(part.index()) {
            *place = Some(number);
        }
        Ok(())
    }

    /// The positions that can be read, and no others. A list of which none can be read is no list of all four: what it
    /// leaves out is not known, so the plan is not taken.
    fn positions(&mut self, value: &str) -> Result<(), Why> {
        self.positions_lost = true;
        let names = parse::<Vec<Box<RawValue>>>(value).ok_or(Why::NotPositions)?;
        let mut wanted = BTreeSet::new();
        for name in names.iter().take(MOST_NAMES) {
            match position(name.trim().get_ron()) {
                Ok(position) => wanted.extend(position),
                Err(why) => self.refuse("positions", why),
            }
        }
        if wanted.is_empty() {
            return Err(Why::NoneLeft);
        }
        self.plan.positions = wanted.into_iter().collect();
        self.positions_lost = false;
        Ok(())
    }

    fn refuse(&mut self, field: &str, why: Why) {
        if self.refusals.len() < MOST_TOLD {
            self.refusals.push(Refusal { line: self.line, field: shown(field), why });
        } else {
            self.more = self.more.saturating_add(1);
        }
    }

    fn finish(mut self) -> Reading {
        if self.plan.title.is_empty() {
            self.refusals.insert(0, Refusal { line: 0, field: String::new(), why: Why::NoTitle });
            return Reading { plan: None, refusals: self.refusals, more: self.more };
        }
        if self.positions_lost {
            self.refusals.sort_by_key(|refusal| refusal.line);
            return Reading { plan: None, refusals: self.refusals, more: self.more };
        }
        if let Some(left_out) = self.plan.preferred.filter(|&wanted| !self.plan.offers(wanted)) {
            self.plan.preferred = None;
            self.line = self.preferred_line;
            self.refuse("preferred", Why::LeftOut(left_out));
        }
        self.refusals.sort_by_key(|refusal| refusal.line);
        Reading { plan: Some(self.plan), refusals: self.refusals, more: self.more }
    }
}

/// A position by its id, with or without quotation marks around it, and in capitals as people write it.
fn position(value: &str) -> Result<Option<Position>, Why> {
    let name = parse::<String>(value).unwrap_or_else(|| value.trim().to_owned());
    Position::from_id(&name.trim().to_lowercase()).map(Some).ok_or_else(|| Why::NoPosition(shown(&name)))
}

fn text(value: &str, most: usize) -> Result<String, Why> {
    let text = parse::<String>(value).ok_or(Why::NotText)?;
    let line = one_line(&text);
    if line.chars().count() > most { Err(Why::TooLong(most)) } else { Ok(line) }
}

fn parse<T: DeserializeOwned>(value: &str) -> Option<T> {
    ron::from_str(value).ok()
}
