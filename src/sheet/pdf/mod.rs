//! A document as PDF bytes: tagged, with selectable text and vector figures.
//!
//! Reads a [`Document`] and decides nothing about how it looks. The file claims PDF/UA-1 (accessibility) and
//! PDF/A-2a (archiving) when the writer's own checks let it.
//!
//! Invariant: a document that was laid out is always written; a claim that does not hold is dropped, not the file.

mod opaque;
mod paint;
mod tags;

use krilla::SerializeSettings;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder, PdfVersion};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::TagTree;

use self::paint::Brush;
use super::error::SheetError;
use super::page::{Document, Role};
use super::paths::single;
use crate::drawing::Palette;

/// Which standards a file says it keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// PDF/UA-1 and PDF/A-2a.
    AccessibleAndArchival,
    /// PDF/UA-1.
    Accessible,
    /// None; it is tagged all the same.
    Nothing,
}

/// A written file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// What it says of itself.
    pub claim: Claim,
    /// Why a stronger claim was dropped, for the log.
    pub refusals: Vec<String>,
}

/// Writes the document in these colours.
///
/// # Errors
/// When a bundled font is unreadable or the writer fails without any claim, which no known document does.
pub fn to_pdf(document: &Document, palette: &Palette) -> Result<Vec<u8>, SheetError> {
    to_pdf_with_claim(document, palette).map(|pdf| pdf.bytes)
}

/// Writes the document and says which claim it makes.
///
/// # Errors
/// As [`to_pdf`].
pub fn to_pdf_with_claim(document: &Document, palette: &Palette) -> Result<Pdf, SheetError> {
    let mut refusals = Vec::new();
    for claim in [Claim::AccessibleAndArchival, Claim::Accessible, Claim::Nothing] {
        match write(document, palette, claim) {
            Ok(bytes) => return Ok(Pdf { bytes, claim, refusals }),
            Err(SheetError::Pdf(why)) => refusals.push(why),
            Err(other) => return Err(other),
        }
    }
    Err(SheetError::Pdf(refusals.pop().unwrap_or_default()))
}

fn write(document: &Document, palette: &Palette, claim: Claim) -> Result<Vec<u8>, SheetError> {
    let mut pdf = krilla::Document::new_with(settings(claim)?);
    let brush = Brush::new(palette)?;
    let mut tree = TagTree::new().with_lang(Some(document.language.clone()));
    for (index, page) in document.pages.iter().enumerate() {
        let size = PageSettings::from_wh(single(page.size.width), single(page.size.height));
        let settings = size.ok_or_else(|| SheetError::Pdf("a page without extent".to_owned()))?;
        let mut sheet = pdf.start_page_with(settings);
        let mut surface = sheet.surface();
        for block in &page.blocks {
            if let Some(node) = tags::write(&mut surface, &brush, block, index) {
                tree.push(node);
            }
        }
        surface.finish();
        sheet.finish();
    }
    pdf.set_tag_tree(tree);
    pdf.set_outline(outline(document));
    pdf.set_metadata(metadata(document));
    pdf.finish().map_err(|error| SheetError::Pdf(format!("{error:?}")))
}

fn settings(claim: Claim) -> Result<SerializeSettings, SheetError> {
    let builder = match claim {
        Claim::AccessibleAndArchival => {
            ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).with_archival_validator(Archival::A2_A)
        }
        Claim::Accessible => ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1),
        Claim::Nothing => ConfigurationBuilder::new(),
    };
    let configuration =
        builder.with_version(PdfVersion::Pdf17).finish().map_err(|error| SheetError::Pdf(format!("{error:?}")))?;
    Ok(SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() })
}

fn metadata(document: &Document) -> Metadata {
    let date = document.date;
    let year = u16::try_from(date.year()).unwrap_or_default();
    let month = u8::try_from(date.month()).unwrap_or(1);
    let day = u8::try_from(date.day()).unwrap_or(1);
    Metadata::new()
        .title(document.title.clone())
        .language(document.language.clone())
        .creator("Gentleback".to_owned())
        .creation_date(DateTime::new(year).month(month).day(day))
}

/// The headings as a table of contents, which viewers show beside the page.
fn outline(document: &Document) -> Outline {
    let mut outline = Outline::new();
    for (index, page) in document.pages.iter().enumerate() {
        for block in &page.blocks {
            block.walk(&mut |block| {
                if let Role::Heading(_) = block.role {
                    let at = Point::from_xy(single(block.bounds.x0), single(block.bounds.y0));
                    outline.push_child(OutlineNode::new(block.text(), XyzDestination::new(index, at)));
                }
            });
        }
    }
    outline
}
