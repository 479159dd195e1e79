//! Things that lie or stand about: mat, pillow, roller, wall, chair, and the shadow under a person.

use serde::Deserialize;

use crate::drawing::{Drawing, Paint, Point, Rect, Token};
use crate::figure::curve;
use crate::figure::geom::{direction, local_all};
use crate::figure::paint::arrow::{self, Weight};
use crate::figure::paint::{LINE, silhouette};

/// Where a person who sits on a chair would look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum Facing {
    #[default]
    Right,
    Left,
}

/// A soft shadow on the floor.
pub fn shadow(drawing: &mut Drawing, at: Point, radius: (f64, f64)) {
    for (share, alpha) in [(1.0, 0.06), (0.8, 0.08), (0.58, 0.10)] {
        let path = curve::ellipse(at, radius.0 * share, radius.1 * share, 0.0);
        drawing.fill(path, Paint { token: Token::Shadow, alpha });
    }
}

/// A mat on the floor, seen from its edge. Its top is the ground (y = 0).
///
/// Painted after a lying person, it hides the little they sink in, which reads as softness.
pub fn mat(drawing: &mut Drawing, from: f64, to: f64) {
    const THICK: f64 = 16.0;
    silhouette(drawing, &[(curve::rounded(Rect::new(from, -THICK, to, 0.0), 8.0), Token::Mat)], LINE * 0.6);
    drawing.fill(curve::rounded(Rect::new(from + 4.0, 1.0 - THICK, to - 4.0, 6.0 - THICK), 2.5), Token::MatEdge);
}

/// A mat seen from above, with its seam.
pub fn sheet(drawing: &mut Drawing, area: Rect) {
    silhouette(drawing, &[(curve::rounded(area, 26.0), Token::Mat)], LINE * 0.6);
    drawing.stroke(curve::rounded(area.inset(-14.0), 18.0), Token::MatEdge, 4.0);
}

/// A pillow, turned by some degrees.
pub fn pillow(drawing: &mut Drawing, at: Point, (width, height): (f64, f64), degrees: f64) {
    const OUTLINE: [(f64, f64); 10] = [
        (-0.46, 0.36),
        (-0.2, 0.5),
        (0.2, 0.5),
        (0.46, 0.36),
        (0.5, 0.0),
        (0.46, -0.36),
        (0.2, -0.48),
        (-0.2, -0.48),
        (-0.46, -0.36),
        (-0.5, 0.0),
    ];
    const FOLD: [(f64, f64); 3] = [(-0.4, -0.12), (-0.1, -0.22), (0.25, -0.18)];
    let place = |shape: &[(f64, f64)]| {
        let scaled: Vec<(f64, f64)> = shape.iter().map(|&(x, y)| (x * width, y * height)).collect();
        local_all(at, degrees, &scaled)
    };
    silhouette(drawing, &[(curve::closed(&place(&OUTLINE)), Token::Pillow)], LINE * 0.8);
    drawing.stroke(curve::open(&place(&FOLD)), Token::PillowFold, 5.0);
}

/// A foam roller, seen from its end.
pub fn roller(drawing: &mut Drawing, at: Point, radius: f64) {
    silhouette(drawing, &[(curve::circle(at, radius), Token::Roller)], LINE);
    drawing.fill(curve::circle(at, radius * 0.62), Token::RollerFar);
    let hole = curve::circle(at, radius * 0.36);
    drawing.fill(hole.clone(), Token::Stage);
    drawing.stroke(hole, Token::Outline, 3.0);
}

/// A wall whose face stands at `x`, from the ground up to `top`.
pub fn wall(drawing: &mut Drawing, x: f64, top: f64) {
    const THICK: f64 = 46.0;
    const HATCH: f64 = 52.0;
    let corners = [(x - THICK, 0.0), (x, 0.0), (x, top), (x - THICK, top)].map(Point::from);
    drawing.fill(curve::polygon(&corners), Token::Wall);
    let mut y = 18.0;
    while y + HATCH <= top {
        let hatch = [Point::new(x - THICK + 6.0, y), Point::new(x - 6.0, y + 34.0)];
        drawing.stroke(curve::polyline(&hatch), Token::WallHatch, 3.5);
        y += HATCH;
    }
    drawing.stroke(curve::polyline(&[Point::new(x, 0.0), Point::new(x, top)]), Token::WallEdge, 5.0);
}

