//! A pose: where the joints should go, as a writer gives it.
//!
//! Free segments have world angles (read off a photograph), contacts have pins, the root may be held by one
//! anchored joint (figures.md section 2). It holds no joints: [`super::solve`] finds those, after poses were
//! mixed. Units: thousandths of stature, degrees counter-clockwise, x right, y up.

use serde::Deserialize;

/// A thing for the limb nearer the viewer and one for the farther limb.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sides<T> {
    pub near: T,
    pub far: T,
}

impl<T> Sides<T> {
    /// The one of this side.
    pub fn get(&self, side: Side) -> &T {
        match side {
            Side::Near => &self.near,
            Side::Far => &self.far,
        }
    }
}

/// Which limb of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Near,
    Far,
}

/// A place in the figure that pins, anchors, arrows and labels may refer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Joint {
    Hip,
    Sacrum,
    LowBack,
    Ribs,
    Chest,
    Nape,
    Head,
    NearKnee,
    FarKnee,
    NearAnkle,
    FarAnkle,
    NearShoulder,
    FarShoulder,
    NearElbow,
    FarElbow,
    NearWrist,
    FarWrist,
}

/// To which side of the line from root to pin the middle joint bends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Bend {
    Left,
    Right,
}

/// How an arm finds its place.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub enum ArmReach {
    /// World angles of upper arm and forearm.
    Angles(f64, f64),
    /// The wrist is pinned here.
    Wrist(f64, f64),
    /// The wrist is pinned to a joint of the same figure, so far right and up from it.
    Grip(Joint, f64, f64),
}

/// How a leg finds its place.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub enum LegReach {
    /// World angles of thigh and shank.
    Angles(f64, f64),
    /// The ankle joint is pinned here.
    Ankle(f64, f64),
    /// The back of the sole is pinned here.
    Heel(f64, f64),
    /// The ball of the foot is pinned here.
    Ball(f64, f64),
}

/// The direction of a hand or of a sole.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub enum Turn {
    /// A world angle.
    World(f64),
    /// For a hand, turned from the forearm; for a foot, pointed down (plantar flexion) from square to the shank.
    From(f64),
}

/// The drawn form of a hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum HandForm {
    /// Slightly curled, thumb towards the viewer.
    #[default]
    Relaxed,
    /// Palm on a surface.
    Flat,
    /// Palm or back of the hand towards the viewer.
    Palm,
    /// Closed, or holding something.
    Fist,
}

/// Which edge of the hand carries the thumb, seen along the hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum Thumb {
    #[default]
    Left,
    Right,
}

/// One arm of a pose.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Arm {
    pub reach: ArmReach,
    #[serde(default = "right")]
    pub bend: Bend,
    /// Drawn share of upper arm and forearm: below 1 where they point out of the picture.
    #[serde(default = "whole")]
    pub short: (f64, f64),
    #[serde(default = "straight")]
    pub hand: Turn,
    #[serde(default)]
    pub form: HandForm,
    #[serde(default)]
    pub thumb: Thumb,
    /// How far the shoulder blade glides forward and up.
    #[serde(default)]
    pub glide: (f64, f64),
}

/// One leg of a pose.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leg {
    pub reach: LegReach,
    #[serde(default = "left")]
    pub bend: Bend,
    #[serde(default = "whole")]
    pub short: (f64, f64),
    #[serde(default = "straight")]
    pub foot: Turn,
    /// Bend of the toes, up positive.
    #[serde(default)]
    pub toe: f64,
}

/// Moves the whole figure until a joint has these coordinates; a missing one stays free.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct Anchor(pub Joint, pub (Option<f64>, Option<f64>));

/// A whole pose, ready to be mixed or solved.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pose {
    /// The hip joint, unless an anchor moves it.
    pub root: (f64, f64),
    /// World angles of the six spine segments, hip to nape.
    pub spine: [f64; 6],
    pub neck: f64,
    /// The way from chin to crown.
    pub head: f64,
    /// How far the far limbs are set off, as if seen a little from above.
    pub depth: (f64, f64),
    /// The share of `depth` that the far shoulder takes.
    pub shoulder_depth: f64,
    pub arms: Sides<Arm>,
    pub legs: Sides<Leg>,
    pub anchor: Option<Anchor>,
}

impl Pose {
    /// The same pose in another place: root, pins and anchor are moved alike.
    #[must_use]
    pub fn shifted(mut self, (dx, dy): (f64, f64)) -> Self {
        self.root = (self.root.0 + dx, self.root.1 + dy);
        for arm in [&mut self.arms.near, &mut self.arms.far] {
            if let ArmReach::Wrist(x, y) = &mut arm.reach {
                (*x, *y) = (*x + dx, *y + dy);
            }
        }
        for leg in [&mut self.legs.near, &mut self.legs.far] {
            if let LegReach::Ankle(x, y) | LegReach::Heel(x, y) | LegReach::Ball(x, y) = &mut leg.reach {
                (*x, *y) = (*x + dx, *y + dy);
            }
        }
        if let Some(Anchor(_, (x, y))) = &mut self.anchor {
            (*x, *y) = (x.map(|x| x + dx), y.map(|y| y + dy));
        }
        self
    }
}

fn left() -> Bend {
    Bend::Left
}
fn right() -> Bend {
    Bend::Right
}
fn whole() -> (f64, f64) {
    (1.0, 1.0)
}
fn straight() -> Turn {
    Turn::From(0.0)
}
