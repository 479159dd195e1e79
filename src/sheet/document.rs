//! The sheet as a whole: which parts, in which order, on which page, and as dense as it must be.
//!
//! Not the parts themselves (`parts/`) and not the writers.
//!
//! Invariant: the most generous density of the ladder that fits is taken; if none fits, there is no document.

use jiff::civil::Date;
use kurbo::{Size, Vec2};

use super::density::Density;
use super::error::SheetError;
use super::options::{Options, TextSize};
use super::page::{Document, Page, Role};
use super::part::{Part, beside, stack};
use super::parts::{self, Desk};
use super::typeset::Typesetter;
use super::words::SheetWords;
use crate::drawing::Drawing;

/// White border left and right, in points: half an inch, which every printer can leave.
const MARGIN_PT: f64 = 36.0;

/// White border above and below, in points.
const HEAD_PT: f64 = 30.0;

/// At least this much white above the foot of a page, in points.
const FOOT_GAP_PT: f64 = 9.0;

/// Shares of the width that the left column may get; the one that makes the columns lowest is taken.
const LEFT_SHARES: [f64; 4] = [0.50, 0.48, 0.46, 0.44];

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
    let mut refused = None;
    for density in Density::ladder(options.text) {
        let mut desk = Desk { brief: &brief, density, type_: &mut type_ };
        let pages = match options.text {
            TextSize::Standard => standard(&mut desk),
            TextSize::Large => large(&mut desk),
        };
        match pages {
            Ok(pages) => {
                let (title, language) = (words.title.clone(), words.language.clone());
                let dropped = type_.dropped.into_iter().collect();
                return Ok(Document { title, language, date, pages, dropped });
            }
            Err(overflow) if overflow.is_overflow() => refused = Some(overflow),
            Err(other) => return Err(other),
        }
    }
    Err(refused.unwrap_or(SheetError::TooTall { page: 1, over_pt: 0.0 }))
}

/// One page.
fn standard(desk: &mut Desk<'_>) -> Result<Vec<Page>, SheetError> {
    let paper = desk.brief.options.paper.size_pt();
    let width = paper.width - 2.0 * MARGIN_PT;
    let mut parts = opening(desk, width)?;
    parts.push((desk.density.gap(13.0), columns(desk, width)?));
    if desk.brief.options.include.log {
        parts.push((desk.density.gap(11.0), parts::log(desk, width)?));
    }
    let foot = parts::footer(desk, 1, 1, width)?;
    let room = paper.height - 2.0 * HEAD_PT - foot.size.height - FOOT_GAP_PT;
    if desk.brief.options.include.questions {
        let gap = desk.density.gap(11.0);
        let least = parts::questions(desk, 1, width)?;
        let spare = room - height(&parts) - gap - least.size.height;
        parts.push((gap, parts::questions(desk, 1 + whole_lines(spare, parts::writing_line(desk)), width)?));
    }
    Ok(vec![finish(paper, 1, parts, foot, room)?])
}

/// Two pages: what to do and to fill in, then what to keep in mind. A long language may need a third.
fn large(desk: &mut Desk<'_>) -> Result<Vec<Page>, SheetError> {
    let paper = desk.brief.options.paper.size_pt();
    let width = paper.width - 2.0 * MARGIN_PT;
    let include = desk.brief.options.include;
    let mut first = opening(desk, width)?;
    if include.log {
        first.push((desk.density.gap(14.0), parts::log(desk, width)?));
    }
    first.push((desk.density.gap(14.0), parts::phone(desk, width)?));
    let points = parts::points(desk, width)?;
    let second = vec![(0.0, points), (desk.density.gap(16.0), parts::signs(desk, width, 0.0)?)];
    let mut pages = Vec::new();
    for (index, mut parts) in [first, second].into_iter().enumerate() {
        let foot = parts::footer(desk, index + 1, 2, width)?;
        let room = paper.height - 2.0 * HEAD_PT - foot.size.height - FOOT_GAP_PT;
        if index == 0 && include.questions {
            let gap = desk.density.gap(14.0);
            let least = parts::questions(desk, 1, width)?;
            let spare = room - height(&parts) - gap - least.size.height;
            parts.push((gap, parts::questions(desk, 1 + whole_lines(spare, parts::writing_line(desk)), width)?));
        }
        pages.push(finish(paper, index + 1, parts, foot, room)?);
    }
    Ok(pages)
}

