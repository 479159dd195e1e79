//! Warm up: six cards, one timer at a time, against five minutes in all.
//!
//! The same cards stand on the guide's page and at the beginning of a session.

use eframe::egui::{Role, Sense, StrokeKind, Ui, WidgetInfo, vec2};

use crate::{
    app::{Msg, WarmUpMsg},
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
    let label = if walked { &words.walked } else { &words.already_walked };
    let already = view.button(Weight::Secondary, label).height(metrics.button_small).selected(walked);
    let already = if walked { already.icon(Icon::Tick) } else { already };
    let line = format!("**{}** {}", clock(spent), fill(&words.of_least, &[("time", &clock(enough))]));
    let share = spent.as_secs_f32() / enough.as_secs_f32().max(1.0);
    let bar = Node::wide(metrics.gap_12, move |ui, _| {
        progress::bar(ui, view.kit, ui.available_width(), metrics.gap_12, share, &words.bar);
    });
    let told = Node::column([
        Node::wrap([view.strong(words.total.as_str()), view.words(metrics.nav, Token::Ink2, line)])
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

/// Six cards, three in a row; two or one where it is narrow.
pub fn cards(pane: &mut Pane<'_, '_>) {
    let (view, metrics) = (pane.view, pane.metrics());
    gate::left_out(pane);
    let offered = WarmUp::ALL.into_iter().filter(|&warm_up| view.model.offers_warm_up(warm_up));
    let cards = offered.filter_map(|warm_up| Some(card(view, warm_up, view.model.warm_up_text(warm_up)?))).collect();
    pane.grid(metrics.tile_least * 1.1, 3, metrics.gap_16, cards);
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
    let told =
        Node::column([parts::paint(kit, metrics.tile_title, Token::Ink, &text.name), parts::paint(kit, detail, token, line)]).on(
            move |ui, rect, _| {
                let response = ui.interact(rect, ui.scope_id().with(("warm-up", warm_up.id())), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &label));
            },
        );
    let mut foot = Vec::new();
    if active {
        let left = 1.0 - view.model.warm_up.fraction(warm_up, view.model.now) as f32;
        foot.push(ring::counting(kit, metrics.small_ring, metrics.small_ring_stroke, left, numeral(view, warm_up), &words.bar));
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
    Node::column([thumb, foot]).pad(metrics.gap_8 + 1.0).on(move |ui, rect, _| {
        parts::paper(ui, kit, rect, state == CardState::Running, false);
        if state == CardState::Paused {
            // Paused is not running: the border says so too.
            let line = kit.theme.line(metrics.selected_border, Token::Control);
            ui.painter().rect_stroke(rect, radius(metrics.radius_card), line, StrokeKind::Inside);
        }
    })
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

/// What stands in the small ring: the repeat, or the seconds left where there are no repeats.
fn numeral(view: View<'_>, warm_up: WarmUp) -> String {
    let (timers, now) = (&view.model.warm_up, view.model.now);
    match timers.beat(warm_up, now) {
        Some(beat) if beat.of > 1 => beat.number.to_string(),
        Some(beat) if beat.side.is_some() => format!("{:.0}", beat.seconds_left.ceil()),
        _ => clock(std::time::Duration::from_secs_f64(timers.seconds_left(warm_up, now).ceil())),
    }
}

fn under_line(view: View<'_>, warm_up: WarmUp, text: &WarmUpText, state: CardState) -> String {
    let (timers, now, words, cues) = (&view.model.warm_up, view.model.now, &view.model.book.words.warm_up, &view.model.book.cues);
    match (state, timers.beat(warm_up, now)) {
        (CardState::Done, _) => fill(&words.done, &[("time", &clock(timers.spent(warm_up, now)))]),
        (CardState::Running | CardState::Paused, Some(beat)) => {
            let line = cues.beat(warm_up, beat.kind);
            beat.side.map_or_else(|| line.to_owned(), |side| format!("{}. {line}", cues.side(side)))
        }
        _ => text.amount.clone(),
    }
}

/// Minutes and seconds.
pub fn clock(time: std::time::Duration) -> String {
    let secs = time.as_secs();
    format!("{}:{:02}", secs / 60, secs % 60)
}
