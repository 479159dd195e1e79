//! Tables of words: a head, rows, thin rules.
//!
//! Not the week's table to write into (`pencil.rs`). Invariant: every cell of a row is tagged, an empty one too.

use kurbo::{Point, Rect, Size, Vec2};
use parley::Alignment;

use super::LayoutContext;
use crate::drawing::Token;
use crate::sheet::density::Style;
use crate::sheet::error::SheetError;
use crate::sheet::page::{Block, Role};
use crate::sheet::part::{Part, stack};
use crate::sheet::shapes;
use crate::sheet::typeset::Span;

/// What stands in a cell.
pub(super) enum Cell {
    /// Words.
    Words(String),
    /// A box to tick by pencil, or ticked already.
    Tick(bool),
}

/// What stands in a box that is ticked: a letter, so that it is read aloud too.
const TICKED: &str = "x";

/// A table. `columns` are shares of the width; the first cell of a row is its header.
pub(super) fn table(
    cx: &mut LayoutContext<'_>,
    head: Option<&[String]>,
    rows: &[Vec<Cell>],
    columns: &[f64],
    width: f64,
) -> Result<Part, SheetError> {
    let mut parts = Vec::new();
    if let Some(head) = head {
        let words: Vec<_> = head.iter().map(|name| Cell::Words(name.clone())).collect();
        parts.push((0.0, row(cx, &words, columns, width, true)?.inside(Role::Row).inside(Role::TableHead)));
    }
    let mut body = Vec::new();
    for cells in rows {
        let laid = row(cx, cells, columns, width, false)?;
        let above = shapes::rule(Point::ZERO, Point::new(width, 0.0), Token::Control, 0.5);
        let laid = laid.inside(Role::Row);
        body.push((0.0, laid, above));
    }
    // The rules are decoration of the body, not of a row: a row holds cells alone.
    let mut rules = Vec::new();
    let mut top = 0.0;
    let mut laid = Vec::new();
    for (gap, part, mut rule) in body {
        rule.shift(Vec2::new(0.0, top));
        top += part.size.height;
        rules.push(rule);
        laid.push((gap, part));
    }
    let mut body = stack(laid).inside(Role::TableBody);
    rules.push(shapes::rule(Point::new(0.0, top), Point::new(width, top), Token::Control, 0.5));
    body.blocks.extend(rules);
    parts.push((0.0, body));
    Ok(stack(parts).inside(Role::Table))
}

fn row(cx: &mut LayoutContext<'_>, cells: &[Cell], columns: &[f64], width: f64, is_head: bool) -> Result<Part, SheetError> {
    let (pad_x, pad_y) = (cx.em(4.0), cx.gap(3.0).max(1.5));
    let all: f64 = columns.iter().sum();
    let mut blocks = Vec::new();
    let (mut left, mut height) = (0.0, 0.0_f64);
    for (index, (cell, share)) in cells.iter().zip(columns).enumerate() {
        let column = width * share / all;
        let role = match (is_head, index) {
            (true, _) => Role::ColumnHeader,
            (false, 0) => Role::RowHeader,
            (false, _) => Role::Cell,
        };
        match cell {
            Cell::Words(words) => {
                let style = if is_head { Style::TableHead } else { Style::Body };
                let text = cx.spans(role, &[Span::new(style, words)], column - pad_x, Alignment::Start)?;
                height = height.max(text.size.height);
                blocks.extend(text.shifted(Vec2::new(left, pad_y)));
            }
            Cell::Tick(ticked) => {
                let side = cx.em(9.5);
                let top = pad_y + cx.em(2.0);
                blocks.push(shapes::tick_box(Point::new(left + 0.5, top), side));
                if *ticked {
                    let mark = [Span::new(Style::Strong, TICKED)];
                    let mark = cx.spans(role, &mark, side + 1.0, Alignment::Center)?;
                    let up = top + side / 2.0 - mark.size.height * 0.55;
                    blocks.extend(mark.shifted(Vec2::new(left, up)));
                } else {
                    blocks.push(Block::leaf(role, Rect::from_origin_size((left, pad_y), (column, side)), Vec::new()));
                }
                height = height.max(side);
            }
        }
        left += column;
    }
    Ok(Part { size: Size::new(width, height + 2.0 * pad_y), blocks })
}
