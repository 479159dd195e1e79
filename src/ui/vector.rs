//! A drawing painted as triangles: for figures that move, where a texture a frame would cost many times as much.
//!
//! The triangles are made in [`crate::drawing::mesh`]; this hands them to egui. Stills are textures (see
//! `pictures.rs`). Invariant: one mesh a drawing, and no texture at all.

use eframe::egui::{
    self, Color32, Rect, Shape,
    epaint::{Mesh, Vertex, WHITE_UV},
    vec2,
};

use crate::{
    drawing::{Drawing, mesh::to_mesh},
    ui::theme::Theme,
};

/// Paints a drawing into a rectangle of its own proportions.
pub fn paint(ui: &egui::Ui, theme: &Theme, drawing: &Drawing, rect: Rect) {
    if drawing.size.width <= 0.0 || !ui.is_rect_visible(rect) {
        return;
    }
    ui.painter().add(Shape::mesh(mesh(theme, drawing, rect, ui.pixels_per_point())));
}

/// The triangles of a drawing in a rectangle of its own proportions.
pub fn mesh(theme: &Theme, drawing: &Drawing, rect: Rect, pixels_per_point: f32) -> Mesh {
    let scale = f64::from(rect.width() * pixels_per_point) / drawing.size.width;
    let source = to_mesh(drawing, &theme.palette, scale);
    let vertices = source.vertices.iter().map(|vertex| {
        let [red, green, blue, alpha] = vertex.rgba;
        Vertex {
            pos: rect.min + vec2(vertex.at[0], vertex.at[1]) / pixels_per_point,
            uv: WHITE_UV,
            color: Color32::from_rgba_premultiplied(red, green, blue, alpha),
        }
    });
    Mesh { vertices: vertices.collect(), indices: source.indices, ..Mesh::default() }
}
