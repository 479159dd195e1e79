//! Just enough of Rust's lexical rules to tell code from comments, literals and tests.
//!
//! Not a parser: it blanks what is not code, keeping every line where it is, so that the rules can search the rest.

/// One source file, taken apart.
pub struct Source {
    /// Path from the repository's root, with `/`.
    pub path: String,
    /// The file as it is.
    pub text: String,
    /// The code that is shipped: comments, the insides of literals, and test items are spaces.
    pub code: String,
    /// The string literals of shipped code, with their lines.
    pub literals: Vec<(usize, String)>,
}

impl Source {
    /// Takes one file apart.
    pub fn new(path: &str, text: &str) -> Self {
        let (mut code, mut literals) = blank(text);
        // A file of tests is named by an item that is itself under cfg(test), in another file.
        let only_tests = path.ends_with("/tests.rs") || path.contains("/tests/") || path.contains("/test_");
        let tests = if only_tests { vec![(0, code.len())] } else { test_items(&code) };
        for (start, end) in tests {
            let (first, last) = (line_at(&code, start), line_at(&code, end));
            literals.retain(|(line, _)| !(first..=last).contains(line));
            code[start..end].iter_mut().filter(|c| **c != '\n').for_each(|c| *c = ' ');
        }
        Self { path: path.to_owned(), text: text.to_owned(), code: code.into_iter().collect(), literals }
    }

    /// The lines of shipped code that are not blank.
    pub fn code_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.code.lines().enumerate().map(|(index, line)| (index + 1, line)).filter(|(_, line)| !line.trim().is_empty())
    }

    /// The lines on which `word` stands as a whole identifier.
    pub fn lines_with_word(&self, word: &str) -> Vec<usize> {
        self.code_lines().filter(|(_, line)| has_word(line, word)).map(|(line, _)| line).collect()
    }
}

/// Whether `word` stands in `line` as a whole identifier, not as a lifetime. One that ends in `::` goes on as it likes.
pub fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        let goes_on = !word.ends_with("::") && after.is_some_and(is_name);
        !before.is_some_and(|c| is_name(c) || c == '\'') && !goes_on
    })
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn line_at(code: &[char], at: usize) -> usize {
    code[..at].iter().filter(|c| **c == '\n').count() + 1
}

/// The text with comments and the insides of literals blanked, and the string literals with their lines.
fn blank(text: &str) -> (Vec<char>, Vec<(usize, String)>) {
    let from: Vec<char> = text.chars().collect();
    let mut to = from.clone();
    let mut literals = Vec::new();
    let mut at = 0;
    while at < from.len() {
        let start = at;
        let rest = &from[at..];
        let named = at > 0 && is_name(from[at - 1]);
        if rest.starts_with(&['/', '/']) {
            at += rest.iter().position(|c| *c == '\n').unwrap_or(rest.len());
        } else if rest.starts_with(&['/', '*']) {
            at += block_comment(rest);
        } else if let Some((open, hashes)) = raw_string(rest).filter(|_| !named) {
            let close: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
            let inside = &rest[open..];
            let length = inside.windows(close.len()).position(|window| window == close).unwrap_or(inside.len());
            literals.push((line_at(&from, at), inside[..length].iter().collect()));
            at = (at + open + length + close.len()).min(from.len());
        } else if rest[0] == '"' {
            let length = until_unescaped(&rest[1..], '"');
            literals.push((line_at(&from, at), rest[1..=length].iter().collect()));
            at = (at + length + 2).min(from.len());
        } else if rest[0] == '\'' && is_char(rest) {
            at = (at + until_unescaped(&rest[1..], '\'') + 2).min(from.len());
        } else {
            at += 1;
            continue;
        }
        to[start..at].iter_mut().filter(|c| **c != '\n').for_each(|c| *c = ' ');
    }
    (to, literals)
}

/// The length of a block comment; they nest.
fn block_comment(rest: &[char]) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        if rest[at..].starts_with(&['/', '*']) {
            (depth, at) = (depth + 1, at + 2);
        } else if rest[at..].starts_with(&['*', '/']) {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    rest.len()
}

/// The length of `r#"`, `br"` and their like, and the number of hashes.
fn raw_string(rest: &[char]) -> Option<(usize, usize)> {
    let skip = usize::from(matches!(rest.first(), Some('b' | 'c')));
    let after = rest.get(skip..)?.strip_prefix(&['r'])?;
    let hashes = after.iter().take_while(|c| **c == '#').count();
    (after.get(hashes) == Some(&'"')).then_some((skip + 2 + hashes, hashes))
}

/// A quote that opens a character and not a lifetime.
fn is_char(rest: &[char]) -> bool {
    rest.get(1) == Some(&'\\') || rest.get(2) == Some(&'\'')
}

fn until_unescaped(inside: &[char], close: char) -> usize {
    let mut escaped = false;
    inside
        .iter()
        .position(|c| {
            let ends = *c == close && !escaped;
            escaped = *c == '\\' && !escaped;
            ends
        })
        .unwrap_or(inside.len().saturating_sub(1))
}

/// Where items under `#[cfg(test)]` or `#[cfg(all(test, ..))]` begin and end.
fn test_items(code: &[char]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < code.len() {
        let here: String = code[at..].iter().take(16).collect();
        if here.starts_with("#[cfg(test)]") || here.starts_with("#[cfg(all(test,") {
            let end = item_end(code, at);
            found.push((at, end));
            at = end;
        } else {
            at += 1;
        }
    }
    found
}

/// The end of an item: its closing brace, or its semicolon if that comes before any brace.
fn item_end(code: &[char], start: usize) -> usize {
    let mut depth = 0;
    for (at, c) in code.iter().enumerate().skip(start) {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => return at + 1,
            '}' => depth -= 1,
            ';' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    code.len()
}

#[test]
fn comments_literals_and_tests_are_no_code() {
    let sample = r##"
        //! std::fs in a comment
        fn f<'a>(x: &'a str) -> char { let s = "std::fs \" A b"; let r = r#"raw "x" Y z"#; '"' } /* a /* b */ fs */
        fn g() { fs() }
        #[cfg(test)]
        mod tests { fn t() { let hidden = "Not Shipped"; fs() } }
        fn h() { fs() }
    "##;
    let source = Source::new("src/a.rs", sample);
    assert_eq!(source.lines_with_word("fs"), [4, 7]);
    assert_eq!(source.literals, [(3, "std::fs \\\" A b".to_owned()), (3, "raw \"x\" Y z".to_owned())]);
    assert!(source.code.contains("fn f<'a>(x: &'a str) -> char"));
    assert_eq!(source.text.lines().count(), source.code.lines().count());
}

#[test]
fn words_are_whole_and_no_lifetimes() {
    assert!(has_word("use std::{fs, io};", "fs") && has_word("fs::read", "fs"));
    assert!(!has_word("offset", "fs") && !has_word("&'static str", "static") && !has_word("prefs", "fs"));
    assert!(has_word("std::env::var(x)", "env::") && !has_word("my_env::var(x)", "env::") && !has_word("env.x", "env::"));
}

#[test]
fn a_file_of_tests_ships_nothing() {
    let source = Source::new("src/figure/tests.rs", "fn t() { x.unwrap() }");
    assert_eq!(source.code_lines().count(), 0);
}
