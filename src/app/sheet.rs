//! The printed pages of this book: words, figures and what is known of the person brought together for the layout.
//!
//! Invariant: a page says what the program would do: the numbers are the ones a session runs with.

use jiff::civil::Date;

use crate::{
    app::SheetRequest,
    figure::Library,
    limit::DailyLimit,
    session::{PlanNumbers, Position},
    settings::Settings,
    sheet::{Document, Facts, Layouter, Own, RoundNumbers, SheetError, SheetWords, Weeks},
};

/// Lays a page out on a layouter: a new one, or the book's.
///
/// # Errors
/// When the words do not fit the paper, which the tests keep from happening to shipped words.
pub fn sheet_document(
    layouter: &Layouter,
    words: &SheetWords,
    figures: &Library,
    request: &SheetRequest,
) -> Result<Document, SheetError> {
    let figures = |scene: &str| figures.still(scene).map(|still| still.drawing);
    layouter.lay_out(words, &figures, &request.facts, &request.options)
}

/// What goes on paper about this person; `plan` is what their sessions run with.
pub fn sheet_facts(plan: PlanNumbers, settings: &Settings, own: Own, weeks: Weeks, date: Date) -> Facts {
    let one_hand = settings.preferred_position.is_some_and(Position::presses_with_one_hand);
    let numbers = RoundNumbers {
        hands_secs: if one_hand { plan.lead_in_one_hand_secs } else { plan.lead_in_secs },
        ramp_secs: plan.ramp_secs,
        hold_secs: plan.hold_secs,
        release_secs: plan.release_secs,
        breaths: plan.breaths,
        rounds: plan.rounds,
    };
    let a_day = match settings.daily_limit {
        DailyLimit::Once => 1,
        DailyLimit::Twice => 2,
    };
    let (preferred, region) = (settings.preferred_position.and_then(place), settings.region.clone());
    Facts { preferred, numbers, a_day, date, region, own, weeks }
}

/// The place of a position in the order of the words.
fn place(position: Position) -> Option<usize> {
    Position::ALL.iter().position(|&other| other == position)
}
