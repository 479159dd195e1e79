//! One round, a box with a small figure for each phase, with the numbers of the person's own settings.
//!
//! The figures are of the preferred position; without them the boxes keep their words.

use kurbo::Size;

use super::LayoutContext;
use super::positions::figure;
use crate::drawing::Token;
use crate::sheet::density::Style;
use crate::sheet::error::SheetError;
use crate::sheet::input::Figure;
use crate::sheet::options::TextSize;
use crate::sheet::page::Role;
use crate::sheet::part::{Part, beside, stack};
use crate::sheet::shapes;
use crate::sheet::words::{Step, fill};

/// Heading and boxes. `number` stands in the heading.
pub(in crate::sheet) fn round(cx: &mut LayoutContext<'_>, number: usize, width: f64) -> Result<Part, SheetError> {
    let words = &cx.input.words.round;
    let mut values = values(cx);
    values.push(("n", number.to_string()));
    let heading = cx.heading(&fill(&words.heading, &values), Some(&words.aside), width)?;
    let across = match cx.density.text() {
        TextSize::Standard => words.boxes.len(),
        TextSize::Large => 3,
    };
    let gap = cx.em(5.0);
    let mut rows = Vec::new();
    let pictures = &cx.input.round;
    for (steps, pictures) in words.boxes.chunks(across).zip(pictures.chunks(across)) {
        #[expect(clippy::cast_precision_loss, reason = "a handful of boxes")]
        let count = steps.len() as f64;
        let row = row(cx, steps, pictures, &values, (width - gap * (count - 1.0)) / count, gap)?;
        rows.push((if rows.is_empty() { 0.0 } else { gap }, row));
    }
    let list = stack(rows).inside(Role::List { numbered: false });
    Ok(stack([(0.0, heading), (cx.gap(5.0), list)]).inside(Role::Section))
}

/// The numbers of a round, for the words that name them.
pub(super) fn values(cx: &LayoutContext<'_>) -> Vec<(&'static str, String)> {
    let numbers = cx.input.facts.numbers;
    vec![
        ("hands", numbers.hands_secs.to_string()),
        ("ramp", numbers.ramp_secs.to_string()),
        ("hold", numbers.hold_secs.to_string()),
        ("release", numbers.release_secs.to_string()),
        ("breaths", numbers.breaths.to_string()),
        ("rounds", numbers.rounds.to_string()),
    ]
}

fn row(
    cx: &mut LayoutContext<'_>,
    steps: &[Step],
    pictures: &[Option<Figure>],
    values: &[(&str, String)],
    width: f64,
    gap: f64,
) -> Result<Part, SheetError> {
    let (pad_x, pad_y) = (cx.em(5.0), cx.em(5.0));
    // In large print the four weeks want the room.
    let pictured = cx.density.text() == TextSize::Standard || !cx.input.options.include.weeks;
    let mut boxes = Vec::new();
    for (step, picture) in steps.iter().zip(pictures) {
        let inner = width - 2.0 * pad_x;
        let mut parts = Vec::new();
        if let Some(picture) = picture.as_ref().filter(|_| pictured) {
            let size = Size::new(inner, cx.density.picture(52.0));
            parts.push((0.0, figure(picture.clone(), step.picture.clone(), size, cx.input.options.ink)));
        }
        let name = cx.line(Role::Paragraph, Style::Strong, &step.name, inner)?;
        let what = cx.line(Role::Paragraph, Style::Body, &fill(&step.what, values), inner)?;
        parts.extend([(cx.gap(3.0), name), (0.0, what)]);
        boxes.push(stack(parts).padded(pad_x, pad_y, pad_y));
    }
    let height = boxes.iter().map(|part| part.size.height).fold(0.0, f64::max);
    let framed = boxes.into_iter().map(|part| {
        let part = part.at_least(height);
        let frame = shapes::frame(part.bounds(), 6.0, None, Some((Token::Primary, 0.9)));
        part.on(frame).inside(Role::Body).inside(Role::Item)
    });
    Ok(beside(gap, framed.collect::<Vec<_>>()))
}
