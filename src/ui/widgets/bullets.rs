//! Steps and lists: a badge or a dot, and the words beside it.

use eframe::egui::{Sense, Ui, vec2};

use crate::{
    drawing::Token,
    ui::widgets::{Kit, frames, text},
};

/// Numbered steps.
pub fn steps<'a>(ui: &mut Ui, kit: Kit<'_>, steps: impl IntoIterator<Item = &'a str>) {
    let metrics = &kit.theme.metrics;
    for (index, step) in steps.into_iter().enumerate() {
        ui.horizontal_top(|ui| {
            frames::badge_here(ui, kit, index + 1);
            ui.add_space(metrics.gap_12);
            text::show(ui, kit.theme, metrics.body, Token::Ink, step);
        });
        ui.add_space(metrics.gap_8);
    }
}

/// A list without order.
pub fn list<'a>(ui: &mut Ui, kit: Kit<'_>, items: impl IntoIterator<Item = &'a str>) {
    let metrics = &kit.theme.metrics;
    for item in items {
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(metrics.gap_20, metrics.body.line), Sense::hover());
            ui.painter().circle_filled(rect.center(), metrics.gap_4 * 0.8, kit.theme.color(Token::Primary));
            ui.add_space(metrics.gap_8);
            text::show(ui, kit.theme, metrics.body, Token::Ink, item);
        });
        ui.add_space(metrics.gap_8);
    }
}
