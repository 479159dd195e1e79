//! A box to tick with its words; the words are part of the target.

use eframe::egui::{Color32, CursorIcon, Rect, Response, Role, Sense, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::{
    drawing::Token,
    ui::{
        theme::radius,
        widgets::{Kit, focus, icon::Icon, text},
    },
};

/// Shows a box, ticked or not, as wide as there is room.
pub fn row(ui: &mut Ui, kit: Kit<'_>, label: &str, on: bool) -> Response {
    show(ui, kit, label, on, ui.is_enabled())
}

/// Shows a box that is ticked and stays so; its words keep their full strength.
pub fn always(ui: &mut Ui, kit: Kit<'_>, label: &str) -> Response {
    show(ui, kit, label, true, false)
}

fn show(ui: &mut Ui, kit: Kit<'_>, label: &str, on: bool, enabled: bool) -> Response {
    let (theme, metrics) = (kit.theme, &kit.theme.metrics);
    let side = metrics.gap_24;
    let words = text::wrapped(ui, theme, metrics.body, Token::Ink, label, ui.available_width() - side - metrics.gap_12);
    let size = vec2(ui.available_width(), words.size().y.max(metrics.sidebar_row));
    let (rect, response) = ui.allocate_exact_size(size, if enabled { Sense::click() } else { Sense::hover() });
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, enabled, on, label));
    let square = Rect::from_min_size(pos2(rect.left(), rect.center().y - side / 2.0), Vec2::splat(side));
    let corner = radius(metrics.gap_8 * 0.75);
    if on {
        let (fill, ink) = if enabled { (Token::Primary, Token::OnPrimary) } else { (Token::PrimarySoft, Token::PrimaryInk) };
        ui.painter().rect_filled(square, corner, theme.color(fill));
        kit.icons.paint(ui.painter(), Icon::Tick, square.shrink(metrics.gap_4), theme.color(ink));
    } else {
        let line = theme.line(metrics.control_border, Token::Control);
        ui.painter().rect(square, corner, theme.color(Token::Surface), line, StrokeKind::Inside);
    }
    let at = pos2(square.right() + metrics.gap_12, rect.center().y - words.size().y / 2.0);
    ui.painter().galley(at, words, Color32::PLACEHOLDER);
    focus::ring(ui, theme, &response, rect, metrics.radius_row);
    if enabled { response.on_hover_cursor(CursorIcon::PointingHand) } else { response }
}
