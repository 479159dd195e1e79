//! Files are written and read in a folder of the test's own.

use super::*;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn names_in(dir: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(dir)
        .expect("readable")
        .map(|entry| entry.expect("entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn what_is_written_is_read_back_and_leaves_nothing_beside_it() {
    let dir = folder();
    let path = dir.path().join("deep/er/settings.ron");
    write_private(&path, "(version: 1)\n".as_bytes()).expect("first write");
    write_private(&path, "(version: 2) // ünïcode\n".as_bytes()).expect("second write");
    assert_eq!(read_text(&path).expect("read"), "(version: 2) // ünïcode\n");
    assert_eq!(names_in(&dir.path().join("deep/er")), ["settings.ron"]);
}

#[cfg(unix)]
#[test]
fn settings_are_for_their_owner_only_and_exports_are_not() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).expect("metadata").permissions().mode() & 0o777;
    let dir = folder();
    let settings = dir.path().join("gentleback/settings.ron");
    write_private(&settings, b"()").expect("write");
    assert_eq!(mode(&settings), 0o600);
    assert_eq!(mode(settings.parent().expect("parent")), 0o700);

    // What any other program would get here, umask and all.
    let plain = dir.path().join("plain");
    fs::write(&plain, b"").expect("write");
    let sheet = dir.path().join("sheet.pdf");
    write_export(&sheet, b"%PDF").expect("write");
    assert_eq!(mode(&sheet), mode(&plain));
}

#[cfg(unix)]
#[test]
fn a_link_is_written_through_not_over() {
    let dir = folder();
    let real = dir.path().join("dotfiles/settings.ron");
    let link = dir.path().join("settings.ron");
    write_private(&real, b"old").expect("write");
    std::os::unix::fs::symlink(&real, &link).expect("link");
    write_private(&link, b"new").expect("write");
    assert!(fs::symlink_metadata(&link).expect("metadata").is_symlink());
    assert_eq!(read_text(&real).expect("read"), "new");
}

#[test]
fn a_failed_write_leaves_the_old_file() {
    let dir = folder();
    // A folder under the file's own name cannot be renamed over: the write fails at its last step.
    let path = dir.path().join("settings.ron");
    fs::create_dir(&path).expect("folder");
    fs::write(path.join("inside"), b"kept").expect("write");
    let error = write_private(&path, b"new").expect_err("a folder is in the way");
    assert_eq!(error.doing, Doing::Write);
    assert_eq!(fs::read(path.join("inside")).expect("read"), b"kept");
    assert_eq!(names_in(dir.path()), ["settings.ron"], "no part of a file stays behind");
}

#[test]
fn a_file_in_the_place_of_a_folder_is_told_apart() {
    let dir = folder();
    fs::write(dir.path().join("gentleback"), b"").expect("write");
    let error = write_private(&dir.path().join("gentleback/settings.ron"), b"()").expect_err("not a folder");
    assert_eq!(error.doing, Doing::MakeFolder);
    assert!(error.to_string().contains("gentleback could not be made"), "{error}");
}

#[test]
fn every_reading_fault_has_its_own_reason() {
    let dir = folder();
    let path = dir.path().join("settings.ron");
    assert_eq!(read_text(&path).expect_err("missing").reason, Reason::Missing);
    fs::write(&path, [b'(', 0xff, 0xfe, b')']).expect("write");
    assert_eq!(read_text(&path).expect_err("not text").reason, Reason::NotText);
    fs::write(&path, vec![b' '; TEXT_LIMIT_BYTES as usize]).expect("write");
    assert!(read_text(&path).is_ok(), "a file of exactly the limit is read");
    fs::write(&path, vec![b' '; TEXT_LIMIT_BYTES as usize + 1]).expect("write");
    assert_eq!(read_text(&path).expect_err("large").reason, Reason::TooLarge);
}

