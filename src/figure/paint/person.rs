//! The person, part by part, each part in the colour of its side.
//!
//! A scene names the parts in their order, back to front; what lies between two parts (a pillow between the
//! knees) is the scene's business.

use serde::Deserialize;

use super::{LINE, edged, glow, silhouette};
use crate::drawing::{Drawing, Token};
use crate::figure::curve;
use crate::figure::geom::local;
use crate::figure::outline::foot::Wear;
use crate::figure::outline::{foot, hand, head, limb, trunk};
use crate::figure::pose::Side;
use crate::figure::solve::Body;

/// Knees bent further than this are drawn as two shapes, with the crease between them.
const KNEE_CREASE: f64 = 105.0;
/// The same for elbows.
const ELBOW_CREASE: f64 = 120.0;
/// Where sleeves and shorts end along their bones, and how much wider than the limb they are.
const SLEEVE: (f64, f64) = (0.55, 5.0);
const SHORTS: (f64, f64) = (0.52, 5.0);

/// A part of the person, as a scene orders them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Part {
    FarArm,
    FarLeg,
    Head,
    NearLeg,
    Shorts,
    Shirt,
    /// The zones that the scene lets glow.
    Glow,
    NearArm,
    /// The near arm without its hand, which another part shows: a hand that lies under the back.
    NearArmToWrist,
    NearHand,
}

/// The order for a person seen from the side.
pub const SIDE_VIEW: [Part; 8] =
    [Part::FarArm, Part::FarLeg, Part::Head, Part::NearLeg, Part::Shorts, Part::Shirt, Part::Glow, Part::NearArm];

/// How the person looks in this scene, apart from the pose.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Dress<'a> {
    /// Zones that glow.
    pub glow: &'a [glow::Zone],
    pub wear: Wear,
    pub eyes_closed: bool,
    /// How far the belly stands out: a breath in is positive, drawn in is negative.
    pub belly: f64,
}

/// Paints one part of the person.
pub fn paint(drawing: &mut Drawing, body: &Body, part: Part, dress: &Dress<'_>) {
    match part {
        Part::FarArm => arm(drawing, body, Side::Far, true),
        Part::NearArm => arm(drawing, body, Side::Near, true),
        Part::NearArmToWrist => arm(drawing, body, Side::Near, false),
        Part::NearHand => {
            let hand = hand::hand(&body.arms.near);
            silhouette(drawing, &[(hand.palm.clone(), Token::SkinNear)], LINE);
            details(drawing, hand, Token::SkinNear);
        }
        Part::FarLeg => {
            leg(drawing, body, Side::Far, dress.wear);
            silhouette(drawing, &[(shorts_leg(body, Side::Far), Token::ShortsFar)], LINE);
        }
        Part::NearLeg => leg(drawing, body, Side::Near, dress.wear),
        Part::Shorts => {
            let mut parts: Vec<_> = trunk::pelvis(body, dress.belly).map(|path| (path, Token::ShortsNear)).into();
            parts.push((shorts_leg(body, Side::Near), Token::ShortsNear));
            silhouette(drawing, &parts, LINE);
        }
        Part::Shirt => silhouette(drawing, &[(trunk::shirt(body, dress.belly), Token::ShirtNear)], LINE),
        Part::Head => paint_head(drawing, body, dress.eyes_closed),
        Part::Glow => dress.glow.iter().for_each(|&zone| glow::paint(drawing, body, zone, 1.0)),
    }
}

fn shorts_leg(body: &Body, side: Side) -> kurbo::BezPath {
    let leg = body.legs.get(side);
    limb::cuff(leg.hip, leg.knee, &body.girths.thigh, SHORTS.0, SHORTS.1)
}

