//! The solver: pins are reached, bones keep their lengths, what can not be reached is said.

use proptest::prelude::*;

use crate::drawing::Point;
use crate::figure::body;
use crate::figure::pose::{Arm, ArmReach, Bend, HandForm, Joint, Leg, LegReach, Pose, Sides, Thumb, Turn};
use crate::figure::solve::{Body, solve};

fn standing(arm: ArmReach, leg: LegReach, bend: Bend) -> Pose {
    let arm = Arm {
        reach: arm,
        bend,
        short: (1.0, 1.0),
        hand: Turn::From(0.0),
        form: HandForm::Relaxed,
        thumb: Thumb::Left,
        glide: (0.0, 0.0),
    };
    let leg = Leg { reach: leg, bend, short: (1.0, 1.0), foot: Turn::World(0.0), toe: 0.0 };
    Pose {
        root: (0.0, 530.0),
        spine: [101.0, 84.0, 91.0, 99.0, 95.0, 80.0],
        neck: 70.0,
        head: 90.0,
        depth: (10.0, 4.0),
        shoulder_depth: 0.6,
        arms: Sides { near: arm, far: arm },
        legs: Sides { near: leg, far: leg },
        anchor: None,
    }
}

fn bones(body: &Body) -> [(f64, f64); 4] {
    let (arm, leg) = (&body.arms.near, &body.legs.near);
    [
        ((arm.elbow - arm.shoulder).hypot(), body::UPPER_ARM),
        ((arm.wrist - arm.elbow).hypot(), body::FOREARM),
        ((leg.knee - leg.hip).hypot(), body::THIGH),
        ((leg.ankle - leg.knee).hypot(), body::SHANK),
    ]
}

proptest! {
    #[test]
    fn pins_are_reached_or_reported_and_bones_never_stretch(
        hand in (-500.0..500.0, 300.0..1200.0),
        foot in (-600.0..600.0, -200.0..700.0),
        left in any::<bool>(),
    ) {
        let bend = if left { Bend::Left } else { Bend::Right };
        let body = solve(&standing(ArmReach::Wrist(hand.0, hand.1), LegReach::Ankle(foot.0, foot.1), bend));
        for (is, should) in bones(&body) {
            prop_assert!((is - should).abs() < 1e-6, "{is} is not {should}");
        }
        for (joint, pin) in [(Joint::NearWrist, hand), (Joint::NearAnkle, foot)] {
            let off = (body.joint(joint) - Point::from(pin)).hypot();
            let reported = body.missed.iter().any(|missed| missed.0 == joint);
            prop_assert!(off <= 0.5 || reported, "{joint:?} is off by {off} and nobody says so");
            prop_assert!(off > 0.4 || !reported, "{joint:?} is there, and reported as missed");
        }
    }

    #[test]
    fn an_anchored_joint_stays_put_whatever_the_spine_does(turns in proptest::array::uniform6(-60.0..60.0_f64)) {
        let mut pose = standing(ArmReach::Angles(-80.0, -60.0), LegReach::Angles(-95.0, 180.0), Bend::Left);
        for (angle, turn) in pose.spine.iter_mut().zip(turns) {
            *angle += turn;
        }
        pose.anchor = Some(crate::figure::pose::Anchor(Joint::NearKnee, (Some(7.0), Some(28.0))));
        let knee = solve(&pose).legs.near.knee;
        prop_assert!((knee - Point::new(7.0, 28.0)).hypot() < 1e-9);
    }
}

#[test]
fn a_hand_can_hold_a_moving_foot() {
    let grip = ArmReach::Grip(Joint::NearAnkle, 12.0, 34.0);
    let body = solve(&standing(grip, LegReach::Angles(-96.0, 116.0), Bend::Right));
    let wanted = body.legs.near.ankle + (12.0, 34.0);
    assert!((body.arms.near.wrist - wanted).hypot() < 1e-6);
}
