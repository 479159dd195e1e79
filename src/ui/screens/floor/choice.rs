//! The way into the floor view: the button on the session's screens, and the choice before a session.
//!
//! Invariant: the choice is kept, so that the next session needs no key at all.

use crate::{
    app::{Choice, FloorMsg, Msg},
    settings::Turn,
    ui::{
        View,
        layout::Node,
        pane::Pane,
        widgets::{
            button::{Button, Weight},
            icon::Icon,
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
pub fn choice(pane: &mut Pane<'_, '_>) {
    let (view, metrics, words) = (pane.view, pane.metrics(), &pane.view.model.book.floor.choice);
    // Nothing is preset until the person has said, or has opened the floor view by its key.
    let is_far = view.model.settings.screen_is_far.or(view.model.floor.on.then_some(true));
    let places = [&words.near, &words.far].map(String::clone).to_vec();
    let picks = [false, true].map(|far| Msg::Set(Choice::ScreenIsFar(far))).to_vec();
    let place = view.choices(&words.screen, places, is_far.map_or(usize::MAX, usize::from), picks);
    let mut rows = vec![view.told(&words.screen, words.lead.as_str()), place.most_width(metrics.reading_width)];
    if view.model.floor.on {
        let turns = [&words.upright, &words.quarter, &words.half, &words.three_quarters].map(String::clone).to_vec();
        let current = Turn::ALL.iter().position(|&turn| turn == view.model.settings.floor_turn).unwrap_or(0);
        let picks = Turn::ALL.map(|turn| Msg::Floor(FloorMsg::Turn(turn))).to_vec();
        rows.push(view.strong(words.how.as_str()));
        rows.push(view.choices(&words.how, turns, current, picks).most_width(metrics.reading_width));
    }
    pane.card(Node::column(rows).gap(metrics.gap_8));
}
