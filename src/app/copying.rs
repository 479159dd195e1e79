//! What is handed to the clipboard: the warning signs, the emergency numbers, a path, or what a report of a fault needs.
//!
//! Not the clipboard itself. Invariant: a text of the guide says what its page says, in its order, without the marks of
//! strong words.

use super::notice::confirm;
use crate::{
    app::{Effect, Model},
    content::{Level, plain},
};

/// What is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Copied {
    /// The page of warning signs, with the numbers.
    WarningSigns,
    /// The emergency numbers alone.
    Numbers,
    /// Where the settings are kept.
    SettingsPath,
    /// Where the history is kept.
    HistoryPath,
    /// What a report of a fault needs: see [`crate::app::details()`].
    ForReport,
}

pub(super) fn copy(model: &mut Model, what: Copied, effects: &mut Vec<Effect>) {
    let (copy, about) = (&model.book.find.copy, &model.book.words.about);
    let (effect, said) = match what {
        Copied::WarningSigns => (Effect::Copy(model.warning_lines().join("\n")), &copy.done),
        Copied::Numbers => (Effect::Copy(model.number_lines().join("\n")), &copy.done),
        Copied::SettingsPath => (Effect::Copy(model.settings_path.clone()), &about.path_copied),
        Copied::HistoryPath => (Effect::Copy(model.history.path.clone()), &about.path_copied),
        Copied::ForReport => (Effect::CopyDetails, &about.details_copied),
    };
    effects.push(effect);
    confirm(model, said.clone());
}

impl Model {
    /// The person's own number first, and then all others.
    fn number_lines(&self) -> Vec<String> {
        let (own, others) = self.book.gates.numbers(self.settings.region.as_deref());
        own.into_iter().chain(others).map(|entry| format!("{}: {}", entry.place, entry.number)).collect()
    }

    fn warning_lines(&self) -> Vec<String> {
        let page = &self.book.guide.warning;
        let mut lines = vec![plain(&page.title), plain(&page.lead.text)];
        for level in &page.levels {
            lines.extend([String::new(), plain(&level.title), plain(&level.act.text)]);
            if level.level == Level::Emergency {
                lines.extend(self.number_lines());
            }
            lines.extend(level.signs.iter().map(|sign| format!("- {}", plain(&sign.text))));
        }
        lines.extend([String::new(), plain(&page.source)]);
        lines
    }
}
