//! A disc to choose with its words, one of several under one another; the words are part of the target.

use eframe::egui::{Color32, CursorIcon, Response, Role, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::{
    drawing::Token,
    ui::{
        theme::radius,
        widgets::{Kit, focus, text},
    },
};

/// Shows one choice, as wide as there is room and at least this high.
pub fn row(ui: &mut Ui, kit: Kit<'_>, label: &str, chosen: bool, least: f32) -> Response {
    let (theme, metrics) = (kit.theme, &kit.theme.metrics);
    let side = metrics.gap_20;
    let room = ui.available_width() - side - metrics.gap_12;
    let galley = text::wrapped(ui, theme, metrics.body, Token::Ink, label, room);
    let height = (galley.size().y + metrics.gap_8).max(least);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, label));
    if response.hovered() {
        let none = theme.line(0.0, Token::Line);
        ui.painter().rect(rect, radius(metrics.radius_row), theme.color(Token::Sunk), none, StrokeKind::Inside);
    }
    let middle = pos2(rect.left() + side / 2.0 + metrics.gap_4, rect.center().y);
    ui.painter().circle(middle, side / 2.0, theme.color(Token::Surface), theme.line(metrics.control_border, Token::Control));
    if chosen {
        ui.painter().circle_filled(middle, side / 2.0 - metrics.gap_4, theme.color(Token::Primary));
    }
    let at = pos2(middle.x + side / 2.0 + metrics.gap_12, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, Color32::PLACEHOLDER);
    focus::ring(ui, theme, &response, rect, metrics.radius_row);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
