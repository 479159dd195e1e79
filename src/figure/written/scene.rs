//! Scenes as they stand in a file.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::DEEPEST;
use crate::figure::clip::Ease;
use crate::figure::paint::glow::Zone;
use crate::figure::scene::Layer;

/// A scene in a file. Whatever is left out comes from the scene named in `like`, or is as usual.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WrittenScene {
    /// The scene this one starts from.
    pub like: Option<String>,
    /// What is in view: left, bottom, right, top.
    pub view: Option<(f64, f64, f64, f64)>,
    /// Height of the floor's far edge, 30 unless given.
    pub floor: Option<f64>,
    /// Seen from above: there is no floor line.
    pub from_above: Option<bool>,
    /// The pose of a scene that does not move.
    pub pose: Option<String>,
    /// The belly of a scene that does not move; see [`WrittenKey::belly`].
    pub belly: Option<f64>,
    /// The poses of a scene that moves, by time.
    pub keys: Vec<WrittenKey>,
    /// How long the movement takes; needed with `keys`.
    pub secs: Option<f64>,
    /// How it gets from key to key.
    pub ease: Option<Ease>,
    /// Whether it goes back to the first key and on.
    pub loops: Option<bool>,
    /// Keeps feet on the ground between keys: for steps, and for a foot that is lifted.
    pub lift_feet: Option<bool>,
    /// The second that a still picture shows; the first, if left out.
    pub still: Option<f64>,
    pub shoes: Option<bool>,
    pub eyes_closed: Option<bool>,
    /// Zones of the near body that glow.
    pub glow: Option<Vec<Zone>>,
    /// Poses of other people in the picture.
    pub others: Option<Vec<String>>,
    /// Back to front.
    pub paint: Option<Vec<Layer>>,
    /// Painted on top of `paint`; kept apart so that scenes can share the rest.
    pub also: Option<Vec<Layer>>,
}

/// A pose at its time.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenKey {
    /// Seconds from the start.
    pub at: f64,
    pub pose: String,
    /// How far the belly stands out: a breath in is positive, drawn in is negative.
    #[serde(default)]
    pub belly: f64,
    /// How much of each arrow shows, 0 to 1.
    #[serde(default = "full")]
    pub force: f64,
    /// How far the hands are in their place, 0 to 1.
    #[serde(default = "full")]
    pub hands: f64,
}

fn full() -> f64 {
    1.0
}

impl WrittenScene {
    /// The scene with everything that it takes from others.
    ///
    /// # Errors
    /// A sentence for the writer: an unknown or circular `like`.
    pub fn merged(&self, all: &BTreeMap<&str, &WrittenScene>) -> Result<WrittenScene, String> {
        self.merged_within(all, 0)
    }

    fn merged_within(&self, all: &BTreeMap<&str, &WrittenScene>, deep: usize) -> Result<WrittenScene, String> {
        let Some(like) = &self.like else { return Ok(self.clone()) };
        if deep == DEEPEST {
            return Err(format!("`like: \"{like}\"` runs in a circle, or over more than {DEEPEST} scenes"));
        }
        let base = all.get(like.as_str()).ok_or_else(|| format!("`like: \"{like}\"` names a scene that is not there"))?;
        let base = base.merged_within(all, deep + 1)?;
        let own = self.clone();
        // A scene that says how it moves, or that it does not, says all of it.
        let moves = own.pose.is_some() || !own.keys.is_empty();
        let (pose, keys, secs) =
            if moves { (own.pose, own.keys, own.secs) } else { (base.pose, base.keys, own.secs.or(base.secs)) };
        Ok(WrittenScene {
            like: None,
            view: own.view.or(base.view),
            floor: own.floor.or(base.floor),
            from_above: own.from_above.or(base.from_above),
            pose,
            keys,
            secs,
            belly: own.belly.or(base.belly.filter(|_| !moves)),
            ease: own.ease.or(base.ease.filter(|_| !moves)),
            loops: own.loops.or(base.loops.filter(|_| !moves)),
            lift_feet: own.lift_feet.or(base.lift_feet.filter(|_| !moves)),
            still: own.still.or(base.still.filter(|_| !moves)),
            shoes: own.shoes.or(base.shoes),
            eyes_closed: own.eyes_closed.or(base.eyes_closed),
            glow: own.glow.or(base.glow),
            others: own.others.or(base.others),
            paint: own.paint.or(base.paint),
            also: own.also.or(base.also),
        })
    }
}
