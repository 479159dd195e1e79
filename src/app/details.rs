//! What is handed to the clipboard: a path, or what a report of a fault needs.
//!
//! Not the clipboard itself. Invariant: the details hold nothing about the person: no path, no name, nothing that was
//! typed or done, only what the program is, what it runs on, and how it shows.

use super::notice::tell;
use crate::app::{Effect, Model};

/// What is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Where the settings are kept.
    SettingsPath,
    /// Where the history is kept.
    HistoryPath,
    /// What a report of a fault needs.
    ForReport,
}

/// What the program runs on, as far as a fault may come from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Machine {
    /// The system, its desktop, and what draws its windows.
    pub system: String,
    /// What paints.
    pub renderer: String,
    /// Points on the screen for one of ours.
    pub pixels_per_point: f32,
    /// The window, in our points.
    pub window: (f32, f32),
}

pub(super) fn copy(model: &mut Model, what: Detail, effects: &mut Vec<Effect>) {
    let words = &model.book.words.about;
    let said = match what {
        Detail::ForReport => words.details_copied.clone(),
        Detail::SettingsPath | Detail::HistoryPath => words.path_copied.clone(),
    };
    effects.push(match what {
        Detail::SettingsPath => Effect::Copy(model.settings_path.clone()),
        Detail::HistoryPath => Effect::Copy(model.history.path.clone()),
        Detail::ForReport => Effect::CopyDetails,
    });
    tell(model, said);
}

/// The details, a line each. They are for those who make the program, so that their words are not content.
pub fn details(model: &Model, machine: &Machine) -> String {
    let mut lines = String::new();
    let settings = &model.settings;
    let mut line = |name: &str, value: &str| lines.extend([name, ": ", value, "\n"]);
    line("Gentleback", env!("CARGO_PKG_VERSION"));
    line("system", &machine.system);
    line("renderer", &machine.renderer);
    line("scale", &machine.pixels_per_point.to_string());
    line("window", &format!("{:.0} x {:.0}", machine.window.0, machine.window.1));
    line("text size", &format!("{} %", model.text_size().percent()));
    line("theme", &format!("{:?}", settings.theme));
    line("figures move", if model.moves() { "yes" } else { "no" });
    line("screen reader", if model.sound.reader { "yes" } else { "no" });
    line("sound", if model.sound.off { "none" } else { "yes" });
    line("language", &model.book.guide.language);
    lines
}
