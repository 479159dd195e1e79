//! Between the day and the history: what is read at the start, and what is written as a session goes on.
//!
//! Not the file and not the limit. Invariant: the day holds an entry before it is written down, so the limit holds in
//! this run whatever becomes of the writing.

use crate::{
    app::{Effect, HistoryRead, Model},
    content::fill,
    history::Entry,
};

/// Takes in what was found where the history is kept, and says what is wrong with it.
pub(super) fn take_in(model: &mut Model, read: HistoryRead) {
    model.day.remember(&read.entries);
    model.history_read_only = read.read_only;
    let words = &model.book.words.notice;
    let mut notices = Vec::new();
    if let Some(copy) = &read.damaged_copy {
        notices.push(fill(&words.history_damaged, &[("path", &copy.display().to_string())]));
    }
    if read.read_only {
        notices.push(words.history_newer.clone());
    }
    notices.extend(read.failures.iter().map(|why| fill(&words.history_unread, &[("why", why)])));
    model.notices.extend(notices);
}

/// Has an entry written down, unless a newer program keeps the history.
pub(super) fn keep(model: &Model, entry: Entry, effects: &mut Vec<Effect>) {
    if !model.history_read_only {
        effects.push(Effect::AppendHistory(Box::new(entry)));
    }
}
