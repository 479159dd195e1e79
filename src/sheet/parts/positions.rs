//! The four positions as cards; the preferred one is marked by words, a star and a heavier frame.

use kurbo::{Affine, Point, Rect, Size};

use super::LayoutContext;
use crate::drawing::Token;
use crate::sheet::density::Style;
use crate::sheet::error::SheetError;
use crate::sheet::input::Figure;
use crate::sheet::options::Ink;
use crate::sheet::page::{Art, Block, Piece, Role};
use crate::sheet::part::{Part, beside, stack};
use crate::sheet::shapes;
use crate::sheet::words::{Card, fill};

/// Heading and cards. `number` stands in the heading.
pub(in crate::sheet) fn positions(cx: &mut LayoutContext<'_>, number: usize, width: f64) -> Result<Part, SheetError> {
    let words = &cx.input.words.positions;
    let preferred = cx.input.facts.preferred.and_then(|index| words.cards.get(index));
    let yours = preferred.map(|card| fill(&words.yours, &[("position", card.mention.clone())]));
    let heading = cx.heading(&fill(&words.heading, &[("n", number.to_string())]), yours.as_deref(), width)?;

    let gap = cx.em(8.0);
    let card_width = (width - 3.0 * gap) / 4.0;
    let mut cards = Vec::new();
    for (index, words) in words.cards.iter().enumerate() {
        let picture = cx.input.figures.get(index).cloned().flatten();
        cards.push((card(cx, words, picture, card_width)?, cx.input.facts.preferred == Some(index)));
    }
    let height = cards.iter().map(|(card, _)| card.size.height).fold(0.0, f64::max);
    let framed = cards.into_iter().map(|(card, preferred)| frame(card.at_least(height), preferred));
    let row = beside(gap, framed.collect::<Vec<_>>()).inside(Role::List { numbered: false });
    Ok(stack([(0.0, heading), (cx.gap(5.0), row)]).inside(Role::Section))
}

/// Figure, name, whom it suits.
fn card(cx: &mut LayoutContext<'_>, words: &Card, picture: Option<Figure>, width: f64) -> Result<Part, SheetError> {
    let pad = cx.em(5.0);
    let inner = width - 2.0 * pad;
    let mut parts = Vec::new();
    if let Some(picture) = picture {
        let size = Size::new(inner, cx.density.picture(84.0));
        parts.push((0.0, figure(picture, words.picture.clone(), size, cx.input.options.ink)));
    }
    parts.push((cx.gap(4.5), cx.line(Role::Paragraph, Style::Name, &words.name, inner)?));
    parts.push((cx.gap(2.0), cx.line(Role::Paragraph, Style::Tagline, &words.tagline, inner)?));
    Ok(stack(parts).padded(pad, pad, pad))
}

fn frame(card: Part, preferred: bool) -> Part {
    let bounds = card.bounds();
    let line = if preferred { (Token::Primary, 2.0) } else { (Token::Control, 0.75) };
    let mut body = card.on(shapes::frame(bounds, 6.0, None, Some(line)));
    if preferred {
        let radius = 5.5;
        body.blocks.push(shapes::star(Point::new(bounds.x1 - 12.0, bounds.y0 + 12.0), radius, Token::Primary));
    }
    body.inside(Role::Body).inside(Role::Item)
}

/// A figure on its panel, as large as its ink allows, standing on the panel's floor.
pub(super) fn figure(Figure { drawing, ink: inked }: Figure, alt: String, size: Size, ink: Ink) -> Part {
    let panel = Rect::from_origin_size(Point::ZERO, size);
    let room = panel.inset((-5.0, -4.0));
    let scale = (room.width() / inked.width().max(1.0)).min(room.height() / inked.height().max(1.0));
    let left = room.center().x - scale * inked.center().x;
    let top = room.y1 - scale * inked.y1;
    let place = Affine::translate((left, top)) * Affine::scale(scale);
    let picture = Block::leaf(Role::Figure { alt }, panel, vec![Piece::Art(Art { drawing, place })]);
    let part = Part::of(picture);
    match ink {
        Ink::Colour => part.on(shapes::frame(panel, 4.0, Some(Token::Sunk), None)),
        Ink::BlackAndWhite => part,
    }
}
