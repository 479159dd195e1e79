//! Takes the history out to a file that a person chooses, and reads one in.
//!
//! Not what is in it: see [`crate::history`]. Invariant: each dialog has one answer, and each answer one message.

use std::{
    path::PathBuf,
    sync::mpsc::{Receiver, TryRecvError},
};

use eframe::egui;

use super::{Shell, words::why};
use crate::{
    app::{Exported, HistoryMsg, ImportRead, Msg, Table},
    history::{Import, Refused, read_import},
    platform::{
        aside,
        dialog::{self, OpenRequest, SaveAnswer, SaveRequest},
        dirs,
        store::{self, StoreError},
    },
};

/// A text that is taken out.
pub(super) struct Exporting {
    stage: ExportStage,
}

/// First the dialog is asked where, then it is written beside the window.
enum ExportStage {
    Asked { answer: Receiver<SaveAnswer>, file_name: String, text: String },
    Writing(Receiver<Result<Exported, StoreError>>),
}

/// A file to take in: first the dialog is asked which, then it is read beside the window.
pub(super) enum Importing {
    Asked(Receiver<SaveAnswer>),
    Reading(Receiver<Found>),
}

/// What stands in a file, or why it could not be read.
type Found = Result<Result<Box<Import>, Refused>, Unread>;

/// Why a file could not be read.
pub(super) enum Unread {
    Store(StoreError),
    NoThread(String),
}

impl Shell {
    pub(super) fn export(&mut self, table: Table, text: String, ctx: &egui::Context, frame: Option<&eframe::Frame>) {
        let words = &self.model.book.history.export;
        let (name, kind, extension) = match table {
            Table::Csv => (&words.csv_name, &words.csv_kind, "csv"),
            Table::Ron => (&words.ron_name, &words.ron_kind, "ron"),
        };
        let ask = SaveRequest {
            title: words.dialog.clone(),
            file_name: name.clone(),
            kind: kind.clone(),
            extension: extension.to_owned(),
        };
        let (wake, file_name) = (ctx.clone(), name.clone());
        let answer = dialog::save(ask, frame, Box::new(move || wake.request_repaint()));
        self.history.exporting = Some(Exporting { stage: ExportStage::Asked { answer, file_name, text } });
    }

    pub(super) fn pick_import(&mut self, ctx: &egui::Context, frame: Option<&eframe::Frame>) {
        let words = &self.model.book.history.import;
        let ask = OpenRequest {
            title: words.dialog.clone(),
            kind: words.kind.clone(),
            extensions: ["ron", "csv", "txt"].map(str::to_owned).to_vec(),
        };
        let wake = ctx.clone();
        self.history.importing = Some(Importing::Asked(dialog::open(ask, frame, Box::new(move || wake.request_repaint()))));
    }

    /// Answers of the dialogs that are open, if there are any.
    pub(super) fn receive_transfers(&mut self, ctx: &egui::Context) {
        self.receive_export(ctx);
        match self.history.importing.take() {
            None => {}
            Some(Importing::Asked(answer)) => match answer.try_recv() {
                Err(TryRecvError::Empty) => self.history.importing = Some(Importing::Asked(answer)),
                Err(gone @ TryRecvError::Disconnected) => self.imported(ImportRead::Failed(gone.to_string()), ctx),
                Ok(Ok(None)) => self.imported(ImportRead::Cancelled, ctx),
                Ok(Err(no_dialog)) => self.imported(ImportRead::Failed(no_dialog.to_string()), ctx),
                Ok(Ok(Some(path))) => {
                    let wake = ctx.clone();
                    let work =
                        move || store::read_lines(&path).map(|text| read_import(&text).map(Box::new)).map_err(Unread::Store);
                    let no_thread = |why| Err(Unread::NoThread(why));
                    let reading = aside::run("import", Box::new(move || wake.request_repaint()), work, no_thread);
                    self.history.importing = Some(Importing::Reading(reading));
                    self.send(Msg::History(HistoryMsg::ImportReading), ctx, None);
                }
            },
            Some(Importing::Reading(found)) => match found.try_recv() {
                Err(TryRecvError::Empty) => self.history.importing = Some(Importing::Reading(found)),
                Err(gone @ TryRecvError::Disconnected) => self.imported(ImportRead::Failed(gone.to_string()), ctx),
                Ok(Ok(read)) => self.imported(ImportRead::Read(read), ctx),
                Ok(Err(Unread::Store(error))) => self.imported(ImportRead::Failed(why(&self.model, &error)), ctx),
                Ok(Err(Unread::NoThread(why))) => self.imported(ImportRead::Failed(why), ctx),
            },
        }
    }

    fn receive_export(&mut self, ctx: &egui::Context) {
        let Some(exporting) = self.history.exporting.take() else { return };
        let stage = match exporting.stage {
            ExportStage::Asked { answer, file_name, text } => match answer.try_recv() {
                Err(TryRecvError::Empty) => ExportStage::Asked { answer, file_name, text },
                Err(gone @ TryRecvError::Disconnected) => return self.exported(Exported::Failed(gone.to_string()), ctx),
                Ok(Ok(None)) => return self.exported(Exported::Cancelled, ctx),
                Ok(answer) => ExportStage::Writing(write_export(answer, file_name, text, ctx)),
            },
            ExportStage::Writing(written) => match written.try_recv() {
                Err(TryRecvError::Empty) => ExportStage::Writing(written),
                Err(gone @ TryRecvError::Disconnected) => return self.exported(Exported::Failed(gone.to_string()), ctx),
                Ok(Ok(outcome)) => return self.exported(outcome, ctx),
                Ok(Err(error)) => {
                    let why = why(&self.model, &error);
                    return self.exported(Exported::Failed(why), ctx);
                }
            },
        };
        self.history.exporting = Some(Exporting { stage });
    }

    fn exported(&mut self, outcome: Exported, ctx: &egui::Context) {
        self.send(Msg::History(HistoryMsg::Exported(outcome)), ctx, None);
    }

    fn imported(&mut self, read: ImportRead, ctx: &egui::Context) {
        self.send(Msg::History(HistoryMsg::ImportRead(read)), ctx, None);
    }
}

/// Writes the text where the dialog says, or where there is none, where a person looks for their papers: for their eyes
/// only, since it tells about their health.
fn write_export(
    answer: SaveAnswer,
    file_name: String,
    text: String,
    ctx: &egui::Context,
) -> Receiver<Result<Exported, StoreError>> {
    let wake = ctx.clone();
    let write = move || {
        let (path, done): (PathBuf, fn(String) -> Exported) = match (answer, dirs::documents()) {
            (Ok(None), _) => return Ok(Exported::Cancelled),
            (Ok(Some(path)), _) => (path, Exported::Saved),
            (Err(_), Ok(folder)) => (store::unused(&folder.join(&file_name)), Exported::SavedWithoutDialog),
            (Err(no_dialog), Err(_)) => return Ok(Exported::Failed(no_dialog.to_string())),
        };
        store::write_private_export(&path, text.as_bytes()).map(|()| done(path.display().to_string()))
    };
    aside::run("export", Box::new(move || wake.request_repaint()), write, |why| Ok(Exported::Failed(why)))
}
