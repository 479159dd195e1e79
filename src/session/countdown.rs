//! A clock that can be started, paused and put back, for practice and warm-up.
//!
//! Not for pressing: the session has no pause that keeps a hold.
//!
//! Invariant: only time between a start and a pause counts, and never more than the whole.

use std::time::Duration;

use crate::moment::Moment;

/// What a [`Countdown`] is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimerState {
    /// Not started, or put back.
    Ready,
    /// Time passes.
    Running,
    /// Time stands still; it can go on.
    Paused,
    /// All of it has passed.
    Done,
}

/// A span of time that runs down while it is not paused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Countdown {
    total: Duration,
    before: Duration,
    since: Option<Moment>,
}

impl Countdown {
    /// A clock that is ready to run down `total`.
    pub const fn new(total: Duration) -> Self {
        Self { total, before: Duration::ZERO, since: None }
    }

    /// The whole.
    pub const fn total(&self) -> Duration {
        self.total
    }

    /// How much has passed, at most the whole.
    pub fn elapsed(&self, now: Moment) -> Duration {
        let running = self.since.map_or(Duration::ZERO, |since| now.since(since));
        self.before.saturating_add(running).min(self.total)
    }

    /// How much is left.
    pub fn left(&self, now: Moment) -> Duration {
        self.total - self.elapsed(now)
    }

    /// What it is doing.
    pub fn state(&self, now: Moment) -> TimerState {
        match () {
            () if self.left(now).is_zero() => TimerState::Done,
            () if self.since.is_some() => TimerState::Running,
            () if self.before.is_zero() => TimerState::Ready,
            () => TimerState::Paused,
        }
    }

    /// Starts or goes on. From the beginning if it was done.
    pub fn start(&mut self, now: Moment) {
        match self.state(now) {
            TimerState::Ready | TimerState::Paused => self.since = Some(now),
            TimerState::Done => (self.before, self.since) = (Duration::ZERO, Some(now)),
            TimerState::Running => {}
        }
    }

    /// Stands still; what has passed stays.
    pub fn pause(&mut self, now: Moment) {
        self.before = self.elapsed(now);
        self.since = None;
    }

    /// Goes on by this much at once.
    pub fn skip(&mut self, by: Duration, now: Moment) {
        self.before = self.elapsed(now).saturating_add(by).min(self.total);
        self.since = self.since.map(|_| now);
    }

    /// Puts it back to the beginning.
    pub fn reset(&mut self) {
        *self = Self::new(self.total);
    }

    /// When it is over, while it runs.
    pub fn ends_at(&self, now: Moment) -> Option<Moment> {
        (self.state(now) == TimerState::Running).then(|| now + self.left(now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(secs: u64) -> Moment {
        Moment::from_millis(secs * 1_000)
    }

    #[test]
    fn only_time_between_start_and_pause_counts() {
        let mut clock = Countdown::new(Duration::from_secs(15));
        assert_eq!(clock.state(at(0)), TimerState::Ready);
        clock.start(at(10));
        clock.pause(at(14));
        assert_eq!((clock.state(at(99)), clock.left(at(99))), (TimerState::Paused, Duration::from_secs(11)));
        clock.start(at(100));
        clock.start(at(105)); // Starting twice is one start.
        assert_eq!(clock.ends_at(at(105)), Some(at(111)));
        assert_eq!((clock.state(at(111)), clock.elapsed(at(500))), (TimerState::Done, Duration::from_secs(15)));
        clock.start(at(500));
        assert_eq!((clock.state(at(501)), clock.elapsed(at(501))), (TimerState::Running, Duration::from_secs(1)));
        clock.reset();
        assert_eq!((clock.state(at(502)), clock.ends_at(at(502))), (TimerState::Ready, None));
    }
}
