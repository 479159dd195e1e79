//! Between the day and the history: what is read at the start, and what is written as a session goes on.
//!
//! Not the file and not the limit. Invariant: the day holds an entry before it is written down, so the limit holds in
//! this run whatever becomes of the writing.

use super::report::tell;
use crate::{
    app::{Effect, HistoryEffect, HistoryRead, Model, Trouble},
    content::fill,
    history::{Entry, Log},
};

/// Takes in what was found where the history is kept, and says what is wrong with it.
pub(super) fn take_in(model: &mut Model, read: HistoryRead, effects: &mut Vec<Effect>) {
    model.day.remember(&read.entries);
    model.history_read_only = read.read_only;
    // What was written down before it was read stands in both.
    let known = [&read.entries, model.history.log.entries()].concat();
    model.history.log = Log::new(known);
    model.history.pending = false;
    let mut trouble: Vec<Trouble> = read.failures.into_iter().map(Trouble::Unread).collect();
    trouble.extend(read.damaged_copy.map(Trouble::Damaged));
    trouble.extend(read.read_only.then_some(Trouble::Newer));
    if let Some(guard) = &read.guard {
        model.day.guarded_by(guard);
        // Of a file that is damaged, or could not be read, that is known already.
        if trouble.is_empty() && guard.misses_some_of(&model.history.log) {
            trouble.push(Trouble::Shorter);
        }
    }
    let words = &model.book.words.notice;
    let notices = trouble.iter().map(|trouble| match trouble {
        Trouble::Damaged(copy) => fill(&words.history_damaged, &[("path", &copy.display().to_string())]),
        Trouble::Newer => words.history_newer.clone(),
        Trouble::Unread(why) => fill(&words.history_unread, &[("why", why)]),
        Trouble::Shorter => model.book.history.trouble.shorter.clone(),
    });
    let notices: Vec<String> = notices.collect();
    model.notices.extend(notices);
    model.history.trouble = trouble;
    // What is there now is what the next start is held against; a loss is said once.
    if !model.history.log.is_empty() {
        guard(model, effects);
    }
}

/// Remembers an entry, and has it written down, unless a newer program keeps the history.
pub(super) fn keep(model: &mut Model, entry: Entry, effects: &mut Vec<Effect>) {
    model.history.log.put(entry.clone());
    if !model.history_read_only {
        effects.push(Effect::AppendHistory(Box::new(entry)));
    }
    guard(model, effects);
}

/// Has kept what the limit needs to know, whatever becomes of the history's file.
pub(super) fn guard(model: &Model, effects: &mut Vec<Effect>) {
    if !model.history_read_only && !model.history.pending {
        let guard = model.day.guard(model.now, &model.history.log);
        effects.push(Effect::History(HistoryEffect::Guard(Box::new(guard))));
    }
}

/// Says that something could not be written yet.
pub(super) fn not_saved(model: &mut Model, why: &str) {
    let notice = fill(&model.book.words.notice.history_failed, &[("why", why)]);
    if let Some(before) = model.history.unwritten.replace(notice.clone()) {
        model.notices.retain(|notice| *notice != before);
    }
    tell(model, notice);
}
