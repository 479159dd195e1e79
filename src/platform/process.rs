//! Commands of the system's, asked with a limit: one that hangs is ended, and the question is answered without it.
//!
//! Not for programs that live on beside this one. Invariant: nothing here waits longer than its limit, whatever the
//! command has started in its turn.

use std::{
    io::{self, Read},
    process::{Child, Command, ExitStatus, Stdio},
    sync::mpsc::{self, Receiver},
    thread::{Builder, sleep},
    time::Duration,
};

/// How often a command that runs is looked at.
const LOOK: Duration = Duration::from_millis(10);
/// How long what an ended command said is waited for: its children may still hold the pipe.
const REST: Duration = Duration::from_millis(500);
/// How much of what a command says is read, in bytes.
const SAID_BYTES: u64 = 1024 * 1024;

/// What a command said.
#[derive(Debug)]
pub(super) struct Output {
    /// How it ended.
    pub(super) status: ExitStatus,
    /// On its output.
    pub(super) out: String,
    /// On its error stream.
    pub(super) err: String,
}

/// Runs a command to its end, or to the limit.
///
/// # Errors
/// It could not be started, or [`io::ErrorKind::TimedOut`]: it was ended.
pub(super) fn output(command: &mut Command, limit: Duration) -> io::Result<Output> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let (out, err) = (child.stdout.take().map(read), child.stderr.take().map(read));
    let status = wait(&mut child, limit)?;
    let said = |pipe: Option<Receiver<String>>| pipe.and_then(|pipe| pipe.recv_timeout(REST).ok()).unwrap_or_default();
    Ok(Output { status, out: said(out), err: said(err) })
}

/// Waits for the end of a process, but not longer than this; then it is ended.
fn wait(child: &mut Child, limit: Duration) -> io::Result<ExitStatus> {
    let mut waited = Duration::ZERO;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        if waited >= limit {
            child.kill().ok();
            child.wait().ok();
            return Err(io::ErrorKind::TimedOut.into());
        }
        sleep(LOOK);
        waited += LOOK;
    }
}

/// Reads a pipe on a thread: a command that says much must not wait for us while we wait for it.
fn read(mut pipe: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, said) = mpsc::channel();
    let read = move || {
        let mut bytes = Vec::new();
        pipe.by_ref().take(SAID_BYTES).read_to_end(&mut bytes).ok();
        sender.send(String::from_utf8_lossy(&bytes).into_owned()).ok();
        io::copy(&mut pipe, &mut io::sink()).ok();
    };
    Builder::new().name("pipe".into()).spawn(read).ok();
    said
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn sh(script: &str, limit: Duration) -> io::Result<Output> {
        output(Command::new("sh").args(["-c", script]), limit)
    }

    #[test]
    fn what_a_command_says_is_read_however_much_it_is() {
        let said = sh("yes | head -n 300000; echo no >&2; exit 3", Duration::from_secs(60)).expect("run");
        assert_eq!((said.out.len(), said.err.as_str(), said.status.code()), (600_000, "no\n", Some(3)));
    }

    #[test]
    fn one_that_sleeps_is_ended_and_its_children_are_not_waited_for() {
        let limit = Duration::from_millis(200);
        assert_eq!(sh("sleep 60; echo", limit).expect_err("too long").kind(), io::ErrorKind::TimedOut);
        let said = sh("sleep 60 & echo yes", Duration::from_secs(20)).expect("run");
        assert_eq!(said.out, "", "the pipe is still held, so what was said is not known; but the command has ended");
        assert!(said.status.success());
    }
}
