//! Search: every text of the guide by the words in it, and where each is read.
//!
//! Not what a person types over time and not how hits look. Accents, case and the marks of strong words make no
//! difference, and the beginning of a word finds it. Invariant: a hit is a sentence that stands on its page as it is
//! told here, so that the page can be opened at it.

use std::ops::Range;

use icu_normalizer::DecomposingNormalizerBorrowed;

use super::walk::{Role, Said, Spot};
use super::{Guide, Level, sentence::sentences};

/// So many hits of a page are told; of the rest only how many there are.
pub const MOST_ON_A_PAGE: usize = 6;
/// Fewer letters than this find nothing: nearly every text would be found.
pub const LEAST_LETTERS: usize = 2;

/// All texts, ready to be searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchIndex {
    texts: Vec<Text>,
}

/// One text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Text {
    page: String,
    spot: Spot,
    level: Option<Level>,
    is_note: bool,
    sentences: Vec<Sentence>,
}

/// One sentence with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Sentence {
    text: String,
    words: Vec<Word>,
}

/// A word as it is compared, and where it stands in its sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    folded: String,
    place: Range<usize>,
}

/// A text that stands outside the guide: the title of a page, a row of the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Further<'a> {
    /// The page it is read on.
    pub page: &'a str,
    /// What is read.
    pub text: &'a str,
}

/// What was found on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageHits {
    /// The page, as [`Said::page`] names it.
    pub page: String,
    /// How many texts of it were found.
    pub count: usize,
    /// The first of them.
    pub hits: Vec<Hit>,
}

/// A sentence that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The sentence.
    pub text: String,
    /// What to mark in it, as places of its bytes.
    pub marks: Vec<Range<usize>>,
    /// What has to be open for it to be read.
    pub spot: Spot,
    /// Under which list of the warning page it stands.
    pub level: Option<Level>,
    /// It is what the evidence says.
    pub is_note: bool,
}

impl SearchIndex {
    /// Makes the index. `further` comes after the guide, in its order.
    pub fn new(guide: &Guide, further: &[Further<'_>]) -> Self {
        let said = guide.said();
        let mut texts = Vec::new();
        let mut level = None;
        for (index, one) in said.iter().enumerate() {
            if one.page == "warning" && one.role == Role::Title {
                level = guide.warning.levels.iter().find(|level| level.title == one.text).map(|level| level.level);
            }
            if is_searched(one) {
                let level = level.filter(|_| one.page == "warning" && one.role == Role::Safety);
                texts.extend(text(one.page, &one.spot, level, false, one.text));
            }
            // The notes stand beside the last text of their block.
            let ends = said.get(index + 1).is_none_or(|next| next.role != Role::Article || next.spot != one.spot);
            if one.role == Role::Article && ends {
                let notes = one.beside.iter().filter_map(|id| guide.note(id));
                texts.extend(notes.filter_map(|note| text(one.page, &one.spot, None, true, &note.text)));
            }
        }
        for note in &guide.notes {
            texts.extend(text("sources", &Spot::default(), None, false, &note.text));
        }
        texts.extend(further.iter().filter_map(|one| text(one.page, &Spot::default(), None, false, one.text)));
        // The warning signs come first, wherever they stand in the guide.
        texts.sort_by_key(|text| text.page != "warning");
        Self { texts }
    }

    /// What is found by all these words, page by page; nothing while too little was typed.
    pub fn find(&self, typed: &str) -> Vec<PageHits> {
        let wanted = wanted(typed);
        let mut found: Vec<PageHits> = Vec::new();
        if wanted.iter().map(|word| word.chars().count()).sum::<usize>() < LEAST_LETTERS {
            return found;
        }
        for text in &self.texts {
            let has = |word: &String| text.sentences.iter().any(|sentence| sentence.begins_with(word));
            if !wanted.iter().all(has) {
                continue;
            }
            let place = found.iter().position(|page| page.page == text.page).unwrap_or_else(|| {
                found.push(PageHits { page: text.page.clone(), count: 0, hits: Vec::new() });
                found.len() - 1
            });
            let (Some(page), Some(hit)) = (found.get_mut(place), text.hit(&wanted)) else { continue };
            // The ways down to the floor begin alike: one of them is enough.
            if page.hits.iter().all(|other| other.text != hit.text) {
                page.hits.push(hit);
            }
        }
        for page in &mut found {
            page.count = page.hits.len();
            // By urgency; and "numb" is looked for rather than "number".
            let words = |hit: &Hit| words_of(&hit.text).iter().any(|word| wanted.contains(&word.folded));
            page.hits.sort_by_key(|hit| (hit.level, !words(hit)));
            page.hits.truncate(MOST_ON_A_PAGE);
        }
        found
    }
}

/// Whether a text shows on its page in just these words.
fn is_searched(said: &Said<'_>) -> bool {
    let has_page = !matches!(said.page, "notes" | "signs");
    has_page && said.shows && said.role != Role::Source && !said.text.contains('{')
}

fn text(page: &str, spot: &Spot, level: Option<Level>, is_note: bool, words: &str) -> Option<Text> {
    // What a colon leads to belongs to it.
    let mut joined: Vec<String> = Vec::new();
    for sentence in sentences(words) {
        match joined.last_mut().filter(|last| last.ends_with(':')) {
            Some(last) => *last = format!("{last} {sentence}"),
            None => joined.push(sentence),
        }
    }
    let sentences: Vec<Sentence> = joined.into_iter().map(Sentence::new).collect();
    (!sentences.is_empty()).then(|| Text { page: page.to_owned(), spot: spot.clone(), level, is_note, sentences })
}

impl Text {
    /// The sentence with the most of these words.
    fn hit(&self, wanted: &[String]) -> Option<Hit> {
        let count = |sentence: &&Sentence| wanted.iter().filter(|word| sentence.begins_with(word)).count();
        let most = self.sentences.iter().map(|sentence| count(&sentence)).max()?;
        let sentence = self.sentences.iter().find(|sentence| count(sentence) == most)?;
        let marks = marks_among(&sentence.text, &sentence.words, wanted);
        Some(Hit { text: sentence.text.clone(), marks, spot: self.spot.clone(), level: self.level, is_note: self.is_note })
    }
}

impl Sentence {
    fn new(text: String) -> Self {
        let words = words_of(&text);
        Self { text, words }
    }

