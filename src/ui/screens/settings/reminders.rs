//! Reminders: the switch, a time of day for each session, and what can be expected of them.
//!
//! Not the times' rules: see [`crate::reminder`]. Invariant: what is wrong with a time stands under its own field.

use eframe::egui::{self, Align, FontSelection, Key, Layout, TextEdit, Ui, Vec2, accesskit::Live, vec2};
use jiff::civil::{DateTime, Time};

use super::{Row, row};
use crate::{
    app::{Model, Msg, ReminderMsg, SecondTime, Service, Trial},
    content::fill,
    drawing::Token,
    limit::{HOURS_APART, Why},
    reminder::{Quiet, TimeProblem},
    ui::{
        Messages, View,
        theme::radius,
        widgets::{
            button::{Button, Weight},
            focus, frames,
            icon::Icon,
            switch, text,
        },
    },
};

/// The rows, under those about the number of sessions.
pub(super) fn show(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.reminders.settings);
    let (settings, state) = (&view.model.settings, &view.model.reminders);
    ui.add_space(metrics.gap_16);
    frames::rule(ui, theme);
    ui.add_space(metrics.gap_12);
    if switch::row(ui, view.kit, &words.title, &words.detail, settings.reminders).clicked() {
        out.push(Msg::Reminder(ReminderMsg::Turn(!settings.reminders)));
    }
    if !settings.reminders {
        return;
    }
    ui.add_space(metrics.gap_12);
    let count = settings.daily_limit.sessions();
    ui.with_layout(Layout::left_to_right(Align::Min).with_main_wrap(true), |ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(metrics.gap_16);
        for place in 0..count {
            let name = match (count, place) {
                (1, _) => &words.time,
                (_, 0) => &words.first_time,
                _ => &words.second_time,
            };
            time_field(ui, view, place, name, out);
        }
    });
    ui.add_space(metrics.gap_12);
    let response = text::show(ui, theme, metrics.body, Token::Ink, &expectation(view.model));
    text::announce(ui, &response, Live::Polite);
    let changed = state.second.map(|second| match second {
        SecondTime::Gone => &words.second_gone,
        SecondTime::Added => &words.second_added,
    });
    if let Some(changed) = changed {
        let response = text::show(ui, theme, metrics.meta, Token::Ink2, changed);
        text::announce(ui, &response, Live::Polite);
    }
    if state.service == Service::Missing {
        ui.add_space(metrics.gap_12);
        frames::note(ui, view.kit, Icon::Info, &words.missing_lead, &words.missing);
    }
    if let Some(why) = &state.not_arranged {
        ui.add_space(metrics.gap_12);
        frames::note(ui, view.kit, Icon::Info, &words.not_arranged_lead, &fill(&words.not_arranged, &[("why", why)]));
    }
    ui.add_space(metrics.gap_12);
    sample(ui, view, out);
}

/// One time of day, with what is wrong with it below.
fn time_field(ui: &mut Ui, view: View<'_>, place: usize, name: &str, out: &mut Messages) {
    let (theme, metrics, words) = (view.kit.theme, &view.kit.theme.metrics, &view.model.book.reminders.settings);
    let Some(field) = view.model.reminders.fields.get(place) else { return };
    let known = view.model.settings.reminder_times.get(place).map(|&time| clock(view.model, time)).unwrap_or_default();
    let width = 3.0 * metrics.switch.0;
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = metrics.gap_4;
        text::show(ui, theme, metrics.meta, Token::Ink2, name);
        let id = ui.make_persistent_id(("time of day", place));
        let focused = ui.memory(|memory| memory.has_focus(id));
        let line = if field.problem.is_some() { Token::Stop } else { Token::Control };
        let stroke =
            if focused { theme.line(metrics.selected_border, Token::Primary) } else { theme.line(metrics.control_border, line) };
        let across = metrics.gap_16 - stroke.width;
        // Part of the room above and below belongs to the text itself, so that a finger on it lands in the field.
        let inside = metrics.gap_8;
        let down = (metrics.segmented - metrics.lead.line) / 2.0 - stroke.width - inside;
        let frame = egui::Frame::new()
            .fill(theme.color(Token::Surface))
            .stroke(stroke)
            .corner_radius(radius(metrics.radius_button))
            .inner_margin(egui::Margin::symmetric(across.round() as i8, down.round() as i8));
        let shown = frame.show(ui, |ui| {
            let mut typed = field.typed.clone().unwrap_or(known);
            let edit = TextEdit::singleline(&mut typed)
                .id(id)
                .char_limit(12)
                .font(FontSelection::FontId(theme.format(metrics.lead, Token::Ink).font_id))
                .text_color(theme.color(Token::Ink))
                .frame(egui::Frame::NONE)
                .margin(egui::Margin::symmetric(0, inside.round() as i8))
                .desired_width(width - 2.0 * metrics.gap_16);
            let response = ui.add(edit).accessible_name(name);
            if response.changed() {
                out.push(Msg::Reminder(ReminderMsg::Typed(place, typed)));
            } else if response.lost_focus() || (focused && ui.input(|input| input.key_pressed(Key::Enter))) {
                out.push(Msg::Reminder(ReminderMsg::Entered(place)));
            }
        });
        if focused {
            focus::always(ui, theme, shown.response.rect, metrics.radius_button);
        }
        let problem = field.problem.map(|problem| match problem {
            TimeProblem::NotATime => words.not_a_time.clone(),
            TimeProblem::TooClose => fill(&words.too_close, &[("n", &HOURS_APART.to_string())]),
        });
        if let Some(problem) = problem {
            let response = text::show(ui, theme, metrics.meta, Token::StopInk, &problem);
            text::announce(ui, &response, Live::Polite);
        }
    });
}

