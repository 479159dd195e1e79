//! The words around printing: what is chosen about a page, and how printing went.
//!
//! Not the words on the page (`sheet.ron`). Invariant: each state of printing has one plain sentence, with the way out
//! of it.

use serde::Deserialize;

use crate::{
    sheet::Unable,
    source::{InLanguage, file_name},
};

/// Everything in `print.ron`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each name says where its text stands")]
pub struct PrintWords {
    // -- which page --
    pub page: String,
    pub summary: String,
    pub clinician: String,
    pub card: String,
    pub summary_lead: String,
    pub clinician_lead: String,
    pub card_lead: String,
    // -- what is on it --
    pub include: String,
    pub positions: String,
    pub signs: String,
    pub log: String,
    pub questions: String,
    pub weeks: String,
    pub own: String,
    pub phone: String,
    pub note: String,
    pub note_hint: String,
    pub clear: String,
    pub dropped: super::Counted,
    // -- buttons --
    pub print: String,
    pub printing: String,
    pub save_picture: String,
    pub sharpness: String,
    pub for_screen: String,
    pub for_paper: String,
    pub open: String,
    #[serde(deserialize_with = "file_name")]
    pub picture_file: String,
    pub picture_kind: String,
    // -- the page on screen --
    pub closer: String,
    pub farther: String,
    pub fit: String,
    pub percent: String,
    pub page_of: String,
    pub before: String,
    pub next: String,
    // -- our list of printers --
    pub list_title: String,
    pub ready: String,
    pub paused: String,
    pub refusing: String,
    pub copies: String,
    pub fewer: String,
    pub more: String,
    pub send: String,
    pub close: String,
    // -- how it went --
    pub handed_over: String,
    pub sent: String,
    pub waits: String,
    pub refused: String,
    pub gone: String,
    pub no_system: String,
    pub not_running: String,
    pub no_printer: String,
    pub failed: String,
    pub not_opened: String,
    pub broken: String,
    pub no_viewer: String,
    // -- the command line --
    pub command: PrintCommandWords,
}

/// What the command line says about the page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each name says where its text stands")]
pub struct PrintCommandWords {
    pub unknown_part: String,
    pub unknown_ending: String,
    pub twice: String,
    pub dropped: String,
    pub plan_unread: String,
    pub plan_partly: String,
    pub written: String,
    pub failed: String,
}

impl InLanguage for PrintWords {
    fn in_language(&mut self, language: &str) {
        self.dropped.in_language(language);
    }
}

impl PrintWords {
    /// Why nothing can print and the way out, in one sentence.
    pub fn unable(&self, why: Unable) -> &str {
        match why {
            Unable::NoSystem => &self.no_system,
            Unable::NotRunning => &self.not_running,
            Unable::NoPrinter => &self.no_printer,
        }
    }
}
