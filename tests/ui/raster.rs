//! The rasteriser on its own: tiny meshes whose every pixel is known beforehand.

use egui::epaint::{ClippedPrimitive, ImageDelta, Mesh, Primitive, Vertex};
use egui::{Color32, ColorImage, Pos2, Rect, TextureId, TextureOptions, TexturesDelta, pos2};
use egui_kittest::TestRenderer as _;
use image::RgbaImage;
use proptest::prelude::*;

use super::cpu::Cpu;

/// A texture of these pixels, a row at a time.
fn texture(size: [usize; 2], pixels: &[Color32]) -> ImageDelta {
    ImageDelta::full(ColorImage::new(size, pixels.to_vec()), TextureOptions::LINEAR)
}

fn cpu(deltas: Vec<ImageDelta>) -> Cpu {
    let mut cpu = Cpu::default();
    for part in deltas {
        let mut delta = TexturesDelta::default();
        delta.push(TextureId::default(), part);
        cpu.handle_delta(&mut delta);
    }
    cpu
}

fn white() -> Cpu {
    cpu(vec![texture([1, 1], &[Color32::WHITE])])
}

fn vertex(at: Pos2, uv: Pos2, color: Color32) -> Vertex {
    Vertex { pos: at, uv, color }
}

fn paint(cpu: &Cpu, size: [usize; 2], clip_rect: Rect, mesh: Mesh) -> RgbaImage {
    cpu.paint(size, 1.0, &[ClippedPrimitive { clip_rect, primitive: Primitive::Mesh(mesh) }]).expect("a plain mesh")
}

fn quad(rect: Rect, color: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    mesh.add_rect_with_uv(rect, Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0)), color);
    mesh
}

#[test]
fn a_rectangle_covers_the_pixels_whose_centres_it_holds() {
    let rect = Rect::from_min_max(pos2(1.0, 0.5), pos2(2.6, 2.5));
    let picture = paint(&white(), [4, 4], Rect::EVERYTHING, quad(rect, Color32::from_rgb(10, 20, 30)));
    let painted: Vec<_> = picture.enumerate_pixels().filter(|(.., pixel)| pixel.0 == [10, 20, 30, 255]).collect();
    let places: Vec<_> = painted.iter().map(|(x, y, _)| (*x, *y)).collect();
    assert_eq!(places, [(1, 0), (2, 0), (1, 1), (2, 1)], "top and left edges count in, bottom and right ones out");
}

#[test]
fn nothing_is_painted_outside_the_clip() {
    let clip = Rect::from_min_max(pos2(1.0, 1.0), pos2(3.0, 2.0));
    let picture = paint(&white(), [4, 4], clip, quad(Rect::EVERYTHING.intersect(clip.expand(9.0)), Color32::WHITE));
    assert_eq!(picture.pixels().filter(|pixel| pixel.0[0] == 255).count(), 2);
}

#[test]
fn a_see_through_colour_lets_the_ground_through() {
    let half = Color32::from_rgba_premultiplied(100, 0, 0, 128);
    let mut mesh = quad(Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0)), Color32::from_rgb(0, 200, 0));
    mesh.append(quad(Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0)), half));
    let picture = paint(&white(), [1, 1], Rect::EVERYTHING, mesh);
    // 100 + 0 and 0 + 200 * (255 - 128) / 255, rounded.
    assert_eq!(picture.get_pixel(0, 0).0, [100, 100, 0, 255]);
}

#[test]
fn a_texture_is_mixed_between_its_texels() {
    let cpu = cpu(vec![texture([2, 1], &[Color32::BLACK, Color32::WHITE])]);
    let picture = paint(&cpu, [4, 1], Rect::EVERYTHING, quad(Rect::from_min_max(Pos2::ZERO, pos2(4.0, 1.0)), Color32::WHITE));
    let grey: Vec<u8> = picture.pixels().map(|pixel| pixel.0[0]).collect();
    assert_eq!(grey, [0, 64, 191, 255], "a quarter and three quarters of the way, and the ends carried on outwards");
}

#[test]
fn a_part_of_a_texture_is_replaced_in_place() {
    let whole = texture([2, 2], &[Color32::WHITE; 4]);
    let part = ImageDelta::partial([1, 0], ColorImage::new([1, 2], vec![Color32::RED; 2]), TextureOptions::LINEAR);
    let cpu = cpu(vec![whole, part]);
    let picture = paint(&cpu, [2, 2], Rect::EVERYTHING, quad(Rect::from_min_max(Pos2::ZERO, pos2(2.0, 2.0)), Color32::WHITE));
    let greens: Vec<u8> = picture.pixels().map(|pixel| pixel.0[1]).collect();
    assert_eq!(greens, [255, 0, 255, 0]);
}

#[test]
fn a_texture_lives_until_the_frame_that_gives_it_back_is_painted() {
    let mut cpu = white();
    let mut delta = TexturesDelta::default();
    delta.free.insert(TextureId::default());
    cpu.handle_delta(&mut delta);
    let one = || vec![ClippedPrimitive { clip_rect: Rect::EVERYTHING, primitive: Primitive::Mesh(Mesh::default()) }];
    assert!(cpu.paint([1, 1], 1.0, &one()).is_ok());
    cpu.handle_delta(&mut TexturesDelta::default());
    assert!(cpu.paint([1, 1], 1.0, &one()).is_err());
}

proptest! {
    /// A square cut into four triangles at any inner point: each pixel once, none twice, none left out.
    #[test]
    fn shared_edges_are_painted_exactly_once(x in 0.1_f32..15.9, y in 0.1_f32..15.9) {
        let half = Color32::from_rgba_premultiplied(0, 0, 0, 128);
        let mut mesh = quad(Rect::from_min_max(Pos2::ZERO, pos2(16.0, 16.0)), Color32::WHITE);
        let base = mesh.vertices.len() as u32;
        for at in [pos2(0.0, 0.0), pos2(16.0, 0.0), pos2(16.0, 16.0), pos2(0.0, 16.0), pos2(x, y)] {
            mesh.vertices.push(vertex(at, Pos2::ZERO, half));
        }
        for corner in 0..4 {
            mesh.add_triangle(base + corner, base + (corner + 1) % 4, base + 4);
        }
        let picture = paint(&white(), [16, 16], Rect::EVERYTHING, mesh);
        for (x, y, pixel) in picture.enumerate_pixels() {
            prop_assert_eq!(pixel.0, [127, 127, 127, 255], "at {}, {}", x, y);
        }
    }
}
