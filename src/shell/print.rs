//! Finds out what can print, sends jobs on their way, and opens a page in the viewer.
//!
//! Not a print system: see [`crate::platform::print`]. Invariant: nothing here waits.

use std::sync::{Arc, Mutex, PoisonError};

use super::{Shell, inbox::Answer, sheet::Made, words::Why};
use crate::{
    app::{Msg, PrintEffect, PrintMsg, SheetRequest},
    platform::{
        background,
        export::Form,
        opener, print,
        reply::Reply,
        store::{self, Scratch},
    },
    sheet::{Job, Kind, Printed, Through, Unable, Ways},
};

impl Shell {
    pub(super) fn print(&self, effect: PrintEffect, frame: Option<&eframe::Frame>) {
        match effect {
            PrintEffect::Look => print::look(self.ways()),
            PrintEffect::List => print::list(self.ways()),
            PrintEffect::SavePicture(request, dpi) => self.save_sheet(request, Form::Picture(dpi), frame),
            PrintEffect::Print(request, through) => self.print_page(request, through),
            PrintEffect::Open(request) => self.open_page(request),
        }
    }

    fn ways(&self) -> Reply<Ways> {
        self.inbox.reply(|ways| Msg::Print(PrintMsg::Found(ways.unwrap_or(Ways::Nothing(Unable::NoSystem)))))
    }

    /// Has the page made beside the window; a dialog may be shown on the window's thread alone.
    fn print_page(&self, request: SheetRequest, through: Through) {
        let words = &self.model.book.sheet;
        let title = match request.options.kind {
            Kind::Summary => words.title.clone(),
            Kind::Clinician => words.visit.title.clone(),
            Kind::EmergencyCard => words.card.title.clone(),
        };
        let (paper, ink) = (request.options.paper, request.options.ink);
        let (make, post, stopped) = (self.maker(request, Form::Pdf), self.inbox.post(), self.why().stopped());
        let made = move |made: Option<Made>| match made.unwrap_or(Err(stopped)) {
            Ok(files) => post.put(Answer::Print(Job { pdf: first(files), title, paper, ink, through })),
            Err(why) => post.msg(Msg::Print(PrintMsg::Done(Printed::Failed(why)))),
        };
        background::run("page", Reply::new(made), make);
    }

    /// Sends a page that is made on its way.
    pub(super) fn send_job(&self, job: Job) {
        let stopped = self.why().stopped();
        let done = |printed: Option<Printed>| PrintMsg::Done(printed.unwrap_or(Printed::Failed(stopped)));
        print::print(job, self.inbox.reply(|printed| Msg::Print(done(printed))));
    }

    /// Opens a page in the viewer. It stays in a folder of its own until the window closes: the viewer may read it late.
    fn open_page(&self, request: SheetRequest) {
        let (make, why, shown) = (self.maker(request, Form::Pdf), self.why(), Arc::clone(&self.shown_page));
        let name = self.model.book.words.sheet.file_name.clone();
        let stopped = why.stopped();
        let opened = |failed: Option<Option<String>>| PrintMsg::Opened(failed.unwrap_or(Some(stopped)));
        let reply = self.inbox.reply(|failed| Msg::Print(opened(failed)));
        background::run("viewer", reply, move || open_in_viewer(make().map(first), &name, &shown, &why).err());
    }

    /// Takes away the page that was handed to the viewer, and those that earlier runs were kept from taking away.
    pub(super) fn remove_pages(&self) {
        *self.shown_page.lock().unwrap_or_else(PoisonError::into_inner) = None;
        sweep();
    }
}

/// Takes away, beside the window, what earlier runs left of pages.
pub(super) fn sweep() {
    background::run("sweep", Reply::new(drop), store::sweep_scratch);
}

fn open_in_viewer(pdf: Result<Vec<u8>, String>, name: &str, shown: &Mutex<Option<Scratch>>, why: &Why) -> Result<(), String> {
    let pdf = pdf?;
    let scratch = Scratch::new().map_err(|error| why.store(&error))?;
    let path = scratch.write(name, &pdf).map_err(|error| why.store(&error))?;
    *shown.lock().unwrap_or_else(PoisonError::into_inner) = Some(scratch);
    opener::open(&path).map_err(|error| why.viewer(&error))
}

/// A PDF is one file.
fn first(files: Vec<Vec<u8>>) -> Vec<u8> {
    files.into_iter().next().unwrap_or_default()
}
