//! Writes the summary sheet of the shipped words: `cargo run --example sheet -- OUT.pdf [letter] [large] [bw] [png]`.

use std::error::Error;

use gentleback::drawing::Palette;
use gentleback::figure::Library;
use gentleback::sheet::{self, Ink, Options, Paper, RoundNumbers, SheetWords, TextSize};
use gentleback::source::Files;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let asked = |word: &str| arguments.iter().any(|argument| argument == word);
    let out = arguments.first().ok_or("name the file to write")?;
    let mut files = Files::default();
    files.insert("en/sheet.ron", include_str!("../content/en/sheet.ron"));
    files.insert("figures/poses.ron", include_str!("../content/figures/poses.ron"));
    files.insert("figures/scenes.ron", include_str!("../content/figures/scenes.ron"));
    let (library, problems) = Library::load(&files);
    for problem in problems {
        println!("{problem}");
    }
    let figure = |scene: &str| library.still(scene).map(|still| still.drawing);
    let words = SheetWords::read(&files, "en")?;
    let options = Options {
        paper: if asked("letter") { Paper::Letter } else { Paper::A4 },
        text: if asked("large") { TextSize::Large } else { TextSize::Standard },
        ink: if asked("bw") { Ink::BlackAndWhite } else { Ink::Colour },
        ..Options::default()
    };
    let palette = Palette::from_ron(match options.ink {
        Ink::Colour => include_str!("../assets/theme/print.ron"),
        Ink::BlackAndWhite => include_str!("../assets/theme/print-bw.ron"),
    })?;
    let numbers = RoundNumbers { ramp_secs: 3, hold_secs: 5, release_secs: 4, breaths: 3, rounds: 3 };
    let document = sheet::summary_sheet(&words, &figure, Some(0), numbers, jiff::civil::date(2026, 11, 22), &options)?;
    if asked("png") {
        for (index, page) in document.pages.iter().enumerate() {
            let pixels = sheet::to_pixels(page, &palette, 150)?;
            let image = image::RgbaImage::from_raw(pixels.width, pixels.height, pixels.rgba).ok_or("pixels of another size")?;
            image.save(format!("{out}-{}.png", index + 1))?;
        }
    } else {
        let pdf = sheet::to_pdf_with_claim(&document, &palette)?;
        println!("{:?}, {} bytes", pdf.claim, pdf.bytes.len());
        std::fs::write(out, pdf.bytes)?;
    }
    Ok(())
}
