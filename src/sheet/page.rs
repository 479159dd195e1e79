//! The laid-out document: the one thing every writer reads.
//!
//! A tree of blocks in reading order. Each block has a role (what it is for a screen reader), its bounds, and
//! pieces placed in PDF points from the page's top left corner. Not a layout engine and not a PDF: nothing here
//! moves any more.
//!
//! Invariant: painting the pieces depth first, block by block, gives the page; walking the roles the same way
//! gives the order in which it is read aloud.

use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use kurbo::{Affine, Point, Rect, Size, Vec2};

use super::fonts::Face;
use crate::drawing::{Drawing, Token};

/// A finished sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Title, for the file's own description and the window that shows it.
    pub title: String,
    /// Language of the text as a BCP 47 tag (`en`).
    pub language: String,
    /// The day printed on it.
    pub date: Date,
    /// The pages, first to last.
    pub pages: Vec<Page>,
    /// Characters left out because no font of the program has them.
    pub dropped: Vec<char>,
}

/// One side of paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Paper size in points.
    pub size: Size,
    /// What is on it, in reading order.
    pub blocks: Vec<Block>,
}

/// A placed part of a page with a meaning.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// What it is to a reader.
    pub role: Role,
    /// Where it is on the page, in points.
    pub bounds: Rect,
    /// What is painted for it, before its children.
    pub pieces: Vec<Piece>,
    /// The blocks inside it, in reading order.
    pub children: Vec<Block>,
}

/// What a block is to a reader, by the names of tagged PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// A part of the page with a heading of its own.
    Section,
    /// A heading, level from 1.
    Heading(u16),
    /// Running text.
    Paragraph,
    /// A list; `numbered` when its items carry visible numbers.
    List { numbered: bool },
    /// An item of a list.
    Item,
    /// The number of an item.
    Label,
    /// The content of an item.
    Body,
    /// A table.
    Table,
    /// The rows with the column headers.
    TableHead,
    /// The rows below.
    TableBody,
    /// A row.
    Row,
    /// A header of the column below it.
    ColumnHeader,
    /// A header of the row beside it.
    RowHeader,
    /// A cell, possibly empty.
    Cell,
    /// A picture, with the sentence that stands for it.
    Figure { alt: String },
    /// Decoration: a background, a rule, a box to tick. Not read aloud.
    Artifact,
}

/// Something painted.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// Glyphs of one face, size and colour on one baseline.
    Text(TextRun),
    /// A drawing put on the page.
    Art(Art),
}

/// A drawing and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Art {
    /// The drawing in its own units.
    pub drawing: Arc<Drawing>,
    /// From the drawing's units to points on the page.
    pub place: Affine,
}

/// Glyphs of one face, size and colour on one baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct TextRun {
    /// The face the glyph ids belong to.
    pub face: Face,
    /// Type size in points.
    pub size_pt: f32,
    /// Colour.
    pub token: Token,
    /// Left end of the baseline on the page.
    pub origin: Point,
    /// The text these glyphs show.
    pub text: String,
    /// The glyphs, left to right.
    pub glyphs: Vec<Glyph>,
}

/// One shape of a font in a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// Index in the font.
    pub id: u32,
    /// How far the next glyph stands to the right, in points.
    pub advance_pt: f32,
    /// Shift of this glyph alone, right and down, in points.
    pub shift_pt: Vec2,
    /// The bytes of the run's text that it shows.
    pub text: Range<usize>,
}

impl Block {
    /// A block without children.
    pub fn leaf(role: Role, bounds: Rect, pieces: Vec<Piece>) -> Self {
        Self { role, bounds, pieces, children: Vec::new() }
    }

    /// Moves the block and everything in it.
    pub fn shift(&mut self, by: Vec2) {
        self.bounds = self.bounds + by;
        for piece in &mut self.pieces {
            match piece {
                Piece::Text(run) => run.origin += by,
                Piece::Art(art) => art.place = art.place.then_translate(by),
            }
        }
        for child in &mut self.children {
            child.shift(by);
        }
    }

    /// The text in it, runs joined as they are read.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.walk(&mut |block| {
            for piece in &block.pieces {
                if let Piece::Text(run) = piece {
                    text.push_str(&run.text);
                }
            }
        });
        text.trim_end().to_owned()
    }

    /// Calls `visit` for this block and every block inside it, in reading order.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Block)) {
        visit(self);
        for child in &self.children {
            child.walk(visit);
        }
    }
}

impl TextRun {
    /// Width from the origin to the end of the last glyph, in points.
    pub fn width_pt(&self) -> f64 {
        self.glyphs.iter().map(|glyph| f64::from(glyph.advance_pt)).sum()
    }
}
