//! Every language that is shipped, held to what all of them have to be: whole, with the same places and links as English,
//! every fact claimed, plain to read, and in words that a guide may use.
//!
//! Not what English alone is held to (`reading.rs`, `wording.rs`, `carried.rs`). The words to leave out are test data, in
//! `tests/fixtures/avoided/`: a translator's own content does not say what it may not say.
//!
//! Invariant: a language is found by looking into the content, and none is let through because a test does not know it.

use std::{collections::BTreeSet, fs, path::Path};

use gentleback::{
    app::Book,
    content::{FALLBACK, Language, Role, compare, embedded, languages, load, sentences, words},
};
use serde::Deserialize;

fn shipped() -> Vec<Language> {
    let found = languages(&embedded());
    assert!(found.iter().any(|language| language.code == FALLBACK));
    found
}

/// All but English, which has tests of its own.
fn translated() -> impl Iterator<Item = String> {
    shipped().into_iter().map(|language| language.code).filter(|code| code != FALLBACK)
}

#[test]
fn every_language_has_a_name_of_its_own() {
    let names: BTreeSet<String> = shipped().into_iter().map(|language| language.name).collect();
    assert_eq!(names.len(), shipped().len());
    assert!(names.iter().all(|name| name.starts_with(char::is_uppercase)), "{names:?}");
}

#[test]
fn every_language_loads_without_a_problem_and_lacks_nothing() {
    let files = embedded();
    let mut told = Vec::new();
    for language in shipped() {
        let (book, problems) = Book::read(&files, &language.code);
        assert_eq!(book.map(|book| book.guide.language), Some(language.code.clone()), "{problems:#?}");
        told.extend(problems);
        told.extend(compare(&files, &language.code).problems);
    }
    let lines: Vec<String> = told.iter().map(ToString::to_string).collect();
    assert!(lines.is_empty(), "{}", lines.join("\n"));
}

#[test]
fn every_language_claims_every_fact() {
    for language in shipped() {
        let (guide, _) = load(&embedded(), &language.code);
        let guide = guide.expect("a guide");
        let said = guide.said();
        let claimed: BTreeSet<&str> = said.iter().flat_map(|said| said.facts).map(String::as_str).collect();
        let unclaimed: Vec<&str> = guide.facts.iter().map(|fact| fact.id.as_str()).filter(|id| !claimed.contains(id)).collect();
        assert_eq!((guide.facts.len(), unclaimed), (177, Vec::new()), "{}", language.code);
    }
}

/// What a language leaves out: `tests/fixtures/avoided/<language>.ron`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Avoided {
    /// Beginnings of words, in small letters.
    words: Vec<String>,
    /// Words that begin so and mean something else.
    innocent: Vec<String>,
    /// Of the words, those for what a professional does.
    their_work: Vec<String>,
    /// What names a professional: a sentence with one of these may say what they do.
    them: Vec<String>,
    /// Whole sentences that may stand all the same.
    allowed: Vec<String>,
}

impl Avoided {
    fn of(language: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/avoided/{language}.ron"));
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("write down what {language} leaves out: {error}"));
        ron::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// The word of the list in a text, and the sentence it stands in.
    fn found(&self, text: &str) -> Option<(&str, String)> {
        sentences(text).into_iter().find_map(|sentence| {
            let lower = sentence.to_lowercase();
            let names_them = words(&lower).any(|word| self.them.iter().any(|them| word.starts_with(them.as_str())));
            let stands = |avoided: &str| {
                let begins = |at: usize| !lower[..at].ends_with(char::is_alphanumeric);
                let whole = |at: usize| lower[at..].chars().take_while(|letter| letter.is_alphanumeric()).collect::<String>();
                lower.match_indices(avoided).any(|(at, _)| begins(at) && !self.innocent.contains(&whole(at)))
            };
            let found = self.words.iter().find(|word| stands(word) && !(names_them && self.their_work.contains(*word)))?;
            (!self.allowed.contains(&sentence)).then_some((found.as_str(), sentence))
        })
    }
}

