//! Summary sheet: the page as it will print, what can be chosen about it, and the way to save it.

use eframe::egui::{Color32, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::{
    app::Msg,
    content::fill,
    drawing::Token,
    sheet::{Ink, Options, Paper, TextSize},
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

/// The page.
pub fn show(ui: &mut Ui, view: View<'_>, room: Room, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.words.sheet);
    screens::title(ui, view, &words.title);
    screens::lead(ui, view, &words.lead);
    if room == Room::Wide {
        let side = metrics.session_side * 0.75;
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(side);
                controls(ui, view, out);
            });
            ui.add_space(metrics.gap_28);
            let width = ui.available_width();
            preview(ui, view, width);
        });
    } else {
        controls(ui, view, out);
        ui.add_space(metrics.gap_24);
        let width = ui.available_width();
        preview(ui, view, width);
    }
}

fn controls(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.words.sheet);
    let now = view.model.sheet;
    let papers = [(&words.a4, Paper::A4), (&words.letter, Paper::Letter)];
    choice(ui, view, &words.paper, papers, now.paper, |paper| out.push(Msg::SetSheet(Options { paper, ..now })));
    let sizes = [(&words.standard, TextSize::Standard), (&words.large, TextSize::Large)];
    choice(ui, view, &words.text, sizes, now.text, |text| out.push(Msg::SetSheet(Options { text, ..now })));
    let inks = [(&words.colour, Ink::Colour), (&words.black_and_white, Ink::BlackAndWhite)];
    choice(ui, view, &words.ink, inks, now.ink, |ink| out.push(Msg::SetSheet(Options { ink, ..now })));
    ui.add_space(metrics.gap_8);
    ui.add_enabled_ui(!view.model.saving_sheet, |ui| {
        let label = if view.model.saving_sheet { &words.saving } else { &words.save_pdf };
        let width = ui.available_width();
        if Button::new(view.kit, Weight::Primary, label).icon(Icon::Save).width(width).show(ui, view.kit).clicked() {
            out.push(Msg::SaveSheet);
        }
    });
}

/// A title with two choices under it.
fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    view: View<'_>,
    title: &str,
    options: [(&String, T); 2],
    now: T,
    mut pick: impl FnMut(T),
) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    text::show(ui, theme, metrics.strong, Token::Ink, title);
    ui.add_space(metrics.gap_8);
    let labels = options.map(|(label, _)| label.as_str());
    let current = options.iter().position(|&(_, option)| option == now).unwrap_or(0);
    let width = ui.available_width();
    if let Some(picked) = segmented::show(ui, view.kit, title, &labels, current, width) {
        pick(options[picked].1);
    }
    ui.add_space(metrics.gap_16);
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
                response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
                ui.painter().add(theme.paper_shadow().as_shape(rect, 0.0));
                let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
                ui.painter().image(page.id(), rect, whole, Color32::WHITE);
                ui.add_space(metrics.gap_24);
            }
        }
        Err(why) => {
            text::show(ui, theme, metrics.body, Token::Ink2, &fill(&words.missing, &[("why", &why)]));
        }
    });
}
