//! What a view may ask a session. Reading only.
//!
//! Not the rules: those are in `machine.rs`.
//!
//! Invariant: nothing here changes the session, and every time-dependent answer takes the time as an argument.

use std::time::Duration;

use super::{
    CheckIn, Cue, CueId, Effort, Event, Feel, Happened, ListAnswer, NextRound, Phase, Plan, Position, Session, practice_round,
};
use crate::moment::{Moment, Now};

/// Where in a breath the person should be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Breath {
    /// In or out.
    pub way: BreathWay,
    /// Which breath of the round, from 1.
    pub number: u32,
    /// How many breaths there are.
    pub of: u32,
    /// How full the lungs are, from 0 (empty) to 1 (full).
    pub fullness: f64,
}

/// The two halves of a breath.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BreathWay {
    /// In.
    In,
    /// Out.
    Out,
}

impl Session {
    /// Where the session stands.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// The position the session is in.
    pub fn position(&self) -> Position {
        self.setup.position
    }

    /// The plan it follows.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// When it began.
    pub fn started(&self) -> Now {
        self.started
    }

    /// The round that is going on, from 1 to [`Session::rounds`].
    pub fn round(&self) -> u8 {
        self.round
    }

    /// How many rounds there are at most.
    pub fn rounds(&self) -> u8 {
        self.plan.rounds()
    }

    /// How many rounds were held to the end and found nothing at their check-in.
    pub fn rounds_done(&self) -> u8 {
        self.rounds_done
    }

    /// Whether the last press was broken off by a pause or a disturbance.
    pub fn round_broken_off(&self) -> bool {
        self.round_broken_off
    }

    /// The effort of this round.
    pub fn effort(&self) -> Effort {
        self.effort
    }

    /// What "A little more" would make of the effort; `None` if it is not on offer.
    pub fn next_effort(&self) -> Option<Effort> {
        self.more_effort()
    }

    /// How long the clock of this phase runs; `None` if it has none and the picture shows no ring.
    pub fn length(&self) -> Option<Duration> {
        if self.is_at_own_pace() { None } else { self.span() }
    }

    /// Whole seconds of [`Session::length`], for "of 5 seconds"; 0 without a clock.
    pub fn seconds_total(&self) -> u32 {
        self.cue(self.entered_with).seconds
    }

    /// The whole second to show: those that are left, or at one's own pace those that a hold has lasted; 0 without a
    /// clock.
    pub fn second(&self, now: Now) -> u32 {
        let left = self.seconds_left(now);
        let second = if self.counts_up() { f64::from(self.seconds_total()) - left.ceil() } else { left.ceil() };
        second.max(0.0) as u32 // whole and small: no phase has more seconds than there are in an hour
    }

    /// Seconds left on the clock of this phase, never below 0; 0 without a clock. Show [`Session::second`].
    pub fn seconds_left(&self, now: Now) -> f64 {
        self.length().map_or(0.0, |length| length.saturating_sub(self.elapsed_at(now.moment)).as_secs_f64())
    }

    /// How far the picture of this phase has come, from 0 to 1; 1 where nothing moves. With a clock that is also how
    /// much of it has passed.
    pub fn fraction(&self, now: Now) -> f64 {
        self.span().map_or(1.0, |length| (self.elapsed_at(now.moment).as_secs_f64() / length.as_secs_f64()).min(1.0))
    }

    /// How long what shows now has been there, the phase or the step up: a key in haste answers nothing.
    pub fn shown_for(&self, now: Now) -> Duration {
        now.moment.max(self.seen.moment).since(self.shown_since)
    }

    /// Whether the person has begun to press in this session, however short it was.
    pub fn has_pressed(&self) -> bool {
        self.presses_begun > 0 && !self.is_practice()
    }

    /// Whether the session waits for the person now, however long that takes.
    pub fn waits(&self, now: Now) -> bool {
        self.ends_after().is_none() && self.fraction(now) >= 1.0
    }

    /// Whether anything that shows changes with time, so that a view wants to draw it many times a second.
    pub fn is_moving(&self, now: Now) -> bool {
        self.fraction(now) < 1.0 || (self.phase == Phase::Breathe && self.is_at_own_pace())
    }

    /// When the number in the ring changes next, for a view that shows no movement in between.
    pub fn next_second(&self, now: Now) -> Moment {
        let into = self.seconds_left(now).fract();
        now.moment + Duration::from_secs_f64(if into > 0.0 { into } else { 1.0 })
    }

    /// Where in a breath the person should be; `None` outside the breathing phase.
    pub fn breath(&self, now: Now) -> Option<Breath> {
        if self.phase != Phase::Breathe {
            return None;
        }
        let n = self.plan.numbers();
        let (secs_in, secs_out) = (f64::from(n.breath_in_secs), f64::from(n.breath_out_secs));
        let elapsed = self.elapsed_at(now.moment).as_secs_f64().min(self.plan.breathe().as_secs_f64());
        let mut number = 1;
        let mut into = elapsed;
        while number < n.breaths && into >= secs_in + secs_out {
            into -= secs_in + secs_out;
            number += 1;
        }
        let (way, fullness) = if into < secs_in {
            (BreathWay::In, into / secs_in)
        } else {
            (BreathWay::Out, (1.0 - (into - secs_in) / secs_out).max(0.0))
        };
        Some(Breath { way, number, of: n.breaths, fullness })
    }

