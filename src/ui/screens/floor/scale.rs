//! The floor's type scale: how large each role is on this screen, and words set in it.
//!
//! Every size is a size of the theme times one factor, so that all of it grows and shrinks with the screen's shorter side,
//! whatever the text size of the guide. A page that finds no room takes a step down: large words shrink, needed ones keep
//! the least size that is read from the floor. Invariant: no word is broken inside and none is cut.

use std::sync::Arc;

use eframe::egui::{Color32, Galley, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use crate::{
    drawing::Token,
    ui::{
        layout::{Node, Width},
        metrics::{Floor, TextRole, Weight},
        widgets::{Kit, text},
    },
};

/// How high the screen is that the theme's sizes are written for.
const WRITTEN_FOR: f32 = 1080.0;
/// The size at which words are measured, in points: small, so that trying sizes fills no glyph store.
const PROBE: f32 = 32.0;
/// Measured small and painted large, a line may come out a little longer: it is given that much more.
const SLACK: f32 = 1.01;
/// From one size to the next smaller one.
const STEP: f32 = 0.94;
/// Steps down to where the largest word is no larger than a hint.
const STEPS: i32 = 24;
/// Steps beyond that, in a window that nobody lies before: there all of it shrinks.
const BEYOND: i32 = 20;

/// How large things are on a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    /// Points of the screen for each of the theme.
    unit: f32,
    /// How much smaller large words are than they would be.
    step: f32,
}

impl Scale {
    /// The scale of a screen, all of it at full size.
    pub(super) fn of(screen: Vec2) -> Self {
        Self { unit: screen.min_elem() / WRITTEN_FOR, step: 1.0 }
    }

    /// The scales to try down to where every needed word has its least size, the largest first.
    pub(super) fn steps(self) -> Vec<Self> {
        (0..=STEPS).map(|step| Self { step: STEP.powi(step), ..self }).collect()
    }

    /// The scales after the last of those.
    pub(super) fn beyond(self) -> Vec<Self> {
        let step = STEP.powi(STEPS);
        (1..=BEYOND).map(|beyond| Self { unit: self.unit * STEP.powi(beyond), step }).collect()
    }

    /// A size of the theme on this screen.
    pub(super) fn len(self, size: f32) -> f32 {
        size * self.unit
    }

    /// A role of this size, as large as the step leaves it.
    pub(super) fn role(self, sizes: &Floor, size: f32, weight: Weight, line: f32) -> TextRole {
        let size = self.len((size * self.step).max(sizes.hint.min(size)));
        TextRole { size, line: size * line, weight, spacing: 0.0 }
    }
}

/// How words take their place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Set {
    /// A label to a screen reader.
    Label,
    /// Painted only: what holds them says them.
    Painted,
    /// Painted, and as small as this where that saves a line: one word alone on the last line reads badly.
    Saving(f32),
}

/// Words in a role.
pub(super) fn words<'a>(kit: Kit<'a>, role: TextRole, token: Token, set: Set, words: impl Into<String>) -> Node<'a> {
    let words = words.into();
    let shown = words.clone();
    Node::leaf(
        move |ui, width| measured(ui, kit, role, set, &words, width),
        move |ui, _| {
            let rect = ui.max_rect();
            let role = fitted(ui, kit, role, set, &shown, rect.width());
            let galley = ui.painter().layout_job(text::job(kit.theme, role, token, &shown, rect.width() * SLACK));
            ui.painter().galley(rect.min, galley, Color32::PLACEHOLDER);
            if set == Set::Label {
                let response = ui.interact(rect, ui.unique_id().with("words"), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text::plain(&shown)));
            }
        },
    )
}

/// Words as they come out at a width, in the size at which they are measured, and how much larger the role is.
fn probe(ui: &Ui, kit: Kit<'_>, role: TextRole, words: &str, width: f32) -> (Arc<Galley>, f32) {
    let factor = role.size / PROBE;
    let job = text::job(kit.theme, role.times(1.0 / factor), Token::Ink, words, width / factor);
    (ui.painter().layout_job(job), factor)
}

fn size(ui: &Ui, kit: Kit<'_>, role: TextRole, words: &str, width: f32) -> Vec2 {
    let (galley, factor) = probe(ui, kit, role, words, width);
    galley.size() * factor
}

fn widest_word(ui: &Ui, kit: Kit<'_>, role: TextRole, words: &str) -> f32 {
    words.split_whitespace().map(|word| size(ui, kit, role, word, f32::INFINITY).x).fold(0.0, f32::max)
}

fn measured(ui: &Ui, kit: Kit<'_>, role: TextRole, set: Set, words: &str, width: Width) -> Vec2 {
    match width {
        Width::Natural => size(ui, kit, role, words, f32::INFINITY),
        Width::Least => vec2(widest_word(ui, kit, role, words), role.line),
        Width::Of(width) => size(ui, kit, fitted(ui, kit, role, set, words, width), words, width).min(vec2(width, f32::INFINITY)),
    }
}

/// The role at a width: smaller where that saves a line, and rather than with a broken word.
fn fitted(ui: &Ui, kit: Kit<'_>, mut role: TextRole, set: Set, words: &str, width: f32) -> TextRole {
    if let Set::Saving(least) = set {
        let rows = |role: TextRole| probe(ui, kit, role, words, width).0.rows.len();
        let fewest = rows(role.times((least / role.size).min(1.0)));
        while rows(role) > fewest {
            role = role.times((role.size * STEP).max(least) / role.size);
        }
    }
    role.times((width / widest_word(ui, kit, role, words).max(1.0)).min(1.0))
}
