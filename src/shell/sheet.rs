//! Lays out a page, asks where it should go, and writes it.
//!
//! Not its layout: see [`crate::sheet`]. All of it is done beside the window: while the person chooses a place, the page
//! is made. Invariant: what was laid out is written whole or not at all, and the person is told where.

use std::{path::PathBuf, thread};

use super::{Shell, words::Why};
use crate::{
    app::{self, Msg, SheetRequest, SheetSaved},
    platform::{
        background,
        dialog::{self, SaveRequest},
        dirs,
        export::{self, Form, write_all},
        store,
    },
};

/// The files of a page, the first one first, or why there are none.
pub(super) type Made = Result<Vec<Vec<u8>>, String>;

impl Shell {
    /// What makes the files of a page. Pictures for paper take their time: not for the window's thread.
    pub(super) fn maker(&self, request: SheetRequest, form: Form) -> impl FnOnce() -> Made + Send + 'static {
        let (book, palettes) = (self.model.book.clone(), self.print.clone());
        move || {
            let document =
                app::sheet_document(&book.layouter, &book.sheet, &book.figures, &request).map_err(|error| error.to_string())?;
            export::files(&document, palettes.of(request.options.ink), form)
        }
    }

    pub(super) fn save_sheet(&self, request: SheetRequest, form: Form, frame: Option<&eframe::Frame>) {
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
        let (make, file_name, why) = (self.maker(request, form), file_name.clone(), self.why());
        let dialog = dialog::save(ask, frame);
        let stopped = why.stopped();
        let reply = self.inbox.reply(|saved| Msg::SheetSaved(saved.unwrap_or(SheetSaved::Failed(stopped))));
        background::run("page", reply, move || {
            let made = thread::spawn(make);
            let (path, asked) = match (dialog.wait(), dirs::documents()) {
                (Ok(None), _) => return SheetSaved::Cancelled,
                (Ok(Some(path)), _) => (path, true),
                // No dialog: where a person looks for their papers, under a name that is free.
                (Err(_), Ok(folder)) => (store::unused(&folder.join(file_name)), false),
                (Err(_), Err(_)) => return SheetSaved::Failed(why.no_home()),
            };
            let made = made.join().unwrap_or_else(|_| Err(why.stopped()));
            made.map_or_else(SheetSaved::Failed, |files| written(path, asked, &files, &why))
        });
    }
}

fn written(path: PathBuf, asked: bool, files: &[Vec<u8>], why: &Why) -> SheetSaved {
    let shown = path.display().to_string();
    match write_all(&path, files) {
        Ok(()) if asked => SheetSaved::Saved(shown),
        Ok(()) => SheetSaved::SavedWithoutDialog(shown),
        Err(error) => SheetSaved::Failed(why.store(&error)),
    }
}
