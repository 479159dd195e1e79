//! Reads the history and what is kept beside it, on a thread of its own.
//!
//! Not the writing: see `history.rs`. Invariant: what could not be read is told apart from what is not there, and
//! nothing of a damaged line leaves this file: a journal is not private.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::{
    app::HistoryRead,
    history::{self, Decoded, Guard, GuardFile},
    platform::{
        clock::{self, Clock},
        console,
        store::{self, Mark, Reason, StoreError},
    },
};

/// A text that is shared with a thread without being copied: a history may be long.
pub(super) type Shared = Arc<str>;

/// How history and guard look from outside; two that differ have been written to.
pub(super) type Marks = [Option<Mark>; 2];

/// Why something could not be read.
#[derive(Debug)]
pub(super) enum Failure {
    /// The system, or one of our limits, is in the way.
    Store(StoreError),
    /// Too many of its lines are damaged for it to be a history.
    TooDamaged,
    /// The thread that reads has died.
    NoThread,
    /// The disk did not answer in time.
    TooSlow,
}

/// What was found on the disk.
#[derive(Default)]
pub(super) struct Found {
    /// What it says; nothing if it has not changed.
    pub(super) read: Option<Box<HistoryRead>>,
    /// Why the history could not be read or be put right.
    pub(super) failures: Vec<Failure>,
    /// Why the guard could not be read.
    pub(super) guard_failure: Vec<Failure>,
    /// A damaged text that was kept as a copy, or one in another form, and the same as it should be.
    pub(super) mended: Option<(Shared, String)>,
    /// How the files looked before they were read.
    pub(super) marks: Option<Marks>,
}

impl Found {
    /// What is known where nobody could read.
    pub(super) fn not_read(failure: Failure) -> Self {
        let read = HistoryRead { guard_file: GuardFile::Unread, ..HistoryRead::default() };
        Self { read: Some(Box::new(read)), failures: vec![failure], ..Self::default() }
    }
}

/// Where the limit's own file stands: beside the history.
pub(super) fn guard_beside(history: &Path) -> PathBuf {
    history.with_file_name("limit.ron")
}

/// Reads the history. A damaged one is kept as a copy; only with that may the lines that cannot be read be taken out of
/// it, so that they are told once and not at every start.
pub(super) fn read_history(path: &Path, clock: Clock) -> Found {
    let (mut found, text, decoded) = read(path);
    if let (Some(text), Some(Decoded { mended: Some(mended), unreadable, .. })) = (text, decoded) {
        if unreadable == 0 {
            // Nothing is lost: it was saved in another form of text, to which no line can be added.
            found.mended = Some((text.into(), mended));
            return found;
        }
        match store::keep_damaged(path, &clock::file_stamp(clock.now().stamp)) {
            Ok(copy) => {
                if let Some(read) = &mut found.read {
                    read.damaged_copy = Some(copy);
                }
                found.mended = Some((text.into(), mended));
            }
            Err(error) => found.failures.push(Failure::Store(error)),
        }
    }
    found
}

/// Reads it again, if it looks otherwise than it did.
pub(super) fn reread_history(path: &Path, marks: Marks) -> Found {
    if marks_of(path) == marks { Found::default() } else { read(path).0 }
}

fn marks_of(path: &Path) -> Marks {
    [store::mark(path), store::mark(&guard_beside(path))]
}

