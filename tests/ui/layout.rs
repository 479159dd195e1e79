//! Every screen in every kind of window: what can be used is there, large enough and inside; no word is cut off.
//!
//! Heights are not held against the window where a page scrolls; Stop and Warning signs are, always.

use std::panic::catch_unwind;

use egui::accesskit::Role;
use egui::{Rect, Vec2};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use gentleback::app::Msg;

use super::app::{COLUMN, Desk, LEAST, WIDE};
use super::screens::{AROUND, ENDS, GUIDE, LED, RUNNING, Screen};

/// Half a point: what rounding to whole pixels may add.
const SLACK: f32 = 0.5;

/// Stop's ring reaches 6 points out; nothing may come nearer than it.
const STOP_CLEARANCE: f32 = 8.0;

/// Windows, and steps of the text size above 100 %.
const WINDOWS: [(&str, Vec2, i32); 5] =
    [("wide", WIDE, 0), ("least", LEAST, 0), ("column", COLUMN, 0), ("wide at 200 %", WIDE, 99), ("least at 200 %", LEAST, 99)];

fn desk(size: Vec2, steps: i32) -> Desk {
    let mut desk = Desk::welcomed(size, false);
    let mut before = 0.0;
    for _ in 0..steps {
        if desk.model().text_scale() <= before {
            break;
        }
        before = desk.model().text_scale();
        desk.send(Msg::TextSize(1));
    }
    desk
}

fn is_usable(role: Role) -> bool {
    matches!(
        role,
        Role::Button | Role::RadioButton | Role::Tab | Role::Switch | Role::CheckBox | Role::TextInput | Role::DisclosureTriangle
    )
}

fn told(node: &Node<'_>) -> String {
    format!(
        "{:?} “{}” at {:?}",
        node.accesskit_node().role(),
        node.accesskit_node().label().or_else(|| node.accesskit_node().value()).unwrap_or_default(),
        node.rect()
    )
}

/// What is wrong with the screen that shows.
fn faults(desk: &Desk) -> Vec<String> {
    let window = desk.harness.ctx.content_rect();
    let mut faults = Vec::new();
    for node in desk.harness.root().children_recursive() {
        if node.accesskit_node().raw_bounds().is_none() {
            continue; // the window itself, and groups that only hold others
        }
        let (role, rect) = (node.accesskit_node().role(), node.rect());
        let sideways = rect.left() < window.left() - SLACK || rect.right() > window.right() + SLACK;
        let shown = matches!(role, Role::Label | Role::Heading | Role::ListItem | Role::Image) || is_usable(role);
        if shown && sideways {
            faults.push(format!("sticks out sideways: {}", told(&node)));
        }
        if is_usable(role) && (rect.width() < 24.0 - SLACK || rect.height() < 24.0 - SLACK) {
            faults.push(format!("too small to hit: {}", told(&node)));
        }
    }
    faults
}

fn visible(desk: &Desk, name: &str) -> Vec<String> {
    let window = desk.harness.ctx.content_rect();
    let node = desk.harness.query_all_by_role(Role::Button).find(|node| node.accesskit_node().label().as_deref() == Some(name));
    match node {
        None => vec![format!("“{name}” is missing")],
        Some(node) if inside(window, node.rect()) && node.rect().height() >= 44.0 - SLACK => Vec::new(),
        Some(node) => vec![format!("not wholly in the window {window:?}: {}", told(&node))],
    }
}

/// What moves a session on or pauses it must stand clear of Stop, whole; in a low window once it is scrolled to.
fn crowds_stop(desk: &mut Desk) -> Vec<String> {
    let words = desk.model().book.cues.buttons.clone();
    let wanted = [&words.pause, &words.not_yet, &words.go_on, &words.ready, &words.in_place, &words.have_let_go];
    let Some(stop) = desk.harness.query_by_role_and_label(Role::Button, &words.stop) else { return Vec::new() };
    let limit = stop.rect().top() - STOP_CLEARANCE;
    let mut crowding = Vec::new();
    for name in wanted {
        if desk.has(Role::Button, name) {
            let node = desk.reach(Role::Button, name);
            if node.rect().bottom() > limit {
                crowding.push(format!("too near to Stop: {}", told(&node)));
            }
        }
    }
    crowding
}

fn inside(window: Rect, rect: Rect) -> bool {
    window.expand(SLACK).contains_rect(rect)
}

fn check(screens: &[Screen], fixed: Option<&str>) {
    let mut faults_found = Vec::new();
    for (window, size, steps) in WINDOWS {
        for (screen, go) in screens {
            // A screen that can not be laid out at all is one fault among others.
            let found = catch_unwind(|| {
                let mut desk = desk(size, steps);
                go(&mut desk);
                let mut found = faults(&desk);
                found.extend(fixed.map(|name| visible(&desk, name)).unwrap_or_default());
                found.extend(crowds_stop(&mut desk));
                found
            });
            let found = found.unwrap_or_else(|_| vec!["panics".to_owned()]);
            faults_found.extend(found.into_iter().map(|fault| format!("{window}, {screen}: {fault}")));
        }
    }
    assert!(faults_found.is_empty(), "{} faults:\n{}", faults_found.len(), faults_found.join("\n"));
}

#[test]
fn the_guide_fits_and_warning_signs_are_in_view() {
    check(&GUIDE, Some("Warning signs"));
}

#[test]
fn a_session_fits_and_stop_is_in_view() {
    check(&RUNNING, Some("Stop"));
}

#[test]
fn what_stands_around_a_session_fits() {
    check(&AROUND, None);
    check(&ENDS, None);
}

#[test]
fn every_way_of_leading_a_session_fits_and_stop_is_in_view() {
    // At the end nothing is left to stop.
    let (ends, led): (Vec<Screen>, Vec<Screen>) = LED.into_iter().partition(|(name, _)| name.starts_with("finish"));
    check(&led, Some("Stop"));
    check(&ends, None);
}
