//! The parts of a page: header, the band at the foot, ring, stage, keys with their words, and cards.
//!
//! Invariant: what a key does stands there as its shape and in words, never as one of the two.

use eframe::egui::{Align2, Sense, StrokeKind, Ui, Vec2};

use super::{
    leave,
    page::{Page, Type},
};
use crate::{
    app::{FloorForm, FloorMsg, Msg},
    content::fill,
    drawing::Token,
    session::{Event, Phase},
    ui::{
        layout::{Node, parts::icon},
        metrics::{TextRole, Weight},
        theme::radius,
        widgets::{
            button,
            icon::Icon,
            progress,
            ring::{self, Count},
            stage::Stage,
            text,
        },
    },
};

/// The room below a figure's floor, as a share of the stage's height.
const BELOW_FLOOR: f32 = 0.13;

/// Round, position, and what can be done at the screen.
pub(super) fn header<'a>(ui: &Ui, page: Page<'a>) -> Node<'a> {
    let (gap, pad) = (page.gap(), page.len(page.sizes().pad));
    let place = page.cues().position(page.session.position()).name.as_str();
    let place = page.say(Type::Label, Token::Ink2, place);
    let (left, right) = (round(page), if page.form.serves(page.session) { tools(page) } else { voice(page) });
    let aside = left.widest(ui).max(right.widest(ui));
    let row = if 2.0 * (aside + gap) + place.widest(ui) <= page.width - 2.0 * pad {
        Node::row([left.share(1.0), place, Node::row([Node::spring(), right]).share(1.0)]).gap_across(gap)
    } else {
        Node::wrap([left, right]).apart().gap_across(gap)
    };
    // A second line stands inside the header as well: what is asked under it keeps its size and its place.
    let quiet = quiet_line(page).map(|line| page.say(Type::Label, Token::NoteInk, line));
    Node::column(std::iter::once(row).chain(quiet)).together().least_height(page.len(page.sizes().header)).pads(pad, 0.0)
}

/// What the machine can not do now: a line of its own in the header, so that it is never left out.
fn quiet_line(page: Page<'_>) -> Option<String> {
    let (model, words) = (page.view.model, page.words());
    let dark = if speaks(page) { &words.goes_dark } else { &words.goes_dark_silent };
    let dark = model.floor.goes_dark.then_some(dark.as_str());
    let silent = (model.sound.off && (model.settings.tones || model.voice_speaks())).then_some(words.silent.as_str());
    let lines: Vec<&str> = dark.into_iter().chain(silent).collect();
    (!lines.is_empty()).then(|| lines.join(" "))
}

fn speaks(page: Page<'_>) -> bool {
    page.view.model.voice_speaks() && !page.view.model.sound.off
}

