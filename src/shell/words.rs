//! What a file's fault is called in a person's own words.
//!
//! Invariant: every reason that the store tells apart has words of its own in the content.

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
        Reason::Other => fill(&words.other, &[("why", &error.source.to_string())]),
    }
}
