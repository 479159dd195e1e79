//! Scenes: which pose, from where, with what around it, painted in which order.
//!
//! How a scene is written is in `written`, reading in `library`, painting in `still`.

use serde::Deserialize;

use super::clip::Clip;
use super::outline::foot::Wear;
use super::paint::close;
use super::paint::glow::Zone;
use super::paint::person::Part;
use super::paint::prop::Facing;
use super::pose::{Joint, Pose};
use crate::drawing::Rect;

/// A scene whose poses are whole.
#[derive(Debug, Clone)]
pub struct Scene {
    pub view: (f64, f64, f64, f64),
    pub floor: Option<f64>,
    pub clip: Clip,
    /// Other people in the picture.
    pub others: Vec<Pose>,
    /// The phase that a still picture shows.
    pub still: f64,
    pub wear: Wear,
    pub eyes_closed: bool,
    /// Zones that glow where [`Part::Glow`] is painted.
    pub glow: Vec<Zone>,
    /// Back to front.
    pub paint: Vec<Layer>,
}

/// Room around near views that stand by themselves, for the outline of their frames.
const AROUND_NEAR: f64 = 6.0;

impl Scene {
    /// Its near views alone, in the places they have; nothing where there are none.
    pub(super) fn near(&self) -> Option<Self> {
        let areas = self.paint.iter().filter_map(|layer| match layer {
            Layer::Close { area: (left, bottom, right, top), .. } => Some(Rect::new(*left, *bottom, *right, *top)),
            _ => None,
        });
        let view = areas.reduce(|all, area| all.union(area))?.inflate(AROUND_NEAR, AROUND_NEAR);
        let paint = self.paint.iter().filter(|layer| matches!(layer, Layer::Close { .. })).cloned().collect();
        Some(Self { view: (view.x0, view.y0, view.x1, view.y1), floor: None, paint, ..self.clone() })
    }
}

/// A place in a scene.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub enum Spot {
    /// Fixed.
    At(f64, f64),
    /// So far right and up from a joint.
    By(Joint, f64, f64),
    /// A share of the way from one joint to another.
    Between(Joint, Joint, f64),
}

/// Which way a thing is turned.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub enum Way {
    Degrees(f64),
    Along(Joint, Joint),
}

/// What an arrow stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Push {
    Press,
    Breath,
    /// A way to go, neither pressing nor breath: getting up, hands that slide in.
    Way,
}

/// Which contour of the trunk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Contour {
    Front,
    Back,
}

/// One thing in a scene.
#[derive(Debug, Clone, Deserialize)]
pub enum Layer {
    /// The whole person as seen from the side.
    Person {
        #[serde(default)]
        hide: Vec<Part>,
    },
    /// Another person: the number of an entry in `others`, from 0.
    Other(usize),
    /// Some parts of the person, where something lies between them and the rest.
    Parts(Vec<Part>),
    /// A zone that glows as much as the moment has force: where a stretch is felt.
    Felt(Zone),
    Shadow {
        at: Spot,
        radius: (f64, f64),
    },
    Mat {
        from: f64,
        to: f64,
    },
    /// A mat seen from above: left, bottom, right, top.
    Sheet(f64, f64, f64, f64),
    Pillow {
        at: Spot,
        size: (f64, f64),
        #[serde(default = "level")]
        way: Way,
        /// The name under which labels find it.
        #[serde(default)]
        name: Option<String>,
    },
    Roller {
        at: Spot,
        radius: f64,
    },
    /// A wall at the back of the first key's pose, up to this height.
    Wall(f64),
    /// A wall whose face stands here, up to this height.
    WallAt(f64, f64),
    /// A chair seen from above, by the middle of its seat; its back is on the right.
    ChairAbove(f64, f64),
    /// A chair whose back stands here, and where its seat points.
    Chair(f64, Facing),
    Towel {
        at: Spot,
        radius: f64,
    },
    /// An inset: two soles from above, a shoulder's width apart.
    Soles(f64, f64),
    /// An inset: knee, pillow and knee from the foot end.
    StackedKnees(f64, f64),
    /// Something seen close, in a frame of its own: left, bottom, right, top.
    Close {
        view: close::View,
        area: (f64, f64, f64, f64),
        #[serde(default)]
        motion: close::Motion,
    },
    /// A ring round the part of the person that a near view shows.
    Ring {
        at: Spot,
        radius: f64,
    },
    /// A thin line from that ring to the near view.
    Leader {
        from: Spot,
        to: Spot,
    },
    /// A badge that says "not this".
    NotThis(f64, f64),
    Arrow {
        points: Vec<Spot>,
        push: Push,
        body: f64,
        head: f64,
        #[serde(default)]
        cased: bool,
    },
    /// An arrow round a joint, from one angle to another.
    Around {
        joint: Joint,
        radius: f64,
        from: f64,
        to: f64,
        push: Push,
        body: f64,
        head: f64,
    },
    /// Waves in front of the mouth.
    Breath,
    /// The dashed contour of another key's trunk, between two stations of the spine.
    Ghost {
        key: usize,
        contour: Contour,
        from: usize,
        to: usize,
    },
}

fn level() -> Way {
    Way::Degrees(0.0)
}
