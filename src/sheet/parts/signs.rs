//! The warning signs: when to stop, and when to call for help. On every sheet.

use kurbo::{Point, Size, Vec2};

use super::LayoutContext;
use crate::drawing::Token;
use crate::sheet::density::Style;
use crate::sheet::error::SheetError;
use crate::sheet::page::Role;
use crate::sheet::part::{Part, stack};
use crate::sheet::shapes;
use crate::sheet::words::Signs;

/// Both lists, padded for their frame.
pub(in crate::sheet) fn signs(cx: &mut LayoutContext<'_>, width: f64) -> Result<Part, SheetError> {
    let (pad_x, pad_y) = (cx.em(12.0), cx.em(9.0));
    let words = cx.input.words;
    let call = words.calls.line(&words.emergency.then, cx.input.facts.region.as_deref());
    let stop = list(cx, &words.stop, &words.stop.then, width - 2.0 * pad_x)?;
    let emergency = list(cx, &words.emergency, &call, width - 2.0 * pad_x)?;
    Ok(stack([(0.0, stop), (cx.gap(11.0), emergency)]).padded(pad_x, pad_y, pad_y))
}

/// The frame around them, once it is known how tall it has to be.
pub(in crate::sheet) fn in_sign_frame(signs: Part) -> Part {
    let frame = shapes::frame(signs.bounds(), 8.0, None, Some((Token::Stop, 1.6)));
    signs.on(frame)
}

fn list(cx: &mut LayoutContext<'_>, words: &Signs, then: &str, width: f64) -> Result<Part, SheetError> {
    let heading = cx.line(Role::Heading(2), Style::Heading, &words.heading, width)?;
    let list = tick_list(cx, &words.signs, width)?;
    let then = cx.line(Role::Paragraph, Style::Strong, then, width)?;
    Ok(stack([(0.0, heading), (cx.gap(5.0), list), (cx.gap(5.0), then)]).inside(Role::Section))
}

/// A list with a box to tick before each line.
pub(super) fn tick_list(cx: &mut LayoutContext<'_>, lines: &[String], width: f64) -> Result<Part, SheetError> {
    let (indent, side) = (cx.em(16.5), cx.em(9.5));
    let line = cx.density.size_pt(Style::Body) * f64::from(cx.density.leading(Style::Body));
    let mut items = Vec::new();
    for words in lines {
        let body = cx.line(Role::Body, Style::Body, words, width - indent)?;
        let mut item = Part::of(shapes::tick_box(Point::new(0.5, (line - side) / 2.0), side)).at_least(body.size.height);
        item.size = Size::new(width, body.size.height);
        item.blocks.extend(body.shifted(Vec2::new(indent, 0.0)));
        items.push((if items.is_empty() { 0.0 } else { cx.gap(3.2) }, item.inside(Role::Item)));
    }
    Ok(stack(items).inside(Role::List { numbered: false }))
}
