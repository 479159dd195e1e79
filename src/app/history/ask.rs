//! What other pages ask about the history. Reading only.

use jiff::ToSpan;

use crate::{
    app::{Closed, Model},
    history::{Summary, summary},
    limit::{Nudge, nudge},
    session::Feel,
};

impl Model {
    /// What to mind about how often, or how long, pressing goes on; it closes nothing.
    pub fn nudge(&self) -> Option<Nudge> {
        let today = self.now.date();
        let log = &self.history.log;
        let recent = log.days_of(today.saturating_sub(1.week()), today).filter(|(_, marks)| marks.pressed > 0);
        nudge(today, recent.map(|(day, _)| day), log.first_pressed())
    }

    /// Whether the back felt worse after the session before this one: after the last one that was answered, the one
    /// that runs left out.
    pub fn worse_last_time(&self) -> bool {
        let running = self.running().map(|session| session.outcome());
        let is_running = |started| running.as_ref().is_some_and(|outcome| outcome.started.since(started).as_millis() == 0);
        let mut before = self.history.log.sessions_back().filter(|session| !is_running(session.started));
        before.find_map(|session| session.feel) == Some(Feel::Worse)
    }

    /// The last weeks in numbers, up to today.
    pub fn history_summary(&self, weeks: usize) -> Summary {
        summary(&self.history.log, self.now.date(), weeks)
    }

    /// Why nothing can begin while the history or the settings are still being read, or can not be.
    pub(in crate::app) fn still_reading(&self) -> Option<Closed<'_>> {
        let (reading, unknown) = (&self.book.history.reading, &self.book.history.unknown);
        let still_open = self.book.cues.limit.still_open.as_str();
        if self.history.unknown {
            let (title, detail) = (unknown.title.as_str(), unknown.detail.as_str());
            return Some(Closed { title, detail, until: unknown.until.clone(), still_open });
        }
        let (title, detail) = (reading.title.as_str(), reading.detail.as_str());
        let pending = self.history.pending || self.settings_pending;
        pending.then(|| Closed { title, detail, until: reading.until.clone(), still_open })
    }
}
