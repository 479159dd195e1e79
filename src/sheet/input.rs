//! What a page is laid out from: words, figures, facts of the person, and what was chosen.

use std::sync::Arc;

use kurbo::{Point, Rect, Shape};

use super::facts::Facts;
use super::options::Options;
use super::words::SheetWords;
use crate::drawing::{Drawing, Item};

/// What the page has to say.
pub(super) struct LayoutInput<'a> {
    pub(super) words: &'a SheetWords,
    /// One for each position's card; none where the scene is not there.
    pub(super) figures: Vec<Option<Figure>>,
    /// One for each phase of a round, in the preferred position.
    pub(super) round: Vec<Option<Figure>>,
    pub(super) facts: &'a Facts,
    pub(super) options: &'a Options,
}

/// A figure, and what of it is inked: looked at once, however often the page is tried.
#[derive(Debug, Clone)]
pub(super) struct Figure {
    pub(super) drawing: Arc<Drawing>,
    pub(super) ink: Rect,
}

impl Figure {
    pub(super) fn new(drawing: Drawing) -> Self {
        let mut ink: Option<Rect> = None;
        for item in &drawing.items {
            let (path, line) = match item {
                Item::Fill { path, .. } => (path, 0.0),
                Item::Stroke { path, width, .. } => (path, width / 2.0),
            };
            // The exact bounds are expensive, and most shapes lie well inside what is known.
            if !ink.is_some_and(|ink| ink.contains_rect(path.control_box().inflate(line, line))) {
                let bounds = path.bounding_box().inflate(line, line);
                ink = Some(ink.map_or(bounds, |ink| ink.union(bounds)));
            }
        }
        let ink = ink.unwrap_or_else(|| Rect::from_origin_size(Point::ZERO, drawing.size));
        Self { drawing: Arc::new(drawing), ink }
    }
}
