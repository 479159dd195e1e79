//! What a screen reader has in hand: the window as it arrives at AT-SPI, on a bus of the test's own.
//!
//! Not a screen reader: nothing is spoken here. It needs `dbus-daemon` and at-spi2-core's launcher and registry. A part
//! is acted on only by what the accessibility bus offers for it: its action, its value, the keyboard.
//!
//! Invariant: no mouse, no key and no picture.

use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use ashpd::zbus::{Connection, MatchRule, MessageStream, connection, fdo, message, proxy};
use ashpd::zvariant::{OwnedObjectPath, OwnedValue, Value};
use futures::StreamExt;
use futures::executor::block_on;

use super::screen::{PATIENCE, skipped};

const REGISTRY: &str = "org.a11y.atspi.Registry";
const ROOT: &str = "/org/a11y/atspi/accessible/root";
const ACCESSIBLE: &str = "org.a11y.atspi.Accessible";
/// How often the window is looked at while something is waited for.
const LOOK_EVERY: Duration = Duration::from_millis(60);

// The numbers of AT-SPI's states (AtspiStateType).
const ENABLED: u32 = 8;
const FOCUSED: u32 = 12;

/// An object on the accessibility bus: whose, and where.
type Reference = (String, OwnedObjectPath);
/// One object as the cache tells it: itself, program, parent, place, children, interfaces, name, role, description, states.
type Item = (Reference, Reference, Reference, i32, i32, Vec<String>, String, u32, String, Vec<u32>);

/// A session bus with an accessibility bus beside it, on both of which a screen reader is said to be on.
pub struct Reader {
    daemon: Child,
    launcher: Child,
    /// Where the session bus is.
    pub address: String,
    bus: Connection,
    told: Arc<Mutex<Vec<Told>>>,
}

/// One part of the window.
#[derive(Debug, Clone)]
pub struct Part {
    place: Reference,
    /// What it is, by AT-SPI's own name for it.
    pub role: &'static str,
    /// What it is called.
    pub name: String,
    /// What more is said of it.
    pub description: String,
    /// How deep it stands.
    pub depth: usize,
    interfaces: Vec<String>,
    states: u64,
}

/// What the window told by itself, without being asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    /// What every screen reader says: words to be spoken, the name of what gets the keyboard, and the new name of what has it.
    Heard(String),
    /// A part that is called otherwise now.
    Named(String),
    /// A value that has changed.
    Value(f64),
}

impl Reader {
    /// Starts both buses, or says why the test is skipped.
    pub fn start(home: &Path) -> Option<Self> {
        let Some(launcher) = launcher() else {
            return skipped("at-spi2-core is not installed");
        };
        let mut command = Command::new("dbus-daemon");
        command.args(["--session", "--nofork", "--print-address=1"]).env("XDG_RUNTIME_DIR", home);
        let mut daemon = match command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn() {
            Ok(daemon) => daemon,
            Err(error) => return skipped(&format!("dbus-daemon cannot be started: {error}")),
        };
        let mut address = String::new();
        BufReader::new(daemon.stdout.take().expect("piped")).read_line(&mut address).expect("an address");
        let address = address.trim().to_owned();
        let mut command = Command::new(launcher);
        // No display: the launcher would leave the bus's address on it, where the next test would find it.
        command.arg("--launch-immediately").env_remove("DISPLAY").env("GSETTINGS_BACKEND", "memory");
        command.env("HOME", home).env("XDG_RUNTIME_DIR", home).env("DBUS_SESSION_BUS_ADDRESS", &address);
        let launcher = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the launcher starts");
        let session = connect(&address);
        let status = |property: &str| {
            block_on(async {
                let properties = fdo::PropertiesProxy::builder(&session).destination("org.a11y.Bus")?.path("/org/a11y/bus")?;
                let properties = properties.build().await?;
                properties.set("org.a11y.Status".try_into().expect("a name"), property, Value::from(true)).await
            })
        };
        wait("the accessibility bus", || {
            ["IsEnabled", "ScreenReaderEnabled"].iter().all(|name| status(name).is_ok()).then_some(())
        });
        let place = block_on(async {
            let asked = session.call_method(Some("org.a11y.Bus"), "/org/a11y/bus", Some("org.a11y.Bus"), "GetAddress", &());
            asked.await.expect("an accessibility bus").body().deserialize::<String>().expect("an address")
        });
        let bus = connect(&place);
        let told = Arc::default();
        listen(&connect(&place), Arc::clone(&told));
        Some(Self { daemon, launcher, address, bus, told })
    }

    /// Every part of the window, in reading order; nothing while the program is not on the bus.
    pub fn parts(&self) -> Vec<Part> {
        block_on(self.read()).unwrap_or_default()
    }

