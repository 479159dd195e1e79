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

#[test]
fn on_a_screen_without_what_it_needs_it_says_so_and_fails() {
    let Some(screen) = Screen::start_with(&["-extension", "RANDR", "+extension", "GLX"]) else { return };
    let home = new_home();
    let (status, said) = Program::start(home.path(), &[("DISPLAY", &screen.name)]).wait();
    assert!(!status.success(), "{status}");
    assert_plain(&said);
}

/// Waits until there is a window.
fn assert_opens(screen: &Screen, variables: &[(&str, &str)]) {
    let home = new_home();
    let display = [("DISPLAY", screen.name.as_str())];
    let variables = [&display[..], variables].concat();
    let mut program = Program::start(home.path(), &variables);
    screen.wait("the window", || {
        assert!(program.is_running(), "the program ended before it had a window");
        screen.find("Gentleback")
    });
}

#[test]
fn a_scale_with_a_comma_and_a_dead_wayland_keep_no_window_from_opening() {
    let Some(screen) = Screen::start() else { return };
    assert_opens(&screen, &[("WINIT_X11_SCALE_FACTOR", "1,5")]);
    assert_opens(&screen, &[("WINIT_X11_SCALE_FACTOR", "large")]);
    assert_opens(&screen, &[("WAYLAND_DISPLAY", "wayland-9")]);
}

#[test]
fn the_window_is_never_larger_than_its_monitor() {
    let Some(screen) = Screen::start_sized("1366x768x24") else { return };
    let home = new_home();
    let mut program = Program::start(home.path(), &[("DISPLAY", &screen.name), ("WINIT_X11_SCALE_FACTOR", "2")]);
    let fits = || {
        assert!(program.is_running(), "the program ended before it had a window");
        let window = screen.find("Gentleback")?;
        let (width, height) = screen.size(window);
        let (least_width, least_height) = screen.least_size(window)?;
        (width <= 1366 && height <= 768 && least_width <= 1366 && least_height <= 768).then_some(())
    };
    screen.wait("a window that fits", fits);
}
