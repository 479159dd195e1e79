//! A rasteriser for egui's triangles: what the window would show, without a graphics card.
//!
//! Not fast in the way a card is, and not meant to be: it is exact, the same on every machine, and quick enough for
//! a few dozen pictures. Colours are premultiplied and blended in gamma space, as egui's own painters do.
//!
//! Invariant: triangles that share an edge paint every pixel on it exactly once. A pixel belongs to a triangle when
//! its centre lies inside, left and top edges counted in, right and bottom ones out.

use std::collections::HashMap;

use egui::epaint::{ClippedPrimitive, Primitive, Vertex};
use egui::{Color32, ColorImage, ImageData, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;
use image::RgbaImage;

/// Red, green, blue and opacity (0 to 255, premultiplied), and the place in the texture in texels.
const VALUES: usize = 6;

/// The textures that egui has handed over, and nothing else.
#[derive(Default)]
pub struct Cpu {
    textures: HashMap<TextureId, ColorImage>,
    /// egui gives textures back while the frame that uses them is still to be painted.
    to_free: Vec<TextureId>,
}

impl TestRenderer for Cpu {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for id in self.to_free.drain(..) {
            self.textures.remove(&id);
        }
        for (id, parts) in delta.set.drain() {
            for part in parts {
                let ImageData::Color(image) = part.image;
                match (part.pos, self.textures.get_mut(&id)) {
                    (Some(corner), Some(texture)) => patch(texture, &image, corner),
                    _ => drop(self.textures.insert(id, image.as_ref().clone())),
                }
            }
        }
        self.to_free.extend(delta.free.drain());
    }

    fn render(&mut self, ctx: &egui::Context, output: &egui::FullOutput) -> Result<RgbaImage, String> {
        let pixels_per_point = ctx.pixels_per_point();
        let size = gentleback::ui::turn::window(ctx).size() * pixels_per_point;
        let primitives = ctx.tessellate(output.shapes.clone(), output.pixels_per_point);
        // The window is cleared in this colour before a frame is painted.
        let ground = ctx.global_style().visuals.panel_fill;
        self.paint_on(ground, [size.x.round() as usize, size.y.round() as usize], pixels_per_point, &primitives)
    }
}

impl Cpu {
    /// Paints triangles onto a black ground of `size` pixels.
    pub fn paint(&self, size: [usize; 2], pixels_per_point: f32, primitives: &[ClippedPrimitive]) -> Result<RgbaImage, String> {
        self.paint_on(Color32::BLACK, size, pixels_per_point, primitives)
    }

    fn paint_on(
        &self,
        ground: Color32,
        size: [usize; 2],
        pixels_per_point: f32,
        primitives: &[ClippedPrimitive],
    ) -> Result<RgbaImage, String> {
        let [width, height] = size;
        let mut target = Target { width, pixels: ground.to_array().repeat(width * height), clip: [0; 4] };
        for ClippedPrimitive { clip_rect, primitive } in primitives {
            let Primitive::Mesh(mesh) = primitive else { return Err("a paint callback can not be rasterised".to_owned()) };
            let texture = self.textures.get(&mesh.texture_id).ok_or_else(|| format!("no texture {:?}", mesh.texture_id))?;
            let edge = |points: f32, most: usize| (points * pixels_per_point).round().clamp(0.0, most as f32) as usize;
            target.clip = [
                edge(clip_rect.min.x, width),
                edge(clip_rect.min.y, height),
                edge(clip_rect.max.x, width),
                edge(clip_rect.max.y, height),
            ];
            let corners: Vec<Corner> =
                mesh.vertices.iter().map(|vertex| Corner::new(vertex, pixels_per_point, texture.size)).collect();
            for triangle in mesh.indices.chunks_exact(3) {
                target.triangle([0, 1, 2].map(|at| corners[triangle[at] as usize]), texture);
            }
        }
        RgbaImage::from_raw(width as u32, height as u32, target.pixels).ok_or_else(|| "the picture has no size".to_owned())
    }
}

/// Replaces a part of a texture, a row at a time.
fn patch(texture: &mut ColorImage, part: &ColorImage, [left, top]: [usize; 2]) {
    let width = part.size[0];
    for (row, line) in part.pixels.chunks_exact(width).enumerate() {
        let start = (top + row) * texture.size[0] + left;
        texture.pixels[start..start + width].copy_from_slice(line);
    }
}

/// One corner of a triangle, in pixels.
#[derive(Clone, Copy)]
struct Corner {
    x: f32,
    y: f32,
    values: [f32; VALUES],
}

impl Corner {
    fn new(vertex: &Vertex, pixels_per_point: f32, texture: [usize; 2]) -> Self {
        let [r, g, b, a] = vertex.color.to_array().map(f32::from);
        let (u, v) = (vertex.uv.x * texture[0] as f32 - 0.5, vertex.uv.y * texture[1] as f32 - 0.5);
        Self { x: vertex.pos.x * pixels_per_point, y: vertex.pos.y * pixels_per_point, values: [r, g, b, a, u, v] }
    }

    /// Where the line from here down to `below` crosses a row. Always asked from the upper end, so that two
    /// triangles get the same answer for the edge they share.
    fn crossing(self, below: Self, y: f32) -> f32 {
        self.x + (below.x - self.x) * ((y - self.y) / (below.y - self.y))
    }
}

/// The first pixel whose centre is not before `edge`.
fn first_centre(edge: f32) -> i32 {
    (edge - 0.5).ceil() as i32
}

struct Target {
    width: usize,
    /// Red, green, blue, opacity; the ground is opaque, so all of it stays so.
    pixels: Vec<u8>,
    /// Left, top, right, bottom, in pixels.
    clip: [usize; 4],
}

