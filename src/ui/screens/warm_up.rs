//! Warm up: six cards, one timer at a time, against five minutes in all.
//!
//! The same cards stand on the guide's page and at the beginning of a session.

use eframe::egui::{Role, Sense, StrokeKind, Ui, WidgetInfo, accesskit::Live, vec2};

use crate::{
    app::{Msg, Route, WarmUpMsg},
    content::{WarmUpText, fill},
    drawing::Token,
    session::{CardState, Side, WarmUp},
    ui::{
        View,
        layout::{Node, parts},
        metrics::{TextRole, Weight as FontWeight},
        pane::Pane,
        screens::gate,
        theme::radius,
        widgets::{
            bullets,
            button::{self, Weight},
            icon::Icon,
            progress, ring,
            stage::Stage,
            text,
        },
    },
};

/// Total, cards, and how to do each one.
pub fn show(pane: &mut Pane<'_, '_>) {
    let (view, metrics) = (pane.view, pane.metrics());
    let words = &view.model.book.words.warm_up;
    total(pane);
    cards(pane);
    pane.hint(&words.hint);
    pane.heading(&words.steps_title);
    for text in &view.model.book.guide.warm_ups {
        text::heading(pane.ui, view.kit.theme, metrics.h3, 3, &text.name);
        pane.gap(metrics.gap_8);
        bullets::steps(pane.ui, view.kit, text.steps.iter().map(|step| step.text.as_str()));
        pane.gap(metrics.gap_8);
    }
}

/// Time so far against what is enough, and "I already walked".
pub fn total(pane: &mut Pane<'_, '_>) {
    let (view, metrics) = (pane.view, pane.metrics());
    let words = &view.model.book.words.warm_up;
    let timers = &view.model.warm_up;
    let (spent, enough) = (timers.total(view.model.now), timers.plan().enough());
    let walked = timers.has_walked();
    let in_session = view.model.route == Route::Session;
    // The guide counts the day; before a session only what still warms.
    let (spent, total) = if in_session { (spent, &words.total_here) } else { (view.model.warm_up_today(), &words.total) };
    let label = if walked { &words.walked } else { &words.already_walked };
    let already = view.button(Weight::Secondary, label).height(metrics.button_small).selected(walked);
    let already = if walked { already.icon(Icon::Tick) } else { already };
    let line = format!("**{}** {}", clock(spent), fill(&words.of_least, &[("time", &clock(enough))]));
    let share = spent.as_secs_f32() / enough.as_secs_f32().max(1.0);
    let bar = Node::wide(metrics.gap_12, move |ui, _| {
        progress::bar(ui, view.kit, ui.available_width(), metrics.gap_12, share, &words.bar);
    });
    let told = Node::column([
        Node::wrap([view.strong(total.as_str()), view.words(metrics.nav, Token::Ink2, line)])
            .gap(metrics.gap_4)
            .gap_across(metrics.gap_12)
            .apart(),
        bar,
    ])
    .gap(metrics.gap_8);
    let card = Node::wrap([
        told.grow().least_width(metrics.tile_least),
        view.press(already, Msg::WarmUp(WarmUpMsg::AlreadyWalked(!walked))),
    ]);
    pane.put(parts::card(view.kit, false, card.gap(metrics.gap_16).pad(metrics.gap_16)));
}

/// The least width of a card's words beside its ring, as a share of the narrowest tile's: some twelve letters.
const WORDS_LEAST: f32 = 0.6;

/// Six cards, three in a row; two or one where it is narrow.
pub fn cards(pane: &mut Pane<'_, '_>) {
    let (view, metrics) = (pane.view, pane.metrics());
    gate::left_out(pane);
    let offered = WarmUp::ALL.into_iter().filter(|&warm_up| view.model.offers_warm_up(warm_up));
    let cards = offered.filter_map(|warm_up| Some(card(view, warm_up, view.model.warm_up_text(warm_up)?))).collect();
    // Room for the ring as well where it is not there yet: no card moves as one of them is started.
    let words = metrics.tile_least * WORDS_LEAST;
    let least = words + metrics.small_ring + metrics.round_button + 2.0 * metrics.gap_12 + 4.0 * metrics.gap_8;
    pane.grid(least, 3, metrics.gap_16, cards);
}

