//! The two ways to ask a Linux desktop: the screen saver of the desktop itself, and the portal.
//!
//! The screen saver is asked first: it is what GNOME, KDE, Xfce, MATE and Cinnamon all answer to outside a sandbox;
//! inside one only the portal can be seen. Invariant: the connection lives as long as the wish, because a desktop
//! drops the wish of a connection that has closed.

use std::collections::HashMap;

use ashpd::zbus::{Connection, Result};
use ashpd::zvariant::{ObjectPath, OwnedObjectPath, Value};
use futures::executor::block_on;

use super::Reason;

const SAVER: &str = "org.freedesktop.ScreenSaver";
const SAVER_PATH: &str = "/org/freedesktop/ScreenSaver";
const PORTAL: &str = "org.freedesktop.portal.Desktop";
const PORTAL_PATH: &str = "/org/freedesktop/portal/desktop";
const PORTAL_INHIBIT: &str = "org.freedesktop.portal.Inhibit";
const PORTAL_REQUEST: &str = "org.freedesktop.portal.Request";
/// The portal's flag for "do not go idle".
const IDLE: u32 = 8;

/// A wish that a desktop has taken; dropped, it is taken back.
pub(super) struct Kept {
    bus: Connection,
    by: By,
}

/// Who has taken it, and the name it goes by there.
enum By {
    Saver(u32),
    Portal(OwnedObjectPath),
}

/// Asks the desktop of this person's session. No bus, or nobody there who keeps screens on: `None`.
pub(super) fn keep_on(reason: &Reason) -> Option<Kept> {
    let bus = super::super::bus::session(super::super::bus::PATIENCE).ok()?;
    keep_on_by(bus, reason)
}

/// The same on a given bus.
pub(super) fn keep_on_by(bus: Connection, reason: &Reason) -> Option<Kept> {
    let by = block_on(async {
        match ask_saver(&bus, reason).await {
            Ok(cookie) => Ok(By::Saver(cookie)),
            Err(_) => ask_portal(&bus, reason).await.map(By::Portal),
        }
    });
    by.ok().map(|by| Kept { bus, by })
}

async fn ask_saver(bus: &Connection, reason: &Reason) -> Result<u32> {
    let said = (reason.program.as_str(), reason.why.as_str());
    let answer = bus.call_method(Some(SAVER), SAVER_PATH, Some(SAVER), "Inhibit", &said).await?;
    answer.body().deserialize()
}

async fn ask_portal(bus: &Connection, reason: &Reason) -> Result<OwnedObjectPath> {
    let options = HashMap::from([("reason", Value::from(reason.why.as_str()))]);
    let said = ("", IDLE, options);
    let answer = bus.call_method(Some(PORTAL), PORTAL_PATH, Some(PORTAL_INHIBIT), "Inhibit", &said).await?;
    answer.body().deserialize()
}

impl Drop for Kept {
    fn drop(&mut self) {
        let bus = &self.bus;
        // A desktop that has gone in the meantime has nothing left to take back.
        block_on(async {
            match &self.by {
                By::Saver(cookie) => bus.call_method(Some(SAVER), SAVER_PATH, Some(SAVER), "UnInhibit", cookie).await,
                By::Portal(request) => {
                    let path: &ObjectPath<'_> = request;
                    bus.call_method(Some(PORTAL), path, Some(PORTAL_REQUEST), "Close", &()).await
                }
            }
        })
        .ok();
    }
}
