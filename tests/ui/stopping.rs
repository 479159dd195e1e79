//! Stop: by key and by mouse, in one frame, in every phase; and what follows it, to one card of advice.

use egui::accesskit::Role;
use egui::epaint::Shape;
use egui::{Event as Input, Key, Modifiers, PointerButton};
use egui_kittest::kittest::Queryable as _;
use gentleback::app::{Msg, Route};
use gentleback::drawing::Token;
use gentleback::limit::{Verdict, Why};
use gentleback::session::{Advice, CheckIn, CoreCue, Event, NextRound, Phase, Position};
use gentleback::ui::theme::Themes;

use super::app::{COLUMN, Desk, LEAST, WIDE};

/// Every phase that can be stopped, in the order of a session.
const PHASES: [Phase; 12] = [
    Phase::Settle,
    Phase::Core(CoreCue::Belly),
    Phase::Core(CoreCue::PelvicFloor),
    Phase::Core(CoreCue::LowBack),
    Phase::Ready,
    Phase::Hands,
    Phase::PressOn,
    Phase::Hold,
    Phase::LetGo,
    Phase::Breathe,
    Phase::CheckIn,
    Phase::NextRound,
];

/// Brings a session to a phase.
pub fn bring(desk: &mut Desk, position: Position, phase: Phase) {
    desk.go_to_session(position);
    if phase == Phase::Settle {
        return;
    }
    desk.wait(1.0);
    desk.send(Msg::Session(Event::GoOn));
    if matches!(phase, Phase::Core(_) | Phase::Ready) {
        return desk.wait_for(phase);
    }
    desk.wait_for(Phase::Ready);
    desk.wait(1.0);
    desk.send(Msg::Session(Event::GoOn));
    if phase != Phase::NextRound {
        return desk.wait_for(phase);
    }
    desk.wait_for(Phase::CheckIn);
    desk.wait(1.0);
    desk.send(Msg::Session(Event::CheckIn(CheckIn::None)));
    assert_eq!(desk.phase(), Phase::NextRound);
}

#[test]
fn escape_stops_in_one_frame_in_every_phase() {
    for phase in PHASES {
        let mut desk = Desk::wide();
        bring(&mut desk, Position::Back, phase);
        desk.harness.key_down(Key::Escape);
        desk.harness.step();
        assert_eq!(desk.phase(), Phase::EaseOff, "from {phase:?}");
    }
}

#[test]
fn the_press_of_the_mouse_stops_in_one_frame_in_every_phase_and_its_release_answers_nothing() {
    for (index, phase) in PHASES.into_iter().enumerate() {
        let mut desk = Desk::welcomed([WIDE, LEAST, COLUMN][index % 3], false);
        bring(&mut desk, Position::Back, phase);
        let at = desk.harness.get_by_role_and_label(Role::Button, "Stop").rect();
        desk.press_mouse(at);
        assert_eq!(desk.phase(), Phase::EaseOff, "from {phase:?}");
        desk.wait(2.0);
        let (button, pressed) = (PointerButton::Primary, false);
        desk.harness.event(Input::PointerButton { pos: at.center(), button, pressed, modifiers: Modifiers::NONE });
        desk.settle();
        assert_eq!(desk.phase(), Phase::EaseOff, "the release of the same press says nothing");
    }
}

#[test]
fn a_held_escape_stops_as_well_and_answers_nothing_after() {
    let mut desk = Desk::wide();
    bring(&mut desk, Position::Back, Phase::Hold);
    let held = || Input::Key { key: Key::Escape, physical_key: None, pressed: true, repeat: true, modifiers: Modifiers::NONE };
    for _ in 0..5 {
        desk.harness.event(held());
        desk.wait(1.0);
    }
    assert_eq!(desk.phase(), Phase::EaseOff);
}

#[test]
fn easing_off_waits_for_ever() {
    let mut desk = stopped();
    desk.wait(120.0);
    assert_eq!(desk.phase(), Phase::EaseOff);
    assert!(!desk.has(Role::Button, "Stop"), "there is nothing left to stop");
}