fn card<'a>(view: View<'a>, warm_up: WarmUp, text: &'a WarmUpText) -> Node<'a> {
    let (kit, metrics, words) = (view.kit, view.metrics(), &view.model.book.words.warm_up);
    let state = view.model.warm_up.state(warm_up, view.model.now);
    let active = matches!(state, CardState::Running | CardState::Paused);
    let thumb = Node::wide(metrics.warm_up_thumb, move |ui, _| thumb(ui, view, warm_up, text, active));
    let line = under_line(view, warm_up, text, state);
    let (token, weight) =
        if state == CardState::Done { (Token::PrimaryInk, FontWeight::Semibold) } else { (Token::Ink2, FontWeight::Regular) };
    let detail = TextRole { weight, line: metrics.small.line, ..metrics.meta };
    let label = format!("{}. {line}", text.name);
    // Where the voice is silent a reader says what changes on the way into place and from side to side, and no ticks.
    let beat = view.model.warm_up.beat(warm_up, view.model.now);
    let tells = beat.is_some_and(|beat| beat.side.is_some() || !beat.kind.is_exercise()) && !view.model.voice_is_heard();
    let told =
        Node::column([parts::paint(kit, metrics.tile_title, Token::Ink, &text.name), parts::paint(kit, detail, token, line)]).on(
            move |ui, rect, _| {
                let response = ui.interact(rect, ui.scope_id().with(("warm-up", warm_up.id())), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &label));
                if tells {
                    text::announce(ui, &response, Live::Polite);
                }
            },
        );
    let mut foot = Vec::new();
    if active {
        foot.push(ring_of(view, warm_up, state));
    }
    let (icon, pattern, message) = match state {
        CardState::Running => (Icon::Pause, &words.running_name, WarmUpMsg::Pause(warm_up)),
        CardState::Paused => (Icon::Play, &words.paused_name, WarmUpMsg::Start(warm_up)),
        CardState::Done => (Icon::Tick, &words.done_name, WarmUpMsg::Start(warm_up)),
        CardState::Ready | CardState::Skipped => (Icon::Play, &words.ready_name, WarmUpMsg::Start(warm_up)),
    };
    let name = fill(pattern, &[("name", &text.name)]);
    foot.push(told.grow());
    foot.push(Node::fixed(vec2(metrics.round_button, metrics.round_button), move |ui, out| {
        let rect = ui.max_rect();
        if button::round_button(ui, kit, rect, icon, &name, state == CardState::Running).clicked() {
            out.push(Msg::WarmUp(message));
        }
    }));
    let foot = Node::row(foot).gap(metrics.gap_12).pads(metrics.gap_8, metrics.gap_12).least_height(metrics.warm_up_foot);
    Node::column([thumb, foot, ways(view, warm_up, &text.name, state)]).pad(metrics.gap_8 + 1.0).on(move |ui, rect, _| {
        parts::paper(ui, kit, rect, state == CardState::Running, false);
        if state == CardState::Paused {
            // Paused is not running: the border says so too.
            let line = kit.theme.line(metrics.selected_border, Token::Control);
            ui.painter().rect_stroke(rect, radius(metrics.radius_card), line, StrokeKind::Inside);
        }
    })
}

/// What else can be done with a card: be in place at once, put it back, or leave it out, with the reason for that.
fn ways<'a>(view: View<'a>, warm_up: WarmUp, name: &str, state: CardState) -> Node<'a> {
    let (metrics, words, cues) = (view.metrics(), &view.model.book.words.warm_up, &view.model.book.cues);
    let small = |pattern: &str, label: &'a str, message| {
        let role = TextRole { size: metrics.meta.size, line: metrics.meta.line, ..metrics.nav_on };
        let button = view.button(Weight::Quiet, label).name(fill(pattern, &[("name", name)])).role(role);
        view.press(button.height(metrics.button_small).pad(metrics.gap_8), Msg::WarmUp(message)).rigid()
    };
    let on_the_way = view.model.warm_up.beat(warm_up, view.model.now).is_some_and(|beat| !beat.kind.is_exercise());
    let mut row = Vec::new();
    if state == CardState::Running && on_the_way {
        row.push(small(&words.in_place_name, &cues.warm_up.in_place, WarmUpMsg::InPlace(warm_up)));
    }
    if matches!(state, CardState::Running | CardState::Paused) {
        row.push(small(&words.reset_name, &cues.warm_up.reset, WarmUpMsg::Reset(warm_up)));
    }
    if !matches!(state, CardState::Done | CardState::Skipped) {
        row.push(small(&words.skip_name, &cues.warm_up.skip, WarmUpMsg::Skip(warm_up)));
    }
    let reason = view.meta(cues.skip_reason(warm_up));
    Node::column([reason, Node::wrap(row).gap_across(metrics.gap_4).least_height(metrics.button_small)]).pads(metrics.gap_8, 0.0)
}

