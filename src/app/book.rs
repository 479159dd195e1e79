//! Everything read from the content folder, as one value.
//!
//! Not a reader of files: see [`crate::source`]. Invariant: a book is whole; what is missing keeps it from being
//! made, and every problem found is told at once.

use std::collections::BTreeSet;

use crate::{
    content::{FloorWords, Guide, HistoryWords, PrintWords, ReminderWords, Words, load},
    figure::Library,
    plan::PlanWords,
    session::{CueWords, GateWords, Protocol},
    sheet::{Layouter, SheetWords},
    sound::SoundWords,
    source::{FaultWords, Files, Problem},
};

/// Texts, numbers and figures of one language.
#[derive(Debug)]
pub struct Book {
    /// The guide's pages.
    pub guide: Guide,
    /// The short words around it.
    pub words: Words,
    /// What a session says.
    pub cues: CueWords,
    /// What is asked before and after one.
    pub gates: GateWords,
    /// What the floor view says of its own.
    pub floor: FloorWords,
    /// What the History page says, and how days are written.
    pub history: HistoryWords,
    /// What is said about plans.
    pub plan: PlanWords,
    /// What is said about files that can not be read.
    pub faults: FaultWords,
    /// What a reminder says, and its rows on the settings page.
    pub reminders: ReminderWords,
    /// The summary sheet's words.
    pub sheet: SheetWords,
    /// Sets those words; one for all pages of this run.
    pub layouter: Layouter,
    /// The words around printing.
    pub print: PrintWords,
    /// What is said about sound.
    pub sound: SoundWords,
    /// How long everything takes.
    pub protocol: Protocol,
    /// Poses and scenes.
    pub figures: Library,
}

impl Book {
    /// Reads one language.
    ///
    /// A book that can be shown may still come with problems: a scene that can not be drawn is left out and told.
    pub fn read(files: &Files, language: &str) -> (Option<Self>, Vec<Problem>) {
        let mut problems = Vec::new();
        let (guide, found) = load(files, language);
        problems.extend(found);
        let (figures, found) = Library::load(files);
        problems.extend(found);
        let path = |name: &str| format!("{language}/{name}.ron");
        let words = kept(files.read(&path("words")), &mut problems);
        let cues = kept(files.read(&path("cues")), &mut problems);
        let gates = kept(GateWords::read(files, language), &mut problems);
        let floor = kept(files.read(&path("floor")), &mut problems);
        let history = kept(HistoryWords::read(files, language), &mut problems);
        let plan = kept(files.read(&path("plan")), &mut problems);
        let faults = kept(files.read(&path("faults")), &mut problems);
        let reminders = kept(files.read(&path("reminders")), &mut problems);
        let sheet = kept(SheetWords::read(files, language), &mut problems);
        let print = kept(files.read(&path("print")), &mut problems);
        let sound = kept(files.read(&path("sound")), &mut problems);
        let protocol = Protocol::read(files).map_err(|found| problems.extend(found)).ok();
        if let Some(guide) = &guide {
            problems.extend(missing_scenes(files, language, guide, &figures));
        }
        problems.sort();
        problems.dedup();
        let book = (|| {
            Some(Self {
                guide: guide?,
                words: words?,
                cues: cues?,
                gates: gates?,
                floor: floor?,
                history: history?,
                plan: plan?,
                faults: faults?,
                reminders: reminders?,
                sheet: sheet?,
                layouter: Layouter::default(),
                print: print?,
                sound: sound?,
                protocol: protocol?,
                figures,
            })
        })();
        (book, problems)
    }
}

fn kept<T>(result: Result<T, Problem>, problems: &mut Vec<Problem>) -> Option<T> {
    result.map_err(|problem| problems.push(problem)).ok()
}

/// Scenes that the guide names and no scene file has.
fn missing_scenes(files: &Files, language: &str, guide: &Guide, figures: &Library) -> Vec<Problem> {
    let known: BTreeSet<&str> = figures.scene_ids().collect();
    let pictured = guide.figures().into_iter().map(|figure| figure.scene.as_str());
    let ways = guide.positions.iter().flat_map(|position| position.get_down_scenes.iter().chain(&position.get_up_scenes));
    let named: BTreeSet<&str> = pictured.chain(ways.map(String::as_str)).collect();
    let found = named.difference(&known).map(|scene| {
        let needle = format!("\"{scene}\"");
        let prefix = format!("{language}/");
        let file = files.under(&prefix).find(|(_, text)| text.contains(&needle)).map_or(prefix.as_str(), |(path, _)| path);
        let what = format!("there is no scene \"{scene}\"");
        Problem::new(file, files.line_of(file, &needle), what, "name a scene of figures/scenes.ron, or draw it there")
    });
    found.collect()
}
