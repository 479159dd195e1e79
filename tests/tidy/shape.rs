//! A file is one idea: it says which at its head, and is short.

use super::lex::Source;
use super::tree::{Finding, assert_kept};

/// Past this many lines of shipped code a file is more than one idea.
const LINES_AT_MOST: usize = 400;
/// Past this many lines of tests they go into a file beside it.
const TEST_LINES_AT_MOST: usize = 100;

fn shape(source: &Source) -> Vec<Finding> {
    if source.path.ends_with("/tests.rs") {
        return Vec::new(); // says what it is by its name, and may be as long as it has to be
    }
    let mut findings = Vec::new();
    if !source.text.starts_with("//! ") {
        findings.push(Finding::new(source, 1, "does not open with `//!` saying what it is"));
    }
    let lines = source.text.lines().count();
    let tests = source.text.lines().position(|line| line.starts_with("mod tests {")).map_or(0, |at| lines - at);
    if lines - tests > LINES_AT_MOST {
        findings.push(Finding::new(source, 0, format!("{} lines, at most {LINES_AT_MOST}", lines - tests)));
    }
    if tests > TEST_LINES_AT_MOST {
        findings.push(Finding::new(source, 0, format!("{tests} lines of tests: move them into a tests.rs beside it")));
    }
    findings
}

#[test]
fn every_file_is_one_short_idea() {
    assert_kept("a newcomer reads one file at a time", shape);
}

#[test]
fn a_shapeless_file_is_found() {
    let count = |path: &str, text: &str| shape(&Source::new(path, text)).len();
    let long = "//! What it is.\n".to_owned() + &"fn f() {}\n".repeat(LINES_AT_MOST);
    let tests = "//! What it is.\nmod tests {\n".to_owned() + &"fn f() {}\n".repeat(TEST_LINES_AT_MOST);
    assert_eq!(count("src/a.rs", "fn f() {}\n"), 1);
    assert_eq!(count("src/a.rs", "//! What it is.\nfn f() {}\n"), 0);
    assert_eq!(count("src/a.rs", &long), 1);
    assert_eq!(count("src/a/tests.rs", &long), 0);
    assert_eq!(count("src/a.rs", &tests), 1);
}
