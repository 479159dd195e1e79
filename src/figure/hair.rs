//! The color of the person's hair, and the edge that makes it stand out.
//!
//! Not its shape: see `look.rs`. Invariant: a color is the same in every theme; where it would be lost on the skin or
//! before the stage, its edge changes and not the hair.

use serde::Deserialize;

use super::look::STANDS_OUT;
use crate::drawing::{Palette, PaletteError, Rgb, Token};

/// How much hair, or its edge, differs from the skin that it lies on: less than a shape on the stage, because the face
/// beside it says where it is.
pub const SHOWS_ON_SKIN: f64 = 2.0;

/// A color of hair, under the name by which words and settings know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HairColor {
    /// Its name.
    pub name: String,
    color: Rgb,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenColor {
    name: String,
    color: String,
}

impl HairColor {
    /// Reads a file of colors: a RON list of name and color (`"RRGGBB"`).
    ///
    /// # Errors
    /// When the text is no such list, or a value is no color.
    pub fn list_from_ron(text: &str) -> Result<Vec<Self>, PaletteError> {
        let written: Vec<WrittenColor> = ron::from_str(text)
            .map_err(|error| PaletteError::Syntax { line: error.span.start.line, what: error.code.to_string() })?;
        let color = |WrittenColor { name, color: value }| match Rgb::from_hex(&value) {
            Some(color) => Ok(Self { name, color }),
            None => Err(PaletteError::NotAColour { token: Token::Hair, value }),
        };
        written.into_iter().map(color).collect()
    }

    /// The color itself, to show what can be chosen.
    pub fn color(&self) -> Rgb {
        self.color
    }
}

/// The palette with this hair, or its own, and with an edge that shows it on the palette's skin and stage.
pub fn on(palette: Palette, hair: Option<&HairColor>) -> Palette {
    let palette = match hair {
        Some(hair) => palette.with(Token::Hair, hair.color),
        None => palette,
    };
    let edges = [palette.get(Token::Outline), palette.get(Token::Surface), palette.get(Token::Ink2), palette.get(Token::Ink)];
    let best = edges.into_iter().find(|&edge| shows(&palette, edge));
    match best {
        Some(edge) => palette.with(Token::HairEdge, edge),
        None => palette,
    }
}

/// Whether the palette's hair shows with this edge: on both shades of skin, and before the stage.
pub fn shows(palette: &Palette, edge: Rgb) -> bool {
    let hair = palette.get(Token::Hair);
    let on_skin = |skin: Rgb| hair.contrast(skin).max(edge.contrast(hair).min(edge.contrast(skin))) >= SHOWS_ON_SKIN;
    let stage = palette.get(Token::Stage);
    on_skin(palette.get(Token::SkinNear))
        && on_skin(palette.get(Token::SkinFar))
        && hair.contrast(stage).max(edge.contrast(stage)) >= STANDS_OUT
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::SkinTone;

    fn themes() -> [Palette; 3] {
        [
            include_str!("../../assets/theme/light.ron"),
            include_str!("../../assets/theme/dark.ron"),
            include_str!("../../assets/theme/high-contrast.ron"),
        ]
        .map(|text| Palette::from_ron(text).expect("a shipped theme"))
    }

    fn colors() -> Vec<HairColor> {
        HairColor::list_from_ron(include_str!("../../assets/theme/hair.ron")).expect("the shipped colors")
    }

    #[test]
    fn hair_shows_on_every_skin_in_every_theme() {
        let tones = SkinTone::list_from_ron(include_str!("../../assets/theme/skin.ron")).expect("the shipped tones");
        for theme in themes() {
            for tone in std::iter::once(None).chain(tones.iter().map(Some)) {
                let skinned = tone.map_or_else(|| theme.clone(), |tone| tone.on(theme.clone()));
                for hair in std::iter::once(None).chain(colors().iter().map(Some)) {
                    let palette = on(skinned.clone(), hair);
                    let (tone, hair) = (tone.map(|tone| &tone.name), hair.map(|hair| &hair.name));
                    assert!(shows(&palette, palette.get(Token::HairEdge)), "{hair:?} on {tone:?}");
                }
            }
        }
    }

    #[test]
    fn a_color_of_hair_is_the_same_in_every_theme() {
        let hairs = themes().map(|theme| on(theme, None).get(Token::Hair));
        assert!(hairs.iter().all(|hair| *hair == hairs[0]), "{hairs:?}");
        for color in colors() {
            assert!(themes().into_iter().all(|theme| on(theme, Some(&color)).get(Token::Hair) == color.color), "{}", color.name);
        }
    }

    /// What is measured above can fail: dark brown hair is lost on deep skin behind the usual edge.
    #[test]
    fn hair_without_its_edge_is_lost() {
        let tones = SkinTone::list_from_ron(include_str!("../../assets/theme/skin.ron")).expect("the shipped tones");
        let deep = tones.last().expect("tones").on(themes()[0].clone());
        assert!(!shows(&deep, deep.get(Token::Outline)));
    }

    #[test]
    fn there_is_gray_hair_and_no_color_twice() {
        let (colors, own) = (colors(), themes()[0].get(Token::Hair));
        assert!(colors.iter().any(|color| color.name == "gray"));
        let mut all: Vec<Rgb> = colors.iter().map(HairColor::color).chain([own]).collect();
        let count = all.len();
        all.sort_by_key(|Rgb(red, green, blue)| (*red, *green, *blue));
        all.dedup();
        assert_eq!(all.len(), count);
    }

    #[test]
    fn no_two_skins_look_alike_in_any_theme() {
        let tones = SkinTone::list_from_ron(include_str!("../../assets/theme/skin.ron")).expect("the shipped tones");
        for theme in themes() {
            let all: Vec<Rgb> = std::iter::once(theme.get(Token::SkinNear)).chain(tones.iter().map(SkinTone::near)).collect();
            for (index, one) in all.iter().enumerate() {
                for other in all.iter().skip(index + 1) {
                    assert!(one.contrast(*other) >= 1.15, "{one:?} and {other:?}");
                }
            }
        }
    }
}