/// The small ring of a card that has begun: what is left of the way into place, or of the exercise.
fn ring_of(view: View<'_>, warm_up: WarmUp, state: CardState) -> Node<'_> {
    let (timers, now, metrics) = (&view.model.warm_up, view.model.now, view.metrics());
    let way = timers.beat(warm_up, now).filter(|beat| !beat.kind.is_exercise());
    let left = way.map_or(1.0 - timers.fraction(warm_up, now), |beat| 1.0 - beat.fraction) as f32;
    // The way into place has the colour of breath, what stands still that of a track: neither is the exercise.
    let token = match (state, way) {
        (CardState::Paused, _) => Token::Control,
        (_, Some(_)) => Token::Breath,
        _ => Token::Ring,
    };
    let words = &view.model.book.words.warm_up.bar;
    ring::counting_as(view.kit, metrics.small_ring, metrics.small_ring_stroke, left, token, numeral(view, warm_up), words)
}

fn thumb(ui: &mut Ui, view: View<'_>, warm_up: WarmUp, text: &WarmUpText, active: bool) {
    let (timers, now, metrics) = (&view.model.warm_up, view.model.now, view.metrics());
    let scene = &text.figure.scene;
    let shown = if active { view.shown_for(scene, timers.spent(warm_up, now)) } else { view.shown(scene) };
    // Who faces right shows their right side, and both stretches are drawn for the near one: the left side is the
    // picture turned round.
    let turned = timers.beat(warm_up, now).is_some_and(|beat| beat.side == Some(Side::Left));
    let shown = if turned { shown.mirrored() } else { shown };
    let stage = Stage::bare(scene).room(metrics.gap_12, metrics.gap_12).corner(metrics.radius_thumb);
    let rect = ui.max_rect();
    stage.labelled(&text.figure.description, &[]).show(ui, view.kit, &shown, rect);
}

/// What stands in the small ring: the seconds of a way or of one side, the repeat, or the time left.
fn numeral(view: View<'_>, warm_up: WarmUp) -> String {
    let (timers, now) = (&view.model.warm_up, view.model.now);
    match timers.beat(warm_up, now) {
        Some(beat) if !beat.kind.is_exercise() || beat.side.is_some() => format!("{:.0}", beat.seconds_left.ceil()),
        Some(beat) if beat.of > 1 => beat.number.to_string(),
        _ => clock(std::time::Duration::from_secs_f64(timers.seconds_left(warm_up, now).ceil())),
    }
}

fn under_line(view: View<'_>, warm_up: WarmUp, text: &WarmUpText, state: CardState) -> String {
    let (timers, now, words, cues) = (&view.model.warm_up, view.model.now, &view.model.book.words.warm_up, &view.model.book.cues);
    match (state, timers.beat(warm_up, now)) {
        (CardState::Done, _) => fill(&words.done, &[("time", &clock(timers.spent(warm_up, now)))]),
        (CardState::Skipped, _) => cues.warm_up.skipped.clone(),
        (CardState::Running | CardState::Paused, Some(beat)) => {
            let paused = (state == CardState::Paused).then(|| cues.warm_up.paused.clone());
            let side = beat.side.map(|side| format!("{}.", cues.side(side)));
            let line = [paused, side, Some(cues.beat(warm_up, &beat).to_owned())];
            line.into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        _ => text.amount.clone(),
    }
}

/// Minutes and seconds.
pub fn clock(time: std::time::Duration) -> String {
    let secs = time.as_secs();
    format!("{}:{:02}", secs / 60, secs % 60)
}
