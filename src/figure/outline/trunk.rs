//! Shirt, pelvis and the glow on the low back: contours set off from the stations of the spine.

use kurbo::BezPath;

use crate::drawing::Point;
use crate::figure::body::station;
use crate::figure::curve;
use crate::figure::geom::{lerp, step};
use crate::figure::solve::{Body, Station};

/// Half widths of the trunk at its stations, front and back.
pub type Widths = [(f64, f64); 7];

/// Where the shirt ends, between hip and sacrum.
const HEM: f64 = 0.35;
/// Cloth lies this far off the body.
const CLOTH: f64 = 3.0;

/// A point in front of a station.
pub fn front(body: &Body, widths: &Widths, index: usize, grow: f64) -> Point {
    let (station, width) = at(body, widths, index);
    step(station.at, station.up - 90.0, width.0 + grow)
}

/// A point behind a station.
pub fn back(body: &Body, widths: &Widths, index: usize, grow: f64) -> Point {
    let (station, width) = at(body, widths, index);
    step(station.at, station.up + 90.0, width.1 + grow)
}

fn at(body: &Body, widths: &Widths, index: usize) -> (Station, (f64, f64)) {
    let last = body.stations.len() - 1;
    (body.stations[index.min(last)], widths[index.min(last)])
}

/// The trunk's widths with the belly swollen by a breath (positive) or drawn in (negative).
fn with_belly(widths: &Widths, belly: f64, shares: [f64; 3]) -> Widths {
    let mut swollen = *widths;
    for (width, share) in swollen.iter_mut().skip(station::SACRUM).zip(shares) {
        width.0 += belly * share;
    }
    swollen
}

/// The shirt's outline.
pub fn shirt(body: &Body, belly: f64) -> BezPath {
    let widths = &with_belly(&body.girths.trunk, belly, [0.6, 1.0, 0.6]);
    let (chest, nape) = (body.stations[station::CHEST], body.stations[station::NAPE]);
    let (hip, sacrum) = (body.stations[station::HIP], body.stations[station::SACRUM]);
    let hem_front = front(body, widths, 1, CLOTH + 2.0).lerp(front(body, widths, 0, CLOTH + 2.0), HEM);
    let hem_back = back(body, widths, 1, CLOTH + 2.0).lerp(back(body, widths, 0, CLOTH + 2.0), HEM);
    let throat = step(step(chest.at, chest.up, 26.0), chest.up - 90.0, 42.0);
    let nape_front = throat;
    let nape_back = back(body, widths, station::NAPE, CLOTH);

    let mut fronts = vec![hem_front];
    fronts.extend((station::SACRUM..station::NAPE).map(|i| front(body, widths, i, CLOTH)));
    fronts.push(throat);
    let mut backs: Vec<Point> = (station::SACRUM..=station::NAPE).rev().map(|i| back(body, widths, i, CLOTH)).collect();
    backs.push(hem_back);

    let mut path = curve::open(&fronts);
    curve::extend(&mut path, &[nape_front, step(nape_front.midpoint(nape_back), nape.up, -8.0), nape_back]);
    curve::extend(&mut path, &backs);
    curve::extend(&mut path, &[hem_back, step(hip.at.lerp(sacrum.at, 1.0 - HEM), hip.up + 180.0, 4.0), hem_front]);
    path.close_path();
    path
}

/// Pelvis and buttock, the upper part of the shorts.
pub fn pelvis(body: &Body, belly: f64) -> [BezPath; 2] {
    let widths = &with_belly(&body.girths.trunk, belly.min(0.0), [0.9, 1.0, 0.0]);
    let hip = body.stations[station::HIP];
    let from_hip = |degrees: f64, length: f64| step(hip.at, hip.up + degrees, length);
    let sacrum_front = front(body, widths, station::SACRUM, 0.0);
    let sacrum_back = back(body, widths, station::SACRUM, 0.0);
    let outline = [
        sacrum_front.lerp(front(body, widths, station::LOW_BACK, 0.0), 0.3),
        sacrum_front,
        front(body, widths, station::HIP, 0.0),
        from_hip(195.0, 52.0),
        step(from_hip(180.0, 40.0), hip.up + 90.0, 38.0),
        step(from_hip(180.0, 20.0), hip.up + 90.0, 62.0),
        from_hip(90.0, 68.0),
        sacrum_back,
        sacrum_back.lerp(back(body, widths, station::LOW_BACK, 0.0), 0.3),
    ];
    [curve::closed(&outline), curve::circle(from_hip(105.0, 12.0), 58.0)]
}

/// A crescent along the back, `from` one station `to` another, as deep as a share of the trunk's back half.
pub fn back_crescent(body: &Body, from: f64, to: f64, depth: f64) -> BezPath {
    crescent(body, from, to, depth, (90.0, |width| width.1))
}

/// The same along the belly.
pub fn belly_crescent(body: &Body, from: f64, to: f64, depth: f64) -> BezPath {
    crescent(body, from, to, depth, (-90.0, |width| width.0))
}

/// Which way a contour lies from the spine, and its half width.
type Contour = (f64, fn((f64, f64)) -> f64);

fn crescent(body: &Body, from: f64, to: f64, depth: f64, contour: Contour) -> BezPath {
    const STEPS: u32 = 6;
    let share = |i: u32| f64::from(i) / f64::from(STEPS);
    let along = |i: u32, inward: f64| on_contour(body, lerp(from, to, share(i)), inward, contour);
    let outer = (0..=STEPS).map(|i| along(i, 0.985));
    let inner = (1..STEPS).rev().map(|i| along(i, 1.0 - depth * (std::f64::consts::PI * share(i)).sin()));
    curve::closed(&outer.chain(inner).collect::<Vec<_>>())
}

/// A point at a share of the contour's half width, at a place between stations.
fn on_contour(body: &Body, place: f64, share: f64, (side, half): Contour) -> Point {
    let mut low = 0;
    while low < station::CHEST && place >= (low + 1) as f64 {
        low += 1;
    }
    let at_station = |index: usize| {
        let (station, width) = at(body, &body.girths.trunk, index);
        step(station.at, station.up + side, (half(width) + 2.0) * share)
    };
    at_station(low).lerp(at_station(low + 1), place - low as f64)
}

/// The largest extent of the clothed back to the left: where a wall stands.
pub fn leftmost(body: &Body) -> f64 {
    (station::HIP..=station::CHEST).map(|i| back(body, &body.girths.trunk, i, CLOTH).x).fold(f64::INFINITY, f64::min)
}
