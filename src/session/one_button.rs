//! What one button comes to next: the ache, and how the back feels, for hands that hold nothing but a clicker.
//!
//! Not a key and not a screen. Invariant: a step says a value and nothing more; it goes nowhere, and there is no value
//! before the first step.

use super::setup::ACHE_SCALE;
use super::{Event, Feel, Session};

impl Session {
    /// The ache that one more press says: one more than now, and none at all after the strongest.
    ///
    /// `None` where no ache is asked for, and where something moved a moment ago: a press that was meant to stop that
    /// must not say a number instead.
    pub fn ache_step(&self) -> Option<Event> {
        let next = self.ache().filter(|&ache| ache < ACHE_SCALE).map_or(0, |ache| ache + 1);
        let event = Event::Ache(next);
        (self.accepts(event) && !self.is_after_a_disturbance()).then_some(event)
    }

    /// How the back feels after one more press, from the first answer to the last and round again.
    pub fn feel_step(&self) -> Option<Event> {
        let next = match self.feel() {
            None | Some(Feel::Worse) => Feel::Eased,
            Some(Feel::Eased) => Feel::Same,
            Some(Feel::Same) => Feel::Worse,
        };
        let event = Event::Feel(next);
        self.accepts(event).then_some(event)
    }
}
