//! Gentleback: a slow, careful guide to popping a tight lower back, and when not to.
//!
//! The modules below are listed in reading order. Everything up to [`app`] is pure: no window, no file, no
//! clock, no thread. Time and text come in as values; what should happen goes out as values. The three
//! modules behind the `gui` feature are the only ones that touch the machine.

pub mod app;
pub mod content;
pub mod drawing;
pub mod figure;
pub mod limit;
pub mod moment;
pub mod session;
pub mod settings;
pub mod sheet;
pub mod source;

#[cfg(feature = "gui")]
pub mod platform;
#[cfg(feature = "gui")]
pub mod shell;
#[cfg(feature = "gui")]
pub mod ui;
