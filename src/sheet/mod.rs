//! The summary sheet: what is on it, laid out once, written by many.
//!
//! [`summary_sheet`] turns words, figures and options into a [`Document`]: pages of placed blocks with roles.
//! [`to_pdf`] and [`to_pixels`] only read that document, so print, picture and preview cannot differ. No file,
//! no clock, no system font: bytes in, bytes out.
//!
//! Invariant: a document that exists fits its paper. What does not fit is a [`SheetError`], never a cut line.

mod clean;
mod compose;
mod density;
mod document;
mod error;
mod fonts;
mod options;
mod page;
mod palettes;
mod part;
mod parts;
mod paths;
mod pdf;
mod png;
mod shapes;
mod typeset;
mod words;

pub use document::{RoundNumbers, summary_sheet};
pub use error::SheetError;
pub use fonts::{Face, glyph_outline};
pub use options::{Include, Ink, Options, Paper, TextSize};
pub use page::{Art, Block, Document, Glyph, Page, Piece, Role, TextRun};
pub use palettes::PrintPalettes;
pub use pdf::{Claim, Pdf, to_pdf, to_pdf_with_claim};
pub use png::{Pixels, to_pixels};
pub use words::SheetWords;
