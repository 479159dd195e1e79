//! Everything that is remembered, in the order of time and by the day, kept up to date entry by entry.
//!
//! Not the file and not a page: both are made from it. Invariant: what each day held is counted when an entry comes
//! or goes, never when it is shown, so a page of a long history costs what a page of a short one does.

use std::collections::BTreeMap;

use jiff::{SignedDuration, civil::Date};

use super::{Ending, Entry, EntryId, SessionEntry};
use crate::{moment::Stamp, session::Feel};

/// How long after a warm-up a session still belongs to it, in minutes: as long as a warm-up stays good.
const GOOD_FOR_MINS: i64 = 30;

/// How far two clock faces on earth can be apart, rounded up, in hours.
const FACES_APART_HOURS: i64 = 26;

/// What a day held, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Marks {
    /// Sessions that were not stopped.
    pub sessions: u32,
    /// Sessions that were stopped.
    pub stopped: u32,
    /// Warm-ups, also those before a session.
    pub warm_ups: u32,
    /// Times that a sign on the list before a session turned pressing off.
    pub locks: u32,
    /// Sessions with a hold in them, stopped or not.
    pub pressed: u32,
    /// Sessions after which the back had eased.
    pub eased: u32,
    /// Sessions after which it was about the same.
    pub same: u32,
    /// Sessions after which it was worse.
    pub worse: u32,
}

impl Marks {
    /// What one entry adds to its day.
    pub fn of(entry: &Entry) -> Self {
        let mut marks = Self::default();
        match entry {
            Entry::Session(session) => {
                let stopped = session.ending == Ending::Stopped;
                (marks.sessions, marks.stopped) = if stopped { (0, 1) } else { (1, 0) };
                marks.pressed = u32::from(session.held_at.is_some());
                match session.feel {
                    Some(Feel::Eased) => marks.eased = 1,
                    Some(Feel::Same) => marks.same = 1,
                    Some(Feel::Worse) => marks.worse = 1,
                    None => {}
                }
            }
            Entry::WarmUp { .. } => marks.warm_ups = 1,
            Entry::Lock { .. } => marks.locks = 1,
        }
        marks
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            sessions: self.sessions.saturating_add(other.sessions),
            stopped: self.stopped.saturating_add(other.stopped),
            warm_ups: self.warm_ups.saturating_add(other.warm_ups),
            locks: self.locks.saturating_add(other.locks),
            pressed: self.pressed.saturating_add(other.pressed),
            eased: self.eased.saturating_add(other.eased),
            same: self.same.saturating_add(other.same),
            worse: self.worse.saturating_add(other.worse),
        }
    }

    /// Sessions, stopped or not.
    pub fn all_sessions(&self) -> u32 {
        self.sessions.saturating_add(self.stopped)
    }

    /// Sessions after which nothing was said.
    pub fn unsaid(&self) -> u32 {
        self.all_sessions().saturating_sub(self.eased.saturating_add(self.same).saturating_add(self.worse))
    }
}

/// Everything that is remembered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Log {
    /// In the order of their names, each name once.
    entries: Vec<Entry>,
    /// Days that held something.
    days: BTreeMap<Date, Marks>,
}

impl Log {
    /// Takes in entries in any order; of two with one name the later counts, as in the file.
    pub fn new(mut entries: Vec<Entry>) -> Self {
        entries.sort_by_key(Entry::name); // keeps the order of those with one name
        entries.reverse();
        entries.dedup_by_key(|entry| entry.name());
        entries.reverse();
        let mut days: BTreeMap<Date, Marks> = BTreeMap::new();
        for entry in &entries {
            let marks = days.entry(entry.started().date()).or_default();
            *marks = marks.and(Marks::of(entry));
        }
        Self { entries, days }
    }

    /// All of them, the earliest first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Whether nothing is remembered.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry of that name.
    pub fn get(&self, name: EntryId) -> Option<&Entry> {
        self.entries.get(self.place(name).ok()?)
    }

