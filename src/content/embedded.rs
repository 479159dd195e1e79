//! The content that travels inside the program, so that it runs from anywhere and needs no installed files.
//!
//! Not a loader: it hands over text. `--content DIR` puts a writer's folder in its place.
//!
//! Invariant: the list below is the tree under `content/`, file for file; a test compares them.

use crate::source::Files;

/// Names each file once and takes in its text at build time.
macro_rules! files {
    ($($path:literal),* $(,)?) => {
        [$(($path, include_str!(concat!("../../content/", $path)))),*]
    };
}

/// Every file under `content/`, by its path there.
pub fn embedded() -> Files {
    let mut files = Files::default();
    for (path, text) in files![
        "en/cues.ron",
        "en/gates.ron",
        "en/notes.ron",
        "en/positions.ron",
        "en/questions.ron",
        "en/sections.ron",
        "en/sheet.ron",
        "en/start.ron",
        "en/tips.ron",
        "en/warm_ups.ron",
        "en/warning.ron",
        "en/words.ron",
        "facts.ron",
        "figures/poses.ron",
        "figures/scenes.ron",
        "protocol.ron",
    ] {
        files.insert(path, text);
    }
    files
}
