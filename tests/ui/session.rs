//! A whole session by clicks and clock, from "Begin" to the day's count, and what interrupts it on the way.

use egui::accesskit::Role;
use egui::{Event as Input, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use gentleback::app::{Choice, Effect, Msg, Route, SessionStage};
use gentleback::session::{CoreCue, Event, Feel, Phase, Position};
use gentleback::settings::TextScale;

use super::app::{Desk, WIDE};

#[test]
fn a_whole_session_by_clicks_and_clock() {
    let mut desk = Desk::wide();
    // Two buttons begin, in the sidebar and on today's card; either will do.
    desk.send(Msg::Begin);
    (0..3).for_each(|_| desk.answer("None of these"));
    desk.answer("2 of 10");
    assert_eq!(desk.titles(), ["Warm up first"]);
    assert!(desk.has(Role::Button, "Begin: Walk") && !desk.has(Role::Button, "Choose a position"), "not warm yet");
    desk.click("Start: Walk");
    // Five seconds to be on the way do not count.
    desk.wait(304.0);
    assert!(desk.is_off(Role::Button, "Go on"));
    desk.wait(2.0);
    desk.click("Choose a position");
    assert_eq!(desk.titles(), ["Which position feels steady?"]);
    desk.click("Choose: On your back");
    for step in 0..7 {
        assert_eq!(desk.phase(), Phase::GettingDown(step));
        desk.wait(300.0);
        assert_eq!(desk.phase(), Phase::GettingDown(step), "nobody is hurried to the floor");
        desk.answer(if step < 6 { "Next" } else { "I am in place" });
    }
    assert_eq!(desk.phase(), Phase::Settle);
    desk.wait(1.0);
    assert!(desk.reads("You said 2 of 10."), "the ache is handed on, and not asked twice");
    desk.click_role(Role::RadioButton, "3 of 10");
    assert!(desk.reads("You said 3 of 10."), "and it can be put right");
    desk.wait(5.0);
    assert_eq!(desk.phase(), Phase::Settle, "settling has its time");
    for cue in [CoreCue::Belly, CoreCue::PelvicFloor, CoreCue::LowBack] {
        desk.wait_for(Phase::Core(cue));
    }
    desk.wait_for(Phase::Ready);
    for round in 1..=3 {
        assert_eq!(desk.session().round(), round);
        if round == 1 {
            desk.wait(30.0);
            assert_eq!(desk.phase(), Phase::Ready, "no press begins by itself");
            desk.answer("Begin");
        }
        for phase in [Phase::Hands, Phase::PressOn, Phase::Hold, Phase::LetGo, Phase::Breathe, Phase::CheckIn] {
            desk.wait_for(phase);
            assert!(desk.reads(desk.model().book.cues.phase(phase, Position::Back).word), "{phase:?}");
        }
        desk.wait(600.0);
        assert_eq!(desk.phase(), Phase::CheckIn, "silence is no answer");
        desk.answer("No, the same or better");
        if round < 3 {
            desk.answer("Same again. Effort stays at 2, the weight of a resting hand");
        }
    }
    assert_eq!(desk.phase(), Phase::Finish);
    desk.wait(1.0);
    desk.click_role(Role::RadioButton, "Eased");
    assert_eq!(desk.session().feel(), Some(Feel::Eased));
    desk.answer("Done");
    assert_eq!(desk.model().route, Route::Start);
    assert!(desk.model().session.is_none());
    assert_eq!(desk.model().today(), (1, 1));
    assert!(!desk.model().may_begin(), "once a day is the most");
    assert!(!desk.has(Role::Button, "Begin a session"));
}

#[test]
fn every_position_can_be_chosen() {
    for position in Position::ALL {
        let mut desk = Desk::wide();
        desk.go_to_session(position);
        desk.go_to_ready();
        desk.answer("Begin");
        desk.wait_for(Phase::Hold);
        assert_eq!(desk.session().position(), position);
    }
}

#[test]
fn pausing_a_hold_lets_go_and_only_a_new_press_leads_back() {
    for by_key in [true, false] {
        let mut desk = hold();
        if by_key {
            desk.key(Key::Space);
        } else {
            desk.click("Pause and let go");
        }
        assert_eq!(desk.phase(), Phase::LetGo);
        desk.wait_for(Phase::CheckIn);
        desk.answer("No, the same or better");
        assert_eq!(desk.phase(), Phase::NextRound);
        desk.answer("Same again. Effort stays at 2, the weight of a resting hand");
        assert_eq!(desk.phase(), Phase::Hands);
        assert_eq!(desk.session().round(), 1, "a broken-off round is not done");
    }
}

#[test]
fn a_computer_that_stood_still_lets_go() {
    let mut desk = hold();
    desk.later(20);
    assert_eq!(desk.phase(), Phase::LetGo);
}

#[test]
fn closing_the_window_in_a_hold_eases_off_first() {
    let mut desk = hold();
    desk.send(Msg::CloseRequested);
    assert_eq!(desk.phase(), Phase::EaseOff);
    let closes = |desk: &Desk| desk.harness.state().effects.contains(&Effect::Close);
    assert!(!closes(&desk));
    desk.send(Msg::CloseRequested);
    assert!(closes(&desk));
}

#[test]
fn number_keys_answer_but_not_at_once_and_not_when_held() {
    let mut desk = hold();
    desk.wait_for(Phase::CheckIn);
    desk.harness.key_down(Key::Num1);
    desk.settle();
    assert_eq!(desk.phase(), Phase::CheckIn, "an answer in the first moment is a slip");
    desk.wait(1.0);
    desk.harness.event(Input::Key {
        key: Key::Num1,
        physical_key: None,
        pressed: true,
        repeat: true,
        modifiers: Modifiers::NONE,
    });
    desk.settle();
    assert_eq!(desk.phase(), Phase::CheckIn, "a held key answers nothing");
    desk.harness.key_up(Key::Num1);
    desk.key(Key::Num1);
    assert_eq!(desk.phase(), Phase::NextRound);
}

#[test]
fn nothing_but_stop_and_the_end_leads_out_of_a_session() {
    let mut desk = hold();
    desk.key(Key::F1);
    desk.chord(Modifiers::ALT, Key::ArrowRight);
    desk.chord(Modifiers { ctrl: true, command: true, ..Modifiers::NONE }, Key::P);
    desk.send(Msg::LeaveSession);
    assert!(matches!(desk.model().session, Some(SessionStage::Running(_))));
    assert_eq!(desk.model().route, Route::Session);
}

#[test]
fn a_worse_back_is_given_advice() {
    let mut desk = hold();
    desk.wait_for(Phase::CheckIn);
    desk.answer("No, the same or better");
    desk.answer("That’s enough. Rest, then get up slowly");
    assert_eq!(desk.phase(), Phase::Finish);
    desk.wait(1.0);
    desk.click_role(Role::RadioButton, "Worse");
    desk.answer("Done");
    assert!(matches!(desk.phase(), Phase::Advice(_)));
    desk.answer("Back to the guide");
    assert_eq!(desk.model().route, Route::Start);
}

fn hold() -> Desk {
    let mut desk = Desk::wide();
    desk.go_to_session(Position::Back);
    desk.go_to_ready();
    desk.wait(1.0);
    desk.send(Msg::Session(Event::GoOn));
    desk.wait_for(Phase::Hold);
    desk
}

#[test]
fn keys_lead_through_a_session_in_the_usual_view_as_they_do_from_the_floor() {
    let mut desk = Desk::wide();
    desk.go_to_session(Position::Back);
    desk.wait(1.0);
    desk.key(Key::ArrowRight);
    desk.wait_for(Phase::Ready);
    desk.wait(1.0);
    desk.key(Key::PageDown);
    assert_eq!(desk.phase(), Phase::Hands);
    desk.wait(1.0);
    desk.key(Key::Q);
    assert_eq!(desk.phase(), Phase::Ready, "any key is not yet");
    desk.wait(1.0);
    desk.key(Key::ArrowRight);
    desk.wait_for(Phase::Hold);
    desk.key(Key::ArrowLeft);
    assert_eq!(desk.phase(), Phase::LetGo, "never Stop by surprise");
    desk.wait_for(Phase::CheckIn);
    desk.wait(1.0);
    for key in [Key::Enter, Key::Space, Key::ArrowUp, Key::Q] {
        desk.key(key);
        assert_eq!(desk.phase(), Phase::CheckIn, "{key:?} by mistake does nothing");
    }
    desk.key(Key::ArrowRight);
    assert_eq!(desk.phase(), Phase::NextRound);
    desk.wait(1.0);
    desk.key(Key::ArrowLeft);
    assert_eq!(desk.phase(), Phase::Finish);
}

/// The arrows move the focus besides, on to buttons: that may not take the key from what the voice names.
#[test]
fn the_key_for_the_way_up_leads_all_the_way() {
    let mut desk = hold();
    desk.wait_for(Phase::CheckIn);
    desk.wait(1.0);
    desk.key(Key::ArrowRight);
    desk.wait(1.0);
    desk.key(Key::ArrowLeft);
    assert_eq!(desk.phase(), Phase::Finish);
    let steps = desk.model().running().expect("a session").setup().steps_up;
    for step in 0..=steps {
        desk.wait(1.0);
        desk.key(Key::ArrowRight);
        assert_eq!(desk.model().running().and_then(|session| session.step_up()), Some(step));
    }
}

#[test]
fn a_click_in_the_lead_in_is_not_yet_and_a_double_click_still_belongs_to_begin() {
    let mut desk = Desk::wide();
    desk.go_to_session(Position::Back);
    desk.go_to_ready();
    desk.answer("Begin");
    assert_eq!(desk.phase(), Phase::Hands);
    let corner = egui::Rect::from_center_size(egui::pos2(300.0, 300.0), egui::Vec2::splat(4.0));
    desk.press_mouse(corner);
    assert_eq!(desk.phase(), Phase::Hands, "in haste");
    desk.wait(1.0);
    desk.press_mouse(corner);
    assert_eq!(desk.phase(), Phase::Ready);
}

#[test]
fn what_was_used_last_is_what_the_voice_names() {
    let mut desk = Desk::wide();
    desk.go_to_session(Position::Back);
    desk.go_to_ready();
    let ready = |desk: &Desk| desk.model().book.cues.asked_line(&desk.session().current_cue());
    for (key, named) in [(Key::PageUp, "Clicker Next"), (Key::F24, "Right arrow")] {
        desk.wait(0.1);
        desk.harness.key_press(key);
        desk.harness.step();
        desk.harness.step();
        desk.settle();
        // Page Up led one step back, to settling once more.
        if desk.phase() == Phase::Settle {
            desk.wait(1.0);
            desk.send(Msg::Session(Event::GoOn));
            desk.wait_for(Phase::Ready);
        }
        assert!(ready(&desk).contains(named), "{}", ready(&desk));
    }
    desk.press_mouse(egui::Rect::from_center_size(egui::pos2(300.0, 300.0), egui::Vec2::splat(4.0)));
    desk.settle();
    assert!(ready(&desk).contains("Choose Begin"), "{}", ready(&desk));
    desk.key(Key::F11);
    desk.send(Msg::Used(gentleback::session::Device::Mouse));
    assert!(ready(&desk).contains("Right arrow"), "from the floor the cards show keys");
}

#[test]
fn a_session_left_overnight_asks_the_lists_anew() {
    let mut desk = Desk::wide();
    desk.go_to_session(Position::Back);
    desk.go_to_ready();
    desk.later(9 * 3_600);
    assert_eq!(desk.phase(), Phase::Ready, "nothing moves by itself, however long it takes");
    desk.answer("Begin");
    assert!(matches!(desk.model().session, Some(SessionStage::Gates(_))), "the lists come first");
    assert!(desk.model().today().0 == 0 && desk.model().may_begin());
}

#[test]
fn at_ones_own_pace_every_wait_is_the_persons_and_no_key_is_needed_in_a_press() {
    let mut desk = Desk::wide();
    desk.set(|settings| settings.self_paced = true);
    desk.go_to_session(Position::Back);
    desk.answer("Go on");
    for cue in [CoreCue::Belly, CoreCue::PelvicFloor, CoreCue::LowBack] {
        desk.wait(30.0);
        assert_eq!(desk.phase(), Phase::Core(cue));
        desk.answer("Go on");
    }
    desk.answer("Begin");
    desk.wait(19.0);
    assert_eq!(desk.phase(), Phase::Hands, "twice as long for the hands");
    desk.wait_for(Phase::Hold);
    desk.wait(5.5);
    assert!(desk.reads("A few seconds is enough."));
    desk.wait(2.5 + 4.0);
    assert_eq!(desk.phase(), Phase::Breathe, "it let go by itself");
    desk.wait(60.0);
    assert_eq!(desk.phase(), Phase::Breathe);
    desk.answer("Go on");
    assert_eq!(desk.phase(), Phase::CheckIn);
}

#[test]
fn the_way_up_is_told_step_by_step_and_nothing_is_left_to_stop() {
    let mut desk = hold();
    desk.wait_for(Phase::CheckIn);
    desk.answer("No, the same or better");
    desk.answer("That’s enough. Rest, then get up slowly");
    desk.answer("Get up, step by step");
    for step in 1..=7 {
        assert!(desk.reads(&format!("Step {step} of 7")));
        desk.wait(120.0);
        assert!(!desk.has(Role::Button, "Stop"));
        desk.answer("Next");
    }
    assert!(desk.reads("You are up."));
    desk.key(Key::Escape);
    assert_eq!(desk.phase(), Phase::Finish, "Esc asks nothing and loops nowhere");
    assert_eq!(desk.names(Role::Label).iter().filter(|name| name.starts_with("You are up")).count(), 1, "said once");
}

#[test]
fn answers_that_find_no_room_say_how_many_are_below_and_a_row_leads_to_them() {
    let mut desk = hold();
    desk.wait_for(Phase::CheckIn);
    desk.send(Msg::Set(Choice::TextScale(TextScale::from_percent(200).expect("in the range"))));
    desk.harness.set_size(WIDE / 2.0);
    desk.settle();
    let below = |desk: &Desk| desk.names(Role::Button).into_iter().find(|name| name.ends_with("below"));
    let mut seen = vec![below(&desk).expect("not all six find room")];
    let press = |desk: &mut Desk, name: &str| {
        desk.harness.get_by_role_and_label(Role::Button, name).click();
        desk.settle();
    };
    while let Some(name) = below(&desk) {
        assert!(seen.len() < 9, "it leads nowhere: {seen:?}");
        press(&mut desk, &name);
        seen.push(name);
    }
    let last = desk.harness.get_by_role_and_label(Role::Button, "Not sure").rect();
    let stop = desk.harness.get_by_role_and_label(Role::Button, "Stop").rect();
    assert!(last.bottom() < stop.top(), "{last:?} is under Stop, {stop:?}");
    press(&mut desk, "Back to the first");
    assert_eq!(below(&desk), seen.first().cloned());
    assert_eq!(desk.phase(), Phase::CheckIn, "scrolling answers nothing");
    desk.wait(1.0);
    desk.key(Key::Num6);
    assert_eq!(desk.phase(), Phase::SignsAgain, "an answer that is out of sight is picked by its key all the same");
}

#[test]
fn the_next_step_up_stays_under_the_pointer() {
    let mut desk = hold();
    desk.wait_for(Phase::CheckIn);
    desk.answer("No, the same or better");
    desk.answer("That’s enough. Rest, then get up slowly");
    desk.answer("Get up, step by step");
    let place = |desk: &Desk| desk.harness.get_by_role_and_label(Role::Button, "Next").rect();
    let first = place(&desk);
    for _ in 1..desk.session().setup().steps_up {
        desk.wait(1.0);
        desk.send(Msg::Session(Event::GoOn));
        assert_eq!(place(&desk), first);
    }
}

/// Whoever lies there after a stop or at the end reads what to do if they can not get up, without looking for it.
#[test]
fn every_page_after_a_stop_and_at_the_end_says_what_to_do_if_one_cannot_get_up() {
    let pages = ["ease-off", "what-happened", "signs-again", "advice", "finish", "what-happened-wall"];
    let all = || super::screens::AROUND.into_iter().chain(super::screens::LED).chain(super::screens::ENDS);
    for name in pages {
        let (_, go) = all().find(|(screen, _)| *screen == name).unwrap_or_else(|| panic!("no screen {name}"));
        let mut desk = Desk::wide();
        go(&mut desk);
        desk.wait(5.0);
        assert!(desk.reads("Can’t get up?"), "{name}");
    }
}

/// Before a press all four steps of effort stand there in words, and the one of this round is marked.
#[test]
fn ready_shows_how_firmly_in_words_and_what_each_step_takes() {
    let mut desk = Desk::wide();
    desk.go_to_session(Position::Back);
    desk.go_to_ready();
    for words in [
        "a touch",
        "the weight of a resting hand",
        "a bit more than a resting hand",
        "firm and still comfortable",
        "now",
        "the most",
    ] {
        assert!(desk.reads(words), "{words}");
    }
}
