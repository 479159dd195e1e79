//! Facts, and whether the texts carry them.
//!
//! Not a judge of meaning: words that must be there are looked for, and a person reads the rest (docs/CONTENT.md).
//!
//! Invariant: nothing that claims a fact passes without the fact's words, and no disputed fact without its notes.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::Note;
use super::files::FACTS;
use super::place::Places;
use super::walk::Said;
use crate::source::Problem;

/// Facts that never stand without their note, not even folded (health.md section 6, check 11).
pub const NEVER_FOLDED: [&str; 5] = ["PRESS-8", "RELEASE-7", "STOP-9", "STOP-11", "FAQ-2-3"];

/// One fact of the article, in words that are not shown.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// `PRESS-8`.
    pub id: String,
    /// The article's part that it comes from.
    pub section: String,
    /// The fact in plain words, for writers.
    pub fact: String,
    /// Groups of alternatives (`a|b`): the text needs one of each group, in any case of letters.
    pub keywords: Vec<String>,
}

impl Fact {
    /// The keyword groups of which `text` has none.
    pub fn missing_in(&self, text: &str) -> Vec<&str> {
        let text = text.to_lowercase();
        let found = |group: &str| group.split('|').any(|word| text.contains(&word.to_lowercase()));
        self.keywords.iter().map(String::as_str).filter(|group| !found(group)).collect()
    }
}

/// What the texts are held against.
pub(super) struct Carry<'a> {
    pub facts: &'a [Fact],
    pub notes: &'a [Note],
    /// The keywords are English: other languages are checked for their claims and notes only.
    pub has_keywords: bool,
    /// A file that could not be read may hold the claims that seem to be missing.
    pub has_all_files: bool,
}

impl Carry<'_> {
    /// Checks every claim of every text.
    pub(super) fn check(&self, said: &[(Said<'_>, usize)], places: &Places<'_>, problems: &mut Vec<Problem>) {
        let facts: BTreeMap<&str, &Fact> = self.facts.iter().map(|fact| (fact.id.as_str(), fact)).collect();
        let mut carried = BTreeSet::new();
        for (said, nth) in said {
            let mut report = |what, help: &str| problems.push(places.at(said, *nth, what, help));
            for id in said.facts {
                let Some(fact) = facts.get(id.as_str()) else {
                    report(format!("there is no fact {id}"), "use an id of facts.ron, or take it out of the list");
                    continue;
                };
                carried.insert(id.as_str());
                if self.has_keywords {
                    self.words(fact, said, &mut report);
                }
                self.beside(id, said, &mut report);
            }
        }
        if self.has_all_files {
            for fact in self.facts.iter().filter(|fact| !carried.contains(fact.id.as_str())) {
                let what = format!("no text carries {}: {}", fact.id, fact.fact);
                let help = "write it into the section it belongs to, and name the id in that text's facts";
                problems.push(places.problem(FACTS, places.id(FACTS, &fact.id, 0), what, help));
            }
        }
    }

    /// The fact's words must be in the text, or in the block around it.
    fn words(&self, fact: &Fact, said: &Said<'_>, report: &mut impl FnMut(String, &str)) {
        if fact.missing_in(said.text).is_empty() {
            return;
        }
        for group in fact.missing_in(&said.around) {
            report(
                format!("this text claims {} but has none of \u{201c}{group}\u{201d}", fact.id),
                "say what the fact says with one of these words, or take the id out of the list",
            );
        }
    }

    /// Every note about the fact must stand beside it, unfolded where that is a rule.
    fn beside(&self, id: &str, said: &Said<'_>, report: &mut impl FnMut(String, &str)) {
        for note in self.notes.iter().filter(|note| note.by.iter().any(|by| by == id)) {
            if !said.beside.contains(&note.id) {
                report(
                    format!("{id} is shown without its note {}", note.id),
                    "put this text into the article list of an Evidence block that names the note",
                );
            } else if NEVER_FOLDED.contains(&id) && !said.open {
                report(format!("{id} may not be folded away from its note"), "add `open: true` to this Evidence block");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_found_by_any_of_its_words_in_any_case() {
        let fact = Fact {
            id: "X-1".into(),
            section: String::new(),
            fact: String::new(),
            keywords: vec!["stop".into(), "hurt|pain".into()],
        };
        assert!(fact.missing_in("STOP if it hurts.").is_empty());
        assert_eq!(fact.missing_in("Go on if it aches."), ["stop", "hurt|pain"]);
    }
}
