//! What every figure must keep to: human joints, contacts that stay, shapes that do not cross themselves.
//!
//! Measured on the solved bodies and finished drawings of the shipped content, not on the numbers in its files.

mod data;
mod movement;
mod pictures;
mod solving;

use super::library::Library;
use crate::source::Files;

/// The shipped poses and scenes as files.
fn shipped_files() -> Files {
    let mut files = Files::default();
    files.insert("figures/poses.ron", include_str!("../../../content/figures/poses.ron"));
    files.insert("figures/scenes.ron", include_str!("../../../content/figures/scenes.ron"));
    files
}

/// The shipped library.
fn shipped() -> Library {
    Library::load(&shipped_files()).0
}

/// Phases that a test looks at, both ends included.
fn phases(count: u32) -> impl Iterator<Item = f64> {
    (0..count).map(move |i| f64::from(i) / f64::from(count - 1))
}
