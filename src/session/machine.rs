//! The guided session as a state machine with time as an argument.
//!
//! Not a screen, not a voice, not a clock. [`Session::handle`] takes what happened, [`Session::tick`] lets time
//! pass, [`Session::next_wake`] says when to look again; what should be said comes back as [`Cue`]s.
//!
//! Invariants (health.md 4.4 and 6.2-6): nothing presses but after the three core cues and the person's own "I
//! am ready"; no clock passes a question; from a press or a hold every disturbance leads to letting go, and no
//! way leads back into a hold but through a new, asked-for press; effort rises by one, by the person, never
//! above the cap, never after a sign.

use std::time::Duration;

use jiff::SignedDuration;

use super::{
    ANSWER_GUARD, Advice, CheckIn, CoreCue, Cue, CueId, Disturbance, Effort, Event, Feel, GatePass, Happened, Interruption,
    ListAnswer, NextRound, Phase, Plan, Position,
};
use crate::moment::{Moment, Now};

/// While someone presses, the session wants to be looked at this often, so that standing still is noticed.
const HEARTBEAT: Duration = Duration::from_millis(250);

/// How late a look may be before it counts as a disturbance: 1 second.
///
/// A busy computer misses a frame or ten; a second without picture and count is when a person begins to wonder
/// what to do, and the right answer is always "let go". It also bounds what sleep can add to a hold.
const GRACE: Duration = Duration::from_secs(1);

/// One guided session, from settling to its outcome.
#[derive(Debug)]
pub struct Session {
    pub(super) plan: Plan,
    pub(super) position: Position,
    pub(super) started: Now,
    /// The last time anything looked at the session.
    pub(super) seen: Now,
    pub(super) phase: Phase,
    pub(super) phase_since: Moment,
    /// Prompts of this phase already given.
    prompts_given: usize,
    /// The cue that began this phase.
    pub(super) entered_with: CueId,
    /// The round that is going on, from 1.
    pub(super) round: u8,
    pub(super) rounds_done: u8,
    /// Presses begun, broken-off ones counted.
    presses_begun: u8,
    /// The last press was broken off, so its round is not done.
    pub(super) round_broken_off: bool,
    pub(super) effort: Effort,
    pub(super) held_since: Option<Now>,
    pub(super) stopped: bool,
    pub(super) happened: Option<Happened>,
    pub(super) sign_listed: bool,
    pub(super) list_seen: bool,
    pub(super) feel: Option<Feel>,
}

impl Session {
    /// Begins a session with the pass that the gates gave for it, and the first cue.
    pub fn begin(plan: Plan, position: Position, pass: GatePass, now: Now) -> (Self, Vec<Cue>) {
        pass.use_up();
        let session = Self {
            plan,
            position,
            started: now,
            seen: now,
            phase: Phase::Settle,
            phase_since: now.moment,
            prompts_given: 0,
            entered_with: CueId::Enter(Phase::Settle),
            round: 1,
            rounds_done: 0,
            presses_begun: 0,
            round_broken_off: false,
            effort: plan.effort_start(),
            held_since: None,
            stopped: false,
            happened: None,
            sign_listed: false,
            list_seen: false,
            feel: None,
        };
        let cue = session.cue(CueId::Enter(Phase::Settle));
        (session, vec![cue])
    }

    /// Lets time pass. Late, repeated and jumped ticks are harmless.
    pub fn tick(&mut self, now: Now) -> Vec<Cue> {
        let mut cues = Vec::new();
        if let Some(why) = self.look(now) {
            self.disturb(Disturbance::Interrupted(why), &mut cues);
        }
        let elapsed = self.elapsed();
        match self.plan.ends_after(self.phase) {
            Some(end) if elapsed >= end => self.go_on_by_clock(&mut cues),
            _ => self.prompt(elapsed, &mut cues),
        }
        cues
    }

    /// Takes what happened. What does not belong to this phase is ignored; see [`Session::accepts`].
    pub fn handle(&mut self, event: Event, now: Now) -> Vec<Cue> {
        let mut cues = self.tick(now);
        let too_early = event.is_answer() && self.elapsed() < ANSWER_GUARD;
        if !too_early && self.accepts(event) {
            self.apply(event, &mut cues);
        }
        cues
    }

