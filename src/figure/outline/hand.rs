//! A hand in one of its forms, with its thumb and the lines between the fingers.

use kurbo::BezPath;

use crate::figure::curve;
use crate::figure::geom::local;
use crate::figure::pose::{HandForm, Thumb};
use crate::figure::solve::SolvedArm;

type Local = [(f64, f64)];

const RELAXED: &Local = &[
    (-6., 12.),
    (14., 15.),
    (34., 17.),
    (55., 14.),
    (76., 8.),
    (94., -2.),
    (99., -10.),
    (92., -14.),
    (74., -10.),
    (52., -13.),
    (30., -16.),
    (10., -14.),
    (-6., -12.),
];
const RELAXED_THUMB: &Local = &[(12., 6.), (28., 15.), (46., 20.), (60., 16.), (58., 9.), (44., 7.), (28., 0.)];
const FLAT: &Local = &[
    (-6., 13.),
    (12., 14.),
    (36., 14.),
    (62., 9.),
    (88., 3.),
    (98., -2.),
    (98., -7.),
    (88., -9.),
    (60., -10.),
    (30., -12.),
    (8., -13.),
    (-6., -12.),
];
const FIST: &Local =
    &[(-6., 12.), (10., 17.), (28., 20.), (44., 17.), (51., 5.), (49., -9.), (40., -17.), (24., -18.), (8., -15.), (-6., -12.)];
const FIST_THUMB: &Local = &[(14., 10.), (28., 13.), (42., 9.), (44., 1.), (34., -1.), (20., 2.)];
const PALM: &Local = &[
    (-6., 13.),
    (10., 20.),
    (30., 23.),
    (54., 23.),
    (78., 21.),
    (89., 17.),
    (92., 11.),
    (99., 8.),
    (101., 3.),
    (97., -2.),
    (97., -7.),
    (91., -12.),
    (86., -14.),
    (81., -19.),
    (70., -22.),
    (50., -22.),
    (28., -20.),
    (8., -16.),
    (-6., -12.),
];
/// Lines between the fingers.
const PALM_FINGERS: &[&Local] =
    &[&[(52., 12.), (72., 12.), (90., 11.)], &[(54., 1.), (76., 0.5), (96., -1.)], &[(52., -10.), (70., -11.), (87., -13.)]];
const RELAXED_FINGERS: &[&Local] = &[&[(66., 3.), (80., -1.), (95., -8.)]];
const FLAT_FINGERS: &[&Local] = &[&[(60., 1.), (78., -2.), (95., -5.)], &[(12., -2.), (28., -6.), (46., -7.)]];
const FIST_FINGERS: &[&Local] =
    &[&[(50., 9.), (45., 8.), (41., 9.)], &[(51., 1.), (45., 0.), (40., 0.)], &[(48., -9.), (43., -9.), (38., -8.)]];
const PALM_THUMB: &Local = &[(6., 12.), (22., 28.), (40., 38.), (52., 38.), (52., 29.), (40., 22.), (26., 10.)];
/// Skin over the line where the thumb meets the hand.
const THUMB_ROOT: &Local = &[(2., -6.), (2., 8.), (20., 10.), (30., 4.), (30., -6.)];

/// The paths of a hand, to be painted in this order.
pub struct Hand {
    pub palm: BezPath,
    /// The thumb, and the patch of skin that joins it to the hand.
    pub thumb: Option<(BezPath, BezPath)>,
    /// Open lines between the fingers.
    pub creases: Vec<BezPath>,
}

/// The hand at the end of an arm.
pub fn hand(arm: &SolvedArm) -> Hand {
    let (palm, thumb, creases): (&Local, Option<&Local>, &[&Local]) = match arm.form {
        HandForm::Relaxed => (RELAXED, Some(RELAXED_THUMB), RELAXED_FINGERS),
        HandForm::Flat => (FLAT, None, FLAT_FINGERS),
        HandForm::Fist => (FIST, Some(FIST_THUMB), FIST_FINGERS),
        HandForm::Palm => (PALM, Some(PALM_THUMB), PALM_FINGERS),
    };
    let side = match arm.thumb {
        Thumb::Left => 1.0,
        Thumb::Right => -1.0,
    };
    let place = |shape: &Local| shape.iter().map(|&(x, y)| local(arm.wrist, arm.hand, x, y * side)).collect::<Vec<_>>();
    Hand {
        palm: curve::closed(&place(palm)),
        thumb: thumb.map(|shape| (curve::closed(&place(shape)), curve::closed(&place(THUMB_ROOT)))),
        creases: creases.iter().map(|shape| curve::open(&place(shape))).collect(),
    }
}
