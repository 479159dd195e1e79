//! Reads the settings at the start, and writes them whenever one changes.
//!
//! Not their form: see [`crate::settings`]. Invariant: a file that can not be read is kept as a copy before anything
//! is written over it.

use std::path::PathBuf;

use eframe::egui;

use super::{
    Shell,
    inbox::Inbox,
    words::{Why, why},
};
use crate::{
    app::{Msg, SettingsRead},
    platform::{
        clock,
        store::{self, Job, Told, Writer},
    },
    settings,
};

/// What writes the settings.
pub(super) fn writer(inbox: &Inbox, why: Why) -> Writer {
    let told = move |told: Option<Told>| match told {
        Some(Told::NotYet(error)) => Some(Msg::SettingsNotSaved(why.store(&error))),
        Some(Told::Written) => Some(Msg::SettingsWritten),
        Some(Told::Shorter(_)) => None,
        None => Some(Msg::SettingsNotSaved(why.stopped())),
    };
    Writer::new("settings writer", inbox.feed(told))
}

impl Shell {
    pub(super) fn read_settings(&mut self) -> SettingsRead {
        let mut read = SettingsRead {
            settings: settings::Settings::default(),
            path: String::new(),
            warnings: Vec::new(),
            read_only: false,
            damaged_copy: None,
        };
        let Some(path) = self.settings_file.clone() else { return read };
        read.path = path.display().to_string();
        let text = match store::read_text(&path) {
            Ok(text) => text,
            Err(error) if error.reason == store::Reason::Missing => return read,
            Err(error) => {
                read.warnings.push(error.to_string());
                self.keep_copy(&mut read);
                return read;
            }
        };
        let decoded = settings::decode(&text);
        read.settings = decoded.settings;
        read.read_only = decoded.read_only;
        read.warnings = decoded.warnings.iter().map(ToString::to_string).collect();
        // A warning without a field means the file as a whole is damaged.
        if decoded.warnings.iter().any(|warning| warning.field.is_empty()) {
            self.keep_copy(&mut read);
        }
        read
    }

    /// Keeps a copy of a settings file that is about to be written over; without one nothing is written.
    fn keep_copy(&mut self, read: &mut SettingsRead) {
        let Some(path) = &self.settings_file else { return };
        match store::keep_damaged(path, &clock::file_stamp(self.clock.now().stamp)) {
            Ok(copy) => read.damaged_copy = Some(copy),
            Err(error) => {
                read.warnings.push(error.to_string());
                self.settings_file = None;
            }
        }
    }

    pub(super) fn save_settings(&mut self, settings: &settings::Settings, ctx: &egui::Context) {
        let bytes = settings::encode(settings).into_bytes();
        self.hand_settings(|path| Job::Replace { path, bytes }, ctx);
    }

    /// Removes the file, and every copy of a damaged one.
    pub(super) fn remove_settings(&mut self, ctx: &egui::Context) {
        self.hand_settings(|path| Job::Remove { path }, ctx);
    }

    fn hand_settings(&mut self, job: impl FnOnce(PathBuf) -> Job, ctx: &egui::Context) {
        let Some(path) = self.settings_file.clone() else { return };
        if let Err(error) = self.settings_writer.hand(job(path)) {
            let why = why(&self.model, &error);
            self.send(Msg::SettingsNotSaved(why), ctx, None);
        }
    }
}
