//! The numbers that a plan may set, one by one.
//!
//! Not their ranges: whether a number may stand is asked of the session's own plan, so that there is one truth.
//!
//! Invariant: [`Part::laid_over`] gives back a checked plan or the range that was left.

use std::ops::RangeInclusive;

use crate::session::{Plan, WarmUpPlan};

/// All numbers of a session and its warm-up, checked: the guide's own, or with a plan laid over them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbers {
    /// The session's.
    pub session: Plan,
    /// The warm-up's.
    pub warm_up: WarmUpPlan,
}

/// A number that a plan may set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Seconds of the lead-in, in every position.
    LeadIn,
    /// Seconds of holding.
    Hold,
    /// Seconds of letting go.
    Release,
    /// Breaths after letting go.
    Breaths,
    /// Rounds.
    Rounds,
    /// Effort of the first round, of 10.
    EffortStart,
    /// Effort that is never passed, of 10.
    EffortCap,
    /// Minutes of warm-up that are enough.
    WarmUp,
}

impl Part {
    /// Every part, in the order of a session's telling.
    pub const ALL: [Self; 8] =
        [Self::LeadIn, Self::Hold, Self::Release, Self::Breaths, Self::Rounds, Self::EffortStart, Self::EffortCap, Self::WarmUp];

    /// How it is called in a file.
    pub const fn field(self) -> &'static str {
        match self {
            Self::LeadIn => "lead_in_secs",
            Self::Hold => "hold_secs",
            Self::Release => "release_secs",
            Self::Breaths => "breaths",
            Self::Rounds => "rounds",
            Self::EffortStart => "effort_start",
            Self::EffortCap => "effort_cap",
            Self::WarmUp => "warm_up_minutes",
        }
    }

    /// Its place in [`Part::ALL`].
    pub(super) fn index(self) -> usize {
        Self::ALL.iter().position(|&part| part == self).unwrap_or_default()
    }

    /// The number that stands there.
    pub fn of(self, guide: &Numbers) -> u32 {
        let numbers = guide.session.numbers();
        match self {
            Self::LeadIn => numbers.lead_in_secs,
            Self::Hold => numbers.hold_secs,
            Self::Release => numbers.release_secs,
            Self::Breaths => numbers.breaths,
            Self::Rounds => numbers.rounds,
            Self::EffortStart => numbers.effort_start,
            Self::EffortCap => numbers.effort_cap,
            Self::WarmUp => guide.warm_up.numbers().enough_secs / 60,
        }
    }

    /// The guide with this number in place of its own.
    ///
    /// # Errors
    /// The numbers that may stand there, when this one may not.
    pub fn laid_over(self, guide: Numbers, value: u32) -> Result<Numbers, RangeInclusive<u32>> {
        if self == Self::WarmUp {
            let mut numbers = guide.warm_up.numbers();
            numbers.enough_secs = value.saturating_mul(60);
            return match WarmUpPlan::new(numbers) {
                Ok(warm_up) => Ok(Numbers { warm_up, ..guide }),
                Err(outside) => Err(outside.first().map_or(0..=0, |found| found.range.start() / 60..=found.range.end() / 60)),
            };
        }
        let mut numbers = guide.session.numbers();
        match self {
            // The guide's own number leaves the guide's own lead-ins, of which one hand has a shorter one. Any other holds
            // for one hand and for both; at one's own pace the guide's longer lead-in stays.
            Self::LeadIn if value == numbers.lead_in_secs => {}
            Self::LeadIn => (numbers.lead_in_secs, numbers.lead_in_one_hand_secs) = (value, value),
            Self::Hold => numbers.hold_secs = value,
            Self::Release => numbers.release_secs = value,
            Self::Breaths => numbers.breaths = value,
            Self::Rounds => numbers.rounds = value,
            Self::EffortStart => numbers.effort_start = value,
            Self::EffortCap => numbers.effort_cap = value,
            Self::WarmUp => {}
        }
        match Plan::new(numbers) {
            Ok(session) => Ok(Numbers { session, ..guide }),
            Err(outside) => Err(outside.first().map_or(0..=0, |found| found.range.clone())),
        }
    }

    /// The numbers that may stand here: asked of the plan with one that never may.
    pub fn range(self, guide: Numbers) -> RangeInclusive<u32> {
        self.laid_over(guide, u32::MAX).err().unwrap_or(0..=0)
    }
}