/// The note as it will look, and a way to see one.
fn sample(ui: &mut Ui, view: View<'_>, out: &mut Messages) {
    let (theme, metrics) = (view.kit.theme, &view.kit.theme.metrics);
    let (words, note) = (&view.model.book.reminders.settings, &view.model.book.reminders.note);
    let frame = egui::Frame::new()
        .fill(theme.color(Token::Sunk))
        .corner_radius(radius(metrics.radius_button))
        .inner_margin(frames::margin(metrics.gap_16));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let said = match view.model.reminders.trial {
            Trial::None => None,
            Trial::Asked => Some(&words.showing),
            Trial::Shown => Some(&words.shown),
            Trial::Failed if view.model.reminders.service == Service::Missing => Some(&words.nobody_shows),
            Trial::Failed => Some(&words.not_shown),
        };
        let line = Row { title: &note.title, detail: &note.body, wide: 3.0 * metrics.switch.0 };
        row(ui, view, line, |ui, _| {
            let waits = view.model.reminders.trial == Trial::Asked;
            let button = Button::new(view.kit, Weight::Quiet, &words.show_one).height(metrics.button_small);
            let shown = ui.add_enabled_ui(!waits, |ui| button.show(ui, view.kit)).inner;
            if shown.clicked() {
                out.push(Msg::Reminder(ReminderMsg::ShowOne));
            }
        });
        if let Some(said) = said {
            let response = text::show(ui, theme, metrics.meta, Token::Ink2, said);
            text::announce(ui, &response, Live::Polite);
        }
    });
}

/// When the next one comes, and why today stays quiet.
fn expectation(model: &Model) -> String {
    let words = &model.book.reminders.settings;
    let outlook = model.reminder_outlook();
    let quiet = outlook.quiet.and_then(|quiet| match quiet {
        Quiet::Closed(Why::Locked) => Some(&words.quiet_locked),
        Quiet::Closed(Why::ClockBehind) => Some(&words.quiet_clock),
        Quiet::Closed(Why::Done { .. }) => Some(&words.quiet_done),
        Quiet::NotToday => Some(&words.quiet_not_today),
        Quiet::NeedsCheck => Some(&words.quiet_check),
        Quiet::Closed(Why::TooSoon) | Quiet::Off => None,
    });
    let next = outlook.next.map(|next| when(model, next));
    [quiet.cloned(), next].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// "Next: tomorrow at 09:00."
fn when(model: &Model, next: DateTime) -> String {
    let words = &model.book.reminders.settings;
    let today = model.now.date();
    let text = match next.date() {
        day if day == today => &words.next_today,
        day if today.tomorrow().ok() == Some(day) => &words.next_tomorrow,
        _ => &words.next_day,
    };
    fill(text, &[("time", &clock(model, next.time())), ("day", &model.book.history.dates.day(next.date()))])
}

fn clock(model: &Model, time: Time) -> String {
    model.book.history.dates.time(time)
}
