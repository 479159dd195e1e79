//! "Which position suits me?", asked on a page of its own or while a session's position is chosen.
//!
//! Not the rules ([`crate::app::Suits`]). Invariant: it asks only of positions that this person's answers and plan
//! leave, and keeps nothing but a preference that is asked for.

use super::{choosing, navigate::go};
use crate::{
    app::{Effect, Model, PositionTab, Route, SessionStage, Suits, SuitsMsg},
    session::Position,
};

pub(super) fn update(model: &mut Model, message: SuitsMsg, effects: &mut Vec<Effect>) {
    match message {
        SuitsMsg::Open => open(model),
        SuitsMsg::Answer(answer) => {
            model.suits.answer(answer);
            model.page_is_new = true;
        }
        SuitsMsg::Back => {
            model.suits.back();
            model.page_is_new = true;
        }
        SuitsMsg::Prefer(position) => {
            if model.settings.preferred_position != Some(position) {
                choosing::prefer(model, position, effects);
            }
            if model.asks_in_session() {
                show(model, position);
            }
        }
        SuitsMsg::Show(position) => show(model, position),
        SuitsMsg::Close => close(model),
    }
}

fn open(model: &mut Model) {
    let offered = Position::ALL.into_iter().filter(|&position| model.offers(position) && model.plan_offers(position));
    model.suits = Suits::new(offered.collect());
    if matches!(model.session, Some(SessionStage::Position(_))) && model.route == Route::Session {
        model.suits_in_session = true;
    } else {
        go(model, Route::Suits);
    }
    model.page_is_new = true;
}

/// Among all four, with this one showing.
fn show(model: &mut Model, position: Position) {
    close(model);
    (model.shown_position, model.position_tab) = (position, PositionTab::SetUp);
}

fn close(model: &mut Model) {
    if model.asks_in_session() {
        model.suits_in_session = false;
        model.page_is_new = true;
    } else if let Some(index) = model.section_index("find-your-position") {
        go(model, Route::Section(index));
    }
}

impl Model {
    /// Whether the questions stand in the place of the choice, in a session.
    pub fn asks_in_session(&self) -> bool {
        self.suits_in_session && self.route == Route::Session && matches!(self.session, Some(SessionStage::Position(_)))
    }
}
