//! What is read aloud of a page of the guide, paragraph by paragraph, in the page's order.
//!
//! Not what a session says. Invariant: a part is one text that stands on the page, so that the one that is read can be
//! marked there; what the article says is never read without what the evidence says after it.

use super::ask::content_id;
use crate::{
    app::{Book, PositionTab, ReadAloud},
    content::{Block, Level, Page, Passage, PositionText, Question, Section, Tip, WarmUpText, WarningLevel, fill, plain},
    session::Position,
    sound::sentences,
};

/// One text of what is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadPart {
    /// The words on the page, without marks of emphasis.
    pub shown: String,
    /// What is said: the same, in whole sentences.
    pub spoken: String,
    /// The evidence pair that must be folded open for it to be seen.
    pub opens: Option<String>,
}

impl ReadPart {
    fn of(text: &str) -> Self {
        let shown = plain(text);
        Self { spoken: sentences([shown.as_str()]), shown, opens: None }
    }

    fn in_pair(self, key: &str) -> Self {
        Self { opens: Some(key.to_owned()), ..self }
    }
}

impl Book {
    /// Everything in the guide that has a button to read it aloud.
    pub fn readable_pages(&self) -> Vec<ReadAloud> {
        let guide = &self.guide;
        let tabs = [PositionTab::SetUp, PositionTab::GetDown, PositionTab::GetUp];
        let positions = Position::ALL.into_iter().flat_map(|position| tabs.map(|tab| ReadAloud::Position(position, tab)));
        let mut all = vec![ReadAloud::Start, ReadAloud::Tips, ReadAloud::Helps];
        all.extend((0..guide.sections.len()).map(ReadAloud::Section));
        all.extend((0..guide.questions.questions.len()).map(ReadAloud::Question));
        all.extend((0..guide.tips.tips.len()).map(ReadAloud::Tip));
        all.extend(Level::ALL.map(ReadAloud::Level));
        all.extend(positions);
        all
    }

    /// The parts of something that is read aloud; what has no page of its own is one part.
    pub fn read_parts(&self, what: ReadAloud) -> Vec<ReadPart> {
        let guide = &self.guide;
        let mut parts = Parts { book: self, all: Vec::new() };
        match what {
            ReadAloud::Start => {
                let start = &guide.start;
                parts.texts([start.title.as_str(), &start.lead.text]);
                parts.caution(&start.caution_lead, &start.caution.text);
                parts.blocks("start", &start.blocks);
            }
            ReadAloud::Section(index) => guide.sections.get(index).into_iter().for_each(|section| parts.section(section)),
            ReadAloud::Helps => parts.page("helps", &guide.helps),
            ReadAloud::Tips => parts.tips(),
            ReadAloud::Question(index) => {
                guide.questions.questions.get(index).into_iter().for_each(|question| parts.question(index, question));
            }
            ReadAloud::Tip(index) => guide.tips.tips.get(index).into_iter().for_each(|tip| parts.tip(tip)),
            ReadAloud::Level(level) => {
                guide.warning.levels.iter().filter(|shown| shown.level == level).for_each(|level| parts.level(level));
            }
            ReadAloud::Position(position, tab) => {
                self.position_text(position).into_iter().for_each(|text| parts.position(text, tab));
            }
            other => parts.all.push(ReadPart::of(&self.read_aloud(other))),
        }
        parts.all.retain(|part| !part.spoken.is_empty());
        parts.all
    }

    fn position_text(&self, position: Position) -> Option<&PositionText> {
        self.guide.position(content_id(position))
    }
}

struct Parts<'b> {
    book: &'b Book,
    all: Vec<ReadPart>,
}

impl<'b> Parts<'b> {
    fn texts(&mut self, texts: impl IntoIterator<Item = &'b str>) {
        self.all.extend(texts.into_iter().map(ReadPart::of));
    }

    fn passages(&mut self, passages: &'b [Passage]) {
        self.texts(passages.iter().map(|passage| passage.text.as_str()));
    }

    fn caution(&mut self, lead: &str, text: &str) {
        let part = ReadPart::of(text);
        self.all.push(ReadPart { spoken: sentences([plain(lead).as_str(), &part.spoken]), ..part });
    }

