//! The floor view: what every key and click says, how it turns, how large its words are, and what it looks like.

use egui::accesskit::Role;
use egui::epaint::Shape;
use egui::{Event as Input, Key, Modifiers, PointerButton, Pos2, Rect, Vec2, pos2, vec2};
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::Queryable as _;
use gentleback::app::{Choice, Effect, FloorMsg, Msg};
use gentleback::drawing::Token;
use gentleback::session::{CheckIn, CoreCue, Event, NextRound, Phase, Position};
use gentleback::settings::{Theme, Turn};
use gentleback::ui::keys::floor::says_nothing;
use gentleback::ui::theme::Themes;
use proptest::prelude::*;

use super::app::{Desk, LEAST, WIDE};
use super::floor_fit::MORE;
use super::pictures::keep;
use super::screens::{ENDS, LED, Screen};
use super::stopping::bring;

const FULL_HD: Vec2 = vec2(1920.0, 1080.0);
const LAPTOP: Vec2 = vec2(1366.0, 768.0);

/// Phases in which something moves, and where any key leads that is not Esc: it lets go, or is "not yet".
const MOVING: [(Phase, Phase); 6] = [
    (Phase::Core(CoreCue::PelvicFloor), Phase::Settle),
    (Phase::Hands, Phase::Ready),
    (Phase::PressOn, Phase::LetGo),
    (Phase::Hold, Phase::LetGo),
    (Phase::LetGo, Phase::LetGo),
    (Phase::Breathe, Phase::Breathe),
];

/// A desk whose next session is seen from the floor.
fn desk(size: Vec2, turn: Turn) -> Desk {
    let mut desk = Desk::welcomed(size, false);
    desk.send(Msg::Floor(FloorMsg::Turn(turn)));
    desk.harness.state_mut().model.floor.on = true;
    desk
}

/// The floor view of a phase of the position on the back.
fn at(phase: Phase) -> Desk {
    let mut desk = desk(WIDE, Turn::None);
    desk.harness.state_mut().model.floor.on = false;
    bring(&mut desk, Position::Back, phase);
    desk.send(Msg::Floor(FloorMsg::Enter));
    assert!(desk.model().floor_form().is_some());
    desk.wait(0.7);
    assert_eq!(desk.phase(), phase);
    desk
}

fn down(key: Key, repeat: bool) -> Input {
    Input::Key { key, physical_key: None, pressed: true, repeat, modifiers: Modifiers::NONE }
}

/// Presses a key and looks at one frame.
fn press(desk: &mut Desk, key: Key) {
    desk.harness.event(down(key, false));
    desk.harness.step();
    desk.harness.event(Input::Key { key, physical_key: None, pressed: false, repeat: false, modifiers: Modifiers::NONE });
}

fn click(desk: &mut Desk, button: PointerButton, pos: Pos2) {
    desk.harness.event(Input::PointerMoved(pos));
    desk.harness.event(Input::PointerButton { pos, button, pressed: true, modifiers: Modifiers::NONE });
    desk.harness.step();
    desk.harness.event(Input::PointerButton { pos, button, pressed: false, modifiers: Modifiers::NONE });
    desk.harness.step();
}

fn names() -> [String; 2] {
    ["Ease off", "Stop"].map(str::to_owned)
}

#[test]
fn every_key_lets_go_in_one_frame_while_something_moves() {
    for (index, &key) in Key::ALL.iter().enumerate() {
        let (phase, lets_go) = MOVING[index % MOVING.len()];
        let mut desk = at(phase);
        press(&mut desk, key);
        let after = match key {
            Key::Escape => Phase::EaseOff,
            // Keys that change other keys or the sound; and what is said again lets go of nothing where no hand is in use.
            key if says_nothing(key) => phase,
            Key::R if matches!(phase, Phase::Core(_)) => phase,
            _ => lets_go,
        };
        assert_eq!(desk.phase(), after, "{key:?} in {phase:?}");
    }
}

