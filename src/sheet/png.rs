//! A page as pixels, for "Save as picture" and for looking at what will be printed.
//!
//! Reads the same document as the PDF writer. Encoding is left to the caller, who has the `image` crate.
//!
//! Invariant: every pixel is opaque; paper is white.

use kurbo::{Affine, BezPath};
use tiny_skia::{Color, FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, Stroke, StrokeDash, Transform};

use super::error::SheetError;
use super::fonts::glyph_outline;
use super::page::{Art, Block, Page, Piece, TextRun};
use super::paths::{PathSink, single, trace};
use crate::drawing::{self, Item, Palette, Rgb};

/// A page's pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Red, green, blue, alpha, row by row from the top.
    pub rgba: Vec<u8>,
}

/// Paints a page at this many dots per inch (150 for a screen, 300 for paper).
///
/// # Errors
/// When the resolution is outside 36 to 600.
pub fn to_pixels(page: &Page, palette: &Palette, dpi: u32) -> Result<Pixels, SheetError> {
    if !(36..=600).contains(&dpi) {
        return Err(SheetError::Resolution { dpi });
    }
    let scale = f64::from(dpi) / 72.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "paper at 600 dpi is under 8000 pixels")]
    let pixels = |points: f64| (points * scale).round() as u32;
    let (width, height) = (pixels(page.size.width), pixels(page.size.height));
    let mut canvas = Pixmap::new(width, height).ok_or(SheetError::Resolution { dpi })?;
    canvas.fill(Color::WHITE);
    let mut painter = Painter { canvas, palette, view: Affine::scale(scale) };
    for block in &page.blocks {
        block.walk(&mut |block: &Block| painter.pieces(&block.pieces));
    }
    Ok(Pixels { width, height, rgba: painter.canvas.take() })
}

struct Painter<'a> {
    canvas: Pixmap,
    palette: &'a Palette,
    /// From points to pixels.
    view: Affine,
}

impl Painter<'_> {
    fn pieces(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            match piece {
                Piece::Text(run) => self.text(run),
                Piece::Art(art) => self.art(art),
            }
        }
    }

    fn text(&mut self, run: &TextRun) {
        let mut pen = run.origin;
        let size = f64::from(run.size_pt);
        for glyph in &run.glyphs {
            let place = self.view * Affine::translate((pen + glyph.shift_pt).to_vec2()) * Affine::scale(size);
            self.fill(&glyph_outline(run.face, glyph.id), run.token.into(), place);
            pen.x += f64::from(glyph.advance_pt);
        }
    }

    fn art(&mut self, art: &Art) {
        let place = self.view * art.place;
        let scale = place.determinant().abs().sqrt();
        for item in &art.drawing.items {
            match item {
                Item::Fill { path, paint } => self.fill(path, *paint, place),
                Item::Stroke { path, paint, width, dash } => {
                    let Some(path) = convert(path, place) else { continue };
                    let stroke = Stroke {
                        width: single(width * scale),
                        line_cap: LineCap::Round,
                        line_join: LineJoin::Round,
                        dash: dash.and_then(|[on, off]| StrokeDash::new(vec![single(on * scale), single(off * scale)], 0.0)),
                        ..Stroke::default()
                    };
                    let paint = self.paint(*paint);
                    self.canvas.stroke_path(&path, &paint, &stroke, Transform::identity(), None);
                }
            }
        }
    }

    fn fill(&mut self, path: &BezPath, paint: drawing::Paint, place: Affine) {
        if let Some(path) = convert(path, place) {
            let paint = self.paint(paint);
            self.canvas.fill_path(&path, &paint, FillRule::Winding, Transform::identity(), None);
        }
    }

    fn paint(&self, paint: drawing::Paint) -> Paint<'static> {
        let Rgb(red, green, blue) = self.palette.get(paint.token);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a byte")]
        let alpha = (paint.alpha.clamp(0.0, 1.0) * 255.0).round() as u8;
        let mut ink = Paint { anti_alias: true, ..Paint::default() };
        ink.set_color_rgba8(red, green, blue, alpha);
        ink
    }
}

fn convert(path: &BezPath, place: Affine) -> Option<Path> {
    let mut builder = Builder(PathBuilder::new());
    trace(path, place, &mut builder);
    builder.0.finish()
}

struct Builder(PathBuilder);

impl PathSink for Builder {
    fn move_to(&mut self, [x, y]: [f32; 2]) {
        self.0.move_to(x, y);
    }

    fn line_to(&mut self, [x, y]: [f32; 2]) {
        self.0.line_to(x, y);
    }

    fn quad_to(&mut self, [x1, y1]: [f32; 2], [x, y]: [f32; 2]) {
        self.0.quad_to(x1, y1, x, y);
    }

    fn cubic_to(&mut self, [x1, y1]: [f32; 2], [x2, y2]: [f32; 2], [x, y]: [f32; 2]) {
        self.0.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}
