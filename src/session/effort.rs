//! How firmly a person presses, on a scale they feel themselves.
//!
//! Not a force: nobody measures anything. 0 is no pressure, 10 is all one has.
//!
//! Invariant: never above [`Effort::CAP`], and never raised by more than one step at a time.

use std::fmt;

/// A felt effort from 1 to 4 on a scale of 0 to 10 (health.md 4.4, X5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Effort(u8);

impl Effort {
    /// The top of the scale that the words speak of ("2 of 10").
    pub const SCALE: u8 = 10;
    /// No press is ever asked for above this, whatever the plan says (health.md 4.4).
    pub const CAP: u8 = 4;

    /// The effort `value`, if it lies from 1 to [`Self::CAP`].
    pub const fn new(value: u8) -> Option<Self> {
        if value >= 1 && value <= Self::CAP { Some(Self(value)) } else { None }
    }

    /// The number on the scale.
    pub const fn value(self) -> u8 {
        self.0
    }

    /// One step more, or `None` at `cap` or at [`Self::CAP`], whichever is lower.
    pub(super) fn a_little_more(self, cap: Self) -> Option<Self> {
        if self < cap { Self::new(self.0 + 1) } else { None }
    }
}

impl fmt::Display for Effort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
