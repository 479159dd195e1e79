//! Scrolling without a mouse, by the arrow and page keys.
//!
//! What gets the keyboard comes into view by itself (see [`crate::ui::widgets::focus`]). Invariant: the arrows scroll only
//! while they mean nothing else.

use eframe::egui::{EventFilter, Id, Key, Response, Ui, vec2};

/// How much of a page Page Down goes on: a line or two stay to read on from.
const PAGE: f32 = 0.85;
/// Further than any page is long, in points.
const WHOLE: f32 = 1e5;
/// How far an arrow scrolls, in points: two lines.
const LINE: f32 = 52.0;

/// Scrolls what is being shown by keys; call it first inside a scroll area.
pub fn by_keys(ui: &Ui) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    let page = ui.clip_rect().height() * PAGE;
    let focused = ui.memory(|memory| memory.focused());
    // These keys move a slider that has the keyboard, and then nothing else.
    if focused.is_some() && focused == ui.data(|data| data.get_temp(taker_id())) {
        return;
    }
    let mut steps = vec![(Key::PageDown, -page), (Key::PageUp, page), (Key::End, -WHOLE), (Key::Home, WHOLE)];
    // Elsewhere the arrows belong to what has the keyboard.
    if focused.is_none() || focused == ui.data(|data| data.get_temp(title_id())) {
        steps.extend([(Key::ArrowDown, -LINE), (Key::ArrowUp, LINE)]);
    }
    let delta: f32 = steps.into_iter().filter(|(key, _)| ui.input(|input| input.key_pressed(*key))).map(|(_, delta)| delta).sum();
    if delta != 0.0 {
        ui.scroll_with_delta(vec2(0.0, delta));
    }
}

/// Under this the id of the page's title is kept: the arrows scroll while it has the keyboard, and do not leave it.
fn title_id() -> Id {
    Id::unique("page-title")
}

/// Under this the id of the part is kept that takes the page keys for itself.
fn taker_id() -> Id {
    Id::unique("takes-page-keys")
}

/// Notes that the page keys belong to this part while it has the keyboard: a slider goes to its ends by them.
pub fn note_takes_page_keys(ui: &Ui, part: &Response) {
    if part.has_focus() {
        ui.data_mut(|data| data.insert_temp(taker_id(), part.id));
    }
}

/// Notes which part is the page's title.
pub fn note_title(ui: &Ui, title: &Response) {
    ui.data_mut(|data| data.insert_temp(title_id(), title.id));
    if title.has_focus() {
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(title.id, filter));
    }
}
