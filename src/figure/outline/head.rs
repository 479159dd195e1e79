//! Head, hair, ear, face and neck in profile. Local coordinates: right is where the face looks, up is the crown.

use kurbo::BezPath;

use crate::drawing::Point;
use crate::figure::body::station;
use crate::figure::curve;
use crate::figure::geom::{local_all, step};
use crate::figure::look::Hair;
use crate::figure::solve::Body;

const SKULL: [(f64, f64); 28] = [
    (14., -40.),
    (32., -44.),
    (46., -41.),
    (53., -33.),
    (52., -24.),
    (55., -18.),
    (57., -13.),
    (55., -9.),
    (58., -4.),
    (57., 2.),
    (66., 6.),
    (70., 11.),
    (65., 20.),
    (58., 33.),
    (58., 42.),
    (59., 52.),
    (55., 70.),
    (42., 86.),
    (20., 96.),
    (-8., 97.),
    (-34., 88.),
    (-52., 68.),
    (-59., 44.),
    (-57., 22.),
    (-48., 6.),
    (-38., -8.),
    (-30., -24.),
    (-10., -30.),
];
const SHORT_HAIR: [(f64, f64); 19] = [
    (54., 66.),
    (49., 84.),
    (26., 101.),
    (-8., 103.),
    (-38., 93.),
    (-58., 71.),
    (-65., 44.),
    (-62., 18.),
    (-52., 0.),
    (-41., -9.),
    (-30., -6.),
    (-22., 6.),
    (-16., 14.),
    (-8., 22.),
    (0., 20.),
    (8., 24.),
    (12., 38.),
    (22., 50.),
    (38., 58.),
];
const BOB: [(f64, f64); 20] = [
    (56., 64.),
    (52., 84.),
    (28., 103.),
    (-8., 106.),
    (-42., 96.),
    (-64., 72.),
    (-71., 42.),
    (-70., 12.),
    (-69., -16.),
    (-60., -33.),
    (-40., -38.),
    (-16., -36.),
    (0., -30.),
    (7., -14.),
    (3., 4.),
    (3., 20.),
    (10., 36.),
    (22., 49.),
    (36., 58.),
    (48., 62.),
];
const TIED: [(f64, f64); 17] = [
    (54., 66.),
    (49., 84.),
    (26., 100.),
    (-8., 102.),
    (-38., 93.),
    (-58., 71.),
    (-64., 44.),
    (-60., 20.),
    (-50., 4.),
    (-38., -4.),
    (-26., 2.),
    (-18., 14.),
    (-8., 24.),
    (2., 30.),
    (14., 44.),
    (26., 56.),
    (40., 64.),
];
const BUN: [(f64, f64); 8] =
    [(-12., 97.), (-8., 112.), (-16., 127.), (-32., 133.), (-48., 127.), (-56., 112.), (-52., 96.), (-32., 88.)];
const EAR: [(f64, f64); 8] = [(-9., 12.), (-14., 22.), (-12., 31.), (-4., 35.), (3., 30.), (3., 21.), (-1., 13.), (-5., 9.)];
const JAW: [(f64, f64); 4] = [(44., -40.), (30., -41.), (14., -35.), (0., -22.)];
const CLOSED_LID: [(f64, f64); 3] = [(38., 31.), (43., 27.5), (50., 29.)];
const EYE: (f64, f64) = (45.0, 30.0);
const BROW: [(f64, f64); 3] = [(35., 43.), (44., 46.), (53., 45.)];
const MOUTH: [(f64, f64); 3] = [(55., -9.), (49., -10.), (44., -8.)];

/// The paths of a head, each painted in its own way.
pub struct Head {
    /// Painted behind everything else.
    pub bun: Option<BezPath>,
    pub neck: BezPath,
    pub skull: BezPath,
    pub jaw: BezPath,
    pub hair: BezPath,
    /// Unless hair covers it.
    pub ear: Option<BezPath>,
    pub open_eye: BezPath,
    pub closed_eye: BezPath,
    pub brow: BezPath,
    pub mouth: BezPath,
}

/// The head of a solved body.
pub fn head(body: &Body) -> Head {
    let facing = body.head - 90.0;
    let place = |shape: &[(f64, f64)]| local_all(body.skull, facing, shape);
    let eye = place(&[EYE]).first().copied().unwrap_or(body.skull);
    let hair_shape: &[(f64, f64)] = match body.hair {
        Hair::Short => &SHORT_HAIR,
        Hair::Bob => &BOB,
        Hair::Bun => &TIED,
    };
    Head {
        bun: (body.hair == Hair::Bun).then(|| curve::closed(&place(&BUN))),
        neck: neck(body),
        skull: curve::closed(&place(&SKULL)),
        jaw: curve::open(&place(&JAW)),
        hair: curve::closed(&place(hair_shape)),
        ear: (body.hair != Hair::Bob).then(|| curve::closed(&place(&EAR))),
        open_eye: curve::ellipse(eye, 3.6, 5.0, facing),
        closed_eye: curve::open(&place(&CLOSED_LID)),
        brow: curve::open(&place(&BROW)),
        mouth: curve::open(&place(&MOUTH)),
    }
}

fn neck(body: &Body) -> BezPath {
    let (chest, nape) = (body.stations[station::CHEST], body.stations[station::NAPE]);
    let low = step(chest.at, chest.up, 4.0);
    let middle = nape.at.lerp(body.skull, 0.45);
    let facing = body.head - 90.0;
    let under_chin: Vec<Point> = local_all(body.skull, facing, &[(20., -34.), (24., 0.)]);
    let behind_ear = local_all(body.skull, facing, &[(-36., 20.), (-42., 2.)]);
    let mut outline = vec![
        step(low, chest.up - 90.0, 36.0),
        step(step(chest.at, chest.up, 34.0), chest.up - 90.0, 36.0),
        step(middle, body.neck - 90.0, 29.0),
    ];
    outline.extend(under_chin);
    outline.extend(behind_ear);
    outline.extend([step(middle, body.neck + 90.0, 29.0), step(nape.at, nape.up + 90.0, 27.0), step(low, chest.up + 90.0, 36.0)]);
    curve::closed(&outline)
}
