//! Whether a screen reader is on.
//!
//! Not the way to it: AccessKit has that. On Linux the desktop's accessibility bus says it; elsewhere nothing is ever
//! sent, and the window asks AccessKit whether someone reads.
//!
//! Invariant: a value is sent only when it differs from the last one, each time followed by the wake call.

use std::sync::mpsc::{self, Receiver};

use super::Wake;

/// Starts to watch; the first value comes when a screen reader is found.
pub fn watch(wake: Wake) -> Receiver<bool> {
    let (sender, receiver) = mpsc::channel();
    #[cfg(target_os = "linux")]
    {
        let watcher = move || futures::executor::block_on(linux::follow_session(sender, wake));
        // Without a thread nobody is asked who should speak; the voice speaks, as it is set.
        std::thread::Builder::new().name("reader".into()).spawn(watcher).ok();
    }
    #[cfg(not(target_os = "linux"))]
    drop((sender, wake));
    receiver
}

#[cfg(target_os = "linux")]
mod linux {
    use std::sync::mpsc::Sender;

    use ashpd::zbus::{self, Connection, Proxy};
    use futures::StreamExt;

    use super::Wake;

    const PLACE: &str = "org.a11y.Bus";
    const PATH: &str = "/org/a11y/bus";
    const INTERFACE: &str = "org.a11y.Status";
    const READER: &str = "ScreenReaderEnabled";

    /// Follows the bus of this person's session. No bus, or nobody on it who knows: returns.
    pub(super) async fn follow_session(sender: Sender<bool>, wake: Wake) {
        if let Ok(bus) = Connection::session().await {
            follow(bus, sender, wake).await.ok();
        }
    }

    /// Follows one bus; ends when it goes away or nobody listens.
    pub(super) async fn follow(bus: Connection, sender: Sender<bool>, wake: Wake) -> zbus::Result<()> {
        let proxy = Proxy::new(&bus, PLACE, PATH, INTERFACE).await?;
        // Its first item is the value as it is now.
        let mut changes = proxy.receive_property_changed::<bool>(READER).await;
        let mut sent = false;
        while let Some(change) = changes.next().await {
            let is_on = change.get().await?;
            if is_on != sent {
                if sender.send(is_on).is_err() {
                    return Ok(());
                }
                sent = is_on;
                wake();
            }
        }
        Ok(())
    }
}
