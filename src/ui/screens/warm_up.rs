//! Warm up: six cards, one timer at a time, against five minutes in all.
//!
//! The same cards stand on the guide's page and at the beginning of a session.

use eframe::egui::{Align, Color32, Layout, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::{
    app::{Msg, WarmUpMsg},
    content::{WarmUpText, fill},
    drawing::Token,
    session::{CardState, Side, WarmUp},
    ui::{
        Messages, View,
        frame::Room,
        metrics::{TextRole, Weight as FontWeight},
        screens::gate,
        widgets::{
            bullets,
            button::{self, Button, Weight},
            frames,
            icon::Icon,
            progress, ring,
            stage::Stage,
            text,
        },
    },
};

/// Total, cards, and how to do each one.
pub fn show(ui: &mut Ui, view: View<'_>, room: Room, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.warm_up);
    total(ui, view, room, out);
    ui.add_space(metrics.gap_16);
    cards(ui, view, room, out);
    text::show(ui, theme, metrics.meta, Token::Ink2, &words.hint);
    ui.add_space(metrics.gap_24);
    text::heading(ui, theme, metrics.h2, 2, &words.steps_title);
    ui.add_space(metrics.gap_12);
    for text in &view.model.book.guide.warm_ups {
        text::heading(ui, theme, metrics.h3, 3, &text.name);
        ui.add_space(metrics.gap_8);
        bullets::steps(ui, view.kit, text.steps.iter().map(|step| step.text.as_str()));
        ui.add_space(metrics.gap_8);
    }
}

/// Time so far against what is enough, and "I already walked".
pub fn total(ui: &mut Ui, view: View<'_>, room: Room, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.warm_up);
    let timers = &view.model.warm_up;
    let (spent, enough) = (timers.total(view.model.now), timers.plan().enough());
    frames::card(ui, theme, false, metrics.gap_16, |ui| {
        let walked = timers.has_walked();
        let label = if walked { &words.walked } else { &words.already_walked };
        let mut already = Button::new(view.kit, Weight::Secondary, label).height(metrics.button_small).selected(walked);
        if walked {
            already = already.icon(Icon::Tick);
        }
        let left = |ui: &mut Ui| {
            ui.horizontal(|ui| {
                text::show(ui, theme, metrics.strong, Token::Ink, &words.total);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let of = fill(&words.of_least, &[("time", &clock(enough))]);
                    let line = format!("**{}** {of}", clock(spent));
                    text::show(ui, theme, metrics.nav, Token::Ink2, &line);
                });
            });
            ui.add_space(metrics.gap_8);
            let share = spent.as_secs_f32() / enough.as_secs_f32().max(1.0);
            progress::bar(ui, view.kit, ui.available_width(), metrics.gap_12, share, &words.bar);
        };
        let mut clicked = false;
        if room == Room::Column {
            left(ui);
            ui.add_space(metrics.gap_12);
            clicked |= already.show(ui, view.kit).clicked();
        } else {
            let row = vec2(ui.available_width(), metrics.button_small);
            ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
                clicked |= already.show(ui, view.kit).clicked();
                ui.add_space(metrics.gap_20);
                let width = ui.available_width();
                ui.allocate_ui_with_layout(vec2(width, row.y), Layout::top_down(Align::Min), left);
            });
        }
        if clicked {
            out.push(Msg::WarmUp(WarmUpMsg::AlreadyWalked(!walked)));
        }
    });
}

/// Six cards, three in a row; two where it is narrow.
pub fn cards(ui: &mut Ui, view: View<'_>, room: Room, out: &mut Messages) {
    let metrics = &view.kit.theme.metrics;
    let columns = if room == Room::Column { 2 } else { 3 };
    let gap = metrics.gap_16;
    let width = (ui.available_width() - gap * (columns as f32 - 1.0)) / columns as f32;
    gate::left_out(ui, view, out);
    let offered = WarmUp::ALL.into_iter().filter(|&warm_up| view.model.offers_warm_up(warm_up));
    for row in offered.collect::<Vec<_>>().chunks(columns) {
        ui.horizontal_top(|ui| {
            for (column, &warm_up) in row.iter().enumerate() {
                if column > 0 {
                    ui.add_space(gap);
                }
                card(ui, view, warm_up, width, out);
            }
        });
        ui.add_space(gap);
    }
}

