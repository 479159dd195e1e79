//! The page for a clinician: facts first, questions last.

use super::{Spaced, height, paged, text_width, whole_lines};
use crate::sheet::error::SheetError;
use crate::sheet::page::Page;
use crate::sheet::parts::{self, LayoutContext};

/// The pages, at most `limit`.
pub(in crate::sheet) fn visit(cx: &mut LayoutContext<'_>, limit: usize) -> Result<Vec<Page>, SheetError> {
    let width = text_width(cx);
    let gap = cx.density.gap(15.0);
    let mut parts: Vec<Spaced> = vec![
        (0.0, parts::visit_head(cx, width)?),
        (gap, parts::plan(cx, width)?),
        (gap, parts::weeks(cx, false, width)?),
        (gap, parts::counts(cx, width)?),
        (gap, parts::stops(cx, width)?),
    ];
    if let Some(note) = parts::note(cx, width)? {
        parts.push((gap, note));
    }
    if !cx.input.facts.own.phone.trim().is_empty() {
        parts.push((gap, parts::phone(cx, width)?));
    }
    let least = parts::asks(cx, 1, width)?;
    let spare = super::room(cx)? - height(&parts) - gap - least.size.height;
    let lines = 1 + whole_lines(spare, parts::writing_line(cx));
    parts.push((gap, parts::asks(cx, lines, width)?));
    paged(cx, parts, limit)
}
