//! The warm-up page's clocks: six cards, one of them running at a time, and the total against five minutes.
//!
//! Not a gate by itself: it only says whether the warm-up is enough.
//!
//! Invariant: starting one card pauses any other; time counts once, and skipping never takes counted time away.

use std::time::Duration;

use super::warm_up_card::Shape;
use super::{Countdown, TimerState, WarmUp, WarmUpPlan};
use crate::moment::{Moment, Now};

/// What a card shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CardState {
    /// Not begun.
    Ready,
    /// Going on.
    Running,
    /// Standing still.
    Paused,
    /// Done, to the end or as far as the person liked.
    Done,
    /// Left out.
    Skipped,
}

/// Which side a stretch is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The person's own left.
    Left,
    /// The person's own right.
    Right,
}

impl Side {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Left, Self::Right];

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// Which part of a movement it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BeatKind {
    /// Into it: the tilt, the cat, the stretch.
    Go,
    /// Staying there; for a walk, the walk itself.
    Hold,
    /// Back again.
    Back,
}

/// What the person is doing in a warm-up right now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beat {
    /// Which part of the movement.
    pub kind: BeatKind,
    /// Which repeat, from 1.
    pub number: u32,
    /// How many repeats there are (a side, if there are sides).
    pub of: u32,
    /// Which side, if there are sides. Left and right take turns.
    pub side: Option<Side>,
    /// How much of this beat has passed, from 0 to 1.
    pub fraction: f64,
    /// Seconds left of this beat.
    pub seconds_left: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Card {
    clock: Countdown,
    /// Time of earlier runs of this card.
    banked: Duration,
    ended: Option<CardState>,
}

/// The clocks of the warm-up page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WarmUpTimers {
    plan: WarmUpPlan,
    cards: [Card; WarmUp::ALL.len()],
    already_walked: bool,
}

impl WarmUpTimers {
    /// All cards ready.
    pub fn new(plan: WarmUpPlan) -> Self {
        let mut cards = [Card { clock: Countdown::new(Duration::ZERO), banked: Duration::ZERO, ended: None }; 6];
        for card in WarmUp::ALL {
            cards[card.index()].clock = Countdown::new(plan.length(card));
        }
        Self { plan, cards, already_walked: false }
    }

    /// The lengths they follow.
    pub fn plan(&self) -> &WarmUpPlan {
        &self.plan
    }

    /// Starts a card, goes on with it, or does it once more; any other card that runs is paused.
    pub fn start(&mut self, card: WarmUp, now: Now) {
        for other in WarmUp::ALL.into_iter().filter(|&other| other != card) {
            self.pause(other, now);
        }
        let entry = &mut self.cards[card.index()];
        if matches!(entry.ended, Some(CardState::Done)) || entry.clock.state(now.moment) == TimerState::Done {
            entry.banked += entry.clock.elapsed(now.moment);
            entry.clock.reset();
        }
        entry.ended = None;
        entry.clock.start(now.moment);
    }

    /// Stands still; a card that does not run stays as it is.
    pub fn pause(&mut self, card: WarmUp, now: Now) {
        let clock = &mut self.cards[card.index()].clock;
        if clock.state(now.moment) == TimerState::Running {
            clock.pause(now.moment);
        }
    }

    /// "Done" before the end; what was done counts.
    pub fn done(&mut self, card: WarmUp, now: Now) {
        self.end(card, CardState::Done, now);
    }

    /// Leaves a card out; what was done of it still counts.
    pub fn skip(&mut self, card: WarmUp, now: Now) {
        self.end(card, CardState::Skipped, now);
    }

    /// "I already walked 5 minutes." Taken at the person's word (health.md 4.3).
    pub fn already_walked(&mut self, walked: bool) {
        self.already_walked = walked;
    }

    /// Whether the person said so.
    pub fn has_walked(&self) -> bool {
        self.already_walked
    }

