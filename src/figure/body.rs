//! The rig's measures: bone lengths and half widths, in thousandths of a person's height.
//!
//! Lengths follow the segment tables of Drillis and Contini (hand and upper arm trimmed for looks, figures.md
//! section 3); widths are drawn, not measured. Front and back differ on purpose: calf, buttock and chest are
//! what make the outline look like a person instead of a sausage.

/// Hip joint to the joint above the sacrum, then vertebra groups up to the base of the neck.
pub const SPINE: [f64; 6] = [62.0, 48.0, 48.0, 54.0, 54.0, 50.0];
/// Base of the neck to the base of the skull.
pub const NECK: f64 = 55.0;
/// Shoulder to elbow.
pub const UPPER_ARM: f64 = 182.0;
/// Elbow to wrist.
pub const FOREARM: f64 = 148.0;
/// Hip to knee.
pub const THIGH: f64 = 245.0;
/// Knee to ankle.
pub const SHANK: f64 = 246.0;
/// Ankle joint above the sole.
pub const ANKLE_HEIGHT: f64 = 39.0;

/// Stations along the spine, from the hip upward; a trunk outline has one width at each.
pub mod station {
    /// The hip joint.
    pub const HIP: usize = 0;
    /// Sacrum and lowest vertebra.
    pub const SACRUM: usize = 1;
    /// Middle of the low back.
    pub const LOW_BACK: usize = 2;
    /// Lowest rib.
    pub const RIBS: usize = 3;
    /// The chest, where the shoulders hang.
    pub const CHEST: usize = 5;
    /// Base of the neck.
    pub const NAPE: usize = 6;
}

/// Half widths of a limb in front of and behind its bone, at a share `t` of its length.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Girth {
    pub t: f64,
    pub front: f64,
    pub back: f64,
}

impl Girth {
    /// The same girth, wider by a factor.
    pub fn times(self, factor: f64) -> Self {
        Self { t: self.t, front: self.front * factor, back: self.back * factor }
    }
}

const fn girth(t: f64, front: f64, back: f64) -> Girth {
    Girth { t, front, back }
}

/// Hip to knee.
pub const THIGH_GIRTH: [Girth; 6] = [
    girth(0., 48., 56.),
    girth(0.2, 51., 51.),
    girth(0.45, 47., 42.),
    girth(0.7, 38.5, 33.),
    girth(0.88, 32.5, 28.),
    girth(1., 30., 27.),
];
/// Knee to ankle.
pub const SHANK_GIRTH: [Girth; 7] = [
    girth(0., 30., 27.),
    girth(0.12, 28., 30.),
    girth(0.28, 24., 36.),
    girth(0.45, 21., 34.),
    girth(0.65, 18., 25.5),
    girth(0.85, 16., 18.),
    girth(1., 16.5, 17.5),
];
/// Shoulder to elbow.
pub const UPPER_ARM_GIRTH: [Girth; 5] =
    [girth(0., 31., 33.), girth(0.2, 30., 31.), girth(0.5, 26., 26.), girth(0.8, 21., 22.), girth(1., 19.5, 20.)];
/// Elbow to wrist.
pub const FOREARM_GIRTH: [Girth; 5] =
    [girth(0., 19.5, 20.), girth(0.2, 22., 21.), girth(0.45, 19., 18.5), girth(0.75, 14.5, 14.5), girth(1., 12.5, 13.)];
/// Trunk, front and back of each station of the spine.
pub const TRUNK: [(f64, f64); 7] = [(50., 64.), (51., 50.), (55., 37.), (58., 42.), (66., 53.), (52., 52.), (24., 25.)];

/// The girth a share `t` along a limb, straight between the given ones.
pub fn girth_at(table: &[Girth], t: f64) -> Girth {
    let pairs = table.iter().zip(table.iter().skip(1));
    for (low, high) in pairs {
        if t <= high.t {
            let k = (t - low.t) / (high.t - low.t);
            let mix = |a, b| super::geom::lerp(a, b, k);
            return Girth { t, front: mix(low.front, high.front), back: mix(low.back, high.back) };
        }
    }
    table.last().copied().unwrap_or(Girth { t, front: 0.0, back: 0.0 })
}
