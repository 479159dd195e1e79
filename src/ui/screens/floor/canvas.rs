//! A picture turned as the person lies: what is painted on an upright canvas comes out turned on the screen.
//!
//! Layout never knows of the turn. Everything is put on the canvas in its own coordinates, from its top left
//! corner, and moved by one function. Invariant: a turn is a whole number of quarters, so that every rectangle stays
//! one, and nothing is lost or cut by it.

use std::{f32::consts::FRAC_PI_2, sync::Arc};

use eframe::egui::{
    Color32, CornerRadius, Galley, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2,
    epaint::{Mesh, RectShape, TextShape},
    pos2, vec2,
};

use crate::settings::Turn;

/// The upright canvas of a turned screen.
pub struct Canvas<'a> {
    ui: &'a Ui,
    turned: Turned,
}

/// How points of the canvas come to lie on the screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Turned {
    /// The whole screen, in points.
    pub screen: Rect,
    /// How far it is turned.
    pub turn: Turn,
}

impl Turned {
    /// The canvas's own extent, in points.
    pub fn size(self) -> Vec2 {
        let size = self.screen.size();
        match self.turn {
            Turn::None | Turn::Half => size,
            Turn::Quarter | Turn::ThreeQuarters => vec2(size.y, size.x),
        }
    }

    /// Where a point of the canvas lies on the screen.
    pub fn point(self, at: Pos2) -> Pos2 {
        let screen = self.screen;
        match self.turn {
            Turn::None => screen.min + at.to_vec2(),
            Turn::Quarter => pos2(screen.right() - at.y, screen.top() + at.x),
            Turn::Half => pos2(screen.right() - at.x, screen.bottom() - at.y),
            Turn::ThreeQuarters => pos2(screen.left() + at.y, screen.bottom() - at.x),
        }
    }

    /// Where a rectangle of the canvas lies on the screen.
    pub fn rect(self, rect: Rect) -> Rect {
        Rect::from_two_pos(self.point(rect.min), self.point(rect.max))
    }

    /// Clockwise, in quarters.
    fn quarters(self) -> usize {
        usize::from(self.turn.degrees() / 90)
    }

    /// In radians, clockwise.
    fn angle(self) -> f32 {
        self.quarters() as f32 * FRAC_PI_2
    }

    /// Corner radii after the turn: each goes on to the next corner, clockwise.
    fn corners(self, corner: CornerRadius) -> CornerRadius {
        let mut clockwise = [corner.nw, corner.ne, corner.se, corner.sw];
        clockwise.rotate_right(self.quarters());
        let [nw, ne, se, sw] = clockwise;
        CornerRadius { nw, ne, sw, se }
    }

    /// A shape of the canvas as it is painted on the screen.
    pub fn shape(self, shape: Shape) -> Shape {
        match shape {
            Shape::Vec(shapes) => Shape::Vec(shapes.into_iter().map(|shape| self.shape(shape)).collect()),
            Shape::Circle(mut circle) => {
                circle.center = self.point(circle.center);
                Shape::Circle(circle)
            }
            Shape::LineSegment { points, stroke } => Shape::LineSegment { points: points.map(|point| self.point(point)), stroke },
            Shape::Path(mut path) => {
                path.points.iter_mut().for_each(|point| *point = self.point(*point));
                Shape::Path(path)
            }
            Shape::Rect(mut rect) => {
                rect.rect = self.rect(rect.rect);
                rect.corner_radius = self.corners(rect.corner_radius);
                Shape::Rect(rect)
            }
            Shape::Text(mut text) => {
                text.pos = self.point(text.pos);
                text.angle += self.angle();
                Shape::Text(text)
            }
            Shape::Mesh(mut mesh) => {
                let turned: &mut Mesh = Arc::make_mut(&mut mesh);
                turned.vertices.iter_mut().for_each(|vertex| vertex.pos = self.point(vertex.pos));
                Shape::Mesh(mesh)
            }
            // Nothing here is painted with these; a test goes through the kinds that are.
            other @ (Shape::Noop
            | Shape::Ellipse(_)
            | Shape::QuadraticBezier(_)
            | Shape::CubicBezier(_)
            | Shape::Callback(_)
            | Shape::Band(_)) => other,
        }
    }
}

impl<'a> Canvas<'a> {
    /// The canvas of a whole screen.
    pub fn new(ui: &'a Ui, turned: Turned) -> Self {
        Self { ui, turned }
    }

