//! The parts of the page for a clinician: what was done, how often, how it felt, when it was stopped.
//!
//! Facts in tables, and no opinion. Invariant: why a session was stopped is ticked only where the person noted it;
//! otherwise the boxes are there to tick by hand.

use super::LayoutContext;
use super::table::{Cell, table};
use super::weeks::{day_name, values};
use crate::drawing::Token;
use crate::sheet::density::Style;
use crate::sheet::error::SheetError;
use crate::sheet::page::Role;
use crate::sheet::part::{Part, stack};
use crate::sheet::shapes;
use crate::sheet::words::fill;

/// So many stopped sessions are listed; how many more there are is said.
const LISTED: usize = 6;

/// So many plans are named; how many sessions the others led is said.
const PLANS_NAMED: usize = 3;

/// The title and what the page is.
pub(in crate::sheet) fn visit_head(cx: &mut LayoutContext<'_>, width: f64) -> Result<Part, SheetError> {
    let words = &cx.input.words.visit;
    let title = cx.line(Role::Heading(1), Style::Title, &words.title, width)?;
    let lead = fill(&words.lead, &values(cx));
    let lead = cx.line(Role::Paragraph, Style::Body, &lead, width)?;
    Ok(stack([(0.0, title), (cx.gap(6.0), lead)]))
}

/// What is done in a session.
pub(in crate::sheet) fn plan(cx: &mut LayoutContext<'_>, width: f64) -> Result<Part, SheetError> {
    let (words, facts) = (&cx.input.words.visit.plan, cx.input.facts);
    let numbers = super::round::values(cx);
    let pair = |name: &str, what: String| vec![Cell::Words(name.to_owned()), Cell::Words(what)];
    let mut rows: Vec<_> = words.rows.iter().map(|(name, what)| pair(name, fill(what, &numbers))).collect();
    let (name, once, twice) = &words.often;
    rows.push(pair(name, if facts.a_day > 1 { twice } else { once }.clone()));
    let (name, one, none) = &words.positions;
    let cards = cx.input.words.positions.cards.iter().zip(facts.weeks.positions);
    let used: Vec<_> = cards
        .filter(|(_, count)| *count > 0)
        .map(|(card, count)| fill(one, &[("position", card.mention.clone()), ("n", count.to_string())]))
        .collect();
    rows.push(pair(name, if used.is_empty() { none.clone() } else { used.join(", ") }));
    rows.extend(plans(cx).map(|what| pair(&words.plans.0, what)));
    let heading = cx.heading(&words.heading, None, width)?;
    let rows = table(cx, None, &rows, &[1.0, 4.6], width)?;
    Ok(stack([(0.0, heading), (cx.gap(4.0), rows)]).inside(Role::Section))
}

/// Which of the person's own plans led how many sessions; nothing where none did.
fn plans(cx: &LayoutContext<'_>) -> Option<String> {
    let (_, one, without, rest) = &cx.input.words.visit.plan.plans;
    let weeks = &cx.input.facts.weeks;
    if weeks.plans.is_empty() {
        return None;
    }
    let counted = |words: &str, n: u32| (n > 0).then(|| fill(words, &[("n", n.to_string())]));
    let sum = |plans: &[(String, u32)]| plans.iter().map(|(_, count)| count).sum::<u32>();
    let (named, others) = weeks.plans.split_at(weeks.plans.len().min(PLANS_NAMED));
    let named = named.iter().map(|(title, count)| fill(one, &[("title", title.clone()), ("n", count.to_string())]));
    let none = weeks.sessions.saturating_sub(sum(&weeks.plans));
    Some(named.chain(counted(rest, sum(others))).chain(counted(without, none)).collect::<Vec<_>>().join(", "))
}

/// The counts as a table of one row.
pub(in crate::sheet) fn counts(cx: &mut LayoutContext<'_>, width: f64) -> Result<Part, SheetError> {
    let (words, weeks) = (&cx.input.words.visit, &cx.input.facts.weeks);
    let unsaid = weeks.sessions.saturating_sub(weeks.eased + weeks.same + weeks.worse);
    let stopped = u32::try_from(weeks.stopped.len()).unwrap_or(u32::MAX);
    let numbers = [weeks.sessions, weeks.eased, weeks.same, weeks.worse, unsaid, stopped, weeks.warm_ups];
    let row = numbers.map(|number| Cell::Words(number.to_string())).into();
    let heading = cx.heading(&words.counts, None, width)?;
    let rows = table(cx, Some(&words.count_names), &[row], &[1.0, 0.9, 0.9, 0.9, 1.0, 1.0, 1.3], width)?;
    Ok(stack([(0.0, heading), (cx.gap(4.0), rows)]).inside(Role::Section))
}

/// The sessions that were stopped, with boxes for what it was.
pub(in crate::sheet) fn stops(cx: &mut LayoutContext<'_>, width: f64) -> Result<Part, SheetError> {
    let (words, stopped) = (&cx.input.words.visit.stops, &cx.input.facts.weeks.stopped);
    if stopped.is_empty() {
        let heading = cx.heading(&words.heading, None, width)?;
        let none = cx.line(Role::Paragraph, Style::Body, &words.none, width)?;
        return Ok(stack([(0.0, heading), (cx.gap(4.0), none)]).inside(Role::Section));
    }
    let mut rows = Vec::new();
    for stop in stopped.iter().take(LISTED) {
        let position = cx.input.words.positions.cards.get(stop.position).map_or("", |card| card.name.as_str());
        let words = [day_name(cx, stop.day), position.to_owned(), stop.rounds.to_string()];
        let ticks = (0..to_tick(cx)).map(|sign| Cell::Tick(stop.noted == Some(sign)));
        rows.push(words.into_iter().map(Cell::Words).chain(ticks).collect());
    }
    let heading = cx.heading(&words.heading, Some(&words.key), width)?;
    let columns = [1.0, 1.6, 0.95, 0.85, 1.15, 0.85, 1.1, 0.8];
    let mut parts = vec![(0.0, heading), (cx.gap(4.0), table(cx, Some(&words.head), &rows, &columns, width)?)];
    let unlisted = stopped.len().saturating_sub(LISTED);
    if unlisted > 0 {
        let more = fill(&words.more, &[("n", unlisted.to_string())]);
        parts.push((cx.gap(3.0), cx.line(Role::Paragraph, Style::Body, &more, width)?));
    }
    Ok(stack(parts).inside(Role::Section))
}

/// How many columns of the stops' table are to be ticked: all but day, position and rounds.
fn to_tick(cx: &LayoutContext<'_>) -> usize {
    cx.input.words.visit.stops.head.len().saturating_sub(3)
}

/// Questions that anyone may ask, each with a box to tick, and lines for one's own.
pub(in crate::sheet) fn asks(cx: &mut LayoutContext<'_>, lines: usize, width: f64) -> Result<Part, SheetError> {
    let words = cx.input.words;
    let heading = cx.heading(&words.questions, None, width)?;
    let list = super::signs::tick_list(cx, &words.visit.asks, width)?;
    let mut parts = vec![(0.0, heading), (cx.gap(4.0), list)];
    for _ in 0..lines {
        let height = super::writing_line(cx);
        let rule = shapes::rule(kurbo::Point::new(0.0, height), kurbo::Point::new(width, height), Token::Control, 0.75);
        parts.push((0.0, Part { size: kurbo::Size::new(width, height), blocks: vec![rule] }));
    }
    Ok(stack(parts).inside(Role::Section))
}
