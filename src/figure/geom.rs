//! Directions in degrees, and the few steps of plane geometry a figure is made of.
//!
//! Not a drawing: everything here runs in world coordinates, x right and y *up*, so that angles turn the way
//! they do on paper (counter-clockwise, 0 = right). The scene flips the finished picture.

use crate::drawing::{Point, Vec2};

/// The unit vector of a direction, in degrees.
pub fn direction(degrees: f64) -> Vec2 {
    Vec2::from_angle(degrees.to_radians())
}

/// The point `length` away in a direction, in degrees.
pub fn step(from: Point, degrees: f64, length: f64) -> Point {
    from + direction(degrees) * length
}

/// The direction from one point to another, in degrees.
pub fn angle(from: Point, to: Point) -> f64 {
    (to - from).atan2().to_degrees()
}

/// The same turn within half a circle either way: above -180, up to 180.
pub fn wrap(degrees: f64) -> f64 {
    let turned = degrees.rem_euclid(360.0);
    if turned > 180.0 { turned - 360.0 } else { turned }
}

/// The value a share `t` of the way from `a` to `b`.
pub fn lerp(a: f64, b: f64, t: f64) -> f64 {
    a + (b - a) * t
}

/// The direction a share `t` of the way from `a` to `b`, by the shorter arc.
pub fn turn(a: f64, b: f64, t: f64) -> f64 {
    a + wrap(b - a) * t
}

/// A point given along (`x`) and to the left of (`y`) a direction, seen from `origin`.
pub fn local(origin: Point, degrees: f64, x: f64, y: f64) -> Point {
    let along = direction(degrees);
    origin + along * x + Vec2::new(-along.y, along.x) * y
}

/// A whole outline from local coordinates.
pub fn local_all(origin: Point, degrees: f64, points: &[(f64, f64)]) -> Vec<Point> {
    points.iter().map(|&(x, y)| local(origin, degrees, x, y)).collect()
}

/// Where the segments `a` and `b` cross, if they do.
pub fn crossing(a: (Point, Point), b: (Point, Point)) -> Option<Point> {
    let (along_a, along_b, between) = (a.1 - a.0, b.1 - b.0, b.0 - a.0);
    let denominator = along_a.cross(along_b);
    if denominator.abs() < 1e-9 {
        return None;
    }
    let on_a = between.cross(along_b) / denominator;
    let on_b = between.cross(along_a) / denominator;
    let within = 0.0..=1.0;
    (within.contains(&on_a) && within.contains(&on_b)).then(|| a.0 + along_a * on_a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrap_keeps_the_shorter_way_round() {
        for (given, wanted) in [(190.0, -170.0), (-190.0, 170.0), (180.0, 180.0), (-180.0, 180.0), (720.0, 0.0)] {
            assert!((wrap(given) - wanted).abs() < 1e-9, "{given}");
        }
        assert!((turn(170.0, -170.0, 0.5) - 180.0).abs() < 1e-9);
    }

    #[test]
    fn segments_cross_only_within_both() {
        let p = Point::new;
        let cross = crossing((p(0., 0.), p(2., 2.)), (p(0., 2.), p(2., 0.)));
        assert_eq!(cross, Some(p(1., 1.)));
        assert_eq!(crossing((p(0., 0.), p(2., 2.)), (p(3., 0.), p(4., 9.))), None);
        assert_eq!(crossing((p(0., 0.), p(2., 0.)), (p(0., 1.), p(2., 1.))), None);
    }
}
