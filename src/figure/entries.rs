//! Files of named entries, read one entry at a time, so that one fault does not hide the others.
//!
//! It knows nothing of what the entries mean. Invariant: every fault names the file and the line it is on.

use std::{collections::BTreeSet, fmt};

use ron::extensions::Extensions;
use ron::value::RawValue;
use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, MapAccess, Visitor};

use crate::source::{Files, Mistake, Problem, plain};

/// One entry of a file: its name, its place and its value.
#[derive(Debug, Clone)]
pub struct Entry<T> {
    pub name: String,
    pub file: String,
    /// Line from 1 on which the value starts.
    pub line: usize,
    pub value: T,
}

impl<T> Entry<T> {
    /// A problem with this entry.
    pub fn problem(&self, what: impl fmt::Display, help: impl Into<String>) -> Problem {
        Problem::new(&self.file, self.line, format!("\"{}\": {what}", self.name), help)
    }
}

/// What was read: the good entries in their order, and the names of those that could not be.
pub struct Entries<T> {
    pub good: Vec<Entry<T>>,
    pub bad: Vec<String>,
}

/// Reads every entry of the files whose path starts with `prefix`; faults are added to `problems`.
pub fn read<T: DeserializeOwned>(files: &Files, prefix: &str, problems: &mut Vec<Problem>) -> Entries<T> {
    let mut entries = Entries { good: Vec::new(), bad: Vec::new() };
    let mut seen_file = false;
    let mut known = BTreeSet::new();
    for (file, text) in files.under(prefix) {
        seen_file = true;
        let raw = match ron::from_str::<RawEntries<'_>>(text) {
            Ok(raw) => raw.0,
            Err(error) => {
                let mistake = Mistake::of(text, &error);
                let help = "close every bracket and quote, and put a comma after every entry";
                problems.push(Problem::new(file, mistake.line, plain(&mistake).0, help));
                continue;
            }
        };
        // They come in the order of the text, so each place is counted on from the one before.
        let (mut behind, mut line, mut column) = (0, 1, 1);
        for (name, value) in raw {
            let start = place_in(text, value.get_ron());
            for letter in text.get(behind..start).unwrap_or_default().chars() {
                (line, column) = if letter == '\n' { (line + 1, 1) } else { (line, column + 1) };
            }
            behind = behind.max(start);
            if !known.insert(name.clone()) {
                let what = format!("\"{name}\" is written twice");
                problems.push(Problem::new(file, line, what, "rename or remove one of them"));
                continue;
            }
            match options().from_str::<T>(value.get_ron()) {
                Ok(value) => entries.good.push(Entry { name, file: file.to_owned(), line, value }),
                Err(error) => {
                    let value = value.get_ron();
                    let lead = value.len() - value.trim_start().len();
                    // The parser counts from the beginning of the value, with the spaces before it.
                    let mut mistake = Mistake::of(value, &error);
                    let before = value.get(..lead).unwrap_or_default().matches('\n').count() + 1;
                    if mistake.line == before {
                        let own = value.get(..lead).unwrap_or_default().rsplit('\n').next().unwrap_or_default().chars().count();
                        mistake.column = (mistake.column + column).saturating_sub(own + 1);
                    }
                    mistake.line = (mistake.line + line).saturating_sub(before);
                    let what = format!("\"{name}\": {}", plain(&mistake).0);
                    problems.push(Problem::new(file, mistake.line, what, "mend this entry; its neighbours show the form"));
                    entries.bad.push(name);
                }
            }
        }
    }
    if !seen_file {
        let what = "this file is missing";
        problems.push(Problem::new(format!("{prefix}.ron"), 0, what, "put it back, or copy it from the program's own content"));
    }
    entries
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// Where a value that is a slice of the text begins, in bytes, without the spaces before it.
fn place_in(text: &str, value: &str) -> usize {
    let spaces = value.len() - value.trim_start().len();
    (value.as_ptr() as usize).saturating_sub(text.as_ptr() as usize) + spaces
}

/// A map as its entries, in order and unread, so that neither order nor doubles are lost.
struct RawEntries<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for RawEntries<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Vec<(String, &'de RawValue)>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map from names to entries")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(entries)
            }
        }
        deserializer.deserialize_map(Collect).map(RawEntries)
    }
}
