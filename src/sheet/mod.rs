//! What is printed: the summary sheet, the page for a clinician, the emergency card; laid out once, written by many.
//!
//! [`Layouter::lay_out`] turns words, figures, facts and options into a [`Document`]: pages of placed blocks with roles.
//! [`to_pdf`] and [`to_pixels`] only read that document, so print, picture and preview cannot differ. No file,
//! no clock, no system font: bytes in, bytes out.
//!
//! Invariant: a document that exists fits its paper. What does not fit is a [`SheetError`], never a cut line.

mod clean;
mod compose;
mod density;
mod document;
mod error;
mod facts;
mod fonts;
mod input;
mod options;
mod page;
mod palettes;
mod part;
mod parts;
mod paths;
mod pdf;
mod png;
mod printing;
mod shapes;
mod typeset;
mod words;
mod words_visit;

pub use document::Layouter;
pub use error::SheetError;
pub use facts::{DayMark, Facts, NOTE_LETTERS, Own, PHONE_LETTERS, RoundNumbers, StoppedSession, Weeks};
pub use fonts::{Face, glyph_outline};
pub use options::{Include, Ink, Kind, Options, Paper, TextSize};
pub use page::{Art, Block, Document, Glyph, Page, Piece, Role, TextRun};
pub use palettes::PrintPalettes;
pub use pdf::{Claim, Pdf, to_pdf, to_pdf_with_claim};
pub use png::{Pixels, to_pixels};
pub use printing::{Job, Printed, Printer, PrinterState, Through, Unable, Ways};
pub use words::SheetWords;
pub use words_visit::{CardWords, VisitWords, WeeksWords};
