//! The pages while someone lies, and on the way there: word, cue, figure and ring; and easing off.
//!
//! Questions are in `asks.rs`, the last pages in `rest.rs` and `feel.rs`. Invariant: words come first; the figure gets
//! what room they leave, and goes before any word gets smaller than can be read.

use std::sync::Arc;

use eframe::egui::{Galley, Rect, pos2, vec2};

use super::{
    hints::{self, Hint},
    page::{Hit, Page},
    parts::{self, Card},
};
use crate::{
    app::{FloorForm, Msg},
    content::fill,
    drawing::Token,
    session::{BreathWay, CueId, Event, Phase, Position},
    ui::{
        screens::player::{
            clock,
            picture::{self, Words},
        },
        widgets::icon::Icon,
    },
};

/// What stands beside the words.
#[derive(Default)]
struct Side<'a> {
    /// Lines under the ring.
    lines: Vec<(String, Token)>,
    /// What else can be done.
    hints: Vec<Hint>,
    /// What goes on.
    card: Option<Card<'a>>,
    /// Numbers to choose from.
    numbers: bool,
}

/// A phase that moves, or waits to go on.
pub(super) fn show(page: &Page<'_>) -> Vec<Hit> {
    let band = parts::stop_band(page);
    let mut hits = parts::header(page);
    let mut words = picture::words(page.view, page.session);
    // In step with the breath: two words that are read at a glance.
    match page.session.breath(page.view.model.now).map(|breath| breath.way) {
        Some(BreathWay::In) => words.cue.clone_from(&page.cues().prompts.breathe_in),
        Some(BreathWay::Out) => words.cue.clone_from(&page.cues().prompts.breathe_out),
        None => {}
    }
    if page.form == FloorForm::Ache {
        words.cue = page.cues().ache_lines(None).join(" ");
    }
    hits.extend(lay_out(page, page.body(band), &words, side(page)));
    hits
}

/// A step on the way into the position: its words as large as they can be, and its picture.
pub(super) fn steps(page: &Page<'_>) -> Vec<Hit> {
    let band = parts::stop_band(page);
    let mut hits = parts::header(page);
    let words = picture::words(page.view, page.session);
    hits.extend(lay_out(page, page.body(band), &words, side(page)));
    hits
}

/// After Stop: let go, then "I have let go", where Stop was.
pub(super) fn ease_off(page: &Page<'_>) -> Vec<Hit> {
    let cues = page.cues();
    let waits = page.session.waits(page.view.model.now);
    let band = if waits {
        parts::calm_band(page, Some(Icon::ArrowRight), &cues.buttons.have_let_go)
    } else {
        parts::calm_band(page, None, &cues.stop.header)
    };
    let mut hits = parts::header(page);
    if waits {
        hits.push(page.hit(band, cues.buttons.have_let_go.clone(), Msg::Session(Event::HaveLetGo)));
    }
    let mut lines = Vec::new();
    if page.session.position() == Position::Wall {
        lines.push((format!("**{}** {}", cues.stop.sit_lead, cues.stop.sit), Token::NoteInk));
    }
    let mut words = picture::words(page.view, page.session);
    if page.session.current_cue().id == CueId::StandStill {
        words.cue.clone_from(&cues.prompts.stand_still);
    }
    hits.extend(lay_out(page, page.body(band), &words, Side { lines, ..Side::default() }));
    hits
}

/// What comes next, or why it was broken off, or what to press to go on.
fn side<'a>(page: &'a Page<'_>) -> Side<'a> {
    let (session, cues) = (page.session, page.cues());
    let mut lines = Vec::new();
    let next = session.next_phase().filter(|_| page.form == FloorForm::Moving);
    if let CueId::LetGoEarly(why) | CueId::SettleAgain(why) = session.current_cue().id {
        lines.push((cues.why(why).to_owned(), Token::Ink));
    } else if let CueId::NotYet(_) = session.current_cue().id {
        lines.push((cues.prompts.not_yet.clone(), Token::Ink));
    } else if session.phase() == Phase::Hands {
        lines.push((format!("{} **{}**", cues.labels.next, cues.next(Phase::PressOn)), Token::Ink2));
        lines.push((format!("{} **{}**", cues.labels.any_key, cues.labels.not_yet), Token::Ink2));
    } else if session.phase() == Phase::Settle {
        // What was said, so that it can be said otherwise; on a narrow canvas the hint says both.
        let said = session
            .ache()
            .filter(|_| page.is_wide() || session.ache_step().is_none())
            .and_then(|ache| cues.ache_lines(Some(ache)).into_iter().next());
        lines.extend(said.map(|line| (line, Token::Ink2)));
    } else if session.phase() == Phase::Ready {
        lines.push((format!("{} **{}**", cues.effort.label, cues.effort_line(session.effort())), Token::Ink));
        lines.push((cues.labels.waits.clone(), Token::Ink2));
    } else if session.counts_up() && page.view.model.last_cue.is_some_and(|cue| cue.id == CueId::HeldEnough) {
        lines.push((cues.prompts.enough.clone(), Token::Ink));
    } else if let Some(next) = next {
        lines.push((format!("{} **{}**", cues.labels.next, cues.next(next)), Token::Ink2));
    }
    let goes_on = matches!(page.form, FloorForm::Waiting | FloorForm::Steps);
    let card = goes_on.then(|| Card {
        title: clock::way_on(page.view, session),
        detail: "",
        cap: Icon::ArrowRight,
        key: &page.words().go_on,
        border: Token::Primary,
        message: Msg::Session(Event::GoOn),
    });
    Side { lines, hints: hints_of(page), card, numbers: page.form == FloorForm::Ache }
}

