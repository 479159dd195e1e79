//! What a session wants said, sounded and announced at this moment.
//!
//! Not words and not sounds: content holds the words, the shell has the voice and the tones.
//!
//! Invariant: a cue carries all that its words need, so nothing has to be asked back later; a cue that comes too
//! late is dropped by whoever plays it, never queued.

use super::{Advice, CoreCue, Device, Disturbance, Effort, Phase, Position, Side, WarmUp};

/// One thing to say, sound and show, with all that its words need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    /// What it is.
    pub id: CueId,
    /// The position the person is in.
    pub position: Position,
    /// The round it belongs to, from 1.
    pub round: u8,
    /// How many rounds there are in all.
    pub rounds: u8,
    /// The effort of this round.
    pub effort: Effort,
    /// Whether one step more effort is on offer.
    pub more: bool,
    /// Whole seconds the phase takes; 0 if it has no clock.
    pub seconds: u32,
    /// The ache at the start, 0 to 10, once the person has said.
    pub ache: Option<u8>,
    /// The hand that presses, by the person's own left and right, where it is one hand: on the side the upper one,
    /// which is the sore side's; on all fours it takes turns.
    pub hand: Option<Side>,
    /// The hand is another one than in the round before.
    pub swapped: bool,
    /// The person taps each step instead of following a clock.
    pub self_paced: bool,
    /// Seconds of the lead-in: what there is time for after "ready" and after "again".
    pub lead_in_secs: u32,
    /// What the person used last, and the voice names.
    pub device: Device,
}

/// What a cue is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CueId {
    /// A phase begins.
    Enter(Phase),
    /// Letting go begins early, because something came between.
    LetGoEarly(Disturbance),
    /// The lead-in was broken off; nothing is lost, and "ready" is asked again.
    NotYet(Disturbance),
    /// The press begins in three seconds.
    ThreeMore,
    /// A second of a hold, for whoever wants to hear them: what is left by the clock, what has passed at one's own pace.
    Second(u8),
    /// A core cue was broken off; settling begins again.
    SettleAgain(Disturbance),
    /// The person has said how strong the ache is, or has changed it.
    AcheNoted,
    /// The time to settle is over; the session waits.
    Settled,
    /// A hold at the person's own pace has lasted a few seconds, which is enough.
    HeldEnough,
    /// The breaths of a round are over, and at the person's own pace the session waits.
    Breathed,
    /// The next breath in.
    BreatheIn,
    /// The next breath out.
    BreatheOut,
    /// The guided letting-go after a stop is over; the session waits.
    EasedOff,
    /// Stopped on the way into the position: there is nothing to let go of.
    StandStill,
    /// The session waited so long that the lists before it have to be read again.
    AskAnew,
    /// The suggested rest is over; the session waits.
    Rested,
    /// A step on the way up, from 0.
    GettingUp(u8),
    /// The last step up has been done.
    IsUp,
}

impl CueId {
    /// The id that stands in transcripts and names recordings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Enter(phase) => match phase {
                Phase::GettingDown(_) => "getting-down",
                Phase::Settle => "settle",
                Phase::NotToday => "not-today",
                Phase::Core(CoreCue::Belly) => "core-belly",
                Phase::Core(CoreCue::PelvicFloor) => "core-pelvic-floor",
                Phase::Core(CoreCue::LowBack) => "core-low-back",
                Phase::Ready => "ready",
                Phase::Hands => "hands",
                Phase::PressOn => "press-on",
                Phase::Hold => "hold",
                Phase::LetGo => "let-go",
                Phase::Breathe => "breathe",
                Phase::CheckIn => "check-in",
                Phase::NextRound => "next-round",
                Phase::EaseOff => "ease-off",
                Phase::WhatHappened => "what-happened",
                Phase::SignsAgain => "signs-again",
                Phase::Advice(Advice::Emergency) => "advice-emergency",
                Phase::Advice(Advice::Today) => "advice-today",
                Phase::Advice(Advice::IfItStays) => "advice-if-it-stays",
                Phase::Advice(Advice::SeeSomeone) => "advice-see-someone",
                Phase::Finish => "finish",
                Phase::Closed => "closed",
            },
            Self::LetGoEarly(_) => "let-go-early",
            Self::NotYet(_) => "not-yet",
            Self::ThreeMore => "three-more",
            Self::Second(_) => "second",
            Self::SettleAgain(_) => "settle-again",
            Self::AcheNoted => "ache-noted",
            Self::Settled => "settled",
            Self::HeldEnough => "held-enough",
            Self::Breathed => "breathed",
            Self::BreatheIn => "breathe-in",
            Self::BreatheOut => "breathe-out",
            Self::EasedOff => "eased-off",
            Self::StandStill => "stand-still",
            Self::AskAnew => "ask-anew",
            Self::Rested => "rested",
            Self::GettingUp(_) => "getting-up",
            Self::IsUp => "is-up",
        }
    }
}

