//! The parts of the pages, one file each, in the order of the page.
//!
//! Each function lays one part out at a given width; where it goes is the document's business.

mod card;
mod footer;
mod masthead;
mod pencil;
mod points;
mod positions;
mod round;
mod signs;
mod table;
mod visit;
mod weeks;

pub(super) use card::{blanks, card_head, card_signs, numbers, say};
pub(super) use footer::footer;
pub(super) use masthead::{banner, title};
pub(super) use pencil::{log, note, phone, questions, writing_line};
pub(super) use points::{helps, helps_short, points};
pub(super) use positions::positions;
pub(super) use round::round;
pub(super) use signs::{in_sign_frame, signs};
pub(super) use visit::{asks, counts, plan, stops, visit_head};
pub(super) use weeks::weeks;

use pencil::lines;

use kurbo::Vec2;
use parley::Alignment;

use super::density::{Density, Style};
use super::error::SheetError;
use super::input::LayoutInput;
use super::page::{Block, Piece, Role};
use super::part::Part;
use super::typeset::{Span, Typesetter};

/// What a part needs to be laid out: what to say, how dense, and the type to say it with.
pub(super) struct LayoutContext<'a> {
    pub(super) input: &'a LayoutInput<'a>,
    pub(super) density: Density,
    pub(super) type_: &'a mut Typesetter,
}

impl LayoutContext<'_> {
    /// One paragraph in one style.
    fn line(&mut self, role: Role, style: Style, text: &str, width: f64) -> Result<Part, SheetError> {
        self.type_.set(self.density, role, &[Span::new(style, text)], width, Alignment::Start)
    }

    /// One paragraph of several spans.
    fn spans(&mut self, role: Role, spans: &[Span<'_>], width: f64, align: Alignment) -> Result<Part, SheetError> {
        self.type_.set(self.density, role, spans, width, align)
    }

    /// A heading of level 2 with smaller words on its line, which are a paragraph of their own.
    fn heading(&mut self, text: &str, aside: Option<&str>, width: f64) -> Result<Part, SheetError> {
        let Some(aside) = aside else { return self.line(Role::Heading(2), Style::Heading, text, width) };
        let spans = [Span::new(Style::Heading, text), Span::new(Style::Aside, aside)];
        let apart = self.em(3.0); // one more than the space that joins them
        let mut part = self.spans(Role::Heading(2), &spans, width - apart, Alignment::Start)?;
        part.size.width = width;
        let heading_size = self.density.size_pt(Style::Heading);
        let is_heading =
            |piece: &Piece| matches!(piece, Piece::Text(run) if (f64::from(run.size_pt) - heading_size).abs() < 0.01);
        if let Some(mut heading) = part.blocks.pop() {
            let (main, small) = heading.pieces.drain(..).partition(is_heading);
            let bounds = heading.bounds;
            let mut small = Block::leaf(Role::Paragraph, bounds, small);
            small.shift(Vec2::new(apart, 0.0));
            part.blocks = vec![Block::leaf(Role::Heading(2), bounds, main), small];
        }
        Ok(part)
    }

    /// A length that belongs to the type.
    fn em(&self, points: f64) -> f64 {
        self.density.em(points)
    }

    /// A gap.
    fn gap(&self, points: f64) -> f64 {
        self.density.gap(points)
    }
}
