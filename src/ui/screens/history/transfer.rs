//! Taking the history out, and looking at one before it is taken in.
//!
//! Invariant: what would be added is shown, with what would not be and why, before anything is.

use eframe::egui::{Ui, accesskit::Live, vec2};

use crate::{
    app::{HistoryMsg, Msg, Table},
    content::fill,
    drawing::Token,
    history::{Preview, Reason, Refused},
    ui::{
        Messages, View,
        widgets::{
            button::{Button, Weight},
            over, text,
        },
    },
};

/// Which form?
pub(super) fn export(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.history.export);
    let closes = over::show(ui, view.kit, "export", metrics.over, |ui, opens| {
        text::heading(ui, theme, metrics.h2, 2, &words.title);
        ui.add_space(metrics.gap_8);
        text::show(ui, theme, metrics.body, Token::Ink2, &words.private);
        for (label, detail, table) in [(&words.csv, &words.csv_detail, Table::Csv), (&words.ron, &words.ron_detail, Table::Ron)] {
            ui.add_space(metrics.gap_16);
            let width = ui.available_width();
            let button = Button::new(view.kit, Weight::Secondary, label).width(width);
            if button.show(ui, view.kit).clicked() {
                out.push(Msg::History(HistoryMsg::Export(table)));
            }
            ui.add_space(metrics.gap_4);
            text::show(ui, theme, metrics.meta, Token::Ink2, detail);
        }
        ui.add_space(metrics.gap_20);
        let cancel = Button::new(view.kit, Weight::Quiet, &words.cancel).height(metrics.button_small).show(ui, view.kit);
        over::first(&cancel, opens);
        if cancel.clicked() {
            out.push(Msg::History(HistoryMsg::Cancel));
        }
    });
    if closes {
        out.push(Msg::History(HistoryMsg::Cancel));
    }
}

/// A file is being read; it can be put away meanwhile.
pub(super) fn reading(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.history.import);
    let closes = over::show(ui, view.kit, "reading", metrics.over, |ui, opens| {
        text::heading(ui, theme, metrics.h2, 2, &words.title);
        ui.add_space(metrics.gap_8);
        let said = text::show(ui, theme, metrics.body, Token::Ink2, &words.reading);
        text::announce(ui, &said, Live::Polite);
        ui.add_space(metrics.gap_20);
        let cancel = Button::new(view.kit, Weight::Secondary, &words.cancel).height(metrics.button_small).show(ui, view.kit);
        over::first(&cancel, opens);
        if cancel.clicked() {
            out.push(Msg::History(HistoryMsg::Cancel));
        }
    });
    if closes {
        out.push(Msg::History(HistoryMsg::Cancel));
    }
}

/// What a file would bring.
pub(super) fn import(ui: &mut Ui, view: View<'_>, preview: &Preview, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.history.import);
    let count = preview.new.len();
    let closes = over::show(ui, view.kit, "import", metrics.over, |ui, opens| {
        text::heading(ui, theme, metrics.h2, 2, &words.title);
        ui.add_space(metrics.gap_8);
        let new = if count == 0 { words.nothing_new.clone() } else { words.new.of(count) };
        text::show(ui, theme, metrics.strong, Token::Ink, &new);
        if preview.known > 0 {
            text::show(ui, theme, metrics.body, Token::Ink, &words.known.of(preview.known));
        }
        if preview.unreadable > 0 {
            text::show(ui, theme, metrics.body, Token::Ink, &words.unreadable.of(preview.unreadable));
            for fault in &preview.faults {
                text::show(ui, theme, metrics.meta, Token::Ink2, &fault_line(view, fault.line, &fault.why));
            }
            if let Some(others) = preview.unreadable.checked_sub(preview.faults.len()).filter(|&others| others > 0) {
                text::show(ui, theme, metrics.meta, Token::Ink2, &words.others.of(others));
            }
        }
        ui.add_space(metrics.gap_12);
        text::show(ui, theme, metrics.body, Token::Ink2, &words.stays);
        ui.add_space(metrics.gap_20);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(metrics.gap_12, metrics.gap_8);
            let (cancel, weight) = if count == 0 { (&words.close, Weight::Primary) } else { (&words.cancel, Weight::Secondary) };
            let cancel = Button::new(view.kit, weight, cancel).height(metrics.button_small).show(ui, view.kit);
            over::first(&cancel, opens);
            if cancel.clicked() {
                out.push(Msg::History(HistoryMsg::Cancel));
            }
            let label = words.merge.of(count);
            if count > 0
                && Button::new(view.kit, Weight::Primary, &label).height(metrics.button_small).show(ui, view.kit).clicked()
            {
                out.push(Msg::History(HistoryMsg::Merge));
            }
        });
    });
    if closes {
        out.push(Msg::History(HistoryMsg::Cancel));
    }
}

fn fault_line(view: View<'_>, line: usize, why: &Reason) -> String {
    let words = &view.model.book.history;
    match why {
        Reason::Unreadable => fill(&words.import.line, &[("line", &line.to_string())]),
        Reason::Ahead(started) => fill(&words.import.ahead, &[("date", &words.dates.day_of_year(started.date()))]),
    }
}

/// A file that is not taken in, and why.
pub(super) fn refused(ui: &mut Ui, view: View<'_>, why: Refused, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.history.import);
    let reason = match why {
        Refused::NoHistory => &words.no_history,
        Refused::Newer => &words.newer,
        Refused::Table => &words.table,
    };
    let closes = over::show(ui, view.kit, "refused", metrics.over, |ui, opens| {
        text::heading(ui, theme, metrics.h2, 2, &words.refused);
        ui.add_space(metrics.gap_8);
        text::show(ui, theme, metrics.body, Token::Ink, reason);
        ui.add_space(metrics.gap_20);
        let close = Button::new(view.kit, Weight::Primary, &words.close).height(metrics.button_small).show(ui, view.kit);
        over::first(&close, opens);
        if close.clicked() {
            out.push(Msg::History(HistoryMsg::Cancel));
        }
    });
    if closes {
        out.push(Msg::History(HistoryMsg::Cancel));
    }
}
