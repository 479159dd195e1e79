//! References from one text to another page: `[step 5](step:5)`.
//!
//! Not an address of the web: a target is a page of this guide. Whoever speaks, prints or counts a text takes
//! [`plain`], where only the words are left. Invariant: a target that is understood exists in every guide.

use super::ids::{POSITION_IDS, SECTION_IDS, WARM_UP_IDS};

/// A page that a text can lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// One of the eight sections, from 0.
    Section(usize),
    /// One of the four positions, by its place in [`POSITION_IDS`].
    Position(usize),
    /// Any other page.
    Page(PageName),
}

/// The pages beside the sections, as texts name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is called as its page")]
pub enum PageName {
    Start,
    Questions,
    Tips,
    Helps,
    Sources,
    Warning,
    History,
    Sheet,
    Settings,
    Suits,
}

/// How each is written behind `page:`.
const PAGES: [(&str, PageName); 10] = [
    ("start", PageName::Start),
    ("questions", PageName::Questions),
    ("tips", PageName::Tips),
    ("helps", PageName::Helps),
    ("sources", PageName::Sources),
    ("warning", PageName::Warning),
    ("history", PageName::History),
    ("sheet", PageName::Sheet),
    ("settings", PageName::Settings),
    ("which-position", PageName::Suits),
];

impl PageName {
    /// The page that is written so behind `page:`.
    pub fn read(written: &str) -> Option<Self> {
        PAGES.iter().find(|(name, _)| *name == written).map(|(_, page)| *page)
    }
}

impl Target {
    /// What is written between the round brackets: `step:5`, `position:Wall`, `page:warning`, `warm-up:Walk`.
    pub fn read(written: &str) -> Option<Self> {
        let (kind, name) = written.split_once(':')?;
        match kind {
            "step" => {
                let number: usize = name.parse().ok()?;
                (1..=SECTION_IDS.len()).contains(&number).then(|| Self::Section(number - 1))
            }
            "position" => POSITION_IDS.iter().position(|id| *id == name).map(Self::Position),
            // The cards of the warm-ups stand on their section's page.
            "warm-up" if WARM_UP_IDS.contains(&name) => SECTION_IDS.iter().position(|id| *id == "warm-up").map(Self::Section),
            "page" => PageName::read(name).map(Self::Page),
            _ => None,
        }
    }
}

/// A stretch of a text that looks alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch<'t> {
    /// What is read.
    pub text: &'t str,
    /// Between `**`.
    pub strong: bool,
    /// Where it leads: what is written between the round brackets.
    pub link: Option<&'t str>,
}

/// The stretches of a text, in order. Brackets that make no link are words like any other.
pub fn stretches(text: &str) -> Vec<Stretch<'_>> {
    let mut out = Vec::new();
    let mut strong = false;
    for (index, part) in text.split("**").enumerate() {
        if index > 0 {
            strong = !strong;
        }
        let mut rest = part;
        while let Some((before, label, target, after)) = first_link(rest) {
            out.push(Stretch { text: before, strong, link: None });
            out.push(Stretch { text: label, strong, link: Some(target) });
            rest = after;
        }
        out.push(Stretch { text: rest, strong, link: None });
    }
    out.retain(|stretch| !stretch.text.is_empty());
    out
}

/// What stands before the first link, its words, its target, and what follows.
fn first_link(text: &str) -> Option<(&str, &str, &str, &str)> {
    let (head, tail) = text.split_once("](")?;
    let (target, after) = tail.split_once(')')?;
    let (before, label) = head.rsplit_once('[')?;
    Some((before, label, target, after))
}

/// The words alone, as a screen reader hears them, without the marks of strong stretches and links.
pub fn plain(text: &str) -> String {
    stretches(text).into_iter().map(|stretch| stretch.text).collect()
}

/// The text with its strong stretches, and of each link only the words.
pub fn without_links(text: &str) -> String {
    let mut rest = text;
    let mut out = String::with_capacity(text.len());
    while let Some((before, label, _, after)) = first_link(rest) {
        out.push_str(before);
        out.push_str(label);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// What is wrong with the links of a text.
pub(super) fn faults(text: &str) -> Vec<String> {
    let links = stretches(text).into_iter().filter_map(|stretch| stretch.link);
    let unknown = links.filter(|written| Target::read(written).is_none());
    let mut found: Vec<String> = unknown.map(|written| format!("there is no page \u{201c}{written}\u{201d}")).collect();
    if plain(text).contains("](") {
        found.push("a link is opened and not closed".to_owned());
    }
    found
}

/// What to do about it.
pub(super) const HELP: &str = "write [words](step:1 to 8), (position:Back, Side, AllFours or Wall), (warm-up:Walk ...) or \
    (page:start, questions, tips, helps, sources, warning, history, sheet, settings or which-position)";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_words_and_a_page() {
        let text = "See **[the wall](position:Wall)** or [step 5](step:5).";
        let links: Vec<_> = stretches(text).into_iter().filter_map(|part| Some((part.text, part.strong, part.link?))).collect();
        assert_eq!(links, [("the wall", true, "position:Wall"), ("step 5", false, "step:5")]);
        assert_eq!(plain(text), "See the wall or step 5.");
        assert_eq!(without_links(text), "See **the wall** or step 5.");
        assert_eq!(Target::read("step:5"), Some(Target::Section(4)));
        assert_eq!(Target::read("position:Wall"), Some(Target::Position(3)));
        assert_eq!(Target::read("warm-up:Walk"), Some(Target::Section(1)));
        assert!(faults(text).is_empty());
    }

    #[test]
    fn what_leads_nowhere_is_told() {
        for wrong in ["step:0", "step:9", "step:", "position:Chair", "page:about-me", "https://example.org", "warning"] {
            assert_eq!(Target::read(wrong), None, "{wrong}");
            assert_eq!(faults(&format!("[there]({wrong})")).len(), 1, "{wrong}");
        }
        assert_eq!(faults("[there](step:5").len(), 1, "not closed");
        assert!(faults("in [brackets] and (round ones)").is_empty());
        assert_eq!(plain("in [brackets] (and more)"), "in [brackets] (and more)");
    }
}
