//! What a guide must be: eight sections, seven questions, four tips, and so on, with ids that are known.
//!
//! Not the form of the files, which the types give, and not the carrying of facts, which is [`super::carry`].
//!
//! Invariant: each check looks at what could be read and never hides what another check finds.

use std::collections::BTreeMap;

use super::carry::Carry;
use super::files::{FACTS, NOTES, POSITIONS, QUESTIONS, SECTIONS, TIPS, WARM_UPS, WARNING};
use super::ids::{POSITION_IDS, SECTION_IDS, WARM_UP_IDS};
use super::place::Places;
use super::sentence::{sentences, words};
use super::walk::{Parts, Said, said};
use super::{Level, evidence, link};
use crate::source::{FALLBACK, Problem};

/// A sentence may not be longer, in any language (words). English aims lower: its tests ask for 20.
pub const MOST_WORDS: usize = 25;

/// Runs every check on what could be read.
pub(super) fn check(parts: &Parts<'_>, places: &Places<'_>, language: &str, problems: &mut Vec<Problem>) {
    ids(parts, places, problems);
    counts(parts, places, problems);
    sees(parts, places, problems);
    evidence::check(parts, places, problems);
    let said = counted(said(parts));
    texts(&said, places, problems);
    if let Some(facts) = parts.facts {
        let has_all_files = parts.start.is_some()
            && parts.sections.is_some()
            && parts.positions.is_some()
            && parts.warm_ups.is_some()
            && parts.questions.is_some()
            && parts.tips.is_some()
            && parts.warning.is_some()
            && parts.signs.is_some();
        let notes = parts.notes.unwrap_or_default();
        Carry { facts, notes, has_keywords: language == FALLBACK, has_all_files }.check(&said, places, problems);
    }
}

/// Each text with its place among equal texts of its file: the line of the second is not that of the first.
///
/// The line itself is looked for when there is a problem; a guide without one opens sooner.
fn counted(said: Vec<Said<'_>>) -> Vec<(Said<'_>, usize)> {
    let mut seen = BTreeMap::<(&str, &str), usize>::new();
    said.into_iter()
        .map(|said| {
            let times = seen.entry((said.file, said.text)).or_default();
            let nth = *times;
            *times += 1;
            (said, nth)
        })
        .collect()
}

/// Lists whose ids are fixed must have just these, in order; facts only have to differ.
fn ids(parts: &Parts<'_>, places: &Places<'_>, problems: &mut Vec<Problem>) {
    let note_ids: Vec<String> = (1..=20).map(|number| format!("N{number}")).collect();
    let note_ids: Vec<&str> = note_ids.iter().map(String::as_str).collect();
    let mut fixed = |file: &str, what: &str, found: Option<Vec<&str>>, wanted: &[&str]| {
        let Some(found) = found else { return };
        repeated(file, &found, places, problems);
        for id in found.iter().filter(|id| !wanted.contains(id)) {
            let what = format!("there is no {what} with the id \u{201c}{id}\u{201d}");
            problems.push(places.problem(file, places.id(file, id, 0), what, format!("use one of: {}", wanted.join(", "))));
        }
        for id in wanted.iter().filter(|id| !found.contains(id)) {
            let help = format!("write it; the order is {}", wanted.join(", "));
            problems.push(places.problem(file, 0, format!("the {what} \u{201c}{id}\u{201d} is missing"), help));
        }
        let known: Vec<&&str> = found.iter().filter(|id| wanted.contains(id)).collect();
        let in_order = known.windows(2).find(|pair| match pair {
            [a, b] => wanted.iter().position(|id| &id == a) > wanted.iter().position(|id| &id == b),
            _ => false,
        });
        if let Some([first, then]) = in_order {
            let what = format!("the {what} \u{201c}{then}\u{201d} may not stand after \u{201c}{first}\u{201d}");
            let help = format!("keep the order {}", wanted.join(", "));
            problems.push(places.problem(file, places.id(file, then, 0), what, help));
        }
    };
    fixed(SECTIONS, "section", parts.sections.map(|all| all.iter().map(|one| one.id.as_str()).collect()), &SECTION_IDS);
    fixed(POSITIONS, "position", parts.positions.map(|all| all.iter().map(|one| one.id.as_str()).collect()), &POSITION_IDS);
    fixed(WARM_UPS, "warm-up", parts.warm_ups.map(|all| all.iter().map(|one| one.id.as_str()).collect()), &WARM_UP_IDS);
    fixed(NOTES, "note", parts.notes.map(|all| all.iter().map(|one| one.id.as_str()).collect()), &note_ids);
    let facts: Vec<&str> = parts.facts.unwrap_or_default().iter().map(|fact| fact.id.as_str()).collect();
    repeated(FACTS, &facts, places, problems);
}

