//! The whole window turned as the person lies: what is laid out upright comes out turned on the screen.
//!
//! A plugin of egui, so that no page knows of it: the pointer is turned on its way in, every shape, its clip and the
//! tree for screen readers on their way out. Between the two a window that is turned by a quarter is as wide as it is
//! high on the screen. Invariant: a turn is a whole number of quarters, so that every rectangle stays one, and the way in
//! is the way out turned back, also in the frame in which the turn changes.

use std::{f32::consts::FRAC_PI_2, sync::Arc};

use eframe::egui::{
    Context, CornerRadius, Event, FullOutput, Plugin, Pos2, RawInput, Rect, Shape, Vec2, accesskit::Affine, epaint::Mesh, pos2,
    vec2,
};

use crate::settings::Turn;

/// How an upright page comes to lie on the screen.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Turned {
    /// The whole screen, in points.
    screen: Rect,
    turn: Turn,
}

/// Turns all that goes into egui and all that comes out of it.
#[derive(Debug, Default)]
struct Turner {
    /// How the next pass is to be turned.
    wanted: Turn,
    /// How the pass is turned that runs now.
    now: Option<Turned>,
}

/// Has the window turned this far from now on; a frame that has begun otherwise is shown anew.
pub fn apply(ctx: &Context, turn: Turn) {
    let Some(turner) = ctx.plugin_opt::<Turner>() else {
        ctx.add_plugin(Turner::default());
        return if turn != Turn::None {
            apply(ctx, turn)
        };
    };
    let mut turner = turner.lock();
    let is_so = turner.wanted == turn;
    turner.wanted = turn;
    drop(turner);
    if !is_so {
        ctx.request_discard("the window is turned");
    }
}

/// The window as it stands on the screen, in points; pages are laid out for [`Context::content_rect`].
pub fn window(ctx: &Context) -> Rect {
    let page = ctx.viewport_rect();
    let turn = ctx.plugin_opt::<Turner>().and_then(|turner| turner.lock().now).map_or(Turn::None, |now| now.turn);
    Rect::from_min_size(page.min, Turned { screen: page, turn }.size())
}

impl Plugin for Turner {
    fn debug_name(&self) -> &'static str {
        "turn"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        let screen = input.screen_rect.or_else(|| self.now.map(|now| now.screen)).unwrap_or_else(|| ctx.viewport_rect());
        let now = Turned { screen, turn: self.wanted };
        let was = self.now.replace(now);
        if now.turn == Turn::None && was.is_none_or(|was| was.turn == Turn::None) {
            return;
        }
        input.screen_rect = Some(Rect::from_min_size(screen.min, now.size()));
        for event in &mut input.events {
            match event {
                Event::PointerMoved(pos) | Event::PointerButton { pos, .. } | Event::Touch { pos, .. } => *pos = now.back(*pos),
                Event::MouseMoved(delta) | Event::MouseWheel { delta, .. } => *delta = now.direction_back(*delta),
                _ => {}
            }
        }
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        let Some(now) = self.now.filter(|now| now.turn != Turn::None) else { return };
        // What egui has made of it: another text size changes its points after the way in.
        let page = ctx.viewport_rect();
        let now = Turned { screen: Rect::from_min_size(page.min, Turned { screen: page, ..now }.size()), ..now };
        for clipped in &mut output.shapes {
            clipped.clip_rect = now.rect(clipped.clip_rect);
            now.turn_shape(&mut clipped.shape);
        }
        let Some(update) = &mut output.platform_output.accesskit_update else { return };
        let root = update.tree.as_ref().map(|tree| tree.root);
        for (_, node) in update.nodes.iter_mut().filter(|(id, _)| Some(*id) == root) {
            let to_pixels = node.transform().copied().unwrap_or(Affine::IDENTITY);
            node.set_transform(to_pixels * now.affine());
        }
    }
}

impl Turned {
    /// How large pages are laid out.
    fn size(self) -> Vec2 {
        let size = self.screen.size();
        match self.turn {
            Turn::None | Turn::Half => size,
            Turn::Quarter | Turn::ThreeQuarters => vec2(size.y, size.x),
        }
    }

    /// Where a point of a page lies on the screen.
    fn point(self, at: Pos2) -> Pos2 {
        let (screen, at) = (self.screen, at - self.screen.min);
        match self.turn {
            Turn::None => screen.min + at,
            Turn::Quarter => pos2(screen.right() - at.y, screen.top() + at.x),
            Turn::Half => pos2(screen.right() - at.x, screen.bottom() - at.y),
            Turn::ThreeQuarters => pos2(screen.left() + at.y, screen.bottom() - at.x),
        }
    }

    /// Which point of a page lies here on the screen.
    fn back(self, at: Pos2) -> Pos2 {
        let screen = self.screen;
        screen.min
            + match self.turn {
                Turn::None => at - screen.min,
                Turn::Quarter => vec2(at.y - screen.top(), screen.right() - at.x),
                Turn::Half => screen.max - at,
                Turn::ThreeQuarters => vec2(screen.bottom() - at.y, at.x - screen.left()),
            }
    }

    /// Which way of a page a movement on the screen is.
    fn direction_back(self, delta: Vec2) -> Vec2 {
        self.back(self.screen.min + delta) - self.back(self.screen.min)
    }

    /// Where a rectangle of a page lies on the screen.
    fn rect(self, rect: Rect) -> Rect {
        if rect.is_finite() { Rect::from_two_pos(self.point(rect.min), self.point(rect.max)) } else { Rect::EVERYTHING }
    }

    /// Clockwise, in quarters.
    fn quarters(self) -> usize {
        usize::from(self.turn.degrees() / 90)
    }

