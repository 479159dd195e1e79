//! Reads one language of the guide and collects all that is wrong with it.
//!
//! Not a file reader, and not the reader of session words, cues or figures: their modules read their own files.
//!
//! Invariant: every file is read and every check is run, whatever the others found; no problem hides another,
//! except that RON stops at the first fault inside a file.

use serde::de::DeserializeOwned;

use super::check::check;
use super::files::{FACTS, HELPS, NOTES, POSITIONS, QUESTIONS, SECTIONS, SIGNS, SOURCES, START, TIPS, WARM_UPS, WARNING};
use super::place::Places;
use super::signs::put_in_place;
use super::walk::Parts;
use super::whole::Guide;
use super::{Section, Signs, WarningPage};
use crate::source::{Files, Problem};

/// Loads the guide of one language.
///
/// There is a guide as soon as every file has its form; the problems say what is wrong with it all the same, and
/// a guide with problems should not be shipped.
pub fn load(files: &Files, language: &str) -> (Option<Guide>, Vec<Problem>) {
    let places = Places::new(files, language);
    let mut problems = vec![];
    let start = read(files, &places, START, &mut problems);
    let mut sections: Option<Vec<Section>> = read(files, &places, SECTIONS, &mut problems);
    let positions = read(files, &places, POSITIONS, &mut problems);
    let warm_ups = read(files, &places, WARM_UPS, &mut problems);
    let questions = read(files, &places, QUESTIONS, &mut problems);
    let tips = read(files, &places, TIPS, &mut problems);
    let mut warning: Option<WarningPage> = read(files, &places, WARNING, &mut problems);
    let helps = read(files, &places, HELPS, &mut problems);
    let sources = read(files, &places, SOURCES, &mut problems);
    let signs: Option<Signs> = read(files, &places, SIGNS, &mut problems);
    if let Some(signs) = &signs {
        problems.extend(signs.problems(files, language));
        put_in_place(signs, sections.as_deref_mut().unwrap_or_default(), warning.as_mut(), &places, &mut problems);
    }
    let notes = read(files, &places, NOTES, &mut problems);
    let facts = read(files, &places, FACTS, &mut problems);
    check(
        &Parts {
            start: start.as_ref(),
            sections: sections.as_deref(),
            positions: positions.as_deref(),
            warm_ups: warm_ups.as_deref(),
            questions: questions.as_ref(),
            tips: tips.as_ref(),
            warning: warning.as_ref(),
            helps: helps.as_ref(),
            sources: sources.as_ref(),
            signs: signs.as_ref(),
            notes: notes.as_deref(),
            facts: facts.as_deref(),
        },
        &places,
        language,
        &mut problems,
    );
    problems.sort();
    let guide = (|| {
        Some(Guide {
            language: language.to_owned(),
            start: start?,
            sections: sections?,
            positions: positions?,
            warm_ups: warm_ups?,
            questions: questions?,
            tips: tips?,
            warning: warning?,
            helps: helps?,
            sources: sources?,
            signs: signs?,
            notes: notes?,
            facts: facts?,
        })
    })();
    (guide, problems)
}

/// Reads one file, or notes why it can not be read.
fn read<T: DeserializeOwned>(files: &Files, places: &Places<'_>, file: &str, problems: &mut Vec<Problem>) -> Option<T> {
    files.read(&places.path(file)).map_err(|problem| problems.push(problem)).ok()
}
