//! Poses as they stand in a file: changes to another pose, made whole by following `like`.
//!
//! Not the poses themselves ([`crate::figure::pose`]). Invariant: a chain of `like` that never ends, or names a pose that
//! is not there, is a fault with a reason, never a loop.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::DEEPEST;
use crate::figure::pose::{Anchor, Arm, ArmReach, Leg, LegReach, Pose, Sides};

/// A pose in a file. Whatever is left out comes from the pose named in `like`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WrittenPose {
    /// The pose this one starts from.
    like: Option<String>,
    /// Moves the whole person, pins and all, after everything else: the same pose in another place.
    shift: Option<(f64, f64)>,
    /// Exchanges near and far limbs: the other step of a gait, the other side of a stretch.
    swap: bool,
    root: Option<(f64, f64)>,
    spine: Option<[f64; 6]>,
    neck: Option<f64>,
    head: Option<f64>,
    depth: Option<(f64, f64)>,
    shoulder_depth: Option<f64>,
    arm_near: Option<Arm>,
    arm_far: Option<Arm>,
    leg_near: Option<Leg>,
    leg_far: Option<Leg>,
    anchor: Option<Anchor>,
}

impl WrittenPose {
    /// The whole pose, or what is missing.
    ///
    /// # Errors
    /// A sentence for the writer: an unknown or circular `like`, or a key that no pose of the chain gives.
    pub fn complete(&self, all: &BTreeMap<&str, &WrittenPose>) -> Result<Pose, String> {
        let merged = self.merged(all, 0)?;
        let missing = |key: &str| format!("`{key}` is missing, here and in every pose this one is like");
        let depth = merged.depth.unwrap_or((10.0, 4.0));
        let near_arm = merged.arm_near.ok_or_else(|| missing("arm_near"))?;
        let near_leg = merged.leg_near.ok_or_else(|| missing("leg_near"))?;
        let pose = Pose {
            root: merged.root.ok_or_else(|| missing("root"))?,
            spine: merged.spine.ok_or_else(|| missing("spine"))?,
            neck: merged.neck.ok_or_else(|| missing("neck"))?,
            head: merged.head.ok_or_else(|| missing("head"))?,
            depth,
            shoulder_depth: merged.shoulder_depth.unwrap_or(0.6),
            arms: Sides { near: near_arm, far: merged.arm_far.unwrap_or_else(|| far_arm(near_arm, depth)) },
            legs: Sides { near: near_leg, far: merged.leg_far.unwrap_or_else(|| far_leg(near_leg, depth)) },
            anchor: merged.anchor,
        };
        Ok(merged.shift.map_or(pose, |by| pose.shifted(by)))
    }

    fn merged(&self, all: &BTreeMap<&str, &WrittenPose>, deep: usize) -> Result<WrittenPose, String> {
        let Some(like) = &self.like else { return Ok(self.swapped()) };
        if deep == DEEPEST {
            return Err(format!("`like: \"{like}\"` runs in a circle, or over more than {DEEPEST} poses"));
        }
        let base = all.get(like.as_str()).ok_or_else(|| format!("`like: \"{like}\"` names a pose that is not there"))?;
        let base = base.merged(all, deep + 1)?;
        let whole = WrittenPose {
            like: None,
            shift: self.shift.or(base.shift),
            swap: self.swap,
            root: self.root.or(base.root),
            spine: self.spine.or(base.spine),
            neck: self.neck.or(base.neck),
            head: self.head.or(base.head),
            depth: self.depth.or(base.depth),
            shoulder_depth: self.shoulder_depth.or(base.shoulder_depth),
            arm_near: self.arm_near.or(base.arm_near),
            arm_far: self.arm_far.or(base.arm_far),
            leg_near: self.leg_near.or(base.leg_near),
            leg_far: self.leg_far.or(base.leg_far),
            anchor: self.anchor.or(base.anchor),
        };
        Ok(whole.swapped())
    }

    fn swapped(&self) -> WrittenPose {
        let mut pose = self.clone();
        if pose.swap {
            std::mem::swap(&mut pose.arm_near, &mut pose.arm_far);
            std::mem::swap(&mut pose.leg_near, &mut pose.leg_far);
            pose.swap = false;
        }
        pose
    }
}

fn far_arm(near: Arm, (dx, dy): (f64, f64)) -> Arm {
    let reach = match near.reach {
        ArmReach::Wrist(x, y) => ArmReach::Wrist(x + dx, y + dy),
        other => other,
    };
    Arm { reach, ..near }
}

fn far_leg(near: Leg, (dx, dy): (f64, f64)) -> Leg {
    let reach = match near.reach {
        LegReach::Angles(thigh, shank) => LegReach::Angles(thigh, shank),
        LegReach::Ankle(x, y) => LegReach::Ankle(x + dx, y + dy),
        LegReach::Heel(x, y) => LegReach::Heel(x + dx, y + dy),
        LegReach::Ball(x, y) => LegReach::Ball(x + dx, y + dy),
    };
    Leg { reach, ..near }
}
