//! Who the person in the pictures is: build and hair. Skin tones are colours, and so part of a palette.
//!
//! A look changes outlines only, never joints: every pose works for every look.

use serde::Deserialize;

use super::body::{self, Girth};
use crate::drawing::{Palette, PaletteError, Rgb, Token};

/// How the person looks, apart from colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
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
            Build::Broad => (1.1, [1.16, 1.28, 1.38, 1.3, 1.16, 1.08, 1.0], 1.06),
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

    /// The tone in the light, to show what can be chosen.
    pub fn near(&self) -> Rgb {
        self.near
    }

    /// The palette with this skin. Where neither skin nor outline would stand out from the stage, a deep skin in
    /// the dark, the outline becomes light.
    pub fn on(&self, palette: Palette) -> Palette {
        let palette = palette.with(Token::SkinNear, self.near).with(Token::SkinFar, self.far);
        let stage = palette.get(Token::Stage);
        let stands_out = |colour: Rgb| colour.contrast(stage) >= STANDS_OUT;
        if stands_out(self.far) || stands_out(palette.get(Token::Outline)) {
            return palette;
        }
        let light = palette.get(Token::Ink2);
        palette.with(Token::Outline, light)
    }
}

/// Contrast of a shape, or of its outline, against what lies behind it (WCAG 2.2, 1.4.11).
pub const STANDS_OUT: f64 = 3.0;

#[cfg(test)]
mod tests {
    use super::*;

    fn themes() -> [Palette; 4] {
        [
            include_str!("../../assets/theme/light.ron"),
            include_str!("../../assets/theme/dark.ron"),
            include_str!("../../assets/theme/high-contrast.ron"),
            include_str!("../../assets/theme/line-art.ron"),
        ]
        .map(|text| Palette::from_ron(text).expect("a shipped theme"))
    }

    #[test]
    fn line_art_is_black_and_white_and_nothing_between() {
        let palette = Palette::from_ron(include_str!("../../assets/theme/line-art.ron")).expect("a shipped theme");
        for &token in Token::ALL {
            let colour = palette.get(token);
            assert!([Rgb(0, 0, 0), Rgb(255, 255, 255)].contains(&colour), "{token:?} is {colour:?}");
        }
    }

    fn tones() -> Vec<SkinTone> {
        SkinTone::list_from_ron(include_str!("../../assets/theme/skin.ron")).expect("the shipped tones")
    }

    #[test]
    fn outline_or_fill_stands_out_from_the_stage_in_every_skin() {
        let body = [Token::SkinNear, Token::SkinFar, Token::ShirtNear, Token::ShirtFar, Token::ShortsNear, Token::ShortsFar];
        // Hair has an edge of its own: `hair.rs`.
        let rest = [Token::Mat, Token::Pillow, Token::Shoe, Token::Wood, Token::Roller];
        for theme in themes() {
            let plain = std::iter::once(theme.clone());
            for palette in plain.chain(tones().iter().map(|tone| tone.on(theme.clone()))) {
                let stage = palette.get(Token::Stage);
                for token in body.into_iter().chain(rest) {
                    let fill = palette.get(token).contrast(stage);
                    let line = palette.get(Token::Outline).contrast(stage);
                    assert!(fill.max(line) >= STANDS_OUT, "{token:?}: fill {fill:.2}, outline {line:.2}");
                }
            }
        }
    }

    #[test]
    fn arrows_stand_out_from_the_stage() {
        for palette in themes() {
            for token in [Token::Press, Token::Breath, Token::Ghost] {
                let contrast = palette.get(token).contrast(palette.get(Token::Stage));
                assert!(contrast >= STANDS_OUT, "{token:?}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn the_low_back_shows_on_the_shirt_without_colour() {
        for palette in themes() {
            let contrast = palette.get(Token::Glow1).contrast(palette.get(Token::ShirtNear));
            assert!(contrast >= 2.8, "{contrast:.2}");
        }
    }

    #[test]
    fn the_tones_have_names_of_their_own() {
        let mut names: Vec<String> = tones().into_iter().map(|tone| tone.name).collect();
        names.sort();
        names.dedup();
        assert!(names.len() >= 5, "six with the themes' own: {names:?}");
    }

    #[test]
    fn a_tone_that_is_no_colour_is_refused() {
        let wrong = SkinTone::list_from_ron("[(name: \"x\", near: \"12345\", far: \"123456\")]");
        assert_eq!(wrong, Err(PaletteError::NotAColour { token: Token::SkinNear, value: "12345".into() }));
    }

    #[test]
    fn a_broad_person_is_broader_in_front_than_behind() {
        let (slim, broad) = (Girths::of(Build::Slim), Girths::of(Build::Broad));
        let front: f64 = slim.trunk.iter().zip(broad.trunk).map(|(a, b)| b.0 - a.0).sum();
        let back: f64 = slim.trunk.iter().zip(broad.trunk).map(|(a, b)| b.1 - a.1).sum();
        assert!(front > back && back > 0.0);
    }
}
