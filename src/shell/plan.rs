//! Files of a clinician's plan: the one in use, one to look at, one to give away; and the folder they lie in.
//!
//! Not what they mean: see [`crate::plan`]. Invariant: a kept plan that can not be read stays and is copied, and every
//! file that was asked for is answered, if only with why not.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, TryRecvError},
};

use eframe::egui;

use super::{
    Shell,
    settings::{offered_beside, plan_beside},
    words::why,
};
use crate::{
    app::{Msg, PlanEffect, PlanFile, PlanMsg, Route, SettingsMsg},
    platform::{
        aside, clock,
        dialog::{self, OpenRequest, SaveAnswer, SaveRequest},
        dirs, reveal,
        store::{self, Job, StoreError},
    },
};

/// Dialogs that are open, and files that are read or written beside the window.
#[derive(Default)]
pub(super) struct Plans {
    opening: Option<Receiver<SaveAnswer>>,
    reading: Option<Receiver<Result<PlanFile, NotDone>>>,
    saving: Option<(Receiver<SaveAnswer>, String)>,
    writing: Option<Receiver<Result<PathBuf, NotDone>>>,
    copying: Option<Receiver<Result<PathBuf, NotDone>>>,
    showing: Option<Receiver<reveal::RevealAnswer>>,
}

/// Why a file was neither read nor written.
enum NotDone {
    /// The file is in the way.
    Store(StoreError),
    /// Something else is; what the system said of it.
    Other(String),
}

/// Does something with a file on a thread of its own: a slow disk holds up nothing that is drawn.
fn beside<T: Send + 'static>(
    ctx: &egui::Context,
    work: impl FnOnce() -> Result<T, NotDone> + Send + 'static,
) -> Receiver<Result<T, NotDone>> {
    let wake = ctx.clone();
    aside::run("plan", Box::new(move || wake.request_repaint()), work, |why| Err(NotDone::Other(why)))
}

impl Shell {
    fn plan_file(&self) -> Option<PathBuf> {
        self.settings.path().map(plan_beside)
    }

    pub(super) fn carry_out_plan(&mut self, effect: PlanEffect, ctx: &egui::Context, frame: Option<&eframe::Frame>) {
        match effect {
            PlanEffect::Choose => self.choose_plan(ctx, frame),
            PlanEffect::Store(text) => {
                let Some(path) = self.plan_file() else { return };
                self.hand_settings_job(Job::Replace { path, bytes: text.into_bytes() }, ctx);
            }
            PlanEffect::Remove => {
                let Some(path) = self.plan_file() else { return };
                self.hand_settings_job(Job::RemoveOne { path }, ctx);
            }
            PlanEffect::KeepCopy => self.keep_plan_copy(ctx),
            PlanEffect::Export(text) => self.export_plan(text, ctx, frame),
        }
    }

    fn send_plan(&mut self, message: PlanMsg, ctx: &egui::Context) {
        self.send(Msg::Plan(message), ctx, None);
    }

    fn keep_plan_copy(&mut self, ctx: &egui::Context) {
        let Some(path) = self.plan_file() else { return };
        let stamp = clock::file_stamp(self.clock.now().stamp);
        // The file stays until the person has chosen; the same bytes are copied once, however often it is read.
        self.plans.copying = Some(beside(ctx, move || store::keep_damaged(&path, &stamp).map_err(NotDone::Store)));
    }

    fn why_not_done(&self, not_done: Result<NotDone, Gone>) -> String {
        match not_done {
            Ok(NotDone::Store(error)) => why(&self.model, &error),
            Ok(NotDone::Other(why)) => why,
            Err(Gone) => self.model.book.history.reasons.no_thread.clone(),
        }
    }

    /// What came of a file that was read or written beside the window.
    fn receive_files(&mut self, ctx: &egui::Context) {
        let settle = |shell: &Self, done: Result<Result<PathBuf, NotDone>, Gone>| match done {
            Ok(Ok(path)) => Ok(path.display().to_string()),
            Ok(Err(not_done)) => Err(shell.why_not_done(Ok(not_done))),
            Err(gone) => Err(shell.why_not_done(Err(gone))),
        };
        if let Some(found) = taken(&mut self.plans.reading) {
            let found = match found {
                Ok(Ok(file)) => Ok(file),
                Ok(Err(not_done)) => Err(self.why_not_done(Ok(not_done))),
                Err(gone) => Err(self.why_not_done(Err(gone))),
            };
            self.send_plan(PlanMsg::Found(found), ctx);
        }
        if let Some(copied) = taken(&mut self.plans.copying) {
            let copied = settle(self, copied);
            self.send_plan(PlanMsg::CopyKept(copied), ctx);
        }
        if let Some(written) = taken(&mut self.plans.writing) {
            let written = settle(self, written);
            self.send_plan(PlanMsg::Exported(Some(written)), ctx);
        }
    }

