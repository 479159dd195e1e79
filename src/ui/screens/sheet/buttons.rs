//! The ways to paper, the best one first: print, or where nothing can print, save.
//!
//! Invariant: where nothing can print, one plain sentence tells why, and a way that works leads.

use eframe::egui::{Ui, accesskit::Live};

use crate::{
    app::{Busy, Msg, PrintMsg, Shown},
    drawing::Token,
    ui::{
        Messages, View,
        widgets::{
            button::{Button, Weight},
            icon::Icon,
            text,
        },
    },
};

/// All of them, and what is said of the last job.
pub(super) fn show(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let metrics = &view.kit.theme.metrics;
    said(ui, view);
    if view.model.print.unable().is_some() {
        save(ui, view, Weight::Primary, out);
        ui.add_space(metrics.gap_8);
        print(ui, view, Weight::Secondary, out);
    } else {
        print(ui, view, Weight::Primary, out);
        ui.add_space(metrics.gap_8);
        save(ui, view, Weight::Secondary, out);
    }
    ui.add_space(metrics.gap_4);
    quiet(ui, view, out);
}

fn said(ui: &mut Ui, view: View<'_>) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.print);
    let (token, sentence) = match (&view.model.print.said, view.model.print.unable()) {
        (Some(Shown::Good(said)), _) => (Token::PrimaryInk, said.as_str()),
        (Some(Shown::Bad(said)), _) => (Token::NoteInk, said.as_str()),
        (None, Some(why)) => (Token::NoteInk, words.unable(why)),
        (None, None) => return,
    };
    let said = text::show(ui, theme, metrics.meta, token, sentence);
    text::announce(ui, &said, Live::Polite);
    ui.add_space(metrics.gap_12);
}

fn print(ui: &mut Ui, view: View<'_>, weight: Weight, out: &mut Messages) {
    let words = &view.model.book.print;
    let printing = view.model.print.busy == Some(Busy::Printing);
    let label = if printing { &words.printing } else { &words.print };
    ui.add_enabled_ui(!printing, |ui| {
        let width = ui.available_width();
        let button = Button::new(view.kit, weight, label).icon(Icon::Print).width(width);
        if button.show(ui, view.kit).clicked() {
            out.push(Msg::Print(PrintMsg::Print));
        }
    });
}

fn save(ui: &mut Ui, view: View<'_>, weight: Weight, out: &mut Messages) {
    let words = &view.model.book.words.sheet;
    let label = if view.model.saving_sheet { &words.saving } else { &words.save_pdf };
    ui.add_enabled_ui(!view.model.saving_sheet, |ui| {
        let width = ui.available_width();
        if Button::new(view.kit, weight, label).icon(Icon::Document).width(width).show(ui, view.kit).clicked() {
            out.push(Msg::SaveSheet);
        }
    });
}

/// The other ways, smaller.
fn quiet(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.print);
    let width = (ui.available_width() - metrics.gap_8) / 2.0;
    let mut way = |ui: &mut Ui, label: &str, free: bool, message: PrintMsg| {
        ui.add_enabled_ui(free, |ui| {
            let button =
                Button::new(view.kit, Weight::Quiet, label).height(metrics.button_small).role(metrics.small).width(width);
            if button.show(ui, view.kit).clicked() {
                out.push(Msg::Print(message));
            }
        });
    };
    ui.horizontal(|ui| {
        way(ui, &words.save_picture, !view.model.saving_sheet, PrintMsg::SavePicture);
        ui.add_space(metrics.gap_8);
        way(ui, &words.open, view.model.print.busy.is_none(), PrintMsg::Open);
    });
}
