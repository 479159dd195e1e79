//! One moment of a scene as a finished picture, with named points for labels.

use std::collections::BTreeMap;

use super::body::{ANKLE_HEIGHT, station};
use super::clip::Moment;
use super::curve;
use super::geom::{angle, direction, lerp, local, step, wrap};
use super::look::Look;
use super::outline::trunk;
use super::paint::arrow::{self, Weight};
use super::paint::person::{self, Dress, Part, SIDE_VIEW};
use super::paint::{LINE, close, glow, prop};
use super::pose::Side;
use super::scene::{Contour, Layer, Push, Scene, Spot, Way};
use super::solve::{Body, solve};
use crate::drawing::{Affine, Drawing, Paint, Point, Rect, Size, Token};

/// A picture of a scene.
#[derive(Debug, Clone, PartialEq)]
pub struct Still {
    /// Origin top left, x right, y down; one unit is a thousandth of the person's height. No background.
    pub drawing: Drawing,
    /// Points that labels may lead to, in the drawing's coordinates: `near_knee`, `low_back`, `pillow` and so on.
    pub anchors: BTreeMap<String, Point>,
    /// The far edge of the floor, in the drawing's coordinates: paint a floor band from here down. Equal to the
    /// drawing's height where the scene is seen from above and has no floor line.
    pub floor_y: f64,
}

/// Paints a scene at a share of its clip.
pub fn paint(scene: &Scene, phase: f64, look: Look) -> Option<Still> {
    let moment = scene.clip.at(phase, scene.wear)?;
    let body = solve(&moment.pose).with_look(look);
    let (left, bottom, right, top) = scene.view;
    let mut painter = Painter { scene, look, moment, body, drawing: Drawing::default(), anchors: BTreeMap::new() };
    painter.name_body();
    for layer in &scene.paint {
        painter.layer(layer);
    }
    let down = Affine::new([1.0, 0.0, 0.0, -1.0, -left, top]);
    let Painter { mut drawing, anchors, .. } = painter;
    drawing.transform(down);
    drawing.size = Size::new(right - left, top - bottom);
    Some(Still {
        drawing,
        anchors: anchors.into_iter().map(|(name, point)| (name, down * point)).collect(),
        floor_y: scene.floor.map_or(top - bottom, |floor| top - floor),
    })
}

impl Still {
    /// Whether there is no floor behind it: the person is seen from above, or only their hands are.
    pub fn is_from_above(&self) -> bool {
        self.floor_y >= self.drawing.size.height
    }

    /// The same picture with left and right exchanged.
    #[must_use]
    pub fn mirrored(mut self) -> Self {
        let width = self.drawing.size.width;
        let across = Affine::new([-1.0, 0.0, 0.0, 1.0, width, 0.0]);
        self.drawing.transform(across);
        for point in self.anchors.values_mut() {
            *point = across * *point;
        }
        self
    }
}

struct Painter<'a> {
    scene: &'a Scene,
    look: Look,
    moment: Moment,
    body: Body,
    drawing: Drawing,
    anchors: BTreeMap<String, Point>,
}

