//! Warm zones on the body: where a movement is felt. Amber with a pale ring, never red.
//!
//! Three nearly opaque crescents, one in the other; no gradient and no blur, so that every writer of a drawing
//! shows the same.

use kurbo::BezPath;
use serde::Deserialize;

use crate::drawing::{Drawing, Paint, Token};
use crate::figure::body::{girth_at, station};
use crate::figure::curve;
use crate::figure::geom::{angle, lerp, step};
use crate::figure::outline::trunk;
use crate::figure::solve::Body;

/// A zone of the body that can glow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Zone {
    LowBack,
    /// The lower belly.
    Belly,
    /// The floor of the pelvis.
    PelvicFloor,
    /// The front of the near hip, for the hip flexor stretch.
    HipFront,
    /// The front of the near thigh.
    ThighFront,
}

/// Ring, middle, core: depth into the body, colour, opacity, and the share cut off at each end.
const LAYERS: [(f64, Token, f32); 3] = [(0.84, Token::Glow1, 0.92), (0.62, Token::Glow2, 0.95), (0.40, Token::GlowCore, 1.0)];

/// Paints a zone, at a strength from 0 to 1.
pub fn paint(drawing: &mut Drawing, body: &Body, zone: Zone, strength: f64) {
    if strength <= 0.0 {
        return;
    }
    for (index, (depth, token, alpha)) in (0_u8..).zip(LAYERS) {
        let inset = f64::from(index);
        let path = match zone {
            Zone::LowBack => trunk::back_crescent(body, 0.7 + 0.21 * inset, 3.45 - 0.3 * inset, depth),
            Zone::Belly => trunk::belly_crescent(body, 0.25 + 0.2 * inset, 2.9 - 0.3 * inset, 0.9 * depth),
            Zone::PelvicFloor => {
                let hip = body.stations[station::HIP];
                let shrink = 1.0 - 0.27 * inset;
                curve::ellipse(step(hip.at, hip.up + 186.0, 34.0), 19.0 * shrink, 47.0 * shrink, hip.up)
            }
            Zone::HipFront => thigh_crescent(body, -0.14 + 0.05 * inset, 0.5 - 0.05 * inset, depth),
            Zone::ThighFront => thigh_crescent(body, 0.3 + 0.05 * inset, 0.95 - 0.05 * inset, depth),
        };
        drawing.fill(path, Paint { token, alpha: alpha * strength.min(1.0) as f32 });
    }
}

/// A crescent along the front of the near thigh.
fn thigh_crescent(body: &Body, from: f64, to: f64, depth: f64) -> BezPath {
    const STEPS: u32 = 6;
    let leg = &body.legs.near;
    let (degrees, length) = (angle(leg.hip, leg.knee), (leg.knee - leg.hip).hypot());
    let share = |i: u32| f64::from(i) / f64::from(STEPS);
    let point = |i: u32, off: &dyn Fn(f64) -> f64| {
        let t = lerp(from, to, share(i));
        step(step(leg.hip, degrees, length * t), degrees + 90.0, off(girth_at(&body.girths.thigh, t.max(0.0)).front))
    };
    let outer = (0..=STEPS).map(|i| point(i, &|front| front - 1.0));
    let inner = (1..STEPS).rev().map(|i| {
        let inward = 1.0 - depth * (std::f64::consts::PI * share(i)).sin();
        point(i, &|front| front * inward)
    });
    curve::closed(&outer.chain(inner).collect::<Vec<_>>())
}
