//! The table of keys (screens.md, Keyboard), a test a row. The floor view's own rows are in `floor.rs`; Tab, Enter and
//! Space on what has the focus are in `keyboard.rs`.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use gentleback::app::{Msg, Route};
use gentleback::session::{CueId, Device, Disturbance, Event, Phase, Position, Seen};

use super::app::{Desk, LEAST};
use super::screens::{LED, RUNNING};
use super::stopping::bring;

fn focused<'a>(desk: &'a Desk) -> Option<Node<'a>> {
    desk.harness.root().children_recursive().find(|node| node.is_focused())
}

fn focused_name(desk: &Desk) -> String {
    let node = focused(desk).map(|node| node.accesskit_node());
    node.and_then(|node| node.label().or_else(|| node.value())).unwrap_or_default()
}

const GUIDE: [Route; 6] = [Route::Start, Route::Section(2), Route::Questions, Route::Tips, Route::Sheet, Route::Settings];

#[test]
fn f1_opens_the_warning_signs_from_everywhere_in_the_guide() {
    for route in GUIDE {
        let mut desk = Desk::wide();
        desk.send(Msg::Go(route));
        desk.key(Key::F1);
        assert_eq!(desk.model().route, Route::Warning, "{route:?}");
    }
}

#[test]
fn control_with_plus_minus_and_zero_changes_the_text_size() {
    let mut desk = Desk::wide();
    let size = |desk: &Desk| desk.model().text_size().percent();
    desk.chord(Modifiers::COMMAND, Key::Plus);
    let one = size(&desk);
    desk.chord(Modifiers::COMMAND, Key::Equals);
    assert!(one > 100 && size(&desk) > one);
    desk.chord(Modifiers::COMMAND, Key::Minus);
    assert_eq!(size(&desk), one);
    desk.chord(Modifiers::COMMAND, Key::Num0);
    assert_eq!(size(&desk), 100);
    desk.key(Key::Plus);
    assert_eq!(size(&desk), 100, "the key alone is a letter");
}

#[test]
fn control_p_opens_the_sheet_and_control_f_the_search() {
    for route in GUIDE {
        let mut desk = Desk::wide();
        desk.send(Msg::Go(route));
        desk.chord(Modifiers::COMMAND, Key::P);
        assert_eq!(desk.model().route, Route::Sheet, "{route:?}");
        desk.send(Msg::Go(route));
        desk.chord(Modifiers::COMMAND, Key::F);
        assert_eq!(desk.model().route, Route::Search, "{route:?}");
        assert_eq!(focused(&desk).map(|node| node.accesskit_node().role()), Some(Role::TextInput), "{route:?}");
    }
}

#[test]
fn f6_goes_from_the_page_to_the_sidebar_and_back() {
    for route in GUIDE.into_iter().chain([Route::Warning]) {
        let mut desk = Desk::wide();
        desk.send(Msg::Go(route));
        let title = focused_name(&desk);
        assert!(!title.is_empty(), "{route:?}");
        desk.key(Key::F6);
        let there = focused(&desk).expect("something in the sidebar").rect();
        assert!(there.right() <= 272.0, "{route:?}: {there:?}");
        desk.key(Key::F6);
        assert_eq!(focused_name(&desk), title, "{route:?}");
    }
}

#[test]
fn f6_finds_the_bar_where_there_is_no_sidebar() {
    let mut desk = Desk::welcomed(LEAST, false);
    desk.send(Msg::Go(Route::Tips));
    desk.key(Key::F6);
    assert_eq!(focused_name(&desk), "Open the menu");
    desk.key(Key::F6);
    assert!(desk.title_has_the_keyboard());
}

#[test]
fn control_with_a_page_key_turns_to_the_next_section_and_back() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Section(3)));
    desk.chord(Modifiers::COMMAND, Key::PageDown);
    assert_eq!(desk.model().route, Route::Section(4));
    desk.chord(Modifiers::COMMAND, Key::PageUp);
    desk.chord(Modifiers::COMMAND, Key::PageUp);
    assert_eq!(desk.model().route, Route::Section(2));
}

#[test]
fn arrows_go_from_card_to_card_and_from_tab_to_tab() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Section(2)));
    let cards: Vec<_> = desk.harness.query_all_by_role(Role::Tab).collect();
    assert!(cards.len() >= 4, "the four positions");
    let names: Vec<String> = cards.iter().filter_map(|card| card.accesskit_node().label()).collect();
    cards[0].focus();
    drop(cards);
    desk.settle();
    desk.key(Key::ArrowRight);
    assert_eq!(focused_name(&desk), names[1]);
    desk.key(Key::ArrowRight);
    assert_eq!(focused_name(&desk), names[2]);
    desk.key(Key::ArrowLeft);
    assert_eq!(focused_name(&desk), names[1]);
    // The steps under them.
    let tab = desk.names(Role::RadioButton);
    assert!(tab.len() >= 3, "{tab:?}");
    desk.harness.get_by_role_and_label(Role::RadioButton, &tab[0]).focus();
    desk.settle();
    desk.key(Key::ArrowRight);
    assert_eq!(focused_name(&desk), tab[1]);
}

