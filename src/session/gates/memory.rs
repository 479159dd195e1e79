//! What is kept of the answers before a session: dates and flags, never a sign (health.md 3.5).
//!
//! Not the settings file. Invariant: what is kept can only ask less often; it never answers a list.

use jiff::civil::Date;

use super::Fits;
use crate::session::{Position, WarmUp};

/// After how many days G1 and the talk-first list are asked again (health.md 4.1: 30 days, monthly).
pub const ASK_AGAIN_DAYS: i64 = 30;

/// What is kept of earlier answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct GateMemory {
    /// The consent of this version was given.
    pub consent_given: bool,
    /// An urgent sign was seen, and nobody has said yet that it was checked.
    pub needs_check: bool,
    /// The day of the last "yes" to G1; nothing after a stop for a sign.
    pub consulted_on: Option<Date>,
    /// The day on which the talk-first list was last passed.
    pub talk_first_on: Option<Date>,
    /// What is left out because of that list.
    pub avoid: Avoid,
}

impl GateMemory {
    /// Whether G1 has to be asked today.
    pub fn consult_is_due(&self, today: Date) -> bool {
        is_due(self.consulted_on, today)
    }

    /// Whether the talk-first list has to be shown today.
    pub fn talk_first_is_due(&self, today: Date) -> bool {
        is_due(self.talk_first_on, today)
    }
}

/// Never answered, too long ago, or on a day that has not come yet: a clock was set, and that may not save a question.
fn is_due(answered: Option<Date>, today: Date) -> bool {
    answered.is_none_or(|day| !(0..ASK_AGAIN_DAYS).contains(&(today.duration_since(day).as_hours() / 24)) || day > today)
}

/// What is left out for one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Avoid {
    /// Lying on the back: pregnancy.
    pub back_lying: bool,
    /// The floor and jogging: dizzy, falls, or can not get up alone.
    pub floor: bool,
    /// All pressing, whatever a professional said of it: dizzy, or falls (health.md 4.2).
    pub pressing: bool,
}

impl Avoid {
    /// What an answer leaves out.
    pub const fn of(fits: Fits) -> Self {
        Self {
            back_lying: matches!(fits, Fits::Pregnancy | Fits::Several),
            floor: matches!(fits, Fits::Unsteady | Fits::GettingUp | Fits::Several),
            pressing: matches!(fits, Fits::Unsteady | Fits::Several),
        }
    }

    /// Whether anything is left out.
    pub const fn anything(self) -> bool {
        self.back_lying || self.floor || self.pressing
    }

    /// Whether a position stays.
    pub const fn offers(self, position: Position) -> bool {
        match position {
            Position::Back => !self.back_lying && !self.floor && !self.pressing,
            Position::Side | Position::AllFours => !self.floor && !self.pressing,
            Position::Wall => !self.pressing,
        }
    }

    /// Whether a warm-up stays.
    ///
    /// The standing thigh stretch goes with the floor: it stands on one leg, and health.md 4.3 has those skip it whose
    /// balance is poor.
    pub const fn offers_warm_up(self, warm_up: WarmUp) -> bool {
        match warm_up {
            WarmUp::Walk => true,
            WarmUp::PelvicTilt => !self.back_lying && !self.floor && !self.pressing,
            WarmUp::Jog | WarmUp::CatCow | WarmUp::HipFlexor | WarmUp::QuadStretch => !self.floor && !self.pressing,
        }
    }
}
