//! A drawing as pixels, anti-aliased, by tiny-skia: for still pictures on screen and for PNG files.
//!
//! It writes no file format; whoever saves a picture encodes it.

use kurbo::{BezPath, PathEl};
use tiny_skia::{Color, FillRule, LineCap, LineJoin, Pixmap, Stroke, StrokeDash, Transform};

use super::{Drawing, Item, Paint, Palette, Token};

/// Pixels, row by row from the top, four bytes each: red, green, blue and alpha, premultiplied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raster {
    pub width: u32,
    pub height: u32,
    pub rgba: Vec<u8>,
}

/// Paints a drawing at `scale` pixels to the unit, on a background or on nothing.
///
/// Nothing comes back for a picture without area, or one too large for memory.
pub fn to_pixmap(drawing: &Drawing, palette: &Palette, scale: f64, background: Option<Token>) -> Option<Raster> {
    let pixels = |units: f64| (units * scale).round().clamp(0.0, 32_768.0) as u32;
    let mut pixmap = Pixmap::new(pixels(drawing.size.width), pixels(drawing.size.height))?;
    if let Some(token) = background {
        pixmap.fill(colour(Paint::from(token), palette));
    }
    let transform = Transform::from_scale(scale as f32, scale as f32);
    for item in &drawing.items {
        let (path, paint) = match item {
            Item::Fill { path, paint } | Item::Stroke { path, paint, .. } => (path, *paint),
        };
        let Some(path) = convert(path) else { continue };
        let mut brush = tiny_skia::Paint { anti_alias: true, ..tiny_skia::Paint::default() };
        brush.set_color(colour(paint, palette));
        match item {
            Item::Fill { .. } => pixmap.fill_path(&path, &brush, FillRule::Winding, transform, None),
            Item::Stroke { width, dash, .. } => {
                let stroke = Stroke {
                    width: *width as f32,
                    line_cap: LineCap::Round,
                    line_join: LineJoin::Round,
                    dash: dash.and_then(|[on, off]| StrokeDash::new(vec![on as f32, off as f32], 0.0)),
                    ..Stroke::default()
                };
                pixmap.stroke_path(&path, &brush, &stroke, transform, None);
            }
        }
    }
    Some(Raster { width: pixmap.width(), height: pixmap.height(), rgba: pixmap.take() })
}

impl Raster {
    /// The same pixels with straight (not premultiplied) alpha, as PNG wants them.
    pub fn straight_rgba(&self) -> Vec<u8> {
        let mut straight = self.rgba.clone();
        for pixel in straight.chunks_exact_mut(4) {
            if let [red, green, blue, alpha] = pixel
                && *alpha > 0
            {
                for channel in [red, green, blue] {
                    *channel = ((u32::from(*channel) * 255 + u32::from(*alpha) / 2) / u32::from(*alpha)).min(255) as u8;
                }
            }
        }
        straight
    }
}

fn colour(paint: Paint, palette: &Palette) -> Color {
    let rgb = palette.get(paint.token);
    Color::from_rgba8(rgb.0, rgb.1, rgb.2, (paint.alpha.clamp(0.0, 1.0) * 255.0).round() as u8)
}

fn convert(path: &BezPath) -> Option<tiny_skia::Path> {
    let mut builder = tiny_skia::PathBuilder::new();
    for element in path.elements() {
        match *element {
            PathEl::MoveTo(a) => builder.move_to(a.x as f32, a.y as f32),
            PathEl::LineTo(a) => builder.line_to(a.x as f32, a.y as f32),
            PathEl::QuadTo(a, b) => builder.quad_to(a.x as f32, a.y as f32, b.x as f32, b.y as f32),
            PathEl::CurveTo(a, b, c) => {
                builder.cubic_to(a.x as f32, a.y as f32, b.x as f32, b.y as f32, c.x as f32, c.y as f32);
            }
            PathEl::ClosePath => builder.close(),
        }
    }
    builder.finish()
}
