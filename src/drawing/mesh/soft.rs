//! Edges that fade out over one pixel, for fills and for lines.

use super::{Mesh, Point, ears};
use crate::drawing::Vec2;

/// Half the width of a soft edge, in pixels.
const HALF: f64 = 0.5;
/// A corner sharper than this (as the cosine of its turn) breaks a strip, and gets a disc.
const SHARP: f64 = 0.7;

/// A run of points in pixels.
pub struct Line {
    pub points: Vec<Point>,
    pub closed: bool,
}

impl Mesh {
    /// A filled polygon. It must not cross itself.
    pub(super) fn fill(&mut self, points: &[Point], colour: [u8; 4]) {
        if points.len() < 3 {
            return;
        }
        let mut points = points.to_vec();
        if ears::double_area(&points) < 0.0 {
            points.reverse();
        }
        let outward = normals(&points, true);
        let ring: Vec<(u32, u32)> = points
            .iter()
            .zip(&outward)
            .map(|(&p, &n)| (self.vertex(p - n * HALF, colour, 1.0), self.vertex(p + n * HALF, colour, 0.0)))
            .collect();
        for [a, b, c] in ears::cut(&points) {
            self.triangle(ring[a].0, ring[b].0, ring[c].0);
        }
        for (&(a_in, a_out), &(b_in, b_out)) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            self.triangle(a_in, a_out, b_out);
            self.triangle(a_in, b_out, b_in);
        }
    }

    /// A line with round joins and ends.
    pub(super) fn stroke(&mut self, line: &Line, width: f64, colour: [u8; 4]) {
        let radius = width / 2.0;
        // A hairline keeps its weight as a paler line of one pixel.
        let (radius, share) = if radius < HALF { (HALF, radius / HALF) } else { (radius, 1.0) };
        let colour = colour.map(|channel| (f64::from(channel) * share).round() as u8);
        let sharp = sharp_corners(line);
        for &corner in &sharp {
            self.disc(corner, radius, colour);
        }
        if !line.closed || line.points.len() < 2 {
            for &end in line.points.first().iter().chain(line.points.last().iter()) {
                self.disc(*end, radius, colour);
            }
        }
        for piece in smooth_pieces(line, &sharp) {
            self.strip(&piece, radius, colour);
        }
    }

    fn strip(&mut self, line: &Line, radius: f64, colour: [u8; 4]) {
        if line.points.len() < 2 {
            return;
        }
        let across = normals(&line.points, line.closed);
        let rungs: Vec<[u32; 4]> = line
            .points
            .iter()
            .zip(&across)
            .map(|(&p, &n)| {
                [(radius + HALF, 0.0), (radius - HALF, 1.0), (HALF - radius, 1.0), (-HALF - radius, 0.0)]
                    .map(|(off, share)| self.vertex(p + n * off, colour, share))
            })
            .collect();
        let last = rungs.len() - usize::from(!line.closed);
        for (a, b) in rungs.iter().zip(rungs.iter().cycle().skip(1)).take(last) {
            for (near, far) in a.windows(2).zip(b.windows(2)) {
                if let ([a0, a1], [b0, b1]) = (near, far) {
                    self.triangle(*a0, *a1, *b1);
                    self.triangle(*a0, *b1, *b0);
                }
            }
        }
    }

    fn disc(&mut self, centre: Point, radius: f64, colour: [u8; 4]) {
        let corners = (6.0 + radius * 2.0).min(24.0).floor();
        let middle = self.vertex(centre, colour, 1.0);
        let mut rim = Vec::new();
        let mut i = 0.0;
        while i < corners {
            let way = Vec2::from_angle(std::f64::consts::TAU * i / corners);
            let inner = self.vertex(centre + way * (radius - HALF), colour, 1.0);
            rim.push((inner, self.vertex(centre + way * (radius + HALF), colour, 0.0)));
            i += 1.0;
        }
        for (&(a_in, a_out), &(b_in, b_out)) in rim.iter().zip(rim.iter().cycle().skip(1)) {
            self.triangle(middle, a_in, b_in);
            self.triangle(a_in, a_out, b_out);
            self.triangle(a_in, b_out, b_in);
        }
    }
}

/// The dashes of a line: lengths of dash and gap, in pixels.
pub fn dashes(line: &Line, [on, off]: [f64; 2]) -> Vec<Line> {
    if on <= 0.0 || off <= 0.0 {
        return vec![Line { points: line.points.clone(), closed: line.closed }];
    }
    let (mut pieces, mut piece, mut drawing, mut left) = (Vec::new(), Vec::new(), true, on);
    let mut finish = |piece: &mut Vec<Point>| {
        let points = std::mem::take(piece);
        if points.len() > 1 {
            pieces.push(Line { points, closed: false });
        }
    };
    let closing = line.points.first().filter(|_| line.closed);
    let mut points = line.points.iter().chain(closing).copied();
    let Some(mut from) = points.next() else { return Vec::new() };
    piece.push(from);
    for to in points {
        while (to - from).hypot() > left {
            from += (to - from).normalize() * left;
            if drawing {
                piece.push(from);
                finish(&mut piece);
            } else {
                piece.push(from);
            }
            drawing = !drawing;
            left = if drawing { on } else { off };
        }
        left -= (to - from).hypot();
        from = to;
        if drawing {
            piece.push(to);
        }
    }
    finish(&mut piece);
    pieces
}

/// Away from the line at each point: to the right of its way, stretched at corners so that edges keep their width.
fn normals(points: &[Point], closed: bool) -> Vec<Vec2> {
    let count = points.len();
    let right = |a: Point, b: Point| {
        let way = b - a;
        let length = way.hypot();
        if length > 1e-9 { Vec2::new(way.y, -way.x) / length } else { Vec2::ZERO }
    };
    (0..count)
        .map(|i| {
            let before = (i > 0 || closed).then(|| right(points[(i + count - 1) % count], points[i]));
            let after = (i + 1 < count || closed).then(|| right(points[i], points[(i + 1) % count]));
            let (before, after) = (before.or(after).unwrap_or_default(), after.or(before).unwrap_or_default());
            let middle = (before + after) / 2.0;
            // At a corner the middle is short; one over its square restores the width, within reason.
            middle / middle.hypot2().max(0.25)
        })
        .collect()
}

fn sharp_corners(line: &Line) -> Vec<Point> {
    let count = line.points.len();
    let within = if line.closed { 0..count } else { 1..count.saturating_sub(1) };
    within
        .filter(|&i| {
            let at = line.points[i];
            let (before, after) = (at - line.points[(i + count - 1) % count], line.points[(i + 1) % count] - at);
            before.dot(after) < SHARP * before.hypot() * after.hypot()
        })
        .map(|i| line.points[i])
        .collect()
}

/// The line, broken at its sharp corners.
fn smooth_pieces(line: &Line, sharp: &[Point]) -> Vec<Line> {
    if sharp.is_empty() {
        return vec![Line { points: line.points.clone(), closed: line.closed }];
    }
    let closing = line.points.first().filter(|_| line.closed);
    let mut pieces = vec![Line { points: Vec::new(), closed: false }];
    for &point in line.points.iter().chain(closing) {
        if let Some(piece) = pieces.last_mut() {
            piece.points.push(point);
        }
        if sharp.contains(&point) {
            pieces.push(Line { points: vec![point], closed: false });
        }
    }
    pieces
}
