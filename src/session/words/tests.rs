//! The shipped cues: whole, plain, and short enough to be said in their phase.

use super::super::plan::tests::USUAL;
use super::super::{Aside, Device, EmergencyCard, GateWords, KeyAct, Plan, PlanNumbers, WarmUpAside};
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
    CueWords::read(&files(CUES, GATES), "en").expect("the shipped cues read")
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
    assert_eq!(cues().effort_line(Effort::new(2).expect("light")), "2 of 10, the weight of a resting hand");
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
    const KNOWN: [&str; 32] = [
        "sharp",
        "more_pain",
        "numb",
        "weak",
        "side",
        "go_on",
        "back",
        "more",
        "label",
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
    for phase in [Phase::Settle, Phase::Hands, Phase::PressOn, Phase::LetGo, Phase::EaseOff, Phase::Finish] {
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
    assert_eq!(words.next_round(NextRound::SameAgain, two, three).detail, "Effort stays at 2, the weight of a resting hand");
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
        lead_in_secs: 10,
        device: Device::Keyboard,
    }
}

#[test]
fn a_session_is_told_by_voice_as_it_goes() {
    let words = cues();
    let hands = Cue { round: 2, hand: Some(Side::Left), swapped: true, ..cue(CueId::Enter(Phase::Hands), Position::AllFours) };
    assert_eq!(words.spoken(&hands), ["Swap hands.", "Left hand, left of the spine.", "Core gently firm."]);
    let first = Cue { round: 1, swapped: false, ..hands };
    assert_eq!(words.spoken(&first), ["Right hand stays.", "Left hand, left of the spine.", "Core gently firm."]);
    let ready = Cue { id: CueId::Enter(Phase::Ready), ..first };
    assert_eq!(
        words.spoken(&ready)[..3],
        [
            "Right arrow when you are ready.",
            "Then you have 10 seconds to put your hands in place.",
            "Your left hand presses, to the left of your spine.",
        ]
    );
    let settle = cue(CueId::Enter(Phase::Settle), Position::Back);
    assert_eq!(words.spoken(&settle)[..2], ["You said 3 of 10.", "Left arrow adds one if it has changed."]);
}

/// The side is told before lying down on it, and what to fetch before getting down.
#[test]
fn what_has_to_be_known_is_told_while_it_can_still_be_done() {
    let words = cues();
    let down = |position, step, hand| {
        let cue = Cue { hand, ..cue(CueId::Enter(Phase::GettingDown(step)), position) };
        words.spoken(&cue).join(" ")
    };
    for (hand, told) in [
        (Some(Side::Left), "Your left side will be up."),
        (Some(Side::Right), "Your right side will be up."),
        (None, "You will lie on the side that is more comfortable."),
    ] {
        let steps = words.position(Position::Side).steps_down.len() as u8;
        let told_at = (0..steps).find(|&step| down(Position::Side, step, hand).contains(told)).expect("told");
        let lies_at = (0..steps).find(|&step| down(Position::Side, step, hand).contains("Lie down")).expect("lies");
        assert!(told_at < lies_at);
    }
    for position in Position::ALL {
        let first = down(position, 0, None);
        let needed =
            if position == Position::Wall { &["chair", "phone", "clicker"][..] } else { &["mat", "chair", "phone", "clicker"] };
        assert!(needed.iter().all(|thing| first.contains(thing)), "{position:?}: {first}");
    }
}

/// "In every spoken question the answer's key comes first, everything after the first round is shorter."
#[test]
fn a_question_says_first_what_answers_it_and_less_after_the_first_round() {
    let words = cues();
    for position in Position::ALL {
        for device in Device::ALL {
            for phase in [Phase::Ready, Phase::CheckIn, Phase::NextRound] {
                let first = Cue { device, ..cue(CueId::Enter(phase), position) };
                let later = Cue { round: 2, ..first };
                let asked: Vec<String> = words.asked(&first).into_iter().map(|(_, words)| words).collect();
                assert!(!asked.is_empty());
                assert_eq!(words.spoken(&first)[..asked.len()], asked, "{phase:?} {device:?}");
                if phase == Phase::Ready {
                    continue; // It is asked once.
                }
                assert!(secs(&words.spoken(&later).join(" ")) < secs(&words.spoken(&first).join(" ")), "{phase:?} {device:?}");
                let shorter = if device == Device::Mouse { 12.0 } else { 8.5 };
                assert!(secs(&words.spoken(&later).join(" ")) <= shorter, "{phase:?} {device:?} takes too long in each round");
            }
        }
    }
}

/// What the voice names stands in the table that reads the keys: no device is told of a key it has not.
#[test]
fn what_is_named_belongs_to_the_device() {
    let words = cues();
    for id in ALL_CUES {
        for (device, own) in [(Device::Keyboard, "arrow"), (Device::Clicker, "Next|Back")] {
            let cue = Cue { device, self_paced: true, ..cue(id, Position::Back) };
            for (press, said) in words.asked(&cue) {
                assert!(own.split('|').any(|own| said.contains(own)), "{id:?} {device:?}: {said}");
                assert!(matches!(press, KeyAct::GoOn | KeyAct::Back | KeyAct::More), "{press:?}");
            }
        }
        let mouse = Cue { device: Device::Mouse, self_paced: true, ..cue(id, Position::Back) };
        for (_, said) in words.asked(&mouse) {
            assert!(!said.contains("arrow") && !said.contains('{'), "{id:?}: {said}");
        }
    }
    let more = |device| words.asked(&Cue { device, ..cue(CueId::Enter(Phase::NextRound), Position::Back) }).len();
    assert_eq!(Device::ALL.map(more), [3, 2, 3], "a clicker has no key for more");
}

