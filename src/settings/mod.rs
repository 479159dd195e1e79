//! What a person has chosen, and how that is written down.
//!
//! Not a file on disk: the shell reads and writes the text; [`decode`] and [`encode`] are pure.
//!
//! Invariant: every value in a [`Settings`] can be used as it is; what a file says outside the ranges is told as a
//! warning and left out.

// Numbers here come from a file; none of them may stop the program.
#![cfg_attr(not(test), warn(clippy::arithmetic_side_effects))]

mod choices;
mod codec;
mod fault;
mod said;
mod schema;

pub use choices::{BodySide, Pace, Turn, Volume};
pub use codec::{Decoded, LIMIT_BYTES, VERSION, decode, encode};
pub use fault::{Damage, Warning, Why};
pub use said::said;

use std::collections::BTreeSet;
use std::fmt;

use jiff::civil::{Date, Time};

use crate::figure::Look;
use crate::limit::DailyLimit;
use crate::session::Position;
use crate::sheet::{Own, Paper};

/// Everything a person can choose, and what the program has to remember about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The position the person prefers; `None` until they say.
    pub preferred_position: Option<Position>,
    /// At most how often a day.
    pub daily_limit: DailyLimit,
    /// The folder of the language that the person chose; `None`, or one that is not there, follows the system.
    pub language: Option<String>,
    /// The colours.
    pub theme: Theme,
    /// The size of all text; `None` follows the system.
    pub text_scale: Option<TextScale>,
    /// Less movement on the screen; `None` follows the system.
    pub reduced_motion: Option<bool>,
    /// Build and hair of the person in the figures.
    pub look: Look,
    /// The skin tone of the person in the figures, by its name; `None` is the theme's own.
    pub skin: Option<String>,
    /// The color of their hair, by its name; `None` is the usual one.
    pub hair_color: Option<String>,
    /// Prompts are spoken.
    pub voice: bool,
    /// Tones sound at each change.
    pub tones: bool,
    /// How loud both are.
    pub volume: Volume,
    /// The system's own voice speaks, and not the recordings; `None` is what suits this system.
    pub system_voice: Option<bool>,
    /// A screen reader speaks, and the program's own voice is silent; `None` until the person was asked.
    pub reader_speaks: Option<bool>,
    /// Single keys answer questions in a session (WCAG 2.1.4 wants an off switch; Esc stops all the same).
    pub answer_keys: bool,
    /// Every wait is the person's, and only a press follows a clock, because no hand is free in it (WCAG 2.2.1).
    pub self_paced: bool,
    /// The seconds of a hold are spoken.
    pub counts_aloud: bool,
    /// The person's own numbers for a round.
    pub pace: Pace,
    /// The side that hurts, for the positions that have sides; `None` is both or the middle.
    pub sore_side: Option<BodySide>,
    /// In a session the screen is too far away to be read or reached, so the floor view opens by itself; `None` until the
    /// person was asked.
    pub screen_is_far: Option<bool>,
    /// How the floor view is turned.
    pub floor_turn: Turn,
    /// Whose emergency number comes first, by its id in `gates.ron`; all are shown in any case.
    pub region: Option<String>,
    /// Reminders come.
    pub reminders: bool,
    /// When, on the clock face; one time for each session that a day may hold, so at most two.
    pub reminder_times: Vec<Time>,
    /// The day on which the person last said that a professional agrees (health.md 4.1, G1).
    pub consulted_on: Option<Date>,
    /// The day on which the talk-first list was last answered so that pressing is open (G4).
    pub talk_first_on: Option<Date>,
    /// A sign that needs a check was picked, and the check has not been confirmed (G3).
    pub needs_check: bool,
    /// Lying flat on the back is not offered.
    pub avoid_back_lying: bool,
    /// Getting down to the floor, and jogging, are not offered.
    pub avoid_floor: bool,
    /// Pressing is not offered: the person gets dizzy or falls.
    pub avoid_pressing: bool,
    /// The paper last printed on; `None` is the usual one of the place.
    pub paper: Option<Paper>,
    /// The printer last used, where the program itself lists them.
    pub printer: Option<String>,
    /// What the person typed for the page: their clinic's phone and a note.
    pub own: Own,
    /// Sections of the guide that are marked as read, by id.
    pub read_sections: BTreeSet<String>,
    /// The program's version whose welcome was answered with "I understand"; asked again after an update.
    pub welcomed_version: Option<String>,
}

impl Settings {
    /// Whether the system's own voice speaks where it can, and not the recordings.
    ///
    /// Where nothing was chosen: on Linux the usual system voice is harder to follow than the recordings; elsewhere it
    /// is the one the person knows.
    pub fn prefers_system_voice(&self) -> bool {
        self.system_voice.unwrap_or(cfg!(not(target_os = "linux")))
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            preferred_position: None,
            daily_limit: DailyLimit::default(),
            language: None,
            theme: Theme::System,
            text_scale: None,
            reduced_motion: None,
            look: Look::default(),
            skin: None,
            hair_color: None,
            // A person on the floor may not see the screen; silence would leave them guessing.
            voice: true,
            tones: true,
            volume: Volume::default(),
            system_voice: None,
            reader_speaks: None,
            answer_keys: true,
            self_paced: false,
            counts_aloud: false,
            pace: Pace::default(),
            sore_side: None,
            screen_is_far: None,
            floor_turn: Turn::default(),
            region: None,
            reminders: false,
            reminder_times: Vec::new(),
            consulted_on: None,
            talk_first_on: None,
            needs_check: false,
            avoid_back_lying: false,
            avoid_floor: false,
            avoid_pressing: false,
            paper: None,
            printer: None,
            own: Own::default(),
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
///
/// A file may hold any size in the range; the page and the keys offer the few of [`TextScale::OFFERED`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextScale(u16);

impl TextScale {
    /// The smallest.
    pub const MIN: Self = Self(100);
    /// The largest.
    pub const MAX: Self = Self(200);
    /// The sizes that are offered: far enough apart to see the difference (screens.md 11).
    pub const OFFERED: [Self; 5] = [Self(100), Self(115), Self(130), Self(150), Self(200)];

    /// The size of `percent`, if it is from 100 to 200.
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

    /// The next larger size on offer; the largest stays.
    #[must_use]
    pub fn larger(self) -> Self {
        Self::OFFERED.into_iter().find(|&offered| offered > self).unwrap_or(Self::MAX)
    }

    /// The next smaller size on offer; the smallest stays.
    #[must_use]
    pub fn smaller(self) -> Self {
        Self::OFFERED.into_iter().rfind(|&offered| offered < self).unwrap_or(Self::MIN)
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
