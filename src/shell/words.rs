//! What a file's fault is called in a person's own words.
//!
//! Invariant: every reason that the store tells apart has words of its own in the content.

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
        Reason::Other => words.other.clone(),
    }
}
