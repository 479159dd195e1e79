//! A switch with its words, and a stepper; the words are part of the target.

use eframe::egui::{Align, Color32, CursorIcon, Layout, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::{
    drawing::Token,
    ui::{
        theme::radius,
        widgets::{Kit, button, focus, icon::Icon, text},
    },
};

/// A row with a title, a line under it and a switch at its right end. Click anywhere on it.
pub fn row(ui: &mut Ui, kit: Kit<'_>, title: &str, detail: &str, on: bool) -> Response {
    let (theme, metrics) = (kit.theme, &kit.theme.metrics);
    let (wide, high) = metrics.switch;
    let room = ui.available_width() - wide - metrics.gap_24;
    let title_galley = text::wrapped(ui, theme, metrics.strong, Token::Ink, title, room);
    let detail_galley = text::wrapped(ui, theme, metrics.meta, Token::Ink2, detail, room);
    let height = (title_galley.size().y + detail_galley.size().y).max(metrics.button_small);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Switch, ui.is_enabled(), on, title));
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

/// Less and more, with the value between them. Returns the step that was asked for.
pub fn stepper(ui: &mut Ui, kit: Kit<'_>, value: &str, less: (&str, bool), more: (&str, bool)) -> Option<i32> {
    let metrics = &kit.theme.metrics;
    let mut step = None;
    let side = metrics.button_small;
    let size = vec2(2.0 * side + metrics.gap_36 * 2.0, side);
    // Less stands left of more, also in a row that is filled from its right end.
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.add_enabled_ui(less.1, |ui| {
            if button::icon_button(ui, kit, Icon::Minus, less.0, button::Weight::Secondary, side).clicked() {
                step = Some(-1);
            }
        });
        let (rect, response) = ui.allocate_exact_size(vec2(metrics.gap_36 * 2.0, side), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, value));
        button::centred_text(ui, kit, rect, metrics.strong, Token::Ink, value);
        ui.add_enabled_ui(more.1, |ui| {
            if button::icon_button(ui, kit, Icon::Plus, more.0, button::Weight::Secondary, side).clicked() {
                step = Some(1);
            }
        });
    });
    step
}
