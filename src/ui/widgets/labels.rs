//! Where the words of a figure's labels stand: beside the figure, never on it, on each other, or outside the stage.
//!
//! Each label says which side of its point it would like. A few places on every side are tried, and the one is taken
//! that lies clear of the figure, the nearest first. Invariant: a label never lies on the figure, or on another one's words,
//! point or line: where there is no such place it has none, and the stage makes the figure smaller or leaves the words to
//! its description.

use eframe::egui::{Pos2, Rect, Vec2, pos2, vec2};

use crate::{
    content::Side,
    drawing::{BezPath, Drawing, Item, Point, Rect as DrawnRect, Shape as _, Token},
};

/// A label to be placed: its point in the stage, how large its words are, and the side it would like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wish {
    /// The point it names.
    pub at: Pos2,
    /// How large its words are.
    pub size: Vec2,
    /// On which side of the point they should stand.
    pub side: Side,
}

/// A figure in its place on a stage.
#[derive(Clone, Copy)]
pub struct Figure<'a> {
    /// What is drawn.
    pub drawing: &'a Drawing,
    /// Where its top left corner is.
    pub origin: Pos2,
    /// Points per unit of the drawing.
    pub scale: f32,
    /// Where the floor band begins: a line across the whole stage, on which no word should lie.
    pub edge: f32,
}

/// Where the lowest filled part of a drawing ends, in its own units; a shadow aside.
pub fn lowest(drawing: &Drawing) -> f32 {
    let fills = drawing.items.iter().filter_map(|item| match item {
        Item::Fill { path, paint } if paint.alpha > 0.5 => Some(path.bounding_box().y1),
        _ => None,
    });
    fills.fold(0.0, f64::max) as f32
}

/// What a place costs: what must not be, then what is better avoided, then what was not wished for.
const NEVER: f32 = 1e4;
const ON_FIGURE: f32 = 30.0;
const ON_AN_EDGE: f32 = 60.0;
const ON_MAT: f32 = 0.5;
const OTHER_SIDE: f32 = 25.0;
const FURTHER: f32 = 4.0;
const ASIDE: f32 = 3.0;
/// How far samples lie apart on a label, across and down, in points: a mat seen from the side is no thicker.
const APART: Vec2 = vec2(8.0, 4.0);
/// How far an outline and its soft edge reach, in points.
const OUTLINE: f32 = 3.0;

/// The sides in which another place is looked for, the wished one first.
fn sides(first: Side) -> impl Iterator<Item = Side> {
    let all = [Side::Above, Side::Below, Side::Right, Side::Left];
    [first].into_iter().chain(all.into_iter().filter(move |&side| side != first))
}

/// A label in its place, on which side of its point; `None` where no place is free.
pub type Placed = Option<(Side, Rect)>;

/// The line from a label's words to its point.
pub fn leader(at: Pos2, side: Side, words: Rect, gap: f32) -> [Pos2; 2] {
    let (x, y) = (at.x.clamp(words.left(), words.right()), at.y.clamp(words.top(), words.bottom()));
    let end = match side {
        Side::Above => pos2(x, words.bottom()),
        Side::Below => pos2(x, words.top()),
        Side::Left => pos2(words.right() + gap, y),
        Side::Right => pos2(words.left() - gap, y),
    };
    [at, end]
}

/// Whether a line runs through words.
fn crosses([from, to]: [Pos2; 2], words: Rect) -> bool {
    const PIECES: u8 = 24;
    (0..=PIECES).any(|piece| words.contains(from + (to - from) * (f32::from(piece) / f32::from(PIECES))))
}

