//! A writer's content folder, read whole into [`Files`].
//!
//! Not a check of what the files say: that is `content`. Everything that keeps a file from being read is reported
//! at once, in the same form as a mistake inside one.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Reason, StoreError, read_text};
use crate::source::{Files, Problem};

/// How deep folders may nest: a link to a folder above would otherwise go on for ever.
const DEPTH_LIMIT: usize = 8;
/// How many files, folders and others a content folder may hold: ours has some fifty.
const COUNT_LIMIT: usize = 2_000;
/// How much text it may hold, in bytes: ours is one million.
const ALL_LIMIT_BYTES: usize = 64 * 1024 * 1024;

/// Reads every `.ron` file under `dir`, named by its path below it with `/` on every system.
///
/// Names that begin with a dot are left out: they are an editor's or a version control's own.
///
/// # Errors
/// One [`Problem`] for each file or folder that could not be read.
pub fn read_tree(dir: &Path) -> Result<Files, Vec<Problem>> {
    let mut found = Found::default();
    found.folder(dir, "", DEPTH_LIMIT);
    if found.problems.is_empty() { Ok(found.files) } else { Err(found.problems) }
}

#[derive(Default)]
struct Found {
    files: Files,
    problems: Vec<Problem>,
    /// Folders that were read, by where they truly are: a link back to one of them is not followed.
    seen: BTreeSet<PathBuf>,
    count: usize,
    bytes: usize,
}

impl Found {
    fn folder(&mut self, dir: &Path, name: &str, depth_left: usize) {
        let Some(depth_left) = depth_left.checked_sub(1) else {
            self.problems.push(Problem::new(name, 0, "folders nest too deeply here", "take out a link that leads back up"));
            return;
        };
        if fs::canonicalize(dir).is_ok_and(|real| !self.seen.insert(real)) {
            let (what, help) = ("this link leads to a folder that is read already", "take out the link");
            self.problems.push(Problem::new(name, 0, what, help));
            return;
        }
        let at_most = |dir: fs::ReadDir| dir.take(COUNT_LIMIT.saturating_add(1)).collect::<io::Result<Vec<_>>>();
        let entries = match fs::read_dir(dir).and_then(at_most) {
            Ok(entries) => entries,
            Err(error) => {
                let shown = if name.is_empty() { dir.display().to_string() } else { name.to_owned() };
                self.problems.push(Problem::new(shown, 0, error.to_string(), "name a folder that you may read"));
                return;
            }
        };
        for entry in entries {
            if self.is_too_much(name) {
                return;
            }
            let Some(own) = entry.file_name().to_str().map(str::to_owned) else { continue };
            if own.starts_with('.') {
                continue;
            }
            let path = entry.path();
            let below = if name.is_empty() { own } else { format!("{name}/{own}") };
            if path.is_dir() {
                self.folder(&path, &below, depth_left);
            } else if path.extension().is_some_and(|extension| extension == "ron") {
                self.file(&path, below);
            }
        }
    }

    /// Counts one more, and says once when it is more than a content folder holds.
    fn is_too_much(&mut self, name: &str) -> bool {
        let was_too_much = self.count > COUNT_LIMIT || self.bytes > ALL_LIMIT_BYTES;
        self.count = self.count.saturating_add(1);
        let is_too_much = self.count > COUNT_LIMIT || self.bytes > ALL_LIMIT_BYTES;
        if is_too_much && !was_too_much {
            let (what, help) = ("this folder holds more than the content of a guide", "name the content folder itself");
            self.problems.push(Problem::new(name, 0, what, help));
        }
        is_too_much
    }

    fn file(&mut self, path: &Path, name: String) {
        match read_text(path) {
            Ok(text) => {
                self.bytes = self.bytes.saturating_add(text.len());
                self.files.insert(name, text);
            }
            Err(error) => self.problems.push(Problem::new(name, 0, error.source.to_string(), help_for(&error))),
        }
    }
}

/// What a writer can do about a file that was not read.
fn help_for(error: &StoreError) -> &'static str {
    match error.reason {
        Reason::NotText => "save it as UTF-8 text",
        Reason::TooLarge => "split it: no content file is this large",
        Reason::Denied => "let yourself read it",
        _ => "look at the file and at the disk it is on",
    }
}
