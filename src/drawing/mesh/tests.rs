//! Triangles must cover what the paths cover: measured on areas, and pixel by pixel against the rasteriser.

use proptest::prelude::*;

use super::*;
use crate::drawing::raster::{self, Raster};
use crate::drawing::{Rect, Shape, Size, Token};
use crate::figure::Library;
use crate::source::Files;

fn palette() -> Palette {
    Palette::from_ron(include_str!("../../../assets/theme/light.ron")).expect("the shipped theme")
}

fn library() -> Library {
    let mut files = Files::default();
    files.insert("figures/poses.ron", include_str!("../../../content/figures/poses.ron"));
    files.insert("figures/scenes.ron", include_str!("../../../content/figures/scenes.ron"));
    Library::load(&files).0
}

fn area(points: &[Point], triangles: &[[usize; 3]]) -> f64 {
    triangles.iter().map(|t| ears::double_area(&t.map(|i| points[i])).abs()).sum::<f64>() / 2.0
}

/// Paints triangles the plain way: per pixel centre, colours mixed by the corners' weights.
fn paint(mesh: &Mesh, like: &Raster, ground: [f32; 4]) -> Vec<[f32; 4]> {
    let mut pixels = vec![ground; (like.width * like.height) as usize];
    for corner in mesh.indices.chunks_exact(3) {
        let [a, b, c] = [corner[0], corner[1], corner[2]].map(|i| mesh.vertices[i as usize]);
        let edge = |p: [f32; 2], q: [f32; 2], x: f32, y: f32| (q[0] - p[0]) * (y - p[1]) - (q[1] - p[1]) * (x - p[0]);
        let whole = edge(a.at, b.at, c.at[0], c.at[1]);
        if whole.abs() < 1e-9 {
            continue;
        }
        let span = |axis: usize, end: u32| {
            let low = a.at[axis].min(b.at[axis]).min(c.at[axis]).floor().max(0.0) as u32;
            let high = (a.at[axis].max(b.at[axis]).max(c.at[axis]).ceil().max(0.0) as u32).min(end);
            low..high
        };
        for y in span(1, like.height) {
            for x in span(0, like.width) {
                let (px, py) = (x as f32 + 0.5, y as f32 + 0.5);
                let weights = [edge(b.at, c.at, px, py), edge(c.at, a.at, px, py), edge(a.at, b.at, px, py)].map(|w| w / whole);
                // Left and top edges only, nearly: a pixel on a shared edge belongs to one triangle.
                if weights.iter().any(|&w| w < 0.0) {
                    continue;
                }
                let mixed: [f32; 4] = std::array::from_fn(|i| {
                    weights[0] * f32::from(a.rgba[i]) + weights[1] * f32::from(b.rgba[i]) + weights[2] * f32::from(c.rgba[i])
                });
                let pixel = &mut pixels[(y * like.width + x) as usize];
                for (old, new) in pixel.iter_mut().zip(mixed) {
                    *old = new + *old * (1.0 - mixed[3] / 255.0);
                }
            }
        }
    }
    pixels
}

#[test]
fn a_concave_polygon_is_cut_whole() {
    let arrow = [(0., 0.), (10., 0.), (10., 10.), (5., 4.), (0., 10.)].map(Point::from);
    let triangles = ears::cut(&arrow);
    assert_eq!(triangles.len(), 3);
    assert!((area(&arrow, &triangles) - ears::double_area(&arrow) / 2.0).abs() < 1e-9);
}

