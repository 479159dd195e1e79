//! The built program, started with nothing of the tester's own around it.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::screen::PATIENCE;

/// The program under test; stopped when dropped.
pub struct Program {
    child: Child,
}

/// A home folder with nothing in it, for one person's runs of the program.
pub fn new_home() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

impl Program {
    /// Starts it in this home, with these further variables in its environment.
    pub fn start(home: &Path, variables: &[(&str, &str)]) -> Self {
        Self::start_with(home, variables, &[])
    }

    /// The same, with words on its command line.
    pub fn start_with(home: &Path, variables: &[(&str, &str)], arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gentleback"));
        command.args(arguments);
        command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("HOME", home).env("XDG_CONFIG_HOME", home.join("config")).env("XDG_RUNTIME_DIR", home);
        command.env("XDG_DATA_HOME", home.join("data"));
        // Neither the tester's desktop nor a half-started one: no bus at all.
        command.env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}", home.join("no-bus").display()));
        command.env("LIBGL_ALWAYS_SOFTWARE", "1").env("RUST_BACKTRACE", "0").envs(variables.iter().copied());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        Self { child: command.spawn().expect("the program starts") }
    }

    /// Its number in the system.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Whether it is still running.
    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().expect("its state").is_none()
    }

    /// Waits until it ends, and hands back how, and what it said on its error stream.
    pub fn wait(mut self) -> (ExitStatus, String) {
        let start = Instant::now();
        while self.is_running() {
            assert!(start.elapsed() < PATIENCE, "the program does not end");
            std::thread::sleep(Duration::from_millis(20));
        }
        let mut said = String::new();
        self.child.stderr.take().expect("piped").read_to_string(&mut said).expect("text");
        (self.child.wait().expect("its status"), said)
    }
}

/// Where the program keeps its settings in such a home.
pub fn settings_in(home: &Path) -> PathBuf {
    home.join("config/gentleback/settings.ron")
}

impl Drop for Program {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// What a program said, less what OpenGL and X libraries say by themselves.
pub fn own_words(said: &str) -> Vec<&str> {
    let others = ["lib", "MESA", "glx:", "pci id", "Xlib:"];
    said.lines().filter(|line| !line.trim().is_empty() && !others.iter().any(|other| line.starts_with(other))).collect()
}
