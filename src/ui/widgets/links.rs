//! Links inside words: painted with the words, followed with a click, or with Tab and Enter.
//!
//! Not a page: where a link leads is left for the frame, which says it once everything is shown. Invariant: a link is
//! one part to a screen reader, however many lines its words take.

use eframe::egui::{CursorIcon, Galley, Id, Pos2, Rect, Role, Sense, Ui, WidgetInfo, vec2};

use crate::{
    content::{Target, stretches},
    ui::{theme::Theme, widgets::focus},
};

/// The corner of the ring around a link, in points.
const CORNER: f32 = 4.0;

fn followed() -> Id {
    Id::unique("link-followed")
}

/// Lets the links be followed that were painted with these words, from `origin` on; `id` is the words' own.
pub fn act(ui: &Ui, theme: &Theme, text: &str, galley: &Galley, origin: Pos2, id: Id) {
    if !text.contains("](") {
        return;
    }
    let mut at = 0;
    for (index, stretch) in stretches(text).into_iter().enumerate() {
        let letters = at..at + stretch.text.chars().count();
        at = letters.end;
        let Some(target) = stretch.link.and_then(Target::read) else { continue };
        let rows = rows(galley, origin, letters);
        let Some(whole) = rows.iter().copied().reduce(Rect::union) else { continue };
        let response = ui.interact(whole, id.with(("link", index)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, stretch.text));
        rows.iter().for_each(|row| focus::ring(ui, theme, &response, *row, CORNER));
        let on_words = |at: Pos2| rows.iter().any(|row| row.contains(at));
        if response.hover_pos().is_some_and(on_words) {
            ui.set_cursor_icon(CursorIcon::PointingHand);
        }
        // Between the lines of a link that wraps stand other words; a key or a screen reader has no place.
        if response.clicked() && response.interact_pointer_pos().is_none_or(on_words) {
            ui.data_mut(|data| data.insert_temp(followed(), Some(target)));
        }
    }
}

/// The page that a link has asked for since this was asked last.
pub fn take_followed(ui: &Ui) -> Option<Target> {
    ui.data_mut(|data| data.remove_temp::<Option<Target>>(followed())).flatten()
}

/// Where some letters stand: a rectangle for each line.
fn rows(galley: &Galley, origin: Pos2, letters: std::ops::Range<usize>) -> Vec<Rect> {
    let mut found = Vec::new();
    let mut at = 0;
    for row in &galley.rows {
        let here = row.row.glyphs.iter().zip(at..).filter(|(glyph, at)| letters.contains(at) && !glyph.chr.is_whitespace());
        let spans = here.map(|(glyph, _)| (glyph.pos.x, glyph.pos.x + glyph.advance_width));
        let span = spans.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)));
        if let Some((left, right)) = span {
            let corner = origin + row.pos.to_vec2();
            found.push(Rect::from_min_max(corner + vec2(left, 0.0), corner + vec2(right, row.row.size.y)));
        }
        at += row.row.glyphs.len() + usize::from(row.ends_with_newline);
    }
    found
}
