//! A timer of the person's own systemd, where there is one: it reminds without a process in between.
//!
//! An extra beside the autostart entry, so nothing that fails here is told. Invariant: a timer that could not be
//! switched on leaves no files.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use etcetera::BaseStrategy;
use jiff::civil::Time;

use super::{COMMAND, NAME, Schedule};
use crate::platform::{process, store};

/// How long one answer of systemd's may take.
const ANSWER_WITHIN: Duration = Duration::from_secs(10);

/// The two unit files, in the folder of the person's own units.
fn files() -> Option<[PathBuf; 2]> {
    let folder = etcetera::base_strategy::Xdg::new().ok()?.config_dir().join("systemd").join("user");
    Some([folder.join(format!("{NAME}.service")), folder.join(format!("{NAME}.timer"))])
}

pub(super) fn install(schedule: &Schedule) {
    let Some([service, timer]) = files() else { return };
    let (Some(service_text), true) =
        (service_unit(&schedule.program, &schedule.title), systemctl(&["is-system-running"]).is_some())
    else {
        return remove();
    };
    let timer_text = timer_unit(&schedule.times, &schedule.title);
    let same = |path: &Path, text: &str| store::read_text(path).is_ok_and(|there| there == text);
    if same(&service, &service_text) && same(&timer, &timer_text) {
        return;
    }
    let written = [(&service, &service_text), (&timer, &timer_text)]
        .into_iter()
        .all(|(path, text)| store::write_private(path, text.as_bytes()).is_ok());
    let unit = format!("{NAME}.timer");
    let on = written && systemctl(&["daemon-reload"]) == Some(true) && systemctl(&["enable", "--now", &unit]) == Some(true);
    if !on {
        remove();
    }
}

pub(super) fn remove() {
    let Some(files) = files() else { return };
    if !files.iter().any(|path| store::is_there(path)) {
        return;
    }
    systemctl(&["disable", "--now", &format!("{NAME}.timer")]);
    for path in &files {
        store::remove(path).ok();
    }
    systemctl(&["daemon-reload"]);
    let folder = files.first().and_then(|file| file.parent());
    for folder in folder.into_iter().flat_map(|user| [user.join("timers.target.wants"), user.to_owned()]) {
        store::remove_if_empty(&folder);
    }
    folder.and_then(Path::parent).map(store::remove_if_empty);
}

/// Calls it, and says whether it was content; `None` if the person's own systemd does not run.
fn systemctl(arguments: &[&str]) -> Option<bool> {
    let mut command = Command::new("systemctl");
    let output = process::output(command.arg("--user").args(arguments), ANSWER_WITHIN).ok()?;
    // "degraded" is a session that runs with a failed unit somewhere; "offline" is none.
    let runs =
        arguments != ["is-system-running"] || matches!(output.out.trim(), "running" | "degraded" | "starting" | "initializing");
    runs.then_some(output.status.success())
}

fn service_unit(program: &Path, title: &str) -> Option<String> {
    let program = quoted(program.to_str()?)?;
    // A click opens the window out of this unit: it must outlive it. The colon keeps `$` from being read as a variable.
    Some(format!(
        "[Unit]\nDescription={title}\n\n[Service]\nType=exec\nKillMode=process\nExecStart=:{program} {COMMAND} --check\n"
    ))
}

fn timer_unit(times: &[Time], title: &str) -> String {
    let times: String = times.iter().map(|time| format!("OnCalendar=*-*-* {}:00\n", time.strftime("%H:%M"))).collect();
    format!(
        "[Unit]\nDescription={title}\n\n[Timer]\n{times}AccuracySec=30s\nPersistent=true\n\n[Install]\nWantedBy=timers.target\n"
    )
}

/// The program of an `ExecStart`; none for a path that systemd takes for no program at all.
fn quoted(program: &str) -> Option<String> {
    // "Executable name contains special characters": such a program has the autostart entry alone.
    let is_taken = !program.chars().any(|letter| letter.is_control() || matches!(letter, '"' | '\'' | '\\'));
    is_taken.then(|| format!("\"{}\"", program.replace('%', "%%")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TIMES: [Time; 2] = [Time::constant(9, 0, 0, 0), Time::constant(17, 30, 0, 0)];

    #[test]
    fn the_units_say_when_and_what() {
        let timer = timer_unit(&TIMES, "Gentleback reminders");
        assert!(
            timer.contains("OnCalendar=*-*-* 09:00:00\nOnCalendar=*-*-* 17:30:00\nAccuracySec=30s\nPersistent=true\n"),
            "{timer}"
        );
        let service = service_unit(Path::new("/opt/a b$c%d"), "Gentleback reminders").expect("text");
        assert!(service.contains("ExecStart=:\"/opt/a b$c%%d\" remind --check\n"), "{service}");
        for refused in ["/a\nb", "/a\"b", "/a'b", "/a\\b"] {
            assert_eq!(service_unit(Path::new(refused), ""), None);
        }
    }

    /// The system's own validator, where it is installed.
    #[test]
    fn the_validator_finds_nothing_to_say() {
        if !store::is_program("systemd-analyze") {
            return;
        }
        let dir = tempfile::tempdir().expect("a folder");
        // An awkward place; the validator wants a program to be there.
        let place = dir.path().join("a b$c%dü");
        store::make_folder(&place).expect("made");
        let program = place.join("program");
        std::os::unix::fs::symlink(std::env::current_exe().expect("this test"), &program).expect("linked");
        let verify = |program: &Path| {
            let [service, timer] = ["service", "timer"].map(|end| dir.path().join(format!("{NAME}.{end}")));
            let texts =
                [(&service, service_unit(program, "Reminders").expect("text")), (&timer, timer_unit(&TIMES, "Reminders"))];
            for (path, text) in texts {
                store::write_export(path, text.as_bytes()).expect("written");
            }
            let mut command = Command::new("systemd-analyze");
            command.args(["verify", "--user", "--man=no"]).args([&timer, &service]).env("XDG_RUNTIME_DIR", dir.path());
            let said = command.output().expect("run");
            (said.status.success(), String::from_utf8_lossy(&said.stderr).into_owned())
        };
        let (good, words) = verify(&program);
        assert!(good && !words.contains(NAME), "{words}");
        assert!(!verify(&place.join("none")).0, "a validator that finds nothing wrong with this finds nothing at all");
    }
}
