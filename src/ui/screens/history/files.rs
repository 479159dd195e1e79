//! The card about the file: where it lies, taking one in, deleting it.

use eframe::egui::{Ui, vec2};

use crate::{
    app::{HistoryMsg, Msg, Scope},
    content::fill,
    drawing::Token,
    ui::{
        Messages, View,
        pane::WidthClass,
        widgets::{
            button::{Button, Weight},
            frames, text,
        },
    },
};

/// The card.
pub(super) fn show(ui: &mut Ui, view: View<'_>, _room: WidthClass, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.history);
    let state = &view.model.history;
    let nothing = state.log.is_empty() && state.trouble.is_empty();
    frames::card(ui, theme, false, metrics.gap_20, |ui| {
        text::heading(ui, theme, metrics.h3, 2, &words.files.title);
        ui.add_space(metrics.gap_4);
        text::show(ui, theme, metrics.meta, Token::Ink2, &fill(&words.files.detail, &[("path", &state.path)]));
        ui.add_space(metrics.gap_12);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(metrics.gap_12, metrics.gap_8);
            let all = [
                (&words.files.show, HistoryMsg::ShowFile, true),
                (&words.import.button, HistoryMsg::Import, !view.model.history_read_only && !state.pending),
                (&words.files.delete, HistoryMsg::AskDeleteAll(Scope::History), !nothing),
            ];
            for (label, message, _) in all.into_iter().filter(|(.., shows)| *shows) {
                if Button::new(view.kit, Weight::Secondary, label).height(metrics.button_small).show(ui, view.kit).clicked() {
                    out.push(Msg::History(message));
                }
            }
        });
    });
}
