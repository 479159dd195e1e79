//! A month by its days: a disc for a session, a ring for a warm-up alone, a red square for a stop.
//!
//! Shape and colour say the same, and a screen reader hears a table of days. Invariant: a day without anything looks
//! no worse than one with, and a day with something opens it.

use eframe::egui::{
    CursorIcon, Rect, Role, Sense, StrokeKind, Ui, Vec2, WidgetInfo,
    accesskit::{self, Live},
    vec2,
};
use jiff::civil::Date;

use crate::{
    app::{HistoryMsg, Msg},
    content::fill,
    drawing::Token,
    history::Marks,
    ui::{
        View,
        layout::{Node, Width, parts},
        metrics::{TextRole, Weight as FontWeight},
        theme::radius,
        widgets::{
            button::{self, Weight},
            focus,
            icon::Icon,
            text,
        },
    },
};

/// The most marks that one day shows; the words of the day have the number.
const MOST_MARKS: u32 = 3;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Session,
    WarmUp,
    Stopped,
    Off,
}

/// The calendar.
pub(super) fn month(view: View<'_>) -> Node<'_> {
    let (metrics, words) = (view.metrics(), &view.model.book.history);
    let today = view.model.now.date();
    let month = view.model.history.month(today);
    let name = words.dates.month(month);
    let label = fill(&words.calendar.name, &[("month", &name)]);
    let heading = parts::live_heading(view.kit, metrics.h3, 2, name, Live::Polite);
    let (earlier, later) = view.model.history.month_steps(today);
    let step = |icon, label, enabled: bool, step| {
        view.icon_press(icon, label, Weight::Secondary, enabled.then_some(Msg::History(HistoryMsg::Month(step))))
    };
    let steps = Node::row([
        step(Icon::ChevronLeft, words.calendar.earlier.as_str(), earlier, -1),
        step(Icon::ChevronRight, words.calendar.later.as_str(), later, 1),
    ]);
    let head = Node::wrap([heading.basis(metrics.position_thumb), steps.gap(metrics.gap_8)]).gap(metrics.gap_8);
    let customs = view.model.customs;
    let mut weeks = vec![week(words.dates.week(customs).map(|(short, long)| weekday(view, short, long)))];
    weeks.extend(view.model.history.calendar(today, customs).chunks(7).map(|days| {
        week(days.iter().map(|&date| if date.month() == month.month() { day(view, date) } else { Node::space(0.0).share(1.0) }))
    }));
    let table = Node::column(weeks).role(Role::Table, move |node| node.set_label(label));
    Node::column([head, table])
}

fn week<'a>(days: impl Iterator<Item = Node<'a>>) -> Node<'a> {
    Node::row(days.collect::<Vec<_>>()).level().role(Role::Row, |_| {})
}

fn weekday<'a>(view: View<'a>, short: &'a str, long: &'a str) -> Node<'a> {
    let metrics = view.metrics();
    let role = TextRole { weight: FontWeight::Semibold, ..metrics.small };
    let words = Node::wide(metrics.small.line + metrics.gap_8, move |ui, _| {
        let response = ui.interact(ui.max_rect(), ui.unique_id().with("weekday"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, long));
        within(ui, view, ui.max_rect(), role, Token::Ink2, short);
    });
    words.share(1.0)
}

/// Words in the middle of a rectangle, in smaller letters where they would leave it.
fn within(ui: &Ui, view: View<'_>, rect: Rect, role: TextRole, token: Token, words: &str) {
    let natural = text::line_width(ui, view.kit.theme, role, words);
    let role = TextRole { size: role.size * (rect.width() / natural.max(1.0)).min(1.0), ..role };
    button::centred_text(ui, view.kit, rect, role, token, words);
}

/// One day: its number, and under it what it held.
fn day(view: View<'_>, date: Date) -> Node<'_> {
    let (theme, metrics) = (view.kit.theme, view.metrics());
    let marks = view.model.history.log.marks(date);
    let is_today = date == view.model.now.date();
    let role = TextRole { weight: if is_today { FontWeight::Semibold } else { FontWeight::Regular }, ..metrics.meta };
    let number = Node::wide(metrics.meta.line, move |ui, _| {
        let line = ui.max_rect();
        if is_today {
            let size = vec2(metrics.gap_36.min(line.width()), line.height() + metrics.gap_4);
            let pill = Rect::from_center_size(line.center(), size);
            ui.painter().rect_filled(pill, radius(pill.height() / 2.0), theme.color(Token::Ink));
        }
        let ink = if is_today { Token::Bg } else { Token::Ink };
        within(ui, view, line, role, ink, &date.day().to_string());
    });
    let shown = Node::row(marks_of(marks).into_iter().map(|mark| node(view, mark)).collect::<Vec<_>>());
    let day = Node::column([number, shown.together().gap(metrics.gap_4)]).gap(metrics.gap_4 / 2.0);
    let day = day.share(1.0).least_height(metrics.calendar_row);
    if view.model.history.log.within(date, date).next().is_none() {
        return day.on(move |ui, rect, _| {
            let response = ui.interact(rect, ui.unique_id().with(date.day()), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, view.model.day_line(date, marks)));
        });
    }
    // A day that holds something opens it: a cell with a button as large as itself.
    let cell = move |node: &mut accesskit::Node| node.set_label(view.model.day_line(date, marks));
    day.role(Role::Cell, cell).on(move |ui, rect, out| {
        let response = ui.interact(rect, ui.unique_id().with(("day", date.day())), Sense::click());
        let words = &view.model.book.history.calendar.open;
        response.widget_info(|| {
            let name = fill(words, &[("day", &view.model.day_line(date, marks))]);
            WidgetInfo::labeled(Role::Button, true, name)
        });
        if response.hovered() {
            ui.painter().rect_filled(rect, radius(metrics.radius_row), theme.color(Token::PrimarySoft));
        }
        focus::ring(ui, theme, &response, rect, metrics.radius_row);
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            out.push(Msg::History(HistoryMsg::LookAtDay(date)));
        }
    })
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

/// A mark: smaller where many stand in a narrow day.
fn node(view: View<'_>, mark: Mark) -> Node<'_> {
    let side = view.metrics().calendar_dot;
    let measure = move |_: &Ui, width| match width {
        Width::Least => vec2(0.0, side),
        Width::Natural => Vec2::splat(side),
        Width::Of(width) => vec2(width.min(side), side),
    };
    Node::leaf(measure, move |ui, _| {
        let rect = ui.max_rect();
        paint(ui, view, Rect::from_center_size(rect.center(), Vec2::splat(rect.width().min(side))), mark);
    })
}

fn paint(ui: &Ui, view: View<'_>, rect: Rect, mark: Mark) {
    let (theme, metrics) = (view.kit.theme, view.metrics());
    let painter = ui.painter();
    let ring = metrics.selected_border.min(rect.width() / 3.0);
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
pub(super) fn legend(view: View<'_>) -> Node<'_> {
    let words = &view.model.book.history.calendar;
    let month = view.model.history.month(view.model.now.date());
    let off = view.model.history.log.marks_of(month, month.last_of_month()).locks > 0;
    let all = [
        (Mark::Session, words.session.as_str()),
        (Mark::WarmUp, &words.warm_up),
        (Mark::Stopped, &words.stopped),
        (Mark::Off, &words.off),
    ];
    let all = all.into_iter().filter(|(mark, _)| *mark != Mark::Off || off);
    view.legend(all.map(|(mark, words)| (node(view, mark).rigid(), words)))
}
