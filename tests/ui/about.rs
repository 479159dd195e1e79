//! The page about the program, and the list of all keys.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use gentleback::app::{Copied, Effect, HistoryMsg, Machine, Msg, Route, details};
use gentleback::settings::Settings;
use gentleback::sheet::Own;
use gentleback::ui::keys::table;

use super::app::{COLUMN, Desk};

fn about() -> Desk {
    let mut desk = Desk::wide();
    desk.send(Msg::History(HistoryMsg::Reading("/users/ana/history.ron".to_owned())));
    desk.send(Msg::HistoryRead(Box::default()));
    desk.click("About this guide");
    desk.harness.state_mut().effects.clear();
    desk
}

#[test]
fn it_says_what_the_program_is_and_that_nobody_has_reviewed_it() {
    let mut desk = about();
    assert_eq!(desk.titles(), ["About this guide"]);
    for words in
        ["No clinician has reviewed this guide yet.", &format!("Gentleback {}", env!("CARGO_PKG_VERSION")), "MIT or Apache 2.0"]
    {
        assert!(desk.reads(words), "{words}");
    }
    desk.click("Sources and review");
    assert_eq!(desk.model().route, Route::Sources);
}

#[test]
fn the_data_is_found_and_its_paths_are_copied() {
    let mut desk = about();
    desk.click("Open the history folder");
    desk.click("Open the settings folder");
    desk.click("Copy path of the history");
    assert!(desk.reads("The path is copied."));
    let effects = &desk.harness.state().effects;
    assert!(effects.contains(&Effect::OpenFolder));
    assert!(effects.contains(&Effect::Copy("/users/ana/history.ron".to_owned())), "{effects:?}");
}

#[test]
fn what_is_copied_for_a_report_says_nothing_about_the_person() {
    let mut desk = about();
    desk.click("Copy details for a report");
    assert!(desk.harness.state().effects.contains(&Effect::CopyDetails) && desk.reads("The details are copied."));
    desk.set(|settings: &mut Settings| {
        settings.own = Own { phone: "020 7946 0958".to_owned(), note: "Ask about the wall.".to_owned() };
    });
    let machine = Machine {
        system: "linux x86_64, wayland".to_owned(),
        renderer: "OpenGL 4.6".to_owned(),
        pixels_per_point: 1.5,
        window: (1180.0, 780.0),
    };
    let text = details(desk.model(), &machine);
    for there in [env!("CARGO_PKG_VERSION"), "wayland", "OpenGL 4.6", "scale: 1.5", "1180 x 780", "100 %", "language: en"] {
        assert!(text.contains(there), "{there}: {text}");
    }
    for private in ["ana", "/", "7946", "Ask"] {
        assert!(!text.contains(private), "{private}: {text}");
    }
    desk.send(Msg::Copy(Copied::ForReport));
}

#[test]
fn a_question_mark_shows_all_keys_and_esc_puts_them_away() {
    let mut desk = Desk::welcomed(COLUMN, false);
    desk.key(Key::Questionmark);
    assert!(desk.has(Role::Dialog, "Keys"));
    let items = desk.names(Role::ListItem);
    for row in
        ["Esc: Stop", "F1: Warning signs", "Right arrow or Page Down: Go on, where you are asked to", "?: This list of keys"]
    {
        assert!(items.iter().any(|item| item == row), "{row}: {items:?}");
    }
    let told = table::of_session(true).len() + table::GUIDE.len(); // Tab is there too, and one thing has two keys
    assert!(items.len() >= told, "{} of {told}: {items:?}", items.len());
    desk.key(Key::Escape);
    assert!(!desk.has(Role::Dialog, "Keys"));
}

#[test]
fn a_question_mark_is_a_letter_where_something_is_typed_and_where_letters_are_no_keys() {
    let mut desk = Desk::wide();
    desk.set(|settings: &mut Settings| settings.answer_keys = false);
    desk.key(Key::Questionmark);
    assert!(!desk.model().shows_keys);
    desk.set(|settings: &mut Settings| settings.answer_keys = true);
    desk.send(Msg::Go(Route::Sheet));
    desk.reach(Role::TextInput, "My clinic’s phone").focus();
    desk.settle();
    desk.harness.key_press_modifiers(Modifiers::SHIFT, Key::Questionmark);
    desk.settle();
    assert!(!desk.model().shows_keys);
}
