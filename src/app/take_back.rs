//! Has something as it was before it was done, and says so.
//!
//! Not what is kept for that: see `undo.rs`. Invariant: everything taken back is written down again, in the way in
//! which it was written the first time.

use super::{choosing, history, notice::confirm, plan};
use crate::app::{Effect, Model, UndoMsg, Was};

pub(super) fn update(model: &mut Model, message: UndoMsg, effects: &mut Vec<Effect>) {
    let Some(undo) = model.undo.take() else { return };
    if message == UndoMsg::Keep {
        return;
    }
    let words = &model.book.words.undo;
    let (said, entries) = match undo.was {
        Was::Entry(entry) => (words.entry_back.clone(), vec![*entry]),
        Was::History(entries) => (words.history_back.clone(), entries),
        Was::Own(own) => {
            let said = words.own_back.clone();
            model.settings.own = own;
            choosing::keep(model, effects);
            return confirm(model, said);
        }
        Was::Plan(own) => {
            let said = words.plan_back.clone();
            plan::put_back(model, own.map(|own| *own), effects);
            return confirm(model, said);
        }
    };
    history::add(model, entries, effects);
    confirm(model, said);
}
