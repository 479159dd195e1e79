//! Line icons, drawn as shapes.
//!
//! The bundled font has no arrows or ticks, and a picture file would blur at large text sizes, so icons are path
//! data in `assets/icons.ron`. An icon never stands alone: a word or an accessible name is always beside it.

use std::collections::BTreeMap;

use eframe::egui::{self, Color32, Pos2, Rect, Shape, Stroke, epaint::PathShape, pos2};
use serde::Deserialize;

use crate::drawing::BezPath;

/// Side of the grid the path data is drawn on.
const GRID: f32 = 24.0;
/// Line width on that grid.
const LINE: f32 = 2.0;
/// How far a flattened curve may stray, in grid units: under a tenth of a pixel at twice the usual size.
const FLATTEN: f64 = 0.04;

/// The icons, named for what they show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[allow(missing_docs, reason = "each name says it")]
pub enum Icon {
    Tick,
    ChevronRight,
    ChevronLeft,
    ChevronDown,
    ChevronUp,
    ArrowLeft,
    ArrowRight,
    ArrowUp,
    ArrowDown,
    Play,
    Pause,
    StopSquare,
    Speaker,
    Book,
    Question,
    List,
    Calendar,
    Document,
    Sliders,
    Warning,
    Info,
    Star,
    StarFilled,
    Menu,
    Close,
    Search,
    Shield,
    Hand,
    Monitor,
    Phone,
    Still,
    Moving,
    Minus,
    Plus,
    Save,
    Export,
    Print,
    Picture,
    Trash,
    Folder,
    Undo,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    paths: Vec<String>,
    #[serde(default)]
    fill: bool,
}

/// Every icon as polylines on the grid, flattened once.
#[derive(Debug, Default)]
pub struct Icons(BTreeMap<Icon, Glyph>);

#[derive(Debug)]
struct Glyph {
    lines: Vec<(Vec<Pos2>, bool)>,
    fill: bool,
}

impl Icons {
    /// Reads the shipped icons.
    ///
    /// # Errors
    /// When the shipped file is broken; a test keeps this from ever being released.
    pub fn shipped() -> Result<Self, String> {
        let sources: BTreeMap<Icon, Source> =
            ron::from_str(include_str!("../../../assets/icons.ron")).map_err(|error| error.to_string())?;
        let mut icons = BTreeMap::new();
        for (icon, source) in sources {
            let mut lines = Vec::new();
            for path in &source.paths {
                let path = BezPath::from_svg(path).map_err(|error| format!("{icon:?}: {error}"))?;
                lines.extend(flatten(&path));
            }
            icons.insert(icon, Glyph { lines, fill: source.fill });
        }
        Ok(Self(icons))
    }

    /// Paints an icon into a square.
    pub fn paint(&self, painter: &egui::Painter, icon: Icon, rect: Rect, color: Color32) {
        painter.extend(self.shapes(icon, rect, color));
    }

    /// The shapes of an icon in a square, for whoever paints them elsewhere.
    pub fn shapes(&self, icon: Icon, rect: Rect, color: Color32) -> Vec<Shape> {
        let mut shapes = Vec::new();
        let Some(glyph) = self.0.get(&icon) else { return shapes };
        let scale = rect.width() / GRID;
        for (line, closed) in &glyph.lines {
            let points: Vec<Pos2> = line.iter().map(|point| rect.min + point.to_vec2() * scale).collect();
            let stroke = Stroke::new(LINE * scale, color);
            let shape = match (glyph.fill, closed) {
                (true, _) if icon == Icon::StarFilled => star(points, color),
                (true, _) => Shape::convex_polygon(points, color, Stroke::NONE),
                (false, true) => Shape::closed_line(points, stroke),
                (false, false) => {
                    // Round ends: egui's lines end flat.
                    let ends = [points.first(), points.last()].into_iter().flatten();
                    shapes.extend(ends.map(|end| Shape::circle_filled(*end, stroke.width / 2.0, color)));
                    Shape::line(points, stroke)
                }
            };
            shapes.push(shape);
        }
        shapes
    }

    /// Which icons the shipped file has.
    pub fn names(&self) -> impl Iterator<Item = Icon> {
        self.0.keys().copied()
    }
}

/// A star is the one concave shape here: five points round a pentagon, each a convex kite.
fn star(points: Vec<Pos2>, color: Color32) -> Shape {
    let centre = points.iter().fold(egui::Vec2::ZERO, |sum, point| sum + point.to_vec2()) / points.len().max(1) as f32;
    let count = points.len();
    let kites = (0..count / 2).map(|index| {
        let at = |offset: usize| points[(2 * index + offset) % count];
        let kite = vec![centre.to_pos2(), at(count - 1), at(0), at(1)];
        Shape::Path(PathShape::convex_polygon(kite, color, Stroke::new(0.5, color)))
    });
    Shape::Vec(kites.collect())
}

fn flatten(path: &BezPath) -> Vec<(Vec<Pos2>, bool)> {
    let mut lines: Vec<(Vec<Pos2>, bool)> = Vec::new();
    kurbo::flatten(path.iter(), FLATTEN, |element| match element {
        kurbo::PathEl::MoveTo(point) => lines.push((vec![pos2(point.x as f32, point.y as f32)], false)),
        kurbo::PathEl::LineTo(point) => {
            if let Some((line, _)) = lines.last_mut() {
                line.push(pos2(point.x as f32, point.y as f32));
            }
        }
        kurbo::PathEl::ClosePath => {
            if let Some((line, closed)) = lines.last_mut() {
                *closed = true;
                if line.len() > 2 && line.first() == line.last() {
                    line.pop();
                }
            }
        }
        kurbo::PathEl::QuadTo(..) | kurbo::PathEl::CurveTo(..) => {}
    });
    lines
}
