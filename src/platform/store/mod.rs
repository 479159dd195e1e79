//! Files: the program's settings and history, a writer's content folder, and what a person exports.
//!
//! Not a file format: text and bytes go in and come out, and whoever owns the format reads them. Nothing is said to
//! the person here; a typed error goes back to be put into words.
//!
//! Invariant: after a crash or a full disk at any moment, a file that was there is there still, old or new,
//! never half of one; of the one that only grows (`append.rs`), at most the last line is half.

mod append;
mod error;
mod lock;
mod open;
mod remove;
mod scratch;
mod small;
#[cfg(test)]
mod tests;
mod tree;
mod writer;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use crate::source;

pub use self::append::{LINES_LIMIT_BYTES, append_private, change_copies, change_lines, read_lines};
pub use self::error::{Doing, Reason, StoreError};
pub use self::lock::{Lock, NotLocked, clear_away, keep_to_owner, runtime_dir};
pub use self::remove::{remove, remove_with_copies};
pub use self::scratch::{Scratch, sweep_scratch};
pub use self::small::{Mark, beginning_with, mark, read_tail, remove_if_empty};
pub use self::tree::read_tree;
pub use self::writer::{Change, Job, Writer, WriterEvent};

/// The largest text file that is read, in bytes: settings and content are small, and a wrong file may be huge.
pub const TEXT_LIMIT_BYTES: u64 = 4 * 1024 * 1024;

/// How a file that is being written is called until it is whole.
const PART_PREFIX: &str = ".gentleback-";
const PART_SUFFIX: &str = ".part";

/// How many copies of one stamp are tried before giving up: the same second, the same file, other bytes.
const COPIES_PER_STAMP: u32 = 100;

/// Who may read a file that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Readers {
    /// Only this person: settings and history tell of their health.
    Owner,
    /// Whoever the system's own rules let: an exported sheet is like any other document.
    Usual,
}

/// Reads a whole file as text.
///
/// # Errors
/// [`Reason::Missing`] when there is no such file (a first start is no fault), [`Reason::NotText`] with a
/// [`source::NotText`] inside when it is in no form of text, [`Reason::TooLarge`] over [`TEXT_LIMIT_BYTES`],
/// [`Reason::BrokenLink`] and [`Reason::NotAFile`] for what leads elsewhere, or what the system said.
pub fn read_text(path: &Path) -> Result<String, StoreError> {
    let bytes = open::read_at_most(path, TEXT_LIMIT_BYTES)?;
    let not_text = |place| StoreError::new(Doing::Read, path, io::Error::new(io::ErrorKind::InvalidData, place));
    source::read_text(&bytes).map_err(not_text)
}

/// Writes one of the program's own files, readable by this person only, making its folder where needed.
///
/// # Errors
/// What the system said; the old file is then as it was.
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let dir = folder_of(path);
    make_private_dir(dir).map_err(|error| StoreError::new(Doing::MakeFolder, dir, error))?;
    replace(path, bytes, Readers::Owner)
}

/// Makes a folder that a person asked for, and those above it; one that is there is fine.
///
/// # Errors
/// What the system said.
pub fn make_folder(dir: &Path) -> Result<(), StoreError> {
    fs::create_dir_all(dir).map_err(|error| StoreError::new(Doing::MakeFolder, dir, error))
}

/// Writes a file that a person asked for, in a folder that is there already.
///
/// # Errors
/// What the system said; a file of that name is then as it was.
pub fn write_export(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    replace(path, bytes, Readers::Usual)
}

/// Writes a file that a person asked for and that tells about their health, in a folder that is there already: only
/// they may read it.
///
/// # Errors
/// What the system said; a file of that name is then as it was.
pub fn write_private_export(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    replace(path, bytes, Readers::Owner)
}

/// Keeps a copy of a file that could not be understood, beside it, and returns the copy's path.
///
/// `stamp` is a sortable time without separators of the file system (see [`super::clock`]). A copy that is there
/// already with the same bytes is left to stand for this one, or every start would add another.
///
/// # Errors
/// What the system said, or what [`read_lines`] refuses to read: a file that is larger than any of ours, or none at
/// all, is not copied. Nothing may then be written over the damaged file.
pub fn keep_damaged(path: &Path, stamp: &str) -> Result<PathBuf, StoreError> {
    let bytes = open::read_at_most(path, LINES_LIMIT_BYTES)?;
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    let prefix = copies_prefix(path);
    if let Some(same) = same_copy(path, &bytes) {
        return Ok(same);
    }
    let mut failure = io::Error::from(io::ErrorKind::AlreadyExists);
    for number in 0..COPIES_PER_STAMP {
        let again = if number == 0 { String::new() } else { format!("-{number}") };
        let copy = path.with_file_name(format!("{prefix}{stamp}{again}.{extension}"));
        match create(&copy, &bytes) {
            Ok(()) => return Ok(copy),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => failure = error,
            Err(error) => return Err(StoreError::new(Doing::KeepCopy, &copy, error)),
        }
    }
    Err(StoreError::new(Doing::KeepCopy, path, failure))
}

