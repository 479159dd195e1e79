//! The page and its printing: what is chosen, what this machine can do, and how it went.
//!
//! Not the layout (`sheet.rs`) and not a printer. Invariant: one thing at a time is under way, and whatever comes of
//! it is said once, in words of the content; a person who thought better of it is told nothing.

use super::choosing;
use crate::{
    app::{Effect, Model, PrintEffect, Route, SheetRequest, Was, navigate::go, notice::tell, save::save, undo},
    content::fill,
    sheet::{Kind, NOTE_LETTERS, Options, Own, PHONE_LETTERS, Paper, Printed, Printer, PrinterState, Through, Unable, Ways},
};

/// What is done on the page, and what the machine answers.
#[derive(Debug, Clone, PartialEq)]
pub enum PrintMsg {
    /// The usual paper of this place; a choice that was kept wins.
    UsualPaper(Paper),
    /// The page shows: find out what can print.
    Look,
    /// What can print.
    Found(Ways),
    /// "Print."
    Print,
    /// "Print this card", from the emergency card.
    PrintCard,
    /// A printer of the list, by its place in it.
    Choose(usize),
    /// So many copies more or fewer.
    Copies(i32),
    /// "Print" in the list.
    Send,
    /// Close the list.
    CloseList,
    /// How printing went.
    Done(Printed),
    /// Save as pictures with this many dots per inch.
    SavePicture,
    /// How sharp a picture is to be, in dots per inch.
    Sharpness(u32),
    /// Open in the viewer.
    Open,
    /// How opening went: nothing, or why not.
    Opened(Option<String>),
    /// The clinic's number, as it is being typed.
    Phone(String),
    /// The note, as it is being typed.
    Note(String),
    /// Neither of them any more.
    ClearOwn,
    /// Closer, farther, or to fit.
    Zoom(Zoom),
    /// Another page, from 0.
    Page(usize),
}

/// How large the page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Zoom {
    /// The whole page.
    #[default]
    Fit,
    /// Percent of its size on paper.
    Percent(u16),
}

impl Zoom {
    /// The steps, in percent; 100 is the size on paper.
    pub const STEPS: [u16; 6] = [50, 75, 100, 150, 200, 300];

    /// One step closer than `percent`.
    pub fn closer(percent: u16) -> Self {
        let next = Self::STEPS.into_iter().find(|&step| step > percent);
        Self::Percent(next.unwrap_or(Self::STEPS[Self::STEPS.len() - 1]))
    }

    /// One step farther than `percent`.
    pub fn farther(percent: u16) -> Self {
        let next = Self::STEPS.into_iter().rev().find(|&step| step < percent);
        Self::Percent(next.unwrap_or(Self::STEPS[0]))
    }
}

/// What is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Busy {
    /// A job is on its way to the printer, or a dialog is open.
    Printing,
    /// The viewer is being opened.
    Opening,
}

/// Our own list of printers, open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrinterChoice {
    /// The printers, the default first.
    pub printers: Vec<Printer>,
    /// The chosen one's place.
    pub chosen: usize,
    /// So many copies.
    pub copies: u32,
}

/// What is said beside the button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// It went well, or it waits.
    Good(String),
    /// It did not go, and what to do.
    Bad(String),
}

/// What is known and under way about printing, and how the page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct PrintState {
    /// What this machine can do; `None` until it is known.
    pub ways: Option<Ways>,
    /// It is being found out.
    pub looking: bool,
    /// What is under way.
    pub busy: Option<Busy>,
    /// Our own list, while it is open.
    pub choosing: Option<PrinterChoice>,
    /// What is said of the last job.
    pub said: Option<Shown>,
    /// Dots per inch of a saved picture.
    pub dpi: u32,
    /// How large the page shows.
    pub zoom: Zoom,
    /// Which page of the document shows, from 0.
    pub page: usize,
}

