//! Every text of the guide as one list: what it says, what it claims, and what stands beside it.
//!
//! Not the checks: those read this list, and so do the tests of reading grade and wording.
//!
//! Invariant: every string that a person reads is in the list exactly once, in the order of its file.

use super::files::{HELPS, NOTES, POSITIONS, QUESTIONS, SECTIONS, SIGNS, SOURCES, START, TIPS, WARM_UPS, WARNING};
use super::{
    Asked, Block, Fact, Figure, Note, Page, Passage, PositionText, Practice, QuestionsPage, Section, Signs, StartPage, TipsPage,
    WarmUpText, WarningPage,
};

/// What could be read of a language.
pub(super) struct Parts<'a> {
    pub start: Option<&'a StartPage>,
    pub sections: Option<&'a [Section]>,
    pub positions: Option<&'a [PositionText]>,
    pub warm_ups: Option<&'a [WarmUpText]>,
    pub questions: Option<&'a QuestionsPage>,
    pub tips: Option<&'a TipsPage>,
    pub warning: Option<&'a WarningPage>,
    pub helps: Option<&'a Page>,
    pub sources: Option<&'a Page>,
    pub signs: Option<&'a Signs>,
    pub notes: Option<&'a [Note]>,
    pub facts: Option<&'a [Fact]>,
}

/// What kind of text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A title, heading, tagline, lead-in or summary: not a sentence of its own.
    Title,
    /// Prose, steps and lists.
    Prose,
    /// Prose that keeps a person from harm: whom a position is not for, warnings, how to stop.
    Safety,
    /// Marked on screen as what the article says.
    Article,
    /// Marked on screen as what the evidence says.
    Note,
    /// On or under a picture, or its description.
    Picture,
    /// Where a note comes from: names and years, no sentences.
    Source,
}

/// One text of the guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said<'a> {
    /// File in the language's folder: `sections.ron`.
    pub file: &'static str,
    /// The page it is read on: `start`, a section's id, `questions`, `tips`, `warning`, `helps`, `sources`, `notes`, or
    /// `signs` for the lists that stand on no page.
    pub page: &'a str,
    /// What kind of text it is.
    pub role: Role,
    /// What is read.
    pub text: &'a str,
    /// The block it stands in, where a fact may be spread over several texts.
    pub around: String,
    /// Facts that it claims to carry.
    pub facts: &'a [String],
    /// Evidence notes beside it.
    pub beside: &'a [String],
    /// Whether those notes are never folded away.
    pub open: bool,
    /// What has to be open for it to be read.
    pub spot: Spot,
    /// It shows on its page as it is; what is said only while a practice runs does not, nor a picture's description.
    pub shows: bool,
}

/// What has to be open on a page for a text of it to be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spot {
    /// The answer to this question, from 0.
    pub question: Option<usize>,
    /// The evidence pair with this name: page and place.
    pub fold: Option<String>,
    /// This position, by its place, and these of its steps.
    pub position: Option<(usize, PositionTab)>,
}

/// The steps of a position that show together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum PositionTab {
    /// In place, and what always shows.
    #[default]
    SetUp,
    /// Into it.
    GetDown,
    /// Out of it.
    GetUp,
}

/// Lists every text of what could be read.
pub(super) fn said<'a>(parts: &Parts<'a>) -> Vec<Said<'a>> {
    let mut list = List { out: vec![], file: START, page: "start", spot: Spot::default() };
    if let Some(start) = parts.start {
        list.start(start);
    }
    for section in parts.sections.unwrap_or_default() {
        (list.file, list.page) = (SECTIONS, &section.id);
        list.section(section);
    }
    (list.file, list.page) = (POSITIONS, "find-your-position");
    for (index, position) in parts.positions.unwrap_or_default().iter().enumerate() {
        list.position(index, position);
    }
    list.spot = Spot::default();
    (list.file, list.page) = (WARM_UPS, "warm-up");
    for warm_up in parts.warm_ups.unwrap_or_default() {
        list.warm_up(warm_up);
    }
    (list.file, list.page) = (QUESTIONS, "questions");
    if let Some(questions) = parts.questions {
        list.questions(questions);
    }
    (list.file, list.page) = (TIPS, "tips");
    if let Some(tips) = parts.tips {
        list.tips(tips);
    }
    (list.file, list.page) = (WARNING, "warning");
    if let Some(warning) = parts.warning {
        list.warning(warning);
    }
    (list.file, list.page) = (HELPS, "helps");
    if let Some(helps) = parts.helps {
        list.own_page(helps);
    }
    (list.file, list.page) = (SOURCES, "sources");
    if let Some(sources) = parts.sources {
        list.own_page(sources);
    }
    (list.file, list.page) = (SIGNS, "signs");
    if let Some(signs) = parts.signs {
        list.signs(signs);
    }
    (list.file, list.page) = (NOTES, "notes");
    for note in parts.notes.unwrap_or_default() {
        list.bare(Role::Note, &note.text);
    }
    (list.file, list.page) = (NOTES, "sources");
    for note in parts.notes.unwrap_or_default() {
        list.bare(Role::Source, &note.source);
    }
    list.out
}