/// Places all labels inside `stage`, `gap` points from the figure or a little more.
pub fn place(stage: Rect, figure: Figure<'_>, gap: f32, wishes: &[Wish]) -> Vec<Placed> {
    let inks = inks(figure.drawing);
    let floor = figure.origin.y + lowest(figure.drawing) * figure.scale;
    let mut placed: Vec<Placed> = Vec::new();
    for (index, wish) in wishes.iter().enumerate() {
        let mut found = Vec::new();
        for (turn, side) in sides(wish.side).enumerate() {
            for (cost, rect) in places(stage, floor, gap, wish, side) {
                let line = leader(wish.at, side, rect, 0.0);
                let others = placed.iter().zip(wishes).filter_map(|(placed, wish)| Some((placed.as_ref()?, wish))).any(
                    |((other_side, other), wish)| {
                        let apart = other.expand(gap / 2.0);
                        let other_line = leader(wish.at, *other_side, *other, 0.0);
                        apart.intersects(rect) || crosses(line, *other) || crosses(other_line, rect.expand(gap / 4.0))
                    },
                );
                let points =
                    wishes.iter().enumerate().any(|(other, wish)| other != index && rect.expand(gap / 2.0).contains(wish.at));
                let own = rect.expand(gap / 4.0).contains(wish.at);
                let cost = cost
                    + turn.min(1) as f32 * OTHER_SIDE
                    + if others || points || own || rect.y_range().contains(figure.edge) { NEVER } else { 0.0 };
                found.push((cost, side, rect));
            }
        }
        // The cheapest first: once one lies clear of the figure, no dearer one need be held against it.
        found.sort_by(|one, other| one.0.total_cmp(&other.0));
        let mut best: Option<(f32, Side, Rect)> = None;
        for (cost, side, rect) in found {
            if best.as_ref().is_some_and(|(least, ..)| cost >= *least) {
                break;
            }
            let covers = on_figure(figure, &inks, rect);
            // Words on the figure, on other words or on an edge can not be read: then there is no place on this side.
            if cost < NEVER && covers < ON_FIGURE && best.as_ref().is_none_or(|(least, ..)| cost + covers < *least) {
                best = Some((cost + covers, side, rect));
            }
        }
        placed.push(best.map(|(_, side, rect)| (side, rect)));
    }
    placed
}

/// A filled part of a drawing that words should not lie on, with what holds it.
struct Ink<'a> {
    path: &'a BezPath,
    bounds: DrawnRect,
    is_mat: bool,
}

/// All such parts; a shadow or a glow hides no words.
fn inks(drawing: &Drawing) -> Vec<Ink<'_>> {
    let inks = drawing.items.iter().filter_map(|item| match item {
        Item::Fill { path, paint } if paint.alpha >= 0.5 && paint.token != Token::Floor => {
            Some(Ink { path, bounds: path.bounding_box(), is_mat: matches!(paint.token, Token::Mat | Token::MatEdge) })
        }
        _ => None,
    });
    inks.collect()
}

/// Places on one side, the nearest first, each with what it costs; only those inside the stage.
fn places(stage: Rect, floor: f32, gap: f32, wish: &Wish, side: Side) -> Vec<(f32, Rect)> {
    let (at, size) = (wish.at, wish.size);
    let mut found = Vec::new();
    for step in 0..6_u8 {
        let reach = gap * (1.2 + 0.8 * f32::from(step));
        for slide in [0.0, -0.35, 0.35, -0.6, 0.6, -1.0, 1.0] {
            let corner = match side {
                Side::Above => pos2(at.x - size.x / 2.0 + slide * size.x, at.y - reach - size.y),
                // Under all that is drawn.
                Side::Below => pos2(at.x - size.x / 2.0 + slide * size.x, floor.max(at.y) + gap * (0.3 + 0.4 * f32::from(step))),
                Side::Left => pos2(at.x - reach - size.x, at.y - size.y / 2.0 + slide * 2.0 * size.y),
                Side::Right => pos2(at.x + reach, at.y - size.y / 2.0 + slide * 2.0 * size.y),
            };
            let rect = Rect::from_min_size(corner, size);
            if stage.contains_rect(rect) {
                found.push((f32::from(step) * FURTHER + f32::abs(slide) * ASIDE, rect));
            }
        }
    }
    found
}