/// An id may stand once in its file.
fn repeated(file: &str, ids: &[&str], places: &Places<'_>, problems: &mut Vec<Problem>) {
    let mut seen = BTreeMap::<&str, usize>::new();
    for id in ids {
        let times = seen.entry(id).or_default();
        if *times > 0 {
            let line = places.id(file, id, *times);
            problems.push(places.problem(
                file,
                line,
                format!("\u{201c}{id}\u{201d} is here twice"),
                "give each entry its own id",
            ));
        }
        *times += 1;
    }
}

/// Lists without ids must have the right length.
fn counts(parts: &Parts<'_>, places: &Places<'_>, problems: &mut Vec<Problem>) {
    let mut count = |file: &str, line: usize, what: String, found: usize, wanted: usize| {
        if found != wanted {
            let help = "add what is missing, or take out what is too much";
            problems.push(places.problem(file, line, format!("{found} {what} where there must be {wanted}"), help));
        }
    };
    if let Some(page) = parts.questions {
        count(QUESTIONS, places.nth(QUESTIONS, "questions:", 0), "questions".into(), page.questions.len(), 7);
    }
    if let Some(page) = parts.tips {
        count(TIPS, places.nth(TIPS, "tips:", 0), "tips".into(), page.tips.len(), 4);
        count(TIPS, places.nth(TIPS, "main_points:", 0), "main points".into(), page.main_points.len(), 8);
    }
    let Some(page) = parts.warning else { return };
    let levels: Vec<Level> = page.levels.iter().map(|level| level.level).collect();
    if levels != Level::ALL {
        let line = places.nth(WARNING, "levels:", 0);
        let what = "the warning page must have its four levels once each, the emergency signs first";
        problems.push(places.problem(WARNING, line, what, format!("keep the order {:?}", Level::ALL)));
    }
}

/// Links lead to sections that exist.
fn sees(parts: &Parts<'_>, places: &Places<'_>, problems: &mut Vec<Problem>) {
    let questions = parts.questions.map_or(&[][..], |page| &page.questions);
    let tips = parts.tips.map_or(&[][..], |page| &page.tips);
    let questions = questions.iter().filter_map(|question| question.see.as_deref()).map(|see| (QUESTIONS, see));
    for (file, see) in questions.chain(tips.iter().map(|tip| (TIPS, tip.see.as_str()))) {
        if !SECTION_IDS.contains(&see) {
            let line = places.nth(file, &format!("see: \"{see}\""), 0);
            let what = format!("there is no section \u{201c}{see}\u{201d} to see");
            problems.push(places.problem(file, line, what, format!("use one of: {}", SECTION_IDS.join(", "))));
        }
    }
}

/// No text is empty, half strong, one endless sentence, or leads to a page that is not there.
fn texts(said: &[(Said<'_>, usize)], places: &Places<'_>, problems: &mut Vec<Problem>) {
    for (said, nth) in said {
        let mut report = |what, help: &str| problems.push(places.at(said, *nth, what, help));
        if said.text.trim().is_empty() {
            report(format!("an empty text on the page \u{201c}{}\u{201d}", said.page), "write it, or take the entry out");
        }
        if said.text.matches("**").count() % 2 != 0 {
            report("a strong stretch is opened and not closed".to_owned(), "put `**` at both ends of it");
        }
        for fault in link::faults(said.text) {
            report(fault, link::HELP);
        }
        for sentence in sentences(said.text) {
            let count = words(&sentence).count();
            if count > MOST_WORDS {
                report(
                    format!("a sentence of {count} words: \u{201c}{sentence}\u{201d}"),
                    "make two of it; more than 25 words are hard to hear and to read",
                );
            }
        }
    }
}
