//! How the back is today: eleven numbers, and "it stops me doing things".
//!
//! No number key answers it: the 1 of "10" would. Invariant: every answer looks the same, whatever follows from it.

use eframe::egui::{Color32, CursorIcon, Response, Role, Sense, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use crate::{
    app::Msg,
    content::fill,
    drawing::Token,
    session::{Ache, Gate, GateEvent},
    ui::{
        Messages, View,
        pane::WidthClass,
        screens::{
            self,
            gate::{column, question_header},
        },
        theme::radius,
        widgets::{focus, text},
    },
};

/// The question.
pub fn show(ui: &mut Ui, view: View<'_>, room: WidthClass, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.gates.today);
    let body = question_header(ui, view, room, None, Gate::Today, out);
    column(ui, view, room, body, "today", |ui| {
        screens::title(ui, view, &words.question);
        screens::lead(ui, view, &words.lead);
        ui.add_space(metrics.gap_8);
        numbers(ui, view, out);
        ui.add_space(metrics.gap_20);
        let size = vec2(ui.available_width(), metrics.answer_row + metrics.gap_8);
        if answer(ui, view, &words.stops_me, &words.stops_me, "", size).clicked() {
            out.push(Msg::Gate(GateEvent::StopsMe));
        }
        ui.add_space(metrics.gap_20);
        text::show(ui, theme, metrics.meta, Token::Ink2, &words.footer);
    });
}

/// All eleven in one row, or in two where they would be small.
fn numbers(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.gates.today);
    let gap = metrics.gap_8;
    let all: Vec<Ache> = Ache::all().collect();
    let fits = |columns: usize| (ui.available_width() + gap) / columns as f32 - gap;
    let columns = if fits(all.len()) >= metrics.button { all.len() } else { all.len().div_ceil(2) };
    let size = vec2(fits(columns), metrics.answer_row_first + metrics.gap_12);
    for row in all.chunks(columns) {
        ui.horizontal(|ui| {
            for (index, ache) in row.iter().enumerate() {
                if index > 0 {
                    ui.add_space(gap);
                }
                let number = ache.value().to_string();
                let name = fill(&words.number, &[("number", &number)]);
                let below = match ache.value() {
                    0 => words.least.as_str(),
                    Ache::MOST => &words.most,
                    _ => "",
                };
                if answer(ui, view, &number, &name, below, size).clicked() {
                    out.push(Msg::Gate(GateEvent::Ache(*ache)));
                }
            }
        });
        ui.add_space(gap);
    }
}

/// One answer: its label, what a screen reader says for it, and a small word under the label.
fn answer(ui: &mut Ui, view: View<'_>, label: &str, name: &str, below: &str, size: Vec2) -> Response {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let single = label.chars().count() <= 2;
    let role = if single { metrics.h2 } else { metrics.h3 };
    let words = text::wrapped(ui, theme, role, Token::Ink, label, size.x - metrics.gap_8);
    let mut small = text::job(theme, metrics.small, Token::Ink2, below, size.x - metrics.gap_4);
    small.halign = eframe::egui::Align::Center;
    let small = ui.painter().layout_job(small);
    let small_height = if below.is_empty() { 0.0 } else { small.size().y };
    let height = size.y.max(words.size().y + small_height + metrics.gap_24);
    let (rect, response) = ui.allocate_exact_size(vec2(size.x, height), Sense::click());
    let name = if below.is_empty() { name.to_owned() } else { format!("{name}. {below}") };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let ground = if response.hovered() { Token::Sunk } else { Token::Surface };
    ui.painter().rect(
        rect,
        radius(metrics.radius_button),
        theme.color(ground),
        theme.line(metrics.control_border, Token::Control),
        StrokeKind::Inside,
    );
    // Numbers keep one line, whatever stands under them.
    let middle = if single { rect.top() + size.y * 0.4 } else { rect.center().y };
    let at = eframe::egui::pos2(rect.center().x - words.size().x / 2.0, middle - words.size().y / 2.0);
    let under = middle + words.size().y / 2.0;
    ui.painter().galley(at, words, Color32::PLACEHOLDER);
    ui.painter().galley(eframe::egui::pos2(rect.center().x, under), small, Color32::PLACEHOLDER);
    focus::ring(ui, theme, &response, rect, metrics.radius_button);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
