//! Opens a file to be read: only a plain one, and no more of it than a limit.
//!
//! Not what is read. A path of ours may lead anywhere: to a pipe that nobody writes into, to a device without an end,
//! to a drive that is not there. None of them may take the memory, or hold up a thread for ever.
//!
//! Invariant: nothing is opened that is no plain file, and a link to nothing is never taken for a file that was never
//! there.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::{Doing, Reason, StoreError};

/// Opens a plain file to be read.
///
/// # Errors
/// [`Reason::Missing`] when there is nothing at this path, [`Reason::BrokenLink`] when a link there leads nowhere,
/// [`Reason::WrongKind`] for a folder, [`Reason::NotAFile`] for a pipe, a device and the like, or what the system said.
pub(super) fn open_plain(path: &Path) -> Result<File, StoreError> {
    let fail = |error| StoreError::new(Doing::Read, path, error);
    // Before it is opened: opening a pipe waits for whoever writes into it.
    check(path, &fs::metadata(path).map_err(|error| missing(Doing::Read, path, error))?)?;
    let file = File::open(path).map_err(fail)?;
    check(path, &file.metadata().map_err(fail)?)?;
    Ok(file)
}

/// Reads a plain file, if it is no longer than this many bytes.
///
/// # Errors
/// As [`open_plain`], and [`Reason::TooLarge`].
pub(super) fn read_at_most(path: &Path, limit_bytes: u64) -> Result<Vec<u8>, StoreError> {
    let fail = |error| StoreError::new(Doing::Read, path, error);
    let mut bytes = Vec::new();
    // One byte over the limit tells a large file from one that fills it; the size on disk may change meanwhile.
    open_plain(path)?.take(limit_bytes.saturating_add(1)).read_to_end(&mut bytes).map_err(fail)?;
    if bytes.len() as u64 > limit_bytes {
        return Err(fail(io::ErrorKind::FileTooLarge.into()));
    }
    Ok(bytes)
}

/// What is wrong where the system found nothing: nothing was ever there, or a link leads nowhere.
pub(super) fn missing(doing: Doing, path: &Path, error: io::Error) -> StoreError {
    let is_link = error.kind() == io::ErrorKind::NotFound && fs::symlink_metadata(path).is_ok_and(|there| there.is_symlink());
    if is_link { StoreError::because(Reason::BrokenLink, doing, path, error) } else { StoreError::new(doing, path, error) }
}

/// Refuses to write through a link that leads nowhere: the drive it leads to may only be missing for a while, and a
/// file in the place of the link would hide what is on it.
pub(super) fn check_link(doing: Doing, path: &Path) -> Result<(), StoreError> {
    match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => match missing(doing, path, error) {
            error if error.reason == Reason::BrokenLink => Err(error),
            _ => Ok(()),
        },
        _ => Ok(()),
    }
}

fn check(path: &Path, data: &fs::Metadata) -> Result<(), StoreError> {
    if data.is_dir() {
        return Err(StoreError::new(Doing::Read, path, io::ErrorKind::IsADirectory.into()));
    }
    if !data.is_file() {
        return Err(StoreError::because(Reason::NotAFile, Doing::Read, path, io::ErrorKind::InvalidInput.into()));
    }
    Ok(())
}
