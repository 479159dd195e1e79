//! A picture of every screen, light and dark: what no check by name can see, looked at once and held from then on.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test ui` takes them anew; look at each before it is kept.

use std::path::Path;

use egui_kittest::{SnapshotOptions, SnapshotResults};

use image::codecs::png::{CompressionType, FilterType, PngEncoder};

use egui::{Vec2, vec2};
use gentleback::app::{Choice, Msg, Route, SettingsMsg};
use gentleback::plan::Part;
use gentleback::session::Position;
use gentleback::settings::{TextScale, Theme};

use super::app::{COLUMN, Desk, LEAST, WIDE};
use super::plan::look_at;
use super::screens::{AROUND, ENDS, GUIDE, LED, OVER, RUNNING, Screen};

/// Where the pictures are kept.
const FOLDER: &str = "tests/snapshots/ui";

/// Writes a picture again as tightly as PNG allows: it is taken once and read by everyone who clones.
fn pack(path: &Path) -> image::ImageResult<()> {
    let picture = image::open(path)?.to_rgb8();
    let mut smallest: Option<Vec<u8>> = None;
    for filter in [FilterType::NoFilter, FilterType::Sub, FilterType::Up, FilterType::Adaptive] {
        let mut packed = Vec::new();
        picture.write_with_encoder(PngEncoder::new_with_quality(&mut packed, CompressionType::Best, filter))?;
        if smallest.as_ref().is_none_or(|known| packed.len() < known.len()) {
            smallest = Some(packed);
        }
    }
    Ok(std::fs::write(path, smallest.unwrap_or_default())?)
}

/// Holds what shows against the kept picture of this name.
#[track_caller]
pub fn keep(results: &mut SnapshotResults, desk: &mut Desk, name: &str) {
    let options = SnapshotOptions::new().output_path(FOLDER);
    desk.harness.snapshot_options(name, &options);
    results.extend_harness(&mut desk.harness);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        pack(&Path::new(FOLDER).join(name).with_extension("png")).expect("the picture has just been written");
    }
}

/// Goes to each screen in a fresh window and holds what shows against its picture.
fn keep_all(screens: &[Screen], dark: bool) {
    results_of(screens, dark);
}

fn results_of(screens: &[Screen], dark: bool) -> SnapshotResults {
    let look = if dark { "dark" } else { "light" };
    let mut results = SnapshotResults::new();
    for (name, go) in screens {
        let mut desk = Desk::welcomed(WIDE, dark);
        go(&mut desk);
        desk.harness.remove_cursor();
        desk.settle();
        keep(&mut results, &mut desk, &format!("{name}-{look}"));
    }
    results
}

#[test]
fn welcome() {
    let mut results = SnapshotResults::new();
    for (dark, look) in [(false, "light"), (true, "dark")] {
        keep(&mut results, &mut Desk::new(WIDE, dark), &format!("welcome-{look}"));
    }
}

#[test]
fn guide_light() {
    keep_all(&GUIDE, false);
}

#[test]
fn guide_dark() {
    keep_all(&GUIDE, true);
}

#[test]
fn around_light() {
    keep_all(&AROUND, false);
}

#[test]
fn around_dark() {
    keep_all(&AROUND, true);
}

#[test]
fn session_light() {
    keep_all(&RUNNING, false);
}

#[test]
fn session_dark() {
    keep_all(&RUNNING, true);
}

/// The settings page from its top to its end, in every look and where it is narrow or large.
#[test]
fn settings_whole() {
    let mut results = SnapshotResults::new();
    let tall = |size: Vec2, high: f32| vec2(size.x, high);
    let looks = [
        ("light", Theme::Light, tall(WIDE, 2500.0), 100),
        ("dark", Theme::Dark, tall(WIDE, 2500.0), 100),
        ("high-contrast", Theme::HighContrast, tall(WIDE, 2500.0), 100),
        ("large", Theme::Light, tall(WIDE, 5200.0), 200),
        ("least", Theme::Light, tall(LEAST, 2700.0), 100),
        ("least-large", Theme::Light, tall(LEAST, 6800.0), 200),
    ];
    for (name, theme, size, percent) in looks {
        let mut desk = Desk::welcomed(size, theme != Theme::Light);
        desk.send(Msg::Set(Choice::Theme(theme)));
        desk.send(Msg::Set(Choice::TextScale(TextScale::from_percent(percent).expect("in the range"))));
        desk.send(Msg::Prefer(Position::Back));
        desk.send(Msg::Set(Choice::Pace(Part::Hold, 1)));
        desk.send(Msg::Go(Route::Settings));
        keep(&mut results, &mut desk, &format!("settings-whole-{name}"));
    }
}

/// What stands over the page, or instead of it.
#[test]
fn settings_questions() {
    let mut results = SnapshotResults::new();
    let shown: [Screen; 3] = [
        ("settings-asks", |desk| desk.send(Msg::Settings(SettingsMsg::AskReset))),
        ("settings-saved", |desk| desk.send(Msg::Set(Choice::Voice(false)))),
        ("plan-refused", |desk| look_at(desk, "(version: 1, rounds: 2)")),
    ];
    for (name, go) in shown {
        for (dark, look) in [(false, "light"), (true, "dark")] {
            let mut desk = Desk::welcomed(LEAST, dark);
            desk.send(Msg::Go(Route::Settings));
            go(&mut desk);
            keep(&mut results, &mut desk, &format!("{name}-{look}"));
        }
    }
}

#[test]
fn led_light() {
    keep_all(&LED, false);
}

#[test]
fn led_dark() {
    keep_all(&LED, true);
}

#[test]
fn ends_light() {
    keep_all(&ENDS, false);
}

#[test]
fn ends_dark() {
    keep_all(&ENDS, true);
}

#[test]
fn over_a_page() {
    let mut results = SnapshotResults::new();
    for dark in [false, true] {
        results.extend(results_of(&OVER, dark));
    }
}

#[test]
fn narrow() {
    let mut results = SnapshotResults::new();
    for (window, size) in [("least", LEAST), ("column", COLUMN)] {
        let kept = |name: &str| matches!(name, "position" | "hold" | "getting-down" | "settle-wall" | "finish" | "history");
        for (name, go) in GUIDE.iter().chain(&RUNNING).chain(&LED).filter(|(name, _)| kept(name)) {
            let mut desk = Desk::welcomed(size, false);
            go(&mut desk);
            keep(&mut results, &mut desk, &format!("{name}-{window}-light"));
        }
    }
}
