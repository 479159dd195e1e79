//! Reads the settings at the start, beside the window, and writes them whenever one changes.
//!
//! Not their form: see [`crate::settings`]. Invariant: a file that can not be read is kept as a copy before anything
//! is written over it; where that can not be done either, nothing is written, and it is said.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, TryRecvError},
    time::Duration,
};

use eframe::egui;

use super::{Shell, words::why};
use crate::{
    app::{KeptPlan, Msg, PlanMsg, SettingsRead},
    platform::{
        aside,
        clock::{self, Clock},
        store::{self, Doing, Job, Reason, StoreError, Told, Writer},
    },
    settings,
};

/// How long the window waits for them before it shows: with them it opens in the right colours and size at once.
const AT_ONCE: Duration = Duration::from_millis(500);

/// The settings' file, the plan beside it, and what is under way with them.
pub(super) struct SettingsFiles {
    /// `None` keeps nothing.
    path: Option<PathBuf>,
    writer: Writer,
    /// Writes the plan: neither of them waits for the other.
    plan_writer: Writer,
    reading: Option<Receiver<Found>>,
}

/// What was found there.
pub(super) struct Found {
    read: SettingsRead,
    /// Why the file could not be read.
    failure: Option<StoreError>,
    /// Why no copy could be kept of a damaged one.
    no_copy: Option<StoreError>,
    /// The plan in use.
    plan: Result<Option<String>, StoreError>,
}

/// The plan in use, beside the settings.
pub(super) fn plan_beside(settings: &Path) -> PathBuf {
    settings.with_file_name("plan.ron")
}

/// A plan to look at, where no file window can be opened.
pub(super) fn offered_beside(settings: &Path) -> PathBuf {
    settings.with_file_name("new-plan.ron")
}

impl SettingsFiles {
    /// Begins to read them.
    pub(super) fn open(path: Option<PathBuf>, clock: Clock, ctx: &egui::Context) -> Self {
        let wake = ctx.clone();
        let writer = |name: &str| {
            let wake = ctx.clone();
            Writer::new(name, Box::new(move || wake.request_repaint()))
        };
        let reading = path.clone().map(|path| {
            let here = path.clone();
            let work = move || read(&path, clock);
            aside::run("settings", Box::new(move || wake.request_repaint()), work, move |_| read(&here, clock))
        });
        Self { path, writer: writer("settings writer"), plan_writer: writer("plan writer"), reading }
    }

    /// The file.
    pub(super) fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// What was found, if the disk is quick enough for the first frame.
    fn at_once(&mut self) -> Option<Found> {
        let found = self.reading.as_ref()?.recv_timeout(AT_ONCE).ok()?;
        self.reading = None;
        Some(found)
    }
}

impl Shell {
    /// Takes in the settings if they are there at once; else the window opens without them, and nothing may begin.
    pub(super) fn begin_settings(&mut self, ctx: &egui::Context) {
        let Some(path) = self.settings.path().map(|path| path.display().to_string()) else {
            return self.send(Msg::SettingsRead(Box::default()), ctx, None);
        };
        match self.settings.at_once() {
            Some(found) => self.take_settings(found, ctx),
            None => self.send(Msg::SettingsReading(path), ctx, None),
        }
    }

    fn take_settings(&mut self, found: Found, ctx: &egui::Context) {
        let Found { mut read, failure, no_copy, plan } = found;
        let failure = failure.map(|error| why(&self.model, &error));
        let no_copy = no_copy.map(|error| why(&self.model, &error));
        // What keeps the copy from being made says more than what is wrong in the file.
        read.not_kept = no_copy.map(|no_copy| failure.clone().unwrap_or(no_copy));
        if read.not_kept.is_none() {
            read.warnings.extend(failure);
        }
        self.send(Msg::SettingsRead(Box::new(read)), ctx, None);
        let kept = match plan {
            Ok(None) => return,
            Ok(Some(text)) => KeptPlan { text: Some(text), failure: None },
            Err(error) => KeptPlan { text: None, failure: Some(why(&self.model, &error)) },
        };
        self.send(Msg::Plan(PlanMsg::Kept(Box::new(kept))), ctx, None);
    }

    pub(super) fn save_settings(&mut self, settings: &settings::Settings, ctx: &egui::Context) {
        let bytes = settings::encode(settings).into_bytes();
        let Some(path) = self.settings.path().map(Path::to_owned) else { return };
        self.hand_settings_job(Job::Replace { path, bytes }, ctx);
    }

    /// The files beside the history that are the program's own: everything is to be deleted.
    pub(super) fn own_files(&self) -> Vec<PathBuf> {
        let Some(path) = self.settings.path() else { return Vec::new() };
        vec![path.to_owned(), plan_beside(path), offered_beside(path)]
    }

    /// Hands something to the thread that writes settings, or the one for what lies beside them.
    pub(super) fn hand_settings_job(&mut self, job: Job, ctx: &egui::Context) {
        let is_settings = self.settings.path() == Some(job.path());
        let writer = if is_settings { &self.settings.writer } else { &self.settings.plan_writer };
        if let Err(error) = writer.hand(job) {
            self.say_settings_failed(&error, ctx);
        }
    }

