//! The parts that screens are made of (screens.md section 4), listed from small to large.
//!
//! A part paints itself and says what was done to it; it knows nothing of the model, of pages or of messages.
//! Invariant: every part that takes input has a role and a name for a screen reader, a focus ring for the
//! keyboard, and a hit area at least 44 points high (24 for a quiet link inside a card).

pub mod bullets;
pub mod button;
pub mod field;
pub mod focus;
pub mod frames;
pub mod icon;
pub mod labels;
pub mod links;
pub mod progress;
pub mod ring;
pub mod segmented;
pub mod slider;
pub mod sought;
pub mod stage;
pub mod stepper;
pub mod text;

use crate::{
    figure::{HairColor, SkinTone},
    ui::{pictures::Pictures, theme::Theme},
};

/// What every part needs to paint itself.
#[derive(Clone, Copy)]
pub struct Kit<'a> {
    /// Colours and sizes.
    pub theme: &'a Theme,
    /// Line icons.
    pub icons: &'a icon::Icons,
    /// Figures as textures.
    pub pictures: &'a Pictures,
    /// Skin tones to choose from.
    pub skins: &'a [SkinTone],
    /// Colors of hair to choose from, beside the usual one.
    pub hairs: &'a [HairColor],
}
