//! A folder that only this person may enter and that is gone when it is let go: for a file that another program is
//! handed and nobody keeps.
//!
//! Invariant: nothing of it stays behind a program that ends as it should.

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use super::error::{Doing, StoreError};

/// The folder.
#[derive(Debug)]
pub struct Scratch(TempDir);

impl Scratch {
    /// Makes one where the system keeps such things.
    ///
    /// # Errors
    /// What the system said.
    pub fn new() -> Result<Self, StoreError> {
        let made = tempfile::Builder::new().prefix("gentleback-").tempdir();
        made.map(Self).map_err(|error| StoreError::new(Doing::MakeFolder, &std::env::temp_dir(), error))
    }

    /// Writes a file into it and returns its path.
    ///
    /// # Errors
    /// What the system said.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, StoreError> {
        let path = self.0.path().join(name);
        fs::write(&path, bytes).map_err(|error| StoreError::new(Doing::Write, &path, error))?;
        Ok(path)
    }

    /// Opens one of its files for another program to read from.
    ///
    /// # Errors
    /// What the system said.
    #[cfg(unix)]
    pub fn open(&self, path: &std::path::Path) -> Result<std::os::fd::OwnedFd, StoreError> {
        fs::File::open(path).map(Into::into).map_err(|error| StoreError::new(Doing::Read, path, error))
    }
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
}
