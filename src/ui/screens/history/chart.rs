//! The answers at the end of sessions, counted by the week: as blocks to look at, or as a table to read.
//!
//! Counts only: no line from one week to the next, and no claim. Invariant: the table says all that the blocks show.

use eframe::egui::{Align, Layout, Rect, Role, Sense, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};
use jiff::{ToSpan, civil::Date};

use crate::{
    app::{HistoryMsg, Msg},
    content::fill,
    drawing::Token,
    history::Marks,
    ui::{
        Messages, View,
        metrics::{TextRole, Weight as FontWeight},
        theme::radius,
        widgets::{
            button::{self, Button, Weight},
            frames, table, text,
        },
    },
};

#[derive(Clone, Copy)]
enum Answer {
    Eased,
    Same,
    Worse,
}

/// The card's contents; `height` is that of the card beside it, if there is one.
pub(super) fn show(ui: &mut Ui, view: View<'_>, height: Option<f32>, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.history.chart);
    let state = &view.model.history;
    let top = ui.cursor().top();
    text::heading(ui, theme, metrics.h3, 2, &words.title);
    text::show(ui, theme, TextRole { weight: FontWeight::Regular, ..metrics.meta }, Token::Ink2, &words.lead);
    let weeks: Vec<(Date, Marks)> = state
        .chart_weeks(view.model.now.date())
        .into_iter()
        .map(|first| (first, state.log.marks_of(first, first.saturating_add(6.days()))))
        .collect();
    let toggle = metrics.button_small;
    if state.page.table {
        ui.add_space(metrics.gap_8);
        as_table(ui, view, &weeks);
    } else {
        let foot =
            metrics.gap_12 + metrics.small.line + metrics.gap_16 + metrics.border + metrics.gap_8 + metrics.gap_24 + toggle;
        let used = ui.cursor().top() - top;
        let room = height.map_or(metrics.chart_height, |height| (height - used - foot).max(metrics.gap_48));
        blocks(ui, view, &weeks, room);
        ui.add_space(metrics.gap_16);
        frames::rule(ui, theme);
        ui.add_space(metrics.gap_8);
        legend(ui, view);
    }
    if let Some(height) = height {
        ui.add_space((top + height - ui.cursor().top() - toggle).max(0.0));
    }
    let label = if state.page.table { &words.as_chart } else { &words.as_table };
    let button = Button::new(view.kit, Weight::Quiet, label).height(toggle).role(metrics.nav_on);
    // Its words stand under the others, not its edge.
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), toggle), Sense::hover());
    frames::placed_row(ui, row.translate(vec2(-metrics.gap_12, 0.0)), |ui| {
        if button.show(ui, view.kit).clicked() {
            out.push(Msg::History(HistoryMsg::ShowTable(!state.page.table)));
        }
    });
}

fn as_table(ui: &mut Ui, view: View<'_>, weeks: &[(Date, Marks)]) {
    let (words, dates) = (&view.model.book.history.chart, &view.model.book.history.dates);
    let head = [words.week.as_str(), &words.eased, &words.same, &words.worse, &words.unsaid];
    let rows: Vec<Vec<String>> = weeks
        .iter()
        .map(|(first, marks)| {
            let counts = [marks.eased, marks.same, marks.worse, marks.unsaid()].map(|count| count.to_string());
            [dates.day_and_month(*first)].into_iter().chain(counts).collect()
        })
        .collect();
    table::show(ui, view.kit.theme, &words.name, &head, &rows);
}

