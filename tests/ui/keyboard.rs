//! The keyboard alone: Tab reaches everything that can be used, each with its ring painted, and gets out again.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::epaint::Shape;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use gentleback::app::{Msg, Route};
use gentleback::drawing::Token;
use gentleback::ui::theme::Themes;

use super::app::{Desk, LEAST};
use super::screens::{AROUND, ENDS, GUIDE, LED, RUNNING, Screen};

fn is_usable(role: Role) -> bool {
    matches!(
        role,
        Role::Button
            | Role::RadioButton
            | Role::Tab
            | Role::Switch
            | Role::CheckBox
            | Role::TextInput
            | Role::DisclosureTriangle
            | Role::Slider
    )
}

/// What can be used now: role and name.
fn usable(desk: &Desk) -> BTreeSet<String> {
    let nodes = desk.harness.root().children_recursive().map(|node| node.accesskit_node());
    let usable = nodes.filter(|node| is_usable(node.role()) && !node.is_disabled());
    usable.map(|node| format!("{:?} {}", node.role(), node.label().unwrap_or_default())).collect()
}

fn focused(desk: &Desk) -> Option<(String, egui::Rect, Role)> {
    let node = desk.harness.root().children_recursive().find(|node| node.is_focused())?;
    let (role, name) = (node.accesskit_node().role(), node.accesskit_node().label().unwrap_or_default());
    Some((format!("{role:?} {name}"), node.rect(), role))
}

/// Whether a ring in the focus colour is painted around this.
fn is_ringed(desk: &Desk, rect: egui::Rect) -> bool {
    let themes = Themes::shipped().expect("shipped themes");
    let color = themes.of(desk.model()).color(Token::Focus);
    desk.harness.output().shapes.iter().any(|shape| match &shape.shape {
        // Around it, or just inside where a row fills its panel.
        Shape::Rect(ring) => ring.stroke.color == color && ring.rect.expand(6.0).contains_rect(rect),
        _ => false,
    })
}

/// Walks a screen with Tab and tells what was not reached and what was reached without a ring.
fn walk(desk: &mut Desk) -> Vec<String> {
    let wanted = usable(desk);
    let mut reached = BTreeSet::new();
    let mut faults = Vec::new();
    // The signs of a list are on the way too.
    let signs = desk.harness.query_all_by_role(Role::ListItem).count();
    for _ in 0..(wanted.len() + signs) * 2 + 6 {
        desk.key(Key::Tab);
        let Some((name, rect, role)) = focused(desk) else { continue };
        if is_usable(role) && !is_ringed(desk, rect) {
            faults.push(format!("no ring around {name}"));
        }
        reached.insert(name);
    }
    faults.extend(wanted.difference(&reached).map(|name| format!("Tab never comes to {name}")));
    faults.sort();
    faults.dedup();
    faults
}

fn check(screens: &[Screen]) {
    let mut found = Vec::new();
    for (screen, go) in screens {
        let mut desk = Desk::wide();
        go(&mut desk);
        found.extend(walk(&mut desk).into_iter().map(|fault| format!("{screen}: {fault}")));
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

#[test]
fn tab_reaches_everything_in_the_guide() {
    check(&GUIDE);
}

#[test]
fn tab_reaches_everything_around_a_session() {
    check(&AROUND);
    check(&ENDS);
}

#[test]
fn tab_reaches_everything_in_a_session() {
    // Where time runs, a walk takes no time: the clock of the test stands still.
    check(&RUNNING);
    check(&LED);
}

#[test]
fn a_new_page_gives_its_title_the_keyboard() {
    let mut desk = Desk::wide();
    for route in [Route::Section(3), Route::Questions, Route::Settings, Route::Warning] {
        desk.send(Msg::Go(route));
        assert!(desk.title_has_the_keyboard(), "{route:?}");
    }
}

#[test]
fn enter_and_space_do_what_a_click_does() {
    let mut desk = Desk::wide();
    for key in [Key::Enter, Key::Space] {
        desk.send(Msg::Go(Route::Start));
        desk.harness.get_by_role_and_label(Role::Button, "Step 4, Engage your core").focus();
        desk.settle();
        desk.key(key);
        assert_eq!(desk.model().route, Route::Section(3), "{key:?}");
    }
}

#[test]
fn shift_tab_goes_back() {
    let mut desk = Desk::wide();
    desk.key(Key::Tab);
    desk.key(Key::Tab);
    let (here, ..) = focused(&desk).expect("Tab takes the keyboard somewhere");
    desk.key(Key::Tab);
    desk.chord(Modifiers::SHIFT, Key::Tab);
    assert_eq!(focused(&desk).map(|(name, ..)| name), Some(here));
}

#[test]
fn esc_takes_the_keyboard_off_no_button_and_out_of_a_field() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Settings));
    desk.key(Key::Tab);
    let before = focused(&desk).expect("the keyboard is somewhere").0;
    desk.key(Key::Escape);
    assert_eq!(focused(&desk).map(|(name, ..)| name), Some(before));
    desk.send(Msg::Go(Route::Sheet));
    while focused(&desk).is_none_or(|(_, _, role)| role != Role::TextInput) {
        desk.key(Key::Tab);
    }
    desk.key(Key::Escape);
    assert_eq!(focused(&desk).map(|(_, _, role)| role), Some(Role::Label), "the page's title");
}

#[test]
fn the_menu_of_a_narrow_window_opens_closes_and_leads_on() {
    let mut desk = Desk::welcomed(LEAST, false);
    desk.click("Open the menu");
    assert!(desk.has(Role::Button, "Step 1, See a professional"));
    desk.key(Key::Escape);
    assert!(!desk.model().menu_open);
    desk.click("Open the menu");
    desk.click("Step 1, See a professional");
    assert_eq!(desk.model().route, Route::Section(0));
    assert!(!desk.model().menu_open);
}
