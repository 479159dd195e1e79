//! The foot of each page: what the sheet is not, who made it and when, and which page it is.

use kurbo::Vec2;
use parley::Alignment;

use super::LayoutContext;
use crate::sheet::density::Style;
use crate::sheet::error::SheetError;
use crate::sheet::page::Role;
use crate::sheet::part::Part;
use crate::sheet::typeset::Span;
use crate::sheet::words::fill;

/// One line: the note on the left, program and date on the right, the page number when there are several.
pub(in crate::sheet) fn footer(cx: &mut LayoutContext<'_>, page: usize, pages: usize, width: f64) -> Result<Part, SheetError> {
    let words = &cx.input.words.footer;
    let date = cx.input.facts.date;
    let [day, month] = words.day_and_month(date);
    let made = fill(&words.made, &[day, month, ("year", date.year().to_string())]);
    let number = fill(&words.page, &[("page", page.to_string()), ("pages", pages.to_string())]);
    let mut right = vec![Span::new(Style::Foot, &made)];
    if pages > 1 {
        right.push(Span::new(Style::Foot, "·"));
        right.push(Span::new(Style::Foot, &number));
    }
    let note_width = width * if pages > 1 { 0.54 } else { 0.72 };
    let note = cx.line(Role::Paragraph, Style::Foot, &words.note, note_width)?;
    let made = cx.spans(Role::Paragraph, &right, width - note_width, Alignment::End)?;
    let mut foot = note.at_least(made.size.height);
    foot.blocks.extend(made.shifted(Vec2::new(note_width, 0.0)));
    foot.size.width = width;
    Ok(foot)
}
