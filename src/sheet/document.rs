//! The page as a whole: what it has to say, and as dense as it must be to fit.
//!
//! Not the parts themselves (`parts/`), not their places (`compose/`) and not the writers.
//!
//! Invariant: the most generous density of the ladder that fits is taken; if none fits, there is no document.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};

use super::compose;
use super::density::Density;
use super::error::SheetError;
use super::facts::Facts;
use super::input::{Figure, LayoutInput};
use super::options::{Kind, Options, TextSize};
use super::page::{Document, Page};
use super::parts::LayoutContext;
use super::typeset::Typesetter;
use super::words::SheetWords;
use crate::drawing::Drawing;

/// Sets pages, and keeps what it learnt of the words for the next one.
///
/// The first page of a layouter costs the reading of the faces and the shaping of every paragraph; a page whose words
/// have been set before costs only its lines. One layouter serves a whole program and all its threads.
///
/// Invariant: a layouter belongs to one set of figures. It keeps those it was given.
#[derive(Default)]
pub struct Layouter(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    type_: Option<Typesetter>,
    figures: HashMap<String, Option<Figure>>,
}

impl Layouter {
    /// Lays a page out: the summary, the page for a clinician, or the emergency card.
    ///
    /// `figures` gives the drawing of a scene (`back-set-up`), or nothing: then the card keeps its words.
    ///
    /// # Errors
    /// When the words do not fit the paper at the smallest type allowed, or a bundled font is unreadable.
    pub fn lay_out(
        &self,
        words: &SheetWords,
        figures: &dyn Fn(&str) -> Option<Drawing>,
        facts: &Facts,
        options: &Options,
    ) -> Result<Document, SheetError> {
        // What a layouter keeps is only ever whole: what a thread held that ended badly is as good.
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let summary = options.kind == Kind::Summary;
        let mut figure = |scene: &str, pictured: bool| {
            let drawn = || figures(scene).map(Figure::new);
            if pictured { kept.figures.entry(scene.to_owned()).or_insert_with(drawn).clone() } else { None }
        };
        let cards = &words.positions.cards;
        let pictured = summary && options.include.positions;
        let positions = cards.iter().map(|card| figure(&card.scene, pictured)).collect();
        let round = words.round_scenes(facts.preferred).map(|scene| figure(&scene, summary)).collect();
        let input = LayoutInput { words, figures: positions, round, facts, options };
        let mut type_ = match kept.type_.take() {
            Some(type_) => type_,
            None => Typesetter::new()?,
        };
        type_.begin();
        let pages = pages(&input, &mut type_);
        let dropped = type_.dropped.iter().copied().collect();
        kept.type_ = Some(type_);
        let title = match options.kind {
            Kind::Summary => &words.title,
            Kind::Clinician => &words.visit.title,
            Kind::EmergencyCard => &words.card.title,
        };
        let (title, language) = (title.clone(), words.language.clone());
        Ok(Document { title, language, date: facts.date, pages: pages?, dropped })
    }
}

impl fmt::Debug for Layouter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Layouter").finish_non_exhaustive()
    }
}

/// The pages at the most generous density that fits.
///
/// One page in the standard size and two in large print. Words that need more room get another page; words that
/// are too long for their place are broken: both are better than a line that is cut.
fn pages(input: &LayoutInput<'_>, type_: &mut Typesetter) -> Result<Vec<Page>, SheetError> {
    let text = input.options.text;
    let wanted = if text == TextSize::Large { 2 } else { 1 };
    for limit in [wanted, wanted + 1] {
        if let Some(density) = most_generous(input, type_, limit)? {
            return set(input, type_, density, limit, false);
        }
    }
    let tightest = Density::ladder(text).last().map(Density::breaking_words);
    set(input, type_, tightest.ok_or(SheetError::TooTall { page: 1, over_pt: 0.0 })?, usize::MAX, false)
}

/// The first step of the ladder that fits on `limit` pages, found by halving: what fits at one step fits at all
/// tighter ones.
fn most_generous(input: &LayoutInput<'_>, type_: &mut Typesetter, limit: usize) -> Result<Option<Density>, SheetError> {
    let text = input.options.text;
    // The card is read from beside the phone, by whoever is there.
    let ladder: Vec<Density> = match input.options.kind {
        Kind::EmergencyCard if text == TextSize::Standard => Density::filling(text).collect(),
        _ => Density::ladder(text).collect(),
    };
    let mut fits = |density: Density| match set(input, type_, density, limit, true) {
        Ok(_) => Ok(true),
        Err(overflow) if overflow.is_overflow() => Ok(false),
        Err(other) => Err(other),
    };
    // Most words that do not fit at the tightest step never will: that is asked first.
    let Some((&last, mut steps)) = ladder.split_last() else { return Ok(None) };
    if !fits(last)? {
        return Ok(None);
    }
    let mut found = last;
    while let Some(&density) = steps.get(steps.len() / 2) {
        let (looser, tighter) = steps.split_at(steps.len() / 2);
        if fits(density)? {
            (found, steps) = (density, looser);
        } else {
            steps = tighter.get(1..).unwrap_or_default();
        }
    }
    Ok(Some(found))
}

/// The pages at one density, or only whether they fit.
fn set(
    input: &LayoutInput<'_>,
    type_: &mut Typesetter,
    density: Density,
    limit: usize,
    measuring: bool,
) -> Result<Vec<Page>, SheetError> {
    type_.measuring = measuring;
    let mut cx = LayoutContext { input, density, type_ };
    match (input.options.kind, input.options.text) {
        (Kind::Summary, TextSize::Standard) => compose::standard(&mut cx, limit),
        (Kind::Summary, TextSize::Large) => compose::large(&mut cx, limit),
        (Kind::Clinician, _) => compose::visit(&mut cx, limit),
        (Kind::EmergencyCard, _) => compose::card(&mut cx, limit),
    }
}
