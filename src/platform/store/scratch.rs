//! A folder that only this person may enter and that is gone when it is let go: for a file that another program is
//! handed and nobody keeps.
//!
//! A program that is ended from outside leaves its folder behind, with the person's note and their clinic's phone in it.
//! So each holds a lock as long as it is used, and [`sweep_scratch`] takes away the ones that nobody holds any more.
//!
//! Invariant: nothing of it stays behind a program that ends as it should, nor past the next start of one that did not;
//! and nobody else on the machine can read it meanwhile, whatever the umask.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempDir;

use super::error::{Doing, StoreError};
use super::lock::Lock;

/// What the folders' names begin with.
const PREFIX: &str = "gentleback-";
/// The file in each that is locked while the folder is used.
const LOCK: &str = "in-use.lock";
/// A folder younger than this may be about to be locked.
const YOUNG: Duration = Duration::from_secs(60);

/// The folder.
#[derive(Debug)]
pub struct Scratch {
    dir: TempDir,
    /// `None` where the file system knows no locks: it is swept once it is old.
    _in_use: Option<Lock>,
}

impl Scratch {
    /// Makes one where the system keeps such things.
    ///
    /// # Errors
    /// What the system said.
    pub fn new() -> Result<Self, StoreError> {
        Self::new_in(&std::env::temp_dir())
    }

    fn new_in(place: &Path) -> Result<Self, StoreError> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(PREFIX);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(fs::Permissions::from_mode(0o700));
        }
        let dir = builder.tempdir_in(place).map_err(|error| StoreError::new(Doing::MakeFolder, place, error))?;
        let in_use = Lock::take(&dir.path().join(LOCK)).ok();
        Ok(Self { dir, _in_use: in_use })
    }

    /// Writes a file into it and returns its path.
    ///
    /// # Errors
    /// What the system said.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, StoreError> {
        let path = self.dir.path().join(name);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        let written = options.open(&path).and_then(|mut file| file.write_all(bytes));
        written.map_err(|error| StoreError::new(Doing::Write, &path, error))?;
        Ok(path)
    }

    /// Opens one of its files for another program to read from.
    ///
    /// # Errors
    /// What the system said.
    #[cfg(unix)]
    pub fn open(&self, path: &Path) -> Result<std::os::fd::OwnedFd, StoreError> {
        fs::File::open(path).map(Into::into).map_err(|error| StoreError::new(Doing::Read, path, error))
    }
}

/// Takes away every folder of this person's that a program left behind when it was ended from outside.
///
/// At the start of the program, and when everything is to be deleted. One that is in use stays.
pub fn sweep_scratch() {
    sweep(&std::env::temp_dir(), YOUNG);
}

fn sweep(place: &Path, young: Duration) {
    // A file of ours: whoever owns it is who we are.
    let Some(me) = tempfile::tempfile_in(place).ok().and_then(|probe| probe.metadata().ok()) else { return };
    for entry in fs::read_dir(place).into_iter().flatten().flatten() {
        let path = entry.path();
        // Of a link this is the link itself: nobody else's folder is taken for one of ours.
        let Ok(data) = fs::symlink_metadata(&path) else { continue };
        let is_named = entry.file_name().to_string_lossy().starts_with(PREFIX);
        if is_named && data.is_dir() && is_same_owner(&data, &me) && is_left_behind(&path, &data, young) {
            // What can not be removed now is tried again at the next start.
            fs::remove_dir_all(&path).ok();
        }
    }
}

fn is_left_behind(dir: &Path, data: &fs::Metadata, young: Duration) -> bool {
    let lock = dir.join(LOCK);
    let age = data.modified().ok().and_then(|time| time.elapsed().ok()).unwrap_or_default();
    if lock.exists() { Lock::take(&lock).is_ok() } else { age >= young }
}

#[cfg(unix)]
fn is_same_owner(one: &fs::Metadata, other: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    one.uid() == other.uid()
}

/// A person's temporary folder is theirs alone there.
#[cfg(not(unix))]
fn is_same_owner(_one: &fs::Metadata, _other: &fs::Metadata) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scratch_file_is_there_until_it_is_let_go() {
        let scratch = Scratch::new().expect("a folder");
        let path = scratch.write("page.pdf", b"%PDF").expect("written");
        assert_eq!(fs::read(&path).expect("there"), b"%PDF");
        drop(scratch);
        assert!(!path.exists());
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_read_it_whatever_the_umask() {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
        let scratch = Scratch::new().expect("a folder");
        let path = scratch.write("page.pdf", b"%PDF").expect("written");
        assert_eq!((mode(scratch.dir.path()), mode(&path)), (0o700, 0o600));
    }

    #[test]
    fn what_was_left_behind_goes_and_what_is_in_use_or_another_s_stays() {
        let place = tempfile::tempdir().expect("a folder");
        let used = Scratch::new_in(place.path()).expect("a folder");
        used.write("page.pdf", b"%PDF").expect("written");
        let left = Scratch::new_in(place.path()).expect("a folder");
        left.write("page.pdf", b"%PDF").expect("written");
        let Scratch { dir, _in_use } = left;
        let left = dir.keep();
        drop(_in_use); // as the system does with a program that was ended
        let other = place.path().join("someone-else");
        let older = place.path().join("gentleback-without-a-lock");
        for dir in [&other, &older] {
            fs::create_dir(dir).expect("made");
            fs::write(dir.join("page.pdf"), b"%PDF").expect("written");
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(&other, place.path().join("gentleback-link")).expect("linked");
        sweep(place.path(), YOUNG);
        assert!(!left.exists() && older.exists(), "one that may be about to be locked stays");
        sweep(place.path(), Duration::ZERO);
        assert!(!older.exists() && other.join("page.pdf").exists() && used.dir.path().join("page.pdf").exists());
    }
}
