//! From a pose to joints: spine, then legs, then arms (an arm may hold a leg), then the anchor.
//!
//! Not a drawing yet. Invariant: bones keep their lengths; a pin that can not be reached is approached as far
//! as the limb goes and reported in [`Body::missed`], never stretched to.

use super::body;
use super::geom::{angle, direction, local, step, wrap};
use super::look::{Build, Girths, Hair, Look};
use super::pose::{Arm, ArmReach, Bend, HandForm, Joint, Leg, LegReach, Pose, Side, Sides, Thumb, Turn};
use crate::drawing::{Point, Vec2};

/// How far the shoulder blade may glide after a hand that is out of reach.
const REACH_ASSIST: f64 = 35.0;
/// The share of the arm's length at which the shoulder blade starts to help.
const EASY_REACH: f64 = 0.985;
/// Ankle joint to the ball of the foot, along and above the sole's direction.
const BALL: (f64, f64) = (72.0, -body::ANKLE_HEIGHT);
/// Ankle joint to the heel.
const HEEL: (f64, f64) = (-20.0, -body::ANKLE_HEIGHT);

/// One place along the spine, with the way the trunk runs there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Station {
    pub at: Point,
    /// Up along the spine, in degrees; the belly lies to its right.
    pub up: f64,
}

/// A leg with its joints found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SolvedLeg {
    pub hip: Point,
    pub knee: Point,
    pub ankle: Point,
    /// Direction of the sole, heel to toes.
    pub sole: f64,
    pub toe: f64,
}

/// An arm with its joints found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SolvedArm {
    pub shoulder: Point,
    pub elbow: Point,
    pub wrist: Point,
    /// Direction of the hand.
    pub hand: f64,
    pub form: HandForm,
    pub thumb: Thumb,
}

/// A solved pose: every joint in world coordinates.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    pub stations: [Station; 7],
    /// The base of the skull.
    pub skull: Point,
    pub neck: f64,
    /// The way from chin to crown.
    pub head: f64,
    pub legs: Sides<SolvedLeg>,
    pub arms: Sides<SolvedArm>,
    /// How broad the person is; joints do not depend on it.
    pub girths: Girths,
    /// The hair's shape.
    pub hair: Hair,
    /// Pins out of reach, and by how much.
    pub missed: Vec<(Joint, f64)>,
}

/// Finds the joints of a pose.
pub fn solve(pose: &Pose) -> Body {
    let root = Point::from(pose.root);
    let free = solve_from(pose, root);
    let Some(anchor) = pose.anchor else { return free };
    let held = free.joint(anchor.0);
    let to = Point::new(anchor.1.0.unwrap_or(held.x), anchor.1.1.unwrap_or(held.y));
    solve_from(pose, root + (to - held))
}

impl Body {
    /// The same joints, in another person.
    #[must_use]
    pub fn with_look(mut self, look: Look) -> Self {
        self.girths = Girths::of(look.build);
        self.hair = look.hair;
        self
    }

    /// The hip joint of the near side, root of the figure.
    pub fn hip(&self) -> Point {
        self.stations[body::station::HIP].at
    }

    /// Where a joint is.
    pub fn joint(&self, joint: Joint) -> Point {
        match joint {
            Joint::Hip => self.hip(),
            Joint::Sacrum => self.stations[body::station::SACRUM].at,
            Joint::LowBack => self.stations[body::station::LOW_BACK].at,
            Joint::Ribs => self.stations[body::station::RIBS].at,
            Joint::Chest => self.stations[body::station::CHEST].at,
            Joint::Nape => self.stations[body::station::NAPE].at,
            Joint::Head => self.skull,
            Joint::NearKnee => self.legs.near.knee,
            Joint::FarKnee => self.legs.far.knee,
            Joint::NearAnkle => self.legs.near.ankle,
            Joint::FarAnkle => self.legs.far.ankle,
            Joint::NearShoulder => self.arms.near.shoulder,
            Joint::FarShoulder => self.arms.far.shoulder,
            Joint::NearElbow => self.arms.near.elbow,
            Joint::FarElbow => self.arms.far.elbow,
            Joint::NearWrist => self.arms.near.wrist,
            Joint::FarWrist => self.arms.far.wrist,
        }
    }
}

/// Where the ball of a leg's foot is: where it is pinned, or else where it came to lie.
pub fn ball_of(leg: &Leg, solved: &SolvedLeg) -> Point {
    match leg.reach {
        LegReach::Ball(x, y) => Point::new(x, y),
        _ => local(ankle_pin(leg).unwrap_or(solved.ankle), solved.sole, BALL.0, BALL.1),
    }
}

/// The pin of a leg as an ankle, or nothing where the leg has angles.
pub fn ankle_pin(leg: &Leg) -> Option<Point> {
    let sole = match leg.foot {
        Turn::World(degrees) => degrees,
        Turn::From(_) => 0.0,
    };
    let above = |x: f64, y: f64, (along, up): (f64, f64)| Point::new(x, y) - local(Point::ZERO, sole, along, up).to_vec2();
    match leg.reach {
        LegReach::Angles(..) => None,
        LegReach::Ankle(x, y) => Some(Point::new(x, y)),
        LegReach::Heel(x, y) => Some(above(x, y, HEEL)),
        LegReach::Ball(x, y) => Some(above(x, y, BALL)),
    }
}

