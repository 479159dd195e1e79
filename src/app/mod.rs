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
mod copying;
mod day;
mod details;
mod effect;
mod finding;
mod floor;
mod flow;
mod gating;
mod history;
mod language;
mod model;
mod movement;
mod msg;
mod navigate;
mod notice;
mod offers;
mod plan;
mod practice_round;
mod print;
mod reading;
mod reading_parts;
mod remember;
mod reminding;
mod renderer;
mod report;
mod route;
mod save;
mod sheet;
mod sound;
mod suiting;
mod suits;
mod system_look;
mod take_back;
mod trail;
mod undo;
mod update;
mod warm_up;
mod weeks;

pub use crate::content::PositionTab;
pub use book::Book;
pub use choosing::{Choice, Choosing, SAVED_SHOWS, SettingsMsg};
pub use copying::Copied;
pub use day::Day;
pub use details::{Machine, details};
pub use effect::{Effect, PrintEffect, SheetRequest};
pub use finding::{FindMsg, Finding, Sought};
pub use floor::{Floor, FloorForm, FloorMsg};
pub use history::{
    CHART_WEEKS, EntryLine, Exported, HistoryEffect, HistoryMsg, HistoryPage, HistoryRead, HistoryState, ImportRead, Open, Scope,
    Table, Trouble,
};
pub use language::Languages;
pub use model::{Closed, Model, PracticeRun, PracticeState, SessionStage, Special};
pub use msg::{GatingMsg, MovementMsg, Msg, PracticeMsg, Reread, SettingsDamage, SettingsRead, SheetSaved, WarmUpMsg};
pub use offers::Slot;
pub use plan::{KeptPlan, PlanEffect, PlanFile, PlanMsg, PlanState, Preview, session_numbers};
pub use print::{Busy, PrintMsg, PrintState, PrinterChoice, Shown, Zoom};
pub use reading::ReadAloud;
pub use reading_parts::ReadPart;
pub use reminding::{ReminderEffect, ReminderMsg, Reminders, SecondTime, Service, TimeField, Trial};
pub use renderer::Renderer;
pub use route::Route;
pub use sheet::{sheet_document, sheet_facts};
pub use sound::{Heard, Reading, SoundEffect, SoundMsg, SoundState, Voice};
pub use suits::{AskFirst, RuledOut, SuitAnswer, SuitQuestion, Suitable, Suits, SuitsMsg};
pub use system_look::SystemLook;
pub use trail::{Trail, Way};
pub use undo::{Undo, UndoMsg, Was};
pub use update::{next_wake, update};
pub use warm_up::WarmUpWay;
pub use weeks::sheet_weeks;
