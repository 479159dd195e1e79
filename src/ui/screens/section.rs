//! A page of the guide: where one is, title, lead, the page itself, its timed prompts, and the way on.
//!
//! Two sections have a part of their own between lead and prose: the position cards and the warm-up cards.

use eframe::egui::{Align, Layout, Ui};

use crate::{
    app::{Msg, Route},
    content::fill,
    drawing::Token,
    ui::{
        Messages, View,
        frame::Room,
        screens::{self, blocks, position, warm_up},
        widgets::{
            button::{Button, Weight},
            icon::Icon,
            text,
        },
    },
};

/// The page of the section at `index`.
pub fn show(ui: &mut Ui, view: View<'_>, room: Room, index: usize, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.section);
    let guide = &view.model.book.guide;
    let Some(section) = guide.sections.get(index) else { return };
    let step = fill(&words.step_of, &[("n", &(index + 1).to_string()), ("total", &guide.sections.len().to_string())]);
    let minutes = words.minutes.of(guide.minutes_to_read(section));
    // The bar says both already where there is one with room for it.
    if room != Room::Bar {
        text::show(ui, theme, metrics.meta, Token::Ink2, &format!("{step}   ·   {minutes}"));
        screens::title(ui, view, &section.title);
    }
    screens::lead(ui, view, &section.lead.text);
    match view.model.special(index) {
        Some(crate::app::Special::Positions) => position::show(ui, view, room, out),
        Some(crate::app::Special::WarmUps) => warm_up::show(ui, view, room, out),
        None => {}
    }
    blocks::show(ui, view, room, &section.id, &section.blocks, out);
    ui.add_space(metrics.gap_8);
    foot(ui, view, room, index, out);
}

/// Back, mark as read, on.
fn foot(ui: &mut Ui, view: View<'_>, room: Room, index: usize, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.words);
    let guide = &view.model.book.guide;
    let sections = &guide.sections;
    let (back, back_route) = match index.checked_sub(1).and_then(|before| Some((before, sections.get(before)?))) {
        Some((before, section)) => (section.title.as_str(), Route::Section(before)),
        None => (words.nav.start.as_str(), Route::Start),
    };
    let (next, next_route) = match sections.get(index + 1) {
        Some(section) => (section.title.as_str(), Route::Section(index + 1)),
        None => (guide.helps.title.as_str(), Route::Helps),
    };
    let read = view.model.is_read(index);
    let back_button = Button::new(view.kit, Weight::Secondary, back).icon(Icon::ChevronLeft);
    let (label, mark) = if read { (&words.section.marked_read, Icon::Tick) } else { (&words.section.mark_read, Icon::Book) };
    let read_button = Button::new(view.kit, Weight::Quiet, label).icon(mark).selected(read);
    let next_button = Button::new(view.kit, Weight::Primary, next).trailing(Icon::ChevronRight);
    let mut go = |clicked: bool, message: Msg| {
        if clicked {
            out.push(message);
        }
    };
    let toggle = Msg::MarkRead { section: index, read: !read };
    if room == Room::Column {
        go(next_button.show(ui, view.kit).clicked(), Msg::Go(next_route));
        ui.add_space(metrics.gap_12);
        go(read_button.show(ui, view.kit).clicked(), toggle);
        ui.add_space(metrics.gap_12);
        go(back_button.show(ui, view.kit).clicked(), Msg::Go(back_route));
        return;
    }
    ui.horizontal(|ui| {
        go(back_button.show(ui, view.kit).clicked(), Msg::Go(back_route));
        ui.add_space(metrics.gap_48);
        go(read_button.show(ui, view.kit).clicked(), toggle);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            go(next_button.show(ui, view.kit).clicked(), Msg::Go(next_route));
        });
    });
}
