//! What a person has chosen, and how that is written down.
//!
//! Not a file on disk: the shell reads and writes the text; [`decode`] and [`encode`] are pure.
//!
//! Invariant: every value in a [`Settings`] can be used as it is; what a file says outside the ranges is told as a
//! warning and left out.

mod codec;
mod schema;

pub use codec::{Decoded, VERSION, Warning, decode, encode};

use std::collections::BTreeSet;
use std::fmt;

use crate::figure::Look;
use crate::limit::DailyLimit;
use crate::session::Position;

/// Everything a person can choose, and what the program has to remember about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The position the person prefers; `None` until they say.
    pub preferred_position: Option<Position>,
    /// At most how often a day.
    pub daily_limit: DailyLimit,
    /// The colours.
    pub theme: Theme,
    /// The size of all text.
    pub text_scale: TextScale,
    /// Less movement on the screen; `None` follows the system.
    pub reduced_motion: Option<bool>,
    /// Build and hair of the person in the figures.
    pub look: Look,
    /// The skin tone of the person in the figures, by its name; `None` is the theme's own.
    pub skin: Option<String>,
    /// Prompts are spoken.
    pub voice: bool,
    /// Tones sound at each change.
    pub tones: bool,
    /// Sections of the guide that are marked as read, by id.
    pub read_sections: BTreeSet<String>,
    /// The program's version whose welcome was answered with "I understand"; asked again after an update.
    pub welcomed_version: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            preferred_position: None,
            daily_limit: DailyLimit::default(),
            theme: Theme::System,
            text_scale: TextScale::default(),
            reduced_motion: None,
            look: Look::default(),
            skin: None,
            // A person on the floor may not see the screen; silence would leave them guessing.
            voice: true,
            tones: true,
            read_sections: BTreeSet::new(),
            welcomed_version: None,
        }
    }
}

/// The colours of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    /// As the system is set.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// Black and white, strong borders.
    HighContrast,
}

/// The size of all text, in percent of the design; 100 to 200 (screens.md, Type).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextScale(u16);

impl TextScale {
    /// The smallest.
    pub const MIN: Self = Self(100);
    /// The largest.
    pub const MAX: Self = Self(200);
    /// One press of + or −, in percent.
    pub const STEP_PERCENT: u16 = 10;

    /// The size of so many percent, if it is from 100 to 200.
    pub fn from_percent(percent: u16) -> Option<Self> {
        (Self::MIN.0..=Self::MAX.0).contains(&percent).then_some(Self(percent))
    }

    /// In percent.
    pub const fn percent(self) -> u16 {
        self.0
    }

    /// As a factor, from 1 to 2.
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// One step larger; the largest stays.
    #[must_use]
    pub fn larger(self) -> Self {
        Self(self.0 + Self::STEP_PERCENT).min(Self::MAX)
    }

    /// One step smaller; the smallest stays.
    #[must_use]
    pub fn smaller(self) -> Self {
        Self(self.0 - Self::STEP_PERCENT).max(Self::MIN)
    }
}

impl Default for TextScale {
    fn default() -> Self {
        Self::MIN
    }
}

impl fmt::Display for TextScale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} %", self.0)
    }
}

#[cfg(test)]
mod tests;
