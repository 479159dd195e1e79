//! Pieces onto a PDF surface: glyphs with their text, fills and round strokes, all of them opaque.
//!
//! Invariant: colours with three equal parts are written as grey, so a black-and-white sheet holds no colour.

use krilla::color::{luma, rgb};
use krilla::geom::{Path, PathBuilder, Point, Transform};
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Paint, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use kurbo::{Affine, BezPath};

use super::opaque::{Ink, opaque};
use crate::drawing::{Palette, Rgb, Token};
use crate::sheet::error::SheetError;
use crate::sheet::fonts::Face;
use crate::sheet::page::{Art, Piece, TextRun};
use crate::sheet::paths::{PathSink, single, trace};

/// Drawings are written in whole steps of this many points, counted from their own corner: half a step is a third of a
/// dot at 1200 dpi, and whole numbers are shorter to write and quicker to pack than broken ones.
const GRID_PT: f32 = 0.05;

/// Colours and fonts, ready to paint with.
pub(super) struct Brush<'a> {
    palette: &'a Palette,
    fonts: Vec<(Face, Font)>,
}

impl<'a> Brush<'a> {
    /// Loads the faces.
    pub(super) fn new(palette: &'a Palette) -> Result<Self, SheetError> {
        let load = |face: Face| Some((face, Font::new(face.bytes().into(), 0)?));
        let fonts = Face::ALL.into_iter().map(|face| load(face).ok_or(SheetError::Font(face.name())));
        Ok(Self { palette, fonts: fonts.collect::<Result<_, _>>()? })
    }

    /// Paints pieces in order.
    pub(super) fn pieces(&self, surface: &mut Surface<'_>, pieces: &[Piece]) {
        for piece in pieces {
            match piece {
                Piece::Text(run) => self.text(surface, run),
                Piece::Art(art) => self.art(surface, art),
            }
        }
    }

    fn text(&self, surface: &mut Surface<'_>, run: &TextRun) {
        let Some((_, font)) = self.fonts.iter().find(|(face, _)| *face == run.face) else { return };
        surface.set_stroke(None);
        surface.set_fill(Some(fill(self.palette.get(run.token))));
        let em = f64::from(run.size_pt);
        let glyphs: Vec<KrillaGlyph> = run
            .glyphs
            .iter()
            .map(|glyph| {
                let advance = single(f64::from(glyph.advance_pt) / em);
                let (x, y) = (single(glyph.shift_pt.x / em), single(-glyph.shift_pt.y / em));
                KrillaGlyph::new(GlyphId::new(glyph.id), advance, x, y, 0.0, glyph.text.clone(), None)
            })
            .collect();
        let start = Point::from_xy(single(run.origin.x), single(run.origin.y));
        surface.draw_glyphs(start, &glyphs, font.clone(), &run.text, run.size_pt, false);
    }

    fn art(&self, surface: &mut Surface<'_>, art: &Art) {
        // Figures, the only drawings with soft parts, stand on a panel of this colour.
        let inks = opaque(&art.drawing.items, self.palette, self.palette.get(Token::Sunk));
        let origin = art.place.translation();
        surface.push_transform(&Transform::from_row(GRID_PT, 0.0, 0.0, GRID_PT, single(origin.x), single(origin.y)));
        let grid_from_drawing = Affine::scale(1.0 / f64::from(GRID_PT)) * art.place.then_translate(-origin);
        inks.iter().for_each(|ink| self.ink(surface, ink, grid_from_drawing));
        surface.pop();
    }

    fn ink(&self, surface: &mut Surface<'_>, ink: &Ink<'_>, place: Affine) {
        let scale = place.determinant().abs().sqrt();
        match ink {
            Ink::Fill { path, colour } => {
                surface.set_stroke(None);
                surface.set_fill(Some(fill(*colour)));
                draw(surface, path, place);
            }
            Ink::Stroke { path, colour, width, dash } => {
                surface.set_fill(None);
                surface.set_stroke(Some(Stroke {
                    paint: paint(*colour),
                    width: single(width * scale),
                    line_cap: LineCap::Round,
                    line_join: LineJoin::Round,
                    dash: dash.map(|[on, off]| StrokeDash { array: vec![single(on * scale), single(off * scale)], offset: 0.0 }),
                    ..Stroke::default()
                }));
                draw(surface, path, place);
            }
            Ink::Within { clip, inks } => {
                let Some(clip) = convert(clip, place) else { return };
                surface.push_clip_path(&clip, &FillRule::NonZero);
                inks.iter().for_each(|ink| self.ink(surface, ink, place));
                surface.pop();
            }
        }
    }
}

fn fill(colour: Rgb) -> Fill {
    Fill { paint: paint(colour), rule: FillRule::NonZero, ..Fill::default() }
}

fn paint(Rgb(red, green, blue): Rgb) -> Paint {
    if red == green && green == blue { luma::Color::new(red).into() } else { rgb::Color::new(red, green, blue).into() }
}

fn draw(surface: &mut Surface<'_>, path: &BezPath, place: Affine) {
    if let Some(path) = convert(path, place) {
        surface.draw_path(&path);
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
        self.0.move_to(f32::round(x), f32::round(y));
    }

    fn line_to(&mut self, [x, y]: [f32; 2]) {
        self.0.line_to(f32::round(x), f32::round(y));
    }

    fn quad_to(&mut self, [x1, y1]: [f32; 2], [x, y]: [f32; 2]) {
        self.0.quad_to(f32::round(x1), f32::round(y1), f32::round(x), f32::round(y));
    }

    fn cubic_to(&mut self, [x1, y1]: [f32; 2], [x2, y2]: [f32; 2], [x, y]: [f32; 2]) {
        self.0.cubic_to(f32::round(x1), f32::round(y1), f32::round(x2), f32::round(y2), f32::round(x), f32::round(y));
    }

    fn close(&mut self) {
        self.0.close();
    }
}