    async fn read(&self) -> Option<Vec<Part>> {
        let call = async |to: &str, path: &str, interface: &str, member: &str| {
            self.bus.call_method(Some(to), path, Some(interface), member, &()).await.ok()
        };
        let desktop = call(REGISTRY, ROOT, ACCESSIBLE, "GetChildren").await?;
        let programs: Vec<Reference> = desktop.body().deserialize().ok()?;
        for (program, _) in programs {
            let Some(items) = call(&program, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems").await else { continue };
            let items: Vec<Item> = items.body().deserialize().ok()?;
            let Some(root) = items.iter().find(|item| item.0.1.as_str() == ROOT && item.6 == "gentleback") else { continue };
            let mut parts = Vec::new();
            below(&items, &root.0.1, 0, &mut parts);
            return Some(parts);
        }
        None
    }

    /// Waits until the window has a part like this.
    ///
    /// # Panics
    /// After a while, with all there is instead.
    #[track_caller]
    pub fn wait_for(&self, what: &str, mut is_it: impl FnMut(&Part) -> bool) -> Part {
        let start = Instant::now();
        loop {
            let parts = self.parts();
            if let Some(part) = parts.iter().find(|part| is_it(part)) {
                return part.clone();
            }
            assert!(start.elapsed() < PATIENCE, "waited in vain for {what}; there is\n{}", page(&parts));
            std::thread::sleep(LOOK_EVERY);
        }
    }

    /// The part of this role and name, once it is there and can be used.
    #[track_caller]
    pub fn find(&self, role: &str, name: &str) -> Part {
        self.wait_for(&format!("{role} “{name}”"), |part| part.role == role && part.name == name && part.is_enabled())
    }

    /// Presses a part by its own action.
    #[track_caller]
    pub fn press(&self, part: &Part) {
        assert!(part.interfaces.iter().any(|name| name == "org.a11y.atspi.Action"), "{part:?} can not be pressed");
        assert!(self.ask::<bool>(part, "org.a11y.atspi.Action", "DoAction", &(0_i32,)), "{part:?} was not pressed");
    }

    /// Gives a part the keyboard, as a reader does that walks through the window.
    #[track_caller]
    pub fn focus(&self, part: &Part) {
        assert!(self.ask::<bool>(part, "org.a11y.atspi.Component", "GrabFocus", &()), "{part:?} takes no keyboard");
    }

    /// The value of a slider, or a measure.
    #[track_caller]
    pub fn value(&self, part: &Part) -> f64 {
        let value = block_on(async { self.properties(part).await.get(VALUE.try_into().expect("a name"), "CurrentValue").await });
        value.expect("a value").try_into().expect("a number")
    }

    /// Sets the value of a slider.
    #[track_caller]
    pub fn set_value(&self, part: &Part, value: f64) {
        let set = async {
            self.properties(part).await.set(VALUE.try_into().expect("a name"), "CurrentValue", Value::from(value)).await
        };
        block_on(set).expect("a value that can be set");
    }

    async fn properties<'p>(&self, part: &'p Part) -> fdo::PropertiesProxy<'p> {
        let builder = fdo::PropertiesProxy::builder(&self.bus).destination(part.place.0.as_str()).expect("a name");
        let builder = builder.path(part.place.1.as_str()).expect("a path").cache_properties(proxy::CacheProperties::No);
        builder.build().await.expect("properties")
    }

    #[track_caller]
    fn ask<T: serde::de::DeserializeOwned + ashpd::zvariant::Type>(
        &self,
        part: &Part,
        interface: &str,
        member: &str,
        body: &(impl serde::Serialize + ashpd::zvariant::DynamicType),
    ) -> T {
        let (to, path) = (part.place.0.as_str(), part.place.1.as_str());
        let answer = block_on(self.bus.call_method(Some(to), path, Some(interface), member, body));
        answer.unwrap_or_else(|error| panic!("{member} of {part:?}: {error}")).body().deserialize().expect("an answer")
    }

    /// What the window told since the last time this was asked.
    pub fn told(&self) -> Vec<Told> {
        std::mem::take(&mut self.told.lock().expect("not poisoned"))
    }
}

const VALUE: &str = "org.a11y.atspi.Value";

impl Part {
    /// Whether it can be used now.
    pub fn is_enabled(&self) -> bool {
        self.is(ENABLED)
    }

    /// Whether it has the keyboard.
    pub fn is_focused(&self) -> bool {
        self.is(FOCUSED)
    }

    /// Whether it has one of AT-SPI's states, by its number.
    fn is(&self, state: u32) -> bool {
        self.states & (1 << state) != 0
    }
}

/// All parts as a reader of a failed test wants them.
pub fn page(parts: &[Part]) -> String {
    let line = |part: &Part| {
        let off = if part.is_enabled() { "" } else { " (off)" };
        let focus = if part.is_focused() { " <-- keyboard" } else { "" };
        let more = if part.description.is_empty() { String::new() } else { format!(" [{}]", part.description) };
        format!("{}{} “{}”{more}{off}{focus}\n", "  ".repeat(part.depth), part.role, part.name)
    };
    parts.iter().map(line).collect()
}

