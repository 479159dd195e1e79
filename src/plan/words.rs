//! What is said about plans, read from `plan.ron`.
//!
//! Not the sentences of a session. Invariant: each part of a plan has its words, or the file is not read.

use serde::Deserialize;

use super::Part;
use crate::{
    content::Counted,
    source::{InLanguage, file_name},
};

/// Everything in `plan.ron`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each name says where its text stands")]
pub struct PlanWords {
    pub group: GroupWords,
    pub page: PageWords,
    pub parts: AllParts,
    pub refused: RefusedWords,
    pub notice: PlanNotices,
    pub dialog: DialogWords,
    pub command: PlanCommand,
    pub file_header: String,
    pub file_positions: String,
    pub file_title: String,
}

/// What is said of one number.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartWords {
    /// Its name, to stand before a number.
    pub name: String,
    /// The number as a sentence.
    pub sentence: Counted,
    /// What may stand in a file.
    pub comment: String,
}

/// Words for each part.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each name is that of a part")]
pub struct AllParts {
    pub lead_in: PartWords,
    pub hold: PartWords,
    pub release: PartWords,
    pub breaths: PartWords,
    pub rounds: PartWords,
    pub effort_start: PartWords,
    pub effort_cap: PartWords,
    pub warm_up: PartWords,
}

impl InLanguage for PlanWords {
    fn in_language(&mut self, language: &str) {
        let AllParts { lead_in, hold, release, breaths, rounds, effort_start, effort_cap, warm_up } = &mut self.parts;
        for part in [lead_in, hold, release, breaths, rounds, effort_start, effort_cap, warm_up] {
            part.sentence.in_language(language);
        }
        self.page.more.in_language(language);
    }
}

/// The group on the settings page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each name says where its text stands")]
pub struct GroupWords {
    pub title: String,
    pub detail: String,
    pub guides_own: String,
    pub in_use: String,
    pub in_use_by: String,
    pub look_at: String,
    pub export: String,
    pub back: String,
    pub back_title: String,
    pub back_detail: String,
    pub back_yes: String,
    pub back_no: String,
    pub set_by: String,
    pub start_line: String,
    pub not_offered: String,
    pub lost: String,
    pub lost_title: String,
    pub lost_detail: String,
    pub lost_until: String,
}

/// The page that shows a plan before it is taken.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each name says where its text stands")]
pub struct PageWords {
    pub title: String,
    pub lead: String,
    pub bad_title: String,
    pub bad_lead: String,
    pub by: String,
    pub notes: String,
    pub plan: String,
    pub guide: String,
    pub same: String,
    pub positions: String,
    pub positions_all: String,
    pub preferred: String,
    pub refused_title: String,
    pub refused_lead: String,
    pub more: Counted,
    pub take: String,
    pub leave: String,
    pub close: String,
}

/// Why something is not taken in, and what happens instead.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each name is that of a reason")]
pub struct RefusedWords {
    pub at_line: String,
    pub too_large: String,
    pub damaged: String,
    pub newer: String,
    pub no_version: String,
    pub no_title: String,
    pub unknown: String,
    pub twice: String,
    pub number: String,
    pub not_text: String,
    pub too_long: String,
    pub not_positions: String,
    pub no_position: String,
    pub none_left: String,
    pub left_out: String,
}

/// What is said at the foot of the window.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each name says what happened")]
pub struct PlanNotices {
    pub taken: String,
    pub back: String,
    pub exported: String,
    pub export_failed: String,
    pub not_read: String,
    pub not_stored: String,
    pub no_dialog: String,
    pub stored_broken: String,
    pub stored_broken_copy: String,
    pub stored_partly: String,
}

/// What the system's file windows show.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each name says where its text stands")]
pub struct DialogWords {
    pub open_title: String,
    pub save_title: String,
    pub kind: String,
    #[serde(deserialize_with = "file_name")]
    pub file_name: String,
}

/// What the command line says.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each name says what happened")]
pub struct PlanCommand {
    pub good: String,
    pub partly: String,
    pub bad: String,
}

impl PlanWords {
    /// The words of one part.
    pub fn part(&self, part: Part) -> &PartWords {
        let parts = &self.parts;
        match part {
            Part::LeadIn => &parts.lead_in,
            Part::Hold => &parts.hold,
            Part::Release => &parts.release,
            Part::Breaths => &parts.breaths,
            Part::Rounds => &parts.rounds,
            Part::EffortStart => &parts.effort_start,
            Part::EffortCap => &parts.effort_cap,
            Part::WarmUp => &parts.warm_up,
        }
    }
}
