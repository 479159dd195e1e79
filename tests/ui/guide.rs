//! Reading: every page can be reached and says which it is, choices are kept, folds fold.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use gentleback::app::{Choice, Effect, HistoryRead, Msg, Renderer, Route};
use gentleback::content::Block;
use gentleback::session::Position;

use super::app::{Desk, WIDE};

/// Ctrl here, Command on a Mac; egui calls both the command key.
const COMMAND: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };

#[test]
fn the_first_screen_leads_to_the_start_and_is_kept() {
    let mut desk = Desk::new(WIDE, false);
    assert_eq!(desk.titles(), ["Before you begin"]);
    desk.click("I understand");
    assert_eq!(desk.titles(), ["Start here"]);
    assert!(desk.model().settings.welcomed_version.is_some());
    assert!(desk.saved());
}

#[test]
fn just_reading_keeps_no_consent() {
    let mut desk = Desk::new(WIDE, false);
    desk.click("Just let me read");
    assert_eq!(desk.titles(), ["Start here"]);
    assert_eq!(desk.model().settings.welcomed_version, None);
    desk.send(Msg::Begin);
    assert_eq!(desk.titles(), ["Before you begin"], "a session asks again");
}

#[test]
fn the_sidebar_leads_to_every_page_and_each_has_one_title() {
    let mut desk = Desk::wide();
    let sections: Vec<String> = desk.model().book.guide.sections.iter().map(|section| section.title.clone()).collect();
    assert_eq!(sections.len(), 8);
    for (index, title) in sections.iter().enumerate() {
        desk.click(&format!("Step {}, {title}", index + 1));
        assert_eq!(desk.model().route, Route::Section(index));
        assert_eq!(desk.titles(), [title.as_str()]);
    }
    for (name, route) in [
        ("What else helps", Route::Helps),
        ("Questions", Route::Questions),
        ("Tips and main points", Route::Tips),
        ("Summary sheet", Route::Sheet),
        ("Settings", Route::Settings),
        ("About this guide", Route::About),
        ("Warning signs", Route::Warning),
    ] {
        desk.send(Msg::Go(Route::Section(0)));
        desk.click(name);
        assert_eq!(desk.model().route, route);
        assert_eq!(desk.titles().len(), 1, "{name}: {:?}", desk.titles());
    }
}

#[test]
fn a_page_is_marked_as_read_and_the_sidebar_says_so() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Section(0)));
    desk.click("Mark as read");
    assert!(desk.saved());
    assert!(desk.has(Role::Button, "Step 1, See a professional, read, this page"), "{:?}", desk.names(Role::Button));
    assert!(desk.reads("1 of 8 read"));
    desk.click("Marked as read");
    assert!(desk.saved());
    assert!(desk.has(Role::Button, "Step 1, See a professional, this page"));
}

#[test]
fn a_preferred_position_is_kept_and_can_be_taken_back() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Section(2)));
    desk.click("Prefer this: On your side");
    assert_eq!(desk.model().settings.preferred_position, Some(Position::Side));
    assert!(desk.saved());
    assert!(desk.has(Role::Tab, "On your side, 2 of 4, preferred"), "{:?}", desk.names(Role::Tab));
    desk.click("Prefer this: On your side");
    assert_eq!(desk.model().settings.preferred_position, None);
}

#[test]
fn position_cards_are_tabs_for_picture_and_steps() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Section(2)));
    let tabs = desk.names(Role::Tab);
    assert_eq!(tabs.len(), 4, "{tabs:?}");
    for (tab, position) in tabs.iter().zip(Position::ALL) {
        desk.click_role(Role::Tab, tab);
        assert_eq!(desk.model().shown_position, position);
        let text = desk.model().shown_position_text().expect("a shipped position");
        let (description, get_up) = (text.figure.description.clone(), text.get_up[0].text.clone());
        assert!(desk.has(Role::Image, &description), "the picture of {position:?}");
        assert!(!desk.reads(&get_up), "getting up shows before it is asked for");
        // Nobody gets up from a wall.
        desk.click_role(Role::RadioButton, if position == Position::Wall { "Away" } else { "Get up" });
        assert!(desk.reads(&get_up.replace("**", "")));
        desk.click_role(Role::RadioButton, "Set up");
    }
}

#[test]
fn step_5_shows_the_preferred_position_and_what_to_press_with() {
    let mut desk = Desk::wide();
    let press = desk.model().section_index("press-gently").expect("the section");
    for (prefer, caption) in [
        ("Prefer this: On your side", "One hand behind, seen from above"),
        ("Prefer this: On all fours", "One hand on the back"),
        ("Prefer this: Against a wall", "Hands between back and wall"),
        ("Prefer this: On your back", "Hands under the low back"),
    ] {
        desk.send(Msg::Go(Route::Section(2)));
        desk.click(prefer);
        desk.send(Msg::Go(Route::Section(press)));
        desk.settle();
        desk.click(&format!("Show the movement: {caption}"));
        desk.click(&format!("Stop the movement: {caption}"));
    }
    let crossed = desk.names(Role::Image).into_iter().filter(|name| name.starts_with("Crossed out")).count();
    assert_eq!(crossed, 3, "what to leave out is a picture each, and says so");
}

#[test]
fn in_a_broad_window_a_heading_stands_with_what_is_under_it() {
    let mut desk = Desk::welcomed(egui::vec2(1920.0, 1080.0), false);
    let press = desk.model().section_index("press-gently").expect("the section");
    desk.send(Msg::Go(Route::Section(press)));
    desk.settle();
    let left = |role, name: &str| desk.harness.get_by_role_and_label(role, name).rect().left();
    let (heading, warning) = (left(Role::Heading, "Where to press"), "Press right on the part of your low back that hurts.");
    assert!((heading - left(Role::Label, warning)).abs() < 40.0, "only explanations stand under it, so it goes with them");
    assert!(left(Role::Heading, "Which way to press") < heading, "what is to be done stays at the left");
}

