//! What a file's fault is called in a person's own words.
//!
//! Invariant: every reason that the store tells apart has words of its own in the content.

use super::history_read::Failure;
use crate::{
    app::Model,
    content::fill,
    platform::store::{Reason, StoreError},
};

/// Why something could not be read or written, as the end of a sentence.
pub(super) fn why(model: &Model, error: &StoreError) -> String {
    let words = &model.book.history.reasons;
    match error.reason {
        Reason::Missing => words.missing.clone(),
        Reason::Denied => words.denied.clone(),
        Reason::Full => words.full.clone(),
        Reason::ReadOnly => words.read_only.clone(),
        Reason::NotText => words.not_text.clone(),
        Reason::TooLarge => words.too_large.clone(),
        Reason::WrongKind => words.wrong_kind.clone(),
        Reason::BrokenLink => words.broken_link.clone(),
        Reason::NotAFile => words.not_a_file.clone(),
        Reason::Other => fill(&words.other, &[("why", &error.source.to_string())]),
    }
}

/// Why a history could not be read, as the end of a sentence.
pub(super) fn why_of(model: &Model, failure: &Failure) -> String {
    let words = &model.book.history.reasons;
    match failure {
        Failure::Store(error) => why(model, error),
        Failure::TooDamaged => words.too_damaged.clone(),
        Failure::NoThread => words.no_thread.clone(),
    }
}