/// "Round 2 of 3" and its dots.
fn round(page: Page<'_>) -> Node<'_> {
    let (session, cues) = (page.session, page.cues());
    let (round, rounds) = (session.round(), session.rounds());
    let counts = !session.phase().is_after_a_stop() && !matches!(page.form, FloorForm::Rest | FloorForm::Feel | FloorForm::Steps);
    let pattern = if session.phase() == Phase::CheckIn { &cues.labels.after_round } else { &cues.labels.round };
    let words = match session.phase() {
        _ if counts => fill(pattern, &[("round", &round.to_string()), ("rounds", &rounds.to_string())]),
        Phase::GettingDown(step) => step_of(page, step, session.setup().steps_down),
        Phase::NotToday => cues.strip(Phase::NotToday).to_owned(),
        _ if session.was_stopped() => cues.stop.after.clone(),
        _ => cues.finish.header.clone(),
    };
    let (theme, dot, line) = (page.view.kit.theme, page.len(page.sizes().dot), page.len(page.sizes().border));
    let dots = (1..=rounds).filter(|_| counts).map(|number| {
        let inside = Node::space(dot).least_width(if number == round { dot * 2.4 } else { dot });
        Node::row([inside]).on(move |ui, rect, _| {
            let corner = radius(dot / 2.0);
            let (fill, border) = if number <= round { (Token::Primary, Token::Primary) } else { (Token::Bg, Token::Control) };
            ui.painter().rect(rect, corner, theme.color(fill), theme.line(line, border), StrokeKind::Inside);
        })
    });
    let words = page.say(Type::Label, Token::Ink, format!("**{words}**"));
    Node::row(std::iter::once(words).chain(dots)).gap(page.gap() * 0.75)
}

/// "Step 2 of 7".
pub(super) fn step_of(page: Page<'_>, step: u8, steps: u8) -> String {
    fill(&page.cues().labels.step, &[("step", &(u16::from(step) + 1).to_string()), ("steps", &steps.to_string())])
}

/// Whether the voice speaks.
fn voice(page: Page<'_>) -> Node<'_> {
    let words = &page.cues().buttons;
    let (mark, words) = if speaks(page) { (Some(Icon::Speaker), &words.voice_on) } else { (None, &words.voice_off) };
    let mark = mark.map(|mark| icon(page.view.kit, mark, page.len(page.sizes().label), Token::Ink2));
    let words = page.say(Type::Label, Token::Ink2, words.as_str());
    Node::row(mark.into_iter().chain([words])).gap(page.gap() / 2.0)
}

/// Turn, and leave: for hands that reach the screen.
fn tools(page: Page<'_>) -> Node<'_> {
    let (words, gap) = (page.words(), page.gap() / 2.0);
    let tools = [
        (&words.turn, &words.turn_key, &words.turn_name, Msg::Floor(FloorMsg::RotateQuarter)),
        (&words.leave, &words.leave_key, &words.leave_name, leave()),
    ];
    let tools = tools.map(|(label, key, name, message)| {
        let key = page.paint(Type::Label, Token::Ink2, format!("**{key}**"));
        let cap = key_box(page, Node::row([key]).together().pads(gap, gap / 2.0));
        let label = page.paint(Type::Label, Token::Ink2, label.as_str());
        page.press(Node::row([label, cap]).gap(gap).pads(gap / 2.0, 0.0), name.as_str(), message)
    });
    Node::row(tools).gap(gap)
}

fn key_box<'a>(page: Page<'a>, inside: Node<'a>) -> Node<'a> {
    page.framed(inside, Token::Sunk, (page.sizes().border * 0.75, Token::Control), page.sizes().radius_key / 2.0)
}

/// A key's shape.
fn key_cap(page: Page<'_>, cap: Icon) -> Node<'_> {
    let side = page.len(page.sizes().key_cap);
    let shape = icon(page.view.kit, cap, side * 0.52, Token::Ink);
    key_box(page, Node::row([shape]).together().width(side).least_height(side))
}

/// A key's shape and what else does the same.
fn key_hint<'a>(page: Page<'a>, cap: Icon, words: &str, ink: Token) -> Node<'a> {
    let words = page.paint(Type::Hint, ink, words).shrinks().least_width(0.0);
    Node::row([key_cap(page, cap), words]).gap(page.gap())
}

/// What else can be done: keys with their words, side by side where they fit.
pub(super) fn hints<'a>(page: Page<'a>, hints: Vec<(Icon, String, Msg)>) -> Node<'a> {
    let gap = page.gap();
    let hints =
        hints.into_iter().map(|(cap, words, message)| page.press(key_hint(page, cap, &words, Token::Ink2), words, message));
    Node::wrap(hints).gap(gap / 2.0).gap_across(gap * 2.0)
}

/// The band at the foot: as high as its words take, and never less than can be hit blindly.
fn band<'a>(page: Page<'a>, inside: Node<'a>) -> Node<'a> {
    inside.together().least_height(page.len(page.sizes().stop_band)).pads(page.len(page.sizes().pad), page.gap() / 2.0)
}

/// Stop: the square, the word, and what does it.
pub(super) fn stop_band(page: Page<'_>) -> Node<'_> {
    let (words, gap) = (page.words(), page.gap());
    let hint = match page.form {
        _ if page.session.phase() == Phase::Hands => &words.stop.hands,
        FloorForm::Moving if page.session.can_pause() => &words.stop.moving,
        _ => &words.stop.waiting,
    };
    let square = icon(page.view.kit, Icon::StopSquare, page.len(page.sizes().stop_square), Token::OnStop);
    let word = page.paint(Type::Stop, Token::OnStop, page.cues().buttons.stop.as_str());
    let hint = page.say(Type::Hint, Token::OnStop, format!("**{hint}**"));
    let inside = Node::wrap([Node::row([square, word]).gap(gap * 1.5), hint.shrinks().least_width(0.0)]).gap_across(gap * 1.5);
    let (theme, targets) = (page.view.kit.theme, page.targets);
    band(page, inside).on(move |ui, rect, _| {
        ui.painter().rect_filled(rect, 0.0, theme.color(Token::Stop));
        targets.stop.set(Some(rect));
    })
}

/// Where nothing is left to stop: one quiet line, with the key that goes on if one does, and what that says.
pub(super) fn calm_band<'a>(page: Page<'a>, words: &str, cap: Option<Icon>, press: Option<(&str, Msg)>) -> Node<'a> {
    let (theme, line) = (page.view.kit.theme, page.len(page.sizes().border));
    let words = page.say(Type::Hint, Token::Ink, words).shrinks().least_width(0.0);
    let inside = Node::row(cap.map(|cap| key_cap(page, cap)).into_iter().chain([words])).gap(page.gap());
    let band = band(page, inside).on(move |ui, rect, _| {
        ui.painter().rect_filled(rect, 0.0, theme.color(Token::Stage));
        ui.painter().hline(rect.x_range(), rect.top() + line / 2.0, theme.line(line, Token::Control));
    });
    match press {
        Some((name, message)) => page.press(band, name, message),
        None => band,
    }
}