/// Whatever a session can say is in the set that recordings are made of, and the set stays small enough to record.
#[test]
fn nothing_is_spoken_that_is_not_in_the_set_of_all() {
    let words = cues();
    let all = words.all_spoken();
    assert!((100..=400).contains(&all.len()), "{} texts", all.len());
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
                                device: Device::ALL[usize::from(bits) % 3],
                                lead_in_secs: 5 + u32::from(bits),
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
        let sides = [None, Some(Side::Left), Some(Side::Right)];
        for side in sides.into_iter().filter(|side| side.is_some() == card.has_sides()) {
            let begins = (side != Some(Side::Right)).then_some(WarmUpAside::Begins(side));
            let said = begins.into_iter().chain([WarmUpAside::Starts, WarmUpAside::Half, WarmUpAside::Done]);
            for said in said.chain(side.map(WarmUpAside::Switch)).chain(side.map(|_| WarmUpAside::Back)) {
                assert!(words.aside(Aside::WarmUp(card, said)).iter().all(|text| all.contains(text)), "{card:?} {said:?}");
            }
        }
    }
}

/// "Five times" and "two rounds" are said in words, and the numbers stand in another file.
#[test]
fn how_often_a_warm_up_is_done_is_said_as_it_is() {
    let numbers = super::super::protocol::tests::shipped().1.warm_up.numbers();
    let words = cues().warm_up;
    assert_eq!((numbers.tilt_reps, numbers.cat_cow_cycles, numbers.hip_times_a_side, numbers.quad_times_a_side), (5, 5, 2, 2));
    assert!([&words.pelvic_tilt, &words.cat_cow].iter().all(|card| card.spoken.contains("Five times, and keep breathing.")));
    assert!(words.each_side.contains("two rounds for each side"));
}

/// How long a text takes at 2.3 words a second: slower than the recordings with their pauses, and than any usual voice.
fn secs(text: &str) -> f64 {
    text.split_whitespace().count() as f64 / 2.3
}

/// The whole within the usual length, by count and by the recordings where there are any, and the first text, which says
/// what to do, within the shortest length that any plan allows.
#[test]
fn what_is_said_fits_into_a_phase_that_runs_by_itself() {
    let words = cues();
    let recordings = crate::sound::Recordings::shipped("en").expect("recordings");
    let usual = Plan::new(USUAL).expect("inside every range");
    let shortest = PlanNumbers { core_cue_secs: 3, hold_secs: 3, release_secs: 3, ease_off_secs: 3, ..USUAL };
    let shortest = Plan::new(shortest).expect("inside every range");
    let core = [CoreCue::Belly, CoreCue::PelvicFloor, CoreCue::LowBack].map(Phase::Core);
    let phases = [Phase::PressOn, Phase::Hold, Phase::LetGo, Phase::EaseOff, Phase::Settle].into_iter().chain(core);
    for position in Position::ALL {
        for phase in phases.clone() {
            let spoken = words.spoken(&cue(CueId::Enter(phase), position));
            let length = |plan: &Plan| plan.length(phase).expect("has a clock").as_secs_f64();
            fits(&recordings, &spoken, length(&usual), &format!("{phase:?}"));
            assert!(secs(&spoken[0]) <= length(&shortest), "{phase:?}: {:?}", spoken[0]);
        }
        let breathe = words.spoken(&cue(CueId::Enter(Phase::Breathe), position));
        fits(&recordings, &breathe, f64::from(USUAL.breath_in_secs), "breathe");
        // "Three more seconds." comes in its own time, and nothing is still being said then.
        let lead_in = usual.lead_in(position, false).as_secs_f64();
        for (hand, swapped) in [(Some(Side::Left), false), (Some(Side::Right), true), (None, false)] {
            if hand.is_none() == (position == Position::AllFours) {
                continue;
            }
            let hands = Cue { hand, swapped, ..cue(CueId::Enter(Phase::Hands), position) };
            fits(&recordings, &words.spoken(&hands), lead_in - 3.0, &format!("hands {position:?}"));
        }
    }
    for (id, room) in [(CueId::ThreeMore, 3.0), (CueId::HeldEnough, 3.0), (CueId::BreatheOut, 6.0), (CueId::Second(7), 1.0)] {
        fits(&recordings, &words.spoken(&cue(id, Position::Back)), room, id.name());
    }
}

fn fits(recordings: &crate::sound::Recordings, spoken: &[String], room: f64, what: &str) {
    let whole: f64 = spoken.iter().map(|text| secs(text)).sum();
    // A few tenths over by count are under by ear: short words go faster.
    assert!(whole <= room + 0.35, "{what}: {spoken:?} needs {whole:.1} of {room} seconds");
    if let Some(recorded) = recordings.secs(&spoken.join(" ")) {
        assert!(f64::from(recorded) <= room, "{what}: {spoken:?} takes {recorded:.1} of {room} seconds");
    }
}

const ALL_CUES: [CueId; 38] = [
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
    CueId::Enter(Phase::Hands),
    CueId::NotYet(Disturbance::Paused),
    CueId::ThreeMore,
    CueId::Second(3),
    CueId::Breathed,
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
