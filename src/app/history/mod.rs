//! What is done on the History page, and what the machine reports about its files.
//!
//! Not the limit, and not the writing of what a session leaves (`remember.rs`). Invariant: nothing done here opens
//! pressing. The day keeps what it knew, whatever is deleted, noted or taken in.

mod ask;
mod msg;
mod said;
mod state;
mod warm_up;

pub use msg::{Exported, HistoryEffect, HistoryMsg, HistoryRead, ImportRead, Table};
pub use said::EntryLine;
pub use state::{CHART_WEEKS, HistoryPage, HistoryState, Open, Scope, Trouble};
pub(super) use warm_up::{WarmUpRun, note as note_warm_up};

use jiff::{ToSpan, civil::Date};

use crate::{
    app::{
        Effect, Model, PlanState, Route, Was,
        navigate::go,
        notice::{confirm, tell},
        remember, undo,
    },
    content::fill,
    history::{self, Entry, EntryId, Log, Noted},
    settings::Settings,
    sheet::Kind,
};

/// What opens for a day: its only entry, or all of them to choose from.
fn of_day(log: &Log, date: Date) -> Option<Open> {
    let mut entries = log.within(date, date).map(Entry::name);
    let first = entries.next()?;
    Some(if entries.next().is_some() { Open::Day(date) } else { Open::Entry(first) })
}

/// Takes one message of the page or about its files.
pub(super) fn update(model: &mut Model, msg: HistoryMsg, effects: &mut Vec<Effect>) {
    let today = model.now.date();
    match msg {
        HistoryMsg::Reading(path) => (model.history.pending, model.history.path) = (true, path),
        HistoryMsg::Month(step) => turn(model, step),
        HistoryMsg::ShowTable(table) => model.history.page.table = table,
        HistoryMsg::More => model.history.page.more += 1,
        HistoryMsg::Look(name) => model.history.page.open = model.history.log.get(name).map(|_| Open::Entry(name)),
        HistoryMsg::LookAtDay(date) => model.history.page.open = of_day(&model.history.log, date),
        HistoryMsg::Note(name, noted) => note(model, name, noted, effects),
        HistoryMsg::AskDelete(name) => model.history.page.open = Some(Open::AskDelete(name)),
        HistoryMsg::Delete(name) => delete(model, name, effects),
        HistoryMsg::AskDeleteAll(scope) => model.history.page.open = Some(Open::AskDeleteAll(scope)),
        HistoryMsg::DeleteAll(scope) => delete_all(model, scope, effects),
        HistoryMsg::AskExport => model.history.page.open = Some(Open::Export),
        HistoryMsg::Export(table) => {
            model.history.page.open = None;
            let log = &model.history.log;
            let text = if table == Table::Csv { history::csv(log) } else { history::export(log) };
            effects.push(Effect::History(HistoryEffect::Export(table, text)));
        }
        HistoryMsg::ForVisit => {
            model.sheet.kind = Kind::Clinician;
            go(model, Route::Sheet);
        }
        HistoryMsg::Import => effects.push(Effect::History(HistoryEffect::PickImport)),
        HistoryMsg::Merge => merge(model, effects),
        HistoryMsg::Cancel => model.history.page.open = None,
        HistoryMsg::ShowFile => effects.push(Effect::History(HistoryEffect::ShowFile)),
        HistoryMsg::Exported(outcome) => exported(model, outcome),
        HistoryMsg::ImportReading => model.history.page.open = Some(Open::Reading),
        HistoryMsg::ImportRead(read) => import_read(model, read),
        HistoryMsg::FileNotShown => {
            let words = fill(&model.book.history.files.not_shown, &[("path", &model.history.path)]);
            tell(model, words);
        }
        HistoryMsg::Written => written(model),
        HistoryMsg::Shorter => shorter(model),
        HistoryMsg::Reread(read) => remember::take_again(model, &read, effects),
        HistoryMsg::Deleted(scope) => deleted(model, scope),
        HistoryMsg::NotDeleted(why) => not_deleted(model, &why),
    }
    if model.history.month(today) > today {
        model.history.page.month = None;
    }
}

fn turn(model: &mut Model, step: isize) {
    let today = model.now.date();
    let (earlier, later) = model.history.month_steps(today);
    if (step < 0 && earlier) || (step > 0 && later) {
        let month = model.history.month(today).saturating_add(i64::try_from(step.signum()).unwrap_or(0).months());
        model.history.page.month = Some(month.first_of_month());
        model.history.page.more = 0;
    }
}

/// Notes what made the person stop, or takes the note back.
fn note(model: &mut Model, name: EntryId, noted: Option<Noted>, effects: &mut Vec<Effect>) {
    let Some(Entry::Session(session)) = model.history.log.get(name) else { return };
    let (before, entry) = (session.noted, Entry::Session(history::SessionEntry { noted, ..session.clone() }));
    if before == noted {
        return;
    }
    if before.is_some() {
        // A word that is taken back must be gone from the file as well, not only overruled by a later line.
        remember::rewrite(model, entry, effects);
    } else {
        remember::keep(model, entry, effects);
    }
}

