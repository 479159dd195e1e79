//! A translation held against the fallback language, text by text: what a translator has to look at.
//!
//! Not a judge of the words. Invariant: what keeps a text from being shown as it should be is a problem; what may be right
//! all the same (a number written as a word, a longer sentence, an English text that has changed since) is a remark.

use std::collections::BTreeSet;

use super::fallback::{Pair, walk};
use super::tree::{Kind, Node};
use crate::source::{FALLBACK, Files, Problem};

/// A text may be this much longer than in English before it is told: buttons and cues have a place and a time.
const LONGER: (usize, usize) = (8, 5);
/// Shorter texts are not measured: a word is as long as it is.
const MEASURED_FROM: usize = 20;
/// Names of files that hold no texts to be read.
const CHECKED: &str = "checked.ron";

/// What was found about one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Has to be put right.
    pub problems: Vec<Problem>,
    /// Has to be looked at.
    pub remarks: Vec<Problem>,
}

/// Holds a language's files against the fallback's.
pub fn compare(files: &Files, language: &str) -> Comparison {
    let mut found = Comparison::default();
    if language == FALLBACK {
        return found;
    }
    let prefix = format!("{FALLBACK}/");
    let own_prefix = format!("{language}/");
    let checked = checked(files, language, &mut found.problems);
    for (path, other) in files.under(&prefix).filter(|(path, _)| path.ends_with(".ron")) {
        let own_path = path.replacen(FALLBACK, language, 1);
        let Some(own) = files.get(&own_path) else {
            found.problems.push(missing(&own_path, 0, "this file"));
            continue;
        };
        // What is no tree is told by its reader.
        if let (Some(own_tree), Some(other_tree)) = (Node::of(own), Node::of(other)) {
            let mut file = OfFile { path: &own_path, text: own, checked: checked.as_ref(), found: &mut found };
            walk(&own_tree, &other_tree, "", &mut |place, pair| file.look(place, pair));
        }
    }
    let extra = |path: &str| {
        let english = path.replacen(language, FALLBACK, 1);
        files.get(&english).is_none() && !path.ends_with(CHECKED)
    };
    for (path, _) in files.under(&own_prefix).filter(|(path, _)| extra(path)) {
        found.problems.push(Problem::new(path, 0, "English has no such file", "take it out, or give it its English name"));
    }
    found.problems.sort();
    found.remarks.sort();
    found
}

fn missing(path: &str, line: usize, place: &str) -> Problem {
    Problem::new(path, line, format!("{place} is missing, so the English one stands"), "translate it")
}

/// One file on its way through the walk.
struct OfFile<'a> {
    path: &'a str,
    text: &'a str,
    checked: Option<&'a BTreeSet<String>>,
    found: &'a mut Comparison,
}

impl OfFile<'_> {
    fn look(&mut self, place: &str, pair: Pair<'_, '_>) {
        match pair {
            Pair::NoField(into, ..) | Pair::NoItem(into, ..) => {
                self.found.problems.push(missing(self.path, into.line(self.text), place));
            }
            Pair::Extra(node, name) => {
                let what = format!("\u{201c}{name}\u{201d} is not in the English file");
                self.problem(node, what, "take it out, or give it its English name");
            }
            Pair::Unlike(own) => {
                let place = if place.is_empty() { "the file" } else { place };
                let what = format!("{place} has not the form, or not as many entries, as in English");
                self.problem(own, what, "give it the same entries in the same order");
            }
            Pair::Both(own, other) => self.texts(place, own, other),
        }
    }

    fn problem(&mut self, node: &Node<'_>, what: String, help: &str) {
        self.found.problems.push(Problem::new(self.path, node.line(self.text), what, help));
    }

    fn texts(&mut self, place: &str, own: &Node<'_>, other: &Node<'_>) {
        let (Kind::Text(words), Kind::Text(english)) = (&own.kind, &other.kind) else {
            if own.text != other.text {
                let what = format!("{place} is {}, and {} in English", own.text, other.text);
                self.problem(own, what, "take it over as it is");
            }
            return;
        };
        let (has, wants) = (marks(words), marks(english));
        if has != wants {
            let list = |marks: &[String]| if marks.is_empty() { "none".to_owned() } else { marks.join(" ") };
            let what = format!("{place} has the places {}, and {} in English", list(&has), list(&wants));
            self.problem(own, what, "keep every place and every link, and add none");
        }
        let mut remark = |what: String, help: &str| {
            self.found.remarks.push(Problem::new(self.path, own.line(self.text), what, help));
        };
        let (has, wants) = (numbers(words), numbers(english));
        if has != wants {
            let list = |numbers: &[&str]| if numbers.is_empty() { "none".to_owned() } else { numbers.join(" ") };
            let what = format!("{place} has the numbers {}, and {} in English", list(&has), list(&wants));
            remark(what, "see that nothing has changed but how they are written");
        }
        let (long, most) = (words.chars().count(), english.chars().count().max(MEASURED_FROM) * LONGER.0 / LONGER.1);
        if long > most {
            remark(format!("{place} has {long} letters; {most} would be as much as it should have"), "say it in fewer words");
        }
        let is_known = |checked: &BTreeSet<String>| words == english || checked.contains(&hash(english));
        if self.checked.is_some_and(|checked| !is_known(checked)) {
            remark(format!("{place} has changed in English since it was translated"), "read both, then note that it was checked");
        }
    }
}

