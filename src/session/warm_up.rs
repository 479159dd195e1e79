//! The warm-up page's clocks: six cards, one of them running at a time, and the total against five minutes.
//!
//! Not a gate by itself: it only says whether the warm-up is enough.
//!
//! Invariant: starting one card pauses any other; time counts once, only while the person is in place, and neither
//! skipping nor putting back takes counted time away.

use std::time::Duration;

use super::beat::Beat;
use super::warm_up_card::{Segment, Shape};
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
    /// Counted before these clocks began, and good still.
    earlier: Duration,
}

impl WarmUpTimers {
    /// All cards ready.
    pub fn new(plan: WarmUpPlan) -> Self {
        let mut cards = [Card { clock: Countdown::new(Duration::ZERO), banked: Duration::ZERO, ended: None }; 6];
        for card in WarmUp::ALL {
            cards[card.index()].clock = Countdown::new(plan.length_with_ways(card));
        }
        Self { plan, cards, already_walked: false, earlier: Duration::ZERO }
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
            entry.banked += counted(self.plan.shape(card), entry.clock.elapsed(now.moment));
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

    /// "I am in place": the exercise begins now, or goes on with the other side.
    pub fn in_place(&mut self, card: WarmUp, now: Now) {
        let clock = &mut self.cards[card.index()].clock;
        let way = locate(self.plan.shape(card), clock.elapsed(now.moment)).filter(|(segment, _)| !segment.kind.is_exercise());
        if let Some((segment, into)) = way {
            clock.skip(segment.length().saturating_sub(into), now.moment);
        }
    }

    /// Puts a card back to its beginning; what was done of it still counts.
    pub fn reset(&mut self, card: WarmUp, now: Now) {
        let spent = self.spent(card, now);
        let entry = &mut self.cards[card.index()];
        entry.clock.reset();
        (entry.banked, entry.ended) = (spent, None);
    }

    /// Minutes of before these clocks began, that are good still.
    pub fn count_earlier(&mut self, earlier: Duration) {
        self.earlier = earlier;
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
        entry.banked + self.counted(card, now)
    }

    /// Time spent on this run of a card.
    fn counted(&self, card: WarmUp, now: Now) -> Duration {
        counted(self.plan.shape(card), self.cards[card.index()].clock.elapsed(now.moment))
    }

    /// Seconds left of a card's exercise; before it begins, all of them.
    pub fn seconds_left(&self, card: WarmUp, now: Now) -> f64 {
        self.plan.length(card).saturating_sub(self.counted(card, now)).as_secs_f64()
    }

    /// How much of a card's exercise has passed, from 0 to 1.
    pub fn fraction(&self, card: WarmUp, now: Now) -> f64 {
        self.counted(card, now).as_secs_f64() / self.plan.length(card).as_secs_f64().max(f64::MIN_POSITIVE)
    }

    /// What the person is doing on a card that has begun and is not over.
    pub fn beat(&self, card: WarmUp, now: Now) -> Option<Beat> {
        matches!(self.state(card, now), CardState::Running | CardState::Paused)
            .then(|| beat(self.plan.shape(card), self.cards[card.index()].clock.elapsed(now.moment)))
            .flatten()
    }

    /// Time spent in all, with the walk before and what still counts of earlier.
    pub fn total(&self, now: Now) -> Duration {
        self.total_here(now) + self.earlier
    }

    /// Time spent on these clocks, the walk before counted.
    pub fn total_here(&self, now: Now) -> Duration {
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

/// Where a moment of a card's clock lies: its segment, and how far into it.
fn locate(shape: Shape, elapsed: Duration) -> Option<(Segment, Duration)> {
    let segments = shape.segments();
    let last = segments.len().saturating_sub(1);
    let mut into = elapsed;
    for (index, segment) in segments.into_iter().enumerate() {
        if into < segment.length() || index == last {
            return Some((segment, into.min(segment.length())));
        }
        into = into.saturating_sub(segment.length());
    }
    None
}

/// How much of a card's clock was the exercise itself: the ways into place and from side to side are not.
fn counted(shape: Shape, elapsed: Duration) -> Duration {
    let mut left = elapsed;
    let mut counted = Duration::ZERO;
    for segment in shape.segments() {
        let passed = left.min(segment.length());
        left = left.saturating_sub(passed);
        if segment.kind.is_exercise() {
            counted += passed;
        }
    }
    counted
}

fn beat(shape: Shape, elapsed: Duration) -> Option<Beat> {
    let (Segment { kind, number, side, secs }, into) = locate(shape, elapsed)?;
    let (passed, length) = (into.as_secs_f64(), f64::from(secs));
    let fraction = passed / length.max(f64::MIN_POSITIVE);
    Some(Beat { kind, number, of: shape.times, side, fraction, seconds_left: length - passed })
}

#[cfg(test)]
mod tests;
