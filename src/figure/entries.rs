//! Files of named entries, read one entry at a time, so that one fault does not hide the others.
//!
//! It knows nothing of what the entries mean. Invariant: every fault names the file and the line it is on.

use std::fmt;

use ron::extensions::Extensions;
use ron::value::RawValue;
use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, MapAccess, Visitor};

use crate::source::{Files, Problem};

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
    for (file, text) in files.under(prefix) {
        seen_file = true;
        let raw = match ron::from_str::<RawEntries<'_>>(text) {
            Ok(raw) => raw.0,
            Err(error) => {
                let help = "close every bracket and quote, and put a comma after every entry";
                problems.push(Problem::new(file, error.span.start.line, error.code.to_string(), help));
                continue;
            }
        };
        for (name, value) in raw {
            let line = line_in(text, value.get_ron());
            let known = entries.good.iter().any(|entry| entry.name == name) || entries.bad.contains(&name);
            if known {
                let what = format!("\"{name}\" is written twice");
                problems.push(Problem::new(file, line, what, "rename or remove one of them"));
                continue;
            }
            match options().from_str::<T>(value.get_ron()) {
                Ok(value) => entries.good.push(Entry { name, file: file.to_owned(), line, value }),
                Err(error) => {
                    let what = format!("\"{name}\": {}", error.code);
                    let line = line + error.span.start.line.saturating_sub(1);
                    problems.push(Problem::new(file, line, what, "mend this entry; its neighbours show the form"));
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

/// The line of a value that is a slice of the text.
fn line_in(text: &str, value: &str) -> usize {
    let spaces = value.len() - value.trim_start().len();
    let offset = (value.as_ptr() as usize).saturating_sub(text.as_ptr() as usize) + spaces;
    text.bytes().take(offset).filter(|&byte| byte == b'\n').count() + 1
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
