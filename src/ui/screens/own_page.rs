//! Pages of their own, made of blocks: what else helps, and sources and review.

use eframe::egui::Ui;

use crate::{
    content::Page,
    ui::{
        Messages, View,
        frame::Room,
        screens::{self, blocks},
        widgets::bullets,
    },
};

/// What else helps a sore back.
pub fn helps(ui: &mut Ui, view: View<'_>, room: Room, out: &mut Messages) {
    page(ui, view, room, "helps", &view.model.book.guide.helps, out);
}

/// Who has looked at the texts, and then each note with where it comes from.
pub fn sources(ui: &mut Ui, view: View<'_>, room: Room, out: &mut Messages) {
    let guide = &view.model.book.guide;
    page(ui, view, room, "sources", &guide.sources, out);
    let notes: Vec<String> = guide.notes.iter().map(|note| format!("{} **{}**", note.text, note.source)).collect();
    bullets::list(ui, view.kit, notes.iter().map(String::as_str));
}

fn page(ui: &mut Ui, view: View<'_>, room: Room, key: &str, page: &Page, out: &mut Messages) {
    screens::title(ui, view, &page.title);
    screens::lead(ui, view, &page.lead.text);
    blocks::show(ui, view, room, key, &page.blocks, out);
}
