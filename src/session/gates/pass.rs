//! Leave to begin, one for each kind of session.
//!
//! Invariant: no pass can be made or copied by anything but the gates. One for pressing is in one session at a time, and
//! goes with it; using one for movement takes it out of the world.
//! A pass for easy movement never becomes one for pressing: they are different types.

/// How much a back aches, from 0 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ache(u8);

impl Ache {
    /// The top of the scale.
    pub const MOST: u8 = 10;
    /// From here on there is no session today (health.md 4.1, G5; our choice of a number for "severe", GEN-9, PRO-3).
    pub const TOO_MUCH: u8 = 7;

    /// An ache of so much; `None` above 10.
    pub fn new(value: u8) -> Option<Self> {
        (value <= Self::MOST).then_some(Self(value))
    }

    /// Every answer, from 0 to 10.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=Self::MOST).map(Self)
    }

    /// From 0 to 10.
    pub const fn value(self) -> u8 {
        self.0
    }

    /// Whether that is too much for a session today.
    pub const fn is_too_much(self) -> bool {
        self.0 >= Self::TOO_MUCH
    }
}

/// Leave to begin one session with pressing.
#[derive(Debug)]
pub struct GatePass {
    starting_ache: Ache,
}

impl GatePass {
    pub(super) const fn new(starting_ache: Ache) -> Self {
        Self { starting_ache }
    }

    /// How the back was when the questions were answered: the point from which "more" is told (health.md N16).
    pub const fn starting_ache(&self) -> Ache {
        self.starting_ache
    }
}

/// Leave to begin one session of easy movement, without pressing.
#[derive(Debug)]
pub struct MovementPass(());

impl MovementPass {
    pub(super) const fn new() -> Self {
        Self(())
    }

    /// Takes the pass out of the world.
    pub(in crate::session) fn use_up(self) {}
}

/// What the gates have opened.
#[derive(Debug)]
pub enum Pass {
    /// A session with pressing.
    Pressing(GatePass),
    /// Easy movement only.
    Movement(MovementPass),
}

impl Pass {
    /// The pass for pressing, if it is one.
    pub fn pressing(self) -> Option<GatePass> {
        match self {
            Self::Pressing(pass) => Some(pass),
            Self::Movement(_) => None,
        }
    }

    /// The pass for easy movement, if it is one.
    pub fn movement(self) -> Option<MovementPass> {
        match self {
            Self::Movement(pass) => Some(pass),
            Self::Pressing(_) => None,
        }
    }
}
