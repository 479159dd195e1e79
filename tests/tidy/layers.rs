//! What may name what.

use super::lex::Source;
use super::tree::{Finding, assert_kept};

/// The impure part: everything else under src/ is pure.
const IMPURE: [&str; 5] = ["src/ui/", "src/platform/", "src/shell/", "src/cli/", "src/main.rs"];

/// Words that have no place in the pure part, and why.
const NOT_PURE: [(&str, &str); 13] = [
    ("egui", "the pure part draws into a Drawing"),
    ("eframe", "the pure part has no window"),
    ("winit", "the pure part has no window"),
    ("rfd", "a dialog is an effect"),
    ("ashpd", "the desktop is asked in platform/"),
    ("platform", "what should happen goes out as an effect"),
    ("shell", "only the shell knows everyone"),
    ("ui", "a view reads the model, never the other way"),
    ("fs", "files come in as source::Files"),
    ("thread", "the pure part runs where it is called"),
    ("Instant", "time comes in as moment::Now"),
    ("SystemTime", "time comes in as moment::Now"),
    ("env::", "the environment is read in platform/"),
];

/// Words that one side of the window may not say of the other, and why.
fn forbidden_in(path: &str) -> &'static [(&'static str, &'static str)] {
    if path.starts_with("src/ui/") {
        &[("platform", "a view returns messages; it does nothing itself"), ("shell", "the shell shows the views")]
    } else if path.starts_with("src/platform/") {
        &[
            ("ui", "the machine knows nothing of screens"),
            ("shell", "the shell calls the platform"),
            ("app", "the shell turns effects into calls"),
        ]
    } else if path == "src/lib.rs" || IMPURE.iter().any(|impure| path.starts_with(impure)) {
        &[]
    } else {
        &NOT_PURE
    }
}

fn layers(source: &Source) -> Vec<Finding> {
    let forbidden = forbidden_in(&source.path).iter();
    forbidden
        .flat_map(|(word, why)| {
            let lines = source.lines_with_word(word);
            lines.into_iter().map(move |line| Finding::new(source, line, format!("names `{word}`: {why}")))
        })
        .collect()
}

/// Words with which a clock is read.
const CLOCKS: [&str; 4] = ["Instant", "SystemTime", "Zoned::now", "Timestamp::now"];
/// Words with which files are touched.
const FILES: [&str; 9] =
    ["fs", "File", "OpenOptions", "tempfile", "NamedTempFile", "read_dir", "canonicalize", "is_file", "try_exists"];

/// Words with which something is printed past the one writer that makes signs visible which act on a terminal.
const PRINTS: [&str; 4] = ["println", "eprintln", "print", "eprint"];

fn machine(source: &Source) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut forbid = |words: &[&str], home: &str| {
        for word in words.iter().filter(|_| !source.path.starts_with(home)) {
            let lines = source.lines_with_word(word).into_iter();
            findings.extend(lines.map(|line| Finding::new(source, line, format!("`{word}` belongs into {home}"))));
        }
    };
    forbid(&CLOCKS, "src/platform/clock.rs");
    forbid(&FILES, "src/platform/store");
    let prints = PRINTS.map(|word| format!("{word}!"));
    forbid(&prints.each_ref().map(String::as_str), "src/platform/console.rs");
    findings
}

#[test]
fn every_module_names_only_what_lies_below_it() {
    assert_kept("main -> shell -> { ui -> app, platform }; the rest is pure", layers);
}

#[test]
fn only_the_clock_reads_clocks_and_only_the_store_touches_files() {
    assert_kept("one file for each way to the machine, so that a test can stand in for it", machine);
}

#[test]
fn a_wrong_name_is_found() {
    let lines = |path: &str, text: &str| layers(&Source::new(path, text)).iter().map(|f| f.line).collect::<Vec<_>>();
    assert_eq!(lines("src/ui/start.rs", "use crate::app;\nuse crate::platform::store;"), [2]);
    assert_eq!(lines("src/platform/clock.rs", "use crate::{moment, ui};"), [1]);
    assert_eq!(lines("src/session/machine.rs", "// egui\nuse std::{fmt, fs};\nlet a = egui::vec2(0., 0.);"), [3, 2]);
    assert_eq!(lines("src/sheet/a.rs", "let env = 1;\nstd::env::var(\"LANG\");"), [2]);
    assert_eq!(lines("src/limit.rs", "let t = std::time::Instant::now();"), [1]);
    assert_eq!(lines("src/shell/", "use crate::{app, platform, ui};"), []);
}

#[test]
fn a_second_way_to_the_machine_is_found() {
    let lines = |path: &str, text: &str| machine(&Source::new(path, text)).iter().map(|f| f.line).collect::<Vec<_>>();
    assert_eq!(lines("src/shell/", "let t = Instant::now();\nlet d = Zoned::now();"), [1, 2]);
    assert_eq!(lines("src/platform/dialog.rs", "std::fs::write(a, b)?;"), [1]);
    assert_eq!(lines("src/main.rs", "let f = std::fs::File::open(p);"), [1, 1]);
    assert_eq!(lines("src/cli/mod.rs", "let print = 1;\neprintln!(\"{why}\");"), [2]);
    assert_eq!(lines("src/platform/clock.rs", "SystemTime::now()"), []);
    assert_eq!(lines("src/platform/store/tree.rs", "fs::read_dir(d)"), []);
}
