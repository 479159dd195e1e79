//! What a person mistyped in a RON text, told apart by what they can do about it, with its place.
//!
//! Not the words for it (`fault_words.rs`), and not the parser's own, which name what a parser looks for. The parser
//! says where it stopped; the signs before that place say why.
//!
//! Invariant: every error of the parser has a fault, and no text of the parser's goes on to a screen.

use ron::error::SpannedError;

use super::lex::{Placed, Sign, Signs};

/// How many letters of what a person wrote are shown.
const SHOWN_LETTERS: usize = 40;

/// What is wrong with a text, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Line from 1.
    pub line: usize,
    /// Letter of the line, from 1.
    pub column: usize,
    /// What is wrong there.
    pub fault: Fault,
}

/// What is wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// There is nothing in it.
    Empty,
    /// A character that may only stand between quotation marks: an odd space, a curly quotation mark.
    Character(char),
    /// A bracket is opened and never closed, or by another one.
    Unclosed(char),
    /// A bracket closes none.
    Unopened(char),
    /// Text in quotation marks has only the first of them, or runs over the end of its line because of that.
    OpenText,
    /// A comment has no end.
    OpenComment,
    /// Brackets stand inside brackets more deeply than any file of ours.
    TooDeep,
    /// What stands here is not what a file begins with, a bracket.
    NoBracket,
    /// A comma is missing before it.
    NoComma,
    /// A colon is missing between a name and its value.
    NoColon,
    /// There is more text behind the last bracket.
    AfterEnd,
    /// A name that is none of those that may stand here.
    Unknown {
        /// The name.
        name: String,
        /// Those that may stand here.
        known: Vec<String>,
    },
    /// A name that must stand there does not.
    Missing(String),
    /// A name stands there twice.
    Twice(String),
    /// A number is not one, or is too large.
    Number,
    /// Something else belongs here than a text, a list, yes or no.
    Value,
    /// What the entry's own check says.
    Own(String),
    /// Anything else.
    Form,
}

impl Mistake {
    /// What a parser's error means in the text that it read.
    pub fn of(text: &str, error: &SpannedError) -> Self {
        let at = error.span.start;
        let by_signs = if is_about_form(&error.code) { seen(text, (at.line, at.col)) } else { None };
        by_signs.unwrap_or_else(|| Self { line: at.line, column: at.col, fault: Fault::of(&error.code) })
    }
}

/// Whether an error may come of something mistyped before it, and is not about a name or a value that was understood.
fn is_about_form(code: &ron::Error) -> bool {
    !matches!(
        code,
        ron::Error::Message(_)
            | ron::Error::NoSuchEnumVariant { .. }
            | ron::Error::NoSuchStructField { .. }
            | ron::Error::MissingStructField { .. }
            | ron::Error::DuplicateStructField { .. }
            | ron::Error::ExceededRecursionLimit
    )
}

/// What the signs up to the place where the parser stopped show.
fn seen(text: &str, stopped: (usize, usize)) -> Option<Mistake> {
    let mistake = |placed: Placed<'_>, fault| Mistake { line: placed.line, column: placed.column, fault };
    let mut open: Vec<Placed<'_>> = Vec::new();
    let mut ended = false;
    let mut signs = Signs::of(text).peekable();
    if signs.peek().is_none() {
        return Some(Mistake { line: 1, column: 1, fault: Fault::Empty });
    }
    for placed in signs {
        // The parser stops before the spaces that come before what it can not read.
        let reached = placed.line > stopped.0;
        match placed.sign {
            // Nothing is read between brackets that do not fit, so what does not fit is told wherever it stands.
            Sign::Close(close) => match open.pop() {
                Some(Placed { sign: Sign::Open(bracket), .. }) if closing(bracket) == close => ended |= open.is_empty(),
                Some(before) => return before_stop(before, stopped).map(|()| mistake(before, unclosed(before.sign))),
                None => return Some(mistake(placed, Fault::Unopened(close))),
            },
            Sign::Other(letter) if !reached && is_odd(letter) => return Some(mistake(placed, Fault::Character(letter))),
            _ if ended => return Some(mistake(placed, Fault::AfterEnd)),
            Sign::Open(_) => open.push(placed),
            Sign::OpenComment => return Some(mistake(placed, Fault::OpenComment)),
            // One that runs over a line is right in itself, and wrong if the parser stumbles where it ends.
            Sign::Text { closed, last_line } if !closed || last_line > placed.line && last_line == stopped.0 => {
                return Some(mistake(placed, Fault::OpenText));
            }
            _ => {}
        }
    }
    let left = open.pop()?;
    Some(mistake(left, unclosed(left.sign)))
}

fn before_stop(placed: Placed<'_>, stopped: (usize, usize)) -> Option<()> {
    ((placed.line, placed.column) <= stopped).then_some(())
}

fn unclosed(sign: Sign<'_>) -> Fault {
    match sign {
        Sign::Open(bracket) => Fault::Unclosed(bracket),
        _ => Fault::Form,
    }
}

/// The bracket that closes one.
pub(super) const fn closing(bracket: char) -> char {
    match bracket {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        other => other,
    }
}

/// Whether a character has no place outside quotation marks, in any text of ours.
fn is_odd(letter: char) -> bool {
    letter.is_control() || !letter.is_ascii() && !letter.is_alphanumeric()
}

