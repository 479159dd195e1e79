//! Files of a clinician's plan: the one in use, one to look at, one to give away; and the folder they lie in.
//!
//! Not what they mean: see [`crate::plan`]. Once the window is open nothing is read or written on its thread: the plan in
//! use has a writer of its own, and a chosen file is read beside the window. Invariant: a kept plan that can not be read
//! stays and is copied, and every file that was asked for is answered, if only with why not.

use std::path::{Path, PathBuf};

use eframe::egui;

use super::{
    Shell,
    settings_read::{offered_beside, plan_beside},
    words::Why,
};
use crate::{
    app::{Msg, PlanEffect, PlanFile, PlanMsg, Route, SettingsMsg},
    platform::{
        background, clock,
        dialog::{self, OpenRequest, SaveAnswer, SaveRequest},
        dirs,
        reply::Reply,
        reveal,
        store::{self, Job},
    },
};

impl Shell {
    fn plan_file(&self) -> Option<PathBuf> {
        self.settings.path().map(plan_beside)
    }

    pub(super) fn carry_out_plan(&mut self, effect: PlanEffect, ctx: &egui::Context, frame: Option<&eframe::Frame>) {
        match effect {
            PlanEffect::Choose => self.choose_plan(frame),
            PlanEffect::Store(text) => self.write_plan(|path| Job::Replace { path, bytes: text.into_bytes() }, ctx),
            // A copy of a damaged one is not this plan, and stays.
            PlanEffect::Remove => self.write_plan(|path| Job::RemoveOne { path }, ctx),
            PlanEffect::KeepCopy => self.keep_plan_copy(),
            PlanEffect::Export(text) => self.export_plan(text, frame),
        }
    }

    fn write_plan(&mut self, job: impl FnOnce(PathBuf) -> Job, ctx: &egui::Context) {
        let Some(path) = self.plan_file() else { return };
        self.hand_settings_job(job(path), ctx);
    }

    /// What one answer about a plan becomes; a thread that stopped gives `otherwise`.
    fn plan_reply<T>(
        &self,
        becomes: impl FnOnce(T) -> PlanMsg + Send + 'static,
        otherwise: impl FnOnce(String) -> T + Send + 'static,
    ) -> Reply<T> {
        let stopped = self.why().stopped();
        self.inbox.reply(|answer| Msg::Plan(becomes(answer.unwrap_or_else(|| otherwise(stopped)))))
    }

    fn keep_plan_copy(&self) {
        let Some(path) = self.plan_file() else { return };
        let (stamp, why) = (clock::file_stamp(self.clock.now().stamp), self.why());
        let reply = self.plan_reply(PlanMsg::CopyKept, Err);
        background::run("plan", reply, move || {
            // The file stays until the person has chosen; the same bytes are copied once, however often it is read.
            store::keep_damaged(&path, &stamp).map(|copy| copy.display().to_string()).map_err(|error| why.store(&error))
        });
    }

    fn choose_plan(&self, frame: Option<&eframe::Frame>) {
        let words = &self.model.book.plan.dialog;
        let request =
            OpenRequest { title: words.open_title.clone(), kind: words.kind.clone(), extensions: vec!["ron".to_owned()] };
        let (dialog, offered, why) = (dialog::open(request, frame), self.settings.path().map(offered_beside), self.why());
        let reply = self.plan_reply(|found| found, |why| PlanMsg::Found(Err(why)));
        background::run("plan", reply, move || match dialog.wait() {
            Ok(Some(path)) => look_at(path, &why),
            Ok(None) => PlanMsg::Cancelled,
            // No file window can be opened: the file that lies where the person was told to put it, or where that is.
            Err(_) => match offered {
                Some(path) if store::is_there(&path) => look_at(path, &why),
                Some(path) => PlanMsg::NoDialog(path.display().to_string()),
                None => PlanMsg::Cancelled,
            },
        });
    }

    fn export_plan(&self, text: String, frame: Option<&eframe::Frame>) {
        let words = &self.model.book.plan.dialog;
        let request = SaveRequest {
            title: words.save_title.clone(),
            file_name: words.file_name.clone(),
            kind: words.kind.clone(),
            extension: "ron".to_owned(),
        };
        let (name, dialog, why) = (words.file_name.clone(), dialog::save(request, frame), self.why());
        let reply = self.plan_reply(PlanMsg::Exported, |why| Some(Err(why)));
        background::run("plan", reply, move || write_export(dialog.wait(), &name, &text, &why));
    }

    /// Shows the folder of the settings; makes it first, since nothing may have been saved yet.
    pub(super) fn open_folder(&mut self, ctx: &egui::Context) {
        let Some(path) = self.settings.path().map(Path::to_owned) else { return };
        let folder = path.parent().unwrap_or(&path).to_owned();
        if !store::is_dir(&folder) && !self.model.settings_read_only {
            let settings = self.model.settings.clone();
            self.save_settings(&settings, ctx);
        }
        let (post, why) = (self.inbox.post(), self.why());
        let shown = move |shown: Option<reveal::RevealAnswer>| {
            let failed = match shown {
                Some(Ok(())) => return,
                Some(Err(error)) => why.viewer(&error.0),
                None => why.stopped(),
            };
            post.msg(Msg::Settings(SettingsMsg::FolderNotOpened(failed)));
        };
        reveal::reveal(reveal::Place::Folder(folder), Reply::new(shown));
    }

    /// Looks at what was dropped on the window.
    pub(super) fn receive_dropped(&self, ctx: &egui::Context) {
        if matches!(self.model.route, Route::Settings | Route::Plan) {
            let dropped = ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_owned()));
            if let Some(path) = dropped {
                let why = self.why();
                background::run("plan", self.plan_reply(|found| found, |why| PlanMsg::Found(Err(why))), move || {
                    look_at(path, &why)
                });
            }
        }
    }
}

/// Reads a file to look at. What was dropped may be no file at all, and never end.
fn look_at(path: PathBuf, why: &Why) -> PlanMsg {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let read = background::within(background::FILE_WITHIN, "read", move || store::read_text(&path));
    let found = match read {
        Ok(Ok(text)) => Ok(PlanFile { name, text }),
        Ok(Err(error)) => Err(why.store(&error)),
        Err(_) => Err(why.too_slow()),
    };
    PlanMsg::Found(found)
}

/// Where it was written or why not; `None` is a person who thought better of it.
fn write_export(answer: SaveAnswer, name: &str, text: &str, why: &Why) -> Option<Result<String, String>> {
    let write = |path: &Path| match store::write_export(path, text.as_bytes()) {
        Ok(()) => Ok(path.display().to_string()),
        Err(error) => Err(why.store(&error)),
    };
    match (answer, dirs::documents()) {
        (Ok(None), _) => None,
        (Ok(Some(path)), _) => Some(write(&path)),
        // No dialog: where a person looks for their papers, under a name that is free.
        (Err(_), Ok(folder)) => Some(write(&store::unused(&folder.join(name)))),
        (Err(_), Err(_)) => Some(Err(why.no_home())),
    }
}
