//! Between the day and the history: what is read, at the start and again, and what is written as a session goes on.
//!
//! Not the files and not the limit. Invariant: the day holds an entry before it is written down, so the limit holds in
//! this run whatever becomes of the writing; and what closes a day is on its way to the disk before what tells of it.

use super::{navigate, notice::tell};
use crate::{
    app::{Effect, HistoryEffect, HistoryRead, Model, SessionStage, Trouble},
    content::fill,
    history::{Entry, GuardFile, Log, Restrictions},
    settings::Settings,
};

/// Takes in what was found where the history is kept, and says what is wrong with it.
pub(super) fn take_in(model: &mut Model, read: HistoryRead, effects: &mut Vec<Effect>) {
    model.history_read_only = read.read_only;
    // What was written down before it was read stands in both.
    let known = [&read.entries, model.history.log.entries()].concat();
    model.history.log = Log::new(known);
    model.history.pending = false;
    close(model, &read, false);
    let (guard_read, unknown) = (read.guard, model.history.unknown);
    let mut trouble: Vec<Trouble> = read.failures.into_iter().map(Trouble::Unread).collect();
    trouble.extend(read.damaged_copy.map(Trouble::Damaged));
    // One that is too damaged is not added to either; that is said already.
    trouble.extend((read.read_only && trouble.is_empty()).then_some(Trouble::Newer));
    // Of a file that is damaged, or could not be read, a loss is known already.
    if trouble.is_empty() && guard_read.is_some_and(|guard| guard.misses_some_of(&model.history.log)) {
        trouble.push(Trouble::Shorter);
    }
    let words = &model.book.words.notice;
    let notices = trouble.iter().map(|trouble| match trouble {
        Trouble::Damaged(copy) => fill(&words.history_damaged, &[("path", &copy.display().to_string())]),
        Trouble::Newer => words.history_newer.clone(),
        Trouble::Unread(why) => fill(&words.history_unread, &[("why", why)]),
        Trouble::Shorter => model.book.history.trouble.shorter.clone(),
    });
    let mut notices: Vec<String> = notices.collect();
    notices.extend(read.guard_failure.map(|why| fill(&words.history_unread, &[("why", &why)])));
    notices.extend(unknown.then(|| model.book.history.unknown.notice.clone()));
    model.notices.extend(notices);
    model.history.trouble = trouble;
    // What is there now is what the next start is held against; a loss is said once.
    if is_worth_a_guard(model) {
        guard(model, effects);
    }
}

/// Takes in what another window, or another computer, has written meanwhile. What is closed by it is closed at once.
pub(super) fn take_again(model: &mut Model, read: &HistoryRead, effects: &mut Vec<Effect>) {
    if model.history.pending {
        return; // The first reading is still to come, and brings all of it.
    }
    let before = (model.history.log.clone(), restricted(&model.settings));
    if read.failures.is_empty() {
        model.history_read_only = read.read_only;
        let own = &model.history.own;
        let (ours, theirs) = (model.history.log.entries().iter(), read.entries.iter());
        let ours = ours.filter(|entry| own.contains(&entry.name()));
        let all = theirs.filter(|entry| !own.contains(&entry.name())).chain(ours).cloned().collect();
        model.history.log = Log::new(all);
        model.history.trouble.retain(|trouble| !matches!(trouble, Trouble::Unread(_)));
    }
    close(model, read, true);
    if before != (model.history.log.clone(), restricted(&model.settings)) {
        guard(model, effects);
    }
    // The questions were asked with what was known when they began.
    let is_asked_anew = before.1 != restricted(&model.settings);
    if is_asked_anew {
        model.waiting_pass = None;
    }
    let is_closed = match model.session {
        Some(SessionStage::WarmUp(_) | SessionStage::Position(_)) => is_asked_anew || !model.may_begin(),
        Some(SessionStage::Gates(_) | SessionStage::EasyOnly(..)) => is_asked_anew || !model.may_move(),
        _ => false,
    };
    if is_closed {
        navigate::closed(model);
    }
}

