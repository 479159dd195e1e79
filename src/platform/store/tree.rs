//! A writer's content folder, read whole into [`Files`].
//!
//! Not a check of what the files say: that is `content`. Everything that keeps a file from being read is reported
//! at once, in the same form as a mistake inside one.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Doing, Reason, StoreError, read_text};
use crate::source::{Files, Problem};

/// How deep folders may nest.
const DEPTH_LIMIT: usize = 8;
/// How many files and folders are looked at; the program's own content has some thirty.
const ENTRIES_LIMIT: usize = 1_000;
/// How much text is read in all, in bytes; the program's own content has a third of a megabyte.
const BYTES_LIMIT: usize = 16 * 1024 * 1024;

/// Reads every `.ron` file under `dir`, named by its path below it with `/` on every system.
///
/// Names that begin with a dot are left out: they are an editor's or a version control's own. A link to a folder is
/// followed once, so one that leads back up is told and not walked round.
///
/// # Errors
/// One [`Problem`] for each file or folder that could not be read, and one where there is more than a guide can be.
pub fn read_tree(dir: &Path) -> Result<Files, Vec<Problem>> {
    let mut found = Found::default();
    found.folder(dir, "", DEPTH_LIMIT);
    if found.problems.is_empty() { Ok(found.files) } else { Err(found.problems) }
}

#[derive(Default)]
struct Found {
    files: Files,
    problems: Vec<Problem>,
    /// Folders that were read, by where they really are.
    folders: BTreeSet<PathBuf>,
    entries: usize,
    bytes: usize,
}

impl Found {
    fn folder(&mut self, dir: &Path, name: &str, depth_left: usize) {
        let shown = if name.is_empty() { dir.display().to_string() } else { name.to_owned() };
        let Some(depth_left) = depth_left.checked_sub(1) else {
            self.problems.push(Problem::new(name, 0, "folders nest too deeply here", "take the inner ones out"));
            return;
        };
        let listed = fs::canonicalize(dir).and_then(|place| {
            let is_new = self.folders.insert(place);
            // One more than may be, so that too many are noticed.
            let left = if is_new { ENTRIES_LIMIT.saturating_sub(self.entries).saturating_add(1) } else { 0 };
            let entries = fs::read_dir(dir)?.take(left).collect::<io::Result<Vec<_>>>()?;
            Ok((is_new, entries))
        });
        let entries = match listed {
            Ok((true, entries)) => entries,
            Ok((false, _)) => {
                let what = "this folder is read already, in another place";
                self.problems.push(Problem::new(shown, 0, what, "take out the link that leads to it"));
                return;
            }
            Err(error) => {
                let error = StoreError::new(Doing::Read, dir, error);
                self.problems.push(Problem::new(shown, 0, error.why(), "name a folder that you may read"));
                return;
            }
        };
        for entry in entries {
            self.entries = self.entries.saturating_add(1);
            if self.entries > ENTRIES_LIMIT {
                return self.too_much(dir);
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

    fn file(&mut self, path: &Path, name: String) {
        if self.bytes > BYTES_LIMIT {
            return self.too_much(path);
        }
        match read_text(path) {
            Ok(text) => {
                self.bytes = self.bytes.saturating_add(text.len());
                self.files.insert(name, text);
            }
            Err(error) => self.problems.push(Problem::new(name, 0, error.why(), help_for(&error))),
        }
    }

    /// Says once that this is no content folder.
    fn too_much(&mut self, place: &Path) {
        let what = "there is more here than a guide has";
        if self.problems.last().is_none_or(|problem| problem.what != what) {
            let help = "name the folder that holds the content, and nothing above it";
            self.problems.push(Problem::new(place.display().to_string(), 0, what, help));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn links_that_lead_back_are_told_once_each_and_not_walked_round() {
        let dir = tempfile::tempdir().expect("a folder");
        fs::create_dir(dir.path().join("en")).expect("made");
        fs::write(dir.path().join("en/a.ron"), "()").expect("written");
        for name in ["1", "2", "3", "4", "5", "6"] {
            std::os::unix::fs::symlink(".", dir.path().join(name)).expect("a link");
            std::os::unix::fs::symlink("..", dir.path().join("en").join(name)).expect("a link");
        }
        let problems = read_tree(dir.path()).expect_err("told");
        assert_eq!(problems.len(), 12, "{problems:#?}");
        assert!(problems.iter().all(|problem| problem.what.contains("read already")));
    }

    #[test]
    fn a_folder_that_is_no_guide_is_told_once() {
        let dir = tempfile::tempdir().expect("a folder");
        for number in 0..ENTRIES_LIMIT + 20 {
            fs::write(dir.path().join(format!("{number}.ron")), "").expect("written");
        }
        let problems = read_tree(dir.path()).expect_err("told");
        assert!(matches!(problems.as_slice(), [one] if one.what.contains("more here than a guide")), "{problems:#?}");
    }

    #[test]
    fn texts_of_other_editors_are_read_and_others_named_with_their_place() {
        let dir = tempfile::tempdir().expect("a folder");
        fs::write(dir.path().join("mark.ron"), "\u{feff}(a: 1)").expect("written");
        let two_bytes: Vec<u8> = "\u{feff}(a: “é”)".encode_utf16().flat_map(u16::to_le_bytes).collect();
        fs::write(dir.path().join("wide.ron"), two_bytes).expect("written");
        let files = read_tree(dir.path()).expect("both are text");
        assert_eq!((files.get("mark.ron"), files.get("wide.ron")), (Some("(a: 1)"), Some("(a: “é”)")));
        fs::write(dir.path().join("old.ron"), b"(\n a: \"caf\xe9\")").expect("written");
        let problems = read_tree(dir.path()).expect_err("told");
        let [problem] = problems.as_slice() else { panic!("{problems:#?}") };
        assert!(problem.what.contains("line 2, column 9") && problem.what.contains('é'), "{problem}");
    }
}
