//! Tips and main points.

use crate::{
    app::{Msg, ReadAloud, Route},
    content::fill,
    ui::{
        layout::{Node, parts},
        pane::Pane,
        read_aloud,
        screens::blocks,
        widgets::{bullets, button::Weight, icon::Icon},
    },
};

/// The page.
pub fn show(pane: &mut Pane<'_, '_>) {
    let view = pane.view;
    let (metrics, words) = (view.metrics(), &view.model.book.words.questions);
    let page = &view.model.book.guide.tips;
    pane.title_beside(&page.title, vec![read_aloud::ways(view, ReadAloud::Tips, None)]);
    pane.lead(&page.lead.text);
    let cards = page.tips.iter().enumerate().map(|(index, tip)| {
        let mut lines = vec![view.h3(&tip.title)];
        lines.extend(tip.passages.iter().map(|passage| view.body(passage.text.as_str())));
        let mut ways = vec![read_aloud::ways(view, ReadAloud::Tip(index), Some(&tip.title))];
        if let Some(section) = view.model.section_index(&tip.see) {
            let label = fill(&words.see_tip, &[("title", &view.model.book.guide.sections[section].title)]);
            let link = view.button(Weight::Quiet, label).icon(Icon::Book).height(metrics.button_small);
            ways.insert(0, view.press(link.pad(0.0), Msg::Go(Route::Section(section))));
        }
        // At the foot of the card, so that in a row of cards they stand on one line.
        lines.extend([Node::spring(), Node::wrap(ways).gap(metrics.gap_8)]);
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
