//! A whole session in every position, in every language: what a reader of that language reads aloud before it is shipped.
//!
//! Not the English ones, which `transcript.rs` keeps. A language is found by looking into the content.

use std::fmt::Write as _;

use gentleback::content::{FALLBACK, embedded, languages};
use gentleback::session::{CueWords, Phase, Position};

use crate::transcript::{check_text, three_rounds};
use crate::walker::Walker;

#[test]
fn a_whole_session_in_each_language() {
    let files = embedded();
    for language in languages(&files).into_iter().filter(|language| language.code != FALLBACK) {
        let mut all = String::new();
        for position in Position::ALL {
            let words = CueWords::read(&files, &language.code).expect("the shipped cues read");
            let mut walker = Walker::begin_in(words, Walker::in_place(position));
            three_rounds(&mut walker);
            assert_eq!(walker.session.phase(), Phase::Closed);
            let _ = write!(all, "== {position:?}\n{}\n\n", walker.transcript());
        }
        check_text(&format!("session_{}", language.code), &all);
    }
}
