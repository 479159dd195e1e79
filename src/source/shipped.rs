//! The content that travels inside the program, so that it runs from anywhere and needs no installed files.
//!
//! Not a loader: it hands over text. `--content DIR` puts a writer's folder in its place.
//!
//! Invariant: `build.rs` lists the files, so a language is a folder under `content/`; the one language that code names is
//! [`FALLBACK`].

use super::Files;

/// The language in which every text is there: it stands wherever another one lacks a text, and where none is wanted that
/// the program has.
pub const FALLBACK: &str = "en";

/// Every file under `content/`, by its path there.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/content.rs"));

/// All of them.
pub fn embedded() -> Files {
    let mut files = Files::default();
    for (path, text) in FILES {
        files.insert(*path, *text);
    }
    files
}

/// Those whose name ends so: the process that reminds has no room for the others.
pub fn embedded_named(ending: &str) -> Files {
    let mut files = Files::default();
    for (path, text) in FILES.iter().filter(|(name, _)| name.ends_with(ending)) {
        files.insert(*path, *text);
    }
    files
}
