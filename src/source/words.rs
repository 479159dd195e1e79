//! The shape of a file of words: its groups and their fields, one struct a group.

/// Words that are told which language they are in, once, when they have been read.
///
/// A file does not say it of itself: its folder does. Those that are chosen by a number need it.
pub trait InLanguage {
    /// Takes note of it. Words that are the same in every language of the world have nothing to note.
    fn in_language(&mut self, _language: &str) {}
}

impl InLanguage for String {}

impl InLanguage for (String, String) {}

impl<T: InLanguage> InLanguage for Vec<T> {
    fn in_language(&mut self, language: &str) {
        self.iter_mut().for_each(|words| words.in_language(language));
    }
}

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

            impl $crate::source::InLanguage for $group {
                fn in_language(&mut self, language: &str) {
                    $($crate::source::InLanguage::in_language(&mut self.$name, language);)*
                }
            }
        )*
    };
}

pub(crate) use words;
