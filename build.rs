//! Lists what travels inside the program: every file of `content/`, and each language's recordings.
//!
//! Found by looking, so that a language is a folder and nothing else: no list has to be kept beside the tree.
//!
//! Invariant: the lists are in order, and name files by the package's own folder, so that the same tree gives the same
//! program wherever it is built.

use std::{
    env,
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
};

/// What translators keep beside their texts, for `--check-content` alone: the program has no use for it.
const FOR_TRANSLATORS: &str = "checked.ron";

fn main() -> io::Result<()> {
    for place in ["build.rs", "content", "assets/voice"] {
        println!("cargo:rerun-if-changed={place}");
    }
    let variable = |name: &str| env::var_os(name).ok_or_else(|| io::Error::other(format!("cargo sets {name}")));
    let (root, out): (OsString, OsString) = (variable("CARGO_MANIFEST_DIR")?, variable("OUT_DIR")?);
    let (root, out) = (PathBuf::from(root), PathBuf::from(out));
    fs::write(out.join("content.rs"), content(&root.join("content"))?)?;
    fs::write(out.join("voices.rs"), voices(&root.join("assets/voice"))?)
}

/// The texts and poses, each by its path under `content/`.
fn content(folder: &Path) -> io::Result<String> {
    let mut paths = Vec::new();
    files_under(folder, "", &mut paths)?;
    paths.retain(|path| path.ends_with(".ron") && !path.ends_with(FOR_TRANSLATORS));
    paths.sort();
    Ok(list(paths.iter().map(|path| format!("({path:?}, include_str!({}))", in_package(&format!("content/{path}"))))))
}

/// The languages that have a voice: the folder's name, the list of sentences, the pack.
fn voices(folder: &Path) -> io::Result<String> {
    let mut names: Vec<String> = entries(folder)?.into_iter().map(|(name, _)| name).collect();
    names.retain(|name| ["ron", "pack"].iter().all(|ending| folder.join(name).join(format!("voice.{ending}")).is_file()));
    names.sort();
    Ok(list(names.iter().map(|name| {
        let part = |ending: &str| in_package(&format!("assets/voice/{name}/voice.{ending}"));
        format!("({name:?}, include_str!({}), include_bytes!({}))", part("ron"), part("pack"))
    })))
}

/// One value of a slice a line.
fn list(values: impl Iterator<Item = String>) -> String {
    let lines: String = values.map(|value| format!("    {value},\n")).collect();
    format!("&[\n{lines}]\n")
}

/// A path from the package's folder, which only the compiler knows.
fn in_package(path: &str) -> String {
    format!("concat!(env!(\"CARGO_MANIFEST_DIR\"), {:?})", format!("/{path}"))
}

fn files_under(folder: &Path, prefix: &str, paths: &mut Vec<String>) -> io::Result<()> {
    for (name, path) in entries(folder)? {
        let below = format!("{prefix}{name}");
        if path.is_dir() { files_under(&path, &format!("{below}/"), paths)? } else { paths.push(below) }
    }
    Ok(())
}

/// What lies in a folder. A name that is no text is not one of ours.
fn entries(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if let Some(name) = path.file_name().and_then(|name| name.to_str()) {
            found.push((name.to_owned(), path.clone()));
        }
    }
    Ok(found)
}
