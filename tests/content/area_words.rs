//! Words of single areas of the window, held to the rules of the guide's: no promise, nothing shouted, short and easy.
//!
//! Not the guide itself, which knows facts and pages. Invariant: a text of a listed file is checked without being
//! named here.

use gentleback::content::{embedded, sentences, words};

use super::reading::grade;
use super::wording::avoided;

/// Files in which every text is our own.
const FILES: [&str; 1] = ["en/history.ron"];

/// Words in one sentence.
const LONGEST: usize = 20;
/// All texts of a file together (health.md 3.2).
const GRADE: f64 = 7.0;

/// Every text of a file: what stands between quotation marks outside of comments.
fn texts(file: &str) -> Vec<String> {
    let files = embedded();
    let text = files.get(file).expect("a shipped file");
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| line.split('"').skip(1).step_by(2)).map(str::to_owned).collect()
}

#[test]
fn they_promise_nothing_and_shout_nothing() {
    for file in FILES {
        let texts = texts(file);
        assert!(texts.len() > 20, "{file} has texts");
        for text in texts {
            assert_eq!(avoided(&text), None, "{file}");
            assert!(!text.contains('!'), "{file}: {text}");
        }
    }
}

#[test]
fn they_are_short_and_easy() {
    for file in FILES {
        let texts = texts(file);
        for sentence in texts.iter().flat_map(|text| sentences(text)) {
            assert!(words(&sentence).count() <= LONGEST, "{file}: {sentence}");
        }
        let whole = texts.iter().filter(|text| text.ends_with('.')).cloned().collect::<Vec<_>>().join(" ");
        let grade = grade(&whole);
        assert!(grade <= GRADE, "{file} reads at grade {grade:.1}");
    }
}
