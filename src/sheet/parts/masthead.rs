//! The title and the band with the three rules.

use kurbo::Rect;

use super::LayoutContext;
use crate::drawing::Token;
use crate::sheet::density::Style;
use crate::sheet::error::SheetError;
use crate::sheet::options::Ink;
use crate::sheet::page::Role;
use crate::sheet::part::Part;
use crate::sheet::shapes;
use crate::sheet::typeset::Span;

/// The one main heading.
pub(in crate::sheet) fn title(cx: &mut LayoutContext<'_>, width: f64) -> Result<Part, SheetError> {
    cx.line(Role::Heading(1), Style::Title, &cx.input.words.title, width)
}

/// The band: filled in colour, a thick outline in black and white, which spares toner.
pub(in crate::sheet) fn banner(cx: &mut LayoutContext<'_>, width: f64) -> Result<Part, SheetError> {
    let (pad_x, pad_y) = (cx.em(12.0), cx.em(8.5));
    let words = Span::new(Style::Banner, &cx.input.words.banner);
    let outlined = cx.input.options.ink == Ink::BlackAndWhite;
    let words = if outlined { words.coloured(Token::Ink) } else { words };
    let text = cx.spans(Role::Paragraph, &[words], width - 2.0 * pad_x, parley::Alignment::Start)?;
    let part = text.padded(pad_x, pad_y, pad_y);
    let bounds = Rect::from_origin_size((0.0, 0.0), part.size);
    let back = if outlined {
        shapes::frame(bounds, 7.5, None, Some((Token::Ink, 2.25)))
    } else {
        shapes::frame(bounds, 7.5, Some(Token::Primary), None)
    };
    Ok(part.on(back))
}
