//! A fault of the program's own: the window stays, a report without personal data lies beside the data, told once.

use std::fs;
use std::path::{Path, PathBuf};

use x11rb::protocol::xproto::Window;

use super::program::{Program, new_home, own_words};
use super::screen::Screen;

fn data_in(home: &Path) -> PathBuf {
    home.join("data/gentleback")
}

fn reports_in(home: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(data_in(home)).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.filter(|path| path.extension().is_some_and(|ending| ending == "txt")).collect()
}

fn is_untold(home: &Path) -> bool {
    data_in(home).join("fault-untold").exists()
}

fn open(screen: &Screen, home: &Path, fault: &str) -> (Program, Window) {
    let mut program = Program::start(home, &[("DISPLAY", &screen.name), ("GENTLEBACK_FAULT", fault)]);
    let window = screen.wait("the window", || {
        assert!(program.is_running(), "the program ended before it had a window");
        screen.find("Gentleback")
    });
    (program, window)
}

/// A report names the place and nothing of the person's machine.
fn assert_private(report: &Path, home: &Path) {
    let text = fs::read_to_string(report).expect("a report");
    assert!(text.contains("place: src/") && text.contains("message: a pretended fault"), "{text}");
    assert!(!text.contains(&home.display().to_string()), "{text}");
}

#[test]
fn a_fault_in_the_window_leaves_a_window_a_report_and_a_good_end() {
    let Some(screen) = Screen::start() else { return };
    for fault in ["once", "always", "thread"] {
        let home = new_home();
        let (mut program, window) = open(&screen, home.path(), fault);
        screen.wait("a report", || reports_in(home.path()).first().cloned());
        std::thread::sleep(std::time::Duration::from_secs(1));
        assert!(program.is_running(), "{fault}: the window stays");
        let reports = reports_in(home.path());
        assert!(reports.len() <= 3, "{fault}: {reports:?}");
        reports.iter().for_each(|report| assert_private(report, home.path()));
        if fault != "thread" {
            assert!(!is_untold(home.path()), "{fault}: it was said in the window");
        }
        screen.close(window);
        let (status, said) = program.wait();
        assert_eq!((status.code(), own_words(&said)), (Some(0), vec![]), "{fault}");
    }
}

#[test]
fn a_report_that_nobody_was_told_of_is_told_at_the_next_start() {
    let Some(screen) = Screen::start() else { return };
    let home = new_home();
    fs::create_dir_all(data_in(home.path())).expect("made");
    fs::write(data_in(home.path()).join("fault-20260101-000000.txt"), "a report").expect("written");
    fs::write(data_in(home.path()).join("fault-untold"), "fault-20260101-000000.txt").expect("written");
    let (_program, _window) = open(&screen, home.path(), "");
    screen.wait("the marker to go", || (!is_untold(home.path())).then_some(()));
    assert_eq!(reports_in(home.path()).len(), 1, "the report itself stays");
}