    /// What the threads that read and write the settings have to say.
    pub(super) fn receive_settings(&mut self, ctx: &egui::Context) {
        match self.settings.reading.as_ref().map(Receiver::try_recv) {
            None | Some(Err(TryRecvError::Empty)) => {}
            Some(Ok(found)) => {
                self.settings.reading = None;
                self.take_settings(found, ctx);
            }
            Some(Err(TryRecvError::Disconnected)) => {
                // The thread has died: what stands in the file is not known, and stays as it is.
                self.settings.reading = None;
                let why = self.model.book.history.reasons.no_thread.clone();
                let path = self.settings.path().map(|path| path.display().to_string()).unwrap_or_default();
                let read = SettingsRead { path, not_kept: Some(why), restrictions_unsaid: true, ..SettingsRead::default() };
                self.send(Msg::SettingsRead(Box::new(read)), ctx, None);
            }
        }
        while let Some(told) = self.settings.writer.told() {
            match told {
                Told::NotYet(error) => self.say_settings_failed(&error, ctx),
                Told::Written => self.send(Msg::SettingsWritten, ctx, None),
                Told::Removed(path) => self.see_deleted(Some(&path), ctx),
                Told::Shorter(_) => {}
            }
        }
        while let Some(told) = self.settings.plan_writer.told() {
            match told {
                Told::NotYet(error) => self.say_settings_failed(&error, ctx),
                Told::Removed(path) => self.see_deleted(Some(&path), ctx),
                Told::Written | Told::Shorter(_) => {}
            }
        }
    }

    fn say_settings_failed(&mut self, error: &StoreError, ctx: &egui::Context) {
        let is_plan = self.settings.path().is_some_and(|path| error.path != path);
        let why = why(&self.model, error);
        let msg = match error.doing {
            Doing::Remove if self.is_deleting() => Msg::History(crate::app::HistoryMsg::NotDeleted(why)),
            _ if is_plan => Msg::Plan(PlanMsg::NotStored(why)),
            _ => Msg::SettingsNotSaved(why),
        };
        self.send(msg, ctx, None);
    }
}

/// Reads settings and plan.
fn read(path: &Path, clock: Clock) -> Found {
    let mut read = SettingsRead { path: path.display().to_string(), ..SettingsRead::default() };
    let plan = match store::read_text(&plan_beside(path)) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.reason == Reason::Missing => Ok(None),
        Err(error) => Err(error),
    };
    let mut found = Found { read: SettingsRead::default(), failure: None, no_copy: None, plan };
    let is_damaged = match store::read_text(path) {
        Ok(text) => {
            let decoded = settings::decode(&text);
            read.settings = decoded.settings;
            read.read_only = decoded.read_only;
            read.warnings = decoded.warnings.iter().map(ToString::to_string).collect();
            // A warning without a field means the file as a whole is damaged.
            decoded.warnings.iter().any(|warning| warning.field.is_empty())
        }
        Err(error) if error.reason == Reason::Missing => false,
        Err(error) => {
            found.failure = Some(error);
            true
        }
    };
    read.restrictions_unsaid = is_damaged;
    if is_damaged {
        match store::keep_damaged(path, &clock::file_stamp(clock.now().stamp)) {
            Ok(copy) => read.damaged_copy = Some(copy),
            Err(error) => found.no_copy = Some(error),
        }
    }
    found.read = read;
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> (tempfile::TempDir, PathBuf) {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("settings.ron");
        (dir, path)
    }

    #[test]
    fn a_first_start_says_that_nothing_is_restricted_and_a_damaged_file_does_not() {
        let (_dir, path) = file();
        assert!(!read(&path, Clock::start()).read.restrictions_unsaid);
        for damaged in [&[0_u8; 4096][..], b"(version: 1,", b"\xff\xfe(\0v\0"] {
            store::write_private(&path, damaged).expect("written");
            let found = read(&path, Clock::start());
            assert!(found.read.restrictions_unsaid && found.read.damaged_copy.is_some(), "{damaged:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_of_ours_is_neither_copied_nor_waited_for() {
        let (dir, path) = file();
        let unread = |why: &str| {
            let found = read(&path, Clock::start());
            assert!(found.read.restrictions_unsaid && found.no_copy.is_some(), "{why}");
            let copies = std::fs::read_dir(dir.path()).expect("read").count();
            assert!(copies <= 1, "{why}: no copy");
            store::remove(&path).expect("removed");
            found.failure.expect(why).reason
        };
        assert!(std::process::Command::new("mkfifo").arg(&path).status().expect("runs").success());
        assert_eq!(unread("a pipe"), Reason::NotAFile);
        std::os::unix::fs::symlink("/dev/zero", &path).expect("a link");
        assert_eq!(unread("an endless device"), Reason::NotAFile);
        std::os::unix::fs::symlink(dir.path().join("not-there.ron"), &path).expect("a link");
        assert_eq!(unread("a link to nothing"), Reason::BrokenLink);
        let large = std::fs::File::create(&path).expect("made");
        large.set_len(1_200 * 1024 * 1024).expect("a hole");
        assert_eq!(unread("a huge file"), Reason::TooLarge);
    }

    #[test]
    fn a_plan_is_read_whatever_became_of_the_settings() {
        let (_dir, path) = file();
        store::make_folder(&path).expect("a folder in the place of the settings");
        store::write_private(&plan_beside(&path), b"(version: 1)").expect("written");
        assert_eq!(read(&path, Clock::start()).plan.expect("read").as_deref(), Some("(version: 1)"));
    }
}
