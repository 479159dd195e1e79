//! Settings: saved as they are made. What belongs to voice, reminders and pace comes with those parts.

use eframe::egui::{Align, CursorIcon, Layout, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use crate::{
    app::Msg,
    content::fill,
    drawing::Token,
    figure::{Build, Hair, Look},
    limit::DailyLimit,
    settings::Theme,
    ui::{
        Messages, View,
        frame::Room,
        screens::{
            self,
            position::{self, Purpose},
        },
        widgets::{focus, frames, segmented, stage::Stage, switch, text},
    },
};

const LIMITS: [DailyLimit; 2] = [DailyLimit::Once, DailyLimit::Twice];
const THEMES: [Theme; 4] = [Theme::System, Theme::Light, Theme::Dark, Theme::HighContrast];

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
            let labels = [words.theme_system.as_str(), &words.theme_light, &words.theme_dark, &words.theme_high_contrast];
            if let Some(picked) = segmented::show(ui, view.kit, &words.theme, &labels, current, width) {
                out.push(Msg::SetTheme(THEMES[picked]));
            }
        });
    });
    ui.add_space(metrics.gap_16);
    frames::card(ui, theme, false, metrics.gap_20, |ui| figures(ui, view, room, out));
    ui.add_space(metrics.gap_16);
    frames::card(ui, theme, false, metrics.gap_20, |ui| {
        text::heading(ui, theme, metrics.h3, 2, &words.data);
        ui.add_space(metrics.gap_8);
        let line = fill(&words.data_detail, &[("path", &view.model.settings_path)]);
        text::show(ui, theme, metrics.body, Token::Ink2, &line);
    });
}

/// Whether figures move, and the person in them, with a picture of the choice.
fn figures(ui: &mut Ui, view: View<'_>, room: Room, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.settings);
    let settings = &view.model.settings;
    text::heading(ui, theme, metrics.h3, 2, &words.figures);
    ui.add_space(metrics.gap_12);
    let moves = view.model.moves();
    if switch::row(ui, view.kit, &words.motion, &words.motion_detail, moves).clicked() {
        out.push(Msg::SetMotion(!moves));
    }
    ui.add_space(metrics.gap_12);
    let look = settings.look;
    let current = Build::ALL.iter().position(|&build| build == look.build).unwrap_or(0);
    row(ui, view, room, &words.build, "", |ui, width| {
        if let Some(picked) =
            segmented::show(ui, view.kit, &words.build, &[&words.build_slim, &words.build_broad], current, width)
        {
            out.push(Msg::SetLook(Look { build: Build::ALL[picked], ..look }));
        }
    });
    ui.add_space(metrics.gap_12);
    let current = Hair::ALL.iter().position(|&hair| hair == look.hair).unwrap_or(0);
    row(ui, view, room, &words.hair, "", |ui, width| {
        let labels = [words.hair_short.as_str(), &words.hair_bob, &words.hair_bun];
        if let Some(picked) = segmented::show(ui, view.kit, &words.hair, &labels, current, width) {
            out.push(Msg::SetLook(Look { hair: Hair::ALL[picked], ..look }));
        }
    });
    ui.add_space(metrics.gap_12);
    row(ui, view, room, &words.skin, "", |ui, width| skins(ui, view, width, out));
    ui.add_space(metrics.gap_16);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), metrics.stage_height * 0.6), Sense::hover());
    let shown = view.shown("four-set-up");
    let stage = Stage {
        scene: "four-set-up",
        shown: &shown,
        description: &words.figure_sample,
        labels: &[],
        above: metrics.gap_12,
        below: metrics.gap_20,
        corner: metrics.radius_card,
        across: 0.5,
    };
    stage.show(ui, view.kit, rect);
}

/// Skin tones as discs of their own colour, each with its name; the first is the theme's own.
fn skins(ui: &mut Ui, view: View<'_>, width: f32, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.settings);
    let chosen = view.model.settings.skin.as_deref();
    let tones = view.kit.skins;
    let side = (width / (tones.len() + 1) as f32).min(metrics.button_small);
    ui.allocate_ui_with_layout(vec2(width, side), Layout::left_to_right(Align::Center), |ui| {
        let own = (None, theme.color(Token::SkinNear));
        let listed = tones.iter().map(|tone| (Some(tone), theme.rgb(tone.near())));
        for (index, (tone, color)) in std::iter::once(own).chain(listed).enumerate() {
            let (rect, response) = ui.allocate_exact_size(Vec2::splat(side), Sense::click());
            let name = words.skins.get(index).map_or("", String::as_str);
            let current = tone.map(|tone| tone.name.as_str()) == chosen;
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, current, name));
            let radius = side / 2.0 - metrics.gap_8;
            ui.painter().circle(rect.center(), radius, color, theme.line(metrics.control_border, Token::Control));
            if current {
                ui.painter().circle_stroke(
                    rect.center(),
                    radius + metrics.focus_gap,
                    theme.line(metrics.selected_border, Token::Primary),
                );
            }
            focus::ring(ui, theme, &response, rect, side / 2.0);
            let response = response.on_hover_text(name).on_hover_cursor(CursorIcon::PointingHand);
            if response.clicked() {
                out.push(Msg::SetSkin(tone.map(|tone| tone.name.clone())));
            }
        }
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
    let side = metrics.session_side * 1.15;
    let lines = metrics.strong.line + if detail.is_empty() { 0.0 } else { metrics.meta.line };
    let size = vec2(ui.available_width(), metrics.segmented.max(lines));
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        let width = (ui.available_width() - side - metrics.gap_16).max(0.0);
        ui.allocate_ui(vec2(width, lines), |ui| {
            ui.set_width(width);
            words(ui);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| choice(ui, side));
    });
}
