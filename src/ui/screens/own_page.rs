//! Pages of their own, made of blocks: what else helps, and sources and review.

use crate::{
    app::ReadAloud,
    content::Page,
    ui::{layout::Node, pane::Pane, read_aloud, screens::blocks, widgets::bullets},
};

/// What else helps a sore back.
pub fn helps(pane: &mut Pane<'_, '_>) {
    let aloud = read_aloud::ways(pane.view, ReadAloud::Helps, None);
    page(pane, "helps", &pane.view.model.book.guide.helps, vec![aloud]);
}

/// Who has looked at the texts, and then each note with where it comes from.
pub fn sources(pane: &mut Pane<'_, '_>) {
    let (view, guide) = (pane.view, &pane.view.model.book.guide);
    page(pane, "sources", &guide.sources, Vec::new());
    let notes: Vec<String> = guide.notes.iter().map(|note| format!("{} **{}**", note.text, note.source)).collect();
    bullets::list(pane.ui, view.kit, notes.iter().map(String::as_str));
}

fn page(pane: &mut Pane<'_, '_>, key: &str, page: &Page, ways: Vec<Node<'_>>) {
    pane.title_beside(&page.title, ways);
    pane.lead(&page.lead.text);
    blocks::show(pane, key, &page.blocks);
}
