//! The keyboard's focus ring: outside the part, with a gap, so that it shows on every fill (screens.md section 3).

use eframe::egui::{Rect, Response, StrokeKind, Ui};

use crate::{
    drawing::Token,
    ui::theme::{Theme, radius},
};

/// Draws the ring when the keyboard is on this part.
pub fn ring(ui: &Ui, theme: &Theme, response: &Response, rect: Rect, corner: f32) {
    if response.has_focus() {
        always(ui, theme, rect, corner);
    }
}

/// Draws the ring whether or not the keyboard is there: Stop keeps it through a whole session.
pub fn always(ui: &Ui, theme: &Theme, rect: Rect, corner: f32) {
    let metrics = &theme.metrics;
    let outer = rect.expand(metrics.focus_gap);
    // The ring may reach over the edge of its panel, and should.
    let painter = ui.painter().with_clip_rect(ui.ctx().content_rect());
    painter.rect_stroke(
        outer,
        radius(corner + metrics.focus_gap + 1.0),
        theme.line(metrics.focus_stroke, Token::Focus),
        StrokeKind::Outside,
    );
}
