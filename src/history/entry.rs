//! One thing that is remembered, as a value.
//!
//! Not a line of the file: `schema.rs` says what that looks like.
//!
//! Invariant: an entry is made of what the file can hold (whole milliseconds, whole seconds), so that one that is
//! read back equals the one that was written.

use std::sync::Arc;
use std::time::Duration;

use jiff::civil::Date;

use super::WarmUpSet;
use crate::{
    moment::Stamp,
    session::{self, Feel, Outcome, Position},
};

/// One thing that is remembered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A guided session, as far as it went.
    Session(SessionEntry),
    /// A warm-up and no session after it.
    WarmUp {
        /// When it began.
        started: Stamp,
        /// How long it was, in whole seconds.
        length: Duration,
        /// Which ones; none are known of an entry from before they were written down.
        cards: WarmUpSet,
    },
    /// A sign on the list before a session: pressing is off for that day.
    Lock {
        /// When the list was answered.
        at: Stamp,
    },
}

/// What is remembered of a guided session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionEntry {
    /// When it began. No two sessions begin at the same time, so this is also its name.
    pub started: Stamp,
    /// When the first hold began; with one the session counts for the day.
    pub held_at: Option<Stamp>,
    /// The day on which pressing was turned off because of it. A date and no reason (health.md 3.5).
    pub locked_on: Option<Date>,
    /// How long it was, in whole seconds.
    pub length: Duration,
    /// The position.
    pub position: Position,
    /// Rounds held to the end.
    pub rounds_done: u8,
    /// The effort of the last round, on the scale of 10.
    pub effort: u8,
    /// How it ended.
    pub ending: Ending,
    /// How the back felt, if the person said.
    pub feel: Option<Feel>,
    /// What they wrote down for a visit on the History page, if they did.
    pub noted: Option<Noted>,
    /// The title of the person's own plan that led it, as [`plan_title`] leaves it; `None` is the guide's own numbers,
    /// or an entry from before this was kept.
    pub plan: Option<Arc<str>>,
}

/// The longest time that one entry can have taken, in seconds: a week. A number of a file that says more is cut to
/// this, so that the entry, and a day that it closes, are not lost with it.
pub const LONGEST_SECS: u64 = 7 * 24 * 60 * 60;

/// So long, as an entry holds it: whole seconds, and no more than can be true.
pub(super) fn bounded(secs: u64) -> Duration {
    Duration::from_secs(secs.min(LONGEST_SECS))
}

/// How many letters of a plan's title are kept: all that a plan may have.
const PLAN_LETTERS: usize = 60;

/// A plan's title as it is kept: one line, and no longer than a plan's may be, whoever wrote it.
pub(super) fn plan_title(text: &str) -> Option<Arc<str>> {
    let shown: String = text.chars().filter(|letter| !letter.is_control()).take(PLAN_LETTERS).collect();
    Some(shown.trim()).filter(|title| !title.is_empty()).map(Arc::from)
}

/// What made a person stop, as they note it themselves for a visit, days later if they like.
///
/// Never written by a session: what was answered in it is forgotten (health.md 3.5 c). This is the person's own
/// note, made by choice, taken back by choice, and gone with the entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Noted {
    /// Sharp or shooting pain.
    Sharp,
    /// More pain than before.
    MorePain,
    /// Numb or tingling.
    Numb,
    /// A weak leg or foot.
    Weak,
    /// Something else.
    Other,
}

impl Noted {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 5] = [Self::Sharp, Self::MorePain, Self::Numb, Self::Weak, Self::Other];
}

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ending {
    /// It went on when this was written; if nothing newer is known, the program was ended in it.
    Open,
    /// Rounds done, or "That's enough".
    Finished,
    /// Stopped, whatever for.
    Stopped,
}

/// What makes two lines speak of the same thing, on this computer or another: its kind, and when it began.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntryId {
    // First, so that names sort by time.
    started: Stamp,
    kind: u8,
}

impl EntryId {
    /// When it began.
    pub const fn started(self) -> Stamp {
        self.started
    }

