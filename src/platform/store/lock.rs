//! One holder at a time: a file that a running program holds locked, and a private place for a short-lived file.
//!
//! Not the talk between two programs: see [`crate::platform::instance`]. The system lets go of the lock when the
//! program ends, however it ends, so a lock that is held is held by somebody alive.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use super::{Doing, StoreError, folder_of, make_private_dir};

/// The longest note that is read, in bytes.
const NOTE_BYTES: u64 = 4096;

/// A held lock; let go when dropped.
#[derive(Debug)]
pub struct Lock {
    file: File,
}

/// Why a lock was not taken.
#[derive(Debug)]
pub enum NotLocked {
    /// Another program holds it, and left this note in the file.
    Held(String),
    /// There is no such file and none can be made, or this file system has no locks.
    Impossible(StoreError),
}

impl Lock {
    /// Takes the lock at this path, if nobody has it. Never waits.
    ///
    /// # Errors
    /// See [`NotLocked`].
    pub fn take(path: &Path) -> Result<Self, NotLocked> {
        let fail = |error| NotLocked::Impossible(StoreError::new(Doing::Write, path, error));
        make_private_dir(folder_of(path)).map_err(fail)?;
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        let file = options.open(path).map_err(fail)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { file }),
            Err(TryLockError::WouldBlock) => {
                let mut note = String::new();
                // Where a locked file cannot be read either, the note is simply unknown.
                file.take(NOTE_BYTES).read_to_string(&mut note).ok();
                Err(NotLocked::Held(note))
            }
            Err(TryLockError::Error(error)) => Err(fail(error)),
        }
    }

    /// Leaves a note for whoever finds the lock taken. Without one they only know that it is.
    pub fn note(&mut self, note: &str) -> io::Result<()> {
        self.file.rewind()?;
        self.file.set_len(0)?;
        self.file.write_all(note.as_bytes())
    }
}

/// The first of these folders in which nobody else can put or see anything; the last is made where needed.
///
/// `XDG_RUNTIME_DIR` is such a folder by its rules, but a variable may say anything.
pub fn runtime_dir(candidates: &[PathBuf]) -> Option<&Path> {
    let last = candidates.last().map(PathBuf::as_path);
    let good = candidates.iter().map(PathBuf::as_path).find(|dir| is_private(dir));
    good.or_else(|| last.filter(|dir| make_private_dir(dir).is_ok() && is_private(dir)))
}

#[cfg(unix)]
fn is_private(dir: &Path) -> bool {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let Ok(own) = tempfile::tempfile_in(dir).and_then(|file| file.metadata()) else { return false };
    fs::metadata(dir).is_ok_and(|dir| dir.is_dir() && dir.permissions().mode() & 0o077 == 0 && dir.uid() == own.uid())
}

#[cfg(not(unix))]
fn is_private(dir: &Path) -> bool {
    fs::metadata(dir).is_ok_and(|dir| dir.is_dir()) // a person's folders are private by inheritance there
}

/// Removes what a program that was killed left at this path, such as the socket it listened on.
pub fn clear_away(path: &Path) {
    fs::remove_file(path).ok();
}

/// Lets this person alone use what stands at this path.
///
/// # Errors
/// What the system said.
pub fn keep_to_owner(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o600))?;
    }
    #[cfg(not(unix))]
    let _ = path; // a person's folders are private by inheritance there
    Ok(())
}
