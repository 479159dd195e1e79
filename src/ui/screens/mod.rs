//! One file a screen. Each is a function of the view and returns what was done in it.

mod about;
mod all_keys;
mod answers;
mod blocks;
mod finish;
mod floor;
pub(crate) mod gate;
pub(crate) mod history;
mod own_page;
mod plan;
mod player;
mod position;
mod practice;
mod practice_round;
mod questions;
mod search;
mod section;
mod session;
mod session_frame;
mod settings;
mod sheet;
mod start;
mod stop;
mod suits;
mod tips;
mod tools;
mod warm_up;
mod warning;
mod welcome;

use eframe::egui::Ui;

use crate::{
    app::Route,
    ui::{Messages, View, pane::Pane, width_class::WidthClass},
};

/// A page inside the frame.
pub fn page(pane: &mut Pane<'_, '_>) {
    let view = pane.view;
    match view.model.route {
        Route::Start => start::show(pane),
        Route::Section(index) => section::show(pane, index),
        Route::Questions => questions::show(pane),
        Route::Search => search::show(pane),
        Route::Suits => suits::show(pane),
        Route::Tips => tips::show(pane),
        Route::Helps => own_page::helps(pane),
        Route::Sources => own_page::sources(pane),
        Route::About => about::show(pane),
        Route::Warning => warning::show(pane),
        Route::History => history::show(pane),
        Route::Sheet => sheet::show(pane),
        Route::Settings => settings::show(pane),
        Route::Plan => plan::show(pane),
        Route::Welcome | Route::Session => {}
    }
    if view.model.route != Route::History {
        history::open_question(pane);
    }
}

/// What stands over any page.
pub fn over(pane: &mut Pane<'_, '_>) {
    if pane.view.model.shows_keys {
        all_keys::over(pane);
    }
}

/// A page that fills the whole room beside the sidebar and scrolls by itself; `false` when this page is none.
pub fn filling(ui: &mut Ui, view: View<'_>, class: WidthClass, out: &mut Messages) -> bool {
    // In a low window what is chosen and the page itself would leave each other no room.
    let is_high = ui.available_height() >= view.metrics().window_least.1;
    let fills = view.model.route == Route::Sheet && class >= WidthClass::Wide && is_high;
    if fills {
        sheet::beside(&mut Pane { ui, view, class, out });
    }
    fills
}

/// A page that has the window to itself.
pub fn whole(ui: &mut Ui, view: View<'_>, class: WidthClass, out: &mut Messages) {
    match view.model.route {
        Route::Welcome => welcome::show(&mut Pane { ui, view, class, out }, welcome::Answers::AtTheStart),
        Route::Session => session::show(&mut Pane { ui, view, class, out }),
        _ => {}
    }
}
