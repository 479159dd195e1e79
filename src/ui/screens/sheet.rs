//! Summary sheet: the page as it will print, and the way to save it.

use eframe::egui::{Sense, Ui, vec2};

use crate::{
    app::{Msg, Paper},
    content::fill,
    drawing::Token,
    ui::{
        Messages, View,
        frame::Room,
        screens,
        widgets::{
            button::{Button, Weight},
            icon::Icon,
            segmented, text,
        },
    },
};

const PAPERS: [Paper; 2] = [Paper::A4, Paper::Letter];

/// The page.
pub fn show(ui: &mut Ui, view: View<'_>, room: Room, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.sheet);
    screens::title(ui, view, &words.title);
    screens::lead(ui, view, &words.lead);
    let current = PAPERS.iter().position(|&paper| paper == view.model.paper).unwrap_or(0);
    let side = metrics.session_side * 0.7;
    let mut controls = |ui: &mut Ui| {
        text::show(ui, theme, metrics.strong, Token::Ink, &words.paper);
        ui.add_space(metrics.gap_8);
        let width = side.min(ui.available_width());
        if let Some(picked) = segmented::show(ui, view.kit, &words.paper, &[&words.a4, &words.letter], current, width) {
            out.push(Msg::SetPaper(PAPERS[picked]));
        }
        ui.add_space(metrics.gap_20);
        ui.add_enabled_ui(!view.model.saving_sheet, |ui| {
            let label = if view.model.saving_sheet { &words.saving } else { &words.save_pdf };
            if Button::new(view.kit, Weight::Primary, label).icon(Icon::Save).width(width).show(ui, view.kit).clicked() {
                out.push(Msg::SaveSheet);
            }
        });
    };
    if room == Room::Wide {
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(side);
                controls(ui);
            });
            ui.add_space(metrics.gap_28);
            let width = ui.available_width();
            preview(ui, view, width);
        });
    } else {
        controls(ui);
        ui.add_space(metrics.gap_24);
        let width = ui.available_width();
        preview(ui, view, width);
    }
}

/// The pages on screen: the same layout as on paper.
fn preview(ui: &mut Ui, view: View<'_>, width: f32) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.sheet);
    let pages = view.kit.pictures.sheet_pages(ui, view.model, width);
    ui.vertical(|ui| match pages {
        Ok(pages) => {
            let total = pages.len().to_string();
            for (index, page) in pages.iter().enumerate() {
                let size = page.size_vec2();
                let shown = vec2(width, width * size.y / size.x);
                let (rect, response) = ui.allocate_exact_size(shown, Sense::hover());
                let name = fill(&words.preview, &[("n", &(index + 1).to_string()), ("total", &total)]);
                response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Image, true, &name));
                ui.painter().add(theme.paper_shadow().as_shape(rect, 0.0));
                let uv = eframe::egui::Rect::from_min_max(eframe::egui::pos2(0.0, 0.0), eframe::egui::pos2(1.0, 1.0));
                ui.painter().image(page.id(), rect, uv, eframe::egui::Color32::WHITE);
                ui.add_space(metrics.gap_24);
            }
        }
        Err(why) => {
            text::show(ui, theme, metrics.body, Token::Ink2, &fill(&words.missing, &[("why", &why)]));
        }
    });
}