fn delete(model: &mut Model, name: EntryId, effects: &mut Vec<Effect>) {
    model.history.page.open = None;
    let Some(entry) = model.history.log.remove(name) else { return };
    model.history.own.insert(name);
    if !model.history_read_only {
        effects.push(Effect::History(HistoryEffect::Forget(name)));
    }
    remember::guard(model, effects);
    undo::remember(model, Was::Entry(Box::new(entry)), true);
}

fn delete_all(model: &mut Model, scope: Scope, effects: &mut Vec<Effect>) {
    model.history.page = HistoryPage::default();
    model.history.trouble.clear();
    let entries = std::mem::take(&mut model.history.log).entries().to_vec();
    model.history.own.extend(entries.iter().map(Entry::name));
    model.undo = None;
    if scope == Scope::History && !entries.is_empty() {
        undo::remember(model, Was::History(entries), false);
    }
    model.history_read_only = false;
    if scope == Scope::History {
        // The day's limit stands, also after the next start.
        remember::guard(model, effects);
    }
    effects.push(Effect::History(HistoryEffect::DeleteAll(scope)));
    if scope == Scope::Everything {
        model.history.restricted = None;
        model.settings = Settings::default();
        model.settings_read_only = false;
        model.plan = PlanState::default();
        go(model, Route::Welcome);
    }
}

/// Only now is it said: what could not be deleted is still there.
fn deleted(model: &mut Model, scope: Scope) {
    if let Some(said) = model.history.undeleted.take() {
        model.notices.retain(|notice| *notice != said);
    }
    if let Some(undo) = &mut model.undo
        && let (Was::History(_), Scope::History) = (&undo.was, scope)
    {
        undo.is_done = true;
        return; // Said with the way back.
    }
    let words = &model.book.history.delete;
    let done = if scope == Scope::History { words.history_done.clone() } else { words.all_done.clone() };
    tell(model, done);
}

fn not_deleted(model: &mut Model, why: &str) {
    let notice = fill(&model.book.history.delete.not_yet, &[("why", why)]);
    if let Some(before) = model.history.undeleted.replace(notice.clone()) {
        model.notices.retain(|notice| *notice != before);
    }
    tell(model, notice);
}

fn merge(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Open::Import(preview)) = model.history.page.open.take() else { return };
    if preview.new.is_empty() || model.history_read_only {
        return;
    }
    let count = preview.new.len();
    model.day.remember(&preview.new);
    add(model, preview.new, effects);
    confirm(model, model.book.history.import.done.of(count));
}

/// Puts entries beside all that is there: from a file that is taken in, or back after they were deleted.
pub(super) fn add(model: &mut Model, entries: Vec<Entry>, effects: &mut Vec<Effect>) {
    // Before the history, so that no crash between the two opens what the new ones close.
    remember::guard(model, effects);
    model.history.own.extend(entries.iter().map(Entry::name));
    model.history.log = Log::new([model.history.log.entries(), &entries].concat());
    if !model.history_read_only {
        effects.push(Effect::History(HistoryEffect::Add(entries)));
    }
}

fn exported(model: &mut Model, outcome: Exported) {
    let words = &model.book.history.export;
    let notice = match outcome {
        Exported::Saved(path) => fill(&words.saved, &[("path", &path)]),
        Exported::SavedWithoutDialog(path) => fill(&words.no_dialog, &[("path", &path)]),
        Exported::Failed(why) => fill(&words.failed, &[("why", &why)]),
        Exported::Cancelled => return,
    };
    tell(model, notice);
}

fn import_read(model: &mut Model, read: ImportRead) {
    let page = &mut model.history.page;
    let waits = page.open == Some(Open::Reading);
    let open = match read {
        // The person has put it away meanwhile.
        ImportRead::Read(_) if !waits => return,
        ImportRead::Read(Ok(import)) => Open::Import(Box::new(import.against(&model.history.log, model.now.stamp))),
        ImportRead::Read(Err(why)) => Open::Refused(why),
        ImportRead::Cancelled => return,
        ImportRead::Failed(why) => {
            page.open = page.open.take().filter(|_| !waits);
            let notice = fill(&model.book.history.import.failed, &[("why", &why)]);
            return tell(model, notice);
        }
    };
    model.history.page.open = Some(open);
}

/// What could not be written is written now: the message about it has had its time.
fn written(model: &mut Model) {
    if let Some(said) = model.history.unwritten.take() {
        model.notices.retain(|notice| *notice != said);
        tell(model, model.book.history.files.written.clone());
    }
}

/// Somebody has shortened the file while the program ran; what was in it is still known here.
fn shorter(model: &mut Model) {
    if !model.history.trouble.contains(&Trouble::Shorter) {
        model.history.trouble.push(Trouble::Shorter);
        tell(model, model.book.history.trouble.shorter.clone());
    }
}
