//! The body in its length: one hand on each side of the spine, between the back and what it rests on.
//!
//! Not a cut through a body: only where the hands lie. Invariant: left and right are mirrors of each other.

use super::window::{LINE, Local, Window};
use super::{Moment, Motion, Named, moved};
use crate::drawing::Token;

/// What the back rests on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    Mat,
    Wall,
}

/// Where the ground begins.
const GROUND: f64 = 150.0;
/// Half of the body from the belly's middle to the hollow of the spine; the other half is its mirror.
pub const HALF: [Local; 9] =
    [(0., 20.), (44., 28.), (78., 50.), (92., 84.), (84., 112.), (58., 130.), (36., 131.), (14., 124.), (0., 118.)];
/// The bone of the spine.
pub const SPINE: [Local; 7] = [(134., 86.), (138., 74.), (162., 74.), (166., 86.), (162., 100.), (150., 114.), (138., 100.)];
const HAND: [Local; 12] = [
    (220., 88.),
    (164., 98.),
    (134., 114.),
    (100., 133.),
    (78., 130.),
    (52., 131.),
    (30., 136.),
    (20., 143.),
    (26., 150.),
    (60., 150.),
    (120., 150.),
    (220., 150.),
];
/// How far the back settles, and how far the hands come from.
const SINK: f64 = 6.0;
const SLIDE: f64 = 70.0;

/// Where one muscle beside the spine is pressed, the palest first, on the half of [`HALF`].
pub fn warm_zones() -> [(Vec<Local>, Token); 3] {
    let zone = [(46., 131.), (16., 125.), (24., 108.), (48., 99.), (70., 106.), (78., 120.)];
    [(1.0, Token::Glow1), (0.76, Token::Glow2), (0.5, Token::GlowCore)]
        .map(|(grow, token)| (zone.map(|(x, y)| (50. + (x - 50.) * grow, 131. + (y - 131.) * grow)).to_vec(), token))
}

pub fn paint(window: &mut Window<'_>, moment: Moment, ground: Ground) -> Named {
    let high = window.bottom();
    match ground {
        Ground::Mat => {
            window.block((-10.0, GROUND + 20.0, 310.0, high + 10.0), Token::StageFloor);
            window.block((-10.0, GROUND, 310.0, GROUND + 24.0), Token::Mat);
            window.line(&[(-10., GROUND + 18.), (310., GROUND + 18.)], Token::MatEdge, 6.0);
            window.line(&[(-10., GROUND + 24.), (310., GROUND + 24.)], Token::Outline, LINE);
        }
        Ground::Wall => {
            window.block((-10.0, GROUND, 310.0, high + 10.0), Token::Wall);
            let mut x = -20.0;
            while x < 320.0 {
                window.line(&[(x, high + 4.), (x + 40., GROUND + 8.)], Token::WallHatch, 3.4);
                x += 40.0;
            }
        }
    }
    let side = |points: &[Local], sign: f64, dy: f64| -> Vec<Local> {
        points.iter().map(|&(x, y)| (150.0 + sign * x, y + dy)).collect()
    };
    let sunk = SINK * (moment.force - 1.0);
    let mut body = side(&HALF, 1.0, sunk);
    body.extend(side(HALF.get(1..8).unwrap_or_default(), -1.0, sunk).into_iter().rev());
    window.shape(&body, Token::ShirtNear);
    for sign in [1.0, -1.0] {
        for (zone, token) in warm_zones() {
            window.patch(&side(&zone, sign, sunk), token);
        }
    }
    body.push((150.0, 20.0 + sunk));
    window.line(&body, Token::Outline, LINE);
    window.shape(&moved(&SPINE, (0.0, sunk)), Token::Pillow);
    let away = SLIDE * (1.0 - moment.hands);
    for sign in [1.0, -1.0] {
        let hand: Vec<Local> = side(&moved(&HAND, (away, 0.0)), sign, 0.0);
        window.shape(&hand, Token::SkinNear);
        window.line(&side(&moved(&[(56., 139.), (44., 140.), (30., 144.)], (away, 0.0)), sign, 0.0), Token::Outline, 2.6);
    }
    window.line(&[(-10., GROUND), (310., GROUND)], if ground == Ground::Wall { Token::WallEdge } else { Token::Outline }, LINE);
    // The hands come from both sides, and go the way they came.
    for sign in [1.0, -1.0] {
        let (outside, inside) = ((150.0 + sign * 140.0, 62.0), (150.0 + sign * 98.0, 62.0));
        match moment.motion {
            Motion::Hands => window.arrow(outside, inside, 1.0, Token::Ghost),
            Motion::Lifts if moment.is_off() => window.arrow(inside, outside, 1.0, Token::Ghost),
            Motion::Lifts | Motion::Settles | Motion::Still => {}
        }
    }
    vec![("end_spine", (150.0, 90.0))]
}
