//! Scrolling, focus and rest: what a person looks for is in view, and nothing moves under the pointer.
//!
//! Not the keys' meanings (`keyboard.rs`) and not what fits (`fit.rs`). Invariant: the pointer stays where it is on the
//! screen, in pixels, also when the text grows.

use std::collections::BTreeMap;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, Rect, TouchPhase, Vec2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use gentleback::app::{FindMsg, Msg, Route, SoundMsg};
use gentleback::settings::TextScale;

use super::app::{Desk, LEAST, WIDE};
use super::fit::Eye;
use super::floor::words;

/// What rounding to whole pixels may add, in points.
const SLACK: f32 = 1.0;

/// Pages that are longer than a window.
const LONG: [Route; 6] = [Route::Start, Route::Section(0), Route::Section(4), Route::Questions, Route::Tips, Route::Settings];

fn window(desk: &Desk) -> Rect {
    desk.harness.ctx.content_rect()
}

/// The page's title, if it can be seen whole.
fn title_in_view(desk: &Desk) -> bool {
    let headings = desk.harness.query_all_by_role(Role::Heading);
    let first = headings.filter(|node| node.accesskit_node().data().level() == Some(1));
    let titles: Vec<String> = first.filter_map(|node| node.accesskit_node().label()).collect();
    let shown = |word: &super::floor::Word| {
        titles.contains(&word.words)
            && word.shown.expand(SLACK).contains_rect(word.place)
            && window(desk).contains_rect(word.place)
    };
    words(desk).iter().any(shown)
}

/// Turns the wheel over the page, to its end.
fn wheel_to_the_end(desk: &mut Desk) {
    let middle = window(desk).center() + vec2(window(desk).width() * 0.2, 0.0);
    desk.harness.hover_at(middle);
    desk.harness.step();
    let (unit, phase, source) = (MouseWheelUnit::Point, TouchPhase::Move, MouseWheelSource::Wheel);
    let delta = vec2(0.0, -20_000.0);
    desk.harness.event(Event::MouseWheel { unit, delta, phase, source, modifiers: Modifiers::NONE });
    desk.settle();
    desk.harness.remove_cursor();
    desk.settle();
}

/// The place of what has this role and name.
#[track_caller]
fn place(desk: &Desk, role: Role, name: &str) -> Rect {
    desk.harness.get_by_role_and_label(role, name).rect()
}

/// Presses or lets go of the mouse at a place of the screen, in pixels of a window at 100 %.
fn mouse(desk: &mut Desk, pixel: Pos2, pressed: bool) {
    let pos = pixel / desk.harness.ctx.zoom_factor();
    let button = Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
    // In one frame: the harness gives each event that it is told of a frame of its own, and a quarter of a second.
    desk.harness.input_mut().events.extend([Event::PointerMoved(pos), button]);
    desk.harness.step();
}

/// Lets a frame pass, a quarter of a second, in a window as large as it is on the screen, whatever the text size is.
fn frame(desk: &mut Desk, pixels: Vec2) {
    // As it shows, not as it was chosen: a new size waits for the mouse.
    desk.harness.set_size(pixels / desk.harness.ctx.zoom_factor());
    desk.harness.step();
}

// -- pages --

#[test]
fn a_page_opens_at_its_top_with_its_title_in_view() {
    let mut faults = Vec::new();
    for size in [LEAST, WIDE] {
        for (route, other) in LONG.into_iter().zip(LONG.into_iter().skip(1).chain([Route::Start])) {
            let mut desk = Desk::welcomed(size, false);
            desk.send(Msg::Go(route));
            let top = mark(&desk);
            if !title_in_view(&desk) {
                faults.push(format!("{route:?} in {size:?}, the first time"));
            }
            wheel_to_the_end(&mut desk);
            assert!(mark(&desk) < top - 50.0, "{route:?} in {size:?} can be scrolled");
            desk.send(Msg::Go(other));
            if !title_in_view(&desk) {
                faults.push(format!("{other:?} in {size:?}, from the end of {route:?}"));
            }
            desk.send(Msg::Go(route));
            if !title_in_view(&desk) || (mark(&desk) - top).abs() > SLACK {
                faults.push(format!("{route:?} in {size:?}, the second time"));
            }
        }
    }
    assert!(faults.is_empty(), "not at the top:\n{}", faults.join("\n"));
}

