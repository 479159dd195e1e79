//! What a fault is called in a person's own words.
//!
//! Invariant: every reason that the store tells apart has words of its own in the content, and nothing that the system
//! or another program said is shown as it was said.

use std::sync::Arc;

use super::{Shell, history_read::Failure};
use crate::{
    app::Book,
    content::fill,
    platform::{
        schedule::NotScheduled,
        store::{Reason, StoreError},
    },
    source::NotText,
};

/// The words for faults; it goes along to the thread on which one is met.
#[derive(Clone)]
pub(super) struct Why(Arc<Book>);

impl Why {
    pub(super) fn of(book: &Arc<Book>) -> Self {
        Self(Arc::clone(book))
    }

    /// Why something could not be read or written, as the end of a sentence.
    pub(super) fn store(&self, error: &StoreError) -> String {
        let words = &self.0.history.reasons;
        match error.reason {
            Reason::Missing => words.missing.clone(),
            Reason::Denied => words.denied.clone(),
            Reason::Full => words.full.clone(),
            Reason::ReadOnly => words.read_only.clone(),
            Reason::NotText => {
                let place = error.source.get_ref().and_then(|inner| inner.downcast_ref::<NotText>());
                place.map_or_else(|| words.not_text.clone(), |place| self.0.faults.say_not_text(place))
            }
            Reason::TooLarge => words.too_large.clone(),
            Reason::WrongKind => words.wrong_kind.clone(),
            Reason::BrokenLink => words.broken_link.clone(),
            Reason::NotAFile => words.not_a_file.clone(),
            Reason::Other => self.code(&error.source),
        }
    }

    /// Why a history could not be read, as the end of a sentence.
    pub(super) fn history(&self, failure: &Failure) -> String {
        match failure {
            Failure::Store(error) => self.store(error),
            Failure::TooDamaged => self.0.history.reasons.too_damaged.clone(),
            Failure::NoThread => self.stopped(),
            Failure::TooSlow => self.too_slow(),
        }
    }

    /// Why a page could not be opened in a viewer.
    pub(super) fn viewer(&self, error: &std::io::Error) -> String {
        if error.kind() == std::io::ErrorKind::NotFound { self.0.print.no_viewer.clone() } else { self.code(error) }
    }

    /// A fault of the system's that has no words of its own: its number, for whoever is asked for help.
    pub(super) fn code(&self, error: &std::io::Error) -> String {
        let code = error.raw_os_error().map_or_else(|| "-".to_owned(), |code| code.to_string());
        fill(&self.0.history.reasons.other, &[("code", &code)])
    }

    /// Why nothing could be arranged to start with the computer.
    pub(super) fn schedule(&self, error: &NotScheduled) -> String {
        let words = &self.0.reminders.settings;
        match error {
            NotScheduled::Sandboxed => words.why_sandbox.clone(),
            NotScheduled::Moved => words.why_moved.clone(),
            NotScheduled::Path(_) => words.why_path.clone(),
            NotScheduled::NoHome => self.no_home(),
            NotScheduled::Store(error) => self.store(error),
            NotScheduled::System(error) => self.code(error),
        }
    }

    /// A part of the program ended without an answer.
    pub(super) fn stopped(&self) -> String {
        self.0.history.reasons.stopped.clone()
    }

    /// No dialog can be shown in which a file could be chosen.
    pub(super) fn no_dialog(&self) -> String {
        self.0.history.reasons.no_dialog.clone()
    }

    /// It took too long, and was not waited for any longer.
    pub(super) fn too_slow(&self) -> String {
        self.0.history.reasons.too_slow.clone()
    }

    /// The system names no folder for this person's files.
    pub(super) fn no_home(&self) -> String {
        self.0.history.reasons.no_home.clone()
    }
}

impl Shell {
    /// The words for faults.
    pub(super) fn why(&self) -> Why {
        Why::of(&self.model.book)
    }
}
