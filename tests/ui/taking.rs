//! Choosing a position by four questions, opening a day of the calendar, and taking texts along.
//!
//! Not the rules of the questions, which are tested beside their code.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, pos2};
use egui_kittest::kittest::Queryable as _;
use gentleback::app::{Effect, HistoryMsg, HistoryRead, Msg, Open, Route, SuitAnswer, SuitsMsg};
use gentleback::session::Position;
use gentleback::sheet::Kind;

use super::app::{Desk, WIDE};
use super::history::kept;

fn asks(desk: &mut Desk, answers: &[&str]) {
    for answer in answers {
        let name = desk.names(Role::Button).into_iter().find(|name| name.starts_with(answer));
        let name = name.unwrap_or_else(|| panic!("{answer} is no answer: {:?}", desk.names(Role::Button)));
        desk.click(&name);
    }
}

#[test]
fn four_taps_lead_to_a_position_and_it_can_be_made_ones_own() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Section(2)));
    desk.click("Which position suits me?");
    assert_eq!(desk.titles(), ["Can you get down to the floor and up again alone?"]);
    assert!(desk.title_has_the_keyboard(), "no answer is chosen beforehand");
    asks(&mut desk, &["Yes, on my own", "No, it hurts"]);
    assert!(desk.reads("kneeling hurts or feels shaky"), "why one is left out");
    asks(&mut desk, &["No, both sides", "Not sure"]);
    assert_eq!(desk.titles(), ["On your back"]);
    assert!(desk.reads("Kneeling hurts or feels shaky.") && desk.reads("It does not know your back."));
    assert!(desk.names(Role::Button).iter().any(|name| name.starts_with("Against a wall")), "what else is open");
    desk.click("Make this my position");
    assert_eq!(desk.model().settings.preferred_position, Some(Position::Back));
    assert!(desk.saved());
    desk.click("This is your position");
    assert_eq!(desk.model().settings.preferred_position, Some(Position::Back), "it is not taken back by a second tap");
    desk.click("See all four");
    assert_eq!((desk.model().route, desk.model().shown_position), (Route::Section(2), Position::Back));
}

#[test]
fn who_gets_dizzy_is_offered_no_position() {
    let mut desk = Desk::wide();
    desk.send(Msg::Suits(SuitsMsg::Open));
    asks(&mut desk, &["I get dizzy"]);
    assert_eq!(desk.titles(), ["Please ask a professional first"]);
    assert!(!desk.has(Role::Button, "Make this my position"));
    assert!(desk.has(Role::Button, "Start easy movement"));
    desk.click("Question 1");
    assert_eq!(desk.titles(), ["Can you get down to the floor and up again alone?"], "an answer can be taken back");
    asks(&mut desk, &["Not sure", "Not sure"]);
    assert_eq!(desk.titles(), ["Against a wall"]);
    desk.key(Key::Escape);
    assert_ne!(desk.model().route, Route::Suits);
}

#[test]
fn the_questions_can_be_asked_while_a_sessions_position_is_chosen() {
    let mut desk = Desk::wide();
    desk.go_to_positions();
    desk.click("Which position suits me?");
    assert_eq!(desk.model().route, Route::Session, "a session is not left for it");
    desk.send(Msg::Suits(SuitsMsg::Answer(SuitAnswer::NotSure)));
    asks(&mut desk, &["Not sure"]);
    desk.click("Make this my position");
    assert_eq!(desk.model().shown_position, Position::Wall);
    assert!(desk.has(Role::Button, "Choose: Against a wall"), "{:?}", desk.names(Role::Button));
    desk.click("Which position suits me?");
    desk.key(Key::Escape);
    assert!(desk.has(Role::Button, "Choose: Against a wall"), "Esc leads back to the choice");
}

