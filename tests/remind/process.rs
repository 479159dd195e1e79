//! `gentleback remind` with its window closed: it comes once, its buttons do what they say, and off is off.

use std::path::Path;
use std::time::Duration;

use super::desktop::{Bus, Service};
use super::person::{Person, tree, wait};
use crate::screen::Screen;

#[test]
fn a_reminder_comes_once_and_turning_it_off_leaves_nothing() {
    let Some(bus) = Bus::start() else { return };
    let (service, person) = (Service::start(&bus), Person::who_is_due());
    let process = person.start(&bus.address, &[], &[]);
    let note = service.next_note();
    assert_eq!((note.title.as_str(), note.body.as_str()), ("A quiet moment for your back", "A short walk counts too."));
    assert!(!note.title.contains("pop") && !note.body.contains("pop"));
    let labels: Vec<&str> = note.actions.iter().skip(1).step_by(2).map(String::as_str).collect();
    assert_eq!(labels, ["Open", "Open", "In 30 minutes", "Not today"]);
    person.wait_until("the note to be written down", |text| text.contains("shown: [\n") || text.contains("shown: [("));

    // A second process finds the lock taken and goes.
    assert!(person.start(&bus.address, &[], &[]).ends().success());
    assert!(person.start(&bus.address, &["--check"], &[]).ends().success());

    // A power cut: what waits next knows that this one came.
    process.kill();
    service.click(&note, "snooze");
    person.wait_until("the wish to wait", |text| text.contains("snoozed_until: Some"));
    let process = person.start(&bus.address, &[], &[]);
    person.settings(false);
    assert!(process.ends().success());
    assert!(service.notes.try_recv().is_err(), "it came once");
    assert_eq!(tree(&person.home.path().join("data")), [] as [std::path::PathBuf; 0], "nothing of it stays");
}

#[test]
fn not_today_is_remembered_and_a_timer_s_process_goes_by_itself() {
    let Some(bus) = Bus::start() else { return };
    let (service, person) = (Service::start(&bus), Person::who_is_due());
    let check = person.start(&bus.address, &["--check"], &[]);
    let note = service.next_note();
    service.click(&note, "not-today");
    assert!(check.ends().success());
    assert!(person.remembers().contains("not_today: Some"), "{}", person.remembers());
    assert!(person.start(&bus.address, &["--check"], &[]).ends().success());
    assert!(service.notes.try_recv().is_err(), "it came once");
}

#[test]
fn a_lock_in_the_history_keeps_it_quiet() {
    let Some(bus) = Bus::start() else { return };
    let (service, person) = (Service::start(&bus), Person::who_is_due());
    let history = person.home.path().join("data/gentleback/history.ron");
    std::fs::create_dir_all(history.parent().expect("a folder")).expect("made");
    let now = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).datetime();
    let lock = gentleback::history::encode_line(&gentleback::history::Entry::lock(gentleback::moment::Stamp::new(
        now,
        jiff::tz::Offset::UTC,
    )));
    std::fs::write(&history, format!("{}{lock}", gentleback::history::HEADER)).expect("written");
    assert!(person.start(&bus.address, &["--check"], &[]).ends().success());
    assert!(service.notes.try_recv().is_err(), "pressing is off today");
    assert!(!person.memory().exists());
}

#[test]
fn without_a_service_nothing_counts_as_shown() {
    let Some(bus) = Bus::start() else { return };
    let person = Person::who_is_due();
    assert!(person.start(&bus.address, &["--check"], &[]).ends().success());
    assert!(person.remembers().contains("shown: []"), "{}", person.remembers());
    // The desktop has come up meanwhile: the same reminder comes after all.
    let service = Service::start(&bus);
    let check = person.start(&bus.address, &["--check"], &[]);
    let note = service.next_note();
    service.click(&note, "not-today");
    assert!(check.ends().success());
}

#[test]
fn a_click_opens_the_window() {
    let (Some(bus), Some(screen)) = (Bus::start(), Screen::start()) else { return };
    let (service, person) = (Service::start(&bus), Person::who_is_due());
    let check = person.start(&bus.address, &["--check"], &[("DISPLAY", &screen.name)]);
    assert!(screen.find("Gentleback").is_none());
    let note = service.next_note();
    service.click(&note, "default");
    assert!(check.ends().success());
    screen.wait("the window", || screen.find("Gentleback"));
    person.end_all();
    wait("the window to go", || screen.find("Gentleback").is_none().then_some(()));
}

