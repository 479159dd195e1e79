//! What today already holds: sessions with a hold in them, and whether pressing is off.
//!
//! It collects what [`crate::limit`] is asked with: at the start from what history remembers, then from the session
//! that runs, and says when history has to remember more. Invariant: within a run nothing is ever taken back but the
//! lock of a stop that turns out to be no sign.

use jiff::{SignedDuration, civil::Date, tz::Offset};

use crate::{
    history::{Entry, Guard, Log, Restrictions, SessionEntry},
    limit::{self, Record},
    moment::{Now, Stamp},
    session::Outcome,
};

/// How far back a session can still matter, in hours: the day before this one, wherever on earth it was held.
const MATTERS_HOURS: i64 = 72;

/// Sessions and locks that count toward the limit.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Day {
    /// When each counted session held for the first time, the earliest first.
    ///
    /// All that are known are kept, not only today's: the clock may be set back to any of their days.
    sessions: Vec<Stamp>,
    /// The days on which pressing is off.
    locks: Vec<Date>,
    /// The last of these on which a sign needed emergency help: until it is over, the start page goes on saying so.
    emergency: Option<Date>,
    /// The latest time that the wall clock has shown in this run.
    latest_seen: Option<Stamp>,
    /// The westernmost zone that it has shown in this run.
    westernmost: Option<Offset>,
    /// The session that runs, as history was last told of it.
    running: Option<SessionEntry>,
}

impl Day {
    /// Takes in what history remembers of earlier runs.
    pub fn remember(&mut self, entries: &[Entry]) {
        self.add(entries.iter().filter_map(Entry::held_at));
        self.close_days(entries.iter().filter_map(Entry::locked_on));
    }

    /// Takes in what was kept beside the history, for the case that the history has lost it. Of the latest time seen
    /// only what is believed now ([`limit::believed_seen`]).
    pub fn guarded_by(&mut self, guard: &Guard, now: Now) {
        self.add(guard.held.iter().copied());
        self.close_days(guard.locks.iter().copied());
        self.latest_seen = self.latest_seen.max(limit::believed_seen(guard.latest_seen, now.stamp));
        self.emergency = self.emergency.max(guard.emergency);
    }

    /// What is to be kept beside this history: what can still matter for the limit, and what the settings restrict.
    pub fn guard(&self, now: Now, log: &Log, restricted: Restrictions) -> Guard {
        let since = self.matters_since(now).date();
        let mut locks: Vec<Date> = self.locks.iter().copied().filter(|&day| day >= since).collect();
        locks.sort_unstable();
        locks.dedup();
        Guard {
            entries: log.entries().len(),
            last: log.entries().last().map(Entry::started),
            latest_seen: self.latest_seen,
            held: self.sessions(now).to_vec(),
            locks,
            restricted: Some(restricted),
            emergency: self.emergency.filter(|&day| day >= since),
        }
    }

    /// Turns pressing off for today where nobody can know any more whether it was.
    pub fn close_unknown(&mut self, now: Now) {
        self.close_days([self.lock_time(now).date()].into_iter());
    }

    /// Days that an earlier run or another window has closed; told twice, a day is closed once.
    fn close_days(&mut self, days: impl Iterator<Item = Date>) {
        for day in days {
            if !self.locks.contains(&day) {
                self.locks.push(day);
            }
        }
    }

    /// When a lock falls that comes up now; see [`limit::lock_time`].
    fn lock_time(&self, now: Now) -> Stamp {
        limit::lock_time(self.latest_seen, now.stamp)
    }

    fn matters_since(&self, now: Now) -> Stamp {
        now.stamp.plus(-SignedDuration::from_hours(MATTERS_HOURS))
    }

    /// One hold begins at a time, so the same time told twice is the same session.
    fn add(&mut self, held: impl Iterator<Item = Stamp>) {
        self.sessions.extend(held);
        self.sessions.sort();
        self.sessions.dedup();
    }

    /// What the limit is asked with.
    pub fn record(&self, now: Now) -> Record<'_> {
        Record { sessions: self.sessions(now), locks: &self.locks, latest_seen: self.latest_seen, westernmost: self.westernmost }
    }

    /// The sessions that can still matter, and those ahead of the clock.
    pub fn sessions(&self, now: Now) -> &[Stamp] {
        let since = self.matters_since(now);
        let first = self.sessions.partition_point(|&session| session < since);
        self.sessions.get(first..).unwrap_or_default()
    }

    /// Notes what the wall clock shows, so that setting it back, or to another zone, opens nothing.
    pub fn see(&mut self, now: Now) {
        self.latest_seen = limit::latest(self.latest_seen, now.stamp);
        self.westernmost = limit::westernmost(self.westernmost, now.stamp);
    }

    /// Turns pressing off for the rest of the day, and returns what history should remember of it.
    pub fn lock(&mut self, now: Now) -> Entry {
        let at = self.lock_time(now);
        self.locks.push(at.date());
        Entry::lock(at)
    }

    /// A sign needs emergency help: pressing is off for the day, and the day goes on saying why. Tells whether that is
    /// news.
    pub fn call_for_help(&mut self, now: Now) -> bool {
        let today = now.date();
        if !self.locks.contains(&today) {
            self.locks.push(today);
        }
        self.emergency.replace(today) != Some(today)
    }

    /// Whether the sign that turned pressing off last needed emergency help; asked while pressing is off.
    pub fn needs_emergency_help(&self) -> bool {
        self.emergency >= self.locks.iter().copied().max() && self.emergency.is_some()
    }

    /// Takes in how a session stands, and returns what history should remember of it, if that is news.
    ///
    /// A session that was never held and turned nothing off is no news.
    pub fn note(&mut self, outcome: &Outcome, plan: Option<&str>, now: Now) -> Option<Entry> {
        let before = self.running.as_ref().filter(|entry| entry.is_about(outcome));
        let lock_before = before.and_then(|entry| entry.locked_on);
        let held_before = before.and_then(|entry| entry.held_at);
        let lock = outcome.locks_today.then(|| lock_before.unwrap_or(self.lock_time(now).date()));
        // The plan that led it at its beginning is the one that leads it.
        let plan = before.map_or(plan, |before| before.plan.as_deref());
        let entry = SessionEntry::of(outcome, lock, plan);

        let is_news = match before {
            None => entry.held_at.is_some() || entry.locked_on.is_some(),
            Some(before) => before.is_outdated_by(&entry),
        };
        if !is_news {
            return None;
        }
        if let (Some(held_at), None) = (entry.held_at, held_before) {
            let place = self.sessions.partition_point(|&session| session <= held_at);
            self.sessions.insert(place, held_at);
        }
        match (lock_before, lock) {
            (None, Some(day)) => self.locks.push(day),
            // Only the lock of this session is lifted; another one of the same day stays.
            (Some(day), None) => drop(self.locks.iter().rposition(|&lock| lock == day).map(|at| self.locks.remove(at))),
            _ => {}
        }
        self.running = Some(entry.clone());
        Some(Entry::Session(entry))
    }

    /// A session is over: what it locked stays locked.
    pub fn settle(&mut self) {
        self.running = None;
    }
}
