//! The shape of a file of words: its groups and their fields, one struct a group.

/// One struct for each group of words; a field is called what its entry is called in the file.
///
/// A missing or misspelt entry is found when the file is read, so a view can name a field and rely on it.
macro_rules! words {
    ($($(#[$doc:meta])* $group:ident { $($(#[$field:meta])* $name:ident: $kind:ty),* $(,)? })*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
            #[serde(deny_unknown_fields)]
            #[allow(missing_docs, reason = "each name says where its text stands")]
            pub struct $group { $($(#[$field])* pub $name: $kind),* }
        )*
    };
}

pub(crate) use words;
