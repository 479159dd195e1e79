//! A whole session with closed eyes: the real program in a real window, beside a sound server of the test's own.
//!
//! A script plays the person. All that reaches it is what the loudspeaker played, recognized by the recordings, and all
//! that it does is to press one key at a time: the one that the voice has named. What it pressed is then held against
//! the program's own word of when each phase began: no key while a hand is in use (health.md 4.4), and every tone and
//! word where it belongs. It needs what `tests/window.rs` and `tests/sound.rs` need, and is skipped or fails as they do.
//!
//! Not in each run of the tests: it wants the machine for itself. All four positions, each about five minutes long:
//!
//!     cargo test --test blindfold -- --include-ignored --nocapture
//!
//! What was heard and pressed is kept in the target folder, as `tmp/blindfold-back.txt` and so on; `tests/snapshots/blindfold/`
//! has one run of each, of November 27, 2026.

#![cfg(target_os = "linux")]

mod blindfold {
    mod diary;
    #[path = "../sound/ear.rs"]
    #[allow(dead_code, reason = "the sound tests use all of it")]
    mod ear;
    #[path = "../window/gestures.rs"]
    #[allow(dead_code, reason = "the window tests use all of it")]
    mod gestures;
    mod listener;
    mod person;
    #[path = "../window/program.rs"]
    #[allow(dead_code, reason = "the window tests use all of it")]
    mod program;
    mod runs;
    #[path = "../window/screen.rs"]
    #[allow(dead_code, reason = "the window tests use all of it")]
    mod screen;
    #[path = "../sound/server.rs"]
    #[allow(dead_code, reason = "the sound tests use all of it")]
    mod server;
    mod timeline;
}