/// The `{places}` and `(link:targets)` of a text, in order of the letters.
fn marks(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('{') {
        let rest = text.get(at..).unwrap_or_default();
        found.extend(rest.find('}').and_then(|end| rest.get(..=end)).map(str::to_owned));
    }
    for (at, _) in text.match_indices("](") {
        let rest = text.get(at + 1..).unwrap_or_default();
        found.extend(rest.find(')').and_then(|end| rest.get(..=end)).map(str::to_owned));
    }
    found.sort();
    found
}

/// The numbers of a text, however their parts are joined, in order of their digits.
fn numbers(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = text.split(|letter: char| !letter.is_ascii_digit()).filter(|number| !number.is_empty()).collect();
    found.sort_unstable();
    found
}

/// What stands for an English text in `checked.ron`: eight letters that change when it does (FNV-1a).
fn hash(text: &str) -> String {
    let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{hash:08x}")
}

/// The English texts as they were when the translation was checked, if its `checked.ron` says so.
fn checked(files: &Files, language: &str, problems: &mut Vec<Problem>) -> Option<BTreeSet<String>> {
    let path = format!("{language}/{CHECKED}");
    files.get(&path)?;
    files.read(&path).map_err(|problem| problems.push(problem)).ok()
}

/// What a `checked.ron` holds when a translation has been held against every English text as it is now.
pub fn hashes(files: &Files) -> String {
    let prefix = format!("{FALLBACK}/");
    let mut found = BTreeSet::new();
    for (_, text) in files.under(&prefix) {
        if let Some(tree) = Node::of(text) {
            walk(&tree, &tree, "", &mut |_, pair| {
                if let Pair::Both(Node { kind: Kind::Text(text), .. }, _) = pair {
                    found.insert(hash(text));
                }
            });
        }
    }
    let lines: String = found.iter().map(|hash| format!("    {hash:?},\n")).collect();
    format!("[\n{lines}]\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(own: &str) -> Files {
        let mut files = Files::default();
        files.insert("en/language.ron", "(name: \"English\")");
        files.insert("xx/language.ron", "(name: \"Xx\")");
        files.insert("en/a.ron", "(\n a: \"Hold for {n} seconds, 3 times.\",\n b: [\"x\"],\n c: 1,\n)");
        files.insert("xx/a.ron", own);
        files
    }

    fn told(found: &[Problem]) -> Vec<String> {
        found.iter().map(|problem| format!("{}:{} {}", problem.file, problem.line, problem.what)).collect()
    }

    #[test]
    fn a_translation_that_keeps_everything_has_nothing_to_be_told() {
        let good = files("(\n a: \"{n} Sekunden halten, 3 Mal.\",\n b: [\"y\"],\n c: 1,\n)");
        assert_eq!(compare(&good, "xx"), Comparison::default());
        assert_eq!(compare(&good, "en"), Comparison::default());
    }

    #[test]
    fn what_is_missing_extra_or_unlike_is_a_problem_with_its_line() {
        let mut bad = files("(\n d: \"x\",\n b: [],\n c: 2)");
        bad.insert("xx/z.ron", "()");
        bad.insert("en/y.ron", "()");
        let found = told(&compare(&bad, "xx").problems);
        let expected = [
            "xx/a.ron:1 a is missing",
            "xx/a.ron:2 \u{201c}d\u{201d} is not in the English",
            "xx/a.ron:3 b has not the form",
            "xx/a.ron:4 c is 2",
            "xx/y.ron:0 this file is missing",
            "xx/z.ron:0 English has no such",
        ];
        assert_eq!(found.len(), expected.len(), "{found:?}");
        assert!(found.iter().zip(expected).all(|(found, expected)| found.starts_with(expected)), "{found:?}");
        let places = compare(&files("(\n a: \"Halten Sie {m} lang, 3 Mal.\", b: [\"y\"], c: 1)"), "xx").problems;
        assert!(places.len() == 1 && places[0].what.contains("{m}, and {n}"), "{places:?}");
    }

    #[test]
    fn what_may_be_right_is_a_remark() {
        let long = "drei ".repeat(20);
        let found = compare(&files(&format!("(\n a: \"{long}{{n}}\", b: [\"y\"], c: 1)")), "xx");
        assert_eq!(found.problems, []);
        let remarks = told(&found.remarks);
        assert!(remarks.len() == 2 && remarks[0].contains("103 letters") && remarks[1].contains("numbers none"), "{remarks:?}");
    }

    #[test]
    fn an_english_text_that_has_changed_since_is_a_remark() {
        let mut noted = files("(\n a: \"{n} Sekunden halten, 3 Mal.\",\n b: [\"y\"],\n c: 1,\n)");
        noted.insert("xx/checked.ron", hashes(&noted));
        assert_eq!(compare(&noted, "xx"), Comparison::default());
        noted.insert("en/a.ron", "(\n a: \"Keep it for {n} seconds, 3 times.\",\n b: [\"x\"],\n c: 1,\n)");
        let remarks = told(&compare(&noted, "xx").remarks);
        assert!(remarks.len() == 1 && remarks[0].contains("a has changed in English"), "{remarks:?}");
    }
}