proptest! {
    /// Stars with random spikes are simple, and as concave as polygons come.
    #[test]
    fn triangles_cover_a_star_exactly_once(spikes in prop::collection::vec(0.2..10.0_f64, 3..60)) {
        let count = spikes.len() as f64;
        let star: Vec<Point> = spikes.iter().enumerate()
            .map(|(i, r)| (kurbo::Vec2::from_angle(std::f64::consts::TAU * i as f64 / count) * *r).to_point()).collect();
        let triangles = ears::cut(&star);
        prop_assert_eq!(triangles.len(), star.len() - 2);
        prop_assert!((area(&star, &triangles) - ears::double_area(&star) / 2.0).abs() < 1e-6);
    }

    #[test]
    fn any_points_come_to_an_end(points in prop::collection::vec((-9.0..9.0_f64, -9.0..9.0_f64), 0..40)) {
        let points: Vec<Point> = points.into_iter().map(Point::from).collect();
        let triangles = ears::cut(&points);
        prop_assert!(triangles.len() <= points.len().saturating_sub(2));
        prop_assert!(triangles.iter().flatten().all(|&corner| corner < points.len()));
    }
}

#[test]
fn a_figure_of_triangles_looks_like_the_figure_of_pixels() {
    let (library, palette) = (library(), palette());
    for id in ["back-set-up", "side-set-up", "four-press", "wall-set-up", "walk", "quad-stretch"] {
        let still = library.still(id).expect("shipped");
        let scale = 500.0 / still.drawing.size.max_side();
        let raster = raster::to_pixmap(&still.drawing, &palette, scale, Some(Token::Stage)).expect("an area");
        let ground = palette.get(Token::Stage);
        let ground = [f32::from(ground.0), f32::from(ground.1), f32::from(ground.2), 255.0];
        let painted = paint(&to_mesh(&still.drawing, &palette, scale), &raster, ground);
        let off = |(a, b): (&[f32; 4], &[u8])| a.iter().zip(b).map(|(a, b)| (a - f32::from(*b)).abs()).fold(0.0_f32, f32::max);
        let offs: Vec<f32> = painted.iter().zip(raster.rgba.chunks_exact(4)).map(off).collect();
        let mean = offs.iter().sum::<f32>() / offs.len() as f32;
        let wrong = offs.iter().filter(|off| **off > 90.0).count() as f32 / offs.len() as f32;
        assert!(mean < 1.2 && wrong < 0.000_5, "{id}: mean {mean:.2}, wrong {:.2} %", wrong * 100.0);
    }
}

#[test]
fn every_index_names_a_vertex_and_every_vertex_is_a_number() {
    let (library, palette) = (library(), palette());
    for id in library.scene_ids() {
        let still = library.still(id).expect("shipped");
        let mesh = to_mesh(&still.drawing, &palette, 0.7);
        let count = u32::try_from(mesh.vertices.len()).expect("few");
        assert!(mesh.indices.len().is_multiple_of(3) && mesh.indices.iter().all(|index| *index < count), "{id}");
        assert!(mesh.vertices.iter().all(|v| v.at.iter().all(|x| x.is_finite())), "{id}");
        assert!(
            mesh.vertices.iter().all(|v| v.rgba[..3].iter().all(|c| *c <= v.rgba[3].saturating_add(1))),
            "{id}: not premultiplied"
        );
    }
}

#[test]
fn dashes_cover_their_share_of_a_line() {
    let line = Line { points: vec![Point::new(0., 0.), Point::new(50., 0.), Point::new(50., 50.)], closed: false };
    let pieces = soft::dashes(&line, [6.0, 4.0]);
    let drawn: f64 = pieces.iter().flat_map(|piece| piece.points.windows(2)).map(|w| (w[1] - w[0]).hypot()).sum();
    assert!(pieces.len() == 10 && (drawn - 60.0).abs() < 1e-6, "{} dashes, {drawn}", pieces.len());
}

#[test]
fn nothing_is_no_mesh() {
    let mut drawing = Drawing::new(Size::new(9.0, 9.0));
    drawing.fill(BezPath::new(), Token::Ink);
    drawing.stroke(BezPath::new(), Token::Ink, 2.0);
    assert_eq!(to_mesh(&drawing, &palette(), 1.0), Mesh::default());
    drawing.fill(Rect::new(1.0, 1.0, 5.0, 5.0).to_path(0.1), Token::Ink);
    assert!(!to_mesh(&drawing, &palette(), 1.0).indices.is_empty());
}
