//! Finding one's way: back to where one was, the search over everything, links in texts, the window's name.
//!
//! Not the index and not the trail, which are tested beside their code. Invariant: everything here is found by role and
//! name, and works by keyboard alone.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use gentleback::app::{FindMsg, Msg, PositionTab, Route, Way};
use gentleback::session::{Phase, Position};

use super::app::{Desk, LEAST, WIDE};
use super::stopping::bring;

fn focused<'a>(desk: &'a Desk) -> Option<Node<'a>> {
    desk.harness.root().children_recursive().find(|node| node.is_focused())
}

fn focused_is(desk: &Desk) -> (Option<Role>, String) {
    let node = focused(desk).map(|node| node.accesskit_node());
    let name = node.as_ref().and_then(|node| node.label().or_else(|| node.value())).unwrap_or_default();
    (node.map(|node| node.role()), name)
}

fn search(desk: &mut Desk, words: &str) {
    desk.chord(Modifiers::COMMAND, Key::F);
    desk.harness.get_by_role(Role::TextInput).type_text(words);
    desk.settle();
}

/// The page is scrolled, and rests there.
fn scroll(desk: &mut Desk) -> f32 {
    (0..3).for_each(|_| desk.key(Key::PageDown));
    desk.settle();
    let scrolled = desk.model().trail.scroll;
    assert!(scrolled > 100.0, "the page is scrolled: {scrolled}");
    scrolled
}

// -- back --

#[test]
fn back_leads_to_where_one_was_scroll_folds_tab_and_all() {
    for size in [WIDE, LEAST] {
        let mut desk = Desk::welcomed(size, false);
        desk.send(Msg::Go(Route::Section(2)));
        desk.send(Msg::ShowPosition(Position::Wall));
        desk.send(Msg::ShowTab(PositionTab::GetUp));
        desk.send(Msg::ToggleEvidence("warm-up/4".to_owned()));
        let scrolled = scroll(&mut desk);
        desk.key(Key::F1);
        assert_eq!((desk.model().route, desk.model().trail.scroll), (Route::Warning, 0.0), "a page opens at its top");
        desk.send(Msg::ShowPosition(Position::Back));
        desk.send(Msg::ToggleEvidence("warm-up/4".to_owned()));
        desk.chord(Modifiers::ALT, Key::ArrowLeft);
        let model = desk.model();
        assert_eq!(
            (model.route, model.shown_position, model.position_tab),
            (Route::Section(2), Position::Wall, PositionTab::GetUp)
        );
        assert!(model.open_evidence.contains("warm-up/4"), "what was open is open again");
        assert!((model.trail.scroll - scrolled).abs() < 1.0, "{size:?}: {} and not {scrolled}", model.trail.scroll);
        desk.settle();
        assert!((desk.model().trail.scroll - scrolled).abs() < 1.0, "it stays there");
        desk.chord(Modifiers::ALT, Key::ArrowRight);
        assert_eq!(desk.model().route, Route::Warning, "and forward again");
    }
}

#[test]
fn esc_leads_back_from_what_f1_opened_and_from_nothing_else() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Section(4)));
    desk.key(Key::F1);
    assert!(desk.has(Role::Button, "Back to “Press gently”"), "{:?}", desk.names(Role::Button));
    desk.key(Key::Escape);
    assert_eq!(desk.model().route, Route::Section(4));
    desk.key(Key::Escape);
    assert_eq!(desk.model().route, Route::Section(4), "nothing was looked up");
    desk.key(Key::F1);
    desk.click("Back to “Press gently”");
    assert_eq!(desk.model().route, Route::Section(4));
    desk.click("Warning signs");
    assert!(!desk.names(Role::Button).iter().any(|name| name.starts_with("Back to")), "that page was chosen");
}

#[test]
fn the_side_buttons_of_a_mouse_are_back_and_forward() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Tips));
    desk.send(Msg::Go(Route::Settings));
    let press = |desk: &mut Desk, button| {
        for pressed in [true, false] {
            let pos = Pos2::new(700.0, 400.0);
            desk.harness.event(Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
        }
        desk.settle();
    };
    press(&mut desk, PointerButton::Extra1);
    assert_eq!(desk.model().route, Route::Tips);
    press(&mut desk, PointerButton::Extra2);
    assert_eq!(desk.model().route, Route::Settings);
}

