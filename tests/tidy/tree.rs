//! The files that the rules are held against, and how a finding is said.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::lex::Source;

/// A place where a rule is broken.
#[derive(Debug, PartialEq, Eq)]
pub struct Finding {
    /// Path from the root.
    pub path: String,
    /// Line from 1; 0 for the whole file.
    pub line: usize,
    /// What is wrong there.
    pub what: String,
}

impl Finding {
    /// A finding in a source file.
    pub fn new(source: &Source, line: usize, what: impl Into<String>) -> Self {
        Self { path: source.path.clone(), line, what: what.into() }
    }
}

/// Fails with every finding, one a line, and why the rule is there.
pub fn assert_none(why: &str, findings: &[Finding]) {
    let lines: Vec<_> = findings.iter().map(|finding| format!("  {}:{}: {}", finding.path, finding.line, finding.what)).collect();
    assert!(findings.is_empty(), "{why}\n{}", lines.join("\n"));
}

/// Holds one rule against every source file under src/.
pub fn assert_kept(why: &str, rule: impl Fn(&Source) -> Vec<Finding>) {
    let sources = sources();
    assert!(sources.len() > 10, "the walk found only {} files", sources.len());
    assert_none(why, &sources.iter().flat_map(rule).collect::<Vec<_>>());
}

/// The repository's root.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under src/, taken apart.
pub fn sources() -> Vec<Source> {
    let files = files_under("src").into_iter().filter(|path| path.ends_with(".rs"));
    files.map(|path| Source::new(&path, &text_of(&path).expect("source is text"))).collect()
}

/// The text of a file by its path from the root, if it is text.
pub fn text_of(path: &str) -> Option<String> {
    String::from_utf8(fs::read(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))).ok()
}

/// Every file under a folder, by its path from the root with `/`, in order.
pub fn files_under(folder: &str) -> Vec<String> {
    let mut folders: Vec<PathBuf> = vec![root().join(folder)];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.expect("entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let below = path.strip_prefix(root()).expect("under the root");
                files.push(below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"));
            }
        }
    }
    files.sort();
    files
}

/// Every file that git keeps, or that it would keep; the whole tree less build products where there is no git.
pub fn kept_files() -> Vec<String> {
    let git =
        Command::new("git").args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(root()).output();
    match git {
        Ok(listed) if listed.status.success() => {
            let listed = String::from_utf8(listed.stdout).expect("paths are text");
            listed.split('\0').filter(|path| !path.is_empty() && root().join(path).is_file()).map(str::to_owned).collect()
        }
        _ => files_under("").into_iter().filter(|path| !path.starts_with("target/") && !path.starts_with(".git/")).collect(),
    }
}
