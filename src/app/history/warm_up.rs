//! Remembers a warm-up, on the guide's page or before a session: once it has been enough, and what was done of it before
//! that as soon as no card runs, so that today's time is still there when the program is closed.
//!
//! Not its clocks. Invariant: one warm-up is one entry, however long it goes on; what is known more of it later is
//! one more line about the same.

use std::time::Duration;

use crate::{
    app::{Effect, Model, remember},
    history::{Entry, EntryId, WarmUpSet},
    moment::Stamp,
    session::WarmUp,
};

/// How much of a warm-up that was not enough is remembered: the history counts whole minutes.
const WORTH_REMEMBERING: Duration = Duration::from_secs(60);
/// How much more of a warm-up is worth a line of its own.
const WORTH_A_LINE: Duration = Duration::from_secs(30);

/// A warm-up that goes on, or stands where it was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WarmUpRun {
    began: Stamp,
    /// How long it was when it was last written down.
    told: Option<Duration>,
}

impl WarmUpRun {
    /// What it is called in the history.
    pub fn entry(self) -> EntryId {
        Entry::warm_up(self.began, Duration::ZERO, WarmUpSet::default()).name()
    }

    /// When it began.
    pub fn began(self) -> Stamp {
        self.began
    }
}

/// Looks at the warm-up, and writes it down when there is news: it is enough, or a card was left and it has come to more.
///
/// Called with every tick and every touch of the cards. Walking that was done before, at the person's word, counts
/// toward the time but is no warm-up by itself.
pub(in crate::app) fn note(model: &mut Model, effects: &mut Vec<Effect>) {
    let (now, timers) = (model.now, &model.warm_up);
    let spent: Duration = WarmUp::ALL.into_iter().map(|card| timers.spent(card, now)).sum();
    let running = timers.running(now).is_some();
    if spent.is_zero() && !running {
        // Not begun, or the cards have been put back.
        model.warm_up_run = None;
        return;
    }
    let run = model.warm_up_run.get_or_insert(WarmUpRun { began: now.stamp, told: None });
    let total = timers.total_here(now);
    let is_news = match run.told {
        None => timers.is_enough(now) || (!running && total >= WORTH_REMEMBERING),
        Some(told) => !running && total >= told + WORTH_A_LINE,
    };
    if !is_news {
        return;
    }
    run.told = Some(total);
    let done = WarmUp::ALL.into_iter().filter(|&card| timers.spent(card, now) >= Duration::from_secs(1));
    let walked = timers.has_walked().then_some(WarmUp::Walk);
    let entry = Entry::warm_up(run.began, total, done.chain(walked).collect::<WarmUpSet>());
    remember::keep(model, entry, effects);
}
