//! Takes in the settings at the start, and writes them whenever one changes.
//!
//! Not their form (see [`crate::settings`]) and not the reading (`settings_read.rs`).

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use eframe::egui;

use super::{
    Shell,
    inbox::{Answer, Inbox, Kept},
    settings_read::{Found, offered_beside, plan_beside, read},
};
use crate::{
    app::{KeptPlan, Msg, PlanMsg, SettingsDamage, SettingsRead},
    platform::{
        background,
        reply::Reply,
        store::{Doing, Job, StoreError, Writer, WriterEvent},
    },
    settings::{self, Damage},
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
        if let Ok(found) = background::within(AT_ONCE, "settings", move || read(&here, clock)) {
            return self.take_settings(Some(found), ctx);
        }
        self.send(Msg::SettingsReading(self.settings_path()), ctx, None);
        let post = self.inbox.post();
        let found = move |found: Option<Found>| post.put(Answer::Settings(found.map(Box::new)));
        background::run("settings", Reply::new(found), move || read(&path, clock));
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
        if let Err(error) = writer.enqueue(job) {
            self.say_settings_failed(&error, ctx);
        }
    }

    /// What a writer has to say.
    pub(super) fn hear_settings_writer(&mut self, kept: Kept, told: Option<WriterEvent>, ctx: &egui::Context) {
        match told {
            None => {
                let why = self.why().stopped();
                let msg = if kept == Kept::Plan { Msg::Plan(PlanMsg::NotStored(why)) } else { Msg::SettingsNotSaved(why) };
                self.send(msg, ctx, None);
            }
            Some(WriterEvent::NotYet(error)) => self.say_settings_failed(&error, ctx),
            Some(WriterEvent::Written) if kept == Kept::Settings => self.send(Msg::SettingsWritten, ctx, None),
            Some(WriterEvent::Removed(path)) => self.see_deleted(Some(&path), ctx),
            Some(WriterEvent::Written | WriterEvent::Shorter(_)) => {}
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
