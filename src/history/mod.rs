//! What is remembered of sessions: entries, and the file they are written down in.
//!
//! Not the limit (it is asked with what stands here) and not the store: lines of text go out and a whole text comes
//! in. No more is kept than the limit and a calendar need (health.md 3.5, 6.15): when, how long, by which plan, how
//! it ended, how it felt, and on which day pressing was off. Which sign it was off for is never written down by a session. A person
//! may note one word about it themselves, for a visit, and take it back ([`Noted`]).
//!
//! Invariant: the file only ever grows by whole lines, and what is known more of a session later is one more line
//! about it. Only deleting takes lines out, at once and for good. So a program that is killed at any instant leaves a file that was true at that instant: the first line
//! is written as the first hold begins, or as a sign turns pressing off, never only at the end.
//! Numbers of a file are bounded where they are read, and nothing is computed from them unchecked.

#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

mod codec;
mod csv;
mod entry;
mod guard;
mod import;
mod log;
mod schema;
mod summary;
#[cfg(test)]
mod tests;
mod warm_up_set;

pub use codec::{
    DAMAGED_LINES_LIMIT, Decoded, HEADER, LINE_LIMIT_BYTES, Trouble, VERSION, WARNINGS_TOLD, Warning, decode, encode_line,
    rewritten, without,
};
pub use csv::csv;
pub use entry::{Ending, Entry, EntryId, LONGEST_SECS, Noted, SessionEntry};
pub use guard::{GUARD_VERSION, Guard, GuardFile, Restrictions};
pub use import::{Fault, Import, Preview, Reason, Refused, TOLD, export, preview, read_import};
pub use log::{Log, Marks};
pub use summary::{Stop, Summary, Week, monday_of, summary};
pub use warm_up_set::WarmUpSet;
