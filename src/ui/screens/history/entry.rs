//! One entry close up: its facts, the person's own note after a stop, and the way to delete it.
//!
//! Invariant: nothing is noted unless it is picked here, and "No note" is always one of the choices.

use crate::{
    app::{HistoryMsg, Msg},
    content::fill,
    history::{Ending, Entry, EntryId, Noted},
    ui::{
        View,
        layout::{Node, parts},
        pane::Pane,
        widgets::button::Weight,
    },
};

/// The card.
pub(super) fn show(pane: &mut Pane<'_, '_>, name: EntryId) {
    let (view, metrics, words) = (pane.view, pane.metrics(), &pane.view.model.book.history);
    let Some(entry) = view.model.history.log.get(name) else { return };
    let line = view.model.entry_line(entry);
    let title = format!("{}: {}", line.when, line.what);
    pane.over("entry", &title, "", Msg::History(HistoryMsg::Cancel), |pane, opens| {
        let mut facts: Vec<_> = view
            .model
            .entry_facts(entry)
            .into_iter()
            .map(|(fact, value)| {
                let fact = view.quiet(fact).basis(metrics.gap_48 * 3.0);
                Node::wrap([fact, view.body(value).basis(metrics.tile_least)]).top().gap_across(metrics.gap_12)
            })
            .collect();
        facts.extend(entry.locked_on().map(|day| view.body(fill(&words.entry.locked, &[("day", &words.dates.day(day))]))));
        match entry {
            Entry::Session(session) if session.ending == Ending::Stopped && !view.model.history_read_only => {
                facts.push(notes(view, name, session.noted));
            }
            Entry::Lock { .. } => facts.push(view.quiet(words.entry.lock_detail.as_str())),
            _ => {}
        }
        pane.put(Node::column(facts).gap(metrics.gap_4));
        let button = |weight, label| view.button(weight, label).height(metrics.button_small);
        let mut answers = vec![(button(Weight::Primary, &words.entry.close), Msg::History(HistoryMsg::Cancel))];
        // What a newer program wrote is not changed by this one.
        if !view.model.history_read_only {
            answers.push((button(Weight::Danger, &words.entry.delete), Msg::History(HistoryMsg::AskDelete(name))));
        }
        pane.answers(opens, answers);
    });
}

/// What made one stop: only if the person likes.
fn notes(view: View<'_>, name: EntryId, noted: Option<Noted>) -> Node<'_> {
    let (metrics, words) = (view.metrics(), &view.model.book.history.entry);
    let all = std::iter::once((None, words.no_note.as_str()));
    let all = all.chain(Noted::ALL.map(|noted| (Some(noted), view.model.noted_words(noted))));
    let choices = all
        .map(|(choice, label)| view.radio(label, choice == noted, metrics.gap_36, Msg::History(HistoryMsg::Note(name, choice))));
    let head = [
        Node::space(metrics.gap_8),
        view.rule(),
        Node::space(metrics.gap_8),
        parts::heading(view.kit, metrics.h3, 3, words.noted.as_str()),
        view.meta(words.noted_detail.as_str()),
    ];
    let choices = view.radio_group(words.noted.as_str(), Node::column(choices.collect::<Vec<_>>()));
    Node::column(head.into_iter().chain([choices]).collect::<Vec<_>>())
}
