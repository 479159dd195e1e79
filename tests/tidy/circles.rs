//! No file imports, by whatever way round, a file that imports it.
//!
//! A file that is named by its own folder's file belongs to it: naming one's ancestors is no circle.

use std::collections::{BTreeMap, BTreeSet};

use super::lex::Source;
use super::tree::{Finding, assert_none, sources};

/// A module's path, without the crate: `["app", "update"]`.
type Module = Vec<String>;

fn module_of(path: &str) -> Module {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
    inside.split('/').filter(|part| !matches!(*part, "mod" | "lib" | "main")).map(str::to_owned).collect()
}

/// What stands between commas that are in no braces.
fn split(list: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (at, letter) in list.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&list[start..]);
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// The paths of one `use`, taken out of its braces.
fn paths(before: &str, tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((head, inside)) = tree.split_once('{') else { return vec![format!("{before}{tree}")] };
    let head = format!("{before}{}", head.trim());
    let inside = inside.rsplit_once('}').map_or(inside, |(inside, _)| inside);
    split(inside).into_iter().flat_map(|part| paths(&head, part)).collect()
}

/// Every path that a file's `use` items name, from the root of the crate.
fn imports(source: &Source) -> Vec<Module> {
    let here = module_of(&source.path);
    let uses = source.code.split(';').filter_map(|item| {
        let at = item.rmatch_indices("use ").map(|(at, _)| at).find(|&at| {
            let before = item[..at].trim_end();
            before.is_empty() || before.ends_with(['}', '{', ']', ')']) || before.ends_with("pub")
        })?;
        Some(paths("", &item[at + 4..]))
    });
    let absolute = |path: String| {
        let mut parts: Vec<String> = path.split("::").map(|part| part.trim().to_owned()).collect();
        let base = match parts.first().map(String::as_str) {
            Some("crate") => Module::new(),
            Some("self") => here.clone(),
            Some("super") => here[..here.len().saturating_sub(1)].to_vec(),
            _ => return None,
        };
        parts.remove(0);
        let mut base = base;
        while parts.first().is_some_and(|part| part == "super") {
            parts.remove(0);
            base.pop();
        }
        Some([base, parts].concat())
    };
    uses.flatten().filter_map(absolute).collect()
}

/// The files that are in a circle, each with those of the same circle that it imports.
fn circles(sources: &[Source]) -> Vec<Finding> {
    let known: BTreeSet<Module> = sources.iter().map(|source| module_of(&source.path)).collect();
    let mut named: BTreeMap<Module, BTreeSet<Module>> = BTreeMap::new();
    for source in sources {
        let here = module_of(&source.path);
        for path in imports(source) {
            let file = (1..=path.len()).rev().map(|length| path[..length].to_vec()).find(|part| known.contains(part));
            // What a folder's file names of its own folder, and a file of its folder's, is one family.
            if let Some(file) = file.filter(|file| *file != here && !here.starts_with(file)) {
                named.entry(here.clone()).or_default().insert(file);
            }
        }
    }
    let reach = |from: &Module| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from.clone()]);
        while let Some(module) = next.pop() {
            for to in named.get(&module).into_iter().flatten() {
                if seen.insert(to.clone()) {
                    next.push(to.clone());
                }
            }
        }
        seen
    };
    let reached: BTreeMap<&Module, BTreeSet<Module>> = named.keys().map(|module| (module, reach(module))).collect();
    let back = |from: &Module, to: &Module| reached.get(to).is_some_and(|reached| reached.contains(from));
    let in_circle = sources.iter().filter_map(|source| {
        let here = module_of(&source.path);
        let others: Vec<String> = named.get(&here)?.iter().filter(|to| back(&here, to)).map(|to| to.join("::")).collect();
        (!others.is_empty()).then(|| Finding::new(source, 0, format!("is imported by what it imports: {}", others.join(", "))))
    });
    in_circle.collect()
}

#[test]
fn no_file_imports_what_imports_it() {
    assert_none("what two files share belongs into a third, so that each can be read by itself", &circles(&sources()));
}

#[test]
fn a_circle_is_found() {
    let found = |files: &[(&str, &str)]| {
        let sources: Vec<Source> = files.iter().map(|(path, text)| Source::new(path, text)).collect();
        circles(&sources).into_iter().map(|finding| finding.path).collect::<Vec<_>>()
    };
    let two = [("src/a/one.rs", "use super::two::b;"), ("src/a/two.rs", "use crate::{\n    x,\n    a::one::{c, d},\n};")];
    assert_eq!(found(&two), ["src/a/one.rs", "src/a/two.rs"]);
    let round = [("src/a.rs", "use crate::b::X;"), ("src/b.rs", "pub use crate::c::Y;"), ("src/c.rs", "//! c\nuse crate::a::Z;")];
    assert_eq!(found(&round).len(), 3);
    assert_eq!(found(&[("src/a/mod.rs", "use self::one::X;"), ("src/a/one.rs", "use super::Y;")]), [""; 0]);
    assert_eq!(found(&[("src/a.rs", "use crate::b::X;"), ("src/b.rs", "#[cfg(test)]\nmod tests { use crate::a::Y; }")]), [""; 0]);
}