fn leg(drawing: &mut Drawing, body: &Body, side: Side, wear: Wear) {
    let leg = body.legs.get(side);
    let (skin, shoe) = match side {
        Side::Near => (Token::SkinNear, Token::Shoe),
        Side::Far => (Token::SkinFar, Token::ShoeFar),
    };
    let mut parts = if limb::bend(leg.hip, leg.knee, leg.ankle) < KNEE_CREASE {
        vec![(limb::two_bones(leg.hip, leg.knee, leg.ankle, &body.girths.thigh, &body.girths.shank), skin)]
    } else {
        vec![
            (limb::bone(leg.knee, leg.ankle, &body.girths.shank), skin),
            (limb::bone(leg.hip, leg.knee, &body.girths.thigh), skin),
        ]
    };
    match wear {
        Wear::Bare => {
            parts.insert(0, (foot::foot(leg, wear), skin));
            silhouette(drawing, &parts, LINE);
        }
        Wear::Shoe => {
            silhouette(drawing, &parts, LINE);
            silhouette(drawing, &[(foot::foot(leg, wear), shoe)], LINE);
            drawing.fill(foot::sole(leg), Token::Sole);
        }
    }
}

fn arm(drawing: &mut Drawing, body: &Body, side: Side, with_hand: bool) {
    let arm = body.arms.get(side);
    let (skin, sleeve) = match side {
        Side::Near => (Token::SkinNear, Token::ShirtNear),
        Side::Far => (Token::SkinFar, Token::ShirtFar),
    };
    let mut parts = if limb::bend(arm.shoulder, arm.elbow, arm.wrist) < ELBOW_CREASE {
        vec![(limb::two_bones(arm.shoulder, arm.elbow, arm.wrist, &body.girths.upper_arm, &body.girths.forearm), skin)]
    } else {
        vec![
            (limb::bone(arm.shoulder, arm.elbow, &body.girths.upper_arm), skin),
            (limb::bone(arm.elbow, arm.wrist, &body.girths.forearm), skin),
        ]
    };
    if with_hand {
        let hand = hand::hand(arm);
        parts.push((hand.palm.clone(), skin));
        silhouette(drawing, &parts, LINE);
        details(drawing, hand, skin);
    } else {
        silhouette(drawing, &parts, LINE);
        // The hand goes on under the body: no line across the wrist.
        drawing.fill(curve::ellipse(local(arm.wrist, arm.hand, 7.0, 0.0), 13.0, 11.0, arm.hand), skin);
    }
    silhouette(drawing, &[(limb::cuff(arm.shoulder, arm.elbow, &body.girths.upper_arm, SLEEVE.0, SLEEVE.1), sleeve)], LINE);
}

/// Thumb and fingers, over the palm.
fn details(drawing: &mut Drawing, hand: hand::Hand, skin: Token) {
    for crease in hand.creases {
        drawing.stroke(crease, Token::Outline, 2.2);
    }
    if let Some((thumb, root)) = hand.thumb {
        silhouette(drawing, &[(thumb, skin)], 2.2);
        drawing.fill(root, skin);
    }
}

fn paint_head(drawing: &mut Drawing, body: &Body, eyes_closed: bool) {
    let head = head::head(body);
    if let Some(bun) = head.bun {
        edged(drawing, &[(bun, Token::Hair)], Token::HairEdge, LINE * 0.6);
    }
    silhouette(drawing, &[(head.neck, Token::SkinNear), (head.skull, Token::SkinNear)], LINE);
    drawing.stroke(head.jaw, Token::SkinFar, 4.0);
    edged(drawing, &[(head.hair, Token::Hair)], Token::HairEdge, LINE * 0.6);
    if let Some(ear) = head.ear {
        silhouette(drawing, &[(ear, Token::SkinNear)], 2.0);
    }
    if eyes_closed {
        drawing.stroke(head.closed_eye, Token::Outline, 3.2);
    } else {
        drawing.fill(head.open_eye, Token::Outline);
    }
    drawing.stroke(head.brow, Token::Hair, 3.4);
    drawing.stroke(head.mouth, Token::Outline, 2.6);
}
