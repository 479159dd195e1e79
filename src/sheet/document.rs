//! The page as a whole: what it has to say, and as dense as it must be to fit.
//!
//! Not the parts themselves (`parts/`), not their places (`compose/`) and not the writers.
//!
//! Invariant: the most generous density of the ladder that fits is taken; if none fits, there is no document.

use std::sync::Arc;

use kurbo::{Point, Rect, Shape};

use super::compose;
use super::density::Density;
use super::error::SheetError;
use super::facts::Facts;
use super::options::{Kind, Options, TextSize};
use super::page::Document;
use super::parts::Desk;
use super::typeset::Typesetter;
use super::words::SheetWords;
use crate::drawing::{Drawing, Item};

/// What the page has to say.
pub(super) struct Brief<'a> {
    pub(super) words: &'a SheetWords,
    /// One for each position's card; none where the scene is not there.
    pub(super) figures: Vec<Option<Figure>>,
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
    fn new(drawing: Drawing) -> Self {
        let cover = drawing.items.iter().map(|item| match item {
            Item::Fill { path, .. } => path.bounding_box(),
            Item::Stroke { path, width, .. } => path.bounding_box().inflate(width / 2.0, width / 2.0),
        });
        let whole = Rect::from_origin_size(Point::ZERO, drawing.size);
        let ink = cover.reduce(|all, one| all.union(one)).unwrap_or(whole);
        Self { drawing: Arc::new(drawing), ink }
    }
}

/// Lays a page out: the summary, the page for a clinician, or the emergency card.
///
/// `figures` gives the drawing of a scene (`back-set-up`), or nothing: then the card keeps its words.
///
/// # Errors
/// When the words do not fit the paper at the smallest type allowed, or a bundled font is unreadable.
pub fn lay_out(
    words: &SheetWords,
    figures: &dyn Fn(&str) -> Option<Drawing>,
    facts: &Facts,
    options: &Options,
) -> Result<Document, SheetError> {
    let pictured = options.kind == Kind::Summary && options.include.positions;
    let drawn = |scene: &str| if pictured { figures(scene) } else { None };
    let figures = words.positions.cards.iter().map(|card| drawn(&card.scene).map(Figure::new)).collect();
    let brief = Brief { words, figures, facts, options };
    let mut type_ = Typesetter::new()?;
    let mut refused = SheetError::TooTall { page: 1, over_pt: 0.0 };
    for (density, limit) in attempts(options.text) {
        let mut pages = |measuring: bool| {
            type_.measuring = measuring;
            let mut desk = Desk { brief: &brief, density, type_: &mut type_ };
            match (options.kind, options.text) {
                (Kind::Summary, TextSize::Standard) => compose::standard(&mut desk, limit),
                (Kind::Summary, TextSize::Large) => compose::large(&mut desk, limit),
                (Kind::Clinician, _) => compose::visit(&mut desk, limit),
                (Kind::EmergencyCard, _) => compose::card(&mut desk, limit),
            }
        };
        match pages(true).and_then(|_| pages(false)) {
            Ok(pages) => {
                let title = match options.kind {
                    Kind::Summary => &words.title,
                    Kind::Clinician => &words.visit.title,
                    Kind::EmergencyCard => &words.card.title,
                };
                let dropped = type_.dropped.into_iter().collect();
                let (title, language) = (title.clone(), words.language.clone());
                return Ok(Document { title, language, date: facts.date, pages, dropped });
            }
            Err(overflow) if overflow.is_overflow() => refused = overflow,
            Err(other) => return Err(other),
        }
    }
    Err(refused)
}

/// The densities to try, each with the number of pages it may take.
///
/// One page in the standard size and two in large print. Words that need more room get another page; words that
/// are too long for their place are broken: both are better than a line that is cut.
fn attempts(text: TextSize) -> impl Iterator<Item = (Density, usize)> {
    let wanted = if text == TextSize::Large { 2 } else { 1 };
    let more = if text == TextSize::Large { 3 } else { 2 };
    let last_resort = Density::ladder(text).last().map(|tightest| (tightest.breaking_words(), usize::MAX));
    let ladder = move |pages| Density::ladder(text).map(move |density| (density, pages));
    ladder(wanted).chain(ladder(more)).chain(last_resort)
}
