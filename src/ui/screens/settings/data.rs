//! Where what the program remembers lies, and putting settings back.

use eframe::egui::{Align, Layout, Ui, vec2};

use super::heading;
use crate::{
    app::{HistoryMsg, Msg, Scope, SettingsMsg},
    content::fill,
    drawing::Token,
    ui::{
        Messages, View,
        pane::WidthClass,
        widgets::{
            button::{Button, Weight},
            icon::Icon,
            text,
        },
    },
};

/// The group.
pub(super) fn show(ui: &mut Ui, view: View<'_>, room: WidthClass, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.settings);
    heading(ui, view, &words.data);
    let line = fill(&words.data_detail, &[("path", &view.model.settings_path)]);
    text::show(ui, theme, metrics.body, Token::Ink2, &line);
    ui.add_space(metrics.gap_16);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(metrics.gap_12, metrics.gap_12);
        if Button::new(view.kit, Weight::Secondary, &words.open_folder).icon(Icon::Folder).show(ui, view.kit).clicked() {
            out.push(Msg::Settings(SettingsMsg::OpenFolder));
        }
        if Button::new(view.kit, Weight::Secondary, &words.reset).icon(Icon::Undo).show(ui, view.kit).clicked() {
            out.push(Msg::Settings(SettingsMsg::AskReset));
        }
        let delete =
            |ui: &mut Ui| Button::new(view.kit, Weight::Danger, &words.delete_all).icon(Icon::Trash).show(ui, view.kit).clicked();
        // Away from the others where there is room: nobody means it by accident.
        let asked = if room >= WidthClass::Wide {
            ui.with_layout(Layout::right_to_left(Align::Center), delete).inner
        } else {
            delete(ui)
        };
        if asked {
            out.push(Msg::History(HistoryMsg::AskDeleteAll(Scope::Everything)));
        }
    });
}
