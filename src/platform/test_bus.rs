//! A message bus of a test's own, with a pretended desktop portal on it.
//!
//! Not used by the program. The real portal needs a desktop; this one says what a test tells it to, over a real
//! bus daemon, so that the wire format is tested too. Without `dbus-daemon` the tests say that they were skipped.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};

use ashpd::zbus::{Connection, MessageStream, connection, message};
use ashpd::zvariant::Value;
use futures::StreamExt;
use futures::executor::block_on;

/// Where programs look for the portal.
const PLACE: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";

/// A running bus daemon; stopped when dropped.
pub(super) struct Bus {
    daemon: Child,
    address: String,
}

impl Bus {
    /// Starts a bus, or says why the test is skipped.
    ///
    /// # Panics
    /// When there is no daemon on a machine that must have one (`CI` is set).
    pub(super) fn start() -> Option<Self> {
        let mut command = Command::new("dbus-daemon");
        command.args(["--session", "--nofork", "--print-address=1"]).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut daemon = match command.spawn() {
            Ok(daemon) => daemon,
            Err(error) => {
                assert!(std::env::var_os("CI").is_none(), "dbus-daemon is needed here: {error}");
                // Straight to the stream: a passing test's print! is not shown.
                writeln!(std::io::stderr(), "skipped: no dbus-daemon ({error})").ok();
                return None;
            }
        };
        let mut address = String::new();
        let stdout = daemon.stdout.take().expect("piped");
        BufReader::new(stdout).read_line(&mut address).expect("an address");
        Some(Self { daemon, address: address.trim().to_owned() })
    }

    /// A new connection to this bus.
    pub(super) fn connect(&self) -> Connection {
        let builder = connection::Builder::address(self.address.as_str()).expect("an address");
        block_on(builder.build()).expect("a connection")
    }

    /// A portal that answers `ReadAll` with these settings and has a version for these interfaces.
    pub(super) fn portal(&self, settings: Settings, interfaces: &'static [&'static str]) -> Portal {
        let bus = self.connect();
        let calls = MessageStream::from(&bus);
        block_on(bus.request_name(PLACE)).expect("the portal's name");
        let serving = bus.clone();
        // The thread ends when the bus does.
        std::thread::spawn(move || block_on(serve(serving, calls, settings, interfaces)));
        Portal { bus }
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        self.daemon.kill().ok();
        self.daemon.wait().ok();
    }
}

/// Settings by namespace and key.
pub(super) type Settings = HashMap<&'static str, HashMap<&'static str, Value<'static>>>;

/// A pretended portal.
pub(super) struct Portal {
    bus: Connection,
}

impl Portal {
    /// Tells everyone that one setting has changed.
    pub(super) fn change(&self, namespace: &str, key: &str, value: Value<'_>) {
        let body = (namespace, key, value);
        let sent = self.bus.emit_signal(None::<&str>, PATH, "org.freedesktop.portal.Settings", "SettingChanged", &body);
        block_on(sent).expect("sent");
    }
}

async fn serve(bus: Connection, mut calls: MessageStream, settings: Settings, interfaces: &[&str]) {
    while let Some(Ok(call)) = calls.next().await {
        let header = call.header();
        if header.message_type() != message::Type::MethodCall {
            continue;
        }
        let member = header.member().map(|member| member.to_string());
        let replied = match member.as_deref() {
            Some("ReadAll") => bus.reply(&header, &settings).await,
            Some("Get") => match call.body().deserialize::<(String, String)>() {
                Ok((interface, _)) if interfaces.contains(&interface.as_str()) => bus.reply(&header, &Value::from(2u32)).await,
                _ => bus.reply_error(&header, "org.freedesktop.DBus.Error.UnknownInterface", &"none").await,
            },
            _ => bus.reply_error(&header, "org.freedesktop.DBus.Error.UnknownMethod", &"none").await,
        };
        replied.ok();
    }
}
