//! Has the system start `gentleback remind` whenever the person logs in, and takes that away again without a trace.
//!
//! Not the reminding. Linux: a file in the session's autostart folder, and where systemd runs the person's session a
//! timer as well, which needs no process in between. macOS: a launch agent. Windows: the Run key. The two on Linux
//! never remind twice: they share one memory and one lock.
//!
//! Invariant: what [`remove`] leaves behind is what was there before [`install`].

#[cfg(any(target_os = "linux", test))]
mod autostart;
#[cfg(any(target_os = "macos", test))]
mod launchd;
#[cfg(any(target_os = "linux", test))]
mod systemd;
#[cfg(windows)]
mod windows;

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use jiff::civil::Time;

/// Its name to the system: of files, units and keys.
#[cfg(any(not(target_os = "macos"), test))]
const NAME: &str = "gentleback-remind";

/// What the program is called with.
const COMMAND: &str = "remind";

/// It could not be arranged, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NotScheduled(pub String);

/// What is to be started, and when at the latest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// This program, as the system should call it.
    pub program: PathBuf,
    /// What it is called in lists of programs that start by themselves.
    pub title: String,
    /// The times of day for systems that have timers.
    pub times: Vec<Time>,
}

/// This program as it can be started again: the image it came in, or its own file.
///
/// # Errors
/// When the system does not say where it is.
pub fn this_program() -> Result<PathBuf, NotScheduled> {
    // An AppImage is mounted anew at each start; only the image itself stays where it is.
    let image = std::env::var_os("APPIMAGE").map(PathBuf::from).filter(|path| path.is_absolute());
    image.map_or_else(|| std::env::current_exe().map_err(|error| NotScheduled(error.to_string())), Ok)
}

/// Arranges it, or puts what was arranged right: the program may have been moved, or the times changed.
///
/// # Errors
/// [`NotScheduled`].
pub fn install(schedule: &Schedule) -> Result<(), NotScheduled> {
    #[cfg(target_os = "linux")]
    {
        autostart::install(schedule)?;
        systemd::install(schedule);
        Ok(())
    }
    #[cfg(target_os = "macos")]
    return launchd::install(schedule);
    #[cfg(windows)]
    return windows::install(schedule);
}

/// Takes it all away.
///
/// # Errors
/// [`NotScheduled`].
pub fn remove() -> Result<(), NotScheduled> {
    #[cfg(target_os = "linux")]
    {
        systemd::remove();
        autostart::remove()
    }
    #[cfg(target_os = "macos")]
    return launchd::remove();
    #[cfg(windows)]
    return windows::remove();
}

/// Starts reminding now, beside this program and after it.
///
/// # Errors
/// [`NotScheduled`].
pub fn start(program: &Path) -> Result<(), NotScheduled> {
    spawn(Command::new(program).arg(COMMAND))
}

/// Opens the window of this program, or brings up the one that is open; `token` lets it come to the front.
///
/// # Errors
/// [`NotScheduled`].
pub fn open_window(program: &Path, token: Option<&str>) -> Result<(), NotScheduled> {
    let mut command = Command::new(program);
    command.args(["--open", "start"]);
    if let Some(token) = token {
        // One name for Wayland, one for X.
        command.env("XDG_ACTIVATION_TOKEN", token).env("DESKTOP_STARTUP_ID", token);
    }
    spawn(&mut command)
}

/// Shows a note in a process of its own, so that the one who waits for it stays small.
///
/// # Errors
/// [`NotScheduled`].
pub fn spawn_note(program: &Path) -> Result<Child, NotScheduled> {
    let mut command = Command::new(program);
    command.args([COMMAND, "--show"]).stdin(Stdio::null()).stdout(Stdio::null());
    command.spawn().map_err(|error| NotScheduled(error.to_string()))
}

/// Starts a program that outlives this one and says nothing here.
fn spawn(command: &mut Command) -> Result<(), NotScheduled> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt;
        // A signal to the terminal's group is not meant for it.
        command.process_group(0);
    }
    let mut child = command.spawn().map_err(|error| NotScheduled(error.to_string()))?;
    // Whoever ends while this program lives has to be waited for, or stays in the system's table.
    let wait = std::thread::Builder::new().stack_size(64 * 1024).spawn(move || child.wait().ok());
    wait.map(drop).map_err(|error| NotScheduled(error.to_string()))
}
