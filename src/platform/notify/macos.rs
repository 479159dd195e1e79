//! Notifications through the system's own script runner: it needs no signed bundle of ours.
//!
//! What falls short: the note is the script runner's and not ours. A click on it opens the script editor or nothing, it
//! has no buttons, and it is not taken away; the person opens the program from the Dock. The system's own way,
//! `UNUserNotificationCenter`, was left out on purpose. It ends a process that is in no application bundle, by an
//! exception that Rust can not catch, and most people start this program from its bare file. In a bundle it needs one
//! that is signed and that the person has allowed to notify, and it tells of a click only to an object of ours inside a
//! running application loop: `remind` has none, and the window's belongs to the toolkit. To change this, ship a signed
//! bundle first (`packaging/bundle-macos.sh` makes an unsigned one), give `remind --show` such a loop, and keep this way
//! for everything else.
//!
//! Invariant: no text of a notification is ever read as a script; the texts are arguments.

use std::process::Command;
use std::sync::mpsc::Sender;
use std::time::Duration;

use super::super::process;
use super::{Answer, NoService, Notice};

/// How long the script may take.
const RUNS_WITHIN: Duration = Duration::from_secs(20);

const RUNNER: &str = "osascript";
const SCRIPT: [&str; 3] =
    ["on run argv", "display notification (item 2 of argv) with title (item 3 of argv) subtitle (item 1 of argv)", "end run"];

/// A note that is shown.
#[derive(Debug)]
pub(super) struct Shown;

impl Shown {
    /// The runner can not take it away; the system does so itself.
    pub(super) fn close(&self) {}
}

pub(super) fn show(notice: &Notice, _answered: Sender<Answer>) -> Result<Shown, NoService> {
    let mut command = Command::new(RUNNER);
    for line in SCRIPT {
        command.args(["-e", line]);
    }
    command.args([&notice.title, &notice.body, &notice.program]);
    match process::output(&mut command, RUNS_WITHIN) {
        Ok(said) if said.status.success() => Ok(Shown),
        Ok(said) => Err(NoService(said.status.to_string())),
        Err(error) => Err(NoService(error.to_string())),
    }
}

pub(super) fn service() -> Result<String, NoService> {
    Ok(RUNNER.to_owned())
}