#[test]
fn a_damaged_file_is_kept_once_and_never_over_another() {
    let dir = folder();
    let path = dir.path().join("settings.ron");
    fs::write(&path, b"(broken").expect("write");
    let first = keep_damaged(&path, "20260102-030405").expect("kept");
    assert_eq!(first, dir.path().join("settings.damaged-20260102-030405.ron"));
    assert_eq!(keep_damaged(&path, "20260102-040000").expect("kept"), first, "the same bytes are kept once");

    fs::write(&path, b"(broken otherwise").expect("write");
    let second = keep_damaged(&path, "20260102-030405").expect("kept");
    assert_eq!(second, dir.path().join("settings.damaged-20260102-030405-1.ron"));
    assert_eq!(fs::read(&first).expect("read"), b"(broken");
    assert_eq!(fs::read(&second).expect("read"), b"(broken otherwise");
    assert_eq!(fs::read(&path).expect("read"), b"(broken otherwise", "the file itself is left");
}

#[test]
fn a_damaged_file_that_is_not_even_text_is_kept_byte_for_byte() {
    let dir = folder();
    let path = dir.path().join("settings.ron");
    fs::write(&path, [0, 159, 146, 150]).expect("write");
    let copy = keep_damaged(&path, "x").expect("kept");
    assert_eq!(fs::read(copy).expect("read"), [0, 159, 146, 150]);
}

#[test]
fn a_file_that_is_saved_unasked_takes_an_unused_name() {
    let dir = folder();
    let path = dir.path().join("my sheet.pdf");
    for expected in ["my sheet.pdf", "my sheet-2.pdf", "my sheet-3.pdf"] {
        let unused = unused(&path);
        assert_eq!(unused, dir.path().join(expected));
        write_export(&unused, b"%PDF").expect("write");
    }
    assert_eq!(unused(&dir.path().join("bare")), dir.path().join("bare"));
}

#[test]
fn a_content_folder_is_read_by_its_relative_names() {
    let dir = folder();
    fs::create_dir_all(dir.path().join("en/.git")).expect("folders");
    for (name, text) in
        [("facts.ron", "a"), ("en/guide.ron", "b"), ("en/notes.txt", "c"), ("en/.#guide.ron", "d"), ("en/.git/x.ron", "e")]
    {
        fs::write(dir.path().join(name), text).expect("write");
    }
    let files = read_tree(dir.path()).expect("readable");
    let all: Vec<_> = files.under("").collect();
    assert_eq!(all, [("en/guide.ron", "b"), ("facts.ron", "a")]);
}

#[test]
fn every_unreadable_content_file_is_reported_at_once() {
    let dir = folder();
    fs::write(dir.path().join("one.ron"), [0xff]).expect("write");
    fs::write(dir.path().join("two.ron"), [0xfe]).expect("write");
    let mut problems = read_tree(dir.path()).expect_err("unreadable");
    problems.sort();
    assert_eq!(problems.iter().map(|problem| problem.file.as_str()).collect::<Vec<_>>(), ["one.ron", "two.ron"]);
    assert!(problems.iter().all(|problem| problem.help.contains("UTF-8")), "{problems:?}");
}

#[test]
fn a_missing_content_folder_is_a_problem_with_its_name() {
    let dir = folder();
    let missing = dir.path().join("nowhere");
    let problems = read_tree(&missing).expect_err("missing");
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].file, missing.display().to_string());
}

