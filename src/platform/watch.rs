//! Watches a writer's content folder and reads it again when a file in it changes.
//!
//! It compares the texts themselves, a few dozen small files, so no file system event is missed on any system.
//! Not for people: it runs only with `--content DIR`. Invariant: nothing is sent while nothing has changed.

use std::{path::PathBuf, time::Duration};

use super::{reply::Feed, store};
use crate::source::{Files, Problem};

/// How often the folder is looked at: soon enough that a saved file seems to show at once.
const EVERY: Duration = Duration::from_millis(400);

/// The folder's files, or what keeps them from being read.
pub type Reading = Result<Files, Vec<Problem>>;

/// Starts to watch; the first thing told is the first change.
pub fn watch(folder: PathBuf, changes: Feed<Reading>) {
    let look = move || {
        let mut last = store::read_tree(&folder);
        loop {
            std::thread::sleep(EVERY);
            let now = store::read_tree(&folder);
            if now != last {
                last = now.clone();
                changes.tell(now);
            }
        }
    };
    // Without a thread the folder is read once, at the start, as it would be without this.
    std::thread::Builder::new().name("content".into()).spawn(look).ok();
}

#[cfg(test)]
mod tests {
    use super::super::reply::test::feed;
    use super::*;

    #[test]
    fn a_changed_file_is_read_again_and_told_once() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("words.ron");
        store::write_export(&file, b"(1)").expect("written");
        let (told, changes) = feed();
        watch(folder.path().to_owned(), told);
        assert!(changes.recv_timeout(EVERY * 3).is_err(), "nothing has changed yet");
        store::write_export(&file, b"(2)").expect("written");
        let files = changes.recv_timeout(EVERY * 20).expect("told").expect("readable");
        assert_eq!(files.get("words.ron"), Some("(2)"));
        assert!(changes.recv_timeout(EVERY * 3).is_err(), "told once");
    }
}
