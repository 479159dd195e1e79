//! A card over the page: one question, or one thing close up.
//!
//! Invariant: Esc, and a click beside it, put it away, and whoever shows it decides what that means. As it opens, the
//! keyboard is on the part that changes nothing.

use eframe::egui::{self, Id, Modal, Response, ScrollArea, Ui};

use crate::ui::{
    theme::radius,
    widgets::{Kit, frames},
};

/// Shows a card of this width, or as wide as the window allows, and tells whether it is to be put away.
///
/// `contents` is told whether the card has just opened.
pub fn show(ui: &Ui, kit: Kit<'_>, name: &str, width: f32, contents: impl FnOnce(&mut Ui, bool)) -> bool {
    let (theme, metrics) = (kit.theme, &kit.theme.metrics);
    let window = ui.ctx().content_rect();
    let pad = metrics.gap_24;
    let frame = frames::card_frame(theme, false, pad).corner_radius(radius(metrics.radius_card));
    let id = Id::unique(("over", name));
    let opens = opens(ui, id);
    let modal = Modal::new(id).frame(frame).show(ui.ctx(), |ui| {
        let room = window.size() - egui::Vec2::splat(2.0 * (pad + metrics.gap_12));
        ui.set_width(width.min(room.x));
        // What floats is given little room at first; only the window itself may make this scroll.
        ui.set_max_height(room.y);
        ScrollArea::vertical()
            .id_salt(name)
            .max_height(room.y)
            .min_scrolled_height(room.y)
            .auto_shrink([false, true])
            .show(ui, |ui| contents(ui, opens));
    });
    modal.should_close()
}

/// Puts the keyboard on a part as the card opens.
pub fn first(response: &Response, opens: bool) {
    if opens {
        response.request_focus();
    }
}

/// Whether the card was not there in the pass before.
fn opens(ui: &Ui, id: Id) -> bool {
    let pass = ui.ctx().cumulative_pass_nr();
    let before = ui.data_mut(|data| data.get_temp_mut_or_default::<Option<u64>>(id).replace(pass));
    before.is_none_or(|before| before + 1 < pass)
}
