//! The answers at the end of sessions, counted by the week: as blocks to look at, or as a table to read.
//!
//! Counts only: no line from one week to the next, and no claim. Invariant: the table says all that the blocks show.

use eframe::egui::{Rect, Role, Sense, StrokeKind, Ui, Vec2, WidgetInfo, pos2};
use jiff::{ToSpan, civil::Date};

use crate::{
    app::{HistoryMsg, Msg},
    content::fill,
    drawing::Token,
    history::Marks,
    ui::{
        View,
        layout::{Node, parts, table},
        metrics::{TextRole, Weight as FontWeight},
        theme::radius,
        widgets::button::Weight,
    },
};

#[derive(Clone, Copy)]
enum Answer {
    Eased,
    Same,
    Worse,
}

/// The chart or the table, for a room this wide; the chart grows as high as what stands beside it.
pub(super) fn weeks<'a>(ui: &Ui, view: View<'a>, width: f32) -> Node<'a> {
    let (metrics, words) = (view.metrics(), &view.model.book.history.chart);
    let state = &view.model.history;
    let first_days = state.chart_weeks(view.model.now.date(), view.model.customs).into_iter();
    let weeks: Vec<(Date, Marks)> =
        first_days.map(|first| (first, state.log.marks_of(first, first.saturating_add(6.days())))).collect();
    let mut shown = vec![
        parts::heading(view.kit, metrics.h3, 2, words.title.as_str()),
        view.meta(words.lead.as_str()),
        Node::space(metrics.gap_8),
    ];
    if state.page.table {
        shown.extend([as_table(ui, view, width, &weeks), Node::spring()]);
    } else {
        let marks = [(Answer::Eased, &words.eased), (Answer::Same, &words.same), (Answer::Worse, &words.worse)];
        let legend = marks.map(|(answer, words)| {
            let mark = Node::fixed(Vec2::splat(metrics.gap_16), move |ui, _| block(ui, view, ui.max_rect(), answer));
            (mark, words.as_str())
        });
        shown.extend([blocks(view, weeks), Node::space(metrics.gap_12), view.rule(), Node::space(metrics.gap_8)]);
        shown.push(view.legend(legend));
    }
    let label = if state.page.table { &words.as_chart } else { &words.as_table };
    let button = view.button(Weight::Quiet, label).height(metrics.button_small).role(metrics.nav_on);
    shown.push(Node::row([view.press(button, Msg::History(HistoryMsg::ShowTable(!state.page.table)))]));
    Node::column(shown)
}

fn as_table<'a>(ui: &Ui, view: View<'a>, width: f32, weeks: &[(Date, Marks)]) -> Node<'a> {
    let (words, dates) = (&view.model.book.history.chart, &view.model.book.history.dates);
    let head = [words.week.as_str(), &words.eased, &words.same, &words.worse, &words.unsaid];
    let row = |(first, marks): &(Date, Marks)| {
        let counts = [marks.eased, marks.same, marks.worse, marks.unsaid()].map(|count| count.to_string());
        [dates.day_and_month(*first)].into_iter().chain(counts).collect()
    };
    table::table(ui, view, width, &words.name, &head, &weeks.iter().map(row).collect::<Vec<_>>())
}

fn blocks(view: View<'_>, weeks: Vec<(Date, Marks)>) -> Node<'_> {
    let (metrics, words) = (view.metrics(), &view.model.book.history);
    let role = TextRole { weight: FontWeight::Regular, ..metrics.small };
    let highest = weeks.iter().map(|(_, marks)| marks.eased + marks.same + marks.worse).max().unwrap_or(0);
    let columns = weeks.into_iter().map(|(first, marks)| {
        let date = words.dates.day_and_month(first);
        let label = parts::paint_centred(view.kit, role, Token::Ink2, date.as_str());
        let stack = Node::wide(metrics.chart_height, move |ui, _| stack(ui, view, marks, highest)).grow();
        Node::column([stack, label]).gap(metrics.gap_12).share(1.0).on(move |ui, rect, _| {
            let response = ui.interact(rect, ui.unique_id().with(("week", &date)), Sense::hover());
            response.widget_info(|| {
                let counts = [("eased", marks.eased), ("same", marks.same), ("worse", marks.worse), ("unsaid", marks.unsaid())];
                let counts = counts.map(|(name, count)| (name, count.to_string()));
                let values: Vec<(&str, &str)> = counts.iter().map(|(name, count)| (*name, count.as_str())).collect();
                WidgetInfo::labeled(Role::Label, true, fill(&fill(&words.chart.in_week, &[("date", &date)]), &values))
            });
        })
    });
    let mut parts = vec![Node::row(columns.collect::<Vec<_>>()).level().grow()];
    if highest == 0 {
        parts.insert(0, parts::paint(view.kit, metrics.meta, Token::Ink2, words.chart.none.as_str()));
    }
    Node::column(parts).grow()
}

/// A week's answers, one block over the other from the floor up.
fn stack(ui: &Ui, view: View<'_>, marks: Marks, highest: u32) {
    let (metrics, area) = (view.metrics(), ui.max_rect());
    let step = (area.height() / highest.max(1) as f32).min(metrics.gap_28);
    let half = (area.width() - metrics.gap_28).max(metrics.gap_24).min(area.width()) / 2.0;
    let answers = [(Answer::Eased, marks.eased), (Answer::Same, marks.same), (Answer::Worse, marks.worse)];
    let all = answers.into_iter().flat_map(|(answer, count)| (0..count).map(move |_| answer));
    let mut bottom = area.bottom();
    for answer in all {
        let top = bottom - step + metrics.gap_4.min(step * 0.2);
        let middle = area.center().x;
        block(ui, view, Rect::from_min_max(pos2(middle - half, top), pos2(middle + half, bottom)), answer);
        bottom -= step;
    }
}

fn block(ui: &Ui, view: View<'_>, rect: Rect, answer: Answer) {
    let (theme, metrics) = (view.kit.theme, view.metrics());
    let (ground, line) = match answer {
        Answer::Eased => (Token::Primary, theme.line(metrics.border, Token::Primary)),
        Answer::Same => (Token::Track, theme.line(metrics.border, Token::Control)),
        Answer::Worse => (Token::Warm, theme.line(metrics.border * 2.0, Token::NoteInk)),
    };
    let corner = radius((rect.height() / 4.0).min(metrics.gap_4 * 1.25));
    ui.painter().rect(rect, corner, theme.color(ground), line, StrokeKind::Inside);
}
