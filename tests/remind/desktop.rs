//! A message bus of a test's own, and a notification service on it that does what the test says.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use ashpd::zbus::zvariant::OwnedValue;
use ashpd::zbus::{Connection, MessageStream, connection, message};
use futures::StreamExt;
use futures::executor::block_on;

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// How long a note may take to come.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A running bus daemon; stopped when dropped.
pub struct Bus {
    daemon: Child,
    pub address: String,
}

impl Bus {
    /// Starts a bus, or says why the test is skipped.
    pub fn start() -> Option<Self> {
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
        BufReader::new(daemon.stdout.take().expect("piped")).read_line(&mut address).expect("an address");
        Some(Self { daemon, address: address.trim().to_owned() })
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        self.daemon.kill().ok();
        self.daemon.wait().ok();
    }
}

/// What a service was asked to show.
#[derive(Debug)]
pub struct Note {
    pub id: u32,
    pub title: String,
    pub body: String,
    /// Names and labels, in turn.
    pub actions: Vec<String>,
}

/// The pretended service.
pub struct Service {
    bus: Connection,
    pub notes: Receiver<Note>,
    pub closed: Receiver<u32>,
}

impl Service {
    pub fn start(bus: &Bus) -> Self {
        let bus = block_on(connection::Builder::address(bus.address.as_str()).expect("an address").build()).expect("a bus");
        let calls = MessageStream::from(&bus);
        block_on(bus.request_name(NAME)).expect("the service's name");
        let (shown, notes) = mpsc::channel();
        let (gone, closed) = mpsc::channel();
        let serving = bus.clone();
        // The thread ends when the bus does.
        std::thread::spawn(move || block_on(serve(serving, calls, shown, gone)));
        Self { bus, notes, closed }
    }

    /// Ends the service; its notes are forgotten.
    pub fn end(self) {
        block_on(self.bus.release_name(NAME)).expect("released");
        block_on(self.bus.close()).expect("closed");
    }

    /// The next note.
    #[track_caller]
    pub fn next_note(&self) -> Note {
        self.notes.recv_timeout(PATIENCE).expect("a note")
    }

    /// Clicks on it, as desktops tell that.
    pub fn click(&self, note: &Note, action: &str) {
        self.signal("ActivationToken", &(note.id, "come-to-the-front"));
        self.signal("ActionInvoked", &(note.id, action));
    }

    fn signal<B: serde::Serialize + ashpd::zbus::zvariant::DynamicType>(&self, name: &str, body: &B) {
        block_on(self.bus.emit_signal(None::<&str>, PATH, NAME, name, body)).expect("sent");
    }
}

type Notify = (String, u32, String, String, String, Vec<String>, std::collections::HashMap<String, OwnedValue>, i32);

async fn serve(bus: Connection, mut calls: MessageStream, shown: Sender<Note>, gone: Sender<u32>) {
    let mut id = 0;
    while let Some(Ok(call)) = calls.next().await {
        let header = call.header();
        if header.message_type() != message::Type::MethodCall {
            continue;
        }
        let member = header.member().map(|member| member.to_string()).unwrap_or_default();
        match member.as_str() {
            "Notify" => {
                let (.., title, body, actions, _, _) = {
                    let (app, replaces, icon, title, body, actions, hints, expires): Notify =
                        call.body().deserialize().expect("the arguments of the specification");
                    assert_eq!((app.as_str(), replaces, expires), ("Gentleback", 0, 0));
                    (icon, title, body, actions, hints, expires)
                };
                id += 1;
                bus.reply(&header, &id).await.ok();
                shown.send(Note { id, title, body, actions }).ok();
            }
            "CloseNotification" => {
                let about: u32 = call.body().deserialize().expect("a number");
                bus.reply(&header, &()).await.ok();
                gone.send(about).ok();
            }
            "GetServerInformation" => drop(bus.reply(&header, &("A test", "nobody", "1", "1.2")).await),
            _ => drop(bus.reply_error(&header, "org.freedesktop.DBus.Error.UnknownMethod", &"none").await),
        }
    }
}
