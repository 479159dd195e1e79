//! Prints every sentence that the program can say aloud, one a line: what `tools/record-voice` records. In English, or in
//! the language that is named.

use gentleback::{app::Book, content};

fn main() -> Result<(), String> {
    let language = std::env::args().nth(1).unwrap_or_else(|| content::FALLBACK.to_owned());
    let (book, problems) = Book::read(&content::embedded(), &language);
    for problem in &problems {
        eprintln!("{problem}");
    }
    let book = book.ok_or("the content can not be read")?;
    for line in book.spoken_lines() {
        println!("{line}");
    }
    Ok(())
}
