//! All moments of all scenes: human joint angles, contacts that do not slide, nothing under the floor.

use super::{phases, shipped};
use crate::figure::geom::{angle, wrap};
use crate::figure::outline::foot;
use crate::figure::pose::{ArmReach, Joint, Pose, Side, Turn};
use crate::figure::scene::Scene;
use crate::figure::solve::{self, Body, solve};

fn scenes(test: impl Fn(&str, &Scene)) {
    let library = shipped();
    let ids: Vec<String> = library.scene_ids().map(str::to_owned).collect();
    assert!(ids.len() >= 20, "only {} scenes to look at", ids.len());
    for id in ids {
        if let Some(scene) = library.scene(&id) {
            test(&id, scene);
        }
    }
}

fn bodies(scene: &Scene, count: u32) -> impl Iterator<Item = (f64, Pose, Body)> {
    phases(count).filter_map(|phase| {
        let pose = scene.clip.at(phase, scene.wear)?.pose;
        Some((phase, pose, solve(&pose)))
    })
}

/// A joint that every key of a clip pins to the same place.
fn pinned(scene: &Scene) -> Vec<(Joint, f64, f64)> {
    let pin = |pose: &Pose, joint: Joint| -> Option<(f64, f64)> {
        let leg = |side| solve::ankle_pin(pose.legs.get(side)).map(|p| (p.x, p.y));
        let arm = |side: Side| match pose.arms.get(side).reach {
            ArmReach::Wrist(x, y) => Some((x, y)),
            _ => None,
        };
        match joint {
            Joint::NearAnkle => leg(Side::Near),
            Joint::FarAnkle => leg(Side::Far),
            Joint::NearWrist => arm(Side::Near),
            Joint::FarWrist => arm(Side::Far),
            _ => pose.anchor.filter(|anchor| anchor.0 == joint).and_then(|anchor| Some((anchor.1.0?, anchor.1.1?))),
        }
    };
    let joints = [Joint::NearAnkle, Joint::FarAnkle, Joint::NearWrist, Joint::FarWrist, Joint::NearKnee, Joint::FarKnee];
    let keys = &scene.clip.keys;
    // Who walks lifts the feet between two steps.
    let walks = |joint| scene.clip.lift_feet && matches!(joint, Joint::NearAnkle | Joint::FarAnkle);
    joints
        .into_iter()
        .filter(|&joint| !walks(joint))
        .filter_map(|joint| {
            let (x, y) = pin(&keys.first()?.moment.pose, joint)?;
            let stays = keys.iter().all(|key| pin(&key.moment.pose, joint) == Some((x, y)));
            stays.then_some((joint, x, y))
        })
        .collect()
}

#[test]
fn contacts_do_not_slide() {
    let checked = std::cell::Cell::new(0);
    scenes(|id, scene| {
        for (joint, x, y) in pinned(scene) {
            for (phase, _, body) in bodies(scene, 101) {
                let slide = (body.joint(joint) - crate::drawing::Point::new(x, y)).hypot();
                assert!(slide < 0.1, "{id} at {phase}: {joint:?} slides by {slide}");
                checked.set(checked.get() + 1);
            }
        }
    });
    assert!(checked.get() > 2000, "only {} contacts looked at", checked.get());
}

#[test]
fn cat_and_cow_keep_hands_and_knees_where_they_are() {
    let library = shipped();
    let held = library.scene("cat-cow").map(pinned).unwrap_or_default();
    let joints: Vec<Joint> = held.iter().map(|pin| pin.0).collect();
    assert_eq!(joints, [Joint::NearWrist, Joint::FarWrist, Joint::NearKnee]);
}

