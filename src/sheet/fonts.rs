//! The faces of the sheet, and nothing from the machine.
//!
//! Atkinson Hyperlegible Next (OFL) is in the binary, so a sheet looks the same on every computer; and for the letters of a
//! person's own note that it lacks, a part of Noto Sans (OFL): Greek, Cyrillic, and Latin with rarer accents.
//!
//! Invariant: a glyph id in a document always belongs to the [`Face`] beside it.

use kurbo::BezPath;
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::prelude::{FontRef, LocationRef, Size};
use skrifa::{GlyphId, MetadataProvider};

/// A weight of the one family, or what stands in for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// 400, running text.
    Regular,
    /// 600, names and lead-ins.
    Medium,
    /// 750, the title.
    Heavy,
    /// Letters that the family lacks, in one weight.
    Other,
}

impl Face {
    /// All faces.
    pub const ALL: [Self; 4] = [Self::Regular, Self::Medium, Self::Heavy, Self::Other];

    /// The weights of the one family.
    pub(super) const OWN: [Self; 3] = [Self::Regular, Self::Medium, Self::Heavy];

    /// The font file.
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-400.ttf"),
            Self::Medium => include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-600.ttf"),
            Self::Heavy => include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-750.ttf"),
            Self::Other => include_bytes!("../../assets/fonts/NotoSans-Other.ttf"),
        }
    }

    /// CSS weight.
    pub fn weight(self) -> f32 {
        match self {
            Self::Regular | Self::Other => 400.0,
            Self::Medium => 600.0,
            Self::Heavy => 750.0,
        }
    }

    /// Name for error texts.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Regular => "AtkinsonHyperlegibleNext-400",
            Self::Medium => "AtkinsonHyperlegibleNext-600",
            Self::Heavy => "AtkinsonHyperlegibleNext-750",
            Self::Other => "NotoSans-Other",
        }
    }
}

/// The outline of a glyph in em units (1.0 is the type size), y down, origin on the baseline.
///
/// Empty for a space or an id the face does not have. For writers that have no fonts of their own.
pub fn glyph_outline(face: Face, glyph: u32) -> BezPath {
    let mut pen = Pen { path: BezPath::new(), scale: 1.0 };
    let Ok(font) = FontRef::new(face.bytes()) else { return pen.path };
    pen.scale = 1.0 / f64::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em.max(1));
    let Some(outline) = font.outline_glyphs().get(GlyphId::new(glyph)) else { return pen.path };
    match outline.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), &mut pen) {
        Ok(_) => pen.path,
        Err(_) => BezPath::new(), // a broken outline is drawn as nothing, as a viewer would
    }
}

struct Pen {
    path: BezPath,
    scale: f64,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> (f64, f64) {
        (f64::from(x) * self.scale, f64::from(-y) * self.scale)
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.at(x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.at(x, y));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.path.quad_to(self.at(x1, y1), self.at(x, y));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.path.curve_to(self.at(x1, y1), self.at(x2, y2), self.at(x, y));
    }

    fn close(&mut self) {
        self.path.close_path();
    }
}
