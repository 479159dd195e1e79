//! Where the program cannot start, it says so in one plain sentence and ends.

use super::program::{Program, new_home, own_words};
use super::screen::Screen;

/// One sentence, in words: no names of types, no trace.
fn assert_plain(said: &str) {
    let words = own_words(said);
    assert_eq!(words.len(), 1, "one line is said:\n{said}");
    let sentence = words[0];
    assert!(sentence.ends_with('.'), "a sentence ends: {sentence:?}");
    assert!(sentence.split_whitespace().count() >= 5, "a sentence has words: {sentence:?}");
    let technical = ["::", "Err(", "Error(", "panicked", "{", "Os {", "NoGlutin", "WinitEventLoop"];
    assert!(!technical.iter().any(|mark| sentence.contains(mark)), "a person can read it: {sentence:?}");
}

#[test]
fn without_a_display_it_says_so_and_fails() {
    let (status, said) = Program::start(new_home().path(), &[]).wait();
    assert!(!status.success(), "{status}");
    assert_plain(&said);
}

#[test]
fn with_a_display_that_is_gone_it_says_so_and_fails() {
    let (status, said) = Program::start(new_home().path(), &[("DISPLAY", ":9876")]).wait();
    assert!(!status.success(), "{status}");
    assert_plain(&said);
}

#[test]
fn without_opengl_it_says_so_and_fails() {
    let Some(screen) = Screen::start_with(&["-extension", "GLX"]) else { return };
    let empty = tempfile::tempdir().expect("a temporary folder");
    let empty = empty.path().display().to_string();
    let hidden = [("DISPLAY", screen.name.as_str()), ("__EGL_VENDOR_LIBRARY_DIRS", &empty), ("LIBGL_DRIVERS_PATH", &empty)];
    let (status, said) = Program::start(new_home().path(), &hidden).wait();
    assert!(!status.success(), "{status}");
    assert_plain(&said);
}

#[test]
fn plain_is_told_from_technical() {
    assert_plain("libEGL warning: no driver\nGentleback needs a screen, and there is none here.\n");
    for technical in [
        "",
        "Error: WinitEventLoop(Os(..)).",
        "Err(NoGlutinConfigs) is what came back.",
        "One line here is fine.\nTwo are not, are they.",
    ] {
        assert!(std::panic::catch_unwind(|| assert_plain(technical)).is_err(), "{technical:?}");
    }
}