fn solve_from(pose: &Pose, root: Point) -> Body {
    let mut missed = Vec::new();
    let stations = spine(pose, root);
    let nape = stations[body::station::NAPE];
    let skull = step(step(nape.at, nape.up - 90.0, 2.0), pose.neck, body::NECK);
    let depth = Vec2::from(pose.depth);
    let mut leg = |side: Side, offset: Vec2, pin: Joint| {
        let (leg, miss) = solve_leg(pose.legs.get(side), root + offset);
        missed.extend(miss.map(|by| (pin, by)));
        leg
    };
    let legs = Sides { near: leg(Side::Near, Vec2::ZERO, Joint::NearAnkle), far: leg(Side::Far, depth, Joint::FarAnkle) };

    let chest = stations[body::station::CHEST];
    let shoulder = step(step(chest.at, chest.up, 12.0), chest.up - 90.0, 6.0);
    let blank = |at| SolvedArm { shoulder: at, elbow: at, wrist: at, hand: 0.0, form: HandForm::Relaxed, thumb: Thumb::Left };
    let arms = Sides { near: blank(shoulder), far: blank(shoulder) };
    let mut found = Body {
        stations,
        skull,
        neck: pose.neck,
        head: pose.head,
        legs,
        arms,
        girths: Girths::of(Build::Slim),
        hair: Hair::Short,
        missed,
    };
    for (side, offset, pin) in
        [(Side::Near, Vec2::ZERO, Joint::NearWrist), (Side::Far, depth * pose.shoulder_depth, Joint::FarWrist)]
    {
        let (arm, miss) = solve_arm(pose.arms.get(side), shoulder + offset, chest.up, &found);
        match side {
            Side::Near => found.arms.near = arm,
            Side::Far => found.arms.far = arm,
        }
        found.missed.extend(miss.map(|by| (pin, by)));
    }
    found
}

fn spine(pose: &Pose, root: Point) -> [Station; 7] {
    let [a, b, c, d, e, f] = pose.spine;
    let between = |low: f64, high: f64| low + wrap(high - low) / 2.0;
    let ups = [a, between(a, b), between(b, c), between(c, d), between(d, e), between(e, f), f + wrap(pose.neck - f) * 0.35];
    let mut at = root;
    let mut stations = ups.map(|up| Station { at: root, up });
    for ((station, degrees), length) in stations.iter_mut().skip(1).zip(pose.spine).zip(body::SPINE) {
        at = step(at, degrees, length);
        station.at = at;
    }
    stations
}

fn solve_leg(leg: &Leg, hip: Point) -> (SolvedLeg, Option<f64>) {
    let (thigh, shank) = (body::THIGH * leg.short.0, body::SHANK * leg.short.1);
    let (knee, ankle, miss) = match (leg.reach, ankle_pin(leg)) {
        (LegReach::Angles(upper, lower), _) => {
            let knee = step(hip, upper, thigh);
            (knee, step(knee, lower, shank), None)
        }
        (_, pin) => two_bones(hip, pin.unwrap_or(hip), thigh, shank, leg.bend),
    };
    let sole = match leg.foot {
        Turn::World(degrees) => degrees,
        Turn::From(pointed) => angle(knee, ankle) + 90.0 - pointed,
    };
    (SolvedLeg { hip, knee, ankle, sole, toe: leg.toe }, miss)
}

fn solve_arm(arm: &Arm, shoulder: Point, chest_up: f64, found: &Body) -> (SolvedArm, Option<f64>) {
    let (upper, fore) = (body::UPPER_ARM * arm.short.0, body::FOREARM * arm.short.1);
    let mut shoulder = step(step(shoulder, chest_up - 90.0, arm.glide.0), chest_up, arm.glide.1);
    let pin = match arm.reach {
        ArmReach::Angles(..) => None,
        ArmReach::Wrist(x, y) => Some(Point::new(x, y)),
        ArmReach::Grip(joint, dx, dy) => Some(found.joint(joint) + Vec2::new(dx, dy)),
    };
    let (elbow, wrist, miss) = match (arm.reach, pin) {
        (ArmReach::Angles(first, second), _) => {
            let elbow = step(shoulder, first, upper);
            (elbow, step(elbow, second, fore), None)
        }
        (_, pin) => {
            let pin = pin.unwrap_or(shoulder);
            let short_by = (pin - shoulder).hypot() - EASY_REACH * (upper + fore);
            if short_by > 0.0 {
                shoulder = step(shoulder, angle(shoulder, pin), short_by.min(REACH_ASSIST));
            }
            two_bones(shoulder, pin, upper, fore, arm.bend)
        }
    };
    let hand = match arm.hand {
        Turn::World(degrees) => degrees,
        Turn::From(turned) => angle(elbow, wrist) + turned,
    };
    (SolvedArm { shoulder, elbow, wrist, hand, form: arm.form, thumb: arm.thumb }, miss)
}

/// Middle and end joint of two bones that reach for a pin, and by how much they miss it (over half a unit).
fn two_bones(root: Point, pin: Point, first: f64, second: f64, bend: Bend) -> (Point, Point, Option<f64>) {
    let wanted = (pin - root).hypot();
    let reach = wanted.clamp((first - second).abs() + 1e-3, (first + second) * 0.9995);
    let way = if wanted > 1e-9 { angle(root, pin) } else { -90.0 };
    let cosine = ((first * first + reach * reach - second * second) / (2.0 * first * reach)).clamp(-1.0, 1.0);
    let opening = cosine.acos().to_degrees();
    let side = match bend {
        Bend::Left => opening,
        Bend::Right => -opening,
    };
    let middle = step(root, way + side, first);
    let miss = (wanted - reach).abs();
    (middle, root + direction(way) * reach, (miss > 0.5).then_some(miss))
}
