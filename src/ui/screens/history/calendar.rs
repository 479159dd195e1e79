//! A month by its days: a disc for a session, a ring for a warm-up alone, a red square for a stop.
//!
//! Shape and colour say the same, and a screen reader hears a table of days. Invariant: a day without anything looks
//! no worse than one with.

use eframe::egui::{Align, Layout, Rect, Role, Sense, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};
use jiff::civil::Date;

use crate::{
    app::{HistoryMsg, Msg},
    content::fill,
    drawing::Token,
    history::Marks,
    ui::{
        Messages, View,
        metrics::TextRole,
        theme::radius,
        widgets::{
            button::{self, Weight},
            icon::Icon,
            text,
        },
    },
};

/// The most marks that one day shows; the words of the day have the number.
const MOST_MARKS: u32 = 3;
/// Weeks that a month can touch.
const WEEKS: f32 = 6.0;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Session,
    WarmUp,
    Stopped,
    Off,
}

/// How high the calendar is, the same for every month: what stands beside it must not jump.
pub(super) fn height(view: View<'_>) -> f32 {
    let metrics = &view.kit.theme.metrics;
    metrics.button_small + metrics.small.line + metrics.gap_8 + WEEKS * metrics.calendar_row
}

/// The calendar.
pub(super) fn show(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let (metrics, words) = (&view.kit.theme.metrics, &view.model.book.history);
    let today = view.model.now.date();
    let state = &view.model.history;
    let name = words.dates.month(state.month(today));
    head(ui, view, &name, out);
    let column = ui.available_width() / 7.0;
    let label = fill(&words.calendar.name, &[("month", &name)]);
    ui.scope_builder(UiBuilder::new().accessibility_role(Role::Table).accessibility_label(label), |ui| {
        let role = TextRole { weight: crate::ui::metrics::Weight::Semibold, ..metrics.small };
        row(ui, 0, metrics.small.line + metrics.gap_8, |ui, at| {
            for (place, (short, long)) in words.dates.weekdays_column.iter().zip(&words.dates.weekdays).enumerate() {
                let rect = cell(at, place, column);
                let response = ui.interact(rect, ui.unique_id().with(place), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, long));
                button::centred_text(ui, view.kit, rect, role, Token::Ink2, short);
            }
        });
        for (index, week) in state.calendar(today).chunks(7).enumerate() {
            row(ui, index + 1, metrics.calendar_row, |ui, at| {
                for (place, &date) in week.iter().enumerate() {
                    if date.month() == state.month(today).month() {
                        day(ui, view, cell(at, place, column), date, state.log.marks(date));
                    }
                }
            });
        }
    });
}

fn head(ui: &mut Ui, view: View<'_>, name: &str, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.history.calendar);
    let (earlier, later) = view.model.history.month_steps(view.model.now.date());
    let size = vec2(ui.available_width(), metrics.button_small);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        for (icon, label, enabled, step) in
            [(Icon::ChevronRight, &words.later, later, 1), (Icon::ChevronLeft, &words.earlier, earlier, -1)]
        {
            ui.add_enabled_ui(enabled, |ui| {
                if button::icon_button(ui, view.kit, icon, label, Weight::Secondary, metrics.button_small).clicked() {
                    out.push(Msg::History(HistoryMsg::Month(step)));
                }
            });
            ui.add_space(metrics.gap_8);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let heading = text::heading(ui, theme, metrics.h3, 2, name);
            text::announce(ui, &heading, eframe::egui::accesskit::Live::Polite);
        });
    });
}

