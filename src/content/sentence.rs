//! Sentences and words of a text, counted the way a reader would.
//!
//! Not a grammar: a sentence ends at a full stop, question mark or colon that is followed by a space.
//!
//! Invariant: pure; the marks of strong text (`**`) and the targets of links are never part of a word.

/// The sentences of a text. A lead-in that ends with a colon counts as one.
pub fn sentences(text: &str) -> Vec<String> {
    let plain = super::link::plain(text);
    let mut found = vec![];
    let mut start = 0;
    let mut letters = plain.char_indices().peekable();
    while let Some((index, letter)) = letters.next() {
        let ends = matches!(letter, '.' | '?' | '!' | ':' | '\u{2026}');
        if ends && letters.peek().is_none_or(|(_, next)| next.is_whitespace()) {
            let end = index + letter.len_utf8();
            found.push(plain.get(start..end).unwrap_or_default().trim().to_owned());
            start = end;
        }
    }
    found.push(plain.get(start..).unwrap_or_default().trim().to_owned());
    found.retain(|sentence| words(sentence).next().is_some());
    found
}

/// The words of a text: runs of letters and figures, with the apostrophes and hyphens inside them.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '\'' | '\u{2019}' | '-')))
        .map(|word| word.trim_matches(['\'', '\u{2019}', '-']))
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_where_a_reader_pauses() {
        assert_eq!(
            sentences("**Stop.** Is it 5.5 seconds? Call your doctor: today"),
            ["Stop.", "Is it 5.5 seconds?", "Call your doctor:", "today"]
        );
        assert!(sentences(" ** ").is_empty());
    }

    #[test]
    fn words_keep_their_hyphens_and_apostrophes() {
        assert_eq!(
            words("You can't feel it - hip-wide, 'now'.").collect::<Vec<_>>(),
            ["You", "can't", "feel", "it", "hip-wide", "now"]
        );
        assert_eq!(sentences("Try [the wall](position:Wall). Then rest."), ["Try the wall.", "Then rest."]);
    }
}