#[test]
fn evidence_folds_open_and_shut_with_the_article_beside_it() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Section(0)));
    let folds = desk.names(Role::DisclosureTriangle);
    let fold = folds.first().expect("the page has evidence").clone();
    assert!(!desk.reads("The article says"));
    desk.click_role(Role::DisclosureTriangle, &fold);
    assert!(desk.reads("The article says") && desk.reads("What the evidence says"));
    desk.click_role(Role::DisclosureTriangle, &fold);
    assert!(!desk.reads("The article says"));
}

#[test]
fn an_answer_folds_open() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Questions));
    let closed = desk.names(Role::Label).len();
    desk.click_role(Role::DisclosureTriangle, "What if it hurts?");
    assert!(desk.names(Role::Label).len() > closed);
}

#[test]
fn the_sheet_is_shown_and_saved() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Sheet));
    desk.click_role(Role::RadioButton, "US Letter");
    desk.click("Save as PDF");
    let asked = |effect: &Effect| matches!(effect, Effect::SaveSheet(_));
    assert!(desk.harness.state().effects.iter().any(asked));
}

#[test]
fn keys_lead_around_and_change_the_text_size() {
    let mut desk = Desk::wide();
    desk.key(Key::F1);
    assert_eq!(desk.model().route, Route::Warning);
    desk.chord(COMMAND, Key::P);
    assert_eq!(desk.model().route, Route::Sheet);
    desk.send(Msg::Go(Route::Start));
    for index in 0..8 {
        desk.chord(COMMAND, Key::PageDown);
        assert_eq!(desk.model().route, Route::Section(index));
    }
    desk.chord(COMMAND, Key::PageUp);
    assert_eq!(desk.model().route, Route::Section(6));
    desk.chord(COMMAND, Key::Plus);
    desk.chord(COMMAND, Key::Plus);
    let larger = desk.model().text_scale();
    assert!(larger > 1.0);
    desk.chord(COMMAND, Key::Minus);
    assert!(desk.model().text_scale() < larger);
    desk.chord(COMMAND, Key::Num0);
    assert!((desk.model().text_scale() - 1.0).abs() < 1e-6);
}

#[test]
fn a_message_at_the_foot_is_read_out_and_put_away() {
    let mut desk = Desk::wide();
    desk.send(Msg::SettingsNotSaved("the disk is full".to_owned()));
    assert!(desk.reads("the disk is full"));
    desk.click("Close this message");
    assert!(!desk.reads("the disk is full"));
}

#[test]
fn a_figure_moves_when_asked_and_stops_when_asked_or_left() {
    let mut desk = Desk::wide();
    let core = desk.model().section_index("engage-your-core").expect("the section");
    desk.send(Msg::Go(Route::Section(core)));
    desk.settle();
    desk.click("Show the movement: Belly drawn in");
    assert!(desk.model().playing.is_some());
    assert!(gentleback::app::next_wake(desk.model()).is_some(), "it is drawn while it moves");
    let frame = |desk: &Desk| Some(gentleback::app::next_wake(desk.model())?.since(desk.model().now.moment).as_millis());
    assert_eq!(frame(&desk), Some(33));
    desk.send(Msg::Renderer(Renderer::Software));
    assert_eq!(frame(&desk), Some(83), "the processor paints twelve times a second");
    desk.send(Msg::Hidden(true));
    assert_eq!(frame(&desk), None, "what cannot be seen is not drawn");
    desk.send(Msg::Hidden(false));
    desk.click("Stop the movement: Belly drawn in");
    assert_eq!(gentleback::app::next_wake(desk.model()), None);
    desk.click("Show the movement: Belly drawn in");
    desk.send(Msg::Go(Route::Start));
    assert_eq!(desk.model().playing, None);
}

#[test]
fn the_start_page_says_what_a_first_session_asks_for_until_one_is_done() {
    let mut desk = Desk::wide();
    assert!(desk.reads("Your first session") && desk.reads("a steady chair") && desk.reads("six feet (two meters) away"));
    desk.send(Msg::HistoryRead(Box::new(HistoryRead { entries: vec![super::history::today()], ..HistoryRead::default() })));
    assert!(!desk.reads("Your first session"));
}

#[test]
fn mark_as_read_stands_in_the_middle() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Section(1)));
    let middle = |node: egui_kittest::Node<'_>| node.rect().center().x;
    let mark = middle(desk.reach(Role::Button, "Mark as read"));
    let left = desk.reach(Role::Button, "See a professional").rect().left();
    let right = desk.reach(Role::Button, "Find your position").rect().right();
    assert!((mark - (left + right) / 2.0).abs() < 2.0, "{left} {mark} {right}");
}

/// Where nothing moves, a movement is shown by where it begins and where it ends.
#[test]
fn without_movement_start_and_end_stand_side_by_side() {
    let mut desk = Desk::wide();
    desk.send(Msg::Set(Choice::Motion(false)));
    let scenes: Vec<String> = desk
        .model()
        .book
        .guide
        .sections
        .iter()
        .flat_map(|section| &section.blocks)
        .filter_map(|block| match block {
            Block::Figure(figure) => Some(figure.scene.clone()),
            _ => None,
        })
        .filter(|scene| desk.model().book.figures.clip_secs(scene).is_some())
        .collect();
    assert!(!scenes.is_empty(), "the guide has pictures that move");
    for scene in scenes {
        assert!(desk.model().book.figures.ends(&scene, desk.model().settings.look).is_some(), "{scene}");
    }
}
