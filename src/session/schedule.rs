//! What the clock does inside a phase: how long it is, whether it ends by itself, and the prompts on the way.
//!
//! Not the moves between phases: those are in `machine.rs`.
//!
//! Invariant: only settling with an ache that was said, core cues, the lead-in, press, hold, let go and breathe end by
//! themselves (health.md 4.4, "advance"). At the person's own pace only those do in which a hand is in use, because no
//! hand is free to end them.

use std::time::Duration;

use super::{CueId, Phase, Plan, Session};

/// How long a hold lasts at most: 8 seconds, the top of the range of health.md 4.4.
///
/// At the person's own pace a hold is counted up to here, and then letting go begins by itself. Most time limits can be
/// turned off there (WCAG 2.2.1); this one is what the limit is for: pressure without an end is not "a few seconds"
/// (PRESS-9), and someone whose hands lie under their back can not tap at all. Nothing is lost by it: the round counts.
pub const LONGEST_HOLD: Duration = Duration::from_secs(8);

/// How long before the press "three more seconds" is said.
const THREE_MORE: Duration = Duration::from_secs(3);
/// A lead-in shorter than this is too short for the words of its beginning and "three more seconds" as well.
const SAYS_THREE_MORE_FROM: Duration = Duration::from_secs(8);

/// How long an ache that was just said stands before settling goes on by itself: time to hear it said back and to put it
/// right, step by step, with a clicker.
const ACHE_STANDS: Duration = Duration::from_secs(6);

impl Session {
    /// How long the clock of this phase runs as this session is led; `None` if it has none.
    pub(super) fn span(&self) -> Option<Duration> {
        match self.phase {
            Phase::Hands => Some(self.lead_in()),
            Phase::Hold if self.setup.self_paced => Some(LONGEST_HOLD),
            phase => self.plan.length(phase),
        }
    }

    /// How long the hands have to get into place before a press of this session.
    pub fn lead_in(&self) -> Duration {
        self.plan.lead_in(self.setup.position, self.setup.self_paced)
    }

    /// When this phase ends by itself; `None` if it waits for the person.
    pub(super) fn ends_after(&self) -> Option<Duration> {
        match self.phase {
            Phase::Settle if self.settles_by_itself() => {
                let stands = (!self.ache_said_after.is_zero()).then(|| self.ache_said_after.saturating_add(ACHE_STANDS));
                self.span().max(stands)
            }
            phase if phase.uses_a_hand() => self.span(),
            Phase::Core(_) | Phase::Breathe if !self.setup.self_paced => self.span(),
            _ => None,
        }
    }

    /// Whether this phase must be seen while it runs, so that a gap in the ticks counts as a disturbance.
    pub(super) fn is_watched(&self) -> bool {
        self.phase.is_watched() || self.settles_by_itself()
    }

    /// Whether settling goes on by itself when its time is over: the ache was said, it is not too strong, and nothing has
    /// come between. Then a second "go on" would say nothing that is not known.
    pub fn settles_by_itself(&self) -> bool {
        self.phase == Phase::Settle
            && !self.setup.self_paced
            && !self.asked_long_ago
            && self.entered_with == CueId::Enter(Phase::Settle)
            && self.ache.is_some_and(|ache| !Self::is_too_much(ache))
    }

    /// The next prompt of this phase, and how long after its start it is due.
    pub(super) fn next_prompt(&self) -> Option<(Duration, CueId)> {
        let first = self.prompts_given == 0;
        match self.phase {
            // There is nothing to let go of, and so nothing to say about it.
            Phase::EaseOff if self.stopped_in_transition => None,
            // Nobody lies down for a practice, and so nobody has to get up.
            Phase::Finish if self.is_practice() => None,
            Phase::Settle if self.settles_by_itself() => None,
            Phase::Hands => (first && self.lead_in() >= SAYS_THREE_MORE_FROM)
                .then(|| (self.lead_in().saturating_sub(THREE_MORE), CueId::ThreeMore)),
            Phase::Hold => self.hold_prompts().nth(self.prompts_given),
            phase => self.plan.prompt(phase, self.prompts_given).or_else(|| self.breathed()),
        }
    }

    /// At one's own pace it is said when the breaths are over, because nothing else tells those who do not look.
    fn breathed(&self) -> Option<(Duration, CueId)> {
        let last = usize::try_from(self.plan.numbers().breaths).ok()? * 2 - 1;
        (self.is_at_own_pace() && self.phase == Phase::Breathe && self.prompts_given == last)
            .then(|| (self.plan.breathe(), CueId::Breathed))
    }

    /// What is said in a hold: the seconds, for whoever wants them, and at one's own pace that it is enough.
    ///
    /// The first second is left to "Hold. Breathe out slowly." By the clock the seconds that are left are said, at one's
    /// own pace those that have passed.
    fn hold_prompts(&self) -> impl Iterator<Item = (Duration, CueId)> {
        let (counts, own_pace) = (self.setup.counts_aloud, self.setup.self_paced);
        let whole = self.span().map_or(0, |span| span.as_secs());
        let enough = u64::from(self.plan.numbers().hold_secs);
        (2..whole).filter_map(move |second| {
            let said = match own_pace {
                true if second == enough => Some(CueId::HeldEnough),
                true if second < enough => Some(CueId::Second(u8::try_from(second).ok()?)).filter(|_| counts),
                true => None,
                false => Some(CueId::Second(u8::try_from(whole - second).ok()?)).filter(|_| counts),
            };
            Some((Duration::from_secs(second), said?))
        })
    }

    /// Whether the person ends this phase with a tap where others follow the clock; their hands are free in it.
    pub fn is_at_own_pace(&self) -> bool {
        self.setup.self_paced && matches!(self.phase, Phase::Core(_) | Phase::Breathe)
    }

    /// Whether the seconds of this phase are counted up: a hold at the person's own pace.
    pub fn counts_up(&self) -> bool {
        self.setup.self_paced && self.phase == Phase::Hold
    }
}

impl Plan {
    /// How long the clock of a phase runs by the guide's own pace; `None` if it has none, or if that depends on more than
    /// the phase, as the lead-in does.
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
