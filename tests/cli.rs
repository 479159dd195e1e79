//! The command line from outside: what it says, where, and with which exit.
//!
//! Not the pages it writes (`sheet.rs`) and not the window. Invariant: each program runs in a home of its own, and what
//! is said is plain words.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use gentleback::content::{FALLBACK, embedded, languages};
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn gentleback(home: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gentleback"));
    command.env("HOME", home).env("XDG_CONFIG_HOME", home).env("XDG_DATA_HOME", home).env_remove("DISPLAY");
    command.env_remove("WAYLAND_DISPLAY").env("LC_ALL", "C").args(arguments).output().expect("the program starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Words of parsers and systems that say nothing to a person.
const RAW: [&str; 6] = ["Expected", "expected", ".part", "os error", "panicked", "Utf8"];

#[track_caller]
fn is_plain(said: &str) {
    let raw = RAW.iter().find(|word| said.contains(**word));
    assert_eq!(raw, None, "{said}");
}

#[test]
fn what_is_asked_in_an_unknown_way_ends_with_2_and_says_how_to_ask() {
    let home = folder();
    for (arguments, said) in [
        (vec!["--nonsense"], "--nonsense"),
        (vec!["nonsense"], "nonsense"),
        (vec!["-x"], "-x"),
        (vec!["--open", "nonsense"], "nonsense"),
        (vec!["--open"], "--open"),
        (vec!["--content"], "--content"),
        (vec!["--check-content"], "--check-content"),
        (vec!["--content-hashes"], "--content-hashes"),
        (vec!["--language"], "--language"),
        (vec!["--language", "tlh", "plan", "--check", "a.ron"], "tlh"),
        (vec!["sheet", "--out", "a.pdf", "--language=tlh"], "tlh"),
        (vec!["--check-content", "a", "b"], "b"),
        (vec!["sheet", "--large=x", "--out", "a.pdf"], "--large"),
        (vec!["sheet"], "--out"),
        (vec!["sheet", "--out", "a.doc"], "a.doc"),
        (vec!["sheet", "--out", "a.pdf", "--dpi", "9999"], "9999"),
        (vec!["sheet", "--out", "a.pdf", "more"], "more"),
        (vec!["figures"], "--out"),
        (vec!["figures", "--out", "a", "--theme", "pink"], "pink"),
        (vec!["plan"], "--check"),
        (vec!["plan", "--check"], "--check"),
        (vec!["plan", "--check", "a.ron", "b.ron"], "b.ron"),
        (vec!["remind", "--nonsense"], "--nonsense"),
        (vec!["remind", "--check", "more"], "more"),
    ] {
        let output = gentleback(home.path(), &arguments);
        let heard = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {heard}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        let lines: Vec<&str> = heard.lines().collect();
        assert!(
            matches!(lines.as_slice(), [why, usage] if why.contains(said) && usage.starts_with("Usage: ")),
            "{arguments:?}: {heard}"
        );
        is_plain(&heard);
    }
    assert_eq!(fs::read_dir(home.path()).expect("a folder").count(), 0, "nothing is done");
}

#[test]
fn what_can_not_be_done_ends_with_1_in_plain_words() {
    let home = folder();
    for arguments in [
        vec!["sheet", "--out", "no/such/folder/page.pdf"],
        vec!["plan", "--check", "no-such-file"],
        vec!["plan", "--check", "."],
        vec!["--check-content", "no-such-folder"],
        vec!["--content", "no-such-folder"],
        vec!["figures", "--out", "/dev/null/a"],
    ] {
        let output = gentleback(home.path(), &arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", text(&output.stderr));
        is_plain(&text(&output.stderr));
    }
}

#[test]
fn help_says_what_the_program_is_and_all_that_can_be_asked() {
    let home = folder();
    let help = text(&gentleback(home.path(), &["--help"]).stdout);
    assert!(help.starts_with("Gentleback ") && help.contains("lower back"), "{help}");
    let all = [
        "sheet",
        "--out",
        "--clinician",
        "--card",
        "--paper",
        "--large",
        "--bw",
        "--include",
        "--note",
        "--phone",
        "--dpi",
        "figures",
        "--theme",
        "plan",
        "--check",
        "remind",
        "--language",
        "--content",
        "--check-content",
        "--content-hashes",
        "--version",
        "--help",
    ];
    for word in all {
        assert!(help.contains(word), "{word} is not in {help}");
    }
    for arguments in
        [vec!["-h"], vec!["sheet", "-h"], vec!["plan", "--help"], vec!["figures", "--help"], vec!["remind", "--help"]]
    {
        let output = gentleback(home.path(), &arguments);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), help.clone()), "{arguments:?}");
    }
    for flag in ["--version", "-V"] {
        let version = gentleback(home.path(), &[flag]);
        assert_eq!(text(&version.stdout), concat!("gentleback ", env!("CARGO_PKG_VERSION"), "\n"));
    }
}

