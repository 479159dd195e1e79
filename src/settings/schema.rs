//! The words of the settings file, version 1: what each value looks like there.
//!
//! Not the settings themselves: they may change shape while the file keeps its own.
//!
//! Invariant: what [`write`](Schema) puts down, the readers below take back. A name that has shipped stays readable
//! for ever.

use std::{collections::BTreeSet, fmt, ops::RangeInclusive};

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use super::{BodySide, Pace, Settings, TextScale, Theme, Turn, Volume, Why};
use crate::figure::{Build, Hair};
use crate::limit::DailyLimit;
use crate::reminder::read_time;
use crate::session::Position;
use crate::sheet::{NOTE_LETTERS, PHONE_LETTERS, Paper};
use crate::source::shown;

/// The whole file, in the order it is written.
#[derive(Debug, Serialize)]
pub(super) struct Schema<'a> {
    version: u32,
    preferred_position: Option<PositionName>,
    daily_limit: LimitName,
    theme: ThemeName,
    text_scale_percent: Option<u16>,
    reduced_motion: Option<bool>,
    build: BuildName,
    hair: HairName,
    skin: Option<&'a str>,
    hair_color: Option<&'a str>,
    voice: bool,
    tones: bool,
    volume_percent: u16,
    system_voice: Option<bool>,
    reader_speaks: Option<bool>,
    answer_keys: bool,
    self_paced: bool,
    counts_aloud: bool,
    lead_in_secs: Option<u32>,
    hold_secs: Option<u32>,
    release_secs: Option<u32>,
    breaths: Option<u32>,
    rounds: Option<u32>,
    sore_side: Option<SideName>,
    screen_is_far: Option<bool>,
    floor_turn_degrees: u16,
    region: Option<&'a str>,
    reminders: bool,
    reminder_times: Vec<String>,
    consulted_on: Option<String>,
    talk_first_list_on: Option<String>,
    needs_check: bool,
    avoid_back_lying: bool,
    avoid_floor: bool,
    avoid_pressing: bool,
    paper: Option<PaperName>,
    printer: Option<&'a str>,
    clinic_phone: &'a str,
    own_note: &'a str,
    read_sections: &'a BTreeSet<String>,
    welcomed_version: Option<&'a str>,
    language: Option<&'a str>,
}

impl<'a> Schema<'a> {
    pub(super) fn of(settings: &'a Settings, version: u32) -> Self {
        Self {
            version,
            preferred_position: settings.preferred_position.map(PositionName::from),
            daily_limit: match settings.daily_limit {
                DailyLimit::Once => LimitName::once,
                DailyLimit::Twice => LimitName::twice,
            },
            theme: match settings.theme {
                Theme::System => ThemeName::system,
                Theme::Light => ThemeName::light,
                Theme::Dark => ThemeName::dark,
                Theme::HighContrast => ThemeName::high_contrast,
            },
            text_scale_percent: settings.text_scale.map(TextScale::percent),
            reduced_motion: settings.reduced_motion,
            build: match settings.look.build {
                Build::Slim => BuildName::slim,
                Build::Broad => BuildName::broad,
            },
            hair: match settings.look.hair {
                Hair::Short => HairName::short,
                Hair::Bob => HairName::bob,
                Hair::Bun => HairName::bun,
            },
            skin: settings.skin.as_deref(),
            hair_color: settings.hair_color.as_deref(),
            voice: settings.voice,
            tones: settings.tones,
            volume_percent: settings.volume.percent(),
            system_voice: settings.system_voice,
            reader_speaks: settings.reader_speaks,
            answer_keys: settings.answer_keys,
            self_paced: settings.self_paced,
            counts_aloud: settings.counts_aloud,
            lead_in_secs: settings.pace.lead_in_secs,
            hold_secs: settings.pace.hold_secs,
            release_secs: settings.pace.release_secs,
            breaths: settings.pace.breaths,
            rounds: settings.pace.rounds,
            sore_side: settings.sore_side.map(|side| match side {
                BodySide::Left => SideName::left,
                BodySide::Right => SideName::right,
            }),
            screen_is_far: settings.screen_is_far,
            floor_turn_degrees: settings.floor_turn.degrees(),
            region: settings.region.as_deref(),
            reminders: settings.reminders,
            reminder_times: settings.reminder_times.iter().map(|time| time.strftime(CLOCK).to_string()).collect(),
            consulted_on: settings.consulted_on.map(|day| day.to_string()),
            talk_first_list_on: settings.talk_first_on.map(|day| day.to_string()),
            needs_check: settings.needs_check,
            avoid_back_lying: settings.avoid_back_lying,
            avoid_floor: settings.avoid_floor,
            avoid_pressing: settings.avoid_pressing,
            paper: settings.paper.map(|paper| match paper {
                Paper::A4 => PaperName::a4,
                Paper::Letter => PaperName::letter,
            }),
            printer: settings.printer.as_deref(),
            clinic_phone: &settings.own.phone,
            own_note: &settings.own.note,
            read_sections: &settings.read_sections,
            welcomed_version: settings.welcomed_version.as_deref(),
            language: settings.language.as_deref(),
        }
    }
}

