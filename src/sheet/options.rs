//! What a person may choose about the sheet.
//!
//! Not the words and not the colours: those come from content and from a palette.
//!
//! Invariant: there is no switch for the warning signs. They are on every sheet (screens.md 12).

use kurbo::Size;

/// The paper the sheet is laid out for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Paper {
    /// 210 x 297 mm.
    #[default]
    A4,
    /// 8.5 x 11 inches.
    Letter,
}

/// Regions that print on US Letter, by their ISO 3166 codes (the list of Unicode's CLDR).
const LETTER_REGIONS: [&str; 14] = ["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"];

impl Paper {
    /// The usual paper of a place, by a locale in any of the usual spellings (`en-US`, `es_MX.UTF-8`, `zh-Hant-TW`).
    pub fn usual_in(locale: &str) -> Self {
        let plain = locale.split(['.', '@']).next().unwrap_or_default();
        let mut parts = plain.split(['-', '_']).skip(1);
        let is_letter = parts.any(|part| LETTER_REGIONS.contains(&part.to_ascii_uppercase().as_str()));
        if is_letter { Self::Letter } else { Self::A4 }
    }

    /// Width and height in PDF points (1/72 inch), upright.
    pub fn size_pt(self) -> Size {
        match self {
            Self::A4 => Size::new(595.28, 841.89),
            Self::Letter => Size::new(612.0, 792.0),
        }
    }
}

/// How large the type is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum TextSize {
    /// One page.
    #[default]
    Standard,
    /// Two pages with type of about 16 points, for tired or far-away eyes.
    Large,
}

/// Whether the sheet may use colour.
///
/// The palette makes the colours grey; this also turns large dark fills into outlines, which spares toner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Ink {
    /// The colours of `assets/theme/print.ron`.
    #[default]
    Colour,
    /// Line art and greys, `assets/theme/print-bw.ron`.
    BlackAndWhite,
}

/// Which page it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Kind {
    /// The summary sheet, to keep by the mat.
    #[default]
    Summary,
    /// The page for a clinician: what was done in the last four weeks.
    Clinician,
    /// The emergency card: whom to call, and what to say.
    EmergencyCard,
}

/// Which parts of the summary a person wants beside the ones that are always there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Include {
    /// The four positions with their figures.
    pub positions: bool,
    /// A week's table to fill in by pencil.
    pub log: bool,
    /// Lines for questions to take to a visit.
    pub questions: bool,
    /// The last four weeks, day by day.
    pub weeks: bool,
}

impl Default for Include {
    fn default() -> Self {
        Self { positions: true, log: true, questions: true, weeks: false }
    }
}

/// Everything that can be chosen about one sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Options {
    /// Which page.
    pub kind: Kind,
    /// The paper.
    pub paper: Paper,
    /// The size of the type.
    pub text: TextSize,
    /// Colour or line art.
    pub ink: Ink,
    /// The parts that may be left out.
    pub include: Include,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_paper_follows_the_region_and_not_the_language() {
        for (locale, paper) in [
            ("en-US", Paper::Letter),
            ("en_US.UTF-8", Paper::Letter),
            ("es_MX", Paper::Letter),
            ("fr-CA", Paper::Letter),
            ("en-GB", Paper::A4),
            ("de_DE@euro", Paper::A4),
            ("zh-Hant-TW", Paper::A4),
            ("C", Paper::A4),
            ("ca", Paper::A4), // Catalan, not Canada
            ("", Paper::A4),
        ] {
            assert_eq!(Paper::usual_in(locale), paper, "{locale}");
        }
    }
}
