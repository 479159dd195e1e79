//! What a person types for the page: their clinic's phone and a note.
//!
//! Kept with the settings, and cleared with one press, which can be taken back. Invariant: whatever is typed, the page can be printed; what
//! cannot be shown on paper is left out and said.

use eframe::egui::{TextEdit, accesskit::Live};

use crate::{
    app::{Msg, PrintMsg},
    drawing::Token,
    ui::{
        layout::parts,
        pane::Pane,
        widgets::{button::Weight, field, icon::Icon, text},
    },
};

/// Both fields.
pub(super) fn show(pane: &mut Pane<'_, '_>) {
    let (view, metrics, words) = (pane.view, pane.metrics(), &pane.view.model.book.print);
    let own = &view.model.settings.own;
    let (mut phone, mut note) = (own.phone.clone(), own.note.clone());
    text::heading(pane.ui, view.kit.theme, metrics.strong, 2, &words.own);
    pane.hint(&words.note_hint);
    if field(pane, &words.phone, TextEdit::singleline(&mut phone)) {
        pane.out.push(Msg::Print(PrintMsg::Phone(phone)));
    }
    if field(pane, &words.note, TextEdit::multiline(&mut note).desired_rows(3)) {
        pane.out.push(Msg::Print(PrintMsg::Note(note)));
    }
    let live = |token, said: &str| parts::live(view.kit, metrics.meta, token, said, Live::Polite);
    if !own.is_empty() {
        let clear = view.button(Weight::Danger, &words.clear).icon(Icon::Trash).height(metrics.button_small);
        pane.press(clear, Msg::Print(PrintMsg::ClearOwn));
    }
    let dropped = view.kit.pictures.sheet_dropped();
    if dropped > 0 {
        pane.put(live(Token::NoteInk, &words.dropped.of(dropped)));
    }
}

/// A field under its name; whether it was changed.
fn field(pane: &mut Pane<'_, '_>, name: &str, edit: TextEdit<'_>) -> bool {
    let (theme, metrics) = (pane.view.kit.theme, pane.metrics());
    text::show(pane.ui, theme, metrics.meta, Token::Ink, name);
    pane.gap(metrics.gap_4);
    let changed = field::show(pane.ui, theme, metrics.body, name, false, metrics.button_small, edit).changed();
    pane.gap(metrics.gap_12);
    changed
}
