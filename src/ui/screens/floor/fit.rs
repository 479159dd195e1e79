//! Text that fits: as large as its role, and smaller only where the canvas leaves no room.
//!
//! Words are never broken inside and never cut. Invariant: nothing gets smaller than its least size, except a single
//! word that is wider than the canvas.

use std::sync::Arc;

use eframe::egui::{Galley, Ui, Vec2};

use crate::{
    drawing::Token,
    ui::{
        metrics::{TextRole, Weight},
        theme::Theme,
        widgets::text,
    },
};

/// The size at which text is measured, in points: small, so that trying sizes fills no glyph store.
const PROBE: f32 = 16.0;
/// Measured small and painted large, a line may come out a little longer.
const SLACK: f32 = 1.02;
/// From one size to the next smaller one.
const STEP: f32 = 0.97;

/// Text may become this much smaller to take a line less.
const SAVES_A_LINE: f32 = 0.86;

/// Text to be fitted.
#[derive(Debug, Clone, Copy)]
pub struct Fit {
    /// The size it would have.
    pub size: f32,
    /// The size it keeps, whatever the room.
    pub least: f32,
    /// Its weight.
    pub weight: Weight,
    /// Its colour.
    pub token: Token,
    /// Line height in sizes.
    pub line: f32,
}

impl Fit {
    /// One line's height at full size.
    pub fn line_height(&self) -> f32 {
        self.size * self.line
    }

    /// The same, no larger than this; never smaller than its least size.
    #[must_use]
    pub fn at_most(self, size: f32) -> Self {
        Self { size: self.size.min(size).max(self.least), ..self }
    }

    fn role(&self, size: f32) -> TextRole {
        TextRole { size, line: size * self.line, weight: self.weight, spacing: 0.0 }
    }

    /// Lays text out in a room, in as many lines as that takes.
    pub fn wrapped(&self, ui: &Ui, theme: &Theme, words: &str, room: Vec2) -> Arc<Galley> {
        let widest = widest_word(ui, theme, self.role(PROBE), words) / PROBE * SLACK;
        let height = |size: f32| {
            let width = room.x * PROBE / size;
            text::wrapped(ui, theme, self.role(PROBE), self.token, words, width / SLACK).size().y * size / PROBE
        };
        let rows = |size: f32| (height(size) / (size * self.line)).round();
        let mut size = self.size;
        while size > self.least && !(widest * size <= room.x && height(size) <= room.y) {
            size = (size * STEP).max(self.least);
        }
        // A little smaller, where that saves a line: one word alone on the last line reads badly.
        let smaller = (size * SAVES_A_LINE).max(self.least);
        let fewer = rows(smaller);
        if fewer < rows(size) {
            while rows(size) > fewer {
                size = (size * STEP).max(smaller);
            }
        }
        // One long word is made smaller rather than broken.
        let size = size.min(room.x / widest.max(f32::MIN_POSITIVE));
        text::wrapped(ui, theme, self.role(size), self.token, words, room.x)
    }

    /// Lays text out in one line.
    pub fn line(&self, ui: &Ui, theme: &Theme, words: &str, width: f32) -> Arc<Galley> {
        let natural = text::line(ui, theme, self.role(PROBE), self.token, words).size().x / PROBE * SLACK;
        let size = self.size.min(width / natural.max(f32::MIN_POSITIVE));
        text::line(ui, theme, self.role(size), self.token, words)
    }

    /// How wide the text would be in one line at full size.
    pub fn natural(&self, ui: &Ui, theme: &Theme, words: &str) -> f32 {
        text::line(ui, theme, self.role(PROBE), self.token, words).size().x * self.size / PROBE * SLACK
    }
}

fn widest_word(ui: &Ui, theme: &Theme, role: TextRole, words: &str) -> f32 {
    let plain = text::plain(words);
    let widths = plain.split_whitespace().map(|word| text::line(ui, theme, role, Token::Ink, word).size().x);
    widths.fold(0.0, f32::max)
}
