//! Reads the settings at the start, beside the window, and writes them whenever one changes.
//!
//! Not their form: see [`crate::settings`]. Invariant: a file that can not be read is kept as a copy before anything
//! is written over it; where that can not be done either, nothing is written, and it is said.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use eframe::egui;

use super::{
    Shell,
    inbox::{Answer, Inbox, Kept},
};
use crate::{
    app::{KeptPlan, Msg, PlanMsg, SettingsDamage, SettingsRead},
    platform::{
        aside,
        clock::{self, Clock},
        console,
        reply::Reply,
        store::{self, Doing, Job, Reason, StoreError, Told, Writer},
    },
    settings::{self, Damage, Decoded},
};

/// How long the window waits for them before it shows: with them it opens in the right colours and size at once.
const AT_ONCE: Duration = Duration::from_millis(500);

/// The settings' file, the plan beside it, and what writes them.
pub(super) struct SettingsFiles {
    /// `None` keeps nothing.
    path: Option<PathBuf>,
    writer: Writer,
    /// Writes the plan: neither of them waits for the other.
    plan_writer: Writer,
}

/// What was found there.
pub(super) struct Found {
    decoded: Decoded,
    /// Why the file could not be read.
    failure: Option<StoreError>,
    /// The copy of a damaged one.
    damaged_copy: Option<PathBuf>,
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
    pub(super) fn open(path: Option<PathBuf>, inbox: &Inbox) -> Self {
        let writer = inbox.writer(Kept::Settings, "settings writer");
        Self { path, writer, plan_writer: inbox.writer(Kept::Plan, "plan writer") }
    }

    /// The file.
    pub(super) fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }
}

impl Shell {
    /// Takes in the settings if they are there at once; else the window opens without them, and nothing may begin.
    pub(super) fn begin_settings(&mut self, ctx: &egui::Context) {
        let Some(path) = self.settings.path().map(Path::to_owned) else {
            return self.send(Msg::SettingsRead(Box::default()), ctx, None);
        };
        let (here, clock) = (path.clone(), self.clock);
        if let Ok(found) = aside::within(AT_ONCE, "settings", move || read(&here, clock)) {
            return self.take_settings(Some(found), ctx);
        }
        self.send(Msg::SettingsReading(self.settings_path()), ctx, None);
        let post = self.inbox.post();
        let found = move |found: Option<Found>| post.put(Answer::Settings(found.map(Box::new)));
        aside::run("settings", Reply::new(found), move || read(&path, clock));
    }

    /// Where they are kept, for the person to see.
    fn settings_path(&self) -> String {
        self.settings.path().map(|path| path.display().to_string()).unwrap_or_default()
    }

    /// Takes in what was found; `None` is a thread that has died: what stands in the file is not known, and stays as it is.
    pub(super) fn take_settings(&mut self, found: Option<Found>, ctx: &egui::Context) {
        let why = self.why();
        let Some(Found { decoded, failure, damaged_copy, plan }) = found else {
            let damage = Some(SettingsDamage::Unread(why.stopped()));
            let read = SettingsRead { path: self.settings_path(), damage, ..SettingsRead::default() };
            return self.send(Msg::SettingsRead(Box::new(read)), ctx, None);
        };
        let words = &self.model.book.faults;
        let mistake = decoded.damage.map(|damage| match damage {
            Damage::TooLarge => SettingsDamage::Unread(words.say_damage(&damage)),
            Damage::Mistake(_) => SettingsDamage::Mended(words.say_damage(&damage)),
        });
        let read = SettingsRead {
            settings: decoded.settings,
            path: self.settings_path(),
            damage: failure.map(|error| SettingsDamage::Unread(why.store(&error))).or(mistake),
            warnings: decoded.warnings.iter().map(|warning| words.say_setting(warning)).collect(),
            read_only: decoded.read_only,
            damaged_copy,
        };
        self.send(Msg::SettingsRead(Box::new(read)), ctx, None);
        let kept = match plan {
            Ok(None) => return,
            Ok(Some(text)) => KeptPlan { text: Some(text), failure: None },
            Err(error) => KeptPlan { text: None, failure: Some(why.store(&error)) },
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

    /// What a writer has to say.
    pub(super) fn hear_settings_writer(&mut self, kept: Kept, told: Option<Told>, ctx: &egui::Context) {
        match told {
            None => {
                let why = self.why().stopped();
                let msg = if kept == Kept::Plan { Msg::Plan(PlanMsg::NotStored(why)) } else { Msg::SettingsNotSaved(why) };
                self.send(msg, ctx, None);
            }
            Some(Told::NotYet(error)) => self.say_settings_failed(&error, ctx),
            Some(Told::Written) if kept == Kept::Settings => self.send(Msg::SettingsWritten, ctx, None),
            Some(Told::Removed(path)) => self.see_deleted(Some(&path), ctx),
            Some(Told::Written | Told::Shorter(_)) => {}
        }
    }

    fn say_settings_failed(&mut self, error: &StoreError, ctx: &egui::Context) {
        let is_plan = self.settings.path().is_some_and(|path| error.path != path);
        let why = self.why().store(error);
        let msg = match error.doing {
            Doing::Remove if self.is_deleting() => Msg::History(crate::app::HistoryMsg::NotDeleted(why)),
            _ if is_plan => Msg::Plan(PlanMsg::NotStored(why)),
            _ => Msg::SettingsNotSaved(why),
        };
        self.send(msg, ctx, None);
    }
}

/// Reads settings and plan, and keeps a copy of settings that are damaged.
fn read(path: &Path, clock: Clock) -> Found {
    let plan = match store::read_text(&plan_beside(path)) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.reason == Reason::Missing => Ok(None),
        Err(error) => Err(error),
    };
    let mut found = Found { decoded: Decoded::default(), failure: None, damaged_copy: None, plan };
    match store::read_text(path) {
        Ok(text) => found.decoded = settings::decode(&text),
        Err(error) if error.reason == Reason::Missing => {}
        Err(error) => found.failure = Some(error),
    }
    if found.failure.is_some() || found.decoded.damage.is_some() {
        match store::keep_damaged(path, &clock::file_stamp(clock.now().stamp)) {
            Ok(copy) => found.damaged_copy = Some(copy),
            Err(error) => console::complain(&error.to_string()),
        }
    }
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
        let is_damaged = |found: &Found| found.failure.is_some() || found.decoded.damage.is_some();
        assert!(!is_damaged(&read(&path, Clock::start())));
        for damaged in [&[0_u8; 4096][..], b"(version: 1,", b"\xff\xfe(\0v\0"] {
            store::write_private(&path, damaged).expect("written");
            let found = read(&path, Clock::start());
            assert!(is_damaged(&found) && found.damaged_copy.is_some(), "{damaged:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_of_ours_is_neither_copied_nor_waited_for() {
        let (dir, path) = file();
        let unread = |why: &str| {
            let found = read(&path, Clock::start());
            assert!(found.damaged_copy.is_none(), "{why}");
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
