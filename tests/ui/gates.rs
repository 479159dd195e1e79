//! The questions before a session as a person meets them: what opens, what closes, what is asked when.

use std::time::Duration;

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use gentleback::app::{Choice, Msg, Route, SessionStage};
use gentleback::session::{ANSWER_GUARD, CheckIn, Event, Gate, GateStep, ListAnswer, Phase, Position};

use super::app::{Desk, LEAST, WIDE};
use super::stopping::bring;

const ONE: &str = "One or more, or not sure";
const NONE: &str = "None of these";
const BACK: &str = "Back to the guide, reading only";
const LISTS: [&str; 4] = [
    "Do you have any of these emergency signs right now?",
    "Do you have any sign that needs advice today or tomorrow?",
    "Do any of these fit you? If so, talk to a professional first.",
    "Is there a reason not to press today?",
];

fn at_the_list(mut desk: Desk) -> Desk {
    desk.send(Msg::Begin);
    assert_eq!(desk.titles(), [LISTS[0]]);
    desk
}

/// The very first session of a person who has read the welcome.
fn first_time(size: egui::Vec2) -> Desk {
    let mut desk = Desk::welcomed(size, false);
    desk.asks_all(false);
    desk.send(Msg::Begin);
    desk
}

fn asked(desk: &Desk) -> Option<Gate> {
    let Some(SessionStage::Gates(gates)) = &desk.model().session else { return None };
    match gates.step() {
        GateStep::Ask(gate) => Some(gate),
        _ => None,
    }
}

/// Reads a list to its end and finds nothing on it.
fn none(desk: &mut Desk) {
    desk.key(Key::End);
    desk.answer(NONE);
}

#[test]
fn none_opens_only_once_the_end_of_each_list_was_in_view() {
    let mut desk = first_time(LEAST);
    desk.answer("Yes");
    for (title, last_sign) in
        LISTS.into_iter().zip(["Pregnant, and the pain", "A minor fall or lift", "Heart, lung, or blood", "Strong painkillers"])
    {
        assert_eq!(desk.titles(), [title]);
        desk.wait(2.0);
        let before = asked(&desk);
        if title == LISTS[3] {
            assert!(!desk.is_off(Role::Button, NONE), "three entries are in view at once");
            desk.answer(NONE);
            continue;
        }
        assert!(desk.is_off(Role::Button, NONE), "the end of the list can not be in view yet");
        desk.harness.get_by_role_and_label(Role::Button, NONE).click();
        desk.settle();
        assert_eq!(asked(&desk), before);
        assert!(!desk.is_off(Role::Button, ONE), "one sign is always taken");
        desk.harness.get_by_label_contains(last_sign).scroll_to_me();
        desk.settle();
        assert!(!desk.is_off(Role::Button, NONE), "the end has been in view");
        desk.answer(NONE);
    }
    assert_eq!(asked(&desk), Some(Gate::Today));
}

#[test]
fn no_answer_has_the_keyboard_when_a_question_opens() {
    for (question, answers) in [
        (Gate::Consult, vec!["Yes", "No", "Not sure"]),
        (Gate::Emergency, vec![ONE, NONE]),
        (Gate::Today, vec!["0 of 10. No ache", "2 of 10", "It stops me doing things, or I am not sure"]),
    ] {
        let mut desk = Desk::wide();
        if question == Gate::Consult {
            desk.asks_all(false);
        }
        desk.send(Msg::Begin);
        if question == Gate::Today {
            (0..3).for_each(|_| none(&mut desk));
        }
        desk.wait(1.0);
        for name in answers {
            assert!(!desk.harness.get_by_role_and_label(Role::Button, name).is_focused(), "{name}");
        }
        assert!(desk.title_has_the_keyboard());
        desk.key(Key::Enter);
        desk.key(Key::Space);
        assert_eq!(asked(&desk), Some(question), "nothing is answered by an idle key");
    }
}

