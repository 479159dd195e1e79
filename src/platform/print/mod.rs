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

use std::sync::mpsc::Receiver;

use super::{Wake, aside};
use crate::sheet::{Job, Printed, Through, Unable, Ways};

/// Finds out what can print here.
pub fn look(wake: Wake) -> Receiver<Ways> {
    aside::run("print", wake, ways, |_| Ways::Nothing(Unable::NoSystem))
}

/// Finds the printers, whatever dialogs there may be.
pub fn list(wake: Wake) -> Receiver<Ways> {
    aside::run("print", wake, printers, |_| Ways::Nothing(Unable::NoSystem))
}

/// Sends a job on its way. Called on the window's thread, the only one that macOS lets show a panel.
pub fn print(job: Job, wake: Wake) -> Receiver<Printed> {
    #[cfg(target_os = "macos")]
    if job.through == Through::Dialog {
        return panel::show(&job, wake);
    }
    aside::run("print", wake, move || send(&job), Printed::Failed)
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
