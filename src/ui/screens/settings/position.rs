//! The position a person prefers: four pictures to choose from. A second click on the chosen one takes it back.

use std::sync::Arc;

use eframe::egui::{Color32, CursorIcon, Galley, Rect, Role, Sense, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::heading;
use crate::{
    app::Msg,
    drawing::Token,
    session::Position,
    ui::{
        Messages, View,
        pane::WidthClass,
        theme::radius,
        widgets::{focus, stage::Stage, text},
    },
};

/// The group.
pub(super) fn show(ui: &mut Ui, view: View<'_>, room: WidthClass, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.words.settings);
    heading(ui, view, &words.position);
    let columns = if room == WidthClass::Column { 2 } else { Position::ALL.len() };
    let gap = metrics.gap_12;
    let width = (ui.available_width() - gap * (columns as f32 - 1.0)) / columns as f32;
    for (index, row) in Position::ALL.chunks(columns).enumerate() {
        ui.add_space(if index > 0 { gap } else { 0.0 });
        // As high as the one with the longest name.
        let foot = row.iter().map(|&position| foot(ui, view, position, width)).fold(0.0, f32::max);
        ui.horizontal_top(|ui| {
            for (column, &position) in row.iter().enumerate() {
                ui.add_space(if column > 0 { gap } else { 0.0 });
                card(ui, view, position, vec2(width, foot), out);
            }
        });
    }
}

/// A position's name as it wraps on a card of this width, and where it begins.
fn name_on(ui: &Ui, view: View<'_>, position: Position, width: f32) -> (Arc<Galley>, f32) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let words = view.model.position_text(position).map_or("", |text| text.name.as_str());
    let left = metrics.gap_12 + metrics.gap_24 + metrics.gap_8;
    (text::wrapped(ui, theme, metrics.nav_on, Token::Ink, words, width - left - metrics.gap_12), left)
}

/// How high the part under the picture is.
fn foot(ui: &Ui, view: View<'_>, position: Position, width: f32) -> f32 {
    let metrics = &view.kit.theme.metrics;
    name_on(ui, view, position, width).0.size().y.max(metrics.gap_24) + 2.0 * metrics.gap_12
}

/// One card: its width, and the height of the part under the picture, come in `size`.
fn card(ui: &mut Ui, view: View<'_>, position: Position, size: Vec2, out: &mut Messages) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let Some(words) = view.model.position_text(position) else { return };
    let chosen = view.model.settings.preferred_position == Some(position);
    let pad = metrics.gap_8;
    let Vec2 { x: width, y: foot } = size;
    let (name, left) = name_on(ui, view, position, width);
    let thumb_height = metrics.position_thumb * 0.75;
    let (rect, response) = ui.allocate_exact_size(vec2(width, thumb_height + pad + foot), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &words.name));
    let line = if chosen {
        theme.line(metrics.selected_border, Token::Primary)
    } else {
        theme.line(metrics.control_border, Token::Control)
    };
    let ground = if response.hovered() { Token::Sunk } else { Token::Surface };
    ui.painter().rect(rect, radius(metrics.radius_button), theme.color(ground), line, StrokeKind::Inside);

    let thumb = Rect::from_min_size(rect.min + Vec2::splat(pad), vec2(width - 2.0 * pad, thumb_height));
    let shown = view.shown(&words.figure.scene);
    Stage::bare(&words.figure.scene)
        .room(metrics.gap_4, if position == Position::Side { 0.0 } else { metrics.gap_12 })
        .corner(metrics.radius_row)
        .paint(ui, view.kit, &shown, thumb);

    let middle = (thumb.bottom() + rect.bottom()) / 2.0;
    let disc = pos2(rect.left() + metrics.gap_12 + metrics.gap_12, middle);
    let (outer, inner) = (metrics.gap_12, metrics.gap_12 / 2.0);
    if chosen {
        ui.painter().circle_filled(disc, outer, theme.color(Token::Primary));
        ui.painter().circle_filled(disc, inner, theme.color(Token::OnPrimary));
    } else {
        let outline = theme.line(metrics.control_border, Token::Control);
        ui.painter().circle(disc, outer - outline.width / 2.0, theme.color(Token::Surface), outline);
    }
    let at = pos2(rect.left() + left, middle - name.size().y / 2.0);
    ui.painter().galley(at, name, Color32::PLACEHOLDER);
    focus::ring(ui, theme, &response, rect, metrics.radius_button);
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        out.push(Msg::Prefer(position));
    }
}
