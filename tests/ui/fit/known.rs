//! Pages that are known not to fit yet, and by which rules. It only ever gets shorter.

use std::collections::BTreeSet;

use super::rules::Rule;
#[allow(clippy::enum_glob_use, reason = "a table of rules")]
use Rule::*;

/// Page and rules.
const KNOWN: &[(&str, &[Rule])] = &[
    ("floor check-in", &[Border, Covered, Texts, Controls]),
    ("floor feel", &[Border]),
    ("floor feel-worse", &[Border]),
    ("floor getting-down-last", &[Border, Covered]),
    ("floor hands", &[Texts, Ink]),
    ("floor next-round", &[Border, Covered]),
    ("floor not-today", &[Border, Texts]),
    ("floor ready", &[Border, Covered, Texts, Ink, Reach]),
    ("floor ready-left-hand", &[Border]),
    ("floor rest-signs", &[Border, Texts]),
    ("floor settle", &[Border, Covered, Texts, Ink, Reach]),
    ("floor settle-at-10", &[Border, Ink]),
    ("floor settle-wall", &[Border, Ink]),
    ("floor what-happened-wall", &[Border, Texts]),
    ("history-damaged", &[Window, Border, Texts, Control]),
    ("menu", &[Border]),
    ("position-stage", &[Label, Reach]),
    ("settle-at-10", &[Border]),
];

/// The rules that a page is known to fail.
pub fn of(page: &str) -> BTreeSet<Rule> {
    KNOWN.iter().filter(|(name, _)| *name == page).flat_map(|(_, rules)| rules.iter().copied()).collect()
}
