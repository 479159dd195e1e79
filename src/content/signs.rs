//! The warning signs, each once: `signs.ron`.
//!
//! Not the places where they are read: the questions before a session, the warning page, the sheet, the emergency card
//! and the answers after a stop are made from this table. Invariant: a sign has one urgency, and it is the one by which
//! the program acts wherever the sign is asked (health.md 4.2, 4.5); a table that says otherwise is not read.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::files::SECTIONS;
use super::place::Places;
use super::{Block, Level, Passage, Section, WarningPage};
use crate::source::{Files, Problem, fill};

/// The table.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signs {
    /// What is said wherever an emergency is.
    pub help: HelpWords,
    signs: Vec<Sign>,
}

/// What is said wherever an emergency is, in three parts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpWords {
    /// Whom to call.
    pub call: String,
    /// What not to do.
    pub wait: String,
    /// Why.
    pub why: String,
}

/// One sign.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sign {
    /// Kept for ever.
    pub id: String,
    /// As it stands in a list.
    pub text: String,
    /// As it stands on paper, if it does.
    #[serde(default)]
    pub paper: Option<Paper>,
    /// As it stands before its advice, for a sign that is asked while somebody presses or moves.
    #[serde(default)]
    pub name: Option<String>,
    /// As it stands on an answer, where that asks for more than the name; the emergency list that follows tells them apart.
    #[serde(default)]
    pub answer: Option<String>,
    /// How soon it needs someone.
    pub urgency: Urgency,
    /// Where it is asked.
    pub asked: Vec<Asked>,
    /// Ids from `facts.ron` that its text carries.
    #[serde(default)]
    pub facts: Vec<String>,
}

/// A sign's line on paper.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub enum Paper {
    /// A line of its own.
    Line(String),
    /// The line of the sign with this id speaks for both.
    In(String),
}

/// How soon a sign needs someone (health.md 4.2, 4.5; X16).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Urgency {
    /// Get emergency help now.
    Emergency,
    /// Call today or tomorrow; after a stop, today.
    Today,
    /// Call today if it grows or does not settle.
    IfItStays,
    /// See a professional before pressing, or book a visit.
    Soon,
    /// No pressing today; easy movement stays open.
    NotToday,
}

/// Where a sign is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Asked {
    /// List 2, before every session and after a stop.
    EmergencyList,
    /// List 3, before every session.
    UrgentList,
    /// List 4, once a month.
    TalkFirstList,
    /// The list of the day, before every session with pressing (G5).
    TodayList,
    /// At the check-in and after a stop.
    AfterStop,
    /// Nowhere: it stands on the pages.
    SeeSomeone,
}

/// How many signs are asked in each place (health.md 4.2, 4.4); of the article's five signs to see someone (PRO-3 to
/// PRO-7) four stand by themselves, and PRO-5 is "numb" and "weak".
const COUNTS: [(Asked, usize); 6] = [
    (Asked::EmergencyList, 11),
    (Asked::UrgentList, 12),
    (Asked::TalkFirstList, 16),
    (Asked::TodayList, 3),
    (Asked::AfterStop, 4),
    (Asked::SeeSomeone, 4),
];

/// The signs that are asked after a stop, in the order of the answers, and what the session does for each.
pub const AFTER_STOP: [(&str, Urgency); 4] =
    [("sharp", Urgency::Today), ("more-pain", Urgency::IfItStays), ("numb", Urgency::Today), ("weak", Urgency::Emergency)];

impl Asked {
    /// The urgency by which the program acts when a sign is picked here; after a stop that depends on the sign.
    const fn acts_by(self) -> Option<Urgency> {
        match self {
            Self::EmergencyList => Some(Urgency::Emergency),
            Self::UrgentList => Some(Urgency::Today),
            Self::TalkFirstList | Self::SeeSomeone => Some(Urgency::Soon),
            Self::TodayList => Some(Urgency::NotToday),
            Self::AfterStop => None,
        }
    }
}

impl Sign {
    /// The name, or the text where it has none.
    pub fn name(&self) -> &str {
        self.name.as_ref().unwrap_or(&self.text)
    }

    /// What stands on the answer to "What happened?".
    pub fn answer(&self) -> &str {
        self.answer.as_deref().unwrap_or(self.name())
    }

    /// Why this sign may not stand in the table as it does.
    fn fault(&self) -> Option<String> {
        let acts = |asked: &Asked| match asked {
            Asked::AfterStop => AFTER_STOP.iter().find(|(id, _)| *id == self.id).map(|(_, urgency)| *urgency),
            asked => asked.acts_by(),
        };
        let wrong = self.asked.iter().find(|asked| acts(asked) != Some(self.urgency));
        match wrong {
            Some(asked) => Some(match acts(asked) {
                Some(acts) => format!("\u{201c}{}\u{201d} is {:?}, but {asked:?} acts by {acts:?}", self.id, self.urgency),
                None => format!("\u{201c}{}\u{201d} is not one of the signs that are asked after a stop", self.id),
            }),
            None if self.asked.is_empty() => Some(format!("\u{201c}{}\u{201d} is asked nowhere", self.id)),
            None if self.asked.contains(&Asked::AfterStop) && self.name.is_none() => {
                Some(format!("\u{201c}{}\u{201d} is asked after a stop and has no name", self.id))
            }
            None if self.asked.contains(&Asked::EmergencyList) && self.paper.is_none() => {
                Some(format!("\u{201c}{}\u{201d} is an emergency and has no line on paper", self.id))
            }
            None => None,
        }
    }
}

