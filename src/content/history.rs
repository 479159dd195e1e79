//! What the History page says, and what is said about the history's files: `history.ron`.
//!
//! Not the sheet's words and not the limit's reasons. Invariant: each field is one text as it stands on screen.

use crate::content::{Asked, Counted, DateWords, Signs};
use crate::source::{Files, Problem, file_name, words};

words! {
    /// Everything in `history.ron`.
    HistoryWords {
        title: String, lead: String, print: String, empty: String, dates: DateWords, nudge: NudgeWords,
        reading: ReadingWords, unknown: UnknownWords, calendar: CalendarWords, chart: ChartWords, list: ListWords, entry: EntryWords,
        delete: DeleteWords, export: ExportWords, import: ImportWords, trouble: TroubleWords, files: FileWords,
        reasons: ReasonWords,
    }
    /// Something to mind, each as a strong beginning and the rest; `{n}` counts days or weeks.
    NudgeWords { often: String, long: String, rest: String }
    /// While the history is being read.
    ReadingWords { title: String, detail: String, until: String }
    /// Where neither the history nor what is kept beside it can be read: nobody can know what today holds.
    UnknownWords { title: String, detail: String, until: String, notice: String }
    /// The calendar, and what a screen reader hears of a day.
    CalendarWords {
        name: String, earlier: String, later: String, open: String, session: String, warm_up: String, stopped: String, off: String,
        day: String, today: String, sessions: Counted, stops: Counted, warm_ups: Counted, locks: Counted, nothing: String,
    }
    /// The answers at the end, counted by the week.
    ChartWords {
        title: String, lead: String, name: String, eased: String, same: String, worse: String, unsaid: String, week: String,
        in_week: String, none: String, as_table: String, as_chart: String,
    }
    /// The entries of a month.
    ListWords {
        none: String, today: String, at: String, warm_up_only: String, warm_up: String, off: String, rounds: Counted,
        minutes: Counted, stopped_in: String, stopped: String, cut_short: String, plan: String, more: String, look: String,
    }
    /// One entry, close up.
    EntryWords {
        position: String, length: String, rounds: String, effort: String, effort_of: String, ended: String, finished: String, stopped: String, cut_short: String,
        felt: String, plan: String, locked: String, cards: String, noted: String, noted_detail: String,
        /// The signs that are asked after a stop, from `signs.ron`, and then `other_note`.
        #[serde(skip)]
        notes: Vec<String>,
        other_note: String, no_note: String,
        lock_detail: String, close: String, delete: String,
    }
    /// Before and after something is deleted.
    DeleteWords {
        one_title: String, one: String, history_title: String, history: String, history_done: String,
        all_title: String, all: String, all_done: String, limit_stays: String, not_yet: String, cancel: String, delete: String,
    }
    /// Taking the history out.
    ExportWords {
        button: String, title: String, csv: String, csv_detail: String, ron: String, ron_detail: String, private: String, dialog: String,
        #[serde(deserialize_with = "file_name")]
        csv_name: String,
        #[serde(deserialize_with = "file_name")]
        ron_name: String,
        csv_kind: String, ron_kind: String, saved: String, no_dialog: String, failed: String, cancel: String,
    }
    /// Taking a history in.
    ImportWords {
        button: String, dialog: String, kind: String, title: String, new: Counted, nothing_new: String, known: Counted, unreadable: Counted,
        line: String, ahead: String, others: Counted, stays: String, merge: Counted, cancel: String, close: String, done: Counted, failed: String,
        refused: String, reading: String, no_history: String, newer: String, table: String,
    }
    /// What is wrong with the file.
    TroubleWords { lead: String, newer_lead: String, shorter_lead: String, damaged: String, newer: String, unread: String, shorter: String, shorter_rest: String, show: String }
    /// The card about the file, and messages about it.
    FileWords { title: String, detail: String, show: String, delete: String, not_shown: String, written: String, settings_written: String }
    /// Why something could not be written or read, as the end of a sentence.
    ReasonWords {
        missing: String, denied: String, full: String, read_only: String, not_text: String, too_large: String, wrong_kind: String, broken_link: String,
        not_a_file: String, too_damaged: String, stopped: String, no_dialog: String, too_slow: String, no_home: String, other: String,
    }
}

impl HistoryWords {
    /// The words of one language, with the notes that a person may make of a stop named as the signs are.
    ///
    /// # Errors
    /// A missing or broken file.
    pub fn read(files: &Files, language: &str) -> Result<Self, Problem> {
        let mut words: Self = files.read_in(language, "history")?;
        let signs = Signs::read(files, language)?;
        words.entry.notes = signs.asked(Asked::AfterStop).into_iter().map(|sign| sign.answer().to_owned()).collect();
        words.entry.notes.push(words.entry.other_note.clone());
        Ok(words)
    }
}
