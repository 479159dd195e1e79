//! Has the system start `gentleback remind` whenever the person logs in, and takes that away again without a trace.
//!
//! Not the reminding. Linux: a file in the session's autostart folder, and where systemd runs the person's session a
//! timer as well, which needs no process in between. macOS: a launch agent. Windows: the Run key. The two on Linux
//! never remind twice: they share one memory and one lock.
//!
//! Invariant: what [`remove`] leaves behind is what was there before [`install`].

#[cfg(any(target_os = "linux", test))]
mod autostart;
#[cfg(target_os = "linux")]
mod background;
#[cfg(any(target_os = "macos", test))]
mod launchd;
mod program;
#[cfg(any(target_os = "linux", test))]
mod systemd;
#[cfg(windows)]
mod windows;

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use jiff::civil::Time;

pub use self::program::{is_replaced, this_program};

#[cfg(target_os = "linux")]
use self::program::{Sandbox, sandbox};
use super::store::StoreError;

/// Its name to the system: of files, units and keys.
#[cfg(any(not(target_os = "macos"), test))]
const NAME: &str = "gentleback-remind";

/// What the program is called with.
const COMMAND: &str = "remind";

/// It could not be arranged, and why.
#[derive(Debug, thiserror::Error)]
pub enum NotScheduled {
    /// The program runs in a sandbox from which nothing can be started at login.
    #[error("the program runs in a sandbox")]
    Sandboxed,
    /// The program's file is gone, and there is none in its place.
    #[error("the program is not where it was")]
    Moved,
    /// Its path can not be written down for the system.
    #[error("its path can not be written down: {0}")]
    Path(String),
    /// The system names no home folder.
    #[error("this system names no home folder")]
    NoHome,
    /// A file could not be written or removed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Something else.
    #[error(transparent)]
    System(#[from] std::io::Error),
}

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

/// Arranges it, or puts what was arranged right: the program may have been moved, or the times changed.
///
/// # Errors
/// [`NotScheduled`].
pub fn install(schedule: &Schedule) -> Result<(), NotScheduled> {
    #[cfg(target_os = "linux")]
    match sandbox() {
        Some(Sandbox::Flatpak) => background::ask(&schedule.title, true),
        Some(Sandbox::Snap) => Err(NotScheduled::Sandboxed),
        None => {
            autostart::install(schedule)?;
            systemd::install(schedule);
            Ok(())
        }
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
    match sandbox() {
        Some(Sandbox::Flatpak) => background::ask("", false),
        Some(Sandbox::Snap) => Ok(()),
        None => {
            systemd::remove();
            autostart::remove()
        }
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
pub fn spawn_note() -> Result<Child, NotScheduled> {
    // A program whose file is gone can still be started by what runs of it.
    let program = match this_program() {
        Err(_) if cfg!(target_os = "linux") => PathBuf::from("/proc/self/exe"),
        program => program?,
    };
    let mut command = Command::new(program);
    command.args([COMMAND, "--show"]).stdin(Stdio::null()).stdout(Stdio::null());
    Ok(command.spawn()?)
}

/// Goes on as the program that was installed in the place of this one; comes back if that can not be started.
pub fn go_on_as_the_new_one() {
    #[cfg(target_os = "linux")]
    if let Ok(program) = this_program() {
        use std::os::unix::process::CommandExt;
        // Files that are locked here are let go of with this program.
        let _ = Command::new(program).arg(COMMAND).exec();
    }
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
    let mut child = command.spawn()?;
    // Whoever ends while this program lives has to be waited for, or stays in the system's table.
    let wait = std::thread::Builder::new().stack_size(64 * 1024).spawn(move || child.wait().ok());
    Ok(wait.map(drop)?)
}
