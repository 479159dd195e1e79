//! Steps and lists: a badge or a dot, and the words beside it.

use eframe::egui::{Role, Sense, Ui, UiBuilder, vec2};

use crate::{
    drawing::Token,
    ui::widgets::{Kit, frames, text},
};

/// Numbered steps.
pub fn steps<'a>(ui: &mut Ui, kit: Kit<'_>, steps: impl IntoIterator<Item = &'a str>) {
    let metrics = &kit.theme.metrics;
    listed(ui, kit, steps, |ui, index| {
        frames::badge_here(ui, kit, index + 1);
        ui.add_space(metrics.gap_12);
    });
}

/// A list without order.
pub fn list<'a>(ui: &mut Ui, kit: Kit<'_>, items: impl IntoIterator<Item = &'a str>) {
    let metrics = &kit.theme.metrics;
    listed(ui, kit, items, |ui, _| {
        let (rect, _) = ui.allocate_exact_size(vec2(metrics.gap_20, metrics.body.line), Sense::hover());
        ui.painter().circle_filled(rect.center(), metrics.gap_4 * 0.8, kit.theme.color(Token::Primary));
        ui.add_space(metrics.gap_8);
    });
}

/// A list to a screen reader too, each line an item of it with its place; `mark` is what stands before a line.
fn listed<'a>(ui: &mut Ui, kit: Kit<'_>, items: impl IntoIterator<Item = &'a str>, mark: impl Fn(&mut Ui, usize)) {
    let metrics = &kit.theme.metrics;
    ui.scope_builder(UiBuilder::new().accessibility_role(Role::List), |ui| {
        for (index, words) in items.into_iter().enumerate() {
            ui.scope_builder(UiBuilder::new().accessibility_role(Role::ListItem), |ui| {
                let item = ui.unique_id();
                let row = ui.horizontal_top(|ui| {
                    mark(ui, index);
                    text::show(ui, kit.theme, metrics.body, Token::Ink, words)
                });
                text::name_by(ui, item, &row.inner);
                ui.ctx().accesskit_node_builder(item, |node| node.set_position_in_set(index));
            });
            ui.add_space(metrics.gap_8);
        }
    });
}
