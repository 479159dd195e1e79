//! The window's part in reminders: has them started with the computer, or taken away, and shows one when asked.
//!
//! Not the reminding itself: see [`super::remind`]. Invariant: what the system is asked is asked on one thread, in
//! order, so that off after on ends in off.

use std::{
    sync::mpsc::{self, Receiver, Sender},
    thread,
};

use eframe::egui;

use super::{
    Shell,
    remind::{self, Places},
};
use crate::{
    app::{Msg, ReminderEffect, ReminderMsg},
    platform::{
        notify::{self, NoService},
        schedule::{self, Schedule},
    },
};

/// What the system has been asked, and has not answered yet.
#[derive(Default)]
pub(super) struct Reminding {
    /// To the thread that arranges, once there is one.
    jobs: Option<Sender<Option<Schedule>>>,
    arranged: Option<Receiver<Result<(), String>>>,
    service: Option<Receiver<Result<String, NoService>>>,
    trial: Option<Receiver<Result<(), NoService>>>,
}

impl Shell {
    pub(super) fn carry_out_reminder(&mut self, effect: ReminderEffect, ctx: &egui::Context) {
        match effect {
            ReminderEffect::Arrange(times) => match schedule::this_program() {
                Ok(program) => {
                    let title = self.model.book.reminders.note.starts.clone();
                    self.arrange(Some(Schedule { program, title, times }), ctx);
                }
                Err(error) => self.tell_reminder(ReminderMsg::Arranged(Err(error.to_string())), ctx),
            },
            ReminderEffect::Remove => self.arrange(None, ctx),
            ReminderEffect::Look => {
                let wake = ctx.clone();
                self.reminding.service = Some(notify::ask_service(Box::new(move || wake.request_repaint())));
                let memory = Places::usual().ok().and_then(|places| remind::read_memory(&places.memory));
                self.tell_reminder(ReminderMsg::Remembered(Box::new(memory.unwrap_or_default())), ctx);
            }
            ReminderEffect::ShowOne => {
                let wake = ctx.clone();
                let notice = remind::notice(&self.model.book.reminders.note);
                self.reminding.trial = Some(notify::try_out(notice, Box::new(move || wake.request_repaint())));
            }
        }
    }

    /// Hands one arrangement to the thread; `None` takes everything away.
    fn arrange(&mut self, wanted: Option<Schedule>, ctx: &egui::Context) {
        if self.reminding.jobs.is_none() {
            let (jobs, waiting) = mpsc::channel();
            let (sender, arranged) = mpsc::channel();
            let wake = ctx.clone();
            let work = move || {
                for wanted in waiting {
                    sender.send(carry_out(wanted)).ok();
                    wake.request_repaint();
                }
            };
            let thread = thread::Builder::new().name("reminders".into()).spawn(work);
            if let Err(error) = thread {
                return self.tell_reminder(ReminderMsg::Arranged(Err(error.to_string())), ctx);
            }
            (self.reminding.jobs, self.reminding.arranged) = (Some(jobs), Some(arranged));
        }
        if let Some(jobs) = &self.reminding.jobs {
            // The thread ends only after this sender does.
            jobs.send(wanted).ok();
        }
    }

    /// What the system has answered since the last look.
    pub(super) fn receive_reminders(&mut self, ctx: &egui::Context) {
        if let Some(service) = self.reminding.service.as_ref().and_then(|service| service.try_recv().ok()) {
            self.reminding.service = None;
            self.tell_reminder(ReminderMsg::Service(service.ok()), ctx);
        }
        if let Some(trial) = self.reminding.trial.as_ref().and_then(|trial| trial.try_recv().ok()) {
            self.reminding.trial = None;
            self.tell_reminder(ReminderMsg::Tried(trial.is_ok()), ctx);
        }
        while let Some(outcome) = self.reminding.arranged.as_ref().and_then(|arranged| arranged.try_recv().ok()) {
            self.tell_reminder(ReminderMsg::Arranged(outcome), ctx);
        }
    }

    fn tell_reminder(&mut self, message: ReminderMsg, ctx: &egui::Context) {
        self.send(Msg::Reminder(message), ctx, None);
    }
}

/// Asks the system. What reminds is started in any case: one that runs already keeps the new one out.
fn carry_out(wanted: Option<Schedule>) -> Result<(), String> {
    match wanted {
        Some(schedule) => {
            remind::let_go_on();
            let installed = schedule::install(&schedule);
            schedule::start(&schedule.program).and(installed).map_err(|error| error.to_string())
        }
        None => {
            let removed = schedule::remove().map_err(|error| error.to_string());
            remind::clear_if_nobody_reminds();
            removed
        }
    }
}
