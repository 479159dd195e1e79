//! Finds out what can print, sends jobs on their way, and opens a page in the viewer.
//!
//! Not a print system: see [`crate::platform::print`]. Invariant: nothing here waits; what is under way is looked at
//! when the window is woken.

use std::sync::mpsc::{Receiver, TryRecvError};

use eframe::egui;

use super::Shell;
use super::sheet::Made;
use crate::{
    app::{Msg, PrintEffect, PrintMsg, SheetRequest},
    platform::{aside, export::Form, print, store::Scratch},
    sheet::{Job, Kind, Printed, Through, Unable, Ways},
};

/// What is under way.
#[derive(Default)]
pub(super) struct Printing {
    ways: Option<Receiver<Ways>>,
    making: Option<Making>,
    printed: Option<Receiver<Printed>>,
    opened: Option<Receiver<Option<String>>>,
    /// Pages that a viewer may still show; gone when the window closes.
    shown: Option<Scratch>,
}

/// A page that is being laid out, and what for.
struct Making {
    made: Receiver<Made>,
    request: SheetRequest,
    what_for: WhatFor,
}

enum WhatFor {
    Print(Through),
    Open,
}

impl Shell {
    pub(super) fn print(&mut self, effect: PrintEffect, ctx: &egui::Context, frame: Option<&eframe::Frame>) {
        let wake = ctx.clone();
        let wake = Box::new(move || wake.request_repaint());
        match effect {
            PrintEffect::Look => self.printing.ways = Some(print::look(wake)),
            PrintEffect::List => self.printing.ways = Some(print::list(wake)),
            PrintEffect::SavePicture(request, dpi) => self.save_sheet(&request, Form::Picture(dpi), ctx, frame),
            PrintEffect::Print(request, through) => self.make_for(request, WhatFor::Print(through), ctx),
            PrintEffect::Open(request) => self.make_for(request, WhatFor::Open, ctx),
        }
    }

    fn make_for(&mut self, request: SheetRequest, what_for: WhatFor, ctx: &egui::Context) {
        let made = self.make(&request, Form::Pdf, ctx);
        self.printing.making = Some(Making { made, request, what_for });
    }

    /// Looks at what is under way.
    pub(super) fn receive_printing(&mut self, ctx: &egui::Context) {
        if let Some(ways) = taken(&mut self.printing.ways, || Ways::Nothing(Unable::NoSystem)) {
            self.send(Msg::Print(PrintMsg::Found(ways)), ctx, None);
        }
        if let Some(making) = self.printing.making.take() {
            match making.made.try_recv() {
                Ok(made) => self.made(made, making.request, making.what_for, ctx),
                Err(TryRecvError::Empty) => self.printing.making = Some(making),
                Err(gone) => self.made(Err(gone.to_string()), making.request, making.what_for, ctx),
            }
        }
        if let Some(printed) = taken(&mut self.printing.printed, || Printed::Failed(String::new())) {
            self.send(Msg::Print(PrintMsg::Done(printed)), ctx, None);
        }
        if let Some(opened) = taken(&mut self.printing.opened, || None) {
            self.send(Msg::Print(PrintMsg::Opened(opened)), ctx, None);
        }
    }

    fn made(&mut self, made: Made, request: SheetRequest, what_for: WhatFor, ctx: &egui::Context) {
        let pdf = made.map(|files| files.into_iter().next().unwrap_or_default());
        match (what_for, pdf) {
            (WhatFor::Print(_), Err(why)) => self.send(Msg::Print(PrintMsg::Done(Printed::Failed(why))), ctx, None),
            (WhatFor::Open, Err(why)) => self.send(Msg::Print(PrintMsg::Opened(Some(why))), ctx, None),
            (WhatFor::Print(through), Ok(pdf)) => {
                let words = &self.model.book.sheet;
                let title = match request.options.kind {
                    Kind::Summary => &words.title,
                    Kind::Clinician => &words.visit.title,
                    Kind::EmergencyCard => &words.card.title,
                };
                let (paper, ink) = (request.options.paper, request.options.ink);
                let job = Job { pdf, title: title.clone(), paper, ink, through };
                let wake = ctx.clone();
                self.printing.printed = Some(print::print(job, Box::new(move || wake.request_repaint())));
            }
            (WhatFor::Open, Ok(pdf)) => self.open(&pdf, ctx),
        }
    }

    fn open(&mut self, pdf: &[u8], ctx: &egui::Context) {
        let file = Scratch::new().and_then(|scratch| Ok((scratch.write(&self.model.book.words.sheet.file_name, pdf)?, scratch)));
        let (file, scratch) = match file {
            Ok(file) => file,
            Err(error) => return self.send(Msg::Print(PrintMsg::Opened(Some(error.to_string()))), ctx, None),
        };
        self.printing.shown = Some(scratch);
        let wake = ctx.clone();
        let work = move || open::that_detached(&file).err().map(|error| error.to_string());
        self.printing.opened = Some(aside::run("viewer", Box::new(move || wake.request_repaint()), work, Some));
    }
}

/// What a channel holds by now; a channel that broke off holds `otherwise`.
fn taken<T>(channel: &mut Option<Receiver<T>>, otherwise: impl FnOnce() -> T) -> Option<T> {
    let answer = match channel.as_ref()?.try_recv() {
        Ok(answer) => answer,
        Err(TryRecvError::Empty) => return None,
        Err(TryRecvError::Disconnected) => otherwise(),
    };
    *channel = None;
    Some(answer)
}
