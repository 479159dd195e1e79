//! A foot from the side, bare or in a shoe, with toes that bend.

use kurbo::BezPath;

use crate::drawing::Point;
use crate::figure::curve;
use crate::figure::geom::{local, local_all};
use crate::figure::solve::SolvedLeg;

/// Along the sole and up, from the ankle joint.
const BARE: [(f64, f64); 18] = [
    (-18., 6.),
    (-26., -8.),
    (-32., -23.),
    (-26., -37.),
    (-8., -39.),
    (24., -35.),
    (48., -37.),
    (72., -39.),
    (96., -39.),
    (110., -36.),
    (113., -28.),
    (103., -20.),
    (80., -14.),
    (54., -5.),
    (32., 4.),
    (17., 13.),
    (0., 18.),
    (-13., 14.),
];
const SHOE: [(f64, f64); 18] = [
    (-22., 16.),
    (-27., 2.),
    (-37., -12.),
    (-39., -30.),
    (-36., -41.),
    (-20., -42.),
    (10., -42.),
    (40., -42.),
    (72., -42.),
    (100., -42.),
    (117., -38.),
    (120., -27.),
    (110., -17.),
    (84., -10.),
    (56., 1.),
    (36., 11.),
    (22., 17.),
    (0., 13.),
];
/// The top edge of a shoe's sole.
const SOLE_TOP: [(f64, f64); 4] = [(108., -32.), (60., -33.), (0., -33.), (-41., -31.)];
/// Toes bend about the ball of the foot.
const BALL: (f64, f64) = (72.0, -36.0);

/// What is on the foot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wear {
    #[default]
    Bare,
    Shoe,
}

/// The foot's outline.
pub fn foot(leg: &SolvedLeg, wear: Wear) -> BezPath {
    curve::closed(&points(leg, wear))
}

/// The sole of a shoe, drawn over its lower edge.
pub fn sole(leg: &SolvedLeg) -> BezPath {
    let lower = SHOE.iter().skip(4).take(7);
    let outline: Vec<(f64, f64)> = lower.chain(&SOLE_TOP).map(|&point| with_toes(point, leg.toe)).collect();
    curve::closed(&local_all(leg.ankle, leg.sole, &outline))
}

/// How low the foot reaches.
pub fn lowest(leg: &SolvedLeg, wear: Wear) -> f64 {
    points(leg, wear).iter().map(|point| point.y).fold(f64::INFINITY, f64::min)
}

fn points(leg: &SolvedLeg, wear: Wear) -> Vec<Point> {
    let shape = match wear {
        Wear::Bare => &BARE,
        Wear::Shoe => &SHOE,
    };
    let bent: Vec<(f64, f64)> = shape.iter().map(|&point| with_toes(point, leg.toe)).collect();
    local_all(leg.ankle, leg.sole, &bent)
}

fn with_toes((x, y): (f64, f64), toe: f64) -> (f64, f64) {
    if x <= BALL.0 {
        return (x, y);
    }
    let bent = local(BALL.into(), toe, x - BALL.0, y - BALL.1);
    (bent.x, bent.y)
}
