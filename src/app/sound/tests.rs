//! What is heard when, which switch silences it, and that every sentence has its recording.

use std::{collections::BTreeSet, sync::Arc, time::Duration};

use jiff::{civil::date, tz::Offset};

use super::*;
use crate::{
    app::{Book, Msg, PracticeMsg, WarmUpMsg, update},
    content,
    moment::{Now, Stamp},
    session::{CueId, Gate, Phase, Position, WarmUp},
    sound::Recordings,
};

fn now(millis: u64) -> Now {
    Now::new(Moment::START, Stamp::new(date(2026, 3, 4).at(9, 0, 0, 0), Offset::UTC)).plus(Duration::from_millis(millis))
}

fn model() -> Model {
    model_in(content::FALLBACK)
}

fn model_in(language: &str) -> Model {
    Model::new(Arc::new(Book::read(&content::embedded(), language).0.unwrap()), now(0))
}

/// Every language that has a voice.
fn recorded() -> Vec<(String, Recordings)> {
    let there = content::languages(&content::embedded()).into_iter();
    there.filter_map(|language| Some((language.code.clone(), Recordings::shipped(&language.code)?))).collect()
}

fn words(effects: &[Effect]) -> Vec<&str> {
    let played = effects.iter().filter_map(|effect| match effect {
        Effect::Sound(SoundEffect::Play(heard)) => heard.words.as_deref(),
        _ => None,
    });
    played.collect()
}

fn cue(model: &Model, id: CueId, seconds: u32) -> Cue {
    Cue {
        id,
        position: Position::Back,
        round: 1,
        rounds: 3,
        effort: model.book.protocol.session.effort_start(),
        more: true,
        seconds,
        ache: Some(2),
        hand: None,
        swapped: false,
        self_paced: false,
        lead_in_secs: 10,
        device: crate::session::Device::Keyboard,
    }
}

#[test]
fn every_spoken_sentence_has_a_recording_and_every_recording_a_sentence() {
    for (language, recordings) in recorded() {
        let said = model_in(&language).book.spoken_lines();
        let recorded: BTreeSet<String> = recordings.all().map(|line| line.text.clone()).collect();
        let missing: Vec<_> = said.difference(&recorded).collect();
        let unused: Vec<_> = recorded.difference(&said).collect();
        assert!(
            missing.is_empty() && unused.is_empty(),
            "run tools/record-voice {language}\nmissing: {missing:#?}\nunused: {unused:#?}"
        );
    }
}

#[test]
fn english_has_a_voice_and_every_voice_a_language() {
    let there: Vec<String> = recorded().into_iter().map(|(language, _)| language).collect();
    assert!(there.contains(&content::FALLBACK.to_owned()), "{there:?}");
    assert!(Recordings::languages().all(|language| there.iter().any(|there| there == language)), "a voice without texts");
}

/// What is said in a phase with a clock must be over before it; here is what the shipped numbers give each. A text without
/// a recording is measured in `session/words/tests.rs`, and found missing by the test above.
#[test]
fn what_is_said_in_a_phase_fits_into_it() {
    for (language, recordings) in recorded() {
        fits_in(&language, &recordings);
    }
}

fn fits_in(language: &str, recordings: &Recordings) {
    let model = model_in(language);
    let plan = model.plan();
    let core = [crate::session::CoreCue::Belly, crate::session::CoreCue::PelvicFloor, crate::session::CoreCue::LowBack];
    let phases = [Phase::PressOn, Phase::Hold, Phase::LetGo, Phase::EaseOff, Phase::Settle].into_iter();
    let clocks =
        phases.chain(core.map(Phase::Core)).map(|phase| (CueId::Enter(phase), plan.length(phase).unwrap().as_secs_f32()));
    let breaths = [(CueId::Enter(Phase::Breathe), 4.0), (CueId::BreatheIn, 4.0), (CueId::BreatheOut, 6.0)];
    let clocks: Vec<_> = clocks.chain(breaths).collect();
    let mut too_long = Vec::new();
    for position in Position::ALL {
        let lead_in = plan.lead_in(position, false).as_secs_f32() - 3.0;
        for (id, has) in clocks.iter().copied().chain([(CueId::Enter(Phase::Hands), lead_in), (CueId::ThreeMore, 3.0)]) {
            let text = model.book.cues.spoken(&Cue { position, ..cue(&model, id, 0) }).join(" ");
            if let Some(takes) = recordings.secs(&text).filter(|takes| takes + 0.15 > has) {
                too_long.push(format!("{} {position:?}: {takes:.1} s in {has} s: {text}", id.name()));
            }
        }
    }
    assert!(too_long.is_empty(), "{language}:\n{}", too_long.join("\n"));
}

#[test]
fn what_is_chosen_and_away_is_said_until_it_is_back() {
    let mut model = model();
    model.settings.system_voice = Some(true);
    assert!(!model.misses_system_voice(), "nothing is known yet");
    for (voice, misses) in [(Voice::System, false), (Voice::Recordings, true), (Voice::System, false)] {
        update(&mut model, Msg::Sound(SoundMsg::Voice(voice)), now(0));
        assert_eq!(model.misses_system_voice(), misses, "{voice:?}");
    }
    update(&mut model, Msg::Sound(SoundMsg::Voice(Voice::Recordings)), now(0));
    model.settings.system_voice = Some(false);
    assert!(!model.misses_system_voice(), "it was chosen so");
}