    /// Whether both are sessions, or warm-ups, or locks.
    pub(super) const fn is_of_kind(self, other: Self) -> bool {
        self.kind == other.kind
    }
}

impl SessionEntry {
    /// What is kept of a session as it stands now, `locked_on` being the day it turned pressing off on and `plan` the
    /// title of the plan that leads it.
    pub fn of(outcome: &Outcome, locked_on: Option<Date>, plan: Option<&str>) -> Self {
        Self {
            started: to_the_milli(outcome.started),
            held_at: outcome.held_at.map(to_the_milli),
            locked_on,
            length: bounded(outcome.length.as_secs()),
            position: outcome.position,
            rounds_done: outcome.rounds_done,
            effort: outcome.effort.value(),
            ending: match outcome.ending {
                session::Ending::Open => Ending::Open,
                session::Ending::Finished => Ending::Finished,
                session::Ending::Stopped(_) => Ending::Stopped,
            },
            feel: outcome.feel,
            noted: None,
            plan: plan.and_then(plan_title),
        }
    }

    /// Whether this is about the session of that outcome.
    pub fn is_about(&self, outcome: &Outcome) -> bool {
        self.started == to_the_milli(outcome.started)
    }

    /// Whether `newer` knows something worth one more line.
    ///
    /// A hold, a lock that comes or goes, the end and the answer at the end do. Rounds, effort and length go along
    /// with those: a line for each second would be a log.
    pub fn is_outdated_by(&self, newer: &Self) -> bool {
        let gist = |entry: &Self| (entry.held_at, entry.locked_on, entry.ending, entry.feel);
        gist(self) != gist(newer)
    }
}

impl Entry {
    /// A warm-up that began then.
    pub fn warm_up(started: Stamp, length: Duration, cards: WarmUpSet) -> Self {
        Self::WarmUp { started: to_the_milli(started), length: bounded(length.as_secs()), cards }
    }

    /// A lock of the day of `at`.
    pub fn lock(at: Stamp) -> Self {
        Self::Lock { at: to_the_milli(at) }
    }

    /// When it began.
    pub fn started(&self) -> Stamp {
        match self {
            Self::Session(session) => session.started,
            Self::WarmUp { started, .. } => *started,
            Self::Lock { at } => *at,
        }
    }

    /// The same, with what `earlier`, an older line about it, knew and this one does not say.
    ///
    /// A program from before plans were kept leaves the title out when it writes an answer or a note; which plan led a
    /// session never changes, so what an earlier line said of it still holds.
    #[must_use]
    pub fn after(mut self, earlier: &Self) -> Self {
        if let (Self::Session(session), Self::Session(earlier)) = (&mut self, earlier) {
            session.plan = session.plan.take().or_else(|| earlier.plan.clone());
        }
        self
    }

    /// When it counts for the limit, if it does: when the first hold began.
    pub fn held_at(&self) -> Option<Stamp> {
        match self {
            Self::Session(session) => session.held_at,
            Self::WarmUp { .. } | Self::Lock { .. } => None,
        }
    }

    /// The day on which it turned pressing off, if it did.
    pub fn locked_on(&self) -> Option<Date> {
        match self {
            Self::Session(session) => session.locked_on,
            Self::WarmUp { .. } => None,
            Self::Lock { at } => Some(at.date()),
        }
    }

    /// What it is called, among all entries of all computers.
    pub fn name(&self) -> EntryId {
        let kind = match self {
            Self::Session(_) => 0,
            Self::WarmUp { .. } => 1,
            Self::Lock { .. } => 2,
        };
        EntryId { started: self.started(), kind }
    }
}

/// Cuts a reading to whole milliseconds: enough to tell two sessions apart.
fn to_the_milli(stamp: Stamp) -> Stamp {
    let nanos = i64::from(stamp.civil.subsec_nanosecond()).rem_euclid(1_000_000);
    stamp.plus(jiff::SignedDuration::from_nanos(nanos.saturating_neg()))
}
