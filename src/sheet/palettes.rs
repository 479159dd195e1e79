//! The colours that the sheet prints in: one palette for colour, one of greys.

use super::Ink;
use crate::drawing::{Palette, PaletteError};

/// Both print palettes.
#[derive(Debug, Clone)]
pub struct PrintPalettes {
    colour: Palette,
    black_and_white: Palette,
}

impl PrintPalettes {
    /// Reads the shipped palettes.
    ///
    /// # Errors
    /// When a shipped file is broken; a test keeps this from ever being released.
    pub fn shipped() -> Result<Self, PaletteError> {
        Ok(Self {
            colour: Palette::from_ron(include_str!("../../assets/theme/print.ron"))?,
            black_and_white: Palette::from_ron(include_str!("../../assets/theme/print-bw.ron"))?,
        })
    }

    /// The palette for an ink.
    pub fn of(&self, ink: Ink) -> &Palette {
        match ink {
            Ink::Colour => &self.colour,
            Ink::BlackAndWhite => &self.black_and_white,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_palettes_are_whole() {
        let palettes = PrintPalettes::shipped().expect("both files have every token");
        assert_ne!(palettes.of(Ink::Colour), palettes.of(Ink::BlackAndWhite));
    }
}
