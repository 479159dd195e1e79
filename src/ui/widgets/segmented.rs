//! A few choices side by side, one of them current: by border and by fill, never by colour alone.

use eframe::egui::{Color32, CursorIcon, Rect, Role, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::{
    drawing::Token,
    ui::{
        theme::radius,
        widgets::{Kit, focus, text},
    },
};

/// As wide as the words and their room are; never wider is asked for than there is.
pub fn natural_width(ui: &Ui, kit: Kit<'_>, labels: &[&str]) -> f32 {
    let metrics = &kit.theme.metrics;
    let words = labels.iter().map(|label| text::line(ui, kit.theme, metrics.nav_on, Token::Ink, label).size().x);
    words.map(|word| word + 2.0 * metrics.gap_16).sum::<f32>() + 2.0 * metrics.gap_4
}

/// Shows the choices in the width there is and returns the index that was picked. Where they do not fit side by
/// side, they stand one under the other.
pub fn show(ui: &mut Ui, kit: Kit<'_>, name: &str, labels: &[&str], current: usize, width: f32) -> Option<usize> {
    let (theme, metrics) = (kit.theme, &kit.theme.metrics);
    let stacked = labels.len() > 1 && tight_width(ui, kit, labels) > width;
    let lines = if stacked { labels.len() as f32 } else { 1.0 };
    let inner_height = metrics.segmented - 2.0 * metrics.gap_4;
    let size = vec2(width, 2.0 * metrics.gap_4 + inner_height.max(if stacked { metrics.button_small } else { 0.0 }) * lines);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let outline = theme.line(metrics.border, Token::Line);
    ui.painter().rect(rect, radius(metrics.radius_button), theme.color(Token::Sunk), outline, StrokeKind::Inside);
    let inner = rect.shrink(metrics.gap_4);
    let galleys: Vec<_> = labels
        .iter()
        .enumerate()
        .map(|(index, label)| {
            let token = if index == current { Token::PrimaryInk } else { Token::Ink2 };
            text::line(ui, theme, metrics.nav_on, token, label)
        })
        .collect();
    // Each part gets its word's width and an equal share of what is left.
    let spare = (inner.width() - galleys.iter().map(|galley| galley.size().x).sum::<f32>()) / labels.len().max(1) as f32;
    let mut picked = None;
    let mut at = inner.min;
    for (index, galley) in galleys.into_iter().enumerate() {
        let size =
            if stacked { vec2(inner.width(), inner.height() / lines) } else { vec2(galley.size().x + spare, inner.height()) };
        let part = Rect::from_min_size(at, size);
        at = if stacked { pos2(at.x, part.bottom()) } else { pos2(part.right(), at.y) };
        let response =
            ui.interact(part, ui.scope_id().with((name, index)), Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), index == current, labels[index]));
        if index == current {
            let stroke = theme.line(metrics.control_border, Token::Primary);
            ui.painter().rect(part, radius(metrics.radius_row), theme.color(Token::Surface), stroke, StrokeKind::Inside);
        }
        let at = part.center() - galley.size() / 2.0;
        ui.painter().galley(at, galley, Color32::PLACEHOLDER);
        focus::ring(ui, theme, &response, part, metrics.radius_row);
        if response.clicked() && index != current {
            picked = Some(index);
        }
    }
    picked
}

/// The least width in which the words stand side by side and can still be told apart.
fn tight_width(ui: &Ui, kit: Kit<'_>, labels: &[&str]) -> f32 {
    let metrics = &kit.theme.metrics;
    let words = labels.iter().map(|label| text::line(ui, kit.theme, metrics.nav_on, Token::Ink, label).size().x);
    words.map(|word| word + metrics.gap_8).sum::<f32>() + 2.0 * metrics.gap_4
}
