//! Easy movement: the warm-up cards under a short header, "That is enough for today", and Stop where Stop always is.
//!
//! Invariant: nothing here presses, and Stop is there as long as someone moves.

use std::time::Duration;

use eframe::egui::{Rect, ScrollArea, Ui, accesskit::Live, pos2, vec2};

use crate::{
    app::{MovementMsg, Msg},
    content::fill,
    drawing::Token,
    session::{Happened, Movement, MovementEvent, MovementStep},
    ui::{
        Messages, View, keys,
        pane::{Pane, WidthClass},
        screens::{
            self,
            answers::answer_row,
            gate::list,
            session::{Header, foot, header, stop_bar_for},
            stop::{self, inset},
            warm_up,
        },
        widgets::{
            bullets,
            button::{Button, Weight},
            frames,
            icon::Icon,
            text,
        },
    },
};

/// The screen for where it stands.
pub fn show(ui: &mut Ui, view: View<'_>, room: WidthClass, movement: &Movement, out: &mut Messages) {
    match movement.step() {
        MovementStep::Moving => moving(ui, view, room, out),
        MovementStep::WhatHappened => what_happened(ui, view, room, out),
        MovementStep::SignsAgain => list::show(ui, view, room, list::Asked::AgainMoving(movement), out),
        MovementStep::Advice(advice) => stop::advice(ui, view, room, advice, event(MovementEvent::Done), out),
        MovementStep::Ending => ending(ui, view, room, out),
        MovementStep::Closed => {}
    }
}

fn event(event: MovementEvent) -> Msg {
    Msg::Movement(MovementMsg::Event(event))
}

fn moving(ui: &mut Ui, view: View<'_>, room: WidthClass, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.gates.movement);
    let time = fill(&words.time, &[("time", &warm_up::clock(moved(view)))]);
    let body = header(ui, view, &Header { title: &words.header, detail: &time, rounds: None }, |_| {});
    let (above, stop) = foot(view, room, body);
    stop_bar_for(ui, view, stop, &words.stop_hint, event(MovementEvent::Stop), out);
    let width = above.width().min(metrics.reading_width + metrics.gap_48);
    let left = above.center().x - width / 2.0;
    let row = metrics.button + metrics.gap_12;
    let page = Rect::from_min_max(above.min, pos2(above.right(), above.bottom() - row));
    frames::placed(ui, page, |ui| {
        ScrollArea::vertical().id_salt("movement").auto_shrink([false, false]).show(ui, |ui| {
            keys::scroll(ui);
            ui.horizontal_top(|ui| {
                ui.add_space(left - above.left());
                ui.vertical(|ui| {
                    ui.set_width(width);
                    screens::title(ui, view, &words.title);
                    screens::lead(ui, view, &words.lead);
                    warm_up::cards(&mut Pane { ui, view, class: room, out });
                });
            });
        });
    });
    let way_on = Rect::from_min_size(pos2(left, above.bottom() - metrics.button), vec2(width, metrics.button));
    frames::placed_row(ui, way_on, |ui| {
        let enough = Button::new(view.kit, Weight::Secondary, &words.enough).icon(Icon::Tick).height(metrics.button);
        if enough.show(ui, view.kit).clicked() {
            out.push(event(MovementEvent::Enough));
        }
    });
}

fn moved(view: View<'_>) -> Duration {
    view.model.warm_up.total(view.model.now)
}

fn ending(ui: &mut Ui, view: View<'_>, room: WidthClass, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.gates.movement);
    let body = header(ui, view, &Header { title: &words.header, detail: "", rounds: None }, |_| {});
    let line = words.moved(moved(view));
    inset(ui, view, room, body, "movement-ending", |ui| {
        screens::title(ui, view, &words.ending_title);
        let line = text::show(ui, theme, metrics.lead, Token::Ink2, &line);
        text::announce(ui, &line, Live::Polite);
        ui.add_space(metrics.gap_20);
        frames::card(ui, theme, false, metrics.gap_24, |ui| {
            bullets::list(ui, view.kit, [words.ending_rest.as_str(), &words.ending_signs]);
        });
        ui.add_space(metrics.gap_24);
        let done = Button::new(view.kit, Weight::Primary, &words.done).height(metrics.button_large);
        if done.show(ui, view.kit).clicked() {
            out.push(event(MovementEvent::Done));
        }
    });
}

/// Seven answers, as after a stop in a session with pressing.
fn what_happened(ui: &mut Ui, view: View<'_>, room: WidthClass, out: &mut Messages) {
    let (metrics, cues) = (&view.kit.theme.metrics, &view.model.book.cues);
    let body = header(ui, view, &Header { title: &cues.stop.after, detail: "", rounds: None }, |_| {});
    inset(ui, view, room, body, "movement-happened", |ui| {
        screens::title(ui, view, &cues.phases.what_happened.word);
        screens::lead(ui, view, &cues.phases.what_happened.cue);
        for (index, answer) in Happened::ALL.into_iter().enumerate() {
            let key = view.model.settings.answer_keys.then_some(index + 1);
            if answer_row(ui, view, cues.happened(answer), "", key, metrics.answer_row).clicked() {
                out.push(event(MovementEvent::Happened(answer)));
            }
            ui.add_space(metrics.gap_12);
        }
    });
}

/// The event that a key brings, if it belongs here; Esc is Stop, and where nothing moves any more it is the way out.
pub fn event_of_key(view: View<'_>, movement: &Movement, key: Key) -> Option<Msg> {
    let picked = match key {
        Key::Stop if movement.accepts(MovementEvent::Stop) => MovementEvent::Stop,
        Key::Stop => return None,
        Key::Answer(number) => {
            let index = number.checked_sub(1).filter(|_| view.model.settings.answer_keys)?;
            MovementEvent::Happened(*Happened::ALL.get(index)?)
        }
    };
    movement.accepts(picked).then(|| event(picked))
}

/// What a key means here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Esc.
    Stop,
    /// 1 to 6.
    Answer(usize),
}
