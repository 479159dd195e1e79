//! When a person is to be reminded, and when they are left in peace.
//!
//! Not a clock, not a notification and not a file: `shell/remind/` waits and shows, and asks here. Everything is
//! compared with the wall clock as it stands now, so a computer that slept, a clock that was set and a flight to
//! another zone are ordinary inputs.
//!
//! Invariant: no time of a day comes twice, no day gets more reminders than it may hold sessions, and none comes
//! while pressing is off.

#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

mod due;
mod memory;
#[cfg(test)]
mod tests;
mod times;

pub use due::{Due, Outlook, Quiet, Wanted, due, outlook};
pub use memory::{Memory, Read, SNOOZE_MINS, Shown, VERSION};
pub use times::{TimeProblem, proposed_second, read_time, times_in_use, validate};
