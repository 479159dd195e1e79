//! How the person's system wants programs to look.
//!
//! Not what shows: whatever the person chose here goes before it (`ask.rs`). Invariant: what the system does not say is
//! `None`, and is nobody's wish.

/// How the person's system wants programs to look; `None` where it says nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SystemLook {
    /// Light words on a dark ground.
    pub dark: Option<bool>,
    /// Less movement.
    pub reduced_motion: Option<bool>,
    /// More contrast.
    pub high_contrast: Option<bool>,
    /// The size of text, in percent of the usual.
    pub text_percent: Option<u16>,
}
