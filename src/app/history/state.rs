//! What the History page shows, and where the history itself stands.
//!
//! Not the limit: the day has that. Invariant: everything a page needs of a long history is counted here when it
//! changes, in the log, and not when it is drawn.

use std::{collections::BTreeSet, path::PathBuf};

use jiff::{ToSpan, civil::Date};

use crate::{
    content::Customs,
    history::{Entry, EntryId, GuardFile, Log, Preview, Refused, Restrictions},
    moment::Stamp,
};

/// How many entries of a month are listed before "Show more".
const ROWS: usize = 12;
/// How many weeks stand side by side in the chart.
pub const CHART_WEEKS: i64 = 4;

/// The history, and the page that shows it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HistoryState {
    /// Everything that is remembered.
    pub log: Log,
    /// It is still being read; until then nothing may begin.
    pub pending: bool,
    /// Where it is kept, for the person to see.
    pub path: String,
    /// What is wrong with its file, the worst first.
    pub trouble: Vec<Trouble>,
    /// The message about what could not be written yet, to be taken back when it is.
    pub unwritten: Option<String>,
    /// How the page stands.
    pub page: HistoryPage,
    /// Neither the history nor what is kept beside it can be read: whether today is closed is not known, so it is.
    pub unknown: bool,
    /// How what is kept beside it was found.
    pub guard_file: GuardFile,
    /// What it said of the settings' restrictions, as far as this run has not lifted them.
    pub restricted: Option<Restrictions>,
    /// This run has lifted one of them, and the file may not say so yet.
    pub lifted: bool,
    /// The entries that this run has written or deleted: about them it knows better than the file.
    pub own: BTreeSet<EntryId>,
    /// The message about what could not be deleted yet, to be taken back when it is.
    pub undeleted: Option<String>,
}

/// What is wrong with the history's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Some of it could not be read; a copy was kept.
    Damaged(PathBuf),
    /// A newer program wrote it.
    Newer,
    /// It could not be read at all, and why.
    Unread(String),
    /// It is gone, or has fewer entries than it had.
    Shorter,
}

/// How the page stands.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HistoryPage {
    /// The first day of the month that shows; `None` is this month.
    pub month: Option<Date>,
    /// The answers show as a table.
    pub table: bool,
    /// How often more entries were asked for.
    pub more: usize,
    /// What is open over the page.
    pub open: Option<Open>,
}

/// What is open over the page: one thing at a time.
#[derive(Debug, Clone, PartialEq)]
pub enum Open {
    /// One entry.
    Entry(EntryId),
    /// The entries of one day.
    Day(Date),
    /// "Delete this entry?"
    AskDelete(EntryId),
    /// "Delete your history?", "Delete everything?"
    AskDeleteAll(Scope),
    /// The two forms to export.
    Export,
    /// A file is being read; what comes of it once this is closed is left.
    Reading,
    /// What a file would bring.
    Import(Box<Preview>),
    /// A file that is not taken in, and why.
    Refused(Refused),
}

/// How much is deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The history, with every copy of it.
    History,
    /// All that the program keeps: the history, the settings, the reminders' traces.
    Everything,
}

impl HistoryState {
    /// The first day of the month that shows.
    pub fn month(&self, today: Date) -> Date {
        self.page.month.unwrap_or(today.first_of_month())
    }

    /// Whether there is a month to show before the one that shows, and after it.
    pub fn month_steps(&self, today: Date) -> (bool, bool) {
        let shown = self.month(today);
        let first = self.log.span().map_or(today, |(first, _)| first.min(today));
        (first.first_of_month() < shown, shown < today.first_of_month())
    }

    /// The days that the calendar of that month shows: whole weeks, as the country has them.
    pub fn calendar(&self, today: Date, customs: Customs) -> Vec<Date> {
        let month = self.month(today);
        let first = customs.week_of(month);
        let days = (0..42).map(|number| first.saturating_add(number.days()));
        let end = customs.week_of(month.last_of_month()).saturating_add(6.days());
        days.take_while(|&day| day <= end).collect()
    }

    /// The first days of the weeks in the chart: the last four up to the month that shows, or to today.
    pub fn chart_weeks(&self, today: Date, customs: Customs) -> Vec<Date> {
        let last = customs.week_of(self.month(today).last_of_month().min(today));
        (0..CHART_WEEKS).rev().map(|back| last.saturating_sub(back.weeks())).collect()
    }

    /// The entries of the month that shows, the newest first, and how many more there are.
    pub fn listed(&self, today: Date) -> (Vec<&Entry>, usize) {
        let month = self.month(today);
        let mut all: Vec<&Entry> = self.log.within(month, month.last_of_month()).rev().collect();
        let more = all.len().saturating_sub(ROWS * (self.page.more + 1));
        all.truncate(all.len() - more);
        (all, more)
    }

    /// Whether a time stands for an entry that is here.
    pub fn has_begun_at(&self, started: Stamp) -> bool {
        self.log.within(started.date(), started.date()).any(|entry| entry.started() == started)
    }
}