/// Closes what was read to be closed, and what can not be known to be open. What was known once is known: a later look
/// that fails takes nothing away.
fn close(model: &mut Model, read: &HistoryRead, again: bool) {
    model.day.remember(&read.entries);
    if !again || matches!(read.guard_file, GuardFile::Sound | GuardFile::Newer) {
        model.history.guard_file = read.guard_file;
    }
    let is_whole = read.failures.is_empty() && read.damaged_copy.is_none();
    let unknown = match (&read.guard, read.guard_file) {
        (Some(_), _) => false,
        (None, GuardFile::Damaged | GuardFile::Unread) => !is_whole || read.entries.is_empty(),
        (None, GuardFile::Sound | GuardFile::Newer) => !read.failures.is_empty(),
    };
    model.history.unknown = unknown && (!again || model.history.unknown);
    if unknown && !again && read.guard_file != GuardFile::Unread {
        // The file is written anew, and the next start must not find an open day in it.
        model.day.close_unknown(model.now);
    }
    if let Some(guard) = &read.guard {
        model.day.guarded_by(guard, model.now);
        // What this run has lifted is lifted, also while the file does not say so yet.
        model.history.restricted = match (model.history.restricted, guard.restricted) {
            (Some(known), Some(said)) if model.history.lifted && said != known => Some(known),
            (_, said) => said,
        };
        model.history.lifted &= guard.restricted != model.history.restricted;
    }
    restrict(model);
}

/// Lays over the settings what is kept beside the history. Where the settings are damaged and nothing else says
/// whether a sign waits for a check, it does: the question costs a tap, and a check that was lost could cost more.
pub(super) fn restrict(model: &mut Model) {
    if model.settings_pending || model.history.pending {
        return;
    }
    let unsaid = Restrictions { needs_check: model.settings_unsaid, ..Restrictions::default() };
    let closed = restricted(&model.settings).and(model.history.restricted.unwrap_or(unsaid));
    let settings = &mut model.settings;
    (settings.needs_check, settings.avoid_back_lying) = (closed.needs_check, closed.avoid_back_lying);
    (settings.avoid_floor, settings.avoid_pressing) = (closed.avoid_floor, closed.avoid_pressing);
}

/// What the settings close.
pub(super) fn restricted(settings: &Settings) -> Restrictions {
    let Settings { needs_check, avoid_back_lying, avoid_floor, avoid_pressing, .. } = *settings;
    Restrictions { needs_check, avoid_back_lying, avoid_floor, avoid_pressing }
}

/// Remembers an entry, and has it written down, unless a newer program keeps the history.
///
/// What the limit needs goes first, with the count of what the history holds by then: so a crash between the two
/// leaves a day that is closed, and no entry that seems to be missing.
pub(super) fn keep(model: &mut Model, entry: Entry, effects: &mut Vec<Effect>) {
    guard(model, effects);
    model.history.own.insert(entry.name());
    model.history.log.put(entry.clone());
    if !model.history_read_only {
        effects.push(Effect::AppendHistory(Box::new(entry)));
    }
}

/// Puts an entry in the place of all that the file says of it: what is taken back must be gone.
pub(super) fn rewrite(model: &mut Model, entry: Entry, effects: &mut Vec<Effect>) {
    guard(model, effects);
    model.history.own.insert(entry.name());
    model.history.log.put(entry.clone());
    if !model.history_read_only {
        effects.push(Effect::History(HistoryEffect::Rewrite(Box::new(entry))));
    }
}

/// Has kept what the limit needs to know, whatever becomes of the history's file: also where a newer program keeps
/// that one.
pub(super) fn guard(model: &Model, effects: &mut Vec<Effect>) {
    let may_write = !matches!(model.history.guard_file, GuardFile::Newer | GuardFile::Unread);
    // Before all is read, what is known is less than what stands there.
    if may_write && !model.history.pending && !model.settings_pending {
        let guard = model.day.guard(model.now, &model.history.log, restricted(&model.settings));
        effects.push(Effect::History(HistoryEffect::Guard(Box::new(guard))));
    }
}

/// Whether there is anything to keep: of a first start that did nothing, nothing stays.
pub(super) fn is_worth_a_guard(model: &Model) -> bool {
    !model.history.log.is_empty() || model.history.unknown || restricted(&model.settings).any()
}

/// Has the disk looked at again before something begins.
pub(super) fn refresh(model: &Model, effects: &mut Vec<Effect>) {
    if !model.history.path.is_empty() {
        effects.push(Effect::History(HistoryEffect::Refresh));
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
