//! The words of the questions before a session, read from `gates.ron`.
//!
//! Not the rules: those are in `gates.rs`.
//!
//! Invariant: the lists of signs are those of `signs.ron`, which has each sign once.

#![expect(missing_docs, reason = "each field holds the words for what it is named after")]

use std::time::Duration;

use serde::Deserialize;

use super::Gate;
use crate::content::{Asked, Signs};
use crate::source::{Files, Problem, fill};

/// Everything a person reads before a session.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GateWords {
    /// "Before you start".
    pub header: String,
    /// "List {number} of {total}".
    pub step: String,
    /// What is heard before the answers.
    pub answers_lead: String,
    pub consent: ConsentWords,
    pub checked: ClearanceQuestion,
    pub consult: ReplyQuestion,
    /// G2.
    pub emergency: ListWords,
    /// G3.
    pub urgent: ListWords,
    /// G4.
    pub talk_first: ListWords,
    /// G5: what closes pressing for today.
    pub today_list: ListWords,
    pub which_fit: FitsQuestion,
    pub their_word: ClearanceQuestion,
    pub today: TodayQuestion,
    pub emergency_card: EmergencyCard,
    pub region: RegionWords,
    pub urgent_card: Card,
    pub talk_first_card: Card,
    pub ache_card: Card,
    pub cards: CardButtons,
    pub movement: MovementWords,
    pub start: SlotWords,
    pub left_out: LeftOutWords,
}

impl GateWords {
    /// The words of one language, with the signs of its `signs.ron` in the lists, and what is said there of emergencies.
    ///
    /// # Errors
    /// A missing or broken file, or a table of signs that the program does not act by.
    pub fn read(files: &Files, language: &str) -> Result<Self, Problem> {
        let mut words: Self = files.read(&format!("{language}/gates.ron"))?;
        let signs = Signs::read(files, language)?;
        words.emergency.signs = signs.texts(Asked::EmergencyList);
        words.urgent.signs = signs.texts(Asked::UrgentList);
        words.talk_first.signs = signs.texts(Asked::TalkFirstList);
        words.today_list.signs = signs.texts(Asked::TodayList);
        let card = &mut words.emergency_card;
        for text in [&mut card.lead, &mut card.why_lead, &mut card.why, &mut words.start.emergency] {
            *text = signs.say(text);
        }
        Ok(words)
    }

    /// The words of a list of signs.
    pub const fn list(&self, gate: Gate) -> Option<&ListWords> {
        match gate {
            Gate::Emergency => Some(&self.emergency),
            Gate::Urgent => Some(&self.urgent),
            Gate::TalkFirst => Some(&self.talk_first),
            Gate::TodayList => Some(&self.today_list),
            _ => None,
        }
    }

    /// The numbers with a person's own first; all of them are there in any case.
    pub fn numbers(&self, region: Option<&str>) -> (Option<&EmergencyNumber>, Vec<&EmergencyNumber>) {
        let all = &self.emergency_card.numbers;
        let own = all.iter().find(|entry| region == Some(entry.id.as_str()));
        (own, all.iter().filter(|&entry| Some(entry) != own).collect())
    }
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
    /// The lead for who hears the list.
    pub lead_spoken: String,
    /// From the table of signs.
    #[serde(skip)]
    pub signs: Vec<String>,
    pub one_or_more: String,
    pub none: String,
    /// Why "None" is still closed.
    pub read_first: String,
    /// Told to a screen reader once "none" has opened.
    pub none_open: String,
    pub footer: String,
}

/// A question whose answers are yes, no and not sure.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReplyQuestion {
    pub question: String,
    pub lead: String,
    pub yes: String,
    pub no: String,
    pub not_sure: String,
    pub footer: String,
}

/// A question about what a professional has said.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClearanceQuestion {
    pub question: String,
    pub lead: String,
    pub pressing: String,
    pub movement_only: String,
    pub none_yet: String,
    pub footer: String,
}

/// Which of three entries fit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FitsQuestion {
    pub question: String,
    pub lead: String,
    pub pregnancy: String,
    pub unsteady: String,
    pub getting_up: String,
    pub several: String,
    pub neither: String,
    pub footer: String,
}

/// How the back is today.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TodayQuestion {
    pub question: String,
    pub lead: String,
    /// What a screen reader says for a number: "{number} of 10".
    pub number: String,
    /// Under 0.
    pub least: String,
    /// Under 10.
    pub most: String,
    /// What is heard before "it stops me".
    pub also: String,
    pub stops_me: String,
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
    /// "{place}: {number}".
    pub number_name: String,
    /// The same, for the one that stands first.
    pub first_name: String,
    pub local: String,
    pub pick: String,
    pub why_lead: String,
    pub why: String,
    pub say_lead: String,
    pub say: String,
    pub off: String,
    pub print: String,
    pub back: String,
}

/// A number and where it holds.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmergencyNumber {
    /// What settings keep of it.
    pub id: String,
    pub number: String,
    pub place: String,
}

/// The choice of a region in the settings.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegionWords {
    pub title: String,
    pub detail: String,
    /// "{number}, {place}".
    pub choice: String,
}

/// A calm card that says why there is no session, and what is open.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    pub header: String,
    pub title: String,
    pub body: Vec<String>,
    pub more_lead: String,
    pub more: String,
    pub off: String,
}

/// The ways on from such a card.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardButtons {
    pub back: String,
    pub see_warning: String,
    pub see_professional: String,
}

/// A session of easy movement.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MovementWords {
    pub header: String,
    pub offer_title: String,
    pub not_consulted: String,
    pub their_word: String,
    pub not_today: String,
    pub unsteady: String,
    pub offer_body: String,
    /// The same for someone who gets dizzy or falls: only the walk.
    pub offer_body_unsteady: String,
    pub begin: String,
    pub title: String,
    pub lead: String,
    /// "{time} so far".
    pub time: String,
    pub enough: String,
    pub ending_title: String,
    pub ending_none: String,
    /// For exactly one minute.
    pub ending_minute: String,
    /// For "{minutes}" minutes.
    pub ending_minutes: String,
    pub ending_short: String,
    pub ending_rest: String,
    pub ending_signs: String,
    pub done: String,
    pub stop_hint: String,
}

impl MovementWords {
    /// How long someone moved, in whole minutes.
    pub fn moved(&self, time: Duration) -> String {
        match (time.is_zero(), time.as_secs() / 60) {
            (true, _) => self.ending_none.clone(),
            (false, 0) => self.ending_short.clone(),
            (false, 1) => self.ending_minute.clone(),
            (false, minutes) => fill(&self.ending_minutes, &[("minutes", &minutes.to_string())]),
        }
    }
}

/// Today's card on the start page, when something comes before a session.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlotWords {
    pub ache_title: String,
    pub ache: String,
    pub talk_title: String,
    pub talk: String,
    pub consult_title: String,
    pub consult: String,
    pub check_title: String,
    pub check: String,
    pub check_begin: String,
    pub emergency_title: String,
    pub emergency: String,
    pub emergency_see: String,
    pub unsteady_title: String,
    pub unsteady: String,
    pub locked_open: String,
    pub warm_up: String,
    pub why: String,
}

/// Why some positions and movements are not shown.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeftOutWords {
    pub back_lying: String,
    pub floor: String,
    pub both: String,
    pub pressing: String,
    pub again: String,
    pub asked: String,
    pub preferred: String,
}
