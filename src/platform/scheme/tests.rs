//! The watcher against a pretended portal on a real bus.

use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use ashpd::desktop::settings::Settings;
use ashpd::zvariant::Value;
use futures::executor::block_on;

use super::super::reply::test::feed;
use super::super::test_bus::{Bus, Settings as Said};
use super::{Appearance, Scheme, portal};

const LOOK: &str = "org.freedesktop.appearance";
const GNOME: &str = "org.gnome.desktop.interface";
const PATIENCE: Duration = Duration::from_secs(20);

/// Watches a portal that says these things, from a thread as the program does.
fn watch(bus: &Bus) -> Receiver<Appearance> {
    let (feed, seen) = feed();
    let connection = bus.connect();
    std::thread::spawn(move || {
        block_on(async {
            let settings = Settings::with_connection(connection).await?;
            portal::follow(settings, &feed, true).await
        })
    });
    seen
}

fn look(entries: &[(&'static str, Value<'static>)]) -> HashMap<&'static str, Value<'static>> {
    entries.iter().map(|(key, value)| (*key, value.try_clone().expect("no file in it"))).collect()
}

#[test]
fn the_first_wish_and_every_change_of_it_arrive() {
    let Some(bus) = Bus::start() else { return };
    let said = Said::from([(LOOK, look(&[("color-scheme", Value::from(1u32))]))]);
    let portal = bus.portal(said, &["org.freedesktop.portal.Settings"]);
    let seen = watch(&bus);

    let first = seen.recv_timeout(PATIENCE).expect("the first wish");
    assert_eq!(first, Appearance { scheme: Some(Scheme::Dark), ..Appearance::default() });

    portal.change(LOOK, "accent-color", Value::from("of no interest"));
    portal.change(LOOK, "color-scheme", Value::from("of the wrong type"));
    portal.change(LOOK, "color-scheme", Value::from(1u32)); // said again: no news
    portal.change(LOOK, "color-scheme", Value::from(2u32));
    let second = seen.recv_timeout(PATIENCE).expect("the change");
    assert_eq!(second, Appearance { scheme: Some(Scheme::Light), ..Appearance::default() });

    portal.change(LOOK, "color-scheme", Value::from(0u32));
    assert_eq!(seen.recv_timeout(PATIENCE).expect("no preference"), Appearance::default());
}

#[test]
fn stillness_asked_for_by_either_key_is_heard() {
    let Some(bus) = Bus::start() else { return };
    let said = Said::from([(GNOME, look(&[("enable-animations", Value::from(false))]))]);
    let portal = bus.portal(said, &["org.freedesktop.portal.Settings"]);
    let seen = watch(&bus);
    assert_eq!(seen.recv_timeout(PATIENCE).expect("first").reduced_motion, Some(true));

    portal.change(GNOME, "enable-animations", Value::from(true));
    assert_eq!(seen.recv_timeout(PATIENCE).expect("second").reduced_motion, Some(false));

    portal.change(LOOK, "reduced-motion", Value::from(1u32));
    assert_eq!(seen.recv_timeout(PATIENCE).expect("third").reduced_motion, Some(true));
}

#[test]
fn more_contrast_and_larger_text_are_heard() {
    const ACCESS: &str = "org.gnome.desktop.a11y.interface";
    let Some(bus) = Bus::start() else { return };
    let said = Said::from([
        (LOOK, look(&[("contrast", Value::from(0u32))])),
        (GNOME, look(&[("text-scaling-factor", Value::from(1.25))])),
        (ACCESS, look(&[("high-contrast", Value::from(false))])),
    ]);
    let portal = bus.portal(said, &["org.freedesktop.portal.Settings"]);
    let seen = watch(&bus);
    let first = Appearance { high_contrast: Some(false), text_percent: Some(125), ..Appearance::default() };
    assert_eq!(seen.recv_timeout(PATIENCE), Ok(first));

    portal.change(LOOK, "contrast", Value::from(1u32));
    assert_eq!(seen.recv_timeout(PATIENCE), Ok(Appearance { high_contrast: Some(true), ..first }));
    portal.change(LOOK, "contrast", Value::from(0u32));
    assert_eq!(seen.recv_timeout(PATIENCE), Ok(first));
    portal.change(ACCESS, "high-contrast", Value::from(true));
    assert_eq!(seen.recv_timeout(PATIENCE), Ok(Appearance { high_contrast: Some(true), ..first }));

    portal.change(GNOME, "text-scaling-factor", Value::from("large"));
    portal.change(GNOME, "text-scaling-factor", Value::from(2.0));
    let last = Appearance { high_contrast: Some(true), text_percent: Some(200), ..first };
    assert_eq!(seen.recv_timeout(PATIENCE), Ok(last));
}

#[test]
fn without_a_portal_nothing_is_ever_sent() {
    let Some(bus) = Bus::start() else { return };
    let seen = watch(&bus);
    assert!(seen.recv_timeout(PATIENCE).is_err_and(|error| error == mpsc::RecvTimeoutError::Disconnected));
}
