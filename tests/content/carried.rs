//! Every fact of the article is in the guide, and disputed ones never stand alone.
//!
//! Not the loader's own check: this one is written a second time, from the rules, so that a fault in the first
//! does not hide a lost fact.
//!
//! Invariant: 177 facts, 20 notes.

use std::collections::{BTreeMap, BTreeSet};

use gentleback::content::{Block, NEVER_FOLDED, Role};

use crate::guide;

#[test]
fn all_177_facts_are_carried_with_their_words() {
    let guide = guide();
    assert_eq!(guide.facts.len(), 177);
    let mut lost = vec![];
    let said = guide.said();
    for fact in &guide.facts {
        let claims: Vec<_> = said.iter().filter(|said| said.facts.contains(&fact.id)).collect();
        if claims.is_empty() {
            lost.push(format!("{} is carried nowhere", fact.id));
        }
        for claim in claims {
            let text = format!("{} {}", claim.text, claim.around).to_lowercase();
            for group in &fact.keywords {
                if !group.split('|').any(|word| text.contains(word)) {
                    lost.push(format!("{}: none of {group} in: {}", fact.id, claim.text));
                }
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn facts_are_claimed_where_a_person_reads_them() {
    let guide = guide();
    for said in guide.said().iter().filter(|said| !said.facts.is_empty()) {
        assert!(matches!(said.role, Role::Prose | Role::Safety | Role::Article), "{:?}: {}", said.role, said.text);
    }
}

#[test]
fn a_disputed_fact_always_has_its_notes_beside_it() {
    let guide = guide();
    assert_eq!(guide.notes.len(), 20);
    let mut disputed = BTreeMap::<&str, BTreeSet<&str>>::new();
    for note in &guide.notes {
        for by in &note.by {
            disputed.entry(by).or_default().insert(&note.id);
        }
    }
    let mut seen = BTreeSet::new();
    for said in guide.said() {
        for fact in said.facts {
            let Some(notes) = disputed.get(fact.as_str()) else { continue };
            let beside: BTreeSet<&str> = said.beside.iter().map(String::as_str).collect();
            assert!(notes.is_subset(&beside), "{fact} needs {notes:?}, has {beside:?}: {}", said.text);
            assert_eq!(said.role, Role::Article, "{fact} is not marked as the article's: {}", said.text);
            seen.insert(fact.as_str());
        }
    }
    assert_eq!(seen, disputed.keys().copied().collect());
}

#[test]
fn the_claims_that_could_mislead_are_never_folded_away() {
    let guide = guide();
    for fact in NEVER_FOLDED {
        let said = guide.said();
        let claims: Vec<_> = said.iter().filter(|said| said.facts.iter().any(|id| id == fact)).collect();
        assert!(!claims.is_empty() && claims.iter().all(|said| said.open), "{fact}");
    }
}

#[test]
fn every_note_can_be_read_in_the_guide() {
    let guide = guide();
    let pages = [&guide.start.blocks].into_iter();
    let pages = pages.chain(guide.sections.iter().map(|section| &section.blocks));
    let pages = pages.chain(guide.questions.questions.iter().map(|question| &question.answer));
    let pages = pages.chain([&guide.questions.closing, &guide.tips.after_tips, &guide.tips.closing, &guide.helps.blocks]);
    let shown: BTreeSet<&str> = pages
        .flatten()
        .filter_map(|block| match block {
            Block::Evidence(evidence) => Some(&evidence.notes),
            _ => None,
        })
        .flatten()
        .map(String::as_str)
        .collect();
    for note in &guide.notes {
        assert!(shown.contains(note.id.as_str()), "{} stands beside nothing", note.id);
    }
}

#[test]
fn each_section_opens_with_its_point() {
    let guide = guide();
    for (index, section) in guide.sections.iter().enumerate() {
        let point = format!("STEP-{}", index + 1);
        assert!(section.lead.facts.contains(&point), "{} does not carry {point}", section.id);
    }
    for (index, point) in guide.tips.main_points.iter().enumerate() {
        // What the core is said to do has its note beside it, below the points.
        let wanted = format!("CONC-{}", index + 1);
        assert!(point.facts.contains(&wanted) || wanted == "CONC-4", "{}", point.text);
    }
}
