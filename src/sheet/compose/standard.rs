//! The standard form: everything on one page as long as it can be, the points beside the warning signs.

use super::{finish, flow, frame, height, helps, numbered, opening, room, text_width, whole_lines};
use crate::sheet::error::SheetError;
use crate::sheet::page::Page;
use crate::sheet::part::{Part, beside, stack};
use crate::sheet::parts::{self, LayoutContext};

/// Shares of the width that the left column may get, widest first; the one that makes the columns lowest is taken.
const LEFT_SHARES: [f64; 5] = [0.50, 0.485, 0.47, 0.455, 0.44];

/// The pages: one, or where words need more room, at most `limit`.
pub(in crate::sheet) fn standard(cx: &mut LayoutContext<'_>, limit: usize) -> Result<Vec<Page>, SheetError> {
    let width = text_width(cx);
    let mut parts = opening(cx, width)?;
    parts.push((cx.density.gap(13.0), columns(cx, width)?));
    let gap = cx.density.gap(11.0);
    if let Some(note) = parts::note(cx, width)? {
        parts.push((gap, note));
    }
    if cx.input.options.include.weeks {
        parts.push((gap, parts::weeks(cx, true, width)?));
    }
    if cx.input.options.include.log {
        parts.push((gap, parts::log(cx, width)?));
    }
    let one_page = limit == 1;
    let room = if one_page {
        let foot = parts::footer(cx, 1, 1, width)?;
        frame(cx, &foot).1
    } else {
        room(cx)?
    };
    let least = if cx.input.options.include.questions { Some(parts::questions(cx, 1, width)?) } else { None };
    let asked = least.as_ref().map_or(0.0, |least| gap + least.size.height);
    if let Some(helps) = helps(cx, width, room - height(&parts) - gap - asked)? {
        parts.push((gap, helps));
    }
    if let Some(least) = least {
        let spare = room - height(&parts) - gap - least.size.height;
        parts.push((gap, parts::questions(cx, 1 + whole_lines(spare, parts::writing_line(cx)), width)?));
    }
    if one_page {
        let foot = parts::footer(cx, 1, 1, width)?;
        return Ok(vec![finish(cx.input.options.paper.size_pt(), 1, parts, foot, room)?]);
    }
    numbered(cx, flow(parts, room), limit)
}

/// The points and the clinic's number on the left, the warning signs on the right, ending level.
///
/// The shares are only measured; placed is the one that is taken.
fn columns(cx: &mut LayoutContext<'_>, width: f64) -> Result<Part, SheetError> {
    let gutter = cx.density.em(16.0);
    let least = cx.density.gap(12.0);
    let measuring = std::mem::replace(&mut cx.type_.measuring, true);
    let mut lowest: Option<(f64, f64)> = None;
    let mut refused = None;
    for share in LEFT_SHARES {
        let left = (width - gutter) * share;
        let tried = column_parts(cx, left, width - gutter - left);
        let (points, phone, signs) = match tried {
            Ok(parts) => parts,
            Err(overflow) if overflow.is_overflow() => {
                refused = Some(overflow);
                continue;
            }
            Err(other) => return Err(other),
        };
        let filled = points.size.height + least + phone.size.height;
        let height = filled.max(signs.size.height);
        let left_is_taller = filled >= signs.size.height;
        if lowest.as_ref().is_none_or(|(lowest, ..)| height < lowest - 0.5) {
            lowest = Some((height, left));
        }
        if left_is_taller {
            break; // a narrower left column only gets taller still
        }
    }
    let overflow = refused.unwrap_or(SheetError::TooTall { page: 1, over_pt: 0.0 });
    let (height, left) = lowest.ok_or(overflow)?;
    cx.type_.measuring = measuring;
    let (mut points, phone, signs) = column_parts(cx, left, width - gutter - left)?;
    let spare = height - points.size.height - least - phone.size.height;
    if spare > 8.0 {
        let more = (spare / 8.0).min(4.0); // seven gaps inside the list, one below it
        points = parts::points(cx, points.size.width, more)?;
    }
    let between = height - points.size.height - phone.size.height;
    let left = stack([(0.0, points), (between, phone)]);
    Ok(beside(gutter, [left, parts::in_sign_frame(signs.at_least(height))]))
}

fn column_parts(cx: &mut LayoutContext<'_>, left: f64, right: f64) -> Result<(Part, Part, Part), SheetError> {
    Ok((parts::points(cx, left, 0.0)?, parts::phone(cx, left)?, parts::signs(cx, right)?))
}
