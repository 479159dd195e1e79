//! How large and how airy a sheet is set.
//!
//! Not the words and not the places: only type sizes and gaps. A sheet is tried at the most generous density
//! first and tightened until it fits; below the last step of the ladder it is refused.
//!
//! Invariant: running text is never smaller than 9 points, large print never smaller than 15.

use super::fonts::Face;
use super::options::TextSize;
use crate::drawing::Token;

/// The roles type plays on the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Style {
    Title,
    Banner,
    Heading,
    /// Smaller words on the heading's line.
    Aside,
    Name,
    Tagline,
    Body,
    /// What a person typed: as running text, and a word too long for its line is broken.
    Own,
    /// A number to call, on the emergency card.
    Number,
    /// The one of the chosen place.
    OwnNumber,
    Strong,
    TableHead,
    Foot,
}

/// Type size in points at full size, line height in sizes, face and colour.
struct Spec(f64, f32, Face, Token);

impl Style {
    /// Sizes measured on the sheet's mock-up, 0.75 points a pixel (screens.md 12b); large print from 15.
    fn spec(self, text: TextSize) -> Spec {
        use Face::{Heavy, Medium, Regular};
        let standard = text == TextSize::Standard;
        let pick = |small: f64, large: f64| if standard { small } else { large };
        match self {
            Self::Title => Spec(pick(25.5, 30.0), 1.1, Heavy, Token::Ink),
            Self::Banner => Spec(pick(13.5, 18.0), 1.25, Medium, Token::OnPrimary),
            Self::Heading => Spec(pick(14.0, 20.0), 1.2, Medium, Token::Ink),
            Self::Aside => Spec(pick(11.25, 17.0), 1.2, Regular, Token::Ink),
            Self::Name => Spec(pick(12.0, 18.5), 1.25, Medium, Token::Ink),
            Self::Tagline => Spec(pick(10.4, 17.0), 1.25, Regular, Token::Ink2),
            Self::Body => Spec(pick(11.5, 17.5), 1.28, Regular, Token::Ink),
            Self::Own => Spec(pick(11.5, 17.5), 1.28, Regular, Token::Ink),
            Self::Number => Spec(pick(34.0, 44.0), 1.1, Heavy, Token::Ink),
            Self::OwnNumber => Spec(pick(48.0, 58.0), 1.1, Heavy, Token::Ink),
            Self::Strong => Spec(pick(11.5, 17.5), 1.28, Medium, Token::Ink),
            Self::TableHead => Spec(pick(10.25, 16.5), 1.25, Medium, Token::Ink),
            Self::Foot => Spec(pick(9.6, 13.0), 1.25, Regular, Token::Ink2),
        }
    }
}

/// One step of the ladder.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Density {
    text: TextSize,
    /// Share of the full type size.
    scale: f64,
    /// Share of the full gaps.
    air: f64,
    /// A word that is too long for its place is broken.
    breaks: bool,
}

impl Density {
    /// From generous to tight.
    pub(super) fn ladder(text: TextSize) -> impl Iterator<Item = Self> {
        let last = Self::least_scale(text);
        let steps = 12_u32;
        (0..=steps).map(move |step| {
            let tight = f64::from(step) / f64::from(steps);
            Self { text, scale: 1.0 - (1.0 - last) * tight, air: 1.0 - 0.6 * tight.sqrt(), breaks: false }
        })
    }

    /// The same for a page that is read from afar: it begins far above the full type size, so that the type fills the page.
    pub(super) fn filling(text: TextSize) -> impl Iterator<Item = Self> {
        let larger = (1..=40_u32).rev().map(move |step| {
            let scale = 1.0 + f64::from(step) * 0.03;
            Self { text, scale, air: 1.0, breaks: false }
        });
        larger.chain(Self::ladder(text))
    }

    /// 11.5 x 0.79 and 17.5 x 0.86 are the smallest running text allowed.
    fn least_scale(text: TextSize) -> f64 {
        match text {
            TextSize::Standard => 0.79,
            TextSize::Large => 0.86,
        }
    }

    /// Whether there is no tighter step.
    pub(super) fn is_tightest(self) -> bool {
        self.scale < Self::least_scale(self.text) + 0.001
    }

    /// The same, and a word that is too long for its place is broken: the last resort before there is no page.
    pub(super) fn breaking_words(self) -> Self {
        Self { breaks: true, ..self }
    }

    /// Whether a word in this style may be broken.
    pub(super) fn breaks(self, style: Style) -> bool {
        self.breaks || style == Style::Own
    }

    /// Type size in points.
    pub(super) fn size_pt(self, style: Style) -> f64 {
        self.full_size_pt(style) * self.scale
    }

    /// Type size at the top of the ladder, in points.
    pub(super) fn full_size_pt(self, style: Style) -> f64 {
        style.spec(self.text).0
    }

    /// Share of the full type size.
    pub(super) fn scale(self) -> f64 {
        self.scale
    }

    /// Distance between baselines in type sizes.
    pub(super) fn leading(self, style: Style) -> f32 {
        style.spec(self.text).1
    }

    /// The face.
    pub(super) fn face(self, style: Style) -> Face {
        style.spec(self.text).2
    }

    /// The colour unless a part asks for another.
    pub(super) fn token(self, style: Style) -> Token {
        style.spec(self.text).3
    }

    /// A gap of this many points at full size.
    pub(super) fn gap(self, points: f64) -> f64 {
        points * self.air
    }

    /// A length that belongs to the type: an indent, a box to tick.
    pub(super) fn em(self, points: f64) -> f64 {
        let grown = if self.text == TextSize::Large { 1.5 } else { 1.0 };
        points * self.scale * grown
    }

    /// The height of a figure that would like this many points: pictures give way before words do.
    pub(super) fn picture(self, points: f64) -> f64 {
        points * (0.5 + 0.5 * self.air)
    }

    /// Large print or not.
    pub(super) fn text(self) -> TextSize {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_step_goes_below_the_smallest_type() {
        for (text, floor) in [(TextSize::Standard, 9.0), (TextSize::Large, 15.0)] {
            for density in Density::filling(text) {
                assert!(density.size_pt(Style::Body) >= floor, "{density:?}");
                assert!(density.size_pt(Style::Strong) >= floor, "{density:?}");
            }
        }
    }
}
