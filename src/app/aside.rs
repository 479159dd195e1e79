//! What is said outside a session: when a warm-up or a practice begins, changes sides, and ends.
//!
//! Not what it says: that is content. It compares the model before and after a message, so that it does not matter
//! which message, or which late tick, brought the change. Invariant: what is resumed does not begin again.

use crate::{
    app::Model,
    session::{Aside, CardState, Practice, Side, TimerState, WarmUp, WarmUpAside},
};

/// A warm-up card that takes less than this long after its half says nothing at it: that would be talk.
const HALF_FROM_SECS: f64 = 30.0;
/// A card or a practice of which less than this share has passed has just begun.
const BEGINNING: f64 = 0.02;

/// What was going on before a message.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct GoingOn {
    card: Option<Card>,
    enough: bool,
    practice: Option<(Practice, TimerState)>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Card {
    warm_up: WarmUp,
    side: Option<Side>,
    past_half: bool,
}

impl GoingOn {
    /// What goes on at the model's own time.
    pub(super) fn of(model: &Model) -> Self {
        let (timers, now) = (&model.warm_up, model.now);
        let card = timers.running(now).map(|warm_up| Card {
            warm_up,
            side: timers.beat(warm_up, now).and_then(|beat| beat.side),
            past_half: timers.fraction(warm_up, now) >= 0.5,
        });
        let practice = model.practice.map(|run| (run.timer.practice(), run.timer.state(now)));
        Self { card, enough: timers.is_enough(now), practice }
    }

    /// What there is to say now, in its order.
    pub(super) fn since(self, model: &Model) -> Vec<Aside> {
        let after = Self::of(model);
        let mut said = Vec::new();
        if let Some(said_of_card) = self.of_card(after, model) {
            said.push(said_of_card);
        }
        if after.enough && !self.enough && self.card.is_some() {
            said.push(Aside::WarmEnough);
        }
        said.extend(self.of_practice(after, model));
        said
    }

    fn of_card(self, after: Self, model: &Model) -> Option<Aside> {
        let (timers, now) = (&model.warm_up, model.now);
        match (self.card, after.card) {
            (Some(before), Some(card)) if before.warm_up == card.warm_up => {
                let half = card.past_half && !before.past_half && card.side.is_none();
                if let Some(side) = card.side.filter(|side| before.side.is_some_and(|before| before != *side)) {
                    Some(Aside::WarmUp(card.warm_up, WarmUpAside::Switch(side)))
                } else {
                    let long = timers.seconds_left(card.warm_up, now) >= HALF_FROM_SECS;
                    (half && long).then_some(Aside::WarmUp(card.warm_up, WarmUpAside::Half))
                }
            }
            (_, Some(card)) => {
                let begins = timers.fraction(card.warm_up, now) < BEGINNING;
                begins.then_some(Aside::WarmUp(card.warm_up, WarmUpAside::Begins(card.side)))
            }
            (Some(before), None) => {
                let done = timers.state(before.warm_up, now) == CardState::Done;
                done.then_some(Aside::WarmUp(before.warm_up, WarmUpAside::Done))
            }
            (None, None) => None,
        }
    }

    fn of_practice(self, after: Self, model: &Model) -> Option<Aside> {
        let (kind, state) = after.practice?;
        let before = self.practice.filter(|(before, _)| *before == kind).map(|(_, state)| state);
        let begins = model.practice.is_some_and(|run| run.timer.fraction(model.now) < BEGINNING);
        match state {
            TimerState::Running if before != Some(TimerState::Running) && begins => Some(Aside::Practice(kind)),
            TimerState::Done if before == Some(TimerState::Running) => Some(Aside::PracticeDone(kind)),
            _ => None,
        }
    }
}
