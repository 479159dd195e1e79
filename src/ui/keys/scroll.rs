//! Scrolling without a mouse: by the arrow and page keys, and so that what gets the keyboard is in view.
//!
//! Invariant: what has the keyboard is never out of sight because of a key (WCAG 2.4.11).

use eframe::egui::{EventFilter, Id, Key, Response, Ui, vec2};

/// How much of a page Page Down goes on: a line or two stay to read on from.
const PAGE: f32 = 0.85;
/// Further than any page is long, in points.
const WHOLE: f32 = 1e5;
/// How far an arrow scrolls, in points: two lines.
const LINE: f32 = 52.0;
/// What is kept in view around a part that gets the keyboard: its focus ring and a little air, in points.
const AROUND: f32 = 12.0;

/// Scrolls what is being shown by keys, and so that what has just got the keyboard is in view; call it first inside a
/// scroll area.
pub fn by_keys(ui: &Ui) {
    follow_focus(ui);
    if ui.ctx().text_edit_focused() {
        return;
    }
    let page = ui.clip_rect().height() * PAGE;
    let mut steps = vec![(Key::PageDown, -page), (Key::PageUp, page), (Key::End, -WHOLE), (Key::Home, WHOLE)];
    // Elsewhere the arrows belong to what has the keyboard.
    let focused = ui.memory(|memory| memory.focused());
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

/// Notes which part is the page's title.
pub fn note_title(ui: &Ui, title: &Response) {
    ui.data_mut(|data| data.insert_temp(title_id(), title.id));
    if title.has_focus() {
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(title.id, filter));
    }
}

/// Brings what has just got the keyboard into view (WCAG 2.4.11).
fn follow_focus(ui: &Ui) {
    let focused = ui.memory(|memory| memory.focused());
    let seen = Id::unique(("focus-followed", ui.layer_id()));
    let before: Option<Option<Id>> = ui.data(|data| data.get_temp(seen));
    if before == Some(focused) {
        return;
    }
    let Some(response) = focused.and_then(|focused| ui.ctx().read_response(focused)) else {
        ui.data_mut(|data| data.insert_temp(seen, focused));
        return;
    };
    let view = ui.clip_rect();
    let here = response.layer_id == ui.layer_id() && view.x_range().contains(response.rect.center().x);
    if !here {
        return; // It stands in another scroll area.
    }
    ui.data_mut(|data| data.insert_temp(seen, focused));
    let around = response.rect.expand(AROUND);
    if !view.y_range().contains(around.top()) || !view.y_range().contains(around.bottom()) {
        ui.scroll_to_rect(around, None);
        ui.ctx().request_repaint();
    }
}