/// The list while it is written, with the place it has come to.
struct List<'a> {
    out: Vec<Said<'a>>,
    file: &'static str,
    page: &'a str,
    spot: Spot,
}

impl<'a> List<'a> {
    /// A text without claims.
    fn bare(&mut self, role: Role, text: &'a str) {
        let (file, page, spot) = (self.file, self.page, self.spot.clone());
        let around = String::new();
        self.out.push(Said { file, page, role, text, around, facts: &[], beside: &[], open: false, spot, shows: true });
    }

    /// A text that does not show by itself.
    fn hidden(&mut self, role: Role, text: &'a str) {
        self.bare(role, text);
        if let Some(last) = self.out.last_mut() {
            last.shows = false;
        }
    }

    fn titles(&mut self, texts: &[&'a String]) {
        for text in texts {
            self.bare(Role::Title, text);
        }
    }

    /// A text that stands alone.
    fn passage(&mut self, role: Role, passage: &'a Passage) {
        self.led(role, "", passage);
    }

    /// A text with a lead-in that is read with it.
    fn led(&mut self, role: Role, lead: &str, passage: &'a Passage) {
        self.bare(role, &passage.text);
        if let Some(last) = self.out.last_mut() {
            if passage.sign.is_some() {
                last.file = SIGNS;
            }
            last.facts = &passage.facts;
            last.around = format!("{lead} {}", passage.text);
        }
    }

    /// Texts of one block: together they carry its facts.
    fn block_of(&mut self, role: Role, lead: &str, passages: &'a [Passage]) {
        let texts: Vec<&str> = passages.iter().map(|passage| passage.text.as_str()).collect();
        let around = format!("{lead} {}", texts.join(" "));
        for passage in passages {
            self.passage(role, passage);
            if let Some(last) = self.out.last_mut() {
                last.around.clone_from(&around);
            }
        }
    }

    /// The blocks of a page; `key` names what is folded open in it.
    fn blocks(&mut self, key: &str, blocks: &'a [Block]) {
        for (index, block) in blocks.iter().enumerate() {
            match block {
                Block::Heading(text) => self.bare(Role::Title, text),
                Block::Text(passage) => self.passage(Role::Prose, passage),
                Block::Steps(passages) | Block::List(passages) => self.block_of(Role::Prose, "", passages),
                Block::Evidence(evidence) => {
                    self.bare(Role::Title, &evidence.summary);
                    // Of a pair that stands open the line is not needed.
                    if let Some(summary) = self.out.last_mut() {
                        summary.shows = !evidence.open;
                    }
                    let first = self.out.len();
                    self.spot.fold = Some(format!("{key}/{index}"));
                    self.block_of(Role::Article, "", &evidence.article);
                    self.spot.fold = None;
                    for said in self.out.iter_mut().skip(first) {
                        (said.beside, said.open) = (&evidence.notes, evidence.open);
                    }
                }
                Block::Caution { lead, text } => {
                    self.bare(Role::Title, lead);
                    self.led(Role::Safety, lead, text);
                }
                Block::Figure(figure) => self.figure(figure),
                Block::InPosition(figures) => figures.iter().for_each(|figure| self.figure(figure)),
                Block::Tools(tools) => {
                    for (title, figures, _) in tools.groups() {
                        self.bare(Role::Title, title);
                        figures.iter().for_each(|figure| self.figure(figure));
                    }
                }
                Block::Practice(Practice { kind: _, title, detail, cue, done }) => {
                    self.titles(&[title]);
                    self.bare(Role::Prose, detail);
                    for text in [cue, done] {
                        self.hidden(Role::Prose, text);
                    }
                }
            }
        }
    }

    fn figure(&mut self, figure: &'a Figure) {
        self.bare(Role::Picture, &figure.caption);
        self.hidden(Role::Picture, &figure.description);
        for label in &figure.labels {
            self.bare(Role::Picture, &label.text);
        }
    }

    fn start(&mut self, start: &'a StartPage) {
        self.titles(&[&start.title]);
        self.passage(Role::Prose, &start.lead);
        self.titles(&[&start.caution_lead]);
        self.led(Role::Safety, &start.caution_lead, &start.caution);
        self.blocks("start", &start.blocks);
    }

    fn section(&mut self, section: &'a Section) {
        self.titles(&[&section.title, &section.tagline]);
        self.passage(Role::Prose, &section.lead);
        self.blocks(&section.id, &section.blocks);
    }

    fn position(&mut self, index: usize, position: &'a PositionText) {
        let part = |list: &mut Self, part| list.spot.position = Some((index, part));
        part(self, PositionTab::SetUp);
        self.titles(&[&position.name, &position.tagline]);
        self.figure(&position.figure);
        self.block_of(Role::Prose, &position.name, &position.set_up);
        part(self, PositionTab::GetDown);
        self.block_of(Role::Prose, "", &position.get_down);
        part(self, PositionTab::GetUp);
        self.block_of(Role::Prose, "", &position.get_up);
        part(self, PositionTab::SetUp);
        self.passage(Role::Safety, &position.not_for);
    }

    fn warm_up(&mut self, warm_up: &'a WarmUpText) {
        self.titles(&[&warm_up.name, &warm_up.amount]);
        self.hidden(Role::Prose, &warm_up.cue);
        self.figure(&warm_up.figure);
        self.block_of(Role::Prose, &warm_up.name, &warm_up.steps);
    }

    fn questions(&mut self, page: &'a QuestionsPage) {
        self.titles(&[&page.title]);
        for (index, question) in page.questions.iter().enumerate() {
            self.passage(Role::Prose, &question.question);
            self.spot.question = Some(index);
            self.blocks(&format!("question/{index}"), &question.answer);
            self.spot.question = None;
        }
        self.blocks("questions", &page.closing);
    }

    fn tips(&mut self, page: &'a TipsPage) {
        self.titles(&[&page.title]);
        self.passage(Role::Prose, &page.lead);
        for tip in &page.tips {
            self.titles(&[&tip.title]);
            self.block_of(Role::Prose, &tip.title, &tip.passages);
        }
        self.blocks("tips", &page.after_tips);
        self.titles(&[&page.main_points_title]);
        self.passage(Role::Prose, &page.main_points_lead);
        for point in &page.main_points {
            self.passage(Role::Prose, point);
        }
        self.blocks("closing", &page.closing);
    }

    fn own_page(&mut self, page: &'a Page) {
        self.titles(&[&page.title]);
        self.passage(Role::Prose, &page.lead);
        self.blocks(self.page, &page.blocks);
    }

    /// The signs that stand on no page: who should talk to a professional first, and what closes a day.
    fn signs(&mut self, signs: &'a Signs) {
        for sign in [Asked::TalkFirstList, Asked::TodayList].into_iter().flat_map(|list| signs.asked(list)) {
            self.bare(Role::Safety, &sign.text);
            if let Some(last) = self.out.last_mut() {
                last.facts = &sign.facts;
            }
        }
    }

    fn warning(&mut self, page: &'a WarningPage) {
        self.titles(&[&page.title]);
        self.passage(Role::Safety, &page.lead);
        for level in &page.levels {
            self.titles(&[&level.title]);
            self.passage(Role::Safety, &level.act);
            for sign in &level.signs {
                self.passage(Role::Safety, sign);
            }
        }
        self.bare(Role::Prose, &page.source);
    }
}
