//! What should happen outside the model, as data. The shell carries it out; what comes back is a message.

use jiff::civil::Date;

use crate::{
    history::Entry,
    session::{Cue, Position},
    settings::Settings,
    sheet::Options,
};

/// One thing to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Write the settings to disk.
    SaveSettings(Box<Settings>),
    /// Add a line to the history: an entry, or what is known of one by now.
    AppendHistory(Box<Entry>),
    /// Lay out the sheet, ask where it should go, and write it.
    SaveSheet(SheetRequest),
    /// Say, sound and announce a cue of the session.
    Tell(Cue),
    /// Close the window: what had to be let go has been let go.
    Close,
}

/// What the sheet is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRequest {
    /// Paper, type size, ink, parts.
    pub options: Options,
    /// The position that is marked as one's own.
    pub preferred: Option<Position>,
    /// The date in the footer.
    pub date: Date,
}
