//! What is wrong with a settings file, as values.
//!
//! Not the words, which are in `faults.ron`. Invariant: nothing here holds more of the file than a line can show.

use std::fmt;

use crate::source::{FaultWords, Mistake, fill, shown};

/// What keeps a settings file as a whole from being read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
    /// It is longer than [`super::LIMIT_BYTES`]; nothing of it was read.
    TooLarge,
    /// It is not of the form from here on; it was read line by line.
    Mistake(Mistake),
}

/// Something in a settings file that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The field, as far as it can be shown.
    pub field: String,
    /// Line from 1.
    pub line: usize,
    /// What is wrong.
    pub why: Why,
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// No setting is called so.
    Unknown,
    /// It stands there a second time, and this one counts.
    Twice,
    /// There is no version.
    NoVersion,
    /// The value, as far as it can be shown, is of another form.
    Unreadable(String),
    /// So is this one, and where it can not be read it counts as a yes, because a yes is what closes.
    Closes(String),
    /// The value is none of these.
    OneOf {
        /// The value found.
        value: String,
        /// What it may be.
        list: String,
    },
    /// The number is outside its range.
    Range {
        /// The number found.
        value: String,
        /// The smallest.
        least: String,
        /// The largest.
        most: String,
    },
    /// The text is too long.
    Letters {
        /// So many letters it has.
        count: usize,
        /// So many it may have.
        most: usize,
    },
    /// There are too many times.
    Times {
        /// So many there are.
        count: usize,
        /// So many there may be.
        most: usize,
    },
    /// Not a time of day.
    NoTime(String),
    /// Not a day.
    NoDay(String),
}

impl Why {
    /// Why a value could not be read.
    pub(super) fn of(error: &ron::Error, value: &str) -> Self {
        match error {
            ron::Error::NoSuchEnumVariant { expected, .. } => Self::OneOf { value: shown(value), list: expected.join(", ") },
            _ => Self::Unreadable(shown(value)),
        }
    }

    /// A number outside its range.
    pub(super) fn range(value: impl fmt::Display, least: impl fmt::Display, most: impl fmt::Display) -> Self {
        Self::Range { value: value.to_string(), least: least.to_string(), most: most.to_string() }
    }
}

impl FaultWords {
    /// What is wrong with a setting, as a part of a sentence.
    pub fn say_setting(&self, warning: &Warning) -> String {
        let words = &self.setting;
        let what = match &warning.why {
            Why::Unknown => words.unknown.clone(),
            Why::Twice => words.twice.clone(),
            Why::NoVersion => words.no_version.clone(),
            Why::Closes(value) => fill(&words.closes, &[("value", value)]),
            Why::Unreadable(value) => fill(&words.unreadable, &[("value", value)]),
            Why::OneOf { value, list } => fill(&words.one_of, &[("list", list), ("value", value)]),
            Why::Range { value, least, most } => fill(&words.range, &[("least", least), ("most", most), ("value", value)]),
            Why::Letters { count, most } => fill(&words.letters, &[("count", &count.to_string()), ("most", &most.to_string())]),
            Why::Times { count, most } => fill(&words.times, &[("count", &count.to_string()), ("most", &most.to_string())]),
            Why::NoTime(value) => fill(&words.no_time, &[("value", value)]),
            Why::NoDay(value) => fill(&words.no_day, &[("value", value)]),
        };
        let places = [("line", warning.line.to_string()), ("field", warning.field.clone()), ("what", what)];
        fill(&words.at, &places.each_ref().map(|(name, value)| (*name, value.as_str())))
    }

    /// What is wrong with the file as a whole, as a sentence.
    pub fn say_damage(&self, damage: &Damage) -> String {
        match damage {
            Damage::TooLarge => self.setting.too_large.clone(),
            Damage::Mistake(mistake) => {
                fill(&self.setting.whole, &[("line", &mistake.line.to_string()), ("what", &self.say(mistake))])
            }
        }
    }
}
