//! One entry close up: its facts, the person's own note after a stop, and the way to delete it.
//!
//! Invariant: nothing is noted unless it is picked here, and "No note" is always one of the choices.

use eframe::egui::{CursorIcon, Role, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::{
    app::{HistoryMsg, Msg},
    content::fill,
    drawing::Token,
    history::{Ending, Entry, Name, Noted},
    ui::{
        Messages, View,
        theme::radius,
        widgets::{
            button::{Button, Weight},
            focus, frames, over, text,
        },
    },
};

/// The card.
pub(super) fn show(ui: &mut Ui, view: View<'_>, name: Name, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.history);
    let Some(entry) = view.model.history.log.get(name) else { return };
    let line = view.model.entry_line(entry);
    let closes = over::show(ui, view.kit, "entry", metrics.over, |ui, opens| {
        text::heading(ui, theme, metrics.h2, 2, &format!("{}: {}", line.when, line.what));
        ui.add_space(metrics.gap_12);
        for (fact, value) in view.model.entry_facts(entry) {
            ui.horizontal_top(|ui| {
                let width = ui.available_width() * 0.4;
                ui.vertical(|ui| {
                    ui.set_width(width);
                    text::show(ui, theme, metrics.body, Token::Ink2, &fact);
                });
                ui.vertical(|ui| text::show(ui, theme, metrics.body, Token::Ink, &value));
            });
            ui.add_space(metrics.gap_4);
        }
        if let Some(day) = entry.locked_on() {
            let locked = fill(&words.entry.locked, &[("day", &words.dates.day(day))]);
            text::show(ui, theme, metrics.body, Token::Ink, &locked);
        }
        match entry {
            Entry::Session(session) if session.ending == Ending::Stopped => {
                ui.add_space(metrics.gap_16);
                notes(ui, view, name, session.noted, out);
            }
            Entry::Lock { .. } => drop(text::show(ui, theme, metrics.body, Token::Ink2, &words.entry.lock_detail)),
            _ => {}
        }
        ui.add_space(metrics.gap_20);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(metrics.gap_12, metrics.gap_8);
            let close =
                Button::new(view.kit, Weight::Primary, &words.entry.close).height(metrics.button_small).show(ui, view.kit);
            over::first(&close, opens);
            if close.clicked() {
                out.push(Msg::History(HistoryMsg::Cancel));
            }
            // What a newer program wrote is not changed by this one.
            if !view.model.history_read_only
                && Button::new(view.kit, Weight::Secondary, &words.entry.delete)
                    .height(metrics.button_small)
                    .show(ui, view.kit)
                    .clicked()
            {
                out.push(Msg::History(HistoryMsg::AskDelete(name)));
            }
        });
    });
    if closes {
        out.push(Msg::History(HistoryMsg::Cancel));
    }
}

/// What made one stop: only if the person likes.
fn notes(ui: &mut Ui, view: View<'_>, name: Name, noted: Option<Noted>, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.history.entry);
    if view.model.history_read_only {
        return;
    }
    frames::rule(ui, theme);
    ui.add_space(metrics.gap_12);
    text::heading(ui, theme, metrics.h3, 3, &words.noted);
    text::show(ui, theme, metrics.meta, Token::Ink2, &words.noted_detail);
    ui.add_space(metrics.gap_8);
    let all = std::iter::once((None, words.no_note.as_str()));
    let all = all.chain(Noted::ALL.map(|noted| (Some(noted), view.model.noted_words(noted))));
    for (choice, label) in all {
        if radio(ui, view, label, choice == noted) {
            out.push(Msg::History(HistoryMsg::Note(name, choice)));
        }
    }
}

fn radio(ui: &mut Ui, view: View<'_>, label: &str, chosen: bool) -> bool {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let side = metrics.gap_20;
    let room = ui.available_width() - side - metrics.gap_12;
    let galley = text::wrapped(ui, theme, metrics.body, Token::Ink, label, room);
    let height = (galley.size().y + metrics.gap_8).max(metrics.gap_36);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, label));
    if response.hovered() {
        ui.painter().rect(
            rect,
            radius(metrics.radius_row),
            theme.color(Token::Sunk),
            theme.line(0.0, Token::Line),
            StrokeKind::Inside,
        );
    }
    let middle = pos2(rect.left() + side / 2.0 + metrics.gap_4, rect.center().y);
    ui.painter().circle(middle, side / 2.0, theme.color(Token::Surface), theme.line(metrics.control_border, Token::Control));
    if chosen {
        ui.painter().circle_filled(middle, side / 2.0 - metrics.gap_4, theme.color(Token::Primary));
    }
    let at = pos2(middle.x + side / 2.0 + metrics.gap_12, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, eframe::egui::Color32::PLACEHOLDER);
    focus::ring(ui, theme, &response, rect, metrics.radius_row);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked() && !chosen
}
