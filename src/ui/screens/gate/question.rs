//! Questions with three or four answers, one under the other: what a professional said, and what to leave out.
//!
//! Invariant: the answers look the same, none is preset, and each has its key.

use eframe::egui::Ui;

use crate::{
    app::Msg,
    drawing::Token,
    session::Gate,
    ui::{
        Messages, View,
        pane::WidthClass,
        screens::{
            self,
            answers::answer_row,
            gate::{column, question_header},
        },
        widgets::text,
    },
};

/// The question, its answers, and what is kept of them.
pub fn show(ui: &mut Ui, view: View<'_>, room: WidthClass, gate: Gate, out: &mut Messages) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let words = &view.model.book.gates;
    let [question, lead, footer] = words.question(gate);
    let body = question_header(ui, view, room, None, gate, out);
    // A place of its own for each question, so that the next one begins at its top.
    column(ui, view, room, body, ("question", gate), |ui| {
        screens::title(ui, view, question);
        screens::lead(ui, view, lead);
        for (index, (label, event)) in words.answers(gate).into_iter().enumerate() {
            let key = view.model.settings.answer_keys.then_some(index + 1);
            if answer_row(ui, view, label, "", key, metrics.answer_row + metrics.gap_8).clicked() {
                out.push(Msg::Gate(event));
            }
            ui.add_space(metrics.gap_16);
        }
        ui.add_space(metrics.gap_4);
        text::show(ui, theme, metrics.meta, Token::Ink2, footer);
    });
}
