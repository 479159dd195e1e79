//! The words about sound and voice, read from `sound.ron`.
//!
//! Not what a session says: that is in `cues.ron`. Invariant: a missing or misspelt entry is found when the file is read.

#![expect(missing_docs, reason = "each field holds the words for what it is named after")]

use serde::Deserialize;

/// Everything in `sound.ron`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SoundWords {
    /// While there is no sound, in a session and outside.
    pub off: String,
    /// While neither the system nor the recordings can say what is to be said.
    pub no_voice: String,
    /// While the recordings speak in place of the system's voice, which was chosen.
    pub voice_away: String,
    pub voice_system: String,
    pub voice_recordings: String,
    pub whose: String,
    pub whose_detail: String,
    pub recorded: String,
    pub systems: String,
    pub test: String,
    /// What "Test sound" says.
    pub test_spoken: String,
    pub read_aloud: String,
    pub stop_reading: String,
    pub pause_reading: String,
    pub read_on: String,
    pub who_speaks: WhoSpeaksWords,
}

/// The card that asks a person with a screen reader who should speak.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhoSpeaksWords {
    pub title: String,
    pub lead: String,
    pub reader: String,
    pub program: String,
}
