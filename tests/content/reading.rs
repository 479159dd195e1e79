//! Reading grade of each page, by the formulas of health.md section 3.2.
//!
//! - Flesch-Kincaid grade: `0.39 * words / sentences + 11.8 * syllables / words - 15.59`
//! - SMOG: `1.0430 * sqrt(polysyllables * 30 / sentences) + 3.1291`, polysyllables having three syllables or more
//!
//! Not a dictionary: syllables are counted by rule with a list of exceptions, and the rule is tested below.
//!
//! Invariant: headings, labels and captions are left out, since they are no sentences and would flatter the grade.

use std::collections::BTreeMap;

use gentleback::content::{Role, sentences, words};

use crate::guide;

/// Body text (health.md 3.2).
const BODY_GRADE: f64 = 7.0;
/// Warnings, when to stop, whom a position is not for.
const SAFETY_GRADE: f64 = 6.0;
const SMOG_GRADE: f64 = 8.5;
/// Words in one sentence, and on a page's average.
const LONGEST: usize = 20;
const MEAN: f64 = 13.0;
/// Pages on which every text is safety text.
const SAFETY_PAGES: [&str; 2] = ["warning", "listen-and-stop"];

/// Words that the rule below gets wrong. Figures ("5") count as one syllable.
const EXCEPTIONS: &[(&str, usize)] = &[
    ("area", 3),
    ("areas", 3),
    ("being", 2),
    ("create", 2),
    ("doing", 2),
    ("every", 2),
    ("everyday", 3),
    ("everything", 3),
    ("fluid", 2),
    ("going", 2),
    ("idea", 3),
    ("lying", 2),
    ("peeing", 2),
    ("physiotherapist", 6),
    ("quiet", 2),
    ("science", 2),
    ("seeing", 2),
    ("someone", 2),
    ("something", 2),
    ("sometimes", 2),
    ("trying", 2),
    ("usual", 3),
    ("usually", 4),
];

/// Syllables of an English word: groups of vowels, less the silent endings.
fn syllables(word: &str) -> usize {
    let word: String = word.to_lowercase().chars().filter(|letter| letter.is_alphanumeric() || *letter == '-').collect();
    word.split('-').filter(|part| !part.is_empty()).map(syllables_of_part).sum()
}

fn syllables_of_part(word: &str) -> usize {
    if let Some((_, count)) = EXCEPTIONS.iter().find(|(exception, _)| *exception == word) {
        return *count;
    }
    // "safely" is "safe" and one more; "gently" keeps no silent e.
    let stem = ["ful", "ly", "ness", "less", "ment"].iter().find_map(|end| word.strip_suffix(end));
    if let Some(stem) = stem.filter(|stem| stem.len() > 2 && stem.ends_with('e') && !stem.ends_with("le")) {
        return syllables_of_part(stem) + 1;
    }
    let letters: Vec<char> = word.chars().collect();
    let starts = |index: usize| vowel(letters[index]) && (index == 0 || !vowel(letters[index - 1]));
    let groups = (0..letters.len()).filter(|index| starts(*index)).count();
    let heard = groups - usize::from(groups > 1 && has_silent_ending(&letters));
    (heard + usize::from(has_vowels_apart(word))).max(1)
}

fn vowel(letter: char) -> bool {
    "aeiouy".contains(letter)
}

/// "like", "eased", "moves" and "rules" end in silence; "table", "rested", "settled", "presses" do not.
fn has_silent_ending(letters: &[char]) -> bool {
    let back = |steps: usize| letters.len().checked_sub(steps + 1).map_or(' ', |index| letters[index]);
    let consonant = |steps: usize| back(steps).is_alphabetic() && !vowel(back(steps));
    match (back(1), back(0)) {
        ('l', 'e') => !consonant(2),
        (_, 'e') => consonant(1),
        ('e', 'd') => match back(2) {
            't' | 'd' => false,
            'l' => !consonant(3) || matches!(back(3), 'l' | 'r'),
            _ => consonant(2),
        },
        ('e', 's') => match back(2) {
            's' | 'x' | 'c' | 'g' | 'z' => false,
            'h' => !matches!(back(3), 's' | 'c'),
            'l' => !consonant(3),
            _ => consonant(2),
        },
        _ => false,
    }
}

/// "serious" and "medial" say two neighbours apart; "position" and "special" do not.
fn has_vowels_apart(word: &str) -> bool {
    let apart = |pair: &str| {
        word.split_once(pair).is_some_and(|(head, _)| match pair {
            "ua" | "uo" => !head.ends_with(['q', 'g']),
            _ => !head.ends_with(['t', 's', 'c', 'g', 'q', 'x']),
        })
    };
    ["ia", "io", "iu", "ua", "uo"].into_iter().any(apart)
}

/// What is counted on a page.
#[derive(Default)]
struct Counts {
    sentences: f64,
    words: f64,
    syllables: f64,
    polysyllables: f64,
}

/// The grade of a text by itself.
pub fn grade(text: &str) -> f64 {
    Counts::of(&[text]).grade()
}