#[test]
fn joints_stay_within_human_ranges() {
    scenes(|id, scene| {
        for (phase, pose, body) in bodies(scene, 41) {
            for side in [Side::Near, Side::Far] {
                let leg = body.legs.get(side);
                let (thigh, shank) = (angle(leg.hip, leg.knee), angle(leg.knee, leg.ankle));
                let pelvis = angle(body.hip(), body.joint(Joint::LowBack));
                let range = |name: &str, value: f64, from: f64, to: f64| {
                    assert!((from..=to).contains(&value), "{id} at {phase}: {side:?} {name} {value:.0} degrees");
                };
                if pose.legs.get(side).short == (1.0, 1.0) {
                    range("knee", wrap(thigh - shank), -3.0, 150.0);
                    range("hip", wrap(thigh - pelvis - 180.0), -35.0, 130.0);
                    range("ankle", wrap(leg.sole - shank - 90.0), -75.0, 35.0);
                }
                // A foreshortened arm bends towards the viewer: its drawn angle is not its elbow's.
                if pose.arms.get(side).short == (1.0, 1.0) {
                    let arm = body.arms.get(side);
                    range("elbow", wrap(angle(arm.elbow, arm.wrist) - angle(arm.shoulder, arm.elbow)), -3.0, 150.0);
                }
            }
            for (low, high) in pose.spine.iter().zip(pose.spine.iter().skip(1)) {
                let bend = wrap(high - low).abs();
                assert!(bend <= 30.0, "{id} at {phase}: the spine has a kink of {bend:.0} degrees");
            }
        }
    });
}

#[test]
fn no_foot_sinks_into_the_floor() {
    scenes(|id, scene| {
        for (phase, _, body) in bodies(scene, 101).filter(|_| scene.floor.is_some()) {
            for side in [Side::Near, Side::Far] {
                let depth = -foot::lowest(body.legs.get(side), scene.wear);
                assert!(depth < 3.5, "{id} at {phase}: the {side:?} foot is {depth:.1} under the floor");
            }
        }
    });
}

#[test]
fn a_gait_ends_where_it_begins() {
    let library = shipped();
    for id in ["walk", "jog", "breathe", "cat-cow", "pelvic-tilt"] {
        assert_eq!(library.frame(id, 0.0), library.frame(id, 1.0), "{id}");
        assert!(library.frame(id, 0.0) != library.frame(id, 0.25), "{id} does not move");
    }
}

#[test]
fn on_all_fours_hands_are_under_shoulders_and_knees_under_hips() {
    let library = shipped();
    let body = library.scene("four-set-up").and_then(|scene| scene.clip.at(0.0, scene.wear)).map(|m| solve(&m.pose));
    let body = body.expect("the position is shipped");
    let (arm, leg) = (body.arms.near, body.legs.near);
    assert!((arm.wrist.x - arm.shoulder.x).abs() <= 10.0, "wrist {} from shoulder {}", arm.wrist.x, arm.shoulder.x);
    assert!((leg.knee.x - leg.hip.x).abs() <= 10.0);
}

#[test]
fn world_feet_stay_flat_between_keys() {
    let library = shipped();
    let scene = library.scene("pelvic-tilt").expect("shipped");
    for (_, pose, _) in bodies(scene, 41) {
        assert_eq!(pose.legs.near.foot, Turn::World(0.0));
    }
}

/// A walker stays in view and the ground runs by: whatever touches it must run by as evenly as the ground does.
#[test]
fn a_walkers_standing_foot_moves_evenly_with_the_ground() {
    let library = shipped();
    let scene = library.scene("walk").expect("shipped");
    /// A step of 360 takes half a cycle, here in 20 parts.
    const GROUND: f64 = 18.0;
    // The near foot stands from heel strike to the other heel's strike: the first half of the cycle.
    let half: Vec<Body> =
        (0..=20).filter_map(|i| scene.clip.at(f64::from(i) / 40.0, scene.wear)).map(|m| solve(&m.pose)).collect();
    let along = |body: &Body, x: f64| crate::figure::geom::local(body.legs.near.ankle, body.legs.near.sole, x, -39.0);
    let mut slip: f64 = 0.0;
    let mut touching = 0;
    for pair in half.windows(2) {
        let [a, b] = pair else { continue };
        let at = if a.legs.near.sole > 0.01 { -20.0 } else { 72.0 };
        let moved = along(b, at).x - along(a, at).x;
        slip = slip.max((moved + GROUND).abs());
        touching += 1;
    }
    assert_eq!(touching, 20);
    assert!(slip < 0.1, "the foot slips by {slip:.2}");
}
