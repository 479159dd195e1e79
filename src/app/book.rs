//! Everything read from the content folder, as one value.
//!
//! Not a reader of files: see [`crate::source`]. Invariant: a book is whole; what is missing keeps it from being
//! made, and every problem found is told at once.

use std::{collections::BTreeSet, sync::OnceLock};

use crate::{
    content::{
        FALLBACK, FindWords, FloorWords, Further, Guide, HistoryWords, PrintWords, ReminderWords, SearchIndex, Words, load, whole,
    },
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
    /// What a practice round says in its place.
    pub practice_cues: CueWords,
    /// What is asked before and after one.
    pub gates: GateWords,
    /// What is said around finding one's way.
    pub find: FindWords,
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
    /// Every text, ready to be searched, once it was.
    search: OnceLock<SearchIndex>,
}

impl Book {
    /// Reads one language, text by text from the fallback where it lacks one.
    ///
    /// A book that can be shown may still come with problems: a scene that can not be drawn is left out and told. A language
    /// that can not be read is told too, and the fallback's book is shown in its place: better read than not.
    pub fn read(files: &Files, language: &str) -> (Option<Self>, Vec<Problem>) {
        let (book, mut problems) = Self::read_as_it_is(&whole(files, language), language);
        if book.is_some() || language == FALLBACK {
            return (book, problems);
        }
        let (book, found) = Self::read_as_it_is(files, FALLBACK);
        problems.extend(found);
        problems.sort();
        problems.dedup();
        (book, problems)
    }

    fn read_as_it_is(files: &Files, language: &str) -> (Option<Self>, Vec<Problem>) {
        let mut problems = Vec::new();
        let (guide, found) = load(files, language);
        problems.extend(found);
        let (figures, found) = Library::load(files);
        problems.extend(found);
        let path = |name: &str| format!("{language}/{name}.ron");
        let words = kept(files.read_in(language, "words"), &mut problems);
        let cues: Option<CueWords> = kept(CueWords::read(files, language), &mut problems);
        let gates = kept(GateWords::read(files, language), &mut problems);
        let find = kept(files.read_in(language, "find"), &mut problems);
        let floor = kept(files.read(&path("floor")), &mut problems);
        let history = kept(HistoryWords::read(files, language), &mut problems);
        let plan = kept(files.read_in(language, "plan"), &mut problems);
        let faults = kept(files.read(&path("faults")), &mut problems);
        let reminders = kept(files.read_in(language, "reminders"), &mut problems);
        let sheet = kept(SheetWords::read(files, language), &mut problems);
        let print = kept(files.read_in(language, "print"), &mut problems);
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
                practice_cues: cues.as_ref()?.for_practice(),
                cues: cues?,
                gates: gates?,
                find: find?,
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
                search: OnceLock::new(),
            })
        })();
        (book, problems)
    }

    /// Every text that can be searched; made when it is first asked for.
    pub fn search(&self) -> &SearchIndex {
        self.search.get_or_init(|| SearchIndex::new(&self.guide, &self.further()))
    }

    /// What is searched besides the guide: the rows of the settings, and what the other pages are called.
    fn further(&self) -> Vec<Further<'_>> {
        let (words, nav) = (&self.words.settings, &self.words.nav);
        let settings = [
            &words.title,
            &words.position,
            &words.most,
            &words.most_detail,
            &words.sound,
            &words.voice,
            &words.voice_detail,
            &words.tones,
            &words.volume,
            &words.reader,
            &words.reader_detail,
            &words.reading,
            &words.language,
            &words.text_size,
            &words.theme,
            &words.theme_dark,
            &words.theme_high_contrast,
            &words.motion,
            &words.motion_detail,
            &words.self_paced,
            &words.self_paced_detail,
            &words.pace,
            &words.pace_detail,
            &words.lead_in,
            &words.hold,
            &words.release,
            &words.breaths,
            &words.rounds,
            &words.side,
            &words.side_detail,
            &words.turn,
            &words.turn_detail,
            &words.keys,
            &words.keys_detail,
            &words.counts_aloud,
            &words.counts_aloud_detail,
            &words.figures,
            &words.build,
            &words.hair,
            &words.skin,
            &words.data,
            &words.open_folder,
            &words.delete_all,
            &words.reset,
            &self.reminders.settings.title,
        ];
        let settings = settings.into_iter().map(|text| Further { page: "settings", text });
        let others = [("history", &self.history.title), ("history", &self.history.lead), ("sheet", &nav.sheet)];
        let others = others.into_iter().chain([("sheet", &self.words.sheet.lead)]);
        settings.chain(others.map(|(page, text)| Further { page, text })).collect()
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
