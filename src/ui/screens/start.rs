//! Start here: the main message, today's card, the eight steps, and what the guide is about.

use eframe::egui::{Align, Color32, CursorIcon, Layout, Rect, Response, Role, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::{
    app::{Msg, Route},
    content::fill,
    drawing::Token,
    ui::{
        Messages, View,
        frame::Room,
        screens::{self, blocks},
        sidebar,
        theme::radius,
        widgets::{
            button::{Button, Weight},
            focus, frames,
            icon::Icon,
            progress,
            stage::Stage,
            text,
        },
    },
};

/// The page.
pub fn show(ui: &mut Ui, view: View<'_>, room: Room, out: &mut Messages) {
    let metrics = &view.kit.theme.metrics;
    let page = &view.model.book.guide.start;
    screens::title(ui, view, &page.title);
    screens::lead(ui, view, &page.lead.text);
    today(ui, view, room, out);
    ui.add_space(metrics.gap_16);
    steps(ui, view, room, out);
    ui.add_space(metrics.gap_16);
    frames::note(ui, view.kit, Icon::Info, &page.caution_lead, &page.caution.text);
    ui.add_space(metrics.gap_16);
    blocks::show(ui, view, room, "start", &page.blocks, out);
}

/// Today's card: what a session would be, how many are done, and the way in.
fn today(ui: &mut Ui, view: View<'_>, room: Room, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.start);
    let height = metrics.stage_height - metrics.gap_8;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let scene = view.model.preferred_text().map_or("rest", |text| text.figure.scene.as_str());
    let shown = view.shown(scene);
    let stage = Stage {
        scene,
        shown: &shown,
        description: "",
        labels: &[],
        above: metrics.gap_28,
        below: metrics.gap_36,
        corner: metrics.radius_card,
        across: 1.0,
    };
    let text_width = rect.width() * if room == Room::Column { 1.0 } else { 0.45 };
    // The ground is the whole card; the figure keeps to the part that the words leave.
    stage.paint_ground(ui, view.kit, rect);
    if room != Room::Column {
        let part = Rect::from_min_max(pos2(rect.left() + text_width, rect.top()), rect.max);
        stage.paint_figure(ui, view.kit, part);
    }
    let inner = Rect::from_min_size(rect.min, vec2(text_width, height)).shrink(metrics.gap_28 - 2.0);
    frames::placed(ui, inner, |ui| {
        let closed = view.model.closed_reason();
        text::heading(ui, theme, metrics.h2, 2, closed.as_ref().map_or(words.ready.as_str(), |closed| closed.title));
        ui.add_space(metrics.gap_8);
        let line = closed.map_or_else(|| view.model.ready_line(), |closed| format!("{} {}", closed.detail, closed.still_open));
        text::show(ui, theme, metrics.body, Token::Ink2, &line);
        ui.add_space(metrics.gap_12);
        ui.horizontal(|ui| {
            let (done, most) = view.model.today();
            progress::limit_dots(ui, view.kit, done, most);
            ui.add_space(metrics.gap_4);
            let today = fill(&words.today, &[("n", &done.to_string()), ("most", &most.to_string())]);
            text::show(ui, theme, metrics.strong, Token::Ink, &today);
        });
        ui.add_space(metrics.gap_20);
        sidebar::begin(ui, view, metrics.session_side * 0.62, metrics.button + metrics.gap_4, out);
    });
}

/// The eight steps as cards, with what is read, and the next one to read.
fn steps(ui: &mut Ui, view: View<'_>, room: Room, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words.start);
    let sections = &view.model.book.guide.sections;
    let row = vec2(ui.available_width(), metrics.button_small);
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        text::heading(ui, theme, metrics.h2, 2, &words.steps_title);
        if let Some(next) = view.model.next_unread().filter(|_| room != Room::Column) {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let label = fill(&words.next, &[("title", &sections[next].title)]);
                if Button::new(view.kit, Weight::Quiet, &label)
                    .height(metrics.button_small)
                    .trailing(Icon::ChevronRight)
                    .show(ui, view.kit)
                    .clicked()
                {
                    out.push(Msg::Go(Route::Section(next)));
                }
            });
        }
    });
    ui.add_space(metrics.gap_8);
    let columns = if room == Room::Column { 2 } else { 4 };
    let gap = metrics.gap_12;
    let width = (ui.available_width() - gap * (columns as f32 - 1.0)) / columns as f32;
    for row in (0..sections.len()).collect::<Vec<_>>().chunks(columns) {
        ui.horizontal_top(|ui| {
            for (column, &index) in row.iter().enumerate() {
                if column > 0 {
                    ui.add_space(gap);
                }
                if step_card(ui, view, index, width).clicked() {
                    out.push(Msg::Go(Route::Section(index)));
                }
            }
        });
        ui.add_space(gap);
    }
}

fn step_card(ui: &mut Ui, view: View<'_>, index: usize, width: f32) -> Response {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.words);
    let section = &view.model.book.guide.sections[index];
    let read = view.model.is_read(index);
    let left = metrics.gap_48 + metrics.gap_8;
    let role = crate::ui::metrics::TextRole { line: metrics.nav_on.line - 1.0, ..metrics.strong };
    let title = text::wrapped(ui, theme, role, Token::Ink, &section.title, width - left - metrics.gap_8);
    let tagline = text::wrapped(ui, theme, metrics.meta, Token::Ink2, &section.tagline, width - left - metrics.gap_8);
    let height = metrics.gap_48 * 2.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let number = (index + 1).to_string();
    let name = fill(&words.start.step_name, &[("n", &number), ("title", &section.title), ("tagline", &section.tagline)]);
    let name = if read { fill(&words.nav.read, &[("title", &name)]) } else { name };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    ui.painter().add(theme.card_shadow().as_shape(rect, radius(metrics.radius_card)));
    let fill_token = if response.hovered() { Token::Sunk } else { Token::Surface };
    ui.painter().rect(
        rect,
        radius(metrics.radius_card),
        theme.color(fill_token),
        theme.line(metrics.border, Token::Line),
        StrokeKind::Inside,
    );
    let badge = Rect::from_min_size(
        rect.min + vec2(metrics.gap_16, metrics.gap_16 - 2.0),
        vec2(metrics.gap_28 + 2.0, metrics.gap_28 + 2.0),
    );
    if read {
        ui.painter().circle_filled(badge.center(), badge.width() / 2.0, theme.color(Token::Primary));
        view.kit.icons.paint(ui.painter(), Icon::Tick, badge.shrink(6.0), theme.color(Token::OnPrimary));
    } else {
        frames::badge(ui, view.kit, badge, &number, Token::PrimarySoft, Token::PrimaryInk);
    }
    let top = rect.top() + metrics.gap_12;
    let below = top + title.size().y + metrics.gap_4;
    ui.painter().galley(pos2(rect.left() + left, top), title, Color32::PLACEHOLDER);
    ui.painter().galley(pos2(rect.left() + left, below), tagline, Color32::PLACEHOLDER);
    focus::ring(ui, theme, &response, rect, metrics.radius_card);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
