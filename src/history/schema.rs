//! The words of the history file, version 1: what each line looks like there.
//!
//! Not the entries themselves: they may change shape while the file keeps its own.
//!
//! Invariant: what has once been written stays readable for ever. Every name of a line must be there, or a slip of
//! the pen in `held_at` would take a session away unseen; names that are not known are passed over, so that a later
//! version can say more.

// Numbers here come from a file; none of them may stop the program.
#![cfg_attr(not(test), warn(clippy::arithmetic_side_effects))]

use jiff::civil::{Date, DateTime};
use jiff::fmt::temporal::Pieces;
use jiff::tz::Offset;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{
    Ending, Entry, Noted, SessionEntry, WarmUpSet,
    entry::{bounded, plan_title},
};
use crate::moment::Stamp;
use crate::session::{Feel, Position, WarmUp};

/// The line that says which version wrote what follows.
#[derive(Debug, Deserialize)]
pub(super) struct VersionLine {
    pub(super) version: u32,
}

/// A line about one entry.
#[derive(Debug, Serialize, Deserialize)]
#[expect(non_camel_case_types, reason = "the names are written like this in the file")]
pub(super) enum Line {
    session {
        started: Written<Stamp>,
        #[serde(deserialize_with = "required")]
        held_at: Option<Written<Stamp>>,
        #[serde(deserialize_with = "required")]
        locked_on: Option<Written<Date>>,
        secs: u64,
        position: PositionName,
        #[serde(deserialize_with = "rounds")]
        rounds: u8,
        #[serde(deserialize_with = "effort")]
        effort: u8,
        ending: EndingName,
        #[serde(deserialize_with = "required")]
        feel: Option<FeelName>,
        // Newer than the first files, and left out where there is nothing to say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        noted: Option<NotedName>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        plan: Option<String>,
    },
    warm_up {
        started: Written<Stamp>,
        secs: u64,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        cards: Vec<CardName>,
    },
    lock {
        at: Written<Stamp>,
    },
}

impl Line {
    /// A time, as it stands in every line about what began then.
    pub(super) fn time_of(stamp: Stamp) -> String {
        Pieces::from(stamp.civil).with_offset(stamp.offset).to_string()
    }
}

/// A time as it is written: `2026-11-22T09:30:00.125+01:00`, or a day: `2026-11-22`.
#[derive(Debug)]
pub(super) struct Written<T>(pub(super) T);

/// A time of the day with its distance from UTC. That is written in whole minutes, so it is read in whole ones: what was
/// read equals what is written of it.
pub(super) fn stamp(text: &str) -> Option<Stamp> {
    let pieces = Pieces::parse(text).ok()?;
    let offset = pieces.to_numeric_offset()?;
    let in_minutes = Offset::from_seconds(offset.seconds().saturating_sub(offset.seconds() % 60)).ok()?;
    Some(Stamp::new(DateTime::from_parts(pieces.date(), pieces.time()?), offset).seen_from(in_minutes))
}

/// An `Option` that must be there, be it `None`: without this serde reads a missing name as `None`.
fn required<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    Option::deserialize(deserializer)
}

/// The most rounds that a session is taken to have had; a plan has five at most.
pub(super) const MOST_ROUNDS: u8 = 99;
/// The end of the scale of effort (health.md 4.4).
pub(super) const MOST_EFFORT: u8 = 10;

/// A number of a line, cut to what can be: a line that says too much still says that there was a session.
fn cut<'de, D: Deserializer<'de>>(deserializer: D, most: u8) -> Result<u8, D::Error> {
    u64::deserialize(deserializer).map(|number| u8::try_from(number).unwrap_or(most).min(most))
}

fn rounds<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
    cut(deserializer, MOST_ROUNDS)
}

fn effort<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
    cut(deserializer, MOST_EFFORT)
}

impl Serialize for Written<Stamp> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&Line::time_of(self.0))
    }
}

impl<'de> Deserialize<'de> for Written<Stamp> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        stamp(&text).map(Self).ok_or_else(|| de::Error::custom("no time with its distance from UTC"))
    }
}

impl Serialize for Written<Date> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Written<Date> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map(Self).map_err(|_| de::Error::custom("no day"))
    }
}

impl From<&Entry> for Line {
    fn from(entry: &Entry) -> Self {
        match entry {
            Entry::Session(session) => Self::session {
                started: Written(session.started),
                held_at: session.held_at.map(Written),
                locked_on: session.locked_on.map(Written),
                secs: session.length.as_secs(),
                position: session.position.into(),
                rounds: session.rounds_done,
                effort: session.effort,
                ending: session.ending.into(),
                feel: session.feel.map(FeelName::from),
                noted: session.noted.map(NotedName::from),
                plan: session.plan.as_deref().map(str::to_owned),
            },
            Entry::WarmUp { started, length, cards } => Self::warm_up {
                started: Written(*started),
                secs: length.as_secs(),
                cards: cards.iter().map(CardName::from).collect(),
            },
            Entry::Lock { at } => Self::lock { at: Written(*at) },
        }
    }
}

impl From<Line> for Entry {
    fn from(line: Line) -> Self {
        match line {
            Line::session { started, held_at, locked_on, secs, position, rounds, effort, ending, feel, noted, plan } => {
                Self::Session(SessionEntry {
                    started: started.0,
                    held_at: held_at.map(|at| at.0),
                    locked_on: locked_on.map(|day| day.0),
                    length: bounded(secs),
                    position: position.into(),
                    rounds_done: rounds,
                    effort,
                    ending: ending.into(),
                    feel: feel.map(Feel::from),
                    noted: noted.map(Noted::from),
                    plan: plan.as_deref().and_then(plan_title),
                })
            }
            Line::warm_up { started, secs, cards } => Self::WarmUp {
                started: started.0,
                length: bounded(secs),
                cards: cards.into_iter().map(WarmUp::from).collect::<WarmUpSet>(),
            },
            Line::lock { at } => Self::Lock { at: at.0 },
        }
    }
}

/// A word of the file for each value of a type, and back.
macro_rules! names {
    ($name:ident for $kind:ident: $($word:ident = $value:ident),+ $(,)?) => {
        #[derive(Debug, Clone, Copy, Serialize, Deserialize)]
        #[expect(non_camel_case_types, reason = "the names are written like this in the file")]
        pub(super) enum $name { $($word),+ }

        impl From<$kind> for $name {
            fn from(value: $kind) -> Self {
                match value { $($kind::$value => Self::$word),+ }
            }
        }

        impl From<$name> for $kind {
            fn from(name: $name) -> Self {
                match name { $($name::$word => Self::$value),+ }
            }
        }
    };
}

names!(PositionName for Position: back = Back, side = Side, four = AllFours, wall = Wall);
names!(EndingName for Ending: open = Open, finished = Finished, stopped = Stopped);
names!(FeelName for Feel: eased = Eased, same = Same, worse = Worse);
names!(NotedName for Noted: sharp = Sharp, more_pain = MorePain, numb = Numb, weak = Weak, other = Other);
names!(CardName for WarmUp: walk = Walk, jog = Jog, pelvic_tilt = PelvicTilt, cat_cow = CatCow, hip_flexor = HipFlexor,
    quad_stretch = QuadStretch);
