//! The parts of a page: header, the band at the foot, ring, stage, key hints and cards.
//!
//! Invariant: what a key does stands there as its shape and in words, never as one of the two.

use std::sync::Arc;

use eframe::egui::{Galley, Pos2, Rect, Role, Shape, Vec2, epaint::CornerRadius, pos2, vec2};

use super::{
    leave,
    page::{Hit, Page},
};
use crate::{
    app::{FloorForm, FloorMsg, Msg},
    content::fill,
    drawing::Token,
    figure::Still,
    session::{Event, Phase},
    ui::{
        metrics::Weight,
        pictures::Shown,
        theme::radius,
        vector,
        widgets::{icon::Icon, progress, ring, text},
    },
};

/// Round, position, and what can be done at the screen.
pub(super) fn header(page: &Page<'_>) -> Vec<Hit> {
    let whole = page.canvas.rect();
    let pad = page.len(page.sizes().pad);
    let row = Rect::from_min_max(pos2(pad, 0.0), pos2(whole.right() - pad, page.len(page.sizes().header)));
    let quiet = page.quiet_line().map(|line| (page.line(page.label(Weight::Regular, Token::NoteInk), &line, row.width()), line));
    // A second line stands inside the header as well: what is asked under it keeps its size and its place.
    let middle = if quiet.is_some() { row.top() + page.len(page.sizes().label) } else { row.center().y + page.gap() / 4.0 };
    let left = round(page, row, middle);
    let serves = page.form.serves(page.session);
    let (right, hits) = if serves { tools(page, row, middle) } else { (voice(page, row, middle), Vec::new()) };
    let line = page.cues().position(page.session.position()).name.as_str();
    let gap = page.gap() * 2.0;
    let width = right - left - 2.0 * gap;
    let fit = page.label(Weight::Regular, Token::Ink2);
    if fit.natural(page.ui(), page.theme(), line) <= width {
        let galley = page.line(fit, line, width);
        let size = galley.size();
        let x = (whole.center().x - size.x / 2.0).clamp(left + gap, right - gap - size.x);
        page.text("where", Rect::from_min_size(pos2(x, middle - size.y / 2.0), size), galley, line);
    }
    if let Some((galley, line)) = quiet {
        let at = pos2(row.left(), row.bottom() - galley.size().y);
        page.text("quiet-line", Rect::from_min_size(at, galley.size()), galley, &line);
    }
    hits
}

/// "Round 2 of 3" and its dots; returns where they end.
fn round(page: &Page<'_>, row: Rect, middle: f32) -> f32 {
    let (session, cues) = (page.session, page.cues());
    let (round, rounds) = (session.round(), session.rounds());
    let after_stop =
        session.phase().is_after_a_stop() || matches!(page.form, FloorForm::Rest | FloorForm::Feel | FloorForm::Steps);
    let pattern = if session.phase() == Phase::CheckIn { &cues.labels.after_round } else { &cues.labels.round };
    let words = match after_stop {
        true if let Phase::GettingDown(step) = session.phase() => step_of(page, step, session.setup().steps_down),
        true if session.phase() == Phase::NotToday => cues.strip(Phase::NotToday).to_owned(),
        true if session.was_stopped() => cues.stop.after.clone(),
        true => cues.finish.header.clone(),
        false => fill(pattern, &[("round", &round.to_string()), ("rounds", &rounds.to_string())]),
    };
    let galley = page.line(page.label(Weight::Bold, Token::Ink), &words, row.width() / 2.0);
    let size = galley.size();
    page.text("round", Rect::from_min_size(pos2(row.left(), middle - size.y / 2.0), size), galley, &words);
    let mut x = row.left() + size.x;
    if after_stop {
        return x;
    }
    x += page.gap() * 1.2;
    let dot = page.len(page.sizes().dot);
    for number in 1..=rounds {
        let width = if number == round { dot * 2.4 } else { dot };
        let shape = Rect::from_min_size(pos2(x, middle - dot / 2.0), vec2(width, dot));
        if number <= round {
            page.canvas.fill(shape, radius(dot / 2.0), page.color(Token::Primary));
        } else {
            page.canvas.border(shape, radius(dot / 2.0), page.theme().line(page.len(page.sizes().border), Token::Control));
        }
        x += width + page.gap() * 0.75;
    }
    x
}

