//! Large print: two pages, first what to do and to fill in, then what to keep in mind.
//!
//! Words that do not fit two pages at the smallest type allowed may flow on to a third: better than smaller type.

use super::{Spaced, finish, frame, height, opening, text_width, whole_lines};
use crate::sheet::error::SheetError;
use crate::sheet::page::Page;
use crate::sheet::parts::{self, Desk};

/// The pages, at most `limit`.
pub(in crate::sheet) fn large(desk: &mut Desk<'_>, limit: usize) -> Result<Vec<Page>, SheetError> {
    let width = text_width(desk);
    let include = desk.brief.options.include;
    let foot = parts::footer(desk, 1, 2, width)?;
    let (paper, room) = frame(desk, &foot);
    let gap = desk.density.gap(14.0);

    let mut first = opening(desk, width)?;
    if include.log {
        first.push((gap, parts::log(desk, width)?));
    }
    first.push((gap, parts::phone(desk, width)?));
    let second = [
        (desk.density.gap(16.0), parts::points(desk, width, 0.0)?),
        (desk.density.gap(16.0), parts::in_sign_frame(parts::signs(desk, width)?)),
    ];
    if include.questions {
        let least = parts::questions(desk, 1, width)?;
        let spare = room - height(&first) - gap - least.size.height;
        let lines = 1 + whole_lines(spare, parts::writing_line(desk));
        first.push((gap, parts::questions(desk, lines, width)?));
    }
    let pages = if height(&first) <= room {
        [flow(first, room), flow(second, room)].concat()
    } else {
        flow(first.into_iter().chain(second), room)
    };
    if pages.len() > limit {
        let over_pt = pages.iter().skip(limit).map(|page| height(page)).sum();
        return Err(SheetError::TooTall { page: limit, over_pt });
    }
    let count = pages.len();
    let numbered = pages.into_iter().enumerate();
    numbered.map(|(index, parts)| finish(paper, index + 1, parts, parts::footer(desk, index + 1, count, width)?, room)).collect()
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
