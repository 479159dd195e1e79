//! What went wrong with a file, as values that can be put into a person's own language.
//!
//! Not the words themselves: [`Reason`] is what a screen looks up. The `Display` text is for a terminal.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// A file could not be read or written.
#[derive(Debug, thiserror::Error)]
#[error("{path} could not be {doing}: {why}", path = path.display(), why = self.why())]
pub struct StoreError {
    /// What was being done.
    pub doing: Doing,
    /// Which file or folder.
    pub path: PathBuf,
    /// Why not, coarsely: one entry for each thing a person can do about it.
    pub reason: Reason,
    /// What the system said.
    pub source: io::Error,
}

/// What was being done to a file when it failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Reading it.
    Read,
    /// Writing it.
    Write,
    /// Making the folder that it goes into.
    MakeFolder,
    /// Keeping a copy of a damaged one.
    KeepCopy,
    /// Removing it.
    Remove,
}

/// Why a file could not be read or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// There is none.
    Missing,
    /// The system does not let this person.
    Denied,
    /// The disk, or the person's share of it, is full.
    Full,
    /// The disk cannot be written to.
    ReadOnly,
    /// It is not UTF-8 text.
    NotText,
    /// It is larger than any file of ours.
    TooLarge,
    /// A folder stands where the file should be, or a file where a folder should be.
    WrongKind,
    /// It is a link, and what it leads to is not there.
    BrokenLink,
    /// It is a pipe, a device or the like.
    NotAFile,
    /// Anything else.
    Other,
}

impl StoreError {
    /// An error with its reason read from what the system said.
    pub(super) fn new(doing: Doing, path: &Path, source: io::Error) -> Self {
        Self { doing, path: path.to_owned(), reason: Reason::of(&source), source }
    }

    /// An error whose reason the system's words do not tell.
    pub(super) fn because(reason: Reason, doing: Doing, path: &Path, source: io::Error) -> Self {
        Self { doing, path: path.to_owned(), reason, source }
    }

    /// Why not, for a terminal: never what the system said, which may name a file that nobody knows of.
    pub(super) fn why(&self) -> String {
        let why = match self.reason {
            Reason::Missing => "there is no such file or folder",
            Reason::Denied => "this computer does not allow it",
            Reason::Full => "the disk is full",
            Reason::ReadOnly => "the disk can only be read",
            Reason::TooLarge => "it is too large",
            Reason::WrongKind => "a folder stands where a file should be, or the other way round",
            Reason::BrokenLink => "it is a link to a file that is not there",
            Reason::NotAFile => "it is not a plain file",
            Reason::NotText => match self.source.get_ref() {
                Some(place) => return place.to_string(),
                None => "it is no plain text",
            },
            Reason::Other => "this computer could not do it, and the disk may be gone or faulty",
        };
        why.to_owned()
    }
}

impl Reason {
    fn of(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Denied,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::InvalidData => Self::NotText,
            io::ErrorKind::FileTooLarge => Self::TooLarge,
            io::ErrorKind::IsADirectory | io::ErrorKind::NotADirectory => Self::WrongKind,
            _ => Self::Other,
        }
    }
}

impl fmt::Display for Doing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Read => "read",
            Self::Write => "written",
            Self::MakeFolder => "made",
            Self::KeepCopy => "kept",
            Self::Remove => "removed",
        })
    }
}
