//! What the system is asked to start: there when reminders are on, gone without a trace when they are off.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use gentleback::platform::schedule::{self, Schedule};
use jiff::civil::time;

use super::person::tree;

/// Set for the process that does it, so that it happens in folders of the test's own.
const PROGRAM: &str = "GENTLEBACK_TEST_PROGRAM";

/// Runs one of the ignored tests below in this home, for a program at this path.
fn run(name: &str, home: &Path, program: &str) {
    let mut command = Command::new(std::env::current_exe().expect("this test"));
    command.args(["--ignored", "--exact", &format!("remind::schedule::{name}")]);
    command.env("XDG_CONFIG_HOME", home.join("config")).env("HOME", home).env(PROGRAM, program);
    let done = command.stdin(Stdio::null()).output().expect("run");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
}

#[test]
#[ignore = "run by the tests below, in folders of their own"]
fn install() {
    let program = PathBuf::from(std::env::var_os(PROGRAM).expect("only run by the tests below"));
    schedule::install(&Schedule { program, title: "Reminders".to_owned(), times: vec![time(9, 0, 0, 0)] }).expect("installed");
}

#[test]
#[ignore = "run by the tests below, in folders of their own"]
fn remove() {
    assert!(std::env::var_os(PROGRAM).is_some(), "only run by the tests below");
    schedule::remove().expect("removed");
}

#[test]
fn on_and_off_leaves_the_folder_as_it_was() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let others = home.path().join("config/other/settings");
    std::fs::create_dir_all(others.parent().expect("a folder")).expect("made");
    std::fs::write(&others, "not ours").expect("written");
    let before = tree(home.path());
    run("install", home.path(), "/opt/a program/gentleback");
    assert_ne!(tree(home.path()), before);
    run("remove", home.path(), "/opt/a program/gentleback");
    assert_eq!(tree(home.path()), before);
    run("remove", home.path(), "");
    assert_eq!(tree(home.path()), before, "off a second time");
}

#[test]
fn an_autostart_folder_with_something_in_it_stays() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let other = home.path().join("config/autostart/other.desktop");
    std::fs::create_dir_all(other.parent().expect("a folder")).expect("made");
    std::fs::write(&other, "[Desktop Entry]\n").expect("written");
    let before = tree(home.path());
    run("install", home.path(), "/opt/gentleback");
    run("remove", home.path(), "/opt/gentleback");
    assert_eq!(tree(home.path()), before);
}

#[test]
fn a_program_that_was_moved_is_found_again() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let entry = home.path().join("config/autostart/gentleback-remind.desktop");
    run("install", home.path(), "/opt/old/gentleback");
    run("install", home.path(), "/opt/new/gentleback");
    let text = std::fs::read_to_string(entry).expect("an entry");
    assert!(text.contains("Exec=\"/opt/new/gentleback\" remind\n") && !text.contains("old"), "{text}");
}
