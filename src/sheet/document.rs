//! The sheet as a whole: what it has to say, and as dense as it must be to fit.
//!
//! Not the parts themselves (`parts/`), not their places (`compose/`) and not the writers.
//!
//! Invariant: the most generous density of the ladder that fits is taken; if none fits, there is no document.

use jiff::civil::Date;

use super::compose;
use super::density::Density;
use super::error::SheetError;
use super::options::{Options, TextSize};
use super::page::Document;
use super::parts::Desk;
use super::typeset::Typesetter;
use super::words::SheetWords;
use crate::drawing::Drawing;

/// The numbers of one round, from the person's own settings (ranges: health.md 4.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoundNumbers {
    /// Seconds of pressing on.
    pub ramp_secs: u32,
    /// Seconds of holding.
    pub hold_secs: u32,
    /// Seconds of letting go.
    pub release_secs: u32,
    /// Slow breaths after it.
    pub breaths: u32,
    /// Rounds in a session, at most.
    pub rounds: u32,
}

/// What the sheet has to say.
pub(super) struct Brief<'a> {
    pub(super) words: &'a SheetWords,
    /// One for each card; none where the scene is not there.
    pub(super) figures: Vec<Option<Drawing>>,
    pub(super) preferred: Option<usize>,
    pub(super) numbers: RoundNumbers,
    pub(super) date: Date,
    pub(super) options: &'a Options,
}

/// Lays the summary sheet out.
///
/// `figures` gives the drawing of a scene (`back-set-up`), or nothing: then the card keeps its words.
/// `preferred` counts the positions in the order of the words: back, side, all fours, wall.
///
/// # Errors
/// When the words do not fit the paper at the smallest type allowed, or a bundled font is unreadable.
pub fn summary_sheet(
    words: &SheetWords,
    figures: &dyn Fn(&str) -> Option<Drawing>,
    preferred: Option<usize>,
    numbers: RoundNumbers,
    date: Date,
    options: &Options,
) -> Result<Document, SheetError> {
    let drawn = |scene: &str| if options.include.positions { figures(scene) } else { None };
    let figures = words.positions.cards.iter().map(|card| drawn(&card.scene)).collect();
    let brief = Brief { words, figures, preferred, numbers, date, options };
    let mut type_ = Typesetter::new()?;
    let mut refused = SheetError::TooTall { page: 1, over_pt: 0.0 };
    for (density, limit) in attempts(options.text) {
        let mut desk = Desk { brief: &brief, density, type_: &mut type_ };
        let pages = match options.text {
            TextSize::Standard => compose::standard(&mut desk),
            TextSize::Large => compose::large(&mut desk, limit),
        };
        match pages {
            Ok(pages) => {
                let (title, language) = (words.title.clone(), words.language.clone());
                let dropped = type_.dropped.into_iter().collect();
                return Ok(Document { title, language, date, pages, dropped });
            }
            Err(overflow) if overflow.is_overflow() => refused = overflow,
            Err(other) => return Err(other),
        }
    }
    Err(refused)
}

/// The densities to try, each with the number of pages it may take.
fn attempts(text: TextSize) -> impl Iterator<Item = (Density, usize)> {
    let last_resort = match text {
        TextSize::Standard => None, // one page or none
        TextSize::Large => Density::ladder(text).last().map(|tightest| (tightest, usize::MAX)),
    };
    let pages = if text == TextSize::Large { 2 } else { 1 };
    Density::ladder(text).map(move |density| (density, pages)).chain(last_resort)
}
