//! A RON text as a tree with places: what two languages are compared by, text for text.
//!
//! Not a reader of values: nothing is said of what is wrong in a text. Invariant: it takes any text, and gives no tree
//! where the text has not the form of one.

/// So many brackets inside each other are no content of ours.
const DEEPEST: usize = 64;

/// A value, with the text that it stands as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Node<'a> {
    /// As it is written, from its first letter to its last.
    pub(super) text: &'a str,
    /// Where that begins.
    pub(super) at: usize,
    /// What stands before the bracket: `Text` in `Text((..))`.
    pub(super) tag: &'a str,
    pub(super) kind: Kind<'a>,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    /// Words in quotation marks, as they are written between them.
    Text(&'a str),
    /// Named fields.
    Fields(Vec<(&'a str, Node<'a>)>),
    /// A list, or a bracket without names.
    Items(Vec<Node<'a>>),
    /// A number, a name, or a map.
    Plain,
}

impl<'a> Node<'a> {
    /// The tree of a whole text.
    pub(super) fn of(text: &'a str) -> Option<Self> {
        let mut reader = Reader { text, at: 0 };
        let node = reader.value(0)?;
        reader.skip();
        (reader.at == text.len()).then_some(node)
    }

    /// Where something can be put in before its last bracket, and whether a comma has to stand before it.
    pub(super) fn before_end(&self) -> (usize, bool) {
        let inside = self.text.get(..self.text.len().saturating_sub(1)).unwrap_or_default();
        let is_empty = match &self.kind {
            Kind::Fields(fields) => fields.is_empty(),
            Kind::Items(items) => items.is_empty(),
            Kind::Text(_) | Kind::Plain => false,
        };
        (self.at + inside.len(), !is_empty && last_sign(inside) != Some(','))
    }

    /// Its `id`, if it is an entry that has one.
    pub(super) fn id(&self) -> Option<&'a str> {
        match &self.kind {
            Kind::Fields(fields) => fields.iter().find_map(|(name, node)| match node.kind {
                Kind::Text(text) if *name == "id" => Some(text),
                _ => None,
            }),
            _ => None,
        }
    }

    /// The line that it begins on, from 1, in the text that it was made from.
    pub(super) fn line(&self, whole: &str) -> usize {
        whole.get(..self.at).map_or(0, |before| before.matches('\n').count() + 1)
    }

    /// The same on one line and without comments, to be put into another text without moving its lines.
    pub(super) fn on_one_line(&self) -> String {
        let mut reader = Reader { text: self.text, at: 0 };
        let mut line = String::with_capacity(self.text.len());
        while reader.at < self.text.len() {
            let from = reader.at;
            reader.skip();
            if reader.at > from {
                line.push(' ');
            } else if reader.words().is_none() && reader.step().is_none() {
                break;
            } else {
                line.push_str(self.text.get(from..reader.at).unwrap_or_default());
            }
        }
        line
    }
}

/// The last letter of a text that is neither space nor comment.
fn last_sign(text: &str) -> Option<char> {
    let mut reader = Reader { text, at: 0 };
    let mut last = None;
    loop {
        reader.skip();
        last = match reader.words() {
            Some(_) => Some('"'),
            None => match reader.step() {
                Some(sign) => Some(sign),
                None => return last,
            },
        };
    }
}

