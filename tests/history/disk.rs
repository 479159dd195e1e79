//! Disks that are full, locked or slow, and files that somebody else has had a hand in.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::Receiver;

use gentleback::history::{Entry, HEADER, decode, encode_line};
use gentleback::moment::Stamp;
use gentleback::platform::reply::Feed;
use gentleback::platform::store::{Doing, Job, Reason, Writer, WriterEvent, append_private, read_lines};
use jiff::civil::date;
use jiff::tz::Offset;

fn entry(minute: i8) -> Entry {
    Entry::lock(Stamp::new(date(2026, 11, 22).at(9, minute, 0, 0), Offset::UTC))
}

fn line(minute: i8) -> String {
    encode_line(&entry(minute))
}

fn entries(path: &Path) -> Vec<Entry> {
    decode(&read_lines(path).expect("readable")).entries
}

#[test]
fn lines_follow_each_other_under_one_header() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("deep/er/history.ron");
    assert_eq!(read_lines(&path).expect_err("not there").reason, Reason::Missing);
    append_private(&path, HEADER, &line(1)).expect("written");
    append_private(&path, HEADER, line(2).trim_end()).expect("written");
    append_private(&path, HEADER, &line(3)).expect("written");
    assert_eq!(fs::read_to_string(&path).expect("text"), format!("{HEADER}{}{}{}", line(1), line(2), line(3)));
}

#[cfg(unix)]
#[test]
fn the_history_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).expect("metadata").permissions().mode() & 0o777;
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("gentleback/history.ron");
    append_private(&path, HEADER, &line(1)).expect("written");
    assert_eq!((mode(&path), mode(path.parent().expect("a folder"))), (0o600, 0o700));
}

#[test]
fn a_line_that_was_cut_off_is_ended_first() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("history.ron");
    let cut = line(2);
    fs::write(&path, format!("{HEADER}{}{}", line(1), &cut[..cut.len() / 2])).expect("written");
    append_private(&path, HEADER, &line(3)).expect("written");
    assert_eq!(entries(&path), [entry(1), entry(3)]);
}

#[test]
fn bytes_that_are_no_text_cost_one_line() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("history.ron");
    let mut bytes = format!("{HEADER}{}", line(1)).into_bytes();
    bytes.extend([0xff, 0x00, 0xc3, b'\n']);
    fs::write(&path, bytes).expect("written");
    append_private(&path, HEADER, &line(2)).expect("written");
    assert_eq!(entries(&path), [entry(1), entry(2)]);
    assert_eq!(decode(&read_lines(&path).expect("readable")).warnings.len(), 1);
}

#[test]
fn what_stands_in_the_way_is_told_apart() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("history.ron");
    fs::create_dir(&path).expect("a folder of that name");
    let error = append_private(&path, HEADER, &line(1)).expect_err("a folder is in the way");
    assert_eq!((error.doing, error.reason), (Doing::Write, Reason::WrongKind));
    fs::write(dir.path().join("gentleback"), b"").expect("a file of that name");
    let error = append_private(&dir.path().join("gentleback/history.ron"), HEADER, &line(1)).expect_err("no folder");
    assert_eq!(error.doing, Doing::MakeFolder);
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_that_is_always_full_says_so() {
    let error = append_private(Path::new("/dev/full"), HEADER, &line(1)).expect_err("full");
    assert_eq!((error.doing, error.reason), (Doing::Write, Reason::Full));
}

fn add(path: &Path, minute: i8) -> Job {
    Job::Append { path: path.to_owned(), header: HEADER, lines: line(minute) }
}

/// A writer, and what it has to say.
fn writer() -> (Writer, Receiver<WriterEvent>) {
    let (sender, told) = std::sync::mpsc::channel();
    (
        Writer::new(
            "test",
            Feed::new(move |said: Option<WriterEvent>| said.map_or((), |said| sender.send(said).unwrap_or_default())),
        ),
        told,
    )
}

fn next(told: &Receiver<WriterEvent>) -> WriterEvent {
    told.recv_timeout(std::time::Duration::from_secs(30)).expect("told")
}

#[test]
fn the_writer_keeps_the_order_and_finishes_before_it_goes() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("history.ron");
    let (writer, _told) = writer();
    for minute in 0..40 {
        writer.enqueue(add(&path, minute)).expect("handed over");
    }
    drop(writer);
    assert_eq!(entries(&path), (0..40).map(entry).collect::<Vec<_>>());
}

