//! Small measures of how far along: bars, dots, effort cells.

use eframe::egui::{Rect, Response, Role, Sense, Shape, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::{
    drawing::Token,
    ui::{theme::radius, widgets::Kit},
};

/// A bar filled to `share` (0 to 1), with a name for a screen reader.
pub fn bar(ui: &mut Ui, kit: Kit<'_>, width: f32, height: f32, share: f32, name: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let share = share.clamp(0.0, 1.0);
    // In whole tenths: a reader hears of a step, not of every second.
    describe(&response, name, Some(f64::from((share * 10.0).floor() * 10.0)));
    ui.painter().rect_filled(rect, radius(height / 2.0), kit.theme.color(Token::Track));
    let filled = Rect::from_min_size(rect.min, vec2((rect.width() * share).max(height), height));
    if share > 0.0 {
        ui.painter().rect_filled(filled, radius(height / 2.0), kit.theme.color(Token::Primary));
    }
}

/// Says what a bar or ring measures, from 0 to 100. A part that runs with the clock gives no value: a reader would say it
/// at every change, and over the words that matter.
pub fn describe(response: &Response, name: &str, value: Option<f64>) {
    response.widget_info(|| WidgetInfo { value, ..WidgetInfo::labeled(Role::ProgressIndicator, true, name) });
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(100.0);
    });
}

/// How large the dots of the rounds are together.
pub fn round_dots_size(kit: Kit<'_>, total: usize) -> Vec2 {
    let metrics = &kit.theme.metrics;
    vec2((total as f32 - 1.0).max(0.0) * (metrics.dot + metrics.gap_8) + metrics.dot * 2.4, metrics.dot)
}

/// Rounds as dots: done a disc, the current one a pill, those to come hollow. The words beside it say the same.
pub fn round_dots(ui: &mut Ui, kit: Kit<'_>, current: usize, total: usize) {
    let (theme, metrics) = (kit.theme, &kit.theme.metrics);
    let dot = metrics.dot;
    let (rect, _) = ui.allocate_exact_size(round_dots_size(kit, total), Sense::hover());
    let mut left = rect.left();
    for round in 1..=total {
        let wide = if round == current { dot * 2.4 } else { dot };
        let shape = Rect::from_min_size(pos2(left, rect.top()), vec2(wide, dot));
        if round <= current {
            ui.painter().rect_filled(shape, radius(dot / 2.0), theme.color(Token::Primary));
        } else {
            ui.painter().rect_stroke(shape, radius(dot / 2.0), theme.line(2.0, Token::Control), StrokeKind::Inside);
        }
        left += wide + metrics.gap_8;
    }
}

/// How large the cells of the effort are together.
pub fn effort_cells_size(kit: Kit<'_>) -> Vec2 {
    let (wide, high) = kit.theme.metrics.effort_cell;
    vec2((wide + kit.theme.metrics.gap_4 + 1.0) * 10.0 - kit.theme.metrics.gap_4, high)
}

/// Effort from 0 to 10: filled to the effort, empty to the cap, dashed above it. The words beside it say the same.
pub fn effort_cells(ui: &mut Ui, kit: Kit<'_>, effort: u8, cap: u8) {
    let (theme, metrics) = (kit.theme, &kit.theme.metrics);
    let (wide, high) = metrics.effort_cell;
    let step = wide + metrics.gap_4 + 1.0;
    let (rect, _) = ui.allocate_exact_size(effort_cells_size(kit), Sense::hover());
    for cell in 0..10_u8 {
        let shape = Rect::from_min_size(pos2(rect.left() + step * f32::from(cell), rect.top()), vec2(wide, high));
        if cell < effort {
            ui.painter().rect_filled(shape, radius(metrics.gap_4), theme.color(Token::Press));
        } else if cell < cap {
            ui.painter().rect_filled(shape, radius(metrics.gap_4), theme.color(Token::Track));
        } else {
            let corners = [shape.left_top(), shape.right_top(), shape.right_bottom(), shape.left_bottom(), shape.left_top()];
            ui.painter().extend(Shape::dashed_line(&corners, theme.line(metrics.border, Token::Control), 3.0, 2.5));
        }
    }
}

/// How large the day's dots are together.
pub fn limit_dots_size(kit: Kit<'_>, most: usize) -> Vec2 {
    let side = kit.theme.metrics.gap_28 - 2.0;
    vec2(most as f32 * (side + kit.theme.metrics.gap_8), side)
}

/// The day's sessions as dots, one beside the other: done filled, open ones dashed. The words beside it say the same.
pub fn limit_dots(ui: &mut Ui, kit: Kit<'_>, done: usize, most: usize) {
    let (theme, metrics) = (kit.theme, &kit.theme.metrics);
    let side = metrics.gap_28 - 2.0;
    let (whole, _) = ui.allocate_exact_size(limit_dots_size(kit, most), Sense::hover());
    for index in 0..most {
        let left = whole.left() + index as f32 * (side + metrics.gap_8);
        let rect = Rect::from_min_size(pos2(left, whole.top()), vec2(side, side));
        if index < done {
            ui.painter().circle_filled(rect.center(), side / 2.0, theme.color(Token::Primary));
            kit.icons.paint(ui.painter(), super::icon::Icon::Tick, rect.shrink(6.0), theme.color(Token::OnPrimary));
        } else {
            let ring: Vec<_> = (0..=48)
                .map(|step| {
                    let angle = std::f32::consts::TAU * step as f32 / 48.0;
                    rect.center() + vec2(angle.cos(), angle.sin()) * (side / 2.0 - 1.0)
                })
                .collect();
            ui.painter().extend(Shape::dashed_line(&ring, theme.line(1.6, Token::Control), 5.0, 4.0));
        }
    }
}
