//! The card about the file: where it lies, taking one in, deleting it.

use crate::{
    app::{HistoryMsg, Msg, Scope},
    content::fill,
    ui::{
        layout::{Node, parts},
        pane::Pane,
        widgets::button::Weight,
    },
};

/// The card.
pub(super) fn show(pane: &mut Pane<'_, '_>) {
    let (view, metrics, words) = (pane.view, pane.metrics(), &pane.view.model.book.history);
    let state = &view.model.history;
    let nothing = state.log.is_empty() && state.trouble.is_empty();
    let all = [
        (Weight::Secondary, &words.files.show, HistoryMsg::ShowFile, true),
        (Weight::Secondary, &words.import.button, HistoryMsg::Import, !view.model.history_read_only && !state.pending),
        (Weight::Danger, &words.files.delete, HistoryMsg::AskDeleteAll(Scope::History), !nothing),
    ];
    let shown = all.into_iter().filter(|(.., shows)| *shows).map(|(weight, label, message, _)| {
        view.press(view.button(weight, label).height(metrics.button_small), Msg::History(message))
    });
    let path = fill(&words.files.detail, &[("path", &state.path)]);
    pane.card(Node::column([
        parts::heading(view.kit, metrics.h3, 2, words.files.title.as_str()),
        view.meta(path).most_width(metrics.reading_width),
        Node::space(metrics.gap_8),
        Node::wrap(shown.collect::<Vec<_>>()).gap(metrics.gap_12),
    ]));
}
