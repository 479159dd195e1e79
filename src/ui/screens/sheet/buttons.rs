//! The ways to paper, the best one first: print, or where nothing can print, save.
//!
//! Invariant: where nothing can print, one plain sentence tells why, and a way that works leads.

use eframe::egui::accesskit::Live;

use crate::{
    app::{Busy, Msg, PrintMsg, Shown},
    drawing::Token,
    ui::{
        View,
        layout::{Node, parts},
        pane::Pane,
        widgets::{button::Weight, icon::Icon},
    },
};

/// What is said of the last job, and the two ways; the others stand with the choices.
pub(super) fn show(pane: &mut Pane<'_, '_>) {
    let view = pane.view;
    let mut shown: Vec<_> = said(view).into_iter().collect();
    if view.model.print.unable().is_some() {
        shown.extend([save(view, Weight::Primary), print(view, Weight::Secondary)]);
    } else {
        shown.extend([print(view, Weight::Primary), save(view, Weight::Secondary)]);
    }
    Node::column(shown).gap(view.metrics().gap_8).show(pane.ui, pane.out);
}

fn said(view: View<'_>) -> Option<Node<'_>> {
    let (token, sentence) = match (&view.model.print.said, view.model.print.unable()) {
        (Some(Shown::Good(said)), _) => (Token::PrimaryInk, said.as_str()),
        (Some(Shown::Bad(said)), _) => (Token::NoteInk, said.as_str()),
        (None, Some(why)) => (Token::NoteInk, view.model.book.print.unable(why)),
        (None, None) => return None,
    };
    Some(parts::live(view.kit, view.metrics().meta, token, sentence, Live::Polite))
}

fn print(view: View<'_>, weight: Weight) -> Node<'_> {
    let words = &view.model.book.print;
    let printing = view.model.print.busy == Some(Busy::Printing);
    let label = if printing { &words.printing } else { &words.print };
    view.press(view.button(weight, label).icon(Icon::Print), Msg::Print(PrintMsg::Print)).enabled(!printing)
}

fn save(view: View<'_>, weight: Weight) -> Node<'_> {
    let (words, saving) = (&view.model.book.words.sheet, view.model.saving_sheet);
    let label = if saving { &words.saving } else { &words.save_pdf };
    view.press(view.button(weight, label).icon(Icon::Document), Msg::SaveSheet).enabled(!saving)
}
