//! Tips and main points.

use eframe::egui::Ui;

use crate::{
    app::{Msg, Route},
    content::fill,
    drawing::Token,
    ui::{
        Messages, View,
        frame::Room,
        screens::{self, blocks},
        widgets::{
            bullets,
            button::{Button, Weight},
            frames,
            icon::Icon,
            text,
        },
    },
};

/// The page.
pub fn show(ui: &mut Ui, view: View<'_>, room: Room, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.questions);
    let page = &view.model.book.guide.tips;
    screens::title(ui, view, &page.title);
    screens::lead(ui, view, &page.lead.text);
    for (index, tip) in page.tips.iter().enumerate() {
        frames::card(ui, theme, false, metrics.gap_20, |ui| {
            text::heading(ui, theme, metrics.h3, 2, &tip.title);
            ui.add_space(metrics.gap_4);
            for passage in &tip.passages {
                text::show(ui, theme, metrics.body, Token::Ink, &passage.text);
                ui.add_space(metrics.gap_4);
            }
            if let Some(section) = view.model.section_index(&tip.see) {
                let title = &view.model.book.guide.sections[section].title;
                let label = fill(&words.see_tip, &[("title", title)]);
                let link = Button::new(view.kit, Weight::Quiet, &label).icon(Icon::Book).height(metrics.button_small);
                ui.push_id(index, |ui| {
                    if link.show(ui, view.kit).clicked() {
                        out.push(Msg::Go(Route::Section(section)));
                    }
                });
            }
        });
        ui.add_space(metrics.gap_12);
    }
    blocks::show(ui, view, room, "tips", &page.after_tips, out);
    ui.add_space(metrics.gap_12);
    text::heading(ui, theme, metrics.h2, 2, &page.main_points_title);
    ui.add_space(metrics.gap_4);
    text::show(ui, theme, metrics.body, Token::Ink, &page.main_points_lead.text);
    ui.add_space(metrics.gap_12);
    bullets::steps(ui, view.kit, page.main_points.iter().map(|point| point.text.as_str()));
    ui.add_space(metrics.gap_8);
    blocks::show(ui, view, room, "closing", &page.closing, out);
}
