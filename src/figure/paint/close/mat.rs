//! Both hands between low back and mat, from the side: head to the left, palms down, the right hand nearer.
//!
//! Not a solved pose: a sketch in the coordinates of [`super::window`]. Invariant: where the back settles, the hands lie still.

use super::window::{LINE, Local, Window};
use super::{Moment, Motion, Named, mix, mix_all, moved, warmth};
use crate::drawing::Token;

/// Top of the mat.
const MAT: f64 = 216.0;
/// The low back from the pelvis to the shoulder blades: arched over the hands, and settled onto them.
const ARCHED: [Local; 9] =
    [(246., 216.), (240., 172.), (208., 138.), (166., 121.), (126., 122.), (92., 138.), (58., 168.), (26., 200.), (-14., 214.)];
const SETTLED: [Local; 9] =
    [(246., 216.), (236., 202.), (208., 188.), (170., 176.), (132., 168.), (96., 171.), (62., 188.), (28., 206.), (-14., 215.)];
/// The right hand: forearm, palm, and the fingers that lie beyond it, little finger nearest.
const PALM: [Local; 13] = [
    (-190., 118.),
    (-60., 122.),
    (-14., 138.),
    (30., 156.),
    (66., 171.),
    (88., 172.),
    (110., 168.),
    (132., 172.),
    (148., 184.),
    (152., 200.),
    (146., 214.),
    (60., 214.),
    (-190., 214.),
];
const FINGERS: [[Local; 3]; 3] = [
    [(136., 180.), (172., 188.), (206., 198.)],
    [(136., 191.), (174., 199.), (214., 206.)],
    [(128., 204.), (160., 207.), (194., 209.)],
];
/// The left hand on the other side of the spine: what shows of it.
const FAR: [[Local; 3]; 2] = [[(160., 181.), (196., 188.), (226., 197.)], [(160., 192.), (200., 200.), (236., 207.)]];
/// How far the hands come from.
const SLIDE: f64 = 150.0;

pub fn paint(window: &mut Window<'_>, moment: Moment) -> Named {
    // The pelvis turns about its lower end: the tail tucks.
    let hem = mix((226., 56.), (206., 64.), moment.force);
    let back = mix_all(&ARCHED, &SETTLED, moment.force);
    // Its left edge lies under the shirt.
    let pelvis = [
        (hem.0 - 16., hem.1 + 6.),
        hem,
        (hem.0 + 34., hem.1 - 26.),
        (320., -20.),
        (330., 100.),
        (330., MAT + 8.),
        (232., MAT + 8.),
        (hem.0 + 6., 140.),
    ];
    window.shape(&pelvis, Token::ShortsNear);
    let mut shirt = vec![(-14., 42.), (40., 33.), (92., 36.), (140., 46.), (182., 57.), hem, (hem.0 + 22., 134.)];
    shirt.extend(&back);
    window.shape(&shirt, Token::ShirtNear);
    warmth(window, back.get(1..8).unwrap_or_default(), 33.0, (0.0, -1.0));
    window.line(&back, Token::Outline, LINE);
    ground(window);

    let slid = (SLIDE * (moment.hands - 1.0), 0.0);
    for finger in &FAR {
        window.finger(&moved(finger, slid), 13.0, Token::SkinFar);
    }
    if moment.force > 0.15 && moment.motion != Motion::Still {
        window.dots(ARCHED.get(1..7).unwrap_or_default(), Token::Pillow);
    }
    for finger in &FINGERS {
        window.finger(&moved(finger, slid), 12.5, Token::SkinNear);
    }
    let palm = moved(&PALM, slid);
    window.patch(&palm, Token::SkinNear);
    window.line(palm.get(..9).unwrap_or_default(), Token::Outline, LINE);
    window.line(&moved(&[(76., 180.), (81., 187.), (80., 197.)], slid), Token::Outline, 2.6);
    window.line(&[(-10., MAT), (310., MAT)], Token::Outline, LINE);

    match moment.motion {
        Motion::Still => {}
        Motion::Hands => window.arrow((108.0, MAT - 67.0), (184.0, MAT - 67.0), 1.0, Token::Ghost),
        Motion::Settles => window.arrow((150., 62.), (150., 136.), moment.force, Token::Press),
        Motion::Lifts if moment.is_off() => window.arrow((184.0, MAT - 67.0), (108.0, MAT - 67.0), 1.0, Token::Ghost),
        Motion::Lifts => window.arrow((150., 136.), (150., 84.), moment.force, Token::Press),
    }
    vec![
        ("close_back", (110.0, 100.0)),
        ("close_near_hand", (110.0 + slid.0, 196.0)),
        ("close_far_hand", (224.0 + slid.0, 203.0)),
    ]
}

/// Mat and floor, over the little that sinks in.
fn ground(window: &mut Window<'_>) {
    window.block((-10.0, MAT + 24.0, 310.0, window.bottom() + 10.0), Token::StageFloor);
    window.block((-10.0, MAT, 310.0, MAT + 26.0), Token::Mat);
    window.line(&[(-10., MAT + 18.), (310., MAT + 18.)], Token::MatEdge, 7.0);
    for edge in [MAT, MAT + 26.0] {
        window.line(&[(-10., edge), (310., edge)], Token::Outline, LINE);
    }
}
