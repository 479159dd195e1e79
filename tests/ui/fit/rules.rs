//! The rules of fit: what must hold of any page in any window, at any text size, in any language.
//!
//! Invariant: a rule looks at one frame and knows no page; its faults say which words are concerned.

use egui::{Pos2, Rect};

use super::seen::{Container, Form, Layer, Seen, Text};

/// What rounding to whole pixels, and the soft edge of letters, may add, in points.
const SLACK: f32 = 1.5;
/// The least side of what can be hit, in pixels of a window at 100 % (WCAG 2.5.8).
const LEAST_SIDE: f32 = 24.0;

/// What can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// The page can not be shown at all.
    Panics,
    /// A text or control reaches out of the window at its side.
    Window,
    /// A text is cut off by what it lies in.
    Cut,
    /// A text or control lies across the border of a box, card, badge or ring.
    Border,
    /// A text is hidden by a box that was painted over it.
    Covered,
    /// Two texts lie over each other.
    Texts,
    /// A text lies half on a control that is not its own.
    Control,
    /// Two controls lie half over each other.
    Controls,
    /// A line, dot or icon runs through letters.
    Ink,
    /// A word is torn apart at the end of a row.
    Word,
    /// A row of a text begins with the space that found no room on the row before.
    Indented,
    /// A text ends in an ellipsis.
    Elided,
    /// A control is too small to hit.
    Small,
    /// A figure's label lies outside its stage, or on what the figure rests on.
    Label,
    /// A control can not be brought into view.
    Reach,
}

/// One thing that is wrong: which rule, and whose words.
pub type Fault = (Rule, String);

/// All that is wrong with a frame. `whole`: the window is as high as its page, so that nothing has to scroll.
pub fn faults(seen: &Seen, whole: bool) -> Vec<Fault> {
    let mut found = Vec::new();
    for layer in &seen.layers {
        for (index, text) in layer.texts.iter().enumerate() {
            one_text(seen, text, whole, &mut found);
            let stays = containers(layer, text, &mut found);
            pairs(layer, index, stays, &mut found);
        }
        controls(seen, layer, &mut found);
    }
    found
}

/// What a text is known by.
fn told(text: &Text) -> String {
    text.words.replace('\n', " ")
}

fn overlap(one: Rect, other: Rect, slack: f32) -> bool {
    let both = one.intersect(other);
    both.width() > slack && both.height() > slack
}

fn one_text(seen: &Seen, text: &Text, whole: bool, found: &mut Vec<Fault>) {
    let (place, clip, window) = (text.place, text.clip, seen.window);
    if place.left() < window.left() - SLACK || place.right() > window.right() + SLACK {
        found.push((Rule::Window, told(text)));
    } else if place.left() < clip.left() - SLACK
        || place.right() > clip.right() + SLACK
        || (whole && (place.top() < clip.top() - SLACK || place.bottom() > clip.bottom() + SLACK))
    {
        found.push((Rule::Cut, told(text)));
    }
    if let Some(word) = &text.broken {
        found.push((Rule::Word, word.clone()));
    }
    if text.indented {
        found.push((Rule::Indented, told(text)));
    }
    if text.elided {
        found.push((Rule::Elided, told(text)));
    }
}

/// Whether this lies wholly inside.
fn holds(container: &Container, shown: Rect, rows: &[Rect]) -> bool {
    match container.form {
        Form::Box => container.shown.expand(SLACK).contains_rect(shown),
        Form::Round { middle, inner, .. } => {
            let corners = rows.iter().flat_map(|row| [row.left_top(), row.right_top(), row.left_bottom(), row.right_bottom()]);
            corners.into_iter().all(|corner| corner.distance(middle) <= inner + SLACK)
        }
    }
}

/// Whether any part of this lies on it.
fn touches(container: &Container, rows: &[Rect]) -> bool {
    match container.form {
        Form::Box => rows.iter().any(|row| overlap(container.shown, *row, SLACK)),
        Form::Round { middle, outer, .. } => {
            let shown = rows.iter().map(|row| row.intersect(container.shown)).filter(|row| row.is_positive());
            shown.into_iter().any(|row| row.clamp(middle).distance(middle) < outer - SLACK)
        }
    }
}

