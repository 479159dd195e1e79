//! All poses and scenes of the content folder, read and checked.
//!
//! Invariant: what is in a [`Library`] can be painted. A scene with a fault is left out and reported, so that a
//! page shows its caption and steps instead of a broken figure.

use std::collections::BTreeMap;

use super::clip::{Clip, Key, Moment};
use super::entries::{self, Entry};
use super::look::Look;
use super::outline::foot::Wear;
use super::pose::Pose;
use super::scene::{Layer, Scene};
use super::solve::solve;
use super::still::{self, Still};
use super::written::{WrittenKey, WrittenPose, WrittenScene};
use crate::source::{Files, Problem};

/// All poses and scenes, read from `figures/` in the content folder.
#[derive(Debug, Clone, Default)]
pub struct Library {
    /// In the order of the files.
    scenes: Vec<(String, Scene)>,
    /// Near views alone, each under the id of its scene and [`NEAR`].
    near: Vec<(String, Scene)>,
}

/// What follows a scene's id in that of its near views.
const NEAR: &str = "/near";

impl Library {
    /// Reads `figures/poses*` and `figures/scenes*`, and says everything that is wrong with them.
    ///
    /// A scene that has a fault, or uses a pose that has one, is left out.
    pub fn load(files: &Files) -> (Library, Vec<Problem>) {
        let mut problems = Vec::new();
        let poses = read_poses(files, &mut problems);
        let written = entries::read::<WrittenScene>(files, "figures/scenes", &mut problems);
        let by_name: BTreeMap<&str, &WrittenScene> =
            written.good.iter().map(|entry| (entry.name.as_str(), &entry.value)).collect();
        let mut library = Library::default();
        for entry in &written.good {
            let merged = entry.value.merged(&by_name);
            let merged = merged.map_err(|what| vec![entry.problem(what, "name another scene, or none")]);
            match merged.and_then(|whole| scene(entry, &whole, &poses)) {
                Ok(scene) => library.scenes.push((entry.name.clone(), scene)),
                Err(faults) => problems.extend(faults),
            }
        }
        let near = library.scenes.iter().filter_map(|(id, scene)| Some((format!("{id}{NEAR}"), scene.near()?)));
        library.near = near.collect();
        problems.sort();
        (library, problems)
    }

    /// The ids of all scenes that can be painted, in the order of the files.
    pub fn scene_ids(&self) -> impl Iterator<Item = &str> {
        self.scenes.iter().map(|(id, _)| id.as_str())
    }

    /// The id under which a scene's near views are drawn by themselves, as large as a picture: from the floor the hands in a
    /// whole figure are too small to be seen. Nothing for a scene without near views.
    pub fn near(&self, scene: &str) -> Option<&str> {
        let wanted = |id: &str| id.strip_suffix(NEAR) == Some(scene);
        self.near.iter().map(|(id, _)| id.as_str()).find(|id| wanted(id))
    }

    /// A scene's telling moment; of a scene that moves, the one its writer chose (the start, if none).
    pub fn still(&self, scene: &str) -> Option<Still> {
        self.still_as(scene, Look::default())
    }

    /// The same as [`Library::still`], with another person.
    pub fn still_as(&self, scene: &str, look: Look) -> Option<Still> {
        let scene = self.scene(scene)?;
        still::paint(scene, scene.still, look)
    }

    /// A scene at a share of its clip, 0 to 1. A loop goes on after 1; everything else stays at its ends.
    pub fn frame(&self, scene: &str, phase: f64) -> Option<Still> {
        self.frame_as(scene, phase, Look::default())
    }

    /// The same as [`Library::frame`], with another person.
    pub fn frame_as(&self, scene: &str, phase: f64, look: Look) -> Option<Still> {
        still::paint(self.scene(scene)?, phase, look)
    }

    /// Start and farthest moment of a movement, to stand side by side where motion is unwelcome; nothing when
    /// the scene does not move.
    pub fn ends(&self, scene: &str, look: Look) -> Option<[Still; 2]> {
        let scene = self.scene(scene).filter(|scene| scene.clip.keys.len() > 1)?;
        let farthest = if scene.still > 0.0 { scene.still } else { 0.5 };
        Some([still::paint(scene, 0.0, look)?, still::paint(scene, farthest, look)?])
    }

    /// How long a scene's movement takes, in seconds; nothing when it does not move.
    pub fn clip_secs(&self, scene: &str) -> Option<f64> {
        self.scene(scene).filter(|scene| scene.clip.keys.len() > 1).map(|scene| scene.clip.secs)
    }

    pub(super) fn scene(&self, id: &str) -> Option<&Scene> {
        self.scenes.iter().chain(&self.near).find(|(name, _)| name == id).map(|(_, scene)| scene)
    }
}

/// Height of the floor's far edge: feet stand a little in front of it.
const USUAL_FLOOR: f64 = 30.0;

