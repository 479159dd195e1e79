//! Pages of their own, made of blocks: what else helps, and sources and review.

use crate::{
    content::Page,
    ui::{pane::Pane, screens::blocks, widgets::bullets},
};

/// What else helps a sore back.
pub fn helps(pane: &mut Pane<'_, '_>) {
    page(pane, "helps", &pane.view.model.book.guide.helps);
}

/// Who has looked at the texts, and then each note with where it comes from.
pub fn sources(pane: &mut Pane<'_, '_>) {
    let (view, guide) = (pane.view, &pane.view.model.book.guide);
    page(pane, "sources", &guide.sources);
    let notes: Vec<String> = guide.notes.iter().map(|note| format!("{} **{}**", note.text, note.source)).collect();
    bullets::list(pane.ui, view.kit, notes.iter().map(String::as_str));
}

fn page(pane: &mut Pane<'_, '_>, key: &str, page: &Page) {
    pane.title(&page.title);
    pane.lead(&page.lead.text);
    blocks::show(pane, key, &page.blocks);
}