fn read(path: &Path) -> (Found, Option<String>, Option<Decoded>) {
    // Before the reading: what is written in the middle of it is then seen the next time.
    let mut found = Found { marks: Some(marks_of(path)), ..Found::default() };
    let mut read = HistoryRead::default();
    match store::read_text(&guard_beside(path)) {
        Ok(text) => (read.guard, read.guard_file) = Guard::decode(&text),
        Err(error) if error.reason == Reason::Missing => {}
        Err(error) => {
            // Bytes that are no text are damage like any other; what could not be read may be sound.
            let is_damaged = matches!(error.reason, Reason::NotText | Reason::TooLarge);
            read.guard_file = if is_damaged { GuardFile::Damaged } else { GuardFile::Unread };
            found.guard_failure.push(Failure::Store(error));
        }
    }
    let text = match store::read_lines(path) {
        Ok(text) => Some(text),
        Err(error) => {
            if error.reason != Reason::Missing {
                found.failures.push(Failure::Store(error));
            }
            None
        }
    };
    let mut decoded = text.as_deref().map(history::decode);
    if let Some(decoded) = &mut decoded {
        if decoded.too_damaged {
            found.failures.push(Failure::TooDamaged);
        }
        if let Some(first) = decoded.warnings.first() {
            let count = decoded.unreadable;
            console::complain(&format!("{}: lines that could not be read: {count}. The first of them: {first}", path.display()));
        }
        // Nothing is added to what is not understood.
        read.read_only = decoded.read_only || decoded.too_damaged;
        read.entries = std::mem::take(&mut decoded.entries);
    }
    found.read = Some(Box::new(read));
    (found, text, decoded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::{Entry, HEADER, encode_line};
    use crate::moment::Stamp;
    use jiff::{civil::date, tz::Offset};

    fn line(hour: i8) -> String {
        encode_line(&Entry::lock(Stamp::new(date(2026, 11, 22).at(hour, 0, 0, 0), Offset::UTC)))
    }

    fn put(path: &Path, text: &[u8]) {
        store::write_private(path, text).expect("written");
    }

    #[test]
    fn what_cannot_be_read_is_told_apart_from_what_is_not_there() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("history.ron");
        let state = |path: &Path| {
            let found = read_history(path, Clock::start());
            let read = found.read.expect("read");
            (found.failures.len(), read.guard_file, read.guard.is_some(), read.entries.len())
        };
        assert_eq!(state(&path), (0, GuardFile::Sound, false, 0), "a first start");
        put(&path, format!("{HEADER}{}", line(9)).as_bytes());
        put(&guard_beside(&path), &[0; 300]);
        assert_eq!(state(&path), (0, GuardFile::Damaged, false, 1), "zero-filled");
        store::remove(&guard_beside(&path)).expect("removed");
        store::make_folder(&guard_beside(&path)).expect("a folder in its place");
        assert_eq!(state(&path), (0, GuardFile::Unread, false, 1));
        store::remove(&path).expect("removed");
        store::make_folder(&path).expect("a folder in its place");
        assert_eq!(state(&path), (1, GuardFile::Unread, false, 0));
    }

    #[test]
    fn a_history_in_another_form_of_text_is_put_right_without_a_copy() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("history.ron");
        let text = format!("{HEADER}{}", line(9));
        let bytes: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        put(&path, &bytes);
        let found = read_history(&path, Clock::start());
        let read = found.read.expect("read");
        assert_eq!((read.entries.len(), read.damaged_copy, found.failures.len()), (1, None, 0));
        let (before, after) = found.mended.expect("put right");
        assert_eq!((&*before, after), (store::read_lines(&path).expect("there").as_str(), text));
    }

    #[test]
    fn it_is_read_again_only_where_somebody_wrote() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("history.ron");
        put(&path, format!("{HEADER}{}", line(9)).as_bytes());
        let first = read_history(&path, Clock::start());
        let marks = first.marks.expect("how they looked");
        assert!(reread_history(&path, marks).read.is_none(), "nothing has changed");
        put(&path, format!("{HEADER}{}{}", line(9), line(10)).as_bytes());
        let again = reread_history(&path, marks).read.expect("another window wrote");
        assert_eq!(again.entries.len(), 2);
    }

    #[test]
    fn lines_of_one_letter_are_no_history_and_are_left_as_they_are() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("history.ron");
        let text = "x\n".repeat(history::DAMAGED_LINES_LIMIT + 2);
        put(&path, text.as_bytes());
        let found = read_history(&path, Clock::start());
        assert!(matches!(found.failures.as_slice(), [Failure::TooDamaged]), "{:?}", found.failures);
        assert!(found.mended.is_none() && found.read.is_some_and(|read| read.read_only && read.damaged_copy.is_none()));
        assert_eq!(store::read_text(&path).expect("there"), text);
    }
}
