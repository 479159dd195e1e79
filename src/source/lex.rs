//! A RON text as its signs, each with its place: brackets, names, texts in quotation marks.
//!
//! Not a parser: what follows on what is not asked. It finds the line of a name again, and what a person mistyped, for
//! which the parser has places but no words.
//!
//! Invariant: it takes any text, in time that grows as the text does.

use std::str::Chars;

/// One sign of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign<'a> {
    /// `(`, `[` or `{`.
    Open(char),
    /// `)`, `]` or `}`.
    Close(char),
    /// `:`
    Colon,
    /// A name, or the beginning of a number's letters.
    Name(&'a str),
    /// Text in quotation marks: whether they are closed, and the line on which it ends.
    Text {
        /// Whether there is a second quotation mark.
        closed: bool,
        /// The line it ends on, from 1.
        last_line: usize,
    },
    /// A comment that begins with `/*` and does not end.
    OpenComment,
    /// Any other character.
    Other(char),
}

/// A sign and where it begins, both from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Placed<'a> {
    pub(super) sign: Sign<'a>,
    pub(super) line: usize,
    pub(super) column: usize,
}

/// The signs of a text; spaces and whole comments are left out.
pub(super) struct Signs<'a> {
    rest: Chars<'a>,
    line: usize,
    column: usize,
}

impl<'a> Signs<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { rest: text.chars(), line: 1, column: 1 }
    }

    fn peek(&self) -> Option<char> {
        self.rest.clone().next()
    }

    fn step(&mut self) -> Option<char> {
        let letter = self.rest.next()?;
        if letter == '\n' {
            (self.line, self.column) = (self.line.saturating_add(1), 1);
        } else {
            self.column = self.column.saturating_add(1);
        }
        Some(letter)
    }

    /// Goes on while the letters are of a kind.
    fn skip(&mut self, is_of_kind: impl Fn(char) -> bool) {
        while self.peek().is_some_and(&is_of_kind) {
            self.step();
        }
    }

    /// Behind `/*`: to its end, comments inside it and all. Whether there is one.
    fn comment_ends(&mut self) -> bool {
        let mut depth = 1_usize;
        while depth > 0 {
            match (self.step(), self.peek()) {
                (Some('*'), Some('/')) => depth = depth.saturating_sub(1),
                (Some('/'), Some('*')) => depth = depth.saturating_add(1),
                (None, _) => return false,
                _ => continue,
            }
            self.step();
        }
        true
    }

    /// Behind a quotation mark: to the next one.
    fn text(&mut self) -> Sign<'a> {
        let closed = loop {
            match self.step() {
                Some('"') => break true,
                Some('\\') => drop(self.step()),
                Some(_) => {}
                None => break false,
            }
        };
        Sign::Text { closed, last_line: self.line }
    }

    /// Behind `r`, before `"` or `#`: to the quotation mark with as many `#` behind it. `None` if it is no text.
    fn raw_text(&mut self) -> Option<Sign<'a>> {
        let ahead = self.rest.as_str();
        let hashes = ahead.len().saturating_sub(ahead.trim_start_matches('#').len());
        let end = format!("\"{}", "#".repeat(hashes));
        let inside = ahead.trim_start_matches('#').strip_prefix('"')?;
        let length = inside.find(&end).map(|at| at.saturating_add(end.len()));
        let behind = length.and_then(|length| inside.get(length..)).map_or(0, str::len);
        while self.rest.as_str().len() > behind {
            self.step();
        }
        Some(Sign::Text { closed: length.is_some(), last_line: self.line })
    }

    fn name(&mut self, from: &'a str) -> Sign<'a> {
        self.skip(|letter| letter.is_alphanumeric() || letter == '_');
        let name = from.get(..from.len().saturating_sub(self.rest.as_str().len())).unwrap_or_default();
        let may_be_raw = matches!(name, "r" | "br") && matches!(self.peek(), Some('"' | '#'));
        if let Some(text) = may_be_raw.then(|| self.raw_text()).flatten() {
            return text;
        }
        if name == "r" && self.peek() == Some('#') {
            // A name that would be a word of the form's own is written as `r#name`.
            self.step();
            return self.plain_name();
        }
        Sign::Name(name)
    }

    fn plain_name(&mut self) -> Sign<'a> {
        let from = self.rest.as_str();
        self.skip(|letter| letter.is_alphanumeric() || letter == '_');
        Sign::Name(from.get(..from.len().saturating_sub(self.rest.as_str().len())).unwrap_or_default())
    }
}

