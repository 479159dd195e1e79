//! What a reminder says, and its rows on the settings page: `reminders.ron`.
//!
//! A file of its own, because the process that reminds reads this one alone. Invariant: each field is one text as it
//! stands on screen.

use crate::source::words;

words! {
    /// Everything in `reminders.ron`.
    ReminderWords { note: ReminderNoteWords, settings: ReminderRowWords, terminal: ReminderTerminalWords }
    /// The note itself.
    ReminderNoteWords {
        program: String, title: String, body: String, open: String, snooze: String, not_today: String, starts: String,
    }
    /// The rows on the settings page.
    ReminderRowWords {
        title: String, detail: String, time: String, first_time: String, second_time: String, not_a_time: String, too_close: String,
        next_today: String, next_tomorrow: String, next_day: String, quiet_locked: String, quiet_done: String,
        quiet_not_today: String, quiet_check: String, quiet_clock: String, second_gone: String, second_added: String,
        missing_lead: String, missing: String, not_arranged_lead: String, not_arranged: String, why_sandbox: String, why_moved: String, why_path: String, show_one: String,
        showing: String, shown: String, not_shown: String, nobody_shows: String,
    }
    /// For a terminal.
    ReminderTerminalWords { failed: String, misused: String }
}
