//! The portal's way to be started at login, for a program in a sandbox: the desktop may ask the person.
//!
//! Invariant: no path of the sandbox is written anywhere outside of it.

use std::{collections::HashMap, time::Duration};

use ashpd::zbus::{
    self, MessageStream,
    zvariant::{OwnedObjectPath, OwnedValue, Value},
};
use futures::{StreamExt, executor::block_on};

use super::{COMMAND, NotScheduled};
use crate::platform::{background, bus};

const INTERFACE: &str = "org.freedesktop.portal.Background";
const REQUEST: &str = "org.freedesktop.portal.Request";
const PATH: &str = "/org/freedesktop/portal/desktop";
/// The program's name inside the sandbox.
const PROGRAM: &str = "gentleback";
/// How often the portal is looked after while the person is asked.
const LOOK_AFTER: Duration = Duration::from_secs(3);

/// Asks to be started at login, or no longer.
pub(super) fn ask(title: &str, starts: bool) -> Result<(), NotScheduled> {
    let bus = bus::session(bus::PATIENCE).map_err(|_| NotScheduled::Sandboxed)?;
    if !bus::answers(&bus, INTERFACE) {
        return Err(NotScheduled::Sandboxed);
    }
    let (asking, title) = (bus.clone(), title.to_owned());
    let asked = move || block_on(request(asking, &title, starts)).unwrap_or(false);
    match background::while_it_goes_on(LOOK_AFTER, || bus::answers(&bus, INTERFACE), "background", asked) {
        Ok(agreed) if agreed == starts => Ok(()),
        _ => Err(NotScheduled::Sandboxed),
    }
}

/// Whether it will be started at login.
async fn request(bus: zbus::Connection, title: &str, starts: bool) -> zbus::Result<bool> {
    // Listened for before it is asked: the answer may be quick.
    let mut signals = MessageStream::from(&bus);
    let options: HashMap<&str, Value<'_>> = HashMap::from([
        ("reason", Value::from(title)),
        ("autostart", Value::from(starts)),
        ("commandline", Value::from(vec![PROGRAM, COMMAND])),
    ]);
    let reply = bus.call_method(Some(bus::PORTAL), PATH, Some(INTERFACE), "RequestBackground", &("", options)).await?;
    let handle: OwnedObjectPath = reply.body().deserialize()?;
    while let Some(signal) = signals.next().await {
        let signal = signal?;
        let header = signal.header();
        let is_answer = header.interface().is_some_and(|name| name.as_str() == REQUEST)
            && header.member().is_some_and(|name| name.as_str() == "Response")
            && header.path().is_some_and(|path| path.as_str() == handle.as_str());
        if is_answer {
            let (_, results): (u32, HashMap<String, OwnedValue>) = signal.body().deserialize()?;
            return Ok(results.get("autostart").is_some_and(|value| bool::try_from(value).unwrap_or(false)));
        }
    }
    Ok(false)
}
