//! Notifications through the desktop's own service on the session bus.
//!
//! Spoken to without a helper crate: the answers are listened for before the note is sent, so that not even the
//! quickest click is lost, and the word with which a click lets a window come to the front is handed on.
//!
//! Invariant: the bus is only spoken to while something is shown or asked. A service that is started anew has forgotten
//! its notes: what nobody has done anything with is shown again.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use ashpd::zbus::zvariant::Value;
use ashpd::zbus::{self, Connection, MatchRule, MessageStream, connection, message};
use futures::executor::block_on;
use futures::{StreamExt, stream};

use super::{Answer, NoService, Notice};

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// Who says that a name on the bus has another owner, and by which signal.
const BUS: &str = "org.freedesktop.DBus";
const OWNER: &str = "NameOwnerChanged";

/// The names of the buttons on the bus; `default` is a click on the note itself.
const DEFAULT: &str = "default";
const OPEN: &str = "open";
const SNOOZE: &str = "snooze";
const NOT_TODAY: &str = "not-today";

/// How long an answer may take: a service may have to be started first.
const PATIENCE: Duration = Duration::from_secs(20);

/// It stays until somebody does something with it.
const NEVER_EXPIRES: i32 = 0;

/// A note that is shown.
#[derive(Debug)]
pub(super) struct Shown {
    bus: Connection,
    /// Its number, which changes when it is shown again.
    id: Arc<AtomicU32>,
}

impl Shown {
    /// Takes it away, if it is still there.
    pub(super) fn close(&self) {
        // One that is gone already can not be taken away.
        block_on(call(&self.bus, "CloseNotification", &self.id.load(Ordering::Relaxed))).ok();
    }
}

pub(super) fn show(notice: &Notice, answered: Sender<Answer>) -> Result<Shown, NoService> {
    block_on(async {
        let bus = connect().await?;
        show_on(bus, notice, answered).await
    })
}

pub(super) fn service() -> Result<String, NoService> {
    block_on(async { service_on(&connect().await?).await })
}

async fn connect() -> Result<Connection, NoService> {
    let builder = connection::Builder::session().map_err(no_service)?;
    builder.method_timeout(PATIENCE).build().await.map_err(no_service)
}

/// Who shows notes on this bus.
async fn service_on(bus: &Connection) -> Result<String, NoService> {
    let reply = call(bus, "GetServerInformation", &()).await.map_err(no_service)?;
    let (name, _vendor, _version, _spec): (String, String, String, String) = reply.body().deserialize().map_err(no_service)?;
    Ok(name)
}

async fn show_on(bus: Connection, notice: &Notice, answered: Sender<Answer>) -> Result<Shown, NoService> {
    let rule = MatchRule::builder().msg_type(message::Type::Signal).interface(NAME).map_err(no_service)?.build();
    let signals = MessageStream::for_match_rule(rule, &bus, None).await.map_err(no_service)?;
    let rule = MatchRule::builder().msg_type(message::Type::Signal).interface(BUS).map_err(no_service)?;
    let rule = rule.member(OWNER).map_err(no_service)?.arg(0, NAME).map_err(no_service)?.build();
    let owners = MessageStream::for_match_rule(rule, &bus, None).await.map_err(no_service)?;
    let id = Arc::new(AtomicU32::new(notify(&bus, notice).await.map_err(no_service)?));
    let note = Note { bus: bus.clone(), notice: notice.clone(), id: Arc::clone(&id) };
    let wait = move || block_on(note.follow(stream::select(signals, owners), &answered));
    thread::Builder::new().name("notification".into()).spawn(wait).map_err(no_service)?;
    Ok(Shown { bus, id })
}

/// Has it shown, and returns its number.
async fn notify(bus: &Connection, notice: &Notice) -> zbus::Result<u32> {
    let actions = [(DEFAULT, &notice.open), (OPEN, &notice.open), (SNOOZE, &notice.snooze), (NOT_TODAY, &notice.not_today)];
    let actions: Vec<&str> = actions.into_iter().flat_map(|(name, label)| [name, label]).collect();
    let hints = HashMap::from([
        ("urgency", Value::from(1_u8)),
        ("suppress-sound", Value::from(true)),
        ("desktop-entry", Value::from("gentleback")),
    ]);
    let body = (&notice.program, 0_u32, "gentleback", &notice.title, &notice.body, actions, hints, NEVER_EXPIRES);
    call(bus, "Notify", &body).await?.body().deserialize()
}

/// A note on the screen.
struct Note {
    bus: Connection,
    notice: Notice,
    id: Arc<AtomicU32>,
}

impl Note {
    /// Waits for what is done with it.
    async fn follow(self, mut signals: impl StreamExt<Item = zbus::Result<message::Message>> + Unpin, answered: &Sender<Answer>) {
        let mut token = None;
        while let Some(Ok(signal)) = signals.next().await {
            let id = self.id.load(Ordering::Relaxed);
            let body = signal.body();
            let member = signal.header().member().map(|member| member.to_string()).unwrap_or_default();
            let answer = match member.as_str() {
                OWNER => {
                    let is_new = body.deserialize::<(String, String, String)>().is_ok_and(|(_, _, owner)| !owner.is_empty());
                    // One that does not take it has none to show; the next may.
                    if is_new && let Ok(id) = notify(&self.bus, &self.notice).await {
                        self.id.store(id, Ordering::Relaxed);
                    }
                    None
                }
                "ActivationToken" => {
                    let told = body.deserialize::<(u32, String)>().ok().filter(|(about, _)| *about == id);
                    token = told.map(|(_, token)| token).or(token);
                    None
                }
                "ActionInvoked" => {
                    let told = body.deserialize::<(u32, String)>().ok().filter(|(about, _)| *about == id);
                    told.map(|(_, action)| match action.as_str() {
                        SNOOZE => Answer::Snooze,
                        NOT_TODAY => Answer::NotToday,
                        _ => Answer::Open(token.take()),
                    })
                }
                "NotificationClosed" => {
                    let told = body.deserialize::<(u32, u32)>().ok().filter(|(about, _)| *about == id);
                    told.map(|_| Answer::Closed)
                }
                _ => None,
            };
            if let Some(answer) = answer {
                // Whoever asked may have gone on meanwhile; then nobody is there to mind.
                answered.send(answer).ok();
                return;
            }
        }
    }
}

async fn call<B>(bus: &Connection, method: &str, body: &B) -> zbus::Result<message::Message>
where
    B: serde::Serialize + zbus::zvariant::DynamicType,
{
    bus.call_method(Some(NAME), PATH, Some(NAME), method, body).await
}

fn no_service(error: impl std::fmt::Display) -> NoService {
    NoService(error.to_string())
}
