//! What a person types for the page: their clinic's phone and a note.
//!
//! Kept with the settings, and cleared with one press. Invariant: whatever is typed, the page can be printed; what cannot be shown on paper is left out
//! and said.

use eframe::egui::{FontSelection, Frame, Response, TextEdit, Ui, accesskit::Live, vec2};

use crate::{
    app::{Msg, PrintMsg},
    drawing::Token,
    ui::{
        Messages, View,
        theme::radius,
        widgets::{
            button::{Button, Weight},
            focus, frames,
            icon::Icon,
            text,
        },
    },
};

/// Both fields.
pub(super) fn show(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.print);
    let own = &view.model.settings.own;
    let (mut phone, mut note) = (own.phone.clone(), own.note.clone());
    text::heading(ui, theme, metrics.strong, 2, &words.own);
    text::show(ui, theme, metrics.meta, Token::Ink2, &words.note_hint);
    ui.add_space(metrics.gap_8);
    if field(ui, view, &words.phone, |font| TextEdit::singleline(&mut phone).font(font)).changed() {
        out.push(Msg::Print(PrintMsg::Phone(phone)));
    }
    if field(ui, view, &words.note, |font| TextEdit::multiline(&mut note).desired_rows(3).font(font)).changed() {
        out.push(Msg::Print(PrintMsg::Note(note)));
    }
    if !own.is_empty() {
        let clear = Button::new(view.kit, Weight::Secondary, &words.clear).icon(Icon::Trash).height(metrics.button_small);
        if clear.show(ui, view.kit).clicked() {
            out.push(Msg::Print(PrintMsg::ClearOwn));
        }
        ui.add_space(metrics.gap_12);
    } else if view.model.print.cleared {
        let said = text::show(ui, theme, metrics.meta, Token::Ink2, &words.cleared);
        text::announce(ui, &said, Live::Polite);
        ui.add_space(metrics.gap_12);
    }
    let dropped = view.kit.pictures.sheet_dropped();
    if dropped > 0 {
        let said = text::show(ui, theme, metrics.meta, Token::NoteInk, &words.dropped.of(dropped));
        text::announce(ui, &said, Live::Polite);
        ui.add_space(metrics.gap_12);
    }
}

/// A field under its name.
fn field<'t>(ui: &mut Ui, view: View<'_>, name: &str, edit: impl FnOnce(FontSelection) -> TextEdit<'t>) -> Response {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    text::show(ui, theme, metrics.meta, Token::Ink, name);
    ui.add_space(metrics.gap_4);
    let frame = Frame::new()
        .fill(theme.color(Token::Surface))
        .stroke(theme.line(metrics.control_border, Token::Control))
        .corner_radius(radius(metrics.radius_row))
        .inner_margin(frames::margin(metrics.gap_12));
    let font = FontSelection::FontId(theme.format(metrics.body, Token::Ink).font_id);
    let shown = frame.show(ui, |ui| {
        let width = ui.available_width();
        ui.add(edit(font).frame(Frame::NONE).desired_width(width).min_size(vec2(0.0, metrics.body.line)))
            .accessible_name(name.to_owned())
    });
    if shown.inner.has_focus() {
        focus::always(ui, theme, shown.response.rect, metrics.radius_row);
    }
    ui.add_space(metrics.gap_12);
    shown.inner
}
