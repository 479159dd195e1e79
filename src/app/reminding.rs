//! Reminders in the window: switched on and off, their times, and what can be expected of them.
//!
//! Not the reminding, which goes on without a window. Invariant: whatever changes the settings (a switch, a reset,
//! deleting everything), what the system was asked to start follows them.

use jiff::civil::{Time, time};

use crate::{
    app::{Effect, Model, Route, save::save},
    limit::DailyLimit,
    moment::Moment,
    reminder::{self, Memory, Outlook, TimeProblem, Wanted},
    settings::Settings,
};

/// When the first reminder comes until a person says when.
const USUAL_TIME: Time = time(9, 0, 0, 0);
/// How often what was shown is read again while its page is open, in seconds.
const LOOK_SECS: u64 = 30;

/// What is done with reminders, and what the machine reports about them.
#[derive(Debug, Clone, PartialEq)]
pub enum ReminderMsg {
    /// On or off.
    Turn(bool),
    /// This stands in the field of the first or second time now.
    Typed(usize, String),
    /// The field was left, or Enter pressed.
    Entered(usize),
    /// Show one now.
    ShowOne,
    /// Who shows notes here; `None` is nobody.
    Service(Option<String>),
    /// What was shown so far.
    Remembered(Box<Memory>),
    /// How setting it up went, or taking it away; with why not.
    Arranged(Result<(), String>),
    /// Whether the one that was asked for was shown.
    Tried(bool),
}

/// What should happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReminderEffect {
    /// Have the system start what reminds, and start it now.
    Arrange(Vec<Time>),
    /// Take all of that away.
    Remove,
    /// See who shows notes here, and what was shown.
    Look,
    /// Show one now.
    ShowOne,
}

/// Whether notes can be shown here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Service {
    /// Not asked, or no answer yet.
    #[default]
    Unknown,
    /// By this.
    Ready(String),
    /// Nobody does.
    Missing,
}

/// How showing one went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Trial {
    /// Nobody asked.
    #[default]
    None,
    /// It is being shown.
    Asked,
    /// It was shown.
    Shown,
    /// It could not be.
    Failed,
}

/// What changed with the number of sessions a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecondTime {
    /// It is gone.
    Gone,
    /// It was added.
    Added,
}

/// A field for a time of day, as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TimeField {
    /// What was typed, until it is a time that counts.
    pub typed: Option<String>,
    /// What is wrong with it.
    pub problem: Option<TimeProblem>,
}

/// Everything about reminders that is not a setting.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reminders {
    /// Whether notes can be shown here.
    pub service: Service,
    /// What was shown so far.
    pub memory: Memory,
    /// Why they could not be set to start with the computer.
    pub not_arranged: Option<String>,
    /// The fields.
    pub fields: [TimeField; 2],
    /// Said once when the number of sessions changed.
    pub second: Option<SecondTime>,
    /// The one that was asked for.
    pub trial: Trial,
    /// When the machine was last asked.
    looked: Option<Moment>,
}

impl Model {
    /// When the next reminder comes, or why none does.
    pub fn reminder_outlook(&self) -> Outlook {
        let Settings { reminders, reminder_times, daily_limit, needs_check, .. } = &self.settings;
        let wanted = Wanted { on: *reminders, times: reminder_times, limit: *daily_limit, needs_check: *needs_check };
        reminder::outlook(self.now.stamp, wanted, self.day.record(self.now), &self.reminders.memory)
    }
}

pub(super) fn update(model: &mut Model, message: ReminderMsg, effects: &mut Vec<Effect>) {
    match message {
        ReminderMsg::Turn(on) => turn(model, on, effects),
        ReminderMsg::Typed(place, text) => typed(model, place, text, effects),
        ReminderMsg::Entered(place) => entered(model, place, effects),
        ReminderMsg::ShowOne => {
            model.reminders.trial = Trial::Asked;
            effects.push(Effect::Reminder(ReminderEffect::ShowOne));
        }
        ReminderMsg::Service(name) => model.reminders.service = name.map_or(Service::Missing, Service::Ready),
        ReminderMsg::Remembered(memory) => model.reminders.memory = *memory,
        ReminderMsg::Arranged(outcome) => model.reminders.not_arranged = outcome.err(),
        ReminderMsg::Tried(true) => model.reminders.trial = Trial::Shown,
        ReminderMsg::Tried(false) => {
            model.reminders.trial = Trial::Failed;
            // Why not may have changed since it was last asked, and is said beside it.
            look(model, effects);
        }
    }
}