#[test]
fn the_next_section_opens_at_its_top() {
    for size in [LEAST, WIDE] {
        let mut desk = Desk::welcomed(size, false);
        let mut tops = Vec::new();
        for index in 0..8 {
            desk.send(Msg::Go(Route::Section(index)));
            tops.push(mark(&desk));
            wheel_to_the_end(&mut desk);
        }
        for index in (0..7).rev() {
            wheel_to_the_end(&mut desk);
            desk.send(Msg::Turn(-1));
            assert_eq!(desk.model().route, Route::Section(index));
            assert!(title_in_view(&desk), "section {} in {size:?}", index + 1);
            assert!((mark(&desk) - tops[index]).abs() < SLACK, "section {} in {size:?} is not at its top", index + 1);
        }
    }
}

#[test]
fn the_search_opens_with_the_title_in_view() {
    for (size, percent) in [(LEAST, 100), (WIDE, 100), (LEAST, 150), (LEAST, 200)] {
        for again in [false, true] {
            let mut desk = Desk::welcomed(size, false);
            desk.set(|settings| settings.text_scale = TextScale::from_percent(percent));
            frame(&mut desk, size);
            desk.send(Msg::Go(Route::Search));
            desk.send(Msg::Find(FindMsg::Type("press".to_owned())));
            wheel_to_the_end(&mut desk);
            if !again {
                desk.send(Msg::Go(Route::Start));
            }
            desk.chord(Modifiers::COMMAND, Key::F);
            let here = format!("{size:?}, {percent} %, on the page already: {again}");
            assert_eq!(desk.model().route, Route::Search);
            assert!(title_in_view(&desk), "{here}");
            let search = desk.harness.root().children_recursive().find(|node| node.is_focused()).expect("the search");
            assert!(window(&desk).contains_rect(search.rect()), "{here}");
        }
    }
}

#[test]
fn the_menu_opens_at_its_top_and_can_be_closed_by_a_button() {
    let mut desk = Desk::welcomed(LEAST, false);
    for _ in 0..2 {
        desk.click("Open the menu");
        let first = place(&desk, Role::Button, "Start here, this page");
        assert!(words(&desk).iter().any(|word| word.words == "Start here" && word.shown.contains_rect(word.place)), "{first:?}");
        assert!(desk.has(Role::Button, "Close"));
        desk.harness.get_by_role_and_label(Role::Button, "Settings").scroll_to_me();
        desk.settle();
        desk.key(Key::Escape);
        assert!(!desk.model().menu_open);
    }
}

#[test]
fn every_row_of_the_sidebar_is_in_view() {
    let mut faults = Vec::new();
    for (size, percents) in
        [(WIDE, [100, 115, 130]), (vec2(1366.0, 768.0), [100, 115, 130]), (vec2(1920.0, 1080.0), [100, 130, 150])]
    {
        for percent in percents {
            let mut desk = Desk::welcomed(size, false);
            desk.set(|settings| settings.text_scale = TextScale::from_percent(percent));
            frame(&mut desk, size);
            let eye = Eye::new(&desk);
            desk.settle();
            // Where there is no room for a sidebar its rows are in the menu.
            let rows = ["Questions", "Tips and main points", "History", "Summary sheet", "Settings", "Warning signs"];
            let seen = eye.look(&desk);
            let controls = seen.layers.iter().flat_map(|layer| &layer.controls);
            let hidden = controls
                .filter(|control| rows.iter().any(|row| control.name == format!("Button {row}")))
                .filter(|control| !control.shown.expand(SLACK).contains_rect(control.place));
            faults.extend(hidden.map(|control| format!("{} in {size:?}, {percent} %", control.name)));
        }
    }
    assert!(faults.is_empty(), "out of sight:\n{}", faults.join("\n"));
}

