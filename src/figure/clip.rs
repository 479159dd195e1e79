//! Movement: keyed poses, mixed first and solved afterwards, so that pinned hands and feet stay where they are.
//!
//! It knows no clock: a moment of a clip is a share from 0 to 1, given by whoever plays it.

use serde::Deserialize;

use super::geom::{self, lerp};
use super::outline::foot::{self, Wear};
use super::pose::{Arm, ArmReach, Leg, LegReach, Pose, Sides, Turn};
use super::solve::{self, SolvedArm, SolvedLeg};

/// How a figure gets from one key to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum Ease {
    /// Slow in and out, without a jerk: for stretches, presses and breath.
    #[default]
    Smooth,
    /// Even: for a gait.
    Even,
}

/// A moment of a clip: the pose and the numbers that go with it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment {
    pub pose: Pose,
    /// How far the belly stands out; see [`super::paint::person::Dress`].
    pub belly: f64,
    /// How much of each arrow is shown, 0 to 1; how far the back has settled onto the hands.
    pub force: f64,
    /// How far the hands are in their place, 0 to 1: for near views, which no pose moves.
    pub hands: f64,
}

/// A moment at its time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Key {
    pub secs: f64,
    pub moment: Moment,
}

/// A scene's movement; with a single key, a still.
#[derive(Debug, Clone, PartialEq)]
pub struct Clip {
    /// In order of time; never empty (checked when scenes are read).
    pub keys: Vec<Key>,
    pub secs: f64,
    pub ease: Ease,
    /// After the last key the clip eases back to the first.
    pub loops: bool,
    /// Feet are lifted where mixing would push them into the ground.
    pub lift_feet: bool,
}

impl Clip {
    /// The moment at a share of the clip. A loop starts again after 1; other clips stay at their ends.
    pub fn at(&self, phase: f64, wear: Wear) -> Option<Moment> {
        let first = self.keys.first()?;
        let phase = if phase.is_finite() { phase } else { 0.0 };
        let secs = self.secs * if self.loops { phase.rem_euclid(1.0) } else { phase.clamp(0.0, 1.0) };
        let next = self.keys.iter().position(|key| key.secs > secs);
        let before = next.unwrap_or(self.keys.len()).checked_sub(1).and_then(|i| self.keys.get(i)).unwrap_or(first);
        let (after, until) = match next.and_then(|i| self.keys.get(i)) {
            Some(key) => (key, key.secs),
            None if self.loops => (first, self.secs),
            None => (before, f64::INFINITY),
        };
        let share = if until.is_finite() { (secs - before.secs) / (until - before.secs).max(1e-9) } else { 0.0 };
        let share = match self.ease {
            Ease::Smooth => share * share * (3.0 - 2.0 * share),
            Ease::Even => share,
        };
        let mut moment = mix(&before.moment, &after.moment, share);
        if self.lift_feet {
            lift_feet(&mut moment.pose, wear);
        }
        Some(moment)
    }
}

fn mix(a: &Moment, b: &Moment, t: f64) -> Moment {
    let pose = if t <= 0.0 { a.pose } else { mix_poses(&a.pose, &b.pose, t) };
    Moment { pose, belly: lerp(a.belly, b.belly, t), force: lerp(a.force, b.force, t), hands: lerp(a.hands, b.hands, t) }
}

/// The pose a share of the way from one to another: angles by the shorter arc, pins in a straight line.
pub fn mix_poses(a: &Pose, b: &Pose, t: f64) -> Pose {
    let mut spine = a.spine;
    for (angle, towards) in spine.iter_mut().zip(b.spine) {
        *angle = geom::turn(*angle, towards, t);
    }
    let (solved_a, solved_b) = (solve::solve(a), solve::solve(b));
    let leg = |a: &Leg, b: &Leg, at_a: &SolvedLeg, at_b: &SolvedLeg| mix_legs(a, b, at_a, at_b, t);
    let arm = |a: &Arm, b: &Arm, at_a: &SolvedArm, at_b: &SolvedArm| mix_arms(a, b, at_a, at_b, t);
    Pose {
        root: pair(a.root, b.root, t),
        spine,
        neck: geom::turn(a.neck, b.neck, t),
        head: geom::turn(a.head, b.head, t),
        depth: pair(a.depth, b.depth, t),
        shoulder_depth: lerp(a.shoulder_depth, b.shoulder_depth, t),
        arms: Sides {
            near: arm(&a.arms.near, &b.arms.near, &solved_a.arms.near, &solved_b.arms.near),
            far: arm(&a.arms.far, &b.arms.far, &solved_a.arms.far, &solved_b.arms.far),
        },
        legs: Sides {
            near: leg(&a.legs.near, &b.legs.near, &solved_a.legs.near, &solved_b.legs.near),
            far: leg(&a.legs.far, &b.legs.far, &solved_a.legs.far, &solved_b.legs.far),
        },
        anchor: a.anchor.and_then(|anchor| {
            let other = b.anchor.filter(|other| other.0 == anchor.0)?;
            let axis = |a: Option<f64>, b: Option<f64>| Some(lerp(a?, b?, t));
            Some(super::pose::Anchor(anchor.0, (axis(anchor.1.0, other.1.0), axis(anchor.1.1, other.1.1))))
        }),
    }
}

