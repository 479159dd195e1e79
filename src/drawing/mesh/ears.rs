//! Triangles for the inside of a simple polygon, by the earcut library.

use earcut::Earcut;

use super::Point;

/// Triangles of the polygon, as indices of its points.
pub fn cut(points: &[Point]) -> Vec<[usize; 3]> {
    let mut triangles: Vec<usize> = Vec::with_capacity(points.len().saturating_sub(2) * 3);
    let no_holes: [usize; 0] = [];
    Earcut::new().earcut(points.iter().map(|point| [point.x, point.y]), &no_holes, &mut triangles);
    triangles.chunks_exact(3).map(|corners| [corners[0], corners[1], corners[2]]).collect()
}

/// Twice the signed area of a polygon.
pub fn double_area(points: &[Point]) -> f64 {
    let next = points.iter().cycle().skip(1);
    points.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum()
}
