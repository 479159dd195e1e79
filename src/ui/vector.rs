//! A drawing painted as triangles: for figures that move, where a texture a frame would cost ten times as much.
//!
//! Fills may be concave, so they are cut into triangles; edges are softened by half a pixel, as egui does it for
//! its own shapes. Stills are textures (see `pictures.rs`). Invariant: one mesh a drawing, and no texture at all.

use earcut::Earcut;
use eframe::egui::{
    self, Color32, Pos2, Rect, Shape, Stroke, Vec2,
    epaint::{Mesh, Vertex, WHITE_UV},
    vec2,
};

use crate::{
    drawing::{BezPath, Drawing, Item, Paint},
    ui::theme::Theme,
};

/// How far a flattened curve may stray, in pixels.
const FLATTEN_PIXELS: f64 = 0.2;
/// Points closer than this, in pixels, are one point.
const SAME_POINT_PIXELS: f32 = 0.02;

/// Paints a drawing into a rectangle of its own proportions.
pub fn paint(ui: &egui::Ui, theme: &Theme, drawing: &Drawing, rect: Rect) {
    if drawing.size.width <= 0.0 || !ui.is_rect_visible(rect) {
        return;
    }
    let scale = rect.width() / drawing.size.width as f32;
    let pixel = 1.0 / ui.pixels_per_point();
    let mut canvas = Canvas {
        theme,
        origin: rect.min,
        scale,
        pixel,
        earcut: Earcut::new(),
        triangles: Vec::new(),
        shapes: Vec::new(),
        mesh: Mesh::default(),
    };
    for item in &drawing.items {
        match item {
            Item::Fill { path, paint } => canvas.fill(path, *paint),
            Item::Stroke { path, paint, width, dash } => canvas.stroke(path, *paint, *width as f32, *dash),
        }
    }
    canvas.flush();
    ui.painter().extend(canvas.shapes);
}

struct Canvas<'a> {
    theme: &'a Theme,
    origin: Pos2,
    /// Points a drawing unit.
    scale: f32,
    /// Points a pixel.
    pixel: f32,
    earcut: Earcut<f32>,
    triangles: Vec<u32>,
    shapes: Vec<Shape>,
    /// Fills since the last stroke.
    mesh: Mesh,
}

impl Canvas<'_> {
    fn color(&self, paint: Paint) -> Color32 {
        self.theme.color(paint.token).gamma_multiply(paint.alpha)
    }

    /// The outlines of a path in points on screen.
    fn outlines(&self, path: &BezPath) -> Vec<(Vec<Pos2>, bool)> {
        let tolerance = FLATTEN_PIXELS * f64::from(self.pixel / self.scale.max(f32::MIN_POSITIVE));
        let least = SAME_POINT_PIXELS * self.pixel;
        let mut outlines: Vec<(Vec<Pos2>, bool)> = Vec::new();
        let place = |point: kurbo::Point| self.origin + vec2(point.x as f32, point.y as f32) * self.scale;
        kurbo::flatten(path.iter(), tolerance, |element| match element {
            kurbo::PathEl::MoveTo(point) => outlines.push((vec![place(point)], false)),
            kurbo::PathEl::LineTo(point) => {
                if let Some((outline, _)) = outlines.last_mut() {
                    let point = place(point);
                    if outline.last().is_none_or(|last| last.distance(point) > least) {
                        outline.push(point);
                    }
                }
            }
            kurbo::PathEl::ClosePath => {
                if let Some((outline, closed)) = outlines.last_mut() {
                    *closed = true;
                    while outline.len() > 1
                        && outline.first().zip(outline.last()).is_some_and(|(first, last)| first.distance(*last) <= least)
                    {
                        outline.pop();
                    }
                }
            }
            kurbo::PathEl::QuadTo(..) | kurbo::PathEl::CurveTo(..) => {}
        });
        outlines
    }

    fn fill(&mut self, path: &BezPath, paint: Paint) {
        let color = self.color(paint);
        for (mut outline, _) in self.outlines(path) {
            if outline.len() < 3 {
                continue;
            }
            if signed_area(&outline) < 0.0 {
                outline.reverse();
            }
            self.fill_outline(&outline, color);
        }
    }

    /// Triangles for the inside, and a rim that fades over one pixel.
    fn fill_outline(&mut self, outline: &[Pos2], color: Color32) {
        let half = self.pixel / 2.0;
        let normals = normals(outline);
        let first = self.mesh.vertices.len() as u32;
        for (point, normal) in outline.iter().zip(&normals) {
            self.mesh.vertices.push(Vertex { pos: *point - *normal * half, uv: WHITE_UV, color });
        }
        for (point, normal) in outline.iter().zip(&normals) {
            self.mesh.vertices.push(Vertex { pos: *point + *normal * half, uv: WHITE_UV, color: Color32::TRANSPARENT });
        }
        let corners = outline.iter().map(|point| [point.x, point.y]);
        let no_holes: [u32; 0] = [];
        self.earcut.earcut(corners, &no_holes, &mut self.triangles);
        self.mesh.indices.extend(self.triangles.iter().map(|index| first + index));
        let count = outline.len() as u32;
        for inner in 0..count {
            let next = (inner + 1) % count;
            let corner = |index: u32| first + index;
            self.mesh.indices.extend([corner(inner), corner(next), corner(count + inner)]);
            self.mesh.indices.extend([corner(next), corner(count + next), corner(count + inner)]);
        }
    }

    fn stroke(&mut self, path: &BezPath, paint: Paint, width: f32, dash: Option<[f64; 2]>) {
        self.flush();
        let stroke = Stroke::new(width * self.scale, self.color(paint));
        for (outline, closed) in self.outlines(path) {
            if let Some([on, off]) = dash {
                let (on, off) = (on as f32 * self.scale, off as f32 * self.scale);
                self.shapes.extend(Shape::dashed_line(&outline, stroke, on, off));
            } else if closed {
                self.shapes.push(Shape::closed_line(outline, stroke));
            } else {
                // Round ends, which egui's lines lack.
                let ends = [outline.first().copied(), outline.last().copied()];
                self.shapes
                    .extend(ends.into_iter().flatten().map(|end| Shape::circle_filled(end, stroke.width / 2.0, stroke.color)));
                self.shapes.push(Shape::line(outline, stroke));
            }
        }
    }

    /// Puts the fills so far under what comes next.
    fn flush(&mut self) {
        if !self.mesh.is_empty() {
            self.shapes.push(Shape::mesh(std::mem::take(&mut self.mesh)));
        }
    }
}

