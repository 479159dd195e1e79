//! Our paths as the paths of a writer, point by point.
//!
//! PDF and pixels each have a builder of their own; both are walked by the same few lines.

use kurbo::{Affine, BezPath, PathEl, Point};

/// What a writer's path builder can do.
pub(super) trait PathSink {
    fn move_to(&mut self, to: [f32; 2]);
    fn line_to(&mut self, to: [f32; 2]);
    fn quad_to(&mut self, by: [f32; 2], to: [f32; 2]);
    fn cubic_to(&mut self, one: [f32; 2], two: [f32; 2], to: [f32; 2]);
    fn close(&mut self);
}

/// Hands a placed path to a writer.
pub(super) fn trace(path: &BezPath, place: Affine, sink: &mut impl PathSink) {
    let at = |point: Point| {
        let point = place * point;
        [single(point.x), single(point.y)]
    };
    for element in path.elements() {
        match *element {
            PathEl::MoveTo(to) => sink.move_to(at(to)),
            PathEl::LineTo(to) => sink.line_to(at(to)),
            PathEl::QuadTo(by, to) => sink.quad_to(at(by), at(to)),
            PathEl::CurveTo(one, two, to) => sink.cubic_to(at(one), at(two), at(to)),
            PathEl::ClosePath => sink.close(),
        }
    }
}

/// To the precision of the writers.
#[expect(clippy::cast_possible_truncation, reason = "lengths on a page are far below the limits of f32")]
pub(super) fn single(value: f64) -> f32 {
    value as f32
}