    /// The whole canvas.
    pub fn rect(&self) -> Rect {
        Rect::from_min_size(Pos2::ZERO, self.turned.size())
    }

    /// How a rectangle lies on the screen, for what is to be hit there.
    pub fn on_screen(&self, rect: Rect) -> Rect {
        self.turned.rect(rect)
    }

    /// Where text is laid out.
    pub fn ui(&self) -> &Ui {
        self.ui
    }

    /// Paints a shape.
    pub fn add(&self, shape: Shape) {
        self.ui.painter().add(self.turned.shape(shape));
    }

    /// Paints several.
    pub fn extend(&self, shapes: impl IntoIterator<Item = Shape>) {
        shapes.into_iter().for_each(|shape| self.add(shape));
    }

    /// Paints text with its top left corner here.
    pub fn galley(&self, at: Pos2, galley: Arc<Galley>) {
        self.add(TextShape::new(at, galley, Color32::PLACEHOLDER).into());
    }

    /// Paints text in the middle of a rectangle.
    pub fn centred(&self, rect: Rect, galley: Arc<Galley>) {
        self.galley(rect.center() - galley.size() / 2.0, galley);
    }

    /// Paints a filled rectangle.
    pub fn fill(&self, rect: Rect, corner: impl Into<CornerRadius>, fill: Color32) {
        self.add(RectShape::filled(rect, corner, fill).into());
    }

    /// Paints a rectangle's border, inside it.
    pub fn border(&self, rect: Rect, corner: impl Into<CornerRadius>, stroke: Stroke) {
        self.add(RectShape::stroke(rect, corner, stroke, StrokeKind::Inside).into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCREEN: Rect = Rect { min: pos2(10.0, 20.0), max: pos2(210.0, 120.0) };

    fn turned(turn: Turn) -> Turned {
        Turned { screen: SCREEN, turn }
    }

    #[test]
    fn the_canvas_fills_the_screen_in_every_turn() {
        for turn in Turn::ALL {
            let turned = turned(turn);
            assert_eq!(turned.rect(Rect::from_min_size(Pos2::ZERO, turned.size())), SCREEN, "{turn:?}");
        }
    }

    #[test]
    fn the_top_left_corner_goes_round_clockwise() {
        let corners = [SCREEN.left_top(), SCREEN.right_top(), SCREEN.right_bottom(), SCREEN.left_bottom()];
        for (turn, corner) in Turn::ALL.into_iter().zip(corners) {
            assert_eq!(turned(turn).point(Pos2::ZERO), corner, "{turn:?}");
            let rounded = turned(turn).corners(CornerRadius { nw: 9, ..CornerRadius::ZERO });
            let now = [rounded.nw, rounded.ne, rounded.se, rounded.sw];
            let rounded_corner = corners[now.iter().position(|&radius| radius == 9).expect("one is round")];
            assert_eq!(rounded_corner, corner, "the round corner goes with it");
        }
    }

    #[test]
    fn every_shape_that_is_painted_moves_with_the_turn() {
        let at = pos2(3.0, 4.0);
        let mut mesh = Mesh::default();
        mesh.colored_vertex(at, Color32::PLACEHOLDER);
        let shapes = [
            Shape::circle_filled(at, 1.0, Color32::PLACEHOLDER),
            Shape::line_segment([at, at], Stroke::NONE),
            Shape::line(vec![at, at], Stroke::new(1.0, Color32::PLACEHOLDER)),
            Shape::rect_filled(Rect::from_min_max(at, at), 0.0, Color32::PLACEHOLDER),
            Shape::mesh(mesh),
        ];
        for turn in Turn::ALL {
            let turned = turned(turn);
            let wanted = turned.point(at);
            for shape in &shapes {
                let came_to = match turned.shape(Shape::Vec(vec![shape.clone()])) {
                    Shape::Vec(mut shapes) => match shapes.remove(0) {
                        Shape::Circle(circle) => circle.center,
                        Shape::LineSegment { points, .. } => points[1],
                        Shape::Path(path) => path.points[1],
                        Shape::Rect(rect) => rect.rect.min,
                        Shape::Mesh(mesh) => mesh.vertices[0].pos,
                        other => panic!("not painted here: {other:?}"),
                    },
                    other => panic!("one stays one: {other:?}"),
                };
                assert_eq!(came_to, wanted, "{turn:?} {shape:?}");
            }
        }
    }
}