    /// When to look again at the latest; `None` while only the person can move things on.
    ///
    /// A view that moves its picture or counts down will look more often; that is fine.
    pub fn next_wake(&self) -> Option<Moment> {
        let end = self.plan.ends_after(self.phase);
        let prompt = self.plan.prompt(self.phase, self.prompts_given).map(|(due, _)| due);
        let due = [end, prompt].into_iter().flatten().min().map(|due| self.phase_since + due);
        let heartbeat = self.phase.is_watched().then(|| self.seen.moment + HEARTBEAT);
        [due, heartbeat].into_iter().flatten().min()
    }

    /// Whether an event belongs to this phase. A view offers what is accepted and nothing else.
    pub fn accepts(&self, event: Event) -> bool {
        match event {
            Event::Stop => !self.phase.is_after_a_stop() && self.phase != Phase::Closed,
            // Who closes the window at the end has finished; only a session that goes on is stopped by it.
            Event::Interrupted(Interruption::Closing) => self.accepts(Event::Stop) && self.phase != Phase::Finish,
            Event::Pause | Event::Interrupted(_) => self.phase.is_watched(),
            Event::GoOn => matches!(self.phase, Phase::Settle | Phase::Ready),
            Event::HaveLetGo => self.phase == Phase::EaseOff,
            Event::CheckIn(_) => self.phase == Phase::CheckIn,
            Event::NextRound(NextRound::ALittleMore) => self.phase == Phase::NextRound && self.more_effort().is_some(),
            Event::NextRound(_) => self.phase == Phase::NextRound,
            Event::Happened(_) => self.phase == Phase::WhatHappened,
            Event::ListSeen => self.phase == Phase::SignsAgain && !self.list_seen,
            Event::Signs(ListAnswer::NoneOfThese) => self.phase == Phase::SignsAgain && self.list_seen,
            Event::Signs(ListAnswer::OneOrMore) => self.phase == Phase::SignsAgain,
            Event::Feel(_) => self.phase == Phase::Finish,
            Event::Done => matches!(self.phase, Phase::Finish | Phase::Advice(_)),
        }
    }

    fn apply(&mut self, event: Event, cues: &mut Vec<Cue>) {
        match event {
            Event::Stop | Event::Interrupted(Interruption::Closing) => {
                (self.stopped, self.happened) = (true, None);
                self.enter(Phase::EaseOff, cues);
            }
            Event::Pause => self.disturb(Disturbance::Paused, cues),
            Event::Interrupted(why) => self.disturb(Disturbance::Interrupted(why), cues),
            Event::GoOn if self.phase == Phase::Settle => self.enter(Phase::Core(CoreCue::Belly), cues),
            Event::GoOn => {
                self.presses_begun += 1;
                self.round_broken_off = false;
                self.enter(Phase::PressOn, cues);
            }
            Event::HaveLetGo => self.enter(Phase::WhatHappened, cues),
            Event::CheckIn(answer) => self.check_in(answer, cues),
            Event::NextRound(answer) => self.next_round(answer, cues),
            Event::Happened(Happened::JustStopped) => {
                self.happened = Some(Happened::JustStopped);
                self.enter(Phase::Finish, cues);
            }
            Event::Happened(sign) => {
                self.happened = Some(sign);
                self.enter(Phase::SignsAgain, cues);
            }
            Event::ListSeen => self.list_seen = true,
            Event::Signs(answer) => {
                self.sign_listed = answer == ListAnswer::OneOrMore;
                self.enter(Phase::Advice(self.advice()), cues);
            }
            Event::Feel(feel) => self.feel = Some(feel),
            Event::Done if self.phase == Phase::Finish && self.feel == Some(Feel::Worse) => {
                self.enter(Phase::Advice(Advice::IfItStays), cues);
            }
            Event::Done => self.enter(Phase::Closed, cues),
        }
    }

    fn check_in(&mut self, answer: CheckIn, cues: &mut Vec<Cue>) {
        if let Some(sign) = answer.sign() {
            (self.stopped, self.happened) = (true, Some(sign));
            return self.enter(Phase::SignsAgain, cues);
        }
        // Broken-off rounds may be begun again, but not without end: each is a press all the same.
        let enough = self.rounds_done >= self.plan.rounds() || self.presses_begun >= Plan::MOST_ROUNDS;
        self.enter(if enough { Phase::Finish } else { Phase::NextRound }, cues);
    }

