//! Windows: the printers of the print spooler, and the system's own PDF renderer.
//!
//! Needs no PDF viewer. Invariant: nothing is downloaded; the crate's own renderer, which would be, is left out.

use winprint::printer::{FilePrinter, PrintOutcome, PrinterDevice, WinPdfPrinter};

use super::super::store::Scratch;
use crate::sheet::{Job, Printed, Printer, PrinterState, Unable, Ways};

/// The printers, the default first, or why there are none.
pub(super) fn printers() -> Ways {
    let Ok(devices) = PrinterDevice::all() else { return Ways::Nothing(Unable::NotRunning) };
    let default = PrinterDevice::user_default().ok().flatten();
    let default = default.map(|device| device.os_name().to_owned());
    let mut found: Vec<_> = devices.iter().map(|device| device.os_name().to_owned()).collect();
    found.sort_by_key(|name| Some(name) != default.as_ref());
    let printer = |name: std::ffi::OsString| Printer { name: name.to_string_lossy().into_owned(), state: PrinterState::Ready };
    let printers: Vec<Printer> = found.into_iter().map(printer).collect();
    if printers.is_empty() { Ways::Nothing(Unable::NoPrinter) } else { Ways::Printers(printers) }
}

/// Sends a job to a printer, once for each copy: a printer's own way to count copies is not everywhere.
pub(super) fn print(job: &Job, name: &str, copies: u32) -> Printed {
    let file = Scratch::new().and_then(|scratch| Ok((scratch.write("page.pdf", &job.pdf)?, scratch)));
    let (file, _kept_until_printed) = match file {
        Ok(file) => file,
        Err(_) => return Printed::Broken,
    };
    for _ in 0..copies {
        let Ok(device) = PrinterDevice::by_os_name(name) else { return Printed::Gone(name.to_owned()) };
        match WinPdfPrinter::new(device).print(&file, Default::default()) {
            Ok(PrintOutcome::Completed) => {}
            Ok(PrintOutcome::Canceled) => return Printed::Cancelled,
            Err(_) => return Printed::Broken,
        }
    }
    Printed::Sent(name.to_owned())
}
