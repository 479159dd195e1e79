//! The low back straight on: the heel of one hand lies on the muscle beside the spine, not on the bones.
//!
//! It does not show how hard the hand presses: that is into the picture. Invariant: nothing of the hand lies on the spine.

use super::window::{Local, Window};
use super::{Moment, Named};
use crate::drawing::Token;

/// The spine's line, and the flanks above and below it.
const SPINE: f64 = 196.0;
const SHIRT: [Local; 12] = [
    (-16., 34.),
    (50., 46.),
    (110., 58.),
    (170., 54.),
    (222., 40.),
    (228., 130.),
    (230., 220.),
    (222., 352.),
    (150., 340.),
    (90., 336.),
    (30., 350.),
    (-16., 360.),
];
const SHORTS: [Local; 8] =
    [(218., 42.), (262., 24.), (330., 14.), (340., 150.), (330., 390.), (262., 370.), (218., 350.), (227., 190.)];
/// Forearm and palm; the heel of the hand lies at (104, 128).
const PALM: [Local; 16] = [
    (-60., -40.),
    (20., 40.),
    (58., 78.),
    (78., 88.),
    (96., 84.),
    (128., 88.),
    (158., 96.),
    (176., 112.),
    (178., 138.),
    (168., 158.),
    (138., 166.),
    (108., 164.),
    (84., 150.),
    (62., 132.),
    (6., 92.),
    (-80., 20.),
];
/// Fingers, the index finger first.
const FINGERS: [[Local; 3]; 4] = [
    [(162., 106.), (192., 104.), (226., 106.)],
    [(168., 121.), (204., 122.), (240., 126.)],
    [(168., 137.), (200., 141.), (233., 147.)],
    [(158., 152.), (184., 159.), (212., 167.)],
];
const THUMB: [Local; 3] = [(88., 92.), (122., 66.), (154., 56.)];

pub fn paint(window: &mut Window<'_>, moment: Moment, turned: bool) -> Named {
    let (top, bottom) = (window.top(), window.bottom());
    let place = |(x, y): Local| if turned { (300.0 - x, top + bottom - y) } else { (x, y) };
    let all = |points: &[Local]| points.iter().map(|&point| place(point)).collect::<Vec<_>>();
    window.shape(&all(&SHORTS), Token::ShortsNear);
    window.shape(&all(&SHIRT), Token::ShirtNear);
    // The muscle beside the spine, on the hand's side.
    for (grow, token) in [(1.0, Token::Glow1), (0.74, Token::Glow2), (0.46, Token::GlowCore)] {
        let ring = (0..10).map(|i| {
            let turn = f64::from(i) * std::f64::consts::TAU / 10.0;
            place((104.0 + 84.0 * grow * turn.cos(), 132.0 + 50.0 * grow * turn.sin()))
        });
        window.patch(&ring.collect::<Vec<_>>(), token);
    }
    for x in [30.0, 72.0, 114.0, 156.0, 198.0] {
        let bone = [
            (x - 15., SPINE),
            (x - 9., SPINE - 9.),
            (x + 9., SPINE - 9.),
            (x + 15., SPINE),
            (x + 9., SPINE + 9.),
            (x - 9., SPINE + 9.),
        ];
        window.shape(&all(&bone), Token::Pillow);
    }
    // The hand lifts off towards the viewer, up and a little larger: here it only slides to its place.
    let away = (-80.0 * (1.0 - moment.hands), -80.0 * (1.0 - moment.hands));
    let hand = |points: &[Local]| points.iter().map(|&(x, y)| place((x + away.0, y + away.1))).collect::<Vec<_>>();
    for finger in &FINGERS {
        window.finger(&hand(finger), 14.0, Token::SkinNear);
    }
    window.finger(&hand(&THUMB), 16.0, Token::SkinNear);
    let palm = hand(&PALM);
    window.patch(&palm, Token::SkinNear);
    window.line(palm.get(..4).unwrap_or_default(), Token::Outline, super::window::LINE);
    window.line(palm.get(4..7).unwrap_or_default(), Token::Outline, super::window::LINE);
    window.line(palm.get(9..).unwrap_or_default(), Token::Outline, super::window::LINE);
    vec![("close_near_hand", place((120.0 + away.0, 126.0 + away.1))), ("close_spine", place((72.0, SPINE)))]
}