    fn choose_plan(&mut self, ctx: &egui::Context, frame: Option<&eframe::Frame>) {
        let words = &self.model.book.plan.dialog;
        let request =
            OpenRequest { title: words.open_title.clone(), kind: words.kind.clone(), extensions: vec!["ron".to_owned()] };
        let wake = ctx.clone();
        self.plans.opening = Some(dialog::open(request, frame, Box::new(move || wake.request_repaint())));
    }

    fn export_plan(&mut self, text: String, ctx: &egui::Context, frame: Option<&eframe::Frame>) {
        let words = &self.model.book.plan.dialog;
        let request = SaveRequest {
            title: words.save_title.clone(),
            file_name: words.file_name.clone(),
            kind: words.kind.clone(),
            extension: "ron".to_owned(),
        };
        let wake = ctx.clone();
        self.plans.saving = Some((dialog::save(request, frame, Box::new(move || wake.request_repaint())), text));
    }

    /// Shows the folder of the settings; makes it first, since nothing may have been saved yet.
    pub(super) fn open_folder(&mut self, ctx: &egui::Context) {
        let Some(path) = self.settings.path().map(Path::to_owned) else { return };
        let folder = path.parent().unwrap_or(&path).to_owned();
        if !store::is_dir(&folder) && !self.model.settings_read_only {
            let settings = self.model.settings.clone();
            self.save_settings(&settings, ctx);
        }
        let wake = ctx.clone();
        self.plans.showing = Some(reveal::reveal(reveal::Place::Folder(folder), Box::new(move || wake.request_repaint())));
    }

    /// What dialogs have answered, and what was dropped on the window.
    pub(super) fn receive_plans(&mut self, ctx: &egui::Context) {
        if let Some(answer) = taken(&mut self.plans.opening) {
            match answer {
                Ok(Ok(Some(path))) => self.look_at_plan(&path, ctx),
                Ok(Ok(None)) => self.send_plan(PlanMsg::Cancelled, ctx),
                Ok(Err(_)) | Err(Gone) => self.look_at_offered(ctx),
            }
        }
        if let Some((receiver, text)) = self.plans.saving.take() {
            let mut waiting = Some(receiver);
            match taken(&mut waiting) {
                None => self.plans.saving = waiting.map(|receiver| (receiver, text)),
                Some(answer) => self.finish_export(answer.ok(), &text, ctx),
            }
        }
        self.receive_files(ctx);
        if let Some(Ok(Err(error))) = taken(&mut self.plans.showing) {
            self.send(Msg::Settings(SettingsMsg::FolderNotOpened(error.to_string())), ctx, None);
        }
        if matches!(self.model.route, Route::Settings | Route::Plan) {
            let dropped = ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_owned()));
            if let Some(path) = dropped {
                self.look_at_plan(&path, ctx);
            }
        }
    }

    fn look_at_plan(&mut self, path: &Path, ctx: &egui::Context) {
        let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        let path = path.to_owned();
        let work = move || store::read_text(&path).map(|text| PlanFile { name, text }).map_err(NotDone::Store);
        self.plans.reading = Some(beside(ctx, work));
    }

    /// No file window can be opened: take the file that lies where the person was told to put it, or tell them.
    fn look_at_offered(&mut self, ctx: &egui::Context) {
        match self.settings.path().map(offered_beside) {
            Some(path) if store::is_there(&path) => self.look_at_plan(&path, ctx),
            Some(path) => self.send_plan(PlanMsg::NoDialog(path.display().to_string()), ctx),
            None => self.send_plan(PlanMsg::Cancelled, ctx),
        }
    }

    fn finish_export(&mut self, answer: Option<SaveAnswer>, text: &str, ctx: &egui::Context) {
        let (file_name, text) = (self.model.book.plan.dialog.file_name.clone(), text.to_owned());
        let chosen = match answer {
            Some(Ok(None)) => return self.send_plan(PlanMsg::Exported(None), ctx),
            Some(Ok(Some(path))) => Some(path),
            Some(Err(_)) | None => None,
        };
        self.plans.writing = Some(beside(ctx, move || {
            // No dialog: where a person looks for their papers, under a name that is free.
            let free = || dirs::documents().map(|folder| store::unused(&folder.join(&file_name)));
            let path = chosen.map_or_else(free, Ok).map_err(|error| NotDone::Other(error.to_string()))?;
            store::write_export(&path, text.as_bytes()).map_err(NotDone::Store).map(|()| path)
        }));
    }
}

/// A thread that went away without an answer.
struct Gone;

/// The answer, once it is there; whoever asked is then no longer waited for.
fn taken<T>(waiting: &mut Option<Receiver<T>>) -> Option<Result<T, Gone>> {
    let answer = match waiting.as_ref()?.try_recv() {
        Ok(answer) => Ok(answer),
        Err(TryRecvError::Empty) => return None,
        Err(TryRecvError::Disconnected) => Err(Gone),
    };
    *waiting = None;
    Some(answer)
}
