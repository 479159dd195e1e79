//! Arms and legs: one outline over two bones, single bones, and open cuffs for sleeves and shorts.
//!
//! The front of a limb lies to the left of its bone's direction.

use kurbo::BezPath;

use crate::drawing::Point;
use crate::figure::body::{Girth, girth_at};
use crate::figure::curve;
use crate::figure::geom::{angle, crossing, lerp, step, wrap};

/// Round ends take these turns away from the bone's direction, front to back.
const CAP: [f64; 5] = [60.0, 30.0, 0.0, -30.0, -60.0];
/// A joint bent less than this is drawn straight.
const STRAIGHT: f64 = 4.0;
/// Degrees of bend for each extra point of a rounded joint.
const ARC_STEP: f64 = 25.0;

/// One outline over two bones that meet at `joint`.
///
/// The outside of the bend is rounded by an arc; inside, both edges are cut where they cross. Bends above
/// about 105 degrees have no such crossing: draw two [`bone`]s then.
pub fn two_bones(root: Point, joint: Point, end: Point, first: &[Girth], second: &[Girth]) -> BezPath {
    let (up, down) = (Bone::new(root, joint), Bone::new(joint, end));
    let mut outline = joined(up, down, first, second, Edge::Front);
    outline.extend(cap(down, second, 1.0, 0.0));
    outline.extend(joined(up, down, first, second, Edge::Back).into_iter().rev());
    outline.extend(cap(up, first, 0.0, 0.0));
    curve::closed(&outline)
}

/// The outline of a single bone, round at both ends.
pub fn bone(from: Point, to: Point, girths: &[Girth]) -> BezPath {
    let bone = Bone::new(from, to);
    let mut outline = edge(bone, girths, 1.0, 0.0, Edge::Front);
    outline.extend(cap(bone, girths, 1.0, 0.0));
    outline.extend(edge(bone, girths, 1.0, 0.0, Edge::Back).into_iter().rev());
    outline.extend(cap(bone, girths, 0.0, 0.0));
    curve::closed(&outline)
}

/// Cloth round the upper part of a bone: closed and round at the root, a straight hem at the share `until`,
/// `ease` wider than the limb.
pub fn cuff(from: Point, to: Point, girths: &[Girth], until: f64, ease: f64) -> BezPath {
    let bone = Bone::new(from, to);
    let mut outline = edge(bone, girths, until, ease, Edge::Back);
    outline.reverse();
    outline.extend(cap(bone, girths, 0.0, ease));
    outline.extend(edge(bone, girths, until, ease, Edge::Front));
    let mut path = curve::open(&outline);
    path.close_path();
    path
}

/// The bend at a joint, in degrees, 0 when straight.
pub fn bend(root: Point, joint: Point, end: Point) -> f64 {
    wrap(angle(joint, end) - angle(root, joint)).abs()
}

#[derive(Clone, Copy)]
struct Bone {
    from: Point,
    degrees: f64,
    length: f64,
}

#[derive(Clone, Copy, PartialEq)]
enum Edge {
    Front,
    Back,
}

impl Edge {
    fn sign(self) -> f64 {
        match self {
            Edge::Front => 1.0,
            Edge::Back => -1.0,
        }
    }

    fn of(self, girth: Girth) -> f64 {
        match self {
            Edge::Front => girth.front,
            Edge::Back => girth.back,
        }
    }
}

impl Bone {
    fn new(from: Point, to: Point) -> Self {
        Self { from, degrees: angle(from, to), length: (to - from).hypot() }
    }

    fn at(self, t: f64) -> Point {
        step(self.from, self.degrees, self.length * t)
    }

    fn beside(self, t: f64, side: Edge, half_width: f64) -> Point {
        step(self.at(t), self.degrees + side.sign() * 90.0, half_width)
    }
}

fn edge(bone: Bone, girths: &[Girth], until: f64, ease: f64, side: Edge) -> Vec<Point> {
    let knots = girths.iter().map(|girth| girth.t).filter(|&t| t < until);
    knots.chain([until]).map(|t| bone.beside(t, side, side.of(girth_at(girths, t)) + ease)).collect()
}

/// The inner points of a round end, at the root (`t` = 0) or at the far end (`t` = 1).
fn cap(bone: Bone, girths: &[Girth], t: f64, ease: f64) -> impl Iterator<Item = Point> {
    let girth = girth_at(girths, t);
    let centre = bone.beside(t, Edge::Front, (girth.front - girth.back) / 2.0);
    let radius = f64::midpoint(girth.front, girth.back) + ease;
    let way = if t > 0.5 { bone.degrees } else { bone.degrees + 180.0 };
    CAP.iter().map(move |turn| step(centre, way + turn, radius))
}

/// One edge of a two-bone limb, from root to end.
fn joined(up: Bone, down: Bone, first: &[Girth], second: &[Girth], side: Edge) -> Vec<Point> {
    let mut upper = edge(up, first, 1.0, 0.0, side);
    let lower = edge(down, second, 1.0, 0.0, side);
    let bend = wrap(down.degrees - up.degrees);
    let (Some(&corner), Some(&start)) = (upper.last(), lower.first()) else { return upper };
    if bend.abs() <= STRAIGHT {
        upper.pop();
        upper.push(corner.midpoint(start));
        upper.extend(lower.into_iter().skip(1));
    } else if bend * side.sign() < 0.0 {
        upper.pop();
        let steps = (bend.abs() / ARC_STEP).floor().max(1.0);
        let radius = side.of(girth_at(first, 1.0));
        let mut i = 0.0;
        while i <= steps {
            let degrees = lerp(up.degrees, up.degrees + bend, i / steps);
            upper.push(step(down.from, degrees + side.sign() * 90.0, radius));
            i += 1.0;
        }
        upper.extend(lower.into_iter().skip(1));
    } else if let Some((i, j, point)) = crease(&upper, &lower) {
        upper.truncate(i + 1);
        upper.push(point);
        upper.extend(lower.into_iter().skip(j + 1));
    } else {
        upper.extend(lower);
    }
    upper
}

/// Where the two edges cross on the inside of a bend, nearest to the joint on the upper bone.
fn crease(upper: &[Point], lower: &[Point]) -> Option<(usize, usize, Point)> {
    let pieces = |edge: &[Point]| edge.windows(2).filter_map(|w| Some((*w.first()?, *w.last()?))).collect::<Vec<_>>();
    let lower = pieces(lower);
    pieces(upper)
        .into_iter()
        .enumerate()
        .rev()
        .find_map(|(i, a)| lower.iter().enumerate().find_map(|(j, &b)| crossing(a, b).map(|point| (i, j, point))))
}
