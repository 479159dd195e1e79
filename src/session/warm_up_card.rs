//! The six warm-ups and how long each takes.
//!
//! Not their words and not their pictures.
//!
//! Invariant: a [`WarmUpPlan`] exists only with every number inside the ranges of health.md 4.3.

use std::time::Duration;

use serde::Deserialize;

use super::OutOfRange;
use super::beat::{BeatKind, Side};

/// One of the article's six warm-ups (WARMUP-3 to WARMUP-8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WarmUp {
    /// An easy walk.
    Walk,
    /// March or jog lightly on the spot.
    Jog,
    /// Pelvic tilts, lying.
    PelvicTilt,
    /// Cat and cow, on hands and knees.
    CatCow,
    /// Kneeling hip flexor stretch.
    HipFlexor,
    /// Standing thigh stretch.
    QuadStretch,
}

impl WarmUp {
    /// All six, in the order of the page.
    pub const ALL: [Self; 6] = [Self::Walk, Self::PelvicTilt, Self::CatCow, Self::Jog, Self::HipFlexor, Self::QuadStretch];

    /// The id that stands in content and figures.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Walk => "walk",
            Self::Jog => "jog",
            Self::PelvicTilt => "pelvic-tilt",
            Self::CatCow => "cat-cow",
            Self::HipFlexor => "hip-flexor",
            Self::QuadStretch => "quad-stretch",
        }
    }

    /// Whether it is done on one side and then on the other.
    pub const fn has_sides(self) -> bool {
        matches!(self, Self::HipFlexor | Self::QuadStretch)
    }

    /// The warm-up with this id, if there is one.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|card| card.id() == id)
    }

    pub(super) fn index(self) -> usize {
        self as usize
    }
}

/// The numbers of the warm-ups as they are written down, not yet checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WarmUpNumbers {
    /// Seconds of warm-up in all that are enough; 300 to 600.
    pub enough_secs: u32,
    /// Seconds to be on the way before the walk counts; this and the five like it are 3 to 60.
    pub walk_place_secs: u32,
    /// Seconds of walking; 300 to 600.
    pub walk_secs: u32,
    /// Seconds to stand where one marches.
    pub jog_place_secs: u32,
    /// Seconds of marching or jogging; 60 to 300.
    pub jog_secs: u32,
    /// Seconds to get down and onto the back.
    pub tilt_place_secs: u32,
    /// Pelvic tilts; 3 to 10.
    pub tilt_reps: u32,
    /// Seconds to tilt, and again to come back; 1 to 4.
    pub tilt_move_secs: u32,
    /// Seconds a tilt stays; 1 to 5.
    pub tilt_hold_secs: u32,
    /// Seconds to get down onto hands and knees.
    pub cat_cow_place_secs: u32,
    /// Cycles of cat and cow; 3 to 10.
    pub cat_cow_cycles: u32,
    /// Seconds each way of cat and cow; 3 to 6.
    pub cat_cow_way_secs: u32,
    /// Seconds to change from one side to the other, in both stretches; 10 to 30.
    pub change_sides_secs: u32,
    /// Seconds to get down on one knee.
    pub hip_place_secs: u32,
    /// Seconds a hip stretch stays; 10 to 30.
    pub hip_hold_secs: u32,
    /// Seconds into the hip stretch, and again out of it; 2 to 5.
    pub hip_move_secs: u32,
    /// Hip stretches a side; 1 to 3.
    pub hip_times_a_side: u32,
    /// Seconds to stand, to hold on, and to take the foot.
    pub quad_place_secs: u32,
    /// Seconds a thigh stretch stays; 6 to 30.
    pub quad_hold_secs: u32,
    /// Seconds into the thigh stretch, and again out of it; 2 to 5.
    pub quad_move_secs: u32,
    /// Thigh stretches a side; 1 to 3.
    pub quad_times_a_side: u32,
}

/// How long the warm-ups take, every number inside its range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WarmUpPlan(WarmUpNumbers);

