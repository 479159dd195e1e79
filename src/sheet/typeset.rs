//! Words into placed glyphs, by parley, with our own faces only.
//!
//! Not page layout: it sets one paragraph into one width. System fonts are never asked, so the result is the
//! same on every machine.
//!
//! Invariant: a paragraph that was set lies within its width; a word that does not is an error.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use kurbo::{Point, Rect, Size, Vec2};
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::{
    Alignment, AlignmentOptions, FontContext, FontFamily, FontWeight, Layout, LayoutContext, Line, LineHeight, OverflowWrap,
    StyleProperty,
};

use super::clean::Cleaner;
use super::density::{Density, Style};
use super::error::SheetError;
use super::fonts::Face;
use super::options::TextSize;
use super::page::{Block, Glyph, Piece, Role, TextRun};
use super::part::Part;
use super::paths::single;
use crate::drawing::Token;

/// The name our faces go by inside parley; no system font can answer to it.
const FAMILY: &str = "gentleback-sheet";
/// What stands in for it where it lacks a letter.
const OTHER: &str = "gentleback-other";
/// Both, the first one first, as parley reads them.
const FAMILIES: &str = "gentleback-sheet, gentleback-other";

/// How far a line may stick out before it counts: rounding, not ink.
const SLACK_PT: f64 = 0.05;

/// Some words in one style.
#[derive(Debug, Clone)]
pub(super) struct Span<'a> {
    text: &'a str,
    style: Style,
    token: Option<Token>,
}

impl<'a> Span<'a> {
    pub(super) fn new(style: Style, text: &'a str) -> Self {
        Self { text, style, token: None }
    }

    /// The same words in another colour.
    pub(super) fn coloured(mut self, token: Token) -> Self {
        self.token = Some(token);
        self
    }
}

/// Sets paragraphs, and remembers what had to be left out.
pub(super) struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<usize>,
    /// Which blob of parley's is which face.
    faces: Vec<(u64, Face)>,
    cleaner: Cleaner,
    /// Paragraphs shaped at full size. A page is tried at many densities and widths; shaping is the expensive part, and
    /// without hinting a paragraph at a smaller size is the same paragraph in a wider column, scaled.
    shaped: HashMap<Words, Shaped>,
    /// Only sizes are wanted: a page is measured at many densities and placed at one, and placing is the dearer half.
    pub(super) measuring: bool,
    /// Characters of this page that no face has.
    pub(super) dropped: BTreeSet<char>,
}

/// What a shaped paragraph is known by: its print size, and its spans with whether their words may be broken.
type Words = (TextSize, Vec<(Style, bool, String)>);

/// A paragraph before its lines are broken.
struct Shaped {
    text: String,
    layout: Layout<usize>,
    /// Columns it was set in before, without an overflow, and how tall it was: width and height at full size. A page is
    /// tried many times in the same few columns.
    heights: Vec<(f32, f64)>,
    /// What no face has of it, so that it is told again when the paragraph is set again.
    dropped: BTreeSet<char>,
}

/// How many paragraphs are kept from page to page: several pages' worth, while every letter that a person adds to a
/// note makes another.
const KEPT_PARAGRAPHS: usize = 1_000;

impl Typesetter {
    /// Loads the bundled faces.
    pub(super) fn new() -> Result<Self, SheetError> {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let mut faces = Vec::new();
        for face in Face::ALL {
            let blob = Blob::new(Arc::new(face.bytes()));
            faces.push((blob.id(), face));
            let named = FontInfoOverride {
                family_name: Some(if face == Face::Other { OTHER } else { FAMILY }),
                weight: Some(FontWeight::new(face.weight())),
                ..FontInfoOverride::default()
            };
            if collection.register_fonts(blob, Some(named)).is_empty() {
                return Err(SheetError::Font(face.name()));
            }
        }
        Ok(Self {
            fonts: FontContext { collection, source_cache: SourceCache::default() },
            layouts: LayoutContext::new(),
            faces,
            cleaner: Cleaner::new()?,
            shaped: HashMap::new(),
            measuring: true,
            dropped: BTreeSet::new(),
        })
    }