impl Default for PrintState {
    fn default() -> Self {
        Self { ways: None, looking: false, busy: None, choosing: None, said: None, dpi: 150, zoom: Zoom::Fit, page: 0 }
    }
}

impl PrintState {
    /// Why nothing can print, if that is known.
    pub fn unable(&self) -> Option<Unable> {
        match self.ways {
            Some(Ways::Nothing(why)) => Some(why),
            _ => None,
        }
    }
}

/// The most copies that can be asked for: one for each hand at home, not a print run.
const MOST_COPIES: u32 = 20;

pub(super) fn update(model: &mut Model, message: PrintMsg, effects: &mut Vec<Effect>) {
    let mut ask = |effect| effects.push(Effect::Print(effect));
    match message {
        PrintMsg::UsualPaper(usual) => model.sheet.paper = model.settings.paper.unwrap_or(usual),
        PrintMsg::Look if !model.print.looking => {
            model.print.looking = true;
            ask(PrintEffect::Look);
        }
        PrintMsg::Look => {}
        PrintMsg::Found(ways) => found(model, ways),
        PrintMsg::Print => print(model, effects),
        PrintMsg::PrintCard => {
            go(model, Route::Sheet);
            set(model, Options { kind: Kind::EmergencyCard, ..model.sheet }, effects);
            print(model, effects);
        }
        PrintMsg::Choose(index) => {
            if let Some(list) = &mut model.print.choosing {
                list.chosen = index.min(list.printers.len().saturating_sub(1));
            }
        }
        PrintMsg::Copies(more) => {
            if let Some(list) = &mut model.print.choosing {
                list.copies = list.copies.saturating_add_signed(more).clamp(1, MOST_COPIES);
            }
        }
        PrintMsg::Send => send(model, effects),
        PrintMsg::CloseList => model.print.choosing = None,
        PrintMsg::Done(printed) => done(model, printed, effects),
        PrintMsg::SavePicture => {
            model.saving_sheet = true;
            ask(PrintEffect::SavePicture(model.sheet_request(), model.print.dpi));
        }
        PrintMsg::Sharpness(dpi) => model.print.dpi = dpi,
        PrintMsg::Open if model.print.busy.is_none() => {
            model.print.busy = Some(Busy::Opening);
            ask(PrintEffect::Open(model.sheet_request()));
        }
        PrintMsg::Open => {}
        PrintMsg::Opened(failure) => {
            model.print.busy = None;
            if let Some(why) = failure {
                let notice = fill(&model.book.print.not_opened, &[("why", &why)]);
                tell(model, notice);
            }
        }
        PrintMsg::Phone(typed) => {
            let phone = typed.chars().take(PHONE_LETTERS).collect();
            own(model, Own { phone, ..model.settings.own.clone() }, effects);
        }
        PrintMsg::Note(typed) => {
            let note = typed.chars().take(NOTE_LETTERS).collect();
            own(model, Own { note, ..model.settings.own.clone() }, effects);
        }
        PrintMsg::ClearOwn => {
            let typed = model.settings.own.clone();
            own(model, Own::default(), effects);
            if !typed.is_empty() {
                undo::remember(model, Was::Own(typed), true);
            }
        }
        PrintMsg::Zoom(zoom) => model.print.zoom = zoom,
        PrintMsg::Page(page) => model.print.page = page,
    }
}

/// Takes in what the person typed, and has it kept: of what waits to be written only the latest is.
fn own(model: &mut Model, own: Own, effects: &mut Vec<Effect>) {
    // What is typed now stands in the place of what was cleared.
    undo::forget(model, |was| matches!(was, Was::Own(_)));
    model.settings.own = own;
    choosing::keep(model, effects);
}

/// Takes in choices about the page. The paper is kept for the next time.
pub(super) fn set(model: &mut Model, options: Options, effects: &mut Vec<Effect>) {
    if options.kind != model.sheet.kind {
        model.print.page = 0;
    }
    let paper_chosen = options.paper != model.sheet.paper;
    model.sheet = options;
    if paper_chosen {
        model.settings.paper = Some(options.paper);
        save(model, effects);
    }
}

