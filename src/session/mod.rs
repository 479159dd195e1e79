//! The guided session: what is asked before it, what happens second by second, and the words for it.
//!
//! Not a screen and not a clock: time is an argument ([`crate::moment::Now`]), what should be said comes out as
//! [`Cue`]s, and the view asks through read-only accessors. The protocol is health.md section 4.
//!
//! Invariant: no [`Session`] exists without a [`GatePass`], no [`Movement`] without a [`MovementPass`], and only the
//! [`Gates`] hand them out. From a press or a hold every disturbance leads to letting go.
//!
//! To read it in order: plan, phase, answer, gates, setup, accepts, machine, rounds, schedule, stale, cue, view, key_act, one_button,
//! outcome; then movement, practice_round, beat, and the small timers of practice and warm-up; then the words.

mod accepts;
mod answer;
mod beat;
mod countdown;
mod cue;
mod effort;
mod gates;
mod key_act;
mod machine;
mod movement;
mod one_button;
mod outcome;
mod phase;
mod plan;
mod position;
mod practice;
mod practice_round;
mod protocol;
mod rounds;
mod schedule;
mod setup;
mod stale;
mod view;
mod warm_up;
mod warm_up_card;
mod words;
mod words_asked;
mod words_gates;
mod words_heard;
pub mod words_parts;
mod words_practice;
mod words_signs;
mod words_spoken;

pub use crate::source::fill;
pub use answer::{CheckIn, Disturbance, Event, Feel, Happened, Interruption, ListAnswer, NextRound};
pub use beat::{Beat, BeatKind, Side};
pub use countdown::{Countdown, TimerState};
pub use cue::{Aside, Cue, CueId, Tone, WarmUpAside};
pub use effort::Effort;
pub use gates::{
    ASK_AGAIN_DAYS, Ache, Avoid, Clearance, Fits, Gate, GateEvent, GateMemory, GatePass, GateStep, Gates, Goal, MovementPass,
    Pass, Refusal, Reply, WhyEasy,
};
pub use key_act::{Device, KeyAct, Seen};
pub use machine::Session;
pub use movement::{Movement, MovementEvent, MovementOutcome, MovementStep};
pub use outcome::{Ending, Outcome};
pub use phase::{Advice, CoreCue, Phase};
pub use plan::{OutOfRange, Plan, PlanNumbers};
pub use position::Position;
pub use practice::{Practice, PracticeTimer};
pub use protocol::Protocol;
pub use schedule::LONGEST_HOLD;
pub use setup::Setup;
pub use view::{Breath, BreathWay};
pub use warm_up::{CardState, WarmUpTimers};
pub use warm_up_card::{WarmUp, WarmUpNumbers, WarmUpPlan};
pub use words::{CueWords, PhaseText};
pub use words_gates::{Card, ClearanceQuestion, EmergencyCard, EmergencyNumber, GateWords, ListWords, MovementWords};

use std::time::Duration;

/// How long after a screen appears its answers are not taken yet: 600 ms.
///
/// "Stop" and "I have let go" lie in the same place, and so do two gates in a row; a double click or a bouncing
/// key must not answer a question nobody has read (screens.md, Keyboard). Stop and Pause are never delayed.
pub const ANSWER_GUARD: Duration = Duration::from_millis(600);
