//! The words of the floor view, read from `floor.ron`.
//!
//! Not the phase words and cues: those are the session's own. Invariant: nothing has a default; a word that is
//! missing is a problem with its line.

#![expect(missing_docs, reason = "each field holds the words for what it is named after")]

use serde::Deserialize;

/// Everything that the floor view says of its own.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FloorWords {
    pub open: String,
    pub open_key: String,
    pub leave: String,
    pub leave_name: String,
    pub leave_key: String,
    pub turn: String,
    pub turn_name: String,
    pub turn_key: String,
    pub goes_dark: String,
    pub goes_dark_silent: String,
    pub silent: String,
    pub awake_reason: String,
    pub stop: FloorStop,
    pub back: String,
    pub next: String,
    pub go_on: String,
    pub ache: FloorAche,
    pub yes: String,
    pub yes_detail: String,
    pub none: String,
    pub none_detail: String,
    pub same_again: String,
    pub a_little_more: String,
    pub enough: String,
    pub rest: FloorRest,
    pub choice: FloorChoice,
}

/// What stops, beside the word itself.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FloorStop {
    pub moving: String,
    pub hands: String,
    pub waiting: String,
}

/// The last page: rest, get up, come to the screen.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FloorRest {
    pub stopped: String,
    pub signs: String,
    pub finished: String,
    pub help: String,
    pub up: String,
    pub other: String,
    pub done: String,
    pub feel: String,
}

/// The ache by one button: where it begins, one more, and round again.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FloorAche {
    pub first: String,
    pub more: String,
    pub again: String,
    pub said_more: String,
    pub said_again: String,
}

/// The choice before a session.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FloorChoice {
    pub screen: String,
    pub near: String,
    pub far: String,
    pub lead: String,
    pub how: String,
    pub upright: String,
    pub quarter: String,
    pub half: String,
    pub three_quarters: String,
}
