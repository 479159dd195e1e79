//! Questions: seven answers that fold, and the way into the search of the whole guide.

use eframe::egui::Role;

use crate::{
    app::{FindMsg, Msg, ReadAloud, Route},
    content::fill,
    drawing::Token,
    ui::{
        layout::{
            Node,
            parts::{self, Tile},
        },
        pane::Pane,
        read_aloud,
        screens::blocks,
        widgets::{button::Weight, frames, icon::Icon},
    },
};

/// The page.
pub fn show(pane: &mut Pane<'_, '_>) {
    let view = pane.view;
    let page = &view.model.book.guide.questions;
    pane.title(&page.title);
    let search = view.button(Weight::Secondary, &view.model.book.find.search.open).icon(Icon::Search);
    pane.put(Node::wrap([view.press(search, Msg::Find(FindMsg::Open))]));
    for index in 0..page.questions.len() {
        question(pane, index);
    }
    blocks::show(pane, "questions", &page.closing);
}

fn question(pane: &mut Pane<'_, '_>, index: usize) {
    let (view, metrics) = (pane.view, pane.metrics());
    let words = &view.model.book.words.questions;
    let Some(question) = view.model.book.guide.questions.questions.get(index) else { return };
    let open = view.model.open_questions.contains(&index);
    let role = if open { metrics.h3 } else { metrics.body };
    let row = Node::row([
        parts::paint(view.kit, role, Token::Ink, &question.question.text).grow(),
        parts::icon(view.kit, if open { Icon::ChevronUp } else { Icon::ChevronDown }, metrics.icon, Token::Ink2),
    ]);
    let tile = Tile { name: question.question.text.clone(), role: Role::DisclosureTriangle, selected: Some(open) };
    let row = parts::hit(view, tile, Msg::ToggleQuestion(index), row.gap(metrics.gap_12).least_height(metrics.gap_28));
    let frame = frames::card_frame(view.kit.theme, false, metrics.gap_20);
    pane.part(
        |ui, contents| {
            frame.show(ui, |ui| {
                ui.set_width(ui.available_width());
                contents(ui);
            });
        },
        {
            let mut row = Some(row);
            move |pane| {
                if let Some(row) = row.take() {
                    row.show(pane.ui, pane.out);
                }
                if !open {
                    return;
                }
                pane.gap(metrics.gap_12);
                blocks::show(pane, &format!("question/{index}"), &question.answer);
                let name = question.question.text.as_str();
                read_aloud::ways(view, ReadAloud::Question(index), Some(name)).show(pane.ui, pane.out);
                pane.gap(metrics.gap_8);
                if let Some(section) = question.see.as_deref().and_then(|id| view.model.section_index(id)) {
                    let label = fill(&words.see, &[("title", &view.model.book.guide.sections[section].title)]);
                    let link = view.button(Weight::Quiet, label).icon(Icon::Book).height(metrics.button_small);
                    pane.press(link, Msg::Go(Route::Section(section)));
                }
            }
        },
    );
    pane.gap(metrics.gap_12);
}
