//! The window through which something is seen close: a place in the picture with its own scale, cut at its frame.
//!
//! Drawings know no clipping, so what is painted here is cut before it is painted. Local coordinates are those of a
//! sketch: x right, y *down*, 300 wide. Invariant: nothing reaches over the frame.

use kurbo::BezPath;

use crate::drawing::{Drawing, Paint, Point, Rect, Token};
use crate::figure::curve;
use crate::figure::geom::{lerp, step};
use crate::figure::paint::arrow::{self, Weight};

/// Local width of every near view.
pub const WIDE: f64 = 300.0;
/// Outlines, in local units.
pub const LINE: f64 = 3.6;
/// The frame's own line, and how far inside of it things are cut.
const FRAME: f64 = 4.6;
const CUT: f64 = 1.6;
const CORNER: f64 = 18.0;

/// A point of the sketch.
pub type Local = (f64, f64);

/// A place in a picture that shows something close.
pub struct Window<'a> {
    drawing: &'a mut Drawing,
    area: Rect,
    scale: f64,
    /// The sketch's height at the upper edge.
    top: f64,
    /// What is not cut, counter-clockwise.
    inside: Vec<Point>,
}

impl<'a> Window<'a> {
    /// A window in this place (y up), with its ground painted; it shows the sketch from `top` down.
    pub fn open(drawing: &'a mut Drawing, area: Rect, top: f64) -> Self {
        let scale = area.width() / WIDE;
        let inside = within(area, scale, CUT);
        drawing.fill(curve::polygon(&inside), Token::Stage);
        Self { drawing, area, scale, top, inside }
    }

    /// The sketch's height at the upper edge.
    pub fn top(&self) -> f64 {
        self.top
    }

    /// The sketch's height at the lower edge.
    pub fn bottom(&self) -> f64 {
        self.top + self.area.height() / self.scale
    }

    /// A point of the sketch in the picture.
    pub fn at(&self, (x, y): Local) -> Point {
        Point::new(self.area.x0 + x * self.scale, self.area.y1 - (y - self.top) * self.scale)
    }

    /// A straight-edged ground.
    pub fn block(&mut self, area: (f64, f64, f64, f64), paint: impl Into<Paint>) {
        let (x0, y0, x1, y1) = area;
        let points = [(x0, y0), (x0, y1), (x1, y1), (x1, y0)].map(|point| self.at(point));
        self.fill_cut(&points, paint);
    }

    /// A shape with a smooth edge, and its outline.
    pub fn shape(&mut self, outline: &[Local], token: Token) {
        let edge = self.smooth(outline, true);
        let cut = cut_area(&edge, &self.inside);
        if cut.len() > 2 {
            self.drawing.fill(curve::polygon(&cut), token);
            self.drawing.stroke(curve::polygon(&cut), Token::Outline, LINE * self.scale);
        }
    }

    /// A smooth shape without an outline.
    pub fn patch(&mut self, outline: &[Local], paint: impl Into<Paint>) {
        let edge = self.smooth(outline, true);
        self.fill_cut(&edge, paint);
    }

    /// A smooth line.
    pub fn line(&mut self, points: &[Local], token: Token, width: f64) {
        let line = self.smooth(points, false);
        // Its round ends stay inside too.
        for piece in cut_line(&line, &within(self.area, self.scale, CUT.max(width / 2.0))) {
            self.drawing.stroke(curve::polyline(&piece), token, width * self.scale);
        }
    }

    /// A finger from knuckle to tip: round, with an outline.
    pub fn finger(&mut self, points: &[Local], thick: f64, skin: Token) {
        self.line(points, Token::Outline, thick + 2.0 * LINE * 0.78);
        self.line(points, skin, thick);
    }

    /// Dots along a smooth line: where something was before.
    pub fn dots(&mut self, points: &[Local], token: Token) {
        const APART: f64 = 9.0;
        let line = self.smooth(points, false);
        let mut since = APART * self.scale;
        for pair in line.windows(2) {
            let [from, to] = pair else { continue };
            since += (*to - *from).hypot();
            if since >= APART * self.scale && is_within(*to, &self.inside) {
                self.drawing.fill(curve::circle(*to, 2.1 * self.scale), token);
                since = 0.0;
            }
        }
    }

    /// An arrow with a straight body. It grows from its tail; without force there is none.
    pub fn arrow(&mut self, from: Local, to: Local, force: f64, token: Token) {
        if force < 0.05 {
            return;
        }
        let (tail, tip) = (self.at(from), self.at(to));
        let tail = tip.lerp(tail, lerp(0.5, 1.0, force.min(1.0)));
        let weight = Weight { body: 11.0 * self.scale, head: 30.0 * self.scale };
        arrow::paint(self.drawing, &[tail, tail.midpoint(tip), tip], token, weight, true);
    }

    /// The frame, over everything.
    pub fn close(self) {
        let frame = curve::rounded(self.area.inset(-FRAME * self.scale / 2.0), (CORNER - FRAME / 2.0) * self.scale);
        self.drawing.stroke(frame, Token::Ghost, FRAME * self.scale);
    }