#[test]
fn a_list_that_was_read_to_its_end_shows_in_a_larger_window() {
    for percent in [100, 200] {
        let mut desk = Desk::welcomed(LEAST, false);
        desk.set(|settings| settings.text_scale = TextScale::from_percent(percent));
        frame(&mut desk, LEAST);
        desk.send(Msg::Begin);
        desk.key(Key::End);
        desk.settle();
        frame(&mut desk, vec2(1366.0, 768.0));
        let signs = |desk: &Desk| {
            let signs = &desk.model().book.guide.warning.levels[0].signs;
            let is_a_sign = |text: &str| signs.iter().any(|sign| sign.text.replace("**", "") == text);
            words(desk).iter().filter(|word| is_a_sign(&word.words) && word.shown.height() > 8.0).count()
        };
        let shown = signs(&desk);
        desk.key(Key::Home);
        let from_the_top = signs(&desk);
        assert!(shown + 1 >= from_the_top && shown > 0, "{percent} %: {shown} signs show, from the top {from_the_top}");
    }
}

// -- keys --

/// How far down the last text of the page stands: it moves as the page does.
#[track_caller]
fn mark(desk: &Desk) -> f32 {
    let texts = desk.harness.root().children_recursive();
    let texts = texts.filter(|node| matches!(node.accesskit_node().role(), Role::Heading | Role::Label | Role::ListItem));
    texts.last().expect("a text").rect().top()
}

#[test]
fn page_keys_home_and_end_scroll() {
    for route in LONG {
        let mut desk = Desk::welcomed(LEAST, false);
        desk.send(Msg::Go(route));
        let top = mark(&desk);
        let page = window(&desk).height();
        desk.key(Key::PageDown);
        let down = top - mark(&desk);
        assert!(down > page * 0.5 && down < page, "{route:?}: Page Down goes {down} of {page}");
        desk.key(Key::PageUp);
        assert!((mark(&desk) - top).abs() < SLACK, "{route:?}: and Page Up goes back");
        desk.key(Key::End);
        let end = mark(&desk);
        assert!(end < top - page * 0.5, "{route:?}: End goes to the end");
        wheel_to_the_end(&mut desk);
        assert!((mark(&desk) - end).abs() < SLACK, "{route:?}: which is the end");
        desk.key(Key::Home);
        assert!((mark(&desk) - top).abs() < SLACK, "{route:?}: Home goes back to the top");
    }
}

#[test]
fn arrow_keys_scroll_a_little() {
    for route in LONG {
        let mut desk = Desk::welcomed(LEAST, false);
        desk.send(Msg::Go(route));
        let top = mark(&desk);
        desk.key(Key::ArrowDown);
        let down = top - mark(&desk);
        assert!((16.0..160.0).contains(&down), "{route:?}: the arrow goes {down}");
        desk.key(Key::ArrowUp);
        assert!((mark(&desk) - top).abs() < SLACK, "{route:?}: and back");
    }
}

/// Frames in which a page has followed the keyboard.
const FRAMES_TO_FOLLOW: usize = 3;

