//! Content spoilt on purpose: each fault is found, with its file, its line and what to do.
//!
//! Not about the shipped texts: they are only the soil.
//!
//! Invariant: what is spoilt stands in the shipped text, or the test says so instead of passing.

use gentleback::content::{Guide, embedded, load};
use gentleback::source::{Files, Problem};
use proptest::prelude::*;

/// The shipped files with `old` made into `new` where it first stands in one file; and the line where it stood.
fn spoil(files: &mut Files, path: &str, old: &str, new: &str) -> usize {
    let text = files.get(path).expect("a shipped file").to_owned();
    let at = text.find(old).unwrap_or_else(|| panic!("{path} has no {old}"));
    files.insert(path, text.replacen(old, new, 1));
    text.split_at(at).0.matches('\n').count() + 1
}

/// Spoils one place and loads.
fn spoilt(path: &str, old: &str, new: &str) -> (Option<Guide>, Vec<Problem>, usize) {
    let mut files = embedded();
    let line = spoil(&mut files, path, old, new);
    let (guide, problems) = load(&files, "en");
    (guide, problems, line)
}

/// Exactly one problem, there, that says so.
#[track_caller]
fn only(problems: &[Problem], path: &str, line: usize, what: &str) {
    let [problem] = problems else { panic!("not one problem: {problems:#?}") };
    assert_eq!((problem.file.as_str(), problem.line), (path, line), "{problem}");
    assert!(problem.what.contains(what), "{problem}");
    assert!(!problem.help.is_empty(), "{problem}");
}

#[test]
fn a_typing_error_names_its_line() {
    let (guide, problems, line) = spoilt("en/tips.ron", "title: \"Warm up first\",", "titel: \"Warm up first\",");
    assert_eq!(guide, None);
    only(&problems, "en/tips.ron", line, "titel");
    let (guide, problems, line) = spoilt("en/warning.ron", "level: WhilePressing", "level: StopItAll");
    assert_eq!(guide, None);
    only(&problems, "en/warning.ron", line, "StopItAll");
}

#[test]
fn a_missing_file_does_not_blame_the_others() {
    let mut files = Files::default();
    for (path, text) in embedded().under("").filter(|(path, _)| *path != "en/tips.ron") {
        files.insert(path, text);
    }
    let (guide, problems) = load(&files, "en");
    assert_eq!(guide, None);
    only(&problems, "en/tips.ron", 0, "missing");
}

#[test]
fn an_unknown_language_names_each_file_it_needs() {
    let (guide, problems) = load(&embedded(), "xx");
    assert_eq!(guide, None);
    assert_eq!(problems.len(), 11, "{problems:#?}");
    assert!(problems.iter().all(|problem| problem.file.starts_with("xx/") && problem.what.contains("missing")));
}

#[test]
fn a_fact_that_no_text_carries_is_named_where_it_is_written() {
    let (_, problems, _) = spoilt("en/sections.ron", "[\"CORE-13\"]", "[]");
    let line = embedded().line_of("facts.ron", "id: \"CORE-13\"");
    only(&problems, "facts.ron", line, "CORE-13");
}

#[test]
fn a_claim_without_the_words_names_the_group() {
    let (guide, problems, line) = spoilt("en/questions.ron", "Popping should not hurt.", "It should be all right.");
    assert!(guide.is_some(), "the form is right, so there is a guide to show to its writer");
    only(&problems, "en/questions.ron", line, "hurt|pain");
    let (_, problems, _) = spoilt("en/questions.ron", "[\"FAQ-6-2\"]", "[\"FAQ-6-2\", \"FAQ-66\"]");
    only(&problems, "en/questions.ron", line, "no fact FAQ-66");
}

