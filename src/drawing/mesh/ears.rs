//! Cuts a simple polygon into triangles by its ears.
//!
//! It asks for polygons that do not cross themselves; one that does still ends, with some triangles too many or
//! missing. Quadratic in the number of points, which is small: an outline has about a hundred.

use super::Point;

/// Triangles of the polygon, as indices of its points. Points run so that the area is positive.
pub fn cut(points: &[Point]) -> Vec<[usize; 3]> {
    let mut left: Vec<usize> = (0..points.len()).collect();
    let mut triangles = Vec::with_capacity(points.len().saturating_sub(2));
    let mut at = 0;
    let mut tried = 0;
    while left.len() > 3 {
        let count = left.len();
        let corner = [left[(at + count - 1) % count], left[at % count], left[(at + 1) % count]];
        // A polygon that crosses itself may have no ear left: cut anyway, and come to an end.
        if is_ear(points, &left, corner) || tried > count {
            triangles.push(corner);
            left.remove(at % count);
            at = (at % count).saturating_sub(1);
            tried = 0;
        } else {
            at = (at + 1) % count;
            tried += 1;
        }
    }
    if let [a, b, c] = left[..] {
        triangles.push([a, b, c]);
    }
    triangles
}

/// Twice the signed area of a polygon.
pub fn double_area(points: &[Point]) -> f64 {
    let next = points.iter().cycle().skip(1);
    points.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum()
}

fn is_ear(points: &[Point], left: &[usize], corner: [usize; 3]) -> bool {
    let [a, b, c] = corner.map(|index| points[index]);
    if side(a, b, c) <= 0.0 {
        return false;
    }
    let inside = |p: Point| side(a, b, p) >= 0.0 && side(b, c, p) >= 0.0 && side(c, a, p) >= 0.0;
    !left.iter().any(|index| !corner.contains(index) && inside(points[*index]))
}

/// Positive where `p` lies to the left of the way from `a` to `b`.
fn side(a: Point, b: Point, p: Point) -> f64 {
    (b - a).cross(p - a)
}
