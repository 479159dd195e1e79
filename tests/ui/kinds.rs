//! Whole sessions, from "Begin" to the day's count, for each way of using the program: by the keyboard, by one switch, by
//! a clicker, by the voice alone, in large text, high contrast, without motion and without sound.
//!
//! Not what each screen holds (see the other files here). Invariant: what a person of that kind can not use is not used.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use gentleback::app::{Choice, Effect, FloorForm, FloorMsg, Heard, Msg, Route, SoundEffect, SoundMsg, SystemLook};
use gentleback::drawing::Token;
use gentleback::session::{Feel, Phase, Position};
use gentleback::settings::{TextScale, Theme};

use super::app::{Desk, WIDE};

const NONE: &str = "None of these";
const NO_SIGN: &str = "No, the same or better";
const ENOUGH: &str = "That’s enough. Rest, then get up slowly";

fn name(node: &Node<'_>) -> String {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value()).unwrap_or_default()
}

fn focused(desk: &Desk) -> Option<String> {
    desk.harness.root().children_recursive().find(|node| node.is_focused()).map(|node| name(&node))
}

/// Presses Tab until the keyboard is on this part, and then Enter: also what a switch does that scans a window.
#[track_caller]
fn tab_to(desk: &mut Desk, wanted: &str) {
    desk.wait(0.7);
    for _ in 0..120 {
        if focused(desk).as_deref() == Some(wanted) {
            return desk.key(Key::Enter);
        }
        desk.key(Key::Tab);
    }
    panic!("Tab never comes to “{wanted}”; it stands at {:?}", focused(desk));
}

/// From "Begin" to the choice of the position, every list heard to its end.
#[track_caller]
fn questions_by_tab(desk: &mut Desk) {
    tab_to(desk, "Begin a session");
    assert_eq!(desk.model().route, Route::Session);
    (0..3).for_each(|_| tab_to(desk, NONE));
    tab_to(desk, "2 of 10");
    tab_to(desk, "I already walked 5 minutes");
    tab_to(desk, "Choose a position");
    assert_eq!(desk.titles(), ["Which position feels steady?"]);
}

/// The session is over, and counts.
#[track_caller]
fn is_finished(desk: &Desk) {
    assert!(desk.model().session.is_none());
    assert_eq!(desk.model().route, Route::Start);
    assert_eq!(desk.model().today(), (1, 1));
}

#[test]
fn by_the_keyboard_alone() {
    let mut desk = Desk::wide();
    questions_by_tab(&mut desk);
    tab_to(&mut desk, "Choose: On your back");
    tab_to(&mut desk, "I am in place");
    assert_eq!(desk.phase(), Phase::Settle);
    // It goes on by itself.
    desk.wait_for(Phase::Ready);
    tab_to(&mut desk, "Begin");
    desk.wait_for(Phase::CheckIn);
    tab_to(&mut desk, NO_SIGN);
    tab_to(&mut desk, ENOUGH);
    assert_eq!(desk.phase(), Phase::Finish);
    tab_to(&mut desk, "Eased");
    assert_eq!(desk.session().feel(), Some(Feel::Eased));
    tab_to(&mut desk, "Done");
    is_finished(&desk);
}

/// One button: the system's scan brings it through the questions, and from the mat it is the clicker's one key.
#[test]
fn by_one_switch() {
    let mut desk = Desk::wide();
    desk.send(Msg::Set(Choice::ScreenIsFar(true)));
    questions_by_tab(&mut desk);
    tab_to(&mut desk, "Choose: On your back");
    desk.send(Msg::Floor(FloorMsg::Enter));
    for _ in 0..400 {
        if desk.model().session.is_none() {
            break;
        }
        desk.wait(1.0);
        // Where something moves the switch is left alone: it would let go. It never says "enough": all rounds are done.
        let waits = desk.model().running().is_some_and(|session| {
            matches!(
                session.phase(),
                Phase::GettingDown(_) | Phase::Settle | Phase::Ready | Phase::CheckIn | Phase::NextRound | Phase::Finish
            )
        });
        if waits {
            desk.key(Key::PageDown);
        }
    }
    is_finished(&desk);
}

