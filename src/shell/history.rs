//! Keeps the history's files: reads them, hands what is to be written to the threads that write, shows where they lie.
//!
//! Not their form: see [`crate::history`]; not the dialogs: see `transfer.rs`. Invariant: each file has one writer, so
//! that what the limit needs never waits behind a history that cannot be written; and lines that can not be read are
//! kept in a copy before they are taken out of the file.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{Receiver, TryRecvError},
    },
};

use eframe::egui;

use super::{
    Shell,
    history_read::{Found, Marks, guard_beside, read_history, reread_history},
    words::{why, why_of},
};
use crate::{
    app::{HistoryEffect, HistoryMsg, HistoryRead, Msg, Scope},
    history::{self, Entry, HEADER},
    platform::{
        aside,
        clock::Clock,
        reveal::{self, Place, RevealAnswer},
        store::{self, Doing, Job, StoreError, Told, Writer},
    },
};

/// The history's files, and what is under way with them.
pub(super) struct Files {
    /// The file, or why there is no place for one.
    path: Result<PathBuf, String>,
    writer: Writer,
    /// Writes what the limit needs: a file of its own, on a thread of its own.
    guard_writer: Writer,
    /// Which of the two could not write the last time.
    failing: [bool; 2],
    reading: Option<Receiver<Found>>,
    /// What is read is the first reading: until then nothing may begin.
    is_first: bool,
    /// It was asked for while one was under way.
    again: bool,
    /// How the files looked when they were last read.
    marks: Marks,
    /// What is being deleted.
    deleting: Option<Deleting>,
    pub(super) exporting: Option<super::transfer::Exporting>,
    pub(super) importing: Option<super::transfer::Importing>,
    showing: Option<Receiver<RevealAnswer>>,
}

/// Files that are to be gone before anything is called deleted.
struct Deleting {
    scope: Scope,
    left: Vec<PathBuf>,
}

impl Files {
    /// Begins to read the history beside the window, so that ten years of it keep no window from opening.
    pub(super) fn open(path: Result<PathBuf, String>, clock: Clock, ctx: &egui::Context) -> Self {
        let writer = |name: &str| {
            let wake = ctx.clone();
            Writer::new(name, Box::new(move || wake.request_repaint()))
        };
        let reading = path.clone().ok().map(|path| {
            let (here, wake) = (path.clone(), ctx.clone());
            let work = move || read_history(&path, clock);
            aside::run("history", Box::new(move || wake.request_repaint()), work, move |_| read_history(&here, clock))
        });
        Self {
            path,
            writer: writer("history writer"),
            guard_writer: writer("limit writer"),
            failing: [false; 2],
            reading,
            is_first: true,
            again: false,
            marks: Marks::default(),
            deleting: None,
            exporting: None,
            importing: None,
            showing: None,
        }
    }

    /// Where it is kept, for the person to see, if it is to be read.
    pub(super) fn told_path(&self) -> Option<String> {
        self.path.as_ref().ok().map(|path| path.display().to_string())
    }

    /// Looks at the disk again, beside the window, and reads what has changed there.
    pub(super) fn refresh(&mut self, ctx: &egui::Context) {
        let Ok(path) = self.path.clone() else { return };
        if self.reading.is_some() {
            self.again = true;
            return;
        }
        let (wake, marks) = (ctx.clone(), self.marks);
        let work = move || reread_history(&path, marks);
        let unread = |_| Found::default();
        self.reading = Some(aside::run("history", Box::new(move || wake.request_repaint()), work, unread));
    }

