//! A text that has a form for each kind of number: "1 minute", "2 minutes".
//!
//! Not a number's own form. Invariant: which form a number takes is what Unicode's CLDR says of the language, not what
//! English does: zero minutes are one of the French "one".

use icu_locale_core::LanguageIdentifier;
use icu_plurals::{PluralCategory, PluralRules};
use serde::Deserialize;

use crate::source::{InLanguage, fill};

/// The forms. A language gives those that it has, by the names of CLDR; English, Spanish, French and German get by with two.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// For one, and for what a language says like one.
    pub one: String,
    /// For two, where that is a form of its own.
    #[serde(default)]
    pub two: Option<String>,
    /// For few.
    #[serde(default)]
    pub few: Option<String>,
    /// For many.
    #[serde(default)]
    pub many: Option<String>,
    /// For none, where that is a form of its own.
    #[serde(default)]
    pub zero: Option<String>,
    /// For every other number; `{n}` is the number.
    pub other: String,
    /// Whose rules they follow.
    #[serde(skip)]
    language: String,
}

impl Counted {
    /// The text for this number.
    pub fn of(&self, number: usize) -> String {
        let form = match category(&self.language, number as u64) {
            PluralCategory::One => Some(&self.one),
            PluralCategory::Two => self.two.as_ref(),
            PluralCategory::Few => self.few.as_ref(),
            PluralCategory::Many => self.many.as_ref(),
            PluralCategory::Zero => self.zero.as_ref(),
            PluralCategory::Other => None,
        };
        fill(form.unwrap_or(&self.other), &[("n", &number.to_string())])
    }
}

impl InLanguage for Counted {
    fn in_language(&mut self, language: &str) {
        language.clone_into(&mut self.language);
    }
}

/// Whether a language says this number as it says one.
pub fn is_one(language: &str, number: u64) -> bool {
    category(language, number) == PluralCategory::One
}

/// The kind of number that this is in a language. Without a language, or in one that CLDR does not know, one is one.
fn category(language: &str, number: u64) -> PluralCategory {
    let rules = LanguageIdentifier::try_from_str(language).ok();
    match rules.and_then(|language| PluralRules::try_new_cardinal((&language).into()).ok()) {
        Some(rules) => rules.category_for(number),
        None if number == 1 => PluralCategory::One,
        None => PluralCategory::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(language: &str) -> Counted {
        let mut counted: Counted = ron::from_str("(one: \"one {n}\", other: \"other {n}\")").expect("two forms");
        counted.in_language(language);
        counted
    }

    #[test]
    fn each_language_counts_by_its_own_rule() {
        for (language, ones) in [("en", &[1][..]), ("de", &[1]), ("es", &[1]), ("fr", &[0, 1]), ("pt-BR", &[0, 1]), ("", &[1])] {
            let found: Vec<usize> = (0..=31).filter(|&n| counted(language).of(n).starts_with("one")).collect();
            assert_eq!(found, ones, "{language}");
        }
        assert_eq!(counted("fr").of(2_000_000), "other 2000000", "a form that is not given is the last one");
    }

    #[test]
    fn nothing_is_one_in_french_alone() {
        assert_eq!(["en", "de", "es", "fr", "it"].map(|language| is_one(language, 0)), [false, false, false, true, false]);
        assert!(["en", "de", "es", "fr", "it"].iter().all(|language| is_one(language, 1) && !is_one(language, 2)));
    }

    #[test]
    fn a_language_with_more_forms_gives_them() {
        let text = "(one: \"a\", few: Some(\"b\"), many: Some(\"c\"), other: \"d\")";
        let mut polish: Counted = ron::from_str(text).expect("four forms");
        polish.in_language("pl");
        assert_eq!([1, 2, 4, 5, 12, 22, 25].map(|n| polish.of(n)), ["a", "b", "b", "c", "c", "b", "c"]);
    }
}
