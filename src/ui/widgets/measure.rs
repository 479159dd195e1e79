//! How large words are, found out once: a page asks for the same sizes in every frame.
//!
//! Not how words are laid out (see [`super::text`]). A size is kept while it is asked for, and one frame longer.
//! Invariant: all that a size depends on is in its key, but for the fonts, which are set once as the window opens.

use eframe::egui::{Id, Ui, Vec2, cache::FramePublisher, vec2};

use crate::{
    content,
    drawing::Token,
    ui::{layout::Width, metrics::TextRole, theme::Theme, widgets::text},
};

/// Sizes of words in points, each under all that it depends on.
type Sizes = FramePublisher<Id, Vec2>;

/// How large words in a role are at a width, in points; smaller rather than with a broken word.
pub fn words(ui: &Ui, theme: &Theme, role: TextRole, words: &str, width: Width) -> Vec2 {
    let (kind, points) = match width {
        Width::Of(points) => (0_u8, points),
        Width::Natural => (1, 0.0),
        Width::Least => (2, 0.0),
    };
    let numbers = [role.size, role.line, role.spacing, points, ui.pixels_per_point()].map(f32::to_bits);
    let key = Id::unique((words, numbers, role.weight as u8, kind));
    let known = ui.memory_mut(|memory| memory.caches.cache::<Sizes>().get(&key).copied());
    let size = known.unwrap_or_else(|| laid_out(ui, theme, role, words, width));
    // Said again, so that it is kept for the next frame as well.
    ui.memory_mut(|memory| memory.caches.cache::<Sizes>().set(key, size));
    size
}

fn laid_out(ui: &Ui, theme: &Theme, role: TextRole, words: &str, width: Width) -> Vec2 {
    match width {
        Width::Of(points) => text::wrapped(ui, theme, role, Token::Ink, words, points).size(),
        Width::Natural => text::line(ui, theme, role, Token::Ink, words).size(),
        Width::Least => {
            let words = content::without_links(words);
            let widest = text::parts(&words).map(|part| text::line(ui, theme, role, Token::Ink, part).size().x);
            vec2(widest.fold(0.0, f32::max), role.line)
        }
    }
}

/// How wide words in one line are, in points.
pub fn line_width(ui: &Ui, theme: &Theme, role: TextRole, line: &str) -> f32 {
    words(ui, theme, role, line, Width::Natural).x
}

/// How wide the longest word is, in points: narrower, it would be torn apart.
pub fn longest_word(ui: &Ui, theme: &Theme, role: TextRole, text: &str) -> f32 {
    words(ui, theme, role, text, Width::Least).x
}
