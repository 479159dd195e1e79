//! The one question before something is deleted. Cancel has the keyboard.

use eframe::egui::{Ui, vec2};

use crate::{
    app::{HistoryMsg, Msg, Scope},
    content::fill,
    drawing::Token,
    history::Name,
    ui::{
        Messages, View,
        widgets::{
            button::{Button, Weight},
            over, text,
        },
    },
};

/// "Delete this entry?"
pub(super) fn delete(ui: &mut Ui, view: View<'_>, name: Name, out: &mut Messages) {
    let words = &view.model.book.history.delete;
    let Some(entry) = view.model.history.log.get(name) else { return };
    let line = fill(&words.one, &[("what", &view.model.entry_line(entry).whole())]);
    ask(ui, view, &words.one_title, &line, HistoryMsg::Delete(name), out);
}

/// "Delete your history?", "Delete everything?"
pub(super) fn delete_all(ui: &mut Ui, view: View<'_>, scope: Scope, out: &mut Messages) {
    let words = &view.model.book.history.delete;
    let (title, line) = match scope {
        Scope::History => (&words.history_title, &words.history),
        Scope::Everything => (&words.all_title, &words.all),
    };
    ask(ui, view, title, line, HistoryMsg::DeleteAll(scope), out);
}

fn ask(ui: &mut Ui, view: View<'_>, title: &str, line: &str, yes: HistoryMsg, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.history.delete);
    let closes = over::show(ui, view.kit, "delete", metrics.over, |ui, opens| {
        text::heading(ui, theme, metrics.h2, 2, title);
        ui.add_space(metrics.gap_8);
        text::show(ui, theme, metrics.body, Token::Ink, line);
        text::show(ui, theme, metrics.body, Token::Ink2, &words.limit_stays);
        ui.add_space(metrics.gap_20);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(metrics.gap_12, metrics.gap_8);
            let cancel = Button::new(view.kit, Weight::Primary, &words.cancel).height(metrics.button_small).show(ui, view.kit);
            over::first(&cancel, opens);
            if cancel.clicked() {
                out.push(Msg::History(HistoryMsg::Cancel));
            }
            if Button::new(view.kit, Weight::Secondary, &words.delete).height(metrics.button_small).show(ui, view.kit).clicked() {
                out.push(Msg::History(yes));
            }
        });
    });
    if closes {
        out.push(Msg::History(HistoryMsg::Cancel));
    }
}