/// Goes through a text.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn step(&mut self) -> Option<char> {
        let letter = self.rest().chars().next()?;
        self.at += letter.len_utf8();
        Some(letter)
    }

    fn take(&mut self, wanted: char) -> bool {
        let is_there = self.rest().starts_with(wanted);
        if is_there {
            self.at += wanted.len_utf8();
        }
        is_there
    }

    /// Past spaces and comments.
    fn skip(&mut self) {
        loop {
            let rest = self.rest();
            let behind = rest.trim_start();
            self.at += rest.len() - behind.len();
            if behind.starts_with("//") {
                self.at += behind.find('\n').unwrap_or(behind.len());
            } else if let Some(inside) = behind.strip_prefix("/*") {
                self.at += inside.find("*/").map_or(behind.len(), |end| end + 4);
            } else {
                return;
            }
        }
    }

    /// The words between quotation marks, if some stand here.
    fn words(&mut self) -> Option<&'a str> {
        let rest = self.rest();
        let hashes = rest.strip_prefix('r').map(|raw| raw.len() - raw.trim_start_matches('#').len());
        let raw = hashes.and_then(|hashes| Some((hashes, rest.get(1 + hashes..)?.strip_prefix('"')?)));
        if let Some((hashes, inside)) = raw {
            let words = inside.get(..inside.find(&format!("\"{}", "#".repeat(hashes)))?)?;
            self.at += 3 + 2 * hashes + words.len();
            return Some(words);
        }
        let inside = rest.strip_prefix('"')?;
        let mut escaped = false;
        let end = inside.find(|letter| {
            let ends = letter == '"' && !escaped;
            escaped = letter == '\\' && !escaped;
            ends
        })?;
        self.at += end + 2;
        inside.get(..end)
    }

    /// A name, a number, or nothing.
    fn name(&mut self) -> &'a str {
        let rest = self.rest();
        let inside = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '.' | '+' | '-' | '#');
        let length = rest.find(|letter| !inside(letter)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn value(&mut self, depth: usize) -> Option<Node<'a>> {
        self.skip();
        let at = self.at;
        if depth > DEEPEST {
            return None;
        }
        if let Some(words) = self.words() {
            return self.node(at, "", Kind::Text(words));
        }
        let tag = self.name();
        let kind = match self.rest().chars().next() {
            Some('(') => self.bracket(')', depth)?,
            Some('[') if tag.is_empty() => self.bracket(']', depth)?,
            Some('{') if tag.is_empty() => self.map(depth)?,
            _ if tag.is_empty() => return None,
            _ => Kind::Plain,
        };
        self.node(at, tag, kind)
    }

    fn node(&self, at: usize, tag: &'a str, kind: Kind<'a>) -> Option<Node<'a>> {
        Some(Node { text: self.text.get(at..self.at)?, at, tag, kind })
    }

    /// What stands in round or square brackets.
    fn bracket(&mut self, end: char, depth: usize) -> Option<Kind<'a>> {
        self.step()?;
        let (mut fields, mut items) = (Vec::new(), Vec::new());
        loop {
            self.skip();
            if self.take(end) {
                break;
            }
            let from = self.at;
            let name = self.name();
            self.skip();
            if end == ')' && !name.is_empty() && self.take(':') {
                fields.push((name, self.value(depth + 1)?));
            } else {
                self.at = from;
                items.push(self.value(depth + 1)?);
            }
            self.skip();
            if !self.take(',') && !self.rest().starts_with(end) {
                return None;
            }
        }
        match (fields.is_empty(), items.is_empty()) {
            (false, false) => None,
            (false, true) => Some(Kind::Fields(fields)),
            (true, _) => Some(Kind::Items(items)),
        }
    }

    /// A map is taken whole: no text of ours stands in one.
    fn map(&mut self, depth: usize) -> Option<Kind<'a>> {
        self.step()?;
        loop {
            self.skip();
            if self.take('}') {
                return Some(Kind::Plain);
            }
            self.value(depth + 1)?;
            self.skip();
            if self.take(':') {
                self.value(depth + 1)?;
                self.skip();
            }
            if !self.take(',') && !self.rest().starts_with('}') {
                return None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::source::embedded;

    #[test]
    fn every_file_of_content_is_a_tree() {
        let files = embedded();
        for (path, text) in files.under("") {
            assert!(Node::of(text).is_some(), "{path}");
        }
    }

    #[test]
    fn a_value_goes_onto_one_line() {
        let text = "(\n  a: \"x // y\\\"\", // z\n  b: [1, /* 2 */ Text((c: r#\"\"\"#))],\n)";
        let node = Node::of(text).expect("a tree");
        assert_eq!(node.on_one_line(), "( a: \"x // y\\\"\", b: [1, Text((c: r#\"\"\"#))], )");
        assert_eq!(node.before_end(), (text.len() - 1, false));
        assert_eq!(Node::of("(a: 1 /* , */ )").expect("a tree").before_end(), (14, true));
        assert_eq!(Node::of("()").expect("a tree").before_end(), (1, false));
    }

    proptest! {
        #[test]
        fn no_text_brings_it_down(text in "[-(){}\\[\\]\",:'/*r#\\\\ab\n é\u{a0}]{0,60}") {
            if let Some(node) = Node::of(&text) {
                node.on_one_line();
                node.before_end();
            }
        }
    }
}
