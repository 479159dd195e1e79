//! Prints every sentence that the program can say aloud, one a line: what `tools/record-voice` records.

use gentleback::{app::Book, content};

fn main() -> Result<(), String> {
    let (book, problems) = Book::read(&content::embedded(), "en");
    for problem in &problems {
        eprintln!("{problem}");
    }
    let book = book.ok_or("the content can not be read")?;
    for line in book.spoken_lines() {
        println!("{line}");
    }
    Ok(())
}
