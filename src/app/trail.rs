//! The way back: the pages a person came from, each as it stood.
//!
//! Not the walking of it (`navigate.rs`), and not how a page is scrolled: the view tells that. Invariant: what a session
//! shows is never on it, so that no way back leads into one or out of one.

use std::collections::BTreeSet;

use crate::{
    app::{Model, PositionTab, Route},
    session::Position,
    sheet::Kind,
};

/// So many pages are remembered in each direction; nobody goes back further by single steps.
const MOST: usize = 50;

/// A page as it stood.
#[derive(Debug, Clone, PartialEq)]
pub struct Stood {
    route: Route,
    scroll: f32,
    position: Position,
    tab: PositionTab,
    open_evidence: BTreeSet<String>,
    open_questions: BTreeSet<usize>,
    sheet: Kind,
}

/// The two directions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To where one was.
    Back,
    /// To where one went back from.
    Forward,
}

/// Where a person came from, and where they went back from.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Trail {
    back: Vec<Stood>,
    forward: Vec<Stood>,
    /// How far the page that shows is scrolled, as the view told last.
    pub scroll: f32,
    /// The page that shows is to be scrolled to here, because it is shown again.
    pub returns: Option<f32>,
    /// The page that shows was opened to look something up: a way back shows at its top, and Esc takes it.
    pub looks_up: bool,
}

impl Trail {
    /// The page that Back leads to.
    pub fn before(&self) -> Option<Route> {
        self.back.last().map(|stood| stood.route)
    }

    /// Remembers the page that is left for another; the way forward is another one from here.
    pub(super) fn leave(&mut self, here: Option<Stood>) {
        if let Some(here) = here {
            push(&mut self.back, here);
            self.forward.clear();
        }
        (self.scroll, self.returns, self.looks_up) = (0.0, None, false);
    }

    /// Takes the next page of a direction, and remembers this one in the other.
    pub(super) fn step(&mut self, way: Way, here: Option<Stood>) -> Option<Stood> {
        let (from, to) = match way {
            Way::Back => (&mut self.back, &mut self.forward),
            Way::Forward => (&mut self.forward, &mut self.back),
        };
        let there = from.pop()?;
        if let Some(here) = here {
            push(to, here);
        }
        (self.scroll, self.returns, self.looks_up) = (there.scroll, Some(there.scroll), false);
        Some(there)
    }
}

impl Stood {
    /// The page that shows now; `None` where none can be come back to: a session's, and a plan that was looked at.
    pub(super) fn of(model: &Model) -> Option<Self> {
        let stays = !matches!(model.route, Route::Welcome | Route::Session | Route::Plan);
        stays.then(|| Self {
            route: model.route,
            scroll: model.trail.scroll,
            position: model.shown_position,
            tab: model.position_tab,
            open_evidence: model.open_evidence.clone(),
            open_questions: model.open_questions.clone(),
            sheet: model.sheet.kind,
        })
    }

    /// Which page.
    pub(super) fn route(&self) -> Route {
        self.route
    }

    /// Puts what it showed back in its place.
    pub(super) fn restore(self, model: &mut Model) {
        (model.shown_position, model.position_tab) = (self.position, self.tab);
        (model.open_evidence, model.open_questions) = (self.open_evidence, self.open_questions);
        model.sheet.kind = self.sheet;
    }
}

fn push(list: &mut Vec<Stood>, stood: Stood) {
    if list.len() >= MOST {
        list.remove(0);
    }
    list.push(stood);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(number: usize) -> Stood {
        Stood {
            route: Route::Section(number),
            scroll: number as f32,
            position: Position::Back,
            tab: PositionTab::SetUp,
            open_evidence: BTreeSet::new(),
            open_questions: BTreeSet::new(),
            sheet: Kind::default(),
        }
    }

    #[test]
    fn back_and_forward_are_one_way() {
        let mut trail = Trail::default();
        (0..3).for_each(|number| trail.leave(Some(page(number))));
        assert_eq!(trail.step(Way::Back, Some(page(3))).map(|stood| stood.route), Some(Route::Section(2)));
        assert_eq!(trail.returns, Some(2.0));
        assert_eq!(trail.step(Way::Back, Some(page(2))).map(|stood| stood.route), Some(Route::Section(1)));
        assert_eq!(trail.step(Way::Forward, Some(page(1))).map(|stood| stood.route), Some(Route::Section(2)));
        trail.leave(Some(page(2)));
        assert_eq!(trail.step(Way::Forward, None), None, "another way was taken");
        assert_eq!(trail.before(), Some(Route::Section(2)));
    }

    #[test]
    fn it_grows_no_longer_than_anyone_goes_back() {
        let mut trail = Trail::default();
        (0..500).for_each(|number| trail.leave(Some(page(number))));
        assert_eq!(trail.back.len(), MOST);
        assert_eq!(trail.before(), Some(Route::Section(499)));
        trail.leave(None);
        assert_eq!(trail.before(), Some(Route::Section(499)), "a page that can not be come back to is left out");
    }
}