/// "Step 2 of 7".
pub(super) fn step_of(page: &Page<'_>, step: u8, steps: u8) -> String {
    fill(&page.cues().labels.step, &[("step", &(u16::from(step) + 1).to_string()), ("steps", &steps.to_string())])
}

/// Whether the voice speaks; returns where it begins.
fn voice(page: &Page<'_>, row: Rect, middle: f32) -> f32 {
    let words = &page.cues().buttons;
    let words = if page.speaks() { &words.voice_on } else { &words.voice_off };
    let galley = page.line(page.label(Weight::Regular, Token::Ink2), words, row.width() / 3.0);
    let size = galley.size();
    let left = row.right() - size.x;
    page.text("voice", Rect::from_min_size(pos2(left, middle - size.y / 2.0), size), galley, words);
    if !page.speaks() {
        return left;
    }
    let side = page.len(page.sizes().label);
    let square = Rect::from_min_size(pos2(left - side - page.gap() / 2.0, middle - side / 2.0), Vec2::splat(side));
    page.canvas.extend(page.view.kit.icons.shapes(Icon::Speaker, square, page.color(Token::Ink2)));
    square.left()
}

/// Turn, and leave: for hands that reach the screen. Returns where they begin.
fn tools(page: &Page<'_>, row: Rect, middle: f32) -> (f32, Vec<Hit>) {
    let words = page.words();
    let mut right = row.right();
    let mut hits = Vec::new();
    let tools = [
        (&words.leave, &words.leave_key, &words.leave_name, leave()),
        (&words.turn, &words.turn_key, &words.turn_name, Msg::Floor(FloorMsg::RotateQuarter)),
    ];
    let gap = page.gap() / 2.0;
    for (label, key, name, message) in tools {
        let cap = page.line(page.label(Weight::Semibold, Token::Ink2), key, row.width() / 4.0);
        let galley = page.line(page.label(Weight::Regular, Token::Ink2), label, row.width() / 4.0);
        let height = cap.size().y + gap;
        let box_size = vec2((cap.size().x + 2.0 * gap).max(height), height);
        let cap_box = Rect::from_min_size(pos2(right - box_size.x, middle - height / 2.0), box_size);
        let at = pos2(cap_box.left() - gap - galley.size().x, middle - galley.size().y / 2.0);
        key_box(page, cap_box);
        page.canvas.centred(cap_box, cap);
        page.canvas.galley(at, galley);
        let part = Rect::from_min_max(pos2(at.x, cap_box.top()), cap_box.max).expand(gap / 2.0);
        hits.push(page.hit(part, name.clone(), message));
        right = part.left() - page.gap();
    }
    (right + page.gap(), hits)
}

fn key_box(page: &Page<'_>, rect: Rect) {
    let line = page.theme().line(page.len(page.sizes().border) * 0.75, Token::Control);
    let corner = radius(page.len(page.sizes().radius_key).min(rect.height() * 0.2));
    page.canvas.fill(rect, corner, page.color(Token::Sunk));
    page.canvas.border(rect, corner, line);
}

/// What stands beside a key, in as many lines as this width takes.
fn key_words(page: &Page<'_>, room: f32, words: &str, ink: Token) -> Arc<Galley> {
    let beside = room - page.len(page.sizes().key_cap) - page.gap();
    page.wrapped(page.hint(ink), words, vec2(beside, f32::INFINITY))
}

/// How high a key and its words come out.
pub(super) fn key_height(page: &Page<'_>, room: f32, words: &str) -> f32 {
    key_words(page, room, words, Token::Ink).size().y.max(page.len(page.sizes().key_cap))
}