impl Painter<'_> {
    fn layer(&mut self, layer: &Layer) {
        match layer {
            Layer::Person { hide } => {
                for part in SIDE_VIEW.into_iter().filter(|part| !hide.contains(part)) {
                    self.part(part);
                }
            }
            Layer::Other(index) => self.other(*index),
            Layer::Parts(parts) => parts.iter().for_each(|&part| self.part(part)),
            Layer::Felt(zone) => glow::paint(&mut self.drawing, &self.body, *zone, self.moment.force),
            Layer::Shadow { at, radius } => {
                let at = self.spot(*at);
                prop::shadow(&mut self.drawing, at, *radius);
            }
            Layer::Mat { from, to } => prop::mat(&mut self.drawing, *from, *to),
            Layer::Sheet(left, bottom, right, top) => prop::sheet(&mut self.drawing, Rect::new(*left, *bottom, *right, *top)),
            Layer::Pillow { at, size, way, name } => {
                let (at, degrees) = (self.spot(*at), self.way(*way));
                prop::pillow(&mut self.drawing, at, *size, degrees);
                self.anchors.insert(name.clone().unwrap_or_else(|| "pillow".to_owned()), at);
            }
            Layer::Roller { at, radius } => {
                let at = self.spot(*at);
                prop::roller(&mut self.drawing, at, *radius);
                self.anchors.insert("roller".to_owned(), at);
            }
            Layer::Wall(top) => {
                if let Some(first) = self.scene.clip.keys.first() {
                    let x = trunk::leftmost(&solve(&first.moment.pose).with_look(self.look)) - 2.0;
                    self.wall(x, *top);
                }
            }
            Layer::WallAt(x, top) => self.wall(*x, *top),
            Layer::ChairAbove(x, y) => {
                prop::chair_above(&mut self.drawing, Point::new(*x, *y));
                self.anchors.insert("chair".to_owned(), Point::new(*x, *y));
            }
            Layer::Chair(x, facing) => {
                prop::chair(&mut self.drawing, *x, *facing);
                self.anchors.insert("chair".to_owned(), Point::new(*x, 540.0));
            }
            Layer::Towel { at, radius } => {
                let at = self.spot(*at);
                prop::towel(&mut self.drawing, at, *radius);
                self.anchors.insert("towel".to_owned(), at);
            }
            Layer::Soles(x, y) => prop::soles(&mut self.drawing, Point::new(*x, *y)),
            Layer::StackedKnees(x, y) => prop::stacked_knees(&mut self.drawing, Point::new(*x, *y)),
            Layer::Close { view, area, motion } => {
                let moment = close::Moment { motion: *motion, force: self.moment.force, hands: self.moment.hands };
                let area = Rect::new(area.0, area.1, area.2, area.3);
                let named = close::paint(&mut self.drawing, area, *view, moment);
                self.anchors.extend(named.into_iter().map(|(name, point)| (name.to_owned(), point)));
            }
            Layer::Ring { at, radius } => {
                let at = self.spot(*at);
                self.drawing.stroke(curve::circle(at, *radius), Token::Ghost, LINE);
            }
            Layer::Leader { from, to } => {
                let line = [self.spot(*from), self.spot(*to)];
                self.drawing.stroke(curve::polyline(&line), Token::Ghost, LINE);
            }
            Layer::NotThis(x, y) => prop::not_this(&mut self.drawing, Point::new(*x, *y)),
            Layer::Arrow { points, push, body, head, cased } => {
                let points: Vec<Point> = points.iter().map(|&spot| self.spot(spot)).collect();
                self.arrow(&points, *push, Weight { body: *body, head: *head }, *cased);
            }
            Layer::Around { joint, radius, from, to, push, body, head } => {
                let points = curve::arc(self.body.joint(*joint), *radius, *from, *to, 10);
                self.arrow(&points, *push, Weight { body: *body, head: *head }, true);
            }
            Layer::Breath => arrow::breath(&mut self.drawing, &self.body),
            Layer::Ghost { key, contour, from, to } => self.ghost(*key, *contour, *from, *to),
        }
    }

    fn wall(&mut self, x: f64, top: f64) {
        prop::wall(&mut self.drawing, x, top);
        self.anchors.insert("wall".to_owned(), Point::new(x, top * 0.8));
    }

    /// Somebody else, in other clothes.
    fn other(&mut self, index: usize) {
        let Some(pose) = self.scene.others.get(index) else { return };
        let body = solve(pose).with_look(self.look);
        let mut drawing = Drawing::default();
        for part in SIDE_VIEW {
            person::paint(&mut drawing, &body, part, &Dress::default());
        }
        drawing.recolour(|token| match token {
            Token::ShirtNear => Token::Roller,
            Token::ShirtFar => Token::RollerFar,
            other => other,
        });
        self.drawing.items.append(&mut drawing.items);
    }

    fn part(&mut self, part: Part) {
        let dress = Dress {
            glow: &self.scene.glow,
            wear: self.scene.wear,
            eyes_closed: self.scene.eyes_closed,
            belly: self.moment.belly,
        };
        person::paint(&mut self.drawing, &self.body, part, &dress);
    }

    fn spot(&self, spot: Spot) -> Point {
        match spot {
            Spot::At(x, y) => Point::new(x, y),
            Spot::By(joint, dx, dy) => self.body.joint(joint) + (dx, dy),
            Spot::Between(from, to, share) => self.body.joint(from).lerp(self.body.joint(to), share),
        }
    }

    fn way(&self, way: Way) -> f64 {
        match way {
            Way::Degrees(degrees) => degrees,
            Way::Along(from, to) => angle(self.body.joint(from), self.body.joint(to)),
        }
    }

    /// An arrow grows from its tail with the force of the moment; without force there is none.
    fn arrow(&mut self, points: &[Point], push: Push, weight: Weight, cased: bool) {
        let force = self.moment.force.clamp(0.0, 1.0);
        let Some(&tip) = points.last() else { return };
        if force < 0.05 {
            return;
        }
        let token = match push {
            Push::Press => Token::Press,
            Push::Breath => Token::Breath,
            Push::Way => Token::Ghost,
        };
        let points: Vec<Point> = points.iter().map(|&point| tip.lerp(point, lerp(0.45, 1.0, force))).collect();
        arrow::paint(&mut self.drawing, &points, token, weight, cased);
    }

    fn ghost(&mut self, key: usize, contour: Contour, from: usize, to: usize) {
        let Some(key) = self.scene.clip.keys.get(key) else { return };
        let body = solve(&key.moment.pose).with_look(self.look);
        let edge = match contour {
            Contour::Front => trunk::front,
            Contour::Back => trunk::back,
        };
        let points: Vec<Point> = (from..=to).map(|index| edge(&body, &body.girths.trunk, index, 4.0)).collect();
        let paint = Paint { token: Token::Ghost, alpha: 0.8 };
        self.drawing.dashed(curve::open(&points), paint, LINE, [9.0, 9.0]);
    }

    fn name_body(&mut self) {
        let body = &self.body;
        let facing = body.head - 90.0;
        // The nape: behind the middle of the neck.
        let nape = body.stations[station::NAPE].at;
        let neck = step(nape.lerp(body.skull, 0.5), body.neck + 90.0, 22.0);
        let mut named = vec![
            ("head", local(body.skull, facing, 0.0, 40.0)),
            ("mouth", local(body.skull, facing, 60.0, -8.0)),
            ("low_back", trunk::back(body, &body.girths.trunk, station::LOW_BACK, 0.0)),
            ("back", trunk::back(body, &body.girths.trunk, station::RIBS, 0.0)),
            ("neck", neck),
            ("belly", trunk::front(body, &body.girths.trunk, station::LOW_BACK, 0.0)),
            ("hip", body.hip()),
        ];
        for side in [Side::Near, Side::Far] {
            let (leg, arm) = (body.legs.get(side), body.arms.get(side));
            let [knee, foot, heel, hand, elbow, shoulder] = match side {
                Side::Near => ["near_knee", "near_foot", "near_heel", "near_hand", "near_elbow", "near_shoulder"],
                Side::Far => ["far_knee", "far_foot", "far_heel", "far_hand", "far_elbow", "far_shoulder"],
            };
            let (thigh, shank) = (angle(leg.hip, leg.knee), angle(leg.knee, leg.ankle));
            let kneecap = thigh + wrap(shank - thigh) / 2.0 + 90.0;
            named.extend([
                (knee, leg.knee + direction(kneecap) * 30.0),
                (foot, local(leg.ankle, leg.sole, 62.0, -10.0)),
                (heel, local(leg.ankle, leg.sole, -22.0, -ANKLE_HEIGHT)),
                (hand, local(arm.wrist, arm.hand, 50.0, 0.0)),
                (elbow, arm.elbow),
                (shoulder, arm.shoulder),
            ]);
        }
        self.anchors.extend(named.into_iter().map(|(name, point)| (name.to_owned(), point)));
    }
}
