//! The last four weeks: a mark for each day, and the counts in one line.
//!
//! Counts and no trend: nothing here says that a back gets better (health.md 3.5). Invariant: every mark differs in
//! shape, so it is read in black and white too.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;
use kurbo::{Affine, Circle, Point, Rect, Shape, Size, Vec2};

use super::LayoutContext;
use crate::drawing::{Drawing, Token};
use crate::sheet::density::Style;
use crate::sheet::error::SheetError;
use crate::sheet::facts::{DayMark, Weeks};
use crate::sheet::options::Ink;
use crate::sheet::page::{Art, Block, Piece, Role};
use crate::sheet::part::{Part, stack};
use crate::sheet::words::fill;

/// Days of a week.
const WEEK: usize = 7;

/// Heading, days and, with `counts`, the line of counts.
pub(in crate::sheet) fn weeks(cx: &mut LayoutContext<'_>, counts: bool, width: f64) -> Result<Part, SheetError> {
    let (words, weeks) = (&cx.input.words.weeks, &cx.input.facts.weeks);
    let mut parts = vec![(0.0, cx.heading(&words.heading, Some(&words.key), width)?)];
    parts.push((cx.gap(4.0), strip(cx, width)?));
    if counts || weeks.is_empty() {
        let line = if weeks.is_empty() { words.none.clone() } else { fill(&words.counts, &values(cx)) };
        parts.push((cx.gap(4.0), cx.line(Role::Paragraph, Style::Body, &line, width)?));
    }
    Ok(stack(parts).inside(Role::Section))
}

/// The days in rows of whole weeks, each week under its first day's date.
fn strip(cx: &mut LayoutContext<'_>, width: f64) -> Result<Part, SheetError> {
    let (words, weeks) = (&cx.input.words.weeks, &cx.input.facts.weeks);
    let across = 4_u8;
    let ink = cx.input.options.ink;
    let gutter = cx.em(10.0);
    let week_width = (width - gutter * f64::from(across - 1)) / f64::from(across);
    let cell = week_width / 7.0;
    let height = cx.em(15.0);
    let (mut left, mut top, mut lowest) = (0.0, 0.0, 0.0_f64);
    let mut drawing = Drawing::new(Size::new(width, 1.0));
    let mut labels = Vec::new();
    for (index, week) in weeks.days.chunks(WEEK).enumerate() {
        if index > 0 && index % usize::from(across) == 0 {
            (left, top) = (0.0, lowest + cx.gap(4.0));
        }
        let weeks_later = i64::try_from(index).unwrap_or(0);
        let first = weeks.first.and_then(|first| first.checked_add(weeks_later.weeks()).ok());
        let name = first.map(|day| day_name(cx, day)).unwrap_or_default();
        let label = cx.line(Role::Artifact, Style::Tagline, &name, week_width)?;
        let below = top + label.size.height + cx.gap(1.5);
        labels.extend(label.shifted(Vec2::new(left, top)));
        for (day, mark) in week.iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "seven days")]
            let centre = Point::new(left + cell * (day as f64 + 0.5), below + height / 2.0);
            paint(&mut drawing, *mark, centre, height * 0.36, ink);
        }
        lowest = lowest.max(below + height);
        left += week_width + gutter;
    }
    drawing.size = Size::new(width, lowest);
    let alt = fill(&words.picture, &values(cx));
    let bounds = Rect::from_origin_size(Point::ZERO, drawing.size);
    let figure =
        Block::leaf(Role::Figure { alt }, bounds, vec![Piece::Art(Art { drawing: Arc::new(drawing), place: Affine::IDENTITY })]);
    let mut part = Part::of(figure);
    part.blocks.extend(labels);
    Ok(part)
}

/// One day's mark.
fn paint(drawing: &mut Drawing, mark: DayMark, centre: Point, radius: f64, ink: Ink) {
    match mark {
        DayMark::Ahead => {}
        DayMark::Nothing => drawing.fill(Circle::new(centre, radius * 0.28).to_path(0.01), Token::Control),
        DayMark::WarmUp => drawing.stroke(Circle::new(centre, radius * 0.85).to_path(0.01), Token::Primary, radius * 0.3),
        DayMark::Session => drawing.fill(Circle::new(centre, radius).to_path(0.01), Token::Primary),
        DayMark::Stopped => {
            let side = Size::new(radius * 1.8, radius * 1.8);
            let square = Rect::from_center_size(centre, side);
            match ink {
                Ink::Colour => drawing.fill(square.to_path(0.01), Token::Stop),
                Ink::BlackAndWhite => drawing.stroke(square.inset(-radius * 0.15).to_path(0.01), Token::Stop, radius * 0.3),
            }
        }
    }
}

/// A day as the words write it.
pub(super) fn day_name(cx: &LayoutContext<'_>, day: Date) -> String {
    let words = cx.input.words;
    fill(&words.weeks.day, &words.footer.day_and_month(day))
}

/// What the placeholders of these words stand for.
pub(super) fn values(cx: &LayoutContext<'_>) -> Vec<(&'static str, String)> {
    let Weeks { first, sessions, warm_ups, eased, same, worse, stopped, .. } = &cx.input.facts.weeks;
    let today = cx.input.facts.date;
    vec![
        ("from", day_name(cx, first.unwrap_or(today))),
        ("to", day_name(cx, today)),
        ("sessions", sessions.to_string()),
        ("warm_ups", warm_ups.to_string()),
        ("eased", eased.to_string()),
        ("same", same.to_string()),
        ("worse", worse.to_string()),
        ("stopped", stopped.len().to_string()),
    ]
}
