//! What the program knows about a person that goes on paper: numbers, days, and what they typed.
//!
//! Not words (those are content) and not arithmetic on a history: days and counts come in as they are printed.
//!
//! Invariant: why a session was stopped is in here only where the person noted it themselves (health.md 3.5).

use jiff::civil::Date;

/// The numbers of one round, from the person's own settings (ranges: health.md 4.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoundNumbers {
    /// Seconds of the lead-in, in which the hands find their place.
    pub hands_secs: u32,
    /// Seconds of pressing on.
    pub ramp_secs: u32,
    /// Seconds of holding.
    pub hold_secs: u32,
    /// Seconds of letting go.
    pub release_secs: u32,
    /// Slow breaths after it.
    pub breaths: u32,
    /// Rounds in a session, at most.
    pub rounds: u32,
}

/// What a person typed for the page; either may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Own {
    /// Their clinic's number.
    pub phone: String,
    /// A note of their own.
    pub note: String,
}

impl Own {
    /// Whether nothing was typed.
    pub const fn is_empty(&self) -> bool {
        self.phone.is_empty() && self.note.is_empty()
    }
}

/// How many letters a note may have, so that a page stays a page.
pub const NOTE_LETTERS: usize = 300;

/// How many letters a number may have.
pub const PHONE_LETTERS: usize = 40;

/// What one day held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DayMark {
    /// It is still to come.
    Ahead,
    /// Nothing.
    #[default]
    Nothing,
    /// A warm-up and no session.
    WarmUp,
    /// A session, or two.
    Session,
    /// A session that was stopped.
    Stopped,
}

/// A session that was stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoppedSession {
    /// The day.
    pub day: Date,
    /// The position: back, side, all fours, wall.
    pub position: usize,
    /// Rounds held to the end before it.
    pub rounds: u32,
    /// What the person noted for it, as the place of its column in the table; `None` if they noted nothing.
    pub noted: Option<usize>,
}

/// The last four weeks, counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Weeks {
    /// The Monday of the first week; `None` where nothing is known.
    pub first: Option<Date>,
    /// Day by day, four weeks from Monday to Sunday.
    pub days: Vec<DayMark>,
    /// Guided sessions, stopped or not.
    pub sessions: u32,
    /// Warm-ups without a session.
    pub warm_ups: u32,
    /// After how many the back felt eased.
    pub eased: u32,
    /// After how many it felt the same.
    pub same: u32,
    /// After how many it felt worse.
    pub worse: u32,
    /// Sessions in each position: back, side, all fours, wall.
    pub positions: [u32; 4],
    /// Sessions that each of the person's own plans led, by its title, the most used first.
    pub plans: Vec<(String, u32)>,
    /// Sessions that were stopped, the newest first.
    pub stopped: Vec<StoppedSession>,
}

impl Weeks {
    /// How many weeks are printed, this one included.
    pub const COUNT: usize = 4;

    /// Whether there is anything to print.
    pub fn is_empty(&self) -> bool {
        self.sessions == 0 && self.warm_ups == 0 && self.stopped.is_empty()
    }
}

/// Everything about the person that goes on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The preferred position: back, side, all fours, wall.
    pub preferred: Option<usize>,
    /// The numbers of a round.
    pub numbers: RoundNumbers,
    /// Sessions a day, at most: 1 or 2.
    pub a_day: u32,
    /// The day printed in the footer.
    pub date: Date,
    /// Whose emergency number stands first, by its id; all of them are printed in any case.
    pub region: Option<String>,
    /// What they typed.
    pub own: Own,
    /// The last four weeks.
    pub weeks: Weeks,
}