impl Signs {
    /// The table of one language.
    ///
    /// # Errors
    /// A missing or broken file, or the first thing that is wrong with the table.
    pub fn read(files: &Files, language: &str) -> Result<Self, Problem> {
        let signs: Self = files.read(&path(language))?;
        match signs.problems(files, language).into_iter().next() {
            Some(problem) => Err(problem),
            None => Ok(signs),
        }
    }

    /// All of them, in the order of the file.
    pub fn all(&self) -> &[Sign] {
        &self.signs
    }

    /// The sign with this id.
    pub fn sign(&self, id: &str) -> Option<&Sign> {
        self.signs.iter().find(|sign| sign.id == id)
    }

    /// The signs that are asked in one place, in the order in which they are asked.
    pub fn asked(&self, asked: Asked) -> Vec<&Sign> {
        let mut found: Vec<&Sign> = self.signs.iter().filter(|sign| sign.asked.contains(&asked)).collect();
        if asked == Asked::AfterStop {
            found.sort_by_key(|sign| AFTER_STOP.iter().position(|(id, _)| *id == sign.id));
        }
        found
    }

    /// A text with what is said of emergencies in its places: `{call}`, `{wait}`, `{why}`.
    pub fn say(&self, text: &str) -> String {
        fill(text, &[("call", &self.help.call), ("wait", &self.help.wait), ("why", &self.help.why)])
    }

    /// The texts of a list.
    pub fn texts(&self, asked: Asked) -> Vec<String> {
        self.asked(asked).into_iter().map(|sign| sign.text.clone()).collect()
    }

    /// The lines of a list on paper.
    pub fn on_paper(&self, asked: Asked) -> Vec<String> {
        let line = |sign: &Sign| match &sign.paper {
            Some(Paper::Line(line)) => Some(line.clone()),
            Some(Paper::In(_)) | None => None,
        };
        self.asked(asked).into_iter().filter_map(line).collect()
    }

    /// All that is wrong with the table, with its lines.
    pub(super) fn problems(&self, files: &Files, language: &str) -> Vec<Problem> {
        let path = path(language);
        let at = |id: &str, what: String, help: &str| {
            Problem::new(path.as_str(), files.line_of(&path, &format!("id: \"{id}\"")), what, help)
        };
        let mut found = Vec::new();
        let mut ids = BTreeSet::new();
        for sign in &self.signs {
            if !ids.insert(&sign.id) {
                let what = format!("\u{201c}{}\u{201d} is here twice", sign.id);
                found.push(at(&sign.id, what, "a sign stands here once; name all places where it is asked"));
            }
            let help = "give a sign the urgency of the place where it is asked, or ask it somewhere else";
            found.extend(sign.fault().map(|what| at(&sign.id, what, help)));
            if let Some(Paper::In(other)) = &sign.paper
                && !self
                    .sign(other)
                    .is_some_and(|other| matches!(other.paper, Some(Paper::Line(_))) && other.urgency == sign.urgency)
            {
                let what = format!("\u{201c}{other}\u{201d} has no line on paper that could speak for this sign");
                found.push(at(&sign.id, what, "name a sign of the same urgency that has a Line"));
            }
        }
        for (asked, wanted) in COUNTS {
            let count = self.asked(asked).len();
            if count != wanted {
                let what = format!("{asked:?} has {count} signs instead of {wanted}");
                found.push(Problem::new(path.as_str(), 0, what, "add what is missing, or take out what is too much"));
            }
        }
        found
    }
}

/// Puts the signs' words where the pages name them: in the lists of sections, and under the warning page's levels.
pub(super) fn put_in_place(
    signs: &Signs,
    sections: &mut [Section],
    warning: Option<&mut WarningPage>,
    places: &Places<'_>,
    problems: &mut Vec<Problem>,
) {
    let blocks = sections.iter_mut().flat_map(|section| &mut section.blocks);
    let passages = blocks.flat_map(|block| match block {
        Block::List(passages) | Block::Steps(passages) => passages.as_mut_slice(),
        _ => &mut [],
    });
    for passage in passages {
        let Some(id) = passage.sign.clone() else { continue };
        let Some(sign) = signs.sign(&id) else {
            let line = places.nth(SECTIONS, &format!("sign: \"{id}\""), 0);
            let what = format!("there is no sign \u{201c}{id}\u{201d}");
            problems.push(places.problem(SECTIONS, line, what, "use an id of signs.ron"));
            continue;
        };
        let act = warning.as_deref().filter(|_| sign.asked.contains(&Asked::AfterStop)).map(|page| page.while_pressing.of(sign));
        passage.text = match (passage.text.as_str(), act) {
            ("", None) => sign.text.clone(),
            ("", Some(act)) => format!("**{}.** {act}", sign.name()),
            (text, None) => format!("**{}.** {text}", sign.name()),
            (text, Some(act)) => format!("**{}.** {text} {act}", sign.name()),
        };
        passage.facts.extend(sign.facts.iter().cloned());
    }
    let Some(warning) = warning else { return };
    let acts = warning.while_pressing.clone();
    for level in &mut warning.levels {
        let passage = |sign: &Sign| Passage {
            text: match level.level {
                Level::WhilePressing => format!("**{}.** {}", sign.name(), acts.of(sign)),
                Level::Emergency | Level::Today | Level::Soon => sign.text.clone(),
            },
            facts: sign.facts.clone(),
            sign: Some(sign.id.clone()),
        };
        level.act.text = signs.say(&level.act.text);
        level.signs = signs.asked(level.level.asked()).into_iter().map(passage).collect();
    }
}

fn path(language: &str) -> String {
    format!("{language}/{}", super::files::SIGNS)
}
