//! What is heard: the tones, the recorded voice, and how the two are mixed.
//!
//! Not a loudspeaker: samples come out as values, and the platform plays them. What is said and when is the
//! session's business. Invariant: nothing here is louder than full scale, and nothing begins or ends with a click.

mod lines;
mod mixer;
mod recordings;
mod tone;
mod words;

pub use lines::{lines_of, sentences};
pub use mixer::Mixer;
pub use recordings::{Recording, Recordings};
pub use tone::tone;
pub use words::{SoundWords, WhoSpeaksWords};

/// Samples a second of everything that is heard: enough for speech and for tones whose highest part is 3 kHz.
pub const RATE: u32 = 24_000;

/// The silence between two sentences, in seconds: a breath, not a break.
const PAUSE_SECS: f32 = 0.35;

/// How many samples a time takes.
pub(crate) fn samples(secs: f32) -> usize {
    (secs * RATE as f32).round() as usize
}
