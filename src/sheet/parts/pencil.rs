//! What is filled in by pencil: a week's table, the clinic's number, questions for a visit.

use kurbo::{Point, Size, Vec2};
use parley::Alignment;

use super::LayoutContext;
use crate::drawing::Token;
use crate::sheet::density::Style;
use crate::sheet::error::SheetError;
use crate::sheet::page::{Block, Role};
use crate::sheet::part::{Part, stack};
use crate::sheet::shapes;
use crate::sheet::typeset::Span;

/// Room for a line of handwriting, in points at full size.
const WRITING_PT: f64 = 22.0;

/// The week's table.
pub(in crate::sheet) fn log(cx: &mut LayoutContext<'_>, width: f64) -> Result<Part, SheetError> {
    let words = &cx.input.words.log;
    let heading = cx.heading(&words.heading, Some(&words.key), width)?;
    let first = cx.em(60.0).max(width * 0.105);
    #[expect(clippy::cast_precision_loss, reason = "seven days")]
    let column = (width - first) / words.days.len() as f64;

    let mut head = Part::of(Block::leaf(Role::Cell, kurbo::Rect::ZERO, Vec::new()));
    let mut left = first;
    for day in &words.days {
        let name = [Span::new(Style::TableHead, day)];
        let day = cx.spans(Role::ColumnHeader, &name, column, Alignment::Center)?;
        head = head.at_least(day.size.height);
        head.blocks.extend(day.shifted(Vec2::new(left, 0.0)));
        left += column;
    }
    head.size.width = width;
    let head = head.inside(Role::Row).inside(Role::TableHead);

    let height = cx.em(WRITING_PT).max(cx.gap(WRITING_PT));
    let mut rows = Vec::new();
    for name in &words.rows {
        let label = cx.line(Role::RowHeader, Style::Tagline, name, first - 4.0)?;
        let height = height.max(label.size.height);
        let down = (height - label.size.height) / 2.0;
        let mut row = Part { size: Size::new(width, height), blocks: label.shifted(Vec2::new(0.0, down)) };
        let mut left = first;
        for _ in &words.days {
            let cell = kurbo::Rect::from_origin_size((left, 0.0), (column, height));
            row.blocks.push(Block::leaf(Role::Cell, cell, Vec::new()));
            left += column;
        }
        rows.push((0.0, row.inside(Role::Row)));
    }
    let body = stack(rows);
    let (count, height) = (words.rows.len(), body.size.height);
    let mut body = body.inside(Role::TableBody);
    body.blocks.extend(grid(first, column, words.days.len(), count, height));
    let table = stack([(0.0, head), (cx.gap(3.0), body)]).inside(Role::Table);
    Ok(stack([(0.0, heading), (cx.gap(4.0), table)]).inside(Role::Section))
}

#[expect(clippy::cast_precision_loss, reason = "a handful of rows and columns")]
fn grid(first: f64, column: f64, columns: usize, rows: usize, height: f64) -> Vec<Block> {
    let right = first + column * columns as f64;
    let line = |from: Point, to: Point| shapes::rule(from, to, Token::Control, 0.75);
    let across = (0..=rows).map(|row| {
        let y = height * row as f64 / rows as f64;
        line(Point::new(first, y), Point::new(right, y))
    });
    let down = (0..=columns).map(|index| {
        let x = first + column * index as f64;
        line(Point::new(x, 0.0), Point::new(x, height))
    });
    across.chain(down).collect()
}

/// The clinic's number: a heading, and the number or a line to write it on.
pub(in crate::sheet) fn phone(cx: &mut LayoutContext<'_>, width: f64) -> Result<Part, SheetError> {
    lines(cx, &cx.input.words.phone, &cx.input.facts.own.phone, 1, width)
}

/// Questions for a visit: a heading and lines to write on.
pub(in crate::sheet) fn questions(cx: &mut LayoutContext<'_>, count: usize, width: f64) -> Result<Part, SheetError> {
    lines(cx, &cx.input.words.questions, "", count, width)
}

/// The person's own note, if they typed one.
pub(in crate::sheet) fn note(cx: &mut LayoutContext<'_>, width: f64) -> Result<Option<Part>, SheetError> {
    let note = cx.input.facts.own.note.trim();
    if note.is_empty() {
        return Ok(None);
    }
    let heading = cx.line(Role::Heading(2), Style::Heading, &cx.input.words.note, width)?;
    let text = cx.line(Role::Paragraph, Style::Own, note, width)?;
    Ok(Some(stack([(0.0, heading), (cx.gap(3.0), text)]).inside(Role::Section)))
}

/// The height one more line to write on takes, in points.
pub(in crate::sheet) fn writing_line(cx: &LayoutContext<'_>) -> f64 {
    cx.em(WRITING_PT)
}

/// A heading over what was typed, or over lines to write on.
pub(super) fn lines(
    cx: &mut LayoutContext<'_>,
    heading: &str,
    typed: &str,
    count: usize,
    width: f64,
) -> Result<Part, SheetError> {
    let heading = cx.line(Role::Heading(2), Style::Heading, heading, width)?;
    let mut parts = vec![(0.0, heading)];
    if !typed.trim().is_empty() {
        parts.push((cx.gap(3.0), cx.line(Role::Paragraph, Style::Own, typed.trim(), width)?));
        return Ok(stack(parts).inside(Role::Section));
    }
    for _ in 0..count {
        let height = writing_line(cx);
        let rule = shapes::rule(Point::new(0.0, height), Point::new(width, height), Token::Control, 0.75);
        parts.push((0.0, Part { size: Size::new(width, height), blocks: vec![rule] }));
    }
    Ok(stack(parts).inside(Role::Section))
}
