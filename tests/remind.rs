//! The reminder as a person gets it: the real `gentleback remind` on a message bus of the test's own, with a pretended
//! notification service that hears it and clicks on it.
//!
//! Not when a reminder is due in general: that is `src/reminder/tests.rs`, with clocks that jump. Without `dbus-daemon`
//! (and Xvfb, for the window that a click opens) a test says that it was skipped, or fails where `CI` is set.

#![cfg(target_os = "linux")]

#[path = "window/screen.rs"]
#[expect(dead_code, reason = "only a part of what the window tests need")]
mod screen;

mod remind {
    mod desktop;
    mod person;
    mod process;
    mod schedule;
}
