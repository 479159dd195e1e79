//! Our own list of printers, where the system has no dialog: which one, how many copies.
//!
//! Invariant: a printer that will not print says so before the job is sent.

use eframe::egui::{
    Align, Color32, CursorIcon, Frame, Id, Layout, Modal, Role, ScrollArea, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::{
    app::{Msg, PrintMsg, PrinterChoice},
    drawing::Token,
    sheet::{Printer, PrinterState},
    ui::{
        Messages, View,
        theme::radius,
        widgets::{
            button::{Button, Weight},
            focus, frames,
            icon::Icon,
            stepper, text,
        },
    },
};

/// The list, while it is open.
pub(super) fn show(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let Some(list) = &view.model.print.choosing else { return };
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.print);
    let frame = Frame::new()
        .fill(theme.color(Token::Surface))
        .inner_margin(frames::margin(metrics.gap_24))
        .corner_radius(radius(metrics.radius_card));
    let modal = Modal::new(Id::unique("printers")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(metrics.session_side * 1.2);
        text::heading(ui, theme, metrics.h2, 1, &words.list_title);
        ui.add_space(metrics.gap_16);
        let most = ui.ctx().content_rect().height() * 0.45;
        ScrollArea::vertical().max_height(most).show(ui, |ui| {
            for (index, printer) in list.printers.iter().enumerate() {
                if row(ui, view, printer, index == list.chosen) {
                    out.push(Msg::Print(PrintMsg::Choose(index)));
                }
                ui.add_space(metrics.gap_8);
            }
        });
        ui.add_space(metrics.gap_8);
        copies(ui, view, list, out);
        ui.add_space(metrics.gap_16);
        let width = ui.available_width();
        if Button::new(view.kit, Weight::Primary, &words.send).icon(Icon::Print).width(width).show(ui, view.kit).clicked() {
            out.push(Msg::Print(PrintMsg::Send));
        }
        ui.add_space(metrics.gap_8);
        if Button::new(view.kit, Weight::Secondary, &words.close).width(width).show(ui, view.kit).clicked() {
            out.push(Msg::Print(PrintMsg::CloseList));
        }
    });
    if modal.should_close() {
        out.push(Msg::Print(PrintMsg::CloseList));
    }
}

/// A printer: its name, and under it whether it prints.
fn row(ui: &mut Ui, view: View<'_>, printer: &Printer, chosen: bool) -> bool {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.print);
    let (token, state) = match printer.state {
        PrinterState::Ready => (Token::Ink2, &words.ready),
        PrinterState::Paused => (Token::NoteInk, &words.paused),
        PrinterState::Refusing => (Token::NoteInk, &words.refusing),
    };
    let shown = printer.name.replace('_', " "); // queues have no spaces in their names
    let room = ui.available_width() - 2.0 * metrics.gap_16;
    let name = text::wrapped(ui, theme, metrics.strong, Token::Ink, &shown, room);
    let state_line = text::wrapped(ui, theme, metrics.meta, token, state, room);
    let height = name.size().y + state_line.size().y + 2.0 * metrics.gap_8;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let spoken = [shown.as_str(), state.as_str()].join(", ");
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &spoken));
    let line = if chosen {
        theme.line(metrics.selected_border, Token::Primary)
    } else {
        theme.line(metrics.control_border, Token::Control)
    };
    ui.painter().rect(rect, radius(metrics.radius_row), theme.color(Token::Surface), line, StrokeKind::Inside);
    let top = rect.top() + metrics.gap_8;
    let below = top + name.size().y;
    ui.painter().galley(pos2(rect.left() + metrics.gap_16, top), name, Color32::PLACEHOLDER);
    ui.painter().galley(pos2(rect.left() + metrics.gap_16, below), state_line, Color32::PLACEHOLDER);
    focus::ring(ui, theme, &response, rect, metrics.radius_row);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

fn copies(ui: &mut Ui, view: View<'_>, list: &PrinterChoice, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.print);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), metrics.button_small), Layout::left_to_right(Align::Center), |ui| {
        text::show(ui, theme, metrics.strong, Token::Ink, &words.copies);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let count = list.copies.to_string();
            let step = stepper::show(ui, view.kit, &count, &count, (&words.fewer, list.copies > 1), (&words.more, true));
            if let Some(step) = step {
                out.push(Msg::Print(PrintMsg::Copies(step)));
            }
        });
    });
}