fn pair(a: (f64, f64), b: (f64, f64), t: f64) -> (f64, f64) {
    (lerp(a.0, b.0, t), lerp(a.1, b.1, t))
}

fn mix_turns(a: Turn, b: Turn, at_a: f64, at_b: f64, t: f64) -> Turn {
    match (a, b) {
        (Turn::From(a), Turn::From(b)) => Turn::From(geom::turn(a, b, t)),
        _ => Turn::World(geom::turn(at_a, at_b, t)),
    }
}

fn mix_legs(a: &Leg, b: &Leg, at_a: &SolvedLeg, at_b: &SolvedLeg, t: f64) -> Leg {
    let reach = match (a.reach, b.reach) {
        (LegReach::Angles(a1, a2), LegReach::Angles(b1, b2)) => LegReach::Angles(geom::turn(a1, b1, t), geom::turn(a2, b2, t)),
        // A foot that rolls: its heel, then its ball, keeps its place on the ground, not its ankle.
        (LegReach::Heel(ax, ay), LegReach::Heel(bx, by)) => LegReach::Heel(lerp(ax, bx, t), lerp(ay, by, t)),
        (LegReach::Heel(..) | LegReach::Ball(..), LegReach::Heel(..) | LegReach::Ball(..)) => {
            let ball = solve::ball_of(a, at_a).lerp(solve::ball_of(b, at_b), t);
            LegReach::Ball(ball.x, ball.y)
        }
        _ => {
            let ankle = solve::ankle_pin(a).unwrap_or(at_a.ankle).lerp(solve::ankle_pin(b).unwrap_or(at_b.ankle), t);
            LegReach::Ankle(ankle.x, ankle.y)
        }
    };
    Leg {
        reach,
        bend: a.bend,
        short: pair(a.short, b.short, t),
        foot: mix_turns(a.foot, b.foot, at_a.sole, at_b.sole, t),
        toe: lerp(a.toe, b.toe, t),
    }
}

fn mix_arms(a: &Arm, b: &Arm, at_a: &SolvedArm, at_b: &SolvedArm, t: f64) -> Arm {
    let reach = match (a.reach, b.reach) {
        (ArmReach::Angles(a1, a2), ArmReach::Angles(b1, b2)) => ArmReach::Angles(geom::turn(a1, b1, t), geom::turn(a2, b2, t)),
        (ArmReach::Grip(joint, ax, ay), ArmReach::Grip(other, bx, by)) if joint == other => {
            ArmReach::Grip(joint, lerp(ax, bx, t), lerp(ay, by, t))
        }
        (ArmReach::Wrist(ax, ay), ArmReach::Wrist(bx, by)) => ArmReach::Wrist(lerp(ax, bx, t), lerp(ay, by, t)),
        _ => {
            let wrist = at_a.wrist.lerp(at_b.wrist, t);
            ArmReach::Wrist(wrist.x, wrist.y)
        }
    };
    let earlier = if t < 0.5 { a } else { b };
    Arm {
        reach,
        bend: a.bend,
        short: pair(a.short, b.short, t),
        hand: mix_turns(a.hand, b.hand, at_a.hand, at_b.hand, t),
        form: earlier.form,
        thumb: earlier.thumb,
        glide: pair(a.glide, b.glide, t),
    }
}

/// Lifts feet that mixing would push into the ground, by their ankles; the soles keep their direction.
fn lift_feet(pose: &mut Pose, wear: Wear) {
    let body = solve::solve(pose);
    for (leg, solved) in [(&mut pose.legs.near, &body.legs.near), (&mut pose.legs.far, &body.legs.far)] {
        let depth = -foot::lowest(solved, wear);
        if depth > 0.0 {
            leg.reach = LegReach::Ankle(solved.ankle.x, solved.ankle.y + depth);
            leg.foot = Turn::World(solved.sole);
        }
    }
}
