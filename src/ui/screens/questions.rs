//! Questions: a search that keeps the rest below, and seven answers that fold.

use std::collections::BTreeSet;

use eframe::egui::{Color32, CursorIcon, FontSelection, Key, Rect, Role, Sense, TextEdit, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::{
    app::{Msg, Route},
    content::fill,
    drawing::Token,
    ui::{
        Messages, View,
        frame::Room,
        screens::{self, blocks},
        theme::radius,
        widgets::{
            button::{self, Button, Weight},
            focus, frames,
            icon::Icon,
            text,
        },
    },
};

/// The page.
pub fn show(ui: &mut Ui, view: View<'_>, room: Room, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.questions);
    let page = &view.model.book.guide.questions;
    screens::title(ui, view, &page.title);
    ui.add_space(metrics.gap_8);
    search(ui, view, out);
    ui.add_space(metrics.gap_8);
    let found: BTreeSet<usize> = view.model.matching_questions();
    let searching = !view.model.search.trim().is_empty();
    if searching {
        let line = if found.is_empty() { words.none.clone() } else { words.matches.of(found.len()) };
        let response = text::show(ui, theme, metrics.meta, Token::Ink2, &line);
        text::announce(ui, &response, eframe::egui::accesskit::Live::Polite);
    }
    ui.add_space(metrics.gap_12);
    let (first, rest): (Vec<usize>, Vec<usize>) = (0..page.questions.len()).partition(|index| searching && found.contains(index));
    for index in first.into_iter().chain(rest) {
        question(ui, view, room, index, searching && found.contains(&index), out);
        ui.add_space(metrics.gap_12);
    }
    blocks::show(ui, view, room, "questions", &page.closing, out);
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
            let edit = TextEdit::singleline(&mut search)
                .id(id)
                .hint_text(words.search.as_str())
                .font(FontSelection::FontId(theme.format(metrics.lead, Token::Ink).font_id))
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

fn question(ui: &mut Ui, view: View<'_>, room: Room, index: usize, found: bool, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.questions);
    let Some(question) = view.model.book.guide.questions.questions.get(index) else { return };
    let open = view.model.open_questions.contains(&index);
    frames::card_frame(theme, found, metrics.gap_20).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let role = if open { metrics.h3 } else { metrics.body };
        let galley = text::wrapped(ui, theme, role, Token::Ink, &question.question.text, ui.available_width() - metrics.gap_48);
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y.max(metrics.gap_28)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, open, &question.question.text));
        ui.painter().galley(pos2(rect.left(), rect.center().y - galley.size().y / 2.0), galley, Color32::PLACEHOLDER);
        let chevron = Rect::from_center_size(pos2(rect.right() - metrics.gap_12, rect.center().y), Vec2::splat(metrics.icon));
        view.kit.icons.paint(
            ui.painter(),
            if open { Icon::ChevronUp } else { Icon::ChevronDown },
            chevron,
            theme.color(Token::Ink2),
        );
        focus::ring(ui, theme, &response, rect, metrics.radius_row);
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            out.push(Msg::ToggleQuestion(index));
        }
        if !open {
            return;
        }
        ui.add_space(metrics.gap_12);
        blocks::show(ui, view, room, &format!("question/{index}"), &question.answer, out);
        if let Some(section) = question.see.as_deref().and_then(|id| view.model.section_index(id)) {
            let title = &view.model.book.guide.sections[section].title;
            let label = fill(&words.see, &[("title", title)]);
            if Button::new(view.kit, Weight::Quiet, &label)
                .icon(Icon::Book)
                .height(metrics.button_small)
                .show(ui, view.kit)
                .clicked()
            {
                out.push(Msg::Go(Route::Section(section)));
            }
        }
    });
}