#[test]
fn a_sign_leads_over_the_list_to_one_card_of_advice_and_closes_the_day() {
    for (answer, advice) in [
        ("Sharp or shooting pain", Advice::Today),
        ("Numb or tingling in a leg or foot", Advice::Today),
        ("Something else, or not sure", Advice::Today),
        ("More pain than at the start", Advice::IfItStays),
        ("A weak leg or foot", Advice::Emergency),
    ] {
        let mut desk = stopped();
        desk.answer("I have let go");
        assert_eq!(desk.phase(), Phase::WhatHappened);
        desk.answer(answer);
        assert_eq!(desk.phase(), Phase::SignsAgain, "{answer}");
        desk.answer("None of these");
        assert_eq!(desk.phase(), Phase::Advice(advice), "{answer}");
        assert_eq!(desk.titles().len(), 1);
        let buttons = desk.names(Role::Button);
        let aside = ["Read aloud", "Stop reading", "Print this card", "Copy the numbers"];
        let way_out: Vec<_> = buttons.into_iter().filter(|name| !aside.contains(&name.as_str())).collect();
        assert_eq!(way_out.len(), 1, "one way out: {way_out:?}");
        desk.answer(&way_out[0]);
        assert_eq!(desk.model().route, Route::Start);
        assert!(!desk.model().may_begin(), "{answer} closes the day");
    }
}

#[test]
fn a_sign_of_the_list_after_a_stop_is_an_emergency() {
    let mut desk = stopped();
    desk.answer("I have let go");
    desk.answer("Numb or tingling in a leg or foot");
    desk.answer("One or more, or not sure");
    assert_eq!(desk.phase(), Phase::Advice(Advice::Emergency));
    assert_eq!(desk.titles(), ["Stop here. Get emergency help now."]);
}

#[test]
fn just_wanting_to_stop_is_fine() {
    let mut desk = stopped();
    desk.answer("I have let go");
    desk.answer("I just wanted to stop");
    assert_eq!(desk.phase(), Phase::Finish);
    desk.answer("Done");
    assert_eq!(desk.model().route, Route::Start);
    assert!(!matches!(desk.model().verdict(), Verdict::Closed { why: Why::Locked, .. }));
}

#[test]
fn a_stop_by_mistake_leads_back_to_the_check_in_and_leaves_the_day_open() {
    let mut desk = stopped();
    assert!(!desk.model().may_begin(), "a stop that nobody explained");
    desk.answer("I have let go");
    desk.answer("I chose Stop by mistake");
    assert_eq!(desk.phase(), Phase::CheckIn);
    assert!(!matches!(desk.model().verdict(), Verdict::Closed { why: Why::Locked, .. }));
    desk.answer("No, the same or better");
    assert_eq!(desk.phase(), Phase::NextRound);
}

#[test]
fn any_yes_at_the_check_in_ends_the_pressing() {
    let numb = "Numb or tingling in a leg or foot";
    for answer in ["Sharp or shooting pain", "More pain than at the start", numb, "A weak leg or foot", "Not sure"] {
        let mut desk = Desk::wide();
        bring(&mut desk, Position::Back, Phase::CheckIn);
        desk.answer(answer);
        assert_eq!(desk.phase(), Phase::SignsAgain, "{answer}");
        assert!(!desk.model().may_begin(), "{answer}");
    }
}

fn stopped() -> Desk {
    let mut desk = Desk::wide();
    bring(&mut desk, Position::Back, Phase::Hold);
    desk.key(Key::Escape);
    desk.wait(5.0);
    assert_eq!(desk.phase(), Phase::EaseOff);
    desk
}

#[test]
fn closing_the_window_at_the_end_closes_it_and_locks_nothing() {
    let mut desk = Desk::wide();
    bring(&mut desk, Position::Back, Phase::NextRound);
    desk.wait(1.0);
    desk.send(Msg::Session(Event::NextRound(NextRound::Enough)));
    assert_eq!(desk.phase(), Phase::Finish);
    desk.send(Msg::CloseRequested);
    assert!(desk.closes(), "one request is enough");
    assert!(!desk.session().was_stopped() && !desk.session().locks_today());
}

