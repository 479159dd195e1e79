//! Bytes as text: in which form a file was saved, and where it is in none.
//!
//! Not a file system and not a parser: bytes come in. Editors and spreadsheets put a mark at the beginning of a text, or
//! save it in two bytes a letter; both are read here, so that no reader of a format has to know of it.
//!
//! Invariant: what comes out never begins with a mark, but for [`lines`], which says so; and no bytes panic.

use std::{borrow::Cow, fmt};

/// What some programs put before a text to say in which form it is: U+FEFF, a space of no width.
pub const MARK: char = '\u{feff}';

/// The first place where bytes are no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotText {
    /// Line from 1.
    pub line: usize,
    /// Letter of the line, from 1.
    pub column: usize,
    /// The letter that the byte is in Windows' older form of text (windows-1252), which is where such bytes come from.
    pub likely: Option<char>,
}

impl fmt::Display for NotText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, likely } = self;
        let likely = likely.map(|letter| format!(", perhaps \u{201c}{letter}\u{201d},")).unwrap_or_default();
        write!(f, "the letter in line {line}, column {column}{likely} is not saved as UTF-8")
    }
}

impl std::error::Error for NotText {}

/// How a text is saved.
enum Form {
    Utf8,
    /// Two bytes a letter, the lower one first or last.
    Utf16(fn([u8; 2]) -> u16),
}

/// The form of the bytes, and the bytes behind the mark.
fn form(bytes: &[u8]) -> (Form, &[u8]) {
    match bytes {
        [0xef, 0xbb, 0xbf, text @ ..] => (Form::Utf8, text),
        [0xff, 0xfe, text @ ..] => (Form::Utf16(u16::from_le_bytes), text),
        [0xfe, 0xff, text @ ..] => (Form::Utf16(u16::from_be_bytes), text),
        // Every file of ours begins with plain letters, and plain letters are half zeros in this form.
        [1..=0x7f, 0, 1..=0x7f, 0, ..] => (Form::Utf16(u16::from_le_bytes), bytes),
        [0, 1..=0x7f, 0, 1..=0x7f, ..] => (Form::Utf16(u16::from_be_bytes), bytes),
        text => (Form::Utf8, text),
    }
}

/// The text that the bytes are: UTF-8 or UTF-16, without a mark at its beginning.
///
/// # Errors
/// The first place that is in neither form.
pub fn read(bytes: &[u8]) -> Result<String, NotText> {
    let (form, bytes) = form(bytes);
    match form {
        Form::Utf8 => match str::from_utf8(bytes) {
            Ok(text) => Ok(text.to_owned()),
            Err(error) => {
                let (good, bad) = bytes.split_at_checked(error.valid_up_to()).unwrap_or((bytes, &[]));
                let likely = bad.first().and_then(|&byte| windows_1252(byte));
                Err(NotText { likely, ..place_after(&String::from_utf8_lossy(good)) })
            }
        },
        Form::Utf16(unit) => {
            let (pairs, rest) = bytes.as_chunks::<2>();
            let mut text = String::with_capacity(pairs.len());
            for letter in char::decode_utf16(pairs.iter().map(|&pair| unit(pair))) {
                match letter {
                    Ok(letter) => text.push(letter),
                    Err(_) => return Err(place_after(&text)),
                }
            }
            if rest.is_empty() { Ok(text) } else { Err(place_after(&text)) }
        }
    }
}

/// The lines of a file of which each stands for itself: a byte that is no UTF-8 is taken for the letter that it is in
/// windows-1252, and costs its own line at most.
///
/// A file in UTF-16 keeps its [`MARK`], so that whoever adds lines to it knows to write it anew first.
pub fn lines(bytes: &[u8]) -> String {
    let (form, bytes) = form(bytes);
    match form {
        Form::Utf8 => {
            let mut text = String::with_capacity(bytes.len());
            for chunk in bytes.utf8_chunks() {
                text.push_str(chunk.valid());
                text.extend(chunk.invalid().iter().map(|&byte| windows_1252(byte).unwrap_or(char::REPLACEMENT_CHARACTER)));
            }
            text
        }
        Form::Utf16(unit) => {
            let letters = char::decode_utf16(bytes.as_chunks::<2>().0.iter().map(|&pair| unit(pair)));
            let letters = letters.map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER));
            [MARK].into_iter().chain(letters).collect()
        }
    }
}