fn row(ui: &mut Ui, index: usize, height: f32, contents: impl FnOnce(&mut Ui, Rect)) {
    let (at, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let mut ui = ui.new_child(UiBuilder::new().accessibility_role(Role::Row).max_rect(at).id_salt(("week", index)));
    contents(&mut ui, at);
}

fn cell(row: Rect, place: usize, width: f32) -> Rect {
    Rect::from_min_size(pos2(row.left() + width * place as f32, row.top()), vec2(width, row.height()))
}

/// One day: its number, and under it what it held.
fn day(ui: &mut Ui, view: View<'_>, rect: Rect, date: Date, marks: Marks) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let response = ui.interact(rect, ui.unique_id().with(date.day()), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, view.model.day_line(date, marks)));
    let line = Rect::from_min_size(rect.min, vec2(rect.width(), metrics.meta.line));
    let is_today = date == view.model.now.date();
    let role = if is_today { TextRole { weight: crate::ui::metrics::Weight::Semibold, ..metrics.meta } } else { metrics.meta };
    if is_today {
        let pill = Rect::from_center_size(line.center(), vec2(metrics.gap_36, line.height() + metrics.gap_4));
        ui.painter().rect_filled(pill, radius(pill.height() / 2.0), theme.color(Token::Ink));
    }
    let ink = if is_today { Token::Bg } else { Token::Ink };
    button::centred_text(ui, view.kit, line, role, ink, &date.day().to_string());
    let shown = marks_of(marks);
    let side = metrics.calendar_dot;
    let step = side + metrics.gap_4;
    let top = line.bottom() + metrics.gap_4 / 2.0;
    let left = rect.center().x - (step * shown.len() as f32 - metrics.gap_4) / 2.0;
    for (index, mark) in shown.into_iter().enumerate() {
        let at = Rect::from_min_size(pos2(left + step * index as f32, top), Vec2::splat(side));
        paint(ui, view, at, mark);
    }
}

/// Stops first: they are what a person looks for. A warm-up shows where there was no session.
fn marks_of(marks: Marks) -> Vec<Mark> {
    let counted = [
        (Mark::Stopped, marks.stopped),
        (Mark::Session, marks.sessions),
        (Mark::WarmUp, u32::from(marks.warm_ups > 0 && marks.all_sessions() == 0)),
        (Mark::Off, u32::from(marks.locks > 0)),
    ];
    let all = counted.into_iter().flat_map(|(mark, count)| (0..count.min(MOST_MARKS)).map(move |_| mark));
    all.take(usize::try_from(MOST_MARKS).unwrap_or(usize::MAX)).collect()
}

fn paint(ui: &Ui, view: View<'_>, rect: Rect, mark: Mark) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let painter = ui.painter();
    let ring = metrics.selected_border;
    match mark {
        Mark::Session => drop(painter.circle_filled(rect.center(), rect.width() / 2.0, theme.color(Token::Primary))),
        Mark::WarmUp => {
            let half = (rect.width() - ring) / 2.0;
            painter.circle_stroke(rect.center(), half, theme.line(ring, Token::Primary));
        }
        Mark::Stopped => drop(painter.rect_filled(rect, radius(metrics.gap_4), theme.color(Token::Stop))),
        Mark::Off => {
            let stroke = theme.line(ring, Token::Stop);
            painter.rect_stroke(rect, radius(metrics.gap_4), stroke, StrokeKind::Inside);
        }
    }
}

/// What the marks mean; the rarer ones only where one shows.
pub(super) fn legend(ui: &mut Ui, view: View<'_>) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.history.calendar);
    let month = view.model.history.month(view.model.now.date());
    let off = view.model.history.log.marks_of(month, month.last_of_month()).locks > 0;
    let all = [
        (Mark::Session, &words.session),
        (Mark::WarmUp, &words.warm_up),
        (Mark::Stopped, &words.stopped),
        (Mark::Off, &words.off),
    ];
    let role = TextRole { weight: crate::ui::metrics::Weight::Regular, ..metrics.small };
    ui.horizontal_wrapped(|ui| {
        ui.add_space(metrics.gap_4);
        for (mark, label) in all.into_iter().filter(|(mark, _)| *mark != Mark::Off || off) {
            // Mark and word stay together when the row wraps.
            let width = text::line(ui, theme, role, Token::Ink2, label).size().x;
            let size = vec2(metrics.calendar_dot + metrics.gap_8 + width + 1.0, metrics.small.line + metrics.gap_4);
            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                let (at, _) = ui.allocate_exact_size(Vec2::splat(metrics.calendar_dot), Sense::hover());
                paint(ui, view, at, mark);
                ui.add_space(metrics.gap_8);
                text::show(ui, theme, role, Token::Ink2, label);
            });
            ui.add_space(metrics.gap_20);
        }
    });
}
