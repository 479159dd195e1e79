//! The words of the last four weeks, of the page for a clinician, of the emergency card and of whom to call.
//!
//! Typed text and nothing else, part of `sheet.ron`; see `words.rs`. Invariant: a table's head has a word for each of
//! its columns.

use serde::Deserialize;

use crate::source::fill;

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
    /// The row of the plans that led sessions: its name, one plan with its count, sessions without one, and the rest.
    pub plans: (String, String, String, String),
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

/// Whom to call.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calls {
    /// All of them, in the order of a page for no place in particular.
    pub numbers: Vec<CallNumber>,
    /// One of them inside a line; holds `{number}` and `{place}`.
    pub one: String,
    /// The line where a place was chosen: its `{number}` and `{place}` first, then the other `{numbers}`.
    pub own: String,
    /// What is said beside the number of the chosen place.
    pub local: String,
}

/// An emergency number.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallNumber {
    /// The place's id, as settings keep it.
    pub id: String,
    /// What is dialled.
    pub number: String,
    /// Where it reaches help.
    pub place: String,
}

impl Calls {
    /// The number of the chosen place, if it is known, and all the others.
    pub fn first(&self, region: Option<&str>) -> (Option<&CallNumber>, Vec<&CallNumber>) {
        let own = self.numbers.iter().find(|entry| region == Some(entry.id.as_str()));
        (own, self.numbers.iter().filter(|&entry| Some(entry) != own).collect())
    }

    /// Whom to call, in one line: `all` where no place was chosen, which holds `{numbers}`.
    pub fn line(&self, all: &str, region: Option<&str>) -> String {
        let (own, others) = self.first(region);
        let one = |entry: &CallNumber| fill(&self.one, &[("number", &entry.number), ("place", &entry.place)]);
        let others = others.into_iter().map(one).collect::<Vec<_>>().join(", ");
        match own {
            None => fill(all, &[("numbers", &others)]),
            Some(own) => fill(&self.own, &[("number", &own.number), ("place", &own.place), ("numbers", &others)]),
        }
    }
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
    /// Heading over the signs.
    pub signs: String,
    /// Heading over what to say.
    pub say: String,
    /// What to say.
    pub sentences: Vec<String>,
    /// Headings over lines to fill in beforehand.
    pub blanks: Vec<String>,
}
