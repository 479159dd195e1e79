//! What today already holds: sessions with a hold in them, and whether pressing is off.
//!
//! It collects what [`crate::limit`] is asked with. Invariant: within a run nothing is ever taken back.

use jiff::civil::Date;

use crate::{
    limit::{self, Record},
    moment::{Now, Stamp},
    session::Outcome,
};

/// Sessions and locks that count toward the limit.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Day {
    /// When each counted session held for the first time.
    pub sessions: Vec<Stamp>,
    /// The day on which pressing is off.
    pub locked_on: Option<Date>,
    /// The latest time that the wall clock has shown in this run.
    latest_seen: Option<Stamp>,
    /// The lock of a session that still runs; an answer can lift it again.
    pending_lock: Option<Date>,
}

impl Day {
    /// What the limit is asked with.
    pub fn record(&self) -> Record<'_> {
        Record { sessions: &self.sessions, locked_on: self.locked_on, latest_seen: self.latest_seen }
    }

    /// Notes what the wall clock shows, so that setting it back opens nothing.
    pub fn see(&mut self, now: Now) {
        self.latest_seen = limit::latest(self.latest_seen, now.stamp);
    }

    /// Turns pressing off for the rest of the day.
    pub fn lock(&mut self, now: Now) {
        self.locked_on = Some(now.date());
    }

    /// Takes in how a session stands; true if there is something new to keep.
    pub fn note(&mut self, outcome: &Outcome, now: Now) -> bool {
        let before = self.clone();
        if let Some(held_at) = outcome.held_at.filter(|stamp| !self.sessions.contains(stamp)) {
            self.sessions.push(held_at);
        }
        match (outcome.locks_today, self.pending_lock) {
            (true, None) if self.locked_on.is_none() => {
                self.pending_lock = Some(now.date());
                self.locked_on = self.pending_lock;
            }
            (false, Some(_)) => (self.locked_on, self.pending_lock) = (None, None),
            _ => {}
        }
        *self != before
    }

    /// A session is over: what it locked stays locked.
    pub fn settle(&mut self) {
        self.pending_lock = None;
    }
}
