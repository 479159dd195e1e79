//! Lays out a page, asks where it should go, and writes it.
//!
//! Not its layout: see [`crate::sheet`]. Invariant: what was laid out is written whole or not at all, and the person
//! is told where.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError};

use eframe::egui;

use super::Shell;
use crate::{
    app::{self, Msg, SheetRequest, SheetSaved},
    platform::{
        aside,
        dialog::{self, SaveAnswer, SaveRequest},
        dirs,
        export::{self, Form, write_all},
        store,
    },
};

/// The files of a page, the first one first, or why there are none.
pub(super) type Made = Result<Vec<Vec<u8>>, String>;

/// A page that is being made, and waits for the answer of the dialog.
pub(super) struct Saving {
    answer: Receiver<SaveAnswer>,
    made: Receiver<Made>,
    chosen: Option<SaveAnswer>,
    /// Where it goes when there is no dialog.
    file_name: String,
}

impl Shell {
    /// Makes the files of a page beside the window: pictures for paper take their time.
    pub(super) fn make(&self, request: &SheetRequest, form: Form, ctx: &egui::Context) -> Receiver<Made> {
        let (book, palettes, request, wake) = (self.model.book.clone(), self.print.clone(), request.clone(), ctx.clone());
        let work = move || {
            let document =
                app::sheet_document(&book.press, &book.sheet, &book.figures, &request).map_err(|error| error.to_string())?;
            export::files(&document, palettes.of(request.options.ink), form)
        };
        aside::run("page", Box::new(move || wake.request_repaint()), work, Err)
    }

    pub(super) fn save_sheet(&mut self, request: &SheetRequest, form: Form, ctx: &egui::Context, frame: Option<&eframe::Frame>) {
        let made = self.make(request, form, ctx);
        let (words, print) = (&self.model.book.words.sheet, &self.model.book.print);
        let (file_name, kind, extension) = match form {
            Form::Pdf => (&words.file_name, &words.file_kind, "pdf"),
            Form::Picture(_) => (&print.picture_file, &print.picture_kind, "png"),
        };
        let ask = SaveRequest {
            title: words.dialog_title.clone(),
            file_name: file_name.clone(),
            kind: kind.clone(),
            extension: extension.to_owned(),
        };
        let file_name = file_name.clone();
        let wake = ctx.clone();
        let answer = dialog::save(ask, frame, Box::new(move || wake.request_repaint()));
        self.saving = Some(Saving { answer, made, chosen: None, file_name });
    }

    /// The dialog has answered and the page is made: write it, here or where the person will find it.
    pub(super) fn finish_saving(&mut self, ctx: &egui::Context) {
        let Some(mut saving) = self.saving.take() else { return };
        if saving.chosen.is_none() {
            match saving.answer.try_recv() {
                Ok(answer) => saving.chosen = Some(answer),
                Err(TryRecvError::Empty) => {}
                Err(gone @ TryRecvError::Disconnected) => {
                    return self.send(Msg::SheetSaved(SheetSaved::Failed(gone.to_string())), ctx, None);
                }
            }
        }
        let Some(answer) = saving.chosen.take() else {
            self.saving = Some(saving);
            return;
        };
        if matches!(answer, Ok(None)) {
            return self.send(Msg::SheetSaved(SheetSaved::Cancelled), ctx, None);
        }
        let made = match saving.made.try_recv() {
            Ok(made) => made,
            Err(TryRecvError::Empty) => {
                saving.chosen = Some(answer);
                self.saving = Some(saving);
                return;
            }
            Err(gone @ TryRecvError::Disconnected) => Err(gone.to_string()),
        };
        let outcome = made.map_or_else(SheetSaved::Failed, |files| written(answer, &files, &saving.file_name));
        self.send(Msg::SheetSaved(outcome), ctx, None);
    }
}

fn written(answer: SaveAnswer, files: &[Vec<u8>], file_name: &str) -> SheetSaved {
    match answer {
        Ok(None) => SheetSaved::Cancelled,
        Ok(Some(path)) => match write_all(&path, files) {
            Ok(()) => SheetSaved::Saved(path.display().to_string()),
            Err(why) => SheetSaved::Failed(why),
        },
        Err(no_dialog) => match dirs::documents() {
            Ok(folder) => {
                let path: PathBuf = store::unused(&folder.join(file_name));
                match write_all(&path, files) {
                    Ok(()) => SheetSaved::SavedWithoutDialog(path.display().to_string()),
                    Err(why) => SheetSaved::Failed(why),
                }
            }
            Err(_) => SheetSaved::Failed(no_dialog.to_string()),
        },
    }
}
