//! The one question before something is deleted. Cancel has the keyboard.

use crate::{
    app::{HistoryMsg, Msg, Scope},
    content::fill,
    history::EntryId,
    ui::{pane::Pane, pane::flow::Question},
};

/// "Delete this entry?"
pub(super) fn delete(pane: &mut Pane<'_, '_>, name: EntryId) {
    let (model, words) = (pane.view.model, &pane.view.model.book.history.delete);
    let Some(entry) = model.history.log.get(name) else { return };
    let line = fill(&words.one, &[("what", &model.entry_line(entry).whole())]);
    ask(pane, &words.one_title, &line, HistoryMsg::Delete(name));
}

/// "Delete your history?", "Delete everything?"
pub(super) fn delete_all(pane: &mut Pane<'_, '_>, scope: Scope) {
    let words = &pane.view.model.book.history.delete;
    let (title, line) = match scope {
        Scope::History => (&words.history_title, &words.history),
        Scope::Everything => (&words.all_title, &words.all),
    };
    ask(pane, title, line, HistoryMsg::DeleteAll(scope));
}

fn ask(pane: &mut Pane<'_, '_>, title: &str, line: &str, yes: HistoryMsg) {
    let words = &pane.view.model.book.history.delete;
    pane.ask(&Question {
        name: "delete",
        title,
        detail: &[line, &words.limit_stays].join(" "),
        yes: (&words.delete, Msg::History(yes)),
        no: (&words.cancel, Msg::History(HistoryMsg::Cancel)),
    });
}
