//! Small things asked of files: the end of a long one, how one looks, and taking an empty folder away.
//!
//! Not the reading of whole files. Invariant: nothing with something in it is taken away.

use std::fs;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use super::{Doing, StoreError, open::open_plain};

/// Reads the last lines of a file that only grows, at most `at_most_bytes` bytes, from the beginning of a line.
///
/// The reminder needs the last days of a history that may be ten years long, and has little memory for it.
///
/// # Errors
/// As [`super::read_text`]; bytes that are no text are replaced, since the cut may lie inside a letter.
pub fn read_tail(path: &Path, at_most_bytes: u64) -> Result<String, StoreError> {
    let fail = |error| StoreError::new(Doing::Read, path, error);
    let mut file = open_plain(path)?;
    let length = file.metadata().map_err(fail)?.len();
    let from = length.saturating_sub(at_most_bytes);
    file.seek(SeekFrom::Start(from)).map_err(fail)?;
    let mut bytes = Vec::new();
    file.take(at_most_bytes).read_to_end(&mut bytes).map_err(fail)?;
    let text = String::from_utf8_lossy(&bytes);
    let whole = if from == 0 { Some(text.as_ref()) } else { text.split_once('\n').map(|(_, rest)| rest) };
    Ok(whole.unwrap_or_default().to_owned())
}

/// How a file looked: its length and when it was last written. Two that differ are of two files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark(u64, Option<Duration>);

/// How a file looks now, without reading it; `None` if there is none.
pub fn mark(path: &Path) -> Option<Mark> {
    let data = fs::metadata(path).ok()?;
    let written = data.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    Some(Mark(data.len(), written))
}

/// What lies in a folder under a name that begins so.
pub fn beginning_with(dir: &Path, prefix: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(prefix)).map(|entry| entry.path()).collect()
}

/// Takes a folder away if nothing is in it.
pub fn remove_if_empty(dir: &Path) {
    // A folder with something in it stays, and so does one that is in use: neither is a fault.
    fs::remove_dir(dir).ok();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_begins_with_a_line() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("lines");
        fs::write(&path, "first\nsecond ü\nthird\n").expect("written");
        assert_eq!(read_tail(&path, 1_000).expect("read"), "first\nsecond ü\nthird\n");
        assert_eq!(read_tail(&path, 10).expect("read"), "third\n");
        assert_eq!(read_tail(&path, 3).expect("read"), "");
        assert!(read_tail(&dir.path().join("none"), 3).is_err());
        let before = mark(&path);
        assert!(before.is_some() && before == mark(&path) && mark(&dir.path().join("none")).is_none());
        fs::write(&path, "other\n").expect("written");
        assert_ne!(before, mark(&path));
        remove_if_empty(dir.path());
        assert!(path.exists());
    }
}
