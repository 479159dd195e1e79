//! Everything that the program shows travels inside it, so that it runs from anywhere.

use super::lex::Source;
use super::tree::{Finding, assert_none, files_under, sources, text_of};

/// Folders that `build.rs` takes in whole, by looking into them.
const BY_LISTING: [&str; 2] = ["content", "assets/voice"];

/// Files that no screen shows yet, each with its reason; one that is built in has to leave this list.
const NOT_YET: [(&str, &str); 0] = [];

/// The files that a source takes in, as it names them: only sources that take in files at all are asked.
fn taken_in(source: &Source) -> Vec<String> {
    if !source.code.contains("include_str!") && !source.code.contains("include_bytes!") {
        return Vec::new();
    }
    source.literals.iter().map(|(_, literal)| literal.trim_start_matches("../").to_owned()).collect()
}

fn left_out(files: &[String], taken_in: &[String]) -> Vec<Finding> {
    let names = |path: &str, taken: &str| path == taken || path.strip_suffix(taken).is_some_and(|rest| rest.ends_with('/'));
    let missing = files.iter().filter(|path| !taken_in.iter().any(|taken| taken.contains('.') && names(path, taken)));
    missing.map(|path| Finding { path: path.clone(), line: 0, what: "is not built into the program".to_owned() }).collect()
}

#[test]
fn every_content_file_theme_and_font_is_built_in() {
    let lists = Source::new("build.rs", &text_of("build.rs").expect("text"));
    for folder in BY_LISTING {
        assert!(lists.literals.iter().any(|(_, literal)| literal == folder), "build.rs does not look into {folder}");
    }
    let listed =
        |path: &String| BY_LISTING.iter().any(|folder| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')));
    let shown = |path: &String| [".ron", ".ttf"].iter().any(|ending| path.ends_with(ending)) && !listed(path);
    let files: Vec<_> = files_under("content").into_iter().chain(files_under("assets")).filter(shown).collect();
    assert!(files.len() > 3, "the walk found only {files:?}");
    let taken_in: Vec<_> = sources().iter().flat_map(taken_in).collect();
    let (expected, findings): (Vec<_>, Vec<_>) =
        left_out(&files, &taken_in).into_iter().partition(|finding| NOT_YET.iter().any(|(path, _)| *path == finding.path));
    assert_none("a person gets one file: the program", &findings);
    assert_eq!(expected.len(), NOT_YET.len(), "something in NOT_YET is built in by now: take it off the list");
}

#[test]
fn a_file_that_was_left_out_is_found() {
    let files = ["content/a.ron", "content/en/b.ron", "assets/c.ttf"].map(str::to_owned);
    let source = Source::new("src/a.rs", "files![\"a.ron\", \"b.ron2\"]; include_bytes!(\"../assets/c.ttf\");");
    let found = left_out(&files, &taken_in(&source));
    assert_eq!(found.iter().map(|finding| finding.path.as_str()).collect::<Vec<_>>(), ["content/en/b.ron"]);
    let reader = Source::new("src/a.rs", "files.read(\"a.ron\")");
    assert_eq!(left_out(&files, &taken_in(&reader)).len(), 3, "reading a file by name does not build it in");
}
