//! Every screen by name, and the way to it: the list that pictures, layout and keyboard go through.

use egui::Key;
use gentleback::app::{Msg, Route};
use gentleback::session::{CheckIn, CoreCue, Event, GateEvent, ListAnswer, NextRound, Phase, Position};

use super::app::Desk;
use super::stopping::bring;

/// A screen's name, and how to get there from the guide's first page.
pub type Screen = (&'static str, fn(&mut Desk));

/// The guide's pages.
pub const GUIDE: [Screen; 10] = [
    ("start", |desk| desk.send(Msg::Go(Route::Start))),
    ("position", |desk| desk.send(Msg::Go(Route::Section(2)))),
    ("warm-up", |desk| desk.send(Msg::Go(Route::Section(1)))),
    ("section", |desk| {
        desk.send(Msg::Go(Route::Section(0)));
        let fold = desk.names(egui::accesskit::Role::DisclosureTriangle)[0].clone();
        desk.click_role(egui::accesskit::Role::DisclosureTriangle, &fold);
    }),
    ("press", |desk| desk.send(Msg::Go(Route::Section(4)))),
    ("questions", |desk| {
        desk.send(Msg::Go(Route::Questions));
        desk.send(Msg::ToggleQuestion(1));
    }),
    ("tips", |desk| desk.send(Msg::Go(Route::Tips))),
    ("warning", |desk| desk.send(Msg::Go(Route::Warning))),
    ("settings", |desk| desk.send(Msg::Go(Route::Settings))),
    ("sheet", |desk| desk.send(Msg::Go(Route::Sheet))),
];

/// Before a session, and after a stop: no Stop bar, and nothing to stop.
pub const AROUND: [Screen; 8] = [
    ("emergency-list", |desk| desk.send(Msg::Begin)),
    ("emergency-card", |desk| {
        desk.send(Msg::Begin);
        desk.wait(1.0);
        desk.send(Msg::Gate(GateEvent::Signs(ListAnswer::OneOrMore)));
    }),
    ("warm-up-stage", |desk| {
        desk.send(Msg::Begin);
        desk.send(Msg::Gate(GateEvent::ListSeen));
        desk.wait(1.0);
        desk.send(Msg::Gate(GateEvent::Signs(ListAnswer::NoneOfThese)));
    }),
    ("ease-off", |desk| {
        bring(desk, Position::Back, Phase::Hold);
        desk.key(Key::Escape);
        desk.wait(1.0);
    }),
    ("what-happened", what_happened),
    ("signs-again", signs_again),
    ("advice", |desk| {
        signs_again(desk);
        desk.send(Msg::Session(Event::ListSeen));
        desk.wait(1.0);
        desk.send(Msg::Session(Event::Signs(ListAnswer::NoneOfThese)));
    }),
    ("finish", |desk| {
        bring(desk, Position::Back, Phase::NextRound);
        desk.wait(1.0);
        desk.send(Msg::Session(Event::NextRound(NextRound::Enough)));
    }),
];

/// The session itself: Stop is there.
pub const RUNNING: [Screen; 9] = [
    ("settle", |desk| bring(desk, Position::Back, Phase::Settle)),
    ("core", |desk| bring(desk, Position::Back, Phase::Core(CoreCue::PelvicFloor))),
    ("ready", |desk| bring(desk, Position::Back, Phase::Ready)),
    ("press-on", |desk| {
        bring(desk, Position::Back, Phase::PressOn);
        desk.wait(1.0);
    }),
    ("hold", |desk| {
        bring(desk, Position::Back, Phase::Hold);
        desk.wait(1.5);
    }),
    ("hold-wall", |desk| {
        bring(desk, Position::Wall, Phase::Hold);
        desk.wait(1.5);
    }),
    ("breathe", |desk| {
        bring(desk, Position::Back, Phase::Breathe);
        desk.wait(6.0);
    }),
    ("check-in", |desk| bring(desk, Position::Back, Phase::CheckIn)),
    ("next-round", |desk| bring(desk, Position::Back, Phase::NextRound)),
];

fn what_happened(desk: &mut Desk) {
    bring(desk, Position::Back, Phase::Hold);
    desk.key(Key::Escape);
    desk.wait(5.0);
    desk.send(Msg::Session(Event::HaveLetGo));
    assert_eq!(desk.phase(), Phase::WhatHappened);
}

fn signs_again(desk: &mut Desk) {
    bring(desk, Position::Back, Phase::CheckIn);
    desk.wait(1.0);
    desk.send(Msg::Session(Event::CheckIn(CheckIn::Sharp)));
    assert_eq!(desk.phase(), Phase::SignsAgain);
}
