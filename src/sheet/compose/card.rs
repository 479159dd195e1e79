//! The emergency card: numbers, signs, what to say, and lines to fill in beforehand.

use super::{Spaced, paged, text_width};
use crate::sheet::error::SheetError;
use crate::sheet::options::TextSize;
use crate::sheet::page::Page;
use crate::sheet::part::{beside, stack};
use crate::sheet::parts::{self, LayoutContext};

/// The pages, at most `limit`.
pub(in crate::sheet) fn card(cx: &mut LayoutContext<'_>, limit: usize) -> Result<Vec<Page>, SheetError> {
    let width = text_width(cx);
    let gap = cx.density.gap(16.0);
    let mut parts: Vec<Spaced> =
        vec![(0.0, parts::card_head(cx, width)?), (gap, parts::numbers(cx, width)?), (gap, parts::card_signs(cx, width)?)];
    if cx.density.text() == TextSize::Standard {
        let gutter = cx.density.em(20.0);
        let half = (width - gutter) / 2.0;
        let left = stack([(0.0, parts::say(cx, half)?), (gap, parts::phone(cx, half)?)]);
        let left = crate::sheet::part::Part { size: kurbo::Size::new(half, left.size.height), blocks: left.blocks };
        parts.push((gap, beside(gutter, [left, parts::blanks(cx, half)?])));
    } else {
        parts.push((gap, parts::say(cx, width)?));
        parts.push((gap, parts::phone(cx, width)?));
        parts.push((gap, parts::blanks(cx, width)?));
    }
    paged(cx, parts, limit)
}