#[test]
fn a_day_of_the_calendar_opens_what_it_holds() {
    let mut desk = Desk::wide();
    desk.send(Msg::HistoryRead(Box::new(HistoryRead { entries: kept(), ..HistoryRead::default() })));
    desk.send(Msg::Go(Route::History));
    desk.click("Look at Sunday 1 March: 1 session");
    assert!(matches!(desk.model().history.page.open, Some(Open::Entry(_))));
    desk.key(Key::Escape);
    assert_eq!(desk.model().history.page.open, None);
    desk.click("Look at Tuesday 3 March: 1 warm-up, pressing was off");
    assert!(matches!(desk.model().history.page.open, Some(Open::Day(_))), "two entries to choose from");
    let rows: Vec<String> = desk.names(Role::Button).into_iter().filter(|name| name.starts_with("Look at: Tue")).collect();
    assert!(rows.len() >= 2, "{rows:?}");
    desk.send(Msg::History(HistoryMsg::Cancel));
    desk.reach(Role::Button, "Look at Monday 2 March: 1 stopped early").focus();
    desk.settle();
    desk.key(Key::Enter);
    assert!(matches!(desk.model().history.page.open, Some(Open::Entry(_))), "by the keyboard");
    assert!(!desk.names(Role::Button).iter().any(|name| name.contains("today: nothing")), "an empty day opens nothing");
}

#[test]
fn warning_signs_and_numbers_are_copied_as_plain_words() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Warning));
    let copied = |desk: &mut Desk, name: &str| {
        desk.click(name);
        let mut texts = desk.harness.state().effects.iter().filter_map(|effect| match effect {
            Effect::Copy(text) => Some(text.clone()),
            _ => None,
        });
        texts.next_back().expect("something is copied")
    };
    let numbers = copied(&mut desk, "Copy the numbers");
    assert!(numbers.lines().any(|line| line.contains("112")) && numbers.lines().count() >= 5, "{numbers}");
    let signs = copied(&mut desk, "Copy this page");
    for words in ["Warning signs", "Get emergency help now", "112", "- Chest pain with your back pain.", "Book a visit"] {
        assert!(signs.contains(words), "{words}: {signs}");
    }
    assert!(!signs.contains("**") && !signs.contains("](") && !signs.contains('{'), "{signs}");
    assert!(desk.reads("Copied."), "and it is said");
    desk.send(Msg::Go(Route::Start));
    assert!(!desk.reads("Copied."), "of that page, and not of the next one");
}

#[test]
fn the_card_is_printed_from_the_warning_page() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Warning));
    desk.click("Print the card");
    assert_eq!((desk.model().route, desk.model().sheet.kind), (Route::Sheet, Kind::EmergencyCard));
    assert!(desk.harness.state().effects.iter().any(|effect| matches!(effect, Effect::Print(_))));
}

/// Drags the mouse from one place to another and asks for a copy; what was selected.
fn drag(desk: &mut Desk, from: Pos2, to: Pos2) -> Option<String> {
    let button = |pos, pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
    for event in
        [Event::PointerMoved(from), button(from, true), Event::PointerMoved(to), Event::PointerMoved(to), button(to, false)]
    {
        desk.harness.event(event);
        desk.harness.step();
    }
    desk.harness.event(Event::Copy);
    desk.harness.step();
    desk.harness.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    })
}

#[test]
fn text_of_the_guide_can_be_selected_and_copied() {
    let mut desk = Desk::welcomed(WIDE, false);
    desk.send(Msg::Go(Route::Warning));
    let lead = desk.model().book.guide.warning.lead.text.clone();
    let rect = desk.harness.get_by_role_and_label(Role::Label, &lead).rect();
    let copied = drag(&mut desk, rect.left_top() + egui::vec2(1.0, 3.0), rect.right_bottom() - egui::vec2(1.0, 3.0));
    assert_eq!(copied, Some(lead));
    let sign = desk.reach(Role::ListItem, "Chest pain with your back pain.").rect();
    let copied = drag(&mut desk, pos2(sign.left() + 30.0, sign.center().y), pos2(sign.right() - 1.0, sign.center().y));
    assert!(copied.is_some_and(|text| text.contains("with your back pain.")), "a sign of a list");
}