    fn smooth(&self, points: &[Local], closed: bool) -> Vec<Point> {
        let placed: Vec<Point> = points.iter().map(|&point| self.at(point)).collect();
        let path: BezPath = if closed { curve::closed(&placed) } else { curve::open(&placed) };
        let mut line = curve::sample(&path, 8);
        line.dedup_by(|a, b| (*a - *b).hypot() < 1e-6);
        line
    }

    fn fill_cut(&mut self, points: &[Point], paint: impl Into<Paint>) {
        let cut = cut_area(points, &self.inside);
        if cut.len() > 2 {
            self.drawing.fill(curve::polygon(&cut), paint);
        }
    }
}

/// What lies this far inside of a frame.
fn within(area: Rect, scale: f64, margin: f64) -> Vec<Point> {
    corners(area.inset(-margin * scale), (CORNER - margin) * scale)
}

/// A rectangle with round corners as a convex polygon.
fn corners(rect: Rect, radius: f64) -> Vec<Point> {
    let centre = rect.inset(-radius);
    let places = [(centre.x1, centre.y1), (centre.x0, centre.y1), (centre.x0, centre.y0), (centre.x1, centre.y0)];
    let quarter = |(index, (x, y)): (u32, (f64, f64))| {
        (0..=5).map(move |i| step(Point::new(x, y), 90.0 * f64::from(index) + 18.0 * f64::from(i), radius))
    };
    (0..).zip(places).flat_map(quarter).collect()
}

/// Which side of an edge a point lies on: positive inside, for a counter-clockwise polygon.
fn side(edge: (Point, Point), point: Point) -> f64 {
    (edge.1 - edge.0).cross(point - edge.0)
}

fn edges(polygon: &[Point]) -> impl Iterator<Item = (Point, Point)> {
    polygon.iter().copied().zip(polygon.iter().copied().cycle().skip(1))
}

fn is_within(point: Point, convex: &[Point]) -> bool {
    edges(convex).all(|edge| side(edge, point) >= 0.0)
}

/// The part of an area inside a convex polygon (Sutherland and Hodgman).
fn cut_area(area: &[Point], convex: &[Point]) -> Vec<Point> {
    let mut kept = area.to_vec();
    for edge in edges(convex) {
        let mut next = Vec::new();
        for (from, to) in edges(&kept) {
            let (a, b) = (side(edge, from), side(edge, to));
            if a >= 0.0 {
                next.push(from);
            }
            if (a >= 0.0) != (b >= 0.0) {
                next.push(from.lerp(to, a / (a - b)));
            }
        }
        kept = next;
    }
    kept.dedup_by(|a, b| (*a - *b).hypot() < 1e-6);
    kept
}

/// The parts of a line inside a convex polygon.
fn cut_line(line: &[Point], convex: &[Point]) -> Vec<Vec<Point>> {
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    for pair in line.windows(2) {
        let [from, to] = pair else { continue };
        let Some((from, to)) = cut_segment(*from, *to, convex) else { continue };
        match pieces.last_mut() {
            Some(piece) if piece.last().is_some_and(|&end| (end - from).hypot() < 1e-6) => piece.push(to),
            _ => pieces.push(vec![from, to]),
        }
    }
    pieces
}

/// The part of a segment inside a convex polygon (Cyrus and Beck).
fn cut_segment(from: Point, to: Point, convex: &[Point]) -> Option<(Point, Point)> {
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    for edge in edges(convex) {
        let (a, b) = (side(edge, from), side(edge, to));
        if a < 0.0 && b < 0.0 {
            return None;
        }
        if a < 0.0 {
            enters = enters.max(a / (a - b));
        } else if b < 0.0 {
            leaves = leaves.min(a / (a - b));
        }
    }
    (enters < leaves).then(|| (from.lerp(to, enters), from.lerp(to, leaves)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square() -> Vec<Point> {
        [(0., 0.), (10., 0.), (10., 10.), (0., 10.)].map(Point::from).to_vec()
    }

    #[test]
    fn what_reaches_over_the_frame_is_cut() {
        let cut = cut_area(&[(5., 5.), (15., 5.), (15., 8.), (5., 8.)].map(Point::from), &square());
        assert!(cut.iter().all(|point| point.x <= 10.0) && cut.iter().any(|point| point.x == 10.0), "{cut:?}");
        let line = cut_line(&[(-5., 5.), (5., 5.), (5., 15.)].map(Point::from), &square());
        assert_eq!(line, [[(0., 5.), (5., 5.), (5., 10.)].map(Point::from).to_vec()]);
        assert!(cut_area(&[(20., 20.), (30., 20.), (30., 30.)].map(Point::from), &square()).is_empty());
    }

    #[test]
    fn the_frame_is_convex_and_runs_counter_clockwise() {
        let frame = corners(Rect::new(0.0, 0.0, 100.0, 80.0), 18.0);
        assert!(is_within(Point::new(50.0, 40.0), &frame));
        assert!(!is_within(Point::new(1.0, 1.0), &frame), "corners are round");
    }
}
