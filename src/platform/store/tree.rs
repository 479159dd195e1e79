//! A writer's content folder, read whole into [`Files`].
//!
//! Not a check of what the files say: that is `content`. Everything that keeps a file from being read is reported
//! at once, in the same form as a mistake inside one.

use std::fs;
use std::io;
use std::path::Path;

use super::{Reason, StoreError, read_text};
use crate::source::{Files, Problem};

/// How deep folders may nest: a link to a folder above would otherwise go on for ever.
const DEPTH_LIMIT: usize = 8;

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
}

impl Found {
    fn folder(&mut self, dir: &Path, name: &str, depth_left: usize) {
        let Some(depth_left) = depth_left.checked_sub(1) else {
            self.problems.push(Problem::new(name, 0, "folders nest too deeply here", "take out a link that leads back up"));
            return;
        };
        let entries = match fs::read_dir(dir).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
            Ok(entries) => entries,
            Err(error) => {
                let shown = if name.is_empty() { dir.display().to_string() } else { name.to_owned() };
                self.problems.push(Problem::new(shown, 0, error.to_string(), "name a folder that you may read"));
                return;
            }
        };
        for entry in entries {
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

    fn file(&mut self, path: &Path, name: String) {
        match read_text(path) {
            Ok(text) => self.files.insert(name, text),
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
