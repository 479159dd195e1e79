//! Unsafe calls stand in three small files, and each says why it holds.
//!
//! The compiler refuses them everywhere (`unsafe_code` in Cargo.toml) but where a file allows itself to: this list says
//! which files may.

use super::lex::{Source, has_word};
use super::tree::{Finding, assert_kept};

/// Files that may, each with its reason.
const MAY: [(&str, &str); 3] = [
    ("src/platform/print/panel.rs", "the print panel of macOS is reached in no other way"),
    ("src/platform/console.rs", "nor is the console of the terminal on Windows"),
    ("src/platform/renderer.rs", "nor is the name of what paints"),
];

/// So many lines above an unsafe block, at most, its reason begins.
const NEAR: usize = 4;

fn foreign(source: &Source) -> Vec<Finding> {
    let lines: Vec<&str> = source.text.lines().collect();
    let may = MAY.iter().any(|(path, _)| *path == source.path);
    let mut findings = Vec::new();
    for (line, code) in source.code_lines() {
        if !may && (has_word(code, "unsafe") || has_word(code, "unsafe_code")) {
            findings.push(Finding::new(source, line, "unsafe code in a file that may not have it"));
        }
        let above = lines.get(line.saturating_sub(1 + NEAR)..line - 1).unwrap_or_default();
        if may && has_word(code, "unsafe") && !above.iter().any(|line| line.contains("// SAFETY: ")) {
            findings.push(Finding::new(source, line, "does not say why it holds: `// SAFETY:` above it"));
        }
    }
    findings
}

#[test]
fn unsafe_calls_stand_where_they_may_and_say_why() {
    assert_kept("a mistake in foreign code takes the screen from a person on the floor", foreign);
}

#[test]
fn every_file_that_may_still_has_to() {
    for (path, why) in MAY {
        let text = super::tree::text_of(path).expect("text");
        assert!(Source::new(path, &text).code_lines().any(|(_, code)| has_word(code, "unsafe")), "{path} ({why}) has none left");
    }
}

#[test]
fn an_unsafe_call_is_found() {
    let lines = |path: &str, text: &str| foreign(&Source::new(path, text)).iter().map(|f| f.line).collect::<Vec<_>>();
    let text = "#![allow(unsafe_code, reason = \"x\")]\n// unsafe\nlet a = unsafe { b() };\n#[unsafe(no_mangle)]\nfn f() {}";
    assert_eq!(lines("src/platform/print/cups.rs", text), [1, 3, 4]);
    assert_eq!(lines(MAY[0].0, "fn f() {\n // SAFETY: it holds\n unsafe { a() };\n}"), []);
    assert_eq!(lines(MAY[0].0, "fn f() {\n // it holds\n unsafe { a() };\n}"), [3]);
    assert_eq!(lines(MAY[0].0, "// SAFETY: it holds\n\n\n\n\nunsafe { a() };"), [6]);
}