#[test]
fn what_could_not_be_written_is_told_once_and_written_when_it_can_be() {
    let dir = tempfile::tempdir().expect("a folder");
    let (path, guard) = (dir.path().join("history.ron"), dir.path().join("limit.ron"));
    fs::create_dir(&path).expect("a folder of that name");
    let (writer, told) = writer();
    writer.enqueue(add(&path, 1)).expect("handed over");
    assert!(matches!(next(&told), WriterEvent::NotYet(error) if error.reason == Reason::WrongKind));
    // More comes in while nothing can be written; of a whole file only the latest counts.
    for text in ["old", "new"] {
        writer.enqueue(Job::Replace { path: guard.clone(), bytes: text.into() }).expect("handed over");
    }
    writer.enqueue(add(&path, 2)).expect("handed over");
    // The folder is gone: the next try comes by itself, and nothing was lost.
    fs::remove_dir(&path).expect("removed");
    assert!(matches!(next(&told), WriterEvent::Written));
    drop(writer);
    assert_eq!(entries(&path), [entry(1), entry(2)]);
    assert_eq!(fs::read_to_string(&guard).expect("written"), "new");
    assert!(told.try_recv().is_err(), "nothing else was said");
}

#[test]
fn a_file_that_somebody_shortened_is_told() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("history.ron");
    let (writer, told) = writer();
    writer.enqueue(add(&path, 1)).expect("handed over");
    writer.enqueue(add(&path, 2)).expect("handed over");
    while !path.exists() || entries(&path).len() < 2 {
        std::thread::yield_now();
    }
    fs::remove_file(&path).expect("removed");
    writer.enqueue(add(&path, 3)).expect("handed over");
    assert!(matches!(next(&told), WriterEvent::Shorter(shorter) if shorter == path));
    // Its own changes are no surprise to it.
    writer.enqueue(Job::Change { path: path.clone(), change: Box::new(|_| HEADER.to_owned()) }).expect("handed over");
    writer.enqueue(add(&path, 4)).expect("handed over");
    drop(writer);
    assert_eq!(entries(&path), [entry(4)]);
    assert!(told.try_recv().is_err());
}

#[test]
fn what_is_deleted_is_gone_from_the_disk() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("history.ron");
    let (writer, _told) = writer();
    writer.enqueue(add(&path, 1)).expect("handed over");
    writer.enqueue(add(&path, 2)).expect("handed over");
    let name = entry(1).name();
    let change = Box::new(move |text: &str| gentleback::history::without(text, name));
    writer.enqueue(Job::Change { path: path.clone(), change }).expect("handed over");
    drop(writer);
    assert_eq!(fs::read_to_string(&path).expect("text"), format!("{HEADER}{}", line(2)));
    // All of it: the file and the copies of damaged ones, and nothing of anybody else's.
    gentleback::platform::store::keep_damaged(&path, "20261122-093000").expect("kept");
    fs::write(dir.path().join("letter.txt"), "mine").expect("written");
    let (writer, _told) = self::writer();
    writer.enqueue(Job::Remove { path: path.clone() }).expect("handed over");
    writer.enqueue(Job::Remove { path: dir.path().join("never-there.ron") }).expect("handed over");
    drop(writer);
    let left: Vec<_> = fs::read_dir(dir.path()).expect("read").flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(left, ["letter.txt"]);
}

/// Set in the child: the folder on the small disk.
const DISK: &str = "GENTLEBACK_TEST_DISK";

