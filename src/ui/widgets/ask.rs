//! One question over the page, with a safe answer that has the keyboard.
//!
//! Not for anything in a session: nothing comes between a person and Stop. Invariant: Esc, a click beside it and the
//! answer that is focused first all leave everything as it is.

use eframe::egui::{Ui, accesskit::Live, vec2};

use crate::{
    drawing::Token,
    ui::widgets::{
        Kit,
        button::{Button, Weight},
        over, text,
    },
};

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The question.
    pub title: &'a str,
    /// What the answer does.
    pub detail: &'a str,
    /// The answer that does it.
    pub yes: &'a str,
    /// The answer that does not.
    pub no: &'a str,
}

/// Asks, and returns what was answered.
pub fn show(ui: &Ui, kit: Kit<'_>, name: &str, question: Question<'_>) -> Option<bool> {
    let (theme, metrics) = (kit.theme, &kit.theme.metrics);
    let mut answer = None;
    let closes = over::show(ui, kit, name, metrics.over, |ui, opens| {
        let title = text::heading(ui, theme, metrics.h2, 1, question.title);
        // A question that opens is read out at once, with its sentence.
        ui.ctx().accesskit_node_builder(title.id, |node| {
            node.set_description(question.detail);
            node.set_live(Live::Assertive);
        });
        ui.add_space(metrics.gap_8);
        text::show(ui, theme, metrics.body, Token::Ink2, question.detail);
        ui.add_space(metrics.gap_24);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(metrics.gap_12, metrics.gap_12);
            let no = Button::new(kit, Weight::Secondary, question.no).show(ui, kit);
            over::first(&no, opens);
            if no.clicked() {
                answer = Some(false);
            }
            if Button::new(kit, Weight::Danger, question.yes).show(ui, kit).clicked() {
                answer = Some(true);
            }
        });
    });
    answer.or(closes.then_some(false))
}
