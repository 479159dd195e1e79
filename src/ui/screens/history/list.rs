//! The entries of the month that shows, the newest first; each opens close up.
//!
//! Invariant: as many rows are drawn as are listed, and no more are listed than were asked for.

use eframe::egui::{Color32, CursorIcon, Margin, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::{
    app::{EntryLine, HistoryMsg, Msg},
    content::fill,
    drawing::Token,
    history::Entry,
    ui::{
        Messages, View,
        metrics::{TextRole, Weight as FontWeight},
        pane::WidthClass,
        theme::radius,
        widgets::{
            button::{Button, Weight},
            focus, frames, text,
        },
    },
};

/// Where the columns begin, as shares of the width: when, what, how far, how it felt.
const COLUMNS: [f32; 4] = [0.0, 0.19, 0.62, 0.825];

/// The column that says what it was, and by which plan.
const WHAT: usize = 1;

/// The card.
pub(super) fn show(ui: &mut Ui, view: View<'_>, room: WidthClass, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.history);
    let today = view.model.now.date();
    let (entries, more) = view.model.history.listed(today);
    let pad = Margin::symmetric(metrics.gap_20 as i8, metrics.gap_4 as i8);
    frames::card_frame(theme, false, metrics.gap_20).inner_margin(pad).show(ui, |ui| {
        ui.set_width(ui.available_width());
        if entries.is_empty() {
            ui.add_space(metrics.gap_16);
            text::show(ui, theme, metrics.body, Token::Ink2, &words.list.none);
            ui.add_space(metrics.gap_16);
            return;
        }
        for (index, entry) in entries.into_iter().enumerate() {
            if index > 0 {
                frames::rule(ui, theme);
            }
            row(ui, view, room, entry, out);
        }
        if more > 0 {
            frames::rule(ui, theme);
            let label = &words.list.more;
            if Button::new(view.kit, Weight::Quiet, label).height(metrics.button_small).show(ui, view.kit).clicked() {
                out.push(Msg::History(HistoryMsg::More));
            }
        }
    });
}

fn row(ui: &mut Ui, view: View<'_>, room: WidthClass, entry: &Entry, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.history.list);
    let line = view.model.entry_line(entry);
    let narrow = room == WidthClass::Column;
    let height = if narrow { metrics.nav.line * 2.0 + metrics.gap_16 } else { metrics.button_small };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, fill(&words.look, &[("what", &line.whole())])));
    if ui.is_rect_visible(rect) {
        if response.hovered() {
            let ground = rect.expand2(vec2(metrics.gap_12, 0.0));
            ui.painter().rect_filled(ground, radius(metrics.radius_row), theme.color(Token::Sunk));
        }
        paint(ui, view, rect, &line, narrow);
    }
    focus::ring(ui, theme, &response, rect.expand2(vec2(metrics.gap_8, 0.0)), metrics.radius_row);
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        out.push(Msg::History(HistoryMsg::Look(entry.name())));
    }
}

fn paint(ui: &Ui, view: View<'_>, rect: Rect, line: &EntryLine, narrow: bool) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let felt = TextRole { weight: FontWeight::Semibold, ..metrics.nav };
    let mark = if line.worse { Token::NoteInk } else { Token::Ink };
    let parts = [
        (&line.when, metrics.nav, Token::Ink),
        (&line.what, metrics.nav, Token::Ink),
        (&line.detail, metrics.nav, Token::Ink2),
        (&line.felt, felt, mark),
    ];
    for (index, (words, role, token)) in parts.into_iter().enumerate() {
        let (left, middle, right) = if narrow {
            let (column, lower) = (index % 2, index / 2);
            let middle = rect.top() + metrics.gap_8 + metrics.nav.line * (lower as f32 + 0.5);
            let half = rect.width() / 2.0;
            (half * column as f32, middle, half * (column + 1) as f32)
        } else {
            let share = COLUMNS.get(index).copied().unwrap_or(0.0);
            let end = COLUMNS.get(index + 1).copied().unwrap_or(1.0);
            (rect.width() * share, rect.center().y, rect.width() * end)
        };
        let mut job = text::job(theme, role, token, words, (right - left - metrics.gap_8).max(0.0));
        job.wrap.max_rows = 1;
        let galley = ui.painter().layout_job(job);
        let at = pos2(rect.left() + left, middle - galley.size().y / 2.0);
        // Where there is no room for it, the plan stands in the entry close up.
        let end = left + galley.size().x + metrics.gap_12;
        ui.painter().galley(at, galley, Color32::PLACEHOLDER);
        if index == WHAT && !narrow && !line.plan.is_empty() {
            let mut job = text::job(theme, metrics.meta, Token::Ink2, &line.plan, (right - end - metrics.gap_8).max(0.0));
            job.wrap.max_rows = 1;
            let galley = ui.painter().layout_job(job);
            let at = pos2(rect.left() + end, middle - galley.size().y / 2.0);
            ui.painter().galley(at, galley, Color32::PLACEHOLDER);
        }
    }
}
