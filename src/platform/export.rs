//! A laid-out document as files: one PDF, or a PNG for each page.
//!
//! Not the layout and not the PDF writer. Invariant: a picture made for a number of dots per inch knows it, and prints as
//! large as the page it was made from.

use std::path::Path;

use png::{BitDepth, ColorType, Encoder, EncodingError, PixelDimensions, Unit};

use super::store::{self, StoreError};
use crate::{
    drawing::Palette,
    sheet::{Document, to_pdf, to_pixels},
};

/// What a page is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One file.
    Pdf,
    /// One file a page, in dots per inch; 36 to 600.
    Picture(u32),
}

/// A document's files, the first page's first.
///
/// # Errors
/// What kept one of them from being made, for a person who writes content.
pub fn files(document: &Document, palette: &Palette, form: Form) -> Result<Vec<Vec<u8>>, String> {
    match form {
        Form::Pdf => to_pdf(document, palette).map(|pdf| vec![pdf]).map_err(|error| error.to_string()),
        Form::Picture(dpi) => document
            .pages
            .iter()
            .map(|page| {
                let pixels = to_pixels(page, palette, dpi).map_err(|error| error.to_string())?;
                png(pixels.width, pixels.height, &pixels.rgba, dpi).map_err(|error| error.to_string())
            })
            .collect(),
    }
}

/// Writes the first file where it was asked for, and further pages beside it under names that nothing has yet.
///
/// # Errors
/// What the system said.
pub fn write_all(path: &Path, files: &[Vec<u8>]) -> Result<(), StoreError> {
    for (index, file) in files.iter().enumerate() {
        let path = if index == 0 { path.to_owned() } else { store::unused(path) };
        store::write_export(&path, file)?;
    }
    Ok(())
}

/// Opaque RGBA pixels, row by row, as a PNG of this resolution.
///
/// Fails when the pixels are not as many as the size says.
fn png(width: u32, height: u32, rgba: &[u8], dpi: u32) -> Result<Vec<u8>, EncodingError> {
    let rgb: Vec<u8> = rgba.chunks_exact(4).flat_map(|pixel| pixel.iter().take(3).copied()).collect();
    let per_metre = (dpi * 10_000).div_ceil(254);
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, width, height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: per_metre, yppu: per_metre, unit: Unit::Meter }));
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&rgb)?;
    writer.finish()?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_knows_its_size_on_paper() {
        let file = png(2, 1, &[1, 2, 3, 255, 4, 5, 6, 255], 300).expect("written");
        let decoder = png::Decoder::new(std::io::Cursor::new(&file));
        let reader = decoder.read_info().expect("a PNG");
        let dims = reader.info().pixel_dims.expect("its size");
        assert_eq!((dims.xppu, dims.unit), (11_812, Unit::Meter)); // 300 dpi is 11811.02 to the metre
        assert!(png(2, 2, &[0; 4], 300).is_err());
    }
}
