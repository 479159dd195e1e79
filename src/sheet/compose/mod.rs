//! Parts onto paper: which come first, what stands beside what, and where a page ends.
//!
//! One file for each form of the sheet; here is what they share.
//!
//! Invariant: a page that is finished holds everything that was put on it.

mod card;
mod large;
mod standard;
mod visit;

pub(super) use card::card;
pub(super) use large::large;
pub(super) use standard::standard;
pub(super) use visit::visit;

use kurbo::{Size, Vec2};

use super::error::SheetError;
use super::page::{Page, Role};
use super::part::{Part, stack};
use super::parts::{self, LayoutContext};

/// White border left and right, in points: half an inch, which every printer can leave.
const MARGIN_PT: f64 = 36.0;

/// White border above and below, in points.
const HEAD_PT: f64 = 30.0;

/// At least this much white above the foot of a page, in points.
const FOOT_GAP_PT: f64 = 9.0;

/// A part with the gap above it.
type Spaced = (f64, Part);

/// Title, band, positions and one round: how both forms begin.
fn opening(cx: &mut LayoutContext<'_>, width: f64) -> Result<Vec<Spaced>, SheetError> {
    let mut parts = vec![(0.0, parts::title(cx, width)?), (cx.density.gap(8.0), parts::banner(cx, width)?)];
    let mut number = 0;
    if cx.input.options.include.positions {
        number += 1;
        parts.push((cx.density.gap(13.0), parts::positions(cx, number, width)?));
    }
    parts.push((cx.density.gap(13.0), parts::round(cx, number + 1, width)?));
    Ok(parts)
}

/// What else helps, in what is left of the page: as a list, or in a sentence. Only where the type is as small as it may
/// be and there is no room at all it is left out.
fn helps(cx: &mut LayoutContext<'_>, width: f64, left: f64) -> Result<Option<Part>, SheetError> {
    let list = parts::helps(cx, width)?;
    if list.size.height <= left {
        return Ok(Some(list));
    }
    let short = parts::helps_short(cx, width)?;
    Ok((short.size.height <= left || !cx.density.is_tightest()).then_some(short))
}

/// The paper, the width of its text, and the height there is above this foot.
fn frame(cx: &LayoutContext<'_>, foot: &Part) -> (Size, f64) {
    let paper = cx.input.options.paper.size_pt();
    (paper, paper.height - 2.0 * HEAD_PT - foot.size.height - FOOT_GAP_PT)
}

/// The height there is on a page above its foot.
fn room(cx: &mut LayoutContext<'_>) -> Result<f64, SheetError> {
    let width = text_width(cx);
    let foot = parts::footer(cx, 1, 2, width)?;
    Ok(frame(cx, &foot).1)
}

/// Parts onto at most `limit` pages, each with its foot.
fn paged(cx: &mut LayoutContext<'_>, parts: impl IntoIterator<Item = Spaced>, limit: usize) -> Result<Vec<Page>, SheetError> {
    let room = room(cx)?;
    numbered(cx, flow(parts, room), limit)
}

/// Gives pages their feet, if there are no more than `limit`.
fn numbered(cx: &mut LayoutContext<'_>, pages: Vec<Vec<Spaced>>, limit: usize) -> Result<Vec<Page>, SheetError> {
    if pages.len() > limit {
        let over_pt = pages.iter().skip(limit).map(|page| height(page)).sum();
        return Err(SheetError::TooTall { page: limit, over_pt });
    }
    let (width, count) = (text_width(cx), pages.len());
    let room = room(cx)?;
    let paper = cx.input.options.paper.size_pt();
    let pages = pages.into_iter().enumerate();
    pages.map(|(index, parts)| finish(paper, index + 1, parts, parts::footer(cx, index + 1, count, width)?, room)).collect()
}

/// Parts onto pages, in order; a part that is too tall for the rest of a page opens the next.
fn flow(parts: impl IntoIterator<Item = Spaced>, room: f64) -> Vec<Vec<Spaced>> {
    let mut pages: Vec<Vec<Spaced>> = vec![Vec::new()];
    for (gap, part) in parts {
        match pages.last_mut() {
            Some(page) if page.is_empty() => page.push((0.0, part)),
            Some(page) if height(page) + gap + part.size.height <= room => page.push((gap, part)),
            _ => pages.push(vec![(0.0, part)]),
        }
    }
    pages
}

/// The width of the text.
fn text_width(cx: &LayoutContext<'_>) -> f64 {
    cx.input.options.paper.size_pt().width - 2.0 * MARGIN_PT
}

fn height(parts: &[Spaced]) -> f64 {
    parts.iter().map(|(gap, part)| gap + part.size.height).sum()
}

/// How many more lines to write on fit into what is left over: three at most.
fn whole_lines(spare: f64, line: f64) -> usize {
    (1..=3_u8).take_while(|count| f64::from(*count) * line <= spare).map(usize::from).last().unwrap_or(0)
}

/// Puts parts and foot on paper. What is left over goes between the parts, a little to each.
fn finish(paper: Size, page: usize, parts: Vec<Spaced>, foot: Part, room: f64) -> Result<Page, SheetError> {
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
