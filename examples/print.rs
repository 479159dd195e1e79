//! Prints a PDF by the program's own ways, and says how it went: for trying them against a real print system.
//!
//! `cargo run --example print` says what can print here. `-- FILE.pdf dialog` shows the desktop's dialog,
//! `-- FILE.pdf NAME [COPIES]` sends the file to a printer of the list.

use std::sync::mpsc;

use gentleback::platform::print;
use gentleback::platform::reply::Reply;
use gentleback::sheet::{Ink, Job, Paper, Through};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    println!("ways: {:?}", answer(print::look));
    println!("list: {:?}", answer(print::list));
    let [file, to, rest @ ..] = arguments.as_slice() else { return };
    let pdf = std::fs::read(file).expect("a PDF file");
    let copies = rest.first().and_then(|copies| copies.parse().ok()).unwrap_or(1);
    let through = if to == "dialog" { Through::Dialog } else { Through::Printer { name: to.clone(), copies } };
    let job = Job { pdf, title: "Gentleback page".to_owned(), paper: Paper::A4, ink: Ink::Colour, through };
    println!("went: {:?}", answer(|reply| print::print(job, reply)));
}

/// Asks, and waits for the answer.
fn answer<T: Send + 'static>(ask: impl FnOnce(Reply<T>)) -> Option<T> {
    let (sender, answers) = mpsc::channel();
    ask(Reply::new(move |answer| sender.send(answer).unwrap_or_default()));
    answers.recv().ok().flatten()
}