/// What stands under an object, in its order.
fn below(items: &[Item], place: &OwnedObjectPath, depth: usize, parts: &mut Vec<Part>) {
    let mut children: Vec<&Item> = items.iter().filter(|item| item.2.1 == *place && item.0.1 != *place).collect();
    children.sort_by_key(|item| item.3);
    for item in children {
        let states = item.9.iter().rev().fold(0, |all, half| all << 32 | u64::from(*half));
        let (role, name, description) = (role(item.7), item.6.clone(), item.8.clone());
        parts.push(Part { place: item.0.clone(), role, name, description, depth, interfaces: item.5.clone(), states });
        below(items, &item.0.1, depth + 1, parts);
    }
}

/// AT-SPI's name for a role (AtspiRole), of those that this window has.
fn role(number: u32) -> &'static str {
    match number {
        2 => "alert",
        7 => "check box",
        16 => "dialog",
        23 => "frame",
        27 => "image",
        29 => "label",
        31 => "list",
        32 => "list item",
        37 => "page tab",
        38 => "page tab list",
        39 => "panel",
        42 => "progress bar",
        43 => "push button",
        44 => "radio button",
        48 => "scroll bar",
        49 => "scroll pane",
        51 => "slider",
        55 => "table",
        56 => "table cell",
        57 => "table column header",
        58 => "table row header",
        62 => "toggle button",
        73 => "paragraph",
        79 => "entry",
        83 => "heading",
        85 => "section",
        88 => "link",
        90 => "table row",
        110 => "landmark",
        _ => "something else",
    }
}

/// Notes what the window tells, until the bus ends.
fn listen(bus: &Connection, told: Arc<Mutex<Vec<Told>>>) {
    let rule = MatchRule::builder().msg_type(message::Type::Signal).interface("org.a11y.atspi.Event.Object").expect("a name");
    let mut signals = block_on(MessageStream::for_match_rule(rule.build(), bus, Some(4096))).expect("signals");
    let bus = bus.clone();
    std::thread::spawn(move || {
        block_on(async {
            let mut focused = None;
            while let Some(Ok(signal)) = signals.next().await {
                let news = read_signal(&bus, &signal, &mut focused).await;
                told.lock().expect("not poisoned").extend(news);
            }
        });
    });
}

/// What one signal says; `focused` is where the keyboard is.
async fn read_signal(bus: &Connection, signal: &message::Message, focused: &mut Option<String>) -> Vec<Told> {
    type Body = (String, i32, i32, OwnedValue, HashMap<String, OwnedValue>);
    let header = signal.header();
    let (Some(member), Some(path), Some(sender)) = (header.member(), header.path(), header.sender()) else { return Vec::new() };
    let Ok((kind, detail, _, data, _)) = signal.body().deserialize::<Body>() else { return Vec::new() };
    let here = Some(path.to_string());
    match (member.as_str(), kind.as_str()) {
        ("Announcement", _) => vec![Told::Heard(String::try_from(data).unwrap_or_default())],
        ("PropertyChange", "accessible-value") => vec![Told::Value(f64::try_from(data).unwrap_or(f64::NAN))],
        ("PropertyChange", "accessible-name") => {
            let name = String::try_from(data).unwrap_or_default();
            let heard = (*focused == here).then(|| Told::Heard(name.clone()));
            [Told::Named(name)].into_iter().chain(heard).collect()
        }
        ("StateChanged", "focused") if detail == 1 => {
            *focused = here;
            let get = bus.call_method(
                Some(sender.as_str()),
                path,
                Some("org.freedesktop.DBus.Properties"),
                "Get",
                &(ACCESSIBLE, "Name"),
            );
            let name = get.await.ok().and_then(|answer| answer.body().deserialize::<OwnedValue>().ok());
            vec![Told::Heard(name.and_then(|name| String::try_from(name).ok()).unwrap_or_default())]
        }
        _ => Vec::new(),
    }
}

fn connect(address: &str) -> Connection {
    block_on(connection::Builder::address(address).expect("an address").build()).expect("a connection")
}

fn launcher() -> Option<PathBuf> {
    let folders = ["/usr/libexec", "/usr/lib/at-spi2-core", "/usr/lib/at-spi2", "/usr/lib"];
    folders.iter().map(|folder| Path::new(folder).join("at-spi-bus-launcher")).find(|path| path.is_file())
}

fn wait<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(start.elapsed() < PATIENCE, "waited in vain for {what}");
        std::thread::sleep(LOOK_EVERY);
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        // The launcher is asked, not killed: then it takes the accessibility bus, its own child, with it.
        Command::new("kill").arg(self.launcher.id().to_string()).status().ok();
        self.launcher.wait().ok();
        self.daemon.kill().ok();
        self.daemon.wait().ok();
    }
}
