//! What can keep a sheet from being made.
//!
//! Texts here are for developers and content writers; a person is told in words from content.

/// What kept the sheet from being laid out or written.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SheetError {
    /// A page's content is taller than the paper, even at the smallest type allowed.
    #[error("page {page} is {over_pt:.0} points too tall for the paper: shorten the words of the sheet")]
    TooTall { page: usize, over_pt: f64 },
    /// A word or a line that may not wrap is wider than its place, even at the smallest type allowed.
    #[error("\"{text}\" is {over_pt:.1} points too wide for its place: shorten or split it")]
    TooWide { text: String, over_pt: f64 },
    /// A font in the program can not be read.
    #[error("the font {0} can not be read")]
    Font(&'static str),
    /// The PDF writer gave up.
    #[error("the PDF could not be written: {0}")]
    Pdf(String),
    /// A picture of this size can not be made.
    #[error("no picture at {dpi} dots per inch: use 36 to 600")]
    Resolution { dpi: u32 },
}

impl SheetError {
    /// Whether smaller type might help.
    pub(super) fn is_overflow(&self) -> bool {
        matches!(self, Self::TooTall { .. } | Self::TooWide { .. })
    }
}
