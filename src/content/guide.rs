//! The guide as data: pages, passages, notes.
//!
//! These types are the form of the files in `content/<language>/`; docs/CONTENT.md explains them to writers.
//!
//! Invariant: a sentence that carries a fact names it, so that the loader can check that nothing was lost.

use serde::Deserialize;

use super::{Asked, Sign, Urgency};

/// A piece of text with the facts it carries.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Passage {
    /// What is read. A stretch between `**` is strong. With a `sign` it is what follows the sign's name.
    #[serde(default)]
    pub text: String,
    /// Ids from `facts.ron` that this text carries.
    #[serde(default)]
    pub facts: Vec<String>,
    /// The sign of `signs.ron` whose words stand here; the loader puts them in place, with the sign's facts.
    #[serde(default)]
    pub sign: Option<String>,
}

/// One evidence note, N1 to N20 (health.md section 2.5).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// `N1` to `N20`.
    pub id: String,
    /// Facts beside which this note must stand.
    pub by: Vec<String>,
    /// What the evidence says, in plain words.
    pub text: String,
    /// Where that comes from, or that it is this guide's own choice; read on the page about sources.
    pub source: String,
}

/// What a page is made of, top to bottom.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub enum Block {
    /// A heading inside the page.
    Heading(String),
    /// A paragraph.
    Text(Passage),
    /// Numbered steps.
    Steps(Vec<Passage>),
    /// A list without order.
    List(Vec<Passage>),
    /// What the article says beside what the evidence says.
    Evidence(Evidence),
    /// An amber note: the strong lead-in, then the text.
    Caution { lead: String, text: Passage },
    /// A picture with its caption.
    Figure(Figure),
    /// A picture for each position, in their order: the page shows the one of the preferred position.
    InPosition(Vec<Figure>),
    /// What to press with, and what to leave out, as small pictures.
    Tools(Tools),
    /// A timed prompt. It never presses.
    Practice(Practice),
}

/// The article's words, and the notes that stand beside them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// One line shown while the pair is folded: what is at issue.
    pub summary: String,
    /// What the article says, marked as such on screen.
    pub article: Vec<Passage>,
    /// Ids of the notes beside it.
    pub notes: Vec<String>,
    /// Facts that health.md section 6.11 pairs are never folded away from their note.
    #[serde(default)]
    pub open: bool,
}

/// Things to use and things to leave out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tools {
    /// Title over what is to be used.
    pub to_use_title: String,
    pub to_use: Vec<Figure>,
    /// Title over what is to be left out.
    pub to_leave_out_title: String,
    pub to_leave_out: Vec<Figure>,
}

impl Tools {
    /// Both groups, the ones to use first: title, pictures, whether to use them.
    pub fn groups(&self) -> [(&str, &[Figure], bool); 2] {
        [(&self.to_use_title, &self.to_use, true), (&self.to_leave_out_title, &self.to_leave_out, false)]
    }
}

/// A scene with the words that belong to it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Scene id in `content/figures`.
    pub scene: String,
    /// Title shown on the picture.
    pub caption: String,
    /// One sentence for someone who can not see it.
    pub description: String,
    /// Words with a line to a point of the picture.
    #[serde(default)]
    pub labels: Vec<Label>,
}

/// A word on a picture.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// Two or three words.
    pub text: String,
    /// The scene's anchor that it points to: `near_knee`, `pillow`, `low_back`, ...
    pub anchor: String,
    /// Where the word stands from its anchor.
    pub side: Side,
}

/// The side of an anchor on which a label stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Side {
    Above,
    Below,
    Left,
    Right,
}

/// A timed prompt on a guide page. It never presses.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Practice {
    /// What is practised; the numbers come from the protocol.
    pub kind: PracticeKind,
    /// "Practice settling in".
    pub title: String,
    /// One line under it: how long (`{seconds}`), and that nothing is pressed.
    pub detail: String,
    /// The cue while it runs.
    pub cue: String,
    /// Said when it ends.
    pub done: String,
}

/// Which prompt a page practises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum PracticeKind {
    Settle,
    CoreBelly,
    CorePelvicFloor,
    CoreLowBack,
    Breath,
    Release,
}

/// One of the eight sections.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Kebab case, kept for ever: reading progress is stored by it.
    pub id: String,
    /// Name in the sidebar and title of the page.
    pub title: String,
    /// Three words under the title on the start page's card.
    pub tagline: String,
    /// The one sentence under the title.
    pub lead: Passage,
    /// The page.
    pub blocks: Vec<Block>,
}

impl Section {
    /// Its timed prompts, if it has any.
    pub fn practices(&self) -> impl Iterator<Item = &Practice> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Practice(practice) => Some(practice),
            _ => None,
        })
    }
}

