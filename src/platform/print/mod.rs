//! Printing: what this machine can do, and a job on its way.
//!
//! Not the page (bytes come in) and not the words. What may be slow to answer, or never does, is asked on a thread of
//! its own, and the answer comes over a channel.
//!
//! - Linux: the desktop's own dialog through its portal; where there is none, our list through CUPS (`portal.rs`,
//!   `cups.rs`).
//! - macOS: the system's own panel, as a sheet of the window (`panel.rs`); where that fails, our list through CUPS,
//!   which is part of the system.
//! - Windows: our list, printed by the system's own PDF renderer (`windows.rs`).
//!
//! Invariant: every question gets exactly one answer.

#[cfg(unix)]
mod cups;
#[cfg(target_os = "macos")]
mod panel;
#[cfg(target_os = "linux")]
mod portal;
#[cfg(windows)]
mod windows;

use super::{background, reply::Reply};
#[cfg(not(any(unix, windows)))]
use crate::sheet::Unable;
use crate::sheet::{Job, Printed, Through, Ways};

/// Finds out what can print here.
pub fn look(reply: Reply<Ways>) {
    background::run("print", reply, ways);
}

/// Finds the printers, whatever dialogs there may be.
pub fn list(reply: Reply<Ways>) {
    background::run("print", reply, printers);
}

/// Sends a job on its way. Called on the window's thread, the only one that macOS lets show a panel.
pub fn print(job: Job, reply: Reply<Printed>) {
    #[cfg(target_os = "macos")]
    if job.through == Through::Dialog {
        return panel::show(&job, reply);
    }
    background::run("print", reply, move || send(&job));
}

#[cfg(target_os = "linux")]
fn ways() -> Ways {
    if portal::is_there() { Ways::Dialog } else { printers() }
}

/// The panel is part of the system; it also says what to do where no printer is set up.
#[cfg(target_os = "macos")]
fn ways() -> Ways {
    Ways::Dialog
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn ways() -> Ways {
    printers()
}

#[cfg(unix)]
fn printers() -> Ways {
    cups::printers(&cups::installed)
}

#[cfg(windows)]
fn printers() -> Ways {
    windows::printers()
}

#[cfg(not(any(unix, windows)))]
fn printers() -> Ways {
    Ways::Nothing(Unable::NoSystem)
}

fn send(job: &Job) -> Printed {
    match &job.through {
        #[cfg(target_os = "linux")]
        Through::Dialog => portal::print(job),
        #[cfg(not(target_os = "linux"))]
        Through::Dialog => Printed::NoDialog,
        #[cfg(unix)]
        Through::Printer { name, copies } => cups::print(&cups::installed, job, name, *copies),
        #[cfg(windows)]
        Through::Printer { name, copies } => windows::print(job, name, *copies),
        #[cfg(not(any(unix, windows)))]
        Through::Printer { .. } => Printed::Nothing(Unable::NoSystem),
    }
}
