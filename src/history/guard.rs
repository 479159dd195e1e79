//! What must stay closed, kept beside the history and the settings: the limit's last days, and what a sign has closed.
//!
//! Not a second history: times, days and three yes or no. It is there because a history is the person's own (they may
//! delete an entry of today, or the whole file, and the day's limit stands all the same), and because a settings file
//! can be damaged: a sign that waits for a check must not be lifted by that.
//!
//! Invariant: reading it can only ever close pressing, never open it. One that is there and cannot be read is told
//! apart from one that is not there, and a newer one is read as far as it is known.

use jiff::{SignedDuration, civil::Date};
use serde::{Deserialize, Serialize};

use super::{Log, schema::Written};
use crate::moment::Stamp;

/// The version this program writes. Version 1 had no `restricted`.
pub const GUARD_VERSION: u32 = 2;

/// What stands in the file beside the history.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Guard {
    /// How many entries the history had, at least: an entry is in its file after it is in this one.
    pub entries: usize,
    /// When the last of them began.
    pub last: Option<Stamp>,
    /// The latest time that the wall clock ever showed.
    pub latest_seen: Option<Stamp>,
    /// When sessions that can still matter held for the first time.
    pub held: Vec<Stamp>,
    /// The days on which pressing is off that are not over.
    pub locks: Vec<Date>,
    /// What the settings restrict; `None` in a file of version 1, which does not say.
    pub restricted: Option<Restrictions>,
    /// The one of them on which a sign needed emergency help. A day and no sign (health.md 3.5).
    pub emergency: Option<Date>,
}

/// What the answers before a session have closed until they are given again (health.md 4.1). Each of them is a closed
/// door, so of two that differ the one that says yes counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Restrictions {
    /// A sign that needs a check was picked, and the check has not been confirmed.
    pub needs_check: bool,
    /// Lying flat on the back is not offered.
    pub avoid_back_lying: bool,
    /// Getting down to the floor, and jogging, are not offered.
    pub avoid_floor: bool,
    /// Pressing is not offered at all.
    #[serde(default)]
    pub avoid_pressing: bool,
}

impl Restrictions {
    /// Whether anything is closed.
    pub fn any(self) -> bool {
        self != Self::default()
    }

    /// What either of them closes.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            needs_check: self.needs_check || other.needs_check,
            avoid_back_lying: self.avoid_back_lying || other.avoid_back_lying,
            avoid_floor: self.avoid_floor || other.avoid_floor,
            avoid_pressing: self.avoid_pressing || other.avoid_pressing,
        }
    }
}

/// How the file stood when it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GuardFile {
    /// It was read, or there is none.
    #[default]
    Sound,
    /// A newer program wrote it: what is known of it was read, and it is not to be written over.
    Newer,
    /// It is there and says nothing that can be understood.
    Damaged,
    /// It is there and could not be read.
    Unread,
}

#[derive(Serialize, Deserialize)]
struct Schema {
    version: u32,
    entries: usize,
    last: Option<Written<Stamp>>,
    latest_seen: Option<Written<Stamp>>,
    held: Vec<Written<Stamp>>,
    locks: Vec<Written<Date>>,
    #[serde(default)]
    restricted: Option<Restrictions>,
    emergency: Option<Written<Date>>,
}

impl Guard {
    /// Whether the history has lost something since this was written.
    ///
    /// More than there was is no loss: a crash may leave the history one entry ahead.
    pub fn misses_some_of(&self, log: &Log) -> bool {
        let has_last = self.last.is_none_or(|last| {
            // Times of two entries may be the same, but seldom; any of that time will do.
            log.within(last.date(), last.date()).any(|entry| entry.started() == last)
        });
        log.entries().len() < self.entries || !has_last
    }

    /// Whether it says anything that a missing file does not.
    pub fn is_empty(&self) -> bool {
        let restricted = self.restricted.filter(|restricted| restricted.any());
        Self { latest_seen: None, restricted, ..self.clone() } == Self::default()
    }

    /// As the text of its file.
    pub fn encode(&self) -> String {
        let written = |stamp: &Stamp| Written(shortened(*stamp));
        let schema = Schema {
            version: GUARD_VERSION,
            entries: self.entries,
            last: self.last.as_ref().map(written),
            latest_seen: self.latest_seen.as_ref().map(written),
            held: self.held.iter().map(written).collect(),
            locks: self.locks.iter().copied().map(Written).collect(),
            restricted: self.restricted,
            emergency: self.emergency.map(Written),
        };
        let pretty = ron::ser::PrettyConfig::new().compact_arrays(true).new_line("\n");
        // Plain fields only: writing them to a text cannot fail.
        let body = ron::ser::to_string_pretty(&schema, pretty).unwrap_or_default();
        format!(
            "// What must stay closed: times that the limit of the day needs, for days, and what the answers have closed.\n{body}\n"
        )
    }

    /// Out of the text of its file, with how the file stands; of one that cannot be understood nothing.
    pub fn decode(text: &str) -> (Option<Self>, GuardFile) {
        let Ok(schema) = ron::from_str::<Schema>(text) else { return (None, GuardFile::Damaged) };
        let file = if schema.version > GUARD_VERSION { GuardFile::Newer } else { GuardFile::Sound };
        let guard = Self {
            entries: schema.entries,
            last: schema.last.map(|stamp| stamp.0),
            latest_seen: schema.latest_seen.map(|stamp| stamp.0),
            held: schema.held.into_iter().map(|stamp| stamp.0).collect(),
            locks: schema.locks.into_iter().map(|day| day.0).collect(),
            restricted: schema.restricted,
            emergency: schema.emergency.map(|day| day.0),
        };
        (Some(guard), file)
    }
}

/// Cut to whole milliseconds, as everything in these files is.
fn shortened(stamp: Stamp) -> Stamp {
    let nanos = i64::from(stamp.civil.subsec_nanosecond()).rem_euclid(1_000_000);
    stamp.plus(SignedDuration::from_nanos(nanos.saturating_neg()))
}
