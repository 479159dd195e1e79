//! Takes the history out to a file that a person chooses, and reads one in.
//!
//! Not what is in it: see [`crate::history`]. Both are done beside the window, from the dialog to the last byte.
//! Invariant: each dialog has one answer, and each answer one message.

use std::path::Path;

use super::{Shell, words::Why};
use crate::{
    app::{Exported, HistoryMsg, ImportRead, Msg, Table},
    history::read_import,
    platform::{
        background,
        dialog::{self, OpenRequest, SaveAnswer, SaveRequest},
        dirs, store,
    },
};

impl Shell {
    pub(super) fn export(&self, table: Table, text: String, frame: Option<&eframe::Frame>) {
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
        let (file_name, why) = (name.clone(), self.why());
        let dialog = dialog::save(ask, frame);
        let stopped = why.stopped();
        let exported = |outcome: Option<Exported>| HistoryMsg::Exported(outcome.unwrap_or(Exported::Failed(stopped)));
        let reply = self.inbox.reply(|outcome| Msg::History(exported(outcome)));
        background::run("export", reply, move || write_export(dialog.wait(), &file_name, &text, &why));
    }

    pub(super) fn pick_import(&self, frame: Option<&eframe::Frame>) {
        let words = &self.model.book.history.import;
        let ask = OpenRequest {
            title: words.dialog.clone(),
            kind: words.kind.clone(),
            extensions: ["ron", "csv", "txt"].map(str::to_owned).to_vec(),
        };
        let (dialog, why, post) = (dialog::open(ask, frame), self.why(), self.inbox.post());
        let stopped = why.stopped();
        let imported = |read: Option<ImportRead>| HistoryMsg::ImportRead(read.unwrap_or(ImportRead::Failed(stopped)));
        let reply = self.inbox.reply(|read| Msg::History(imported(read)));
        background::run("import", reply, move || match dialog.wait() {
            Ok(None) => ImportRead::Cancelled,
            Err(_) => ImportRead::Failed(why.no_dialog()),
            Ok(Some(path)) => {
                post.msg(Msg::History(HistoryMsg::ImportReading));
                let read = background::within(background::FILE_WITHIN, "read", move || store::read_lines(&path));
                match read {
                    Ok(Ok(text)) => ImportRead::Read(read_import(&text).map(Box::new)),
                    Ok(Err(error)) => ImportRead::Failed(why.store(&error)),
                    Err(_) => ImportRead::Failed(why.too_slow()),
                }
            }
        });
    }
}

/// Writes the text where the dialog says, or where there is none, where a person looks for their papers: for their eyes
/// only, since it tells about their health.
fn write_export(answer: SaveAnswer, file_name: &str, text: &str, why: &Why) -> Exported {
    let write = |path: &Path, done: fn(String) -> Exported| match store::write_private_export(path, text.as_bytes()) {
        Ok(()) => done(path.display().to_string()),
        Err(error) => Exported::Failed(why.store(&error)),
    };
    match (answer, dirs::documents()) {
        (Ok(None), _) => Exported::Cancelled,
        (Ok(Some(path)), _) => write(&path, Exported::Saved),
        (Err(_), Ok(folder)) => write(&store::unused(&folder.join(file_name)), Exported::SavedWithoutDialog),
        (Err(_), Err(_)) => Exported::Failed(why.no_home()),
    }
}
