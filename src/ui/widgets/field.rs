//! A field to type into, in our frame and with our focus ring.
//!
//! Invariant: all of the frame belongs to the field, so that a finger anywhere on it lands in the text.

use eframe::egui::{FontSelection, Frame, Margin, Response, TextEdit, Ui, accesskit::Invalid};

use crate::{
    drawing::Token,
    ui::{
        metrics::TextRole,
        theme::{Theme, radius},
        widgets::focus,
    },
};

/// Shows a field as wide as there is room, with one line `height` points high. `wrong`: what stands in it is not taken.
pub fn show(ui: &mut Ui, theme: &Theme, role: TextRole, name: &str, wrong: bool, height: f32, edit: TextEdit<'_>) -> Response {
    let metrics = &theme.metrics;
    let font = theme.format(role, Token::Ink).font_id;
    let line = theme.line(metrics.control_border, if wrong { Token::Stop } else { Token::Control });
    let spare = (height - ui.fonts_mut(|fonts| fonts.row_height(&font)) - 2.0 * line.width).max(0.0);
    let (across, top) = (metrics.gap_12 as i8, (spare / 2.0).round() as i8);
    let margin = Margin { left: across, right: across, top, bottom: spare.round() as i8 - top };
    let frame = Frame::new().fill(theme.color(Token::Surface)).stroke(line).corner_radius(radius(metrics.radius_row));
    let edit = edit.font(FontSelection::FontId(font)).text_color(theme.color(Token::Ink)).frame(frame.inner_margin(margin));
    let response = ui.add(edit.desired_width(ui.available_width())).accessible_name(name);
    if wrong {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_invalid(Invalid::True));
    }
    focus::ring(ui, theme, &response, response.rect, metrics.radius_row);
    response
}