/// A key's shape and what else does the same, from here to the right; `room` is how wide it may be.
pub(super) fn key_hint(page: &Page<'_>, left_top: Pos2, room: f32, cap: Icon, words: &str, ink: Token) -> Vec2 {
    let side = page.len(page.sizes().key_cap);
    let galley = key_words(page, room, words, ink);
    let size = vec2(side + page.gap() + galley.size().x, galley.size().y.max(side));
    let middle = left_top.y + size.y / 2.0;
    let square = Rect::from_min_size(pos2(left_top.x, middle - side / 2.0), Vec2::splat(side));
    key_box(page, square);
    page.canvas.extend(page.view.kit.icons.shapes(cap, square.shrink(side * 0.24), page.color(Token::Ink)));
    page.canvas.galley(pos2(square.right() + page.gap(), middle - galley.size().y / 2.0), galley);
    size
}

/// The band at the foot, as high as its words take.
fn band(page: &Page<'_>, rows: f32) -> Rect {
    let whole = page.canvas.rect();
    whole.with_min_y(whole.bottom() - rows.max(page.len(page.sizes().stop_band)))
}

/// Stop: the square, the word, and what does it.
pub(super) fn stop_band(page: &Page<'_>) -> Rect {
    let words = page.words();
    let hint = match page.form {
        _ if page.session.phase() == Phase::Hands => &words.stop.hands,
        FloorForm::Moving if page.session.can_pause() => &words.stop.moving,
        _ => &words.stop.waiting,
    };
    let whole = page.canvas.rect().shrink2(vec2(page.len(page.sizes().pad), 0.0));
    let (gap, square) = (page.gap() * 1.5, page.len(page.sizes().stop_square));
    let word = page.line(page.stop(Token::OnStop), &page.cues().buttons.stop, whole.width());
    let head = square + gap + word.size().x;
    let one_line = whole.width() - head - gap;
    let small = page.hint(Token::OnStop);
    let small = super::fit::Fit { weight: Weight::Semibold, ..small };
    let beside = small.natural(page.ui(), page.theme(), hint) <= one_line;
    let room = if beside { vec2(one_line, word.size().y) } else { vec2(whole.width(), f32::INFINITY) };
    let detail = page.wrapped(small, hint, room);
    let height = if beside { word.size().y } else { word.size().y + detail.size().y + page.gap() * 1.5 };
    let rect = band(page, height);
    page.canvas.fill(rect, 0.0, page.color(Token::Stop));
    page.stop.set(Some(page.canvas.on_screen(rect)));
    let shown = if beside { head + gap + detail.size().x } else { head };
    let middle = if beside { rect.center().y } else { rect.top() + page.gap() / 2.0 + word.size().y / 2.0 };
    let mut x = rect.center().x - shown / 2.0;
    let icon = Rect::from_min_size(pos2(x, middle - square / 2.0), Vec2::splat(square));
    page.canvas.extend(page.view.kit.icons.shapes(Icon::StopSquare, icon, page.color(Token::OnStop)));
    x += square + gap;
    let word_size = word.size();
    page.canvas.galley(pos2(x, middle - word_size.y / 2.0), word);
    let at = if beside {
        pos2(x + word_size.x + gap, middle - detail.size().y / 2.0)
    } else {
        pos2(rect.center().x - detail.size().x / 2.0, rect.bottom() - page.gap() - detail.size().y)
    };
    page.text("what-stops", Rect::from_min_size(at, detail.size()), detail, hint);
    rect
}

/// Where nothing is left to stop: one quiet line, with the key that goes on if one does.
pub(super) fn calm_band(page: &Page<'_>, cap: Option<Icon>, words: &str) -> Rect {
    let whole = page.canvas.rect().shrink2(vec2(page.len(page.sizes().pad), 0.0));
    let side = if cap.is_some() { page.len(page.sizes().key_cap) + page.gap() } else { 0.0 };
    let fit = page.hint(Token::Ink);
    let galley = page.wrapped(fit, words, vec2(whole.width() - side, f32::INFINITY));
    let rect = band(page, galley.size().y + 2.0 * page.gap());
    page.canvas.fill(rect, 0.0, page.color(Token::Stage));
    let line = Rect::from_min_max(rect.min, pos2(rect.right(), rect.top() + page.len(page.sizes().border)));
    page.canvas.fill(line, 0.0, page.color(Token::Control));
    let left = rect.center().x - (side + galley.size().x) / 2.0;
    if let Some(cap) = cap {
        let key = page.len(page.sizes().key_cap);
        key_hint(page, pos2(left, rect.center().y - key / 2.0), whole.width(), cap, words, Token::Ink);
        page.node("way-on", rect, Role::Label, words);
    } else {
        let at = Rect::from_min_size(pos2(left, rect.center().y - galley.size().y / 2.0), galley.size());
        page.text("way-on", at, galley, words);
    }
    rect
}

