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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::{civil::date, tz::Offset};

    use super::*;
    use crate::{
        app::{Book, Choice, Msg, Reread, Route, SettingsRead, update},
        content::{embedded, languages},
        moment::{Moment, Now, Stamp},
        source::Files,
    };

    const NOW: Now = Now::new(Moment::START, Stamp::new(date(2026, 3, 4).at(9, 0, 0, 0), Offset::UTC));

    /// A second language that has one text of its own.
    fn files() -> Files {
        let mut files = embedded();
        files.insert("xx/language.ron", "(name: \"Xish\")");
        files.insert("xx/start.ron", "(title: \"Xtart\")");
        files
    }

    fn book(language: &str) -> Msg {
        Msg::BookRead(Reread(Arc::new(Book::read(&files(), language).0.expect("a book"))))
    }

    fn model() -> Model {
        let mut model = Model::new(Arc::new(Book::read(&files(), "en").0.expect("a book")), NOW);
        model.languages = Languages::new(languages(&files()), None, vec!["xx_YY".to_owned(), "en".to_owned()]);
        model.settings.language = Some("en".to_owned());
        model
    }

    fn asked(effects: &[Effect]) -> Option<&str> {
        effects.iter().find_map(|effect| match effect {
            Effect::ReadBook(language) => Some(language.as_str()),
            _ => None,
        })
    }

    #[test]
    fn another_language_is_read_once_and_the_page_stays() {
        let mut model = model();
        update(&mut model, Msg::Go(Route::Section(3)), NOW);
        update(&mut model, Msg::Find(crate::app::FindMsg::Type("xtart".to_owned())), NOW);
        assert!(model.finding.found.is_empty());
        let effects = update(&mut model, Msg::Set(Choice::Language(Some("xx".to_owned()))), NOW);
        assert_eq!(asked(&effects), Some("xx"));
        assert!(effects.iter().any(|effect| matches!(effect, Effect::SaveSettings(_))));
        assert_eq!(asked(&update(&mut model, Msg::Tick, NOW)), None, "it is on its way");
        update(&mut model, book("xx"), NOW);
        assert_eq!((model.book.guide.language.as_str(), model.route), ("xx", Route::Section(3)));
        assert_eq!(model.book.guide.start.title, "Xtart");
        assert_eq!(model.book.words.settings.title, "Settings", "what it lacks is in English");
        assert!(!model.finding.found.is_empty(), "what is looked for is found in the new one");
        let effects = update(&mut model, Msg::Set(Choice::Language(None)), NOW);
        assert_eq!(asked(&effects), None, "the system wishes for the same");
    }

    #[test]
    fn nobody_is_spoken_to_in_another_language_in_a_session() {
        let mut model = model();
        update(&mut model, Msg::Set(Choice::Language(Some("xx".to_owned()))), NOW);
        update(&mut model, Msg::Begin, NOW);
        assert!(model.session.is_some());
        update(&mut model, book("xx"), NOW);
        assert_eq!((model.book.guide.language.as_str(), model.language_waits()), ("en", true));
        assert_eq!(asked(&update(&mut model, Msg::Tick, NOW)), None);
        let effects = update(&mut model, Msg::LeaveSession, NOW);
        assert_eq!((model.session.is_none(), asked(&effects)), (true, Some("xx")), "when it is over it is asked for again");
    }

    #[test]
    fn a_language_that_can_not_be_read_is_asked_for_once() {
        let mut model = model();
        update(&mut model, Msg::Set(Choice::Language(Some("xx".to_owned()))), NOW);
        update(&mut model, book("en"), NOW);
        assert_eq!(asked(&update(&mut model, Msg::Tick, NOW)), None);
        // Thought better of: what still comes is not shown.
        update(&mut model, Msg::Set(Choice::Language(Some("en".to_owned()))), NOW);
        update(&mut model, book("xx"), NOW);
        assert_eq!(model.book.guide.language, "en");
    }

    #[test]
    fn the_command_line_holds_until_the_person_chooses() {
        let mut model = model();
        model.languages.asked = Some("xx".to_owned());
        assert_eq!(asked(&update(&mut model, Msg::SettingsRead(Box::<SettingsRead>::default()), NOW)), Some("xx"));
        update(&mut model, Msg::Set(Choice::Language(Some("en".to_owned()))), NOW);
        assert_eq!(model.language_wanted(), "en");
        assert_eq!(model.languages.asked, None);
    }
}
