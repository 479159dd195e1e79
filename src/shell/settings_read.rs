//! Reads the settings and the plan beside them, on whatever thread asks.
//!
//! Not their form: see [`crate::settings`]. Invariant: a file that can not be read is kept as a copy before anything
//! is written over it; where that can not be done either, nothing is written, and it is said.

use std::path::{Path, PathBuf};

use crate::{
    platform::{
        clock::{self, Clock},
        console,
        store::{self, Reason, StoreError},
    },
    settings::{self, Decoded},
};

/// What was found there.
pub(super) struct Found {
    pub(super) decoded: Decoded,
    /// Why the file could not be read.
    pub(super) failure: Option<StoreError>,
    /// The copy of a damaged one.
    pub(super) damaged_copy: Option<PathBuf>,
    /// The plan in use.
    pub(super) plan: Result<Option<String>, StoreError>,
}

/// The plan in use, beside the settings.
pub(super) fn plan_beside(settings: &Path) -> PathBuf {
    settings.with_file_name("plan.ron")
}

/// A plan to look at, where no file window can be opened.
pub(super) fn offered_beside(settings: &Path) -> PathBuf {
    settings.with_file_name("new-plan.ron")
}

/// Reads settings and plan, and keeps a copy of settings that are damaged.
pub(super) fn read(path: &Path, clock: Clock) -> Found {
    let plan = match store::read_text(&plan_beside(path)) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.reason == Reason::Missing => Ok(None),
        Err(error) => Err(error),
    };
    let mut found = Found { decoded: Decoded::default(), failure: None, damaged_copy: None, plan };
    match store::read_text(path) {
        Ok(text) => found.decoded = settings::decode(&text),
        Err(error) if error.reason == Reason::Missing => {}
        Err(error) => found.failure = Some(error),
    }
    if found.failure.is_some() || found.decoded.damage.is_some() {
        match store::keep_damaged(path, &clock::file_stamp(clock.now().stamp)) {
            Ok(copy) => found.damaged_copy = Some(copy),
            Err(error) => console::complain(&error.to_string()),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> (tempfile::TempDir, PathBuf) {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("settings.ron");
        (dir, path)
    }

    #[test]
    fn a_first_start_says_that_nothing_is_restricted_and_a_damaged_file_does_not() {
        let (_dir, path) = file();
        let is_damaged = |found: &Found| found.failure.is_some() || found.decoded.damage.is_some();
        assert!(!is_damaged(&read(&path, Clock::start())));
        for damaged in [&[0_u8; 4096][..], b"(version: 1,", b"\xff\xfe(\0v\0"] {
            store::write_private(&path, damaged).expect("written");
            let found = read(&path, Clock::start());
            assert!(is_damaged(&found) && found.damaged_copy.is_some(), "{damaged:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_of_ours_is_neither_copied_nor_waited_for() {
        let (dir, path) = file();
        let unread = |why: &str| {
            let found = read(&path, Clock::start());
            assert!(found.damaged_copy.is_none(), "{why}");
            let copies = std::fs::read_dir(dir.path()).expect("read").count();
            assert!(copies <= 1, "{why}: no copy");
            store::remove(&path).expect("removed");
            found.failure.expect(why).reason
        };
        assert!(std::process::Command::new("mkfifo").arg(&path).status().expect("runs").success());
        assert_eq!(unread("a pipe"), Reason::NotAFile);
        std::os::unix::fs::symlink("/dev/zero", &path).expect("a link");
        assert_eq!(unread("an endless device"), Reason::NotAFile);
        std::os::unix::fs::symlink(dir.path().join("not-there.ron"), &path).expect("a link");
        assert_eq!(unread("a link to nothing"), Reason::BrokenLink);
        let large = std::fs::File::create(&path).expect("made");
        large.set_len(1_200 * 1024 * 1024).expect("a hole");
        assert_eq!(unread("a huge file"), Reason::TooLarge);
    }

    #[test]
    fn a_plan_is_read_whatever_became_of_the_settings() {
        let (_dir, path) = file();
        store::make_folder(&path).expect("a folder in the place of the settings");
        store::write_private(&plan_beside(&path), b"(version: 1)").expect("written");
        assert_eq!(read(&path, Clock::start()).plan.expect("read").as_deref(), Some("(version: 1)"));
    }
}
