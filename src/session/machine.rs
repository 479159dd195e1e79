//! The guided session as a state machine with time as an argument.
//!
//! Not a screen, not a voice, not a clock. [`Session::handle`] takes what happened, [`Session::tick`] lets time
//! pass, [`Session::next_wake`] says when to look again; what should be said comes back as [`Cue`]s.
//!
//! What a round leads to, and what a stop leads to, is in `rounds.rs`.
//!
//! Invariants (health.md 4.4 and 6.2-6): nothing presses but after the three core cues, the person's own "ready" or
//! "again" and the whole lead-in after it; nothing waits for anyone while a hand is in use; no clock passes a question;
//! from a lead-in every disturbance leads back to "ready", from a press or a hold to letting go, and no way leads back
//! into a hold but through a new, asked-for press.

use std::time::Duration;

use super::setup::ACHE_SCALE;
use super::{
    ANSWER_GUARD, Advice, CoreCue, Cue, CueId, Device, Disturbance, Effort, Event, Feel, GatePass, Happened, Interruption,
    ListAnswer, Phase, Plan, Setup,
};
use crate::moment::{Moment, Now};

/// While someone presses, the session wants to be looked at this often, so that standing still is noticed.
pub(super) const HEARTBEAT: Duration = Duration::from_millis(250);

/// One guided session, from settling to its outcome.
#[derive(Debug)]
pub struct Session {
    pub(super) plan: Plan,
    /// The leave to press: it lasts as long as the session does. Without one it is a practice round, which presses nothing.
    pub(super) pass: Option<GatePass>,
    pub(super) setup: Setup,
    pub(super) started: Now,
    /// The last time anything looked at the session.
    pub(super) seen: Now,
    pub(super) phase: Phase,
    pub(super) phase_began: Now,
    /// When the session came to this phase from another one: a disturbance begins a phase anew, but nobody waits less by it.
    pub(super) waits_since: Now,
    /// When what shows now appeared: the phase, or the step up.
    pub(super) shown_since: Moment,
    /// Prompts of this phase already given.
    pub(super) prompts_given: usize,
    /// The cue that began this phase.
    pub(super) entered_with: CueId,
    /// The round that is going on, from 1.
    pub(super) round: u8,
    /// Rounds held to the end, whose check-in found nothing.
    pub(super) rounds_done: u8,
    /// The round that is going on is one of them.
    pub(super) round_is_done: bool,
    /// Round and effort as they were before "again" or "a little more", until the press that was asked for begins.
    pub(super) before_again: Option<(u8, Effort)>,
    /// The ache at the start, 0 to 10, once the person has said.
    pub(super) ache: Option<u8>,
    /// When the ache was last said in this phase, from its beginning.
    pub(super) ache_said_after: Duration,
    /// Presses begun, broken-off ones counted.
    pub(super) presses_begun: u8,
    /// The last press was broken off, so its round is not done.
    pub(super) round_broken_off: bool,
    pub(super) effort: Effort,
    pub(super) held_since: Option<Now>,
    /// What the person used last, which the voice then names.
    pub(super) device: Device,
    pub(super) stopped: bool,
    /// The phase in which Stop was pressed.
    pub(super) stopped_in: Phase,
    /// Stopped on the way into the position: no hand was in place.
    pub(super) stopped_in_transition: bool,
    /// When the rounds were over, or were stopped; the session's minutes end there.
    pub(super) over_since: Option<Moment>,
    pub(super) happened: Option<Happened>,
    pub(super) sign_listed: bool,
    pub(super) list_seen: bool,
    pub(super) feel: Option<Feel>,
    /// See [`Session::step_up`].
    pub(super) step_up: Option<u8>,
    /// The session waited so long that nothing may press any more.
    pub(super) asked_long_ago: bool,
}

impl Session {
    /// Begins a session with the pass that the gates gave for it, and the first cue.
    pub fn begin(plan: Plan, setup: Setup, pass: GatePass, now: Now) -> (Self, Vec<Cue>) {
        let phase = if setup.steps_down > 0 { Phase::GettingDown(0) } else { Phase::Settle };
        Self::at(phase, plan, setup, Some(pass), now)
    }

