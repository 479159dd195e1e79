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
const FILES: &[(&str, &str)] = &files![
    "en/cues.ron",
    "en/faults.ron",
    "en/find.ron",
    "en/floor.ron",
    "en/gates.ron",
    "en/helps.ron",
    "en/history.ron",
    "en/notes.ron",
    "en/plan.ron",
    "en/positions.ron",
    "en/print.ron",
    "en/questions.ron",
    "en/reminders.ron",
    "en/sections.ron",
    "en/sheet.ron",
    "en/signs.ron",
    "en/sound.ron",
    "en/sources.ron",
    "en/start.ron",
    "en/tips.ron",
    "en/warm_ups.ron",
    "en/warning.ron",
    "en/words.ron",
    "facts.ron",
    "figures/poses.ron",
    "figures/scenes.ron",
    "protocol.ron",
];

/// All of them.
pub fn embedded() -> Files {
    let mut files = Files::default();
    for (path, text) in FILES {
        files.insert(*path, *text);
    }
    files
}

/// One of them alone: the process that reminds has no room for the others.
pub fn embedded_alone(path: &str) -> Files {
    let mut files = Files::default();
    for (path, text) in FILES.iter().filter(|(name, _)| *name == path) {
        files.insert(*path, *text);
    }
    files
}
