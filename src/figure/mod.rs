//! Figures: a person in a pose, drawn from data.
//!
//! Read in this order: `body` and `look` (measures), `pose` (what a writer gives), `solve` (joints), `outline`
//! (shapes), `paint` (colours and order), `scene`, `clip` and `still` (pictures that stand or move),
//! `library` (all of them, read and checked). Content is not written here: poses and scenes are files.
//!
//! Invariant: a [`Still`] is made of a scene and a phase alone, the same every time; no clock, no file, no screen.

mod body;
mod clip;
mod curve;
mod entries;
pub mod gallery;
mod geom;
pub mod hair;
mod library;
mod look;
mod outline;
mod paint;
mod pose;
mod scene;
mod solve;
mod still;
mod written;

#[cfg(test)]
mod tests;

pub use hair::HairColor;
pub use library::Library;
pub use look::{Build, Hair, Look, SkinTone};
pub use still::Still;
