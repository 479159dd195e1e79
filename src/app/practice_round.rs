//! A practice round: into it from the guide or on the way to a session, and back to where it was begun.
//!
//! Invariant: nothing here is written down, counts toward the limit, or uses up what was answered before a session.

use super::{flow, navigate::go};
use crate::{
    app::{Effect, Model, Route, SessionStage},
    session::{Position, Session},
};

/// "Begin a practice round." All it needs is that the person knows what the program is.
pub(super) fn begin(model: &mut Model, effects: &mut Vec<Effect>) {
    match &model.session {
        Some(SessionStage::Running(session)) if session.is_practice() => {}
        Some(SessionStage::WarmUp(_) | SessionStage::Position(_)) => {
            flow::leave(model, effects);
            model.practised_from = Route::Session;
        }
        Some(_) => return,
        None => model.practised_from = model.route,
    }
    if !model.gate_memory().consent_given {
        return go(model, Route::Welcome);
    }
    let (session, cues) = Session::practise(model.plan(), model.setup(Position::Back), model.now);
    model.floor.on = false;
    model.session = Some(SessionStage::Running(Box::new(session)));
    go(model, Route::Session);
    model.page_is_new = true;
    flow::speak(model, cues, effects);
}
