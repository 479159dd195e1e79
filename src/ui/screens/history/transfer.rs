//! Taking the history out, and looking at one before it is taken in.
//!
//! Invariant: what would be added is shown, with what would not be and why, before anything is.

use crate::{
    app::{HistoryMsg, Msg, Table},
    content::fill,
    history::{Preview, Reason, Refused},
    ui::{
        View,
        layout::Node,
        pane::Pane,
        widgets::button::{Button, Weight},
    },
};

const CANCEL: Msg = Msg::History(HistoryMsg::Cancel);

fn small<'a>(view: View<'a>, weight: Weight, label: &'a str) -> Button<'a> {
    view.button(weight, label).height(view.metrics().button_small)
}

/// Which form?
pub(super) fn export(pane: &mut Pane<'_, '_>) {
    let (view, metrics, words) = (pane.view, pane.metrics(), &pane.view.model.book.history.export);
    pane.over("export", &words.title, &words.private, CANCEL, |pane, opens| {
        for (label, detail, table) in [(&words.csv, &words.csv_detail, Table::Csv), (&words.ron, &words.ron_detail, Table::Ron)] {
            let way = view.press(view.button(Weight::Secondary, label), Msg::History(HistoryMsg::Export(table)));
            pane.put(Node::column([way, view.meta(detail.as_str())]).gap(metrics.gap_4));
        }
        pane.answers(opens, vec![(small(view, Weight::Quiet, &words.cancel), CANCEL)]);
    });
}

/// A file is being read; it can be put away meanwhile.
pub(super) fn reading(pane: &mut Pane<'_, '_>) {
    let (view, words) = (pane.view, &pane.view.model.book.history.import);
    pane.over("reading", &words.title, &words.reading, CANCEL, |pane, opens| {
        pane.answers(opens, vec![(small(view, Weight::Secondary, &words.cancel), CANCEL)]);
    });
}

/// What a file would bring.
pub(super) fn import(pane: &mut Pane<'_, '_>, preview: &Preview) {
    let (view, metrics, words) = (pane.view, pane.metrics(), &pane.view.model.book.history.import);
    let count = preview.new.len();
    pane.over("import", &words.title, "", CANCEL, |pane, opens| {
        let new = if count == 0 { words.nothing_new.clone() } else { words.new.of(count) };
        let mut said = vec![view.strong(new)];
        if preview.known > 0 {
            said.push(view.body(words.known.of(preview.known)));
        }
        if preview.unreadable > 0 {
            said.push(view.body(words.unreadable.of(preview.unreadable)));
            said.extend(preview.faults.iter().map(|fault| view.meta(fault_line(view, fault.line, &fault.why))));
            let others = preview.unreadable.saturating_sub(preview.faults.len());
            said.extend((others > 0).then(|| view.meta(words.others.of(others))));
        }
        said.extend([Node::space(metrics.gap_12), view.quiet(words.stays.as_str())]);
        pane.put(Node::column(said));
        let (leave, weight) = if count == 0 { (&words.close, Weight::Primary) } else { (&words.cancel, Weight::Secondary) };
        let mut answers = vec![(small(view, weight, leave), CANCEL)];
        if count > 0 {
            let add = view.button(Weight::Primary, words.merge.of(count)).height(metrics.button_small);
            answers.push((add, Msg::History(HistoryMsg::Merge)));
        }
        pane.answers(opens, answers);
    });
}

fn fault_line(view: View<'_>, line: usize, why: &Reason) -> String {
    let words = &view.model.book.history;
    match why {
        Reason::Unreadable => fill(&words.import.line, &[("line", &line.to_string())]),
        Reason::Ahead(started) => fill(&words.import.ahead, &[("date", &words.dates.day_of_year(started.date()))]),
    }
}

/// A file that is not taken in, and why.
pub(super) fn refused(pane: &mut Pane<'_, '_>, why: Refused) {
    let (view, words) = (pane.view, &pane.view.model.book.history.import);
    let reason = match why {
        Refused::NoHistory => &words.no_history,
        Refused::Newer => &words.newer,
        Refused::Table => &words.table,
    };
    pane.over("refused", &words.refused, reason, CANCEL, |pane, opens| {
        pane.answers(opens, vec![(small(view, Weight::Primary, &words.close), CANCEL)]);
    });
}