#[test]
fn esc_stops_in_one_frame_while_something_moves() {
    for (phase, _) in MOVING {
        let mut desk = at(phase);
        press(&mut desk, Key::Escape);
        assert_eq!(desk.phase(), Phase::EaseOff, "{phase:?}");
        // The very next picture says so.
        desk.harness.step();
        assert!(desk.titles().iter().any(|title| title.starts_with(&names()[0])), "{phase:?}: {:?}", desk.titles());
        assert!(!desk.has(Role::Button, &names()[1]), "nothing is left to stop");
    }
}

#[test]
fn only_keys_that_say_nothing_by_themselves_say_nothing() {
    let quiet: Vec<String> = Key::ALL.iter().filter(|key| says_nothing(**key)).map(|key| format!("{key:?}")).collect();
    let allowed = |name: &String| {
        ["Shift", "Control", "Alt", "Super", "Fn", "AudioVolume", "Media"].iter().any(|kind| name.starts_with(kind))
    };
    assert!(quiet.iter().all(allowed), "{quiet:?}");
    assert_eq!(quiet.len(), 16, "{quiet:?}");
}

#[test]
fn every_mouse_button_lets_go_wherever_it_is_pressed_and_the_band_is_stop() {
    let buttons =
        [PointerButton::Primary, PointerButton::Secondary, PointerButton::Middle, PointerButton::Extra1, PointerButton::Extra2];
    for (index, button) in buttons.into_iter().enumerate() {
        for pos in [pos2(3.0, 3.0), pos2(600.0, 300.0), pos2(1100.0, 760.0)] {
            let (phase, lets_go) = MOVING[index];
            let mut desk = at(phase);
            desk.harness.event(Input::PointerButton { pos, button, pressed: true, modifiers: Modifiers::NONE });
            desk.harness.step();
            let on_stop = pos.y > 700.0 && button == PointerButton::Primary;
            assert_eq!(desk.phase(), if on_stop { Phase::EaseOff } else { lets_go }, "{button:?} at {pos:?}");
        }
    }
}

#[test]
fn where_something_waits_a_click_beside_the_cards_does_nothing_and_the_band_is_stop() {
    for phase in [Phase::Ready, Phase::CheckIn, Phase::NextRound] {
        let mut desk = at(phase);
        click(&mut desk, PointerButton::Primary, pos2(600.0, 90.0));
        assert_eq!(desk.phase(), phase, "{phase:?}");
        click(&mut desk, PointerButton::Primary, pos2(600.0, 780.0));
        assert_eq!(desk.phase(), Phase::EaseOff, "{phase:?}");
    }
}

#[test]
fn what_a_keyboard_types_without_a_key_of_its_own_lets_go_too() {
    for typed in [Input::Text("ä".to_owned()), Input::Copy, Input::Cut, Input::Paste("x".to_owned())] {
        let mut desk = at(Phase::Hold);
        desk.harness.event(typed);
        desk.harness.step();
        assert_eq!(desk.phase(), Phase::LetGo);
    }
}

#[test]
fn the_check_in_has_two_answers_and_stop_and_every_other_key_does_nothing() {
    for &key in Key::ALL {
        let mut desk = at(Phase::CheckIn);
        press(&mut desk, key);
        let after = match key {
            key if says_nothing(key) => Phase::CheckIn,
            Key::ArrowLeft | Key::PageUp => Phase::SignsAgain,
            Key::ArrowRight | Key::PageDown => Phase::NextRound,
            Key::Escape => Phase::EaseOff,
            _ => Phase::CheckIn,
        };
        assert_eq!(desk.phase(), after, "{key:?}");
    }
}

#[test]
fn ready_waits_for_the_way_on_and_a_key_by_mistake_does_nothing() {
    for &key in Key::ALL {
        let mut desk = at(Phase::Ready);
        press(&mut desk, key);
        let after = match key {
            key if says_nothing(key) => Phase::Ready,
            Key::ArrowRight | Key::PageDown | Key::Enter => Phase::Hands,
            // One step back; Space never begins a press.
            Key::ArrowLeft | Key::PageUp => Phase::Settle,
            Key::Escape => Phase::EaseOff,
            _ => Phase::Ready,
        };
        assert_eq!(desk.phase(), after, "{key:?}");
    }
}

