//! Settings: saved as they are made. One file a group; each shows its own card.
//!
//! Not what a choice does: every row only says what was chosen, and `app` keeps it.

mod data;
mod figures;
mod limit;
mod pace;
mod plan;
mod position;
mod reading;
mod region;
mod reminders;
mod session;
mod sound;

use eframe::egui::{Align, Area, Frame, Id, Layout, Order, Ui, UiBuilder, accesskit::Live, pos2, vec2};

use crate::{
    app::{Msg, SettingsMsg},
    drawing::Token,
    ui::{
        Messages, View,
        pane::WidthClass,
        screens,
        theme::radius,
        widgets::{ask, frames, icon::Icon, segmented, text},
    },
};

/// One group of the page.
type Group = fn(&mut Ui, View<'_>, WidthClass, &mut Messages);

/// The groups, from the top.
const GROUPS: [Group; 10] = [
    position::show,
    limit::show,
    sound::show,
    reading::show,
    pace::show,
    session::show,
    region::show,
    figures::show,
    plan::show,
    data::show,
];

/// The page.
pub fn show(ui: &mut Ui, view: View<'_>, room: WidthClass, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.settings);
    screens::title(ui, view, &words.title);
    if view.model.settings_read_only {
        frames::note(ui, view.kit, Icon::Info, "", &words.read_only);
        ui.add_space(metrics.gap_16);
    } else {
        screens::lead(ui, view, &words.lead);
    }
    for (index, group) in GROUPS.into_iter().enumerate() {
        if index > 0 {
            ui.add_space(metrics.gap_16);
        }
        frames::card(ui, theme, false, metrics.gap_20, |ui| group(ui, view, room, out));
    }
    if view.model.shows_saved() {
        saved(ui, view);
    }
    if view.model.choosing.asks_reset {
        let question =
            ask::Question { title: &words.reset_title, detail: &words.reset_detail, yes: &words.reset_yes, no: &words.reset_no };
        if let Some(yes) = ask::show(ui, view.kit, "put settings back", question) {
            out.push(Msg::Settings(if yes { SettingsMsg::Reset } else { SettingsMsg::CancelReset }));
        }
    }
    plan::ask_back(ui, view, out);
}

/// "Saved", quietly, in the corner of what is in view: whoever changes the last row sees it too.
fn saved(ui: &Ui, view: View<'_>) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.settings);
    let corner = ui.clip_rect().right_bottom() - vec2(metrics.gap_24, metrics.gap_24);
    let place = Area::new(Id::unique("saved")).order(Order::Middle).pivot(eframe::egui::Align2::RIGHT_BOTTOM).fixed_pos(corner);
    place.interactable(false).show(ui.ctx(), |ui| {
        let frame = Frame::new()
            .fill(theme.color(Token::Surface))
            .stroke(theme.line(metrics.control_border, Token::Primary))
            .corner_radius(radius(metrics.gap_20))
            .shadow(theme.card_shadow())
            .inner_margin(frames::margin(metrics.gap_8));
        frame.show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.add_space(metrics.gap_8);
                frames::icon_here(ui, view.kit, Icon::Tick, Token::PrimaryInk);
                ui.add_space(metrics.gap_8);
                let response = text::show(ui, theme, metrics.nav_on, Token::PrimaryInk, &words.saved);
                text::announce(ui, &response, Live::Polite);
                ui.add_space(metrics.gap_8);
            });
        });
    });
}

/// A group's heading and the room under it.
pub(super) fn heading(ui: &mut Ui, view: View<'_>, words: &str) {
    let metrics = &view.kit.theme.metrics;
    text::heading(ui, view.kit.theme, metrics.h3, 2, words);
    ui.add_space(metrics.gap_12);
}

/// What a row says: its name, a line under it, and how wide its control is.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub title: &'a str,
    pub detail: &'a str,
    pub wide: f32,
}

/// Words on the left, the choice on the right; one under the other where it is narrow.
pub(super) fn row(ui: &mut Ui, view: View<'_>, row: Row<'_>, choice: impl FnOnce(&mut Ui, f32)) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let Row { title, detail, wide } = row;
    let words = |ui: &mut Ui| {
        text::show(ui, theme, metrics.strong, Token::Ink, title);
        if !detail.is_empty() {
            text::show(ui, theme, metrics.meta, Token::Ink2, detail);
        }
    };
    let whole = ui.available_width();
    let left = whole - wide - metrics.gap_24;
    if left < metrics.row_words {
        ui.vertical(words);
        ui.add_space(metrics.gap_8);
        let size = vec2(whole, metrics.segmented);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| choice(ui, whole));
        return;
    }
    let title_height = text::wrapped(ui, theme, metrics.strong, Token::Ink, title, left).size().y;
    let detail_height =
        if detail.is_empty() { 0.0 } else { text::wrapped(ui, theme, metrics.meta, Token::Ink2, detail, left).size().y };
    let high = metrics.segmented.max(title_height + detail_height);
    let (rect, _) = ui.allocate_exact_size(vec2(whole, high), eframe::egui::Sense::hover());
    let top = rect.center().y - (title_height + detail_height) / 2.0;
    let at = eframe::egui::Rect::from_min_size(pos2(rect.left(), top), vec2(left, title_height + detail_height));
    frames::placed(ui, at, words);
    let at = eframe::egui::Rect::from_min_max(pos2(rect.right() - wide, rect.top()), rect.max);
    let layout = Layout::right_to_left(Align::Center);
    choice(&mut ui.new_child(UiBuilder::new().max_rect(at).layout(layout)), wide);
}

/// A row with a few choices side by side. Returns the one that was picked.
pub(super) fn choices(ui: &mut Ui, view: View<'_>, title: &str, detail: &str, labels: &[&str], current: usize) -> Option<usize> {
    let wide = segmented::natural_width(ui, view.kit, labels);
    let mut picked = None;
    row(ui, view, Row { title, detail, wide }, |ui, width| {
        picked = segmented::show(ui, view.kit, title, labels, current, width.min(wide));
    });
    picked
}
