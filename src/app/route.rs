//! Where in the program a person is.

use crate::content::PageName;

/// One page. What a page needs besides is in the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Route {
    /// The first screen: three facts, and consent.
    Welcome,
    /// The first page of the guide.
    Start,
    /// One of the eight sections, from 0.
    Section(usize),
    /// Seven questions.
    Questions,
    /// Search over the whole guide.
    Search,
    /// "Which position suits me?"
    Suits,
    /// Tips and main points.
    Tips,
    /// What else helps a sore back.
    Helps,
    /// Where the notes come from, and who has looked at the texts.
    Sources,
    /// The program itself: version, licence, data, keys, and where the notes come from.
    About,
    /// The fixed Warning signs page.
    Warning,
    /// What was done, by the day.
    History,
    /// The summary sheet.
    Sheet,
    /// Choices that are kept.
    Settings,
    /// A clinician's plan, before it is taken or left.
    Plan,
    /// Before, during and after a session.
    Session,
}

impl Route {
    /// Whether the page has the window to itself, without sidebar or bar.
    pub fn has_whole_window(self) -> bool {
        matches!(self, Self::Welcome | Self::Session)
    }

    /// A name for what is remembered by page, such as how far it was scrolled.
    pub fn key(self) -> usize {
        match self {
            Self::Welcome => 100,
            Self::Start => 101,
            Self::Section(index) => index,
            Self::Questions => 102,
            Self::Tips => 103,
            Self::Warning => 104,
            Self::Sheet => 105,
            Self::Settings => 106,
            Self::Session => 107,
            Self::History => 108,
            Self::Plan => 109,
            Self::Helps => 110,
            Self::Sources => 111,
            Self::Search => 112,
            Self::Suits => 113,
            Self::About => 114,
        }
    }
}

impl From<PageName> for Route {
    fn from(page: PageName) -> Self {
        match page {
            PageName::Start => Self::Start,
            PageName::Questions => Self::Questions,
            PageName::Tips => Self::Tips,
            PageName::Helps => Self::Helps,
            PageName::Sources => Self::Sources,
            PageName::Warning => Self::Warning,
            PageName::History => Self::History,
            PageName::Sheet => Self::Sheet,
            PageName::Settings => Self::Settings,
            PageName::Suits => Self::Suits,
        }
    }
}
