//! Notifications through the system's own script runner: it needs no signed bundle of ours.
//!
//! Invariant: no text of a notification is ever read as a script; the texts are arguments. A click on it opens nothing
//! here: the system gives that to the runner.

use std::process::{Command, Stdio};
use std::sync::mpsc::Sender;

use super::{Answer, NoService, Notice};

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
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    match status {
        Ok(status) if status.success() => Ok(Shown),
        Ok(status) => Err(NoService(status.to_string())),
        Err(error) => Err(NoService(error.to_string())),
    }
}

pub(super) fn service() -> Result<String, NoService> {
    Ok(RUNNER.to_owned())
}
