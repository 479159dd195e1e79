//! What must be remembered between two looks at the clock, and its file.
//!
//! Not the history: nothing of what a person did is in it. Invariant: what was shown stays known for long enough that
//! a clock which is set back over many days brings nothing back.

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::temporal::Pieces;
use serde::{Deserialize, Serialize};

use super::due::LATE;
use crate::moment::Stamp;

/// The version this program writes.
pub const VERSION: u32 = 1;

/// How long "In 30 minutes" is.
pub const SNOOZE_MINS: i64 = 30;

/// How many reminders are remembered: a month of two a day. Older ones only matter to a clock set back by a month.
const KEPT: usize = 64;

/// A reminder that came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// The day it was meant for.
    pub day: Date,
    /// The time of day it was meant for.
    pub time: Time,
    /// When it came.
    pub at: Stamp,
}

/// What is remembered of reminders.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Memory {
    /// The latest ones, in the order they came.
    pub shown: Vec<Shown>,
    /// The latest time that anything came, a snoozed one too.
    pub last_at: Option<Stamp>,
    /// "In 30 minutes": not before this.
    pub snoozed_until: Option<Stamp>,
    /// "Not today": this day.
    pub not_today: Option<Date>,
}

/// What a file of reminders gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Read {
    /// This.
    Memory(Memory),
    /// It is damaged. What it said is lost, and with it at most that one reminder of today has come.
    Damaged,
    /// A newer program wrote it: it must not be written over, and so nothing may be shown.
    Newer,
}

impl Memory {
    /// Notes that a reminder comes now.
    pub fn note(&mut self, slot: Option<(Date, Time)>, now: Stamp) {
        let now = whole_seconds(now);
        (self.last_at, self.snoozed_until) = (Some(now), None);
        if let Some((day, time)) = slot {
            self.shown.push(Shown { day, time, at: now });
            let old = self.shown.len().saturating_sub(KEPT);
            self.shown.drain(..old);
        }
    }

    /// "In 30 minutes."
    pub fn snooze(&mut self, now: Stamp) {
        self.snoozed_until = Some(whole_seconds(now).plus(SignedDuration::from_mins(SNOOZE_MINS)));
    }

    /// Whether a snoozed one is still to come, today.
    pub fn waits(&self, now: Stamp) -> bool {
        self.snoozed_until.is_some_and(|until| until.date() == now.date() && until.plus(LATE) > now)
    }

    /// "Not today."
    pub fn not_today(&mut self, now: Stamp) {
        (self.snoozed_until, self.not_today) = (None, Some(now.date()));
    }

    /// As the text of its file.
    pub fn encode(&self) -> String {
        let schema = Schema {
            version: VERSION,
            shown: self.shown.iter().map(|shown| (shown.day.to_string(), clock(shown.time), written(shown.at))).collect(),
            last_at: self.last_at.map(written),
            snoozed_until: self.snoozed_until.map(written),
            not_today: self.not_today.map(|day| day.to_string()),
        };
        let pretty = ron::ser::PrettyConfig::new().depth_limit(2).new_line("\n");
        // Plain fields only: writing them to a text cannot fail.
        let body = ron::ser::to_string_pretty(&schema, pretty).unwrap_or_default();
        format!("// When Gentleback's reminders came. Turning them off removes this file.\n{body}\n")
    }

    /// Out of the text of its file.
    pub fn decode(text: &str) -> Read {
        match ron::from_str::<VersionOnly>(text) {
            Ok(only) if only.version > VERSION => return Read::Newer,
            Ok(_) => {}
            Err(_) => return Read::Damaged,
        }
        let memory = ron::from_str::<Schema>(text).ok().and_then(Self::from_schema);
        memory.map_or(Read::Damaged, Read::Memory)
    }

    fn from_schema(schema: Schema) -> Option<Self> {
        // No more than this program keeps, however many a file holds.
        let latest = schema.shown.len().saturating_sub(KEPT);
        let shown = schema.shown.iter().skip(latest).map(|(day, time, at)| {
            Some(Shown { day: day.parse().ok()?, time: Time::strptime(CLOCK, time).ok()?, at: stamp(at)? })
        });
        let stamp_of = |text: Option<String>| text.map_or(Some(None), |text| stamp(&text).map(Some));
        Some(Self {
            shown: shown.collect::<Option<_>>()?,
            last_at: stamp_of(schema.last_at)?,
            snoozed_until: stamp_of(schema.snoozed_until)?,
            not_today: schema.not_today.map_or(Some(None), |day| day.parse().ok().map(Some))?,
        })
    }
}

/// The file, version 1.
#[derive(Serialize, Deserialize)]
struct Schema {
    version: u32,
    shown: Vec<(String, String, String)>,
    last_at: Option<String>,
    snoozed_until: Option<String>,
    not_today: Option<String>,
}

#[derive(Deserialize)]
struct VersionOnly {
    version: u32,
}

const CLOCK: &str = "%H:%M";

fn clock(time: Time) -> String {
    time.strftime(CLOCK).to_string()
}

/// A reading with its distance from UTC: `2026-11-22T09:30:00+01:00`.
fn written(stamp: Stamp) -> String {
    Pieces::from(stamp.civil).with_offset(stamp.offset).to_string()
}

fn stamp(text: &str) -> Option<Stamp> {
    let pieces = Pieces::parse(text).ok()?;
    Some(Stamp::new(DateTime::from_parts(pieces.date(), pieces.time()?), pieces.to_numeric_offset()?))
}

/// What the file can hold, so that what is read back equals what was noted.
fn whole_seconds(stamp: Stamp) -> Stamp {
    stamp.plus(SignedDuration::from_nanos(i64::from(stamp.civil.subsec_nanosecond()).saturating_neg()))
}