#[test]
fn a_disputed_fact_may_not_leave_its_note() {
    let (_, problems, _) = spoilt("en/tips.ron", "facts: [\"CLOSE-6\"]", "facts: [\"CLOSE-6\", \"CLOSE-7\"]");
    assert!(problems.iter().any(|problem| problem.what.contains("CLOSE-7 is shown without its note N15")), "{problems:#?}");
    let mut files = embedded();
    let text = files.get("en/sections.ron").expect("the sections").replace("open: true,", "");
    files.insert("en/sections.ron", text);
    let (_, problems) = load(&files, "en");
    let folded: Vec<_> = problems.iter().filter(|problem| problem.what.contains("folded")).collect();
    assert_eq!(folded.len(), 4, "PRESS-8, RELEASE-7, STOP-9 and STOP-11: {problems:#?}");
}

#[test]
fn notes_must_exist_and_belong() {
    let (_, problems, _) = spoilt("en/sections.ron", "notes: [\"N19\"]", "notes: [\"N19\", \"N20\", \"N99\"]");
    assert!(problems.iter().any(|problem| problem.what.contains("N20 is about none")), "{problems:#?}");
    assert!(problems.iter().any(|problem| problem.what.contains("no note N99")), "{problems:#?}");
    let (_, problems, line) = spoilt("en/notes.ron", "id: \"N20\"", "id: \"N21\"");
    assert!(problems.iter().any(|problem| problem.line == line && problem.what.contains("N21")), "{problems:#?}");
    assert!(problems.iter().any(|problem| problem.what.contains("N20") && problem.what.contains("missing")));
    let (_, problems, line) = spoilt("en/notes.ron", "by: [\"RELEASE-5\"]", "by: [\"RELEASE-5\", \"RELEASE-55\"]");
    only(&problems, "en/notes.ron", line - 1, "RELEASE-55");
}

#[test]
fn ids_are_fixed_and_stand_once() {
    let (_, problems, line) = spoilt("en/positions.ron", "id: \"Side\"", "id: \"Back\"");
    assert!(problems.iter().any(|problem| problem.line == line && problem.what.contains("twice")), "{problems:#?}");
    assert!(problems.iter().any(|problem| problem.what.contains("Side") && problem.what.contains("missing")));
    let mut files = embedded();
    spoil(&mut files, "en/positions.ron", "id: \"AllFours\"", "id: \"Waiting\"");
    let line = spoil(&mut files, "en/positions.ron", "id: \"Wall\"", "id: \"AllFours\"");
    let first = spoil(&mut files, "en/positions.ron", "id: \"Waiting\"", "id: \"Wall\"");
    assert!(first < line);
    only(&load(&files, "en").1, "en/positions.ron", line, "may not stand after");
    let (_, problems, line) = spoilt("facts.ron", "id: \"GEN-2\"", "id: \"GEN-1\"");
    assert!(problems.iter().any(|problem| problem.file == "facts.ron" && problem.line == line), "{problems:#?}");
}

#[test]
fn lists_have_their_length() {
    let (_, problems, _) =
        spoilt("en/tips.ron", "(text: \"Keep listening to your body. If there is any pain, stop.\", facts: [\"CONC-7\"]),", "");
    assert!(problems.iter().any(|problem| problem.what.contains("7 main points where there must be 8")), "{problems:#?}");
    let (_, problems, _) = spoilt("en/signs.ron", "asked: [UrgentList],", "asked: [],");
    assert!(problems.iter().any(|problem| problem.what.contains("UrgentList has 11 signs instead of 12")), "{problems:#?}");
    let (_, problems, _) = spoilt("en/warning.ron", "level: Soon", "level: Today");
    let line = embedded().line_of("en/warning.ron", "levels:");
    only(&problems, "en/warning.ron", line, "four levels");
}

#[test]
fn texts_are_neither_empty_nor_endless_nor_half_strong() {
    let (_, problems, line) = spoilt("en/signs.ron", "\"Chest pain with your back pain.\"", "\" \"");
    only(&problems, "en/signs.ron", line, "empty");
    let long = format!("\"Chest pain{}.\"", " and more of it".repeat(8));
    let (_, problems, line) = spoilt("en/signs.ron", "\"Chest pain with your back pain.\"", &long);
    only(&problems, "en/signs.ron", line, "34 words");
    let (_, problems, line) = spoilt("en/signs.ron", "\"Chest pain with your back pain.\"", "\"**Chest pain.\"");
    only(&problems, "en/signs.ron", line, "strong");
}