/// The place right behind a text.
fn place_after(text: &str) -> NotText {
    let line = text.rsplit('\n').next().unwrap_or_default();
    let breaks = text.bytes().filter(|&byte| byte == b'\n').count();
    NotText { line: breaks.saturating_add(1), column: line.chars().count().saturating_add(1), likely: None }
}

/// The letter of a byte in windows-1252; five bytes have none. The first half of it is ASCII, and the last UTF-8's own.
fn windows_1252(byte: u8) -> Option<char> {
    /// From 0x80 on; `\0` has no letter.
    const OWN: [char; 32] = [
        '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”', '•', '–',
        '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
    ];
    let own = byte.checked_sub(0x80).and_then(|place| OWN.get(usize::from(place)));
    Some(own.copied().unwrap_or(char::from(byte))).filter(|&letter| letter != '\0' || byte == 0)
}

/// Whether a character can do something to a terminal or to the order of a line in place of being seen.
fn acts(letter: char) -> bool {
    let turns = matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let breaks = matches!(letter, '\u{2028}' | '\u{2029}' | MARK);
    turns || breaks || letter.is_control() && !matches!(letter, '\n' | '\t')
}

/// A text that may be shown in a terminal: what would act on it, or turn a line round, is written out as `\u{1b}`.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(acts) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        if acts(letter) { shown.extend(letter.escape_unicode()) } else { shown.push(letter) }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "(\n    title: \"Langsam “und” müde\",\n)\n";

    fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn a_mark_is_skipped_and_two_bytes_a_letter_are_read() {
        let marked = format!("{MARK}{TEXT}");
        for bytes in [
            TEXT.as_bytes().to_vec(),
            marked.clone().into_bytes(),
            utf_16(&marked, u16::to_le_bytes),
            utf_16(&marked, u16::to_be_bytes),
            utf_16(TEXT, u16::to_le_bytes),
            utf_16(TEXT, u16::to_be_bytes),
        ] {
            assert_eq!(read(&bytes).as_deref(), Ok(TEXT), "{bytes:x?}");
            assert_eq!(lines(&bytes).trim_start_matches(MARK), TEXT);
        }
        assert!(lines(&utf_16(TEXT, u16::to_le_bytes)).starts_with(MARK), "it has to be written anew");
        assert!(!lines(marked.as_bytes()).starts_with(MARK), "what is added to it is in the same form");
    }

    #[test]
    fn a_letter_in_windows_older_form_is_named_with_its_place() {
        let bytes = b"(\n  title: \"caf\xe9 \x93x\x94\",\n)";
        assert_eq!(read(bytes), Err(NotText { line: 2, column: 14, likely: Some('é') }));
        assert_eq!(read(b"ab\n\x93").map_err(|place| place.likely), Err(Some('“')));
        assert_eq!(read(b"\x81"), Err(NotText { line: 1, column: 1, likely: None }));
        assert_eq!(lines(bytes), "(\n  title: \"café “x”\",\n)");
        assert_eq!(lines(b"a\x81\xc3\xa9"), "a\u{fffd}é");
    }

    #[test]
    fn what_acts_on_a_terminal_is_seen_and_not_done() {
        assert_eq!(visible("a\u{1b}[31mb\u{202e}c\rd\u{9b}e\nf\tg"), "a\\u{1b}[31mb\\u{202e}c\\u{d}d\\u{9b}e\nf\tg");
        assert!(matches!(visible("“é” \u{1f600}\n"), Cow::Borrowed(_)));
    }

    proptest! {
        #[test]
        fn any_text_is_read_back_from_each_form(text in "[^\u{0}\u{feff}][^\u{feff}]{0,40}") {
            let marked = format!("{MARK}{text}");
            prop_assert_eq!(read(marked.as_bytes()), Ok(text.clone()));
            prop_assert_eq!(read(&utf_16(&marked, u16::to_le_bytes)), Ok(text.clone()));
            prop_assert_eq!(read(&utf_16(&marked, u16::to_be_bytes)), Ok(text));
        }

        #[test]
        fn no_bytes_bring_it_down(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let rows = lines(&bytes);
            if let Ok(text) = read(&bytes) {
                prop_assert_eq!(rows.strip_prefix(MARK).unwrap_or(&rows), text);
            }
            let shown = visible(&rows).into_owned();
            prop_assert!(!shown.contains(acts));
        }
    }
}