    /// Begins a session at a phase, with the leave for it if it is to press.
    pub(super) fn at(phase: Phase, plan: Plan, setup: Setup, pass: Option<GatePass>, now: Now) -> (Self, Vec<Cue>) {
        let session = Self {
            plan,
            setup,
            pass,
            started: now,
            seen: now,
            phase,
            phase_began: now,
            waits_since: now,
            shown_since: now.moment,
            prompts_given: 0,
            entered_with: CueId::Enter(phase),
            round: 1,
            rounds_done: 0,
            round_is_done: false,
            before_again: None,
            ache: setup.starting_ache.map(|ache| ache.min(ACHE_SCALE)),
            ache_said_after: Duration::ZERO,
            presses_begun: 0,
            round_broken_off: false,
            effort: plan.effort_start(),
            held_since: None,
            device: setup.device,
            stopped: false,
            stopped_in: phase,
            stopped_in_transition: false,
            over_since: None,
            happened: None,
            sign_listed: false,
            list_seen: false,
            feel: None,
            step_up: None,
            asked_long_ago: false,
        };
        let cue = session.cue(CueId::Enter(phase));
        (session, vec![cue])
    }

    /// Ends a session that has not come further than the way into the position, and hands back the leave it was begun
    /// with, for another position.
    ///
    /// # Errors
    /// The session itself, unchanged, once the person is in place.
    pub fn into_pass(self: Box<Self>) -> Result<GatePass, Box<Self>> {
        let session = *self;
        let (phase, asked_long_ago) = (session.phase, session.asked_long_ago);
        match session.pass {
            Some(pass) if matches!(phase, Phase::GettingDown(_)) && !asked_long_ago => Ok(pass),
            pass => Err(Box::new(Self { pass, ..session })),
        }
    }

    /// Lets time pass. Late, repeated and jumped ticks are harmless.
    pub fn tick(&mut self, now: Now) -> Vec<Cue> {
        let mut cues = Vec::new();
        if let Some(why) = self.look(now) {
            self.disturb(Disturbance::Interrupted(why), &mut cues);
        }
        let elapsed = self.elapsed();
        match self.ends_after() {
            Some(end) if elapsed >= end => self.move_on(&mut cues),
            _ => self.prompt(elapsed, &mut cues),
        }
        cues
    }

    /// Takes what happened. What does not belong to this phase is ignored; see [`Session::accepts`].
    pub fn handle(&mut self, event: Event, now: Now) -> Vec<Cue> {
        let mut cues = self.tick(now);
        let too_early = event.is_answer() && self.shown_for(now) < ANSWER_GUARD;
        if !too_early && self.accepts(event) {
            self.apply(event, &mut cues);
        }
        cues
    }

    /// When to look again at the latest; `None` while only the person can move things on.
    ///
    /// A view that moves its picture or counts down will look more often; that is fine.
    pub fn next_wake(&self) -> Option<Moment> {
        let prompt = self.next_prompt().map(|(due, _)| due);
        let due = [self.ends_after(), prompt].into_iter().flatten().min().map(|due| self.phase_began.moment + due);
        let heartbeat = self.is_watched().then(|| self.seen.moment + HEARTBEAT);
        [due, heartbeat].into_iter().flatten().min()
    }

