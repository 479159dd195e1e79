//! Finds the line of an entry again after its file has become values.
//!
//! Not a parser: it looks for the entry's own text.
//!
//! Invariant: a line is counted from 1; 0 stands for the whole file, never for a guess.

use std::cell::Cell;

use super::walk::Said;
use crate::source::{Files, Problem};

/// How much of a text is looked for when the whole of it is not written on one line.
const FIRST_LETTERS: usize = 24;

/// So many places are looked up; a guide with more problems has one cause for most, and its files are searched anew for
/// each.
const MOST_LOOKED_UP: usize = 500;

/// Where things stand in one language's files.
pub(super) struct Places<'a> {
    files: &'a Files,
    language: &'a str,
    looked_up: Cell<usize>,
}

impl<'a> Places<'a> {
    pub(super) fn new(files: &'a Files, language: &'a str) -> Self {
        Self { files, language, looked_up: Cell::new(0) }
    }

    /// `sections.ron` to `en/sections.ron`; the facts belong to no language.
    pub(super) fn path(&self, file: &str) -> String {
        if file == super::files::FACTS { file.to_owned() } else { format!("{}/{file}", self.language) }
    }

    /// The line of the `nth` (from 0) entry whose id is `id`.
    pub(super) fn id(&self, file: &str, id: &str, nth: usize) -> usize {
        self.nth(file, &format!("id: \"{id}\""), nth)
    }

    /// The line of the `nth` (from 0) string that says just `text`.
    pub(super) fn text(&self, file: &str, text: &str, nth: usize) -> usize {
        match self.nth(file, &format!("\"{text}\""), nth) {
            0 if text.is_empty() => 0,
            0 => {
                let plain = text.split(['"', '\\', '\n']).next().unwrap_or_default();
                let first: String = plain.chars().take(FIRST_LETTERS).collect();
                if first.trim().is_empty() { 0 } else { self.files.line_of(&self.path(file), &first) }
            }
            line => line,
        }
    }

    /// The line on which `needle` stands for the `nth` time (from 0), or 0.
    pub(super) fn nth(&self, file: &str, needle: &str, nth: usize) -> usize {
        self.looked_up.set(self.looked_up.get().saturating_add(1));
        if self.looked_up.get() > MOST_LOOKED_UP {
            return 0;
        }
        let text = self.files.get(&self.path(file)).unwrap_or_default();
        let mut lines = text.lines().enumerate().filter(|(_, line)| line.contains(needle));
        lines.nth(nth).map_or(0, |(index, _)| index + 1)
    }

    /// A problem with the `nth` (from 0) of the texts that say the same.
    pub(super) fn at(&self, said: &Said<'_>, nth: usize, what: impl Into<String>, help: impl Into<String>) -> Problem {
        self.problem(said.file, self.text(said.file, said.text, nth), what, help)
    }

    /// A problem in one of this language's files.
    pub(super) fn problem(&self, file: &str, line: usize, what: impl Into<String>, help: impl Into<String>) -> Problem {
        Problem::new(self.path(file), line, what, help)
    }
}