/// The first page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StartPage {
    pub title: String,
    /// The main message.
    pub lead: Passage,
    /// "Popping is a last resort."
    pub caution_lead: String,
    pub caution: Passage,
    /// What the guide is about, below today's card and the eight steps.
    pub blocks: Vec<Block>,
}

/// A position's texts; order in the file is the order of the cards.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PositionText {
    /// `Back`, `Side`, `AllFours` or `Wall`.
    pub id: String,
    /// "On your back".
    pub name: String,
    /// "Good for beginners".
    pub tagline: String,
    /// The large picture.
    pub figure: Figure,
    /// Set up, in steps.
    pub set_up: Vec<Passage>,
    /// How to get into it.
    pub get_down: Vec<Passage>,
    /// How to get out of it.
    pub get_up: Vec<Passage>,
    /// Scenes that show the way in, first to last.
    #[serde(default)]
    pub get_down_scenes: Vec<String>,
    /// Scenes that show the way out, first to last.
    #[serde(default)]
    pub get_up_scenes: Vec<String>,
    /// "Not for you if ...", without the lead-in.
    pub not_for: Passage,
}

/// A warm-up's texts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WarmUpText {
    /// `Walk`, `Jog`, `PelvicTilt`, `CatCow`, `HipFlexor` or `QuadStretch`.
    pub id: String,
    pub name: String,
    /// Under the name while ready: "5 slow", "15 s, twice a side".
    pub amount: String,
    /// While it runs.
    pub cue: String,
    pub figure: Figure,
    /// How to do it, in steps.
    pub steps: Vec<Passage>,
}

/// One of the seven questions.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub question: Passage,
    /// The answer; an [`Evidence`] block where the evidence disagrees.
    pub answer: Vec<Block>,
    /// Id of the section that says more.
    pub see: Option<String>,
}

/// The questions page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionsPage {
    pub title: String,
    pub questions: Vec<Question>,
    /// What is said after the last answer.
    pub closing: Vec<Block>,
}

/// A tip: a short title and what it says.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tip {
    pub title: String,
    pub passages: Vec<Passage>,
    /// Id of the section that says more.
    pub see: String,
}

/// Tips and main points.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TipsPage {
    pub title: String,
    pub lead: Passage,
    pub tips: Vec<Tip>,
    pub after_tips: Vec<Block>,
    pub main_points_title: String,
    pub main_points_lead: Passage,
    /// Eight, in order.
    pub main_points: Vec<Passage>,
    pub closing: Vec<Block>,
}

/// A page of its own, made of the same blocks as the sections: what else helps, sources and review.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    pub title: String,
    /// The one sentence under the title.
    pub lead: Passage,
    pub blocks: Vec<Block>,
}

/// The page behind the fixed Warning signs row, most urgent first.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WarningPage {
    pub title: String,
    pub lead: Passage,
    pub levels: Vec<WarningLevel>,
    /// What each of the signs asks for that come while somebody presses.
    pub while_pressing: WhilePressing,
    /// Where the lists come from.
    pub source: String,
}

/// What a sign asks for that comes while somebody presses, by its urgency.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhilePressing {
    pub emergency: String,
    pub today: String,
    pub if_it_stays: String,
}

impl WhilePressing {
    /// What this sign asks for.
    pub fn of(&self, sign: &Sign) -> &str {
        match sign.urgency {
            Urgency::Emergency => &self.emergency,
            Urgency::IfItStays => &self.if_it_stays,
            Urgency::Today | Urgency::Soon | Urgency::NotToday => &self.today,
        }
    }
}

/// One part of the warning page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WarningLevel {
    pub level: Level,
    pub title: String,
    /// What to do.
    pub act: Passage,
    /// Its signs; the loader takes them from `signs.ron`.
    #[serde(skip)]
    pub signs: Vec<Passage>,
}

/// The parts of the warning page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Level {
    /// Emergency help now.
    Emergency,
    /// Advice today or tomorrow.
    Today,
    /// The signs that may come while somebody presses, each with what it asks for.
    WhilePressing,
    /// A visit soon.
    Soon,
}

impl Level {
    /// All of them, most urgent first.
    pub const ALL: [Self; 4] = [Self::Emergency, Self::Today, Self::WhilePressing, Self::Soon];

    /// The list that stands under it.
    pub const fn asked(self) -> Asked {
        match self {
            Self::Emergency => Asked::EmergencyList,
            Self::Today => Asked::UrgentList,
            Self::WhilePressing => Asked::AfterStop,
            Self::Soon => Asked::SeeSomeone,
        }
    }
}
