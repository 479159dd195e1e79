//! Under the figure: what to keep still and how firmly, and the six steps of a round.

use eframe::egui::{Align, Color32, Layout, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::{
    drawing::Token,
    session::{Phase, Position, Session, Side},
    ui::{
        View,
        metrics::{TextRole, Weight as FontWeight},
        theme::radius,
        widgets::{frames, icon::Icon, progress, text},
    },
};

/// What to keep still, and how firmly, on the floor band.
pub(super) fn floor_line(ui: &mut Ui, view: View<'_>, session: &Session, stage: Rect, pad: f32) {
    let (theme, metrics, cues) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues);
    let row = Rect::from_min_max(
        pos2(stage.left() + pad, stage.bottom() - metrics.gap_48 + metrics.gap_4),
        pos2(stage.right() - pad, stage.bottom() - metrics.gap_12),
    );
    let sides = &cues.sides;
    let caption = match (session.position(), session.hand()) {
        (Position::AllFours, Some(Side::Left)) => &sides.pressing_left,
        (Position::AllFours, Some(Side::Right)) => &sides.pressing_right,
        _ => &cues.position(session.position()).caption,
    };
    frames::placed_row(ui, row, |ui| {
        // Nothing is pressed yet, and nothing is asked of the hands.
        if matches!(session.phase(), Phase::GettingDown(_) | Phase::Settle | Phase::Core(_)) {
            return;
        }
        if row.width() > metrics.session_side * 1.6 {
            text::show(ui, theme, metrics.nav, Token::Ink, caption);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if row.width() > metrics.session_side * 1.25 {
                let cap = session.plan().effort_cap().value();
                progress::effort_cells(ui, view.kit, session.effort().value(), cap);
                ui.add_space(metrics.gap_12);
            }
            let line = format!("{} **{}**", cues.effort.label, cues.effort_line(session.effort()));
            let galley = text::line(ui, theme, metrics.nav, Token::Ink, &line);
            let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text::plain(&line)));
            ui.painter().galley(rect.min, galley, Color32::PLACEHOLDER);
        });
    });
}

/// The six steps: done ones ticked, the current one bold, the next ones plain.
pub(super) fn phases(ui: &mut Ui, view: View<'_>, session: &Session, rect: Rect) {
    let (theme, metrics, cues) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues);
    let current = session.phase().step_of_round().unwrap_or(0);
    let gap = metrics.gap_8;
    let count = Phase::ROUND.len() as f32;
    let width = (rect.width() - gap * (count - 1.0)) / count;
    for (index, &phase) in Phase::ROUND.iter().enumerate() {
        let left = rect.left() + index as f32 * (width + gap);
        let bar = Rect::from_min_size(pos2(left, rect.top()), vec2(width, metrics.phase_bar));
        let token = if index <= current { Token::Primary } else { Token::Track };
        ui.painter().rect_filled(bar, radius(metrics.phase_bar / 2.0), theme.color(token));
        let (role, ink) = match index.cmp(&current) {
            std::cmp::Ordering::Less => (metrics.nav, Token::PrimaryInk),
            std::cmp::Ordering::Equal => (TextRole { weight: FontWeight::Bold, ..metrics.nav }, Token::Ink),
            std::cmp::Ordering::Greater => (metrics.nav, Token::Ink2),
        };
        let top = bar.bottom() + metrics.gap_8;
        let mut x = left;
        if index < current {
            let tick = Rect::from_min_size(pos2(x, top + 3.0), vec2(metrics.gap_16, metrics.gap_16));
            view.kit.icons.paint(ui.painter(), Icon::Tick, tick, theme.color(ink));
            x += metrics.gap_24;
        }
        let galley = text::line(ui, theme, role, ink, cues.strip(phase));
        if x + galley.size().x <= left + width {
            ui.painter().galley(pos2(x, top), galley, Color32::PLACEHOLDER);
        }
    }
}
