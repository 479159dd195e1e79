//! Large print: two pages, first what to do and to fill in, then what to keep in mind.
//!
//! Words that do not fit two pages at the smallest type allowed may flow on to a third: better than smaller type.

use super::{flow, height, numbered, opening, room, text_width, whole_lines};
use crate::sheet::error::SheetError;
use crate::sheet::page::Page;
use crate::sheet::parts::{self, Desk};

/// The pages, at most `limit`.
pub(in crate::sheet) fn large(desk: &mut Desk<'_>, limit: usize) -> Result<Vec<Page>, SheetError> {
    let width = text_width(desk);
    let include = desk.brief.options.include;
    let room = room(desk)?;
    let gap = desk.density.gap(14.0);

    let mut first = opening(desk, width)?;
    if include.log {
        first.push((gap, parts::log(desk, width)?));
    }
    first.push((gap, parts::phone(desk, width)?));
    let mut second = vec![
        (desk.density.gap(16.0), parts::points(desk, width, 0.0)?),
        (desk.density.gap(16.0), parts::in_sign_frame(parts::signs(desk, width)?)),
    ];
    let weeks_at = second.len();
    if let Some(note) = parts::note(desk, width)? {
        second.push((desk.density.gap(16.0), note));
    }
    let helps = (desk.density.gap(16.0), parts::helps(desk, width)?);
    let questions = if include.questions { Some(parts::questions(desk, 1, width)?) } else { None };
    if include.weeks {
        let weeks = parts::weeks(desk, true, width)?;
        let high = desk.density.gap(16.0) + weeks.size.height;
        // What they look back on stands after the signs, but before the questions where only there is room.
        let with_questions = height(&first) + questions.as_ref().map_or(0.0, |least| gap + least.size.height);
        if height(&second) + high > room && with_questions + high <= room {
            first.push((desk.density.gap(16.0), weeks));
        } else {
            second.insert(weeks_at, (desk.density.gap(16.0), weeks));
        }
    }
    // What else helps is said where the second page has room for it.
    if height(&second) + helps.0 + helps.1.size.height <= room {
        second.push(helps);
    }
    if let Some(least) = questions {
        let spare = room - height(&first) - gap - least.size.height;
        let lines = 1 + whole_lines(spare, parts::writing_line(desk));
        first.push((gap, parts::questions(desk, lines, width)?));
    }
    let pages = if height(&first) <= room {
        [flow(first, room), flow(second, room)].concat()
    } else {
        flow(first.into_iter().chain(second), room)
    };
    numbered(desk, pages, limit)
}
