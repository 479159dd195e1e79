//! The summary sheet of this book: words, figures and numbers brought together for the layout.

use crate::{
    app::{Book, SheetRequest},
    session::Position,
    sheet::{Document, RoundNumbers, SheetError, summary_sheet},
};

/// Lays the sheet out.
///
/// # Errors
/// When the words do not fit the paper, which the tests keep from happening to shipped words.
pub fn sheet_document(book: &Book, request: &SheetRequest) -> Result<Document, SheetError> {
    let figures = |scene: &str| book.figures.still(scene).map(|still| still.drawing);
    let preferred = request.preferred.and_then(|wanted| Position::ALL.iter().position(|&position| position == wanted));
    let plan = book.protocol.session.numbers();
    let numbers = RoundNumbers {
        ramp_secs: plan.ramp_secs,
        hold_secs: plan.hold_secs,
        release_secs: plan.release_secs,
        breaths: plan.breaths,
        rounds: plan.rounds,
    };
    summary_sheet(&book.sheet, &figures, preferred, numbers, request.date, &request.options)
}
