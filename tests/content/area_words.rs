//! Words of single areas of the window, held to the rules of the guide's: no promise, nothing shouted, short and easy.
//!
//! Not the guide itself, which knows facts and pages. Invariant: a text of a listed file is checked without being
//! named here.

use gentleback::content::{embedded, sentences, words};

use super::reading::grade;
use super::wording::avoided;

/// Files of prose: what is read in sentences.
const PROSE: [&str; 12] =
    ["gates", "helps", "notes", "positions", "questions", "sections", "signs", "sources", "start", "tips", "warm_ups", "warning"];
/// Lists of words: buttons, rows, messages of a line, and what is said aloud or read from across the room. They may be as
/// plain as they like.
const LISTS: [&str; 11] = ["cues", "faults", "find", "floor", "history", "plan", "print", "reminders", "sheet", "sound", "words"];
/// Files in which no avoided word stands, not even with a professional beside it.
const PROMISE_NOTHING: [&str; 5] = ["cues", "floor", "history", "reminders", "sound"];

/// Words in one sentence.
const LONGEST: usize = 20;
/// All texts of a file together: no harder than this (health.md 3.2), and not chopped into pieces either.
const HARDEST: f64 = 7.0;
const EASIEST_PROSE: f64 = 3.0;
/// Fewer words are a button or a title, whatever mark they end with.
const LEAST_WORDS: usize = 4;

/// Spellings of the other English (docs/CONTENT.md: American).
const BRITISH: [&str; 25] = [
    "colour",
    "practise",
    "licence",
    "centre",
    "metre",
    "behaviour",
    "favour",
    "grey",
    "programme",
    "towards",
    "whilst",
    "organis",
    "recognis",
    "realis",
    "apologis",
    "analyse",
    "catalogue",
    "labelled",
    "cancelled",
    "neighbour",
    "tumour",
    "tummy",
    "steroid tablet",
    "sleeping tablet",
    " can not ",
];

/// Every text of a file: what stands between quotation marks outside of comments; marks inside a text are kept.
fn texts(file: &str) -> Vec<String> {
    let files = embedded();
    let path = format!("en/{file}.ron");
    let text = files.get(&path).expect("a shipped file").replace("\\\"", "\u{1}");
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| line.split('"').skip(1).step_by(2)).map(|text| text.replace('\u{1}', "\"")).collect()
}

fn all() -> impl Iterator<Item = &'static str> {
    PROSE.into_iter().chain(LISTS)
}

/// The texts that are sentences.
fn prose(file: &str) -> Vec<String> {
    let ends = |text: &String| text.ends_with(['.', '?', ':', '\u{201d}']) && words(text).count() >= LEAST_WORDS;
    texts(file).into_iter().filter(|text| ends(text) && !text.contains("\\n")).collect()
}

#[test]
fn every_file_is_held() {
    let files = embedded();
    let names = files.under("en/").map(|(path, _)| path.trim_start_matches("en/").trim_end_matches(".ron"));
    // What the language is called is no text to be held.
    let names = names.filter(|name| *name != "language");
    let unknown: Vec<&str> = names.filter(|name| !all().any(|known| known == *name)).collect();
    assert!(unknown.is_empty(), "name these files here: {unknown:?}");
}

#[test]
fn they_promise_nothing_and_shout_nothing() {
    for file in all() {
        let texts = texts(file);
        assert!(texts.len() > 10, "{file} has texts");
        for text in texts {
            assert!(!text.contains('!') || text.contains("--"), "{file}: {text}");
            if PROMISE_NOTHING.contains(&file) {
                assert_eq!(avoided(&text), None, "{file}");
            }
        }
    }
}

#[test]
fn they_are_short_and_neither_hard_nor_chopped() {
    let mut faults = vec![];
    for file in all() {
        let prose = prose(file);
        let long = prose.iter().flat_map(|text| sentences(text)).filter(|sentence| words(sentence).count() > LONGEST);
        faults.extend(long.map(|sentence| format!("{file}: more than {LONGEST} words: {sentence}")));
        let grade = grade(&prose.join(" "));
        println!("{file}: grade {grade:.1}");
        let easiest = if PROSE.contains(&file) { EASIEST_PROSE } else { f64::MIN };
        if !(easiest..=HARDEST).contains(&grade) {
            faults.push(format!("{file} reads at grade {grade:.2}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What is typed by a person or read by a program stays as it is typed.
fn is_code(text: &str) -> bool {
    text.contains("--") || text.contains("title: \"") || text.ends_with(", \"")
}

#[test]
fn quotation_marks_and_apostrophes_are_curly() {
    for file in all() {
        for text in texts(file).into_iter().filter(|text| !is_code(text)) {
            assert!(!text.contains(['\'', '"', '`']), "{file}: {text}");
        }
    }
    assert!(is_code("gentleback --help") && !is_code("the guide's own"), "a plain apostrophe is found");
}

#[test]
fn the_english_is_american() {
    let british = |text: &str| BRITISH.into_iter().find(|word| text.to_lowercase().contains(word));
    assert_eq!(british("Practise the lift"), Some("practise"));
    for file in all() {
        for text in texts(file) {
            assert_eq!(british(&text), None, "{file}: {text}");
        }
    }
}
