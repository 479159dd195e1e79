//! Takes a spoken text apart into its sentences, each of which is recorded once, and puts parts together to such a text.
//!
//! Invariant: put together again with spaces, the lines are the text.

/// What ends a sentence.
const MARKS: [char; 4] = ['.', '?', '!', '…'];

/// The sentences of a text, in their order.
pub fn lines_of(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = rest.match_indices(MARKS).map(|(at, mark)| at + mark.len()).find(|&end| {
            // "2.5" and "e.g." go on; a sentence is followed by a space or by nothing.
            rest.get(end..).is_some_and(|after| after.is_empty() || after.starts_with(char::is_whitespace))
        });
        let (line, after) = rest.split_at(end.unwrap_or(rest.len()));
        lines.push(line.trim_end());
        rest = after.trim_start();
    }
    lines
}

/// One text of many parts: a part without a mark at its end, such as an answer, becomes a sentence.
pub fn sentences<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let parts = parts.into_iter().map(str::trim).filter(|part| !part.is_empty());
    let ended = parts.map(|part| if part.ends_with(MARKS) { part.to_owned() } else { format!("{part}.") });
    ended.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_become_sentences() {
        let text = sentences(["Any of these?", "One is enough.", "", "None of these "]);
        assert_eq!(text, "Any of these? One is enough. None of these.");
        assert_eq!(lines_of(&text), ["Any of these?", "One is enough.", "None of these."]);
    }

    #[test]
    fn a_text_is_taken_apart_at_its_sentences() {
        assert_eq!(lines_of("Hold. Breathe out slowly."), ["Hold.", "Breathe out slowly."]);
        assert_eq!(lines_of("Any pain?  Rest "), ["Any pain?", "Rest"]);
        assert_eq!(lines_of("About 2.5 of 10. Go"), ["About 2.5 of 10.", "Go"]);
        assert!(lines_of("  ").is_empty());
    }
}
