//! A few choices side by side, one of them current: by border and by fill, never by colour alone. A named group of radio
//! buttons to a screen reader; an arrow goes to the next and chooses it.
//!
//! Where they find no room side by side they stand one under the other.

use std::sync::Arc;

use eframe::egui::{Color32, CursorIcon, Galley, Rect, Role, Sense, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, vec2};

use crate::{
    drawing::Token,
    ui::{
        layout::Width,
        theme::radius,
        widgets::{Kit, focus, text},
    },
};

/// What every part says, and how large it is.
type Parts = Vec<(Arc<Galley>, Vec2)>;

/// How large the choices are at a width.
pub fn measure(ui: &Ui, kit: Kit<'_>, labels: &[impl AsRef<str>], width: Width) -> Vec2 {
    let metrics = &kit.theme.metrics;
    let line = |words: &str| text::line_width(ui, kit.theme, metrics.nav_on, words);
    let (rim, beside) = (2.0 * metrics.gap_4, 2.0 * metrics.gap_16);
    let natural = labels.iter().map(|label| line(label.as_ref()) + beside).sum::<f32>() + rim;
    match width {
        Width::Natural => vec2(natural, metrics.segmented),
        Width::Least => {
            let words = labels.iter().flat_map(|label| label.as_ref().split_whitespace());
            vec2(words.map(line).fold(0.0, f32::max) + rim + metrics.gap_8, metrics.segmented)
        }
        Width::Of(points) => {
            let (parts, stacked) = lay_out(ui, kit, labels, usize::MAX, points);
            let widest = labels.iter().map(|label| line(label.as_ref()) + beside).fold(0.0, f32::max) + rim;
            vec2(if stacked { widest } else { natural }.min(points), height(kit, &parts, stacked))
        }
    }
}

/// Shows the choices in the width there is and returns the index that was picked.
pub fn show(ui: &mut Ui, kit: Kit<'_>, name: &str, labels: &[impl AsRef<str>], current: usize, width: f32) -> Option<usize> {
    let (theme, metrics) = (kit.theme, &kit.theme.metrics);
    let (parts, stacked) = lay_out(ui, kit, labels, current, width);
    let (rect, _) = ui.allocate_exact_size(vec2(width, height(kit, &parts, stacked)), Sense::hover());
    let outline = theme.line(metrics.border, Token::Line);
    ui.painter().rect(rect, radius(metrics.radius_button), theme.color(Token::Sunk), outline, StrokeKind::Inside);
    let builder = UiBuilder::new().max_rect(rect).accessibility_role(Role::RadioGroup);
    let mut group = ui.new_child(builder);
    group.ctx().accesskit_node_builder(group.unique_id(), |node| node.set_label(name));
    let (scope, ui) = (ui.scope_id(), &mut group);
    let mut picked = None;
    let mut at = rect.shrink(metrics.gap_4).min;
    for (index, ((galley, size), label)) in parts.into_iter().zip(labels).enumerate() {
        let part = Rect::from_min_size(at, size);
        at = if stacked { part.left_bottom() } else { part.right_top() };
        let response = ui.interact(part, scope.with((name, index)), Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), index == current, label.as_ref()));
        if index == current {
            let stroke = theme.line(metrics.control_border, Token::Primary);
            ui.painter().rect(part, radius(metrics.radius_row), theme.color(Token::Surface), stroke, StrokeKind::Inside);
        }
        let words = part.center() - galley.size() / 2.0;
        ui.painter().galley(words, galley, Color32::PLACEHOLDER);
        focus::ring(ui, theme, &response, part, metrics.radius_row);
        if (response.clicked() || focus::chosen_by_arrow(ui, &response)) && index != current {
            picked = Some(index);
        }
    }
    picked
}

/// The parts at a width, and whether they stand one under the other.
fn lay_out(ui: &Ui, kit: Kit<'_>, labels: &[impl AsRef<str>], current: usize, width: f32) -> (Parts, bool) {
    let metrics = &kit.theme.metrics;
    let inner = vec2(width - 2.0 * metrics.gap_4, metrics.segmented - 2.0 * metrics.gap_4);
    let galleys = |room: f32| {
        let galley = |(index, label): (usize, &_)| {
            let token = if index == current { Token::PrimaryInk } else { Token::Ink2 };
            text::wrapped(ui, kit.theme, metrics.nav_on, token, AsRef::<str>::as_ref(label), room)
        };
        labels.iter().enumerate().map(galley).collect::<Vec<_>>()
    };
    let lines = galleys(f32::INFINITY);
    let spare = inner.x - lines.iter().map(|galley| galley.size().x).sum::<f32>();
    let count = labels.len().max(1) as f32;
    // Side by side while the words can still be told apart; each has its word's width and an equal share of the rest.
    // Half a point for what rounding takes.
    if spare + 0.5 >= metrics.gap_8 * count || labels.len() < 2 {
        let sized = |galley: Arc<Galley>| (galley.size().x + spare / count, galley);
        return (lines.into_iter().map(sized).map(|(wide, galley)| (galley, vec2(wide, inner.y))).collect(), false);
    }
    let high = |galley: &Galley| (galley.size().y + metrics.gap_8).max(metrics.button_small);
    let sized = |galley: Arc<Galley>| (vec2(inner.x, high(&galley)), galley);
    (galleys(inner.x - metrics.gap_8 + 0.5).into_iter().map(sized).map(|(size, galley)| (galley, size)).collect(), true)
}

fn height(kit: Kit<'_>, parts: &Parts, stacked: bool) -> f32 {
    let metrics = &kit.theme.metrics;
    if stacked { parts.iter().map(|(_, size)| size.y).sum::<f32>() + 2.0 * metrics.gap_4 } else { metrics.segmented }
}
