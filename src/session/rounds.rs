//! What follows a round and what follows a stop: the check-in, the next round, and the way back after a mistake.
//!
//! Not the phases of a round: those are in `machine.rs`. Invariants (health.md 4.4 and 6.6): every press is asked for by
//! the person in its own round; effort rises by one, by the person, never above the cap, never before the round before
//! was felt to its end, never after a sign.

use super::{CheckIn, Cue, Effort, NextRound, Phase, Plan, Session};
use crate::session::Disturbance;

impl Session {
    /// The lead-in is over: the press begins, and what was asked for is under way.
    pub(super) fn press(&mut self, cues: &mut Vec<Cue>) {
        self.presses_begun += 1;
        (self.round_broken_off, self.round_is_done, self.before_again) = (false, false, None);
        self.enter(Phase::PressOn, cues);
    }

    pub(super) fn check_in(&mut self, answer: CheckIn, cues: &mut Vec<Cue>) {
        if let Some(sign) = answer.sign().filter(|_| self.is_practice()) {
            self.happened = Some(sign);
            return self.enter(Phase::Finish, cues);
        }
        if let Some(sign) = answer.sign() {
            (self.stopped, self.happened) = (true, Some(sign));
            return self.enter(Phase::SignsAgain, cues);
        }
        // A round is done once nothing was found after it; asked twice after a mistake it still counts once.
        if !self.round_broken_off && !self.round_is_done {
            (self.rounds_done, self.round_is_done) = (self.rounds_done + 1, true);
        }
        // Broken-off rounds may be begun again, but not without end: each is a press all the same.
        let enough = self.rounds_done >= self.plan.rounds()
            || self.presses_begun >= Plan::MOST_ROUNDS
            // An hour after the lists nothing presses any more.
            || self.asked_long_ago;
        self.enter(if enough { Phase::Finish } else { Phase::NextRound }, cues);
    }

    /// "Again" and "a little more" are the "ready" of the next round: its lead-in begins at once.
    pub(super) fn next_round(&mut self, answer: NextRound, cues: &mut Vec<Cue>) {
        let before = (self.round, self.effort);
        match answer {
            NextRound::Enough => return self.enter(Phase::Finish, cues),
            NextRound::ALittleMore => self.effort = self.more_effort().unwrap_or(self.effort),
            NextRound::SameAgain => {}
        }
        if !self.round_broken_off {
            self.round += 1;
        }
        self.before_again = Some(before);
        self.enter(Phase::Hands, cues);
    }

    /// One step more effort, if it may be offered: not above the cap, and not before this one was felt to the end.
    pub(super) fn more_effort(&self) -> Option<Effort> {
        if self.round_broken_off || self.asked_long_ago || self.is_practice() {
            None
        } else {
            self.effort.a_little_more(self.plan.effort_cap())
        }
    }

    /// Takes "again" or "a little more" back, as long as its press has not begun; tells whether there was one.
    pub(super) fn take_again_back(&mut self) -> bool {
        let Some((round, effort)) = self.before_again.take() else { return false };
        (self.round, self.effort) = (round, effort);
        true
    }

    /// "I pressed it by mistake": back to where Stop was pressed, and after a press by way of the check-in of its round.
    pub(super) fn go_back_after_a_mistake(&mut self, cues: &mut Vec<Cue>) {
        (self.stopped, self.stopped_in_transition, self.happened) = (false, false, None);
        self.take_again_back();
        match self.stopped_in {
            step @ Phase::GettingDown(_) => self.enter(step, cues),
            _ if self.presses_begun == 0 => self.settle_again(Disturbance::Paused, cues),
            _ => self.enter(Phase::CheckIn, cues),
        }
    }
}