#[test]
fn the_keyboard_comes_back_to_what_had_it() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Section(3)));
    desk.reach(Role::Button, "Mark as read").focus();
    desk.settle();
    desk.key(Key::F1);
    assert!(desk.title_has_the_keyboard());
    desk.key(Key::Escape);
    assert_eq!(focused_is(&desk).1, "Mark as read");
}

#[test]
fn no_way_back_leads_into_a_session_or_out_of_one() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Tips));
    bring(&mut desk, Position::Back, Phase::Hold);
    for way in [Way::Back, Way::Forward] {
        desk.send(Msg::Step(way));
        assert_eq!(desk.model().route, Route::Session);
    }
    desk.chord(Modifiers::ALT, Key::ArrowLeft);
    desk.chord(Modifiers::COMMAND, Key::F);
    desk.send(Msg::LookUp(Route::Warning));
    assert!(desk.model().route == Route::Session && desk.model().running().is_some());
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Tips));
    desk.send(Msg::Begin);
    desk.send(Msg::LeaveSession);
    assert_eq!(desk.model().route, Route::Start);
    desk.send(Msg::Step(Way::Back));
    assert_eq!(desk.model().route, Route::Tips, "the questions before a session are left out");
}

#[test]
fn the_window_is_called_by_its_page() {
    let mut desk = Desk::wide();
    assert_eq!(desk.model().window_title(), "Start here - Gentleback");
    desk.send(Msg::Go(Route::Section(4)));
    assert_eq!(desk.model().window_title(), "Press gently - Gentleback");
    bring(&mut desk, Position::Back, Phase::Hold);
    assert_eq!(desk.model().window_title(), "Gentleback");
}

// -- search --

#[test]
fn the_search_opens_from_everywhere_and_says_what_to_do() {
    let mut desk = Desk::wide();
    for route in [Route::Start, Route::Section(4), Route::Settings, Route::History, Route::Search] {
        desk.send(Msg::Go(route));
        desk.chord(Modifiers::COMMAND, Key::F);
        assert_eq!(desk.model().route, Route::Search, "{route:?}");
        assert_eq!(focused_is(&desk).0, Some(Role::TextInput), "{route:?}");
        assert!(desk.reads("Type a word, such as pillow, towel or numb."));
    }
    desk.send(Msg::Go(Route::Start));
    desk.click("Search the guide");
    assert_eq!(desk.model().route, Route::Search, "the sidebar's button");
    for size in [LEAST, WIDE] {
        let mut desk = Desk::welcomed(size, false);
        desk.send(Msg::Go(Route::Questions));
        let buttons = desk.names(Role::Button);
        assert!(buttons.iter().filter(|name| *name == "Search the guide").count() >= 1, "{size:?}: {buttons:?}");
    }
}

#[test]
fn an_elbow_is_found_in_step_five_and_opens_there() {
    let mut desk = Desk::wide();
    search(&mut desk, "elbow");
    assert_eq!(desk.model().route, Route::Search, "typing opens nothing");
    assert!(desk.reads("6 places on 3 pages."), "how many places is said");
    assert!(desk.has(Role::Button, "Press gently, 3 places"), "{:?}", desk.names(Role::Button));
    let hit = "There are three things to press with: your hands, an elbow or a foam roller.";
    desk.click(hit);
    assert_eq!(desk.model().route, Route::Section(4));
    let words = desk.harness.get_by_role_and_label(Role::Label, hit).rect();
    let window = desk.harness.ctx.content_rect();
    assert!(window.contains_rect(words), "it is in view: {words:?}");
    assert_eq!(desk.model().sought.as_ref().map(|sought| sought.words.join(" ")), Some("elbow".to_owned()));
    desk.key(Key::Escape);
    assert_eq!((desk.model().route, desk.model().finding.words.as_str()), (Route::Search, "elbow"), "back to what was found");
}

#[test]
fn a_hit_opens_what_is_folded_over_it() {
    let mut desk = Desk::wide();
    search(&mut desk, "ligaments");
    let hit = desk.names(Role::Button).into_iter().find(|name| name.contains("bands that join bones")).expect("the answer");
    desk.click(&hit);
    assert_eq!(desk.model().route, Route::Questions);
    assert!(desk.model().open_questions.contains(&1));
    assert!(desk.reads("bands that join bones"));
    search(&mut desk, "");
    desk.send(Msg::Find(FindMsg::Type("heels quite close".to_owned())));
    let hit = desk.names(Role::Button).into_iter().find(|name| name.contains("heels quite close")).expect("the wall");
    desk.click(&hit);
    assert_eq!((desk.model().shown_position, desk.model().position_tab), (Position::Wall, PositionTab::GetDown));
    assert!(desk.reads(&hit));
}

