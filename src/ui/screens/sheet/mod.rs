//! Summary sheet: the page as it will print, what can be chosen about it, and the ways to paper.
//!
//! Not the page's layout, which is the printer's too. Invariant: the preview and the buttons are in view together
//! where the window is wide, and what is chosen never hides or moves them.

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
    ui::{Messages, View, layout::parts, pane::Pane, width_class::WidthClass},
};

/// The page, where it scrolls as a whole.
pub fn show(pane: &mut Pane<'_, '_>) {
    look(pane.view, pane.out);
    shortcuts(pane.ui, pane.view, pane.out);
    head(pane);
    options::show(pane);
    buttons::show(pane);
    pane.gap(pane.metrics().gap_16);
    preview::inline(pane);
    printers::show(pane);
}

/// The page where the window is wide: choices on the left, the page on the right, both at once.
pub fn beside(pane: &mut Pane<'_, '_>) {
    let (view, metrics, class) = (pane.view, pane.metrics(), pane.class);
    look(view, pane.out);
    shortcuts(pane.ui, view, pane.out);
    let side = if class >= WidthClass::Broad { metrics.session_side } else { metrics.session_side * 0.86 };
    let margin = Margin { left: metrics.main_pad as i8, right: metrics.gap_20 as i8, top: 0, bottom: 0 };
    let choices = Panel::left("sheet choices").exact_size(side + metrics.main_pad + metrics.gap_20);
    let choices = choices.resizable(false).show_separator_line(false).frame(Frame::new().inner_margin(margin));
    let out = &mut *pane.out;
    choices.show(pane.ui, |ui| {
        let foot = Frame::new().inner_margin(Margin { bottom: metrics.gap_8 as i8, ..Margin::ZERO });
        Panel::bottom("sheet buttons").resizable(false).show_separator_line(false).frame(foot).show(ui, |ui| {
            ui.add_space(metrics.gap_8);
            buttons::show(&mut Pane { ui, view, class, out: &mut *out });
        });
        CentralPanel::no_frame().show(ui, |ui| {
            ScrollArea::vertical().id_salt("sheet choices").auto_shrink([false, false]).show(ui, |ui| {
                let mut pane = Pane { ui, view, class, out: &mut *out };
                pane.gap(metrics.gap_12);
                head(&mut pane);
                options::show(&mut pane);
            });
        });
    });
    let desk = Frame::new().fill(view.kit.theme.color(Token::StageFloor));
    CentralPanel::no_frame().frame(desk).show(pane.ui, |ui| preview::pane(&mut Pane { ui, view, class, out: &mut *out }));
    printers::show(pane);
}

/// Title and a line on what this page is for.
fn head(pane: &mut Pane<'_, '_>) {
    let (view, metrics, print) = (pane.view, pane.metrics(), &pane.view.model.book.print);
    pane.title(&view.model.book.words.sheet.title);
    let leads = [print.summary_lead.as_str(), &print.clinician_lead, &print.card_lead];
    let lead = match view.model.sheet.kind {
        Kind::Summary => leads[0],
        Kind::Clinician => leads[1],
        Kind::EmergencyCard => leads[2],
    };
    parts::steady(view.kit, metrics.meta, Token::Ink2, lead, &leads).show(pane.ui, pane.out);
    pane.gap(metrics.gap_8);
}

/// What can print is found out when the page opens.
fn look(view: View<'_>, out: &mut Messages) {
    if view.model.page_is_new || view.model.print.ways.is_none() && !view.model.print.looking {
        out.push(Msg::Print(PrintMsg::Look));
    }
}

/// Ctrl+P prints; plus, minus and 0 bring the page closer, farther, and whole.
fn shortcuts(ui: &Ui, view: View<'_>, out: &mut Messages) {
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
