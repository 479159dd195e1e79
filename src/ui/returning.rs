//! A page that is come back to: scrolled to where it was, with the keyboard on what had it there.
//!
//! Not the way back itself, which the model knows. Invariant: what had the keyboard gets it back only where it still is.

use eframe::egui::{Id, Rect, Ui};

use crate::{
    app::Msg,
    ui::{Messages, View, widgets::focus},
};

/// How far a page must have moved for it to be told, in points.
const FAR: f32 = 0.5;

/// Tells how far the page is scrolled, and notes what has the keyboard in it; `room` is what can be seen of the page.
pub fn note(ui: &Ui, view: View<'_>, room: Rect, scrolled: f32, out: &mut Messages) {
    let model = view.model;
    if (scrolled - model.trail.scroll).abs() > FAR {
        out.push(Msg::Scrolled(scrolled));
    }
    let place = Id::unique(("keyboard-on-page", model.route.key()));
    if model.trail.returns.is_some() && model.page_is_new {
        if let Some(had) = ui.data(|data| data.get_temp::<Id>(place)) {
            ui.memory_mut(|memory| memory.request_focus(had));
        }
        return focus::keep_here(ui);
    }
    let focused = ui.memory(|memory| memory.focused());
    let inside = focused.and_then(|focused| ui.ctx().read_response(focused)).filter(|response| room.intersects(response.rect));
    ui.data_mut(|data| match inside {
        Some(response) => drop(data.insert_temp(place, response.id)),
        None => data.remove::<Id>(place),
    });
}