    /// What a card shows.
    pub fn state(&self, card: WarmUp, now: Now) -> CardState {
        let entry = &self.cards[card.index()];
        entry.ended.unwrap_or(match entry.clock.state(now.moment) {
            TimerState::Ready => CardState::Ready,
            TimerState::Running => CardState::Running,
            TimerState::Paused => CardState::Paused,
            TimerState::Done => CardState::Done,
        })
    }

    /// The card that runs, if one does.
    pub fn running(&self, now: Now) -> Option<WarmUp> {
        WarmUp::ALL.into_iter().find(|&card| self.state(card, now) == CardState::Running)
    }

    /// Time spent on one card.
    pub fn spent(&self, card: WarmUp, now: Now) -> Duration {
        let entry = &self.cards[card.index()];
        entry.banked + entry.clock.elapsed(now.moment)
    }

    /// Seconds left on one card.
    pub fn seconds_left(&self, card: WarmUp, now: Now) -> f64 {
        self.cards[card.index()].clock.left(now.moment).as_secs_f64()
    }

    /// How much of one card has passed, from 0 to 1.
    pub fn fraction(&self, card: WarmUp, now: Now) -> f64 {
        let clock = &self.cards[card.index()].clock;
        clock.elapsed(now.moment).as_secs_f64() / clock.total().as_secs_f64().max(f64::MIN_POSITIVE)
    }

    /// What the person is doing on a card that has begun and is not over.
    pub fn beat(&self, card: WarmUp, now: Now) -> Option<Beat> {
        matches!(self.state(card, now), CardState::Running | CardState::Paused)
            .then(|| beat(self.plan.shape(card), self.cards[card.index()].clock.elapsed(now.moment)))
    }

    /// Time spent in all, the walk before counted.
    pub fn total(&self, now: Now) -> Duration {
        let walked = if self.already_walked { self.plan.length(WarmUp::Walk) } else { Duration::ZERO };
        WarmUp::ALL.into_iter().map(|card| self.spent(card, now)).sum::<Duration>() + walked
    }

    /// Whether that is enough to go on to a session.
    pub fn is_enough(&self, now: Now) -> bool {
        self.total(now) >= self.plan.enough()
    }

    /// When the running card comes to its next beat or its end.
    pub fn next_wake(&self, now: Now) -> Option<Moment> {
        let beat = self.beat(self.running(now)?, now)?;
        Some(now.moment + Duration::from_secs_f64(beat.seconds_left))
    }

    fn end(&mut self, card: WarmUp, how: CardState, now: Now) {
        self.pause(card, now);
        self.cards[card.index()].ended = Some(how);
    }
}

fn beat(shape: Shape, elapsed: Duration) -> Beat {
    let round_secs = shape.round().as_secs_f64();
    let rounds_before = (elapsed.as_secs_f64() / round_secs.max(f64::MIN_POSITIVE)).floor().min(f64::from(shape.rounds() - 1));
    let into = elapsed.as_secs_f64() - rounds_before * round_secs;
    let parts = [(BeatKind::Go, shape.go_secs), (BeatKind::Hold, shape.hold_secs), (BeatKind::Back, shape.back_secs)];
    let (mut kind, mut start, mut length) = (BeatKind::Go, 0.0, 0.0);
    for (part, secs) in parts.into_iter().filter(|&(_, secs)| secs > 0) {
        if length > 0.0 && into < start + length {
            break;
        }
        (kind, start, length) = (part, start + length, f64::from(secs));
    }
    let before = rounds_before as u32; // whole and small: at most twice ten
    let (number, side) = match (shape.both_sides, before % 2) {
        (false, _) => (before + 1, None),
        (true, 0) => (before / 2 + 1, Some(Side::Left)),
        (true, _) => (before / 2 + 1, Some(Side::Right)),
    };
    let passed = (into - start).clamp(0.0, length);
    Beat { kind, number, of: shape.times, side, fraction: passed / length.max(f64::MIN_POSITIVE), seconds_left: length - passed }
}

#[cfg(test)]
mod tests;
