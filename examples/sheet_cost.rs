//! What the sheet costs: `cargo run --release --example sheet_cost`.
//!
//! From words and poses as text to the bytes of the PDF, by its parts: the first time in a process (cold), then the
//! median of many (warm: words and figures are read and the layouter has set them before, as in the window).

use std::time::{Duration, Instant};

use gentleback::app::{SheetRequest, sheet_document, sheet_facts};
use gentleback::content::embedded;
use gentleback::figure::Library;
use gentleback::session::Protocol;
use gentleback::settings::Settings;
use gentleback::sheet::{Ink, Layouter, Options, Own, Paper, PrintPalettes, SheetWords, TextSize, Weeks, to_pdf, to_pixels};
use jiff::civil::date;

const TIMES: usize = 200;

fn main() {
    let (start, mut steps) = (Instant::now(), Vec::new());
    let mut step = |name: &'static str| steps.push((name, start.elapsed()));
    let files = embedded();
    step("texts in hand");
    let words = SheetWords::read(&files, "en").expect("the words");
    step("words");
    let protocol = Protocol::read(&files).expect("the numbers");
    step("numbers");
    let (library, _) = Library::load(&files);
    step("figures");
    let palettes = PrintPalettes::shipped().expect("the palettes");
    step("palettes");
    let facts =
        sheet_facts(protocol.session.numbers(), &Settings::default(), Own::default(), Weeks::default(), date(2026, 11, 22));
    let request = SheetRequest { options: Options::default(), facts };
    let layouter = Layouter::default();
    let document = sheet_document(&layouter, &words, &library, &request).expect("fits");
    step("laid out");
    let pdf = to_pdf(&document, palettes.of(Ink::Colour)).expect("written");
    step("PDF");
    let mut before = Duration::ZERO;
    for (name, at) in steps {
        println!("cold {name}: {:.2?}", at - before);
        before = at;
    }
    println!("cold in all: {before:.2?}, {} bytes", pdf.len());
    for paper in [Paper::A4, Paper::Letter] {
        for text in [TextSize::Standard, TextSize::Large] {
            let request = SheetRequest { options: Options { paper, text, ..Options::default() }, facts: request.facts.clone() };
            let laid = median(|| sheet_document(&layouter, &words, &library, &request).expect("fits"));
            let document = sheet_document(&layouter, &words, &library, &request).expect("fits");
            let written = median(|| to_pdf(&document, palettes.of(Ink::Colour)).expect("written"));
            let size = to_pdf(&document, palettes.of(Ink::Colour)).expect("written").len();
            println!("warm {paper:?} {text:?}: laid out {laid:.2?} + PDF {written:.2?} = {:.2?}, {size} bytes", laid + written);
        }
    }
    for dpi in [150, 300] {
        let start = Instant::now();
        to_pixels(&document.pages[0], palettes.of(Ink::Colour), dpi).expect("painted");
        println!("pixels at {dpi} dpi: {:.2?}", start.elapsed());
    }
}

fn median<T>(work: impl Fn() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..TIMES)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(work());
            start.elapsed()
        })
        .collect();
    times.sort();
    times[TIMES / 2]
}
