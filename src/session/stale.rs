//! What a look at the session finds out about time: that it came too late, that the clocks disagree, that the session
//! waited for so long that what was asked before it no longer holds.
//!
//! Not what follows from it: those moves are in `machine.rs`. Invariant: a clock that goes back makes nothing younger.

use std::time::Duration;

use jiff::SignedDuration;

use super::machine::HEARTBEAT;
use super::{Interruption, Phase, Session};
use crate::moment::Now;

/// How late a look may be before it counts as a disturbance: 1 second.
///
/// A busy computer misses a frame or ten; a second without picture and count is when a person begins to wonder
/// what to do, and the right answer is always "let go". It also bounds what sleep can add to a hold.
const GRACE: Duration = Duration::from_secs(1);

/// How long one question or one wait before a press may take until the lists are asked anew: an hour. Our choice.
///
/// Signs come on in hours, not in minutes, and nobody lies in place for an hour on purpose.
const GOOD_FOR: Duration = Duration::from_secs(60 * 60);

impl Session {
    /// Notes that someone looked; tells whether the look came too late, or the two clocks disagree.
    pub(super) fn look(&mut self, now: Now) -> Option<Interruption> {
        let gap = now.moment.since(self.seen.moment);
        let wall = now.stamp.since(self.seen.stamp);
        // Where the monotonic clock stands still during sleep, only the wall clock shows it.
        let steady = SignedDuration::try_from(gap).unwrap_or(SignedDuration::MAX);
        let apart = wall.saturating_sub(steady).unsigned_abs();
        let moment = self.seen.moment.max(now.moment);
        self.seen = Now { moment, ..now };
        self.asked_long_ago |= self.has_waited_long();
        if gap > HEARTBEAT + GRACE {
            Some(Interruption::Slept)
        } else if apart > GRACE {
            Some(Interruption::ClockJumped)
        } else {
            None
        }
    }

    /// Whether the session has stood in one phase for over an hour by either clock, or into another day.
    fn has_waited_long(&self) -> bool {
        let steady = self.seen.moment.since(self.waits_since.moment);
        let wall = self.seen.stamp.since(self.waits_since.stamp).unsigned_abs();
        !self.is_practice()
            && !self.phase.is_over()
            && (steady > GOOD_FOR || wall > GOOD_FOR || self.seen.date() != self.waits_since.date())
    }

    /// Whether the lists have to be read again before anything presses; it stays so to the end of this session.
    pub fn asked_long_ago(&self) -> bool {
        self.asked_long_ago
    }

    /// Whether the session ended before its first press because the lists have to be read again.
    pub fn asks_anew(&self) -> bool {
        self.phase == Phase::Closed && self.entered_with == super::CueId::AskAnew
    }
}
