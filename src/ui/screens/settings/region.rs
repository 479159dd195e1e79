//! Whose emergency number stands first, on the card of the questions, on the warning page and on paper.
//!
//! Invariant: "your local emergency number" is the first choice and the usual one, and every number is in view here
//! whichever is chosen.

use eframe::egui::{Ui, vec2};

use super::heading;
use crate::{
    app::{Choice, Msg},
    content::fill,
    drawing::Token,
    ui::{
        Messages, View,
        pane::WidthClass,
        widgets::{radio, text},
    },
};

/// The group.
pub(super) fn show(ui: &mut Ui, view: View<'_>, room: WidthClass, out: &mut Messages) {
    let (theme, metrics, gates) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.gates);
    let words = &gates.region;
    heading(ui, view, &words.title);
    text::show(ui, theme, metrics.meta, Token::Ink2, &words.detail);
    ui.add_space(metrics.gap_8);
    let numbers = &gates.emergency_card.numbers;
    let chosen = view.model.settings.region.as_deref();
    // A place from a file may be none of these; then none stands first, as on the card.
    let chosen = chosen.filter(|chosen| numbers.iter().any(|entry| entry.id == *chosen));
    let none = (None, gates.emergency_card.local.clone());
    let listed = numbers.iter().map(|entry| {
        let label = fill(&words.choice, &[("number", &entry.number), ("place", &entry.place)]);
        (Some(entry.id.as_str()), label)
    });
    let choices: Vec<_> = std::iter::once(none).chain(listed).collect();
    let columns = if room == WidthClass::Column { 1 } else { 2 };
    let width = (ui.available_width() - metrics.gap_24 * (columns as f32 - 1.0)) / columns as f32;
    for row in choices.chunks(columns) {
        ui.horizontal_top(|ui| {
            for (column, (region, label)) in row.iter().enumerate() {
                ui.add_space(if column > 0 { metrics.gap_24 } else { 0.0 });
                ui.allocate_ui(vec2(width, 0.0), |ui| {
                    ui.set_width(width);
                    let is_chosen = *region == chosen;
                    if radio::row(ui, view.kit, label, is_chosen, metrics.button_small).clicked() && !is_chosen {
                        out.push(Msg::Set(Choice::Region(region.map(str::to_owned))));
                    }
                });
            }
        });
    }
}