#[test]
fn one_sign_leads_to_the_card_which_has_no_way_on_and_closes_the_day() {
    let mut desk = at_the_list(Desk::wide());
    desk.answer(ONE);
    assert_eq!(desk.titles(), ["Stop here. Get emergency help now."]);
    // It is read aloud by itself; the button ends that.
    assert_eq!(desk.names(Role::Button), ["Stop reading", "Print this card", "Copy the numbers", BACK]);
    for key in [Key::Enter, Key::Space, Key::Num1, Key::Num2, Key::ArrowRight, Key::F11] {
        desk.wait(1.0);
        desk.key(key);
        assert!(matches!(desk.model().session, Some(SessionStage::Refused(_)) | None), "{key:?} leads on");
    }
    if desk.model().session.is_some() {
        desk.click(BACK);
    }
    assert_eq!(desk.model().route, Route::Start);
    assert!(!desk.has(Role::Button, "Begin a session") && !desk.has(Role::Button, "Start a warm-up"));
    assert!(!desk.model().may_begin() && desk.model().settings.consulted_on.is_none());
    desk.send(Msg::Begin);
    assert!(desk.model().session.is_none(), "nothing begins on a closed day");
    desk.later(6 * 3600);
    assert!(!desk.model().may_begin(), "still the same day");
    desk.later(24 * 3600);
    assert!(desk.model().may_begin(), "a new day");
    desk.send(Msg::Begin);
    assert_eq!(asked(&desk), Some(Gate::Consult), "asked afresh");
}

/// health.md 4.5: until the day is over the start page says it again, also to who starts the program anew.
#[test]
fn after_an_emergency_answer_the_start_page_goes_on_saying_so_until_the_day_is_over() {
    let mut desk = at_the_list(Desk::wide());
    desk.answer(ONE);
    desk.click(BACK);
    for hours in [0, 1, 6] {
        desk.later(hours * 3600);
        assert!(desk.reads("Get emergency help now") && desk.reads("Do not drive yourself"), "{hours} hours later");
        assert!(!desk.reads("Keep moving gently, and get advice"));
    }
    desk.click("See whom to call");
    assert_eq!(desk.model().route, Route::Warning);
    desk.send(Msg::Go(Route::Start));
    desk.later(24 * 3600);
    assert!(!desk.reads("Get emergency help now"), "a new day");
}

#[test]
fn a_weak_leg_at_the_check_in_is_an_emergency_on_the_start_page_too() {
    let mut desk = Desk::wide();
    bring(&mut desk, Position::Back, Phase::CheckIn);
    for event in
        [Event::CheckIn(CheckIn::Weak), Event::ListSeen, Event::Signs(ListAnswer::NoneOfThese), Event::Done].map(Msg::Session)
    {
        desk.wait(1.0);
        desk.send(event);
    }
    assert_eq!(desk.model().route, Route::Start);
    assert!(desk.reads("Get emergency help now"));
}

#[test]
fn what_fits_today_leads_to_easy_movement_and_is_asked_again() {
    let mut desk = at_the_list(Desk::wide());
    (0..2).for_each(|_| none(&mut desk));
    assert_eq!(desk.titles(), [LISTS[3]]);
    desk.answer(ONE);
    assert_eq!(desk.titles(), ["Easy movement is open."]);
    desk.answer("Begin easy movement");
    assert_eq!(desk.titles(), ["Move gently"]);
    assert!(desk.model().may_begin(), "nothing of it is kept");
}