    /// In radians, clockwise.
    fn angle(self) -> f32 {
        self.quarters() as f32 * FRAC_PI_2
    }

    /// The same as a map of the plane: places in the tree for screen readers are turned by it.
    fn affine(self) -> Affine {
        let (origin, x, y) = (self.point(Pos2::ZERO), self.point(pos2(1.0, 0.0)), self.point(pos2(0.0, 1.0)));
        let (x, y) = (x - origin, y - origin);
        Affine::new([x.x, x.y, y.x, y.y, origin.x, origin.y].map(f64::from))
    }

    /// Corner radii after the turn: each goes on to the next corner, clockwise.
    fn corners(self, corner: CornerRadius) -> CornerRadius {
        let mut clockwise = [corner.nw, corner.ne, corner.se, corner.sw];
        clockwise.rotate_right(self.quarters());
        let [nw, ne, se, sw] = clockwise;
        CornerRadius { nw, ne, sw, se }
    }

    /// Moves a shape of a page to where it lies on the screen.
    fn turn_shape(self, shape: &mut Shape) {
        let turn_all = |points: &mut [Pos2]| points.iter_mut().for_each(|point| *point = self.point(*point));
        match shape {
            // A band runs along the window's edges; nothing here paints one.
            Shape::Noop | Shape::Band(_) => {}
            Shape::Vec(shapes) => shapes.iter_mut().for_each(|shape| self.turn_shape(shape)),
            Shape::Circle(circle) => circle.center = self.point(circle.center),
            Shape::Ellipse(ellipse) => {
                ellipse.center = self.point(ellipse.center);
                ellipse.angle += self.angle();
            }
            Shape::LineSegment { points, .. } => turn_all(points),
            Shape::Path(path) => turn_all(&mut path.points),
            Shape::QuadraticBezier(curve) => turn_all(&mut curve.points),
            Shape::CubicBezier(curve) => turn_all(&mut curve.points),
            // A picture turns with its rectangle; a plain one stays on the pixels.
            Shape::Rect(rect) if rect.brush.is_some() => {
                rect.rect = Rect::from_center_size(self.point(rect.rect.center()), rect.rect.size());
                rect.angle += self.angle();
            }
            Shape::Rect(rect) => {
                rect.rect = self.rect(rect.rect);
                rect.corner_radius = self.corners(rect.corner_radius);
            }
            Shape::Text(text) => {
                text.pos = self.point(text.pos);
                text.angle += self.angle();
            }
            Shape::Mesh(mesh) => {
                let mesh: &mut Mesh = Arc::make_mut(mesh);
                mesh.vertices.iter_mut().for_each(|vertex| vertex.pos = self.point(vertex.pos));
            }
            // Painted by hand on a graphics card; nothing here does that.
            Shape::Callback(callback) => callback.rect = self.rect(callback.rect),
        }
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Color32, Stroke};

    use super::*;

    const SCREEN: Rect = Rect { min: pos2(10.0, 20.0), max: pos2(210.0, 120.0) };

    fn turned(turn: Turn) -> Turned {
        Turned { screen: SCREEN, turn }
    }

    #[test]
    fn a_page_fills_the_screen_in_every_turn_and_every_point_finds_its_way_back() {
        for turn in Turn::ALL {
            let turned = turned(turn);
            assert_eq!(turned.rect(Rect::from_min_size(SCREEN.min, turned.size())), SCREEN, "{turn:?}");
            for at in [SCREEN.min, pos2(30.0, 50.0), SCREEN.max] {
                assert_eq!(turned.back(turned.point(at)), at, "{turn:?}");
            }
            // To the right on the page is where its text runs to on the screen.
            let right = turned.point(pos2(31.0, 50.0)) - turned.point(pos2(30.0, 50.0));
            assert_eq!(turned.direction_back(right), vec2(1.0, 0.0), "{turn:?}");
            let accesskit = turned.affine() * eframe::egui::accesskit::Point::new(30.0, 50.0);
            assert_eq!(pos2(accesskit.x as f32, accesskit.y as f32), turned.point(pos2(30.0, 50.0)), "{turn:?}");
        }
    }

    #[test]
    fn the_top_left_corner_goes_round_clockwise() {
        let corners = [SCREEN.left_top(), SCREEN.right_top(), SCREEN.right_bottom(), SCREEN.left_bottom()];
        for (turn, corner) in Turn::ALL.into_iter().zip(corners) {
            assert_eq!(turned(turn).point(SCREEN.min), corner, "{turn:?}");
            let rounded = turned(turn).corners(CornerRadius { nw: 9, ..CornerRadius::ZERO });
            let now = [rounded.nw, rounded.ne, rounded.se, rounded.sw];
            let rounded_corner = corners[now.iter().position(|&radius| radius == 9).expect("one is round")];
            assert_eq!(rounded_corner, corner, "the round corner goes with it");
        }
    }

    #[test]
    fn every_shape_moves_with_the_turn() {
        let at = pos2(33.0, 44.0);
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
                let mut moved = Shape::Vec(vec![shape.clone()]);
                turned.turn_shape(&mut moved);
                let Shape::Vec(moved) = moved else { panic!("one stays one") };
                let came_to = match &moved[0] {
                    Shape::Circle(circle) => circle.center,
                    Shape::LineSegment { points, .. } => points[1],
                    Shape::Path(path) => path.points[1],
                    Shape::Rect(rect) => rect.rect.min,
                    Shape::Mesh(mesh) => mesh.vertices[0].pos,
                    other => panic!("not looked at: {other:?}"),
                };
                assert_eq!(came_to, wanted, "{turn:?} {shape:?}");
            }
        }
    }
}
