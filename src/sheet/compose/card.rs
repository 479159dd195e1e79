//! The emergency card: numbers, signs, what to say, and lines to fill in beforehand.

use super::{Spaced, paged, text_width};
use crate::sheet::error::SheetError;
use crate::sheet::options::TextSize;
use crate::sheet::page::Page;
use crate::sheet::part::{beside, stack};
use crate::sheet::parts::{self, Desk};

/// The pages, at most `limit`.
pub(in crate::sheet) fn card(desk: &mut Desk<'_>, limit: usize) -> Result<Vec<Page>, SheetError> {
    let width = text_width(desk);
    let gap = desk.density.gap(16.0);
    let mut parts: Vec<Spaced> =
        vec![(0.0, parts::card_head(desk, width)?), (gap, parts::numbers(desk, width)?), (gap, parts::card_signs(desk, width)?)];
    if desk.density.text() == TextSize::Standard {
        let gutter = desk.density.em(20.0);
        let half = (width - gutter) / 2.0;
        let left = stack([(0.0, parts::say(desk, half)?), (gap, parts::phone(desk, half)?)]);
        let left = crate::sheet::part::Part { size: kurbo::Size::new(half, left.size.height), blocks: left.blocks };
        parts.push((gap, beside(gutter, [left, parts::blanks(desk, half)?])));
    } else {
        parts.push((gap, parts::say(desk, width)?));
        parts.push((gap, parts::phone(desk, width)?));
        parts.push((gap, parts::blanks(desk, width)?));
    }
    paged(desk, parts, limit)
}
