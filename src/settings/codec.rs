//! The settings as text, and the text as settings.
//!
//! Not the store: reading, writing and keeping a damaged file are the shell's.
//!
//! Invariant: decoding never fails. Every field that can be read is kept, every one that cannot is told with its
//! name and line, and a file of a newer version is never to be written over.

use std::fmt;

use super::Settings;
use super::schema::{self, Schema};
use crate::source::fields::{self, Field, line_of};

/// The version this program writes.
pub const VERSION: u32 = 1;

/// What a settings file gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The settings, with the defaults where nothing could be read.
    pub settings: Settings,
    /// What could not be read.
    pub warnings: Vec<Warning>,
    /// A newer program wrote this file; it must not be written over.
    pub read_only: bool,
}

/// Something in a settings file that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The field, or the empty text if the file as a whole is meant.
    pub field: String,
    /// Line from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { field, line, what } = self;
        if field.is_empty() { write!(f, "line {line}: {what}") } else { write!(f, "line {line}: `{field}` {what}") }
    }
}

/// Writes the settings down, one field a line.
pub fn encode(settings: &Settings) -> String {
    let pretty = ron::ser::PrettyConfig::new().compact_arrays(true).new_line("\n");
    let schema = Schema::of(settings, VERSION);
    // Plain fields only: writing them to a text cannot fail.
    let body = ron::ser::to_string_pretty(&schema, pretty).unwrap_or_default();
    format!("// Gentleback's settings. Close the program before you change anything here.\n{body}\n")
}

/// Reads what can be read.
pub fn decode(text: &str) -> Decoded {
    let mut fields = Vec::new();
    let mut warnings = Vec::new();
    if let Err((line, what)) = fields::read(text, &mut fields) {
        warnings.push(Warning { field: String::new(), line, what: format!("the file is damaged here ({what})") });
        by_line(text, &mut fields);
    }

    let mut settings = Settings::default();
    let mut version = None;
    for (field, value) in &fields {
        let read = match field.as_str() {
            "version" => schema::parse(value).map(|number: u32| version = Some(number)),
            _ => schema::read(&mut settings, field, value),
        };
        if let Err(what) = read {
            warnings.push(Warning { field: field.clone(), line: line_of(text, field), what });
        }
    }
    if version.is_none() {
        warnings.push(Warning { field: "version".to_owned(), line: 1, what: "is missing".to_owned() });
    }
    Decoded { settings, warnings, read_only: version.is_some_and(|version| version > VERSION) }
}

/// Reads a damaged file line by line, since one field stands on one line; names already read are left alone.
fn by_line(text: &str, fields: &mut Vec<Field>) {
    for line in text.lines() {
        let Some((name, value)) = line.trim().trim_end_matches(',').split_once(':') else { continue };
        let name = name.trim();
        let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        if is_name && !fields.iter().any(|(known, _)| known == name) {
            fields.push((name.to_owned(), value.trim().to_owned()));
        }
    }
}
