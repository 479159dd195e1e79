//! The way into the floor view: the button on the session's screens, and the choice before a session.
//!
//! Invariant: the choice is kept, so that the next session needs no key at all.

use eframe::egui::Ui;

use crate::{
    app::{Choice, FloorMsg, Msg},
    drawing::Token,
    settings::Turn,
    ui::{
        Messages, View,
        widgets::{
            button::{Button, Weight},
            frames,
            icon::Icon,
            segmented, text,
        },
    },
};

/// "Floor view", for a header.
pub fn open(view: View<'_>) -> (Button<'_>, Msg) {
    let words = &view.model.book.floor;
    let button = view.button(Weight::Secondary, &words.open).icon(Icon::Monitor).hint(&words.open_key);
    (button, Msg::Floor(FloorMsg::Enter))
}

/// Before the session: where the screen is, and how one will see it.
pub fn choice(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.floor.choice);
    let on = view.model.floor.on;
    frames::card(ui, theme, false, metrics.gap_20, |ui| {
        ui.set_width(ui.available_width());
        text::show(ui, theme, metrics.strong, Token::Ink, &words.screen);
        text::show(ui, theme, metrics.meta, Token::Ink2, &words.lead);
        ui.add_space(metrics.gap_8);
        // Nothing is preset until the person has said, or has opened the floor view by its key.
        let is_far = view.model.settings.screen_is_far.or(on.then_some(true));
        let current = is_far.map_or(usize::MAX, usize::from);
        let width = ui.available_width().min(metrics.reading_width);
        if let Some(picked) = segmented::show(ui, view.kit, &words.screen, &[&words.near, &words.far], current, width) {
            out.push(Msg::Set(Choice::ScreenIsFar(picked == 1)));
        }
        if !on {
            return;
        }
        ui.add_space(metrics.gap_16);
        text::show(ui, theme, metrics.strong, Token::Ink, &words.how);
        ui.add_space(metrics.gap_8);
        let labels = [&words.upright, &words.quarter, &words.half, &words.three_quarters].map(String::as_str);
        let current = Turn::ALL.iter().position(|&turn| turn == view.model.settings.floor_turn).unwrap_or(0);
        let width = ui.available_width().min(metrics.reading_width);
        let picked = segmented::show(ui, view.kit, &words.how, &labels, current, width);
        if let Some(&turn) = picked.and_then(|index| Turn::ALL.get(index)) {
            out.push(Msg::Floor(FloorMsg::Turn(turn)));
        }
    });
}