#[test]
fn who_gets_dizzy_or_falls_is_offered_easy_movement_and_nothing_that_presses() {
    let mut desk = first_time(WIDE);
    desk.answer("Yes");
    (0..2).for_each(|_| none(&mut desk));
    desk.answer(ONE);
    desk.answer("I get dizzy or fall often");
    desk.answer("They know, and said gentle pressing is fine for me");
    assert_eq!(desk.titles(), ["Easy movement is open."]);
    assert!(desk.reads("hand on something steady"));
    desk.click("Back to the guide");
    assert!(desk.reads("there is no pressing for you"), "the start page says so too");
    assert!(Position::ALL.into_iter().all(|position| !desk.model().offers(position)));
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

/// Counts what a returning person has to do, and how long the program itself makes them wait.
#[test]
fn on_a_usual_day_a_returning_person_passes_in_five_taps_and_two_and_a_half_seconds_of_waiting() {
    let mut desk = Desk::wide();
    let mut taps = 0;
    let mut waits = Duration::ZERO;
    let mut tap = |desk: &mut Desk, name: &str, guarded: bool| {
        if name == NONE {
            desk.key(Key::End);
        }
        if guarded {
            // The answer is off until the guard is over, and taken right after it.
            let before = asked(desk);
            desk.wait(ANSWER_GUARD.as_secs_f64() - 0.05);
            desk.click(name);
            assert_eq!(asked(desk), before, "taken too early");
            desk.wait(0.05);
            waits += ANSWER_GUARD;
        }
        desk.click(name);
        taps += 1;
    };
    // The sidebar and today's card have the same button; this one stands for either.
    desk.send(Msg::Begin);
    (0..3).for_each(|_| tap(&mut desk, NONE, true));
    tap(&mut desk, "2 of 10", true);
    taps += 1;
    assert!(matches!(desk.model().session, Some(SessionStage::WarmUp(_))));
    assert_eq!((taps, waits), (5, Duration::from_millis(2_400)));
    // A tap on a large button at a calm pace takes two seconds or less; one key brings the end of a list into view.
    assert!(waits + Duration::from_secs(2) * taps < Duration::from_secs(20));
}

#[test]
fn numbers_pick_answers_unless_they_are_turned_off_and_never_an_ache() {
    let mut desk = first_time(WIDE);
    desk.wait(0.3);
    desk.key(Key::Num1);
    assert_eq!(asked(&desk), Some(Gate::Consult), "too early");
    desk.wait(1.0);
    desk.harness.state_mut().model.settings.answer_keys = false;
    desk.key(Key::Num1);
    assert_eq!(asked(&desk), Some(Gate::Consult), "turned off");
    desk.harness.state_mut().model.settings.answer_keys = true;
    desk.key(Key::Num4);
    assert_eq!(asked(&desk), Some(Gate::Consult), "there is no fourth answer");
    desk.key(Key::Num1);
    assert_eq!(asked(&desk), Some(Gate::Emergency));
    for _ in 0..4 {
        desk.wait(1.0);
        desk.key(Key::Num2);
        assert!(asked(&desk).is_some_and(Gate::is_list), "a list is not answered by a number");
        none(&mut desk);
    }
    for key in [Key::Num1, Key::Num0, Key::Num5] {
        desk.wait(1.0);
        desk.key(key);
        assert_eq!(asked(&desk), Some(Gate::Today), "the 1 of 10 is no answer");
    }
}

#[test]
fn without_a_professionals_yes_there_is_easy_movement_and_the_start_page_says_so() {
    let mut desk = first_time(WIDE);
    desk.answer("Not sure");
    (0..3).for_each(|_| none(&mut desk));
    assert_eq!(desk.titles(), ["Easy movement is open."]);
    desk.answer("Begin easy movement");
    assert_eq!(desk.titles(), ["Move gently"]);
    assert!(desk.has(Role::Button, "Stop") && !desk.has(Role::Button, "Go on"));
    desk.click("Start: Walk");
    desk.wait(130.0);
    desk.click("That is enough for today");
    assert_eq!(desk.titles(), ["That is enough for today."]);
    assert!(desk.reads("You moved for 2 minutes."));
    desk.answer("Done");
    assert_eq!((desk.model().route, desk.model().today().0), (Route::Start, 0));
    assert!(desk.reads("Talk to a professional first"));
}

#[test]
fn stop_in_easy_movement_is_one_key_and_a_sign_closes_the_day() {
    let mut desk = first_time(WIDE);
    desk.answer("No");
    (0..3).for_each(|_| none(&mut desk));
    desk.answer("Begin easy movement");
    desk.click("Start: Walk");
    desk.key(Key::Escape);
    assert_eq!(desk.titles(), ["What happened?"]);
    assert!(desk.has(Role::Button, "Sharp or shooting pain"));
    desk.wait(1.0);
    desk.key(Key::Num1);
    assert_eq!(desk.titles(), [LISTS[0]]);
    desk.answer(NONE);
    assert!(!desk.model().may_begin() && !desk.model().may_move());
    desk.answer("Back to the guide");
    assert_eq!(desk.model().route, Route::Start);
    assert!(!desk.has(Role::Button, "Start a warm-up"));
}

#[test]
fn an_urgent_sign_is_asked_about_kindly_the_next_time() {
    let mut desk = at_the_list(Desk::wide());
    desk.answer(NONE);
    desk.answer(ONE);
    assert_eq!(desk.titles(), ["Please get medical advice today or tomorrow."]);
    assert!(!desk.has(Role::Button, "Begin easy movement"));
    desk.click("Warning signs");
    assert_eq!(desk.model().route, Route::Warning);
    desk.send(Msg::Go(Route::Start));
    assert!(desk.reads("Get it checked first") && !desk.has(Role::Button, "Begin a session"));
    desk.send(Msg::Begin);
    assert_eq!(desk.titles(), ["Has a health professional checked this?"]);
    desk.answer("Not checked yet, or not sure");
    assert_eq!(desk.titles(), ["Please get medical advice today or tomorrow."]);
    desk.click("Back to the guide");
    desk.send(Msg::Begin);
    desk.answer("They said gentle pressing is fine for me");
    assert_eq!(desk.titles(), [LISTS[0]]);
    assert!(!desk.model().settings.needs_check);
}

#[test]
fn what_is_left_out_is_gone_with_its_reason_and_can_be_asked_again() {
    let mut desk = first_time(WIDE);
    desk.send(Msg::Prefer(Position::Back));
    desk.answer("Yes");
    desk.answer(NONE);
    desk.answer(NONE);
    desk.answer(ONE);
    desk.answer("I am pregnant, or gave birth lately");
    desk.answer("They know, and said gentle pressing is fine for me");
    desk.answer(NONE);
    desk.answer("3 of 10");
    assert!(!desk.reads("Start: Pelvic tilt") && desk.reads("Lying on your back is left out"));
    desk.click("I already walked 5 minutes");
    desk.click("Choose a position");
    assert_eq!(desk.titles(), ["Which position feels steady?"]);
    assert!(!desk.reads("On your back, 1 of 4"));
    assert_ne!(desk.model().shown_position, Position::Back);
    desk.send(Msg::ChoosePosition(Position::Back));
    assert!(desk.model().running().is_none(), "what is left out can not be chosen");
    desk.click("Go through the list again");
    assert_eq!(asked(&desk), Some(Gate::Emergency), "the questions begin again, with the list among them");
    desk.answer(NONE);
    desk.answer(NONE);
    assert_eq!(desk.titles(), [LISTS[2]]);
    none(&mut desk);
    assert!(desk.model().offers(Position::Back), "none of it fits any more");
}

#[test]
fn a_bad_day_has_its_reason_and_what_is_open() {
    for answer in ["7 of 10", "It stops me doing things, or I am not sure"] {
        let mut desk = at_the_list(Desk::wide());
        (0..3).for_each(|_| none(&mut desk));
        desk.answer(answer);
        assert_eq!(desk.titles(), ["No pressing today. Keep moving gently."]);
        assert!(desk.reads("What is still open:"));
        desk.click("How to find someone");
        assert_eq!(desk.titles(), ["See a professional"]);
        assert!(desk.model().may_begin(), "it is asked again each time, and nothing is kept");
    }
}

#[test]
fn a_region_puts_its_number_first_and_hides_no_other() {
    let mut desk = at_the_list(Desk::welcomed(LEAST, false));
    desk.answer(ONE);
    let numbers = |desk: &Desk| desk.names(Role::RadioButton);
    let before = numbers(&desk);
    assert_eq!(before.len(), 5);
    desk.click_role(Role::RadioButton, "New Zealand: 111");
    assert_eq!(numbers(&desk).first().map(String::as_str), Some("New Zealand: 111, shown first"));
    assert_eq!(numbers(&desk).len(), 5);
    assert_eq!(desk.model().settings.region.as_deref(), Some("nz"));
    desk.click_role(Role::RadioButton, "New Zealand: 111, shown first");
    assert_eq!(numbers(&desk), before);
    desk.send(Msg::Set(Choice::Region(Some("nowhere".to_owned()))));
    assert_eq!(numbers(&desk), before, "an unknown region puts none first and hides none");
}

#[test]
fn a_list_that_was_scrolled_to_its_end_shows_whole_in_the_first_frame_of_a_larger_window() {
    let mut desk = at_the_list(Desk::welcomed(LEAST, false));
    desk.key(Key::End);
    assert!(!desk.is_off(Role::Button, NONE));
    desk.harness.set_size(WIDE);
    desk.harness.step();
    let window = egui::Rect::from_min_size(egui::Pos2::ZERO, WIDE);
    let signs = desk.model().book.gates.emergency.signs.clone();
    for sign in signs {
        let place = desk.harness.get_by_label(&sign).rect();
        assert!(window.contains_rect(place), "{sign} at {place:?}");
    }
}
