//! Near views: what a small figure can not show, drawn large in a frame of their own.
//!
//! They tell what lies between the back and the mat or the wall, and where a hand lies beside the spine. Sketched by
//! hand, not solved from a pose. Invariant: they follow the same moment as the figure, so picture and near view agree.

mod beside;
mod end;
mod mat;
mod one_hand;
mod wall;
mod window;

use serde::Deserialize;

use crate::drawing::{Drawing, Point, Rect, Token};
use window::{Local, Window};

/// Which near view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum View {
    /// Hands between low back and mat, from the side.
    Mat,
    /// The same from the feet: one hand on each side of the spine.
    MatEnd,
    /// Hands between low back and wall, from the side.
    Wall,
    /// The same from above.
    WallEnd,
    /// The low back straight on, head to the left: the heel of one hand on the muscle beside the spine.
    Beside,
    /// The same, head to the right.
    BesideTurned,
    /// That hand seen along the body, from the feet: it presses down, on all fours.
    OneHandDown,
    /// The same on the side: it presses forward.
    OneHandForward,
}

/// What moves in a near view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum Motion {
    /// The hands slide into their place.
    Hands,
    /// The back settles onto them.
    #[default]
    Settles,
    /// The back lifts off them, and they slide out.
    Lifts,
    /// Nothing: the hold.
    Still,
}

/// A moment of a near view.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment {
    pub motion: Motion,
    /// How far the back has settled onto the hands, 0 to 1.
    pub force: f64,
    /// How far the hands are in their place, 0 to 1.
    pub hands: f64,
}

impl Moment {
    /// Whether the back is so far off the hands that they can slide out.
    fn is_off(self) -> bool {
        self.force <= 0.3
    }
}

/// Paints a near view into a place, and tells where in it the hands and the back are.
pub fn paint(drawing: &mut Drawing, area: Rect, view: View, moment: Moment) -> Vec<(&'static str, Point)> {
    let top = match view {
        View::Mat => 24.0,
        View::Beside | View::BesideTurned => 22.0,
        View::MatEnd | View::Wall | View::WallEnd | View::OneHandForward => 0.0,
        View::OneHandDown => -72.0,
    };
    let mut window = Window::open(drawing, area, top);
    let moment = Moment { force: moment.force.clamp(0.0, 1.0), hands: moment.hands.clamp(0.0, 1.0), ..moment };
    let named = match view {
        View::Mat => mat::paint(&mut window, moment),
        View::Wall => wall::paint(&mut window, moment),
        View::MatEnd => end::paint(&mut window, moment, end::Ground::Mat),
        View::WallEnd => end::paint(&mut window, moment, end::Ground::Wall),
        View::Beside => beside::paint(&mut window, moment, false),
        View::BesideTurned => beside::paint(&mut window, moment, true),
        View::OneHandDown => one_hand::paint(&mut window, moment, one_hand::Back::Up),
        View::OneHandForward => one_hand::paint(&mut window, moment, one_hand::Back::Left),
    };
    let named = named.into_iter().map(|(name, point)| (name, window.at(point))).collect();
    window.close();
    named
}

/// Names of points in a near view.
type Named = Vec<(&'static str, Local)>;

/// A point a share of the way to another.
fn mix(a: Local, b: Local, t: f64) -> Local {
    (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t)
}

/// The same for whole outlines.
fn mix_all(a: &[Local], b: &[Local], t: f64) -> Vec<Local> {
    a.iter().zip(b).map(|(&a, &b)| mix(a, b, t)).collect()
}

/// An outline moved.
fn moved(points: &[Local], (dx, dy): Local) -> Vec<Local> {
    points.iter().map(|&(x, y)| (x + dx, y + dy)).collect()
}

/// Three bands of warmth along a contour of the back, the palest `deepest`; `inward` is the way into the body.
fn warmth(window: &mut Window<'_>, contour: &[Local], deepest: f64, inward: Local) {
    for (share, token) in [(1.0, Token::Glow1), (0.67, Token::Glow2), (0.33, Token::GlowCore)] {
        let depth = deepest * share;
        let last = contour.len().saturating_sub(1).max(1) as f64;
        let inner = contour.iter().enumerate().rev().map(|(index, &(x, y))| {
            let deep = depth * (std::f64::consts::PI * index as f64 / last).sin().max(0.0).powf(0.7);
            (x + inward.0 * deep, y + inward.1 * deep)
        });
        let inner: Vec<Local> = inner.skip(1).take(contour.len().saturating_sub(2)).collect();
        let outline: Vec<Local> = contour.iter().copied().chain(inner).collect();
        window.patch(&outline, token);
    }
}
