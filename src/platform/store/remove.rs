//! Takes files away for good: the file, where a link leads, the copies of damaged ones, and what a crash left of them.
//!
//! Not the decision to. Invariant: nothing is called removed that is still there, and nothing is taken away that is
//! not the program's own.

use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

use super::{Doing, PART_PREFIX, PART_SUFFIX, Reason, StoreError, copies_of, folder_of, sync_dir};

/// A temporary file of a write that goes on is younger than this.
const PART_AGE: Duration = Duration::from_secs(10);

/// Takes one of the program's own files away; one that is not there is gone already. Of a link only the link goes.
///
/// # Errors
/// What the system said; the file is then still there.
pub fn remove(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(StoreError::new(Doing::Remove, path, error)),
        _ => Ok(()),
    }
}

/// Removes a file, what it leads to if it is a link, every copy of it that [`super::keep_damaged`] kept, and what
/// writes that were cut off have left in its folder. None of them need be there.
///
/// # Errors
/// What the system said of the first that could not be removed; the others are removed all the same.
/// [`Reason::BrokenLink`] where a link leads to a file that can not be reached: it may be there still.
pub fn remove_with_copies(path: &Path) -> Result<(), StoreError> {
    let is_link = fs::symlink_metadata(path).is_ok_and(|there| there.is_symlink());
    let mut all: Vec<Result<(), StoreError>> = copies_of(path).iter().map(|copy| remove(copy)).collect();
    remove_parts(folder_of(path));
    match fs::canonicalize(path) {
        Ok(real) if is_link => {
            remove_parts(folder_of(&real));
            all.push(remove(&real).and_then(|()| remove(path)));
        }
        Err(error) if is_link => all.push(Err(StoreError::because(Reason::BrokenLink, Doing::Remove, path, error))),
        _ => all.push(remove(path)),
    }
    sync_dir(folder_of(path)).ok();
    all.into_iter().collect()
}

/// Removes what writes that were cut off have left in a folder.
pub(super) fn remove_parts(dir: &Path) {
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let age = entry.metadata().ok().and_then(|data| data.modified().ok()).and_then(|written| written.elapsed().ok());
        if name.starts_with(PART_PREFIX) && name.ends_with(PART_SUFFIX) && age.is_some_and(|age| age > PART_AGE) {
            // One that can not be removed now is tried again the next time.
            fs::remove_file(entry.path()).ok();
        }
    }
}