impl Target {
    fn triangle(&mut self, mut corners: [Corner; 3], texture: &ColorImage) {
        corners.sort_by(|a, b| a.y.total_cmp(&b.y));
        let [top, middle, bottom] = corners;
        let [left, above, right, below] = self.clip.map(|edge| edge as i32);
        let rows = first_centre(top.y).max(above)..first_centre(bottom.y).min(below);
        if rows.is_empty() || top.x.min(middle.x).min(bottom.x) >= right as f32 {
            return;
        }
        let fill = Fill::new(corners, texture);
        for row in rows {
            let y = row as f32 + 0.5;
            let long = top.crossing(bottom, y);
            let short = if y < middle.y { top.crossing(middle, y) } else { middle.crossing(bottom, y) };
            let from = first_centre(long.min(short)).max(left);
            let to = first_centre(long.max(short)).min(right);
            if from < to {
                let start = (row as usize * self.width + from as usize) * 4;
                let end = start + (to - from) as usize * 4;
                fill.span(&mut self.pixels[start..end], from as f32 + 0.5, y);
            }
        }
    }
}

/// What a triangle is filled with.
struct Fill<'a> {
    texture: &'a ColorImage,
    origin: Corner,
    /// Change of each value from one pixel to the next, across and down.
    across: [f32; VALUES],
    down: [f32; VALUES],
    /// The one colour of a plain triangle.
    plain: Option<[u8; 4]>,
    tinted: bool,
}

impl<'a> Fill<'a> {
    fn new([a, b, c]: [Corner; 3], texture: &'a ColorImage) -> Self {
        let (bx, by, cx, cy) = (b.x - a.x, b.y - a.y, c.x - a.x, c.y - a.y);
        let area = bx * cy - cx * by;
        let (mut across, mut down) = ([0.0; VALUES], [0.0; VALUES]);
        if area != 0.0 {
            for value in 0..VALUES {
                let (to_b, to_c) = (b.values[value] - a.values[value], c.values[value] - a.values[value]);
                across[value] = (to_b * cy - to_c * by) / area;
                down[value] = (to_c * bx - to_b * cx) / area;
            }
        }
        let same = a.values == b.values && b.values == c.values;
        let mut fill = Self { texture, origin: a, across, down, plain: None, tinted: true };
        if same {
            fill.plain = Some(fill.color(a.values));
        }
        fill.tinted = [a, b, c].iter().any(|corner| corner.values[..4] != [255.0; 4]);
        fill
    }

    /// Fills pixels of one row, the first of them centred at `x`, `y`.
    fn span(&self, pixels: &mut [u8], x: f32, y: f32) {
        if let Some(color) = self.plain {
            match color[3] {
                0 if color == [0; 4] => {}
                255 => pixels.copy_from_slice(&color.repeat(pixels.len() / 4)),
                _ => pixels.chunks_exact_mut(4).for_each(|pixel| blend(pixel, color)),
            }
            return;
        }
        let (dx, dy) = (x - self.origin.x, y - self.origin.y);
        let mut values = self.origin.values;
        for ((value, across), down) in values.iter_mut().zip(self.across).zip(self.down) {
            *value += across * dx + down * dy;
        }
        for pixel in pixels.chunks_exact_mut(4) {
            let color = self.color(values);
            if color != [0; 4] {
                blend(pixel, color);
            }
            for (value, across) in values.iter_mut().zip(self.across) {
                *value += across;
            }
        }
    }

    /// Texture times tint.
    fn color(&self, values: [f32; VALUES]) -> [u8; 4] {
        let texel = sample(self.texture, values[4], values[5]);
        if !self.tinted {
            return texel;
        }
        let mut color = [0; 4];
        for channel in 0..4 {
            color[channel] = (f32::from(texel[channel]) * values[channel] / 255.0 + 0.5) as u8;
        }
        color
    }
}

/// The texture at a place between texels, edges carried on outwards.
fn sample(texture: &ColorImage, u: f32, v: f32) -> [u8; 4] {
    let [width, height] = texture.size;
    let (u, v) = (u.clamp(0.0, (width - 1) as f32), v.clamp(0.0, (height - 1) as f32));
    let (left, top) = (u as usize, v as usize);
    let (fu, fv) = ((u - left as f32) * 256.0, (v - top as f32) * 256.0);
    let at = |x: usize, y: usize| texture.pixels[y * width + x].to_array();
    let here = at(left, top);
    if fu < 1.0 && fv < 1.0 {
        return here; // straight on a texel, as text and pictures mostly are
    }
    let (right, bottom) = ((left + 1).min(width - 1), (top + 1).min(height - 1));
    let (upper, lower, last) = (at(right, top), at(left, bottom), at(right, bottom));
    if here == upper && here == lower && here == last {
        return here;
    }
    let (fu, fv) = (fu as u32, fv as u32);
    let mut mixed = [0; 4];
    for channel in 0..4 {
        let [a, b, c, d] = [here, upper, lower, last].map(|texel| u32::from(texel[channel]));
        let (above, below) = (a * (256 - fu) + b * fu, c * (256 - fu) + d * fu);
        mixed[channel] = ((above * (256 - fv) + below * fv + 0x8000) >> 16) as u8;
    }
    mixed
}

/// Lays a premultiplied colour over a pixel.
fn blend(pixel: &mut [u8], color: [u8; 4]) {
    let through = 255 - u32::from(color[3]);
    for channel in 0..4 {
        let under = (u32::from(pixel[channel]) * through + 127) / 255;
        pixel[channel] = (u32::from(color[channel]) + under).min(255) as u8;
    }
}
