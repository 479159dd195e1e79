//! What a person asks for by a key, a clicker or the mouse, and what that says in each phase: one table for every view.
//!
//! Not the keys: which of them is which [`KeyAct`] is known to the views. Not the words: what the voice names for a press
//! is content, by the [`Device`].
//!
//! Invariants (screens.md, Keyboard): Esc is Stop, always, and nothing else is; while a hand is in use or something is
//! done by the clock a press lets go, or means "not yet"; where something waits, a press that has no meaning does nothing.

use super::{ANSWER_GUARD, CheckIn, Event, NextRound, Phase, Session};
use crate::moment::Now;

/// What a person used last, which the voice then names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Device {
    /// The arrow keys and the keys around them.
    #[default]
    Keyboard,
    /// A presenter's Next and Back, which come as Page Down and Page Up.
    Clicker,
    /// The buttons and answers on the screen.
    Mouse,
}

impl Device {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Keyboard, Self::Clicker, Self::Mouse];
}

/// What a key or a button asks for, before it is known where the session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyAct {
    /// Right arrow, Page Down, clicker Next: on, where the person is asked to go on, and the light answer to a question.
    GoOn,
    /// Enter: on, but no answer to a question; it lies too near to everything.
    Enter,
    /// Left arrow, Page Up, clicker Back: the careful answer, or one step back.
    Back,
    /// Up arrow or plus: a little more.
    More,
    /// Down arrow: the steps are not needed.
    Skip,
    /// Space: pause and let go.
    LetGo,
    /// Esc.
    Stop,
    /// A number key.
    Number(u8),
    /// Any other key or button.
    Other,
}

/// Which view shows, for the few presses that depend on what stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Seen {
    /// The usual screens: answers are numbered, and keys such as Tab move about.
    Usual,
    /// The floor view: two answers and no numbers, and every key there is may be hit blindly.
    Floor,
}

impl Session {
    /// Notes what the person used last: the voice names that from here on.
    pub fn use_device(&mut self, device: Device) {
        self.device = device;
    }

    /// What a press says here, if it says anything.
    pub fn event_of(&self, press: KeyAct, seen: Seen, now: Now) -> Option<Event> {
        let by_clock = self.can_pause() && self.phase != Phase::Settle && !self.is_at_own_pace();
        let event = match press {
            KeyAct::Stop => Event::Stop,
            // Any key at all is "not yet"; in the floor view any key lets go as well.
            // A second tap or click in haste still belongs to the "ready" before it.
            _ if self.phase == Phase::Hands => (self.shown_for(now) >= ANSWER_GUARD).then_some(Event::Pause)?,
            KeyAct::Other => (by_clock && seen == Seen::Floor).then_some(Event::Pause)?,
            _ if by_clock => Event::Pause,
            KeyAct::LetGo => Event::Pause,
            KeyAct::GoOn => self.light_answer().or_else(|| self.way_on(now))?,
            KeyAct::Enter => self.way_on(now)?,
            KeyAct::Back => self.careful_answer()?,
            KeyAct::More if self.phase == Phase::NextRound => Event::NextRound(NextRound::ALittleMore),
            // On the way up, and only there, up means "I am up"; down means "I am in place" on the way down.
            KeyAct::More => self.step_up.map(|_| Event::SkipSteps)?,
            KeyAct::Skip if self.is_at_last_step_down() => Event::GoOn,
            KeyAct::Skip => matches!(self.phase, Phase::GettingDown(_)).then_some(Event::SkipSteps)?,
            KeyAct::Number(number) => self.numbered(number, seen)?,
        };
        self.accepts(event).then_some(event)
    }

    fn light_answer(&self) -> Option<Event> {
        match self.phase {
            Phase::CheckIn => Some(Event::CheckIn(CheckIn::None)),
            Phase::NextRound => Some(Event::NextRound(NextRound::SameAgain)),
            _ => None,
        }
    }

    fn way_on(&self, now: Now) -> Option<Event> {
        match self.phase {
            // Not before the letting go is over: whoever presses many times must not rush through it.
            Phase::EaseOff => self.waits(now).then_some(Event::HaveLetGo),
            // On the way up there is a next step, until there is none.
            Phase::Finish if !self.accepts(Event::GoOn) => Some(Event::Done),
            _ => Some(Event::GoOn),
        }
    }

    fn careful_answer(&self) -> Option<Event> {
        match self.phase {
            Phase::CheckIn => Some(Event::CheckIn(CheckIn::NotSure)),
            Phase::NextRound => Some(Event::NextRound(NextRound::Enough)),
            Phase::Settle => self.ache_step(),
            Phase::Core(_) => Some(Event::Pause),
            Phase::Finish if !self.accepts(Event::GoOn) => self.feel_step(),
            Phase::Finish => self.step_up.map(|_| Event::StepBack),
            _ => Some(Event::StepBack),
        }
    }

    /// The answer that stands on the screen with this number. The floor view has numbers only for an ache that was not
    /// said yet.
    fn numbered(&self, number: u8, seen: Seen) -> Option<Event> {
        if self.phase == Phase::Settle {
            return (seen == Seen::Usual || self.ache.is_none()).then_some(Event::Ache(number));
        }
        let index = usize::from(number).checked_sub(1).filter(|_| seen == Seen::Usual)?;
        let asks = matches!(self.phase, Phase::CheckIn | Phase::NextRound | Phase::WhatHappened);
        self.choices().get(index).copied().filter(|_| asks)
    }
}

#[cfg(test)]
mod tests;
