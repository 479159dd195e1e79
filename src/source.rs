//! Text files as values, and the problems found in them.
//!
//! Not a file system: whoever reads the disk (or embeds the files in the binary) hands the text over here, so
//! that every reader of content, pose data and plans can be tested without one.
//!
//! Invariant: a [`Problem`] always says what is wrong, where, and what to do about it.

// Places and counts come from what others wrote; none of them may stop the program.
#![cfg_attr(not(test), warn(clippy::arithmetic_side_effects))]

mod fault;
mod fault_words;
pub mod fields;
mod lex;
mod shipped;
mod text;
mod words;

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error as _};

pub use fault::{Fault, Mistake, one_line, shown};
pub use fault_words::{FaultWords, LookAlike, SettingFaults};
pub use shipped::{FALLBACK, embedded, embedded_named};
pub use text::{MARK, NotText, lines, read as read_text, visible};
pub use words::InLanguage;
pub(crate) use words::words;

/// So many problems are told one by one; a folder with more has one cause for most of them.
const TOLD: usize = 50;

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
        let reader = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        reader.from_str(text).map_err(|error| {
            let mistake = Mistake::of(text, &error);
            let (what, help) = plain(&mistake);
            Problem::new(path, mistake.line, what, help)
        })
    }

    /// Reads a language's file of words (`history` is `fr/history.ron`), and tells them which language they are in.
    ///
    /// # Errors
    /// As [`Files::read`].
    pub fn read_in<T: DeserializeOwned + InLanguage>(&self, language: &str, name: &str) -> Result<T, Problem> {
        let mut words: T = self.read(&format!("{language}/{name}.ron"))?;
        words.in_language(language);
        Ok(words)
    }

    /// The line (from 1) on which `needle` first stands in a file, or 0 if it stands nowhere.
    ///
    /// Checks that run after reading have values but no places; the entry's own id finds its line again.
    pub fn line_of(&self, path: &str, needle: &str) -> usize {
        self.get(path)
            .and_then(|text| text.lines().position(|line| line.contains(needle)))
            .map_or(0, |index| index.saturating_add(1))
    }
}

/// Puts values into the `{places}` of a text. A place without a value stays as it is, so that it is seen.
pub fn fill(text: &str, places: &[(&str, &str)]) -> String {
    places.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

/// A file's name that content gives: a bare name, which leads into no other folder and on to no device.
///
/// # Errors
/// What keeps the text from being one.
pub fn file_name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let name = String::deserialize(deserializer)?;
    if is_bare_name(&name) {
        return Ok(name);
    }
    Err(D::Error::custom(format!(
        "\u{201c}{}\u{201d} can not be the name of a file. Use letters, digits and hyphens",
        shown(&name)
    )))
}

/// The longest name that every file system takes, in bytes, with room for the number of a second one.
const NAME_BYTES: usize = 200;

/// Whether a text may name a file on any system.
fn is_bare_name(name: &str) -> bool {
    /// Devices of Windows, whatever the ending behind them.
    const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
    let has_place = |letter: char| matches!(letter, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = ["com", "lpt"].iter().any(|port| {
        let number = stem.strip_prefix(port).map(|number| number.chars().collect::<Vec<_>>());
        matches!(number.as_deref(), Some(['0'..='9' | '\u{b9}' | '\u{b2}' | '\u{b3}']))
    });
    let is_plain = one_line(name) == name && !name.contains(has_place);
    let ends_well = !name.starts_with('.') && !name.ends_with(['.', ' ']);
    !stem.is_empty() && name.len() <= NAME_BYTES && is_plain && ends_well && !numbered && !DEVICES.contains(&stem.as_str())
}

/// A mistake for a writer: what it is, and what helps, both without the end of a sentence. In the shipped words, because
/// the file that is broken may be the one with the words.
pub fn plain(mistake: &Mistake) -> (String, String) {
    let words = FaultWords::shipped();
    words.map_or_else(Default::default, |words| (words.say(mistake).trim_end_matches('.').to_owned(), words.help))
}

/// Problems as lines of text: the first of them, and how many more there are.
pub fn told(problems: &[Problem]) -> Vec<String> {
    let mut lines: Vec<String> = problems.iter().take(TOLD).map(ToString::to_string).collect();
    let more = problems.len().saturating_sub(TOLD);
    if more > 0 {
        lines.push(format!("\u{2026} {more}"));
    }
    lines
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
    /// What is quoted of a file may be of any length; a terminal gets this many letters of it.
    const MOST_LETTERS: usize = 400;

    /// A problem at a line of a file (0: the whole file).
    pub fn new(file: impl Into<String>, line: usize, what: impl Into<String>, help: impl Into<String>) -> Self {
        let mut what = what.into();
        if let Some((end, _)) = what.char_indices().nth(Self::MOST_LETTERS) {
            what.truncate(end);
            what.push('\u{2026}');
        }
        Self { file: file.into(), line, what, help: help.into() }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_files_name_leads_nowhere_else() {
        for good in ["gentleback-summary.pdf", "Hoja de espalda.pdf", "résumé 2.csv", "console.ron", "com.ron", "a..b"] {
            assert!(is_bare_name(good), "{good}");
        }
        let long = format!("{}.pdf", "a".repeat(NAME_BYTES));
        for bad in [
            "",
            ".",
            "..",
            "../a.pdf",
            "/etc/passwd",
            "a\\b",
            "..\\a",
            "C:a.pdf",
            "a\0.pdf",
            "a\n.pdf",
            "a\u{1b}[2J",
            "a\u{202e}fdp.exe",
            "CON",
            "con.pdf",
            "nul .txt",
            "Com1.pdf",
            "LPT9",
            "a.",
            "a ",
            ".bashrc",
            "a?.pdf",
            "a*",
            &long,
        ] {
            assert!(!is_bare_name(bad), "{bad:?}");
        }
    }

    #[test]
    fn a_parsers_words_never_reach_a_writer() {
        let mut files = Files::default();
        files.insert("a.ron", "{\n  \"one\": \u{201c}x\u{201d}}");
        let problem = files.read::<BTreeMap<String, String>>("a.ron").expect_err("no map");
        assert_eq!((problem.line, problem.file.as_str()), (2, "a.ron"));
        assert!(problem.what.contains("curly quotation mark") && !problem.what.contains("xpected"), "{problem}");
    }

    #[test]
    fn a_thousand_problems_are_told_briefly() {
        let problems = vec![Problem::new("a", 1, "b", "c"); 1_000];
        let lines = told(&problems);
        assert_eq!((lines.len(), lines.last().map(String::as_str)), (TOLD + 1, Some("\u{2026} 950")));
    }
}
