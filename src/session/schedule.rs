//! What the clock does inside a phase: how long it is, whether it ends by itself, and the prompts on the way.
//!
//! Not the moves between phases: those are in `machine.rs`.
//!
//! Invariant: only core cues, press, hold, let go and breathe end by themselves (health.md 4.4, "advance"). At the
//! person's own pace nothing does but pressure: that never lasts longer than [`LONGEST_PRESS`].

use std::time::Duration;

use super::{CueId, Phase, Plan, Session};

/// How long pressure lasts at most at the person's own pace, from its first touch to letting go: 20 seconds.
///
/// Most time limits can be turned off there (WCAG 2.2.1). This one is what the limit is for: pressure without an end
/// is not "a few seconds" (PRESS-9), and someone whose hands lie under their back can not tap at all. The longest
/// press by the clock takes 13 seconds (5 to come on, 8 to hold); 7 more leave time to hear "a few seconds is enough"
/// and to tap. When it is over nothing is lost: letting go begins, and the round counts.
pub const LONGEST_PRESS: Duration = Duration::from_secs(20);

/// When "a few seconds is enough" is said at the person's own pace, and how often again: 8 seconds is the top of the
/// range of health.md 4.4.
const ENOUGH_AFTER: Duration = Duration::from_secs(8);
/// See [`ENOUGH_AFTER`].
const ENOUGH_AGAIN: Duration = Duration::from_secs(6);

impl Session {
    /// When this phase ends by itself; `None` if it waits for the person.
    pub(super) fn ends_after(&self) -> Option<Duration> {
        if !self.setup.self_paced {
            return self.plan.ends_after(self.phase);
        }
        let pressed_before = self.phase_began.moment.since(self.press_began);
        self.phase.is_pressing().then(|| LONGEST_PRESS.saturating_sub(pressed_before))
    }

    /// The next prompt of this phase, and how long after its start it is due.
    pub(super) fn next_prompt(&self) -> Option<(Duration, CueId)> {
        if self.setup.self_paced && self.phase.is_pressing() {
            let again = u32::try_from(self.prompts_given).ok()?;
            return Some((ENOUGH_AFTER.saturating_add(ENOUGH_AGAIN.saturating_mul(again)), CueId::HeldEnough));
        }
        if self.phase == Phase::EaseOff && self.stood {
            return None; // There is nothing to let go of, and so nothing to say about it.
        }
        self.plan.prompt(self.phase, self.prompts_given)
    }

    /// Whether the person ends this phase with a tap where others follow the clock.
    pub fn is_at_own_pace(&self) -> bool {
        self.setup.self_paced && self.plan.ends_after(self.phase).is_some()
    }
}

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
    fn ends_after(&self, phase: Phase) -> Option<Duration> {
        match phase {
            Phase::Core(_) | Phase::PressOn | Phase::Hold | Phase::LetGo | Phase::Breathe => self.length(phase),
            _ => None,
        }
    }

    /// The `index`th prompt inside a phase, and how long after its start it is due.
    fn prompt(&self, phase: Phase, index: usize) -> Option<(Duration, CueId)> {
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
