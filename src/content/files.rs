//! What the files of a language are called, and the facts beside all languages.

/// The facts, above the language folders.
pub(super) const FACTS: &str = "facts.ron";
pub(super) const START: &str = "start.ron";
pub(super) const SECTIONS: &str = "sections.ron";
pub(super) const POSITIONS: &str = "positions.ron";
pub(super) const WARM_UPS: &str = "warm_ups.ron";
pub(super) const QUESTIONS: &str = "questions.ron";
pub(super) const TIPS: &str = "tips.ron";
pub(super) const WARNING: &str = "warning.ron";
pub(super) const SIGNS: &str = "signs.ron";
pub(super) const HELPS: &str = "helps.ron";
pub(super) const SOURCES: &str = "sources.ron";
pub(super) const NOTES: &str = "notes.ron";