    /// Whether this is the last step on the way down, after which the person is in place.
    pub fn is_at_last_step_down(&self) -> bool {
        matches!(self.phase, Phase::GettingDown(step) if step + 1 >= self.setup.steps_down)
    }

    /// The phase that follows this one if nothing comes between; `None` where an answer decides.
    pub fn next_phase(&self) -> Option<Phase> {
        match self.phase {
            Phase::GettingDown(step) if step + 1 < self.setup.steps_down => None,
            Phase::GettingDown(_) => Some(Phase::Settle),
            Phase::Settle => Some(Phase::Core(super::CoreCue::Belly)),
            Phase::Core(cue) => Some(cue.next().map_or(Phase::Ready, Phase::Core)),
            Phase::Ready => Some(Phase::Hands),
            Phase::Hands => Some(Phase::PressOn),
            Phase::PressOn => Some(Phase::Hold),
            Phase::Hold => Some(Phase::LetGo),
            Phase::LetGo => Some(Phase::Breathe),
            Phase::Breathe => Some(Phase::CheckIn),
            Phase::EaseOff => Some(Phase::WhatHappened),
            _ => None,
        }
    }

    /// The figure's scene and how far its movement has come (0 to 1; a breath goes on after 1).
    pub fn picture(&self, now: Now) -> (String, f64) {
        match self.phase {
            Phase::Breathe => {
                let elapsed = self.elapsed_at(now.moment).as_secs_f64();
                (self.scene(), elapsed / self.plan.breath().as_secs_f64().max(f64::MIN_POSITIVE))
            }
            _ => (self.scene(), self.fraction(now)),
        }
    }

    /// The figure's scene for this phase and position.
    pub fn scene(&self) -> String {
        if self.is_practice() {
            return practice_round::scene(self.phase).to_owned();
        }
        // Who stood when they stopped is better off on a chair.
        // On all fours and at the wall nobody rests: that is done on the heels or on a chair.
        let off_the_floor = matches!(self.setup.position, Position::Wall | Position::AllFours);
        let stood = self.stopped_in_transition || (off_the_floor && self.phase != Phase::EaseOff);
        if (self.phase.is_after_a_stop() || self.phase == Phase::Finish) && stood {
            "sit-rest".to_owned()
        } else {
            self.phase.scene(self.setup.position)
        }
    }

    /// The answers and buttons of this phase in the order of the screen, without Stop and Pause.
    ///
    /// "None of these" is left out until the end of the list has been seen, "A little more" where it is not on
    /// offer. Ask [`Session::accepts`] for a single one.
    pub fn choices(&self) -> Vec<Event> {
        let all = match self.phase {
            Phase::GettingDown(_) => vec![Event::GoOn, Event::StepBack, Event::SkipSteps],
            Phase::Ready => vec![Event::GoOn, Event::StepBack],
            Phase::Settle | Phase::Core(_) | Phase::Breathe => vec![Event::GoOn],
            Phase::Hands | Phase::PressOn | Phase::Hold | Phase::LetGo => vec![],
            Phase::EaseOff => vec![Event::HaveLetGo],
            Phase::CheckIn => CheckIn::ALL.map(Event::CheckIn).to_vec(),
            Phase::NextRound => [NextRound::SameAgain, NextRound::ALittleMore, NextRound::Enough].map(Event::NextRound).to_vec(),
            Phase::WhatHappened => Happened::ALL.map(Event::Happened).to_vec(),
            Phase::SignsAgain => [ListAnswer::OneOrMore, ListAnswer::NoneOfThese].map(Event::Signs).to_vec(),
            Phase::Finish => {
                let steps = [Event::GoOn, Event::StepBack, Event::SkipSteps];
                steps.into_iter().chain(Feel::ALL.map(Event::Feel)).chain([Event::Done]).collect()
            }
            Phase::NotToday | Phase::Advice(_) => vec![Event::Done],
            Phase::Closed => vec![],
        };
        all.into_iter().filter(|&event| self.accepts(event)).collect()
    }

    /// Whether Stop is on offer.
    pub fn can_stop(&self) -> bool {
        self.accepts(Event::Stop)
    }

    /// Whether "Pause and let go" is on offer.
    pub fn can_pause(&self) -> bool {
        self.accepts(Event::Pause)
    }

    /// Whether the end of the emergency list has been in view.
    pub fn list_seen(&self) -> bool {
        self.list_seen
    }

    /// How the back feels, if the person has said.
    pub fn feel(&self) -> Option<Feel> {
        self.feel
    }

    /// What happened, if the person has said.
    pub fn happened(&self) -> Option<Happened> {
        self.happened
    }

    /// Whether the person stopped or reported a sign.
    pub fn was_stopped(&self) -> bool {
        self.stopped
    }

    /// Whether the person stopped on the way into the position, with no hand in place.
    pub fn stopped_in_transition(&self) -> bool {
        self.stopped_in_transition
    }

    /// The cue that began this phase, to show its words and to say it again.
    pub fn current_cue(&self) -> Cue {
        self.cue(self.entered_with)
    }

    /// Whether this phase was entered because something came between.
    pub fn is_after_a_disturbance(&self) -> bool {
        matches!(self.entered_with, CueId::LetGoEarly(_) | CueId::NotYet(_) | CueId::SettleAgain(_))
    }

    fn elapsed_at(&self, moment: Moment) -> Duration {
        moment.max(self.seen.moment).since(self.phase_began.moment)
    }
}
