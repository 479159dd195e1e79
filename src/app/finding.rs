//! Searching: what is typed, what was found, and the page that a hit opens.
//!
//! Not the index ([`crate::content::SearchIndex`]). Invariant: a page opens only by being asked for, never by what is
//! being typed.

use super::navigate::{go, look_up};
use crate::{
    app::{Model, Route},
    content::{PageHits, PageName, wanted},
    session::Position,
};

/// What is searched for, and what was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Finding {
    /// What is typed.
    pub words: String,
    /// What it finds, page by page.
    pub found: Vec<PageHits>,
    /// The keyboard goes to the field with the next frame.
    pub focus: bool,
}

/// What a page was opened for: it is scrolled to it, and it is marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    /// The sentence, as it stands on the page.
    pub text: String,
    /// The words in it, as they are compared.
    pub words: Vec<String>,
}

/// What is done about searching.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FindMsg {
    /// Open the search, with the keyboard in its field.
    Open,
    /// What is typed now.
    Type(String),
    /// Nothing is searched for any more, and the keyboard is in the field.
    Clear,
    /// Open a hit: its page's place in what was found, and its own.
    Hit(usize, usize),
    /// Open a page that something was found on.
    Page(usize),
}

pub(super) fn update(model: &mut Model, message: FindMsg) {
    match message {
        FindMsg::Open => {
            go(model, Route::Search);
            // The field takes the keyboard, and not the title.
            model.finding.focus = model.route == Route::Search;
            model.page_is_new &= !model.finding.focus;
        }
        FindMsg::Type(words) => {
            model.finding.found = model.book.search().find(&words);
            model.finding.words = words;
        }
        FindMsg::Clear => model.finding = Finding { focus: true, ..Finding::default() },
        FindMsg::Hit(page, hit) => open_hit(model, page, hit),
        FindMsg::Page(page) => {
            if let Some(route) = model.finding.found.get(page).and_then(|page| model.route_of(&page.page)) {
                look_up(model, route);
            }
        }
    }
}

fn open_hit(model: &mut Model, page: usize, hit: usize) {
    let Some(page) = model.finding.found.get(page) else { return };
    let (Some(hit), Some(route)) = (page.hits.get(hit).cloned(), model.route_of(&page.page)) else { return };
    look_up(model, route);
    model.open_questions.extend(hit.spot.question);
    model.open_evidence.extend(hit.spot.fold);
    if let Some((index, part)) = hit.spot.position
        && let Some(&position) = Position::ALL.get(index)
    {
        (model.shown_position, model.position_tab) = (position, part);
    }
    model.sought = Some(Sought { text: hit.text, words: wanted(&model.finding.words) });
}

impl Model {
    /// The page that a text of the guide is read on.
    pub fn route_of(&self, page: &str) -> Option<Route> {
        match PageName::read(page) {
            Some(page) => Some(page.into()),
            None => self.section_index(page).map(Route::Section),
        }
    }
}
