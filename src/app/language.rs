//! In which language the window speaks, and how that changes while it is open.
//!
//! Not the reading of texts: the shell does that beside the window. Invariant: nobody is spoken to in another language in
//! the middle of a session; a change that was asked for meanwhile comes when it is over.

use crate::{
    app::{Effect, Model},
    content::{Language, Wishes},
};

/// What is known of languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Languages {
    /// Those that there are; none where nobody told.
    pub there: Vec<Language>,
    /// What was asked for on the command line, until the person chooses on the page.
    pub asked: Option<String>,
    /// What the system prefers.
    pub system: Vec<String>,
    /// The one whose texts are being read, or could not be.
    pub(super) reading: Option<String>,
}

impl Languages {
    /// As they are known when the window opens.
    pub fn new(there: Vec<Language>, asked: Option<String>, system: Vec<String>) -> Self {
        Self { there, asked, system, reading: None }
    }
}

impl Model {
    /// The language that the person gets, by what they and their system wish for.
    pub fn language_wanted(&self) -> String {
        let Languages { there, asked, system, .. } = &self.languages;
        let wishes = Wishes { asked: asked.clone(), chosen: self.settings.language.clone(), system: system.clone() };
        wishes.best(there)
    }

    /// Whether another language has been chosen and comes when the session is over.
    pub fn language_waits(&self) -> bool {
        self.session.is_some() && !self.languages.there.is_empty() && self.language_wanted() != self.book.guide.language
    }
}

/// The person has chosen: what stood on the command line has had its say.
pub(super) fn choose(model: &mut Model, language: Option<String>) {
    model.settings.language = language;
    model.languages.asked = None;
}

/// Has the texts of another language read, once, when it is wanted and nothing is in the way.
pub(super) fn follow(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.settings_pending || model.session.is_some() || model.languages.there.is_empty() {
        return;
    }
    let wanted = model.language_wanted();
    if wanted == model.book.guide.language {
        model.languages.reading = None;
    } else if model.languages.reading.as_ref() != Some(&wanted) {
        model.languages.reading = Some(wanted.clone());
        effects.push(Effect::ReadBook(wanted));
    }
}

/// Whether a book that was read may be shown now: one in another language not in a session, nor when it is not wanted any
/// more. It is then asked for again in its time.
pub(super) fn may_change_to(model: &mut Model, language: &str) -> bool {
    let is_other = model.book.guide.language != language;
    let may = !is_other || model.session.is_none() && model.languages.reading.is_some();
    if !may {
        model.languages.reading = None;
    }
    may
}
