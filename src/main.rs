//! Start-up: hands the command line over, and nothing else.

// Or Windows would open a console behind the window and at each reminder; `cli` takes the terminal's, if there is one.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
