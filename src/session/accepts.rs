//! What belongs to a phase: the one table that both the machine and its views ask.
//!
//! Not what follows: that is in `machine.rs`. Invariant: Stop belongs to every phase in which there is anything to stop,
//! and nothing that leads to a press belongs to a session whose lists were read too long ago.

use super::setup::ACHE_SCALE;
use super::{Event, Interruption, ListAnswer, NextRound, Phase, Session};

impl Session {
    /// Whether an event belongs to this phase. A view offers what is accepted and nothing else.
    pub fn accepts(&self, event: Event) -> bool {
        match event {
            // At the end nothing is pressed and nothing is left to ask: "Worse" and "Done" stand there.
            Event::Stop => {
                !self.phase.is_after_a_stop() && !matches!(self.phase, Phase::NotToday | Phase::Finish | Phase::Closed)
            }
            // Who closes the window before the first press, or at the end, has reported nothing and has nothing to let
            // go of; only what lies between is stopped by it.
            Event::Interrupted(Interruption::Closing) => self.accepts(Event::Stop) && self.has_pressed(),
            Event::Pause | Event::Interrupted(_) => self.is_watched(),
            Event::GoOn => match self.phase {
                Phase::GettingDown(_) | Phase::Ready => true,
                Phase::Settle => self.ache.is_some(),
                Phase::Finish => self.next_step_up().is_some(),
                _ => self.is_at_own_pace(),
            },
            Event::StepBack if self.is_practice() => self.phase == Phase::Ready && self.before_again.is_some(),
            Event::StepBack => match self.phase {
                Phase::GettingDown(step) => step > 0,
                Phase::Ready => true,
                Phase::Finish => self.step_up.is_some_and(|step| step > 0),
                _ => false,
            },
            Event::SkipSteps => match self.phase {
                // On the last step "next" says the same.
                Phase::GettingDown(step) => step + 1 < self.setup.steps_down,
                Phase::Finish => self.next_step_up().is_some(),
                _ => false,
            },
            Event::Ache(ache) => self.phase == Phase::Settle && ache <= ACHE_SCALE,
            Event::HaveLetGo => self.phase == Phase::EaseOff,
            Event::CheckIn(_) => self.phase == Phase::CheckIn,
            Event::NextRound(NextRound::ALittleMore) => self.phase == Phase::NextRound && self.more_effort().is_some(),
            Event::NextRound(NextRound::SameAgain) => self.phase == Phase::NextRound && !self.asked_long_ago,
            Event::NextRound(NextRound::Enough) => self.phase == Phase::NextRound,
            Event::Happened(_) => self.phase == Phase::WhatHappened,
            Event::ListSeen => self.phase == Phase::SignsAgain && !self.list_seen,
            Event::Signs(ListAnswer::NoneOfThese) => self.phase == Phase::SignsAgain && self.list_seen,
            Event::Signs(ListAnswer::OneOrMore) => self.phase == Phase::SignsAgain,
            Event::Feel(_) => self.phase == Phase::Finish && !self.is_practice(),
            Event::Done => matches!(self.phase, Phase::NotToday | Phase::Finish | Phase::Advice(_)),
        }
    }
}

#[cfg(test)]
mod tests;
