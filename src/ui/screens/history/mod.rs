//! History: what was done by the day, how it felt after, and the entries of a month (screens.md 10).
//!
//! Counts and no claims: no streak, no trend, no praise. Invariant: nothing here is worked out from the whole history
//! in a frame; the log counts as entries come.

mod ask;
mod calendar;
mod chart;
mod entry;
mod files;
mod list;
mod transfer;

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::{
    app::{HistoryMsg, Msg, Open, Trouble},
    content::fill,
    drawing::Token,
    limit::Nudge,
    ui::{
        Messages, View,
        pane::WidthClass,
        screens,
        widgets::{
            button::{Button, Weight},
            frames,
            icon::Icon,
            text,
        },
    },
};

/// The page.
pub fn show(ui: &mut Ui, view: View<'_>, room: WidthClass, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.history);
    head(ui, view, room, out);
    let state = &view.model.history;
    for trouble in &state.trouble {
        trouble_note(ui, view, trouble, out);
        ui.add_space(metrics.gap_16);
    }
    if let Some(nudge) = view.model.nudge() {
        nudge_note(ui, view, nudge);
        ui.add_space(metrics.gap_16);
    }
    if state.log.is_empty() {
        let line = if state.pending { &words.reading.detail } else { &words.empty };
        frames::card(ui, theme, false, metrics.gap_28, |ui| text::show(ui, theme, metrics.lead, Token::Ink, line));
    } else {
        month(ui, view, room, out);
    }
    ui.add_space(metrics.gap_16);
    files::show(ui, view, room, out);
    match &state.page.open {
        None => {}
        Some(Open::Entry(name)) => entry::show(ui, view, *name, out),
        Some(Open::AskDelete(name)) => ask::delete(ui, view, *name, out),
        Some(Open::AskDeleteAll(scope)) => ask::delete_all(ui, view, *scope, out),
        Some(Open::Export) => transfer::export(ui, view, out),
        Some(Open::Reading) => transfer::reading(ui, view, out),
        Some(Open::Import(preview)) => transfer::import(ui, view, preview, out),
        Some(Open::Refused(why)) => transfer::refused(ui, view, *why, out),
    }
}

/// The question before everything is deleted, for any page that has a button for it.
pub fn open_question(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    if let Some(Open::AskDeleteAll(scope)) = view.model.history.page.open {
        ask::delete_all(ui, view, scope, out);
    }
}

/// Something to mind, in a note: it closes nothing.
pub fn nudge_note(ui: &mut Ui, view: View<'_>, nudge: Nudge) {
    let (lead, words) = nudge_words(view, nudge);
    frames::note(ui, view.kit, Icon::Info, &lead, words);
}

/// Its words.
pub fn nudge_words(view: View<'_>, nudge: Nudge) -> (String, &str) {
    let words = &view.model.book.history.nudge;
    let (lead, count) = match nudge {
        Nudge::Often { days } => (&words.often, days),
        Nudge::Long { weeks } => (&words.long, weeks),
    };
    (fill(lead, &[("n", &count.to_string())]), &words.rest)
}

/// Title and lead, with what can be done with the whole history beside them.
fn head(ui: &mut Ui, view: View<'_>, room: WidthClass, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.history);
    if room < WidthClass::Wide {
        screens::title(ui, view, &words.title);
        screens::lead(ui, view, &words.lead);
        if !view.model.history.log.is_empty() {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(metrics.gap_12, metrics.gap_12);
                buttons(ui, view, false, out);
            });
            ui.add_space(metrics.gap_16);
        }
        return;
    }
    let row = vec2(ui.available_width(), metrics.button_small);
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Min), |ui| {
        ui.vertical(|ui| screens::title(ui, view, &words.title));
        if !view.model.history.log.is_empty() {
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.x = metrics.gap_12;
                buttons(ui, view, true, out);
            });
        }
    });
    screens::lead(ui, view, &words.lead);
}

/// To print and to export; from the right end on, the last comes first.
fn buttons(ui: &mut Ui, view: View<'_>, from_the_right: bool, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.history);
    let mut all = [
        (Icon::Print, &words.print, Msg::History(HistoryMsg::ForVisit)),
        (Icon::Export, &words.export.button, Msg::History(HistoryMsg::AskExport)),
    ];
    if from_the_right {
        all.reverse();
    }
    for (icon, label, message) in all {
        let button = Button::new(view.kit, Weight::Secondary, label).height(metrics.button_small).icon(icon);
        if button.show(ui, view.kit).clicked() {
            out.push(message);
        }
    }
}

/// What is wrong with the file, and the way to it.
fn trouble_note(ui: &mut Ui, view: View<'_>, trouble: &Trouble, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.history.trouble);
    let (lead, rest) = match trouble {
        Trouble::Damaged(_) => (&words.lead, words.damaged.clone()),
        Trouble::Newer => (&words.newer_lead, words.newer.clone()),
        Trouble::Unread(why) => (&words.lead, fill(&words.unread, &[("why", why)])),
        Trouble::Shorter => (&words.shorter_lead, words.shorter_rest.clone()),
    };
    frames::note(ui, view.kit, Icon::Info, lead, &rest);
    ui.add_space(metrics.gap_8);
    if Button::new(view.kit, Weight::Secondary, &words.show).height(metrics.button_small).show(ui, view.kit).clicked() {
        out.push(Msg::History(HistoryMsg::ShowFile));
    }
}

/// Calendar and answers, side by side where there is room, and the entries under them.
fn month(ui: &mut Ui, view: View<'_>, room: WidthClass, out: &mut Messages) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let gap = metrics.gap_16;
    if room >= WidthClass::Wide {
        let whole = ui.available_width();
        let left = ((whole - gap) * metrics.calendar_share).floor();
        let height = calendar::height(view);
        ui.horizontal_top(|ui| {
            for (width, is_calendar) in [(left, true), (whole - gap - left, false)] {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    frames::card(ui, theme, false, metrics.gap_20, |ui| {
                        ui.set_min_height(height);
                        if is_calendar { calendar::show(ui, view, out) } else { chart::show(ui, view, Some(height), out) }
                    });
                });
                if is_calendar {
                    ui.add_space(gap);
                }
            }
        });
        ui.add_space(metrics.gap_12);
        calendar::legend(ui, view);
    } else {
        frames::card(ui, theme, false, metrics.gap_16, |ui| calendar::show(ui, view, out));
        ui.add_space(metrics.gap_12);
        calendar::legend(ui, view);
        ui.add_space(gap);
        frames::card(ui, theme, false, metrics.gap_20, |ui| chart::show(ui, view, None, out));
    }
    ui.add_space(metrics.gap_12);
    list::show(ui, view, room, out);
}