    /// Sets spans, joined by spaces, as one paragraph of this width.
    pub(super) fn set(
        &mut self,
        density: Density,
        role: Role,
        spans: &[Span<'_>],
        width: f64,
        align: Alignment,
    ) -> Result<Part, SheetError> {
        let words = spans.iter().map(|span| (span.style, density.breaks(span.style), span.text.to_owned()));
        let key: Words = (density.text(), words.collect());
        let mut shaped = match self.shaped.remove(&key) {
            Some(shaped) => shaped,
            None => self.shape(density, spans),
        };
        let scale = density.scale();
        let column = single(width / scale);
        let known = shaped.heights.iter().find(|(known, _)| *known == column).map(|(_, height)| *height);
        let part = match known {
            Some(height) if self.measuring => Ok(Part::of(empty(role, width, height * scale))),
            _ => {
                shaped.layout.break_all_lines(Some(column));
                shaped.layout.align(align, AlignmentOptions::default());
                self.place(density, role, spans, width, &shaped)
            }
        };
        if known.is_none() && part.is_ok() {
            shaped.heights.push((column, f64::from(shaped.layout.height())));
        }
        self.dropped.extend(&shaped.dropped);
        self.shaped.insert(key, shaped);
        part
    }

    /// Makes ready for a page: nothing is dropped yet, and what is kept of earlier pages stays small.
    pub(super) fn begin(&mut self) {
        self.dropped.clear();
        if self.shaped.len() > KEPT_PARAGRAPHS {
            self.shaped.clear();
        }
    }

    /// Cleans and shapes a paragraph at full size.
    fn shape(&mut self, density: Density, spans: &[Span<'_>]) -> Shaped {
        let (mut text, mut dropped) = (String::new(), BTreeSet::new());
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for span in spans {
            let clean = self.cleaner.clean(span.text, &mut dropped);
            let start = text.len();
            if !text.is_empty() && !clean.is_empty() {
                text.push(' ');
            }
            text.push_str(&clean);
            ranges.push(start..text.len());
        }
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, &text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::from(FAMILIES)));
        if let Some(first) = spans.first() {
            builder.push_default(StyleProperty::FontSize(single(density.full_size_pt(first.style))));
        }
        for (index, (span, range)) in spans.iter().zip(ranges).enumerate() {
            let size = single(density.full_size_pt(span.style));
            builder.push(StyleProperty::Brush(index), range.clone());
            builder.push(StyleProperty::FontSize(size), range.clone());
            builder.push(StyleProperty::FontWeight(FontWeight::new(density.face(span.style).weight())), range.clone());
            builder.push(StyleProperty::LineHeight(LineHeight::FontSizeRelative(density.leading(span.style))), range.clone());
            if density.breaks(span.style) {
                builder.push(StyleProperty::OverflowWrap(OverflowWrap::BreakWord), range.clone());
            }
            if span.style == Style::Title {
                builder.push(StyleProperty::LetterSpacing(-0.016 * size), range); // screens.md 3: -0.6 px at 37 px
            }
        }
        let layout = builder.build(&text);
        Shaped { text, layout, heights: Vec::new(), dropped }
    }

    /// The broken lines as a block, or the first that sticks out.
    fn place(
        &self,
        density: Density,
        role: Role,
        spans: &[Span<'_>],
        width: f64,
        Shaped { text, layout, .. }: &Shaped,
    ) -> Result<Part, SheetError> {
        let scale = density.scale();
        let mut block = empty(role, width, f64::from(layout.height()) * scale);
        for line in layout.lines() {
            let metrics = line.metrics();
            let inked = f64::from(metrics.advance - metrics.hanging_advance) * scale;
            if inked > width + SLACK_PT {
                let text = text.get(line.text_range()).unwrap_or_default().trim().to_owned();
                return Err(SheetError::TooWide { text, over_pt: inked - width });
            }
            if !self.measuring {
                self.line_runs(density, spans, text, &line, &mut block.pieces);
            }
        }
        Ok(Part::of(block))
    }

    /// Adds the runs of one line. Clusters are walked rather than glyphs, to know which text each glyph shows.
    fn line_runs(&self, density: Density, spans: &[Span<'_>], text: &str, line: &Line<'_, usize>, pieces: &mut Vec<Piece>) {
        let metrics = line.metrics();
        let scale = density.scale();
        let scaled = |length: f32| f64::from(length) * scale;
        let mut x = scaled(metrics.offset);
        for run in line.runs() {
            let blob = run.font().data.id();
            let face = self.faces.iter().find(|(id, _)| *id == blob).map_or(Face::Regular, |(_, face)| *face);
            let mut current: Option<(usize, TextRun)> = None; // its span, and the run so far
            for cluster in run.visual_clusters() {
                let (range, span) = (cluster.text_range(), cluster.style().brush);
                if current.as_ref().is_none_or(|(of, _)| *of != span) {
                    pieces.extend(current.take().map(|(_, run)| finished(run, text)));
                    let token =
                        spans.get(span).map_or(Token::Ink, |span| span.token.unwrap_or_else(|| density.token(span.style)));
                    let origin = Point::new(x, scaled(metrics.baseline));
                    let size_pt = single(scaled(run.font_size()));
                    current = Some((span, TextRun { face, size_pt, token, origin, text: String::new(), glyphs: Vec::new() }));
                }
                let Some((_, placed)) = current.as_mut() else { continue };
                if cluster.is_ligature_continuation() {
                    // A ligature's first glyph stands for all its letters, or they are lost when text is copied.
                    if let Some(glyph) = placed.glyphs.last_mut() {
                        glyph.text = glyph.text.start.min(range.start)..glyph.text.end.max(range.end);
                    }
                    continue;
                }
                for glyph in cluster.glyphs() {
                    let advance = scaled(glyph.advance);
                    let shift_pt = Vec2::new(scaled(glyph.x), scaled(glyph.y));
                    placed.glyphs.push(Glyph { id: glyph.id, advance_pt: single(advance), shift_pt, text: range.clone() });
                    x += advance;
                }
            }
            pieces.extend(current.take().map(|(_, run)| finished(run, text)));
        }
    }
}

/// A block for a paragraph, before anything is painted in it.
fn empty(role: Role, width: f64, height: f64) -> Block {
    Block::leaf(role, Rect::from_origin_size(Point::ZERO, Size::new(width, height)), Vec::new())
}

/// Gives a run its own text: the glyphs' ranges pointed into the whole paragraph until here.
fn finished(mut run: TextRun, paragraph: &str) -> Piece {
    let start = run.glyphs.iter().map(|glyph| glyph.text.start).min().unwrap_or(0);
    let end = run.glyphs.iter().map(|glyph| glyph.text.end).max().unwrap_or(0);
    paragraph.get(start..end).unwrap_or_default().clone_into(&mut run.text);
    for glyph in &mut run.glyphs {
        glyph.text = glyph.text.start - start..glyph.text.end - start;
    }
    Piece::Text(run)
}
