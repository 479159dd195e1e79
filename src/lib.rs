//! Gentleback: a slow, careful guide to popping a tight lower back, and when not to.
//!
//! The modules below are listed in reading order. Everything up to [`app`] is pure: no window, no file, no
//! clock, no thread. Time and text come in as values; what should happen goes out as values. The three
//! modules behind the `gui` feature are the only ones that touch the machine.

// A person on the floor must not lose the screen: errors are values here. Tests may stop at the first surprise.
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::exit))]

pub mod app;
pub mod content;
pub mod drawing;
pub mod figure;
pub mod history;
pub mod limit;
pub mod moment;
pub mod plan;
pub mod reminder;
pub mod session;
pub mod settings;
pub mod sheet;
pub mod sound;
pub mod source;

#[cfg(feature = "gui")]
pub mod platform;
#[cfg(feature = "gui")]
pub mod shell;
#[cfg(feature = "gui")]
pub mod ui;