/// What waits all day is small: no window, no fonts, no bus, one thread.
#[test]
fn what_waits_is_one_quiet_thread() {
    let Some(bus) = Bus::start() else { return };
    let (service, person) = (Service::start(&bus), Person::who_is_due());
    let process = person.start(&bus.address, &[], &[]);
    let note = service.next_note();
    let status = std::fs::read_to_string(format!("/proc/{}/status", process.id())).expect("its state");
    let line = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).map(str::trim).expect("a line").to_owned();
    assert_eq!(line("Threads:"), "1");
    let own_kib: u64 = line("RssAnon:").trim_end_matches(" kB").parse().expect("a number");
    assert!(own_kib < 4 * 1024, "{own_kib} KiB of its own");
    service.click(&note, "not-today");
}

#[test]
fn a_note_that_has_lost_its_meaning_goes() {
    let Some(bus) = Bus::start() else { return };
    let (service, person) = (Service::start(&bus), Person::who_is_due());
    let check = person.start(&bus.address, &["--check"], &[]);
    let note = service.next_note();
    person.settings(false);
    assert_eq!(service.closed.recv_timeout(super::desktop::PATIENCE), Ok(note.id));
    assert!(check.ends().success());
}

/// Settings that cannot be read are not settings that say "off": a drive may not be there yet, a file may be locked away.
#[test]
fn what_cannot_be_read_ends_nothing() {
    let ways: [fn(&Path); 5] = [
        |_| {},
        |file| std::os::unix::fs::symlink("/not-mounted/settings.ron", file).expect("a link"),
        |file| std::fs::write(file, "(\n    version: 1,\n    rem").expect("written"),
        |file| std::fs::write(file, [0xff, 0xfe, b'(', 0, b')', 0]).expect("written"),
        |file| std::fs::create_dir(file).expect("a folder"),
    ];
    let people: Vec<Person> = ways.iter().map(|_| Person::who_is_due()).collect();
    let mut processes = Vec::new();
    for (person, put) in people.iter().zip(ways) {
        person.said_not_today();
        person.without_settings(put);
        processes.push(person.start("unix:path=/nowhere", &[], &[]));
    }
    // It would look again after three seconds, and then end.
    std::thread::sleep(Duration::from_secs(8));
    for (number, (person, process)) in people.iter().zip(&mut processes).enumerate() {
        assert!(process.runs(), "{number}");
        assert!(person.remembers().contains("not_today: Some"), "{number}");
        assert!(person.start("unix:path=/nowhere", &["--check"], &[]).ends().success());
    }
    // A file that was read and says so ends them, and so does the window, where the settings were deleted.
    for (person, mut process) in people.into_iter().zip(processes).take(2) {
        if person.home.path().join("config/gentleback/settings.ron").is_symlink() {
            person.without_settings(|_| {});
            person.settings(false);
        } else {
            std::fs::write(person.memory().with_file_name("reminders.off"), "").expect("written");
        }
        wait("the process to end", || (!process.runs()).then_some(()));
        assert_eq!(tree(&person.home.path().join("data")), [] as [std::path::PathBuf; 0], "nothing of it stays");
    }
}

/// A desktop whose service is started anew has forgotten its notes.
#[test]
fn a_note_comes_again_when_the_service_was_started_anew() {
    let Some(bus) = Bus::start() else { return };
    let (service, person) = (Service::start(&bus), Person::who_is_due());
    let check = person.start(&bus.address, &["--check"], &[]);
    service.next_note();
    service.end();
    let service = Service::start(&bus);
    let again = service.next_note();
    service.click(&again, "not-today");
    assert!(check.ends().success());
    assert!(person.remembers().contains("not_today: Some"), "the button of the new note works");
}

/// An update puts another file in the place of the program that waits.
#[test]
fn after_an_update_the_new_program_waits() {
    let Some(bus) = Bus::start() else { return };
    let (_service, person) = (Service::start(&bus), Person::who_has_time());
    let program = person.home.path().join("gentleback");
    let install = || {
        let new = person.home.path().join("gentleback.new");
        std::fs::copy(env!("CARGO_BIN_EXE_gentleback"), &new).expect("copied");
        std::fs::rename(new, &program).expect("put in its place");
    };
    install();
    let process = person.start_program(&program, &bus.address, &[], &[]);
    let running = || std::fs::read_link(format!("/proc/{}/exe", process.id())).expect("it runs");
    wait("it to wait", || (running() == program).then_some(()));
    std::thread::sleep(std::time::Duration::from_secs(1)); // until it has the lock
    install();
    assert_ne!(running(), program, "its file is gone");
    wait("the new one", || (running() == program).then_some(()));
}
