//! What is done on the History page, what the machine reports about its files, and what it should do.

use std::path::PathBuf;

use jiff::civil::Date;

use super::state::Scope;
use crate::history::{Entry, EntryId, Guard, GuardFile, Import, Noted, Refused};

/// One message.
#[derive(Debug, Clone, PartialEq)]
pub enum HistoryMsg {
    // -- the page --
    /// The month before, or after.
    Month(isize),
    /// The answers as a table, or as a chart.
    ShowTable(bool),
    /// More entries of this month.
    More,
    /// One entry, close up.
    Look(EntryId),
    /// The entries of one day: the only one at once, or all of them to choose from.
    LookAtDay(Date),
    /// Note what made one stop, or take the note back.
    Note(EntryId, Option<Noted>),
    /// "Delete this entry?"
    AskDelete(EntryId),
    /// Yes.
    Delete(EntryId),
    /// "Delete your history?", "Delete everything?"
    AskDeleteAll(Scope),
    /// Yes.
    DeleteAll(Scope),
    /// Which form?
    AskExport,
    /// Save it in this form.
    Export(Table),
    /// The page for a visit, ready to be printed.
    ForVisit,
    /// Choose a file to take in.
    Import,
    /// Take in what was shown.
    Merge,
    /// Put away what is open over the page; nothing happens.
    Cancel,
    /// Show where the file lies.
    ShowFile,

    // -- what the machine reports --
    /// The history is being read, from here.
    Reading(String),
    /// How the export went.
    Exported(Exported),
    /// A file was chosen, and is being read.
    ImportReading,
    /// What was found in the chosen file.
    ImportRead(ImportRead),
    /// No window with the file could be opened.
    FileNotShown,
    /// Everything that could not be written is written now.
    Written,
    /// The file is gone or shorter than this program left it.
    Shorter,
    /// What stands on the disk now, where it has changed since it was read: another window or computer wrote there.
    Reread(Box<HistoryRead>),
    /// Everything that was to be deleted is gone.
    Deleted(Scope),
    /// Something that was to be deleted is still there, and why; it is tried again.
    NotDeleted(String),
}

/// The forms of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Table {
    /// A table for a spreadsheet.
    Csv,
    /// The program's own form, which can be read back in.
    Ron,
}

/// How an export went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exported {
    /// Written here.
    Saved(String),
    /// No dialog could be opened; written here instead.
    SavedWithoutDialog(String),
    /// The person thought better of it.
    Cancelled,
    /// It could not be written, and why.
    Failed(String),
}

/// What came of choosing a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportRead {
    /// What stands in it, or why it is not taken in.
    Read(Result<Box<Import>, Refused>),
    /// The person thought better of it.
    Cancelled,
    /// It could not be read, and why.
    Failed(String),
}

/// What was found where the history is kept.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HistoryRead {
    /// Every entry that could be read.
    pub entries: Vec<Entry>,
    /// Why it could not be read at all, or not be put right, in words for the person.
    pub failures: Vec<String>,
    /// A newer version wrote it: nothing is to be added.
    pub read_only: bool,
    /// The damaged file's copy.
    pub damaged_copy: Option<PathBuf>,
    /// What was kept beside it for the limit.
    pub guard: Option<Guard>,
    /// How that file stood.
    pub guard_file: GuardFile,
    /// Why it could not be read, in words for the person.
    pub guard_failure: Option<String>,
}

/// What should happen to the history's files.
#[derive(Debug, Clone, PartialEq)]
pub enum HistoryEffect {
    /// Keep beside the history what the limit needs.
    Guard(Box<Guard>),
    /// Add all of these, or none.
    Add(Vec<Entry>),
    /// Read again what has changed on the disk, if something has.
    Refresh,
    /// Write the file anew without this entry.
    Forget(EntryId),
    /// Write the file anew with this line about an entry in the place of all there are.
    Rewrite(Box<Entry>),
    /// Delete the files.
    DeleteAll(Scope),
    /// Ask where this text should go, and write it.
    Export(Table, String),
    /// Ask for a file to take in, and read it beside the window.
    PickImport,
    /// Show the file in the system's file window.
    ShowFile,
}
