//! Words that a guide may not use, since they promise, diagnose or frighten (health.md 3.5, screens.md 6).
//!
//! Not applied to text that is marked on screen as the article's: there the claim is named as a claim.
//!
//! Invariant: an exception is written down here with its reason; nothing is let through silently.

use std::collections::BTreeSet;

use gentleback::content::{Guide, Role, Said, sentences, words};

use crate::guide;

/// Words and beginnings of words: `treat` finds "treatment" too.
const AVOIDED: &[&str] = &[
    "treat",
    "cure",
    "heal",
    "fix",
    "realign",
    "adjust",
    "therapy",
    "therapies",
    "therapeutic",
    "relieve pain",
    "relieves pain",
    "diagnos",
    "assess",
    "screening",
    "prescri",
    "your plan",
    "safe for you",
    "cleared",
    "approved",
    "clinically proven",
    "doctor-recommended",
    "medical-grade",
    "prevent injury",
    "prevents injury",
    "out of place",
    "damage",
    "crumbl",
    "unstable",
    "streak",
    "goal reached",
    "great job",
    "time to pop",
];

/// "Health" begins with "heal".
const INNOCENT: &[&str] = &["health", "healthy"];

/// What a professional does may be named where the professional is named.
const THEIR_WORK: &[&str] = &["treat", "diagnos"];
const THEM: &[&str] = &["professional", "professionals", "doctor", "doctors", "they", "their", "them", "trained"];

/// Sentences that hold a word on the list and may.
const ALLOWED: &[(&str, &str)] = &[
    ("One X-ray study looked at a joint at the base of the spine before and after hands-on treatment.", "what a study did"),
    ("It does not heal tissue by itself.", "says no"),
];

/// The avoided word in a text, if there is one.
pub fn avoided(text: &str) -> Option<(&'static str, String)> {
    sentences(text).into_iter().find_map(|sentence| {
        let lower = sentence.to_lowercase().replace('\u{2019}', "'");
        let allowed = ALLOWED.iter().any(|(allowed, _)| *allowed == sentence);
        let theirs = words(&lower).any(|word| THEM.contains(&word));
        AVOIDED
            .iter()
            .find(|word| starts_a_word(&lower, word) && !allowed && !(theirs && THEIR_WORK.contains(word)))
            .map(|word| (*word, sentence.clone()))
    })
}

/// Whether a word of the text begins with `word`, and is not an innocent one.
fn starts_a_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let (head, tail) = text.split_at(at);
        let whole: String = tail.chars().take_while(|letter| letter.is_alphanumeric()).collect();
        !head.ends_with(|letter: char| letter.is_alphanumeric()) && !INNOCENT.contains(&whole.as_str())
    })
}

fn texts_of_our_own(guide: &Guide) -> Vec<Said<'_>> {
    guide.said().into_iter().filter(|said| said.role != Role::Article).collect()
}

#[test]
fn the_guide_promises_nothing() {
    let guide = guide();
    let faults: Vec<String> = texts_of_our_own(&guide)
        .iter()
        .filter_map(|said| {
            avoided(said.text).map(|(word, sentence)| format!("{}: \u{201c}{word}\u{201d} in: {sentence}", said.page))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_list_finds_what_it_should() {
    for text in
        ["This will cure you.", "It realigns your joints.", "The right treatment.", "Now you are cleared.", "It is safe for you."]
    {
        assert!(avoided(text).is_some(), "{text}");
    }
    for text in ["A health professional can diagnose it.", "Secure the mat.", "They suggest a treatment."] {
        assert_eq!(avoided(text), None, "{text}");
    }
}

#[test]
fn each_exception_is_still_needed() {
    let guide = guide();
    let said = texts_of_our_own(&guide);
    for (allowed, reason) in ALLOWED {
        let found = said.iter().any(|said| sentences(said.text).iter().any(|sentence| sentence == allowed));
        assert!(found, "not in the guide any more ({reason}): {allowed}");
    }
}

#[test]
fn nothing_is_shouted() {
    let guide = guide();
    // A source is a name, and names such as PLOS ONE are written so.
    for said in guide.said().into_iter().filter(|said| said.role != Role::Source) {
        assert!(!said.text.contains('!'), "{}: {}", said.page, said.text);
        let shouted = said.text.split_whitespace().find(|word| word.len() > 3 && word.chars().all(|c| c.is_ascii_uppercase()));
        assert_eq!(shouted, None, "{}: {}", said.page, said.text);
    }
}

#[test]
fn titles_are_in_sentence_case() {
    let guide = guide();
    for said in guide.said().iter().filter(|said| said.role == Role::Title) {
        let mut capitals = said.text.split_whitespace().skip(1).filter(|word| word.starts_with(char::is_uppercase));
        assert_eq!(capitals.next(), None, "{}", said.text);
    }
}

/// As many words in a row as a text may share with a fact line, which is for writers and is not to be shipped.
const MOST_SHARED: usize = 7;

/// A bare list has no other words of its own.
const BARE_LISTS: &[&str] = &["your hands an elbow or a foam roller"];

/// Every run of one word more than may be shared.
fn runs(text: &str) -> BTreeSet<String> {
    let lower = text.to_lowercase();
    words(&lower).collect::<Vec<_>>().windows(MOST_SHARED + 1).map(|run| run.join(" ")).collect()
}

#[test]
fn fact_lines_are_not_shipped_as_text() {
    let guide = guide();
    let facts: BTreeSet<String> = guide.facts.iter().flat_map(|fact| runs(&fact.fact)).collect();
    let copied = |text: &str| runs(text).into_iter().find(|run| facts.contains(run));
    assert!(copied(&guide.facts[0].fact).is_some(), "a fact line is found in itself");
    for said in guide.said() {
        let text = words(&said.text.to_lowercase()).collect::<Vec<_>>().join(" ");
        let text = BARE_LISTS.iter().fold(text, |text, list| text.replace(list, ""));
        assert_eq!(copied(&text), None, "in: {}", said.text);
    }
}

#[cfg(feature = "gui")]
#[test]
fn every_character_can_be_drawn() {
    let mut fonts = egui::FontDefinitions::empty();
    for weight in ["400", "600", "750"] {
        let path = format!("{}/assets/fonts/AtkinsonHyperlegibleNext-{weight}.ttf", env!("CARGO_MANIFEST_DIR"));
        let face = egui::FontData::from_owned(std::fs::read(path).expect("the bundled font"));
        fonts.font_data.insert(weight.to_owned(), face.into());
        fonts.families.insert(egui::FontFamily::Name(weight.into()), vec![weight.to_owned()]);
        fonts.families.entry(egui::FontFamily::Proportional).or_default().push(weight.to_owned());
    }
    let context = egui::Context::default();
    context.set_fonts(fonts);
    context.begin_pass(egui::RawInput::default());
    let lacks = |letter: char| {
        ["400", "600", "750"].iter().any(|weight| {
            let id = egui::FontId::new(18.0, egui::FontFamily::Name((*weight).into()));
            !context.fonts_mut(|fonts| fonts.has_glyph(&id, letter))
        })
    };
    assert!(lacks('\u{7f13}') && lacks('\u{2192}') && !lacks('a'), "the fonts have no Chinese and no arrows");
    let guide = guide();
    for said in guide.said() {
        let missing = said.text.chars().find(|letter| lacks(*letter));
        assert_eq!(missing, None, "in: {}", said.text);
    }
}
