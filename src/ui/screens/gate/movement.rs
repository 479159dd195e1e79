//! Easy movement: the warm-up cards under a short header, "That is enough for today", and Stop where Stop always is.
//!
//! Invariant: nothing here presses, and Stop is there as long as someone moves.

use std::time::Duration;

use eframe::egui::accesskit::Live;

use crate::{
    app::{MovementMsg, Msg},
    content::fill,
    drawing::Token,
    session::{Happened, Movement, MovementEvent, MovementStep, PhaseText},
    ui::{
        View,
        layout::{Node, parts, texts},
        pane::Pane,
        screens::{
            gate::list,
            session_frame::{SessionFrame, flow, stop as stop_node, tree},
            stop, warm_up,
        },
        widgets::{button::Weight, icon::Icon},
    },
};

/// The screen for where it stands.
pub fn show<'a>(pane: &mut Pane<'_, 'a>, movement: &'a Movement) {
    match movement.step() {
        MovementStep::Moving => moving(pane),
        MovementStep::WhatHappened => what_happened(pane),
        MovementStep::SignsAgain => list::show(pane, list::Asked::AgainMoving(movement)),
        MovementStep::Advice(advice) => stop::advice(pane, advice, event(MovementEvent::Done)),
        MovementStep::Ending => ending(pane),
        MovementStep::Closed => {}
    }
}

fn event(event: MovementEvent) -> Msg {
    Msg::Movement(MovementMsg::Event(event))
}

fn moving(pane: &mut Pane<'_, '_>) {
    let view = pane.view;
    let (metrics, words) = (view.metrics(), &view.model.book.gates.movement);
    let enough = view.button(Weight::Secondary, &words.enough).icon(Icon::Tick).height(metrics.button);
    let runs = view.model.warm_up.running(view.model.now).is_some();
    let frame = SessionFrame {
        title: &words.header,
        detail: fill(&words.time, &[("time", &warm_up::clock(moved(view)))]),
        way_on: Some(Node::wrap([view.press(enough, event(MovementEvent::Enough))])),
        foot: Some(stop_node(view, &words.stop_hint, event(MovementEvent::Stop), runs)),
        is_column: true,
        ..SessionFrame::default()
    };
    frame.show(pane, |pane| {
        flow(pane, "movement", |pane| {
            pane.title(&words.title);
            pane.lead(&words.lead);
            warm_up::cards(pane);
        });
    });
}

fn moved(view: View<'_>) -> Duration {
    view.model.warm_up.total(view.model.now)
}

fn ending(pane: &mut Pane<'_, '_>) {
    let view = pane.view;
    let (metrics, words) = (view.metrics(), &view.model.book.gates.movement);
    SessionFrame { title: &words.header, is_column: true, ..SessionFrame::default() }.show(pane, |pane| {
        let done = view.button(Weight::Primary, &words.done).height(metrics.button_large);
        let lines = parts::bullets(view, [words.ending_rest.as_str(), &words.ending_signs].into_iter());
        let page = vec![
            texts::title(view, words.ending_title.as_str()),
            parts::live(view.kit, metrics.lead, Token::Ink2, words.moved(moved(view)), Live::Polite),
            parts::card(view.kit, false, Node::column([lines]).pad(metrics.gap_20)),
            Node::wrap([view.press(done, event(MovementEvent::Done))]),
        ];
        tree(pane, "movement-ending", page);
    });
}

/// Six answers, as after a stop in a session with pressing.
fn what_happened(pane: &mut Pane<'_, '_>) {
    let words = &pane.view.model.book.cues.phases.what_happened;
    let words = PhaseText { word: &words.word, cue: &words.cue, spoken: &[] };
    let keys = pane.view.model.settings.answer_keys;
    stop::ask_what_happened(pane, words, keys, |it| event(MovementEvent::Happened(it)), None);
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