/// A pose by its name; nothing where it is written but faulty.
type Poses = BTreeMap<String, Option<Pose>>;

fn read_poses(files: &Files, problems: &mut Vec<Problem>) -> Poses {
    let written = entries::read::<WrittenPose>(files, "figures/poses", problems);
    let by_name: BTreeMap<&str, &WrittenPose> = written.good.iter().map(|entry| (entry.name.as_str(), &entry.value)).collect();
    let mut poses: Poses = written.bad.iter().map(|name| (name.clone(), None)).collect();
    for entry in &written.good {
        let pose = entry.value.complete(&by_name);
        let pose = match pose {
            Ok(pose) => {
                let missed = solve(&pose).missed;
                problems.extend(missed.iter().map(|(joint, by)| {
                    entry.problem(
                        format_args!("the pin of {joint:?} is out of reach by {by:.1} units"),
                        "move the pin or the root closer, or raise `short`",
                    )
                }));
                Some(pose).filter(|_| missed.is_empty())
            }
            Err(what) => {
                problems.push(entry.problem(what, "give it here, or name a whole pose in `like`"));
                None
            }
        };
        poses.insert(entry.name.clone(), pose);
    }
    poses
}

/// A scene with its poses looked up, or every fault in it.
fn scene(entry: &Entry<WrittenScene>, written: &WrittenScene, poses: &Poses) -> Result<Scene, Vec<Problem>> {
    let mut faults = Vec::new();
    let mut fault = |what: String, help: &str| faults.push(entry.problem(what, help));

    let single = written.pose.iter().map(|pose| WrittenKey {
        at: 0.0,
        pose: pose.clone(),
        belly: written.belly.unwrap_or(0.0),
        force: 1.0,
        hands: 1.0,
    });
    let written_keys: Vec<WrittenKey> = single.chain(written.keys.iter().cloned()).collect();
    if written_keys.is_empty() || (written.pose.is_some() && !written.keys.is_empty()) {
        fault("it needs either `pose` or `keys`".into(), "give one pose for a still, or keys for a movement");
    }
    let find = |name: &str, fault: &mut dyn FnMut(String, &str)| match poses.get(name) {
        Some(Some(pose)) => Some(*pose),
        Some(None) => {
            fault(format!("its pose \"{name}\" has a fault"), "mend that pose");
            None
        }
        None => {
            fault(format!("there is no pose \"{name}\""), "name a pose of the pose file");
            None
        }
    };
    let mut keys = Vec::new();
    for key in &written_keys {
        if let Some(pose) = find(&key.pose, &mut fault) {
            keys.push(Key { secs: key.at, moment: Moment { pose, belly: key.belly, force: key.force, hands: key.hands } });
        }
    }
    let others: Vec<Pose> = written.others.iter().flatten().filter_map(|name| find(name, &mut fault)).collect();
    let secs = written.secs.unwrap_or(0.0);
    let rising = written_keys.iter().zip(written_keys.iter().skip(1)).all(|(a, b)| a.at < b.at);
    let within = written_keys.iter().all(|key| (0.0..=secs).contains(&key.at));
    if written_keys.len() > 1 && !(rising && within && secs > 0.0) {
        fault("`keys` must rise in time, from 0 to `secs`".into(), "give `secs`, and put the keys in order");
    }
    let view = written.view.unwrap_or_default();
    if !(view.0 < view.2 && view.1 < view.3) {
        fault("`view` is missing or empty".into(), "write left, bottom, right, top, in this order");
    }
    let paint: Vec<Layer> = written.paint.iter().chain(&written.also).flatten().cloned().collect();
    if paint.is_empty() {
        fault("`paint` is missing or empty".into(), "say what is in the picture, back to front");
    }
    let keyless = paint.iter().any(|layer| matches!(layer, Layer::Ghost { key, .. } if *key >= written_keys.len()));
    if keyless {
        fault("a ghost names a key that is not there".into(), "keys count from 0");
    }
    if paint.iter().any(|layer| matches!(layer, Layer::Other(index) if *index >= written.others.as_ref().map_or(0, Vec::len))) {
        fault("it paints a person that is not in `others`".into(), "people count from 0");
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let wear = if written.shoes == Some(true) { Wear::Shoe } else { Wear::Bare };
    let floor = written.floor.unwrap_or(USUAL_FLOOR);
    Ok(Scene {
        view,
        floor: (written.from_above != Some(true)).then_some(floor),
        still: if secs > 0.0 { written.still.unwrap_or(0.0) / secs } else { 0.0 },
        clip: Clip {
            keys,
            secs,
            ease: written.ease.unwrap_or_default(),
            loops: written.loops == Some(true),
            lift_feet: written.lift_feet == Some(true),
        },
        others,
        wear,
        eyes_closed: written.eyes_closed == Some(true),
        glow: written.glow.clone().unwrap_or_default(),
        paint,
    })
}
