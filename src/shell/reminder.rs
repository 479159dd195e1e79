//! The window's part in reminders: has them started with the computer, or taken away, and shows one when asked.
//!
//! Not the reminding itself: see [`super::remind`]. Invariant: what the system is asked is asked on one thread, in
//! order, so that off after on ends in off.

use std::{
    sync::mpsc::{self, Sender},
    thread,
};

use eframe::egui;

use super::{
    Shell,
    remind::{self, Places},
    words::Why,
};
use crate::{
    app::{Msg, ReminderEffect, ReminderMsg},
    platform::{
        background, notify,
        schedule::{self, Schedule},
    },
};

/// The way to the thread that arranges, once there is one.
#[derive(Default)]
pub(super) struct Reminding(Option<Sender<Option<Schedule>>>);

impl Shell {
    pub(super) fn carry_out_reminder(&mut self, effect: ReminderEffect, ctx: &egui::Context) {
        let reminder = |message| Msg::Reminder(message);
        match effect {
            ReminderEffect::Arrange(times) => match schedule::this_program() {
                Ok(program) => {
                    let title = self.model.book.reminders.note.starts.clone();
                    self.arrange(Some(Schedule { program, title, times }), ctx);
                }
                Err(error) => self.send(reminder(ReminderMsg::Arranged(Err(self.why().schedule(&error)))), ctx, None),
            },
            ReminderEffect::Remove => self.arrange(None, ctx),
            ReminderEffect::Look => {
                let service = move |answer: Option<_>| ReminderMsg::Service(answer.and_then(Result::ok));
                notify::ask_service(self.inbox.reply(move |answer| reminder(service(answer))));
                let remembered = |memory: Option<_>| ReminderMsg::Remembered(Box::new(memory.flatten().unwrap_or_default()));
                let reply = self.inbox.reply(move |memory| reminder(remembered(memory)));
                background::run("memory", reply, || Places::usual().ok().and_then(|places| remind::read_memory(&places.memory)));
            }
            ReminderEffect::ShowOne => {
                let notice = remind::notice(&self.model.book.reminders.note);
                let tried = |answer: Option<Result<(), _>>| ReminderMsg::Tried(matches!(answer, Some(Ok(()))));
                notify::try_out(notice, self.inbox.reply(move |answer| reminder(tried(answer))));
            }
        }
    }

    /// Hands one arrangement to the thread; `None` takes everything away.
    fn arrange(&mut self, wanted: Option<Schedule>, ctx: &egui::Context) {
        let jobs = match self.reminding.0.take() {
            Some(jobs) => jobs,
            None => {
                let (jobs, waiting) = mpsc::channel();
                let (why, stopped) = (self.why(), self.why().stopped());
                let arranged = move |outcome: Option<Result<(), String>>| {
                    Some(Msg::Reminder(ReminderMsg::Arranged(outcome.unwrap_or_else(|| Err(stopped.clone())))))
                };
                let told = self.inbox.feed(arranged);
                let work = move || waiting.into_iter().for_each(|wanted| told.tell(carry_out(wanted, &why)));
                // Without a thread the feed ends, and says so.
                thread::Builder::new().name("reminders".into()).spawn(work).ok();
                jobs
            }
        };
        // A thread that has ended is started again with the next arrangement.
        self.reminding.0 = jobs.send(wanted).is_ok().then_some(jobs);
        ctx.request_repaint();
    }
}

/// Asks the system. What reminds is started in any case: one that runs already keeps the new one out.
fn carry_out(wanted: Option<Schedule>, why: &Why) -> Result<(), String> {
    match wanted {
        Some(schedule) => {
            remind::let_go_on();
            let installed = schedule::install(&schedule);
            schedule::start(&schedule.program).and(installed).map_err(|error| why.schedule(&error))
        }
        None => {
            let removed = schedule::remove().map_err(|error| why.schedule(&error));
            remind::clear_if_nobody_reminds();
            removed
        }
    }
}