    fn next_round(&mut self, answer: NextRound, cues: &mut Vec<Cue>) {
        match answer {
            NextRound::Enough => return self.enter(Phase::Finish, cues),
            NextRound::ALittleMore => self.effort = self.more_effort().unwrap_or(self.effort),
            NextRound::SameAgain => {}
        }
        if !self.round_broken_off {
            self.round += 1;
        }
        self.enter(Phase::Ready, cues);
    }

    /// One step more effort, if it may be offered: not above the cap, and not before this one was felt to the end.
    pub(super) fn more_effort(&self) -> Option<Effort> {
        if self.round_broken_off { None } else { self.effort.a_little_more(self.plan.effort_cap()) }
    }

    fn advice(&self) -> Advice {
        match self.happened {
            _ if self.sign_listed => Advice::Emergency,
            Some(Happened::Weak) => Advice::Emergency,
            Some(Happened::MorePain) => Advice::IfItStays,
            _ => Advice::Today,
        }
    }

    /// Notes that someone looked; tells whether the look came too late, or the two clocks disagree.
    fn look(&mut self, now: Now) -> Option<Interruption> {
        let gap = now.moment.since(self.seen.moment);
        let wall = now.stamp.since(self.seen.stamp);
        // Where the monotonic clock stands still during sleep, only the wall clock shows it.
        let steady = SignedDuration::try_from(gap).unwrap_or(SignedDuration::MAX);
        let apart = wall.saturating_sub(steady).unsigned_abs();
        let moment = self.seen.moment.max(now.moment);
        self.seen = Now { moment, ..now };
        if gap > HEARTBEAT + GRACE {
            Some(Interruption::Slept)
        } else if apart > GRACE {
            Some(Interruption::ClockJumped)
        } else {
            None
        }
    }

    /// From press and hold to letting go; from a core cue back to settling. Elsewhere nothing is at stake.
    fn disturb(&mut self, why: Disturbance, cues: &mut Vec<Cue>) {
        if self.phase.is_pressing() {
            self.round_broken_off = true;
            self.enter_with(Phase::LetGo, CueId::LetGoEarly(why), cues);
        } else if self.phase.is_watched() {
            self.enter_with(Phase::Settle, CueId::SettleAgain(why), cues);
        }
    }

    /// The moves that need nobody. One tick makes one move, and the new phase gets its full time from now.
    fn go_on_by_clock(&mut self, cues: &mut Vec<Cue>) {
        match self.phase {
            Phase::Core(cue) => self.enter(cue.next().map_or(Phase::Ready, Phase::Core), cues),
            Phase::PressOn => {
                self.held_since = self.held_since.or(Some(self.seen));
                self.enter(Phase::Hold, cues);
            }
            Phase::Hold => {
                self.rounds_done += 1;
                self.enter(Phase::LetGo, cues);
            }
            Phase::LetGo => self.enter(Phase::Breathe, cues),
            Phase::Breathe => self.enter(Phase::CheckIn, cues),
            _ => {}
        }
    }

    /// Gives the latest prompt that is due; earlier ones that nobody looked at in time are dropped.
    fn prompt(&mut self, elapsed: Duration, cues: &mut Vec<Cue>) {
        let mut latest = None;
        while let Some((due, id)) = self.plan.prompt(self.phase, self.prompts_given) {
            if due > elapsed {
                break;
            }
            latest = Some(id);
            self.prompts_given += 1;
        }
        cues.extend(latest.map(|id| self.cue(id)));
    }

    fn enter(&mut self, phase: Phase, cues: &mut Vec<Cue>) {
        self.enter_with(phase, CueId::Enter(phase), cues);
    }

    fn enter_with(&mut self, phase: Phase, id: CueId, cues: &mut Vec<Cue>) {
        self.phase = phase;
        self.phase_since = self.seen.moment;
        self.prompts_given = 0;
        self.entered_with = id;
        self.list_seen = false;
        cues.push(self.cue(id));
    }

    /// How long this phase has run.
    pub(super) fn elapsed(&self) -> Duration {
        self.seen.moment.since(self.phase_since)
    }

    pub(super) fn cue(&self, id: CueId) -> Cue {
        let seconds = self.plan.length(self.phase).map_or(0, |length| u32::try_from(length.as_secs()).unwrap_or(u32::MAX));
        Cue { id, position: self.position, round: self.round, rounds: self.plan.rounds(), effort: self.effort, seconds }
    }
}

#[cfg(test)]
mod tests;
