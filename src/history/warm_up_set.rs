//! Which warm-ups were done, as a value of one byte.
//!
//! Not how long each took: the entry has the time of all together, and no more is needed.

use crate::session::WarmUp;

/// A set of warm-ups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct WarmUpSet(u8);

impl WarmUpSet {
    /// Adds one.
    #[must_use]
    pub fn with(self, card: WarmUp) -> Self {
        Self(self.0 | Self::bit(card))
    }

    /// Whether one is in it.
    pub fn has(self, card: WarmUp) -> bool {
        self.0 & Self::bit(card) != 0
    }

    /// Whether none is known.
    pub fn is_empty(&self) -> bool {
        self.0 == 0
    }

    /// Those in it, in the order of the warm-up page.
    pub fn iter(self) -> impl Iterator<Item = WarmUp> {
        WarmUp::ALL.into_iter().filter(move |&card| self.has(card))
    }

    fn bit(card: WarmUp) -> u8 {
        WarmUp::ALL.iter().position(|&known| known == card).map_or(0, |place| 1 << place)
    }
}

impl FromIterator<WarmUp> for WarmUpSet {
    fn from_iter<I: IntoIterator<Item = WarmUp>>(cards: I) -> Self {
        cards.into_iter().fold(Self::default(), Self::with)
    }
}
