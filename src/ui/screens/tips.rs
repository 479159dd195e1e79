//! Tips and main points.

use crate::{
    app::{Msg, Route},
    content::fill,
    ui::{
        layout::{Node, parts},
        pane::Pane,
        screens::blocks,
        widgets::{bullets, button::Weight, icon::Icon},
    },
};

/// The page.
pub fn show(pane: &mut Pane<'_, '_>) {
    let view = pane.view;
    let (metrics, words) = (view.metrics(), &view.model.book.words.questions);
    let page = &view.model.book.guide.tips;
    pane.title(&page.title);
    pane.lead(&page.lead.text);
    let cards = page.tips.iter().map(|tip| {
        let mut lines = vec![view.h3(&tip.title)];
        lines.extend(tip.passages.iter().map(|passage| view.body(passage.text.as_str())));
        if let Some(section) = view.model.section_index(&tip.see) {
            let label = fill(&words.see_tip, &[("title", &view.model.book.guide.sections[section].title)]);
            let link = view.button(Weight::Quiet, label).icon(Icon::Book).height(metrics.button_small);
            lines.push(Node::wrap([view.press(link, Msg::Go(Route::Section(section)))]));
        }
        parts::card(view.kit, false, Node::column(lines).gap(metrics.gap_8).pad(metrics.gap_20))
    });
    let cards = cards.collect();
    pane.grid(metrics.reading_width * 0.6, 2, metrics.gap_12, cards);
    blocks::show(pane, "tips", &page.after_tips);
    pane.heading(&page.main_points_title);
    pane.say(&page.main_points_lead.text);
    bullets::steps(pane.ui, view.kit, page.main_points.iter().map(|point| point.text.as_str()));
    pane.gap(metrics.gap_8);
    blocks::show(pane, "closing", &page.closing);
}