    fn apply(&mut self, event: Event, cues: &mut Vec<Cue>) {
        match event {
            Event::Stop | Event::Interrupted(Interruption::Closing) => {
                (self.stopped, self.happened, self.stopped_in) = (true, None, self.phase);
                self.stopped_in_transition = matches!(self.phase, Phase::GettingDown(_));
                self.round_broken_off |= self.phase.is_pressing();
                let id = if self.stopped_in_transition { CueId::StandStill } else { CueId::Enter(Phase::EaseOff) };
                self.enter_with(Phase::EaseOff, id, cues);
            }
            Event::Pause => self.disturb(Disturbance::Paused, cues),
            Event::Interrupted(why) => self.disturb(Disturbance::Interrupted(why), cues),
            Event::GoOn => self.go_on(cues),
            Event::StepBack => self.step_back(cues),
            Event::SkipSteps if self.phase == Phase::Finish => self.show_step_up(self.setup.steps_up, cues),
            Event::SkipSteps => self.enter(Phase::Settle, cues),
            Event::Ache(ache) => {
                (self.ache, self.ache_said_after) = (Some(ache), self.elapsed());
                cues.push(self.cue(CueId::AcheNoted));
            }
            Event::HaveLetGo if self.is_practice() => self.enter(Phase::Finish, cues),
            Event::HaveLetGo => self.enter(Phase::WhatHappened, cues),
            Event::CheckIn(answer) => self.check_in(answer, cues),
            Event::NextRound(answer) => self.next_round(answer, cues),
            Event::Happened(Happened::JustStopped) => {
                self.happened = Some(Happened::JustStopped);
                self.enter(Phase::Finish, cues);
            }
            Event::Happened(Happened::ByMistake) => self.go_back_after_a_mistake(cues),
            Event::Happened(sign) => {
                self.happened = Some(sign);
                self.enter(Phase::SignsAgain, cues);
            }
            Event::ListSeen => self.list_seen = true,
            Event::Signs(answer) => {
                self.sign_listed = answer == ListAnswer::OneOrMore;
                self.enter(Phase::Advice(Advice::after(self.happened, answer)), cues);
            }
            Event::Feel(feel) => self.feel = Some(feel),
            Event::Done if self.phase == Phase::Finish && self.feel == Some(Feel::Worse) => {
                let again = self.setup.worse_last_time;
                self.enter(Phase::Advice(if again { Advice::SeeSomeone } else { Advice::IfItStays }), cues);
            }
            Event::Done => self.enter(Phase::Closed, cues),
        }
    }

    /// The person's "go on", wherever it stands.
    fn go_on(&mut self, cues: &mut Vec<Cue>) {
        match self.phase {
            Phase::GettingDown(step) if step + 1 < self.setup.steps_down => self.enter(Phase::GettingDown(step + 1), cues),
            Phase::GettingDown(_) => self.enter(Phase::Settle, cues),
            Phase::Settle if self.ache.is_none_or(Self::is_too_much) => self.enter(Phase::NotToday, cues),
            Phase::Settle | Phase::Ready if self.asked_long_ago && self.presses_begun == 0 => {
                self.enter_with(Phase::Closed, CueId::AskAnew, cues);
            }
            Phase::Settle => self.enter(Phase::Core(CoreCue::Belly), cues),
            Phase::Ready if self.asked_long_ago => self.enter(Phase::Finish, cues),
            Phase::Ready => self.enter(Phase::Hands, cues),
            Phase::Finish => {
                if let Some(step) = self.next_step_up() {
                    self.show_step_up(step, cues);
                }
            }
            _ => self.move_on(cues),
        }
    }

    fn step_back(&mut self, cues: &mut Vec<Cue>) {
        match (self.phase, self.step_up) {
            (Phase::GettingDown(step), _) => self.enter(Phase::GettingDown(step.saturating_sub(1)), cues),
            (Phase::Ready, _) if self.take_again_back() => self.enter(Phase::NextRound, cues),
            (Phase::Ready, _) => self.settle_again(Disturbance::Paused, cues),
            (Phase::Finish, Some(step)) => self.show_step_up(step.saturating_sub(1), cues),
            _ => {}
        }
    }

    /// The step up after the one that shows; `None` where there is none to come. The number of steps means "up".
    pub(super) fn next_step_up(&self) -> Option<u8> {
        let next = self.step_up.map_or(0, |step| step + 1);
        (self.setup.steps_up > 0 && next <= self.setup.steps_up).then_some(next)
    }

    fn show_step_up(&mut self, step: u8, cues: &mut Vec<Cue>) {
        (self.step_up, self.shown_since) = (Some(step), self.seen.moment);
        cues.push(self.cue(if step < self.setup.steps_up { CueId::GettingUp(step) } else { CueId::IsUp }));
    }