/// The ring of a phase that counts, in a square; the number is its own, and no tick is ever announced.
pub(super) fn clock(page: &Page<'_>, square: Rect) {
    let (session, now) = (page.session, page.view.model.now);
    let share = 1.0 - session.fraction(now) as f32;
    // A press fills its ring, and so does a hold that is counted up; everything else empties it.
    let fills = session.phase() == Phase::PressOn || session.counts_up();
    let share = if fills { 1.0 - share } else { share };
    let token = if session.phase() == Phase::Breathe { Token::Breath } else { Token::Ring };
    page.canvas.extend(ring::shapes(page.view.kit, square, page.ring_stroke(square.width()), share, token));
    if session.waits(now) {
        // The time is over and nothing presses: a tick says so better than a zero.
        let tick = square.shrink(square.width() * 0.3);
        page.canvas.extend(page.view.kit.icons.shapes(Icon::Tick, tick, page.color(Token::Ring)));
    } else {
        page.canvas.centred(square, page.numeral(&session.second(now).to_string(), square.width()));
    }
    let response =
        page.node("clock", square, Role::ProgressIndicator, page.cues().phase(session.phase(), session.position()).word);
    progress::describe(&response, page.cues().phase(session.phase(), session.position()).word, None);
}

/// The figure on its floor, as it moves now.
pub(super) fn stage(page: &Page<'_>, rect: Rect) {
    let (view, session) = (page.view, page.session);
    let description = view.model.position_text(session.position()).map_or("", |text| text.figure.description.as_str());
    page.node("figure", rect, Role::Image, description);
    ground(page, rect);
    match &shown(page) {
        Shown::Nothing => {}
        Shown::Still(still) => stand(page, still, rect),
        Shown::Moving(still) => stand(page, still, rect),
        Shown::Pair([first, last]) => {
            stand(page, first, rect.with_max_x(rect.center().x));
            stand(page, last, rect.with_min_x(rect.center().x));
        }
    }
}

/// The figure of this moment.
pub(super) fn shown(page: &Page<'_>) -> Shown {
    page.view.shown_in(page.session).1
}

/// The numbers from 0 to 10 as keys that can be pressed and clicked.
pub(super) fn number_keys(page: &Page<'_>, rect: Rect) -> Vec<Hit> {
    let gap = page.gap() / 2.0;
    let columns = 4.0;
    let size = vec2((rect.width() - gap * (columns - 1.0)) / columns, (rect.height() - gap * 2.0) / 3.0);
    let words = &page.cues().ache;
    let numbers = 0..=10_u8;
    let hits = numbers.map(|ache| {
        let (column, row) = (f32::from(ache % 4), f32::from(ache / 4));
        let place = Rect::from_min_size(rect.min + vec2(column * (size.x + gap), row * (size.y + gap)), size);
        key_box(page, place);
        let galley = page.line(page.hint(Token::Ink), &ache.to_string(), place.width());
        page.canvas.centred(place, galley);
        let name = format!("{}: {}", words.label, fill(&words.value, &[("ache", &ache.to_string())]));
        page.hit(place, name, Msg::Session(Event::Ache(ache)))
    });
    hits.collect()
}

/// WidthClass over a figure, and under its floor.
fn margins(page: &Page<'_>, rect: Rect) -> (f32, f32) {
    (page.gap(), (rect.height() * 0.13).max(page.gap()))
}

