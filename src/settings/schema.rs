//! The words of the settings file, version 1: what each value looks like there.
//!
//! Not the settings themselves: they may change shape while the file keeps its own.
//!
//! Invariant: what [`write`](Schema) puts down, the readers below take back. A name that has shipped stays readable
//! for ever.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Settings, TextScale, Theme};
use crate::figure::{Build, Hair};
use crate::limit::DailyLimit;
use crate::session::Position;

/// The whole file, in the order it is written.
#[derive(Debug, Serialize)]
pub(super) struct Schema<'a> {
    version: u32,
    preferred_position: Option<PositionName>,
    daily_limit: LimitName,
    theme: ThemeName,
    text_scale_percent: u16,
    reduced_motion: Option<bool>,
    build: BuildName,
    hair: HairName,
    skin: Option<&'a str>,
    voice: bool,
    tones: bool,
    read_sections: &'a BTreeSet<String>,
    welcomed_version: Option<&'a str>,
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
            text_scale_percent: settings.text_scale.percent(),
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
            voice: settings.voice,
            tones: settings.tones,
            read_sections: &settings.read_sections,
            welcomed_version: settings.welcomed_version.as_deref(),
        }
    }
}

/// Reads the value of one field into the settings.
///
/// # Errors
/// What is wrong with it, as the end of a sentence that begins with the field's name.
pub(super) fn read(settings: &mut Settings, field: &str, value: &str) -> Result<(), String> {
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
            let percent = parse(value)?;
            settings.text_scale = TextScale::from_percent(percent).ok_or_else(|| {
                let (min, max) = (TextScale::MIN.percent(), TextScale::MAX.percent());
                format!("is {percent}, and may only be {min} to {max}")
            })?;
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
        "voice" => settings.voice = parse(value)?,
        "tones" => settings.tones = parse(value)?,
        "read_sections" => settings.read_sections = parse(value)?,
        "welcomed_version" => settings.welcomed_version = parse(value)?,
        _ => return Err("is not a setting of this program".to_owned()),
    }
    Ok(())
}

/// Reads one value.
pub(super) fn parse<T: for<'de> Deserialize<'de>>(value: &str) -> Result<T, String> {
    ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .from_str(value)
        .map_err(|error| format!("cannot be read ({})", error.code))
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
