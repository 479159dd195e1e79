//! The rows of reminders: what they say, what they take, and what the system is asked to follow.

use egui::Key;
use egui::accesskit::{Live, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use gentleback::app::{Choice, Effect, HistoryMsg, Msg, ReminderEffect, ReminderMsg, Route, Scope, SettingsMsg};
use gentleback::limit::DailyLimit;
use jiff::civil::{Time, time};

use super::app::Desk;

const NINE: Time = time(9, 0, 0, 0);

/// The settings page with reminders on, for one session a day. It is nine in the morning.
fn page() -> Desk {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Settings));
    desk.click_role(Role::Switch, "Remind me");
    desk
}

/// What the system was asked about reminders since the last time, but for looking.
fn asked(desk: &mut Desk) -> Vec<ReminderEffect> {
    let effects = std::mem::take(&mut desk.harness.state_mut().effects);
    let reminders = effects.into_iter().filter_map(|effect| match effect {
        Effect::Reminder(effect) if effect != ReminderEffect::Look => Some(effect),
        _ => None,
    });
    reminders.collect()
}

/// Puts these words into a field, as somebody types them, without Enter.
fn write(desk: &mut Desk, field: &str, words: &str) {
    desk.reach(Role::TextInput, field).focus();
    desk.settle();
    desk.chord(egui::Modifiers::COMMAND, Key::A);
    desk.harness.get_by_role_and_label(Role::TextInput, field).type_text(words);
    desk.settle();
}

#[test]
fn on_is_followed_at_once_and_off_takes_everything_away() {
    let mut desk = page();
    assert_eq!(desk.model().settings.reminder_times, [NINE]);
    assert_eq!(asked(&mut desk), [ReminderEffect::Arrange(vec![NINE])]);
    assert!(desk.reads("Next: tomorrow at 09:00."), "nine has just come");
    desk.click_role(Role::Switch, "Remind me");
    assert_eq!(asked(&mut desk), [ReminderEffect::Remove]);
    assert!(!desk.has(Role::TextInput, "Time"));
}

#[test]
fn a_time_is_taken_when_it_is_whole_or_entered_and_a_wrong_one_is_said_under_it() {
    let mut desk = page();
    asked(&mut desk);
    assert!(desk.reach(Role::TextInput, "Time").rect().height() >= 44.0, "as high as everything that is hit");
    write(&mut desk, "Time", "10:30");
    assert_eq!(desk.model().settings.reminder_times, [time(10, 30, 0, 0)]);
    assert_eq!(asked(&mut desk), [ReminderEffect::Arrange(vec![time(10, 30, 0, 0)])]);
    assert!(desk.reads("Next: today at 10:30."));

    write(&mut desk, "Time", "8");
    assert_eq!(desk.model().settings.reminder_times, [time(10, 30, 0, 0)], "it may still grow");
    desk.key(Key::Enter);
    assert_eq!(desk.model().settings.reminder_times, [time(8, 0, 0, 0)]);

    // As people write it; the field has it in its own form afterwards.
    write(&mut desk, "Time", "21h30");
    assert_eq!(desk.model().settings.reminder_times, [time(21, 30, 0, 0)]);
    write(&mut desk, "Time", "9:30 p.m.");
    desk.key(Key::Enter);
    assert_eq!(desk.model().settings.reminder_times, [time(21, 30, 0, 0)]);
    assert_eq!(desk.model().reminders.fields[0].typed, None);
    write(&mut desk, "Time", "8 am");
    desk.key(Key::Enter);
    assert_eq!(desk.model().settings.reminder_times, [time(8, 0, 0, 0)]);

    write(&mut desk, "Time", "late");
    assert!(!desk.reads("Use a time like 09:00."), "not while it is typed");
    desk.key(Key::Tab);
    assert!(desk.reads("Use a time like 09:00."));
    let said = desk.harness.get_by_label("Use a time like 09:00.");
    assert_eq!(said.accesskit_node().live(), Live::Polite);
    assert_eq!(desk.model().settings.reminder_times, [time(8, 0, 0, 0)], "the old one stays");
}

#[test]
fn two_sessions_have_two_times_at_least_four_hours_apart() {
    let mut desk = page();
    desk.send(Msg::Set(Choice::Limit(DailyLimit::Twice)));
    assert_eq!(desk.model().settings.reminder_times, [NINE, time(18, 0, 0, 0)]);
    assert!(desk.reads("Twice a day needs a second time"));
    write(&mut desk, "Second time", "12:59");
    assert!(desk.reads("Keep at least 4 hours between the two times."));
    write(&mut desk, "Second time", "13:00");
    assert_eq!(desk.model().settings.reminder_times, [NINE, time(13, 0, 0, 0)]);
    asked(&mut desk);
    desk.send(Msg::Set(Choice::Limit(DailyLimit::Once)));
    assert_eq!(desk.model().settings.reminder_times, [NINE]);
    assert!(desk.reads("Once a day needs only one time, so the second one is gone."));
    assert_eq!(asked(&mut desk), [ReminderEffect::Arrange(vec![NINE])]);
}

#[test]
fn a_reset_and_deleting_everything_take_reminders_away_too() {
    for all in [Msg::Settings(SettingsMsg::Reset), Msg::History(HistoryMsg::DeleteAll(Scope::Everything))] {
        let mut desk = page();
        asked(&mut desk);
        desk.send(all.clone());
        assert!(!desk.model().settings.reminders);
        assert_eq!(asked(&mut desk), [ReminderEffect::Remove], "{all:?}");
    }
}

#[test]
fn a_computer_that_shows_no_notes_is_told() {
    let mut desk = page();
    desk.send(Msg::Reminder(ReminderMsg::Service(Some("Plasma".to_owned()))));
    assert!(!desk.reads("Nothing on this computer shows notes"));
    desk.send(Msg::Reminder(ReminderMsg::Service(None)));
    assert!(desk.reads("Nothing on this computer shows notes"));
    desk.send(Msg::Reminder(ReminderMsg::Arranged(Err("no folder".to_owned()))));
    assert!(desk.reads("(no folder)"));
    desk.click("Show one now");
    assert_eq!(asked(&mut desk).last(), Some(&ReminderEffect::ShowOne));
    desk.send(Msg::Reminder(ReminderMsg::Tried(false)));
    assert!(desk.reads("The note could not be shown, because nothing on this computer shows notes."));
    let looks = |effect: &Effect| *effect == Effect::Reminder(ReminderEffect::Look);
    assert!(desk.harness.state().effects.iter().any(looks), "why is asked anew");
    desk.send(Msg::Reminder(ReminderMsg::Service(Some("Plasma".to_owned()))));
    assert!(desk.reads("The note could not be shown, because your system did not answer."));
    desk.click("Show one now");
    assert!(desk.reads("The note is on its way."));
    desk.send(Msg::Reminder(ReminderMsg::Tried(true)));
    assert!(desk.reads("The note was sent. If you see nothing, notes may be switched off in your system’s settings."));
}

#[test]
fn a_reminder_never_speaks_of_popping() {
    let desk = Desk::wide();
    let note = &desk.model().book.reminders.note;
    for words in [&note.title, &note.body, &note.open, &note.snooze, &note.not_today] {
        assert!(!words.to_lowercase().contains("pop"), "{words}");
    }
}