#[test]
fn whatever_takes_the_focus_by_tab_is_in_view() {
    let mut faults = Vec::new();
    // Where there is the least room all of them, elsewhere the longest.
    let pages = [Route::Settings, Route::Start, Route::Section(2), Route::Sheet];
    for (size, percent, pages) in [(LEAST, 200, &pages[..]), (LEAST, 100, &pages[..1]), (WIDE, 100, &pages[..1])] {
        for &route in pages {
            let mut desk = Desk::welcomed(size, false);
            desk.set(|settings| settings.text_scale = TextScale::from_percent(percent));
            frame(&mut desk, size);
            desk.send(Msg::Go(route));
            let eye = Eye::new(&desk);
            desk.settle();
            let controls: usize = eye.look(&desk).layers.iter().map(|layer| layer.controls.len()).sum();
            for back in [false, true] {
                for _ in 0..controls + 2 {
                    desk.harness.key_press_modifiers(if back { Modifiers::SHIFT } else { Modifiers::NONE }, Key::Tab);
                    // Pressed, let go, scrolled, shown: waiting for all that blinks would take minutes.
                    desk.harness.run_steps(FRAMES_TO_FOLLOW);
                    let focused = desk.harness.root().children_recursive().find(|node| node.is_focused());
                    let Some(focused) = focused.map(|node| node.accesskit_node().locate().0.0) else { continue };
                    let seen = eye.look(&desk);
                    let all = seen.layers.iter().flat_map(|layer| &layer.controls);
                    let hidden = all.filter(|control| control.node == focused).find(|control| {
                        let most = control.place.height().min(seen.window.height() * 0.5);
                        control.shown.height() < most - SLACK || control.shown.width() < control.place.width() - SLACK
                    });
                    faults.extend(hidden.map(|control| format!("{route:?}, {size:?}, {percent} %: {}", control.name)));
                }
            }
        }
    }
    faults.sort();
    faults.dedup();
    assert!(faults.is_empty(), "{} out of sight:\n{}", faults.len(), faults.join("\n"));
}

// -- rest --

#[test]
fn larger_text_can_be_clicked_twice_without_moving_the_mouse() {
    for size in [WIDE, LEAST, vec2(1366.0, 768.0), vec2(1920.0, 1080.0)] {
        let mut desk = Desk::new(size, false);
        let at = desk.reach(Role::Button, "Larger text").rect().center();
        for click in 1..=2 {
            mouse(&mut desk, at, true);
            frame(&mut desk, size);
            mouse(&mut desk, at, false);
            frame(&mut desk, size);
            assert_eq!(desk.model().route, Route::Welcome, "click {click} in {size:?} pressed something else");
            let percent = desk.model().text_size().percent();
            assert!(percent > 100, "click {click} in {size:?}");
        }
        let twice = TextScale::default().larger().larger().percent();
        assert_eq!(desk.model().text_size().percent(), twice, "{size:?}");
    }
}

#[test]
fn nothing_moves_between_press_and_release() {
    for (size, route) in [(WIDE, Route::Start), (WIDE, Route::Section(2)), (WIDE, Route::Settings), (LEAST, Route::Settings)] {
        let mut desk = Desk::welcomed(size, false);
        desk.send(Msg::Go(route));
        let eye = Eye::new(&desk);
        desk.settle();
        let places = |desk: &Desk| -> Vec<(u64, Rect)> {
            let seen = eye.look(desk);
            seen.layers.iter().flat_map(|layer| &layer.controls).map(|control| (control.node, control.place)).collect()
        };
        let before = places(&desk);
        let on_screen: Vec<Rect> =
            before.iter().map(|(_, place)| *place).filter(|place| window(&desk).contains_rect(*place)).collect();
        assert!(on_screen.len() > 5, "{route:?}");
        for at in on_screen {
            mouse(&mut desk, at.center(), true);
            frame(&mut desk, size);
            assert_eq!(places(&desk), before, "{route:?} in {size:?}: pressed at {at:?}");
            // Let go elsewhere: nothing is to happen.
            mouse(&mut desk, Pos2::new(1.0, 1.0), false);
            desk.settle();
        }
    }
}

