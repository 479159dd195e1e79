//! Arrows, and the marks of a breath. Pressing is rust, breath is blue.

use kurbo::BezPath;

use crate::drawing::{Drawing, Point, Token};
use crate::figure::curve;
use crate::figure::geom::{angle, local_all, step};
use crate::figure::solve::Body;

/// How far the casing stands out round an arrow, both sides together.
const CASING: f64 = 9.0;

/// Width of the body and length of the head.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weight {
    pub body: f64,
    pub head: f64,
}

/// Paints an arrow along a curve; its point is the last one. Cased arrows keep clear of what they cross.
pub fn paint(drawing: &mut Drawing, points: &[Point], token: Token, weight: Weight, cased: bool) {
    let line = curve::sample(&curve::open(points), 12);
    let Some(&tip) = line.last() else { return };
    let body = shaft(&line, weight.head * 0.75);
    let Some(&neck) = body.last() else { return };
    let back = angle(neck, tip) + 180.0;
    let mut body = body;
    body.push(step(tip, back, weight.head * 0.7));
    let barb = |side: f64| step(step(tip, back, weight.head), back + side, weight.head * 0.52);
    let head = curve::polygon(&[tip, barb(-90.0), step(tip, back, weight.head * 0.78), barb(90.0)]);
    let shaft = curve::polyline(&body);
    if cased {
        drawing.stroke(shaft.clone(), Token::Stage, weight.body + CASING);
        drawing.stroke(head.clone(), Token::Stage, CASING);
    }
    drawing.stroke(shaft, token, weight.body);
    drawing.fill(head.clone(), token);
    drawing.stroke(head, token, 2.0);
}

/// The line without its last stretch.
fn shaft(line: &[Point], cut: f64) -> Vec<Point> {
    let mut kept = line.to_vec();
    let mut length = 0.0;
    while kept.len() > 1 && length < cut {
        if let (Some(end), Some(&before)) = (kept.pop(), kept.last()) {
            length += (end - before).hypot();
        }
    }
    kept
}

/// Three waves in front of the mouth.
pub fn breath(drawing: &mut Drawing, body: &Body) {
    for (up, reach) in [(16.0, 60.0), (4.0, 78.0), (-8.0, 60.0)] {
        let wave = [
            (92.0, up * 1.2 - 2.0),
            (92.0 + reach * 0.33, up * 1.6 + 6.0),
            (92.0 + reach * 0.66, up * 1.9 - 8.0),
            (92.0 + reach, up * 2.2),
        ];
        let path: BezPath = curve::open(&local_all(body.skull, body.head - 90.0, &wave));
        drawing.stroke(path, Token::Breath, 6.5);
    }
}
