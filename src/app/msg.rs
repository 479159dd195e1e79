//! What a person did, and what the machine reports: everything that can change the model.

use std::{path::PathBuf, sync::Arc};

use crate::{
    app::{
        Book, Choice, Copied, FindMsg, FloorMsg, HistoryMsg, HistoryRead, PlanMsg, PositionTab, PrintMsg, ReminderMsg, Renderer,
        Route, SettingsMsg, SoundMsg, SuitsMsg, SystemLook, UndoMsg, Way,
    },
    content::{Customs, Target},
    session::{Device, Event, GateEvent, MovementEvent, Position, WarmUp},
    settings::Settings,
    sheet::Options,
};

/// One message.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    // -- getting about --
    /// Open a page.
    Go(Route),
    /// The section before or after this one.
    Turn(isize),
    /// Back to where one was, or forward again.
    Step(Way),
    /// Open a page to look something up, and come back from it.
    LookUp(Route),
    /// Open the page that a text names.
    Follow(Target),
    /// The page that shows is scrolled to here.
    Scrolled(f32),
    /// Something about searching.
    Find(FindMsg),
    /// "Which position suits me?"
    Suits(SuitsMsg),
    /// Hand a text to the clipboard.
    Copy(Copied),
    /// Open or close the sheet with the sidebar.
    OpenMenu(bool),
    /// The page has been shown: its title no longer asks for the keyboard.
    Shown,
    /// Put away the message at the foot.
    DismissNotice,
    /// Show all keys over the page, or put them away.
    ShowKeys(bool),
    /// Take back what was just done, or leave it.
    Undo(UndoMsg),

    // -- reading --
    /// Mark a section as read, or not.
    MarkRead { section: usize, read: bool },
    /// Let a guide page's figure move, or stand still again.
    PlayFigure(Option<String>),
    /// Fold an evidence pair open or shut.
    ToggleEvidence(String),
    /// Fold an answer open or shut.
    ToggleQuestion(usize),
    /// Show a position's figure and steps.
    ShowPosition(Position),
    /// Show other steps of the position.
    ShowTab(PositionTab),

    // -- timers on guide pages --
    /// A practise strip.
    Practice { section: usize, number: usize, message: PracticeMsg },
    /// A warm-up card.
    WarmUp(WarmUpMsg),

    // -- choices that are kept --
    /// Prefer a position; a second time takes it back.
    Prefer(Position),
    /// A choice of the settings page, kept at once.
    Set(Choice),
    /// Something else on that page.
    Settings(SettingsMsg),
    /// Something about a clinician's plan.
    Plan(PlanMsg),
    /// Text size in steps; 0 is back to the system's.
    TextSize(i32),

    // -- the first screen --
    /// "I understand."
    Understand,
    /// "Just let me read."
    JustRead,

    // -- a session --
    /// "Begin a session."
    Begin,
    /// "Begin a practice round": nothing is pressed in it.
    PracticeRound,
    /// Something at the questions before it.
    Gate(GateEvent),
    /// Something about the questions, outside of them.
    Gating(GatingMsg),
    /// Easy movement without pressing.
    Movement(MovementMsg),
    /// Warmed up; on to the position.
    WarmedUp,
    /// Another position than the one that the session has begun to get into.
    AnotherPosition,
    /// This position, for this session.
    ChoosePosition(Position),
    /// Something in the session itself.
    Session(Event),
    /// The person has used this: what is said from now on names it.
    Used(Device),
    /// Leave what comes before or after a session.
    LeaveSession,

    /// Something about the floor view.
    Floor(FloorMsg),
    /// On the History page, and about its files.
    History(HistoryMsg),

    // -- the sheet --
    /// How the sheet is to be.
    SetSheet(Options),
    /// Save as PDF.
    SaveSheet,
    /// Anything else about the page and about printing it.
    Print(PrintMsg),

    // -- sound --
    /// Something about what is heard.
    Sound(SoundMsg),

    // -- reminders --
    /// Something about reminders.
    Reminder(ReminderMsg),

    // -- what the machine reports --
    /// Time has passed.
    Tick,
    /// The system's look has changed, or is now known.
    SystemLook(SystemLook),
    /// What paints the window, known as it opens.
    Renderer(Renderer),
    /// What is usual where the system is set to be.
    Customs(Customs),
    /// The window can be seen no more, or again.
    Hidden(bool),
    /// The settings are still being read, from here.
    SettingsReading(String),
    /// What was found where the settings are kept.
    SettingsRead(Box<SettingsRead>),
    /// The settings could not be written, and why.
    SettingsNotSaved(String),
    /// The settings that could not be written are written now.
    SettingsWritten,
    /// What was found where the history is kept.
    HistoryRead(Box<HistoryRead>),
    /// Something could not be written to the history's files yet, and why.
    HistoryNotSaved(String),
    /// A writer's texts and figures have changed on disk.
    BookRead(Reread),
    /// They have changed and can not be read: the ones in use stay.
    BookBroken,
    /// How saving the sheet went.
    SheetSaved(SheetSaved),
    /// Something in the program failed: in the window itself, or in a thread beside it. Where a report of it lies.
    Failed { in_window: bool, report: Option<String> },
    /// The window is being closed.
    CloseRequested,
}

/// A book that was read anew; two of them are the same only if they are one.
#[derive(Debug, Clone)]
pub struct Reread(pub Arc<Book>);

impl PartialEq for Reread {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What is wrong with the settings file as a whole, in words for the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingsDamage {
    /// Nothing of it could be read; why, as the end of a sentence.
    Unread(String),
    /// It was read line by line, because of this.
    Mended(String),
}

/// What was found where the settings are kept.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SettingsRead {
    /// What could be read, and the usual for the rest.
    pub settings: Settings,
    /// Where they are kept, for the person to see.
    pub path: String,
    /// What is wrong with the file as a whole; it then does not say whether a sign waits for a check.
    pub damage: Option<SettingsDamage>,
    /// What else could not be read, in words for the person.
    pub warnings: Vec<String>,
    /// A newer version wrote them: nothing is to be written over.
    pub read_only: bool,
    /// The damaged file's copy. Without one nothing may be written over it.
    pub damaged_copy: Option<PathBuf>,
}

/// How saving the sheet went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetSaved {
    /// Written here.
    Saved(String),
    /// No dialog could be opened; written here instead.
    SavedWithoutDialog(String),
    /// The person thought better of it.
    Cancelled,
    /// It could not be made or written, and why.
    Failed(String),
}

/// What is done with a practise strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PracticeMsg {
    /// From the beginning.
    Start,
    /// On from where it stood still.
    Resume,
    /// Stand still.
    Pause,
    /// Put it back.
    Stop,
}

/// What is done with the warm-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WarmUpMsg {
    /// Start a card, or go on with it.
    Start(WarmUp),
    /// In place already: the exercise begins now.
    InPlace(WarmUp),
    /// Let it stand still.
    Pause(WarmUp),
    /// Put it back to the beginning.
    Reset(WarmUp),
    /// Leave it out.
    Skip(WarmUp),
    /// "I already walked 5 minutes", or not after all.
    AlreadyWalked(bool),
    /// "Stop", before a session.
    Stop,
}

/// What a person changes about the questions before a session, outside of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GatingMsg {
    /// Show the talk-first list again.
    AskAgain,
}

/// What is done about easy movement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MovementMsg {
    /// "Start a warm-up": the lists first.
    Begin,
    /// "Begin easy movement", on the card that offers it.
    Start,
    /// Something in it.
    Event(MovementEvent),
}
