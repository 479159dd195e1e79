//! The wish against pretended desktops on a real bus.

use std::sync::mpsc::Receiver;
use std::time::Duration;

use ashpd::zbus::Connection;

use super::super::reply::test::feed;
use super::super::test_bus::{Bus, Heard, Takes};
use super::{Awake, Reason, bus};

const PATIENCE: Duration = Duration::from_secs(20);

fn reason() -> Reason {
    Reason { program: "Gentleback".to_owned(), why: "A session".to_owned() }
}

/// A wish on this bus, and what is answered.
fn awake(bus: &Bus) -> (Awake, Receiver<bool>) {
    let address = bus.address().to_owned();
    let (feed, answers) = feed();
    let ask = move |reason: &Reason| bus::keep_on_by(connect(&address), reason);
    (Awake::with(ask, feed), answers)
}

fn connect(address: &str) -> Connection {
    super::super::test_bus::connect(address)
}

#[test]
fn the_screen_saver_is_asked_once_and_told_when_it_is_over() {
    let Some(bus) = Bus::start() else { return };
    let heard = bus.desktop(Takes::Saver);
    let (awake, answers) = awake(&bus);
    awake.keep_on(reason());
    assert_eq!(answers.recv_timeout(PATIENCE), Ok(true));
    let asked = heard.recv_timeout(PATIENCE).expect("asked");
    assert_eq!(asked, Heard::Inhibit("Gentleback".to_owned(), "A session".to_owned()));
    // A second wish while the first holds asks nobody again.
    awake.keep_on(reason());
    assert_eq!(answers.recv_timeout(PATIENCE), Ok(true));
    awake.let_go();
    assert_eq!(heard.recv_timeout(PATIENCE), Ok(Heard::UnInhibit(Bus::COOKIE)));
}

#[test]
fn where_there_is_no_screen_saver_the_portal_is_asked() {
    let Some(bus) = Bus::start() else { return };
    let heard = bus.desktop(Takes::Portal);
    let (awake, answers) = awake(&bus);
    awake.keep_on(reason());
    assert_eq!(answers.recv_timeout(PATIENCE), Ok(true));
    // Idle, and nothing else: logging out and switching stay as they are.
    assert_eq!(heard.recv_timeout(PATIENCE), Ok(Heard::Portal(8, "A session".to_owned())));
    awake.let_go();
    assert_eq!(heard.recv_timeout(PATIENCE), Ok(Heard::Close));
}

#[test]
fn a_program_that_ends_leaves_nothing_behind() {
    let Some(bus) = Bus::start() else { return };
    let heard = bus.desktop(Takes::Saver);
    let (awake, answers) = awake(&bus);
    awake.keep_on(reason());
    answers.recv_timeout(PATIENCE).expect("an answer");
    assert!(matches!(heard.recv_timeout(PATIENCE), Ok(Heard::Inhibit(..))));
    drop(awake);
    assert_eq!(heard.recv_timeout(PATIENCE), Ok(Heard::UnInhibit(Bus::COOKIE)));
}

#[test]
fn a_desktop_that_keeps_nothing_on_is_told_apart() {
    let Some(bus) = Bus::start() else { return };
    let (awake, answers) = awake(&bus);
    awake.keep_on(reason());
    assert_eq!(answers.recv_timeout(PATIENCE), Ok(false), "nobody on this bus");
}