/// This path, or if something is there, the first of `name-2`, `name-3` and so on where nothing is.
///
/// For a file that is saved without asking: nothing may be written over that a person did not agree to.
pub fn unused(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let extension = path.extension().map(|extension| format!(".{}", extension.to_string_lossy())).unwrap_or_default();
    let numbered = (2_u32..).map(|number| path.with_file_name(format!("{stem}-{number}{extension}")));
    std::iter::once(path.to_owned()).chain(numbered).find(|path| !is_there(path)).unwrap_or_else(|| path.to_owned())
}

/// How the names of all copies of a damaged file begin.
fn copies_prefix(path: &Path) -> String {
    format!("{}.damaged-", path.file_stem().unwrap_or_default().to_string_lossy())
}

/// Every copy of a damaged file that [`keep_damaged`] kept.
fn copies_of(path: &Path) -> Vec<PathBuf> {
    let prefix = copies_prefix(path);
    let beside = fs::read_dir(folder_of(path)).into_iter().flatten().flatten();
    beside.filter(|entry| entry.file_name().to_string_lossy().starts_with(&prefix)).map(|entry| entry.path()).collect()
}

/// Whether there is a folder at this path.
pub fn is_dir(path: &Path) -> bool {
    path.is_dir()
}

/// Whether there is anything at this path.
pub fn is_there(path: &Path) -> bool {
    path.exists()
}

/// Whether a program of this name is installed where the system looks for programs.
pub fn is_program(name: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|paths| std::env::split_paths(&paths).any(|dir| dir.join(name).is_file()))
}

/// An earlier kept copy with exactly these bytes.
fn same_copy(path: &Path, bytes: &[u8]) -> Option<PathBuf> {
    let is_as_long = |copy: &PathBuf| fs::metadata(copy).is_ok_and(|data| data.len() == bytes.len() as u64);
    let same = |copy: &PathBuf| open::read_at_most(copy, LINES_LIMIT_BYTES).is_ok_and(|kept| kept == bytes);
    copies_of(path).into_iter().filter(is_as_long).find(same)
}

/// Writes a new file that only this person may read; there must be none of that name.
fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut named = temporary_in(folder_of(path), Readers::Owner)?;
    named.write_all(bytes)?;
    named.as_file().sync_all()?;
    named.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(())
}

/// Puts `bytes` at `path` in one step: whole new file beside it, then a rename over it.
fn replace(path: &Path, bytes: &[u8], readers: Readers) -> Result<(), StoreError> {
    replace_if(path, bytes, readers, |_| true).map(drop)
}

/// The same, if the file that is there is still what `bytes` were made from; whether it was.
fn replace_if(path: &Path, bytes: &[u8], readers: Readers, is_still: impl Fn(&Path) -> bool) -> Result<bool, StoreError> {
    open::check_link(Doing::Write, path)?;
    // A settings file is often a link into a folder of dot files: write where it points, leave the link.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let fail = |error| StoreError::new(Doing::Write, path, error);
    let mut named = temporary_in(folder_of(path), readers).map_err(fail)?;
    named.write_all(bytes).map_err(fail)?;
    named.as_file().sync_all().map_err(fail)?;
    if !is_still(path) {
        return Ok(false);
    }
    named.persist(path).map_err(|error| fail(error.error))?;
    // The file is in place; a file system that cannot sync a folder is no reason to say it is not.
    sync_dir(folder_of(path)).ok();
    Ok(true)
}

/// A file without a final name, in the folder where it will stay: a rename does not cross file systems.
fn temporary_in(dir: &Path, readers: Readers) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(PART_PREFIX).suffix(PART_SUFFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = match readers {
            Readers::Owner => 0o600,
            Readers::Usual => 0o666, // less the person's own umask
        };
        builder.permissions(fs::Permissions::from_mode(mode));
    }
    #[cfg(not(unix))]
    let _ = readers; // a person's folders are private by inheritance there
    builder.tempfile_in(dir)
}

/// Makes a folder and those above it; on Unix only this person may enter the ones that are made.
fn make_private_dir(dir: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(dir)
}

/// Makes the rename itself last through a power cut.
#[cfg(unix)]
fn sync_dir(dir: &Path) -> io::Result<()> {
    fs::File::open(dir)?.sync_all()
}

/// Windows has no such call; its rename is written through by the file system's journal.
#[cfg(not(unix))]
fn sync_dir(_dir: &Path) -> io::Result<()> {
    Ok(())
}

/// The folder a path stands in: the current one for a bare name.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}
