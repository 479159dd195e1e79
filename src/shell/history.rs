//! Reads the history at the start, hands each new line to the thread that writes, and takes it out and in.
//!
//! Not its form: see [`crate::history`]. Invariant: lines that can not be read are kept in a copy before they are
//! taken out of the file, and everything that is written to it goes through one writer, in the order it was asked.

use std::path::{Path, PathBuf};

use eframe::egui;

use super::{
    Shell,
    inbox::Inbox,
    words::{Why, why},
};
use crate::{
    app::{HistoryEffect, HistoryMsg, HistoryRead, Msg, Scope},
    history::{self, Entry, Guard, HEADER},
    platform::{
        aside,
        clock::{self, Clock},
        reply::Reply,
        reveal::{self, Place, RevealAnswer},
        store::{self, Job, Told, Writer},
    },
};

/// The history's files, and what is under way with them.
pub(super) struct Files {
    /// The file, or why there is no place for one.
    path: Result<PathBuf, String>,
    writer: Writer,
}

impl Files {
    /// Begins to read the history beside the window, so that ten years of it keep no window from opening.
    pub(super) fn open(path: Result<PathBuf, String>, clock: Clock, inbox: &Inbox, why: &Why) -> Self {
        if let Ok(path) = path.clone() {
            // A thread that stopped has read nothing: said, and not waited for.
            let stopped = HistoryRead { failures: vec![why.stopped()], ..HistoryRead::default() };
            let reply = inbox.reply(|read: Option<HistoryRead>| Msg::HistoryRead(Box::new(read.unwrap_or(stopped))));
            aside::run("history", reply, move || read_history(&path, clock));
        }
        let why = why.clone();
        let told = move |told: Option<Told>| {
            Some(match told {
                Some(Told::NotYet(error)) => Msg::HistoryNotSaved(why.store(&error)),
                Some(Told::Written) => Msg::History(HistoryMsg::Written),
                Some(Told::Shorter(_)) => Msg::History(HistoryMsg::Shorter),
                None => Msg::HistoryNotSaved(why.stopped()),
            })
        };
        Self { path, writer: Writer::new("history writer", inbox.feed(told)) }
    }

    /// Where it is kept, for the person to see, if it is to be read.
    pub(super) fn told_path(&self) -> Option<String> {
        self.path.as_ref().ok().map(|path| path.display().to_string())
    }

    fn guard_file(&self) -> Option<PathBuf> {
        self.path.as_ref().ok().map(|path| guard_beside(path))
    }
}

/// Where the limit's own file stands: beside the history.
fn guard_beside(history: &Path) -> PathBuf {
    history.with_file_name("limit.ron")
}

impl Shell {
    pub(super) fn append_history(&mut self, entry: &Entry, ctx: &egui::Context) {
        self.append(history::encode_line(entry), ctx);
    }

    fn append(&mut self, lines: String, ctx: &egui::Context) {
        match self.history.path.clone() {
            Ok(path) => self.hand(Job::Append { path, header: HEADER, lines }, ctx),
            Err(why) => self.send(Msg::HistoryNotSaved(why), ctx, None),
        }
    }

    /// Hands something to the writer. Where it had to be done here and now and failed, that is said.
    fn hand(&mut self, job: Job, ctx: &egui::Context) {
        if let Err(error) = self.history.writer.hand(job) {
            let why = why(&self.model, &error);
            self.send(Msg::HistoryNotSaved(why), ctx, None);
        }
    }

    pub(super) fn carry_out_history(&mut self, effect: HistoryEffect, ctx: &egui::Context, frame: Option<&eframe::Frame>) {
        match effect {
            HistoryEffect::Guard(guard) => {
                let Some(path) = self.history.guard_file() else { return };
                self.hand(Job::Replace { path, bytes: guard.encode().into_bytes() }, ctx);
            }
            HistoryEffect::Add(entries) => self.append(entries.iter().map(history::encode_line).collect(), ctx),
            HistoryEffect::Forget(name) => {
                let Ok(path) = self.history.path.clone() else { return };
                self.hand(Job::Change { path, change: Box::new(move |text| history::without(text, name)) }, ctx);
            }
            HistoryEffect::DeleteAll(scope) => self.delete_all(scope, ctx),
            HistoryEffect::Export(table, text) => self.export(table, text, frame),
            HistoryEffect::PickImport => self.pick_import(frame),
            HistoryEffect::ShowFile => {
                let Ok(path) = self.history.path.clone() else { return };
                let folder = path.parent().map(Path::to_owned).unwrap_or_default();
                let place = if store::is_there(&path) { Place::Among(path) } else { Place::Folder(folder) };
                let post = self.inbox.post();
                let shown = move |shown: Option<RevealAnswer>| {
                    if !matches!(shown, Some(Ok(()))) {
                        post.msg(Msg::History(HistoryMsg::FileNotShown));
                    }
                };
                reveal::reveal(place, Reply::new(shown));
            }
        }
    }

    fn delete_all(&mut self, scope: Scope, ctx: &egui::Context) {
        let files: Vec<PathBuf> = self.history.path.iter().cloned().chain(self.history.guard_file()).collect();
        for path in files {
            self.hand(Job::Remove { path }, ctx);
        }
        if scope == Scope::Everything {
            self.remove_pages();
            self.remove_settings(ctx);
            self.remove_plans(ctx);
        }
    }
}

/// Reads the history. A damaged one is kept as a copy; only then are the lines that cannot be read taken out of it,
/// so that they are told once and not at every start.
fn read_history(path: &Path, clock: Clock) -> HistoryRead {
    let guard = store::read_text(&guard_beside(path)).ok().and_then(|text| Guard::decode(&text));
    let mut read = HistoryRead { guard, ..HistoryRead::default() };
    let text = match store::read_lines(path) {
        Ok(text) => text,
        Err(error) if error.reason == store::Reason::Missing => return read,
        Err(error) => {
            read.failures.push(error.to_string());
            return read;
        }
    };
    let decoded = history::decode(&text);
    (read.entries, read.read_only) = (decoded.entries, decoded.read_only);
    for warning in &decoded.warnings {
        eprintln!("{}: {warning}", path.display());
    }
    if let Some(mended) = decoded.mended {
        match store::keep_damaged(path, &clock::file_stamp(clock.now().stamp)) {
            Ok(copy) => {
                read.damaged_copy = Some(copy);
                let written = store::write_private(path, mended.as_bytes());
                read.failures.extend(written.err().map(|error| error.to_string()));
            }
            Err(error) => read.failures.push(error.to_string()),
        }
    }
    read
}
