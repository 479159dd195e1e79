//! Before a session: the list must be read to its end, one sign is enough to close the day, nothing leads past.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use gentleback::app::{Msg, Route, SessionStage};

use super::app::{Desk, LEAST};

const NONE: &str = "None of these";
const ONE: &str = "One or more, or not sure";
const BACK: &str = "Back to the guide, reading only";

fn at_the_list(mut desk: Desk) -> Desk {
    desk.send(Msg::Begin);
    assert_eq!(desk.titles(), ["Do any of these apply right now?"]);
    desk
}

#[test]
fn none_opens_only_once_the_end_of_the_list_was_in_view() {
    let mut desk = at_the_list(Desk::welcomed(LEAST, false));
    desk.wait(2.0);
    assert!(desk.is_off(Role::Button, NONE), "the end of the list can not be in view yet");
    desk.harness.get_by_role_and_label(Role::Button, NONE).click();
    desk.settle();
    assert!(matches!(desk.model().session, Some(SessionStage::Gates(_))));
    assert!(!desk.is_off(Role::Button, ONE), "one sign is always taken");
    desk.harness.get_by_label_contains("Chest pain").scroll_to_me();
    desk.settle();
    assert!(!desk.is_off(Role::Button, NONE), "the end has been in view");
    desk.answer(NONE);
    assert!(matches!(desk.model().session, Some(SessionStage::WarmUp(_))));
}

#[test]
fn no_answer_has_the_keyboard_when_the_list_opens() {
    let mut desk = at_the_list(Desk::wide());
    desk.wait(1.0);
    for name in [ONE, NONE] {
        assert!(!desk.harness.get_by_role_and_label(Role::Button, name).is_focused(), "{name}");
    }
    desk.key(Key::Enter);
    desk.key(Key::Space);
    assert!(matches!(desk.model().session, Some(SessionStage::Gates(_))), "nothing is answered by an idle key");
}

#[test]
fn one_sign_leads_to_the_card_which_has_no_way_on_and_closes_the_day() {
    let mut desk = at_the_list(Desk::wide());
    desk.answer(ONE);
    assert_eq!(desk.titles(), ["Stop here. Get emergency help now."]);
    assert_eq!(desk.names(Role::Button), [BACK]);
    for key in [Key::Enter, Key::Space, Key::Num1, Key::Num2, Key::ArrowRight, Key::F11] {
        desk.wait(1.0);
        desk.key(key);
        assert!(matches!(desk.model().session, Some(SessionStage::Refused(_)) | None), "{key:?} leads on");
    }
    if desk.model().session.is_some() {
        desk.click(BACK);
    }
    assert_eq!(desk.model().route, Route::Start);
    assert!(!desk.has(Role::Button, "Begin a session"));
    assert!(!desk.model().may_begin());
    desk.send(Msg::Begin);
    assert!(desk.model().session.is_none(), "nothing begins on a closed day");
    desk.later(6 * 3600);
    assert!(!desk.model().may_begin(), "still the same day");
    desk.later(24 * 3600);
    assert!(desk.model().may_begin(), "a new day");
}

#[test]
fn the_day_stays_readable_after_the_card() {
    let mut desk = at_the_list(Desk::wide());
    desk.answer(ONE);
    desk.key(Key::Escape);
    assert_eq!(desk.model().route, Route::Start);
    desk.click("Step 3, Find your position");
    assert_eq!(desk.titles(), ["Find your position"]);
}

#[test]
fn leaving_the_list_begins_nothing_and_closes_nothing() {
    let mut desk = at_the_list(Desk::wide());
    desk.click("Leave");
    assert_eq!(desk.model().route, Route::Start);
    assert!(desk.model().may_begin());
    let mut desk = at_the_list(desk);
    desk.key(Key::Escape);
    assert_eq!(desk.model().route, Route::Start);
}

#[test]
fn the_keyboard_alone_brings_the_end_of_the_list_into_view() {
    let mut desk = Desk::welcomed(LEAST, false);
    desk.send(Msg::Begin);
    desk.settle();
    assert!(desk.is_off(Role::Button, "None of these"), "the list does not fit this window");
    for _ in 0..12 {
        desk.key(Key::PageDown);
    }
    assert!(!desk.is_off(Role::Button, "None of these"));
}