const PLAN: &str = "// A plan for Gentleback.\n(\n    version: 1,\n    title: \"Slow and “short”\",\n    rounds: 2,\n)\n";

#[test]
fn a_plan_of_any_editor_is_read_or_its_odd_sign_is_named() {
    let home = folder();
    let path = home.path().join("plan.ron");
    let check = |bytes: &[u8]| {
        fs::write(&path, bytes).expect("written");
        let output = gentleback(home.path(), &["plan", "--check", &path.display().to_string()]);
        is_plain(&text(&output.stderr));
        (output.status.code(), text(&output.stdout) + &text(&output.stderr))
    };
    let marked = format!("\u{feff}{PLAN}");
    let wide = |bytes: fn(u16) -> [u8; 2]| marked.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    for bytes in [PLAN.as_bytes().to_vec(), marked.clone().into_bytes(), wide(u16::to_le_bytes), wide(u16::to_be_bytes)] {
        let (code, said) = check(&bytes);
        assert!(code == Some(0) && said.contains("2 rounds."), "{said}");
    }
    for (from, to, told) in [
        (
            "    rounds",
            "\u{a0}   rounds",
            "Line 5: The text cannot be read from here on. In column 1 there is a space that does not break.",
        ),
        ("    rounds", "\u{1b}[2J", "(U+001B)"),
        ("\"Slow", "“Slow", "Line 4: The text cannot be read from here on. In column 12 there is a curly quotation mark."),
    ] {
        let (code, said) = check(PLAN.replace(from, to).as_bytes());
        assert!(code == Some(1) && said.contains(told) && !said.contains('\u{1b}'), "{said}");
    }
    let (code, said) = check(b"(\n    version: 1,\n    title: \"Caf\xe9\",\n)");
    assert!(code == Some(1) && said.contains("line 3, column 16") && said.contains('é'), "{said}");
}

#[test]
fn nothing_in_a_writers_folder_acts_on_the_terminal_or_leads_out_of_it() {
    let home = folder();
    let content = home.path().join("content");
    copy(Path::new("content"), &content);
    let words = content.join("en/words.ron");
    let good = fs::read_to_string(&words).expect("the shipped words");
    let check = |text: &str| {
        fs::write(&words, text).expect("written");
        let output = gentleback(home.path(), &["--check-content", &content.display().to_string()]);
        (output.status.code(), self::text(&output.stderr))
    };
    assert_eq!(check(&good), (Some(0), String::new()));
    for name in ["../../summary.pdf", "/etc/summary.pdf", "a\\\\b.pdf", "nul.pdf", "\\u{202e}fdp.exe", "a\\nb.pdf"] {
        let (code, said) = check(&good.replace("gentleback-summary.pdf", name));
        assert!(code == Some(1) && said.contains("can not be the name of a file"), "{name}: {said}");
    }
    let tips = content.join("en/tips.ron");
    let of_tips = fs::read_to_string(&tips).expect("the shipped tips");
    fs::write(&tips, of_tips.replacen("title: \"", "title: \"**\u{1b}[31m\u{202e}", 1)).expect("written");
    let (code, said) = check(&good);
    assert!(code == Some(1) && !said.contains(['\u{1b}', '\u{202e}']), "{said:?}");
    fs::write(&tips, &of_tips).expect("written");
    #[cfg(unix)]
    {
        for name in ["1", "2", "3", "4", "5", "6"] {
            std::os::unix::fs::symlink(".", content.join(name)).expect("a link");
        }
        let (code, said) = check(&good);
        assert_eq!((code, said.lines().count()), (Some(1), 7), "{said}");
    }
}

