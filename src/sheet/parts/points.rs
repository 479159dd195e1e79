//! The main points, numbered, and what else helps.

use kurbo::Vec2;
use parley::Alignment;

use super::Desk;
use crate::sheet::density::Style;
use crate::sheet::error::SheetError;
use crate::sheet::page::Role;
use crate::sheet::part::{Part, stack};
use crate::sheet::typeset::Span;

/// Heading and list; `more` points of white between the items than usual.
pub(in crate::sheet) fn points(desk: &mut Desk<'_>, width: f64, more: f64) -> Result<Part, SheetError> {
    let words = &desk.brief.words.points;
    let heading = desk.line(Role::Heading(2), Style::Heading, &words.heading, width)?;
    let indent = desk.em(18.0);
    let mut items = Vec::new();
    for (index, point) in words.items.iter().enumerate() {
        let label = desk.line(Role::Label, Style::Strong, &(index + 1).to_string(), indent)?;
        let spans = [Span::new(Style::Strong, &point.lead), Span::new(Style::Body, &point.rest)];
        let body = desk.spans(Role::Body, &spans, width - indent, Alignment::Start)?;
        let mut item = label.at_least(body.size.height);
        item.size.width = width;
        item.blocks.extend(body.shifted(Vec2::new(indent, 0.0)));
        items.push((if index == 0 { 0.0 } else { desk.gap(5.0) + more }, item.inside(Role::Item)));
    }
    let list = stack(items).inside(Role::List { numbered: true });
    Ok(stack([(0.0, heading), (desk.gap(6.0), list)]).inside(Role::Section))
}

/// What else helps: a heading and its lines.
pub(in crate::sheet) fn helps(desk: &mut Desk<'_>, width: f64) -> Result<Part, SheetError> {
    let words = &desk.brief.words.helps;
    let heading = desk.line(Role::Heading(2), Style::Heading, &words.heading, width)?;
    let mut items = Vec::new();
    for item in &words.items {
        let body = desk.line(Role::Body, Style::Body, item, width)?;
        items.push((if items.is_empty() { 0.0 } else { desk.gap(3.2) }, body.inside(Role::Item)));
    }
    let list = stack(items).inside(Role::List { numbered: false });
    Ok(stack([(0.0, heading), (desk.gap(5.0), list)]).inside(Role::Section))
}
