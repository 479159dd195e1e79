//! Texts that are taken along as plain words: the warning signs, and the emergency numbers.
//!
//! Invariant: what is copied says what the page says, in its order, without the marks of strong words.

use super::notice::tell;
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
}

pub(super) fn copy(model: &mut Model, what: Copied, effects: &mut Vec<Effect>) {
    effects.push(Effect::Copy(model.copied(what)));
    tell(model, model.book.find.copy.done.clone());
}

impl Model {
    /// The words that are copied.
    pub fn copied(&self, what: Copied) -> String {
        match what {
            Copied::WarningSigns => self.warning_lines().join("\n"),
            Copied::Numbers => self.number_lines().join("\n"),
        }
    }

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
