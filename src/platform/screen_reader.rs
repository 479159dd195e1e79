//! Whether a screen reader is on.
//!
//! Not the way to it: AccessKit has that. On Linux the desktop's accessibility bus says it; elsewhere nothing is ever
//! told, and the window asks AccessKit whether someone reads.
//!
//! Invariant: a value is told only when it differs from the last one.

use super::reply::Feed;

/// Starts to watch; the first value comes when a screen reader is found.
pub fn watch(found: Feed<bool>) {
    #[cfg(target_os = "linux")]
    {
        let watcher = move || futures::executor::block_on(linux::follow_session(found));
        // Without a thread nobody is asked who should speak; the voice speaks, as it is set.
        std::thread::Builder::new().name("reader".into()).spawn(watcher).ok();
    }
    #[cfg(not(target_os = "linux"))]
    drop(found);
}

#[cfg(target_os = "linux")]
mod linux {
    use ashpd::zbus::{self, Connection, Proxy};
    use futures::{StreamExt, stream};

    use super::Feed;

    const PLACE: &str = "org.a11y.Bus";
    const PATH: &str = "/org/a11y/bus";
    const INTERFACE: &str = "org.a11y.Status";
    /// Two properties say it: the first is what AccessKit itself goes by, the second is dropped by newer versions of
    /// AT-SPI and was the only one in some older ones. Either of them is enough.
    const SAY_SO: [&str; 2] = ["IsEnabled", "ScreenReaderEnabled"];

    /// Follows the bus of this person's session. No bus, or nobody on it who knows: returns.
    pub(super) async fn follow_session(found: Feed<bool>) {
        if let Ok(bus) = Connection::session().await {
            follow(bus, &found).await.ok();
        }
    }

    /// Follows one bus; ends when it goes away.
    pub(super) async fn follow(bus: Connection, found: &Feed<bool>) -> zbus::Result<()> {
        let proxy = Proxy::new(&bus, PLACE, PATH, INTERFACE).await?;
        let [first, second] = SAY_SO;
        // The first item of each is the value as it is now; a property that is not there never has one.
        let first = proxy.receive_property_changed::<bool>(first).await.map(|change| (0, change));
        let second = proxy.receive_property_changed::<bool>(second).await.map(|change| (1, change));
        let mut changes = stream::select(first, second);
        let (mut says, mut told) = ([false; 2], false);
        while let Some((which, change)) = changes.next().await {
            let value = change.get().await.unwrap_or(false);
            if let Some(said) = says.get_mut(which) {
                *said = value;
            }
            let is_on = says.contains(&true);
            if is_on != told {
                found.tell(is_on);
                told = is_on;
            }
        }
        Ok(())
    }

    #[cfg(test)]
    mod tests {
        use std::{sync::mpsc::Receiver, time::Duration};

        use futures::executor::block_on;

        use super::super::super::{reply::test::feed, test_bus::Bus};
        use super::*;

        fn watch(bus: &Bus) -> Receiver<bool> {
            let (told, found) = feed();
            let here = bus.connect();
            std::thread::spawn(move || block_on(follow(here, &told)));
            found
        }

        #[test]
        fn either_property_is_enough() {
            let within = Duration::from_secs(20);
            // A newer AT-SPI has only the first of the two; some older ones say it by the second alone.
            for says in [&[("IsEnabled", true)][..], &[("IsEnabled", false), ("ScreenReaderEnabled", true)]] {
                let Some(bus) = Bus::start() else { return };
                let _status = bus.properties(PLACE, says);
                assert_eq!(watch(&bus).recv_timeout(within), Ok(true), "{says:?}");
            }
            let Some(bus) = Bus::start() else { return };
            let _status = bus.properties(PLACE, &[("IsEnabled", false), ("ScreenReaderEnabled", false)]);
            assert!(watch(&bus).recv_timeout(Duration::from_millis(700)).is_err(), "none is there");
        }
    }
}
