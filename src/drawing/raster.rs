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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::{Point, Rgb, Size};

    fn palette() -> Palette {
        Palette::from_ron(include_str!("../../assets/theme/light.ron")).expect("the shipped theme")
    }

    fn pixel(raster: &Raster, x: u32, y: u32) -> [u8; 4] {
        let at = ((y * raster.width + x) * 4) as usize;
        [raster.rgba[at], raster.rgba[at + 1], raster.rgba[at + 2], raster.rgba[at + 3]]
    }

    fn filled(points: &[(f64, f64)]) -> Drawing {
        let mut drawing = Drawing::new(Size::new(10.0, 10.0));
        let mut path = BezPath::new();
        path.move_to(Point::from(points[0]));
        points.iter().skip(1).for_each(|&point| path.line_to(Point::from(point)));
        path.close_path();
        drawing.fill(path, Token::Press);
        drawing
    }

    #[test]
    fn a_concave_shape_keeps_its_notch() {
        let notched = filled(&[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (5.0, 4.0), (0.0, 10.0)]);
        let raster = to_pixmap(&notched, &palette(), 4.0, None).expect("an area");
        assert_eq!((raster.width, raster.height), (40, 40));
        let Rgb(red, green, blue) = palette().get(Token::Press);
        assert_eq!(pixel(&raster, 20, 8), [red, green, blue, 255]);
        assert_eq!(pixel(&raster, 20, 36), [0, 0, 0, 0], "the notch is empty");
    }

    #[test]
    fn edges_are_smooth_and_a_background_is_whole() {
        let triangle = filled(&[(0.0, 0.0), (10.0, 0.0), (0.0, 10.0)]);
        let bare = to_pixmap(&triangle, &palette(), 4.0, None).expect("an area");
        assert!(bare.rgba.chunks_exact(4).any(|p| (1..255).contains(&p[3])), "no half-covered pixel");
        let backed = to_pixmap(&triangle, &palette(), 4.0, Some(Token::Stage)).expect("an area");
        assert!(backed.rgba.chunks_exact(4).all(|p| p[3] == 255));
    }

    #[test]
    fn nothing_to_paint_on_is_no_picture() {
        assert_eq!(to_pixmap(&Drawing::default(), &palette(), 1.0, None), None);
        assert_eq!(to_pixmap(&filled(&[(0.0, 0.0)]), &palette(), f64::NAN, None), None);
    }

    #[test]
    fn straight_alpha_undoes_premultiplication() {
        let half = Raster { width: 1, height: 1, rgba: vec![50, 100, 0, 128] };
        assert_eq!(half.straight_rgba(), [100, 199, 0, 128]);
    }
}
