//! The machine, one short file for each thing the program asks of it.
//!
//! Not a place for decisions: these functions do what they are told and hand back a value or a typed error, and
//! the words for either live in the content folder.
//!
//! Invariant: nothing in here names the window's code, and nothing outside it reads a clock or touches a file.

pub mod awake;
pub mod background;
#[cfg(target_os = "linux")]
mod bus;
pub mod clock;
pub mod console;
pub mod dialog;
pub mod dirs;
#[cfg(target_os = "linux")]
pub mod display;
pub mod export;
pub mod fault;
pub mod instance;
pub mod locale;
pub mod notify;
pub mod opener;
pub mod print;
#[cfg(unix)]
mod process;
pub mod renderer;
pub mod reply;
pub mod reveal;
pub mod schedule;
pub mod scheme;
pub mod screen_reader;
pub mod sound;
mod speech;
pub mod store;
pub mod system;
pub mod watch;

#[cfg(all(test, target_os = "linux"))]
mod test_bus;
