//! The timing ring: what is left of a phase, as an arc that empties clockwise.
//!
//! The arc is drawn by hand because egui has no thick arc with round ends. Invariant: the ring is one value to a
//! screen reader, without live updates; phases are announced, ticks never.

use std::f32::consts::TAU;

use eframe::egui::{Pos2, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, vec2};

use crate::{
    drawing::Token,
    ui::{
        layout::Node,
        metrics::TextRole,
        widgets::{Kit, button, text},
    },
};

/// Straight pieces of a full turn: under 0.2 points off a true circle at the largest ring.
const PIECES: f32 = 180.0;

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

/// A ring with its number, as a part of a layout.
pub fn counting<'a>(kit: Kit<'a>, side: f32, stroke_width: f32, left: f32, number: String, name: &'a str) -> Node<'a> {
    Node::fixed(vec2(side, side), move |ui, _| {
        let rect = show(ui, kit, side, stroke_width, left, Token::Ring, name);
        let role = kit.theme.metrics.ring_number;
        // Inside the ring, however many digits it has.
        let natural = text::line(ui, kit.theme, role, Token::Ink, &number).size();
        let room = (side - 2.0 * stroke_width) * 0.86;
        let role = TextRole { size: role.size * (room / natural.length()).min(1.0), ..role };
        button::centred_text(ui, kit, rect, role, Token::Ink, &number);
    })
}

/// A ring of its own in the flow, with its name and value for a screen reader (0 to 100).
pub fn show(ui: &mut Ui, kit: Kit<'_>, side: f32, stroke_width: f32, left: f32, token: Token, name: &str) -> Rect {
    let (rect, response) = ui.allocate_exact_size(vec2(side, side), Sense::hover());
    response.widget_info(|| WidgetInfo {
        value: Some(f64::from((left * 100.0).round())),
        ..WidgetInfo::labeled(Role::ProgressIndicator, true, name)
    });
    paint(ui, kit, rect, stroke_width, left, token);
    rect
}
