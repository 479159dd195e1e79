//! Reminders: the switch, a time of day for each session, and what can be expected of them.
//!
//! Not the times' rules: see [`crate::reminder`]. Invariant: what is wrong with a time stands under its own field.

use eframe::egui::{Key, TextEdit, Ui, accesskit::Live, vec2};
use jiff::civil::{DateTime, Time};

use super::row::Row;
use crate::{
    app::{Model, Msg, ReminderMsg, SecondTime, Service, Trial},
    content::fill,
    drawing::Token,
    limit::{HOURS_APART, Why},
    reminder::{Quiet, TimeProblem},
    ui::{
        Messages, View,
        layout::{Node, parts},
        widgets::{button::Weight, field, icon::Icon},
    },
};

/// The rows, under those about the number of sessions.
pub(super) fn rows<'a>(view: View<'a>) -> Vec<Row<'a>> {
    let (kit, metrics, words) = (view.kit, view.metrics(), &view.model.book.reminders.settings);
    let (settings, state) = (&view.model.settings, &view.model.reminders);
    let turn = Msg::Reminder(ReminderMsg::Turn(!settings.reminders));
    let mut rows = vec![view.switch(&words.title, words.detail.as_str(), settings.reminders, turn)];
    if settings.reminders {
        let live = |token, said: String| parts::live(kit, metrics.meta, token, said, Live::Polite);
        let count = settings.daily_limit.sessions();
        let fields = (0..count).filter_map(|place| {
            let name = match (count, place) {
                (1, _) => &words.time,
                (_, 0) => &words.first_time,
                _ => &words.second_time,
            };
            time_field(view, place, name)
        });
        rows.push(Node::wrap(fields.collect::<Vec<_>>()).top().gap(metrics.gap_16));
        rows.push(parts::live(kit, metrics.body, Token::Ink, expectation(view.model), Live::Polite));
        rows.extend(state.second.map(|second| match second {
            SecondTime::Gone => live(Token::Ink2, words.second_gone.clone()),
            SecondTime::Added => live(Token::Ink2, words.second_added.clone()),
        }));
        if state.service == Service::Missing {
            rows.push(view.note(Icon::Info, &words.missing_lead, &words.missing));
        }
        if let Some(why) = &state.not_arranged {
            rows.push(view.note(Icon::Info, &words.not_arranged_lead, fill(&words.not_arranged, &[("why", why)])));
        }
        rows.push(sample(view));
    }
    rows.into_iter().map(Row::Whole).collect()
}

/// One time of day, with what is wrong with it below.
fn time_field<'a>(view: View<'a>, place: usize, name: &'a str) -> Option<Node<'a>> {
    let (metrics, words) = (view.metrics(), &view.model.book.reminders.settings);
    let field = view.model.reminders.fields.get(place)?;
    let width = 3.0 * metrics.switch.0;
    let edit = Node::fixed(vec2(width, metrics.button_small), move |ui, out| edit(ui, view, place, name, out));
    let mut parts = vec![view.meta(name), edit.shrinks()];
    let problem = field.problem.map(|problem| match problem {
        TimeProblem::NotATime => words.not_a_time.clone(),
        TimeProblem::TooClose => fill(&words.too_close, &[("n", &HOURS_APART.to_string())]),
    });
    parts.extend(problem.map(|problem| parts::live(view.kit, metrics.meta, Token::StopInk, problem, Live::Polite)));
    Some(Node::column(parts).gap(metrics.gap_4).most_width(width))
}

fn edit(ui: &mut Ui, view: View<'_>, place: usize, name: &str, out: &mut Messages) {
    let (metrics, model) = (view.metrics(), view.model);
    let Some(field) = model.reminders.fields.get(place) else { return };
    let known = model.settings.reminder_times.get(place).map(|&time| clock(model, time)).unwrap_or_default();
    let mut typed = field.typed.clone().unwrap_or(known);
    let id = eframe::egui::Id::unique(("time of day", place));
    let focused = ui.memory(|memory| memory.has_focus(id));
    let edit = TextEdit::singleline(&mut typed).id(id).char_limit(12);
    let wrong = field.problem.is_some();
    let response = field::show(ui, view.kit.theme, metrics.lead, name, wrong, metrics.button_small, edit);
    if response.changed() {
        out.push(Msg::Reminder(ReminderMsg::Typed(place, typed)));
    } else if response.lost_focus() || (focused && ui.input(|input| input.key_pressed(Key::Enter))) {
        out.push(Msg::Reminder(ReminderMsg::Entered(place)));
    }
}

/// The note as it will look, and a way to see one.
fn sample(view: View<'_>) -> Node<'_> {
    let (kit, metrics) = (view.kit, view.metrics());
    let (words, note) = (&view.model.book.reminders.settings, &view.model.book.reminders.note);
    let said = match view.model.reminders.trial {
        Trial::None => None,
        Trial::Asked => Some(&words.showing),
        Trial::Shown => Some(&words.shown),
        Trial::Failed if view.model.reminders.service == Service::Missing => Some(&words.nobody_shows),
        Trial::Failed => Some(&words.not_shown),
    };
    let button = view.button(Weight::Quiet, &words.show_one).height(metrics.button_small);
    let waits = view.model.reminders.trial == Trial::Asked;
    let button = view.press(button, Msg::Reminder(ReminderMsg::ShowOne)).enabled(!waits);
    let mut parts = vec![view.row(view.told(&note.title, note.body.as_str()), button)];
    parts.extend(said.map(|said| parts::live(kit, metrics.meta, Token::Ink2, said, Live::Polite)));
    parts::ground(kit, Token::Sunk, metrics.radius_button, Node::column(parts).gap(metrics.gap_4).pad(metrics.gap_12))
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
    model.book.history.dates.time(time, model.customs)
}
