//! Summary sheet: the page as it will print, what can be chosen about it, and the ways to paper.
//!
//! Not the page's layout, which is the printer's too. Invariant: the preview and the buttons are in view together
//! where the window is wide, and what is chosen never hides them.

mod buttons;
mod options;
mod own;
mod preview;
mod printers;

use eframe::egui::{CentralPanel, Frame, Key, Margin, Modifiers, Panel, ScrollArea, Ui};

use crate::{
    app::{Msg, PrintMsg, Zoom},
    drawing::Token,
    sheet::Kind,
    ui::{Messages, View, screens},
};

/// The page, where it scrolls as a whole.
pub fn show(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let metrics = &view.kit.theme.metrics;
    look(view, out);
    keys(ui, view, out);
    head(ui, view);
    options::show(ui, view, out);
    ui.add_space(metrics.gap_16);
    buttons::show(ui, view, out);
    ui.add_space(metrics.gap_24);
    preview::inline(ui, view, out);
    printers::show(ui, view, out);
}

/// The page where the window is wide: choices on the left, the page on the right, both at once.
pub fn beside(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    look(view, out);
    keys(ui, view, out);
    let side = metrics.session_side * 0.8;
    let margin = Margin { left: metrics.main_pad as i8, right: metrics.gap_20 as i8, top: 0, bottom: 0 };
    let ground = Frame::new().inner_margin(margin);
    let choices = Panel::left("sheet choices").exact_size(side + metrics.main_pad + metrics.gap_20);
    choices.resizable(false).show_separator_line(false).frame(ground).show(ui, |ui| {
        let foot = Frame::new().inner_margin(Margin { bottom: metrics.gap_20 as i8, ..Margin::ZERO });
        Panel::bottom("sheet buttons").resizable(false).show_separator_line(false).frame(foot).show(ui, |ui| {
            ui.add_space(metrics.gap_12);
            buttons::show(ui, view, out);
        });
        CentralPanel::no_frame().show(ui, |ui| {
            ScrollArea::vertical().id_salt("sheet choices").auto_shrink([false, false]).show(ui, |ui| {
                ui.add_space(metrics.gap_24);
                head(ui, view);
                options::show(ui, view, out);
                ui.add_space(metrics.gap_16);
            });
        });
    });
    let desk = Frame::new().fill(theme.color(Token::StageFloor));
    CentralPanel::no_frame().frame(desk).show(ui, |ui| preview::pane(ui, view, out));
    printers::show(ui, view, out);
}

/// Title and a line on what this page is for.
fn head(ui: &mut Ui, view: View<'_>) {
    let (words, print) = (&view.model.book.words.sheet, &view.model.book.print);
    screens::title(ui, view, &words.title);
    screens::lead(
        ui,
        view,
        match view.model.sheet.kind {
            Kind::Summary => &print.summary_lead,
            Kind::Clinician => &print.clinician_lead,
            Kind::EmergencyCard => &print.card_lead,
        },
    );
}

/// What can print is found out when the page opens.
fn look(view: View<'_>, out: &mut Messages) {
    if view.model.page_is_new || view.model.print.ways.is_none() && !view.model.print.looking {
        out.push(Msg::Print(PrintMsg::Look));
    }
}

/// Ctrl+P prints; plus, minus and 0 bring the page closer, farther, and whole.
fn keys(ui: &Ui, view: View<'_>, out: &mut Messages) {
    if view.model.page_is_new || view.model.print.choosing.is_some() || ui.ctx().text_edit_focused() {
        return; // the key that opened the page is not asking for paper yet
    }
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(Modifiers::COMMAND, Key::P) {
        out.push(Msg::Print(PrintMsg::Print));
    }
    let shown = preview::percent(ui, view);
    let none = Modifiers::NONE;
    if pressed(none, Key::Plus) || pressed(none, Key::Equals) {
        out.push(Msg::Print(PrintMsg::Zoom(Zoom::closer(shown))));
    }
    if pressed(none, Key::Minus) {
        out.push(Msg::Print(PrintMsg::Zoom(Zoom::farther(shown))));
    }
    if pressed(none, Key::Num0) {
        out.push(Msg::Print(PrintMsg::Zoom(Zoom::Fit)));
    }
}
