//! The whole guide in one language, and what its readers ask of it.
//!
//! Not the loader: [`super::load()`] makes one and says what is wrong with it.
//!
//! Invariant: a guide holds every file of its language; a missing file gives no guide.

use super::link::plain;
use super::sentence::words;
use super::walk::{Parts, Role, Said, said};
use super::{
    Block, Fact, Figure, Note, Page, PositionText, QuestionsPage, Section, Signs, StartPage, TipsPage, WarmUpText, WarningPage,
};

/// How fast the reading times assume that a person reads.
///
/// This guide's own choice, on the slow side: adults read plain prose silently at about 240 words a minute, and
/// here the pictures and the notes beside the text take time too.
pub const WORDS_A_MINUTE: usize = 180;

/// All that is read in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guide {
    /// The language's folder: `en`.
    pub language: String,
    pub start: StartPage,
    /// Eight, in order.
    pub sections: Vec<Section>,
    /// Four, in the order of their cards.
    pub positions: Vec<PositionText>,
    /// Six.
    pub warm_ups: Vec<WarmUpText>,
    pub questions: QuestionsPage,
    pub tips: TipsPage,
    pub warning: WarningPage,
    /// What else helps a sore back.
    pub helps: Page,
    /// Where the notes come from, and who has looked at the texts.
    pub sources: Page,
    /// Every warning sign, once.
    pub signs: Signs,
    /// N1 to N20.
    pub notes: Vec<Note>,
    /// The facts that the texts carry; the same in every language.
    pub facts: Vec<Fact>,
}

impl Guide {
    /// The evidence note with this id (`N1`).
    pub fn note(&self, id: &str) -> Option<&Note> {
        self.notes.iter().find(|note| note.id == id)
    }

    /// The section with this id (`warm-up`).
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// The texts of the position with this id (`Back`).
    pub fn position(&self, id: &str) -> Option<&PositionText> {
        self.positions.iter().find(|position| position.id == id)
    }

    /// The texts of the warm-up with this id (`Walk`).
    pub fn warm_up(&self, id: &str) -> Option<&WarmUpText> {
        self.warm_ups.iter().find(|warm_up| warm_up.id == id)
    }

    /// Whole minutes to read a section's page, at least 1.
    ///
    /// Counts what the page shows: prose, notes, and the positions or warm-ups where they are part of the page.
    pub fn minutes_to_read(&self, section: &Section) -> usize {
        // What a picture shows is told to those who do not see it, of four positions one: it is no time to read.
        let page = self.said().into_iter().filter(|said| said.page == section.id && said.role != Role::Picture);
        let beside = section.blocks.iter().filter_map(|block| match block {
            Block::Evidence(evidence) => Some(evidence.notes.iter().filter_map(|id| self.note(id))),
            _ => None,
        });
        let count: usize = page.map(|said| words(&plain(said.text)).count()).sum::<usize>()
            + beside.flatten().map(|note| words(&plain(&note.text)).count()).sum::<usize>();
        count.div_ceil(WORDS_A_MINUTE).max(1)
    }

    /// Every picture that the texts ask for, so that scenes and anchors can be checked against the drawings.
    pub fn figures(&self) -> Vec<&Figure> {
        let own = [&self.helps, &self.sources].into_iter().flat_map(|page| &page.blocks);
        let blocks = self.start.blocks.iter().chain(self.sections.iter().flat_map(|section| &section.blocks)).chain(own);
        let in_blocks = blocks.flat_map(|block| match block {
            Block::Figure(figure) => vec![figure],
            Block::InPosition(figures) => figures.iter().collect(),
            Block::Tools(tools) => tools.to_use.iter().chain(&tools.to_leave_out).collect(),
            _ => Vec::new(),
        });
        let positions = self.positions.iter().map(|position| &position.figure);
        in_blocks.chain(positions).chain(self.warm_ups.iter().map(|warm_up| &warm_up.figure)).collect()
    }

    /// Every text of the guide with what it claims and what stands beside it.
    pub fn said(&self) -> Vec<Said<'_>> {
        said(&Parts {
            start: Some(&self.start),
            sections: Some(&self.sections),
            positions: Some(&self.positions),
            warm_ups: Some(&self.warm_ups),
            questions: Some(&self.questions),
            tips: Some(&self.tips),
            warning: Some(&self.warning),
            helps: Some(&self.helps),
            sources: Some(&self.sources),
            signs: Some(&self.signs),
            notes: Some(&self.notes),
            facts: Some(&self.facts),
        })
    }
}