impl Fault {
    fn of(code: &ron::Error) -> Self {
        use ron::Error as E;
        let names = |known: &[&str]| known.iter().map(|&name| name.to_owned()).collect();
        match code {
            E::Message(said) => Self::Own(said.clone()),
            E::NoSuchEnumVariant { expected, found, .. } | E::NoSuchStructField { expected, found, .. } => {
                Self::Unknown { name: shown(found), known: names(expected) }
            }
            E::MissingStructField { field, .. } => Self::Missing((*field).to_owned()),
            E::DuplicateStructField { field, .. } => Self::Twice((*field).to_owned()),
            E::ExceededRecursionLimit => Self::TooDeep,
            E::UnclosedBlockComment => Self::OpenComment,
            E::ExpectedStringEnd => Self::OpenText,
            E::ExpectedComma => Self::NoComma,
            E::ExpectedMapColon => Self::NoColon,
            E::ExpectedStructLike
            | E::ExpectedNamedStructLike(_)
            | E::ExpectedDifferentStructName { .. }
            | E::ExpectedStructName(_) => Self::NoBracket,
            E::TrailingCharacters => Self::AfterEnd,
            E::UnexpectedChar(letter) if is_odd(*letter) => Self::Character(*letter),
            E::IntegerOutOfBounds
            | E::ExpectedInteger
            | E::ExpectedFloat
            | E::FloatUnderscore
            | E::UnderscoreAtBeginning
            | E::InvalidIntegerDigit { .. } => Self::Number,
            E::ExpectedArray
            | E::ExpectedBoolean
            | E::ExpectedChar
            | E::ExpectedByteLiteral
            | E::ExpectedOption
            | E::ExpectedMap
            | E::ExpectedUnit
            | E::ExpectedString
            | E::ExpectedByteString
            | E::InvalidValueForType { .. }
            | E::ExpectedDifferentLength { .. } => Self::Value,
            _ => Self::Form,
        }
    }
}

/// The beginning of what a person wrote, on one line, without anything that turns the line round.
pub fn shown(written: &str) -> String {
    let mut letters = one_line(written).chars().collect::<Vec<_>>();
    if letters.len() > SHOWN_LETTERS {
        letters.truncate(SHOWN_LETTERS);
        letters.push('\u{2026}');
    }
    letters.into_iter().collect()
}

/// Text that can stand on a line of the screen: spaces for breaks, and nothing that turns the line round.
pub fn one_line(text: &str) -> String {
    let is_seen = |letter: &char| !matches!(letter, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let plain: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).filter(is_seen).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only read")]
    struct Sample {
        a: u32,
        b: Option<String>,
        #[serde(default)]
        c: Vec<u8>,
    }

    fn fault(text: &str) -> (usize, usize, Fault) {
        let error = ron::from_str::<Sample>(text).expect_err(text);
        let Mistake { line, column, fault } = Mistake::of(text, &error);
        (line, column, fault)
    }

    #[test]
    fn what_was_mistyped_is_named_with_its_place() {
        for (text, line, column, what) in [
            ("", 1, 1, Fault::Empty),
            ("// nothing\n", 1, 1, Fault::Empty),
            ("(a: 1,\n\u{a0} b: None)", 2, 1, Fault::Character('\u{a0}')),
            ("(a: 1,\n b: Some(“x”))", 2, 10, Fault::Character('“')),
            ("(a: 1,\u{1b}[0m\n)", 1, 7, Fault::Character('\u{1b}')),
            ("(a: 1,\n b: None", 1, 1, Fault::Unclosed('(')),
            ("(a: 1,\n c: [1, 2,\n)", 2, 5, Fault::Unclosed('[')),
            ("(a: 1))", 1, 7, Fault::Unopened(')')),
            ("(a: 1, b: Some(\"x))", 1, 16, Fault::OpenText),
            ("(b: Some(\"x),\n a: 1, d: \"y\")", 1, 10, Fault::OpenText),
            ("(a: 1, /* b", 1, 8, Fault::OpenComment),
            ("a: 1", 1, 1, Fault::NoBracket),
            ("(a: 1 b: None)", 1, 7, Fault::NoComma),
            ("(a 1)", 1, 4, Fault::NoColon),
            ("(a: 1)\nmore", 2, 1, Fault::AfterEnd),
            ("(a: one)", 1, 5, Fault::Number),
            ("(a: 99999999999)", 1, 16, Fault::Number),
            ("(a: 1, c: 5)", 1, 11, Fault::Value),
            ("(a: 1, a: 2)", 1, 9, Fault::Twice("a".into())),
            ("(b: None)", 1, 10, Fault::Missing("a".into())),
        ] {
            let (found_line, _, found) = fault(text);
            assert_eq!((found_line, &found), (line, &what), "{text:?}");
            let by_signs = matches!(
                what,
                Fault::Character(_) | Fault::Unclosed(_) | Fault::Unopened(_) | Fault::OpenText | Fault::OpenComment
            );
            assert!(!by_signs || fault(text).1 == column, "{text:?}: column {}", fault(text).1);
        }
        let known = ["a", "b", "c"].map(str::to_owned).to_vec();
        assert_eq!(fault("(a: 1,\n thrust: 2)").2, Fault::Unknown { name: "thrust".into(), known });
    }

    #[test]
    fn what_is_shown_is_short_and_turns_nothing_round() {
        assert_eq!(shown("a\nb\u{202e}c  d"), "a bc d");
        assert_eq!(shown(&"x".repeat(100)).chars().count(), SHOWN_LETTERS + 1);
    }
}
