//! One file a screen. Each is a function of the view and returns what was done in it.

mod answers;
mod blocks;
mod finish;
mod floor;
pub(crate) mod gate;
pub(crate) mod history;
mod plan;
mod player;
mod position;
mod practice;
mod questions;
mod section;
mod session;
mod session_frame;
mod settings;
mod sheet;
mod start;
mod stop;
mod tips;
mod warm_up;
mod warning;
mod welcome;

use eframe::egui::Ui;

use crate::{
    app::Route,
    ui::{
        Messages, View,
        keys::panes::{self, WindowHalf},
        pane::{Pane, WidthClass},
        widgets::text,
    },
};

/// A page inside the frame.
pub fn page(pane: &mut Pane<'_, '_>) {
    let (view, class) = (pane.view, pane.class);
    match view.model.route {
        Route::Start => start::show(pane),
        Route::Section(index) => section::show(pane, index),
        Route::Questions => questions::show(pane),
        Route::Tips => tips::show(pane),
        Route::Warning => warning::show(pane),
        Route::History => history::show(pane.ui, view, class, pane.out),
        Route::Sheet => sheet::show(pane.ui, view, pane.out),
        Route::Settings => settings::show(pane.ui, view, class, pane.out),
        Route::Plan => plan::show(pane.ui, view, class, pane.out),
        Route::Welcome | Route::Session => {}
    }
    if view.model.route != Route::History {
        history::open_question(pane.ui, view, pane.out);
    }
}

/// A page that fills the whole room beside the sidebar and scrolls by itself; `false` when this page is none.
pub fn filling(ui: &mut Ui, view: View<'_>, room: WidthClass, out: &mut Messages) -> bool {
    let fills = view.model.route == Route::Sheet && room >= WidthClass::Wide;
    if fills {
        sheet::beside(ui, view, out);
    }
    fills
}

/// A page that has the window to itself.
pub fn whole(ui: &mut Ui, view: View<'_>, room: WidthClass, out: &mut Messages) {
    match view.model.route {
        Route::Welcome => welcome::show(&mut Pane { ui, view, class: room, out }, welcome::Answers::AtTheStart),
        Route::Session => session::show(&mut Pane { ui, view, class: room, out }),
        _ => {}
    }
}

/// A page's title: a heading of the first level, which takes the keyboard when the page opens.
pub(crate) fn title(ui: &mut Ui, view: View<'_>, words: &str) {
    let theme = view.kit.theme;
    let response = text::title(ui, theme, theme.metrics.h1, words);
    if view.model.page_is_new {
        response.request_focus();
    }
    panes::offer(ui, WindowHalf::Page, &response);
    ui.add_space(theme.metrics.gap_8);
}

/// The line under a title.
pub(crate) fn lead(ui: &mut Ui, view: View<'_>, words: &str) {
    let theme = view.kit.theme;
    text::show(ui, theme, theme.metrics.lead, crate::drawing::Token::Ink2, words);
    ui.add_space(theme.metrics.gap_16);
}
