//! What else can be done, as keys with their words: side by side where they fit, one under the other where not.
//!
//! Not the way on: that is a card or a band. Invariant: each hint is a key's shape and its words, can be pressed, and
//! keeps clear of the next one.

use eframe::egui::{Pos2, Rect, Vec2, vec2};

use super::{
    page::{Hit, Page},
    parts,
};
use crate::{app::Msg, drawing::Token, ui::widgets::icon::Icon};

/// One key and what it does.
pub(super) struct Hint {
    pub cap: Icon,
    pub words: String,
    pub message: Msg,
}

/// Where each hint lies, from the top left corner of all of them.
fn places(page: &Page<'_>, room: f32, hints: &[Hint]) -> Vec<Rect> {
    let (gap, cap) = (page.gap(), page.len(page.sizes().key_cap));
    let mut places: Vec<Rect> = Vec::new();
    let (mut at, mut row) = (Pos2::ZERO, 0.0_f32);
    for hint in hints {
        let natural = cap + gap + page.hint(Token::Ink).natural(page.ui(), page.theme(), &hint.words);
        let size = vec2(natural.min(room), parts::key_height(page, natural.min(room), &hint.words));
        if at.x > 0.0 && at.x + size.x > room {
            at = Pos2::new(0.0, at.y + row + gap);
            row = 0.0;
        }
        places.push(Rect::from_min_size(at, size));
        at.x += size.x + gap * 2.0;
        row = row.max(size.y);
    }
    places
}

/// How high they come out in a column of this width.
pub(super) fn height(page: &Page<'_>, room: f32, hints: &[Hint]) -> f32 {
    places(page, room, hints).last().map_or(0.0, |place| place.bottom())
}

/// Paints them from here down; what they say when they are pressed.
pub(super) fn show(page: &Page<'_>, corner: Pos2, room: f32, hints: Vec<Hint>) -> Vec<Hit> {
    let places = places(page, room, &hints);
    let shown = hints.into_iter().zip(places).map(|(hint, place)| {
        let place = place.translate(corner.to_vec2());
        parts::key_hint(page, place.min, place.width(), hint.cap, &hint.words, Token::Ink2);
        page.hit(place.expand2(Vec2::splat(page.gap() / 4.0)), hint.words, hint.message)
    });
    shown.collect()
}
