//! Writes every scene as PNG into a folder, and all of them on one sheet, in light and dark:
//! `cargo run --example contact_sheet -- DIR [SCENE..]`.
//!
//! For looking at figures while writing them; it reads `content/figures` as it stands on the disk. A scene that
//! moves also gets a strip of five moments.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use gentleback::drawing::raster::{self, Raster};
use gentleback::drawing::{Palette, Token};
use gentleback::figure::{Build, Hair, Library, Look, SkinTone, Still};
use gentleback::source::Files;

/// Longest edge of a single picture, in pixels.
const EDGE: f64 = 900.0;
/// One cell of the sheet and of a strip, in pixels, and the cells in a row.
const CELL: (u32, u32) = (380, 300);
const COLUMNS: u32 = 4;
/// Moments of a moving scene.
const FRAMES: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let out = arguments.next().ok_or("name a folder to write to")?;
    let out = Path::new(&out);
    let wanted: Vec<String> = arguments.collect();
    let (library, problems) = Library::load(&read_content()?);
    for problem in problems {
        eprintln!("{problem}");
    }
    fs::create_dir_all(out)?;
    let ids: Vec<&str> =
        library.scene_ids().filter(|id| wanted.is_empty() || wanted.iter().any(|name| id.starts_with(name.as_str()))).collect();
    for theme in ["light", "dark"] {
        let palette = Palette::from_ron(&fs::read_to_string(format!("assets/theme/{theme}.ron"))?)?;
        let mut cells = Vec::new();
        for id in &ids {
            let still = library.still(id).ok_or("a scene of the library has no picture")?;
            let scale = EDGE / still.drawing.size.max_side();
            let picture = raster::to_pixmap(&still.drawing, &palette, scale, Some(Token::Stage)).ok_or("no area")?;
            save(&picture, &out.join(format!("{theme}-{id}.png")))?;
            cells.push(cell(&still, &palette)?);
            if library.clip_secs(id).is_some() {
                let frames = FRAMES.iter().filter_map(|&phase| library.frame(id, phase));
                let strip = frames.map(|still| cell(&still, &palette)).collect::<Result<Vec<_>, _>>()?;
                save(&sheet(&strip, 5), &out.join(format!("{theme}-strip-{id}.png")))?;
            }
        }
        if wanted.is_empty() {
            save(&sheet(&looks(&library, &palette)?, 6), &out.join(format!("{theme}-looks.png")))?;
        }
        save(&sheet(&cells, COLUMNS), &out.join(format!("{theme}-sheet.png")))?;
    }
    Ok(())
}

/// Every skin tone, hair and build.
fn looks(library: &Library, palette: &Palette) -> Result<Vec<Raster>, Box<dyn Error>> {
    let tones = SkinTone::list_from_ron(&fs::read_to_string("assets/theme/skin.ron")?)?;
    let mut cells = Vec::new();
    for build in Build::ALL {
        for (index, tone) in tones.iter().enumerate() {
            let hair = *Hair::ALL.iter().cycle().nth(index).ok_or("no hair")?;
            let scene = ["hands-standing", "back-set-up"][index / 3];
            let still = library.still_as(scene, Look { build, hair }).ok_or("no picture")?;
            cells.push(cell(&still, &tone.on(palette.clone()))?);
        }
    }
    Ok(cells)
}

/// A still, fitted into a cell.
fn cell(still: &Still, palette: &Palette) -> Result<Raster, Box<dyn Error>> {
    let size = still.drawing.size;
    let scale = (f64::from(CELL.0 - 10) / size.width).min(f64::from(CELL.1 - 10) / size.height);
    Ok(raster::to_pixmap(&still.drawing, palette, scale, Some(Token::Stage)).ok_or("no area")?)
}

/// Pictures side by side and below each other.
fn sheet(cells: &[Raster], columns: u32) -> Raster {
    let rows = u32::try_from(cells.len()).unwrap_or(0).div_ceil(columns);
    let (width, height) = (CELL.0 * columns, CELL.1 * rows);
    let mut rgba = vec![128_u8; (width * height * 4) as usize];
    for (index, picture) in (0_u32..).zip(cells) {
        let left = index % columns * CELL.0 + (CELL.0 - picture.width) / 2;
        let top = index / columns * CELL.1 + (CELL.1 - picture.height) / 2;
        for (row, pixels) in (0_u32..).zip(picture.rgba.chunks_exact((picture.width * 4) as usize)) {
            let start = (((top + row) * width + left) * 4) as usize;
            if let Some(line) = rgba.get_mut(start..start + pixels.len()) {
                line.copy_from_slice(pixels);
            }
        }
    }
    Raster { width, height, rgba }
}

fn save(picture: &Raster, path: &Path) -> Result<(), image::ImageError> {
    image::save_buffer(path, &picture.straight_rgba(), picture.width, picture.height, image::ColorType::Rgba8)
}

fn read_content() -> Result<Files, Box<dyn Error>> {
    let mut files = Files::default();
    for entry in fs::read_dir("content/figures")? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).ok_or("a file name that is no text")?;
        files.insert(format!("figures/{name}"), fs::read_to_string(&path)?);
    }
    Ok(files)
}