    fn begins_with(&self, wanted: &str) -> bool {
        self.words.iter().any(|word| word.folded.starts_with(wanted))
    }
}

/// The words that are looked for, as they are compared.
pub fn wanted(typed: &str) -> Vec<String> {
    words_of(typed).into_iter().map(|word| word.folded).collect()
}

/// Where words stand in a text that begin with one of the wanted ones: as much of each as was typed.
pub fn marks(text: &str, wanted: &[String]) -> Vec<Range<usize>> {
    marks_among(text, &words_of(text), wanted)
}

fn marks_among(text: &str, words: &[Word], wanted: &[String]) -> Vec<Range<usize>> {
    let mark = |word: &Word| {
        let typed = wanted.iter().filter(|wanted| word.folded.starts_with(wanted.as_str())).max_by_key(|wanted| wanted.len())?;
        let letters = text.get(word.place.clone())?;
        // Letter by letter, until they fold to what was typed.
        let ends = letters.char_indices().map(|(index, letter)| index + letter.len_utf8());
        let end = ends.into_iter().find(|&end| fold(letters.get(..end).unwrap_or_default()).len() >= typed.len())?;
        Some(word.place.start..word.place.start + end)
    };
    words.iter().filter_map(mark).collect()
}

/// The words of a text: letters and figures, with the apostrophes inside them.
fn words_of(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut start = None;
    for (index, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = letter.is_alphanumeric() || matches!(letter, '\'' | '\u{2019}') || is_accent(letter);
        match (start, inside) {
            (None, true) => start = Some(index),
            (Some(from), false) => {
                let place = from..index;
                let folded = fold(text.get(place.clone()).unwrap_or_default());
                if !folded.is_empty() {
                    found.push(Word { folded, place });
                }
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// The same for capitals and small letters, with accents and without.
pub fn fold(word: &str) -> String {
    let lower = word.to_lowercase();
    let letters = DecomposingNormalizerBorrowed::new_nfkd().normalize_iter(lower.chars());
    letters.filter(|letter| letter.is_alphanumeric() && !is_accent(*letter)).collect()
}

/// An accent that stands by itself behind its letter.
fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{PositionTab, embedded, load};

    fn guide() -> Guide {
        load(&embedded(), "en").0.expect("the shipped guide")
    }

    fn index() -> SearchIndex {
        let settings = Further { page: "settings", text: "Spoken prompts" };
        SearchIndex::new(&guide(), &[settings])
    }

    fn pages(found: &[PageHits]) -> Vec<&str> {
        found.iter().map(|page| page.page.as_str()).collect()
    }

    #[test]
    fn an_elbow_is_found_where_the_fifth_step_uses_it() {
        let found = index().find("elbow");
        let press = found.iter().find(|page| page.page == "press-gently").expect("step 5");
        assert!(press.hits.iter().any(|hit| !hit.is_note && hit.text.contains("an elbow or a foam roller")), "{press:#?}");
        assert!(press.hits.iter().any(|hit| hit.is_note && hit.text.starts_with("Your own elbow")), "{press:#?}");
        for hit in found.iter().flat_map(|page| &page.hits) {
            assert!(hit.marks.iter().any(|mark| hit.text[mark.clone()].eq_ignore_ascii_case("elbow")), "{hit:?}");
        }
        assert!(pages(&found).contains(&"tips") && pages(&found).contains(&"sources"), "{:?}", pages(&found));
    }

    #[test]
    fn warning_signs_come_first_with_their_list() {
        let found = index().find("numb");
        assert_eq!(found.first().map(|page| page.page.as_str()), Some("warning"), "{:?}", pages(&found));
        let levels: Vec<_> = found[0].hits.iter().map(|hit| hit.level).collect();
        assert_eq!(levels.first(), Some(&Some(Level::Emergency)), "{levels:?}");
        assert!(levels.contains(&Some(Level::Today)), "{levels:?}");
    }

    #[test]
    fn case_accents_and_the_rest_of_a_word_make_no_difference() {
        let index = index();
        let plain = index.find("pelvic");
        assert!(!plain.is_empty());
        for typed in ["PELVIC", "Pélvic", "pe\u{301}lvic", " pelvic ", "pelvi"] {
            assert_eq!(pages(&index.find(typed)), pages(&plain), "{typed}");
        }
        assert_eq!(fold("Résumé’s"), "resumes");
        assert!(!index.find("cant").is_empty() && index.find("can't") == index.find("cant"));
        assert!(index.find("elvic").is_empty(), "the middle of a word is not its beginning");
    }

    #[test]
    fn all_words_must_be_there_and_too_few_letters_find_nothing() {
        let index = index();
        assert!(index.find("elbow roller").iter().any(|page| page.page == "press-gently"));
        assert!(index.find("elbow quetzal").is_empty());
        let chair: Vec<_> = index.find("steady chair beside").into_iter().flat_map(|page| page.hits).collect();
        assert_eq!(chair.len(), 1, "what stands there three times is told once: {chair:#?}");
        for typed in ["", " ", "a", "-", "?!"] {
            assert!(index.find(typed).is_empty(), "{typed:?}");
        }
        assert_eq!(pages(&index.find("spoken prompts")), ["settings"]);
    }

    #[test]
    fn a_hit_knows_what_must_be_open() {
        let index = index();
        let found = index.find("ligaments");
        let question = found.iter().find(|page| page.page == "questions").expect("how often");
        assert_eq!(question.hits[0].spot.question, Some(1));
        let found = index.find("stenosis");
        let fold = found[0].hits[0].spot.fold.as_deref();
        assert!(fold.is_some_and(|fold| fold.starts_with("see-a-professional/")), "{fold:?}");
        let found = index.find("heels quite close");
        assert_eq!(found[0].hits[0].spot.position, Some((3, PositionTab::GetDown)));
    }

    #[test]
    fn a_letter_costs_far_less_than_a_frame() {
        let index = index();
        let texts: usize = index.texts.iter().map(|text| text.sentences.len()).sum();
        let words: usize = index.texts.iter().flat_map(|text| &text.sentences).map(|sentence| sentence.words.len()).sum();
        // Every letter compares each word once: so few words that no clock is needed to tell.
        assert!(texts < 2_000 && words < 20_000, "{texts} sentences, {words} words");
        let hits: usize = index.find("th").iter().map(|page| page.hits.len()).sum();
        assert!(hits <= MOST_ON_A_PAGE * 20, "{hits}");
    }
}
