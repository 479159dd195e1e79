//! The small types that choices are made of: volume, pace, turn of the floor view, side of the body.
//!
//! Not the settings and not their file. Invariant: a value of these types is one that can be used as it is.

use std::{fmt, ops::RangeInclusive};

use crate::session::Plan;

/// How loud tones and voice are, in percent; 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Volume(u16);

impl Volume {
    /// As loud as the system allows.
    pub const MAX: Self = Self(100);
    /// One press of an arrow key, in percent.
    pub const STEP_PERCENT: u16 = 5;

    /// So many percent, if that is 100 at most.
    pub fn from_percent(percent: u16) -> Option<Self> {
        (percent <= Self::MAX.0).then_some(Self(percent))
    }

    /// In percent.
    pub const fn percent(self) -> u16 {
        self.0
    }

    /// As a factor, from 0 to 1.
    pub fn factor(self) -> f32 {
        f32::from(self.0) / f32::from(Self::MAX.0)
    }
}

impl Default for Volume {
    /// Clearly heard from the floor, with room above it.
    fn default() -> Self {
        Self(70)
    }
}

impl fmt::Display for Volume {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} %", self.0)
    }
}

/// A person's own numbers for a round; `None` leaves the plan's.
///
/// The ranges are those of health.md 4.4; the plan checks them once more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pace {
    /// Seconds to put the hands in place, within [`Pace::LEAD_IN_SECS`].
    pub lead_in_secs: Option<u32>,
    /// Seconds of holding, within [`Pace::HOLD_SECS`].
    pub hold_secs: Option<u32>,
    /// Seconds of letting go, within [`Pace::RELEASE_SECS`].
    pub release_secs: Option<u32>,
    /// Breaths after letting go, within [`Pace::BREATHS`].
    pub breaths: Option<u32>,
    /// Rounds, within [`Pace::ROUNDS`].
    pub rounds: Option<u32>,
}

impl Pace {
    /// Our choice: time for hands that are slow, and an end to it (health.md 4.4).
    pub const LEAD_IN_SECS: RangeInclusive<u32> = Plan::LEAD_IN_SECS;
    /// "A few seconds" (PRESS-9).
    pub const HOLD_SECS: RangeInclusive<u32> = 3..=8;
    /// "Over a few seconds" (RELEASE-3).
    pub const RELEASE_SECS: RangeInclusive<u32> = 3..=6;
    /// "A few deep breaths" (RELEASE-6).
    pub const BREATHS: RangeInclusive<u32> = 2..=5;
    /// "Several" repeats (RELEASE-8).
    pub const ROUNDS: RangeInclusive<u32> = 2..=5;
}

/// How far the floor view is turned clockwise, so that it stands upright for someone who lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Turn {
    /// As the screen stands.
    #[default]
    None,
    /// 90 degrees.
    Quarter,
    /// 180 degrees.
    Half,
    /// 270 degrees.
    ThreeQuarters,
}

impl Turn {
    /// All turns, clockwise.
    pub const ALL: [Self; 4] = [Self::None, Self::Quarter, Self::Half, Self::ThreeQuarters];

    /// In degrees, clockwise.
    pub const fn degrees(self) -> u16 {
        match self {
            Self::None => 0,
            Self::Quarter => 90,
            Self::Half => 180,
            Self::ThreeQuarters => 270,
        }
    }

    /// The turn of `degrees`, if it is one of the four.
    pub fn from_degrees(degrees: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|turn| turn.degrees() == degrees)
    }

    /// A quarter further, clockwise.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::None => Self::Quarter,
            Self::Quarter => Self::Half,
            Self::Half => Self::ThreeQuarters,
            Self::ThreeQuarters => Self::None,
        }
    }
}

/// A side of the person's own body: "your left".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BodySide {
    /// The person's left.
    Left,
    /// The person's right.
    Right,
}

impl BodySide {
    /// The other side.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}
