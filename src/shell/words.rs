//! What a file's fault is called in a person's own words.
//!
//! Invariant: every reason that the store tells apart has words of its own in the content.

use super::history_read::Failure;
use crate::{
    app::Model,
    platform::store::{Reason, StoreError},
    source::NotText,
};

/// Why something could not be read or written, as the end of a sentence.
pub(super) fn why(model: &Model, error: &StoreError) -> String {
    let words = &model.book.history.reasons;
    match error.reason {
        Reason::Missing => words.missing.clone(),
        Reason::Denied => words.denied.clone(),
        Reason::Full => words.full.clone(),
        Reason::ReadOnly => words.read_only.clone(),
        Reason::NotText => {
            let place = error.source.get_ref().and_then(|inner| inner.downcast_ref::<NotText>());
            place.map_or_else(|| words.not_text.clone(), |place| model.book.faults.say_not_text(place))
        }
        Reason::TooLarge => words.too_large.clone(),
        Reason::WrongKind => words.wrong_kind.clone(),
        Reason::BrokenLink => words.broken_link.clone(),
        Reason::NotAFile => words.not_a_file.clone(),
        Reason::Other => words.other.clone(),
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