#[cfg(unix)]
#[test]
fn a_link_back_up_does_not_go_on_for_ever() {
    let dir = folder();
    std::os::unix::fs::symlink(dir.path(), dir.path().join("again")).expect("link");
    let problems = read_tree(dir.path()).expect_err("a loop");
    assert!(problems.len() == 1 && problems[0].what.contains("read already"), "{problems:?}");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_told_and_stays() {
    let dir = folder();
    let link = dir.path().join("settings.ron");
    std::os::unix::fs::symlink(dir.path().join("not-mounted/settings.ron"), &link).expect("link");
    let reason = |outcome: Result<(), StoreError>| outcome.expect_err("refused").reason;
    assert_eq!(reason(read_text(&link).map(drop)), Reason::BrokenLink);
    assert_eq!(reason(read_lines(&link).map(drop)), Reason::BrokenLink);
    assert_eq!(reason(read_tail(&link, 10).map(drop)), Reason::BrokenLink);
    assert_eq!(reason(write_private(&link, b"new")), Reason::BrokenLink);
    assert_eq!(reason(append_private(&link, "", "new").map(drop)), Reason::BrokenLink);
    // What it leads to may be on a drive that is not there now: that is not called removed.
    assert_eq!(reason(remove_with_copies(&link)), Reason::BrokenLink);
    assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
    assert_eq!(names_in(dir.path()), ["settings.ron"]);
}

#[cfg(unix)]
#[test]
fn what_is_removed_through_a_link_is_gone_with_its_copies_and_parts() {
    let dir = folder();
    let (real, link) = (dir.path().join("dotfiles/settings.ron"), dir.path().join("settings.ron"));
    write_private(&real, b"(note)").expect("write");
    std::os::unix::fs::symlink(&real, &link).expect("link");
    keep_damaged(&link, "1").expect("kept");
    let (old, new) = (dir.path().join("dotfiles/.gentleback-x.part"), dir.path().join("dotfiles/.gentleback-y.part"));
    for part in [&old, &new] {
        fs::write(part, "(note)").expect("write");
    }
    fs::File::options().write(true).open(&old).and_then(|file| file.set_modified(std::time::UNIX_EPOCH)).expect("set");
    remove_with_copies(&link).expect("removed");
    assert_eq!(names_in(dir.path()), ["dotfiles"]);
    assert_eq!(names_in(&dir.path().join("dotfiles")), [".gentleback-y.part"], "one that is being written stays");
}

#[cfg(unix)]
#[test]
fn what_is_no_plain_file_is_not_opened() {
    let dir = folder();
    let pipe = dir.path().join("settings.ron");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("runs").success());
    for reason in [read_text(&pipe), read_lines(&pipe), read_tail(&pipe, 10)].map(|read| read.expect_err("refused").reason) {
        assert_eq!(reason, Reason::NotAFile);
    }
    assert_eq!(keep_damaged(&pipe, "1").expect_err("refused").reason, Reason::NotAFile);
    assert_eq!(read_text(Path::new("/dev/zero")).expect_err("endless").reason, Reason::NotAFile);
    assert_eq!(read_text(dir.path()).expect_err("a folder").reason, Reason::WrongKind);
}

#[test]
fn a_huge_file_is_not_copied() {
    let dir = folder();
    let path = dir.path().join("settings.ron");
    fs::File::create(&path).and_then(|file| file.set_len(LINES_LIMIT_BYTES + 1)).expect("a hole");
    assert_eq!(keep_damaged(&path, "1").expect_err("refused").reason, Reason::TooLarge);
    assert_eq!(names_in(dir.path()), ["settings.ron"]);
}

#[test]
fn a_line_that_is_appended_while_the_file_is_changed_stays() {
    let dir = folder();
    let path = dir.path().join("history.ron");
    append_private(&path, "", "one\ndamage\n").expect("written");
    let times = std::cell::Cell::new(0);
    let mend = |text: &str| {
        times.set(times.get() + 1);
        if times.get() == 1 {
            append_private(&path, "", "two").expect("written");
        }
        text.replace("damage\n", "")
    };
    change_lines(&path, &mend).expect("changed");
    assert_eq!((read_lines(&path).expect("read").as_str(), times.get()), ("one\ntwo\n", 2));
    change_lines(&dir.path().join("none"), &mend).expect("nothing to do");
    assert_eq!(names_in(dir.path()), ["history.ron"]);
}

#[test]
fn what_is_taken_out_of_a_file_leaves_its_copies_too() {
    let dir = folder();
    let path = dir.path().join("history.ron");
    append_private(&path, "", "one\ntwo\n").expect("written");
    let copy = keep_damaged(&path, "1").expect("kept");
    change_copies(&path, &|text| text.replace("one\n", "")).expect("changed");
    assert_eq!(fs::read_to_string(copy).expect("read"), "two\n");
    assert_eq!(fs::read_to_string(path).expect("read"), "one\ntwo\n");
}

#[cfg(unix)]
#[test]
fn a_history_that_is_taken_out_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let dir = folder();
    let path = dir.path().join("history.csv");
    fs::write(&path, "older").expect("write");
    write_private_export(&path, b"kind,started").expect("written");
    assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
}
