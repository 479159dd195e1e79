//! One display list: paths, fills, strokes and text in colour tokens.
//!
//! A [`Drawing`] is made once and written by many: the screen, SVG, PDF and PNG all read the same items, so a
//! figure can not look one way in the window and another on paper. It knows nothing of egui or of files.
//!
//! Invariant: colours are [`Token`]s; only a [`Palette`] turns them into numbers, when something is painted.

pub mod mesh;
pub mod raster;
pub mod svg;
mod token;

pub use kurbo::{Affine, BezPath, Point, Rect, Shape, Size, Vec2};
pub use token::{Palette, PaletteError, Rgb, Token};

/// A picture as an ordered list of things to paint, first item at the back.
///
/// Coordinates run right and down from the top left corner; the unit is the drawing's own (per mille of a
/// person's height in a figure, PDF points on a page).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawing {
    /// Extent of the view box, whose origin is (0, 0).
    pub size: Size,
    /// What to paint, back to front.
    pub items: Vec<Item>,
}

/// One thing to paint.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// The inside of a path, non-zero winding. Shapes may be concave but never cross themselves.
    Fill { path: BezPath, paint: Paint },
    /// A line along a path, with round caps and joins.
    Stroke { path: BezPath, paint: Paint, width: f64, dash: Option<[f64; 2]> },
}

/// A colour token with its opacity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paint {
    /// Which colour of the theme.
    pub token: Token,
    /// Opacity, 0 to 1.
    pub alpha: f32,
}

impl From<Token> for Paint {
    fn from(token: Token) -> Self {
        Self { token, alpha: 1.0 }
    }
}

impl Drawing {
    /// An empty picture of this extent.
    pub fn new(size: Size) -> Self {
        Self { size, items: Vec::new() }
    }

    /// Adds a filled path on top.
    pub fn fill(&mut self, path: BezPath, paint: impl Into<Paint>) {
        self.items.push(Item::Fill { path, paint: paint.into() });
    }

    /// Adds a stroked path on top.
    pub fn stroke(&mut self, path: BezPath, paint: impl Into<Paint>, width: f64) {
        self.items.push(Item::Stroke { path, paint: paint.into(), width, dash: None });
    }

    /// Adds a dashed line on top: lengths of dash and gap.
    pub fn dashed(&mut self, path: BezPath, paint: impl Into<Paint>, width: f64, dash: [f64; 2]) {
        self.items.push(Item::Stroke { path, paint: paint.into(), width, dash: Some(dash) });
    }

    /// Exchanges colours.
    pub fn recolour(&mut self, colour: impl Fn(Token) -> Token) {
        for item in &mut self.items {
            match item {
                Item::Fill { paint, .. } | Item::Stroke { paint, .. } => paint.token = colour(paint.token),
            }
        }
    }

    /// Moves every path. Line widths stay, so this is for shifts, turns and mirrors, not for scaling.
    pub fn transform(&mut self, by: Affine) {
        for item in &mut self.items {
            match item {
                Item::Fill { path, .. } | Item::Stroke { path, .. } => path.apply_affine(by),
            }
        }
    }
}
