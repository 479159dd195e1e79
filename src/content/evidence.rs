//! Notes are about facts that exist, and evidence blocks name notes that exist and belong there.
//!
//! Not whether a disputed fact has its notes: that is asked from the fact's side, in [`super::carry`].
//!
//! Invariant: a note without a fact and a block without a note are both found.

use super::files::{HELPS, NOTES, QUESTIONS, SECTIONS, START, TIPS};
use super::place::Places;
use super::walk::Parts;
use super::{Block, Evidence};
use crate::source::Problem;

/// Notes are about facts that exist, and evidence blocks name notes that exist and belong there.
pub(super) fn check(parts: &Parts<'_>, places: &Places<'_>, problems: &mut Vec<Problem>) {
    let Some(notes) = parts.notes else { return };
    for note in notes {
        let line = places.id(NOTES, &note.id, 0);
        if note.by.is_empty() {
            let what = format!("the note {} stands beside no fact", note.id);
            problems.push(places.problem(NOTES, line, what, "name the facts it is about in `by`"));
        }
        let unknown = |by: &&String| parts.facts.is_some_and(|facts| facts.iter().all(|fact| fact.id != **by));
        for by in note.by.iter().filter(unknown) {
            let what = format!("the note {} is about {by}, and there is no such fact", note.id);
            problems.push(places.problem(NOTES, line, what, "use an id of facts.ron"));
        }
    }
    for (file, evidence) in blocks_of(parts) {
        let mut report = |what, help: &str| {
            problems.push(places.problem(file, places.text(file, &evidence.summary, 0), what, help));
        };
        if evidence.notes.is_empty() || evidence.article.is_empty() {
            report(
                "an evidence block with one side empty".to_owned(),
                "give it an article text and a note, or make it plain Text",
            );
        }
        let facts: Vec<&String> = evidence.article.iter().flat_map(|passage| &passage.facts).collect();
        for id in &evidence.notes {
            match notes.iter().find(|note| &note.id == id) {
                None => report(format!("there is no note {id}"), "use an id of notes.ron"),
                Some(note) if note.by.iter().any(|by| facts.contains(&by)) => {}
                Some(_) => report(
                    format!("the note {id} is about none of the facts beside it"),
                    "take the note out, or add the fact to its `by` in notes.ron",
                ),
            }
        }
    }
}

/// Every evidence block, with its file.
fn blocks_of<'a>(parts: &Parts<'a>) -> Vec<(&'static str, &'a Evidence)> {
    let mut blocks: Vec<(&'static str, &'a [Block])> = vec![];
    blocks.extend(parts.start.map(|page| (START, page.blocks.as_slice())));
    blocks.extend(parts.sections.unwrap_or_default().iter().map(|section| (SECTIONS, section.blocks.as_slice())));
    if let Some(page) = parts.questions {
        blocks.extend(page.questions.iter().map(|question| (QUESTIONS, question.answer.as_slice())));
        blocks.push((QUESTIONS, &page.closing));
    }
    if let Some(page) = parts.tips {
        blocks.extend([(TIPS, page.after_tips.as_slice()), (TIPS, page.closing.as_slice())]);
    }
    blocks.extend(parts.helps.map(|page| (HELPS, page.blocks.as_slice())));
    let each = |(file, blocks): (&'static str, &'a [Block])| {
        blocks.iter().filter_map(move |block| match block {
            Block::Evidence(evidence) => Some((file, evidence)),
            _ => None,
        })
    };
    blocks.into_iter().flat_map(each).collect()
}
