//! From one page to another, back again, and what is left behind on the way.
//!
//! Invariant: only Stop and the ends of a session lead out of one.

use super::{notice, trail::Stood};
use crate::{
    app::{Choosing, Model, PositionTab, Route, Way},
    content::Target,
    session::Position,
};

/// Opens a page.
pub(super) fn go(model: &mut Model, route: Route) {
    if model.is_inside_session() && route != Route::Session {
        return;
    }
    if model.route == route {
        model.trail.looks_up = false;
    } else {
        let here = Stood::of(model);
        model.trail.leave(here);
    }
    open(model, route);
}

/// Opens a page to look something up there: the way back shows, and Esc takes it.
pub(super) fn look_up(model: &mut Model, route: Route) {
    if model.is_inside_session() {
        return;
    }
    let before = model.trail.before();
    if model.route == route {
        // Another place of the same page: back leads to where one was in it.
        let here = Stood::of(model);
        model.trail.leave(here);
    }
    go(model, route);
    model.page_is_new = true;
    model.trail.looks_up = model.trail.before().is_some() || before.is_some();
}

/// Opens the page that a text names.
pub(super) fn follow(model: &mut Model, target: Target) {
    let route = match target {
        Target::Section(index) => Route::Section(index),
        Target::Position(_) => match model.section_index("find-your-position") {
            Some(index) => Route::Section(index),
            None => return,
        },
        Target::Page(page) => page.into(),
    };
    look_up(model, route);
    if let Target::Position(index) = target
        && let Some(&position) = Position::ALL.get(index)
    {
        (model.shown_position, model.position_tab) = (position, PositionTab::SetUp);
    }
}

/// Back to where one was, or forward again after that.
pub(super) fn step(model: &mut Model, way: Way) {
    if model.route.has_whole_window() || model.is_inside_session() {
        return;
    }
    let here = Stood::of(model);
    let Some(there) = model.trail.step(way, here) else { return };
    open(model, there.route());
    model.page_is_new = true;
    there.restore(model);
}

fn open(model: &mut Model, route: Route) {
    if let Some(run) = &mut model.practice {
        run.timer.pause(model.now);
    }
    (model.menu_open, model.playing, model.sought) = (false, None, None);
    (model.finding.focus, model.suits_in_session) = (false, false);
    model.history.page.open = None;
    model.shows_keys = false;
    model.page_is_new = model.route != route;
    if model.page_is_new {
        notice::leave_page(model);
    }
    model.route = route;
    leave_page(model);
}

/// No session today: the start page says why.
pub(super) fn closed(model: &mut Model) {
    model.session = None;
    go(model, Route::Start);
    // Also where one is there already: the reason is read out.
    model.page_is_new = true;
}

/// Leaves the page a plan is looked at on, or the question, when another page opens.
fn leave_page(model: &mut Model) {
    model.choosing = Choosing::default();
    if model.route != Route::Plan {
        model.plan.preview = None;
    }
}
