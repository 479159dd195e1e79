//! The body in its length, where one hand presses: the heel of the hand on the muscle beside the spine, and which way it goes.
//!
//! [`super::beside`] shows where the hand lies; this shows the way that it presses, which from straight on can not be seen.
//! Not a cut through a body. Invariant: the hand keeps to one side of the spine, and meets the back when the force is whole.

use super::end::{HALF, SPINE, warm_zones};
use super::window::{LINE, Local, Window};
use super::{Moment, Motion, Named, moved};
use crate::drawing::Token;

/// Which way the back looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Back {
    /// On all fours: up, and the hand presses down.
    Up,
    /// On the side: to the left, and the hand presses to the right.
    Left,
}

/// The height about which the sketch of [`super::end`], whose back lies below, is turned over.
const TURNED_ABOUT: f64 = 172.0;
/// The heel of the hand and its fingers, seen from their tips, and the forearm behind them; the back is below.
const HAND: [Local; 9] =
    [(158., 18.), (164., -2.), (184., -14.), (212., -12.), (230., 2.), (232., 22.), (216., 36.), (190., 40.), (168., 34.)];
const FOREARM: [Local; 7] = [(190., 0.), (212., -36.), (250., -86.), (320., -170.), (372., -128.), (274., -34.), (226., 20.)];
const FINGERS: [[Local; 2]; 4] =
    [[(170., 24.), (171., 27.)], [(187., 27.), (187., 31.)], [(204., 26.), (204., 30.)], [(220., 20.), (219., 23.)]];
/// How far above the back the hand waits, and how deep it presses.
const AWAY: f64 = 46.0;
const PRESSED: f64 = 7.0;

pub fn paint(window: &mut Window<'_>, moment: Moment, back: Back) -> Named {
    let place = |(x, y): Local| match back {
        Back::Up => (x, y),
        Back::Left => (y + 62.0, 254.0 - x),
    };
    let all = |points: &[Local]| points.iter().map(|&point| place(point)).collect::<Vec<_>>();
    if back == Back::Left {
        let (mat, bottom) = (198.0, window.bottom());
        window.block((-10.0, mat + 20.0, 310.0, bottom + 10.0), Token::StageFloor);
        window.block((-10.0, mat, 310.0, mat + 22.0), Token::Mat);
        window.line(&[(-10., mat), (310., mat)], Token::Outline, LINE);
    }
    let over = |points: &[Local], sign: f64| -> Vec<Local> {
        points.iter().map(|&(x, y)| (150.0 + sign * x, TURNED_ABOUT - y)).collect()
    };
    let mut body = over(&HALF, 1.0);
    body.extend(over(HALF.get(1..8).unwrap_or_default(), -1.0).into_iter().rev());
    window.shape(&all(&body), Token::ShirtNear);
    for (zone, token) in warm_zones() {
        window.patch(&all(&over(&zone, 1.0)), token);
    }
    if let Some(&first) = body.first() {
        body.push(first);
    }
    window.line(&all(&body), Token::Outline, LINE);
    let spine: Vec<Local> = SPINE.iter().map(|&(x, y)| (x, TURNED_ABOUT - y)).collect();
    window.shape(&all(&spine), Token::Pillow);

    let dy = PRESSED * moment.force - AWAY * (1.0 - moment.hands);
    let hand = |points: &[Local]| all(&moved(points, (0.0, dy)));
    window.shape(&hand(&FOREARM), Token::SkinNear);
    window.shape(&hand(&HAND), Token::SkinNear);
    for finger in &FINGERS {
        window.finger(&hand(finger), 12.0, Token::SkinNear);
    }
    let (above, on) = (place((140.0, -58.0)), place((140.0, 8.0)));
    match moment.motion {
        Motion::Still => {}
        Motion::Hands => window.arrow(above, on, 1.0, Token::Ghost),
        Motion::Settles => window.arrow(above, on, moment.force, Token::Press),
        Motion::Lifts => window.arrow(on, above, 1.0, Token::Ghost),
    }
    vec![("section_spine", place((150.0, 84.0)))]
}