#[test]
fn a_switch_stays_under_the_pointer_that_clicked_it() {
    let mut faults = Vec::new();
    for size in [WIDE, LEAST] {
        let names = {
            let mut desk = Desk::welcomed(size, false);
            desk.send(Msg::Go(Route::Settings));
            [Role::Switch, Role::RadioButton, Role::CheckBox].map(|role| (role, desk.names(role)))
        };
        for (role, name) in names.iter().flat_map(|(role, names)| names.iter().map(move |name| (*role, name))) {
            if name.ends_with('%') {
                continue; // Another text size moves everything, by what it is.
            }
            let mut desk = Desk::welcomed(size, false);
            desk.send(Msg::Go(Route::Settings));
            let Some(node) =
                desk.harness.query_all_by_role(role).find(|node| node.accesskit_node().label().as_ref() == Some(name))
            else {
                continue;
            };
            node.scroll_to_me();
            desk.settle();
            let find = |desk: &Desk| {
                let mut all = desk.harness.query_all_by_role(role);
                all.find(|node| node.accesskit_node().label().as_ref() == Some(name)).map(|node| node.rect())
            };
            let before = find(&desk).expect("it is there");
            mouse(&mut desk, before.center(), true);
            mouse(&mut desk, before.center(), false);
            frame(&mut desk, size);
            // A choice may take its control away; where it is, it is still under the pointer, in pixels.
            let zoom = desk.harness.ctx.zoom_factor();
            if find(&desk).is_some_and(|after| !after.contains(before.center() / zoom)) {
                faults.push(format!("{role:?} {name} in {size:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "moved by their own click:\n{}", faults.join("\n"));
}

#[test]
fn a_notice_moves_nothing() {
    still(|desk| desk.send(Msg::SettingsNotSaved("No space left on device".to_owned())));
}

#[test]
fn the_banner_about_sound_moves_nothing() {
    still(|desk| desk.send(Msg::Sound(SoundMsg::Output(false))));
}

/// Whether every text of the page stays where it is and shows as much as before, at the page's top and at its end.
fn still(happens: impl Fn(&mut Desk)) {
    for size in [LEAST, WIDE] {
        for route in [Route::Start, Route::Settings, Route::Section(4)] {
            for at_end in [false, true] {
                let mut desk = Desk::welcomed(size, false);
                let eye = Eye::new(&desk);
                desk.send(Msg::Go(route));
                if at_end {
                    wheel_to_the_end(&mut desk);
                }
                let texts = |desk: &Desk| {
                    let seen = eye.look(desk);
                    let texts = seen.layers[0].texts.iter().map(|text| (text.words.clone(), (text.place, text.clip)));
                    texts.collect::<BTreeMap<_, _>>()
                };
                let before = texts(&desk);
                happens(&mut desk);
                desk.wait(1.0);
                let after = texts(&desk);
                assert!(before.len() > 5, "{route:?}");
                for (words, place) in before {
                    let moved = after.get(&words).is_some_and(|now| *now != place);
                    assert!(!moved, "{route:?} in {size:?}, at its end: {at_end}: “{words}” {place:?}, {:?}", after[&words]);
                }
            }
        }
    }
}

#[test]
fn no_warm_up_card_changes_its_column_as_one_is_started_and_its_words_keep_their_room() {
    for width in [480.0, 640.0, 860.0, 1180.0] {
        let mut desk = Desk::welcomed(vec2(width, 780.0), false);
        desk.send(Msg::Go(Route::Section(1)));
        let left = |desk: &Desk, name: &str| place(desk, Role::Button, name).left();
        let (tilts, march) = (left(&desk, "Start: Pelvic tilts"), left(&desk, "Start: March or light jog"));
        let started = left(&desk, "Start: Cat and cow");
        desk.click("Start: Cat and cow");
        let here = format!("at {width}");
        assert!((left(&desk, "Start: Pelvic tilts") - tilts).abs() < SLACK, "{here}");
        assert!((left(&desk, "Start: March or light jog") - march).abs() < SLACK, "{here}");
        assert!((left(&desk, "Pause: Cat and cow") - started).abs() < SLACK, "{here}");
        // Beside the ring there is room for some words in a line.
        let words = desk
            .harness
            .query_all_by_role(Role::Label)
            .filter(|node| node.accesskit_node().value().is_some_and(|words| words.starts_with("Cat and cow. ")));
        let widths: Vec<f32> = words.map(|node| node.rect().width()).collect();
        assert!(widths.len() == 1 && widths[0] > 100.0, "{here}: {widths:?}");
    }
}
