//! What a session is begun with, besides the numbers of its plan and the pass of the gates.
//!
//! Not a choice on disk: the app takes these from settings, answers and history. Invariant: nothing in here changes
//! while the session runs, but the ache, which the person may correct before the first press.

use super::{Ache, Device, Position, Session, Side};

/// The strongest ache with which a session goes on: 6 of 10. From 7 on it ends without pressing (health.md 4.1, G5).
pub(super) const MOST_ACHE: u8 = Ache::TOO_MUCH - 1;
/// The end of the scale of aches.
pub(super) const ACHE_SCALE: u8 = Ache::MOST;

/// How a session is to be led.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setup {
    /// The position.
    pub position: Position,
    /// The ache at the start, 0 to 10, as it was said before the session; `None` is asked while settling.
    pub starting_ache: Option<u8>,
    /// The side that is sore; `None` is both, the middle, or not said.
    pub sore_side: Option<Side>,
    /// The person taps each step instead of following a clock (WCAG 2.2.1).
    pub self_paced: bool,
    /// Number keys answer questions.
    pub keys: bool,
    /// What the person used last, until it is something else: see [`Session::use_device`].
    pub device: Device,
    /// The voice says the seconds of a hold.
    pub counts_aloud: bool,
    /// Steps into the position that are shown and spoken first; with 0 the person is in place already.
    pub steps_down: u8,
    /// Steps up from it at the end.
    pub steps_up: u8,
    /// The back felt worse after the session before this one.
    pub worse_last_time: bool,
}

impl Setup {
    /// In place already, by the clock, with nothing known.
    pub const fn in_place(position: Position) -> Self {
        Self {
            position,
            starting_ache: None,
            sore_side: None,
            self_paced: false,
            keys: true,
            device: Device::Keyboard,
            counts_aloud: false,
            steps_down: 0,
            steps_up: 0,
            worse_last_time: false,
        }
    }
}

impl Session {
    /// The hand that presses in this round, by the person's own left and right; `None` where both do, or where
    /// nobody said which side is sore.
    ///
    /// On the side it is the upper one, and the sore side is up (X2). On all fours it takes turns, round by round
    /// (health.md 4.6), and begins on the sore side; a broken-off round is done again with the same hand.
    pub fn hand(&self) -> Option<Side> {
        let sore = self.setup.sore_side;
        match self.setup.position {
            Position::Side => sore,
            Position::AllFours => {
                let first = sore.unwrap_or(Side::Right);
                Some(if self.round % 2 == 1 { first } else { first.other() })
            }
            Position::Back | Position::Wall => None,
        }
    }

    /// Whether the hand is another one than in the round before.
    pub fn hand_swaps(&self) -> bool {
        self.setup.position == Position::AllFours && self.round > 1 && !self.round_broken_off
    }

    /// Whether the picture is to be turned round: both one-handed positions are drawn with the right hand.
    pub fn is_mirrored(&self) -> bool {
        self.hand() == Some(Side::Left)
    }

    /// The ache at the start, 0 to 10, once the person has said.
    pub fn ache(&self) -> Option<u8> {
        self.ache
    }

    /// Whether an ache is too strong to press on (health.md 4.1, G5: 7 or more).
    pub const fn is_too_much(ache: u8) -> bool {
        ache > MOST_ACHE
    }

    /// The step up that shows: `None` while the person rests; the number of steps once they are up.
    pub fn step_up(&self) -> Option<u8> {
        self.step_up
    }

    /// What it was begun with.
    pub fn setup(&self) -> &Setup {
        &self.setup
    }
}
