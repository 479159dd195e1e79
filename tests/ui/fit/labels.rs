//! The labels on a figure: inside their stage, and not on what the figure shows or rests on.
//!
//! The figure is known by the description of its stage, and its shapes by the drawing. Invariant: only a figure of the
//! guide that stands still is looked at; where one moves there are no labels.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use egui::{Pos2, Rect, pos2};
use gentleback::drawing::{Item, Token};
use gentleback::figure::Still;
use gentleback::settings::BodySide;
use kurbo::{Point, Shape as _};

use super::super::app::Desk;
use super::rules::{Fault, Rule};
use super::seen::{Layer, Seen};

/// Drawn scenes by their id, and whether they were turned round.
type Stills = HashMap<(String, bool), Option<Rc<Still>>>;

thread_local! {
    /// Scenes that were drawn already.
    static STILLS: RefCell<Stills> = RefCell::default();
}

/// What is wrong with the labels of the figures that show.
pub fn faults(desk: &Desk, seen: &Seen) -> Vec<Fault> {
    let model = desk.model();
    let mut found = Vec::new();
    for figure in model.book.guide.figures().into_iter().filter(|figure| !figure.labels.is_empty()) {
        for layer in &seen.layers {
            let Some((_, stage)) = layer.pictures.iter().find(|(name, _)| *name == figure.description) else { continue };
            // Drawn with the right side up; a sore left side goes up.
            let turned = figure.scene == "side-set-up" && model.settings.sore_side == Some(BodySide::Left);
            let still = still_of(desk, &figure.scene, turned);
            let words = figure.labels.iter().map(|label| label.text.as_str());
            words.for_each(|words| one(layer, *stage, still.as_deref(), words, &mut found));
        }
    }
    if let Some(session) = model.running() {
        let scene = session.picture(model.now).0;
        if let Some(still) = still_of(desk, &scene, session.is_mirrored()) {
            seen.layers.iter().for_each(|layer| on_mat(layer, &still, &mut found));
        }
    }
    found
}

/// A scene, drawn once.
fn still_of(desk: &Desk, scene: &str, turned: bool) -> Option<Rc<Still>> {
    let model = desk.model();
    let draw = || {
        let still = model.book.figures.still_as(scene, model.settings.look)?;
        Some(Rc::new(if turned { still.mirrored() } else { still }))
    };
    STILLS.with_borrow_mut(|stills| stills.entry((scene.to_owned(), turned)).or_insert_with(draw).clone())
}

/// What stands on the floor of a session's stage stands under the mat, not on it.
fn on_mat(layer: &Layer, still: &Still, found: &mut Vec<Fault>) {
    for image in layer.images.iter().filter(|image| shows(image, still)) {
        for text in layer.texts.iter().filter(|text| image.intersects(text.place)) {
            let over = text.rows.iter().flat_map(|row| across(*row, row.top() - AIR));
            let mut places = over.map(|place| in_figure(place, image, still));
            if places.any(|place| still.drawing.items.iter().any(|item| is_mat(item) && covers(item, place))) {
                found.push((Rule::Label, format!("{} (on the mat)", text.words)));
            }
        }
    }
}

/// Whether this image is as wide for its height as the figure.
fn shows(image: &Rect, still: &Still) -> bool {
    let (wide, drawn) = (image.width() / image.height(), (still.drawing.size.width / still.drawing.size.height) as f32);
    (wide - drawn).abs() < 0.02 * drawn
}

/// How far words stay away from the mat over them, in points.
const AIR: f32 = 3.0;

/// A place of the window in the figure's own units.
fn in_figure(place: Pos2, image: &Rect, still: &Still) -> Point {
    let place = (place - image.min) * (still.drawing.size.width as f32 / image.width());
    Point::new(place.x.into(), place.y.into())
}

/// Looks at the texts of these words: one of them is the label, others may stand in a sentence list beside the stage.
fn one(layer: &Layer, stage: Rect, still: Option<&Still>, words: &str, found: &mut Vec<Fault>) {
    let texts = layer.texts.iter().filter(|text| text.words == words);
    let led = |place: Rect| {
        layer.inks.iter().any(|ink| ink.line.len() == 2 && ink.line.iter().any(|end| place.distance_to_pos(*end) < 12.0))
    };
    for text in texts.filter(|text| stage.intersects(text.place) || led(text.place)) {
        if !stage.expand(1.0).contains_rect(text.place) {
            found.push((Rule::Label, format!("{words} (outside its stage)")));
        }
        let Some(still) = still else { continue };
        let images = layer.images.iter().filter(|image| stage.expand(2.0).contains(image.center()));
        for image in images.filter(|image| shows(image, still)) {
            let places: Vec<Point> =
                text.rows.iter().flat_map(|row| grid(*row)).map(|place| in_figure(place, image, still)).collect();
            let lies_on = still.drawing.items.iter().any(|item| {
                match places.iter().filter(|place| covers(item, **place)).count() {
                    0 => false,
                    // A mat seen from above is ground for words; its edge through them is not.
                    inside if is_mat(item) => inside < places.len(),
                    _ => true,
                }
            });
            if lies_on {
                found.push((Rule::Label, format!("{words} (on its figure)")));
            }
        }
    }
}

/// Places all over a row of letters.
fn grid(row: Rect) -> impl Iterator<Item = Pos2> {
    (1..4_u8).flat_map(move |line| across(row, row.top() + row.height() * f32::from(line) / 4.0))
}

/// Places across a row of letters, at this height.
fn across(row: Rect, y: f32) -> impl Iterator<Item = Pos2> {
    const COLUMNS: u8 = 12;
    (0..=COLUMNS).map(move |column| pos2(row.left() + row.width() * f32::from(column) / f32::from(COLUMNS), y))
}

/// Whether this is what the person lies on.
fn is_mat(item: &Item) -> bool {
    matches!(item, Item::Fill { paint, .. } if matches!(paint.token, Token::Mat | Token::MatEdge))
}

/// Whether the person, the mat or a thing is there; shadows, glows and walls may lie behind letters.
fn covers(item: &Item, place: Point) -> bool {
    let Item::Fill { path, paint } = item else { return false };
    let scenery = [
        Token::Shadow,
        Token::Wall,
        Token::WallHatch,
        Token::WallEdge,
        Token::Floor,
        Token::Ghost,
        Token::Glow1,
        Token::Glow2,
        Token::GlowCore,
        Token::Warm,
        Token::Press,
    ];
    !scenery.contains(&paint.token) && paint.alpha > 0.5 && path.bounding_box().contains(place) && path.winding(place) != 0
}
