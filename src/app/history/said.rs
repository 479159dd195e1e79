//! Entries in words: the rows of the History page, and one entry close up.
//!
//! Not their layout. Invariant: every word comes from the content, and a sign is never named but as the person's own
//! note.

use crate::{
    app::Model,
    content::fill,
    history::{Ending, Entry, Marks, Noted, SessionEntry},
};
use jiff::civil::Date;

/// One entry as a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EntryLine {
    /// "Today, 10:31", "Thu 19, 18:04".
    pub when: String,
    /// "On your back", "Warm-up only".
    pub what: String,
    /// "3 rounds", "7 min", "Stopped, round 2".
    pub detail: String,
    /// "Eased", if the person said.
    pub felt: String,
    /// "Plan: Slow and short", if one led it.
    pub plan: String,
    /// Whether it felt worse: the page marks that word.
    pub worse: bool,
}

impl EntryLine {
    /// All of it, as a screen reader hears it.
    pub fn whole(&self) -> String {
        let parts = [&self.when, &self.what, &self.detail, &self.felt, &self.plan];
        parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ")
    }
}

impl Model {
    /// An entry as a row of the list.
    pub fn entry_line(&self, entry: &Entry) -> EntryLine {
        let (words, dates) = (&self.book.history.list, &self.book.history.dates);
        let started = entry.started();
        let time = dates.time(started.civil.time(), self.customs);
        let when = if started.date() == self.now.date() {
            fill(&words.today, &[("time", &time)])
        } else {
            fill(&words.at, &[("day", &dates.short(started.date())), ("time", &time)])
        };
        let line = EntryLine { when, ..EntryLine::default() };
        match entry {
            Entry::Session(session) => EntryLine {
                what: self.position_text(session.position).map_or_else(String::new, |text| text.name.clone()),
                detail: self.how_far(session),
                felt: session.feel.map_or("", |feel| self.book.cues.feel(feel)).to_owned(),
                plan: session.plan.as_deref().map_or_else(String::new, |plan| fill(&words.plan, &[("title", plan)])),
                worse: session.feel == Some(crate::session::Feel::Worse),
                ..line
            },
            Entry::WarmUp { length, .. } => {
                let alone = !self.history.log.leads_to_a_session(entry);
                let minutes = usize::try_from(length.as_secs() / 60).unwrap_or(0);
                let what = if alone { &words.warm_up_only } else { &words.warm_up };
                EntryLine { what: what.clone(), detail: words.minutes.of(minutes), ..line }
            }
            Entry::Lock { .. } => EntryLine { what: words.off.clone(), detail: self.book.history.calendar.off.clone(), ..line },
        }
    }

    fn how_far(&self, session: &SessionEntry) -> String {
        let words = &self.book.history.list;
        match session.ending {
            Ending::Finished => words.rounds.of(usize::from(session.rounds_done)),
            Ending::Stopped if session.held_at.is_some() => {
                fill(&words.stopped_in, &[("n", &(usize::from(session.rounds_done) + 1).to_string())])
            }
            Ending::Stopped => words.stopped.clone(),
            Ending::Open => words.cut_short.clone(),
        }
    }

    /// What a day of the calendar held, as a screen reader hears it.
    pub fn day_line(&self, day: Date, marks: Marks) -> String {
        let (words, dates) = (&self.book.history.calendar, &self.book.history.dates);
        let counted = [
            (&words.sessions, marks.sessions),
            (&words.stops, marks.stopped),
            (&words.warm_ups, marks.warm_ups),
            (&words.locks, marks.locks),
        ];
        let there = counted.into_iter().filter(|&(_, count)| count > 0);
        let parts: Vec<String> = there.map(|(words, count)| words.of(usize::try_from(count).unwrap_or(usize::MAX))).collect();
        let what = if parts.is_empty() { words.nothing.clone() } else { parts.join(", ") };
        let text = if day == self.now.date() { &words.today } else { &words.day };
        fill(text, &[("date", &dates.day(day)), ("what", &what)])
    }

    /// The facts of one entry, each with its name.
    pub fn entry_facts(&self, entry: &Entry) -> Vec<(String, String)> {
        let (words, list) = (&self.book.history.entry, &self.book.history.list);
        let minutes = |length: std::time::Duration| list.minutes.of(usize::try_from(length.as_secs().div_ceil(60)).unwrap_or(0));
        match entry {
            Entry::Session(session) => {
                let ended = match session.ending {
                    Ending::Open => &words.cut_short,
                    Ending::Finished => &words.finished,
                    Ending::Stopped => &words.stopped,
                };
                let position = self.position_text(session.position).map_or_else(String::new, |text| text.name.clone());
                let felt = session.feel.map(|feel| (words.felt.clone(), self.book.cues.feel(feel).to_owned()));
                let mut facts = vec![
                    (words.position.clone(), position),
                    (words.length.clone(), minutes(session.length)),
                    (words.rounds.clone(), session.rounds_done.to_string()),
                    (words.effort.clone(), fill(&words.effort_of, &[("n", &session.effort.to_string())])),
                    (words.ended.clone(), ended.clone()),
                ];
                facts.extend(session.plan.as_deref().map(|plan| (words.plan.clone(), plan.to_owned())));
                facts.extend(felt);
                facts
            }
            Entry::WarmUp { length, cards, .. } => {
                let names: Vec<&str> =
                    cards.iter().filter_map(|card| self.warm_up_text(card)).map(|text| text.name.as_str()).collect();
                let done = (!names.is_empty()).then(|| (words.cards.clone(), names.join(", ")));
                [(words.length.clone(), minutes(*length))].into_iter().chain(done).collect()
            }
            Entry::Lock { .. } => Vec::new(),
        }
    }

    /// A note's words.
    pub fn noted_words(&self, noted: Noted) -> &str {
        let place = Noted::ALL.iter().position(|&known| known == noted);
        place.and_then(|place| self.book.history.entry.notes.get(place)).map_or("", String::as_str)
    }
}
