//! Questions of a session with their answers: anything new or worse, one more round. They wait for ever.
//!
//! Invariant: every answer has its words, its key and its place in the order of the screen; none is preset.

use eframe::egui::{Color32, CursorIcon, Rect, Response, Role, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::{
    app::Msg,
    drawing::Token,
    session::{CheckIn, Event, NextRound, Session},
    ui::{
        Messages, View,
        theme::radius,
        widgets::{button, focus, text},
    },
};

/// "Anything new, or worse than at the start?"
pub fn check_in(ui: &mut Ui, view: View<'_>, session: &Session, out: &mut Messages) {
    let (theme, metrics, cues) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues);
    for (index, answer) in CheckIn::ALL.into_iter().enumerate() {
        let first = index == 0;
        let height = if first { metrics.answer_row_first } else { metrics.answer_row };
        if answer_row(ui, view, cues.check_in(answer), "", key(session, index), height).clicked() {
            out.push(Msg::Session(Event::CheckIn(answer)));
        }
        ui.add_space(metrics.gap_12);
        if first {
            ui.add_space(metrics.gap_4);
            text::show(ui, theme, metrics.meta, Token::Ink2, &cues.answers.check_in.ends);
            ui.add_space(metrics.gap_8);
        }
    }
}

/// "One more round?"
pub fn next_round(ui: &mut Ui, view: View<'_>, session: &Session, out: &mut Messages) {
    let (theme, metrics, cues) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.cues);
    let choices = [NextRound::SameAgain, NextRound::ALittleMore, NextRound::Enough];
    let offered = choices.into_iter().filter(|&choice| session.accepts(Event::NextRound(choice)));
    for (index, choice) in offered.enumerate() {
        let words = cues.next_round(choice, session.effort(), session.next_effort());
        if answer_row(ui, view, &words.title, &words.detail, key(session, index), metrics.answer_row + metrics.gap_36).clicked() {
            out.push(Msg::Session(Event::NextRound(choice)));
        }
        ui.add_space(metrics.gap_12);
    }
    ui.add_space(metrics.gap_8);
    text::show(ui, theme, metrics.meta, Token::Ink2, &cues.next_round_note(&session.current_cue()));
}

/// The key that picks the answer at this place, from 0; none where keys do not answer.
pub fn key(session: &Session, index: usize) -> Option<usize> {
    session.setup().keys.then_some(index + 1)
}

/// An answer: its words, a line under them, and the key that picks it, where keys answer.
pub fn answer_row(ui: &mut Ui, view: View<'_>, title: &str, detail: &str, key: Option<usize>, height: f32) -> Response {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let width = ui.available_width();
    let room = width - 2.0 * metrics.gap_20 - metrics.key_cap - metrics.gap_12;
    let title_galley = text::wrapped(ui, theme, metrics.h3, Token::Ink, title, room);
    let detail_galley = text::wrapped(ui, theme, metrics.body, Token::Ink2, detail, room);
    let words_height = title_galley.size().y + if detail.is_empty() { 0.0 } else { detail_galley.size().y };
    let (rect, response) = ui.allocate_exact_size(vec2(width, height.max(words_height + metrics.gap_24)), Sense::click());
    let name = if detail.is_empty() { title.to_owned() } else { format!("{title}. {detail}") };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let ground = if response.hovered() { Token::Sunk } else { Token::Surface };
    ui.painter().rect(
        rect,
        radius(metrics.gap_16),
        theme.color(ground),
        theme.line(metrics.control_border, Token::Control),
        StrokeKind::Inside,
    );
    let top = rect.center().y - words_height / 2.0;
    let below = top + title_galley.size().y;
    ui.painter().galley(pos2(rect.left() + metrics.gap_20, top), title_galley, Color32::PLACEHOLDER);
    if !detail.is_empty() {
        ui.painter().galley(pos2(rect.left() + metrics.gap_20, below), detail_galley, Color32::PLACEHOLDER);
    }
    if let Some(key) = key {
        key_cap(ui, view, rect, key);
    }
    focus::ring(ui, theme, &response, rect, metrics.gap_16);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

fn key_cap(ui: &Ui, view: View<'_>, rect: Rect, key: usize) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let cap = Rect::from_center_size(
        pos2(rect.right() - metrics.gap_20 - metrics.key_cap / 2.0, rect.center().y),
        vec2(metrics.key_cap, metrics.key_cap),
    );
    ui.painter().rect(
        cap,
        radius(metrics.gap_8),
        theme.color(Token::Sunk),
        theme.line(metrics.border, Token::Line),
        StrokeKind::Inside,
    );
    button::centred_text(ui, view.kit, cap, metrics.meta, Token::Ink2, &key.to_string());
}
