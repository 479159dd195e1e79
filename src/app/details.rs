//! What a report of a fault needs, as one text.
//!
//! Not the clipboard that takes it. Invariant: the details hold nothing about the person: no path, no name, nothing that was
//! typed or done, only what the program is, what it runs on, and how it shows.

use crate::app::Model;

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
