//! The main points, numbered, and what else helps.

use kurbo::Vec2;
use parley::Alignment;

use super::LayoutContext;
use crate::sheet::density::Style;
use crate::sheet::error::SheetError;
use crate::sheet::page::Role;
use crate::sheet::part::{Part, stack};
use crate::sheet::typeset::Span;

/// Heading and list; `more` points of white between the items than usual.
pub(in crate::sheet) fn points(cx: &mut LayoutContext<'_>, width: f64, more: f64) -> Result<Part, SheetError> {
    let words = &cx.input.words.points;
    let heading = cx.line(Role::Heading(2), Style::Heading, &words.heading, width)?;
    let indent = cx.em(18.0);
    let mut items = Vec::new();
    for (index, point) in words.items.iter().enumerate() {
        let label = cx.line(Role::Label, Style::Strong, &(index + 1).to_string(), indent)?;
        let spans = [Span::new(Style::Strong, &point.lead), Span::new(Style::Body, &point.rest)];
        let body = cx.spans(Role::Body, &spans, width - indent, Alignment::Start)?;
        let mut item = label.at_least(body.size.height);
        item.size.width = width;
        item.blocks.extend(body.shifted(Vec2::new(indent, 0.0)));
        items.push((if index == 0 { 0.0 } else { cx.gap(5.0) + more }, item.inside(Role::Item)));
    }
    let list = stack(items).inside(Role::List { numbered: true });
    Ok(stack([(0.0, heading), (cx.gap(6.0), list)]).inside(Role::Section))
}

/// What else helps, in a sentence or two.
pub(in crate::sheet) fn helps_short(cx: &mut LayoutContext<'_>, width: f64) -> Result<Part, SheetError> {
    let words = &cx.input.words.helps;
    let spans = [Span::new(Style::Strong, &words.short_lead), Span::new(Style::Body, &words.short)];
    Ok(cx.spans(Role::Paragraph, &spans, width, Alignment::Start)?.inside(Role::Section))
}

/// What else helps: a heading and its lines.
pub(in crate::sheet) fn helps(cx: &mut LayoutContext<'_>, width: f64) -> Result<Part, SheetError> {
    let words = &cx.input.words.helps;
    let heading = cx.line(Role::Heading(2), Style::Heading, &words.heading, width)?;
    let mut items = Vec::new();
    for item in &words.items {
        let body = cx.line(Role::Body, Style::Body, item, width)?;
        items.push((if items.is_empty() { 0.0 } else { cx.gap(3.2) }, body.inside(Role::Item)));
    }
    let list = stack(items).inside(Role::List { numbered: false });
    Ok(stack([(0.0, heading), (cx.gap(5.0), list)]).inside(Role::Section))
}