#[test]
fn by_a_clicker_from_the_mat() {
    let mut desk = Desk::wide();
    questions_by_tab(&mut desk);
    tab_to(&mut desk, "Choose: On your back");
    desk.send(Msg::Floor(FloorMsg::Enter));
    assert_eq!(desk.model().floor_form(), Some(FloorForm::Steps));
    let press = |desk: &mut Desk, key: Key| {
        desk.wait(0.7);
        desk.key(key);
    };
    for _ in 0..desk.session().setup().steps_down {
        press(&mut desk, Key::PageDown);
    }
    assert_eq!(desk.phase(), Phase::Settle);
    press(&mut desk, Key::PageDown);
    desk.wait_for(Phase::Ready);
    press(&mut desk, Key::PageDown);
    desk.wait_for(Phase::CheckIn);
    press(&mut desk, Key::PageDown);
    press(&mut desk, Key::PageUp);
    assert_eq!(desk.phase(), Phase::Finish);
    for _ in 0..=desk.session().setup().steps_up {
        press(&mut desk, Key::PageDown);
    }
    press(&mut desk, Key::PageUp);
    assert_eq!(desk.session().feel(), Some(Feel::Eased));
    press(&mut desk, Key::PageDown);
    is_finished(&desk);
}

/// What has been said aloud since the last look.
fn said(desk: &mut Desk) -> String {
    let app = desk.harness.state_mut();
    let effects = std::mem::take(&mut app.effects);
    let words = effects.into_iter().filter_map(|effect| match effect {
        Effect::Tell(cue) => app.model.heard(&cue).words,
        Effect::Sound(SoundEffect::Play(Heard { words, .. })) => words,
        _ => None,
    });
    words.collect::<Vec<String>>().join(" ").replace("**", "")
}

/// Does what the voice has said, and nothing that it has not: the key that it named.
#[track_caller]
fn as_told(desk: &mut Desk, key: Key, named: &str, after: &str) {
    assert!(after.contains(named), "“{named}” was not said: {after}");
    desk.wait(0.7);
    desk.key(key);
}

#[test]
fn by_the_voice_alone() {
    let mut desk = Desk::wide();
    desk.send(Msg::Begin);
    for _ in 0..3 {
        said(&mut desk);
        let question = desk.titles().remove(0);
        tab_to(&mut desk, "Read aloud");
        let heard = said(&mut desk);
        let signs: Vec<String> = desk.names(Role::ListItem);
        assert!(!signs.is_empty() && signs.iter().all(|sign| heard.contains(sign.as_str())), "{question}: {heard}");
        assert!(heard.contains(&question), "{heard}");
        tab_to(&mut desk, NONE);
    }
    tab_to(&mut desk, "2 of 10");
    tab_to(&mut desk, "I already walked 5 minutes");
    tab_to(&mut desk, "Choose a position");
    said(&mut desk);
    tab_to(&mut desk, "Choose: On your back");
    for step in 0..desk.session().setup().steps_down {
        let heard = said(&mut desk);
        let words = desk.model().book.cues.position(Position::Back).steps_down[usize::from(step)].text.clone();
        assert!(!heard.is_empty(), "step {step} is said: {words}");
        desk.wait(0.7);
        desk.key(Key::ArrowRight);
    }
    assert_eq!(desk.phase(), Phase::Settle);
    assert!(said(&mut desk).contains("You said 2 of 10"));
    desk.wait_for(Phase::Ready);
    let heard = said(&mut desk);
    as_told(&mut desk, Key::ArrowRight, "Right arrow when you are ready", &heard);
    desk.wait_for(Phase::CheckIn);
    let heard = said(&mut desk);
    for phase in [Phase::Hands, Phase::PressOn, Phase::Hold, Phase::LetGo, Phase::Breathe] {
        let spoken = &desk.model().book.cues.phase(phase, Position::Back).spoken[0];
        assert!(heard.contains(spoken.as_str()), "{phase:?}: {heard}");
    }
    as_told(&mut desk, Key::ArrowRight, "Right arrow: the same or better", &heard);
    let heard = said(&mut desk);
    as_told(&mut desk, Key::ArrowLeft, "Left arrow: enough", &heard);
    assert_eq!(desk.phase(), Phase::Finish);
    let heard = said(&mut desk);
    assert!(heard.contains("Right arrow for the way up"), "{heard}");
    for _ in 0..=desk.session().setup().steps_up {
        desk.wait(0.7);
        desk.key(Key::ArrowRight);
    }
    tab_to(&mut desk, "Eased");
    tab_to(&mut desk, "Done");
    is_finished(&desk);
}