    /// Adds an entry, or puts it in the place of the one with its name.
    pub fn put(&mut self, entry: Entry) {
        let day = entry.started().date();
        match self.place(entry.name()) {
            Ok(place) => {
                let before = self.entries.get_mut(place).map(|known| std::mem::replace(known, entry));
                self.count_anew(before.map(|entry| entry.started().date()));
            }
            Err(place) => self.entries.insert(place, entry),
        }
        self.count_anew(Some(day));
    }

    /// Takes an entry out.
    pub fn remove(&mut self, name: EntryId) -> Option<Entry> {
        let entry = self.entries.remove(self.place(name).ok()?);
        self.count_anew(Some(entry.started().date()));
        Some(entry)
    }

    /// What a day held.
    pub fn marks(&self, day: Date) -> Marks {
        self.days.get(&day).copied().unwrap_or_default()
    }

    /// What the days from the first to the last held together.
    pub fn marks_of(&self, first: Date, last: Date) -> Marks {
        self.days_of(first, last).fold(Marks::default(), |sum, (_, marks)| sum.and(marks))
    }

    /// The days from the first to the last that held something.
    pub fn days_of(&self, first: Date, last: Date) -> impl DoubleEndedIterator<Item = (Date, Marks)> {
        let range = (first <= last).then(|| self.days.range(first..=last));
        range.into_iter().flatten().map(|(&day, &marks)| (day, marks))
    }

    /// The first and the last day that held something.
    pub fn span(&self) -> Option<(Date, Date)> {
        Some((*self.days.keys().next()?, *self.days.keys().next_back()?))
    }

    /// The first day with a hold.
    pub fn first_pressed(&self) -> Option<Date> {
        self.days.iter().find(|(_, marks)| marks.pressed > 0).map(|(&day, _)| day)
    }

    /// The entries whose clock face showed a day from the first to the last, the earliest first.
    pub fn within(&self, first: Date, last: Date) -> impl DoubleEndedIterator<Item = &Entry> {
        // They stand in the order of true time; a clock face elsewhere may be a day off from it.
        let slack = SignedDuration::from_hours(FACES_APART_HOURS);
        let utc = |day: Date| Stamp::new(day.at(0, 0, 0, 0), jiff::tz::Offset::UTC);
        let day_and_slack = SignedDuration::from_hours(FACES_APART_HOURS + 24);
        let (from, to) = (utc(first).plus(slack.checked_neg().unwrap_or_default()), utc(last).plus(day_and_slack));
        let begin = self.entries.partition_point(|entry| entry.started() < from);
        let end = self.entries.partition_point(|entry| entry.started() <= to);
        let near = self.entries.get(begin..end).unwrap_or_default().iter();
        near.filter(move |entry| (first..=last).contains(&entry.started().date()))
    }

    /// The last sessions, the newest first.
    pub fn sessions_back(&self) -> impl Iterator<Item = &SessionEntry> {
        self.entries.iter().rev().filter_map(|entry| match entry {
            Entry::Session(session) => Some(session),
            Entry::WarmUp { .. } | Entry::Lock { .. } => None,
        })
    }

    /// Whether a session was begun out of this warm-up.
    pub fn leads_to_a_session(&self, warm_up: &Entry) -> bool {
        let Entry::WarmUp { started, length, .. } = warm_up else { return false };
        let length = SignedDuration::try_from(*length).unwrap_or(SignedDuration::MAX);
        let until = started.plus(length.saturating_add(SignedDuration::from_mins(GOOD_FOR_MINS)));
        let next = self.entries.partition_point(|entry| entry.started() < *started);
        let later = self.entries.get(next..).unwrap_or_default().iter().take_while(|entry| entry.started() <= until);
        later.into_iter().any(|entry| matches!(entry, Entry::Session(_)))
    }

    fn place(&self, name: EntryId) -> Result<usize, usize> {
        self.entries.binary_search_by_key(&name, Entry::name)
    }

    fn count_anew(&mut self, day: Option<Date>) {
        let Some(day) = day else { return };
        let marks =
            self.within(day, day).fold(None, |sum: Option<Marks>, entry| Some(sum.unwrap_or_default().and(Marks::of(entry))));
        match marks {
            Some(marks) => drop(self.days.insert(day, marks)),
            None => drop(self.days.remove(&day)),
        }
    }
}

#[cfg(test)]
mod tests;
