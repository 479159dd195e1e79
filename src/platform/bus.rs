//! The session's message bus, with a limit on every wait: whoever owns a name there may have stopped answering.
//!
//! Not a service of its own. Invariant: no call over a connection from here takes longer than its patience; only a wait
//! for a person (a dialog that is open) has no end, and that is watched with [`answers`].

use std::time::Duration;

use ashpd::zbus::{self, Connection, connection, zvariant::OwnedValue};
use futures::executor::block_on;

use super::background;

/// How long a service may take to answer; it may have to be started first.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// The desktop portal.
pub(super) const PORTAL: &str = "org.freedesktop.portal.Desktop";
const PORTAL_PATH: &str = "/org/freedesktop/portal/desktop";

/// Connects to the bus of this person's session; calls over it are waited for `patience` at most, and so is it.
///
/// # Errors
/// There is no bus, or it does not answer.
pub(super) fn session(patience: Duration) -> zbus::Result<Connection> {
    let connect = move || {
        let builder = connection::Builder::session()?.method_timeout(patience);
        block_on(builder.build())
    };
    let connected = background::within(patience, "bus", connect);
    connected.unwrap_or_else(|late| Err(zbus::Error::Failure(late.to_string())))
}

/// The version of one of the portal's interfaces, if the portal on this bus has that interface.
///
/// # Errors
/// Nobody there, nothing of that name, or no answer in time.
pub(super) async fn portal_version(bus: &Connection, interface: &str) -> zbus::Result<u32> {
    let properties = Some("org.freedesktop.DBus.Properties");
    let reply = bus.call_method(Some(PORTAL), PORTAL_PATH, properties, "Get", &(interface, "version")).await?;
    let version: OwnedValue = reply.body().deserialize()?;
    Ok(u32::try_from(version)?)
}

/// Whether the portal still answers for this interface. While it shows a dialog it does; one that hangs, or a bus that
/// has gone, is noticed by this.
pub(super) fn answers(bus: &Connection, interface: &str) -> bool {
    block_on(portal_version(bus, interface)).is_ok()
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::super::test_bus::{Bus, Settings};
    use super::*;

    #[test]
    fn a_portal_that_owns_its_name_and_never_answers_is_given_up() {
        let Some(bus) = Bus::start() else { return };
        let hung = bus.connect();
        block_on(hung.request_name(PORTAL)).expect("the portal's name");
        let patience = Duration::from_millis(200);
        let builder = connection::Builder::address(bus.address()).expect("an address").method_timeout(patience);
        let here = block_on(builder.build()).expect("a connection");
        let start = Instant::now();
        assert!(!answers(&here, "org.freedesktop.portal.FileChooser"));
        assert!(start.elapsed() < Duration::from_secs(10));
    }

    #[test]
    fn an_interface_that_is_there_is_told_from_one_that_is_not() {
        let Some(bus) = Bus::start() else { return };
        let here = bus.connect();
        assert!(!answers(&here, "org.freedesktop.portal.FileChooser"), "no portal at all");
        let _portal = bus.portal(Settings::new(), &["org.freedesktop.portal.Print"]);
        assert!(answers(&here, "org.freedesktop.portal.Print"));
        assert!(!answers(&here, "org.freedesktop.portal.FileChooser"), "a portal without file dialogs");
    }
}
