//! What one frame of a page costs: layout and shapes, without painting. A measure to compare, and no test: it holds nothing.
//!
//! `cargo test --release --test ui frame_cost -- --ignored --nocapture`, on a machine that does nothing else.

use std::time::{Duration, Instant};

use super::app::Desk;
use super::screens::{GUIDE, RUNNING, Screen};

/// Frames of each page.
const FRAMES: usize = 200;

/// The median of many frames.
fn median(desk: &mut Desk) -> Duration {
    let frame = |_| {
        let start = Instant::now();
        desk.harness.step();
        start.elapsed()
    };
    let mut times: Vec<Duration> = (0..FRAMES).map(frame).collect();
    times.sort_unstable();
    times[FRAMES / 2]
}

#[test]
#[ignore = "a measure for a quiet machine: see its head"]
fn frame_cost() {
    let wanted = ["start", "position", "settings", "history", "press", "ready", "hold"];
    let pages = GUIDE.into_iter().chain(RUNNING).filter(|(name, _): &Screen| wanted.contains(name));
    for (name, go) in pages {
        let mut desk = Desk::wide();
        go(&mut desk);
        println!("{name}: {:.2} ms", median(&mut desk).as_secs_f64() * 1e3);
    }
}
