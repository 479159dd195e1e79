//! What the person is doing in a warm-up: which part of the movement, on which side.
//!
//! Not a clock: see `warm_up.rs`. Invariant: left and right are the person's own, also where a picture is turned round.

/// Which side a stretch is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The person's own left.
    Left,
    /// The person's own right.
    Right,
}

impl Side {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Left, Self::Right];

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// Which part of a movement it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BeatKind {
    /// On the way into place: the exercise has not begun.
    Place,
    /// From one side to the other.
    Change,
    /// Into it: the tilt, the cat, the stretch.
    Go,
    /// Staying there; for a walk, the walk itself.
    Hold,
    /// Back again.
    Back,
}

impl BeatKind {
    /// Whether it is the exercise itself, which counts.
    pub const fn is_exercise(self) -> bool {
        !matches!(self, Self::Place | Self::Change)
    }
}

/// What the person is doing in a warm-up right now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beat {
    /// Which part of the movement.
    pub kind: BeatKind,
    /// Which repeat, from 1.
    pub number: u32,
    /// How many repeats there are (a side, if there are sides).
    pub of: u32,
    /// Which side, if there are sides. Left and right take turns.
    pub side: Option<Side>,
    /// How much of this beat has passed, from 0 to 1.
    pub fraction: f64,
    /// Seconds left of this beat.
    pub seconds_left: f64,
}
