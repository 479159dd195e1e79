//! The standard form: everything on one page as long as it can be, the points beside the warning signs.

use super::{finish, flow, frame, height, numbered, opening, room, text_width, whole_lines};
use crate::sheet::error::SheetError;
use crate::sheet::page::Page;
use crate::sheet::part::{Part, beside, stack};
use crate::sheet::parts::{self, Desk};

/// Shares of the width that the left column may get, widest first; the one that makes the columns lowest is taken.
const LEFT_SHARES: [f64; 5] = [0.50, 0.485, 0.47, 0.455, 0.44];

/// The pages: one, or where words need more room, at most `limit`.
pub(in crate::sheet) fn standard(desk: &mut Desk<'_>, limit: usize) -> Result<Vec<Page>, SheetError> {
    let width = text_width(desk);
    let mut parts = opening(desk, width)?;
    parts.push((desk.density.gap(13.0), columns(desk, width)?));
    let gap = desk.density.gap(11.0);
    if let Some(note) = parts::note(desk, width)? {
        parts.push((gap, note));
    }
    if desk.brief.options.include.weeks {
        parts.push((gap, parts::weeks(desk, true, width)?));
    }
    if desk.brief.options.include.log {
        parts.push((gap, parts::log(desk, width)?));
    }
    let one_page = limit == 1;
    let room = if one_page {
        let foot = parts::footer(desk, 1, 1, width)?;
        frame(desk, &foot).1
    } else {
        room(desk)?
    };
    let least = if desk.brief.options.include.questions { Some(parts::questions(desk, 1, width)?) } else { None };
    // What else helps is said where the page has room for it.
    let helps = parts::helps(desk, width)?;
    let asked = least.as_ref().map_or(0.0, |least| gap + least.size.height);
    if height(&parts) + gap + helps.size.height + asked <= room {
        parts.push((gap, helps));
    }
    if let Some(least) = least {
        let spare = room - height(&parts) - gap - least.size.height;
        parts.push((gap, parts::questions(desk, 1 + whole_lines(spare, parts::writing_line(desk)), width)?));
    }
    if one_page {
        let foot = parts::footer(desk, 1, 1, width)?;
        return Ok(vec![finish(desk.brief.options.paper.size_pt(), 1, parts, foot, room)?]);
    }
    numbered(desk, flow(parts, room), limit)
}

/// The points and the clinic's number on the left, the warning signs on the right, ending level.
///
/// The shares are only measured; placed is the one that is taken.
fn columns(desk: &mut Desk<'_>, width: f64) -> Result<Part, SheetError> {
    let gutter = desk.density.em(16.0);
    let least = desk.density.gap(12.0);
    let measuring = std::mem::replace(&mut desk.type_.measuring, true);
    let mut lowest: Option<(f64, f64)> = None;
    let mut refused = None;
    for share in LEFT_SHARES {
        let left = (width - gutter) * share;
        let tried = column_parts(desk, left, width - gutter - left);
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
    desk.type_.measuring = measuring;
    let (mut points, phone, signs) = column_parts(desk, left, width - gutter - left)?;
    let spare = height - points.size.height - least - phone.size.height;
    if spare > 8.0 {
        let more = (spare / 8.0).min(4.0); // seven gaps inside the list, one below it
        points = parts::points(desk, points.size.width, more)?;
    }
    let between = height - points.size.height - phone.size.height;
    let left = stack([(0.0, points), (between, phone)]);
    Ok(beside(gutter, [left, parts::in_sign_frame(signs.at_least(height))]))
}

fn column_parts(desk: &mut Desk<'_>, left: f64, right: f64) -> Result<(Part, Part, Part), SheetError> {
    Ok((parts::points(desk, left, 0.0)?, parts::phone(desk, left)?, parts::signs(desk, right)?))
}