/// A towel rolled up, seen from its end.
pub fn towel(drawing: &mut Drawing, at: Point, radius: f64) {
    silhouette(drawing, &[(curve::ellipse(at, radius * 1.35, radius, 0.0), Token::Pillow)], LINE * 0.8);
    let spiral: Vec<Point> = (0..=16)
        .map(|i| {
            let share = f64::from(i) / 16.0;
            let spoke = direction(share * 700.0) * radius * (0.78 - 0.66 * share);
            at + (spoke.x * 1.35, spoke.y)
        })
        .collect();
    drawing.stroke(curve::open(&spiral), Token::PillowFold, 4.0);
}

/// Two bare soles from above, a shoulder's width apart, on a card of their own.
pub fn soles(drawing: &mut Drawing, at: Point) {
    const SOLE: [(f64, f64); 13] = [
        (-62., -4.),
        (-56., -20.),
        (-34., -25.),
        (0., -22.),
        (34., -26.),
        (62., -28.),
        (80., -14.),
        (84., 6.),
        (74., 22.),
        (44., 24.),
        (8., 18.),
        (-30., 20.),
        (-54., 14.),
    ];
    card(drawing, at, 150.0);
    for side in [-1.0, 1.0] {
        let shape: Vec<(f64, f64)> = SOLE.iter().map(|&(x, y)| (x, y * side)).collect();
        let outline = local_all(at + (side * 66.0, 18.0), 90.0 - side * 6.0, &shape);
        silhouette(drawing, &[(curve::closed(&outline), Token::SkinNear)], 3.0);
        let points = [at + (0.0, -100.0), at + (side * 60.0, -100.0), at + (side * 104.0, -100.0)];
        arrow::paint(drawing, &points, Token::Breath, Weight { body: 8.0, head: 24.0 }, false);
    }
}

/// Knee, pillow, knee: seen from the foot end, one above the other, on a card of their own.
pub fn stacked_knees(drawing: &mut Drawing, at: Point) {
    card(drawing, at, 106.0);
    let knee = |dy: f64| curve::ellipse(at + (0.0, dy), 42.0, 34.0, 0.0);
    silhouette(drawing, &[(knee(-54.0), Token::SkinFar)], LINE);
    pillow(drawing, at, (172.0, 58.0), 0.0);
    silhouette(drawing, &[(knee(54.0), Token::SkinNear)], LINE);
}

/// A card for an inset.
fn card(drawing: &mut Drawing, at: Point, half: f64) {
    let area = Rect::from_center_size(at, (half * 2.0, half * 2.0));
    drawing.fill(curve::rounded(area, 24.0), Token::Surface);
    drawing.stroke(curve::rounded(area, 24.0), Token::Control, 3.0);
}

/// "Not this": a badge with a cross, large enough to be seen before the picture it stands beside.
pub fn not_this(drawing: &mut Drawing, at: Point) {
    const RADIUS: f64 = 58.0;
    let disc = curve::circle(at, RADIUS);
    drawing.fill(disc.clone(), Token::Surface);
    drawing.stroke(disc, Token::Ghost, 9.0);
    for tilt in [45.0, -45.0] {
        let reach = direction(tilt) * RADIUS * 0.56;
        drawing.stroke(curve::polyline(&[at - reach, at + reach]), Token::Ghost, 15.0);
    }
}

/// A chair whose back stands at `x`, its seat on the side it faces.
pub fn chair(drawing: &mut Drawing, x: f64, facing: Facing) {
    let slab = |x0: f64, y0: f64, width: f64, height: f64, radius: f64| {
        let rect = match facing {
            Facing::Right => Rect::new(x + x0, y0, x + x0 + width, y0 + height),
            Facing::Left => Rect::new(x - x0 - width, y0, x - x0, y0 + height),
        };
        curve::rounded(rect, radius)
    };
    let parts = [
        (slab(150.0, 0.0, 20.0, 270.0, 6.0), Token::WoodFar),
        (slab(10.0, 0.0, 20.0, 560.0, 8.0), Token::Wood),
        (slab(2.0, 262.0, 176.0, 26.0, 8.0), Token::Wood),
        (slab(8.0, 520.0, 24.0, 36.0, 8.0), Token::Wood),
    ];
    silhouette(drawing, &parts, LINE * 0.7);
}

/// A chair seen from above: its seat, and the back as a bar.
pub fn chair_above(drawing: &mut Drawing, at: Point) {
    let slab = |x0: f64, y0: f64, x1: f64, y1: f64| curve::rounded(Rect::new(at.x + x0, at.y + y0, at.x + x1, at.y + y1), 10.0);
    silhouette(drawing, &[(slab(-88.0, -84.0, 88.0, 84.0), Token::Wood)], LINE * 0.7);
    silhouette(drawing, &[(slab(64.0, -90.0, 92.0, 90.0), Token::WoodFar)], LINE * 0.7);
}