/// On the way down: a step back, or in place already. While settling: the ache, by one button.
fn hints_of(page: &Page<'_>) -> Vec<Hint> {
    let (session, buttons, ache) = (page.session, &page.cues().buttons, &page.words().ache);
    let mut hints = Vec::new();
    let mut offer = |cap: Icon, words: &str, event: Event| {
        if session.accepts(event) {
            hints.push(Hint { cap, words: words.to_owned(), message: Msg::Session(event) });
        }
    };
    if page.form == FloorForm::Steps {
        offer(Icon::ArrowLeft, &buttons.back, Event::StepBack);
        offer(Icon::ArrowDown, &buttons.in_place, Event::SkipSteps);
    } else if let Some(step) = session.ache_step() {
        let words = match (session.ache(), step == Event::Ache(0), page.is_wide()) {
            (None, ..) => &ache.first,
            (Some(_), true, true) => &ache.again,
            (Some(_), false, true) => &ache.more,
            (Some(_), true, false) => &ache.said_again,
            (Some(_), false, false) => &ache.said_more,
        };
        let said = session.ache().map(|ache| ache.to_string()).unwrap_or_default();
        offer(Icon::ArrowLeft, &fill(words, &[("ache", &said)]), step);
    }
    hints
}

/// The parts of a page, once it is known how large each comes out.
struct Parts<'a> {
    numbers: bool,
    lines: Vec<(String, Arc<Galley>)>,
    hints: Vec<Hint>,
    card: Option<Card<'a>>,
    /// The phase runs by a clock.
    counts: bool,
    /// The height of the hints, with the room under them.
    hints_height: f32,
    /// The height of lines, hints and card.
    under_ring: f32,
}