/// Not a test by itself: what is done on a disk of 16 KiB, in a mount namespace of its own.
#[test]
#[ignore = "run by the test below, on a small disk"]
fn on_a_small_disk() {
    let Some(disk) = std::env::var_os(DISK) else { return };
    let disk = Path::new(&disk);
    let path = disk.join("gentleback/history.ron");
    let mut written: Vec<Entry> = Vec::new();
    let full = (0..16 * 1024).find_map(|number| {
        let minute = i8::try_from(number % 60).expect("an hour");
        let stamp = entry(minute).started().plus(jiff::SignedDuration::from_hours(i64::from(number) / 60));
        match append_private(&path, HEADER, &encode_line(&Entry::lock(stamp))) {
            Ok(_) => {
                written.push(Entry::lock(stamp));
                None
            }
            Err(error) => Some(error),
        }
    });
    let full = full.expect("16 KiB are full some time");
    assert_eq!((full.doing, full.reason), (Doing::Write, Reason::Full));
    let decoded = decode(&read_lines(&path).expect("readable"));
    assert_eq!((&decoded.entries, &decoded.warnings), (&written, &vec![]), "whole lines and nothing else");

    // A line that only half fits is taken back.
    let before = fs::read(&path).expect("readable");
    let long = format!("// {}", "x".repeat(16 * 1024));
    assert_eq!(append_private(&path, HEADER, &long).expect_err("full").reason, Reason::Full);
    assert_eq!(fs::read(&path).expect("readable"), before);

    // The program's own way: what does not fit is told once, and written when there is room again, in its order.
    let (writer, told) = writer();
    let late: Vec<Entry> =
        (0..200).map(|hour| Entry::lock(entry(0).started().plus(jiff::SignedDuration::from_hours(9_000 + hour)))).collect();
    for entry in &late {
        let job = Job::Append { path: path.clone(), header: HEADER, lines: encode_line(entry) };
        writer.enqueue(job).expect("handed over");
    }
    writer.enqueue(Job::Replace { path: disk.join("gentleback/settings.ron"), bytes: vec![b'x'; 4096] }).expect("handed over");
    assert!(matches!(next(&told), WriterEvent::NotYet(error) if error.reason == Reason::Full));
    let bigger = Command::new("mount").args(["-o", "remount,size=64k"]).arg(disk).status().expect("mount runs");
    assert!(bigger.success());
    assert!(matches!(next(&told), WriterEvent::Written));
    drop(writer);
    let all = decode(&read_lines(&path).expect("readable"));
    assert_eq!((all.entries, all.warnings), ([written.clone(), late].concat(), vec![]));
    assert_eq!(fs::metadata(disk.join("gentleback/settings.ron")).expect("written").len(), 4096);

    // Read-only, as a disk becomes when the system has lost its trust in it.
    let remounted = Command::new("mount").args(["-o", "remount,ro"]).arg(disk).status().expect("mount runs");
    assert!(remounted.success());
    assert_eq!(append_private(&path, HEADER, &line(1)).expect_err("read-only").reason, Reason::ReadOnly);
    let new = disk.join("elsewhere/history.ron");
    let error = append_private(&new, HEADER, &line(1)).expect_err("read-only");
    assert_eq!((error.doing, error.reason), (Doing::MakeFolder, Reason::ReadOnly));
    println!("the small disk was full after {} lines", written.len());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_and_a_read_only_one_are_told_and_cost_nothing() {
    let dir = tempfile::tempdir().expect("a folder");
    // A mount that nobody else sees and that goes with the process; the user namespace lets anyone make one.
    let script = r#"mount -t tmpfs -o size=16k,mode=700 none "$1" && exec "$2" --exact history::disk::on_a_small_disk --ignored --nocapture"#;
    let this_test = std::env::current_exe().expect("this test");
    let run = |flags: &[&str]| {
        let shell = ["sh", "-c", script, "sh"];
        Command::new("unshare").args(flags).args(shell).arg(dir.path()).arg(&this_test).env(DISK, dir.path()).output()
    };
    let may_mount = |flags: &[&str]| {
        let probe = Command::new("unshare").args(flags).args(["mount", "-t", "tmpfs", "none"]).arg(dir.path()).status();
        probe.is_ok_and(|status| status.success())
    };
    let ways: [&[&str]; 2] = [&["--mount"], &["--user", "--map-root-user", "--mount"]];
    let Some(flags) = ways.into_iter().find(|flags| may_mount(flags)) else {
        let required = std::env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "0" && value != "false");
        assert!(
            !required,
            "a small disk is required here, and none can be mounted: neither as the superuser nor in a user namespace"
        );
        eprintln!("NOT RUN: no small disk can be mounted here, so a full and a read-only one were not tried");
        return;
    };
    let output = run(flags).expect("the test runs again");
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("the small disk was full after"), "{said}");
}

/// Nobody but the superuser may write everywhere; then there is nothing to see here.
#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_to_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().expect("a folder");
    let set = |mode| fs::set_permissions(dir.path(), fs::Permissions::from_mode(mode)).expect("set");
    set(0o500);
    let outcome = append_private(&dir.path().join("history.ron"), HEADER, &line(1));
    let may_all = fs::write(dir.path().join("probe"), b"").is_ok();
    set(0o700);
    if may_all {
        eprintln!("NOT RUN: this user may write everywhere");
    } else {
        assert_eq!(outcome.expect_err("denied").reason, Reason::Denied);
    }
}
