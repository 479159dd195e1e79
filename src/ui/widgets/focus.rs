//! The keyboard's focus ring: outside the part, with a gap, so that it shows on every fill (screens.md section 3).

use eframe::egui::{EventFilter, Id, Key, Rect, Response, StrokeKind, Ui};

use crate::{
    drawing::Token,
    ui::theme::{Theme, radius},
};

/// Draws the ring when the keyboard is on this part, and brings into view what the keyboard has come to.
pub fn ring(ui: &Ui, theme: &Theme, response: &Response, rect: Rect, corner: f32) {
    if response.has_focus() {
        always(ui, theme, rect, corner);
        // Not what was clicked: it must stay under the pointer.
        if response.gained_focus() && !ui.input(|input| input.pointer.any_released()) {
            response.scroll_to_me(None);
        }
    }
}

/// Draws the ring around what holds the part that has the keyboard: the frame of a text field.
pub fn always(ui: &Ui, theme: &Theme, rect: Rect, corner: f32) {
    let metrics = &theme.metrics;
    let outer = rect.expand(metrics.focus_gap);
    // The ring may reach over the edge of its panel, and should.
    let painter = ui.painter().with_clip_rect(ui.ctx().content_rect());
    painter.rect_stroke(
        outer,
        radius(corner + metrics.focus_gap + 1.0),
        theme.line(metrics.focus_stroke, Token::Focus),
        StrokeKind::Outside,
    );
}

/// The same for cards that were shown under these ids.
pub fn arrows_among(ui: &Ui, ids: &[Id]) {
    let cards: Vec<_> = ids.iter().filter_map(|&id| ui.ctx().read_response(id)).collect();
    arrows(ui, &cards);
}

/// Lets the arrows go from one of a row of cards to the next, past whatever else stands in a card.
pub fn arrows(ui: &Ui, cards: &[Response]) {
    let Some(here) = cards.iter().position(Response::has_focus) else { return };
    let steps = [(Key::ArrowRight, 1), (Key::ArrowDown, 1), (Key::ArrowLeft, -1), (Key::ArrowUp, -1)];
    let pressed = steps.into_iter().find(|(key, _)| ui.input(|input| input.key_pressed(*key) && input.modifiers.is_none()));
    let there = pressed.and_then(|(_, step)| here.checked_add_signed(step)).and_then(|there| cards.get(there));
    if let Some(there) = there {
        there.request_focus();
        there.scroll_to_me(None);
    }
    // Or egui would go to the nearest part in that direction by itself.
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    if let Some(holder) = there.or(cards.get(here)) {
        ui.memory_mut(|memory| memory.set_focus_lock_filter(holder.id, filter));
    }
}
