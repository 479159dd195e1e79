//! Smooth outlines through points: centripetal Catmull-Rom splines as Bézier paths.
//!
//! Centripetal, because of all Catmull-Rom curves only that one makes no loop or cusp between points that lie
//! close together, and an outline must never cross itself (it is filled).

use kurbo::{BezPath, Ellipse, ParamCurve, PathEl, PathSeg, Rect, RoundedRect, Shape};

use crate::drawing::{Point, Vec2};

/// How far a curve may stray from the true circle or corner, in thousandths of stature.
const TOLERANCE: f64 = 0.05;

/// A closed smooth outline through the points.
pub fn closed(points: &[Point]) -> BezPath {
    let count = points.len();
    let mut path = start(points);
    for i in 0..count {
        let at = |offset: usize| points[(i + count + offset - 1) % count];
        path.push(segment([at(0), at(1), at(2), at(3)]));
    }
    path.close_path();
    path
}

/// An open smooth line through the points.
pub fn open(points: &[Point]) -> BezPath {
    let mut path = start(points);
    extend(&mut path, points);
    path
}

/// Goes on from the path's end, smoothly through the points; the first of them should be that end.
pub fn extend(path: &mut BezPath, points: &[Point]) {
    let Some(last) = points.len().checked_sub(1) else { return };
    for i in 0..last {
        path.push(segment([points[i.saturating_sub(1)], points[i], points[i + 1], points[(i + 2).min(last)]]));
    }
}

/// Straight lines through the points, closed.
pub fn polygon(points: &[Point]) -> BezPath {
    let mut path = polyline(points);
    path.close_path();
    path
}

/// Straight lines through the points.
pub fn polyline(points: &[Point]) -> BezPath {
    let mut path = start(points);
    for &point in points.iter().skip(1) {
        path.line_to(point);
    }
    path
}

/// A circle.
pub fn circle(centre: Point, radius: f64) -> BezPath {
    ellipse(centre, radius, radius, 0.0)
}

/// An ellipse turned by some degrees.
pub fn ellipse(centre: Point, radius_x: f64, radius_y: f64, degrees: f64) -> BezPath {
    Ellipse::new(centre, Vec2::new(radius_x, radius_y), degrees.to_radians()).to_path(TOLERANCE)
}

/// A rectangle with round corners.
pub fn rounded(rect: Rect, radius: f64) -> BezPath {
    RoundedRect::from_rect(rect, radius).to_path(TOLERANCE)
}

/// Points of an arc, both ends included.
pub fn arc(centre: Point, radius: f64, from_degrees: f64, to_degrees: f64, steps: u32) -> Vec<Point> {
    (0..=steps)
        .map(|i| super::geom::lerp(from_degrees, to_degrees, f64::from(i) / f64::from(steps.max(1))))
        .map(|degrees| super::geom::step(centre, degrees, radius))
        .collect()
}

/// The path as a run of points, `steps` to a curve.
pub fn sample(path: &BezPath, steps: u32) -> Vec<Point> {
    let mut points = Vec::new();
    if let Some(PathEl::MoveTo(first)) = path.elements().first() {
        points.push(*first);
    }
    for segment in path.segments() {
        match segment {
            PathSeg::Line(line) => points.push(line.p1),
            curve => points.extend((1..=steps).map(|i| curve.eval(f64::from(i) / f64::from(steps)))),
        }
    }
    points
}

fn start(points: &[Point]) -> BezPath {
    let mut path = BezPath::new();
    if let Some(&first) = points.first() {
        path.move_to(first);
    }
    path
}

/// The curve from the second to the third of four points.
fn segment([before, from, to, after]: [Point; 4]) -> PathEl {
    let knot = |a: Point, b: Point| (b - a).hypot().sqrt().max(1e-6);
    let middle = knot(from, to);
    let tangent = |a: Point, b: Point, c: Point, first: f64, second: f64| {
        ((b - a) / first - (c - a) / (first + second) + (c - b) / second) * middle
    };
    let leave = if before == from { to - from } else { tangent(before, from, to, knot(before, from), middle) };
    let arrive = if to == after { to - from } else { tangent(from, to, after, middle, knot(to, after)) };
    PathEl::CurveTo(from + leave / 3.0, to - arrive / 3.0, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spline_passes_through_its_points() {
        let points = [Point::new(0., 0.), Point::new(10., 3.), Point::new(11., 20.), Point::new(-4., 9.)];
        let ends: Vec<Point> = closed(&points).segments().map(|segment| segment.end()).collect();
        assert_eq!(ends[..4], [points[1], points[2], points[3], points[0]]);
        assert_eq!(sample(&open(&points), 8).last(), points.last());
    }

    #[test]
    fn nothing_is_a_path_too() {
        assert!(open(&[]).is_empty() && polyline(&[]).is_empty());
    }
}