impl Counts {
    fn add(&mut self, text: &str) {
        for sentence in sentences(text) {
            self.sentences += 1.0;
            for word in words(&sentence) {
                let syllables = syllables(word);
                self.words += 1.0;
                self.syllables += syllables as f64;
                self.polysyllables += f64::from(u8::from(syllables >= 3));
            }
        }
    }

    fn of(texts: &[&str]) -> Self {
        let mut counts = Self::default();
        texts.iter().for_each(|text| counts.add(text));
        counts
    }

    fn mean(&self) -> f64 {
        self.words / self.sentences
    }

    fn grade(&self) -> f64 {
        0.39 * self.mean() + 11.8 * self.syllables / self.words - 15.59
    }

    fn smog(&self) -> f64 {
        1.0430 * (self.polysyllables * 30.0 / self.sentences).sqrt() + 3.1291
    }
}

#[test]
fn syllables_are_counted_as_they_are_said() {
    for (word, count) in [
        ("a", 1),
        ("the", 1),
        ("back", 1),
        ("knee", 1),
        ("eased", 1),
        ("moves", 1),
        ("breathe", 1),
        ("pressed", 1),
        ("hips", 1),
        ("you're", 1),
        ("rolled", 1),
        ("muscle", 2),
        ("muscles", 2),
        ("table", 2),
        ("gentle", 2),
        ("gently", 2),
        ("safely", 2),
        ("pressure", 2),
        ("presses", 2),
        ("rested", 2),
        ("needed", 2),
        ("tingling", 2),
        ("numbness", 2),
        ("weakness", 2),
        ("careful", 2),
        ("quiet", 2),
        ("people", 2),
        ("someone", 2),
        ("treatment", 2),
        ("hip-wide", 2),
        ("moving", 2),
        ("breathing", 2),
        ("movement", 2),
        ("doctor", 2),
        ("position", 3),
        ("professional", 4),
        ("emergency", 4),
        ("serious", 3),
        ("symptoms", 2),
        ("physical", 3),
        ("therapist", 3),
        ("physiotherapist", 6),
        ("stenosis", 3),
        ("diagnosis", 4),
        ("area", 3),
        ("ligament", 3),
        ("condition", 3),
        ("usually", 4),
        ("lying", 2),
        ("settled", 2),
        ("everyday", 3),
        ("gradually", 4),
        ("recover", 3),
        ("pharmacist", 3),
        ("regular", 3),
        ("bladder", 2),
        ("urine", 2),
    ] {
        assert_eq!(syllables(word), count, "{word}");
    }
}

#[test]
fn the_formulas_give_the_grades_of_a_sum_done_by_hand() {
    // stop at an-y pain: 5 syllables; see a pro-fes-sion-al to-day: 8, in one word of three or more.
    let counts = Counts::of(&["Stop at any pain.", "See a professional today."]);
    assert_eq!((counts.sentences, counts.words, counts.syllables, counts.polysyllables), (2.0, 8.0, 13.0, 1.0));
    assert!((counts.grade() - (0.39 * 4.0 + 11.8 * 13.0 / 8.0 - 15.59)).abs() < 1e-9);
    assert!((counts.smog() - (1.0430 * 15.0_f64.sqrt() + 3.1291)).abs() < 1e-9);
}

#[test]
fn each_page_reads_at_its_grade() {
    let guide = guide();
    let said = guide.said();
    // By file too: short steps on a page's cards may not lower the grade of its prose.
    let mut pages = BTreeMap::<(&str, &str), Vec<&str>>::new();
    let mut safety = BTreeMap::<(&str, &str), Vec<&str>>::new();
    for said in &said {
        if matches!(said.role, Role::Prose | Role::Safety | Role::Article | Role::Note) {
            pages.entry((said.page, said.file)).or_default().push(said.text);
        }
        if said.role == Role::Safety || SAFETY_PAGES.contains(&said.page) && said.role == Role::Prose {
            safety.entry((said.page, said.file)).or_default().push(said.text);
        }
    }
    assert!(pages.len() >= 15 && safety.len() >= 6, "every page was looked at");
    let mut faults = vec![];
    for ((page, file), texts) in &pages {
        let counts = Counts::of(texts);
        println!(
            "{page} ({file}): grade {:.1}, SMOG {:.1}, {:.1} words a sentence",
            counts.grade(),
            counts.smog(),
            counts.mean()
        );
        for (what, value, most) in [
            ("grade", counts.grade(), BODY_GRADE),
            ("SMOG", counts.smog(), SMOG_GRADE),
            ("words a sentence", counts.mean(), MEAN),
        ] {
            if value > most {
                faults.push(format!("{page} ({file}): {what} {value:.1}, at most {most}"));
            }
        }
    }
    for ((page, file), texts) in &safety {
        let grade = Counts::of(texts).grade();
        println!("{page} ({file}), safety text: grade {grade:.1}");
        if grade > SAFETY_GRADE {
            faults.push(format!("{page} ({file}): safety text of grade {grade:.1}, at most {SAFETY_GRADE}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_sentence_is_longer_than_a_breath() {
    let guide = guide();
    let long: Vec<String> =
        guide.said().iter().flat_map(|said| sentences(said.text)).filter(|sentence| words(sentence).count() > LONGEST).collect();
    assert!(long.is_empty(), "more than {LONGEST} words:\n{}", long.join("\n"));
}