/// The tones; each phase can be told by ear alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// A step begins that asks for no pressure.
    Step,
    /// The pressure comes on.
    PressOn,
    /// The pressure stays.
    Hold,
    /// The pressure goes.
    LetGo,
    /// A breath in.
    BreatheIn,
    /// A breath out.
    BreatheOut,
    /// A question waits.
    Ask,
    /// After Stop.
    Stop,
    /// The session is done.
    Finish,
}

impl Cue {
    /// The tone that goes with this cue, if one does.
    pub const fn tone(self) -> Option<Tone> {
        match self.id {
            CueId::Enter(phase) => match phase {
                Phase::GettingDown(_) | Phase::Settle | Phase::Core(_) | Phase::Hands => Some(Tone::Step),
                Phase::PressOn => Some(Tone::PressOn),
                Phase::Hold => Some(Tone::Hold),
                Phase::LetGo => Some(Tone::LetGo),
                Phase::Breathe => Some(Tone::BreatheIn),
                Phase::Ready | Phase::CheckIn | Phase::NextRound | Phase::WhatHappened | Phase::SignsAgain => Some(Tone::Ask),
                Phase::EaseOff => Some(Tone::Stop),
                Phase::Finish => Some(Tone::Finish),
                Phase::NotToday | Phase::Advice(_) | Phase::Closed => None,
            },
            CueId::LetGoEarly(_) => Some(Tone::LetGo),
            CueId::BreatheIn => Some(Tone::BreatheIn),
            CueId::BreatheOut => Some(Tone::BreatheOut),
            CueId::SettleAgain(_) | CueId::GettingUp(_) => Some(Tone::Step),
            CueId::NotYet(_)
            | CueId::Breathed
            | CueId::Settled
            | CueId::EasedOff
            | CueId::AskAnew
            | CueId::Rested
            | CueId::IsUp => Some(Tone::Ask),
            CueId::StandStill => Some(Tone::Stop),
            // A word in between; a tone would sound like a change.
            CueId::AcheNoted | CueId::HeldEnough | CueId::ThreeMore | CueId::Second(_) => None,
        }
    }

    /// Whether a screen reader should break off what it says for this (screens.md, Screen reader).
    pub const fn is_urgent(self) -> bool {
        matches!(
            self.id,
            CueId::Enter(Phase::EaseOff | Phase::Advice(Advice::Emergency)) | CueId::LetGoEarly(_) | CueId::StandStill
        )
    }
}

/// What is said outside a session: in the warm-up and in practice. No tone goes with it, and nothing waits for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Aside {
    /// A warm-up card has come to something.
    WarmUp(WarmUp, WarmUpAside),
    /// The warm-up as a whole is enough; before a session it is said what goes on, by what was used last.
    WarmEnough(Option<Device>),
    /// A practice begins.
    Practice(super::Practice),
    /// A practice is over.
    PracticeDone(super::Practice),
}

/// What a warm-up card has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WarmUpAside {
    /// It begins with the way into place, for the first side if it has sides.
    Begins(Option<Side>),
    /// The person is in place: the exercise itself begins, or goes on with the other side.
    Starts,
    /// Out of a stretch, before the other side or the end.
    Back,
    /// The other side now; never the first one of a card.
    Switch(Side),
    /// Half of its time is over.
    Half,
    /// It is done.
    Done,
}