#[test]
fn each_switch_silences_its_own() {
    let mut model = model();
    let hold = cue(&model, CueId::Enter(Phase::Hold), 5);
    let heard = model.heard(&hold);
    assert_eq!((heard.tone, heard.time_budget), (Some(Tone::Hold), Some(Duration::from_secs(5))));
    assert!(heard.words.is_some_and(|words| words.starts_with("Hold.")));
    model.settings.tones = false;
    assert_eq!(model.heard(&hold).tone, None);
    model.settings.voice = false;
    assert_eq!(model.heard(&hold).words, None);
}

#[test]
fn beside_a_screen_reader_the_person_chooses_once() {
    let mut model = model();
    assert!(!model.asks_who_speaks());
    update(&mut model, Msg::Sound(SoundMsg::Reader(true)), now(0));
    assert!(model.asks_who_speaks() && model.voice_speaks());
    let effects = update(&mut model, Msg::Sound(SoundMsg::ReaderSpeaks(true)), now(1));
    assert!(matches!(effects[..], [Effect::SaveSettings(_)]), "remembered");
    assert!(!model.asks_who_speaks() && !model.voice_speaks());
    update(&mut model, Msg::Sound(SoundMsg::Reader(false)), now(2));
    assert!(model.voice_speaks(), "without the reader nobody else would");
}

#[test]
fn reading_aloud_stops_with_the_page() {
    let mut model = model();
    let what = ReadAloud::Gate(Gate::Consent);
    let text = model.book.read_aloud(what);
    let effects = update(&mut model, Msg::Sound(SoundMsg::Say(what)), now(0));
    assert_eq!(words(&effects), [text.as_str()]);
    assert!(model.is_reading(what));
    let effects = update(&mut model, Msg::JustRead, now(500));
    assert!(effects.contains(&Effect::Sound(SoundEffect::Hush)) && !model.is_reading(what));
}

#[test]
fn a_warm_up_says_its_beginning_its_half_and_its_end_once_each() {
    let mut model = model();
    model.route = Route::Start;
    let mut said = Vec::new();
    let effects = update(&mut model, Msg::WarmUp(WarmUpMsg::Start(WarmUp::Walk)), now(0));
    said.extend(words(&effects).into_iter().map(str::to_owned));
    assert_eq!(said.len(), 1);
    for second in 1..60 {
        said.extend(words(&update(&mut model, Msg::Tick, now(second * 1_000))).into_iter().map(str::to_owned));
    }
    // A pause in between does not begin it again.
    update(&mut model, Msg::WarmUp(WarmUpMsg::Pause(WarmUp::Walk)), now(60_000));
    assert_eq!(words(&update(&mut model, Msg::WarmUp(WarmUpMsg::Start(WarmUp::Walk)), now(70_000))), Vec::<&str>::new());
    for second in 71..400 {
        let effects = update(&mut model, Msg::Tick, now(second * 1_000));
        said.extend(words(&effects).into_iter().map(str::to_owned));
    }
    let cues = &model.book.cues.warm_up;
    assert_eq!(said.len(), 4, "{said:?}");
    assert!(said[0].starts_with(&cues.begin) && said[1] == cues.walk.spoken && said[2] == cues.half);
    assert_eq!(said[3], format!("{} {}", cues.finished, cues.enough));
}

/// Left and right, which knee is down, when to come back: all of a stretch by ear.
#[test]
fn a_stretch_is_led_by_ear_from_place_to_place() {
    let mut model = model();
    let mut said = words(&update(&mut model, Msg::WarmUp(WarmUpMsg::Start(WarmUp::HipFlexor)), now(0))).join(" ");
    for second in 1..150 {
        for text in words(&update(&mut model, Msg::Tick, now(second * 1_000))) {
            said = format!("{said} {text}");
        }
    }
    let cues = &model.book.cues.warm_up;
    let hip = &cues.hip_flexor;
    let round = |side: &str, place: &str| format!("{side} {place} {} {}.", hip.spoken, hip.back);
    let first = format!(
        "{} {} {} {} {} {} {}.",
        cues.begin, hip.place, cues.left_spoken, hip.sides[0], cues.each_side, hip.spoken, hip.back
    );
    let right = round(&cues.right_spoken, &hip.sides[1]);
    let whole = [first, right.clone(), round(&cues.left_again, &hip.sides[0]), right, cues.finished.clone()].join(" ");
    assert_eq!(said, whole);
}

#[test]
fn a_practice_says_its_beginning_and_its_end() {
    let mut model = model();
    let found = (0..model.book.guide.sections.len()).flat_map(|section| (0..40).map(move |number| (section, number)));
    let (section, number) =
        found.into_iter().find(|&(section, number)| model.practice_spoken(section, number).is_some()).unwrap();
    let spoken = model.practice_spoken(section, number).unwrap();
    let spoken = model.book.read_aloud(spoken);
    let start = Msg::Practice { section, number, message: PracticeMsg::Start };
    assert_eq!(words(&update(&mut model, start, now(0))), [spoken.as_str()]);
    let mut said = 0;
    for tenth in 1..900 {
        said += words(&update(&mut model, Msg::Tick, now(tenth * 100))).len();
    }
    assert_eq!(said, 1, "its end");
}
