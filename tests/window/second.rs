//! A second start: it raises the first window and ends, and never waits for one that is dead or deaf.

use std::process::Command;

use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{ChangeWindowAttributesAux, ConnectionExt, EventMask, InputFocus, Window};

use super::program::{Program, new_home, own_words};
use super::screen::Screen;

/// Opens a window and waits until it shows.
fn open(screen: &Screen, home: &std::path::Path, arguments: &[&str]) -> (Program, Window) {
    let mut program = Program::start_with(home, &[("DISPLAY", &screen.name)], arguments);
    let window = screen.wait("the window", || {
        assert!(program.is_running(), "the program ended before it had a window");
        screen.find("Gentleback")
    });
    (program, window)
}

/// There is no window manager here. Hearing what a window asks one for takes being in its place.
fn listen_as_window_manager(screen: &Screen) {
    let supported = screen.atom("_NET_SUPPORTED");
    let asked = [screen.atom("_NET_ACTIVE_WINDOW")];
    let replace = x11rb::protocol::xproto::PropMode::REPLACE;
    let atoms: Vec<u8> = asked.iter().flat_map(|atom| atom.to_ne_bytes()).collect();
    let kind = x11rb::protocol::xproto::AtomEnum::ATOM;
    screen.x.change_property(replace, screen.root, supported, kind, 32, 1, &atoms).expect("sent").check().expect("set");
    let events = ChangeWindowAttributesAux::new().event_mask(EventMask::SUBSTRUCTURE_NOTIFY);
    screen.x.change_window_attributes(screen.root, &events).expect("sent").check().expect("listening");
}

/// Whether the window has asked to be the active one since the last look.
fn asked_to_be_active(screen: &Screen, window: Window) -> Option<()> {
    let wanted = screen.atom("_NET_ACTIVE_WINDOW");
    let mut asked = false;
    while let Some(event) = screen.x.poll_for_event().expect("connected") {
        asked |= matches!(event, Event::ClientMessage(message) if message.type_ == wanted && message.window == window);
    }
    asked.then_some(())
}

#[test]
fn a_second_start_raises_the_first_window_and_ends_well() {
    let Some(screen) = Screen::start() else { return };
    let home = new_home();
    listen_as_window_manager(&screen);
    let (mut first, window) = open(&screen, home.path(), &[]);
    for arguments in [&[][..], &["--open", "start"][..]] {
        // Somebody else has the keyboard.
        screen.x.set_input_focus(InputFocus::PARENT, screen.root, x11rb::CURRENT_TIME).expect("sent").check().expect("focus");
        asked_to_be_active(&screen, window);
        let (status, said) = Program::start_with(home.path(), &[("DISPLAY", &screen.name)], arguments).wait();
        assert_eq!((status.code(), own_words(&said)), (Some(0), vec![]), "quiet and good");
        screen.wait("the first to ask for the keyboard", || asked_to_be_active(&screen, window));
        assert!(first.is_running());
    }
    let (status, said) = Program::start_with(home.path(), &[("DISPLAY", &screen.name)], &["--open", "nonsense"]).wait();
    assert!(!status.success() && said.contains("nonsense"), "{said}");
    // Another person's home is another program.
    let other = new_home();
    let mut beside = Program::start(other.path(), &[("DISPLAY", &screen.name)]);
    screen.wait("a second window", || {
        let children = screen.x.query_tree(screen.root).ok()?.reply().ok()?.children;
        (children.iter().filter(|&&window| screen.is_called(window, "Gentleback")).count() == 2).then_some(())
    });
    assert!(beside.is_running());
}

#[test]
fn after_a_kill_the_next_start_opens_a_window() {
    let Some(screen) = Screen::start() else { return };
    let home = new_home();
    let (first, window) = open(&screen, home.path(), &[]);
    drop(first); // killed
    screen.wait("the window to go", || (screen.find("Gentleback") != Some(window)).then_some(()));
    open(&screen, home.path(), &[]);
}

#[test]
fn a_first_that_stands_still_keeps_nobody_waiting() {
    let Some(screen) = Screen::start() else { return };
    let home = new_home();
    let (first, window) = open(&screen, home.path(), &[]);
    let signal = |name: &str| Command::new("kill").args([name, &first.id().to_string()]).status().expect("kill runs").success();
    assert!(signal("-STOP"));
    let mut second = Program::start(home.path(), &[("DISPLAY", &screen.name)]);
    screen.wait("a second window", || {
        assert!(second.is_running());
        let children = screen.x.query_tree(screen.root).ok()?.reply().ok()?.children;
        let titled = |other: &&Window| **other != window && screen.is_called(**other, "Gentleback");
        children.iter().find(titled).map(drop)
    });
    assert!(signal("-CONT"));
}

#[test]
fn a_start_on_another_screen_says_where_the_window_is() {
    let (Some(screen), Some(other)) = (Screen::start(), Screen::start()) else { return };
    let home = new_home();
    let (mut first, _window) = open(&screen, home.path(), &[]);
    let (status, said) = Program::start(home.path(), &[("DISPLAY", &other.name)]).wait();
    assert!(!status.success());
    let words = own_words(&said);
    assert!(words.len() == 1 && words[0].ends_with('.') && words[0].contains("another screen"), "{said}");
    assert!(first.is_running());
}
