//! From one page to another, and what is left behind on the way.
//!
//! Invariant: only Stop and the ends of a session lead out of one.

use crate::app::{Choosing, Model, Route, SessionStage};

/// Opens a page.
pub(super) fn go(model: &mut Model, route: Route) {
    let inside = matches!(model.session, Some(SessionStage::Running(_) | SessionStage::Movement(_)));
    if inside && route != Route::Session {
        return;
    }
    if let Some(run) = &mut model.practice {
        run.timer.pause(model.now);
    }
    (model.menu_open, model.focus_search, model.playing) = (false, false, None);
    model.history.page.open = None;
    model.page_is_new = model.route != route;
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