/// What a place costs for what lies under it, or so close that its outline would touch the words.
fn on_figure(figure: Figure<'_>, inks: &[Ink<'_>], rect: Rect) -> f32 {
    let rect = rect.expand(OUTLINE);
    let pieces = (rect.size() / APART).ceil().max(Vec2::splat(1.0));
    let samples: Vec<Point> = (0..=pieces.x as usize)
        .flat_map(|x| (0..=pieces.y as usize).map(move |y| (x, y)))
        .map(|(x, y)| {
            let share = vec2(x as f32, y as f32) / pieces;
            let at = (rect.min + share * rect.size() - figure.origin) / figure.scale;
            Point::new(f64::from(at.x), f64::from(at.y))
        })
        .collect();
    let near = |ink: &&Ink<'_>| samples.iter().any(|&sample| ink.bounds.contains(sample));
    let costs = inks.iter().filter(near).map(|ink| {
        match (ink.is_mat, samples.iter().filter(|&&sample| ink.path.contains(sample)).count()) {
            (_, 0) => 0.0,
            // A mat seen from above is ground; its edge through a word is not.
            (true, inside) if inside == samples.len() => ON_MAT,
            (true, _) => ON_AN_EDGE,
            (false, inside) => ON_FIGURE * inside as f32,
        }
    });
    costs.sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::Size;

    /// A stage of 600 x 300 with a figure that fills its middle, and a mat under it.
    fn figure() -> Drawing {
        let mut drawing = Drawing::new(Size::new(600.0, 260.0));
        drawing.fill(DrawnRect::new(150.0, 120.0, 450.0, 220.0).to_path(0.1), Token::ShirtNear);
        drawing.fill(DrawnRect::new(60.0, 220.0, 540.0, 240.0).to_path(0.1), Token::Mat);
        drawing
    }

    fn try_all(wishes: &[Wish]) -> Vec<Placed> {
        let drawing = figure();
        let stage = Rect::from_min_size(pos2(0.0, 0.0), vec2(600.0, 300.0));
        place(stage, Figure { drawing: &drawing, origin: pos2(0.0, 0.0), scale: 1.0, edge: 210.0 }, 20.0, wishes)
    }

    fn solve(wishes: &[Wish]) -> Vec<(Side, Rect)> {
        try_all(wishes).into_iter().map(|placed| placed.expect("a place")).collect()
    }

    #[test]
    fn words_stand_beside_the_figure_and_under_the_mat() {
        let size = vec2(100.0, 20.0);
        let wishes = [
            Wish { at: pos2(300.0, 130.0), size, side: Side::Above },
            Wish { at: pos2(200.0, 215.0), size, side: Side::Below },
            Wish { at: pos2(260.0, 215.0), size, side: Side::Below },
        ];
        let placed = solve(&wishes);
        let figure = Rect::from_min_max(pos2(60.0, 120.0), pos2(540.0, 240.0));
        assert!(
            placed
                .iter()
                .all(|(_, rect)| !rect.shrink(0.5).intersects(Rect::from_min_max(pos2(150.0, 120.0), pos2(450.0, 220.0))))
        );
        assert!(placed[1].1.top() >= figure.bottom() && placed[2].1.top() >= figure.bottom(), "{placed:?}");
        assert!(!placed[1].1.intersects(placed[2].1), "{placed:?}");
    }

    #[test]
    fn a_wish_that_has_no_room_is_met_on_another_side() {
        let placed = solve(&[Wish { at: pos2(20.0, 20.0), size: vec2(120.0, 20.0), side: Side::Left }]);
        assert_ne!(placed[0].0, Side::Left);
    }

    #[test]
    fn what_fits_nowhere_beside_the_figure_has_no_place() {
        let high = vec2(140.0, 140.0);
        assert_eq!(try_all(&[Wish { at: pos2(300.0, 150.0), size: high, side: Side::Above }]), [None]);
    }

    #[test]
    fn no_line_runs_through_other_words() {
        let size = vec2(100.0, 20.0);
        let wishes = [
            Wish { at: pos2(300.0, 125.0), size, side: Side::Above },
            Wish { at: pos2(300.0, 140.0), size, side: Side::Above },
            Wish { at: pos2(320.0, 160.0), size, side: Side::Above },
        ];
        let placed = solve(&wishes);
        for (index, wish) in wishes.iter().enumerate() {
            let line = leader(wish.at, placed[index].0, placed[index].1, 0.0);
            let others = placed.iter().enumerate().filter(|(other, _)| *other != index);
            assert!(others.into_iter().all(|(_, (_, words))| !crosses(line, *words)), "{placed:?}");
        }
    }
}
