//! CUPS by its own commands, `lpstat` and `lp`: they are there wherever CUPS prints, and nothing is linked.
//!
//! Their answers are read in the C locale, word by word as CUPS writes them. Invariant: a queue that takes a job and
//! keeps it is told from one that prints it: `lp` says the same of both.

use std::io::ErrorKind;
use std::process::Command;
use std::time::Duration;

use super::super::{process, store::Scratch};
use crate::sheet::{Ink, Job, Paper, Printed, Printer, PrinterState, Unable, Ways};

/// What a command said.
pub(super) struct Said {
    succeeded: bool,
    out: String,
    err: String,
}

/// How long one answer of the print system's may take; a printer that sleeps somewhere in the network holds it up.
const ANSWER_WITHIN: Duration = Duration::from_secs(10);
/// How long it may take to take in a job.
const TAKEN_WITHIN: Duration = Duration::from_secs(30);

/// What kept a command from running.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotRun {
    /// It is not installed.
    Missing,
    /// It did not come to its end.
    TooLong,
    /// Something else.
    Other,
}

impl NotRun {
    /// Why nothing can print.
    fn unable(self) -> Unable {
        match self {
            Self::Missing | Self::Other => Unable::NoSystem,
            Self::TooLong => Unable::NotRunning,
        }
    }
}

/// A way to run a command: the machine's, or a test's.
pub(super) type Run<'a> = &'a dyn Fn(&str, &[&str]) -> Result<Said, NotRun>;

/// Runs what is installed.
pub(super) fn installed(command: &str, arguments: &[&str]) -> Result<Said, NotRun> {
    let limit = if command == "lp" { TAKEN_WITHIN } else { ANSWER_WITHIN };
    let said = process::output(Command::new(command).env("LC_ALL", "C").args(arguments), limit);
    let said = said.map_err(|error| match error.kind() {
        ErrorKind::NotFound => NotRun::Missing,
        ErrorKind::TimedOut => NotRun::TooLong,
        _ => NotRun::Other,
    })?;
    Ok(Said { succeeded: said.status.success(), out: said.out, err: said.err })
}

/// The printers, the default first, or why there are none.
pub(super) fn printers(run: Run<'_>) -> Ways {
    match known(run) {
        Ok(printers) => Ways::Printers(printers),
        Err(why) => Ways::Nothing(why),
    }
}

fn known(run: Run<'_>) -> Result<Vec<Printer>, Unable> {
    let ask = |option: &str| match run("lpstat", &[option]) {
        Ok(said) => Ok(said.out),
        Err(why) => Err(why.unable()),
    };
    if ask("-r")?.contains("not running") {
        return Err(Unable::NotRunning);
    }
    let names = ask("-e")?; // also printers of the network that were found and have no queue yet
    let default = ask("-d")?;
    let default = default.trim().rsplit(": ").next().unwrap_or_default();
    let (states, taking) = (ask("-p")?, ask("-a")?);
    let mut printers: Vec<Printer> = names
        .lines()
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(|name| Printer { name: name.to_owned(), state: state(name, &states, &taking) })
        .collect();
    printers.sort_by_key(|printer| printer.name != default); // stable: the others stay in their order
    if printers.is_empty() { Err(Unable::NoPrinter) } else { Ok(printers) }
}

/// What `lpstat -p` and `lpstat -a` say of a printer.
fn state(name: &str, states: &str, taking: &str) -> PrinterState {
    let line = |text: &str, start: &str| text.lines().find(|line| line.starts_with(start)).map(str::to_owned);
    if line(taking, &format!("{name} ")).is_some_and(|line| line.contains("not accepting")) {
        return PrinterState::Refusing;
    }
    match line(states, &format!("printer {name} ")) {
        Some(line) if line.contains("disabled") => PrinterState::Paused,
        _ => PrinterState::Ready,
    }
}

/// Sends a job to a printer.
pub(super) fn print(run: Run<'_>, job: &Job, name: &str, copies: u32) -> Printed {
    match known(run) {
        Err(why) => return Printed::Nothing(why),
        Ok(printers) if !printers.iter().any(|printer| printer.name == name) => return Printed::Gone(name.to_owned()),
        Ok(_) => {}
    }
    let file = Scratch::new().and_then(|scratch| Ok((scratch.write("page.pdf", &job.pdf)?, scratch)));
    let (file, _kept_until_taken) = match file {
        Ok(file) => file,
        Err(_) => return Printed::Broken,
    };
    let (copies, file) = (copies.to_string(), file.display().to_string());
    let media = match job.paper {
        Paper::A4 => "media=A4",
        Paper::Letter => "media=Letter",
    };
    // At its own size: the page is laid out for this paper, with a border that every printer can leave.
    let mut arguments = vec!["-d", name, "-n", &copies, "-t", &job.title, "-o", media, "-o", "print-scaling=none"];
    if job.ink == Ink::BlackAndWhite {
        arguments.extend(["-o", "print-color-mode=monochrome"]);
    }
    arguments.extend(["--", &file]);
    let said = match run("lp", &arguments) {
        Ok(said) => said,
        Err(why) => return Printed::Nothing(why.unable()),
    };
    if !said.succeeded {
        let why = said.err.trim().trim_start_matches("lp: ").to_owned();
        return match why {
            why if why.contains("not accepting") => Printed::Refused(name.to_owned()),
            why if why.contains("does not exist") => Printed::Gone(name.to_owned()),
            _ => Printed::Broken,
        };
    }
    // `lp` is content with a paused printer; the job then waits for ever, and that has to be said.
    let paused = run("lpstat", &["-p", name]).is_ok_and(|said| state(name, &said.out, "") == PrinterState::Paused);
    if paused { Printed::Waits(name.to_owned()) } else { Printed::Sent(name.to_owned()) }
}

#[cfg(test)]
mod tests;
