//! Words with a part of their own on a page: its title, an amber note, a centred line, a numbered list.
//!
//! Not plain words (see [`super::parts`]). Invariant: a page's title can take the keyboard, and takes it as the page opens.

use eframe::egui::{Align, Color32, Label, Sense, StrokeKind, Ui, UiBuilder, accesskit::Live, vec2};

use super::{Node, Width, parts};
use crate::{
    drawing::Token,
    ui::{
        View,
        keys::panes::{self, WindowHalf},
        metrics::TextRole,
        theme::radius,
        widgets::{focus, frames, icon::Icon, text},
    },
};

/// The page's title: a heading of the first level, which takes the keyboard when the page opens.
pub fn title<'a>(view: View<'a>, words: impl Into<String>) -> Node<'a> {
    title_in(view, view.display(view.metrics().h1), Token::Ink, words, "")
}

/// The same with what stands under it: no key leads there, so whoever comes to the title hears it as well.
pub fn title_with<'a>(view: View<'a>, words: impl Into<String>, more: impl Into<String>) -> Node<'a> {
    title_in(view, view.display(view.metrics().h1), Token::Ink, words, more)
}

/// The same in another role and colour.
pub fn title_in<'a>(view: View<'a>, role: TextRole, token: Token, words: impl Into<String>, more: impl Into<String>) -> Node<'a> {
    let (words, more) = (words.into(), more.into());
    let shown = words.clone();
    Node::leaf(
        move |ui, width| parts::measured(ui, view.kit, role, &words, width),
        move |ui, _| {
            let width = ui.max_rect().width() + parts::SLACK;
            let galley = text::wrapped(ui, view.kit.theme, role, token, &shown, width);
            // Not egui's label: that one underlines itself when the keyboard is on it, and a title is no link.
            let response = text::heading_around(ui, 1, |ui| {
                let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::focusable_noninteractive());
                text::name_words(&response, &shown);
                ui.painter().galley(rect.min, galley, Color32::PLACEHOLDER);
                response
            });
            text::describe(ui, &response, &more);
            if view.model.page_is_new {
                response.request_focus();
            }
            focus::note_home(ui, &response);
            panes::offer(ui, WindowHalf::Page, &response);
        },
    )
}

/// The line under a title.
pub fn lead<'a>(view: View<'a>, words: impl Into<String>) -> Node<'a> {
    view.words(view.metrics().lead, Token::Ink2, words).most_width(view.metrics().reading_width)
}

/// A line in the middle of the width there is.
pub fn centred<'a>(view: View<'a>, role: TextRole, token: Token, words: impl Into<String>) -> Node<'a> {
    centred_line(view, role, token, words.into(), None)
}

/// The same; where there is something to tell, a screen reader hears that instead, politely.
pub fn centred_telling<'a>(view: View<'a>, role: TextRole, token: Token, words: &str, told: Option<String>) -> Node<'a> {
    centred_line(view, role, token, words.to_owned(), told)
}

fn centred_line(view: View<'_>, role: TextRole, token: Token, words: String, told: Option<String>) -> Node<'_> {
    let shown = words.clone();
    Node::leaf(
        move |ui, width| parts::measured(ui, view.kit, role, &words, width),
        move |ui, _| {
            let mut rect = ui.max_rect();
            rect.max.x += parts::SLACK;
            let role = text::unbroken(ui, view.kit.theme, role, &shown, rect.width());
            let mut job = text::job(view.kit.theme, role, token, &shown, rect.width());
            job.halign = Align::Center;
            let mut ui = ui.new_child(UiBuilder::new().max_rect(rect));
            let response = ui.vertical_centered(|ui| ui.add(Label::new(job).wrap().selectable(false))).inner;
            if let Some(told) = told {
                text::name_words(&response, &told);
                text::announce(&ui, &response, Live::Polite);
            }
        },
    )
}

/// An amber note: an icon, a strong lead-in, and what to mind.
pub fn note<'a>(view: View<'a>, icon: Icon, lead: impl Into<String>, words: impl Into<String>) -> Node<'a> {
    let (kit, metrics) = (view.kit, view.metrics());
    let (lead, words) = (lead.into(), words.into());
    let shown = (lead.clone(), words.clone());
    let job = move |ui: &Ui, lead: &str, words: &str, width: f32| frames::note_words(ui, kit.theme, lead, words, width);
    let told = Node::leaf(
        move |ui: &Ui, width| match width {
            Width::Of(points) => ui.painter().layout_job(job(ui, &lead, &words, points + parts::SLACK)).size(),
            Width::Natural => ui.painter().layout_job(job(ui, &lead, &words, f32::INFINITY)).size(),
            Width::Least => parts::measured(ui, kit, metrics.strong, &format!("{lead} {words}"), width),
        },
        move |ui, _| {
            let mut rect = ui.max_rect();
            rect.max.x += parts::SLACK;
            let job = job(ui, &shown.0, &shown.1, rect.width());
            let mut ui = ui.new_child(UiBuilder::new().max_rect(rect));
            text::put(&mut ui, kit.theme, &frames::note_text(&shown.0, &shown.1), job);
        },
    );
    Node::row([parts::icon(kit, icon, metrics.gap_24, Token::NoteInk), told.grow()])
        .top()
        .gap(metrics.gap_12)
        .pads(metrics.gap_16, metrics.gap_12)
        .on(move |ui, rect, _| {
            let line = kit.theme.line(metrics.border, Token::NoteLine);
            let corner = radius(metrics.radius_button);
            ui.painter().rect(rect, corner, kit.theme.color(Token::NoteSoft), line, StrokeKind::Inside);
        })
}

/// Numbered lines, a badge before each.
pub fn numbered<'a, 't>(view: View<'a>, role: TextRole, items: impl Iterator<Item = &'t str>) -> Node<'a> {
    let metrics = view.metrics();
    let rows = items.enumerate().map(|(index, words)| {
        let badge = Node::fixed(vec2(metrics.gap_28, metrics.gap_28), move |ui, _| {
            let (rect, number) = (ui.max_rect(), (index + 1).to_string());
            frames::badge(ui, view.kit, rect, &number, Token::PrimarySoft, Token::PrimaryInk);
        });
        let row = Node::row([badge, parts::paint(view.kit, role, Token::Ink, words).grow()]).gap(metrics.gap_12);
        parts::list_item(view, row, index, text::plain(words), Sense::hover())
    });
    parts::in_list("", rows.collect(), metrics.gap_8)
}
