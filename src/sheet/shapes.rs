//! The few shapes of a page: frames, rules, boxes to tick, a star.
//!
//! Decoration only, drawn with the same [`Drawing`] as the figures.

use std::f64::consts::TAU;
use std::sync::Arc;

use kurbo::{Affine, BezPath, Line, Point, Rect, RoundedRect, Shape, Size, Vec2};

use super::page::{Art, Block, Piece, Role};
use crate::drawing::{Drawing, Token};

/// How far curves may stray from the true shape, in points.
const TOLERANCE: f64 = 0.01;

/// A frame with round corners, filled and stroked as asked; the stroke stays inside `bounds`.
pub(super) fn frame(bounds: Rect, radius: f64, fill: Option<Token>, line: Option<(Token, f64)>) -> Block {
    let mut drawing = Drawing::new(bounds.size());
    let local = Rect::from_origin_size(Point::ZERO, bounds.size());
    if let Some(token) = fill {
        drawing.fill(RoundedRect::from_rect(local, radius).to_path(TOLERANCE), token);
    }
    if let Some((token, width)) = line {
        let inset = local.inset(-width / 2.0);
        drawing.stroke(RoundedRect::from_rect(inset, (radius - width / 2.0).max(0.0)).to_path(TOLERANCE), token, width);
    }
    artifact(drawing, bounds)
}

/// A straight rule.
pub(super) fn rule(from: Point, to: Point, token: Token, width: f64) -> Block {
    let bounds = Rect::from_points(from, to);
    let mut drawing = Drawing::new(bounds.size());
    let origin = bounds.origin().to_vec2();
    drawing.stroke(Line::new(from - origin, to - origin).to_path(TOLERANCE), token, width);
    artifact(drawing, bounds)
}

/// A box to tick by pencil.
pub(super) fn tick_box(origin: Point, side: f64) -> Block {
    frame(Rect::from_origin_size(origin, Size::new(side, side)), side * 0.18, None, Some((Token::Ink, side * 0.1)))
}

/// A five-pointed star, marking the preferred position beside its words.
pub(super) fn star(centre: Point, radius: f64, token: Token) -> Block {
    let bounds = Rect::from_center_size(centre, Size::new(2.0 * radius, 2.0 * radius));
    let mut path = BezPath::new();
    for corner in 0..10_u32 {
        let reach = if corner % 2 == 0 { radius } else { radius * 0.45 };
        let point = Point::new(radius, radius) + Vec2::from_angle(TAU * (f64::from(corner) / 10.0 - 0.25)) * reach;
        if corner == 0 { path.move_to(point) } else { path.line_to(point) }
    }
    path.close_path();
    let mut drawing = Drawing::new(bounds.size());
    drawing.fill(path, token);
    artifact(drawing, bounds)
}

fn artifact(drawing: Drawing, bounds: Rect) -> Block {
    let place = Affine::translate(bounds.origin().to_vec2());
    Block::leaf(Role::Artifact, bounds, vec![Piece::Art(Art { drawing: Arc::new(drawing), place })])
}
