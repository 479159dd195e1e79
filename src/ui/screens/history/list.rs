//! The entries of the month that shows, the newest first; each opens close up.
//!
//! Invariant: as many rows are drawn as are listed, and no more are listed than were asked for.

use eframe::egui::{Role, Ui};
use jiff::civil::Date;

use crate::{
    app::{EntryLine, HistoryMsg, Msg},
    content::fill,
    drawing::Token,
    history::Entry,
    ui::{
        View,
        layout::{
            Node, Width, controls,
            parts::{self, Tile},
        },
        metrics::{TextRole, Weight as FontWeight},
        pane::Pane,
        widgets::button::{Button, Weight},
    },
};

/// How the columns after the first, which is as wide as its words, share the rest: what, how far, how it felt.
const SHARES: [f32; 3] = [0.5, 0.27, 0.23];

/// The card.
pub(super) fn show(pane: &mut Pane<'_, '_>) {
    let (view, metrics, words) = (pane.view, pane.metrics(), &pane.view.model.book.history.list);
    let (entries, more) = view.model.history.listed(view.model.now.date());
    if entries.is_empty() {
        return pane.card(view.quiet(words.none.as_str()));
    }
    let width = pane.width() - 2.0 * pane.card_pad();
    let mut rows = rows(pane, entries, width);
    if more > 0 {
        let button = view.button(Weight::Quiet, &words.more).height(metrics.button_small);
        rows.extend([view.rule(), Node::row([view.press(button, Msg::History(HistoryMsg::More))])]);
    }
    let inside = Node::column(rows).pads(pane.card_pad() - metrics.gap_8, metrics.gap_4);
    pane.put(parts::card(view.kit, false, inside));
}

/// The entries of one day, to choose from.
pub(super) fn day(pane: &mut Pane<'_, '_>, date: Date) {
    let (view, words) = (pane.view, &pane.view.model.book.history);
    let entries: Vec<_> = view.model.history.log.within(date, date).collect();
    let title = words.dates.day(date);
    pane.over("day", &title, "", Msg::History(HistoryMsg::Cancel), |pane, opens| {
        let rows = rows(pane, entries.clone(), pane.width());
        pane.put(Node::column(rows));
        let close = Button::new(view.kit, Weight::Secondary, &words.entry.close);
        pane.answers(opens, vec![(close, Msg::History(HistoryMsg::Cancel))]);
    });
}

/// A row for each entry, with lines between them.
fn rows<'a>(pane: &Pane<'_, 'a>, entries: Vec<&Entry>, width: f32) -> Vec<Node<'a>> {
    let (view, metrics, words) = (pane.view, pane.metrics(), &pane.view.model.book.history.list);
    let lines: Vec<_> = entries.into_iter().map(|entry| (entry.name(), view.model.entry_line(entry))).collect();
    let when = lines.iter().map(|(_, line)| parts::measured(pane.ui, view.kit, metrics.nav, &line.when, Width::Natural).x);
    let when = when.fold(0.0, f32::max).ceil() + metrics.gap_16;
    let columns = lines.iter().map(|(_, line)| columns(pane.ui, view, line, when, width)).min().unwrap_or(1);
    let mut rows = Vec::new();
    for (index, (name, line)) in lines.into_iter().enumerate() {
        if index > 0 {
            rows.push(view.rule());
        }
        let tile = Tile { name: fill(&words.look, &[("what", &line.whole())]), role: Role::Button, selected: None };
        let row = row(view, &line, columns, when).pads(metrics.gap_8, metrics.gap_8).least_height(metrics.button_small);
        rows.push(controls::lit(view, tile, Some(Msg::History(HistoryMsg::Look(name))), row));
    }
    rows
}

/// What a row says: when, what and by which plan, how far, how it felt.
fn cells<'a>(view: View<'a>, line: &EntryLine) -> [Node<'a>; 4] {
    let (kit, metrics) = (view.kit, view.metrics());
    let felt = TextRole { weight: FontWeight::Semibold, ..metrics.nav };
    let mut what = vec![parts::paint(kit, metrics.nav, Token::Ink, line.what.as_str())];
    if !line.plan.is_empty() {
        what.push(parts::paint(kit, metrics.meta, Token::Ink2, line.plan.as_str()));
    }
    [
        parts::paint(kit, metrics.nav, Token::Ink, line.when.as_str()),
        Node::wrap(what).gap_across(metrics.gap_12),
        parts::paint(kit, metrics.nav, Token::Ink2, line.detail.as_str()),
        parts::paint(kit, felt, if line.worse { Token::NoteInk } else { Token::Ink }, line.felt.as_str()),
    ]
}

/// How many columns a row finds room for: all four, two, or one.
fn columns(ui: &Ui, view: View<'_>, line: &EntryLine, when: f32, width: f32) -> usize {
    let (metrics, cells) = (view.metrics(), cells(view, line));
    let room = width - when - metrics.gap_8 * (SHARES.len() + 2) as f32;
    let fits = cells.iter().skip(1).zip(SHARES).all(|(cell, share)| cell.narrowest(ui) <= room * share);
    if width >= metrics.over * 0.8 && fits {
        return cells.len();
    }
    parts::columns(ui, width - 2.0 * metrics.gap_8, metrics.gap_8, metrics.position_thumb, 2, &cells)
}

fn row<'a>(view: View<'a>, line: &EntryLine, columns: usize, when: f32) -> Node<'a> {
    let gap = view.metrics().gap_8;
    let cells = cells(view, line);
    if columns < cells.len() {
        return Node::grid(columns, cells).gap_across(gap);
    }
    let [first, rest @ ..] = cells;
    let rest = rest.into_iter().zip(SHARES).map(|(cell, share)| cell.share(share));
    Node::row(std::iter::once(first.width(when)).chain(rest).collect::<Vec<_>>()).gap(gap)
}