impl<'a> Iterator for Signs<'a> {
    type Item = Placed<'a>;

    fn next(&mut self) -> Option<Placed<'a>> {
        loop {
            self.skip(|letter| letter.is_ascii_whitespace() || letter == '\u{b}');
            let (line, column, from) = (self.line, self.column, self.rest.as_str());
            let sign = match self.step()? {
                open @ ('(' | '[' | '{') => Sign::Open(open),
                close @ (')' | ']' | '}') => Sign::Close(close),
                ':' => Sign::Colon,
                '"' => self.text(),
                '\'' => {
                    if self.step() == Some('\\') {
                        self.step();
                    }
                    if self.peek() == Some('\'') {
                        self.step();
                    }
                    Sign::Other('\'')
                }
                '/' if self.peek() == Some('/') => {
                    self.skip(|letter| letter != '\n');
                    continue;
                }
                '/' if self.peek() == Some('*') => {
                    self.step();
                    if self.comment_ends() {
                        continue;
                    }
                    Sign::OpenComment
                }
                letter if letter.is_alphabetic() || letter == '_' => self.name(from),
                other => Sign::Other(other),
            };
            return Some(Placed { sign, line, column });
        }
    }
}

/// The names of the fields of the one struct in a text, in order, each with its line.
pub(super) fn field_names(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let mut depth = 0_usize;
    let mut before: Option<(&str, usize)> = None;
    Signs::of(text).filter_map(move |Placed { sign, line, .. }| {
        match sign {
            Sign::Open(_) => depth = depth.saturating_add(1),
            Sign::Close(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        let name = before.take();
        match sign {
            Sign::Name(name) if depth == 1 => before = Some((name, line)),
            Sign::Colon if depth == 1 => return name,
            _ => {}
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_names_of_fields_are_found_with_their_lines() {
        let text =
            "// a: 1\n(a: 1, b: \"c: 2\",\n /* d: \n /* e: */ */ f: (g: 1,\n h: 2), i: r#\"\"j: \n\"#, k: 'l',\n a: [m: 1])";
        assert_eq!(field_names("(r#type: 1)").collect::<Vec<_>>(), [("type", 1)]);
        let found: Vec<_> = field_names(text).collect();
        assert_eq!(found, [("a", 2), ("b", 2), ("f", 4), ("i", 5), ("k", 6), ("a", 7)]);
    }

    #[test]
    fn what_is_not_closed_is_seen() {
        let last = |text: &'static str| Signs::of(text).last().map(|placed| (placed.sign, placed.line, placed.column));
        assert_eq!(last("(a:\n  \"b"), Some((Sign::Text { closed: false, last_line: 2 }, 2, 3)));
        assert_eq!(last("( /* a /* b */"), Some((Sign::OpenComment, 1, 3)));
        assert_eq!(last("r#\"a\" \n"), Some((Sign::Text { closed: false, last_line: 2 }, 1, 1)));
        assert_eq!(last("\"a\\\""), Some((Sign::Text { closed: false, last_line: 1 }, 1, 1)));
    }

    proptest! {
        #[test]
        fn no_text_brings_it_down(text in "[-(){}\\[\\]\"'/*r#:\\\\a\n é\u{a0}]{0,60}") {
            let count = Signs::of(&text).count();
            prop_assert!(count <= text.chars().count());
            field_names(&text).count();
        }
    }
}
