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
    assert!(problems[0].what.contains("read already"), "{problems:?}");
}
