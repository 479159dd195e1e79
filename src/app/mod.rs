//! The program without its window: a model, messages, and what follows from them.
//!
//! `update(model, message, now)` changes the model and returns effects as data; `next_wake` says when to look
//! again. Nothing here draws, waits, reads a clock or touches a file.
//!
//! Invariant: only [`update()`] changes a [`Model`].

mod aside;
mod ask;
mod book;
mod choosing;
mod day;
mod effect;
mod floor;
mod flow;
mod gating;
mod history;
mod model;
mod movement;
mod msg;
mod navigate;
mod notice;
mod offers;
mod plan;
mod print;
mod reading;
mod remember;
mod reminding;
mod renderer;
mod report;
mod route;
mod save;
mod sheet;
mod sound;
mod update;
mod weeks;

pub use book::Book;
pub use choosing::{Choice, Choosing, SAVED_SHOWS, SettingsMsg};
pub use day::Day;
pub use effect::{Effect, PrintEffect, SheetRequest};
pub use floor::{Floor, FloorForm, FloorMsg};
pub use history::{
    CHART_WEEKS, EntryLine, Exported, HistoryEffect, HistoryMsg, HistoryPage, HistoryRead, HistoryState, ImportRead, Open, Scope,
    Table, Trouble,
};
pub use model::{Closed, Model, PositionTab, PracticeRun, PracticeState, SessionStage, Special};
pub use msg::{GatingMsg, MovementMsg, Msg, PracticeMsg, Reread, SettingsDamage, SettingsRead, SheetSaved, WarmUpMsg};
pub use offers::Slot;
pub use plan::{KeptPlan, PlanEffect, PlanFile, PlanMsg, PlanState, Preview, session_numbers};
pub use print::{Busy, PrintMsg, PrintState, PrinterChoice, Shown, Zoom};
pub use reading::ReadAloud;
pub use reminding::{ReminderEffect, ReminderMsg, Reminders, SecondTime, Service, TimeField, Trial};
pub use renderer::Renderer;
pub use route::Route;
pub use sheet::{sheet_document, sheet_facts};
pub use sound::{Heard, SoundEffect, SoundMsg, SoundState, Voice};
pub use update::{next_wake, update};
pub use weeks::sheet_weeks;
