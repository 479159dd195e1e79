//! Keeps the history's files: reads them, hands what is to be written to the threads that write, shows where they lie.
//!
//! Not their form: see [`crate::history`]; not the dialogs: see `transfer.rs`. Invariant: each file has one writer, so
//! that what the limit needs never waits behind a history that cannot be written; and lines that can not be read are
//! kept in a copy before they are taken out of the file.

use std::path::{Path, PathBuf};

use eframe::egui;

use super::{
    Shell,
    history_read::{Failure, Found, Marks, guard_beside, read_history, reread_history},
    inbox::{Answer, Inbox, Kept, Post},
};
use crate::{
    app::{HistoryEffect, HistoryMsg, HistoryRead, Msg, Scope},
    history::{self, Entry, HEADER},
    platform::{
        background,
        clock::Clock,
        reply::Reply,
        reveal::{self, Place, RevealAnswer},
        store::{self, Doing, Job, StoreError, Writer, WriterEvent},
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
    failing: Vec<Kept>,
    /// It is being read.
    is_reading: bool,
    /// What is read is the first reading: until then nothing may begin.
    is_first: bool,
    /// It was asked for while one was under way.
    again: bool,
    /// How the files looked when they were last read.
    marks: Marks,
    /// What is being deleted.
    deleting: Option<Deleting>,
    post: Post,
}

/// Files that are to be gone before anything is called deleted.
struct Deleting {
    scope: Scope,
    left: Vec<PathBuf>,
}

impl Files {
    /// Begins to read the history beside the window, so that ten years of it keep no window from opening.
    pub(super) fn open(path: Result<PathBuf, String>, clock: Clock, inbox: &Inbox) -> Self {
        let mut files = Self {
            path: path.clone(),
            writer: inbox.writer(Kept::History, "history writer"),
            guard_writer: inbox.writer(Kept::Guard, "limit writer"),
            failing: Vec::new(),
            is_reading: false,
            is_first: true,
            again: false,
            marks: Marks::default(),
            deleting: None,
            post: inbox.post(),
        };
        if let Ok(path) = path {
            files.read(move || read_history(&path, clock));
        }
        files
    }

    /// Reads beside the window. A thread that has died, or a disk that does not answer, has read nothing: that is no
    /// history without entries.
    fn read(&mut self, work: impl FnOnce() -> Found + Send + 'static) {
        self.is_reading = true;
        let post = self.post.clone();
        let found = move |found: Option<Found>| {
            post.put(Answer::History(Box::new(found.unwrap_or_else(|| Found::not_read(Failure::NoThread)))));
        };
        let in_time = move || {
            let read = background::within(background::FILE_WITHIN, "history file", work);
            read.unwrap_or_else(|_| Found::not_read(Failure::TooSlow))
        };
        background::run("history", Reply::new(found), in_time);
    }

    /// Where it is kept, for the person to see, if it is to be read.
    pub(super) fn told_path(&self) -> Option<String> {
        self.path.as_ref().ok().map(|path| path.display().to_string())
    }

    /// Looks at the disk again, beside the window, and reads what has changed there.
    pub(super) fn refresh(&mut self) {
        let Ok(path) = self.path.clone() else { return };
        if self.is_reading {
            self.again = true;
            return;
        }
        let marks = self.marks;
        self.read(move || reread_history(&path, marks));
    }

    /// Hands something to the thread that writes its file.
    fn enqueue(&self, job: Job) -> Result<(), StoreError> {
        let is_guard = self.path.as_ref().is_ok_and(|path| job.path() == guard_beside(path));
        if is_guard { self.guard_writer.enqueue(job) } else { self.writer.enqueue(job) }
    }
}

impl Shell {
    pub(super) fn append_history(&mut self, entry: &Entry, ctx: &egui::Context) {
        self.append(history::encode_line(entry), ctx);
    }

    fn append(&mut self, lines: String, ctx: &egui::Context) {
        match self.history.path.clone() {
            Ok(path) => self.enqueue(Job::Append { path, header: HEADER, lines }, ctx),
            Err(why) => self.send(Msg::HistoryNotSaved(why), ctx, None),
        }
    }

    /// Hands something to the writer. Where it had to be done here and now and failed, that is said.
    fn enqueue(&mut self, job: Job, ctx: &egui::Context) {
        if let Err(error) = self.history.enqueue(job) {
            let why = self.why().store(&error);
            self.send(Msg::HistoryNotSaved(why), ctx, None);
        }
    }

    pub(super) fn carry_out_history(&mut self, effect: HistoryEffect, ctx: &egui::Context, frame: Option<&eframe::Frame>) {
        let Ok(path) = self.history.path.clone() else {
            // There is no place for files; what was asked for is answered all the same.
            return match effect {
                HistoryEffect::Add(entries) => self.append(entries.iter().map(history::encode_line).collect(), ctx),
                HistoryEffect::DeleteAll(scope) => self.delete_all(scope, Vec::new(), ctx),
                HistoryEffect::Export(table, text) => self.export(table, text, frame),
                HistoryEffect::PickImport => self.pick_import(frame),
                _ => {}
            };
        };
        match effect {
            HistoryEffect::Guard(guard) => {
                self.enqueue(Job::Replace { path: guard_beside(&path), bytes: guard.encode().into_bytes() }, ctx);
            }
            HistoryEffect::Refresh => self.history.refresh(),
            HistoryEffect::Add(entries) => self.append(entries.iter().map(history::encode_line).collect(), ctx),
            HistoryEffect::Forget(name) => {
                self.enqueue(Job::Forget { path, change: Box::new(move |text| history::without(text, name)) }, ctx);
            }
            HistoryEffect::Rewrite(entry) => {
                // In one step, so that no crash comes between what goes and what comes.
                let (name, line) = (entry.name(), history::encode_line(&entry));
                let copies = Box::new(move |text: &str| history::without(text, name));
                self.enqueue(
                    Job::Change { path: path.clone(), change: Box::new(move |text| history::rewritten(text, name, &line)) },
                    ctx,
                );
                self.enqueue(Job::ForgetCopies { path, change: copies }, ctx);
            }
            HistoryEffect::DeleteAll(scope) => {
                // The limit's own file stays with the settings: the day's limit stands.
                let guard = (scope == Scope::Everything).then(|| guard_beside(&path));
                self.delete_all(scope, [path].into_iter().chain(guard).collect(), ctx);
            }
            HistoryEffect::Export(table, text) => self.export(table, text, frame),
            HistoryEffect::PickImport => self.pick_import(frame),
            HistoryEffect::ShowFile => {
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

    /// Has all of it removed; it is called deleted when every file has gone.
    fn delete_all(&mut self, scope: Scope, files: Vec<PathBuf>, ctx: &egui::Context) {
        let others = if scope == Scope::Everything {
            self.remove_pages();
            self.faults.remove_reports();
            self.own_files()
        } else {
            Vec::new()
        };
        let left = files.iter().chain(&others).cloned().collect();
        self.history.deleting = Some(Deleting { scope, left });
        for path in files {
            self.enqueue(Job::Remove { path }, ctx);
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
        let why = self.why().store(error);
        let msg = match error.doing {
            Doing::Remove => Msg::History(HistoryMsg::NotDeleted(why)),
            _ => Msg::HistoryNotSaved(why),
        };
        self.send(msg, ctx, None);
    }

    /// What a writer has to say.
    pub(super) fn hear_history_writer(&mut self, kept: Kept, told: Option<WriterEvent>, ctx: &egui::Context) {
        match told {
            None => {
                let why = self.why().stopped();
                self.send(Msg::HistoryNotSaved(why), ctx, None);
            }
            Some(WriterEvent::NotYet(error)) => {
                if !self.history.failing.contains(&kept) {
                    self.history.failing.push(kept);
                }
                self.say_history_failed(&error, ctx);
            }
            Some(WriterEvent::Written) => {
                self.history.failing.retain(|&failing| failing != kept);
                // The message stands as long as one of the two can not write.
                if self.history.failing.is_empty() {
                    self.send(Msg::History(HistoryMsg::Written), ctx, None);
                }
            }
            Some(WriterEvent::Shorter(_)) => self.send(Msg::History(HistoryMsg::Shorter), ctx, None),
            Some(WriterEvent::Removed(path)) => self.see_deleted(Some(&path), ctx),
        }
    }

    /// What was read: the first time, or again because somebody else wrote.
    pub(super) fn take_history(&mut self, found: Found, ctx: &egui::Context) {
        self.history.is_reading = false;
        let is_first = std::mem::take(&mut self.history.is_first);
        if let Some(marks) = found.marks {
            self.history.marks = marks;
        }
        if let (Some((copied, mended)), Ok(path)) = (found.mended, self.history.path.clone()) {
            // By the writer, and of what stands there then: a line that was appended meanwhile stays.
            let change =
                move |text: &str| text.strip_prefix(&*copied).map_or_else(|| text.to_owned(), |more| mended.clone() + more);
            self.enqueue(Job::Change { path, change: Box::new(change) }, ctx);
        }
        if let Some(read) = found.read {
            let why = self.why();
            let reasons = |all: &[Failure]| all.iter().map(|failure| why.history(failure)).collect::<Vec<_>>();
            let read =
                HistoryRead { failures: reasons(&found.failures), guard_failure: reasons(&found.guard_failure).pop(), ..*read };
            let msg = if is_first { Msg::HistoryRead(Box::new(read)) } else { Msg::History(HistoryMsg::Reread(Box::new(read))) };
            self.send(msg, ctx, None);
        }
        if std::mem::take(&mut self.history.again) {
            self.history.refresh();
        }
    }
}

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
        let files = Files::open(Ok(path.clone()), Clock::start(), &Inbox::new(&egui::Context::default()));
        let line = "lock(at: \"2026-11-22T09:00:00+00:00\")\n".to_owned();
        files.enqueue(Job::Append { path: path.clone(), header: HEADER, lines: line }).expect("handed over");
        let guard = Guard { locks: vec![jiff::civil::date(2026, 11, 22)], ..Guard::default() }.encode();
        files.enqueue(Job::Replace { path: guard_beside(&path), bytes: guard.clone().into_bytes() }).expect("handed over");
        assert!(comes_to_hold(&guard_beside(&path), &guard), "the guard waits behind the history");
    }
}