/// Words and figure on the left, ring and what comes next on the right; one over the other on a narrow canvas.
fn lay_out(page: &Page<'_>, body: Rect, words: &Words, side: Side<'_>) -> Vec<Hit> {
    let sizes = page.sizes();
    let (gap, wide) = (page.gap(), page.is_wide());
    let counts = page.session.length().is_some();
    let stands = parts::shown(page).is_tall();
    let side_width = if wide { page.len(sizes.ring).min(body.width() * 0.36) } else { body.width() };
    let words_width = if wide { body.width() - side_width - gap * 3.0 } else { body.width() };
    let lines = side.lines.into_iter().map(|(words, token)| {
        let galley = page.wrapped(page.hint(token), &words, vec2(side_width, f32::INFINITY));
        (words, galley)
    });
    let lines: Vec<_> = lines.collect();
    let lines_height: f32 = lines.iter().map(|(_, galley)| galley.size().y + gap).sum();
    let numbers = if side.numbers { page.len(sizes.key_cap) * 3.0 + gap * 2.0 } else { 0.0 };
    let hints_height = if side.hints.is_empty() { 0.0 } else { hints::height(page, side_width, &side.hints) + gap };
    let under_ring = lines_height + numbers + hints_height + side.card.as_ref().map_or(0.0, |card| card.height(page, side_width));
    let parts = Parts { lines, hints: side.hints, card: side.card, numbers: side.numbers, counts, hints_height, under_ring };

    // Where the line is what matters, the word above it is one of its size.
    let fit = if page.form == FloorForm::Steps { page.answer() } else { page.phase_word() };
    let cue = words.cue.as_str();
    let ring_least = if counts { page.len(sizes.ring_least) } else { 0.0 };
    // The word gives way before the line under it gets too small to be read.
    let least_cue = page.wrapped(page.cue(), cue, vec2(words_width, 0.0)).size().y;
    let under_words = if wide { 0.0 } else { ring_least + gap + under_ring };
    let word_room = body.height() - gap * 3.0 - least_cue - under_words;
    let fit = fit.at_most(word_room / fit.line);
    let word = page.line(fit, &words.word, words_width);
    let word_at = Rect::from_min_size(pos2(body.left(), body.top() + gap), word.size());
    let below_word =
        Rect::from_min_max(pos2(body.left(), word_at.bottom() + gap), pos2(body.left() + words_width, body.bottom()));

    // Someone who stands is drawn beside the cue, or beside the ring: a figure as high as a line would be tiny.
    let stage_least = page.len(sizes.stage_least);
    let cue_width = if wide && stands { words_width * BESIDE_STANDING } else { words_width };
    let cue_room = below_word.height() - under_words;
    let for_stage = if stands && (wide || counts) { 0.0 } else { stage_least + gap };
    let with_stage = page.wrapped(page.cue(), cue, vec2(cue_width, cue_room - for_stage));
    let cue_galley =
        if with_stage.size().y <= cue_room { with_stage } else { page.wrapped(page.cue(), cue, vec2(cue_width, cue_room)) };
    let cue_at = Rect::from_min_size(below_word.min, cue_galley.size());
    parts::heading(page, word_at.union(cue_at));
    page.canvas.galley(word_at.min, word);
    page.canvas.galley(cue_at.min, cue_galley);

    let after_cue = below_word.with_min_y(cue_at.bottom() + gap);
    let (column, stage) = match (wide, stands) {
        (true, false) => (body.with_min_x(body.right() - side_width), after_cue),
        (true, true) => (body.with_min_x(body.right() - side_width), below_word.with_min_x(below_word.left() + cue_width + gap)),
        (false, true) if counts => {
            let ring =
                (after_cue.height() - under_ring - gap).min(page.len(sizes.ring)).min(after_cue.width() * RING_BESIDE_STANDING);
            let row = after_cue.with_max_y(after_cue.top() + ring + gap + under_ring);
            (row, row.with_max_y(row.top() + ring).with_min_x(row.left() + ring + gap * 2.0))
        }
        (false, _) => {
            let spare = (after_cue.height() - under_ring - ring_least - stage_least - gap * 2.0).max(0.0);
            let ring = if counts { (ring_least + spare).min(page.len(sizes.ring)).min(side_width) + gap } else { 0.0 };
            let column = after_cue.with_max_y(after_cue.top() + ring + under_ring);
            (column, after_cue.with_min_y(column.bottom() + gap))
        }
    };
    let column = if wide { column.with_min_y(word_at.top()) } else { column };
    if stage.height() >= stage_least * 0.8 {
        parts::stage(page, stage);
    }
    let ring_left = (!wide && stands).then_some(column.left());
    beside(page, column, ring_left, parts)
}

/// The share of the words' width that a cue has beside someone who stands.
const BESIDE_STANDING: f32 = 0.62;
/// The share of a narrow canvas that the ring has beside someone who stands.
const RING_BESIDE_STANDING: f32 = 0.6;

/// Ring, lines and card in their column; the ring in its middle, or from this edge.
fn beside(page: &Page<'_>, column: Rect, ring_left: Option<f32>, parts: Parts<'_>) -> Vec<Hit> {
    let gap = page.gap();
    let mut y = column.top();
    if parts.counts {
        let ring = page.len(page.sizes().ring).min(column.width()).min(column.height() - parts.under_ring - gap);
        // Words come first; a ring that nobody could read is none.
        if ring > page.len(page.sizes().key_cap) {
            let left = ring_left.unwrap_or(column.center().x - ring / 2.0);
            let square = Rect::from_min_size(pos2(left, y), vec2(ring, ring));
            parts::clock(page, square);
            y = square.bottom() + gap;
        }
    }
    // Lines stand in the middle of what the ring leaves.
    let spare = (column.bottom() - y - parts.under_ring).max(0.0);
    y += if parts.counts { (spare / 2.0).min(gap) } else { 0.0 };
    for (index, (words, galley)) in parts.lines.into_iter().enumerate() {
        let x = if parts.counts { column.center().x - galley.size().x / 2.0 } else { column.left() };
        let at = Rect::from_min_size(pos2(x, y), galley.size());
        page.text(&format!("beside-{index}"), at, galley, &words);
        y = at.bottom() + gap;
    }
    let mut hits = Vec::new();
    if parts.numbers {
        let height = (column.bottom() - y - parts.hints_height).min(page.len(page.sizes().key_cap) * 3.6);
        hits = parts::number_keys(page, Rect::from_min_size(pos2(column.left(), y), vec2(column.width(), height)));
        y += height + gap;
    }
    let card_height = parts.card.as_ref().map_or(0.0, |card| card.height(page, column.width()));
    let card_top = (y + parts.hints_height).max(column.bottom() - card_height);
    hits.extend(hints::show(page, pos2(column.left(), card_top - parts.hints_height), column.width(), parts.hints));
    hits.extend(
        parts
            .card
            .map(|card| card.show(page, Rect::from_min_size(pos2(column.left(), card_top), vec2(column.width(), card_height)))),
    );
    hits
}
