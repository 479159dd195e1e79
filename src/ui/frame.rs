//! The frame around every page: sidebar or top bar, the page, and a message at the foot.
//!
//! It decides by width alone (screens.md section 3, Layout); the width is in points at the chosen text size, so
//! large text on a small screen gets the narrow frame. Invariant: a session has the whole window.

use eframe::egui::{Align, CentralPanel, Frame, Id, Layout, Modal, Panel, ScrollArea, Ui, accesskit::Live};

use crate::{
    app::Msg,
    drawing::Token,
    ui::{
        Messages, View, hearing, screens, sidebar,
        widgets::{button, frames, icon::Icon, text},
    },
};

/// How much room the window gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// Sidebar and page.
    Wide,
    /// Top bar and page.
    Bar,
    /// Top bar and a page of one column.
    Column,
}

impl Room {
    /// The room that a width in points gives.
    pub fn of(view: View<'_>, width: f32) -> Self {
        let metrics = &view.kit.theme.metrics;
        match width {
            width if width >= metrics.wide_from => Self::Wide,
            width if width >= metrics.bar_from => Self::Bar,
            _ => Self::Column,
        }
    }
}

/// Shows the whole window and returns what was done in it.
pub fn show(ui: &mut Ui, view: View<'_>) -> Messages {
    let mut out = Messages::new();
    crate::ui::keys::read(ui, view, &mut out);
    let room = Room::of(view, ui.available_width());
    let ground = Frame::new().fill(view.kit.theme.color(Token::Bg));
    notice(ui, view, &mut out);
    hearing::show(ui, view, &mut out);
    if view.model.page_is_new || view.model.focus_search {
        out.push(Msg::Shown);
    }
    if view.model.route.has_whole_window() {
        CentralPanel::no_frame().frame(ground).show(ui, |ui| screens::whole(ui, view, room, &mut out));
        return out;
    }
    match room {
        Room::Wide => {
            let pad = view.kit.theme.metrics.sidebar_pad;
            Panel::left("sidebar")
                .exact_size(view.kit.theme.metrics.sidebar)
                .resizable(false)
                .show_separator_line(false)
                .frame(Frame::new().fill(view.kit.theme.color(Token::Sidebar)).inner_margin(frames::margin(pad)))
                .show(ui, |ui| sidebar::show(ui, view, &mut out));
        }
        Room::Bar | Room::Column => {
            sidebar::top_bar(ui, view, room, &mut out);
            if view.model.menu_open {
                menu(ui, view, &mut out);
            }
        }
    }
    CentralPanel::no_frame().frame(ground).show(ui, |ui| page(ui, view, room, &mut out));
    out
}

/// The page: as wide as reads well, and it scrolls from its top each time one is opened.
fn page(ui: &mut Ui, view: View<'_>, room: Room, out: &mut Messages) {
    if screens::filling(ui, view, room, out) {
        return;
    }
    let metrics = &view.kit.theme.metrics;
    let pad = if room == Room::Wide { metrics.main_pad } else { metrics.narrow_pad };
    let area = ScrollArea::vertical().id_salt(("page", view.model.route.key())).auto_shrink([false, false]);
    area.show(ui, |ui| {
        crate::ui::keys::scroll(ui);
        let width = (ui.available_width() - 2.0 * pad).min(metrics.reading_width + metrics.gap_48);
        ui.horizontal_top(|ui| {
            ui.add_space(pad);
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.add_space(if room == Room::Wide { metrics.gap_24 } else { metrics.gap_16 });
                screens::page(ui, view, room, out);
                ui.add_space(metrics.gap_36);
            });
        });
    });
}

/// The sidebar as a sheet over the page, where there is no room for it beside.
fn menu(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let theme = view.kit.theme;
    let metrics = &theme.metrics;
    let height = ui.ctx().content_rect().height() - 2.0 * metrics.gap_48;
    let frame = Frame::new()
        .fill(theme.color(Token::Sidebar))
        .inner_margin(frames::margin(metrics.sidebar_pad))
        .corner_radius(crate::ui::theme::radius(metrics.radius_card));
    let modal = Modal::new(Id::unique("menu")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(metrics.sidebar - 2.0 * metrics.sidebar_pad);
        ui.set_height(height);
        sidebar::show(ui, view, out);
    });
    if modal.should_close() {
        out.push(Msg::OpenMenu(false));
    }
}

/// A message at the foot: what happened, and a way to put it away.
fn notice(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let Some(notice) = view.model.notices.first() else { return };
    if view.model.running().is_some() {
        return; // Nothing comes between a person and Stop.
    }
    let theme = view.kit.theme;
    let metrics = &theme.metrics;
    let frame = Frame::new().fill(theme.color(Token::NoteSoft)).inner_margin(frames::margin(metrics.gap_16));
    Panel::bottom("notice").resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let name = &view.model.book.words.notice.close;
            if button::icon_button(ui, view.kit, Icon::Close, name, button::Weight::Quiet, metrics.button_small).clicked() {
                out.push(Msg::DismissNotice);
            }
            ui.add_space(metrics.gap_8);
            ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                frames::icon_here(ui, view.kit, Icon::Info, Token::NoteInk);
                ui.add_space(metrics.gap_12);
                let response = text::show(ui, theme, metrics.body, Token::Ink, notice);
                text::announce(ui, &response, Live::Polite);
            });
        });
    });
}
