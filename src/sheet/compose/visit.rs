//! The page for a clinician: facts first, questions last.

use super::{Spaced, height, paged, text_width, whole_lines};
use crate::sheet::error::SheetError;
use crate::sheet::page::Page;
use crate::sheet::parts::{self, Desk};

/// The pages, at most `limit`.
pub(in crate::sheet) fn visit(desk: &mut Desk<'_>, limit: usize) -> Result<Vec<Page>, SheetError> {
    let width = text_width(desk);
    let gap = desk.density.gap(15.0);
    let mut parts: Vec<Spaced> = vec![
        (0.0, parts::visit_head(desk, width)?),
        (gap, parts::plan(desk, width)?),
        (gap, parts::weeks(desk, false, width)?),
        (gap, parts::counts(desk, width)?),
        (gap, parts::stops(desk, width)?),
    ];
    if let Some(note) = parts::note(desk, width)? {
        parts.push((gap, note));
    }
    if !desk.brief.facts.own.phone.trim().is_empty() {
        parts.push((gap, parts::phone(desk, width)?));
    }
    let least = parts::asks(desk, 1, width)?;
    let spare = super::room(desk)? - height(&parts) - gap - least.size.height;
    let lines = 1 + whole_lines(spare, parts::writing_line(desk));
    parts.push((gap, parts::asks(desk, lines, width)?));
    paged(desk, parts, limit)
}
