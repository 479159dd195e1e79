//! The shipped cues: whole, plain, and short enough to be said in their phase.

use super::super::plan::tests::USUAL;
use super::super::{EmergencyCard, GateWords, Plan};
use super::*;
use crate::source::Files;

const CUES: &str = include_str!("../../../content/en/cues.ron");
const GATES: &str = include_str!("../../../content/en/gates.ron");

fn files(cues: &str, gates: &str) -> Files {
    let mut files = Files::default();
    files.insert("en/cues.ron", cues);
    files.insert("en/gates.ron", gates);
    files
}

fn cues() -> CueWords {
    files(CUES, GATES).read("en/cues.ron").expect("the shipped cues read")
}

/// Every text in a content file: what stands between double quotes, comments aside.
fn texts(source: &str) -> Vec<&str> {
    let lines = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| line.split('"').skip(1).step_by(2)).collect()
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', '?', ';', ':']).map(str::trim).filter(|sentence| !sentence.is_empty())
}

#[test]
fn both_files_read_and_the_card_is_whole() {
    let gates: GateWords = files(CUES, GATES).read("en/gates.ron").expect("the shipped gates read");
    let EmergencyCard { numbers, why, .. } = gates.emergency_card;
    assert_eq!(numbers.len(), 5);
    assert!(why.contains("help fast"));
    assert_eq!(cues().effort_line(Effort::new(2).expect("light")), "2 of 10, light");
}

#[test]
fn a_missing_and_an_unknown_entry_are_found_with_their_line() {
    let missing = CUES.replace("            word: \"Hold\",\n", "");
    assert!(files(&missing, GATES).read::<CueWords>("en/cues.ron").is_err_and(|problem| problem.line > 1));
    let unknown = CUES.replacen("word: \"Hold\"", "wrod: \"Hold\"", 1);
    assert!(files(&unknown, GATES).read::<CueWords>("en/cues.ron").is_err_and(|problem| problem.line > 1));
}

#[test]
fn a_shortened_emergency_list_is_refused() {
    let shorter = GATES.replace("            \"Chest pain with your back pain.\",\n", "");
    let problem = files(CUES, &shorter).read::<GateWords>("en/gates.ron").expect_err("eight signs only");
    assert!(problem.what.contains("8 signs instead of 9"), "{problem}");
}

#[test]
fn no_text_is_empty_loud_or_long() {
    for text in texts(CUES).into_iter().chain(texts(GATES)) {
        assert!(!text.trim().is_empty());
        assert!(!text.contains('!'), "{text}");
        for sentence in sentences(text) {
            let words = sentence.split_whitespace().count();
            assert!(words <= 20, "{words} words: {sentence}");
        }
    }
}

/// health.md 3.5 and screens.md 6. One allowed place: the consent says that the program does not treat.
#[test]
fn words_to_avoid_are_absent() {
    const AVOID: [&str; 27] = [
        "cure",
        "heal ",
        "heals",
        "healing",
        "fix",
        "realign",
        "adjust",
        "therapy",
        "therapeutic",
        "relieve",
        "relief",
        "diagnos",
        "assess",
        "screening",
        "prescri",
        "your plan",
        "safe for you",
        "cleared",
        "approved",
        "proven",
        "recommended",
        "medical-grade",
        "prevent",
        "out of place",
        "damage",
        "streak",
        "great job",
    ];
    for text in texts(CUES).into_iter().chain(texts(GATES)) {
        let lower = text.to_lowercase();
        for word in AVOID {
            assert!(!lower.contains(word), "\"{word}\" in: {text}");
        }
        let treats = lower.contains("treat") && !lower.contains("does not treat anything");
        assert!(!treats, "{text}");
    }
}

/// Grade 6 or lower (health.md 3.2), with a plain count of vowel groups for syllables.
#[test]
fn the_reading_grade_is_low() {
    for source in [CUES, GATES] {
        let all: Vec<&str> = texts(source).into_iter().flat_map(sentences).filter(|s| s.contains(' ')).collect();
        let words: Vec<&str> = all.iter().flat_map(|sentence| sentence.split_whitespace()).collect();
        let syllables: usize = words.iter().map(|word| syllables(word)).sum();
        let (sentence_count, word_count) = (all.len() as f64, words.len() as f64);
        let grade = 0.39 * word_count / sentence_count + 11.8 * syllables as f64 / word_count - 15.59;
        assert!(grade <= 6.0, "grade {grade:.1}");
    }
}

fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let vowel = |c: &char| "aeiouy".contains(*c);
    let groups = letters.chunk_by(|a, b| vowel(a) == vowel(b)).filter(|group| group.first().is_some_and(vowel)).count();
    let silent = word.ends_with('e') && !word.ends_with("le") && groups > 1;
    (groups - usize::from(silent)).max(1)
}

#[test]
fn every_place_in_a_text_is_known_and_every_spoken_one_is_filled() {
    const KNOWN: [&str; 16] = [
        "round",
        "rounds",
        "effort",
        "effort_word",
        "next_effort",
        "scale",
        "seconds",
        "time",
        "day",
        "done",
        "most",
        "count",
        "number",
        "of",
        "total",
        "minutes",
    ];
    for text in texts(CUES).into_iter().chain(texts(GATES)) {
        for place in text.split('{').skip(1).filter_map(|rest| rest.split('}').next()) {
            assert!(KNOWN.contains(&place), "{{{place}}} in: {text}");
        }
    }
    let words = cues();
    let plan = Plan::new(USUAL).expect("inside every range");
    for position in Position::ALL {
        for id in ALL_CUES {
            let cue = Cue { id, position, round: 2, rounds: plan.rounds(), effort: plan.effort_start(), seconds: 5 };
            for text in [words.spoken(&cue), words.announced(&cue)] {
                assert!(!text.is_empty() && !text.contains('{'), "{text}");
            }
        }
    }
}

#[test]
fn words_follow_the_position() {
    let words = cues();
    for phase in [Phase::Settle, Phase::Ready, Phase::PressOn, Phase::LetGo, Phase::EaseOff] {
        let lines: std::collections::BTreeSet<&str> =
            Position::ALL.into_iter().map(|position| words.phase(phase, position).cue).collect();
        assert_eq!(lines.len(), 4, "{phase:?} reads the same in two positions");
    }
    assert_eq!(words.next(Phase::LetGo), "let go slowly");
    assert_eq!(words.phase(Phase::Hold, Position::Wall).cue, "Breathe out slowly. Keep it light.");
}

#[test]
fn the_announcement_is_the_spoken_line_and_the_seconds() {
    let plan = Plan::new(USUAL).expect("inside every range");
    let cue = Cue {
        id: CueId::Enter(Phase::Hold),
        position: Position::Back,
        round: 1,
        rounds: 3,
        effort: plan.effort_start(),
        seconds: 5,
    };
    assert_eq!(cues().announced(&cue), "Hold. Breathe out slowly. 5 seconds.");
}

#[test]
fn the_next_round_says_what_the_effort_would_be() {
    let words = cues();
    let (two, three) = (Effort::new(2).expect("light"), Effort::new(3));
    assert_eq!(words.next_round(NextRound::SameAgain, two, three).detail, "Effort stays at 2, light");
    assert_eq!(words.next_round(NextRound::ALittleMore, two, three).detail, "Effort goes from 2 to 3");
}

const ALL_CUES: [CueId; 26] = [
    CueId::Enter(Phase::Settle),
    CueId::Enter(Phase::Core(CoreCue::Belly)),
    CueId::Enter(Phase::Core(CoreCue::PelvicFloor)),
    CueId::Enter(Phase::Core(CoreCue::LowBack)),
    CueId::Enter(Phase::Ready),
    CueId::Enter(Phase::PressOn),
    CueId::Enter(Phase::Hold),
    CueId::Enter(Phase::LetGo),
    CueId::Enter(Phase::Breathe),
    CueId::Enter(Phase::CheckIn),
    CueId::Enter(Phase::NextRound),
    CueId::Enter(Phase::EaseOff),
    CueId::Enter(Phase::WhatHappened),
    CueId::Enter(Phase::SignsAgain),
    CueId::Enter(Phase::Advice(Advice::Emergency)),
    CueId::Enter(Phase::Advice(Advice::Today)),
    CueId::Enter(Phase::Advice(Advice::IfItStays)),
    CueId::Enter(Phase::Finish),
    CueId::Enter(Phase::Closed),
    CueId::LetGoEarly(Disturbance::Paused),
    CueId::SettleAgain(Disturbance::Paused),
    CueId::Settled,
    CueId::BreatheIn,
    CueId::BreatheOut,
    CueId::EasedOff,
    CueId::Rested,
];
