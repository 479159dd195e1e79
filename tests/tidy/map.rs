//! docs/ARCHITECTURE.md is short, and names what is there: no more and no less.

use std::collections::BTreeSet;

use super::tree::{Finding, assert_none, files_under, root, text_of};

const MAP: &str = "docs/ARCHITECTURE.md";
/// A map that is longer than this is not read.
const LINES_AT_MOST: usize = 150;

/// The parts of the program: each file and folder directly under src/; `limit.rs` and `limit/` are one.
fn parts(files: &[String]) -> BTreeSet<String> {
    let below = files.iter().filter_map(|path| path.strip_prefix("src/"));
    let part = |path: &str| match path.split_once('/') {
        Some((folder, _)) if files.contains(&format!("src/{folder}.rs")) => format!("{folder}.rs"),
        Some((folder, _)) => format!("{folder}/"),
        None => path.to_owned(),
    };
    below.map(part).collect()
}

/// What the map names in backticks that starts with `src/`.
fn named(map: &str) -> BTreeSet<String> {
    map.split('`').skip(1).step_by(2).filter(|name| name.starts_with("src/")).map(str::to_owned).collect()
}

fn misplaced(map: &str, parts: &BTreeSet<String>, is_there: impl Fn(&str) -> bool) -> Vec<Finding> {
    let finding = |what: String| Finding { path: MAP.to_owned(), line: 0, what };
    let named = named(map);
    let gone = named.iter().filter(|name| !is_there(name)).map(|name| finding(format!("names `{name}`, which is not there")));
    let unnamed = parts.iter().filter(|part| !named.contains(&format!("src/{part}")));
    let unnamed = unnamed.map(|part| finding(format!("does not name `src/{part}`")));
    let length = map.lines().count();
    let long = (length > LINES_AT_MOST).then(|| finding(format!("{length} lines, at most {LINES_AT_MOST}")));
    gone.chain(unnamed).chain(long).collect()
}

#[test]
fn the_map_shows_the_tree() {
    let map = text_of(MAP).expect("text");
    let is_there = |name: &str| root().join(name).exists();
    assert_none("newcomers start at the map", &misplaced(&map, &parts(&files_under("src")), is_there));
}

#[test]
fn a_wrong_map_is_found() {
    let parts_of = |files: &[&str]| parts(&files.iter().map(|path| (*path).to_owned()).collect::<Vec<_>>());
    let parts = parts_of(&["src/lib.rs", "src/ui/theme.rs", "src/ui/frame.rs"]);
    let one = parts_of(&["src/limit.rs", "src/limit/tests.rs"]);
    assert_eq!(one.iter().map(String::as_str).collect::<Vec<_>>(), ["limit.rs"]);
    let is_there = |name: &str| ["src/lib.rs", "src/ui/"].contains(&name);
    assert_eq!(parts.iter().map(String::as_str).collect::<Vec<_>>(), ["lib.rs", "ui/"]);
    assert_eq!(misplaced("`src/lib.rs` and `src/ui/`", &parts, is_there), []);
    assert_eq!(misplaced("`src/lib.rs`", &parts, is_there).len(), 1);
    assert_eq!(misplaced("`src/lib.rs`, `src/ui/`, `src/gone.rs`", &parts, is_there).len(), 1);
    let long = "`src/lib.rs` and `src/ui/`\n".to_owned() + &"\n".repeat(LINES_AT_MOST);
    assert_eq!(misplaced(&long, &parts, is_there).len(), 1);
}

/// Where a page's links lead, without those to the web.
fn links(page: &str) -> Vec<&str> {
    let targets = page.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    targets.map(|target| target.split('#').next().unwrap_or_default()).filter(|t| !t.is_empty() && !t.contains("://")).collect()
}

#[test]
fn every_link_leads_somewhere() {
    let pages = ["README.md".to_owned()].into_iter().chain(files_under("docs")).filter(|path| path.ends_with(".md"));
    let broken = pages.flat_map(|page| {
        let text = text_of(&page).expect("text");
        let folder = root().join(&page).parent().expect("a folder").to_owned();
        let broken = links(&text).into_iter().filter(|link| !folder.join(link).exists()).map(str::to_owned);
        broken.map(|link| Finding { path: page.clone(), line: 0, what: format!("links to {link}") }).collect::<Vec<_>>()
    });
    assert_none("a broken link is a promise broken on the first page", &broken.collect::<Vec<_>>());
}

#[test]
fn links_are_found() {
    assert_eq!(links("[a](docs/a.md#part) ![b](b.png) [c](https://example.org) [d](#here)"), ["docs/a.md", "b.png"]);
}
