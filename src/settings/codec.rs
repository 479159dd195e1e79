//! The settings as text, and the text as settings.
//!
//! Not the store: reading, writing and keeping a damaged file are the shell's.
//!
//! Invariant: decoding never fails. Every field that can be read is kept, every one that cannot is told with its
//! name and line, and a file of a newer version is never to be written over.

use std::collections::BTreeSet;

use super::Settings;
use super::fault::{Damage, Warning, Why};
use super::schema::{self, Schema};
use crate::source::fields::{self, Field};
use crate::source::shown;

/// The version this program writes.
pub const VERSION: u32 = 1;

/// The longest settings file that is read, in bytes. The longest that is written has some 4 kB.
pub const LIMIT_BYTES: usize = 512 * 1024;

/// So many fields that can not be read are told; a file with more is another kind of file.
const MOST_TOLD: usize = 20;

/// What a settings file gave.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decoded {
    /// The settings, with the defaults where nothing could be read.
    pub settings: Settings,
    /// What keeps the file as a whole from being read.
    pub damage: Option<Damage>,
    /// Fields that could not be read, the first of them.
    pub warnings: Vec<Warning>,
    /// A newer program wrote this file; it must not be written over.
    pub read_only: bool,
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
    let mut decoded = Decoded::default();
    if text.len() > LIMIT_BYTES {
        decoded.damage = Some(Damage::TooLarge);
        return decoded;
    }
    let mut fields = Vec::new();
    if let Err(mistake) = fields::read(text, &mut fields) {
        decoded.damage = Some(Damage::Mistake(mistake));
        by_line(text, &mut fields);
    }

    let mut warn = |field: &str, line, why| {
        if decoded.warnings.len() < MOST_TOLD {
            decoded.warnings.push(Warning { field: shown(field), line, why });
        }
    };
    let mut version = None;
    let mut seen = BTreeSet::new();
    for Field { name, value, line } in &fields {
        let read = match name.as_str() {
            "version" => schema::parse(value).map(|number: u32| version = Some(number)),
            _ => schema::read(&mut decoded.settings, name, value),
        };
        let is_known = read != Err(Why::Unknown);
        if let Err(why) = read {
            warn(name, *line, why);
        }
        if !seen.insert(name) && is_known {
            warn(name, *line, Why::Twice);
        }
    }
    if version.is_none() {
        warn("version", 1, Why::NoVersion);
    }
    decoded.read_only = version.is_some_and(|version| version > VERSION);
    decoded
}

/// Reads a damaged file line by line, since one field stands on one line; names already read are left alone.
fn by_line(text: &str, fields: &mut Vec<Field>) {
    let mut known: BTreeSet<String> = fields.iter().map(|field| field.name.clone()).collect();
    for (line, written) in (1..).zip(text.lines()) {
        let Some((name, value)) = written.trim().trim_end_matches(',').split_once(':') else { continue };
        let name = name.trim();
        let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        if is_name && known.insert(name.to_owned()) {
            fields.push(Field { name: name.to_owned(), value: value.trim().to_owned(), line });
        }
    }
}
