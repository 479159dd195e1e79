//! The program without its window: a model, messages, and what follows from them.
//!
//! `update(model, message, now)` changes the model and returns effects as data; `next_wake` says when to look
//! again. Nothing here draws, waits, reads a clock or touches a file.
//!
//! Invariant: only [`update()`] changes a [`Model`].

mod ask;
mod book;
mod day;
mod effect;
mod flow;
mod model;
mod msg;
mod remember;
mod report;
mod route;
mod sheet;
mod update;

pub use book::Book;
pub use day::Day;
pub use effect::{Effect, SheetRequest};
pub use model::{Closed, Model, PositionTab, PracticeRun, PracticeState, SessionStage, Special};
pub use msg::{HistoryRead, Msg, PracticeMsg, Reread, SettingsRead, SheetSaved, WarmUpMsg};
pub use route::Route;
pub use sheet::sheet_document;
pub use update::{next_wake, update};