/// Reads the value of one field into the settings.
///
/// # Errors
/// What is wrong with it.
pub(super) fn read(settings: &mut Settings, field: &str, value: &str) -> Result<(), Why> {
    match field {
        "version" => {}
        "preferred_position" => {
            settings.preferred_position = parse::<Option<PositionName>>(value)?.map(Position::from);
        }
        "daily_limit" => {
            settings.daily_limit = match parse(value)? {
                LimitName::once => DailyLimit::Once,
                LimitName::twice => DailyLimit::Twice,
            };
        }
        "theme" => {
            settings.theme = match parse(value)? {
                ThemeName::system => Theme::System,
                ThemeName::light => Theme::Light,
                ThemeName::dark => Theme::Dark,
                ThemeName::high_contrast => Theme::HighContrast,
            };
        }
        "text_scale_percent" => {
            let range = TextScale::MIN.percent()..=TextScale::MAX.percent();
            let size = |percent| in_range(percent, &range, TextScale::from_percent);
            settings.text_scale = match value.trim().parse() {
                // A bare number was written for everyone: the smallest of them was nobody's choice.
                Ok(percent) => Some(size(percent)?).filter(|&size| size > TextScale::MIN),
                Err(_) => parse::<Option<u16>>(value)?.map(size).transpose()?,
            };
        }
        "reduced_motion" => settings.reduced_motion = parse(value)?,
        "build" => {
            settings.look.build = match parse(value)? {
                BuildName::slim => Build::Slim,
                BuildName::broad => Build::Broad,
            };
        }
        "hair" => {
            settings.look.hair = match parse(value)? {
                HairName::short => Hair::Short,
                HairName::bob => Hair::Bob,
                HairName::bun => Hair::Bun,
            };
        }
        "skin" => settings.skin = parse(value)?,
        "hair_color" => settings.hair_color = parse(value)?,
        "voice" => settings.voice = parse(value)?,
        "tones" => settings.tones = parse(value)?,
        "volume_percent" => settings.volume = in_range(parse(value)?, &(0..=Volume::MAX.percent()), Volume::from_percent)?,
        "system_voice" => settings.system_voice = parse(value)?,
        "reader_speaks" => settings.reader_speaks = parse(value)?,
        "answer_keys" => settings.answer_keys = parse(value)?,
        "self_paced" => settings.self_paced = parse(value)?,
        "counts_aloud" => settings.counts_aloud = parse(value)?,
        "lead_in_secs" => settings.pace.lead_in_secs = own_number(value, &Pace::LEAD_IN_SECS)?,
        "hold_secs" => settings.pace.hold_secs = own_number(value, &Pace::HOLD_SECS)?,
        "release_secs" => settings.pace.release_secs = own_number(value, &Pace::RELEASE_SECS)?,
        "breaths" => settings.pace.breaths = own_number(value, &Pace::BREATHS)?,
        "rounds" => settings.pace.rounds = own_number(value, &Pace::ROUNDS)?,
        "sore_side" => {
            settings.sore_side = parse::<Option<SideName>>(value)?.map(|side| match side {
                SideName::left => BodySide::Left,
                SideName::right => BodySide::Right,
            });
        }
        "screen_is_far" => settings.screen_is_far = parse(value)?,
        "floor_turn_degrees" => {
            let degrees = parse(value)?;
            settings.floor_turn =
                Turn::from_degrees(degrees).ok_or_else(|| Why::OneOf { value: degrees.to_string(), list: turns() })?;
        }
        "region" => settings.region = parse(value)?,
        "reminders" => settings.reminders = parse(value)?,
        "reminder_times" => {
            let times: Vec<String> = parse(value)?;
            if times.len() > TIMES_AT_MOST {
                return Err(Why::Times { count: times.len(), most: TIMES_AT_MOST });
            }
            settings.reminder_times = times.iter().map(|time| clock_time(time)).collect::<Result<_, _>>()?;
        }
        "consulted_on" => settings.consulted_on = day(value)?,
        // The first list asked for less and did not tell getting dizzy from getting up: whoever answered it is asked anew.
        "talk_first_on" => drop(day(value)?),
        "talk_first_list_on" => settings.talk_first_on = day(value)?,
        "needs_check" => closing(&mut settings.needs_check, value)?,
        "avoid_back_lying" => closing(&mut settings.avoid_back_lying, value)?,
        "avoid_floor" => closing(&mut settings.avoid_floor, value)?,
        "avoid_pressing" => closing(&mut settings.avoid_pressing, value)?,
        "paper" => {
            settings.paper = parse::<Option<PaperName>>(value)?.map(|paper| match paper {
                PaperName::a4 => Paper::A4,
                PaperName::letter => Paper::Letter,
            });
        }
        "printer" => settings.printer = parse(value)?,
        "clinic_phone" => settings.own.phone = letters(value, PHONE_LETTERS)?,
        "own_note" => settings.own.note = letters(value, NOTE_LETTERS)?,
        "read_sections" => settings.read_sections = parse(value)?,
        "welcomed_version" => settings.welcomed_version = parse(value)?,
        "language" => settings.language = parse(value)?,
        _ => return Err(Why::Unknown),
    }
    Ok(())
}

