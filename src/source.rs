//! Text files as values, and the problems found in them.
//!
//! Not a file system: whoever reads the disk (or embeds the files in the binary) hands the text over here, so
//! that every reader of content, pose data and plans can be tested without one.
//!
//! Invariant: a [`Problem`] always says what is wrong, where, and what to do about it.

pub mod fields;

use std::collections::BTreeMap;
use std::fmt;

use serde::de::DeserializeOwned;

/// Content files by their path under the content folder (`en/guide.ron`), with `/` on every system.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files(BTreeMap<String, String>);

impl Files {
    /// Adds or replaces one file.
    pub fn insert(&mut self, path: impl Into<String>, text: impl Into<String>) {
        self.0.insert(path.into(), text.into());
    }

    /// The text of one file, if it is there.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    /// The paths that start with `prefix`, in order.
    pub fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().filter(move |(path, _)| path.starts_with(prefix)).map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Reads one file as RON, or says what keeps it from being read.
    ///
    /// # Errors
    /// A missing file, or the first place where the text is not what `T` asks for, with its line.
    pub fn read<T: DeserializeOwned>(&self, path: &str) -> Result<T, Problem> {
        let text = self.get(path).ok_or_else(|| {
            Problem::new(path, 0, "this file is missing", "put it back, or copy it from the program's own content")
        })?;
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME).from_str(text).map_err(
            |error| {
                Problem::new(
                    path,
                    error.span.start.line,
                    error.code.to_string(),
                    "mend this entry; the lines around it show the form",
                )
            },
        )
    }

    /// The line (from 1) on which `needle` first stands in a file, or 0 if it stands nowhere.
    ///
    /// Checks that run after reading have values but no places; the entry's own id finds its line again.
    pub fn line_of(&self, path: &str, needle: &str) -> usize {
        self.get(path).and_then(|text| text.lines().position(|line| line.contains(needle))).map_or(0, |index| index + 1)
    }
}

/// Puts values into the `{places}` of a text. A place without a value stays as it is, so that it is seen.
pub fn fill(text: &str, places: &[(&str, &str)]) -> String {
    places.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

/// One thing that is wrong with a content file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path under the content folder.
    pub file: String,
    /// Line from 1; 0 when the whole file is meant.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub help: String,
}

impl Problem {
    /// A problem at a line of a file (0: the whole file).
    pub fn new(file: impl Into<String>, line: usize, what: impl Into<String>, help: impl Into<String>) -> Self {
        Self { file: file.into(), line, what: what.into(), help: help.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}. {}", self.file, self.what, self.help),
            line => write!(f, "{}:{line}: {}. {}", self.file, self.what, self.help),
        }
    }
}

impl std::error::Error for Problem {}
