//! A person's folders, and the program started in them as their session would.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use jiff::Zoned;
use jiff::tz::TimeZone;
use tempfile::TempDir;

use super::desktop::PATIENCE;

/// Their home.
pub struct Person {
    pub home: TempDir,
}

/// A process of the program; ended when dropped.
pub struct Process(Child);

impl Person {
    /// Somebody whose reminder is due this minute.
    pub fn who_is_due() -> Self {
        let person = Self { home: tempfile::tempdir().expect("a temporary folder") };
        person.settings(true);
        person
    }

    /// Somebody whose reminder comes in half a day.
    pub fn who_has_time() -> Self {
        let person = Self { home: tempfile::tempdir().expect("a temporary folder") };
        person.settings_at(true, 12);
        person
    }

    /// Writes their settings: reminders on or off, due this minute.
    pub fn settings(&self, on: bool) {
        self.settings_at(on, 0);
    }

    fn settings_at(&self, on: bool, in_hours: i64) {
        // The program sees UTC here, so that no change of summer time comes between.
        let due = Zoned::now().with_time_zone(TimeZone::UTC) + jiff::SignedDuration::from_hours(in_hours);
        let now = due.strftime("%H:%M").to_string();
        let file = self.home.path().join("config/gentleback/settings.ron");
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("made");
        let text = format!(
            "(\n    version: 1,\n    reminders: {on},\n    reminder_times: [\"{now}\"],\n    welcomed_version: Some(\"{}\"),\n)\n",
            env!("CARGO_PKG_VERSION")
        );
        std::fs::write(file, text).expect("written");
    }

    /// Takes the settings away, and puts something else in their place.
    pub fn without_settings(&self, put: impl Fn(&Path)) {
        let file = self.home.path().join("config/gentleback/settings.ron");
        std::fs::remove_file(&file).ok();
        put(&file);
    }

    /// Remembers that today was not wanted: something that ending would delete.
    pub fn said_not_today(&self) {
        let today = Zoned::now().with_time_zone(TimeZone::UTC).date();
        let text = format!("(version: 1, shown: [], last_at: None, snoozed_until: None, not_today: Some(\"{today}\"))");
        std::fs::create_dir_all(self.memory().parent().expect("a folder")).expect("made");
        std::fs::write(self.memory(), text).expect("written");
    }

    /// Where the program keeps what was shown.
    pub fn memory(&self) -> PathBuf {
        self.home.path().join("data/gentleback/reminders.ron")
    }

    /// What stands there.
    pub fn remembers(&self) -> String {
        std::fs::read_to_string(self.memory()).unwrap_or_default()
    }

    /// `gentleback remind` with these arguments, on this bus.
    pub fn start(&self, bus: &str, arguments: &[&str], variables: &[(&str, &str)]) -> Process {
        self.start_program(Path::new(env!("CARGO_BIN_EXE_gentleback")), bus, arguments, variables)
    }

    /// The same from a copy of the program.
    pub fn start_program(&self, program: &Path, bus: &str, arguments: &[&str], variables: &[(&str, &str)]) -> Process {
        let home = self.home.path();
        let mut command = Command::new(program);
        command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default()).env("TZ", "UTC");
        command.env("HOME", home).env("XDG_CONFIG_HOME", home.join("config")).env("XDG_DATA_HOME", home.join("data"));
        command.env("XDG_RUNTIME_DIR", home).env("DBUS_SESSION_BUS_ADDRESS", bus).env("LIBGL_ALWAYS_SOFTWARE", "1");
        command.envs(variables.iter().copied()).arg("remind").args(arguments);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        Process(command.spawn().expect("the program starts"))
    }

    /// Waits until what is remembered says this.
    #[track_caller]
    pub fn wait_until(&self, what: &str, holds: impl Fn(&str) -> bool) {
        wait(what, || holds(&self.remembers()).then_some(()));
    }

    /// Ends every process that was started in this home: a click starts one that is nobody's child here.
    pub fn end_all(&self) {
        let mark = format!("HOME={}\0", self.home.path().display()).into_bytes();
        for entry in std::fs::read_dir("/proc").expect("processes").flatten() {
            let environment = std::fs::read(entry.path().join("environ")).unwrap_or_default();
            if environment.windows(mark.len()).any(|part| part == mark) {
                Command::new("kill").arg(entry.file_name()).status().ok();
            }
        }
    }
}

impl Process {
    /// Waits until it ends.
    #[track_caller]
    pub fn ends(mut self) -> ExitStatus {
        wait("the process to end", || self.0.try_wait().expect("its state"))
    }

    /// Whether it has not ended yet.
    pub fn runs(&mut self) -> bool {
        self.0.try_wait().expect("its state").is_none()
    }

    /// Ends it, as a power cut would.
    pub fn kill(mut self) {
        self.0.kill().expect("killed");
        self.0.wait().expect("gone");
    }

    /// Its number.
    pub fn id(&self) -> u32 {
        self.0.id()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// Looks again and again until there is something.
#[track_caller]
pub fn wait<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(start.elapsed() < PATIENCE, "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Every file and folder below this one.
pub fn tree(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        found.push(entry.path());
        found.extend(tree(&entry.path()));
    }
    found.sort();
    found
}
