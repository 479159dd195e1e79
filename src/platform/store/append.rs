//! A file that only grows: the history, a line at a time.
//!
//! Not its format: a header and whole lines come in. The window has this done by a [`super::Writer`].
//!
//! Invariant: a line that was reported as written is there after a crash, once; and whatever a crash or a full disk
//! leaves at the end of the file, the next line begins on a line of its own.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

use super::{
    Doing, Readers, Reason, StoreError, copies_of, folder_of, make_private_dir, open, remove::remove_parts, replace_if, sync_dir,
};
use crate::source;

/// The largest file of lines that is read, in bytes: some two hundred thousand lines, or a century.
pub const LINES_LIMIT_BYTES: u64 = 64 * 1024 * 1024;

/// So often a change is made anew because somebody else writes.
const CHANGE_TRIES: u32 = 20;

/// Adds one line (or several at once) to a file that only this person may read, and waits until it is on the disk.
/// Returns how long the file was in bytes before, and how long it is now.
///
/// The file and its folder are made where needed, the file with `header` as its beginning. What is written goes out
/// in one piece. Where a line was cut off before, it is ended first; where this one does not fit on the disk, what
/// was written of it is taken back.
///
/// # Errors
/// What the system said. The file then holds what it held, but for a failed sync, after which the line may be there.
pub fn append_private(path: &Path, header: &str, line: &str) -> Result<(u64, u64), StoreError> {
    let dir = folder_of(path);
    make_private_dir(dir).map_err(|error| StoreError::new(Doing::MakeFolder, dir, error))?;
    open::check_link(Doing::Write, path)?;
    append(path, header, line).map_err(|error| StoreError::new(Doing::Write, path, error))
}

/// Reads a whole file of lines; bytes that are no UTF-8 cost only their line. One in UTF-16 keeps its mark: see
/// [`source::lines`].
///
/// # Errors
/// [`Reason::Missing`] when there is no such file, [`Reason::TooLarge`] over [`LINES_LIMIT_BYTES`], [`Reason::BrokenLink`]
/// and [`Reason::NotAFile`] for what leads elsewhere, or what the system said.
pub fn read_lines(path: &Path) -> Result<String, StoreError> {
    read_text_lossy(path).map(|(text, _)| text)
}

/// Writes a file of lines anew, as `change` makes it of what stands there. A line that somebody appends meanwhile is
/// kept: the change is made again of what stands there then. A file that is not there stays so.
///
/// # Errors
/// As [`read_lines`], or what the system said; the file is then as it was.
pub fn change_lines(path: &Path, change: &dyn Fn(&str) -> String) -> Result<(), StoreError> {
    for _ in 0..CHANGE_TRIES {
        let (text, length) = match read_text_lossy(path) {
            Err(error) if error.reason == Reason::Missing => return Ok(()),
            read => read?,
        };
        let changed = change(&text);
        let is_still = |path: &Path| std::fs::metadata(path).is_ok_and(|data| data.len() == length);
        if changed == text || replace_if(path, changed.as_bytes(), Readers::Owner, is_still)? {
            return Ok(());
        }
    }
    Err(StoreError::new(Doing::Write, path, io::ErrorKind::ResourceBusy.into()))
}

/// Changes every copy that was kept of a damaged file of lines, and removes what writes that were cut off have left of
/// it: what is deleted is gone.
///
/// # Errors
/// As [`change_lines`].
pub fn change_copies(path: &Path, change: &dyn Fn(&str) -> String) -> Result<(), StoreError> {
    remove_parts(folder_of(path));
    copies_of(path).iter().try_for_each(|copy| change_lines(copy, change))
}

/// The text, and how long the file was in bytes.
fn read_text_lossy(path: &Path) -> Result<(String, u64), StoreError> {
    let bytes = open::read_at_most(path, LINES_LIMIT_BYTES)?;
    let length = bytes.len() as u64;
    Ok((source::lines(&bytes), length))
}

fn append(path: &Path, header: &str, line: &str) -> io::Result<(u64, u64)> {
    let is_new = !path.exists();
    let mut file = open_to_append(path)?;
    let length = file.seek(SeekFrom::End(0))?;
    let lead = if length == 0 {
        header
    } else if ends_its_line(&mut file)? {
        ""
    } else {
        "\n"
    };
    let end = if line.ends_with('\n') { "" } else { "\n" };
    let bytes = [lead, line, end].concat().into_bytes();
    let mut written = 0_u64;
    if let Err(error) = write_whole(&mut file, &bytes, &mut written) {
        take_back(&file, length, written);
        return Err(error);
    }
    file.sync_data()?;
    if is_new {
        // The file is in place; a file system that cannot sync a folder is no reason to say it is not.
        sync_dir(folder_of(path)).ok();
    }
    Ok((length, length.saturating_add(written)))
}

fn open_to_append(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).append(true).create(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

/// Whether the last byte ends a line. The position does not matter afterwards: appending goes to the end.
fn ends_its_line(file: &mut File) -> io::Result<bool> {
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}

/// Writes all the bytes, nearly always in one call, and counts them.
fn write_whole(file: &mut File, mut bytes: &[u8], written: &mut u64) -> io::Result<()> {
    while !bytes.is_empty() {
        match file.write(bytes) {
            Ok(0) => return Err(io::ErrorKind::StorageFull.into()),
            Ok(count) => {
                *written += count as u64;
                bytes = bytes.get(count..).unwrap_or_default();
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Cuts off the part of a line that could be written, unless somebody else has written behind it.
fn take_back(file: &File, length: u64, written: u64) {
    let is_ours = file.metadata().is_ok_and(|now| now.len() == length + written);
    if written > 0 && is_ours {
        // If this fails too, the next line is begun on a line of its own.
        file.set_len(length).ok();
    }
}
