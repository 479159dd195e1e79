//! The phases of a session, in the order a person meets them.
//!
//! Not the rules for moving between them: those are in `machine.rs`.
//!
//! Invariant: only [`Phase::PressOn`] and [`Phase::Hold`] ask for pressure; see [`Phase::is_pressing`]. Only those, the
//! lead-in before them and the release after them need a hand; see [`Phase::uses_a_hand`].

use super::{Happened, ListAnswer, Position};
use crate::content::Urgency;

/// Where a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Phase {
    /// On the way into the position, a step at a time, from 0. Each waits for ever; no clock.
    GettingDown(u8),
    /// Lie or stand still, arrive, and say how strong the ache is. Counts down, then waits for the person.
    Settle,
    /// The ache is too strong to press on today: the reason and what stays open. Waits for ever.
    NotToday,
    /// One of three core cues; each goes on to the next by itself, none of them presses.
    Core(CoreCue),
    /// Everything is in place but the hands, which are free. Waits for ever for "Begin"; no clock.
    Ready,
    /// The lead-in: the hands go where they press. Every input and disturbance but Stop leads back to [`Self::Ready`].
    Hands,
    /// The pressure comes on slowly.
    PressOn,
    /// The pressure stays as it is.
    Hold,
    /// The pressure goes, bit by bit, until nothing is left.
    LetGo,
    /// Slow breaths, the core let go.
    Breathe,
    /// "Anything new, or worse than at the start?" Waits for ever.
    CheckIn,
    /// "One more round?" Waits for ever.
    NextRound,
    /// After Stop: let go, guided for a few seconds; then waits for "I have let go".
    EaseOff,
    /// After Stop: seven answers. Waits for ever.
    WhatHappened,
    /// After a sign: the emergency list again. Waits for ever.
    SignsAgain,
    /// After a sign: one card of advice. Waits for ever.
    Advice(Advice),
    /// The pressing is over: rest, get up, say how it is. Waits for ever.
    Finish,
    /// The session is over; only its outcome is left.
    Closed,
}

impl Phase {
    /// Whether the person has pressure on in this phase.
    pub const fn is_pressing(self) -> bool {
        matches!(self, Self::PressOn | Self::Hold)
    }

    /// Whether this phase must be seen while it runs, so that a gap in the ticks counts as a disturbance.
    pub(super) const fn is_watched(self) -> bool {
        matches!(self, Self::Hands | Self::PressOn | Self::Hold | Self::Core(_))
    }

    /// Whether a hand is where it presses, on its way there or on its way back: nothing may wait for a key, a click or an
    /// answer then (health.md 4.4, the law of the hands).
    pub const fn uses_a_hand(self) -> bool {
        matches!(self, Self::Hands | Self::PressOn | Self::Hold | Self::LetGo)
    }

    /// Whether the picture moves in this phase, so that a view wants to draw it many times a second.
    pub const fn moves(self) -> bool {
        matches!(self, Self::Core(_) | Self::Hands | Self::PressOn | Self::Hold | Self::LetGo | Self::Breathe | Self::EaseOff)
    }

    /// Whether the rounds are over in this phase, for good or until a stop turns out to be a mistake.
    pub(super) const fn is_over(self) -> bool {
        self.is_after_a_stop() || matches!(self, Self::NotToday | Self::Finish | Self::Closed)
    }

    /// Whether this phase belongs to what follows a stop or a sign.
    pub const fn is_after_a_stop(self) -> bool {
        matches!(self, Self::EaseOff | Self::WhatHappened | Self::SignsAgain | Self::Advice(_))
    }

    /// The six steps of a round, as the strip under the picture shows them.
    pub const ROUND: [Self; 6] = [Self::Hands, Self::PressOn, Self::Hold, Self::LetGo, Self::Breathe, Self::CheckIn];

    /// The place in [`Self::ROUND`], if this phase is a step of a round.
    pub fn step_of_round(self) -> Option<usize> {
        Self::ROUND.iter().position(|&step| step == self)
    }

    /// The figure's scene for this phase in a position: `back-hold`, `wall-breathe`.
    pub fn scene(self, position: Position) -> String {
        let part = match self {
            Self::GettingDown(_) | Self::Settle | Self::Ready => "set-up",
            Self::Core(cue) => cue.scene(),
            Self::Hands => "hands",
            Self::PressOn => "press",
            Self::Hold => "hold",
            Self::LetGo | Self::EaseOff => "release",
            Self::Breathe => "breathe",
            Self::CheckIn
            | Self::NextRound
            | Self::WhatHappened
            | Self::SignsAgain
            | Self::Advice(_)
            | Self::NotToday
            | Self::Finish
            | Self::Closed => "rest",
        };
        format!("{}-{part}", position.id())
    }
}

/// The three core cues (CORE-3, CORE-5, CORE-8), in the order they are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CoreCue {
    /// Draw the belly button in.
    Belly,
    /// Lift the pelvic floor.
    PelvicFloor,
    /// Firm the low back.
    LowBack,
}

impl CoreCue {
    /// The cue after this one, if there is one.
    pub(super) const fn next(self) -> Option<Self> {
        match self {
            Self::Belly => Some(Self::PelvicFloor),
            Self::PelvicFloor => Some(Self::LowBack),
            Self::LowBack => None,
        }
    }

    /// Its part of the figure's scene.
    pub const fn scene(self) -> &'static str {
        match self {
            Self::Belly => "core-belly",
            Self::PelvicFloor => "core-pelvic-floor",
            Self::LowBack => "core-low-back",
        }
    }
}

/// The one card of advice after a stop (health.md 4.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Advice {
    /// A sign of the emergency list, or a weak leg or foot: get help now.
    Emergency,
    /// Sharp, numb, tingling or not sure: contact a professional today.
    Today,
    /// More pain than at the start: stop, and call today if it grows or does not settle.
    IfItStays,
    /// The back felt worse after this session and the one before: see someone before the next one.
    SeeSomeone,
}

impl Advice {
    /// What is advised after a stop, by what happened and by the emergency list. Not said counts as not sure.
    pub(super) fn after(happened: Option<Happened>, signs: ListAnswer) -> Self {
        match (signs, happened.unwrap_or(Happened::NotSure).urgency()) {
            (ListAnswer::OneOrMore, _) | (_, Urgency::Emergency) => Self::Emergency,
            (_, Urgency::IfItStays) => Self::IfItStays,
            (_, Urgency::Today | Urgency::Soon | Urgency::NotToday) => Self::Today,
        }
    }
}
