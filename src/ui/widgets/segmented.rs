//! A few choices side by side, one of them current: by border and by fill, never by colour alone.

use eframe::egui::{Color32, CursorIcon, Rect, Role, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::{
    drawing::Token,
    ui::{
        theme::radius,
        widgets::{Kit, focus, text},
    },
};

/// Shows the choices in the width there is and returns the index that was picked.
pub fn show(ui: &mut Ui, kit: Kit<'_>, name: &str, labels: &[&str], current: usize, width: f32) -> Option<usize> {
    let (theme, metrics) = (kit.theme, &kit.theme.metrics);
    let (rect, _) = ui.allocate_exact_size(vec2(width, metrics.segmented), Sense::hover());
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
    let mut left = inner.left();
    for (index, galley) in galleys.into_iter().enumerate() {
        let part = Rect::from_min_size(pos2(left, inner.top()), vec2(galley.size().x + spare, inner.height()));
        left = part.right();
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
