//! Everything from the first question before a session to its end, in the whole window.
//!
//! It decides which screen stands. Warm-up and position, the pages before the session, are here too. Invariant: while a
//! session runs, Stop is there (see [`super::session_frame`]).

use eframe::egui::accesskit::Live;

use crate::{
    app::{Choice, Msg, SessionStage, WarmUpMsg, WarmUpWay},
    content::fill,
    drawing::Token,
    session::{Event, Phase, Position, Session, Side},
    settings::BodySide,
    ui::{
        View,
        layout::{
            Node,
            parts::{self, card},
        },
        pane::Pane,
        screens::{
            finish, floor, gate, player, position, practice_round,
            session_frame::{self, SessionFrame, flow, is_low, leave},
            stop, suits, warm_up,
        },
        widgets::{button::Weight, icon::Icon},
    },
};

/// The screen for where the session stands.
pub fn show(pane: &mut Pane<'_, '_>) {
    match &pane.view.model.session {
        None => {}
        Some(SessionStage::Gates(gates)) => gate::show(pane, gates),
        Some(SessionStage::Refused(refusal)) => gate::refused(pane, *refusal),
        Some(SessionStage::EasyOnly(_, why)) => gate::easy_only(pane, *why),
        Some(SessionStage::Movement(movement)) => gate::movement(pane, movement),
        Some(SessionStage::WarmUp(_)) => warm_up(pane),
        Some(SessionStage::Position(_)) if pane.view.model.asks_in_session() => which_suits(pane),
        Some(SessionStage::Position(_)) => before(pane, position_way_on(pane.view), None, position_page),
        Some(SessionStage::Running(session)) => running(pane, session),
    }
}

fn running<'a>(pane: &mut Pane<'_, 'a>, session: &'a Session) {
    if let Some(form) = pane.view.model.floor_form() {
        return floor::show(pane.ui, pane.view, session, form, pane.out);
    }
    match session.phase() {
        Phase::EaseOff => stop::ease_off(pane, session),
        Phase::WhatHappened => stop::what_happened(pane, session),
        Phase::SignsAgain => gate::list(pane, gate::Asked::Again(session)),
        Phase::Advice(advice) => stop::advice(pane, advice, Msg::Session(Event::Done)),
        Phase::NotToday => stop::not_today(pane, session),
        Phase::Finish if session.is_practice() => practice_round::done(pane, session),
        Phase::Finish => finish::show(pane, session),
        Phase::Closed => {}
        _ => player::show(pane, session),
    }
}

/// Warm-up and position: a page that scrolls under the header, and the way on, which does not. In a low window that has
/// Stop at its foot the way on stands under the title and scrolls: both together would leave no room to read.
fn before<'a>(pane: &mut Pane<'_, 'a>, way_on: Node<'a>, foot: Option<Node<'a>>, page: fn(&mut Pane<'_, 'a>, Option<Node<'a>>)) {
    let view = pane.view;
    let scrolls = foot.is_some() && is_low(pane.ui, view);
    let (stays, mut scrolls) = if scrolls { (None, Some(way_on)) } else { (Some(way_on), None) };
    let frame = SessionFrame {
        title: &view.model.book.words.player.before,
        acts: vec![leave(view)],
        way_on: stays,
        foot,
        is_column: true,
        ..SessionFrame::default()
    };
    frame.show(pane, |pane| flow(pane, ("before", view.model.session_key()), |pane| page(pane, scrolls.take())));
}

/// The warm-up has something to stop: people move in it, and may be hurt by it.
fn warm_up<'a>(pane: &mut Pane<'_, 'a>) {
    let view = pane.view;
    let runs = view.model.warm_up.running(view.model.now).is_some();
    let hint = &view.model.book.gates.movement.stop_hint;
    let stop = session_frame::stop(view, hint, Msg::WarmUp(WarmUpMsg::Stop), runs);
    before(pane, warm_up_way_on(view), Some(stop), warm_up_page);
}

/// "Which position suits me?", in the place of the choice.
fn which_suits(pane: &mut Pane<'_, '_>) {
    let view = pane.view;
    let title = view.model.book.words.player.before.as_str();
    let frame = SessionFrame { title, acts: vec![leave(view)], is_column: true, ..SessionFrame::default() };
    frame.show(pane, |pane| flow(pane, ("suits", view.model.session_key()), suits::show));
}

fn warm_up_page<'a>(pane: &mut Pane<'_, 'a>, way_on: Option<Node<'a>>) {
    let words = &pane.view.model.book.words;
    pane.title(&words.player.moving);
    way_on.into_iter().for_each(|node| pane.put(node));
    pane.lead(&words.warm_up.hint);
    passed_over(pane);
    warm_up::total(pane);
    warm_up::cards(pane);
}

/// What was passed over on the way here, and why.
fn passed_over(pane: &mut Pane<'_, '_>) {
    let (model, words) = (pane.view.model, &pane.view.model.book.cues.warm_up);
    let told = [(model.answers_held, &words.answers_hold), (model.warm_already, &words.counts_still)];
    for (_, words) in told.into_iter().filter(|(is_so, _)| *is_so) {
        pane.hint(words);
    }
}