#[test]
fn the_second_of_two_equal_texts_is_found_on_its_own_line() {
    let step = "\"Put your stronger foot flat on the floor in front of you. Your knee is above it.\"";
    let mut files = embedded();
    let text = files.get("en/positions.ron").expect("the positions").to_owned();
    let second = text.match_indices(step).nth(1).expect("a step that two positions share").0;
    let (head, tail) = text.split_at(second);
    let line = head.matches('\n').count() + 1;
    files.insert(
        "en/positions.ron",
        format!("{head}{}", tail.replacen(&format!("{step})"), &format!("{step}, facts: [\"NO-1\"])"), 1)),
    );
    only(&load(&files, "en").1, "en/positions.ron", line, "no fact NO-1");
}

#[test]
fn links_lead_somewhere() {
    let (_, problems, line) = spoilt("en/questions.ron", "see: \"press-gently\"", "see: \"press-hard\"");
    only(&problems, "en/questions.ron", line, "press-hard");
}

#[test]
fn all_problems_come_at_once() {
    let mut files = embedded();
    let tips = spoil(&mut files, "en/tips.ron", "see: \"warm-up\"", "see 12");
    let questions = spoil(&mut files, "en/questions.ron", "see: \"press-gently\"", "see: \"press-hard\"");
    let empty = spoil(&mut files, "en/sections.ron", "\"Make no sudden or jerky moves.\"", "\"\"");
    let (guide, problems) = load(&files, "en");
    assert_eq!(guide, None);
    for (path, line) in [("en/tips.ron", tips), ("en/questions.ron", questions), ("en/sections.ron", empty)] {
        assert!(problems.iter().any(|problem| problem.file == path && problem.line == line), "{path}:{line} of {problems:#?}");
    }
    assert!(problems.is_sorted(), "by file and line");
}

#[test]
fn another_language_needs_the_claims_but_not_the_english_words() {
    let mut files = embedded();
    for (path, text) in embedded().under("en/") {
        let text = text.replace("Popping should not hurt.", "Knacken soll nicht wehtun.");
        files.insert(path.replace("en/", "de/"), text);
    }
    let (guide, problems) = load(&files, "de");
    assert_eq!(problems, []);
    assert_eq!(guide.map(|guide| guide.language), Some("de".into()));
    let text = files.get("de/questions.ron").expect("the questions").replace("[\"FAQ-6-2\"]", "[]");
    files.insert("de/questions.ron", text);
    let line = files.line_of("facts.ron", "id: \"FAQ-6-2\"");
    only(&load(&files, "de").1, "facts.ron", line, "FAQ-6-2");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// However a file is cut, loading ends with words about it, not with a panic.
    #[test]
    fn a_file_cut_anywhere_is_reported(which in 0_usize..12, from in 0.0..1.0_f64, length in 1_usize..400) {
        let mut files = embedded();
        let path = ["facts.ron", "en/start.ron", "en/sections.ron", "en/positions.ron", "en/warm_ups.ron",
            "en/questions.ron", "en/tips.ron", "en/warning.ron", "en/notes.ron", "en/signs.ron", "en/helps.ron",
            "en/sources.ron"][which];
        let letters: Vec<char> = files.get(path).expect("a shipped file").chars().collect();
        let start = (letters.len() as f64 * from) as usize;
        let end = (start + length).min(letters.len());
        files.insert(path, letters[..start].iter().chain(&letters[end..]).collect::<String>());
        let (guide, problems) = load(&files, "en");
        prop_assert!(guide.is_some() || !problems.is_empty());
        let lines = |problem: &Problem| files.get(&problem.file).map_or(0, |text| text.lines().count());
        prop_assert!(problems.iter().all(|problem| problem.line <= lines(problem) + 1 && !problem.help.is_empty()));
    }
}
