//! The loudspeaker's side with a real sound server: what is asked for is heard, in time, and a lost server comes back.
//!
//! Not the session: its cues come here by hand, one round of them. It needs PulseAudio (pulseaudio,
//! pulseaudio-utils); without it each test says that it was skipped, or fails where `CI` is set. What was heard in a
//! session of the real program is told from its recording by `examples/hear.rs`, with the same ear.

#![cfg(target_os = "linux")]

mod sound {
    pub mod ear;
    mod heard;
    mod player;
    mod server;
}