/// A folder with the shipped content in English, and a second language of two files with one text each.
fn with_a_second_language(home: &Path) -> std::path::PathBuf {
    let content = home.join("content");
    copy(Path::new("content"), &content);
    for language in languages(&embedded()).into_iter().filter(|language| language.code != FALLBACK) {
        fs::remove_dir_all(content.join(language.code)).expect("removed");
    }
    fs::create_dir_all(content.join("xx")).expect("made");
    fs::write(content.join("xx/language.ron"), "(name: \"Xish\")").expect("written");
    fs::write(content.join("xx/plan.ron"), "(file_title: \"X\")").expect("written");
    content
}

#[test]
fn a_page_is_made_in_the_language_that_is_asked_for() {
    let home = folder();
    let content = with_a_second_language(home.path()).display().to_string();
    let page = home.path().join("page.pdf").display().to_string();
    for language in [&["--language", "xx"][..], &["--language=xx_YY.UTF-8"], &[]] {
        let mut arguments = vec!["sheet", "--content", &content, "--out", &page];
        arguments.extend(language);
        let output = gentleback(home.path(), &arguments);
        assert_eq!(output.status.code(), Some(0), "{language:?}: {}", text(&output.stderr));
        assert!(fs::read(&page).expect("a page").starts_with(b"%PDF"));
    }
}

#[test]
fn each_language_of_a_folder_is_checked_and_what_it_lacks_is_named() {
    let home = folder();
    let content = with_a_second_language(home.path());
    let shown = content.display().to_string();
    let output = gentleback(home.path(), &["--check-content", &shown]);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    for told in ["xx/cues.ron: this file is missing", "xx/plan.ron:1: group is missing, so the English one stands"] {
        assert!(said.contains(told), "{told} is not in {said}");
    }
    assert!(!said.lines().any(|line| line.starts_with("en/")), "English has nothing to be told: {said}");
    // A translation that is only read over has nothing to look at; one of an older English text has.
    fs::remove_dir_all(content.join("xx")).expect("removed");
    copy(&content.join("en"), &content.join("xx"));
    let hashes = gentleback(home.path(), &["--content-hashes", &shown]);
    fs::write(content.join("xx/checked.ron"), &hashes.stdout).expect("written");
    let checked = |home: &Path| {
        let output = gentleback(home, &["--check-content", &shown]);
        (output.status.code(), text(&output.stderr), text(&output.stdout))
    };
    let (code, wrong, good) = checked(home.path());
    assert_eq!((code, wrong.as_str()), (Some(0), ""));
    let before = good.lines().filter(|line| line.starts_with("xx/")).count();
    let floor = content.join("xx/floor.ron");
    let own = fs::read_to_string(&floor).expect("the floor's words");
    fs::write(&floor, own.replacen("\",", "x\",", 1)).expect("written");
    let english = content.join("en/floor.ron");
    fs::write(&english, own.replacen("\",", "y\",", 1)).expect("written");
    let (code, wrong, good) = checked(home.path());
    assert_eq!((code, wrong.as_str()), (Some(0), ""), "a changed text is no fault");
    let changed: Vec<_> = good.lines().filter(|line| line.starts_with("xx/")).collect();
    assert!(changed.len() == before + 1 && changed.iter().any(|line| line.contains("has changed in English")), "{changed:?}");
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("made");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}
