//! The size of text, the colours, and what moves by itself.

use eframe::egui::Ui;

use super::{choices, heading};
use crate::{
    app::{Choice, Msg},
    content::fill,
    settings::{TextScale, Theme},
    ui::{Messages, View, pane::WidthClass, widgets::switch},
};

const THEMES: [Theme; 4] = [Theme::System, Theme::Light, Theme::Dark, Theme::HighContrast];

/// The group.
pub(super) fn show(ui: &mut Ui, view: View<'_>, _room: WidthClass, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.words.settings);
    let settings = &view.model.settings;
    heading(ui, view, &words.reading);
    let told = |size: TextScale| fill(&words.percent, &[("n", &size.percent().to_string())]);
    let labels = TextScale::OFFERED.map(told);
    let current = TextScale::OFFERED.iter().position(|&size| size == settings.text_scale);
    // A size from a file may be none of these; it is told, and none is marked.
    let detail = match current {
        Some(_) => String::new(),
        None => fill(&words.text_size_detail, &[("n", &told(settings.text_scale))]),
    };
    let labels = labels.each_ref().map(String::as_str);
    let picked = choices(ui, view, &words.text_size, &detail, &labels, current.unwrap_or(labels.len()));
    if let Some(&size) = picked.and_then(|picked| TextScale::OFFERED.get(picked)) {
        out.push(Msg::Set(Choice::TextScale(size)));
    }
    ui.add_space(metrics.gap_12);
    let labels = [words.theme_system.as_str(), &words.theme_light, &words.theme_dark, &words.theme_high_contrast];
    let current = THEMES.iter().position(|&choice| choice == settings.theme).unwrap_or(0);
    let picked = choices(ui, view, &words.theme, "", &labels, current);
    if let Some(&theme) = picked.and_then(|picked| THEMES.get(picked)) {
        out.push(Msg::Set(Choice::Theme(theme)));
    }
    ui.add_space(metrics.gap_12);
    let moves = view.model.moves();
    if switch::row(ui, view.kit, &words.motion, &words.motion_detail, moves).clicked() {
        out.push(Msg::Set(Choice::Motion(!moves)));
    }
    ui.add_space(metrics.gap_12);
    if switch::row(ui, view.kit, &words.self_paced, &words.self_paced_detail, settings.self_paced).clicked() {
        out.push(Msg::Set(Choice::SelfPaced(!settings.self_paced)));
    }
}
