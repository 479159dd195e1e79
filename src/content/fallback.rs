//! Text by text from the fallback language: what a translation lacks stands in English, and the rest in its own words.
//!
//! Not a check of a translation (`compare.rs`). Invariant: a file that lacks nothing stays as it is, and what is put into
//! another one moves no line, so that a problem in it is still told where it stands.

use std::borrow::Cow;

use super::tree::{Kind, Node};
use crate::source::{FALLBACK, Files};

/// Two values that belong together, or one that has no partner.
pub(super) enum Pair<'n, 'a> {
    /// The same place in both: the language's own, and the fallback's.
    Both(&'n Node<'a>, &'n Node<'a>),
    /// A field that the language's own lacks: the bracket that it belongs into, its name, its value.
    NoField(&'n Node<'a>, &'a str, &'n Node<'a>),
    /// An entry of a list that it lacks, by its id: the list, and the entry.
    NoItem(&'n Node<'a>, &'n Node<'a>),
    /// Something that the fallback does not have, by its name.
    Extra(&'n Node<'a>, &'a str),
    /// Of another form than in the fallback, or a list of another length: nothing in it can be told apart.
    Unlike(&'n Node<'a>),
}

/// Walks through both, the fallback's order first; each place is told with its path (`settings.title`).
pub(super) fn walk<'n, 'a>(own: &'n Node<'a>, other: &'n Node<'a>, path: &str, tell: &mut dyn FnMut(&str, Pair<'n, 'a>)) {
    match (&own.kind, &other.kind) {
        (Kind::Fields(fields), Kind::Fields(others)) if own.tag == other.tag => {
            for (name, other) in others {
                match fields.iter().find(|(own, _)| own == name) {
                    Some((_, own)) => walk(own, other, &below(path, name), tell),
                    None => tell(&below(path, name), Pair::NoField(own, name, other)),
                }
            }
            let is_extra = |name: &str| others.iter().all(|(other, _)| *other != name);
            for (name, node) in fields.iter().filter(|(name, _)| is_extra(name)) {
                tell(&below(path, name), Pair::Extra(node, name));
            }
        }
        (Kind::Items(items), Kind::Items(others)) if own.tag == other.tag => {
            let has_ids = |items: &[Node<'_>]| !items.is_empty() && items.iter().all(|item| item.id().is_some());
            if has_ids(items) && has_ids(others) {
                for other in others {
                    let id = other.id().unwrap_or_default();
                    match items.iter().find(|item| item.id() == Some(id)) {
                        Some(item) => walk(item, other, &below(path, id), tell),
                        None => tell(&below(path, id), Pair::NoItem(own, other)),
                    }
                }
                for item in items.iter().filter(|item| others.iter().all(|other| other.id() != item.id())) {
                    tell(path, Pair::Extra(item, item.id().unwrap_or_default()));
                }
            } else if items.len() == others.len() {
                // One bracket in another is how a tag holds its value: it has no name in a path.
                let is_one = items.len() == 1 && !own.text.starts_with('[');
                for (index, (item, other)) in items.iter().zip(others).enumerate() {
                    let path = if is_one { path.to_owned() } else { below(path, &(index + 1).to_string()) };
                    walk(item, other, &path, tell);
                }
            } else {
                tell(path, Pair::Unlike(own));
            }
        }
        (Kind::Text(_), Kind::Text(_)) | (Kind::Plain, Kind::Plain) => tell(path, Pair::Both(own, other)),
        _ => tell(path, Pair::Unlike(own)),
    }
}

fn below(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// A text with what it lacks put in from the fallback's; `None` where it is no RON, or lacks nothing.
pub(super) fn filled(own: &str, other: &str) -> Option<String> {
    let (own_tree, other_tree) = (Node::of(own)?, Node::of(other)?);
    let mut pieces: Vec<(usize, String)> = Vec::new();
    walk(&own_tree, &other_tree, "", &mut |_, pair| {
        let (into, piece) = match pair {
            Pair::NoField(into, name, value) => (into, format!("{name}: {}", value.on_one_line())),
            Pair::NoItem(into, value) => (into, value.on_one_line()),
            Pair::Both(..) | Pair::Extra(..) | Pair::Unlike(..) => return,
        };
        let (at, needs_comma) = into.before_end();
        let is_first = pieces.iter().all(|(other, _)| *other != at);
        pieces.push((at, if needs_comma || !is_first { format!(", {piece}") } else { piece }));
    });
    if pieces.is_empty() {
        return None;
    }
    // From the end, and of one place the last first, so that no place moves before its turn.
    pieces.sort_by_key(|(at, _)| *at);
    let mut text = own.to_owned();
    for (at, piece) in pieces.iter().rev() {
        text.insert_str(*at, piece);
    }
    Some(text)
}

/// The files with one language made whole: each file and each text that it lacks is the fallback's.
///
/// A file that is no RON is left as it is: its reader says where, and then the whole fallback stands.
pub fn whole<'f>(files: &'f Files, language: &str) -> Cow<'f, Files> {
    if language == FALLBACK {
        return Cow::Borrowed(files);
    }
    let prefix = format!("{FALLBACK}/");
    let mut changed = Vec::new();
    for (path, other) in files.under(&prefix) {
        let own_path = path.replacen(FALLBACK, language, 1);
        match files.get(&own_path) {
            None => changed.push((own_path, other.to_owned())),
            Some(own) => changed.extend(filled(own, other).map(|text| (own_path, text))),
        }
    }
    if changed.is_empty() {
        return Cow::Borrowed(files);
    }
    let mut files = files.clone();
    for (path, text) in changed {
        files.insert(path, text);
    }
    Cow::Owned(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_put_in_and_nothing_moves() {
        let english =
            "(\n a: \"one\", // c\n b: (c: \"two\", d: [\"x\"]),\n e: [(id: \"f\", g: \"three\"), (id: \"h\", g: \"four\")],\n)";
        let own = "(\n b: (c: \"zwei\"),\n e: [\n  (id: \"h\"),\n ]\n)\n";
        let filled = filled(own, english).expect("something was missing");
        let expected =
            "(\n b: (c: \"zwei\", d: [\"x\"]),\n e: [\n  (id: \"h\", g: \"four\"),\n (id: \"f\", g: \"three\")]\n, a: \"one\")\n";
        assert_eq!(filled, expected);
        assert!(ron::from_str::<ron::Value>(&filled).is_ok());
        assert_eq!(super::filled(&filled, english), None, "now it lacks nothing");
        assert_eq!(super::filled("(a", english), None);
    }

    #[test]
    fn several_texts_into_one_bracket_keep_their_order() {
        assert_eq!(filled("()", "(a: 1, b: 2)").as_deref(), None, "an empty bracket has no names to go by");
        assert_eq!(filled("(a: 1)", "(a: 1, b: 2, c: 3)").as_deref(), Some("(a: 1, b: 2, c: 3)"));
        assert_eq!(filled("(a: 1,)", "(a: 1, b: 2, c: 3)").as_deref(), Some("(a: 1,b: 2, c: 3)"));
        let own = "(Text((text: \"x\")))";
        assert_eq!(filled(own, "(Text((text: \"y\", facts: [])))").as_deref(), Some("(Text((text: \"x\", facts: [])))"));
    }

    #[test]
    fn a_language_with_one_text_is_whole() {
        let mut files = Files::default();
        for (path, text) in [
            ("en/language.ron", "(name: \"English\")"),
            ("en/a.ron", "(b: \"b\", c: \"c\")"),
            ("xx/a.ron", "(b: \"x\")"),
            ("figures/poses.ron", "()"),
        ] {
            files.insert(path, text);
        }
        let whole = super::whole(&files, "xx");
        assert_eq!(whole.get("xx/a.ron"), Some("(b: \"x\", c: \"c\")"));
        assert_eq!(whole.get("xx/language.ron"), files.get("en/language.ron"));
        assert!(matches!(super::whole(&files, FALLBACK), Cow::Borrowed(_)));
    }
}
