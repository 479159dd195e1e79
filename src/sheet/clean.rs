//! Text made fit for paper: one line, and only characters that a font of ours can show.
//!
//! A person's own note may hold a tab, an emoji or a stray control character; any of them would fail the export
//! or print as an empty box. What is dropped is reported, so that it can be said.
//!
//! Invariant: cleaning twice is cleaning once.

use std::collections::BTreeSet;

use skrifa::MetadataProvider;
use skrifa::charmap::Charmap;
use skrifa::prelude::FontRef;

use super::error::SheetError;
use super::fonts::Face;

/// Knows which characters every face has.
pub(super) struct Cleaner {
    own: Vec<Charmap<'static>>,
    other: Charmap<'static>,
}

impl Cleaner {
    /// Reads the faces' character maps.
    pub(super) fn new() -> Result<Self, SheetError> {
        let read = |face: Face| FontRef::new(face.bytes()).map(|font| font.charmap()).map_err(|_| SheetError::Font(face.name()));
        Ok(Self { own: Face::OWN.into_iter().map(read).collect::<Result<_, _>>()?, other: read(Face::Other)? })
    }

    /// The text without what paper can not show; what fell away is added to `dropped`.
    ///
    /// Tabs, line ends and odd spaces become one plain space; joiners and variation marks go silently, since
    /// they show nothing by themselves.
    pub(super) fn clean(&self, text: &str, dropped: &mut BTreeSet<char>) -> String {
        let mut clean = String::with_capacity(text.len());
        for character in text.chars() {
            let character = plain(character);
            if character == ' ' && clean.ends_with(' ') {
                continue;
            }
            let has = |map: &Charmap<'_>| map.map(character).is_some_and(|glyph| glyph.to_u32() != 0);
            if self.own.iter().all(has) || has(&self.other) {
                clean.push(character);
            } else if !is_silent(character) {
                dropped.insert(character);
            }
        }
        clean
    }
}

/// The character to look for in the fonts: odd spaces and hyphens have a plain twin.
fn plain(character: char) -> char {
    match character {
        '\u{2010}' | '\u{2011}' => '-',
        '\u{a0}' => '\u{a0}', // keeps words together; every face has it
        other if other.is_whitespace() => ' ',
        other => other,
    }
}

fn is_silent(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_emoji_and_a_tab_go_and_only_the_emoji_is_reported() {
        let cleaner = Cleaner::new().expect("the bundled fonts are readable");
        let mut dropped = BTreeSet::new();
        let clean = cleaner.clean("Does it\thelp? \u{1f600}\u{fe0f} Étienne, Łódź", &mut dropped);
        assert_eq!(clean, "Does it help? Étienne, Łódź");
        assert_eq!(dropped.into_iter().collect::<Vec<_>>(), ['\u{1f600}']);
    }

    proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(text in any::<String>()) {
            let cleaner = Cleaner::new().expect("the bundled fonts are readable");
            let once = cleaner.clean(&text, &mut BTreeSet::new());
            let mut dropped = BTreeSet::new();
            prop_assert_eq!(cleaner.clean(&once, &mut dropped), once);
            prop_assert!(dropped.is_empty());
        }
    }
}