/// Panel and floor.
fn ground(page: &Page<'_>, rect: Rect) {
    let corner = page.len(page.sizes().radius);
    let (_, below) = margins(page, rect);
    page.canvas.fill(rect, radius(corner), page.color(Token::Stage));
    let band = rect.with_min_y(rect.bottom() - below - rect.height() * 0.05);
    let bottom = radius(corner).sw;
    page.canvas.fill(band, CornerRadius { nw: 0, ne: 0, sw: bottom, se: bottom }, page.color(Token::StageFloor));
}

/// A figure that stands on the floor of a panel.
fn stand(page: &Page<'_>, still: &Still, part: Rect) {
    let (above, below) = margins(page, part);
    let size = vec2(still.drawing.size.width as f32, still.drawing.size.height as f32);
    let room = part.height() - above - below;
    let width = part.width() - page.len(page.sizes().radius);
    let scale = (width / size.x).min(room / (still.floor_y as f32).max(1.0)).max(0.0);
    let top = part.bottom() - below - still.floor_y as f32 * scale;
    let place = Rect::from_min_size(pos2(part.center().x - size.x * scale / 2.0, top), size * scale);
    if place.width() > 0.0 {
        let mesh = vector::mesh(page.theme(), &still.drawing, place, page.ui().pixels_per_point());
        page.canvas.add(Shape::mesh(mesh));
    }
}

/// The heading of a page, over its words: it takes the keyboard and says the cue.
pub(super) fn heading(page: &Page<'_>, rect: Rect) {
    page.heading(rect, |heading| super::super::player::spoken(page.ui(), page.view, page.session, heading));
}

/// WidthClass at the sides of a card; less where the card itself is narrow.
fn card_pad(page: &Page<'_>) -> f32 {
    page.gap() * if matches!(page.form, FloorForm::Waiting | FloorForm::Steps) { 1.25 } else { 2.0 }
}

/// An answer: its word, a line under it, and the key that gives it.
pub(super) struct Card<'a> {
    pub title: &'a str,
    pub detail: &'a str,
    pub cap: Icon,
    pub key: &'a str,
    pub border: Token,
    pub message: Msg,
}

impl Card<'_> {
    /// How high the card is at this width.
    pub(super) fn height(&self, page: &Page<'_>, width: f32) -> f32 {
        let (title, detail) = self.texts(page, width);
        let detail = if self.detail.is_empty() { 0.0 } else { detail.size().y + page.gap() / 2.0 };
        title.size().y + detail + key_height(page, width - 2.0 * card_pad(page), self.key) + page.gap() * 2.5
    }

    fn texts(&self, page: &Page<'_>, width: f32) -> (Arc<Galley>, Arc<Galley>) {
        let inner = width - 2.0 * card_pad(page);
        let answer = page.answer();
        let title = page.wrapped(answer, self.title, vec2(inner, answer.line_height() * 1.05));
        let detail = page.wrapped(page.hint(Token::Ink2), self.detail, vec2(inner, f32::INFINITY));
        (title, detail)
    }

    /// Paints it; what it says when it is pressed.
    pub(super) fn show(self, page: &Page<'_>, rect: Rect) -> Hit {
        let corner = radius(page.len(page.sizes().radius));
        page.canvas.fill(rect, corner, page.color(Token::Surface));
        page.canvas.border(rect, corner, page.theme().line(page.len(page.sizes().border), self.border));
        let (title, detail) = self.texts(page, rect.width());
        let left = rect.left() + card_pad(page);
        let room = rect.width() - 2.0 * card_pad(page);
        let needed = self.height(page, rect.width());
        let spare = ((rect.height() - needed) / 3.0).max(0.0);
        let mut y = rect.top() + page.gap() + spare.min(page.gap());
        let title_height = title.size().y;
        page.canvas.galley(pos2(left, y), title);
        y += title_height;
        if !self.detail.is_empty() {
            page.canvas.galley(pos2(left, y + page.gap() / 2.0), detail);
        }
        let key = key_height(page, room, self.key);
        let at = pos2(left, rect.bottom() - page.gap() - spare.min(page.gap()) - key);
        key_hint(page, at, room, self.cap, self.key, Token::Ink);
        let name = if self.detail.is_empty() { self.title.to_owned() } else { format!("{}. {}", self.title, self.detail) };
        page.hit(rect, text::plain(&name), self.message)
    }
}