    /// From press and hold to letting go; from a lead-in to "ready"; from a core cue, and from settling that would go on
    /// by itself, to settling that waits. Elsewhere nothing is at stake.
    fn disturb(&mut self, why: Disturbance, cues: &mut Vec<Cue>) {
        match self.phase {
            // At one's own pace "let go" is the end of a hold.
            Phase::Hold if self.setup.self_paced && why == Disturbance::Paused => self.move_on(cues),
            Phase::PressOn | Phase::Hold => {
                self.round_broken_off = true;
                self.enter_with(Phase::LetGo, CueId::LetGoEarly(why), cues);
            }
            Phase::Hands => self.enter_with(Phase::Ready, CueId::NotYet(why), cues),
            _ if self.is_watched() => self.settle_again(why, cues),
            _ => {}
        }
    }

    pub(super) fn settle_again(&mut self, why: Disturbance, cues: &mut Vec<Cue>) {
        self.enter_with(Phase::Settle, CueId::SettleAgain(why), cues);
    }

    /// The moves that the clock makes, or a tap at one's own pace. One tick makes one move, and the new phase gets its
    /// full time from now.
    fn move_on(&mut self, cues: &mut Vec<Cue>) {
        match self.phase {
            Phase::Settle => self.go_on(cues),
            Phase::Core(cue) => self.enter(cue.next().map_or(Phase::Ready, Phase::Core), cues),
            // Another day has begun in these seconds: nothing presses on the lists of the day before.
            Phase::Hands if self.asked_long_ago => self.disturb(Disturbance::Interrupted(Interruption::ClockJumped), cues),
            Phase::Hands => self.press(cues),
            Phase::PressOn => {
                self.held_since = self.held_since.or(Some(self.seen));
                self.enter(Phase::Hold, cues);
            }
            Phase::Hold => self.enter(Phase::LetGo, cues),
            Phase::LetGo => self.enter(Phase::Breathe, cues),
            Phase::Breathe => self.enter(Phase::CheckIn, cues),
            _ => {}
        }
    }

    /// Gives the latest prompt that is due; earlier ones that nobody looked at in time are dropped.
    fn prompt(&mut self, elapsed: Duration, cues: &mut Vec<Cue>) {
        let mut latest = None;
        while let Some((due, id)) = self.next_prompt() {
            if due > elapsed {
                break;
            }
            latest = Some(id);
            self.prompts_given += 1;
        }
        cues.extend(latest.map(|id| self.cue(id)));
    }

    pub(super) fn enter(&mut self, phase: Phase, cues: &mut Vec<Cue>) {
        self.enter_with(phase, CueId::Enter(phase), cues);
    }

    pub(super) fn enter_with(&mut self, phase: Phase, id: CueId, cues: &mut Vec<Cue>) {
        if phase != self.phase {
            self.waits_since = self.seen;
        }
        self.phase = phase;
        (self.phase_began, self.shown_since) = (self.seen, self.seen.moment);
        self.prompts_given = 0;
        self.entered_with = id;
        self.list_seen = false;
        self.ache_said_after = Duration::ZERO;
        self.over_since = if phase.is_over() { self.over_since.or(Some(self.seen.moment)) } else { None };
        cues.push(self.cue(id));
    }

    /// How long this phase has run.
    pub(super) fn elapsed(&self) -> Duration {
        self.seen.moment.since(self.phase_began.moment)
    }

    pub(super) fn cue(&self, id: CueId) -> Cue {
        let seconds = self.length().map_or(0, |length| u32::try_from(length.as_secs()).unwrap_or(u32::MAX));
        Cue {
            id,
            position: self.setup.position,
            round: self.round,
            rounds: self.plan.rounds(),
            effort: self.effort,
            more: self.more_effort().is_some(),
            seconds,
            ache: self.ache,
            hand: self.hand(),
            swapped: self.hand_swaps(),
            self_paced: self.setup.self_paced,
            lead_in_secs: u32::try_from(self.lead_in().as_secs()).unwrap_or(u32::MAX),
            device: self.device,
        }
    }
}

#[cfg(test)]
mod tests;