    /// Hands something to the thread that writes its file.
    fn hand(&self, job: Job) -> Result<(), StoreError> {
        let is_guard = self.path.as_ref().is_ok_and(|path| job.path() == guard_beside(path));
        if is_guard { self.guard_writer.hand(job) } else { self.writer.hand(job) }
    }
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
        if let Err(error) = self.history.hand(job) {
            let why = why(&self.model, &error);
            self.send(Msg::HistoryNotSaved(why), ctx, None);
        }
    }

    pub(super) fn carry_out_history(&mut self, effect: HistoryEffect, ctx: &egui::Context, frame: Option<&eframe::Frame>) {
        let Ok(path) = self.history.path.clone() else {
            // There is no place for files; what was asked for is answered all the same.
            return match effect {
                HistoryEffect::Add(entries) => self.append(entries.iter().map(history::encode_line).collect(), ctx),
                HistoryEffect::DeleteAll(scope) => self.delete_all(scope, Vec::new(), ctx),
                HistoryEffect::Export(table, text) => self.export(table, text, ctx, frame),
                HistoryEffect::PickImport => self.pick_import(ctx, frame),
                _ => {}
            };
        };
        match effect {
            HistoryEffect::Guard(guard) => {
                self.hand(Job::Replace { path: guard_beside(&path), bytes: guard.encode().into_bytes() }, ctx);
            }
            HistoryEffect::Refresh => self.history.refresh(ctx),
            HistoryEffect::Add(entries) => self.append(entries.iter().map(history::encode_line).collect(), ctx),
            HistoryEffect::Forget(name) => {
                self.hand(Job::Forget { path, change: Box::new(move |text| history::without(text, name)) }, ctx);
            }
            HistoryEffect::Rewrite(entry) => {
                // In one step, so that no crash comes between what goes and what comes.
                let (name, line) = (entry.name(), history::encode_line(&entry));
                let copies = Box::new(move |text: &str| history::without(text, name));
                self.hand(
                    Job::Change { path: path.clone(), change: Box::new(move |text| history::rewritten(text, name, &line)) },
                    ctx,
                );
                self.hand(Job::ForgetCopies { path, change: copies }, ctx);
            }
            HistoryEffect::DeleteAll(scope) => {
                // The limit's own file stays with the settings: the day's limit stands.
                let guard = (scope == Scope::Everything).then(|| guard_beside(&path));
                self.delete_all(scope, [path].into_iter().chain(guard).collect(), ctx);
            }
            HistoryEffect::Export(table, text) => self.export(table, text, ctx, frame),
            HistoryEffect::PickImport => self.pick_import(ctx, frame),
            HistoryEffect::ShowFile => {
                let folder = path.parent().map(Path::to_owned).unwrap_or_default();
                let place = if store::is_there(&path) { Place::Among(path) } else { Place::Folder(folder) };
                let wake = ctx.clone();
                self.history.showing = Some(reveal::reveal(place, Box::new(move || wake.request_repaint())));
            }
        }
    }

    /// Has all of it removed; it is called deleted when every file has gone.
    fn delete_all(&mut self, scope: Scope, files: Vec<PathBuf>, ctx: &egui::Context) {
        let others = if scope == Scope::Everything { self.own_files() } else { Vec::new() };
        let left = files.iter().chain(&others).cloned().collect();
        self.history.deleting = Some(Deleting { scope, left });
        for path in files {
            self.hand(Job::Remove { path }, ctx);
        }
        for path in others {
            self.hand_settings_job(Job::Remove { path }, ctx);
        }
        self.see_deleted(None, ctx);
    }

    /// Notes that a file has gone; the last one ends the deleting.
    pub(super) fn see_deleted(&mut self, gone: Option<&Path>, ctx: &egui::Context) {
        let Some(deleting) = &mut self.history.deleting else { return };
        deleting.left.retain(|left| Some(left.as_path()) != gone);
        if deleting.left.is_empty() {
            let scope = deleting.scope;
            self.history.deleting = None;
            self.send(Msg::History(HistoryMsg::Deleted(scope)), ctx, None);
        }
    }

    /// Whether something is being deleted.
    pub(super) fn is_deleting(&self) -> bool {
        self.history.deleting.is_some()
    }

    /// Says that something could not be written, or removed, yet.
    fn say_history_failed(&mut self, error: &StoreError, ctx: &egui::Context) {
        let why = why(&self.model, error);
        let msg = match error.doing {
            Doing::Remove => Msg::History(HistoryMsg::NotDeleted(why)),
            _ => Msg::HistoryNotSaved(why),
        };
        self.send(msg, ctx, None);
    }

    /// What the files' threads have to say.
    pub(super) fn receive_history(&mut self, ctx: &egui::Context) {
        self.receive_read(ctx);
        for writer in 0..self.history.failing.len() {
            while let Some(told) = self.next_told(writer) {
                match told {
                    Told::NotYet(error) => {
                        self.set_failing(writer, true);
                        self.say_history_failed(&error, ctx);
                    }
                    Told::Written => {
                        self.set_failing(writer, false);
                        // The message stands as long as one of the two can not write.
                        if self.history.failing == [false; 2] {
                            self.send(Msg::History(HistoryMsg::Written), ctx, None);
                        }
                    }
                    Told::Shorter(_) => self.send(Msg::History(HistoryMsg::Shorter), ctx, None),
                    Told::Removed(path) => self.see_deleted(Some(&path), ctx),
                }
            }
        }
        if let Some(shown) = self.history.showing.as_ref().and_then(|showing| showing.try_recv().ok()) {
            self.history.showing = None;
            if shown.is_err() {
                self.send(Msg::History(HistoryMsg::FileNotShown), ctx, None);
            }
        }
        self.receive_transfers(ctx);
    }

    fn next_told(&self, writer: usize) -> Option<Told> {
        if writer == 0 { self.history.guard_writer.told() } else { self.history.writer.told() }
    }

    fn set_failing(&mut self, writer: usize, fails: bool) {
        if let Some(failing) = self.history.failing.get_mut(writer) {
            *failing = fails;
        }
    }

    /// What was read: the first time, or again because somebody else wrote.
    fn receive_read(&mut self, ctx: &egui::Context) {
        let Some(reading) = &self.history.reading else { return };
        let found = match reading.try_recv() {
            Ok(found) => found,
            Err(TryRecvError::Empty) => return,
            // The thread has died. That is no history without entries: it was not read.
            Err(TryRecvError::Disconnected) => Found::not_read(),
        };
        self.history.reading = None;
        let is_first = std::mem::take(&mut self.history.is_first);
        if let Some(marks) = found.marks {
            self.history.marks = marks;
        }
        if let (Some((copied, mended)), Ok(path)) = (found.mended, self.history.path.clone()) {
            // By the writer, and of what stands there then: a line that was appended meanwhile stays.
            let change =
                move |text: &str| text.strip_prefix(&*copied).map_or_else(|| text.to_owned(), |more| mended.clone() + more);
            self.hand(Job::Change { path, change: Box::new(change) }, ctx);
        }
        if let Some(read) = found.read {
            let reasons =
                |all: &[super::history_read::Failure]| all.iter().map(|failure| why_of(&self.model, failure)).collect::<Vec<_>>();
            let read =
                HistoryRead { failures: reasons(&found.failures), guard_failure: reasons(&found.guard_failure).pop(), ..*read };
            let msg = if is_first { Msg::HistoryRead(Box::new(read)) } else { Msg::History(HistoryMsg::Reread(Box::new(read))) };
            self.send(msg, ctx, None);
        }
        if std::mem::take(&mut self.history.again) {
            self.history.refresh(ctx);
        }
    }
}

