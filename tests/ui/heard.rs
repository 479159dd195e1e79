//! What is said aloud on each screen, from the view of someone who lies there with closed eyes.
//!
//! Not the sound of it: `tests/sound.rs` listens. Invariant: every text that a screen can bring to the voice has a
//! recording, sentence by sentence.

use std::collections::BTreeSet;

use egui::Key;
use egui::accesskit::Role;
use gentleback::app::{Effect, Heard, MovementMsg, Msg, SoundEffect, SoundMsg};
use gentleback::session::{Advice, MovementEvent, Phase, Position};
use gentleback::sound::{Recordings, lines_of};

use super::app::Desk;
use super::screens::{AROUND, GUIDE, LED, RUNNING, Screen};
use super::stopping::bring;

const READ: &str = "Read aloud";

/// What has been said since the last look, in order: the words of cues, and what was read.
fn said(desk: &mut Desk) -> Vec<String> {
    let app = desk.harness.state_mut();
    let effects = std::mem::take(&mut app.effects);
    let words = effects.into_iter().filter_map(|effect| match effect {
        Effect::Tell(cue) => app.model.heard(&cue).words,
        Effect::Sound(SoundEffect::Play(Heard { words, .. })) => words,
        _ => None,
    });
    words.collect()
}

fn without_recording(texts: &[String]) -> Vec<&str> {
    let recordings = Recordings::shipped("en").expect("recordings");
    texts.iter().flat_map(|text| lines_of(text)).filter(|line| recordings.secs(line).is_none()).collect()
}

#[test]
fn whatever_a_screen_says_has_a_recording() {
    let screens: Vec<Screen> = GUIDE.into_iter().chain(AROUND).chain(RUNNING).chain(LED).collect();
    let (mut missing, mut read) = (BTreeSet::new(), BTreeSet::new());
    for (name, go) in screens {
        let mut desk = Desk::wide();
        go(&mut desk);
        desk.send(Msg::Sound(SoundMsg::Hush));
        if desk.has(Role::Button, READ) {
            desk.click(READ);
            read.insert(name);
        }
        let texts = said(&mut desk);
        missing.extend(without_recording(&texts).into_iter().map(|line| format!("{name}: {line}")));
    }
    assert!(missing.is_empty(), "run tools/record-voice\n{missing:#?}");
    // The lists, the questions, the cards, and the list after a stop.
    assert!(read.len() >= 13, "{read:?}");
}

#[test]
fn the_welcome_and_every_practice_have_a_recording() {
    let mut desk = Desk::new(super::app::WIDE, false);
    desk.click(READ);
    desk.send(Msg::JustRead);
    let mut heard = 0;
    for section in 0..desk.model().book.guide.sections.len() {
        desk.send(Msg::Go(gentleback::app::Route::Section(section)));
        for _ in desk.names(Role::Button).iter().filter(|name| *name == "Hear it first") {
            heard += 1;
        }
        for what in (0..40).filter_map(|number| desk.model().practice_spoken(section, number)).collect::<Vec<_>>() {
            desk.send(Msg::Sound(SoundMsg::Say(what)));
        }
    }
    assert!(heard > 0);
    let texts = said(&mut desk);
    assert!(texts.len() > heard, "the welcome, and each practice");
    assert_eq!(without_recording(&texts), Vec::<&str>::new());
}

/// Stopped for a sign, where the list comes up again; what was said before is forgotten.
fn at_the_list_again() -> Desk {
    let mut desk = Desk::wide();
    bring(&mut desk, Position::Back, Phase::Hold);
    desk.key(Key::Escape);
    desk.wait(5.0);
    desk.answer("I have let go");
    said(&mut desk);
    desk.answer("Numb or tingling in a leg or foot");
    assert_eq!(desk.phase(), Phase::SignsAgain);
    desk
}

#[test]
fn the_list_after_a_stop_is_read_by_itself_with_every_sign_and_both_answers() {
    let mut desk = at_the_list_again();
    let texts = said(&mut desk);
    let gates = &desk.model().book.gates;
    assert_eq!(texts.len(), 1, "one voice: {texts:?}");
    for part in gates.emergency.signs.iter().chain([&gates.emergency.one_or_more, &gates.emergency.none]) {
        assert!(texts[0].contains(part.as_str()), "{part}");
    }
    // R says it once more, also from the floor; the button ends it.
    desk.key(Key::R);
    assert_eq!(said(&mut desk), texts);
    desk.click("Stop reading");
    assert!(desk.harness.state().effects.contains(&Effect::Sound(SoundEffect::Hush)));
    assert!(desk.has(Role::Button, READ));
    said(&mut desk);
    desk.wait(30.0);
    assert!(said(&mut desk).is_empty(), "once, not again and again");
}

#[test]
fn the_answer_breaks_the_list_off_with_the_advice() {
    let mut desk = at_the_list_again();
    said(&mut desk);
    desk.answer("None of these");
    assert_eq!(desk.phase(), Phase::Advice(Advice::Today));
    assert_eq!(said(&mut desk), ["Stop. Contact a health professional right away, today."]);
    assert!(!desk.has(Role::Button, "Stop reading"));
}

#[test]
fn the_list_stays_silent_where_the_voice_is_off_or_a_screen_reader_speaks() {
    for reader in [false, true] {
        let mut desk = Desk::wide();
        if reader {
            desk.send(Msg::Sound(SoundMsg::Reader(true)));
            desk.send(Msg::Sound(SoundMsg::ReaderSpeaks(true)));
        } else {
            desk.set(|settings| settings.voice = false);
        }
        bring(&mut desk, Position::Back, Phase::Hold);
        desk.key(Key::Escape);
        desk.wait(5.0);
        desk.answer("I have let go");
        desk.answer("Sharp or shooting pain");
        assert_eq!(desk.phase(), Phase::SignsAgain);
        assert_eq!(said(&mut desk), Vec::<String>::new());
        // Who asks for it hears it.
        desk.click(READ);
        assert_eq!(said(&mut desk).len(), 1);
    }
}

#[test]
fn after_a_stop_in_easy_movement_question_list_and_advice_are_spoken_too() {
    let mut desk = Desk::wide();
    let (_, movement) = AROUND.into_iter().find(|(name, _)| *name == "movement").expect("there is such a screen");
    movement(&mut desk);
    said(&mut desk);
    desk.key(Key::Escape);
    assert!(said(&mut desk).concat().starts_with("What happened?"));
    desk.answer("A weak leg or foot");
    assert!(said(&mut desk).concat().contains("A foot that drags counts"));
    desk.send(Msg::Movement(MovementMsg::Event(MovementEvent::ListSeen)));
    desk.answer("None of these");
    assert!(said(&mut desk).concat().starts_with("Stop here. Get emergency help now."));
}
