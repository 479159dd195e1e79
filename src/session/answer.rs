//! What a person, or the machine they sit at, can tell a session.
//!
//! Not what follows from it: that is the table in `machine.rs`.
//!
//! Invariant: every question has an answer for "not sure", and it is treated as a yes (health.md 4.1).

use crate::content::{AFTER_STOP, Urgency};

/// Everything that can happen to a session besides the passing of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Event {
    /// "Next" on the way down and up, "Go on" while settling, "Begin" before a lead-in; at the person's own pace the end
    /// of a step in which the hands are free.
    GoOn,
    /// "Back" on the way down and up, and where a press would be asked for.
    StepBack,
    /// "I am in place", "I am up": the steps are not needed.
    SkipSteps,
    /// How strong the ache is, 0 to 10, while settling; may be given again to change it.
    Ache(u8),
    /// "Pause and let go"; in the lead-in "not yet".
    Pause,
    /// Something came between the person and the screen.
    Interrupted(Interruption),
    /// "Stop", from anywhere.
    Stop,
    /// "I have let go", after a stop.
    HaveLetGo,
    /// The answer to "Anything new, or worse than at the start?".
    CheckIn(CheckIn),
    /// The answer to "One more round?".
    NextRound(NextRound),
    /// The answer to "What happened?".
    Happened(Happened),
    /// The end of the emergency list has been in view; "None of these" opens.
    ListSeen,
    /// The answer to the emergency list.
    Signs(ListAnswer),
    /// How the back feels at the end; may be given again to change it.
    Feel(Feel),
    /// "Done", at the end and under the advice.
    Done,
}

impl Event {
    /// Whether this answers a question on the screen, and so waits for [`super::ANSWER_GUARD`].
    pub(super) const fn is_answer(self) -> bool {
        !matches!(self, Self::Pause | Self::Interrupted(_) | Self::Stop | Self::ListSeen)
    }
}

/// What can come between the person and the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Interruption {
    /// Another window took the keyboard.
    FocusLost,
    /// The window was minimised or covered.
    Hidden,
    /// The computer slept, the lid was closed, or the program stood still.
    Slept,
    /// The computer's clock was set.
    ClockJumped,
    /// Something in the program failed.
    Failed,
    /// The window is being closed; treated as Stop from the first press on.
    Closing,
}

/// Why a phase was broken off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Disturbance {
    /// The person paused.
    Paused,
    /// Something came between.
    Interrupted(Interruption),
}

/// The answers to "Anything new, or worse than at the start?". All but [`Self::None`] end the pressing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CheckIn {
    /// No, the same or better.
    None,
    /// Sharp or shooting.
    Sharp,
    /// Worse than at the start.
    MorePain,
    /// Numb or tingling in a leg, a foot or between the legs.
    Numb,
    /// A weak leg or foot.
    Weak,
    /// Not sure, or "yes" without saying what (Floor view).
    NotSure,
}

impl CheckIn {
    /// All answers in the order of the screen.
    pub const ALL: [Self; 6] = [Self::None, Self::Sharp, Self::MorePain, Self::Numb, Self::Weak, Self::NotSure];

    /// The sign that this answer reports, if it is one.
    pub const fn sign(self) -> Option<Happened> {
        match self {
            Self::None => None,
            Self::Sharp => Some(Happened::Sharp),
            Self::MorePain => Some(Happened::MorePain),
            Self::Numb => Some(Happened::Numb),
            Self::Weak => Some(Happened::Weak),
            Self::NotSure => Some(Happened::NotSure),
        }
    }
}

/// The answers to "One more round?".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NextRound {
    /// The same effort again; the lead-in of the next round begins at once, as with [`Self::ALittleMore`].
    SameAgain,
    /// One step more effort; only offered below the cap and after a whole round.
    ALittleMore,
    /// On to the finish.
    Enough,
}

/// The answers to "What happened?" after a stop (health.md 4.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Happened {
    /// Sharp or shooting pain.
    Sharp,
    /// More pain than before.
    MorePain,
    /// Numb or tingling in a leg, a foot or between the legs.
    Numb,
    /// A weak leg or foot.
    Weak,
    /// Something else, or not sure.
    NotSure,
    /// The person just wanted to stop. Not a sign: nothing is locked.
    JustStopped,
    /// The person pressed Stop by mistake. Not a sign either, and no end: it leads back to where it was pressed, after a
    /// press by way of the check-in.
    ByMistake,
}

impl Happened {
    /// All answers in the order of the screen.
    pub const ALL: [Self; 7] =
        [Self::Sharp, Self::MorePain, Self::Numb, Self::Weak, Self::NotSure, Self::JustStopped, Self::ByMistake];

    /// The sign of `signs.ron` that it is, by its id, if it is one.
    pub const fn sign(self) -> Option<&'static str> {
        match self {
            Self::Sharp => Some("sharp"),
            Self::MorePain => Some("more-pain"),
            Self::Numb => Some("numb"),
            Self::Weak => Some("weak"),
            _ => None,
        }
    }

    /// How soon it needs someone: as the table of signs has it; not sure counts as sharp (health.md 4.5).
    pub fn urgency(self) -> Urgency {
        let listed = AFTER_STOP.iter().find(|(id, _)| self.sign() == Some(*id));
        listed.map_or(Urgency::Today, |(_, urgency)| *urgency)
    }
}

/// The two answers to a list of signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListAnswer {
    /// One or more, or not sure.
    OneOrMore,
    /// None of these; opens only once the end of the list has been in view.
    NoneOfThese,
}

/// How the back feels at the end. Nothing is preset, and no answer is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Feel {
    /// Eased.
    Eased,
    /// About the same.
    Same,
    /// Worse; leads to advice, and pressing stays off for the day.
    Worse,
}

impl Feel {
    /// All answers in the order of the screen.
    pub const ALL: [Self; 3] = [Self::Eased, Self::Same, Self::Worse];
}
