//! What the History page says, and what is said about the history's files: `history.ron`.
//!
//! Not the sheet's words and not the limit's reasons. Invariant: each field is one text as it stands on screen.

use serde::Deserialize;

use crate::content::{Counted, DateWords};

macro_rules! words {
    ($($(#[$doc:meta])* $group:ident { $($name:ident: $kind:ty),+ $(,)? })+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
            #[serde(deny_unknown_fields)]
            #[allow(missing_docs, reason = "each name says where its text stands")]
            pub struct $group { $(pub $name: $kind),+ }
        )+
    };
}

words! {
    /// Everything in `history.ron`.
    HistoryWords {
        title: String, lead: String, print: String, empty: String, dates: DateWords, nudge: NudgeWords,
        reading: ReadingWords, calendar: CalendarWords, chart: ChartWords, list: ListWords, entry: EntryWords,
        delete: DeleteWords, export: ExportWords, import: ImportWords, trouble: TroubleWords, files: FileWords,
        reasons: ReasonWords,
    }
    /// Something to mind, each as a strong beginning and the rest; `{n}` counts days or weeks.
    NudgeWords { often: String, long: String, rest: String }
    /// While the history is being read.
    ReadingWords { title: String, detail: String, until: String }
    /// The calendar, and what a screen reader hears of a day.
    CalendarWords {
        name: String, earlier: String, later: String, session: String, warm_up: String, stopped: String, off: String,
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
        felt: String, plan: String, locked: String, cards: String, noted: String, noted_detail: String, notes: [String; 5], no_note: String,
        lock_detail: String, close: String, delete: String,
    }
    /// Before and after something is deleted.
    DeleteWords {
        one_title: String, one: String, one_done: String, history_title: String, history: String, history_done: String,
        all_title: String, all: String, all_done: String, limit_stays: String, cancel: String, delete: String,
    }
    /// Taking the history out.
    ExportWords {
        button: String, title: String, csv: String, csv_detail: String, ron: String, ron_detail: String, private: String, dialog: String,
        csv_name: String, ron_name: String, csv_kind: String, ron_kind: String, saved: String, no_dialog: String, failed: String, cancel: String,
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
        missing: String, denied: String, full: String, read_only: String, not_text: String, too_large: String, wrong_kind: String, stopped: String, no_dialog: String,
        too_slow: String, no_home: String, other: String,
    }
}
