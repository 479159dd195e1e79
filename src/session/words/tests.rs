//! The shipped cues: whole, plain, and short enough to be said in their phase.

use super::super::plan::tests::USUAL;
use super::super::{Aside, EmergencyCard, GateWords, Plan, PlanNumbers, WarmUpAside};
use super::*;
use crate::source::Files;

const CUES: &str = include_str!("../../../content/en/cues.ron");
const GATES: &str = include_str!("../../../content/en/gates.ron");
const SIGNS: &str = include_str!("../../../content/en/signs.ron");

fn files(cues: &str, gates: &str) -> Files {
    let mut files = Files::default();
    files.insert("en/cues.ron", cues);
    files.insert("en/gates.ron", gates);
    files.insert("en/signs.ron", SIGNS);
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
    let gates = GateWords::read(&files(CUES, GATES), "en").expect("the shipped gates read");
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
    let mut files = files(CUES, GATES);
    files.insert("en/signs.ron", SIGNS.replacen("asked: [EmergencyList],", "asked: [UrgentList],", 1));
    assert!(GateWords::read(&files, "en").is_err_and(|problem| problem.what.contains("acts by Today")));
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
    const KNOWN: [&str; 23] = [
        "call",
        "wait",
        "why",
        "ache",
        "step",
        "steps",
        "place",
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
            let cue = Cue { round: 2, rounds: plan.rounds(), ..cue(id, position) };
            for text in words.spoken(&cue).into_iter().chain([words.announced(&cue)]) {
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
    let cue = cue(CueId::Enter(Phase::Hold), Position::Back);
    assert_eq!(cues().announced(&cue), "Hold. Breathe out slowly. 5 seconds.");
}

#[test]
fn the_next_round_says_what_the_effort_would_be() {
    let words = cues();
    let (two, three) = (Effort::new(2).expect("light"), Effort::new(3));
    assert_eq!(words.next_round(NextRound::SameAgain, two, three).detail, "Effort stays at 2, light");
    assert_eq!(words.next_round(NextRound::ALittleMore, two, three).detail, "Effort goes from 2 to 3");
}

fn cue(id: CueId, position: Position) -> Cue {
    Cue {
        id,
        position,
        round: 1,
        rounds: 3,
        effort: Effort::new(2).expect("light"),
        more: true,
        seconds: 5,
        ache: Some(3),
        hand: None,
        swapped: false,
        self_paced: false,
        keys: true,
    }
}

#[test]
fn a_session_is_told_by_voice_as_it_goes() {
    let words = cues();
    let ready = Cue { round: 2, hand: Some(Side::Left), swapped: true, ..cue(CueId::Enter(Phase::Ready), Position::AllFours) };
    assert_eq!(
        words.spoken(&ready),
        [
            "Round 2 of 3.",
            "Swap hands.",
            "Left hand now.",
            "Switch your core on, lightly.",
            "The other hand stays down. Put the heel of this one on the soft muscle beside your spine.",
            "Keep off the bones.",
            "Effort 2 of 10, light.",
            "Begin when you are ready. Nothing starts by itself.",
        ]
    );
    let settle = cue(CueId::Enter(Phase::Settle), Position::Back);
    assert_eq!(
        words.spoken(&settle)[1..],
        ["You said 3 of 10.", "That is your start point. Stop if it grows, changes or spreads."]
    );
    let last = Cue { hand: Some(Side::Right), ..cue(CueId::Enter(Phase::GettingDown(7)), Position::Side) };
    assert_eq!(words.spoken(&last).last().map(String::as_str), Some("Have your right side up."));
}

/// Whatever a session can say is in the set that recordings are made of, and the set stays small enough to record.
#[test]
fn nothing_is_spoken_that_is_not_in_the_set_of_all() {
    let words = cues();
    let all = words.all_spoken();
    assert!((100..=300).contains(&all.len()), "{} texts", all.len());
    assert!(all.iter().all(|text| !text.contains('{') && !text.trim().is_empty()));
    for position in Position::ALL {
        for id in ALL_CUES.into_iter().chain((0..9).flat_map(|n| [CueId::Enter(Phase::GettingDown(n)), CueId::GettingUp(n)])) {
            for (round, rounds) in [(1, 2), (3, 3), (4, 5), (5, 5)] {
                for effort in 1..=Effort::CAP {
                    for hand in [None, Some(Side::Left), Some(Side::Right)] {
                        for bits in 0..16u8 {
                            let bit = |n: u8| bits & (1 << n) != 0;
                            let cue = Cue {
                                round,
                                rounds,
                                effort: Effort::new(effort).expect("up to the cap"),
                                hand,
                                more: bit(0),
                                swapped: bit(1),
                                self_paced: bit(2),
                                keys: bit(3),
                                ache: (round != 1).then_some(effort * 2 + round % 3),
                                ..cue(id, position)
                            };
                            for text in words.spoken(&cue) {
                                assert!(all.contains(&text), "{cue:?}: {text}");
                            }
                        }
                    }
                }
            }
        }
    }
    for card in WarmUp::ALL {
        for side in [None, Some(Side::Left), Some(Side::Right)] {
            let begins = [WarmUpAside::Begins(side), WarmUpAside::Half, WarmUpAside::Done];
            for said in begins.into_iter().chain(side.map(WarmUpAside::Switch)) {
                assert!(words.aside(Aside::WarmUp(card, said)).iter().all(|text| all.contains(text)), "{card:?} {said:?}");
            }
        }
    }
}

/// Two and a half words a second, a calm pace: the whole within the usual length, and the first text, which says what
/// to do, within the shortest length that any plan allows.
#[test]
fn what_is_said_fits_into_a_phase_that_runs_by_itself() {
    let words = cues();
    let usual = Plan::new(USUAL).expect("inside every range");
    let shortest = PlanNumbers { core_cue_secs: 3, hold_secs: 3, release_secs: 3, ease_off_secs: 3, ..USUAL };
    let shortest = Plan::new(shortest).expect("inside every range");
    let secs = |text: &str| text.split_whitespace().count() as f64 / 2.5;
    for position in Position::ALL {
        for phase in [Phase::PressOn, Phase::Hold, Phase::LetGo, Phase::EaseOff] {
            let spoken = words.spoken(&cue(CueId::Enter(phase), position));
            let length = |plan: &Plan| plan.length(phase).expect("has a clock").as_secs_f64();
            let whole: f64 = spoken.iter().map(|text| secs(text)).sum();
            assert!(whole <= length(&usual), "{phase:?}: {spoken:?} needs {whole} of {} seconds", length(&usual));
            assert!(secs(&spoken[0]) <= length(&shortest), "{phase:?}: {:?}", spoken[0]);
        }
        for core in [CoreCue::Belly, CoreCue::PelvicFloor, CoreCue::LowBack] {
            let spoken = words.spoken(&cue(CueId::Enter(Phase::Core(core)), position));
            let whole: f64 = spoken.iter().map(|text| secs(text)).sum();
            assert!(whole <= f64::from(USUAL.core_cue_secs), "{core:?}: {spoken:?}");
        }
        let breathe = words.spoken(&cue(CueId::Enter(Phase::Breathe), position)).join(" ");
        assert!(secs(&breathe) <= f64::from(USUAL.breath_in_secs), "{breathe}");
    }
}

const ALL_CUES: [CueId; 33] = [
    CueId::Enter(Phase::NotToday),
    CueId::Enter(Phase::Advice(Advice::SeeSomeone)),
    CueId::AcheNoted,
    CueId::HeldEnough,
    CueId::AskAnew,
    CueId::StandStill,
    CueId::IsUp,
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