#[test]
fn no_language_promises_diagnoses_or_frightens() {
    let mut told = Vec::new();
    for language in translated() {
        let avoided = Avoided::of(&language);
        let (guide, _) = load(&embedded(), &language);
        let guide = guide.expect("a guide");
        for said in guide.said().into_iter().filter(|said| !matches!(said.role, Role::Article | Role::Source)) {
            let found = avoided.found(said.text);
            told.extend(found.map(|(word, sentence)| format!("{language}/{}: “{word}” in: {sentence}", said.page)));
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn a_word_to_leave_out_is_found() {
    let text = "(words: [\"heil\", \"behandel\"], innocent: [\"heilig\"], their_work: [\"behandel\"], them: [\"ärzt\"], allowed: [\"Heile, heile.\"])";
    let avoided: Avoided = ron::from_str(text).expect("a list");
    assert_eq!(avoided.found("Gut. Das heilt Sie.").map(|(word, _)| word), Some("heil"));
    assert_eq!(avoided.found("Das behandelt nichts.").map(|(word, _)| word), Some("behandel"));
    for innocent in ["Heile, heile.", "Ein heilig Ding.", "Ärztinnen behandeln das.", "Unheil."] {
        assert_eq!(avoided.found(innocent), None, "{innocent}");
    }
}

/// How easy a text is to read, from 0 to 100 and a little beyond: each language by the formula that was made for it.
///
/// Flesch (English), Fernández Huerta (Spanish), Kandel and Moles (French), Amstad (German): a number, less so much for each
/// word of a sentence and so much for each syllable of a word. Then: what a page must reach, measured when the texts were
/// first whole, with a little room.
const EASE: [(&str, [f64; 3], f64); 4] = [
    ("en", [206.835, 1.015, 84.6], 65.0),
    ("es", [206.84, 1.02, 60.0], 65.0),
    ("fr", [207.0, 1.015, 73.6], 60.0),
    ("de", [180.0, 1.0, 58.5], 50.0),
];

/// Letters that are heard as one vowel when they stand together; elsewhere each group of vowels is one syllable.
fn syllables(language: &str, word: &str) -> usize {
    let word = word.to_lowercase();
    // French is silent at its ends.
    let word = match language {
        "fr" => ["es", "ent", "e"].iter().find_map(|end| word.strip_suffix(end)).filter(|stem| stem.len() > 2).unwrap_or(&word),
        _ => &word,
    };
    let is_vowel = |letter: char| "aeiouyáéíóúüàâäèêëîïôöùûœæ".contains(letter);
    let is_strong = |letter: char| "aeoáéíóú".contains(letter);
    let letters: Vec<char> = word.chars().collect();
    let begins = |index: &usize| {
        let (here, before) = (letters[*index], index.checked_sub(1).map(|before| letters[before]));
        let apart = |before| language == "es" && is_strong(here) && is_strong(before);
        is_vowel(here) && before.is_none_or(|before| !is_vowel(before) || apart(before))
    };
    (0..letters.len()).filter(begins).count().max(1)
}

fn ease(language: &str, formula: [f64; 3], texts: &[&str]) -> f64 {
    let [most, by_words, by_syllables] = formula;
    let all: Vec<String> = texts.iter().flat_map(|text| sentences(text)).collect();
    let spoken: Vec<&str> = all.iter().flat_map(|sentence| words(sentence)).collect();
    let count = spoken.len().max(1) as f64;
    let heard: usize = spoken.iter().map(|word| syllables(language, word)).sum();
    most - by_words * count / all.len().max(1) as f64 - by_syllables * heard as f64 / count
}

#[test]
fn every_page_of_every_language_is_easy_to_read() {
    let mut told = Vec::new();
    for language in shipped() {
        let Some((_, formula, least)) = EASE.into_iter().find(|(code, ..)| *code == language.code) else {
            panic!("there is no formula for {}: find the one that is used there", language.code);
        };
        let (guide, _) = load(&embedded(), &language.code);
        let guide = guide.expect("a guide");
        let said = guide.said();
        let pages: BTreeSet<&str> = said.iter().map(|said| said.page).collect();
        for page in pages {
            let of_page = said.iter().filter(|said| said.page == page && matches!(said.role, Role::Prose | Role::Safety));
            let texts: Vec<&str> = of_page.map(|said| said.text).collect();
            let reached = ease(&language.code, formula, &texts);
            if !texts.is_empty() && reached < least {
                told.push(format!("{}/{page}: {reached:.0}, at least {least:.0}", language.code));
            }
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn syllables_are_counted_as_they_are_heard() {
    for (language, word, expected) in [
        ("es", "espalda", 3),
        ("es", "caer", 2),
        ("es", "despacio", 3),
        ("es", "rodillas", 3),
        ("fr", "douce", 1),
        ("fr", "doucement", 2),
        ("fr", "épaules", 2),
        ("fr", "dos", 1),
        ("de", "Rücken", 2),
        ("de", "auf", 1),
        ("de", "langsame", 3),
        ("en", "back", 1),
    ] {
        assert_eq!(syllables(language, word), expected, "{word}");
    }
}
