//! What a person reads: RON text in, a typed [`Guide`] out, plus every problem found with file and line.
//!
//! Not a file reader: text arrives as [`crate::source::Files`], from the binary or from a writer's folder.
//!
//! Invariant: a guide that loads without problems carries every fact, names only facts and notes that exist, and
//! never shows a disputed fact without the note that belongs to it.

mod guide;

pub use guide::*;
