//! What can be known about printing, as values: ways to print, printers, and how it went.
//!
//! Not a way to print: the platform has those. Invariant: each state that a person has to be told apart from the
//! others has a value of its own.

use super::options::{Ink, Paper};

/// How this machine prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ways {
    /// The system shows its own dialog.
    Dialog,
    /// The program lists the printers itself; never empty, the default first.
    Printers(Vec<Printer>),
    /// Nothing can print here, and why.
    Nothing(Unable),
}

/// Why nothing can print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unable {
    /// No print system is installed.
    NoSystem,
    /// There is one, and it does not run.
    NotRunning,
    /// No printer is set up.
    NoPrinter,
}

/// A printer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printer {
    /// Its name to the system.
    pub name: String,
    /// Whether it takes jobs, and prints them.
    pub state: PrinterState,
}

/// Whether a printer takes jobs, and prints them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PrinterState {
    /// It prints.
    #[default]
    Ready,
    /// It takes jobs and keeps them waiting.
    Paused,
    /// It takes none.
    Refusing,
}

/// Where a job goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Through {
    /// The system's own dialog.
    Dialog,
    /// A printer of our list.
    Printer {
        /// Its name to the system.
        name: String,
        /// So many copies; at least 1.
        copies: u32,
    },
}

/// Something to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// The file.
    pub pdf: Vec<u8>,
    /// What the job is called in the printer's list.
    pub title: String,
    /// The paper it was laid out for.
    pub paper: Paper,
    /// Colour or greys.
    pub ink: Ink,
    /// Where it goes.
    pub through: Through,
}

/// How printing went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Printed {
    /// The system's dialog took the job.
    HandedOver,
    /// The printer of this name has it.
    Sent(String),
    /// The printer of this name is paused: the job waits there.
    Waits(String),
    /// The printer of this name takes no jobs.
    Refused(String),
    /// The printer of this name is gone.
    Gone(String),
    /// The person thought better of it.
    Cancelled,
    /// Nothing can print here, and why.
    Nothing(Unable),
    /// There is no dialog after all; the program's own list takes its place.
    NoDialog,
    /// It was not printed, and why, in words for the person.
    Failed(String),
    /// It was not printed, for a reason that has no words here.
    Broken,
}
