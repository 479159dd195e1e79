//! A switch with its words; they are part of the target.

use eframe::egui::{Color32, CursorIcon, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::{
    drawing::Token,
    ui::{
        theme::radius,
        widgets::{Kit, focus, text},
    },
};

/// A row with a title, a line under it and a switch at its right end. Click anywhere on it.
pub fn row(ui: &mut Ui, kit: Kit<'_>, title: &str, detail: &str, on: bool) -> Response {
    let width = ui.available_width();
    row_within(ui, kit, title, detail, on, width)
}

/// The same, this wide.
pub fn row_within(ui: &mut Ui, kit: Kit<'_>, title: &str, detail: &str, on: bool, width: f32) -> Response {
    let (theme, metrics) = (kit.theme, &kit.theme.metrics);
    let (wide, high) = metrics.switch;
    let room = width - wide - metrics.gap_24;
    let title_galley = text::wrapped(ui, theme, metrics.strong, Token::Ink, title, room);
    let detail_galley = text::wrapped(ui, theme, metrics.meta, Token::Ink2, detail, room);
    let height = (title_galley.size().y + detail_galley.size().y).max(metrics.button_small);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Switch, ui.is_enabled(), on, title));
    if !detail.is_empty() {
        // Painted, not a label of its own: a reader hears it with the switch.
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(detail));
    }
    let words_height = title_galley.size().y + if detail.is_empty() { 0.0 } else { detail_galley.size().y };
    let top = rect.center().y - words_height / 2.0;
    let below = top + title_galley.size().y;
    ui.painter().galley(pos2(rect.left(), top), title_galley, Color32::PLACEHOLDER);
    if !detail.is_empty() {
        ui.painter().galley(pos2(rect.left(), below), detail_galley, Color32::PLACEHOLDER);
    }
    let track = Rect::from_min_size(pos2(rect.right() - wide, rect.center().y - high / 2.0), vec2(wide, high));
    let ground = if on { Token::Primary } else { Token::Control };
    ui.painter().rect_filled(track, radius(high / 2.0), theme.color(ground));
    let knob = if on { track.right() - high / 2.0 } else { track.left() + high / 2.0 };
    ui.painter().circle_filled(pos2(knob, track.center().y), high / 2.0 - metrics.gap_4, theme.color(Token::Surface));
    focus::ring(ui, theme, &response, rect, metrics.radius_row);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