#[test]
fn the_arrows_go_through_what_was_found_and_enter_opens_it() {
    let mut desk = Desk::wide();
    search(&mut desk, "numb");
    assert!(desk.reads("Warning signs come first."));
    desk.key(Key::ArrowDown);
    let (role, first) = focused_is(&desk);
    assert_eq!(role, Some(Role::Button), "{first}");
    assert!(first.ends_with("Emergency now"), "the most urgent first: {first}");
    desk.key(Key::ArrowDown);
    assert_ne!(focused_is(&desk).1, first);
    desk.key(Key::ArrowUp);
    desk.key(Key::ArrowUp);
    assert_eq!(focused_is(&desk).1, format!("Warning signs, {} places", desk.model().finding.found[0].count));
    desk.key(Key::ArrowUp);
    assert_eq!(focused_is(&desk).0, Some(Role::TextInput), "and back into the field");
    desk.key(Key::Enter);
    assert_eq!((desk.model().route, focused_is(&desk).1), (Route::Search, first), "Enter goes to the places first");
    desk.key(Key::Enter);
    assert_eq!(desk.model().route, Route::Warning);
}

#[test]
fn esc_clears_the_search_and_then_leads_back() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Tips));
    search(&mut desk, "towel");
    desk.key(Key::Escape);
    assert_eq!((desk.model().route, desk.model().finding.words.as_str()), (Route::Search, ""));
    assert_eq!(focused_is(&desk).0, Some(Role::TextInput), "the field keeps the keyboard");
    desk.key(Key::Escape);
    assert_eq!(desk.model().route, Route::Tips);
}

#[test]
fn what_is_not_found_says_where_else_to_look() {
    let mut desk = Desk::wide();
    search(&mut desk, "q");
    assert!(desk.reads("Type one more letter to begin."));
    desk.send(Msg::Find(FindMsg::Type("quetzal".to_owned())));
    assert!(desk.reads("No page of this guide uses that word."));
    desk.click("Go to “Questions”");
    assert_eq!(desk.model().route, Route::Questions);
    desk.key(Key::Escape);
    desk.click("Clear the search");
    assert_eq!(desk.model().finding.words, "");
    assert_eq!(focused_is(&desk).0, Some(Role::TextInput));
}

#[test]
fn a_setting_is_found_and_shown() {
    let mut desk = Desk::wide();
    search(&mut desk, "chin hold aloud");
    assert!(desk.model().finding.found.is_empty(), "no text has all of these");
    desk.send(Msg::Find(FindMsg::Type("hold aloud".to_owned())));
    desk.click("Count the hold aloud");
    assert_eq!(desk.model().route, Route::Settings);
    assert!(desk.model().trail.scroll > 50.0, "scrolled to: {}", desk.model().trail.scroll);
}

// -- links in texts --

#[test]
fn a_reference_in_a_text_is_a_link() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Section(4)));
    for (name, route) in [("your core", Route::Section(3)), ("Any pain means stop", Route::Section(6))] {
        desk.send(Msg::Go(Route::Section(4)));
        desk.click_role(Role::Link, name);
        assert_eq!(desk.model().route, route, "{name}");
        desk.key(Key::Escape);
        assert_eq!(desk.model().route, Route::Section(4), "and back");
    }
    desk.click_role(Role::Link, "Against a wall:");
    assert_eq!((desk.model().route, desk.model().shown_position), (Route::Section(2), Position::Wall));
    for route in [Route::Helps, Route::Tips, Route::Section(2), Route::Start] {
        desk.send(Msg::Go(route));
        let links = desk.names(Role::Link);
        assert!(!links.is_empty(), "{route:?}");
        for text in desk.names(Role::Label) {
            assert!(!text.contains("](") && !text.contains("step:"), "{text}");
        }
    }
}

#[test]
fn a_link_is_reached_by_tab_and_opened_by_enter() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Helps));
    for _ in 0..40 {
        desk.key(Key::Tab);
        if focused_is(&desk) == (Some(Role::Link), "Warning signs".to_owned()) {
            desk.key(Key::Enter);
            assert_eq!(desk.model().route, Route::Warning);
            return;
        }
    }
    panic!("no Tab came to the link");
}
