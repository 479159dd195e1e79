//! The questions before a session, and what can be answered to them.
//!
//! Not what follows from an answer: that is the table in `mod.rs`.
//!
//! Invariant: every question has an answer for a person who is not sure, and it is the careful one (health.md 4.1).

use super::Ache;
use crate::session::ListAnswer;

/// One question before a session, in the order of health.md 4.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gate {
    /// What the program is and is not.
    Consent,
    /// After an urgent sign: has a health professional checked it, and what did they say?
    Checked,
    /// G1: talked to a professional about the back, and gentle pressing is fine?
    Consult,
    /// G2: the emergency list. Before every session, never remembered.
    Emergency,
    /// G3: the urgent list. Before every session.
    Urgent,
    /// G4: the list of who should talk to a professional first. Once a month, or on request.
    TalkFirst,
    /// After "one or more" on that list: which of the three fit that change what is open?
    WhichFit,
    /// After "one or more" on that list: what has a professional who knows about it said?
    Clearance,
    /// G5: what closes pressing for today and leaves easy movement open. Before every session with pressing.
    TodayList,
    /// G5: how much the back aches today.
    Today,
}

impl Gate {
    /// Whether this is a list that has to be seen to its end before "None of these" opens.
    pub const fn is_list(self) -> bool {
        matches!(self, Self::Emergency | Self::Urgent | Self::TalkFirst | Self::TodayList)
    }
}

/// What a person wants to begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Goal {
    /// A session with pressing.
    Pressing,
    /// Easy movement: the warm-ups and nothing else.
    Movement,
}

/// The answers to a yes-or-no question (G1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reply {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not sure; counts as no.
    NotSure,
}

impl Reply {
    /// All answers in the order of the screen.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::NotSure];
}

/// What a professional has said, as far as the person can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Clearance {
    /// Gentle pressing is fine.
    Pressing,
    /// Easy movement is fine, pressing is not.
    MovementOnly,
    /// Nothing yet, or the person is not sure; counts as a no to both.
    NoneYet,
}

impl Clearance {
    /// All answers in the order of the screen.
    pub const ALL: [Self; 3] = [Self::Pressing, Self::MovementOnly, Self::NoneYet];
}

/// Which of the three entries fit that change what is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fits {
    /// Pregnant, or a birth in the last months: no lying on the back.
    Pregnancy,
    /// Dizzy, or falls often: no pressing at all, and movement only with a hand on something steady.
    Unsteady,
    /// Can not get up from the floor alone: only the wall, and no jogging.
    GettingUp,
    /// More than one, or not sure: all of them.
    Several,
    /// None of the three.
    Neither,
}

impl Fits {
    /// All answers in the order of the screen.
    pub const ALL: [Self; 5] = [Self::Pregnancy, Self::Unsteady, Self::GettingUp, Self::Several, Self::Neither];
}

/// What a person can do at a gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GateEvent {
    /// "I understand", at the consent.
    Understand,
    /// "Just let me read", at the consent.
    JustRead,
    /// The answer whether an urgent sign has been checked.
    Checked(Clearance),
    /// The answer to G1.
    Consulted(Reply),
    /// The end of the list has been in view; "None of these" opens.
    ListSeen,
    /// The answer to a list.
    Signs(ListAnswer),
    /// Which of the three entries fit.
    Fits(Fits),
    /// What a professional who knows about it has said.
    Clearance(Clearance),
    /// How much the back aches now.
    Ache(Ache),
    /// "It stops me doing things, or I am not sure."
    StopsMe,
    /// "Leave": no session now.
    Leave,
}
