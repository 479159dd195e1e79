//! Taking back what was just done: an entry or the history deleted, what was typed for the page cleared, a plan taken.
//!
//! What it takes to do that; `take_back.rs` does it. Not a confirmation: that comes before the act. The act is done at
//! once, on the disk as well, so that what is called gone is gone whenever the program ends; what it took is kept here,
//! in memory only, and Undo writes it back. There is no clock on it (WCAG 2.2.1): it goes when the person puts the
//! message away, does the next such thing, or closes the window.
//!
//! Invariant: nothing is taken back that something newer stands in the place of, and undoing never opens pressing: the
//! day keeps what it knew.

use crate::{app::Model, history::Entry, plan::OwnPlan, sheet::Own};

/// What was done last, as far as it can be taken back.
#[derive(Debug, Clone, PartialEq)]
pub struct Undo {
    /// What it takes to have it as it was.
    pub was: Was,
    /// It is done: only then is it said, with the way back.
    pub is_done: bool,
}

/// How it was before.
#[derive(Debug, Clone, PartialEq)]
pub enum Was {
    /// One entry of the history.
    Entry(Box<Entry>),
    /// All of the history.
    History(Vec<Entry>),
    /// What the person had typed for the page.
    Own(Own),
    /// The plan in use before another was taken; `None` is the guide's own numbers.
    Plan(Option<Box<OwnPlan>>),
}

/// What is done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UndoMsg {
    /// Have it as it was.
    Undo,
    /// Leave it as it is now, for good.
    Keep,
}

/// Keeps what was just taken, in the place of what was before.
pub(super) fn remember(model: &mut Model, was: Was, is_done: bool) {
    model.undo = Some(Undo { was, is_done });
}

/// Forgets it, where something newer stands in its place.
pub(super) fn forget(model: &mut Model, stale: impl FnOnce(&Was) -> bool) {
    model.undo = model.undo.take().filter(|undo| !stale(&undo.was));
}

impl Model {
    /// What was just done, in words, where it can be taken back here.
    pub fn undoable(&self) -> Option<&str> {
        let undo = self.undo.as_ref().filter(|undo| undo.is_done && !self.route.has_whole_window())?;
        let words = &self.book.words.undo;
        Some(match undo.was {
            Was::Entry(_) => &words.entry,
            Was::History(_) => &words.history,
            Was::Own(_) => &words.own,
            Was::Plan(_) => &words.plan,
        })
    }
}
