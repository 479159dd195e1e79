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

impl Paper {
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

/// Which parts a person wants beside the ones that are always there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Include {
    /// The four positions with their figures.
    pub positions: bool,
    /// A week's table to fill in by pencil.
    pub log: bool,
    /// Lines for questions to take to a visit.
    pub questions: bool,
}

impl Default for Include {
    fn default() -> Self {
        Self { positions: true, log: true, questions: true }
    }
}

/// Everything that can be chosen about one sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Options {
    /// The paper.
    pub paper: Paper,
    /// The size of the type.
    pub text: TextSize,
    /// Colour or line art.
    pub ink: Ink,
    /// The parts that may be left out.
    pub include: Include,
}
