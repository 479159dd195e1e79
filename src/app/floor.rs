//! The floor view and the waking screen: when they are on, and what each phase looks like from the floor.
//!
//! Not how it is painted and not which key means what: those are the view's. Invariant: the floor view never
//! outlives its session, and what the window is asked for follows from the model after every message.

use super::{Effect, Model, SessionStage, save::save};
use crate::{
    session::{ANSWER_GUARD, Event, Phase, Session},
    settings::Turn,
};

/// What can be done with the floor view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FloorMsg {
    /// Into it; before a session, it opens with the session.
    Enter,
    /// Out of it.
    Leave,
    /// The picture a quarter further round.
    RotateQuarter,
    /// The picture turned this far.
    Turn(Turn),
    /// Whether the desktop keeps the screen on, as was asked.
    Awake(bool),
}

/// Where the floor view stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Floor {
    /// The person wants it.
    pub on: bool,
    /// The desktop would not keep the screen on.
    pub goes_dark: bool,
    /// There was a session, or what comes before it, after the last message.
    in_session: bool,
    /// The window was asked to fill the screen.
    fills: bool,
    /// The desktop was asked to keep the screen on.
    awake: bool,
}

/// What a phase is, seen from the floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FloorForm {
    /// On the way into the position, a step at a time.
    Steps,
    /// How strong is the ache? A number says it.
    Ache,
    /// Something moves: every key and click lets go, or is "not yet".
    Moving,
    /// It waits for "go on" or "Begin".
    Waiting,
    /// "Anything new, or worse than at the start?"
    CheckIn,
    /// "One more round?"
    NextRound,
    /// After Stop: letting go, then "I have let go".
    EaseOff,
    /// The lying is over: rest, get up, come to the screen. What follows a stop has to be read there.
    Rest,
    /// Up again: "How does your back feel now?", and Done.
    Feel,
}

impl FloorForm {
    /// The form of the phase that a session stands in.
    ///
    /// What is new to this list moves, or waits for "go on".
    pub fn of(session: &Session) -> Self {
        match session.phase() {
            Phase::GettingDown(_) => Self::Steps,
            Phase::Settle if session.ache().is_none() => Self::Ache,
            Phase::CheckIn => Self::CheckIn,
            Phase::NextRound => Self::NextRound,
            Phase::EaseOff => Self::EaseOff,
            Phase::Finish if !session.accepts(Event::GoOn) => Self::Feel,
            Phase::NotToday | Phase::WhatHappened | Phase::SignsAgain | Phase::Advice(_) | Phase::Finish | Phase::Closed => {
                Self::Rest
            }
            _ if session.accepts(Event::GoOn) => Self::Waiting,
            _ => Self::Moving,
        }
    }

    /// Whether keys may serve the view itself: not while something moves.
    pub fn serves(self, session: &Session) -> bool {
        match self {
            Self::Moving => false,
            Self::EaseOff => true,
            _ => !session.phase().moves(),
        }
    }

    /// Whether the lying is over, so that any key without a meaning leads back to the screen.
    pub fn is_for_the_screen(self) -> bool {
        matches!(self, Self::Rest | Self::Feel)
    }
}

impl Model {
    /// The form that the floor view has now; `None` while the usual screens show.
    pub fn floor_form(&self) -> Option<FloorForm> {
        self.running().filter(|session| self.floor.on && !session.is_practice()).map(FloorForm::of)
    }

    /// Whether the floor view can be opened now, or chosen for the session to come.
    pub fn may_open_floor(&self) -> bool {
        match &self.session {
            // A practice round is done where one sits: the floor view has no words for it.
            Some(SessionStage::Running(session)) if session.is_practice() => false,
            Some(SessionStage::Running(session)) => !matches!(FloorForm::of(session), FloorForm::Rest | FloorForm::Feel),
            Some(SessionStage::WarmUp(_) | SessionStage::Position(_)) => true,
            _ => false,
        }
    }
}

/// What a message does.
pub(super) fn update(model: &mut Model, msg: FloorMsg, effects: &mut Vec<Effect>) {
    match msg {
        FloorMsg::Enter => model.floor.on |= model.may_open_floor(),
        FloorMsg::Leave => leave(model),
        FloorMsg::RotateQuarter => turn(model, model.settings.floor_turn.next(), effects),
        FloorMsg::Turn(to) => turn(model, to, effects),
        FloorMsg::Awake(kept) => model.floor.goes_dark = !kept,
    }
}

/// Before a session: whether it will be seen from the floor follows from where the screen is, if the person has said.
pub(super) fn follow_the_screen(model: &mut Model) {
    if let (Some(far), Some(SessionStage::WarmUp(_) | SessionStage::Position(_))) = (model.settings.screen_is_far, &model.session)
    {
        model.floor.on = far;
    }
}

/// A key that is pressed in haste must not skip the page that has just come.
fn leave(model: &mut Model) {
    let too_early = model.running().is_some_and(|session| session.shown_for(model.now) < ANSWER_GUARD);
    if !too_early {
        model.floor.on = false;
        model.page_is_new = true;
    }
}

fn turn(model: &mut Model, to: Turn, effects: &mut Vec<Effect>) {
    if model.settings.floor_turn != to {
        model.settings.floor_turn = to;
        save(model, effects);
    }
}

/// Asks the window and the desktop for what the model wants now and did not want before.
pub(super) fn follow(model: &mut Model, effects: &mut Vec<Effect>) {
    let in_session = model.session.is_some();
    if model.floor.in_session && !in_session {
        model.floor.on = false;
    }
    model.floor.in_session = in_session;
    let fills = model.floor_form().is_some();
    if fills != model.floor.fills {
        model.floor.fills = fills;
        effects.push(Effect::FillScreen(fills));
    }
    let awake = matches!(model.session, Some(SessionStage::WarmUp(_) | SessionStage::Position(_) | SessionStage::Running(_)));
    if awake != model.floor.awake {
        model.floor.awake = awake;
        model.floor.goes_dark = false;
        effects.push(Effect::KeepAwake(awake));
    }
}
