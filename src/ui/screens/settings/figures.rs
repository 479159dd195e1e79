//! The person in the figures.

use eframe::egui::{Align, CursorIcon, Layout, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::{Row, choices, heading, row};
use crate::{
    app::{Choice, Msg},
    content::fill,
    drawing::Token,
    figure::{Build, Hair, Look},
    ui::{
        Messages, View,
        pane::WidthClass,
        widgets::{focus, stage::Stage},
    },
};

/// The group, with a picture of the choice.
pub(super) fn show(ui: &mut Ui, view: View<'_>, _room: WidthClass, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.words.settings);
    heading(ui, view, &words.figures);
    let look = view.model.settings.look;
    let current = Build::ALL.iter().position(|&build| build == look.build).unwrap_or(0);
    let picked = choices(ui, view, &words.build, "", &[&words.build_slim, &words.build_broad], current);
    if let Some(&build) = picked.and_then(|picked| Build::ALL.get(picked)) {
        out.push(Msg::Set(Choice::Look(Look { build, ..look })));
    }
    ui.add_space(metrics.gap_12);
    let current = Hair::ALL.iter().position(|&hair| hair == look.hair).unwrap_or(0);
    let labels = [words.hair_short.as_str(), &words.hair_bob, &words.hair_bun];
    let picked = choices(ui, view, &words.hair, "", &labels, current);
    if let Some(&hair) = picked.and_then(|picked| Hair::ALL.get(picked)) {
        out.push(Msg::Set(Choice::Look(Look { hair, ..look })));
    }
    ui.add_space(metrics.gap_12);
    let wide = metrics.button_small * (view.kit.skins.len() + 1) as f32;
    row(ui, view, Row { title: &words.skin, detail: "", wide }, |ui, width| skins(ui, view, width, out));
    ui.add_space(metrics.gap_16);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), metrics.stage_height * 0.6), Sense::hover());
    let shown = view.shown("four-set-up");
    let stage = Stage::bare("four-set-up")
        .room(metrics.gap_12, metrics.gap_20)
        .corner(metrics.radius_card)
        .labelled(&words.figure_sample, &[]);
    stage.show(ui, view.kit, &shown, rect);
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
            let spoken = fill(&words.skin_name, &[("name", name)]);
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, current, &spoken));
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
                out.push(Msg::Set(Choice::Skin(tone.map(|tone| tone.name.clone()))));
            }
        }
    });
}
