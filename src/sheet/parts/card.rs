//! The parts of the emergency card: whom to call first, then what for, then what to say.
//!
//! Invariant: the numbers stand above everything else and are the largest thing on the page (screens.md 4).

use kurbo::Rect;

use super::{LayoutContext, lines};
use crate::drawing::Token;
use crate::sheet::density::Style;
use crate::sheet::error::SheetError;
use crate::sheet::page::Role;
use crate::sheet::part::{Part, beside, stack};
use crate::sheet::shapes;

/// The title and when to call.
pub(in crate::sheet) fn card_head(cx: &mut LayoutContext<'_>, width: f64) -> Result<Part, SheetError> {
    let words = &cx.input.words.card;
    let title = cx.line(Role::Heading(1), Style::Title, &words.title, width)?;
    let lead = cx.line(Role::Paragraph, Style::Name, &words.lead, width)?;
    Ok(stack([(0.0, title), (cx.gap(6.0), lead)]))
}

/// The numbers in a frame, each over the place where it reaches help; the one of the chosen place alone and first.
pub(in crate::sheet) fn numbers(cx: &mut LayoutContext<'_>, width: f64) -> Result<Part, SheetError> {
    let words = &cx.input.words.card;
    let (pad_x, pad_y, gap) = (cx.em(12.0), cx.em(9.0), cx.em(8.0));
    let inner = width - 2.0 * pad_x;
    let heading = cx.heading(&words.call, None, inner)?;
    let least = cx.em(96.0);
    let mut rows = vec![(0.0, heading)];
    let calls = &cx.input.words.calls;
    let (own, others) = calls.first(cx.input.facts.region.as_deref());
    if let Some(own) = own {
        let number = cx.line(Role::Paragraph, Style::OwnNumber, &own.number, least)?;
        let number_width = number.size.width;
        let beside_it = inner - number_width - gap * 2.0;
        let local = cx.line(Role::Paragraph, Style::Heading, &calls.local, beside_it)?;
        let place = cx.line(Role::Paragraph, Style::Body, &own.place, beside_it)?;
        let said = stack([(0.0, local), (0.0, place)]);
        let down = (number.size.height - said.size.height).max(0.0) / 2.0;
        let row = beside(gap * 2.0, [number, stack([(down, said)])]);
        rows.push((cx.gap(4.0), row.inside(Role::Section)));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of columns")]
    let across = ((inner + gap) / (least + gap)).floor().max(1.0) as usize;
    for numbers in others.chunks(across) {
        #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
        let column = (inner - gap * (across as f64 - 1.0)) / across as f64;
        let mut row = Vec::new();
        for entry in numbers {
            let number = cx.line(Role::Paragraph, Style::Number, &entry.number, column)?;
            let place = cx.line(Role::Paragraph, Style::Body, &entry.place, column)?;
            let cell = stack([(0.0, number), (0.0, place)]);
            let cell = Part { size: kurbo::Size::new(column, cell.size.height), blocks: cell.blocks };
            row.push(cell.inside(Role::Body).inside(Role::Item));
        }
        rows.push((cx.gap(4.0), beside(gap, row).inside(Role::List { numbered: false })));
    }
    let mut part = stack(rows).padded(pad_x, pad_y, pad_y);
    part.size.width = width;
    let frame = shapes::frame(Rect::from_origin_size((0.0, 0.0), part.size), 8.0, None, Some((Token::Stop, 2.4)));
    Ok(part.inside(Role::Section).on(frame))
}

/// The signs, with boxes to tick.
pub(in crate::sheet) fn card_signs(cx: &mut LayoutContext<'_>, width: f64) -> Result<Part, SheetError> {
    let words = cx.input.words;
    let heading = cx.heading(&words.card.signs, None, width)?;
    let list = super::signs::tick_list(cx, &words.emergency.signs, width)?;
    Ok(stack([(0.0, heading), (cx.gap(5.0), list)]).inside(Role::Section))
}

/// What to say, numbered.
pub(in crate::sheet) fn say(cx: &mut LayoutContext<'_>, width: f64) -> Result<Part, SheetError> {
    let words = &cx.input.words.card;
    let heading = cx.heading(&words.say, None, width)?;
    let indent = cx.em(18.0);
    let mut items = Vec::new();
    for (index, sentence) in words.sentences.iter().enumerate() {
        let label = cx.line(Role::Label, Style::Strong, &(index + 1).to_string(), indent)?;
        let body = cx.line(Role::Body, Style::Body, sentence, width - indent)?;
        let mut item = label.at_least(body.size.height);
        item.size.width = width;
        item.blocks.extend(body.shifted(kurbo::Vec2::new(indent, 0.0)));
        items.push((if index == 0 { 0.0 } else { cx.gap(4.0) }, item.inside(Role::Item)));
    }
    let list = stack(items).inside(Role::List { numbered: true });
    Ok(stack([(0.0, heading), (cx.gap(5.0), list)]).inside(Role::Section))
}

/// Lines to fill in before they are needed.
pub(in crate::sheet) fn blanks(cx: &mut LayoutContext<'_>, width: f64) -> Result<Part, SheetError> {
    let mut parts = Vec::new();
    for blank in &cx.input.words.card.blanks {
        let gap = if parts.is_empty() { 0.0 } else { cx.gap(8.0) };
        parts.push((gap, lines(cx, blank, "", 1, width)?));
    }
    Ok(stack(parts))
}