#[test]
fn the_next_round_asks_more_only_by_a_key_of_its_own() {
    for (key, after, effort) in [
        (Key::ArrowRight, Phase::Hands, 2),
        (Key::PageDown, Phase::Hands, 2),
        (Key::ArrowLeft, Phase::Finish, 2),
        (Key::PageUp, Phase::Finish, 2),
        (Key::Plus, Phase::Hands, 3),
        (Key::ArrowUp, Phase::Hands, 3),
        (Key::Space, Phase::NextRound, 2),
        (Key::Enter, Phase::NextRound, 2),
        (Key::Num1, Phase::NextRound, 2),
    ] {
        let mut desk = at(Phase::NextRound);
        press(&mut desk, key);
        assert_eq!((desk.phase(), desk.session().effort().value()), (after, effort), "{key:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_held_key_answers_nothing_and_a_key_in_haste_neither(key in prop::sample::select(Key::ALL), phase in 0..3_usize) {
        let phase = [Phase::CheckIn, Phase::Ready, Phase::NextRound][phase];
        if key != Key::Escape {
            let mut desk = at(phase);
            desk.harness.event(down(key, false));
            desk.harness.event(down(key, true));
            // What was pressed first has said what it says; from here on it is only held.
            desk.harness.step();
            let after = desk.phase();
            for _ in 0..4 {
                desk.wait(0.4);
                desk.harness.event(down(key, true));
                desk.harness.step();
            }
            let by_itself = matches!(after, Phase::Hands | Phase::PressOn | Phase::Hold | Phase::EaseOff);
            prop_assert!(by_itself || desk.phase() == after, "{:?}: {:?} to {:?}", key, after, desk.phase());
        }
    }
}

#[test]
fn a_key_in_haste_answers_nothing_and_stop_is_never_late() {
    let mut desk = desk(WIDE, Turn::None);
    bring(&mut desk, Position::Back, Phase::CheckIn);
    press(&mut desk, Key::ArrowRight);
    assert_eq!(desk.phase(), Phase::CheckIn, "the question has only just come");
    press(&mut desk, Key::Escape);
    assert_eq!(desk.phase(), Phase::EaseOff, "Stop waits for nothing");
}

#[test]
fn panic_does_not_rush_through_the_letting_go() {
    let mut desk = at(Phase::Hold);
    press(&mut desk, Key::Escape);
    for _ in 0..6 {
        press(&mut desk, Key::ArrowRight);
        desk.wait(0.6);
    }
    assert_eq!(desk.phase(), Phase::EaseOff, "3.6 seconds of 4");
    desk.wait(1.0);
    press(&mut desk, Key::ArrowRight);
    assert_eq!(desk.phase(), Phase::WhatHappened);
    // The page at the end stays until a key that was not meant for the page before.
    press(&mut desk, Key::ArrowRight);
    desk.settle();
    assert!(desk.model().floor_form().is_some(), "in haste");
    desk.wait(0.7);
    press(&mut desk, Key::ArrowRight);
    desk.settle();
    assert!(desk.model().floor_form().is_none());
    assert!(desk.has(Role::Button, "Numb or tingling in a leg or foot"), "the usual question, at the screen");
}

#[test]
fn a_click_answers_only_where_the_pointer_was_moved_on_purpose() {
    let mut desk = at(Phase::Breathe);
    let card = {
        let mut other = at(Phase::CheckIn);
        other.settle();
        other.harness.get_by_label_contains("Then you choose: again, or enough.").rect().center()
    };
    desk.harness.event(Input::PointerMoved(card));
    desk.harness.step();
    desk.wait_for(Phase::CheckIn);
    desk.wait(1.0);
    click(&mut desk, PointerButton::Primary, card);
    assert_eq!(desk.phase(), Phase::CheckIn, "the card came to lie under a pointer that never moved");

    let mut desk = at(Phase::CheckIn);
    desk.harness.event(Input::PointerMoved(pos2(5.0, 5.0)));
    desk.harness.step();
    click(&mut desk, PointerButton::Primary, card);
    assert_eq!(desk.phase(), Phase::NextRound);
}

#[test]
fn the_pointer_finds_what_it_sees_in_every_turn() {
    for turn in Turn::ALL {
        for (name, after) in [("Begin", Phase::Hands), ("Turn the screen a quarter", Phase::Ready)] {
            let mut desk = desk(WIDE, turn);
            bring(&mut desk, Position::Back, Phase::Ready);
            desk.wait(0.7);
            let name = if after == Phase::Ready { desk.model().book.floor.turn_name.clone() } else { name.to_owned() };
            // What shows there is what is pressed there: its words lie in it, as they are painted.
            let card = desk.harness.get_by_role_and_label(Role::Button, &name).rect();
            let shown = if after == Phase::Ready { desk.model().book.floor.turn.clone() } else { name };
            assert!(words(&desk).iter().any(|word| word.words == shown && card.contains_rect(word.place)), "{turn:?} {shown}");
            desk.harness.event(Input::PointerMoved(pos2(5.0, 5.0)));
            desk.harness.step();
            click(&mut desk, PointerButton::Primary, card.center());
            assert_eq!(desk.phase(), after, "{turn:?}");
            assert_eq!(desk.model().settings.floor_turn != turn, after == Phase::Ready, "{turn:?}");
        }
    }
}

#[test]
fn the_picture_says_what_it_shows() {
    let said = |go: &dyn Fn(&mut Desk)| {
        let mut desk = desk(WIDE, Turn::None);
        go(&mut desk);
        desk.names(Role::Image).concat()
    };
    let page = |name: &str| PAGES.iter().chain(&LED).find(|(page, _)| *page == name).expect("a page").1;
    let step = said(&page("finish-steps"));
    assert_eq!(step, "Push up with both hands until you sit.");
    assert!(said(&page("rest-signs")).contains("Sit down on the chair"), "who stood sits now");
    assert!(said(&page("press-on")).contains("both hands lie flat between the low back and the mat"));
    assert!(said(&page("settle")).contains("lies face up on a mat"));
}

#[test]
fn a_screen_reader_presses_by_name() {
    let mut desk = at(Phase::Ready);
    desk.harness.get_by_role_and_label(Role::Button, "Begin").click_accesskit();
    desk.settle();
    assert_eq!(desk.phase(), Phase::Hands);
    desk.harness.get_by_role_and_label(Role::Button, "Stop").click_accesskit();
    desk.settle();
    assert_eq!(desk.phase(), Phase::EaseOff);
}

#[test]
fn turning_is_kept_and_leaving_gives_the_window_back() {
    let mut desk = at(Phase::Ready);
    assert!(desk.harness.state().effects.contains(&Effect::FillScreen(true)));
    press(&mut desk, Key::T);
    assert_eq!(desk.model().settings.floor_turn, Turn::Quarter);
    assert!(desk.saved());
    press(&mut desk, Key::F11);
    desk.settle();
    assert!(desk.model().floor_form().is_none());
    assert!(desk.harness.state().effects.contains(&Effect::FillScreen(false)));
    assert_eq!(desk.phase(), Phase::Ready, "the session went on");
    desk.click("Floor view");
    assert!(desk.model().floor_form().is_some());
}

#[test]
fn the_screen_is_kept_on_from_warm_up_to_the_end_and_no_longer() {
    let mut desk = Desk::wide();
    let asked = |desk: &Desk| {
        let effects = desk.harness.state().effects.iter();
        effects.filter_map(|effect| if let Effect::KeepAwake(on) = effect { Some(*on) } else { None }).collect::<Vec<_>>()
    };
    desk.send(Msg::Begin);
    assert!(asked(&desk).is_empty(), "not while questions are read");
    desk.send(Msg::LeaveSession);
    bring(&mut desk, Position::Back, Phase::NextRound);
    assert_eq!(asked(&desk), [true]);
    desk.wait(1.0);
    desk.send(Msg::Session(Event::NextRound(NextRound::Enough)));
    desk.wait(1.0);
    assert_eq!(asked(&desk), [true]);
    desk.send(Msg::Session(Event::Done));
    assert_eq!(asked(&desk), [true, false]);
}

#[test]
fn a_desktop_that_lets_the_screen_go_dark_is_said_quietly() {
    let mut desk = at(Phase::Ready);
    assert!(!desk.reads("may go dark"));
    desk.send(Msg::Floor(FloorMsg::Awake(false)));
    assert!(desk.reads("The screen may go dark. Voice goes on."));
}

#[test]
fn it_is_dark_whatever_was_chosen_and_black_in_high_contrast() {
    let themes = Themes::shipped().expect("shipped themes");
    let mut desk = at(Phase::Hold);
    let light = themes.of(desk.model()).color(Token::Bg);
    assert!(light.intensity() < 0.1, "{light:?}");
    desk.send(Msg::Set(Choice::Theme(Theme::HighContrast)));
    assert_eq!(themes.of(desk.model()).color(Token::Bg), egui::Color32::BLACK);
    press(&mut desk, Key::Escape);
    desk.wait(5.0);
    press(&mut desk, Key::F11);
    desk.send(Msg::Set(Choice::Theme(Theme::Light)));
    assert!(themes.of(desk.model()).color(Token::Bg).intensity() > 0.9, "light again outside");
}

// -- what it looks like --

/// Every page of the floor view.
pub const PAGES: [Screen; 13] = [
    ("settle", |desk| {
        bring(desk, Position::Back, Phase::Settle);
        desk.wait(4.0);
    }),
    ("core", |desk| bring(desk, Position::AllFours, Phase::Core(CoreCue::PelvicFloor))),
    ("ready", |desk| bring(desk, Position::AllFours, Phase::Ready)),
    ("hands", |desk| {
        bring(desk, Position::Back, Phase::Hands);
        desk.wait(3.0);
    }),
    ("press-on", |desk| {
        bring(desk, Position::Back, Phase::PressOn);
        desk.wait(1.0);
    }),
    ("hold", |desk| {
        bring(desk, Position::Back, Phase::Hold);
        desk.wait(1.5);
    }),
    ("let-go", |desk| {
        bring(desk, Position::Wall, Phase::Hold);
        desk.send(Msg::Session(Event::Pause));
        desk.wait(1.0);
    }),
    ("breathe", |desk| {
        bring(desk, Position::Side, Phase::Breathe);
        desk.wait(6.0);
    }),
    ("check-in", |desk| bring(desk, Position::Back, Phase::CheckIn)),
    ("next-round", |desk| bring(desk, Position::Back, Phase::NextRound)),
    ("ease-off", |desk| {
        bring(desk, Position::Back, Phase::Hold);
        desk.send(Msg::Session(Event::Stop));
        desk.wait(1.5);
    }),
    ("rest-signs", |desk| {
        bring(desk, Position::Wall, Phase::CheckIn);
        desk.wait(1.0);
        desk.send(Msg::Session(Event::CheckIn(CheckIn::NotSure)));
    }),
    ("rest-finish", |desk| {
        bring(desk, Position::Back, Phase::NextRound);
        desk.wait(1.0);
        desk.send(Msg::Session(Event::NextRound(NextRound::Enough)));
    }),
];

/// One text on the screen: its place there, the smallest size in it (pixels), and its words.
pub struct Word {
    /// Where it lies.
    pub place: Rect,
    /// What of that is not cut off by the page that scrolls.
    pub shown: Rect,
    /// Its smallest size.
    pub smallest: f32,
    /// What it says.
    pub words: String,
}

/// All texts on the screen.
pub fn words(desk: &Desk) -> Vec<Word> {
    fn collect(shape: &Shape, clip: Rect, found: &mut Vec<Word>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, found)),
            Shape::Text(text) => {
                let sizes = text.galley.job.sections.iter().map(|section| section.format.font_id.size);
                found.push(Word {
                    place: shape.visual_bounding_rect(),
                    shown: shape.visual_bounding_rect().intersect(clip),
                    smallest: sizes.fold(f32::INFINITY, f32::min),
                    words: text.galley.text().to_owned(),
                });
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    desk.harness.output().shapes.iter().for_each(|clipped| collect(&clipped.shape, clipped.clip_rect, &mut found));
    // What egui tells its developers over a page, in builds for tests alone.
    found.retain(|word| !word.words.starts_with("egui PERF WARNING"));
    let scale = desk.harness.ctx.pixels_per_point();
    found.iter_mut().for_each(|word| word.smallest *= scale);
    found
}

/// Cap height of the face in sizes, as measured (screens.md, Type).
const CAP_HEIGHT: f32 = 0.668;
/// Height of a 15.6 inch screen of 16 to 9, in millimetres.
const SCREEN_MM: f32 = 193.6;
/// How far away it is read from, in millimetres.
const DISTANCE_MM: f32 = 2_500.0;

/// How high a capital of this size looks from the floor, in minutes of arc, on a screen `screen_px` pixels high.
fn arc_minutes(size_px: f32, screen_px: f32) -> f32 {
    let height_mm = size_px * CAP_HEIGHT * SCREEN_MM / screen_px;
    (height_mm / DISTANCE_MM).atan().to_degrees() * 60.0
}

/// What is spoken too, or serves hands at the screen.
fn is_not_needed(desk: &Desk, words: &str) -> bool {
    let floor = &desk.model().book.floor;
    let tools = [&floor.leave, &floor.leave_key, &floor.turn, &floor.turn_key, &floor.goes_dark];
    let cues = &desk.model().book.cues;
    let said = [&cues.buttons.voice_on, &cues.stop.after, &cues.finish.header];
    let position = &cues.position(desk.session().position()).name;
    tools.into_iter().chain(said).chain([position]).any(|known| known == words)
        || words == cues.strip(Phase::NotToday)
        || words.starts_with("Round ")
        || words.starts_with("After round ")
        || (words.starts_with("Step ") && words.len() == "Step 1 of 7".len())
}

#[test]
fn all_that_is_needed_can_be_read_from_the_floor_and_nothing_is_cut_or_covered() {
    let mut faults = Vec::new();
    let mut least = f32::INFINITY;
    for size in [FULL_HD, LAPTOP, vec2(1280.0, 1024.0), vec2(2560.0, 1080.0), LEAST] {
        for turn in Turn::ALL {
            for (name, go) in PAGES.iter().chain(&LED).chain(ENDS.iter().filter(|(name, _)| *name != "position-stage")) {
                let mut desk = desk(size, turn);
                go(&mut desk);
                let shown = words(&desk);
                let here = format!("{name} {size:?} {turn:?}");
                let screen = desk.window();
                for (index, word) in shown.iter().enumerate() {
                    if !screen.expand(0.5).contains_rect(word.place) {
                        faults.push(format!("{here}: “{}” is cut at {:?}", word.words, word.place));
                    }
                    let minutes = arc_minutes(word.smallest, size.min_elem());
                    // Where the window is as high as on that laptop.
                    if !is_not_needed(&desk, &word.words) && size != LEAST {
                        least = least.min(minutes);
                        // The number in a ring that a turned, narrow screen makes small, is said as well.
                        let is_number = word.words.chars().all(|letter| letter.is_ascii_digit());
                        if minutes < if is_number && turn != Turn::None { 9.0 } else { 10.0 } {
                            faults.push(format!("{here}: “{}” is {minutes:.1} minutes of arc high", word.words));
                        }
                    }
                    for other in &shown[index + 1..] {
                        // Lines reach a little beyond their letters.
                        let (one, other_place) = (word.place.shrink(1.0), other.place.shrink(1.0));
                        if one.intersects(other_place) {
                            faults.push(format!("{here}: “{}” lies over “{}”", word.words, other.words));
                        }
                    }
                }
            }
        }
    }
    faults.sort();
    faults.dedup();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    println!("the smallest needed words are {least:.2} minutes of arc high");
}

#[test]
fn at_the_largest_text_size_it_looks_just_the_same() {
    let measure = |steps: i32| {
        let mut desk = Desk::welcomed(FULL_HD, false);
        for _ in 0..steps {
            desk.send(Msg::TextSize(1));
        }
        desk.harness.state_mut().model.floor.on = true;
        bring(&mut desk, Position::Back, Phase::Hold);
        let mut sizes: Vec<_> = words(&desk).into_iter().map(|word| word.smallest.round() as i32).collect();
        sizes.sort_unstable();
        sizes
    };
    assert_eq!(measure(0), measure(20));
}

/// The longer side of the largest part of a picture that has this colour, in pixels.
fn largest(picture: &image::RgbaImage, color: egui::Color32) -> f32 {
    let is = |at: (u32, u32)| {
        let pixel = picture.get_pixel(at.0, at.1).0;
        (0..3).all(|channel| pixel[channel].abs_diff(color.to_array()[channel]) < 6)
    };
    let (width, height) = picture.dimensions();
    let mut seen = vec![false; (width * height) as usize];
    let mut longest = 0;
    for start in (0..height).flat_map(|y| (0..width).map(move |x| (x, y))) {
        let (mut open, mut low, mut high) = (vec![start], start, start);
        while let Some((x, y)) = open.pop() {
            if x >= width || y >= height || std::mem::replace(&mut seen[(y * width + x) as usize], true) || !is((x, y)) {
                continue;
            }
            (low, high) = ((low.0.min(x), low.1.min(y)), (high.0.max(x), high.1.max(y)));
            open.extend([(x + 1, y), (x.wrapping_sub(1), y), (x, y + 1), (x, y.wrapping_sub(1))]);
        }
        longest = longest.max((high.0 - low.0).max(high.1 - low.1));
    }
    longest as f32
}

/// How large a length of so many pixels looks from the floor, in minutes of arc.
fn length_minutes(length_px: f32, screen_px: f32) -> f32 {
    arc_minutes(length_px / CAP_HEIGHT, screen_px)
}

#[test]
fn the_hand_that_matters_can_be_seen_from_the_floor() {
    for size in [FULL_HD, LAPTOP] {
        for position in Position::ALL {
            for phase in [Phase::Hands, Phase::PressOn, Phase::Hold, Phase::LetGo] {
                let mut desk = desk(size, Turn::None);
                bring(&mut desk, position, phase);
                desk.wait(if phase == Phase::Hands { 6.5 } else { 1.0 });
                desk.harness.remove_cursor();
                let picture = desk.harness.render().expect("a picture");
                let hand = largest(&picture, desk.harness.state().color(Token::SkinNear));
                let minutes = length_minutes(hand, size.y);
                println!("{size:?} {position:?} {phase:?}: {minutes:.0} minutes of arc");
                assert!(minutes >= 30.0, "{size:?} {position:?} {phase:?}: the hand is {minutes:.1} minutes of arc");
            }
        }
    }
}

#[test]
fn pictures() {
    let mut results = SnapshotResults::new();
    let kept = [
        "getting-down",
        "settle-wall",
        "ready",
        "hands",
        "press-on",
        "hold",
        "let-go",
        "breathe",
        "check-in",
        "next-round",
        "ease-off",
        "rest-signs",
        "finish-steps",
        "feel-worse",
    ];
    for (name, go) in PAGES.iter().chain(&LED).chain(&MORE).filter(|(name, _)| kept.contains(name)) {
        for turn in [Turn::None, Turn::Quarter] {
            let mut desk = desk(LAPTOP, turn);
            go(&mut desk);
            desk.harness.remove_cursor();
            desk.settle();
            keep(&mut results, &mut desk, &format!("floor-{name}-{}", turn.degrees()));
        }
    }
    for (name, turn) in [("hold", Turn::None), ("hold", Turn::Half), ("check-in", Turn::None)] {
        let (_, go) = PAGES.iter().find(|(page, _)| *page == name).expect("a page");
        let mut desk = desk(FULL_HD, turn);
        go(&mut desk);
        desk.settle();
        keep(&mut results, &mut desk, &format!("floor-{name}-{}-full-hd", turn.degrees()));
    }
}
