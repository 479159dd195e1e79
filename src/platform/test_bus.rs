//! A message bus of a test's own, with a pretended desktop portal on it.
//!
//! Not used by the program. The real portal needs a desktop; this one says what a test tells it to, over a real
//! bus daemon, so that the wire format is tested too. Without `dbus-daemon` the tests say that they were skipped.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, Sender};

use ashpd::zbus::{Connection, MessageStream, connection, message};
use ashpd::zvariant::{ObjectPath, Value};
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

    /// Where it is.
    pub(super) fn address(&self) -> &str {
        &self.address
    }

    /// A new connection to this bus.
    pub(super) fn connect(&self) -> Connection {
        connect(&self.address)
    }

    /// The name that a pretended screen saver gives every wish.
    pub(super) const COOKIE: u32 = 7;

    /// A desktop that keeps screens on in one of the two ways, and tells what it heard.
    pub(super) fn desktop(&self, takes: Takes) -> Receiver<Heard> {
        let bus = self.connect();
        let calls = MessageStream::from(&bus);
        let (tell, heard) = mpsc::channel();
        let name = if takes == Takes::Saver { "org.freedesktop.ScreenSaver" } else { PLACE };
        block_on(bus.request_name(name)).expect("the desktop's name");
        std::thread::spawn(move || block_on(keep_on(bus, calls, tell)));
        heard
    }

    /// Somebody of this name whose properties, on any of its paths, are these.
    pub(super) fn properties(&self, name: &'static str, properties: &'static [(&'static str, bool)]) -> Connection {
        let bus = self.connect();
        let calls = MessageStream::from(&bus);
        block_on(bus.request_name(name)).expect("the name");
        let serving = bus.clone();
        std::thread::spawn(move || block_on(say_properties(serving, calls, properties)));
        bus
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

/// A new connection to a bus.
pub(super) fn connect(address: &str) -> Connection {
    let builder = connection::Builder::address(address).expect("an address");
    block_on(builder.build()).expect("a connection")
}

/// Who keeps screens on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    /// The screen saver.
    Saver,
    /// The portal.
    Portal,
}

/// What a pretended desktop heard.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// Program and reason.
    Inhibit(String, String),
    /// The wish of this name is over.
    UnInhibit(u32),
    /// Flags and reason, at the portal.
    Portal(u32, String),
    /// The portal's request is over.
    Close,
}

async fn keep_on(bus: Connection, mut calls: MessageStream, tell: Sender<Heard>) {
    while let Some(Ok(call)) = calls.next().await {
        let header = call.header();
        let body = call.body();
        let (heard, replied) = match header.member().map(|member| member.to_string()).as_deref() {
            Some("Inhibit") => match body.deserialize::<(String, String)>() {
                Ok((program, why)) => (Heard::Inhibit(program, why), bus.reply(&header, &Bus::COOKIE).await),
                Err(_) => {
                    let (_, flags, options): (String, u32, HashMap<String, Value<'_>>) = body.deserialize().expect("a wish");
                    let why = options["reason"].to_string().trim_matches('"').to_owned();
                    let request = ObjectPath::try_from("/org/freedesktop/portal/desktop/request/1").expect("a path");
                    (Heard::Portal(flags, why), bus.reply(&header, &request).await)
                }
            },
            Some("UnInhibit") => (Heard::UnInhibit(body.deserialize().expect("a name")), bus.reply(&header, &()).await),
            Some("Close") => (Heard::Close, bus.reply(&header, &()).await),
            _ => continue,
        };
        replied.ok();
        tell.send(heard).ok();
    }
}

async fn say_properties(bus: Connection, mut calls: MessageStream, properties: &[(&str, bool)]) {
    while let Some(Ok(call)) = calls.next().await {
        let header = call.header();
        if header.message_type() != message::Type::MethodCall {
            continue;
        }
        let all: HashMap<&str, Value<'_>> = properties.iter().map(|(name, is)| (*name, Value::from(*is))).collect();
        let replied = match header.member().map(|member| member.to_string()).as_deref() {
            Some("GetAll") => bus.reply(&header, &all).await,
            Some("Get") => {
                let (_, name): (String, String) = call.body().deserialize().expect("a property");
                match all.get(name.as_str()) {
                    Some(value) => bus.reply(&header, value).await,
                    None => bus.reply_error(&header, "org.freedesktop.DBus.Error.UnknownProperty", &"none").await,
                }
            }
            _ => bus.reply_error(&header, "org.freedesktop.DBus.Error.UnknownMethod", &"none").await,
        };
        replied.ok();
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
