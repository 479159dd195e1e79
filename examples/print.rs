//! Prints a PDF by the program's own ways, and says how it went: for trying them against a real print system.
//!
//! `cargo run --example print` says what can print here. `-- FILE.pdf dialog` shows the desktop's dialog,
//! `-- FILE.pdf NAME [COPIES]` sends the file to a printer of the list.

use gentleback::platform::print;
use gentleback::sheet::{Ink, Job, Paper, Through};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    println!("ways: {:?}", print::look(Box::new(|| {})).recv());
    println!("list: {:?}", print::list(Box::new(|| {})).recv());
    let [file, to, rest @ ..] = arguments.as_slice() else { return };
    let pdf = std::fs::read(file).expect("a PDF file");
    let copies = rest.first().and_then(|copies| copies.parse().ok()).unwrap_or(1);
    let through = if to == "dialog" { Through::Dialog } else { Through::Printer { name: to.clone(), copies } };
    let job = Job { pdf, title: "Gentleback page".to_owned(), paper: Paper::A4, ink: Ink::Colour, through };
    println!("went: {:?}", print::print(job, Box::new(|| {})).recv());
}
