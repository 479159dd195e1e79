//! The words of the questions before a session, read from `gates.ron`.
//!
//! Not the rules: those are in `gates.rs`.
//!
//! Invariant: the emergency list has all nine signs of health.md 4.2; a shorter one is not read.

#![expect(missing_docs, reason = "each field holds the words for what it is named after")]

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

/// Everything a person reads before a session.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GateWords {
    /// "Before you start".
    pub header: String,
    /// "List {number} of {total}".
    pub step: String,
    pub consent: ConsentWords,
    pub emergency: ListWords,
    pub emergency_card: EmergencyCard,
}

/// The welcome: what the program is and is not.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentWords {
    /// The line beside the figure.
    pub tagline: String,
    /// The line at its foot.
    pub offline: String,
    pub title: String,
    pub lead: String,
    pub points: Vec<Point>,
    pub note_lead: String,
    pub note: String,
    /// The whole of it in one piece, to be read aloud.
    pub spoken: String,
    pub understand: String,
    pub just_read: String,
    pub text_size: String,
}

/// A bold line and the line under it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    pub title: String,
    pub body: String,
}

/// A list of signs and its two answers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListWords {
    pub question: String,
    pub lead: String,
    /// All nine.
    #[serde(deserialize_with = "nine")]
    pub signs: Vec<String>,
    pub one_or_more: String,
    pub none: String,
    /// Why "None" is still closed.
    pub read_first: String,
    pub footer: String,
}

/// The one red card.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmergencyCard {
    pub header: String,
    pub title: String,
    pub lead: String,
    pub numbers: Vec<EmergencyNumber>,
    pub why_lead: String,
    pub why: String,
    pub say_lead: String,
    pub say: String,
    pub off: String,
    pub print: String,
    pub back: String,
    /// The whole of it in one piece, to be read aloud.
    pub spoken: String,
}

/// A number and where it holds.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmergencyNumber {
    pub number: String,
    pub place: String,
}

/// How many signs the list has (health.md 4.2, G2).
const SIGNS: usize = 9;

fn nine<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let signs = Vec::<String>::deserialize(deserializer)?;
    if signs.len() == SIGNS {
        Ok(signs)
    } else {
        Err(D::Error::custom(format!("the emergency list has {} signs instead of {SIGNS}", signs.len())))
    }
}
