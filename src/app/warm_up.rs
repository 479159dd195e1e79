//! The warm-up before a session and on the guide's page: what is done with its cards, when it is stopped, and which of
//! today's minutes still count.
//!
//! Not its clocks, and not what is written down of it. Invariant: minutes count once, in this run or from the history.

use std::time::Duration;

use jiff::SignedDuration;

use super::{gating, history};
use crate::{
    app::{Effect, Model, Msg, SessionStage, WarmUpMsg},
    history::Entry,
    moment::Stamp,
    session::{CardState, Movement, Position, WarmUp},
};

/// Something about a card, or about all of them.
pub(super) fn update(model: &mut Model, message: WarmUpMsg, effects: &mut Vec<Effect>) {
    let now = model.now;
    model.warm_up_since = Some(now.moment);
    match message {
        WarmUpMsg::Start(card) if model.offers_warm_up(card) => model.warm_up.start(card, now),
        WarmUpMsg::Start(_) => {}
        WarmUpMsg::InPlace(card) => model.warm_up.in_place(card, now),
        WarmUpMsg::Pause(card) => model.warm_up.pause(card, now),
        WarmUpMsg::Reset(card) => model.warm_up.reset(card, now),
        WarmUpMsg::Skip(card) => model.warm_up.skip(card, now),
        WarmUpMsg::AlreadyWalked(walked) => model.warm_up.already_walked(walked),
        WarmUpMsg::Stop => stop(model),
    }
    history::note_warm_up(model, effects);
}

/// "Stop" in the warm-up before a session: nothing is pressed yet, but what happened is asked as everywhere.
fn stop(model: &mut Model) {
    match model.session.take() {
        Some(SessionStage::WarmUp(pass)) => {
            if let Some(card) = model.warm_up.running(model.now) {
                model.warm_up.pause(card, model.now);
            }
            model.session = Some(SessionStage::Movement(Movement::stopped_before_pressing(pass, model.now)));
            model.page_is_new = true;
        }
        other => model.session = other,
    }
}

/// The minutes of warm-ups that ended a short while ago and are not on these clocks: muscles are still warm by them, also
/// after the program was closed in between.
pub(super) fn count_earlier(model: &mut Model) {
    let now = model.now.stamp;
    let good_for = SignedDuration::try_from(gating::GOOD_FOR).unwrap_or(SignedDuration::MAX);
    let since = |ended: Stamp| now.since(ended);
    let fresh = others_of_today(model).filter(|(started, length)| {
        let ended = started.plus(SignedDuration::try_from(*length).unwrap_or(SignedDuration::MAX));
        since(ended) <= good_for && since(*started) >= SignedDuration::ZERO
    });
    let earlier = fresh.map(|(_, length)| length).sum();
    model.warm_up.count_earlier(earlier);
}

/// The warm-ups of today that are written down and are not the one on these clocks.
fn others_of_today(model: &Model) -> impl Iterator<Item = (Stamp, Duration)> + '_ {
    let today = model.now.date();
    let running = model.warm_up_run.map(|run| run.entry());
    model.history.log.within(today, today).filter_map(move |entry| match entry {
        Entry::WarmUp { started, length, .. } if Some(entry.name()) != running => Some((*started, *length)),
        _ => None,
    })
}

impl Model {
    /// All the warm-up of today, whether it still counts for a session or not.
    pub fn warm_up_today(&self) -> Duration {
        others_of_today(self).map(|(_, length)| length).sum::<Duration>() + self.warm_up.total_here(self.now)
    }

    /// What goes on in the warm-up before a session: the next exercise where none runs, the exercise itself for who is
    /// in its place already, and what comes after once it is enough. While one runs there is nothing to go on to.
    pub fn warm_up_way_on(&self) -> Option<WarmUpWay> {
        let (timers, now) = (&self.warm_up, self.now);
        if timers.is_enough(now) {
            return Some(self.goes_straight_to().map_or(WarmUpWay::Positions, WarmUpWay::Position));
        }
        if let Some(card) = timers.running(now) {
            let on_the_way = timers.beat(card, now).is_some_and(|beat| !beat.kind.is_exercise());
            return on_the_way.then_some(WarmUpWay::InPlace(card));
        }
        let next = |state| WarmUp::ALL.into_iter().find(|&card| self.offers_warm_up(card) && timers.state(card, now) == state);
        next(CardState::Paused).or(next(CardState::Ready)).or(next(CardState::Done)).map(WarmUpWay::Start)
    }
}

/// What one press goes on to in the warm-up before a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WarmUpWay {
    /// This exercise.
    Start(WarmUp),
    /// The exercise whose place the person has come to.
    InPlace(WarmUp),
    /// Into the preferred position.
    Position(Position),
    /// The choice of a position.
    Positions,
}

impl WarmUpWay {
    /// What it says.
    pub const fn message(self) -> Msg {
        match self {
            Self::Start(card) => Msg::WarmUp(WarmUpMsg::Start(card)),
            Self::InPlace(card) => Msg::WarmUp(WarmUpMsg::InPlace(card)),
            Self::Position(_) | Self::Positions => Msg::WarmedUp,
        }
    }
}