/// A text that is shared with a thread without being copied: a history may be long.
pub(super) type Shared = Arc<str>;

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::history::Guard;

    /// Waits for a file to hold this; a writer's thread needs a moment.
    fn comes_to_hold(path: &Path, text: &str) -> bool {
        (0..200).any(|_| {
            std::thread::sleep(Duration::from_millis(10));
            store::read_text(path).is_ok_and(|there| there == text)
        })
    }

    /// A history that can not be written keeps nothing from closing the day.
    #[test]
    fn what_the_limit_needs_does_not_wait_behind_a_history_that_cannot_be_written() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("history.ron");
        store::make_folder(&path).expect("a folder of that name");
        let files = Files::open(Ok(path.clone()), Clock::start(), &egui::Context::default());
        let line = "lock(at: \"2026-11-22T09:00:00+00:00\")\n".to_owned();
        files.hand(Job::Append { path: path.clone(), header: HEADER, lines: line }).expect("handed over");
        let guard = Guard { locks: vec![jiff::civil::date(2026, 11, 22)], ..Guard::default() }.encode();
        files.hand(Job::Replace { path: guard_beside(&path), bytes: guard.clone().into_bytes() }).expect("handed over");
        assert!(comes_to_hold(&guard_beside(&path), &guard), "the guard waits behind the history");
    }
}