    fn page(&mut self, key: &str, page: &'b Page) {
        self.texts([page.title.as_str(), &page.lead.text]);
        self.blocks(key, &page.blocks);
    }

    fn section(&mut self, section: &'b Section) {
        self.texts([section.title.as_str(), &section.lead.text]);
        self.blocks(&section.id, &section.blocks);
        if section.id == "warm-up" {
            self.texts([self.book.words.warm_up.steps_title.as_str()]);
            self.book.guide.warm_ups.iter().for_each(|text| self.warm_up(text));
        }
    }

    fn warm_up(&mut self, text: &'b WarmUpText) {
        self.texts([text.name.as_str()]);
        self.passages(&text.steps);
    }

    fn tips(&mut self) {
        let page = &self.book.guide.tips;
        self.texts([page.title.as_str(), &page.lead.text]);
        page.tips.iter().for_each(|tip| self.tip(tip));
        self.blocks("tips", &page.after_tips);
        self.texts([page.main_points_title.as_str(), &page.main_points_lead.text]);
        self.passages(&page.main_points);
        self.blocks("closing", &page.closing);
    }

    fn tip(&mut self, tip: &'b Tip) {
        self.texts([tip.title.as_str()]);
        self.passages(&tip.passages);
    }

    fn question(&mut self, index: usize, question: &'b Question) {
        self.texts([question.question.text.as_str()]);
        self.blocks(&format!("question/{index}"), &question.answer);
    }

    fn level(&mut self, level: &'b WarningLevel) {
        self.texts([level.title.as_str(), &level.act.text]);
        if level.level == Level::Emergency {
            // They stand in tiles; here each is said digit by digit.
            let card = &self.book.gates.emergency_card;
            let said = card.numbers.iter().map(|entry| {
                let digits = entry.number.chars().map(String::from).collect::<Vec<_>>().join(" ");
                let spoken = fill(&card.number_name, &[("place", &entry.place), ("number", &digits)]);
                ReadPart { shown: String::new(), spoken: sentences([spoken.as_str()]), opens: None }
            });
            self.all.extend(said);
        }
        self.passages(&level.signs);
    }

    fn position(&mut self, text: &'b PositionText, tab: PositionTab) {
        let words = &self.book.words.position;
        let (title, steps) = match tab {
            PositionTab::SetUp => (&text.name, &text.set_up),
            PositionTab::GetDown => (&words.get_down, &text.get_down),
            PositionTab::GetUp => (&words.get_up, &text.get_up),
        };
        self.texts([title.as_str()]);
        self.passages(steps);
        self.caution(&words.not_for, &text.not_for.text);
    }

    fn blocks(&mut self, page: &str, blocks: &'b [Block]) {
        for (index, block) in blocks.iter().enumerate() {
            match block {
                Block::Heading(words) => self.texts([words.as_str()]),
                Block::Text(passage) => self.texts([passage.text.as_str()]),
                Block::Steps(passages) | Block::List(passages) => self.passages(passages),
                Block::Caution { lead, text } => self.caution(lead, &text.text),
                Block::Evidence(pair) => {
                    let (words, key) = (&self.book.words.section, format!("{page}/{index}"));
                    let notes = pair.notes.iter().filter_map(|id| self.book.guide.note(id)).map(|note| note.text.as_str());
                    let article = pair.article.iter().map(|passage| passage.text.as_str());
                    let lines = std::iter::once(words.article_says.as_str()).chain(article);
                    let lines = lines.chain([words.evidence_says.as_str()]).chain(notes);
                    self.all.extend(lines.map(|line| ReadPart::of(line).in_pair(&key)));
                }
                // A picture says nothing that the words do not, and a practice speaks for itself.
                Block::Figure(_) | Block::InPosition(_) | Block::Practice(_) => {}
                Block::Tools(tools) => {
                    for (title, tools, _) in tools.groups() {
                        self.texts(std::iter::once(title).chain(tools.iter().map(|tool| tool.caption.as_str())));
                    }
                }
            }
        }
    }
}
