//! The words of the last four weeks, of the page for a clinician and of the emergency card.
//!
//! Typed text and nothing else, part of `sheet.ron`; see `words.rs`. Invariant: a table's head has a word for each of
//! its columns.

use serde::Deserialize;

/// The last four weeks, day by day.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeeksWords {
    /// Heading over the days.
    pub heading: String,
    /// What the marks mean.
    pub key: String,
    /// A day at the head of a week; holds `{day}` and `{month}`.
    pub day: String,
    /// What the days show, for someone who does not see them; holds `{from}`, `{to}` and the counts.
    pub picture: String,
    /// The counts in one line.
    pub counts: String,
    /// Said when there is nothing to count.
    pub none: String,
}

/// The page for a clinician.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VisitWords {
    /// The one main heading.
    pub title: String,
    /// What this page is; holds `{from}` and `{to}`.
    pub lead: String,
    /// What was done in a session.
    pub plan: Plan,
    /// Heading over the counts.
    pub counts: String,
    /// Sessions, eased, same, worse, not said, stopped, warm-ups only.
    pub count_names: Vec<String>,
    /// Sessions that were stopped.
    pub stops: Stops,
    /// Questions that anyone may ask.
    pub asks: Vec<String>,
}

/// What was done in a session.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Heading of the table.
    pub heading: String,
    /// Name and content of a row; may hold the numbers of a round.
    pub rows: Vec<(String, String)>,
    /// The row of how often: its name, then once a day, then twice a day.
    pub often: (String, String, String),
    /// The row of the positions that were used: its name, one position with its count, and what it says without any.
    pub positions: (String, String, String),
}

/// Sessions that were stopped.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stops {
    /// Heading of the table.
    pub heading: String,
    /// What the boxes are for.
    pub key: String,
    /// Day, position, rounds, and five boxes: sharp, more pain, numb, weak, other.
    pub head: Vec<String>,
    /// When there are none.
    pub none: String,
    /// When there are more than the page lists; holds `{n}`.
    pub more: String,
}

/// The emergency card.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardWords {
    /// The one main heading.
    pub title: String,
    /// When to call, in a sentence or two.
    pub lead: String,
    /// Heading over the numbers.
    pub call: String,
    /// Numbers and where they reach help.
    pub numbers: Vec<(String, String)>,
    /// Heading over the signs.
    pub signs: String,
    /// Heading over what to say.
    pub say: String,
    /// What to say.
    pub sentences: Vec<String>,
    /// Headings over lines to fill in beforehand.
    pub blanks: Vec<String>,
}
