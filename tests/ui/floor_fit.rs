//! The session in every window that the program allows, at every text size and in every turn: whatever can be pressed
//! is in the window, large enough, and over nothing else.
//!
//! Time stands still here: each page is gone to once and then looked at in every window.

use egui::accesskit::Role;
use egui::{Rect, Vec2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use gentleback::app::{Choice, FloorMsg, Msg};
use gentleback::session::{Event, Feel, Phase, Position};
use gentleback::settings::{TextScale, Turn};

use super::app::{Desk, LEAST, WIDE};
use super::floor::{PAGES, words};
use super::screens::{ENDS, LED, RUNNING, Screen};
use super::stopping::bring;

const WINDOWS: [Vec2; 3] = [LEAST, WIDE, vec2(1920.0, 1080.0)];
const PERCENTS: [u16; 3] = [100, 150, 200];

/// Half a point: what rounding to whole pixels may add.
const SLACK: f32 = 0.5;
/// The least side of what can be hit, in points (WCAG 2.5.8).
const LEAST_SIDE: f32 = 24.0;

/// What the lists of screens leave out: settling with one more and round again, the way up and the question at its end.
pub const MORE: [Screen; 5] = [
    ("settle-at-10", |desk| {
        bring(desk, Position::Wall, Phase::Settle);
        desk.send(Msg::Session(Event::Ache(10)));
    }),
    ("feel", feel),
    ("feel-worse", |desk| {
        feel(desk);
        desk.send(Msg::Session(Event::Feel(Feel::Worse)));
    }),
    ("advice-after-worse", |desk| {
        feel(desk);
        desk.send(Msg::Session(Event::Feel(Feel::Worse)));
        desk.send(Msg::Session(Event::Done));
    }),
    ("eased-off", |desk| {
        bring(desk, Position::Wall, Phase::Hold);
        desk.send(Msg::Session(Event::Stop));
        desk.wait(5.0);
    }),
];

/// Up again, and asked how the back feels.
pub fn feel(desk: &mut Desk) {
    let (_, finish) = LED.iter().find(|(name, _)| *name == "finish").expect("a screen");
    finish(desk);
    desk.wait(1.0);
    desk.send(Msg::Session(Event::SkipSteps));
    desk.wait(1.0);
}

/// Shows the same moment in another window, at another text size.
fn resize(desk: &mut Desk, size: Vec2, percent: u16) {
    desk.send(Msg::Set(Choice::TextScale(TextScale::from_percent(percent).expect("in the range"))));
    let scale = desk.model().text_scale();
    desk.harness.set_size(size / scale);
    desk.settle();
    let window = desk.window().size();
    assert!((window - size / scale).length() < 1.0, "the window is {window:?}");
}

/// What can be pressed: name and place.
fn usable(desk: &Desk) -> Vec<(String, Rect)> {
    let roles = [Role::Button, Role::RadioButton, Role::Switch];
    let nodes = roles.into_iter().flat_map(|role| desk.harness.query_all_by_role(role));
    nodes.map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect())).collect()
}

/// What is wrong with one page of the floor view.
fn faults(desk: &Desk) -> Vec<String> {
    let window = desk.window();
    let stop = &desk.model().book.cues.buttons.stop;
    let parts: Vec<_> = usable(desk).into_iter().filter(|(name, _)| name != stop).collect();
    let mut faults = Vec::new();
    // The floor view is as large as its window, not as its text size: its points are counted at 100 %.
    let least_side = LEAST_SIDE / desk.model().text_scale();
    for (index, (name, rect)) in parts.iter().enumerate() {
        if !window.expand(SLACK).contains_rect(*rect) {
            faults.push(format!("“{name}” is out of the window: {rect:?} of {window:?}"));
        }
        if rect.size().min_elem() < least_side - SLACK {
            faults.push(format!("“{name}” is too small to hit: {rect:?}"));
        }
        for (other, place) in &parts[index + 1..] {
            if rect.shrink(SLACK).intersects(place.shrink(SLACK)) {
                faults.push(format!("“{name}” lies over “{other}”: {rect:?}, {place:?}"));
            }
        }
    }
    let texts = words(desk);
    for (index, text) in texts.iter().enumerate() {
        if !window.expand(SLACK).contains_rect(text.place) {
            faults.push(format!("the words “{}” are cut: {:?}", text.words, text.place));
        }
        for other in &texts[index + 1..] {
            // Lines reach a little beyond their letters.
            if text.place.shrink(1.0).intersects(other.place.shrink(1.0)) {
                faults.push(format!("the words “{}” lie over “{}”", text.words, other.words));
            }
        }
    }
    faults
}

