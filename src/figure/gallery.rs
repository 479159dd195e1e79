//! Every scene as pictures, to be looked at: single, as strips of a movement, and all on one contact sheet.
//!
//! For those who write poses. It makes pixels and SVG text; whoever calls it encodes and saves them.

use super::{Library, Still};
use crate::drawing::{
    Palette, Token,
    raster::{self, Raster},
    svg,
};

/// Longest edge of a single picture, in pixels.
const EDGE_PX: f64 = 900.0;
/// One cell of a sheet or a strip, in pixels.
const CELL_PX: (u32, u32) = (380, 300);
/// Cells in a row of the contact sheet.
const COLUMNS: u32 = 4;
/// Moments of a strip.
const MOMENTS: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];

/// A file to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Its name without the ending.
    pub name: String,
    /// What is in it.
    pub form: Form,
}

/// Pixels or text.
#[derive(Debug, Clone, PartialEq)]
pub enum Form {
    /// For a PNG.
    Pixels(Raster),
    /// SVG text.
    Svg(String),
}

/// All pictures of a theme: each scene as pixels and as SVG, strips of those that move, and the contact sheet.
pub fn pictures(library: &Library, palette: &Palette, theme: &str) -> Vec<Picture> {
    let mut out = Vec::new();
    let mut cells = Vec::new();
    for id in library.scene_ids() {
        let Some(still) = library.still(id) else { continue };
        let name = format!("{theme}-{id}");
        let longest = still.drawing.size.max_side().max(1.0);
        if let Some(pixels) = raster::to_pixmap(&still.drawing, palette, EDGE_PX / longest, Some(Token::Stage)) {
            out.push(Picture { name: name.clone(), form: Form::Pixels(pixels) });
        }
        out.push(Picture { name: name.clone(), form: Form::Svg(svg::to_svg(&still.drawing, palette, id, id)) });
        cells.extend(cell(&still, palette));
        if library.clip_secs(id).is_some() {
            let frames = MOMENTS.iter().filter_map(|&moment| library.frame(id, moment));
            let strip: Vec<Raster> = frames.filter_map(|still| cell(&still, palette)).collect();
            out.push(Picture { name: format!("{name}-strip"), form: Form::Pixels(sheet(&strip, MOMENTS.len() as u32)) });
        }
    }
    out.push(Picture { name: format!("{theme}-contact-sheet"), form: Form::Pixels(sheet(&cells, COLUMNS)) });
    out
}

/// A still, fitted into a cell.
fn cell(still: &Still, palette: &Palette) -> Option<Raster> {
    let size = still.drawing.size;
    let scale = (f64::from(CELL_PX.0 - 10) / size.width).min(f64::from(CELL_PX.1 - 10) / size.height);
    raster::to_pixmap(&still.drawing, palette, scale, Some(Token::Stage))
}

/// Pictures side by side and below each other, on grey.
fn sheet(cells: &[Raster], columns: u32) -> Raster {
    let rows = u32::try_from(cells.len()).unwrap_or(0).div_ceil(columns);
    let (width, height) = (CELL_PX.0 * columns, CELL_PX.1 * rows);
    let grey = [128, 128, 128, 255];
    let mut rgba = grey.repeat((width * height) as usize);
    for (index, picture) in (0_u32..).zip(cells) {
        let left = index % columns * CELL_PX.0 + (CELL_PX.0 - picture.width) / 2;
        let top = index / columns * CELL_PX.1 + (CELL_PX.1 - picture.height) / 2;
        for (row, pixels) in (0_u32..).zip(picture.rgba.chunks_exact((picture.width * 4) as usize)) {
            let start = (((top + row) * width + left) * 4) as usize;
            if let Some(line) = rgba.get_mut(start..start + pixels.len()) {
                line.copy_from_slice(pixels);
            }
        }
    }
    Raster { width, height, rgba }
}