/// Title, band, positions and one round: how both forms begin.
fn opening(desk: &mut Desk<'_>, width: f64) -> Result<Vec<(f64, Part)>, SheetError> {
    let mut parts = vec![(0.0, parts::title(desk, width)?), (desk.density.gap(8.0), parts::banner(desk, width)?)];
    let mut number = 0;
    if desk.brief.options.include.positions {
        number += 1;
        parts.push((desk.density.gap(13.0), parts::positions(desk, number, width)?));
    }
    parts.push((desk.density.gap(13.0), parts::round(desk, number + 1, width)?));
    Ok(parts)
}

/// The points and the clinic's number on the left, the warning signs on the right, ending level.
fn columns(desk: &mut Desk<'_>, width: f64) -> Result<Part, SheetError> {
    let mut lowest: Option<Part> = None;
    let mut refused = None;
    for share in LEFT_SHARES {
        match split(desk, width, share) {
            Ok(part) if lowest.as_ref().is_none_or(|lowest| part.size.height < lowest.size.height - 0.5) => lowest = Some(part),
            Ok(_) => {}
            Err(overflow) if overflow.is_overflow() => refused = Some(overflow),
            Err(other) => return Err(other),
        }
    }
    lowest.ok_or_else(|| refused.unwrap_or(SheetError::TooTall { page: 1, over_pt: 0.0 }))
}

fn split(desk: &mut Desk<'_>, width: f64, share: f64) -> Result<Part, SheetError> {
    let gutter = desk.density.em(16.0);
    let left = (width - gutter) * share;
    let points = parts::points(desk, left)?;
    let phone = parts::phone(desk, left)?;
    let least = desk.density.gap(9.0);
    let signs = parts::signs(desk, width - gutter - left, points.size.height + least + phone.size.height)?;
    let between = (signs.size.height - points.size.height - phone.size.height).max(least);
    Ok(beside(gutter, [stack([(0.0, points), (between, phone)]), signs]))
}

fn height(parts: &[(f64, Part)]) -> f64 {
    parts.iter().map(|(gap, part)| gap + part.size.height).sum()
}

/// How many more lines to write on fit into what is left over: three at most.
fn whole_lines(spare: f64, line: f64) -> usize {
    (1..=3_u8).take_while(|count| f64::from(*count) * line <= spare).map(usize::from).last().unwrap_or(0)
}

/// Puts parts and foot on paper. What is left over goes between the parts, a little to each.
fn finish(paper: Size, page: usize, parts: Vec<(f64, Part)>, foot: Part, room: f64) -> Result<Page, SheetError> {
    let spare = room - height(&parts);
    if spare < 0.0 {
        return Err(SheetError::TooTall { page, over_pt: -spare });
    }
    let gaps = f64::from(u32::try_from(parts.len().saturating_sub(1).max(1)).unwrap_or(1));
    let more = (spare / gaps).min(8.0);
    let spread = parts.into_iter().enumerate().map(|(index, (gap, part))| (if index == 0 { gap } else { gap + more }, part));
    let mut blocks = stack(spread).shifted(Vec2::new(MARGIN_PT, HEAD_PT));
    let top = paper.height - HEAD_PT - foot.size.height;
    blocks.extend(foot.inside(Role::Section).shifted(Vec2::new(MARGIN_PT, top)));
    Ok(Page { size: paper, blocks })
}
