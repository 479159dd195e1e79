//! Warning signs: by how soon each needs someone, the most urgent first; to be copied, and to be printed as the card.

use eframe::egui::StrokeKind;

use crate::{
    app::{Copied, Msg, PrintMsg, ReadAloud},
    content::Level,
    drawing::Token,
    ui::{
        layout::{Node, parts},
        pane::Pane,
        read_aloud,
        screens::gate,
        theme::radius,
        widgets::{button::Weight, icon::Icon},
    },
};

/// The page.
pub fn show(pane: &mut Pane<'_, '_>) {
    let view = pane.view;
    let metrics = view.metrics();
    let page = &view.model.book.guide.warning;
    let words = &view.model.book.find.copy;
    let way =
        |icon, label, message| view.press(view.button(Weight::Secondary, label).icon(icon).height(metrics.button_small), message);
    let ways = vec![
        way(Icon::Print, &words.print, Msg::Print(PrintMsg::PrintCard)),
        way(Icon::Document, &words.page, Msg::Copy(Copied::WarningSigns)),
    ];
    pane.title_beside(&page.title, ways);
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
            lines.push(Node::wrap([way(Icon::Document, &words.numbers, Msg::Copy(Copied::Numbers))]));
        }
        lines.push(Node::wrap([read_aloud::ways(view, ReadAloud::Level(level.level), Some(&level.title))]));
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
