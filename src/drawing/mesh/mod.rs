//! A drawing as triangles with soft edges: for pictures that move, which a graphics card paints anew each frame.
//!
//! Still pictures go through [`super::raster`]; this is the other way to the same pixels, without any texture.
//! It knows no window: the vertices are plain numbers. Strokes are strips with discs at sharp corners and ends;
//! where a translucent stroke overlaps itself it is a little denser.
//!
//! Invariant: every index names a vertex, and every colour is premultiplied.

mod ears;
mod soft;

use kurbo::{BezPath, PathEl};

use super::{Affine, Drawing, Item, Paint, Palette, Point};
use soft::Line;

/// A corner of a triangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Vertex {
    /// Pixels right and down of the drawing's corner.
    pub at: [f32; 2],
    /// Premultiplied sRGB with alpha.
    pub rgba: [u8; 4],
}

/// Triangles, three indices each, to be painted in this order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Mesh {
    pub vertices: Vec<Vertex>,
    pub indices: Vec<u32>,
}

/// How far a flattened curve may stray, in pixels.
const TOLERANCE_PX: f64 = 0.2;

/// The drawing at `scale` pixels to the unit.
pub fn to_mesh(drawing: &Drawing, palette: &Palette, scale: f64) -> Mesh {
    let mut mesh = Mesh::default();
    for item in &drawing.items {
        match item {
            Item::Fill { path, paint } => {
                for line in flatten(path, scale) {
                    mesh.fill(&line.points, colour(*paint, palette));
                }
            }
            Item::Stroke { path, paint, width, dash } => {
                let colour = colour(*paint, palette);
                for line in flatten(path, scale) {
                    match dash {
                        None => mesh.stroke(&line, width * scale, colour),
                        Some(dash) => {
                            let pieces = soft::dashes(&line, dash.map(|length| length * scale));
                            pieces.iter().for_each(|piece| mesh.stroke(piece, width * scale, colour));
                        }
                    }
                }
            }
        }
    }
    mesh
}

impl Mesh {
    /// Adds a vertex; a share of its colour remains.
    fn vertex(&mut self, at: Point, colour: [u8; 4], share: f64) -> u32 {
        let index = u32::try_from(self.vertices.len()).unwrap_or(u32::MAX);
        let rgba = colour.map(|channel| (f64::from(channel) * share).round() as u8);
        self.vertices.push(Vertex { at: [at.x as f32, at.y as f32], rgba });
        index
    }

    fn triangle(&mut self, a: u32, b: u32, c: u32) {
        self.indices.extend([a, b, c]);
    }
}

fn colour(paint: Paint, palette: &Palette) -> [u8; 4] {
    let (rgb, alpha) = (palette.get(paint.token), f64::from(paint.alpha.clamp(0.0, 1.0)));
    [f64::from(rgb.0) * alpha, f64::from(rgb.1) * alpha, f64::from(rgb.2) * alpha, 255.0 * alpha].map(|c| c.round() as u8)
}

/// The path as runs of points, in pixels.
fn flatten(path: &BezPath, scale: f64) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let scaled = Affine::scale(scale) * path;
    kurbo::flatten(scaled.elements().iter().copied(), TOLERANCE_PX, |element| match element {
        PathEl::MoveTo(point) => lines.push(Line { points: vec![point], closed: false }),
        PathEl::LineTo(point) => {
            if let Some(line) = lines.last_mut()
                && line.points.last().is_none_or(|last| (*last - point).hypot() > 1e-3)
            {
                line.points.push(point);
            }
        }
        PathEl::ClosePath => {
            if let Some(line) = lines.last_mut() {
                line.closed = true;
                if let (Some(first), Some(last)) = (line.points.first(), line.points.last())
                    && line.points.len() > 1
                    && (*first - *last).hypot() <= 1e-3
                {
                    line.points.pop();
                }
            }
        }
        PathEl::QuadTo(..) | PathEl::CurveTo(..) => {}
    });
    lines
}

#[cfg(test)]
mod tests;
