//! Settings: saved as they are made. What belongs to voice, reminders and pace comes with those parts.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::{
    app::Msg,
    content::fill,
    drawing::Token,
    limit::DailyLimit,
    settings::Theme,
    ui::{
        Messages, View,
        frame::Room,
        screens::{
            self,
            position::{self, Purpose},
        },
        widgets::{frames, segmented, switch, text},
    },
};

const LIMITS: [DailyLimit; 2] = [DailyLimit::Once, DailyLimit::Twice];
const THEMES: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

/// The page.
pub fn show(ui: &mut Ui, view: View<'_>, room: Room, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.settings);
    let settings = &view.model.settings;
    screens::title(ui, view, &words.title);
    screens::lead(ui, view, &words.lead);
    frames::card(ui, theme, false, metrics.gap_20, |ui| {
        text::heading(ui, theme, metrics.h3, 2, &words.position);
        ui.add_space(metrics.gap_12);
        position::cards(ui, view, room, Purpose::Choose, out);
    });
    ui.add_space(metrics.gap_16);
    frames::card(ui, theme, false, metrics.gap_20, |ui| {
        let current = LIMITS.iter().position(|&limit| limit == settings.daily_limit).unwrap_or(0);
        row(ui, view, room, &words.most, &words.most_detail, |ui, width| {
            if let Some(picked) = segmented::show(ui, view.kit, &words.most, &[&words.once, &words.twice], current, width) {
                out.push(Msg::SetLimit(LIMITS[picked]));
            }
        });
    });
    ui.add_space(metrics.gap_16);
    frames::card(ui, theme, false, metrics.gap_20, |ui| {
        text::heading(ui, theme, metrics.h3, 2, &words.reading);
        ui.add_space(metrics.gap_12);
        row(ui, view, room, &words.text_size, "", |ui, _| {
            let value = fill(&words.percent, &[("n", &settings.text_scale.percent().to_string())]);
            let (smaller, larger) = view.model.text_size_steps();
            if let Some(step) = switch::stepper(ui, view.kit, &value, (&words.smaller, smaller), (&words.larger, larger)) {
                out.push(Msg::TextSize(step));
            }
        });
        ui.add_space(metrics.gap_12);
        let current = THEMES.iter().position(|&choice| choice == settings.theme).unwrap_or(0);
        row(ui, view, room, &words.theme, "", |ui, width| {
            let labels = [words.theme_system.as_str(), &words.theme_light, &words.theme_dark];
            if let Some(picked) = segmented::show(ui, view.kit, &words.theme, &labels, current, width) {
                out.push(Msg::SetTheme(THEMES[picked]));
            }
        });
    });
    ui.add_space(metrics.gap_16);
    frames::card(ui, theme, false, metrics.gap_20, |ui| {
        text::heading(ui, theme, metrics.h3, 2, &words.data);
        ui.add_space(metrics.gap_8);
        let line = fill(&words.data_detail, &[("path", &view.model.settings_path)]);
        text::show(ui, theme, metrics.body, Token::Ink2, &line);
    });
}

/// Words on the left, the choice on the right; one under the other where it is narrow.
fn row(ui: &mut Ui, view: View<'_>, room: Room, title: &str, detail: &str, choice: impl FnOnce(&mut Ui, f32)) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let words = |ui: &mut Ui| {
        ui.vertical(|ui| {
            text::show(ui, theme, metrics.strong, Token::Ink, title);
            if !detail.is_empty() {
                text::show(ui, theme, metrics.meta, Token::Ink2, detail);
            }
        });
    };
    if room == Room::Column {
        words(ui);
        ui.add_space(metrics.gap_8);
        let width = ui.available_width();
        return choice(ui, width);
    }
    let side = metrics.session_side;
    ui.horizontal(|ui| {
        let width = ui.available_width() - side - metrics.gap_16;
        ui.allocate_ui(vec2(width, metrics.segmented), |ui| {
            ui.set_width(width);
            words(ui);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| choice(ui, side));
    });
}