fn blocks(ui: &mut Ui, view: View<'_>, weeks: &[(Date, Marks)], room: f32) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.history);
    let (whole, _) =
        ui.allocate_exact_size(vec2(ui.available_width(), room + metrics.gap_12 + metrics.small.line), Sense::hover());
    let floor = whole.top() + room;
    let answered = |marks: &Marks| marks.eased + marks.same + marks.worse;
    let highest = weeks.iter().map(|(_, marks)| answered(marks)).max().unwrap_or(0);
    let step = (room / highest.max(1) as f32).min(metrics.gap_28);
    let column = whole.width() / weeks.len().max(1) as f32;
    let role = TextRole { weight: FontWeight::Regular, ..metrics.small };
    for (index, (first, marks)) in weeks.iter().enumerate() {
        let middle = whole.left() + column * (index as f32 + 0.5);
        let wide = (column - metrics.gap_28).max(metrics.gap_24);
        let area = Rect::from_min_max(pos2(middle - column / 2.0, whole.top()), pos2(middle + column / 2.0, whole.bottom()));
        let response = ui.interact(area, ui.unique_id().with(("week", index)), Sense::hover());
        response.widget_info(|| {
            let counts = [("eased", marks.eased), ("same", marks.same), ("worse", marks.worse), ("unsaid", marks.unsaid())];
            let counts = counts.map(|(name, count)| (name, count.to_string()));
            let date = words.dates.day_and_month(*first);
            let values: Vec<(&str, &str)> = counts.iter().map(|(name, count)| (*name, count.as_str())).collect();
            WidgetInfo::labeled(Role::Label, true, fill(&fill(&words.chart.in_week, &[("date", &date)]), &values))
        });
        let answers = [(Answer::Eased, marks.eased), (Answer::Same, marks.same), (Answer::Worse, marks.worse)];
        let all = answers.into_iter().flat_map(|(answer, count)| (0..count).map(move |_| answer));
        let mut bottom = floor;
        for answer in all {
            let gap = metrics.gap_4.min(step * 0.2);
            block(
                ui,
                view,
                Rect::from_min_max(pos2(middle - wide / 2.0, bottom - step + gap), pos2(middle + wide / 2.0, bottom)),
                answer,
            );
            bottom -= step;
        }
        let label = Rect::from_min_max(pos2(area.left(), floor + metrics.gap_12), area.max);
        button::centred_text(ui, view.kit, label, role, Token::Ink2, &words.dates.day_and_month(*first));
    }
    if highest == 0 {
        let galley = text::wrapped(ui, theme, metrics.meta, Token::Ink2, &words.chart.none, whole.width());
        let at = pos2(whole.left(), whole.top() + (room - galley.size().y) / 2.0);
        ui.painter().galley(at, galley, eframe::egui::Color32::PLACEHOLDER);
    }
}

fn block(ui: &Ui, view: View<'_>, rect: Rect, answer: Answer) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let (ground, line) = match answer {
        Answer::Eased => (Token::Primary, theme.line(metrics.border, Token::Primary)),
        Answer::Same => (Token::Track, theme.line(metrics.border, Token::Control)),
        Answer::Worse => (Token::Warm, theme.line(metrics.border * 2.0, Token::NoteInk)),
    };
    let corner = radius((rect.height() / 4.0).min(metrics.gap_4 * 1.25));
    ui.painter().rect(rect, corner, theme.color(ground), line, StrokeKind::Inside);
}

fn legend(ui: &mut Ui, view: View<'_>) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.history.chart);
    let role = TextRole { weight: FontWeight::Regular, ..metrics.small };
    ui.horizontal_wrapped(|ui| {
        for (answer, label) in [(Answer::Eased, &words.eased), (Answer::Same, &words.same), (Answer::Worse, &words.worse)] {
            let width = text::line(ui, theme, role, Token::Ink, label).size().x;
            let size = vec2(metrics.gap_16 + metrics.gap_8 + width + 1.0, metrics.gap_24);
            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                let (at, _) = ui.allocate_exact_size(Vec2::splat(metrics.gap_16), Sense::hover());
                block(ui, view, at, answer);
                ui.add_space(metrics.gap_8);
                text::show(ui, theme, role, Token::Ink, label);
            });
            ui.add_space(metrics.gap_16);
        }
    });
}
