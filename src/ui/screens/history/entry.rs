//! One entry close up: its facts, the person's own note after a stop, and the way to delete it.
//!
//! Invariant: nothing is noted unless it is picked here, and "No note" is always one of the choices.

use eframe::egui::{Ui, vec2};

use crate::{
    app::{HistoryMsg, Msg},
    content::fill,
    drawing::Token,
    history::{Ending, Entry, Name, Noted},
    ui::{
        Messages, View,
        widgets::{
            button::{Button, Weight},
            frames, over, radio, text,
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
        if radio::row(ui, view.kit, label, choice == noted, metrics.gap_36).clicked() && choice != noted {
            out.push(Msg::History(HistoryMsg::Note(name, choice)));
        }
    }
}
