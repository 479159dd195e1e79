//! The real program in a real window, on a screen of the test's own.
//!
//! Not a test of what the screens say (that is done by meaning, without a window): it shows that the built program
//! starts, draws, hears the mouse and the keyboard, closes when asked, and says plainly when it cannot start.
//! It needs Xvfb and Mesa's software OpenGL. Without them each test says that it was skipped, or fails where
//! `CI` or `GENTLEBACK_REQUIRE_WINDOW` is set. The pictures stay in the target folder for a person to look at.

#![cfg(target_os = "linux")]

mod window {
    mod faults;
    #[allow(dead_code, reason = "the blindfold run uses the rest")]
    mod gestures;
    mod program;
    mod reader;
    mod screen;
    mod second;
    mod spoken;
    mod starts;
    mod walk;
}
