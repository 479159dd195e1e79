//! What the clock does inside a phase: how long it is, whether it ends by itself, and the prompts on the way.
//!
//! Not the moves between phases: those are in `machine.rs`.
//!
//! Invariant: only core cues, press, hold, let go and breathe end by themselves (health.md 4.4, "advance").

use std::time::Duration;

use super::{CueId, Phase, Plan};

impl Plan {
    /// How long the clock of a phase runs; `None` if it has none.
    pub fn length(&self, phase: Phase) -> Option<Duration> {
        let n = self.numbers();
        let secs = |secs: u32| Some(Duration::from_secs(secs.into()));
        match phase {
            Phase::Settle => secs(n.settle_secs),
            Phase::Core(_) => secs(n.core_cue_secs),
            Phase::PressOn => secs(n.ramp_secs),
            Phase::Hold => secs(n.hold_secs),
            Phase::LetGo => secs(n.release_secs),
            Phase::Breathe => Some(self.breathe()),
            Phase::EaseOff => secs(n.ease_off_secs),
            Phase::Finish => secs(n.rest_secs),
            _ => None,
        }
    }

    /// When a phase ends by itself; `None` if it waits for the person.
    pub(super) fn ends_after(&self, phase: Phase) -> Option<Duration> {
        match phase {
            Phase::Core(_) | Phase::PressOn | Phase::Hold | Phase::LetGo | Phase::Breathe => self.length(phase),
            _ => None,
        }
    }

    /// The `index`th prompt inside a phase, and how long after its start it is due.
    pub(super) fn prompt(&self, phase: Phase, index: usize) -> Option<(Duration, CueId)> {
        let once = |id| if index == 0 { self.length(phase).map(|due| (due, id)) } else { None };
        match phase {
            Phase::Settle => once(CueId::Settled),
            Phase::EaseOff => once(CueId::EasedOff),
            Phase::Finish => once(CueId::Rested),
            Phase::Breathe => {
                // The first breath in is the phase's own cue; then out, in, out and so on.
                let half = u32::try_from(index).ok()?.checked_add(1)?;
                let breaths_before = half / 2;
                if breaths_before >= self.numbers().breaths {
                    return None;
                }
                let start = self.breath() * breaths_before;
                Some(if half % 2 == 0 {
                    (start, CueId::BreatheIn)
                } else {
                    (start + Duration::from_secs(self.numbers().breath_in_secs.into()), CueId::BreatheOut)
                })
            }
            _ => None,
        }
    }
}