/// Reads one value.
pub(super) fn parse<T: for<'de> Deserialize<'de>>(value: &str) -> Result<T, Why> {
    ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .from_str(value)
        .map_err(|error| Why::of(&error.code, value))
}

/// A door that a yes closes: what cannot be read closes it too, and so does one yes among several.
fn closing(closed: &mut bool, value: &str) -> Result<(), Why> {
    let read = parse::<bool>(value);
    *closed |= *read.as_ref().unwrap_or(&true);
    read.map(drop).map_err(|_| Why::Closes(shown(value)))
}

/// How a time of day is written.
const CLOCK: &str = "%H:%M";

/// One reminder for each session that a day may hold.
const TIMES_AT_MOST: usize = 2;

/// The turns that may stand in the file, in degrees.
fn turns() -> String {
    Turn::ALL.map(|turn| turn.degrees().to_string()).join(", ")
}

fn in_range<N: Copy + fmt::Display, T>(value: N, range: &RangeInclusive<N>, make: impl Fn(N) -> Option<T>) -> Result<T, Why> {
    make(value).ok_or_else(|| Why::range(value, range.start(), range.end()))
}

/// A number of one's own, which may be absent.
fn own_number(value: &str, range: &RangeInclusive<u32>) -> Result<Option<u32>, Why> {
    let inside = |number: u32| range.contains(&number).then_some(number);
    parse::<Option<u32>>(value)?.map(|number| in_range(number, range, inside)).transpose()
}

/// A text of the person's own, which may be empty.
fn letters(value: &str, most: usize) -> Result<String, Why> {
    let text: String = parse(value)?;
    let count = text.chars().count();
    if count > most { Err(Why::Letters { count, most }) } else { Ok(text) }
}

fn clock_time(text: &str) -> Result<Time, Why> {
    read_time(text).map_err(|_| Why::NoTime(shown(text)))
}

fn day(value: &str) -> Result<Option<Date>, Why> {
    let day = |text: String| text.parse().map_err(|_| Why::NoDay(shown(&text)));
    parse::<Option<String>>(value)?.map(day).transpose()
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[expect(non_camel_case_types, reason = "the names are written like this in the file")]
enum SideName {
    left,
    right,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[expect(non_camel_case_types, reason = "the names are written like this in the file")]
enum PaperName {
    a4,
    letter,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[expect(non_camel_case_types, reason = "the names are written like this in the file")]
enum BuildName {
    slim,
    broad,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[expect(non_camel_case_types, reason = "the names are written like this in the file")]
enum HairName {
    short,
    bob,
    bun,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[expect(non_camel_case_types, reason = "the names are written like this in the file")]
enum PositionName {
    back,
    side,
    four,
    wall,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[expect(non_camel_case_types, reason = "the names are written like this in the file")]
enum LimitName {
    once,
    twice,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[expect(non_camel_case_types, reason = "the names are written like this in the file")]
enum ThemeName {
    system,
    light,
    dark,
    high_contrast,
}

impl From<Position> for PositionName {
    fn from(position: Position) -> Self {
        match position {
            Position::Back => Self::back,
            Position::Side => Self::side,
            Position::AllFours => Self::four,
            Position::Wall => Self::wall,
        }
    }
}

impl From<PositionName> for Position {
    fn from(name: PositionName) -> Self {
        match name {
            PositionName::back => Self::Back,
            PositionName::side => Self::Side,
            PositionName::four => Self::AllFours,
            PositionName::wall => Self::Wall,
        }
    }
}
