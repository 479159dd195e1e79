//! Who the person in the pictures is: build and hair. Skin tones are colours, and so part of a palette.
//!
//! A look changes outlines only, never joints: every pose works for every look.

use serde::Deserialize;

use super::body::{self, Girth};
use crate::drawing::{Palette, PaletteError, Rgb, Token};

/// How the person looks, apart from colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    pub build: Build,
    pub hair: Hair,
}

/// How broad the person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
pub enum Build {
    #[default]
    Slim,
    Broad,
}

/// The shape of the hair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
pub enum Hair {
    /// Short, ears and neck free.
    #[default]
    Short,
    /// Down to the chin.
    Bob,
    /// Tied at the back of the head.
    Bun,
}

impl Build {
    /// Every build, for a settings page.
    pub const ALL: [Build; 2] = [Build::Slim, Build::Broad];
}

impl Hair {
    /// Every hair shape, for a settings page.
    pub const ALL: [Hair; 3] = [Hair::Short, Hair::Bob, Hair::Bun];
}

/// The half widths of a person's limbs and trunk.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Girths {
    pub thigh: [Girth; 6],
    pub shank: [Girth; 7],
    pub upper_arm: [Girth; 5],
    pub forearm: [Girth; 5],
    /// Front and back at each station of the spine.
    pub trunk: [(f64, f64); 7],
}

impl Girths {
    /// The measures of a build.
    pub fn of(build: Build) -> Self {
        // The back grows little: it lies on mats and stands at walls.
        let (limb, front, back) = match build {
            Build::Slim => (1.0, [1.0; 7], 1.0),
            Build::Broad => (1.1, [1.16, 1.3, 1.42, 1.36, 1.24, 1.1, 1.0], 1.06),
        };
        let mut trunk = body::TRUNK;
        for (width, front) in trunk.iter_mut().zip(front) {
            *width = (width.0 * front, width.1 * back);
        }
        Self {
            thigh: body::THIGH_GIRTH.map(|girth| girth.times(limb)),
            shank: body::SHANK_GIRTH.map(|girth| girth.times(limb)),
            upper_arm: body::UPPER_ARM_GIRTH.map(|girth| girth.times(limb)),
            forearm: body::FOREARM_GIRTH.map(|girth| girth.times(limb)),
            trunk,
        }
    }
}

/// A skin tone: what a palette's near and far skin become. Far skin is the same skin in shade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkinTone {
    /// The name under which words and settings know it.
    pub name: String,
    near: Rgb,
    far: Rgb,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenTone {
    name: String,
    near: String,
    far: String,
}

impl SkinTone {
    /// Reads a file of tones: a RON list of name, near and far colour (`"RRGGBB"`).
    ///
    /// # Errors
    /// When the text is no such list, or a value is no colour.
    pub fn list_from_ron(text: &str) -> Result<Vec<SkinTone>, PaletteError> {
        let written: Vec<WrittenTone> = ron::from_str(text)
            .map_err(|error| PaletteError::Syntax { line: error.span.start.line, what: error.code.to_string() })?;
        let colour = |token: Token, value: String| Rgb::from_hex(&value).ok_or(PaletteError::NotAColour { token, value });
        written
            .into_iter()
            .map(|tone| {
                let near = colour(Token::SkinNear, tone.near)?;
                Ok(SkinTone { name: tone.name, near, far: colour(Token::SkinFar, tone.far)? })
            })
            .collect()
    }

    /// The palette with this skin.
    pub fn on(&self, palette: Palette) -> Palette {
        palette.with(Token::SkinNear, self.near).with(Token::SkinFar, self.far)
    }
}
