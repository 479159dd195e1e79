//! What sections, positions and warm-ups are called in files, links and figures.
//!
//! Invariant: an id is kept for ever; what a person has read is stored by it.

/// The sections, in order. Reading progress is stored by these ids, so they are kept for ever.
pub const SECTION_IDS: [&str; 8] = [
    "see-a-professional",
    "warm-up",
    "find-your-position",
    "engage-your-core",
    "press-gently",
    "let-go-slowly",
    "listen-and-stop",
    "when-to-get-help",
];

/// The positions, in the order of their cards.
pub const POSITION_IDS: [&str; 4] = ["Back", "Side", "AllFours", "Wall"];

/// The warm-ups, in the order of their cards.
pub const WARM_UP_IDS: [&str; 6] = ["Walk", "Jog", "PelvicTilt", "CatCow", "HipFlexor", "QuadStretch"];