/// Every page of a session, by name.
fn pages() -> Vec<Screen> {
    let ends = ENDS.into_iter().filter(|(name, _)| *name != "position-stage");
    PAGES.into_iter().chain(LED).chain(ends).chain(MORE).collect()
}

#[test]
fn nothing_is_hidden_in_the_floor_view_in_any_window_text_size_and_turn() {
    let mut found = Vec::new();
    let mut looked_at = 0;
    for (name, go) in pages() {
        let mut desk = Desk::wide();
        desk.harness.state_mut().model.floor.on = true;
        go(&mut desk);
        assert!(desk.model().floor_form().is_some(), "{name}");
        for percent in PERCENTS {
            for size in WINDOWS {
                resize(&mut desk, size, percent);
                for turn in Turn::ALL {
                    desk.send(Msg::Floor(FloorMsg::Turn(turn)));
                    looked_at += 1;
                    let here = format!("{name}, {size:?}, {percent} %, {turn:?}");
                    found.extend(faults(&desk).into_iter().map(|fault| format!("{here}: {fault}")));
                }
            }
        }
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
    assert!(looked_at >= 36 * 25, "only {looked_at} pictures were looked at");
}

#[test]
fn what_the_machine_can_not_do_makes_no_question_smaller() {
    for (name, go) in pages() {
        let mut desk = Desk::wide();
        desk.harness.state_mut().model.floor.on = true;
        go(&mut desk);
        for (size, turn) in [(LEAST, Turn::None), (LEAST, Turn::Quarter), (WIDE, Turn::None)] {
            resize(&mut desk, size, 100);
            desk.send(Msg::Floor(FloorMsg::Turn(turn)));
            let sizes = |desk: &mut Desk, kept: bool| {
                desk.send(Msg::Floor(FloorMsg::Awake(kept)));
                let dark = "The screen may go dark";
                assert_eq!(words(desk).iter().any(|word| word.words.contains(dark)), !kept, "{name}");
                let found = faults(desk);
                assert!(found.is_empty(), "{name}, {size:?}, {turn:?}:\n{}", found.join("\n"));
                let other = words(desk).into_iter().filter(|word| !word.words.contains(dark));
                other.map(|word| (word.words, word.smallest)).collect::<Vec<_>>()
            };
            let bright = sizes(&mut desk, true);
            assert_eq!(sizes(&mut desk, false), bright, "{name}, {size:?}, {turn:?}");
        }
    }
}

#[test]
fn everything_can_be_reached_in_the_usual_screens_in_any_window_and_text_size() {
    let mut found = Vec::new();
    for (name, go) in RUNNING.into_iter().chain(LED).chain(MORE) {
        let mut desk = Desk::wide();
        go(&mut desk);
        for percent in PERCENTS {
            for size in WINDOWS {
                resize(&mut desk, size, percent);
                let here = format!("{name}, {size:?}, {percent} %");
                found.extend(unreachable(&mut desk).into_iter().map(|fault| format!("{here}: {fault}")));
            }
        }
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

/// What can not be brought into view, or only under Stop.
fn unreachable(desk: &mut Desk) -> Vec<String> {
    let stop_name = desk.model().book.cues.buttons.stop.clone();
    let mut faults = Vec::new();
    let (cues, session) = (&desk.model().book.cues, desk.session());
    let heading = cues.phase(session.phase(), session.position()).word.to_owned();
    for place in words(desk).into_iter().filter(|text| text.words == heading).map(|text| text.shown.shrink(1.0)) {
        // Answers scroll away under a question that stands: what counts is what shows of their words.
        let texts: Vec<_> = words(desk).into_iter().filter(|text| text.shown.intersects(place)).collect();
        let shows = |name: &str| texts.iter().any(|text| name.starts_with(&text.words));
        let over = usable(desk).into_iter().filter(|(name, rect)| rect.shrink(SLACK).intersects(place) && shows(name));
        faults.extend(over.map(|(name, _)| format!("“{name}” lies over “{heading}”")));
    }
    let open = desk.model().book.floor.open.clone();
    if let Some((_, way_in)) = usable(desk).into_iter().find(|(name, _)| *name == open) {
        let under = words(desk).into_iter().filter(|text| text.words != open && text.shown.intersects(way_in));
        let under = under.filter(|text| text.words != desk.model().book.floor.open_key);
        faults.extend(under.map(|text| format!("“{}” lies under “{open}”", text.words)));
    }
    for index in 0..usable(desk).len() {
        let roles = [Role::Button, Role::RadioButton, Role::Switch];
        if let Some(node) = roles.into_iter().flat_map(|role| desk.harness.query_all_by_role(role)).nth(index) {
            node.scroll_to_me();
        }
        desk.settle();
        let window = desk.window();
        let parts = usable(desk);
        let stop = parts.iter().find(|(name, _)| *name == stop_name).map(|(_, rect)| *rect);
        let Some((name, rect)) = parts.get(index) else { continue };
        if !window.expand(SLACK).contains_rect(*rect) {
            faults.push(format!("“{name}” can not be brought into view: {rect:?} of {window:?}"));
        }
        if stop.is_some_and(|stop| *name != stop_name && stop.shrink(SLACK).intersects(rect.shrink(SLACK))) {
            faults.push(format!("“{name}” lies under Stop: {rect:?}"));
        }
    }
    faults
}

#[test]
fn the_way_into_the_floor_view_is_there_in_the_smallest_window_with_the_largest_text() {
    for (name, go) in RUNNING {
        let mut desk = Desk::wide();
        go(&mut desk);
        for percent in PERCENTS {
            resize(&mut desk, LEAST, percent);
            let open = desk.model().book.floor.open.clone();
            let (_, rect) = usable(&desk).into_iter().find(|(name, _)| *name == open).expect("the way in");
            assert!(desk.window().contains_rect(rect), "{name}, {percent} %: {rect:?}");
        }
        desk.click("Floor view");
        assert!(desk.model().floor_form().is_some(), "{name}");
    }
}

#[test]
fn how_the_back_feels_is_asked_in_view_in_the_smallest_window() {
    let mut desk = Desk::welcomed(LEAST, false);
    let (_, finish) = LED.iter().find(|(name, _)| *name == "finish").expect("a screen");
    finish(&mut desk);
    let steps = desk.session().setup().steps_up;
    for step in 0..=steps + 1 {
        let done = desk.harness.get_by_role_and_label(Role::Button, "Done").rect();
        let question = desk.harness.get_by_role_and_label(Role::Label, "How does your back feel now?").rect();
        let shown = [("the question", question)].into_iter();
        let answers = ["Eased", "About the same", "Worse"];
        let shown = shown.chain(answers.map(|name| (name, desk.harness.get_by_role_and_label(Role::RadioButton, name).rect())));
        for (name, rect) in shown {
            let place = rect.top() >= 78.0 && rect.bottom() <= done.top() && rect.right() <= LEAST.x;
            assert!(place, "{name} at {rect:?}, Done at {done:?}, step {step}");
        }
        let way_on = ["Get up, step by step", "Next"].into_iter().find(|name| desk.has(Role::Button, name));
        if let Some(name) = way_on {
            let rect = desk.harness.get_by_role_and_label(Role::Button, name).rect();
            assert!(rect.bottom() <= done.bottom(), "{name} at {rect:?}");
            desk.wait(1.0);
            desk.send(Msg::Session(Event::GoOn));
        }
    }
}
