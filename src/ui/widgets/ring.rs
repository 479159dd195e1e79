//! The timing ring: what is left of a phase, as an arc that empties clockwise.
//!
//! The arc is drawn by hand because egui has no thick arc with round ends. Invariant: nothing that a screen reader
//! hears of a ring changes while it runs; phases are announced, ticks never.

use std::f32::consts::TAU;

use eframe::egui::{Pos2, Rect, Sense, Shape, Stroke, Ui, vec2};

use crate::{
    drawing::Token,
    ui::{
        layout::{Node, Width},
        metrics::TextRole,
        widgets::{Kit, button, progress, text},
    },
};

/// Straight pieces of a full turn: under 0.2 points off a true circle at the largest ring.
const PIECES: f32 = 180.0;

/// How far under the middle the line stands that says what the number is of, as a share of the ring's height.
const OF_BELOW: f32 = 0.24;

/// Paints a ring with `left` (0 to 1) still to go.
pub fn paint(ui: &Ui, kit: Kit<'_>, rect: Rect, stroke_width: f32, left: f32, token: Token) {
    ui.painter().extend(shapes(kit, rect, stroke_width, left, token));
}

/// The shapes of such a ring, for whoever paints them elsewhere.
pub fn shapes(kit: Kit<'_>, rect: Rect, stroke_width: f32, left: f32, token: Token) -> Vec<Shape> {
    let centre = rect.center();
    let middle = (rect.width() - stroke_width) / 2.0;
    // What is gone opens clockwise from the top, so what is left ends at the top.
    let at = |turn: f32| -> Pos2 {
        let angle = (turn - 0.25) * TAU;
        centre + vec2(angle.cos(), angle.sin()) * middle
    };
    let arc = |to: f32| -> Vec<Pos2> {
        let pieces = (PIECES * to).ceil().max(2.0);
        (0..=pieces as usize).map(|index| at(to * index as f32 / pieces)).collect()
    };
    // Not egui's circle: its stroke lies outside the radius, an arc's astride it. The end is the start, and stands in the
    // line once: twice, the two could differ by a rounding, and the corner between them shoots out across the screen.
    let circle = || (0..PIECES as usize).map(|index| at(index as f32 / PIECES)).collect();
    let whole = |token: Token| Shape::closed_line(circle(), Stroke::new(stroke_width, kit.theme.color(token)));
    let mut shapes = vec![whole(Token::Track)];
    let left = left.clamp(0.0, 1.0);
    if left >= 1.0 {
        shapes.push(whole(token));
    } else if left > 0.0 {
        let color = kit.theme.color(token);
        shapes.extend([at(0.0), at(left)].map(|end| Shape::circle_filled(end, stroke_width / 2.0, color)));
        shapes.push(Shape::line(arc(left), Stroke::new(stroke_width, color)));
    }
    shapes
}

/// A ring of this side with its number, as a part of a layout.
pub fn counting<'a>(kit: Kit<'a>, side: f32, stroke_width: f32, left: f32, number: String, name: &'a str) -> Node<'a> {
    counting_as(kit, side, stroke_width, left, Token::Ring, number, name)
}

/// The same with an arc of another colour.
pub fn counting_as<'a>(
    kit: Kit<'a>,
    side: f32,
    stroke_width: f32,
    left: f32,
    token: Token,
    number: String,
    name: &'a str,
) -> Node<'a> {
    let count = Count { left, token, number, of: String::new(), name };
    Node::fixed(vec2(side, side), move |ui, _| {
        let rect = ui.max_rect();
        count.show(ui, kit, rect, stroke_width, kit.theme.metrics.ring_number);
    })
}

/// What a ring counts.
#[derive(Clone)]
pub struct Count<'a> {
    /// The share that its arc shows, from 0 to 1.
    pub left: f32,
    /// The arc's colour.
    pub token: Token,
    /// The number in it.
    pub number: String,
    /// What the number is of, under it where there is room.
    pub of: String,
    /// What it is called for a screen reader.
    pub name: &'a str,
}

impl<'a> Count<'a> {
    /// A ring as large as the room it is given, between these two sides; number and stroke follow its size.
    pub fn between(self, kit: Kit<'a>, least: f32, most: f32) -> Node<'a> {
        let metrics = &kit.theme.metrics;
        Node::wide(least, move |ui, _| {
            let room = ui.max_rect();
            let side = room.size().min_elem().min(most);
            let rect = Rect::from_center_size(room.center(), vec2(side, side));
            let factor = side / metrics.ring;
            self.show(
                ui,
                kit,
                rect,
                (metrics.ring_stroke * factor).max(metrics.small_ring_stroke),
                metrics.numeral.times(factor),
            );
        })
        .most_height(most)
    }

    fn show(&self, ui: &mut Ui, kit: Kit<'_>, rect: Rect, stroke_width: f32, role: TextRole) {
        let metrics = &kit.theme.metrics;
        show(ui, kit, rect, stroke_width, self.left, self.token, self.name);
        let inner = rect.width() - 2.0 * stroke_width;
        let of = text::size(ui, kit.theme, metrics.meta, &self.of, Width::Natural);
        // As far as its lower corners stay clear of the arc.
        let (half, depth) = (inner / 2.0 - metrics.gap_4, rect.height() * OF_BELOW + of.y / 2.0);
        let chord = 2.0 * (half * half - depth * depth).max(0.0).sqrt();
        let has_of = !self.of.is_empty() && rect.width() >= metrics.ring / 2.0 && of.x <= chord;
        // Inside the ring, however many digits it has.
        let natural = text::size(ui, kit.theme, role, &self.number, Width::Natural);
        let role = role.times((inner * 0.86 / natural.length()).min(1.0));
        let lift = if has_of { rect.width() * 0.06 } else { 0.0 };
        button::centred_text(ui, kit, rect.translate(vec2(0.0, -lift)), role, Token::Ink, &self.number);
        if has_of {
            let lower = rect.translate(vec2(0.0, rect.height() * OF_BELOW));
            button::centred_text(ui, kit, lower, metrics.meta, Token::Ink2, &self.of);
        }
    }
}

/// A ring with its name for a screen reader.
fn show(ui: &Ui, kit: Kit<'_>, rect: Rect, stroke_width: f32, left: f32, token: Token, name: &str) {
    let response = ui.interact(rect, ui.unique_id().with("ring"), Sense::hover());
    progress::describe(&response, name, None);
    paint(ui, kit, rect, stroke_width, left, token);
}
