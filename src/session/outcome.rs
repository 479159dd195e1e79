//! What remains of a session: what history keeps, and whether pressing is off for the day.
//!
//! Not a record on disk: the history module owns that format.
//!
//! Invariant: it can be asked for at any moment, so a session that is cut short still leaves the right outcome.
//! A stop that was not explained locks the day, because "not sure" counts as a sign.

use std::time::Duration;

use super::{Effort, Feel, Happened, Phase, Position, Session};
use crate::moment::Stamp;

/// How a session came to its end, or would if it ended now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It has not come to its end.
    Open,
    /// Rounds done, or "That's enough".
    Finished,
    /// Stopped; what happened, if the person has said.
    Stopped(Option<Happened>),
}

/// What remains of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// The position.
    pub position: Position,
    /// When it began.
    pub started: Stamp,
    /// When the first hold began; `None` if nothing was held.
    pub held_at: Option<Stamp>,
    /// From its begin to the end of its last round or its stop; the rest and the way up after it are not counted.
    pub length: Duration,
    /// Rounds held to the end, whose check-in found nothing.
    pub rounds_done: u8,
    /// The effort of the last round.
    pub effort: Effort,
    /// How it ended.
    pub ending: Ending,
    /// How the back felt, if the person said.
    pub feel: Option<Feel>,
    /// Whether pressing is off for the rest of the day.
    pub locks_today: bool,
}

impl Outcome {
    /// Whether this counts toward the sessions of the day: any hold does, even one broken off (health.md 4.5).
    pub const fn counts(&self) -> bool {
        self.held_at.is_some()
    }
}

impl Session {
    /// What remains of the session as it stands now.
    pub fn outcome(&self) -> Outcome {
        let ending = match self.phase {
            _ if self.stopped => Ending::Stopped(self.happened),
            Phase::NotToday | Phase::Finish | Phase::Advice(_) | Phase::Closed => Ending::Finished,
            _ => Ending::Open,
        };
        Outcome {
            position: self.setup.position,
            started: self.started.stamp,
            held_at: self.held_since.filter(|_| !self.is_practice()).map(|now| now.stamp),
            length: self.over_since.unwrap_or(self.seen.moment).since(self.started.moment),
            rounds_done: self.rounds_done,
            effort: self.effort,
            ending,
            feel: self.feel,
            locks_today: self.locks_today(),
        }
    }

    /// Whether pressing is off for the rest of the day because of this session.
    ///
    /// True from the stop on, and only "I just wanted to stop" and "by mistake" lift it again: a program that is closed
    /// before the answer must not open pressing. Feeling worse at the end locks as well; the protocol leaves that open,
    /// and off is the gentler side.
    pub fn locks_today(&self) -> bool {
        let sign = self.stopped && self.happened != Some(Happened::JustStopped);
        (sign || self.feel == Some(Feel::Worse)) && !self.is_practice()
    }
}
