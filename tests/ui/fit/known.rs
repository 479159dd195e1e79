//! Pages that are known not to fit yet, and by which rules. It only ever gets shorter.
//!
//! `FIT_TABLE=1` tells what would have to stand here.

use std::collections::BTreeSet;

use super::rules::Rule;

/// Page and rules.
const KNOWN: &[(&str, &[Rule])] = &[
    ("feel", &[Rule::Border]),
    ("hands", &[Rule::Word]),
    ("history-import-failed", &[Rule::Reach]),
    ("hold-wall", &[Rule::Word]),
    ("own-pace-press", &[Rule::Word]),
    ("position-all-fours", &[Rule::Ink, Rule::Reach]),
    ("position-get-down", &[Rule::Texts]),
    ("position-stage", &[Rule::Label]),
    ("press", &[Rule::Border, Rule::Texts, Rule::Label, Rule::Reach]),
    ("press-on", &[Rule::Word]),
    ("search-found", &[Rule::Reach]),
    ("search-hit", &[Rule::Border, Rule::Label]),
    ("section-2-open", &[Rule::Reach]),
    ("section-3-open", &[Rule::Reach]),
    ("section-4-open", &[Rule::Reach]),
    ("section-5-open", &[Rule::Border, Rule::Label]),
    ("section-8-open", &[Rule::Reach]),
    ("settings", &[Rule::Reach]),
    ("still-figures", &[Rule::Reach]),
    ("suits-last", &[Rule::Reach]),
    ("suits-position", &[Rule::Reach]),
    ("tips", &[Rule::Reach]),
    ("warm-up-enough", &[Rule::Border, Rule::Covered]),
    ("warm-up-place", &[Rule::Covered, Rule::Controls]),
    ("warm-up-running", &[Rule::Border]),
    ("warm-up-stage", &[Rule::Covered]),
    ("warm-up-stage-running", &[Rule::Covered, Rule::Controls]),
];

/// The rules that a page is known to fail.
pub fn of(page: &str) -> BTreeSet<Rule> {
    KNOWN.iter().filter(|(name, _)| *name == page).flat_map(|(_, rules)| rules.iter().copied()).collect()
}