#[test]
fn space_lets_go_and_does_not_press_the_button_that_has_the_focus() {
    for button in ["Pause and let go", "Floor view", "Let the figure stand still"] {
        let mut desk = Desk::wide();
        bring(&mut desk, Position::Back, Phase::Hold);
        if !desk.has(Role::Button, button) {
            panic!("no {button}: {:?}", desk.names(Role::Button));
        }
        desk.harness.get_by_role_and_label(Role::Button, button).focus();
        desk.settle();
        desk.key(Key::Space);
        assert_eq!(desk.phase(), Phase::LetGo, "{button}");
        assert_eq!(desk.session().current_cue().id, CueId::LetGoEarly(Disturbance::Paused), "{button}");
        assert!(desk.model().floor_form().is_none() && desk.model().moves(), "{button} was pressed too");
    }
}

#[test]
fn f11_opens_the_floor_view_from_every_phase_of_lying_and_from_no_list() {
    for phase in [Phase::Settle, Phase::Ready, Phase::Hold, Phase::Breathe, Phase::CheckIn, Phase::NextRound] {
        let mut desk = Desk::wide();
        bring(&mut desk, Position::Back, phase);
        desk.key(Key::F11);
        assert!(desk.model().floor_form().is_some(), "{phase:?}");
        assert_eq!(desk.phase(), phase, "opening it is no stop");
    }
    let mut desk = Desk::wide();
    bring(&mut desk, Position::Back, Phase::Hold);
    desk.send(Msg::Session(Event::Stop));
    desk.wait(5.0);
    desk.send(Msg::Session(Event::HaveLetGo));
    desk.key(Key::F11);
    assert!(desk.model().floor_form().is_none(), "six answers are read at the screen");
}

#[test]
fn f11_before_a_session_is_the_choice_for_it() {
    let mut desk = Desk::wide();
    desk.go_to_positions();
    desk.key(Key::F11);
    assert!(desk.model().floor.on && desk.model().floor_form().is_none());
    assert!(
        desk.has(Role::RadioButton, "Behind your head"),
        "and how one will see it is asked: {:?}",
        desk.names(Role::RadioButton)
    );
    desk.send(Msg::ChoosePosition(Position::Back));
    assert!(desk.model().floor_form().is_some());
}

#[test]
fn a_screen_two_metres_away_is_said_once_and_seen_from_the_floor_ever_after() {
    let mut desk = Desk::wide();
    desk.go_to_positions();
    assert!(desk.has(Role::RadioButton, "Near me") && !desk.model().floor.on, "nothing is preset");
    desk.click_role(Role::RadioButton, "Two meters away");
    assert_eq!((desk.model().settings.screen_is_far, desk.model().floor.on), (Some(true), true));
    desk.send(Msg::LeaveSession);
    assert!(!desk.model().floor.on);
    let mut desk = Desk::wide();
    desk.set(|settings| settings.screen_is_far = Some(true));
    desk.go_to_positions();
    desk.send(Msg::ChoosePosition(Position::Back));
    assert!(desk.model().floor_form().is_some(), "from getting down on");
    desk.wait(1.0);
    desk.key(Key::F11);
    assert!(desk.model().floor_form().is_none(), "F11 leaves it");
    assert_eq!(desk.model().settings.screen_is_far, Some(true), "for this session");
}

#[test]
fn number_keys_answer_unless_they_are_turned_off() {
    for (on, after) in [(true, Phase::SignsAgain), (false, Phase::CheckIn)] {
        let mut desk = Desk::wide();
        desk.set(|settings| settings.answer_keys = on);
        bring(&mut desk, Position::Back, Phase::CheckIn);
        desk.wait(1.0);
        desk.key(Key::Num2);
        assert_eq!(desk.phase(), after);
        desk.key(Key::Escape);
        if !on {
            assert_eq!(desk.phase(), Phase::EaseOff, "Esc stops all the same");
        }
    }
}

/// The voice names a key only where it answers, in both views, by whatever was used last.
#[test]
fn what_the_voice_names_works_on_every_page_of_both_views() {
    let mut named = 0;
    for (name, go) in RUNNING.iter().chain(&LED) {
        for device in Device::ALL {
            let mut desk = Desk::wide();
            desk.send(Msg::Used(device));
            go(&mut desk);
            desk.wait(0.7);
            let (session, now) = (desk.session(), desk.model().now);
            for (press, words) in desk.model().book.cues.asked(&session.current_cue()) {
                for seen in [Seen::Usual, Seen::Floor] {
                    assert!(session.event_of(press, seen, now).is_some(), "{name} {seen:?}: “{words}” does nothing");
                }
                named += 1;
            }
        }
    }
    assert!(named > 20, "only {named} keys were named");
}