fn found(model: &mut Model, ways: Ways) {
    model.print.looking = false;
    // A list that was asked for because the dialog did not come is to be shown.
    let wanted = model.print.busy == Some(Busy::Printing);
    if wanted {
        model.print.busy = None;
        match &ways {
            Ways::Printers(printers) => open_list(model, printers.clone()),
            Ways::Nothing(why) => model.print.said = Some(Shown::Bad(unable(model, *why))),
            Ways::Dialog => {}
        }
    }
    model.print.ways = Some(ways);
}

fn print(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.print.busy.is_some() {
        return;
    }
    model.print.said = None;
    match model.print.ways.clone() {
        Some(Ways::Printers(printers)) => open_list(model, printers),
        // Something may have been set up since; and a way that is not known yet is tried.
        Some(Ways::Nothing(_)) => {
            model.print.busy = Some(Busy::Printing);
            effects.push(Effect::Print(PrintEffect::Look));
        }
        Some(Ways::Dialog) | None => {
            model.print.busy = Some(Busy::Printing);
            effects.push(Effect::Print(PrintEffect::Print(model.sheet_request(), Through::Dialog)));
        }
    }
}

fn open_list(model: &mut Model, printers: Vec<Printer>) {
    let last = model.settings.printer.as_deref();
    let chosen = printers.iter().position(|printer| Some(printer.name.as_str()) == last).unwrap_or(0);
    model.print.choosing = Some(PrinterChoice { printers, chosen, copies: 1 });
}

fn send(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(list) = model.print.choosing.take() else { return };
    let Some(printer) = list.printers.get(list.chosen) else { return };
    model.settings.printer = Some(printer.name.clone());
    save(model, effects);
    model.print.busy = Some(Busy::Printing);
    let through = Through::Printer { name: printer.name.clone(), copies: list.copies };
    let request: SheetRequest = model.sheet_request();
    effects.push(Effect::Print(PrintEffect::Print(request, through)));
}

fn done(model: &mut Model, printed: Printed, effects: &mut Vec<Effect>) {
    model.print.busy = None;
    let words = &model.book.print;
    let named = |text: &str, name: &str| fill(text, &[("printer", name)]);
    model.print.said = match printed {
        Printed::Cancelled => None,
        Printed::HandedOver => Some(Shown::Good(words.handed_over.clone())),
        Printed::Sent(name) => Some(Shown::Good(named(&words.sent, &name))),
        Printed::Waits(name) => {
            mark_state(model, &name, PrinterState::Paused);
            Some(Shown::Good(named(&model.book.print.waits, &name)))
        }
        Printed::Refused(name) => {
            mark_state(model, &name, PrinterState::Refusing);
            Some(Shown::Bad(named(&model.book.print.refused, &name)))
        }
        Printed::Gone(name) => {
            model.print.ways = None; // looked for again
            Some(Shown::Bad(named(&model.book.print.gone, &name)))
        }
        Printed::Nothing(why) => {
            model.print.ways = Some(Ways::Nothing(why));
            Some(Shown::Bad(unable(model, why)))
        }
        Printed::NoDialog => {
            model.print.busy = Some(Busy::Printing);
            effects.push(Effect::Print(PrintEffect::List));
            None
        }
        Printed::Broken => Some(Shown::Bad(words.broken.clone())),
        Printed::Failed(why) => Some(Shown::Bad(fill(&words.failed, &[("why", &why)]))),
    };
}

/// Why nothing can print and the way out, in one sentence.
fn unable(model: &Model, why: Unable) -> String {
    model.book.print.unable(why).to_owned()
}

fn mark_state(model: &mut Model, name: &str, state: PrinterState) {
    if let Some(Ways::Printers(printers)) = &mut model.print.ways
        && let Some(printer) = printers.iter_mut().find(|printer| printer.name == name)
    {
        printer.state = state;
    }
}
