//! A picture of every screen, light and dark: what no check by name can see, looked at once and held from then on.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test ui` takes them anew; look at each before it is kept.

use std::path::Path;

use egui_kittest::{SnapshotOptions, SnapshotResults};

use image::codecs::png::{CompressionType, FilterType, PngEncoder};

use super::app::{COLUMN, Desk, LEAST, WIDE};
use super::screens::{AROUND, GUIDE, RUNNING, Screen};

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
fn keep(results: &mut SnapshotResults, desk: &mut Desk, name: &str) {
    let options = SnapshotOptions::new().output_path(FOLDER);
    desk.harness.snapshot_options(name, &options);
    results.extend_harness(&mut desk.harness);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        pack(&Path::new(FOLDER).join(name).with_extension("png")).expect("the picture has just been written");
    }
}

/// Goes to each screen in a fresh window and holds what shows against its picture.
fn keep_all(screens: &[Screen], dark: bool) {
    let look = if dark { "dark" } else { "light" };
    let mut results = SnapshotResults::new();
    for (name, go) in screens {
        let mut desk = Desk::welcomed(WIDE, dark);
        go(&mut desk);
        desk.harness.remove_cursor();
        desk.settle();
        keep(&mut results, &mut desk, &format!("{name}-{look}"));
    }
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

#[test]
fn narrow() {
    let mut results = SnapshotResults::new();
    for (window, size) in [("least", LEAST), ("column", COLUMN)] {
        for (name, go) in GUIDE.iter().chain(&RUNNING).filter(|(name, _)| matches!(*name, "position" | "hold")) {
            let mut desk = Desk::welcomed(size, false);
            go(&mut desk);
            keep(&mut results, &mut desk, &format!("{name}-{window}-light"));
        }
    }
}
