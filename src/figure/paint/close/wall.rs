//! Both hands between low back and wall, from the side: palms to the back, the right hand nearer.
//!
//! Not a solved pose: a sketch in the coordinates of [`super::window`]. Invariant: where the back leans on, the hands lie still.

use super::window::{LINE, Local, Window};
use super::{Moment, Motion, Named, mix_all, moved, warmth};
use crate::drawing::Token;

/// The wall's face.
const WALL: f64 = 52.0;
/// The low back, from the shoulder blades down: hollow, and leaning on the hands.
const HOLLOW: [Local; 7] = [(60., -16.), (88., 40.), (114., 92.), (128., 150.), (116., 204.), (88., 238.), (62., 258.)];
const LEANING: [Local; 7] = [(56., -16.), (74., 48.), (93., 102.), (100., 150.), (92., 198.), (75., 232.), (62., 258.)];
/// The right forearm and hand from its thumb's side, to where the fingers begin.
const HAND: [Local; 15] = [
    (66., -190.),
    (66., -60.),
    (62., 0.),
    (58., 50.),
    (56., 92.),
    (56., 130.),
    (60., 158.),
    (78., 162.),
    (92., 154.),
    (99., 128.),
    (102., 96.),
    (104., 56.),
    (111., 6.),
    (120., -60.),
    (122., -190.),
];
const THUMB: [Local; 3] = [(86., 84.), (90., 116.), (86., 144.)];
const FINGERS: [[Local; 2]; 2] = [[(69., 146.), (66., 216.)], [(83., 146.), (80., 206.)]];
/// The left hand on the other side of the spine: what shows of it.
const FAR: [[Local; 2]; 2] = [[(82., 160.), (77., 226.)], [(69., 170.), (64., 238.)]];
/// How far the hands come from.
const SLIDE: f64 = 150.0;

pub fn paint(window: &mut Window<'_>, moment: Moment) -> Named {
    let high = window.bottom();
    window.block((-10.0, -10.0, WALL, high + 10.0), Token::Wall);
    let mut y = 16.0;
    while y < high + 40.0 {
        window.line(&[(4., y), (42., y - 38.)], Token::WallHatch, 3.4);
        y += 40.0;
    }
    let back = mix_all(&HOLLOW, &LEANING, moment.force);
    window.shape(
        &[(62., 254.), (54., 290.), (58., 340.), (262., 340.), (252., 290.), (223., 244.), (140., 250.)],
        Token::ShortsNear,
    );
    let mut shirt = back.clone();
    shirt.extend([(140., 264.), (222., 250.), (213., 200.), (220., 126.), (233., 60.), (236., -16.)]);
    window.shape(&shirt, Token::ShirtNear);
    warmth(window, back.get(2..).unwrap_or_default(), 25.0, (1.0, 0.0));
    window.line(&back, Token::Outline, LINE);
    window.line(&[(WALL, -10.), (WALL, high + 10.)], Token::WallEdge, 4.6);

    let slid = (0.0, SLIDE * (moment.hands - 1.0));
    for finger in &FAR {
        window.finger(&moved(finger, slid), 12.5, Token::SkinFar);
    }
    if moment.force > 0.15 && moment.motion != Motion::Still {
        window.dots(HOLLOW.get(1..6).unwrap_or_default(), Token::Pillow);
    }
    for finger in &FINGERS {
        window.finger(&moved(finger, slid), 11.5, Token::SkinNear);
    }
    let hand = moved(&HAND, slid);
    window.patch(&hand, Token::SkinNear);
    window.line(hand.get(..7).unwrap_or_default(), Token::Outline, LINE);
    window.line(hand.get(8..).unwrap_or_default(), Token::Outline, LINE);
    window.finger(&moved(&THUMB, slid), 15.0, Token::SkinNear);

    match moment.motion {
        Motion::Still => {}
        Motion::Hands => window.arrow((158.0, 60.0), (158.0, 140.0), 1.0, Token::Ghost),
        Motion::Settles => window.arrow((212., 184.), (138., 184.), moment.force, Token::Press),
        Motion::Lifts if moment.is_off() => window.arrow((158.0, 140.0), (158.0, 60.0), 1.0, Token::Ghost),
        Motion::Lifts => window.arrow((136., 184.), (200., 184.), moment.force, Token::Press),
    }
    vec![("close_back", (190.0, 120.0)), ("close_near_hand", (78.0, 116.0 + slid.1)), ("close_far_hand", (70.0, 230.0 + slid.1))]
}
