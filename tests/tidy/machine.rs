//! Nothing that is kept names a folder of someone's machine.

use super::tree::{Finding, assert_none, kept_files, text_of};

/// Written in two halves, or this file would find itself.
const FOLDERS: [&str; 4] = [concat!("/ro", "ot/"), concat!("/wo", "rk/"), concat!("/ho", "me/"), concat!("C:\\Us", "ers\\")];

fn machine_paths(path: &str, text: &str) -> Vec<Finding> {
    let found = text.lines().enumerate().flat_map(|(index, line)| {
        let folders = FOLDERS.iter().filter(move |folder| names_folder(line, folder));
        folders.map(move |folder| Finding { path: path.to_owned(), line: index + 1, what: format!("names {folder}") })
    });
    found.collect()
}

/// The folder itself, not the same letters in the middle of another path or address.
fn names_folder(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || "._-~}".contains(c)))
}

#[test]
fn no_kept_file_names_a_folder_of_a_machine() {
    let kept = kept_files();
    assert!(kept.iter().any(|path| path == "Cargo.toml"), "the list of kept files is wrong: {kept:?}");
    let texts = kept.iter().filter_map(|path| Some((path, text_of(path)?)));
    let findings: Vec<_> = texts.flat_map(|(path, text)| machine_paths(path, &text)).collect();
    assert_none("what is here must hold on every machine", &findings);
}

#[test]
fn a_folder_of_a_machine_is_found() {
    let folder = FOLDERS[0];
    assert_eq!(machine_paths("a.md", &format!("see {folder}x\nand <{folder}>\n")).len(), 2);
    assert_eq!(machine_paths("a.md", &format!("https://example.org{folder}x and $HOME{folder}\n")).len(), 0);
}