/// A whole session by clicks on what is in view; `look` is asked on every screen on the way.
#[track_caller]
fn by_clicks(desk: &mut Desk, look: impl Fn(&Desk)) {
    desk.send(Msg::Begin);
    for _ in 0..3 {
        look(desk);
        desk.answer(NONE);
    }
    look(desk);
    desk.answer("2 of 10");
    look(desk);
    desk.click("I already walked 5 minutes");
    desk.answer("Choose a position");
    look(desk);
    desk.answer("Choose: On your back");
    look(desk);
    desk.answer("I am in place");
    for phase in [Phase::Settle, Phase::Ready] {
        desk.wait_for(phase);
        look(desk);
    }
    desk.answer("Begin");
    for phase in [Phase::Hands, Phase::PressOn, Phase::Hold, Phase::LetGo, Phase::Breathe, Phase::CheckIn] {
        desk.wait_for(phase);
        assert!(desk.reads(desk.model().book.cues.phase(phase, Position::Back).word), "{phase:?}");
        look(desk);
    }
    desk.answer(NO_SIGN);
    look(desk);
    desk.answer(ENOUGH);
    look(desk);
    desk.wait(1.0);
    desk.click_role(Role::RadioButton, "Eased");
    desk.answer("Done");
    is_finished(desk);
}

/// Stop is there in every phase that has one, whole and in the window.
fn stop_is_in_view(desk: &Desk) {
    let Some(session) = desk.model().running() else { return };
    if !session.can_stop() {
        return;
    }
    let stop = desk.harness.get_by_role_and_label(Role::Button, &desk.model().book.cues.buttons.stop).rect();
    let window = desk.harness.ctx.content_rect();
    assert!(window.expand(0.5).contains_rect(stop), "{:?}: Stop at {stop:?} in {window:?}", session.phase());
}

#[test]
fn in_text_of_200_percent() {
    for by_system in [false, true] {
        let mut desk = Desk::welcomed(WIDE / 2.0, false);
        if by_system {
            desk.send(Msg::SystemLook(SystemLook { text_percent: Some(225), ..SystemLook::default() }));
        } else {
            desk.send(Msg::Set(Choice::TextScale(TextScale::MAX)));
        }
        assert_eq!(desk.model().text_size(), TextScale::MAX, "as far as the pages can follow");
        by_clicks(&mut desk, stop_is_in_view);
    }
}

#[test]
fn in_high_contrast() {
    for by_system in [false, true] {
        let mut desk = Desk::wide();
        if by_system {
            desk.send(Msg::Set(Choice::Theme(Theme::System)));
            desk.send(Msg::SystemLook(SystemLook { high_contrast: Some(true), ..SystemLook::default() }));
        } else {
            desk.send(Msg::Set(Choice::Theme(Theme::HighContrast)));
        }
        by_clicks(&mut desk, |desk| {
            assert_eq!(desk.harness.state().color(Token::Bg), egui::Color32::BLACK);
            assert_eq!(desk.harness.state().color(Token::Ink), egui::Color32::WHITE);
        });
        // What the person chose goes before what the system wishes.
        desk.send(Msg::Set(Choice::Theme(Theme::Light)));
        assert!(!desk.model().is_high_contrast());
    }
}

#[test]
fn without_motion() {
    for by_system in [false, true] {
        let mut desk = Desk::wide();
        if by_system {
            desk.send(Msg::SystemLook(SystemLook { reduced_motion: Some(true), ..SystemLook::default() }));
        } else {
            desk.send(Msg::Set(Choice::Motion(false)));
        }
        by_clicks(&mut desk, |desk| assert!(!desk.model().moves()));
        desk.send(Msg::Set(Choice::Motion(true)));
        assert!(desk.model().moves(), "what the person chose goes before what the system wishes");
    }
}

#[test]
fn without_sound() {
    let mut desk = Desk::welcomed(WIDE, false);
    desk.send(Msg::Sound(SoundMsg::Output(false)));
    let off = desk.model().book.sound.off.clone();
    by_clicks(&mut desk, |desk| assert!(desk.reads(&off), "that there is no sound is said in words"));
}
