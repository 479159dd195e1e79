//! Names for every colour the program paints, and the palette that gives them values.
//!
//! One list serves the window, the figures and the printed page; `assets/theme/*.ron` holds the values
//! (screens.md section 3). A view never writes a colour down.

use std::collections::BTreeMap;

use serde::Deserialize;

/// An sRGB colour, 8 bits a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// The colour of six hexadecimal digits, if they are that.
    pub fn from_hex(value: &str) -> Option<Self> {
        let number = u32::from_str_radix(value, 16).ok().filter(|_| value.len() == 6)?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Self(red, green, blue))
    }

    /// The contrast of two colours, 1 to 21, as WCAG 2 defines it.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}

macro_rules! tokens {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        /// The name of a colour in the theme files.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        pub enum Token { $($(#[$doc])* $name),+ }

        impl Token {
            /// Every token, in the order of the theme files.
            pub const ALL: &'static [Token] = &[$(Token::$name),+];
        }
    };
}

tokens! {
    // -- surfaces --
    Bg, Surface, Sidebar, Stage, StageFloor, Sunk,
    // -- text --
    Ink, Ink2,
    // -- lines and controls --
    Line, Control,
    // -- the one accent --
    Primary, PrimaryHover, PrimaryDown, OnPrimary, PrimarySoft, PrimaryInk,
    // -- stop and emergency, nothing else --
    Stop, StopHover, OnStop, StopSoft, StopInk,
    // -- notes --
    NoteSoft, NoteLine, NoteInk,
    // -- session --
    Press, Breath, Ring, Track, Warm,
    // -- states --
    Focus, Disabled, DisabledInk, Shadow,
    // -- figures: the person --
    Outline, SkinNear, SkinFar, ShirtNear, ShirtFar, ShortsNear, ShortsFar, Hair, HairEdge, Shoe, ShoeFar, Sole,
    // -- figures: what lies about --
    Mat, MatEdge, Pillow, PillowFold, Wall, WallHatch, WallEdge, Wood, WoodFar, Roller, RollerFar, Ghost, Floor,
    // -- figures: the low back, warm and never red --
    Glow1, Glow2, GlowCore,
}

/// A value for every [`Token`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Palette(BTreeMap<Token, Rgb>);

/// What keeps a theme file from being a palette.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum PaletteError {
    /// The text is not a map of tokens.
    #[error("line {line}: {what}")]
    Syntax { line: usize, what: String },
    /// A value is not six hexadecimal digits.
    #[error("{token:?} is \"{value}\": write six hexadecimal digits, as in 17646A")]
    NotAColour { token: Token, value: String },
    /// Tokens without a value.
    #[error("no value for {0:?}")]
    Missing(Vec<Token>),
}

impl Palette {
    /// Reads a theme file: a RON map from token to `"RRGGBB"`.
    ///
    /// # Errors
    /// When the text is no such map, a value is no colour, or a token has no value.
    pub fn from_ron(text: &str) -> Result<Self, PaletteError> {
        let raw: BTreeMap<Token, String> = ron::from_str(text)
            .map_err(|error| PaletteError::Syntax { line: error.span.start.line, what: error.code.to_string() })?;
        let mut values = BTreeMap::new();
        for (token, value) in raw {
            let colour = Rgb::from_hex(&value).ok_or(PaletteError::NotAColour { token, value })?;
            values.insert(token, colour);
        }
        let missing: Vec<Token> = Token::ALL.iter().copied().filter(|token| !values.contains_key(token)).collect();
        if missing.is_empty() { Ok(Self(values)) } else { Err(PaletteError::Missing(missing)) }
    }

    /// The colour of a token.
    pub fn get(&self, token: Token) -> Rgb {
        self.0.get(&token).copied().unwrap_or_default()
    }

    /// The same palette with one colour changed: a skin tone, say.
    #[must_use]
    pub fn with(mut self, token: Token, colour: Rgb) -> Self {
        self.0.insert(token, colour);
        self
    }
}
