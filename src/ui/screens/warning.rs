//! Warning signs: by how soon each needs someone, the most urgent first.

use eframe::egui::{Frame, Ui};

use crate::{
    content::Level,
    drawing::Token,
    ui::{
        Messages, View, screens,
        screens::gate,
        theme::radius,
        widgets::{bullets, frames, icon::Icon, text},
    },
};

/// The page.
pub fn show(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let page = &view.model.book.guide.warning;
    screens::title(ui, view, &page.title);
    screens::lead(ui, view, &page.lead.text);
    for level in &page.levels {
        let emergency = level.level == Level::Emergency;
        let (ground, line, ink) =
            if emergency { (Token::StopSoft, Token::Stop, Token::StopInk) } else { (Token::Surface, Token::Line, Token::Ink) };
        let width = if emergency { metrics.control_border } else { metrics.border };
        let frame = Frame::new()
            .fill(theme.color(ground))
            .stroke(theme.line(width, line))
            .corner_radius(radius(metrics.radius_card))
            .inner_margin(frames::margin(metrics.gap_20));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                frames::icon_here(ui, view.kit, if emergency { Icon::Phone } else { Icon::Warning }, ink);
                ui.add_space(metrics.gap_12);
                text::heading(ui, theme, metrics.h2, 2, &level.title);
            });
            ui.add_space(metrics.gap_8);
            text::show(ui, theme, metrics.strong, ink, &level.act.text);
            ui.add_space(metrics.gap_12);
            if emergency {
                gate::numbers(ui, view, out);
                ui.add_space(metrics.gap_12);
            }
            bullets::list(ui, view.kit, level.signs.iter().map(|sign| sign.text.as_str()));
        });
        ui.add_space(metrics.gap_16);
    }
    text::show(ui, theme, metrics.meta, Token::Ink2, &page.source);
}
