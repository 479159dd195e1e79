//! A plan that was read and found good.
//!
//! Not a reading of a file: see `read.rs`. Invariant: every number lies in its range, there is at least one position,
//! and the preferred one is among them.

use super::part::{Numbers, Part};
use crate::session::Position;

/// A clinician's plan, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnPlan {
    pub(super) title: String,
    pub(super) author: String,
    pub(super) notes: String,
    pub(super) positions: Vec<Position>,
    pub(super) preferred: Option<Position>,
    /// In the order of [`Part::ALL`].
    pub(super) numbers: [Option<u32>; Part::ALL.len()],
}

impl OwnPlan {
    /// What it is called; never empty.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Who wrote it; empty if that is not said.
    pub fn author(&self) -> &str {
        &self.author
    }

    /// What else its author says; may be empty.
    pub fn notes(&self) -> &str {
        &self.notes
    }

    /// The positions it offers, in the guide's order.
    pub fn positions(&self) -> &[Position] {
        &self.positions
    }

    /// The position it prefers.
    pub fn preferred(&self) -> Option<Position> {
        self.preferred
    }

    /// Whether it offers this position.
    pub fn offers(&self, position: Position) -> bool {
        self.positions.contains(&position)
    }

    /// Its number, if it sets this one.
    pub fn number(&self, part: Part) -> Option<u32> {
        self.numbers.get(part.index()).copied().flatten()
    }

    /// The guide with this plan's numbers laid over its own.
    ///
    /// A number that does not fit any more stays out: a guide whose content was changed may have other neighbours.
    #[must_use]
    pub fn over(&self, guide: Numbers) -> Numbers {
        Part::ALL.into_iter().fold(guide, |guide, part| match self.number(part) {
            Some(value) => part.laid_over(guide, value).unwrap_or(guide),
            None => guide,
        })
    }

    /// The guide's own numbers as a plan, for someone who wants to begin from there.
    pub fn of_guide(guide: &Numbers, title: &str) -> Self {
        Self {
            title: title.to_owned(),
            author: String::new(),
            notes: String::new(),
            positions: Position::ALL.to_vec(),
            preferred: None,
            numbers: Part::ALL.map(|part| Some(part.of(guide))),
        }
    }
}
