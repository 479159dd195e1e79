//! What the limit still needs of the last days, kept beside the history; and whether the history is still all there.
//!
//! Not a second history: times and days, nothing of what was done. It is there because a history is the person's
//! own: they may delete an entry of today, or the whole file, and the day's limit stands all the same.
//!
//! Invariant: reading it can only ever close pressing, never open it. One that cannot be read says nothing.

use jiff::{SignedDuration, civil::Date};
use serde::{Deserialize, Serialize};

use super::{Log, VERSION, schema::Written};
use crate::moment::Stamp;

/// What stands in the file beside the history.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Guard {
    /// How many entries the history had.
    pub entries: usize,
    /// When the last of them began.
    pub last: Option<Stamp>,
    /// The latest time that the wall clock ever showed.
    pub latest_seen: Option<Stamp>,
    /// When sessions that can still matter held for the first time.
    pub held: Vec<Stamp>,
    /// The days on which pressing is off that are not over.
    pub locks: Vec<Date>,
    /// The one of them on which a sign needed emergency help. A day and no sign (health.md 3.5).
    pub emergency: Option<Date>,
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
        *self == Self { latest_seen: self.latest_seen, ..Self::default() }
    }

    /// As the text of its file.
    pub fn encode(&self) -> String {
        let written = |stamp: &Stamp| Written(shortened(*stamp));
        let schema = Schema {
            version: VERSION,
            entries: self.entries,
            last: self.last.as_ref().map(written),
            latest_seen: self.latest_seen.as_ref().map(written),
            held: self.held.iter().map(written).collect(),
            locks: self.locks.iter().copied().map(Written).collect(),
            emergency: self.emergency.map(Written),
        };
        let pretty = ron::ser::PrettyConfig::new().compact_arrays(true).new_line("\n");
        // Plain fields only: writing them to a text cannot fail.
        let body = ron::ser::to_string_pretty(&schema, pretty).unwrap_or_default();
        format!("// What the limit of the day needs to know. It holds no more than times, and lets go of them in days.\n{body}\n")
    }

    /// Out of the text of its file; `None` if it cannot be read or a newer program wrote it.
    pub fn decode(text: &str) -> Option<Self> {
        let schema: Schema = ron::from_str(text).ok().filter(|schema: &Schema| schema.version <= VERSION)?;
        Some(Self {
            entries: schema.entries,
            last: schema.last.map(|stamp| stamp.0),
            latest_seen: schema.latest_seen.map(|stamp| stamp.0),
            held: schema.held.into_iter().map(|stamp| stamp.0).collect(),
            locks: schema.locks.into_iter().map(|day| day.0).collect(),
            emergency: schema.emergency.map(|day| day.0),
        })
    }
}

/// Cut to whole milliseconds, as everything in these files is.
fn shortened(stamp: Stamp) -> Stamp {
    let nanos = i64::from(stamp.civil.subsec_nanosecond()) % 1_000_000;
    stamp.plus(-SignedDuration::from_nanos(nanos))
}