#[test]
fn closing_the_window_before_the_first_press_closes_it_and_locks_nothing() {
    for phase in [Phase::Settle, Phase::Core(CoreCue::PelvicFloor), Phase::Ready, Phase::Hands] {
        let mut desk = Desk::wide();
        bring(&mut desk, Position::Back, phase);
        desk.harness.state_mut().effects.clear();
        desk.send(Msg::CloseRequested);
        assert!(desk.closes(), "{phase:?}: nothing is pressed, so nothing is let go of");
        assert!(!desk.session().was_stopped() && !desk.session().locks_today(), "{phase:?}: no sign was reported");
        assert!(desk.model().history.log.is_empty(), "{phase:?}: nothing was done that day");
        assert!(desk.model().may_begin(), "{phase:?}");
    }
}

#[test]
fn closing_the_window_after_the_first_press_eases_off_and_keeps_its_lock() {
    for phase in [Phase::PressOn, Phase::Breathe, Phase::CheckIn, Phase::NextRound] {
        let mut desk = Desk::wide();
        bring(&mut desk, Position::Back, phase);
        desk.send(Msg::CloseRequested);
        assert_eq!(desk.phase(), Phase::EaseOff, "{phase:?}");
        assert!(!desk.closes() && desk.session().locks_today(), "{phase:?}");
    }
    let mut desk = Desk::wide();
    bring(&mut desk, Position::Back, Phase::NextRound);
    desk.wait(1.0);
    desk.send(Msg::Session(Event::NextRound(NextRound::SameAgain)));
    assert_eq!(desk.phase(), Phase::Hands);
    desk.send(Msg::CloseRequested);
    assert_eq!(desk.phase(), Phase::EaseOff, "before the second press");
}

#[test]
fn closing_the_window_in_a_hold_eases_off_first() {
    let mut desk = Desk::wide();
    bring(&mut desk, Position::Back, Phase::Hold);
    desk.send(Msg::CloseRequested);
    assert_eq!(desk.phase(), Phase::EaseOff);
    assert!(!desk.closes());
}

#[test]
fn the_keyboard_is_never_left_on_what_goes_on() {
    let mut desk = Desk::wide();
    bring(&mut desk, Position::Back, Phase::Settle);
    desk.wait(1.0);
    desk.reach(Role::Button, "Go on").focus();
    desk.settle();
    desk.key(Key::Enter);
    assert_eq!(desk.phase(), Phase::Core(CoreCue::Belly));
    desk.wait_for(Phase::Ready);
    desk.wait(1.0);
    assert!(!desk.reach(Role::Button, "Begin").is_focused(), "the focus slid onto the way into a press");
    desk.key(Key::Space);
    assert_eq!(desk.phase(), Phase::Ready, "Space began a press");
}

#[test]
fn a_key_that_is_held_down_answers_nothing() {
    let mut desk = Desk::wide();
    bring(&mut desk, Position::Back, Phase::Breathe);
    let down = Input::Key { key: Key::Enter, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    desk.harness.event(down.clone());
    desk.harness.step();
    desk.wait_for(Phase::CheckIn);
    desk.wait(1.0);
    desk.reach(Role::Button, "No, the same or better").focus();
    desk.settle();
    // Never let up since: egui calls this one a repeat.
    desk.harness.event(down);
    desk.harness.step();
    assert_eq!(desk.phase(), Phase::CheckIn);
}

#[test]
fn stop_is_ringed_only_while_the_keyboard_is_on_it_and_keeps_it_from_phase_to_phase() {
    let mut desk = Desk::wide();
    bring(&mut desk, Position::Back, Phase::PressOn);
    let color = Themes::shipped().expect("shipped themes").of(desk.model()).color(Token::Focus);
    let is_ringed = |desk: &Desk| {
        let stop = desk.harness.get_by_role_and_label(Role::Button, "Stop").rect();
        desk.harness.output().shapes.iter().any(|shape| match &shape.shape {
            Shape::Rect(ring) => ring.stroke.color == color && ring.rect.contains_rect(stop),
            _ => false,
        })
    };
    assert!(!is_ringed(&desk), "at rest");
    desk.harness.get_by_role_and_label(Role::Button, "Stop").focus();
    desk.settle();
    assert!(is_ringed(&desk));
    desk.wait_for(Phase::Hold);
    assert!(is_ringed(&desk), "the next phase took the keyboard away");
    desk.key(Key::Enter);
    assert_eq!(desk.phase(), Phase::EaseOff);
}