/// The ring of a phase that counts; the number is its own, and no tick is ever announced.
pub(super) fn clock<'a>(page: Page<'a>, count: Count<'a>) -> Node<'a> {
    let (session, now, sizes, kit) = (page.session, page.view.model.now, page.sizes(), page.view.kit);
    let least = page.len(if page.has_small_ring { sizes.key_cap } else { sizes.ring_least });
    let (most, numeral) = (page.len(sizes.ring), page.len(sizes.numeral));
    let numeral = TextRole { size: numeral, line: numeral, weight: Weight::Bold, spacing: 0.0 };
    let clock = Node::wide(least, move |ui, _| {
        let side = ui.max_rect().size().min_elem().min(most);
        let square = Align2::CENTER_CENTER.align_size_within_rect(Vec2::splat(side), ui.max_rect());
        let stroke = sizes.ring_stroke * side / sizes.ring;
        ring::paint(ui, kit, square, stroke, count.left, count.token);
        if session.waits(now) {
            // The time is over and nothing presses: a tick says so better than a zero.
            kit.icons.paint(ui.painter(), Icon::Tick, square.shrink(side * 0.3), kit.theme.color(Token::Ring));
        } else {
            let natural = text::line_width(ui, kit.theme, numeral, &count.number).max(1.0);
            let role = numeral.times((side / most).min((side - 2.0 * stroke) * NUMBER_IN_RING / natural));
            button::centred_text(ui, kit, square, role, Token::Ink, &count.number);
        }
        progress::describe(&ui.interact(square, ui.scope_id().with("clock"), Sense::hover()), count.name, None);
    });
    // Before anything else that grows.
    clock.share(GROWS_FIRST).least_height(least).most_height(most)
}

/// The share of a ring's inside that its number may be wide.
const NUMBER_IN_RING: f32 = 0.84;
/// What the ring takes of free room, beside a spring's or a stage's 1.
pub(super) const GROWS_FIRST: f32 = 999.0;

/// The figure on its floor, as it moves now; `led` are the words of a page that leads, which its figure shows being done.
pub(super) fn stage<'a>(page: Page<'a>, led: &str) -> Node<'a> {
    let (kit, shown, corner) = (page.view.kit, page.shown, page.len(page.sizes().radius));
    let description = description(page, led);
    let least = page.len(page.sizes().stage_least);
    let (above, below) = (page.gap() / 2.0, page.gap());
    let stage = Node::wide(least, move |ui, _| {
        let rect = ui.max_rect();
        let stage = Stage::bare(&shown.0).labelled(&description, &[]).corner(corner);
        let below = if shown.1.is_from_above() { above } else { (rect.height() * BELOW_FLOOR).max(below) };
        stage.room(above, below).show(ui, kit, &shown.1, rect);
    });
    stage.grow().least_height(least)
}

/// What the figure shows: the step that is led through, the guide's own words for the scene, or the position.
fn description(page: Page<'_>, led: &str) -> String {
    let (session, model) = (page.session, page.view.model);
    let leads = matches!(session.phase(), Phase::GettingDown(_)) || session.step_up().is_some() || page.shown.0 == SITS;
    if leads {
        return led.to_owned();
    }
    let of_scene = model.book.guide.figures().into_iter().find(|figure| figure.scene == page.shown.0);
    let of_scene = of_scene.or_else(|| model.position_text(session.position()).map(|text| &text.figure));
    of_scene.map(|figure| figure.description.clone()).unwrap_or_default()
}

/// The scene of someone who was brought to a chair.
const SITS: &str = "sit-rest";

/// The numbers from 0 to 10 as keys that can be pressed and clicked.
pub(super) fn number_keys(page: Page<'_>) -> Node<'_> {
    let words = &page.cues().ache;
    let keys = (0..=10_u8).map(|ache| {
        let number = ache.to_string();
        let name = format!("{}: {}", words.label, fill(&words.value, &[("ache", &number)]));
        let key = Node::row([page.paint(Type::Hint, Token::Ink, number)]).together();
        let key = key_box(page, key.least_height(page.len(page.sizes().key_cap)));
        page.press(key, name, Msg::Session(Event::Ache(ache)))
    });
    Node::grid(4, keys).gap(page.gap() / 2.0)
}

/// An answer: its word, a line under it, and at its foot the key that gives it.
pub(super) fn card<'a>(
    page: Page<'a>,
    (title, detail): (&str, &str),
    (cap, key): (Icon, &str),
    border: Token,
    event: Event,
) -> Node<'a> {
    let gap = page.gap();
    // Less at the sides where the card itself is narrow.
    let side = gap * if matches!(page.form, FloorForm::Waiting | FloorForm::Steps) { 1.25 } else { 2.0 };
    let mut rows = vec![page.paint(Type::Answer, Token::Ink, title)];
    let mut name = title.to_owned();
    if !detail.is_empty() {
        name = format!("{title}. {detail}");
        rows.push(page.paint(Type::Hint, Token::Ink2, detail));
    }
    rows.extend([Node::spring(), key_hint(page, cap, key, Token::Ink)]);
    let inside = Node::column(rows).gap(gap / 3.0).pads(side, gap);
    let framed = page.framed(inside, Token::Surface, (page.sizes().border, border), page.sizes().radius);
    page.press(framed, text::plain(&name), Msg::Session(event))
}