/// A text lies wholly inside or wholly outside of whatever was painted before it, up to the ground that it stands on,
/// and nothing is painted over it. Tells whether that holds.
fn containers(layer: &Layer, text: &Text, found: &mut Vec<Fault>) -> bool {
    let shown = text.shown();
    for container in layer.containers.iter().rev() {
        if container.at > text.at {
            if container.is_opaque && touches(container, &text.rows) {
                found.push((Rule::Covered, told(text)));
                return false;
            }
        } else if holds(container, shown, &text.rows) {
            if container.is_opaque {
                return true;
            }
        } else if touches(container, &text.rows) {
            found.push((Rule::Border, told(text)));
            return false;
        }
    }
    true
}

/// What a text must not lie over. `stays`: it keeps to its container, so that a control it lies on is another's.
fn pairs(layer: &Layer, index: usize, stays: bool, found: &mut Vec<Fault>) {
    let text = &layer.texts[index];
    let shown = text.shown();
    for other in layer.texts[index + 1..].iter().filter(|other| overlap(shown, other.shown(), SLACK)) {
        let mut rows = text.rows.iter().flat_map(|row| other.rows.iter().map(move |place| (*row, *place)));
        if rows.any(|(one, two)| overlap(one, two, SLACK)) {
            found.push((Rule::Texts, format!("{} × {}", told(text), told(other))));
        }
    }
    for control in layer.controls.iter().filter(|_| stays) {
        let inside = control.shown.expand(SLACK).contains_rect(shown);
        if !inside && text.rows.iter().any(|row| overlap(*row, control.shown, SLACK)) {
            found.push((Rule::Control, format!("{} × {}", told(text), control.name)));
        }
    }
    let crossed = layer.inks.iter().any(|ink| {
        text.rows.iter().any(|row| match ink.line.as_slice() {
            [] => overlap(*row, ink.shown, SLACK),
            line => overlap(*row, ink.shown, 0.0) && line.windows(2).any(|ends| crosses(row.shrink(SLACK), ends)),
        })
    });
    if crossed {
        found.push((Rule::Ink, told(text)));
    }
}

/// Whether a straight line runs through a rectangle.
fn crosses(rect: Rect, ends: &[Pos2]) -> bool {
    const STEPS: u8 = 32;
    let [a, b] = ends else { return false };
    Rect::from_two_pos(*a, *b).expand(0.1).intersects(rect)
        && (0..=STEPS).any(|step| rect.contains(a.lerp(*b, f32::from(step) / f32::from(STEPS))))
}

fn controls(seen: &Seen, layer: &Layer, found: &mut Vec<Fault>) {
    for (index, control) in layer.controls.iter().enumerate() {
        let (place, shown) = (control.place, control.shown);
        if place.size().min_elem() * seen.zoom < LEAST_SIDE - 0.5 {
            found.push((Rule::Small, control.name.clone()));
        }
        if place.left() < seen.window.left() - SLACK || place.right() > seen.window.right() + SLACK {
            found.push((Rule::Window, control.name.clone()));
        }
        if !shown.is_positive() {
            continue;
        }
        for other in layer.controls[index + 1..].iter().filter(|other| other.shown.is_positive()) {
            let nested = shown.expand(SLACK).contains_rect(other.shown) || other.shown.expand(SLACK).contains_rect(shown);
            if !nested && overlap(shown, other.shown, SLACK) {
                found.push((Rule::Controls, format!("{} × {}", control.name, other.name)));
            }
        }
        let mut boxes = layer.containers.iter().filter(|container| container.form == Form::Box && !container.is_floor);
        let across = boxes.any(|container| {
            let nested = container.shown.expand(SLACK).contains_rect(shown) || shown.expand(SLACK).contains_rect(container.shown);
            !nested && overlap(container.shown, shown, 2.0 * SLACK)
        });
        if across {
            found.push((Rule::Border, control.name.clone()));
        }
    }
}
