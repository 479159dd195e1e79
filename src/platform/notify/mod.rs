//! A notification of the system's own, and what the person did with it.
//!
//! Not a decision when: that is [`crate::reminder`]. Invariant: a system that can not notify gives an error, at once or
//! by silence, and never holds up who asks.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(not(any(target_os = "linux", windows)))]
mod macos;
#[cfg(windows)]
mod windows;

#[cfg(target_os = "linux")]
use self::linux as system;
#[cfg(not(any(target_os = "linux", windows)))]
use self::macos as system;
#[cfg(windows)]
use self::windows as system;

use std::sync::mpsc::{self, Sender};

use super::{background, reply::Reply};

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The program's name.
    pub program: String,
    /// The line in bold.
    pub title: String,
    /// The line under it.
    pub body: String,
    /// The button that opens the window.
    pub open: String,
    /// The button that puts it off.
    pub snooze: String,
    /// The button for no more of them today.
    pub not_today: String,
}

/// What the person did with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Clicked it, or its first button; with the word that lets a window come to the front, where the desktop has one.
    Open(Option<String>),
    /// "In 30 minutes".
    Snooze,
    /// "Not today".
    NotToday,
    /// Closed it, or it went by itself.
    Closed,
}

/// This system has nothing that shows notifications, or it did not answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NoService(pub String);

/// A note that is shown; it stays when this is dropped.
#[derive(Debug)]
pub struct Shown(system::Shown);

impl Shown {
    /// Takes it away, if it is still there and the system can.
    pub fn close(&self) {
        self.0.close();
    }
}

/// Shows a notification; the answer comes through the channel, if one ever comes.
///
/// # Errors
/// [`NoService`].
pub fn show(notice: &Notice, answered: Sender<Answer>) -> Result<Shown, NoService> {
    system::show(notice, answered).map(Shown)
}

/// Asks on a thread whether notes can be shown here, and by whom.
pub fn ask_service(reply: Reply<Result<String, NoService>>) {
    background::run("notification", reply, system::service);
}

/// Shows one on a thread, and says whether that worked; what is done with it is nobody's business.
pub fn try_out(notice: Notice, reply: Reply<Result<(), NoService>>) {
    background::run("notification", reply, move || show(&notice, mpsc::channel().0).map(drop));
}