fn warm_up_way_on(view: View<'_>) -> Node<'_> {
    let (metrics, words, cues) = (view.metrics(), &view.model.book.words.warm_up, &view.model.book.cues.warm_up);
    let name = |card| view.model.warm_up_text(card).map_or("", |text| text.name.as_str());
    let way = view.model.warm_up_way_on();
    let label = match way {
        Some(WarmUpWay::Start(card)) => fill(&words.start_first, &[("name", name(card))]),
        Some(WarmUpWay::InPlace(_)) => cues.in_place.clone(),
        Some(WarmUpWay::Position(position)) => {
            let name = view.model.position_text(position).map_or("", |text| text.name.as_str());
            fill(&words.to_position, &[("name", name)])
        }
        Some(WarmUpWay::Positions) => words.to_positions.clone(),
        None => words.go_on.clone(),
    };
    let go_on = view.button(Weight::Primary, label).height(metrics.button_large).trailing(Icon::ChevronRight);
    let button = match way {
        Some(way) => view.press(go_on.cap(Icon::ArrowRight), way.message()),
        None => parts::press_if(view.kit, false, go_on, Msg::WarmedUp),
    };
    let minutes = (view.model.warm_up.plan().enough().as_secs() / 60).to_string();
    let enough = view.model.warm_up.is_enough(view.model.now);
    let line = if enough { cues.enough.clone() } else { fill(&words.opens, &[("n", &minutes)]) };
    self::way_on(view, button, enough, Some(line))
}

/// The way on, and a line beside it, or under it where there is little room.
fn way_on<'a>(view: View<'a>, button: Node<'a>, is_open: bool, line: Option<String>) -> Node<'a> {
    let metrics = view.metrics();
    let line = line.map(|line| {
        // That it is open is told; that it is not yet, is no news.
        let live = if is_open { Live::Polite } else { Live::Off };
        let told = parts::live(view.kit, metrics.body, Token::Ink2, line, live);
        told.grow().least_width(metrics.tile_least)
    });
    Node::wrap([button].into_iter().chain(line)).gap(metrics.gap_4).gap_across(metrics.gap_20)
}

fn position_page<'a>(pane: &mut Pane<'_, 'a>, way_on: Option<Node<'a>>) {
    let words = &pane.view.model.book.words.player;
    pane.title(&words.position_title);
    way_on.into_iter().for_each(|node| pane.put(node));
    pane.lead(&words.position_lead);
    passed_over(pane);
    gate::left_out(pane);
    position::offer(pane);
    position::cards(pane);
    if matches!(pane.view.model.shown_position, Position::Side | Position::AllFours) {
        sore_side(pane);
    }
    position::details(pane);
    floor::choice(pane);
    if pane.view.model.history.log.first_pressed().is_none() {
        pane.gap(pane.metrics().gap_16);
        pane.put(practice_round::card(pane.view));
    }
}

/// "Which side is sore?", and what follows from it for the position that shows.
fn sore_side(pane: &mut Pane<'_, '_>) {
    let (view, metrics) = (pane.view, pane.metrics());
    let words = &view.model.book.cues.sides;
    let sides = [Some(BodySide::Left), Some(BodySide::Right), None];
    let current = sides.iter().position(|&side| side == view.model.settings.sore_side).unwrap_or(sides.len() - 1);
    let setup = view.model.setup(view.model.shown_position);
    let note = match (setup.position, setup.sore_side) {
        (Position::Side, side) => view.model.book.cues.side_up(side),
        (_, Some(Side::Left)) => &words.four_left,
        _ => &words.four_right,
    };
    let labels = [&words.left, &words.right, &words.both].map(String::clone).to_vec();
    let picks = sides.map(|side| Msg::Set(Choice::SoreSide(side))).to_vec();
    let choice = view.choices(&words.question, labels, current, picks);
    let asked = Node::wrap([view.strong(words.question.as_str()), choice.grow().least_width(metrics.tile_least - metrics.gap_8)]);
    let said = parts::live(view.kit, metrics.body, Token::Ink2, note, Live::Polite);
    let inside = Node::column([asked.gap(metrics.gap_8).gap_across(metrics.gap_20), said]);
    pane.put(card(view.kit, false, inside.gap(metrics.gap_8).pad(metrics.gap_16)));
}

fn position_way_on(view: View<'_>) -> Node<'_> {
    let words = &view.model.book.words.player;
    let shown = view.model.shown_position;
    let name = view.model.position_text(shown).map_or("", |text| text.name.as_str());
    let label = fill(&words.choose, &[("name", name)]);
    let choose = view.button(Weight::Primary, label).height(view.metrics().button_large).trailing(Icon::ChevronRight);
    let offered = view.model.plan_offers(shown);
    let line = (!offered).then(|| view.model.book.plan.group.not_offered.clone());
    way_on(view, parts::press_if(view.kit, offered, choose, Msg::ChoosePosition(shown)), offered, line)
}
