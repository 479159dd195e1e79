//! Warning signs: by how soon each needs someone, the most urgent first.

use eframe::egui::StrokeKind;

use crate::{
    content::Level,
    drawing::Token,
    ui::{
        layout::{Node, parts},
        pane::Pane,
        screens::gate,
        theme::radius,
        widgets::icon::Icon,
    },
};

/// The page.
pub fn show(pane: &mut Pane<'_, '_>) {
    let view = pane.view;
    let metrics = view.metrics();
    let page = &view.model.book.guide.warning;
    pane.title(&page.title);
    pane.lead(&page.lead.text);
    for level in &page.levels {
        let emergency = level.level == Level::Emergency;
        let (ground, line, ink) =
            if emergency { (Token::StopSoft, Token::Stop, Token::StopInk) } else { (Token::Surface, Token::Line, Token::Ink) };
        let border = if emergency { metrics.control_border } else { metrics.border };
        let icon = if emergency { Icon::Phone } else { Icon::Warning };
        let head = [parts::icon(view.kit, icon, metrics.gap_24, ink), view.h2(&level.title).grow()];
        let mut lines = vec![
            Node::row(head).gap(metrics.gap_12),
            view.words(metrics.strong, ink, level.act.text.as_str()).most_width(metrics.reading_width),
        ];
        if emergency {
            lines.push(gate::numbers(pane.ui, view, pane.width() - 2.0 * metrics.gap_20));
        }
        lines.push(parts::bullets(view, level.signs.iter().map(|sign| sign.text.as_str())));
        let card = Node::column(lines).gap(metrics.gap_12).pad(metrics.gap_20);
        pane.put(card.on(move |ui, rect, _| {
            let theme = view.kit.theme;
            let stroke = theme.line(border, line);
            ui.painter().rect(rect, radius(metrics.radius_card), theme.color(ground), stroke, StrokeKind::Inside);
        }));
    }
    pane.hint(&page.source);
}
