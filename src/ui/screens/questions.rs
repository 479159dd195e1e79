//! Questions: a search that keeps the rest below, and seven answers that fold.

use std::collections::BTreeSet;

use eframe::egui::{FontSelection, Key, Role, TextEdit, Ui};

use crate::{
    app::{Msg, Route},
    content::fill,
    drawing::Token,
    ui::{
        Messages, View,
        layout::{
            Node,
            parts::{self, Tile},
        },
        pane::Pane,
        screens::blocks,
        theme::radius,
        widgets::{
            button::{self, Weight},
            focus, frames,
            icon::Icon,
            text,
        },
    },
};

/// The page.
pub fn show(pane: &mut Pane<'_, '_>) {
    let (view, metrics) = (pane.view, pane.metrics());
    let words = &view.model.book.words.questions;
    let page = &view.model.book.guide.questions;
    pane.title(&page.title);
    pane.gap(metrics.gap_8);
    search(pane.ui, view, pane.out);
    pane.gap(metrics.gap_8);
    let found: BTreeSet<usize> = view.model.matching_questions();
    let searching = !view.model.search.trim().is_empty();
    if searching {
        let line = if found.is_empty() { words.none.clone() } else { words.matches.of(found.len()) };
        let response = text::show(pane.ui, view.kit.theme, metrics.meta, Token::Ink2, &line);
        text::announce(pane.ui, &response, eframe::egui::accesskit::Live::Polite);
    }
    pane.gap(metrics.gap_12);
    let (first, rest): (Vec<usize>, Vec<usize>) = (0..page.questions.len()).partition(|index| searching && found.contains(index));
    for index in first.into_iter().chain(rest) {
        question(pane, index, searching && found.contains(&index));
    }
    blocks::show(pane, "questions", &page.closing);
}

fn search(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.questions);
    let id = ui.make_persistent_id("search");
    let focused = ui.memory(|memory| memory.has_focus(id));
    let frame = frames::card_frame(theme, focused, metrics.gap_12).corner_radius(radius(metrics.radius_button));
    let field = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            frames::icon_here(ui, view.kit, Icon::Search, Token::Ink2);
            ui.add_space(metrics.gap_12);
            let mut search = view.model.search.clone();
            let width = ui.available_width() - metrics.button_small;
            let role = metrics.lead;
            let fits = text::line(ui, theme, role, Token::Ink, &words.search).size().x + metrics.gap_16 < width;
            let edit = TextEdit::singleline(&mut search)
                .id(id)
                .hint_text(if fits { words.search.as_str() } else { "" })
                .font(FontSelection::FontId(theme.format(role, Token::Ink).font_id))
                .frame(eframe::egui::Frame::NONE)
                .desired_width(width);
            let response = ui.add(edit).accessible_name(words.search.clone());
            if view.model.focus_search {
                response.request_focus();
            }
            if response.changed() {
                out.push(Msg::Search(search));
            }
            // Esc takes the keyboard out of the field before the field sees it.
            if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
                out.push(Msg::Search(String::new()));
                response.request_focus();
            }
            if !view.model.search.is_empty()
                && button::icon_button(ui, view.kit, Icon::Close, &words.clear, Weight::Quiet, metrics.gap_36).clicked()
            {
                out.push(Msg::Search(String::new()));
            }
        });
    });
    if focused {
        focus::always(ui, theme, field.response.rect, metrics.radius_button);
    }
}

fn question(pane: &mut Pane<'_, '_>, index: usize, found: bool) {
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
    let frame = frames::card_frame(view.kit.theme, found, metrics.gap_20);
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
