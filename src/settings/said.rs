//! What a settings file says of one field, for whoever may only act on what is written there.
//!
//! Not the settings: those have a usual value for what is missing or damaged. Invariant: a file that is damaged as a
//! whole says nothing.

use serde::Deserialize;

use super::schema::parse;
use crate::source::fields;

/// The value of one field, if it is there and can be read.
pub fn said<T: for<'de> Deserialize<'de>>(text: &str, field: &str) -> Option<T> {
    let mut found = Vec::new();
    fields::read(text, &mut found).ok()?;
    found.iter().rfind(|found| found.name == field).and_then(|found| parse(&found.value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_file_that_says_it_says_it() {
        assert_eq!(said::<bool>("(version: 1, reminders: false)", "reminders"), Some(false));
        assert_eq!(said::<bool>("(version: 1, reminders: true, reminders: false)", "reminders"), Some(false));
        for silent in ["", "\0\0\0", "(version: 1)", "(reminders: maybe)", "(reminders: false", "reminders: false"] {
            assert_eq!(said::<bool>(silent, "reminders"), None, "{silent:?}");
        }
    }
}
