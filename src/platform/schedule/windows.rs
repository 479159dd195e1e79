//! The person's own Run key (Windows).
//!
//! Invariant: only the one value with the program's name is touched.

use windows_registry::CURRENT_USER;

use super::{COMMAND, NAME, NotScheduled, Schedule};

const RUN: &str = r"Software\Microsoft\Windows\CurrentVersion\Run";

pub(super) fn install(schedule: &Schedule) -> Result<(), NotScheduled> {
    let program = schedule.program.to_str().ok_or_else(|| NotScheduled::Path(schedule.program.display().to_string()))?;
    // A path has no quotation marks on Windows.
    let line = format!("\"{program}\" {COMMAND}");
    let key = CURRENT_USER.create(RUN).map_err(|error| NotScheduled::System(std::io::Error::other(error.to_string())))?;
    key.set_string(NAME, &line).map_err(|error| NotScheduled::System(std::io::Error::other(error.to_string())))
}

pub(super) fn remove() -> Result<(), NotScheduled> {
    let key = CURRENT_USER.create(RUN).map_err(|error| NotScheduled::System(std::io::Error::other(error.to_string())))?;
    if key.get_string(NAME).is_err() {
        return Ok(());
    }
    key.remove_value(NAME).map_err(|error| NotScheduled::System(std::io::Error::other(error.to_string())))
}