fn card(ui: &mut Ui, view: View<'_>, warm_up: WarmUp, width: f32, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.warm_up);
    let Some(text) = view.model.warm_up_text(warm_up) else { return };
    let (timers, now) = (&view.model.warm_up, view.model.now);
    let state = timers.state(warm_up, now);
    let active = matches!(state, CardState::Running | CardState::Paused);
    let (rect, _) = ui.allocate_exact_size(vec2(width, metrics.warm_up_card_height), Sense::hover());
    let corner = crate::ui::theme::radius(metrics.radius_card);
    let shadow = if active { theme.selected_shadow() } else { theme.card_shadow() };
    ui.painter().add(shadow.as_shape(rect, corner));
    let stroke =
        if active { theme.line(metrics.selected_border, Token::Primary) } else { theme.line(metrics.border, Token::Line) };
    ui.painter().rect(rect, corner, theme.color(Token::Surface), stroke, eframe::egui::StrokeKind::Inside);
    let pad = metrics.gap_8 + 1.0;
    let thumb = Rect::from_min_size(rect.min + vec2(pad, pad), vec2(width - 2.0 * pad, metrics.warm_up_thumb));
    frames::placed(ui, thumb, |ui| {
        let shown =
            if active { view.shown_for(&text.figure.scene, timers.spent(warm_up, now)) } else { view.shown(&text.figure.scene) };
        // Who faces right shows their right side, and both stretches are drawn for the near one: the left side is the
        // picture turned round.
        let turned = timers.beat(warm_up, now).is_some_and(|beat| beat.side == Some(Side::Left));
        let shown = if turned { shown.mirrored() } else { shown };
        let description = &text.figure.description;
        let stage = Stage {
            scene: &text.figure.scene,
            shown: &shown,
            description,
            labels: &[],
            above: metrics.gap_12,
            below: metrics.gap_12,
            corner: metrics.radius_thumb,
            across: 0.5,
        };
        stage.show(ui, view.kit, thumb);
    });
    let row = Rect::from_min_max(pos2(rect.left() + metrics.gap_16, thumb.bottom()), rect.max - vec2(metrics.gap_12, 0.0));
    let mut left = row.left();
    if active {
        let side = metrics.small_ring;
        let circle = Rect::from_center_size(pos2(left + side / 2.0, row.center().y), vec2(side, side));
        let gone = timers.fraction(warm_up, now) as f32;
        ring::paint(ui, view.kit, circle, metrics.small_ring_stroke, 1.0 - gone, Token::Ring);
        button::centred_text(ui, view.kit, circle, metrics.nav_on, Token::Ink, &numeral(view, warm_up));
        left += side + metrics.gap_12;
    }
    let room = row.right() - metrics.round_button - metrics.gap_8 - left;
    let line = under_line(view, warm_up, text, state);
    let title = text::wrapped(ui, theme, TextRole { line: metrics.nav.line, ..metrics.strong }, Token::Ink, &text.name, room);
    let (token, weight) =
        if state == CardState::Done { (Token::PrimaryInk, FontWeight::Semibold) } else { (Token::Ink2, FontWeight::Regular) };
    let detail = text::wrapped(ui, theme, TextRole { weight, line: metrics.small.line, ..metrics.meta }, token, &line, room);
    let words_rect = Rect::from_min_size(pos2(left, row.top()), vec2(room, row.height()));
    let label = ui.interact(words_rect, ui.scope_id().with(("warm-up", warm_up.id())), Sense::hover());
    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{}. {line}", text.name)));
    let top = row.center().y - (title.size().y + detail.size().y) / 2.0;
    let below = top + title.size().y;
    ui.painter().galley(pos2(left, top), title, Color32::PLACEHOLDER);
    ui.painter().galley(pos2(left, below), detail, Color32::PLACEHOLDER);
    let side = metrics.round_button;
    let circle = Rect::from_center_size(pos2(row.right() - side / 2.0, row.center().y), vec2(side, side));
    let (icon, pattern, message) = match state {
        CardState::Running => (Icon::Pause, &words.running_name, WarmUpMsg::Pause(warm_up)),
        CardState::Paused => (Icon::Play, &words.paused_name, WarmUpMsg::Start(warm_up)),
        CardState::Done => (Icon::Tick, &words.done_name, WarmUpMsg::Start(warm_up)),
        CardState::Ready | CardState::Skipped => (Icon::Play, &words.ready_name, WarmUpMsg::Start(warm_up)),
    };
    let name = fill(pattern, &[("name", &text.name)]);
    if button::round_button(ui, view.kit, circle, icon, &name, state == CardState::Running).clicked() {
        out.push(Msg::WarmUp(message));
    }
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