/// Twice the area, positive when the outline runs clockwise on screen.
fn signed_area(outline: &[Pos2]) -> f32 {
    let next = outline.iter().cycle().skip(1);
    outline.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum()
}

/// Outward normals of a clockwise outline, bounded at sharp corners.
fn normals(outline: &[Pos2]) -> Vec<Vec2> {
    let count = outline.len();
    let edge = |index: usize| (outline[(index + 1) % count] - outline[index % count]).normalized();
    let outward = |way: Vec2| vec2(way.y, -way.x);
    (0..count)
        .map(|index| {
            let (before, after) = (outward(edge(index + count - 1)), outward(edge(index)));
            let sum = before + after;
            // As far out as the two edges meet, but never more than two pixels at a spike.
            let reach = 2.0 / sum.length_sq().max(0.5);
            sum * reach
        })
        .collect()
}

/// Whether any triangle covers a point.
#[cfg(test)]
fn covers(mesh: &Mesh, point: Pos2) -> bool {
    mesh.indices.chunks_exact(3).any(|corners| {
        let at = |index: usize| mesh.vertices[corners[index] as usize].pos;
        let side = |a: Pos2, b: Pos2| (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
        let sides = [side(at(0), at(1)), side(at(1), at(2)), side(at(2), at(0))];
        sides.iter().all(|side| *side >= 0.0) || sides.iter().all(|side| *side <= 0.0)
    })
}

#[cfg(test)]
mod tests {
    use eframe::egui::pos2;

    use super::*;
    use crate::{
        drawing::Token,
        ui::theme::{Ground, ThemeKey, Themes},
    };

    fn mesh_of(path: &str) -> Mesh {
        let themes = Themes::shipped().expect("the shipped themes are whole");
        let theme = themes.get(ThemeKey { ground: Ground::Light, skin: None });
        let mut canvas = Canvas {
            theme: &theme,
            origin: pos2(0.0, 0.0),
            scale: 1.0,
            pixel: 1.0,
            earcut: Earcut::new(),
            triangles: Vec::new(),
            shapes: Vec::new(),
            mesh: Mesh::default(),
        };
        canvas.fill(&BezPath::from_svg(path).expect("a path"), Paint::from(Token::Ink));
        canvas.mesh
    }

    #[test]
    fn a_notch_stays_open_whichever_way_the_outline_runs() {
        for path in ["M0 0 L40 0 L40 40 L20 10 L0 40 Z", "M0 0 L0 40 L20 10 L40 40 L40 0 Z"] {
            let mesh = mesh_of(path);
            assert!(covers(&mesh, pos2(20.0, 5.0)), "{path}");
            assert!(covers(&mesh, pos2(4.0, 25.0)), "{path}");
            assert!(!covers(&mesh, pos2(20.0, 30.0)), "a convex fill would cover the notch: {path}");
        }
    }

    #[test]
    fn the_rim_fades_over_one_pixel_and_no_further() {
        let mesh = mesh_of("M10 10 L30 10 L30 30 L10 30 Z");
        assert!(covers(&mesh, pos2(9.6, 20.0)));
        assert!(!covers(&mesh, pos2(9.3, 20.0)));
        let outside = mesh.vertices.iter().filter(|vertex| vertex.color == Color32::TRANSPARENT).count();
        assert_eq!(outside, 4);
    }

    #[test]
    fn a_path_without_area_is_nothing() {
        assert!(mesh_of("M10 10 L30 10").is_empty());
        assert!(mesh_of("M10 10 Z").is_empty());
    }
}
