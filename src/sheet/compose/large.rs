//! Large print: two pages, first what to do and to fill in, then what to keep in mind.
//!
//! Words that do not fit two pages at the smallest type allowed may flow on to a third: better than smaller type.

use super::{flow, height, helps, numbered, opening, room, text_width, whole_lines};
use crate::sheet::error::SheetError;
use crate::sheet::page::Page;
use crate::sheet::parts::{self, LayoutContext};

/// The pages, at most `limit`.
pub(in crate::sheet) fn large(cx: &mut LayoutContext<'_>, limit: usize) -> Result<Vec<Page>, SheetError> {
    let width = text_width(cx);
    let include = cx.input.options.include;
    let room = room(cx)?;
    let gap = cx.density.gap(14.0);

    let mut first = opening(cx, width)?;
    if include.log {
        first.push((gap, parts::log(cx, width)?));
    }
    first.push((gap, parts::phone(cx, width)?));
    let mut second = vec![
        (cx.density.gap(16.0), parts::points(cx, width, 0.0)?),
        (cx.density.gap(16.0), parts::in_sign_frame(parts::signs(cx, width)?)),
    ];
    let weeks_at = second.len();
    if let Some(note) = parts::note(cx, width)? {
        second.push((cx.density.gap(16.0), note));
    }
    let questions = if include.questions { Some(parts::questions(cx, 1, width)?) } else { None };
    if include.weeks {
        let weeks = parts::weeks(cx, true, width)?;
        let high = cx.density.gap(16.0) + weeks.size.height;
        // What they look back on stands after the signs, but before the questions where only there is room.
        let with_questions = height(&first) + questions.as_ref().map_or(0.0, |least| gap + least.size.height);
        if height(&second) + high > room && with_questions + high <= room {
            first.push((cx.density.gap(16.0), weeks));
        } else {
            second.insert(weeks_at, (cx.density.gap(16.0), weeks));
        }
    }
    let above = cx.density.gap(16.0);
    match helps(cx, width, room - height(&second) - above)? {
        Some(helps) => second.push((above, helps)),
        // Where the second page is full, the first may have a line to spare.
        None => {
            let short = parts::helps_short(cx, width)?;
            let asked = questions.as_ref().map_or(0.0, |least| gap + least.size.height);
            if height(&first) + gap + short.size.height + asked <= room {
                first.push((gap, short));
            }
        }
    }
    if let Some(least) = questions {
        let spare = room - height(&first) - gap - least.size.height;
        let lines = 1 + whole_lines(spare, parts::writing_line(cx));
        first.push((gap, parts::questions(cx, lines, width)?));
    }
    let pages = if height(&first) <= room {
        [flow(first, room), flow(second, room)].concat()
    } else {
        flow(first.into_iter().chain(second), room)
    };
    numbered(cx, pages, limit)
}