impl WarmUpPlan {
    /// Checks the numbers and makes a plan of them.
    ///
    /// # Errors
    /// Every number outside its range, each with its field, the number and the range.
    pub fn new(numbers: WarmUpNumbers) -> Result<Self, Vec<OutOfRange>> {
        let n = &numbers;
        let mut problems = Vec::new();
        let mut check = |field, value, range| OutOfRange::check(field, value, range, &mut problems);
        // Ranges with a number in health.md 4.3: walk, jog, reps, cycles, holds. The others are ours.
        check("enough_secs", n.enough_secs, 300..=600);
        check("walk_secs", n.walk_secs, 300..=600);
        check("jog_secs", n.jog_secs, 60..=300);
        check("tilt_reps", n.tilt_reps, 3..=10);
        check("tilt_move_secs", n.tilt_move_secs, 1..=4);
        check("tilt_hold_secs", n.tilt_hold_secs, 1..=5);
        check("cat_cow_cycles", n.cat_cow_cycles, 3..=10);
        check("cat_cow_way_secs", n.cat_cow_way_secs, 3..=6);
        check("hip_hold_secs", n.hip_hold_secs, 10..=30);
        check("hip_move_secs", n.hip_move_secs, 2..=5);
        check("hip_times_a_side", n.hip_times_a_side, 1..=3);
        check("quad_hold_secs", n.quad_hold_secs, 6..=30);
        check("quad_move_secs", n.quad_move_secs, 2..=5);
        check("quad_times_a_side", n.quad_times_a_side, 1..=3);
        // The times around an exercise are ours, but for "10 seconds at least" to change sides.
        check("change_sides_secs", n.change_sides_secs, 10..=30);
        for (field, secs) in [
            ("walk_place_secs", n.walk_place_secs),
            ("jog_place_secs", n.jog_place_secs),
            ("tilt_place_secs", n.tilt_place_secs),
            ("cat_cow_place_secs", n.cat_cow_place_secs),
            ("hip_place_secs", n.hip_place_secs),
            ("quad_place_secs", n.quad_place_secs),
        ] {
            check(field, secs, 3..=60);
        }
        if problems.is_empty() { Ok(Self(numbers)) } else { Err(problems) }
    }

    /// The numbers the plan was made of.
    pub const fn numbers(&self) -> WarmUpNumbers {
        self.0
    }

    /// How much warm-up in all is enough (WARMUP-3: five minutes of walking are).
    pub const fn enough(&self) -> Duration {
        Duration::from_secs(self.0.enough_secs as u64)
    }

    /// How long one warm-up takes once the person is in place.
    pub fn length(&self, card: WarmUp) -> Duration {
        let shape = self.shape(card);
        shape.round() * shape.rounds()
    }

    /// The same with the time to get into place and to change sides.
    pub fn length_with_ways(&self, card: WarmUp) -> Duration {
        self.shape(card).segments().iter().map(|segment| segment.length()).sum()
    }

    pub(super) const fn shape(&self, card: WarmUp) -> Shape {
        let n = &self.0;
        let (place_secs, go_secs, hold_secs, times) = match card {
            WarmUp::Walk => (n.walk_place_secs, 0, n.walk_secs, 1),
            WarmUp::Jog => (n.jog_place_secs, 0, n.jog_secs, 1),
            WarmUp::PelvicTilt => (n.tilt_place_secs, n.tilt_move_secs, n.tilt_hold_secs, n.tilt_reps),
            WarmUp::CatCow => (n.cat_cow_place_secs, n.cat_cow_way_secs, 0, n.cat_cow_cycles),
            WarmUp::HipFlexor => (n.hip_place_secs, n.hip_move_secs, n.hip_hold_secs, n.hip_times_a_side),
            WarmUp::QuadStretch => (n.quad_place_secs, n.quad_move_secs, n.quad_hold_secs, n.quad_times_a_side),
        };
        // Back takes as long as there.
        Shape {
            place_secs,
            change_secs: n.change_sides_secs,
            go_secs,
            hold_secs,
            back_secs: go_secs,
            times,
            both_sides: card.has_sides(),
        }
    }
}

/// What one warm-up is made of: get into place; go, hold, come back, a number of times, on one side or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    pub(super) place_secs: u32,
    pub(super) change_secs: u32,
    pub(super) go_secs: u32,
    pub(super) hold_secs: u32,
    pub(super) back_secs: u32,
    pub(super) times: u32,
    pub(super) both_sides: bool,
}

impl Shape {
    /// Once there and back.
    pub(super) const fn round(self) -> Duration {
        Duration::from_secs(self.go_secs as u64 + self.hold_secs as u64 + self.back_secs as u64)
    }

    /// How often in all, both sides counted.
    pub(super) const fn rounds(self) -> u32 {
        if self.both_sides { self.times * 2 } else { self.times }
    }
}

/// A stretch of a warm-up's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) kind: BeatKind,
    pub(super) secs: u32,
    /// Which repeat it belongs to, from 1.
    pub(super) number: u32,
    pub(super) side: Option<Side>,
}

impl Segment {
    pub(super) const fn length(self) -> Duration {
        Duration::from_secs(self.secs as u64)
    }
}

impl Shape {
    /// The whole of it, one after the other: each exercise begins once there was time to get into its place.
    pub(super) fn segments(self) -> Vec<Segment> {
        let mut segments = Vec::new();
        for round in 0..self.rounds() {
            let side = self.both_sides.then_some(if round % 2 == 0 { Side::Left } else { Side::Right });
            let number = if self.both_sides { round / 2 + 1 } else { round + 1 };
            let way = match round {
                0 => Some((BeatKind::Place, self.place_secs)),
                _ if self.both_sides => Some((BeatKind::Change, self.change_secs)),
                _ => None,
            };
            let parts = [(BeatKind::Go, self.go_secs), (BeatKind::Hold, self.hold_secs), (BeatKind::Back, self.back_secs)];
            let all = way.into_iter().chain(parts).filter(|&(_, secs)| secs > 0);
            segments.extend(all.map(|(kind, secs)| Segment { kind, secs, number, side }));
        }
        segments
    }
}
