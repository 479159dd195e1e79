//! What should happen outside the model, as data. The shell carries it out; what comes back is a message.

use crate::{
    app::{HistoryEffect, PlanEffect, ReminderEffect, SoundEffect},
    history::Entry,
    session::Cue,
    settings::Settings,
    sheet::{Facts, Options, Through},
};

/// One thing to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Write the settings to disk.
    SaveSettings(Box<Settings>),
    /// Read the texts of this language; they come back as a message.
    ReadBook(String),
    /// Hand this text to the clipboard.
    Copy(String),
    /// Hand what a report of a fault needs to the clipboard: nothing about the person.
    CopyDetails,
    /// Show the folder that holds the program's files.
    OpenFolder,
    /// Something about a clinician's plan.
    Plan(PlanEffect),
    /// Add a line to the history: an entry, or what is known of one by now.
    AppendHistory(Box<Entry>),
    /// Something else about the history's files.
    History(HistoryEffect),
    /// Something about reminders.
    Reminder(ReminderEffect),
    /// Lay out the sheet, ask where it should go, and write it.
    SaveSheet(SheetRequest),
    /// Something about printing.
    Print(PrintEffect),
    /// Say, sound and announce a cue of the session.
    Tell(Cue),
    /// Let the window fill the whole screen, or be a window again.
    FillScreen(bool),
    /// Ask the desktop to keep the screen on, or no longer.
    KeepAwake(bool),
    /// Let something be heard, or fall silent.
    Sound(SoundEffect),
    /// Close the window: what had to be let go has been let go.
    Close,
}

/// One thing to do about printing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PrintEffect {
    /// Find out what can print here.
    Look,
    /// Find out which printers there are, whatever dialogs there may be.
    List,
    /// Lay a page out and print it.
    Print(SheetRequest, Through),
    /// Lay it out as pictures, ask where they should go, and write them.
    SavePicture(SheetRequest, u32),
    /// Lay it out as PDF and open it with what this system opens PDF files with.
    Open(SheetRequest),
}

/// What a page is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRequest {
    /// Which page, paper, type size, ink, parts.
    pub options: Options,
    /// What goes on it about the person.
    pub facts: Facts,
}
