//! What is said outside a session: when a warm-up or a practice begins, changes sides, and ends.
//!
//! Not what it says: that is content. It compares the model before and after a message, so that it does not matter
//! which message, or which late tick, brought the change. Invariant: what is resumed does not begin again.

use crate::{
    app::{Model, SessionStage},
    session::{Aside, Beat, BeatKind, CardState, Practice, TimerState, WarmUp, WarmUpAside},
};

/// A warm-up card that takes less than this long after its half says nothing at it: that would be talk.
const HALF_FROM_SECS: f64 = 30.0;
/// A way into place, or a practice, of which less than this share has passed has just begun.
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
    beat: Beat,
    past_half: bool,
}

impl GoingOn {
    /// What goes on at the model's own time.
    pub(super) fn of(model: &Model) -> Self {
        let (timers, now) = (&model.warm_up, model.now);
        let card = timers.running(now).and_then(|warm_up| {
            let beat = timers.beat(warm_up, now)?;
            Some(Card { warm_up, beat, past_half: timers.fraction(warm_up, now) >= 0.5 })
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
            // Before a session it is asked to go on; elsewhere it is only good to know.
            let asks = matches!(model.session, Some(SessionStage::WarmUp(_)));
            said.push(Aside::WarmEnough(asks.then(|| model.named_device())));
        }
        said.extend(self.of_practice(after, model));
        said
    }

    fn of_card(self, after: Self, model: &Model) -> Option<Aside> {
        let (timers, now) = (&model.warm_up, model.now);
        let said = |card: Card, said| Some(Aside::WarmUp(card.warm_up, said));
        match (self.card, after.card) {
            (Some(before), Some(card)) if before.warm_up == card.warm_up => {
                let (from, to) = (before.beat, card.beat);
                let half = card.past_half && !before.past_half && to.side.is_none();
                match to.kind {
                    _ if to.number == from.number && to.kind == from.kind && to.side == from.side => {
                        let long = timers.seconds_left(card.warm_up, now) >= HALF_FROM_SECS;
                        if half && long { said(card, WarmUpAside::Half) } else { None }
                    }
                    BeatKind::Change => to.side.and_then(|side| said(card, WarmUpAside::Switch(side))),
                    _ if !from.kind.is_exercise() && to.kind.is_exercise() => said(card, WarmUpAside::Starts),
                    BeatKind::Back if to.side.is_some() => said(card, WarmUpAside::Back),
                    _ => None,
                }
            }
            (_, Some(card)) if card.beat.kind == BeatKind::Place && card.beat.fraction < BEGINNING => {
                said(card, WarmUpAside::Begins(card.beat.side))
            }
            (_, Some(_)) => None,
            (Some(before), None) => {
                let done = timers.state(before.warm_up, now) == CardState::Done;
                if done { said(before, WarmUpAside::Done) } else { None }
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