fn turn(model: &mut Model, on: bool, effects: &mut Vec<Effect>) {
    model.settings.reminders = on;
    if on && model.settings.reminder_times.is_empty() {
        model.settings.reminder_times.push(USUAL_TIME);
        add_second(&mut model.settings);
    }
    model.reminders.fields = Default::default();
    model.reminders.second = None;
    if on {
        look(model, effects);
    }
    save(model, effects);
}

/// A time that is written out whole, as the field itself writes it, counts at once; anything else may still grow.
fn typed(model: &mut Model, place: usize, text: String, effects: &mut Vec<Effect>) {
    let whole = [false, false, true, false, false];
    let is_whole = text.trim().len() == whole.len()
        && text
            .trim()
            .chars()
            .zip(whole)
            .all(|(letter, is_sign)| if is_sign { ":.h".contains(letter) } else { letter.is_ascii_digit() });
    let Some(field) = model.reminders.fields.get_mut(place) else { return };
    *field = TimeField { typed: Some(text), problem: None };
    if is_whole {
        entered(model, place, effects);
    }
}

fn entered(model: &mut Model, place: usize, effects: &mut Vec<Effect>) {
    let Some(field) = model.reminders.fields.get_mut(place) else { return };
    let Some(text) = field.typed.clone() else { return };
    let times = &mut model.settings.reminder_times;
    let others: Vec<Time> = times.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, &time)| time).collect();
    match reminder::validate(&text, &others) {
        Err(problem) => field.problem = Some(problem),
        Ok(time) => {
            *field = TimeField::default();
            model.reminders.second = None;
            match times.get_mut(place) {
                Some(known) => *known = time,
                None => times.push(time),
            }
            save(model, effects);
        }
    }
}

/// Asks the machine who shows notes, and what was shown.
pub(super) fn look(model: &mut Model, effects: &mut Vec<Effect>) {
    model.reminders.looked = Some(model.now.moment);
    effects.push(Effect::Reminder(ReminderEffect::Look));
}

/// Looks again while the page is open.
pub(super) fn tick(model: &mut Model, effects: &mut Vec<Effect>) {
    let looked = model.reminders.looked;
    let is_old = looked.is_none_or(|looked| model.now.moment.since(looked).as_secs() >= LOOK_SECS);
    if model.route == Route::Settings && is_old {
        look(model, effects);
    }
}

/// What of the settings the system has to follow.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Before {
    on: bool,
    times: Vec<Time>,
    limit: DailyLimit,
}

/// How the settings stand before a message.
pub(super) fn before(model: &Model) -> Before {
    let Settings { reminders, reminder_times, daily_limit, .. } = &model.settings;
    Before { on: *reminders, times: reminder_times.clone(), limit: *daily_limit }
}

/// Lets the second time and the system follow what a message has changed.
pub(super) fn follow(model: &mut Model, before: &Before, effects: &mut Vec<Effect>) {
    let limit = model.settings.daily_limit;
    if limit != before.limit && model.settings.reminders && before.on {
        let count = model.settings.reminder_times.len();
        model.settings.reminder_times.truncate(limit.sessions());
        add_second(&mut model.settings);
        let now = model.settings.reminder_times.len();
        model.reminders.second = match now.cmp(&count) {
            std::cmp::Ordering::Less => Some(SecondTime::Gone),
            std::cmp::Ordering::Greater => Some(SecondTime::Added),
            std::cmp::Ordering::Equal => None,
        };
        if now != count {
            model.reminders.fields = Default::default();
            save(model, effects);
        }
    }
    let times = reminder::times_in_use(&model.settings.reminder_times, limit);
    let after = self::before(model);
    if after == *before {
        return;
    }
    match (before.on, after.on) {
        (_, true) => effects.push(Effect::Reminder(ReminderEffect::Arrange(times))),
        (true, false) => {
            model.reminders = Reminders { service: model.reminders.service.clone(), ..Reminders::default() };
            effects.push(Effect::Reminder(ReminderEffect::Remove));
        }
        (false, false) => {}
    }
}

/// Where a day has room for a second session, and only one time is known.
fn add_second(settings: &mut Settings) {
    if let (DailyLimit::Twice, &[first]) = (settings.daily_limit, settings.reminder_times.as_slice()) {
        settings.reminder_times.push(reminder::proposed_second(first));
    }
}
