//! A language that nobody speaks: the shipped texts with every word 40 % longer, as German or Finnish are.
//!
//! Not a translation: order and meaning stay, so that a fault can be told in the words of the original. Invariant:
//! places for values (`{n}`), ids, names of scenes and `**` are left alone, and the figures are the same.

use std::sync::{Arc, LazyLock};

use gentleback::app::Book;
use gentleback::content;
use gentleback::source::Files;

/// Its name. Only in English are the facts looked for by their words.
const LANGUAGE: &str = "longer";

/// How much is added to a word of this many letters: 40 %, and never less than one letter.
fn added(letters: usize) -> usize {
    (letters * 2).div_ceil(5)
}

/// Fields whose strings no person reads.
fn is_read(field: &str) -> bool {
    !matches!(field, "id" | "scene" | "anchor" | "facts" | "by" | "see" | "sign" | "In") && !field.ends_with("_scenes")
}

/// The shipped book in that language.
pub static LONGER: LazyLock<Arc<Book>> = LazyLock::new(|| {
    let mut files = Files::default();
    for (path, text) in content::embedded().under("") {
        match path.strip_prefix("en/") {
            Some(name) => files.insert(format!("{LANGUAGE}/{name}"), lengthen_file(text)),
            None => files.insert(path, text.to_owned()),
        }
    }
    let (book, problems) = Book::read(&files, LANGUAGE);
    Arc::new(book.unwrap_or_else(|| panic!("the longer texts can not be read: {problems:?}")))
});

/// Makes every word of a text longer by letters of its own. What is a number (`N3`, `F11`) is no word.
pub fn lengthen(text: &str) -> String {
    if text.contains(|letter: char| letter.is_ascii_digit()) && !text.contains(|letter: char| letter.is_lowercase()) {
        return text.to_owned();
    }
    by_word(text, |word| {
        let letters: Vec<char> = word.chars().collect();
        let more = letters.iter().skip(1).chain(&letters).cycle().take(added(letters.len()));
        letters.iter().copied().chain(more.flat_map(|letter| letter.to_lowercase())).collect()
    })
}

/// The original of a text that was made longer, word by word; what was not made longer stays as it is.
pub fn original(text: &str) -> String {
    by_word(text, |word| {
        let letters = word.chars().count();
        let before = (1..=letters).find(|&count| count + added(count) == letters).unwrap_or(letters);
        let short: String = word.chars().take(before).collect();
        if lengthen(&short) == word { short } else { word.to_owned() }
    })
}

/// Changes each run of letters that is not inside braces, and not the target of a link.
fn by_word(text: &str, change: impl Fn(&str) -> String) -> String {
    let (mut out, mut word, mut braces, mut escaped, mut target) = (String::new(), String::new(), 0, false, false);
    for letter in text.chars().chain(['\0']) {
        target = (target && letter != ')') || (letter == '(' && out.ends_with(']') && word.is_empty());
        if letter.is_alphabetic() && braces == 0 && !escaped && !target {
            word.push(letter);
            continue;
        }
        if !word.is_empty() {
            out.push_str(&change(&word));
            word.clear();
        }
        braces += i32::from(letter == '{') - i32::from(letter == '}');
        escaped = letter == '\\';
        out.push(letter);
    }
    out.pop();
    out
}

/// Makes the texts of a RON file longer: every string but those of fields that nobody reads.
fn lengthen_file(text: &str) -> String {
    // One entry for each bracket that is open: the field that the strings right inside it belong to.
    let mut fields = vec![String::new()];
    let (mut out, mut name) = (String::new(), String::new());
    let mut chars = text.chars().peekable();
    while let Some(letter) = chars.next() {
        match letter {
            '/' if chars.peek() == Some(&'/') => {
                chars.by_ref().take_while(|&letter| letter != '\n').for_each(drop);
                out.push('\n');
                continue;
            }
            '"' => {
                let mut string = String::new();
                while let Some(letter) = chars.next().filter(|&letter| letter != '"') {
                    string.push(letter);
                    if letter == '\\' {
                        string.extend(chars.next());
                    }
                }
                let read = fields.last().is_none_or(|field| is_read(field));
                out.push_str(&format!("\"{}\"", if read { lengthen(&string) } else { string }));
                continue;
            }
            ':' => *fields.last_mut().expect("a bracket is open") = std::mem::take(&mut name),
            '[' => fields.push(fields.last().cloned().unwrap_or_default()),
            // A variant's name stands right before its bracket: `Heading("Walk")`.
            '(' | '{' => fields.push(std::mem::take(&mut name)),
            ')' | ']' | '}' => drop(fields.pop()),
            _ => {}
        }
        if letter.is_alphanumeric() || letter == '_' {
            name.push(letter);
        } else {
            name.clear();
        }
        out.push(letter);
    }
    out
}

#[test]
fn every_word_that_is_read_grows_and_nothing_else_does() {
    assert_eq!(lengthen("Step {n} of **tall**, N3"), "Stepte {n} off **tallal**, Nn3");
    assert_eq!(lengthen("N17"), "N17");
    assert_eq!(lengthen("the [wall](position:Wall) here"), "thehe [wallal](position:Wall) hereer");
    assert_eq!(original(&lengthen("On your back, {n} of 4")), "On your back, {n} of 4");
    assert_eq!(original("Wed 4 March"), "Wed 4 March", "what was not made longer is not cut");
    let file = "[(id: \"Walk\", text: \"Walk\", facts: [\"A-1\", \"B\"], paper: In(\"walk\")), Heading(\"Walk\")] // \"x\"\n";
    let wanted = "[(id: \"Walk\", text: \"Walkal\", facts: [\"A-1\", \"B\"], paper: In(\"walk\")), Heading(\"Walkal\")] \n";
    assert_eq!(lengthen_file(file), wanted);
}

#[test]
fn the_longer_book_is_whole_and_has_the_same_figures() {
    let (short, _) = Book::read(&content::embedded(), "en");
    let short = short.expect("the shipped book");
    assert_eq!(LONGER.guide.figures().len(), short.guide.figures().len());
    for (longer, figure) in LONGER.guide.figures().into_iter().zip(short.guide.figures()) {
        assert_eq!((&longer.scene, &longer.caption), (&figure.scene, &lengthen(&figure.caption)));
    }
    let (long, short) = (LONGER.guide.said().len(), short.guide.said().len());
    assert_eq!(long, short);
}
