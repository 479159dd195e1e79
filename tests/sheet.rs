//! The summary sheet as a person gets it: shipped words, shipped figures, real bytes.
//!
//! Where poppler's tools are installed the files are read back with them; without them those checks say so and pass.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;
use std::time::Instant;

use gentleback::drawing::{Drawing, Palette, Rgb, Shape, Token};
use gentleback::figure::Library;
use gentleback::sheet::{
    Block, Claim, DayMark, Document, Facts, Include, Ink, Kind, Layouter, Options, Own, Paper, Piece, Role, RoundNumbers,
    SheetError, SheetWords, StoppedSession, TextSize, Weeks, to_pdf, to_pdf_with_claim, to_pixels,
};
use gentleback::source::Files;
use jiff::civil::date;

const WORDS: &str = include_str!("../content/en/sheet.ron");
const NUMBERS: RoundNumbers = RoundNumbers { hands_secs: 10, ramp_secs: 3, hold_secs: 5, release_secs: 4, breaths: 3, rounds: 3 };

const SIGNS: &str = include_str!("../content/en/signs.ron");

fn words(text: &str) -> SheetWords {
    words_and_signs(text, SIGNS)
}

fn words_and_signs(text: &str, signs: &str) -> SheetWords {
    let mut files = Files::default();
    files.insert("en/sheet.ron", text);
    files.insert("en/signs.ron", signs);
    SheetWords::read(&files, "en").unwrap_or_else(|problem| panic!("{problem}"))
}

fn library() -> Library {
    let mut files = Files::default();
    files.insert("figures/poses.ron", include_str!("../content/figures/poses.ron"));
    files.insert("figures/scenes.ron", include_str!("../content/figures/scenes.ron"));
    Library::load(&files).0
}

fn lay_out(words: &SheetWords, options: &Options) -> Result<Document, SheetError> {
    lay_out_for(words, &facts(), options)
}

fn lay_out_for(words: &SheetWords, facts: &Facts, options: &Options) -> Result<Document, SheetError> {
    let library = library();
    let figures = |scene: &str| -> Option<Drawing> { library.still(scene).map(|still| still.drawing) };
    Layouter::default().lay_out(words, &figures, facts, options)
}

/// A person who typed nothing and has been here for four weeks.
fn facts() -> Facts {
    Facts {
        preferred: Some(0),
        numbers: NUMBERS,
        a_day: 2,
        date: date(2026, 11, 22),
        region: None,
        own: Own::default(),
        weeks: four_weeks(),
    }
}

fn four_weeks() -> Weeks {
    let marks = [DayMark::Nothing, DayMark::Session, DayMark::WarmUp, DayMark::Nothing, DayMark::Session, DayMark::Stopped];
    let stop = |day, position, noted| StoppedSession { day, position, rounds: 1, noted };
    Weeks {
        first: Some(date(2026, 10, 26)),
        days: marks.into_iter().cycle().take(28).collect(),
        sessions: 13,
        warm_ups: 5,
        eased: 6,
        same: 3,
        worse: 1,
        positions: [9, 0, 0, 4],
        plans: Vec::new(),
        stopped: vec![stop(date(2026, 11, 19), 0, Some(2)), stop(date(2026, 11, 7), 3, None)],
    }
}

/// The three pages.
const KINDS: [Kind; 3] = [Kind::Summary, Kind::Clinician, Kind::EmergencyCard];

fn palette(ink: Ink) -> Palette {
    Palette::from_ron(match ink {
        Ink::Colour => include_str!("../assets/theme/print.ron"),
        Ink::BlackAndWhite => include_str!("../assets/theme/print-bw.ron"),
    })
    .expect("the print palettes have a value for every token")
}

/// All eight forms of each page.
fn all_forms() -> impl Iterator<Item = Options> {
    KINDS.into_iter().flat_map(|kind| forms().map(move |options| Options { kind, ..options }))
}

/// All eight forms of the summary.
fn forms() -> impl Iterator<Item = Options> {
    [Paper::A4, Paper::Letter].into_iter().flat_map(|paper| {
        [TextSize::Standard, TextSize::Large].into_iter().flat_map(move |text| {
            [Ink::Colour, Ink::BlackAndWhite].into_iter().map(move |ink| Options { paper, text, ink, ..Options::default() })
        })
    })
}

fn blocks(document: &Document) -> Vec<(usize, &Block)> {
    let mut all = Vec::new();
    for (index, page) in document.pages.iter().enumerate() {
        for block in &page.blocks {
            block.walk(&mut |block| all.push((index, block)));
        }
    }
    all
}

fn all_text(document: &Document) -> String {
    let texts: Vec<String> = document.pages.iter().flat_map(|page| page.blocks.iter().map(Block::text)).collect();
    texts.join("\n")
}

/// A tool of poppler-utils, or nothing where it is not installed.
fn poppler(tool: &str, arguments: &[&str]) -> Option<String> {
    match Command::new(tool).args(arguments).output() {
        Ok(output) => Some(String::from_utf8_lossy(&output.stdout).into_owned()),
        Err(error) => {
            println!("{tool} is not here ({error}); not checked with it");
            None
        }
    }
}

// -- it fits --

/// Nothing painted leaves the white border, and no two lines of text lie over each other.
fn assert_nothing_is_cut(document: &Document, what: &str) {
    for (index, page) in document.pages.iter().enumerate() {
        let paper = page.size.to_rect().inset(-24.0);
        let mut lines: Vec<(gentleback::drawing::Rect, &str)> = Vec::new();
        for (_, block) in blocks(document).into_iter().filter(|(page, _)| *page == index) {
            for piece in &block.pieces {
                match piece {
                    Piece::Text(run) => {
                        let size = f64::from(run.size_pt);
                        let ink = gentleback::drawing::Rect::new(
                            run.origin.x,
                            run.origin.y - 0.67 * size, // cap height .668 em (screens.md 3)
                            run.origin.x + run.width_pt(),
                            run.origin.y + 0.2 * size,
                        );
                        let trailing = run.text.len() - run.text.trim_end().len();
                        let ink = if trailing > 0 { gentleback::drawing::Rect { x1: ink.x1 - 0.2 * size, ..ink } } else { ink };
                        assert!(paper.contains_rect(ink), "{what}: \"{}\" leaves page {index}: {ink:?}", run.text);
                        lines.push((ink, &run.text));
                    }
                    Piece::Art(art) => {
                        for item in &art.drawing.items {
                            let (gentleback::drawing::Item::Fill { path, .. } | gentleback::drawing::Item::Stroke { path, .. }) =
                                item;
                            let ink = (art.place * path.clone()).bounding_box();
                            assert!(paper.contains_rect(ink), "{what}: a shape leaves page {index}: {ink:?}");
                        }
                    }
                }
            }
        }
        for (at, (one, text)) in lines.iter().enumerate() {
            for (other, over) in &lines[at + 1..] {
                let shared = one.intersect(*other);
                assert!(shared.width() < 0.3 || shared.height() < 0.3, "{what}: \"{text}\" and \"{over}\" overlap");
            }
        }
    }
}

#[test]
fn every_form_fits_its_paper() {
    for options in all_forms() {
        let document = lay_out(&words(WORDS), &options).unwrap_or_else(|error| panic!("{options:?}: {error}"));
        let most = if options.text == TextSize::Standard { 1 } else { 2 };
        let pages = if options.kind == Kind::Summary { most..=most } else { 1..=most };
        assert!(pages.contains(&document.pages.len()), "{options:?}: {} pages", document.pages.len());
        assert_nothing_is_cut(&document, &format!("{options:?}"));
    }
}

#[test]
fn every_language_fits_as_well() {
    let files = gentleback::content::embedded();
    let languages = gentleback::content::languages(&files).into_iter().map(|language| language.code);
    for language in languages.filter(|code| code != gentleback::content::FALLBACK) {
        let words = SheetWords::read(&files, &language).unwrap_or_else(|problem| panic!("{problem}"));
        for options in all_forms() {
            let what = format!("{language}, {options:?}");
            let document = lay_out(&words, &options).unwrap_or_else(|error| panic!("{what}: {error}"));
            // Large print flows on where words are longer, rather than being set smaller.
            let most = if options.text == TextSize::Standard { 1 } else { 3 };
            assert!(document.pages.len() <= most, "{what}: {} pages", document.pages.len());
            assert_nothing_is_cut(&document, &what);
        }
        let bytes = to_pdf(&lay_out(&words, &Options::default()).expect("fits"), &palette(Ink::Colour)).expect("a file");
        assert!(
            holds(&bytes, format!("/Lang ({language}").as_bytes()) || holds(&bytes, format!("/Lang({language}").as_bytes()),
            "{language}: the file says which language it is in"
        );
    }
}

#[test]
fn every_choice_of_parts_fits_and_keeps_the_warning_signs() {
    for bits in 0..16_u8 {
        let include = Include { positions: bits & 1 > 0, log: bits & 2 > 0, questions: bits & 4 > 0, weeks: bits & 8 > 0 };
        for text in [TextSize::Standard, TextSize::Large] {
            let document = lay_out(&words(WORDS), &Options { include, text, ..Options::default() }).expect("fits");
            assert_nothing_is_cut(&document, &format!("{include:?} {text:?}"));
            let standard = text == TextSize::Standard;
            assert!(!standard || document.pages.len() == 1, "{include:?}: more than one page");
            let text = all_text(&document);
            assert!(text.contains("Stop at once for") && text.contains("Get emergency help now for"), "{include:?}");
            assert_eq!(text.contains("My log"), include.log);
            assert_eq!(text.contains("To ask at my visit"), include.questions);
            assert_eq!(text.contains("On all fours"), include.positions);
            assert_eq!(text.contains("My last four weeks"), include.weeks);
            assert!(text.contains("What else helps"), "{include:?}: what else helps is on every sheet");
        }
    }
}

/// Large print keeps its two pages with everything that can be put on them, and type no smaller than it promises.
///
/// US Letter is 18 mm shorter: there a long list of numbers flows on to a third page, which is better than smaller type.
#[test]
fn large_print_with_the_last_four_weeks_is_two_pages() {
    let include = Include { positions: true, log: true, questions: true, weeks: true };
    let notes = ["", "Does the wall suit me better than the floor?"];
    for options in forms().filter(|options| options.text == TextSize::Large) {
        for (region, note) in [(None, notes[0]), (Some("us-ca".to_owned()), notes[0]), (Some("us-ca".to_owned()), notes[1])] {
            let own = Own { phone: "+44 20 7946 0958".to_owned(), note: note.to_owned() };
            let facts = Facts { own, region, ..facts() };
            let options = Options { include, ..options };
            let document = lay_out_for(&words(WORDS), &facts, &options).unwrap_or_else(|error| panic!("{options:?}: {error}"));
            let pages = document.pages.len();
            assert!(pages == 2 || pages == 3 && options.paper == Paper::Letter, "{pages}: {options:?}: {facts:?}");
            assert_nothing_is_cut(&document, &format!("{options:?}"));
        }
    }
}

/// The shipped words, each word with this share of letters more: what another language may need.
fn longer(text: &str, share: f64) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let (mut quoted, mut braced, mut word) = (false, false, 0_u32);
        // What no person reads stays as it is.
        let skip = ["//", "scene:", "id:", "paper: In("].iter().any(|start| line.trim_start().starts_with(start));
        for character in line.chars().chain(['\n']) {
            if !character.is_alphabetic() && word > 0 {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few letters")]
                let more = (f64::from(word) * share).round() as usize;
                out.push_str(&"oneatris".repeat(more / 8 + 1)[..more]);
                word = 0;
            }
            match character {
                '"' => quoted = !quoted,
                '{' => braced = true,
                '}' => braced = false,
                _ => {}
            }
            if quoted && !braced && !skip && character.is_alphabetic() {
                word += 1;
            }
            out.push(character);
        }
    }
    out
}

#[test]
fn words_two_fifths_longer_still_fit_or_flow_on() {
    let longer = words_and_signs(&longer(WORDS, 0.4), &longer(SIGNS, 0.4));
    let all = Include { positions: true, log: true, questions: true, weeks: true };
    for options in all_forms() {
        for include in [Include::default(), all] {
            let options = Options { include, ..options };
            let document = lay_out(&longer, &options).unwrap_or_else(|error| panic!("{options:?}: {error}"));
            let most = if options.text == TextSize::Standard { 2 } else { 4 };
            assert!(document.pages.len() <= most, "{options:?}: {} pages", document.pages.len());
            assert_nothing_is_cut(&document, &format!("longer, {options:?}"));
            assert_everything_is_there(&longer, &document, &options);
        }
    }
}

/// Letters alone: how words are broken over lines and runs does not matter.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Every sentence that belongs on this page is on it, to its last letter.
fn assert_everything_is_there(words: &SheetWords, document: &Document, options: &Options) {
    let text = letters(&all_text(document));
    let mut needed: Vec<&String> = Vec::new();
    match options.kind {
        Kind::Summary => {
            needed.extend([&words.title, &words.banner, &words.phone, &words.stop.then]);
            needed.extend(words.points.items.iter().flat_map(|point| [&point.lead, &point.rest]));
            needed.extend(words.stop.signs.iter().chain(&words.emergency.signs));
            needed.push(&words.round.aside);
            needed.extend(words.positions.cards.iter().flat_map(|card| [&card.name, &card.tagline]));
            needed.extend(words.calls.numbers.iter().flat_map(|entry| [&entry.number, &entry.place]));
        }
        Kind::Clinician => {
            needed.extend([&words.visit.title, &words.visit.counts, &words.visit.stops.heading, &words.questions]);
            needed.extend(words.visit.count_names.iter().chain(&words.visit.stops.head).chain(&words.visit.asks));
        }
        Kind::EmergencyCard => {
            needed.extend([&words.card.title, &words.card.lead, &words.card.call, &words.card.signs, &words.card.say]);
            needed.extend(words.emergency.signs.iter().chain(&words.card.sentences).chain(&words.card.blanks));
            needed.extend(words.calls.numbers.iter().flat_map(|entry| [&entry.number, &entry.place]));
        }
    }
    for sentence in needed {
        assert!(text.contains(&letters(sentence)), "{options:?}: \"{sentence}\" is not whole on the page");
    }
}

#[test]
fn a_word_without_end_is_broken_and_a_list_without_end_is_refused() {
    let mut wide = words(WORDS);
    wide.title = "Incomprehensibly".repeat(9);
    let document = lay_out(&wide, &Options::default()).expect("broken over lines");
    assert_nothing_is_cut(&document, "a word without end");
    assert!(letters(&all_text(&document)).contains(&wide.title));

    let mut tall = words(WORDS);
    tall.emergency.signs = vec!["a sign that stands on a line of its own".to_owned(); 120];
    let refused = lay_out(&tall, &Options::default());
    assert!(matches!(refused, Err(SheetError::TooTall { over_pt, .. }) if over_pt > 100.0), "{refused:?}");
}

// -- what it says --

#[test]
fn the_eight_points_carry_their_facts() {
    let facts: Vec<Fact> = ron::from_str(include_str!("../content/facts.ron")).expect("facts.ron is a list of facts");
    let words = words(WORDS);
    let claimed: Vec<&String> = words.points.items.iter().flat_map(|point| &point.facts).collect();
    assert_eq!(claimed, ["CONC-1", "CONC-2", "CONC-3", "CONC-4", "CONC-5", "CONC-6", "CONC-7", "CONC-8"]);
    for point in &words.points.items {
        let text = format!("{} {}", point.lead, point.rest).to_lowercase();
        for id in &point.facts {
            let fact = facts.iter().find(|fact| fact.id == *id).unwrap_or_else(|| panic!("no fact {id}"));
            for group in &fact.keywords {
                assert!(group.split('|').any(|word| text.contains(word)), "{id}: \"{text}\" has none of {group}");
            }
        }
    }
}

#[derive(serde::Deserialize)]
struct Fact {
    id: String,
    #[serde(rename = "section")]
    _section: String,
    #[serde(rename = "fact")]
    _fact: String,
    keywords: Vec<String>,
}

#[test]
fn all_eleven_emergency_signs_are_there() {
    // health.md 4.2, G2, in its order.
    let needed: [&[&str]; 11] = [
        &["peeing", "new"],
        &["bowel", "new"],
        &["feel"],
        &["numb", "tingling", "genitals", "bottom", "thigh"],
        &["both legs", "pain", "numb", "tingling", "weak", "worse"],
        &["leg", "foot", "weak", "newly", "weaker", "drag"],
        &["trouble with sex", "new", "feeling"],
        &["fall", "crash", "blow", "recent"],
        &["sudden", "very bad", "back", "belly"],
        &["chest pain", "back pain"],
        &["pregnant", "waves", "bleeding", "leaking"],
    ];
    let words = words(WORDS);
    for keys in needed {
        let holds = |sign: &str| keys.iter().all(|key| sign.contains(key));
        let found = words.emergency.signs.iter().any(|sign| holds(&sign.to_lowercase()));
        assert!(found, "no emergency sign holds all of {keys:?}");
    }
    for region in [None, Some("uk"), Some("us-ca"), Some("atlantis")] {
        let line = words.calls.line(&words.emergency.then, region);
        for number in ["112", "999", "911", "000", "111"] {
            assert!(line.contains(number), "{region:?}: {number}");
        }
    }
}

/// The chosen place's number is first on both pages that say whom to call, and no other is lost.
#[test]
fn the_number_of_the_chosen_place_stands_first_and_the_others_stay() {
    let words = words(WORDS);
    for (kind, heading, last) in
        [(Kind::Summary, "Get emergency help now for", "To ask"), (Kind::EmergencyCard, "Call now", "Call for any")]
    {
        for (region, first) in [(None, "112"), (Some("us-ca"), "911"), (Some("nz"), "111"), (Some("atlantis"), "112")] {
            for (paper, text) in
                [(Paper::A4, TextSize::Standard), (Paper::Letter, TextSize::Standard), (Paper::A4, TextSize::Large)]
            {
                let facts = Facts { region: region.map(str::to_owned), ..facts() };
                let options = Options { kind, paper, text, ..Options::default() };
                let document = lay_out_for(&words, &facts, &options).unwrap_or_else(|error| panic!("{options:?}: {error}"));
                let pages = if text == TextSize::Standard { 1 } else { 2 };
                assert!(document.pages.len() <= pages, "{options:?}, {region:?}: {} pages", document.pages.len());
                assert_nothing_is_cut(&document, &format!("{options:?}, {region:?}"));
                assert_everything_is_there(&words, &document, &options);
                let all = all_text(&document);
                let from = all.find(heading).expect("the heading");
                let to = all[from..].find(last).map_or(all.len(), |at| from + at);
                let digits: String = all[from..to].chars().filter(|letter| letter.is_ascii_digit()).take(3).collect();
                assert_eq!(digits, first, "{options:?}, {region:?}: {}", &all[from..to]);
            }
        }
    }
}

/// Which plan led how many sessions is on the page for a visit, and only where one did.
#[test]
fn the_page_for_a_visit_names_the_plans() {
    let words = words(WORDS);
    let options = Options { kind: Kind::Clinician, ..Options::default() };
    let text = |plans: &[(&str, u32)]| {
        let plans = plans.iter().map(|(title, count)| ((*title).to_owned(), *count)).collect();
        let facts = Facts { weeks: Weeks { plans, ..four_weeks() }, ..facts() };
        let document = lay_out_for(&words, &facts, &options).expect("fits");
        assert_eq!(document.pages.len(), 1);
        assert_nothing_is_cut(&document, "plans");
        letters(&all_text(&document))
    };
    assert!(!text(&[]).contains("none13"));
    assert!(text(&[("Slow and short", 13)]).contains("PlanSlowandshort13"));
    assert!(text(&[("Slow and short", 4), ("Wall", 2)]).contains("PlanSlowandshort4Wall2none7"));
    assert!(text(&[("A", 3), ("B", 2), ("C", 1), ("D", 1), ("E", 1)]).contains("PlanA3B2C1others2none5"));
    let long = "x".repeat(60);
    assert!(text(&[(&long, 13)]).contains(&long));
}

/// Everything on the sheet as sentences; a line of a list is one.
fn sentences() -> Vec<String> {
    let document = lay_out(&words(WORDS), &Options::default()).expect("fits");
    let mut lines = Vec::new();
    for (_, block) in blocks(&document) {
        if !block.pieces.is_empty() && !matches!(block.role, Role::Label | Role::ColumnHeader) {
            lines.push(block.text());
        }
    }
    let split = lines.iter().flat_map(|line| line.split(['.', '?', ';']));
    split.map(|part| part.trim().to_lowercase()).filter(|part| part.contains(char::is_alphabetic)).collect()
}

#[test]
fn the_reading_grade_is_six_or_lower() {
    let sentences = sentences();
    let words: Vec<&str> = sentences.iter().flat_map(|sentence| sentence.split_whitespace()).collect();
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    #[expect(clippy::cast_precision_loss, reason = "a few hundred words")]
    let (count, of, syllables) = (words.len() as f64, sentences.len() as f64, syllables as f64);
    let grade = 0.39 * count / of + 11.8 * syllables / count - 15.59; // health.md 3.2
    println!("{count} words, {of} sentences, grade {grade:.1}");
    assert!(count > 150.0 && grade <= 6.0, "grade {grade:.1}");
    for sentence in &sentences {
        assert!(sentence.split_whitespace().count() <= 20, "over 20 words: {sentence}");
    }
}

/// Groups of vowels, without a silent e at the end.
fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word.chars().filter(|letter| letter.is_alphabetic()).collect();
    let vowel = |letter: char| "aeiouy".contains(letter);
    let groups =
        letters.iter().enumerate().filter(|(at, letter)| vowel(**letter) && (*at == 0 || !vowel(letters[at - 1]))).count();
    let silent = letters.len() > 2 && letters.ends_with(&['e']) && !letters.ends_with(&['l', 'e']) && groups > 1;
    (groups - usize::from(silent)).max(1)
}

#[test]
fn words_to_avoid_are_avoided() {
    // health.md 3.5 and screens.md 6. "not a diagnosis or treatment" is the one negation allowed.
    let avoid = [
        "treat",
        "cure",
        "heal",
        "fix",
        "realign",
        "adjust",
        "therap",
        "relieve pain",
        "diagnos",
        "assess",
        "screen",
        "prescri",
        "your plan",
        "safe for you",
        "cleared",
        "approved",
        "proven",
        "recommended",
        "medical-grade",
        "prevents injury",
        "out of place",
        "damage",
        "streak",
        "goal",
        "great job",
        "time to pop",
        "!",
    ];
    for sentence in sentences() {
        let sentence = sentence.replace("not a diagnosis or treatment", "");
        for word in avoid {
            let healthy = sentence.replace("health", "");
            assert!(!healthy.contains(word), "\"{word}\" in \"{sentence}\"");
        }
    }
}

#[test]
fn the_numbers_and_the_preferred_position_are_the_persons_own() {
    let numbers = RoundNumbers { hands_secs: 10, ramp_secs: 3, hold_secs: 7, release_secs: 6, breaths: 4, rounds: 2 };
    let facts = Facts { preferred: Some(3), numbers, date: date(2027, 1, 2), ..facts() };
    let document = Layouter::default().lay_out(&words(WORDS), &|_| None, &facts, &Options::default()).expect("fits");
    let text = all_text(&document);
    for expected in ["7 seconds", "6 seconds", "4 slow breaths", "up to 2 rounds", "(yours: against a wall)", "2 Jan 2027"] {
        assert!(text.contains(expected), "no \"{expected}\" in {text}");
    }
    let facts = Facts { preferred: None, ..facts };
    let none = Layouter::default().lay_out(&words(WORDS), &|_| None, &facts, &Options::default()).expect("fits");
    assert!(!all_text(&none).contains("(yours"));
}

#[test]
fn a_page_is_the_same_whatever_was_set_before_it() {
    let (words, library) = (words(WORDS), library());
    let figures = |scene: &str| -> Option<Drawing> { library.still(scene).map(|still| still.drawing) };
    let note = "Ask about my \u{5e8} back".to_owned();
    let facts = Facts { own: Own { phone: "020 7946".to_owned(), note }, ..facts() };
    let used = Layouter::default();
    for options in all_forms().chain(all_forms()) {
        let again = used.lay_out(&words, &figures, &facts, &options).expect("fits");
        let first = Layouter::default().lay_out(&words, &figures, &facts, &options).expect("fits");
        assert_eq!(again, first, "{options:?}");
        assert_eq!(again.dropped.is_empty(), options.kind == Kind::EmergencyCard, "what is left out is told every time");
    }
}

#[test]
fn an_emoji_or_a_tab_never_makes_the_export_fail() {
    let note = "Ask\tDr Łukasz \u{1f600} about\u{0} my \u{5e8} back\r\nhttps://example.org/".to_owned() + &"long".repeat(60);
    let own = Own { phone: "+44\t20 \u{260e}\u{fe0f} 7946".to_owned(), note };
    for options in all_forms() {
        let document = lay_out_for(&words(WORDS), &Facts { own: own.clone(), ..facts() }, &options).expect("fits");
        assert_nothing_is_cut(&document, &format!("{options:?}"));
        let text = all_text(&document);
        assert!(text.contains("+44 20 7946"), "{options:?}: {text}");
        if options.kind == Kind::EmergencyCard {
            continue; // no place for a note: it is read in a hurry
        }
        assert!(text.contains("Ask Dr Łukasz about my back"), "{options:?}: {text}");
        assert_eq!(document.dropped, ['\u{5e8}', '\u{260e}', '\u{1f600}']);
        let pdf = to_pdf_with_claim(&document, &palette(Ink::Colour)).expect("written");
        assert_eq!(pdf.claim, Claim::AccessibleAndArchival, "{:?}", pdf.refusals);
    }
}

#[test]
fn a_note_in_greek_or_cyrillic_is_printed() {
    let note = "Πονάει η μέση μου. Болит поясница: Ґанок, Ђорђе.";
    let own = Own { phone: String::new(), note: note.to_owned() };
    for text in [TextSize::Standard, TextSize::Large] {
        let options = Options { text, ..Options::default() };
        let document = lay_out_for(&words(WORDS), &Facts { own: own.clone(), ..facts() }, &options).expect("fits");
        assert!(all_text(&document).contains(note) && document.dropped.is_empty(), "{:?}", document.dropped);
        let pdf = to_pdf_with_claim(&document, &palette(Ink::Colour)).expect("written");
        assert_eq!(pdf.claim, Claim::AccessibleAndArchival, "{:?}", pdf.refusals);
    }
}

// -- the PDF --

#[test]
fn the_pdf_is_tagged_small_and_holds_its_claims() {
    for options in all_forms() {
        let start = Instant::now();
        let document = lay_out(&words(WORDS), &options).expect("fits");
        let laid_out = start.elapsed();
        let pdf = to_pdf_with_claim(&document, &palette(options.ink)).expect("written");
        println!("{options:?}: laid out in {laid_out:?}, with PDF {:?}, {} bytes", start.elapsed(), pdf.bytes.len());
        assert_eq!(pdf.claim, Claim::AccessibleAndArchival, "{options:?}: {:?}", pdf.refusals);
        assert!(pdf.bytes.len() < 150_000, "{options:?}: {} bytes", pdf.bytes.len());
        for key in ["/MarkInfo", "/StructTreeRoot", "/Lang", "/Outlines", "pdfuaid:part", "pdfaid:part"] {
            assert!(holds(&pdf.bytes, key.as_bytes()), "{options:?}: no {key}");
        }
        // A page with anything see-through is turned into a picture by PostScript printers.
        for key in ["/ca 0", "/CA 0", "/SMask", "/Group"] {
            assert!(!holds(&pdf.bytes, key.as_bytes()), "{options:?}: {key}");
        }
        assert_eq!(Ok(pdf.bytes), to_pdf(&document, &palette(options.ink)), "the same document gives the same bytes");
    }
}

#[test]
fn a_claim_that_does_not_hold_is_dropped_and_not_the_file() {
    let mut document = lay_out(&words(WORDS), &Options::default()).expect("fits");
    fn silence(block: &mut Block) {
        if let Role::Figure { alt } = &mut block.role {
            alt.clear();
        }
        block.children.iter_mut().for_each(silence);
    }
    document.pages.iter_mut().flat_map(|page| &mut page.blocks).for_each(silence);
    let pdf = to_pdf_with_claim(&document, &palette(Ink::Colour)).expect("written");
    assert_eq!(pdf.claim, Claim::Nothing);
    assert!(pdf.refusals.iter().any(|why| why.contains("MissingAltText")), "{:?}", pdf.refusals);
    assert!(holds(&pdf.bytes, b"/StructTreeRoot") && !holds(&pdf.bytes, b"pdfuaid:part"), "tagged, without the claim");
}

fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

#[test]
fn poppler_reads_the_text_the_fonts_and_the_order() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("sheet.pdf");
    let document = lay_out(&words(WORDS), &Options::default()).expect("fits");
    fs::write(&path, to_pdf(&document, &palette(Ink::Colour)).expect("written")).expect("saved");
    let file = path.to_string_lossy();

    if let Some(info) = poppler("pdfinfo", &[&file]) {
        for line in ["Tagged:          yes", "Pages:           1", "Title:           A gentle session for a tight lower back"] {
            assert!(info.contains(line), "no \"{line}\" in {info}");
        }
    }
    if let Some(fonts) = poppler("pdffonts", &[&file]) {
        let rows: Vec<&str> = fonts.lines().skip(2).collect();
        assert_eq!(rows.len(), 3, "{fonts}");
        assert!(rows.iter().all(|row| row.contains("AtkinsonHyperlegibleNext") && row.contains("yes yes yes")), "{fonts}");
    }
    if let Some(text) = poppler("pdftotext", &["-raw", &file, "-"]) {
        let read: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for (_, block) in blocks(&document) {
            if !block.pieces.is_empty() && !block.text().is_empty() {
                assert!(read.contains(&block.text()), "\"{}\" can not be copied out of the file", block.text());
            }
        }
    }
    if let Some(tree) = poppler("pdfinfo", &["-struct-text", &file]) {
        let mut rest = tree.as_str();
        for next in [
            "H1",
            "A gentle session",
            "Check with a professional",
            "H2",
            "pick a steady",
            "Figure",
            "On your back",
            "Against a wall",
            "Press gently",
            "The 8 steps",
            "LI",
            "Lbl",
            "1",
            "LBody",
            "See a professional",
            "My clinic",
            "Stop at once",
            "emergency help",
            "My log",
            "Table",
            "THead",
            "TH",
            "Mon",
            "Session 2",
            "To ask",
            "General information",
        ] {
            let at = rest.find(next).unwrap_or_else(|| panic!("\"{next}\" is missing or out of order in\n{tree}"));
            rest = &rest[at + next.len()..];
        }
    }
}

#[test]
fn figures_have_words_and_headings_do_not_skip_a_level() {
    for options in all_forms() {
        let document = lay_out(&words(WORDS), &options).expect("fits");
        let (mut level, mut figures) = (0, BTreeSet::new());
        for (_, block) in blocks(&document) {
            match &block.role {
                Role::Heading(next) => {
                    assert!(*next <= level + 1 && !block.text().is_empty(), "{options:?}: {}", block.text());
                    level = *next;
                }
                Role::Figure { alt } => {
                    assert!(alt.len() > 20 && figures.insert(alt.clone()), "{options:?}: \"{alt}\"");
                }
                _ => {}
            }
        }
        let expected = match options.kind {
            Kind::Summary => 4 + 6,
            Kind::Clinician => 1,
            Kind::EmergencyCard => 0,
        };
        assert_eq!(figures.len(), expected, "{options:?}");
    }
}

#[test]
fn the_emergency_card_fills_its_page_in_large_type() {
    let words = words(WORDS);
    for region in [None, Some("uk".to_owned())] {
        for paper in [Paper::A4, Paper::Letter] {
            let options = Options { kind: Kind::EmergencyCard, paper, ..Options::default() };
            let card = lay_out_for(&words, &Facts { region: region.clone(), ..facts() }, &options).expect("a card");
            assert_eq!(card.pages.len(), 1);
            let lowest = card.pages[0].blocks.iter().map(|block| block.bounds.y1);
            // The foot is the lowest block of all; what stands over it is the card.
            let mut ends: Vec<f64> = lowest.collect();
            ends.sort_by(f64::total_cmp);
            let end = ends[ends.len() - 2];
            let height = card.pages[0].size.height;
            assert!(end > height * 0.85, "{paper:?}, {region:?}: it ends at {end} of {height}");
            let mut least = f32::MAX;
            for (_, block) in blocks(&card) {
                for piece in &block.pieces {
                    if let Piece::Text(run) = piece {
                        least = least.min(run.size_pt);
                    }
                }
            }
            assert!(least >= 11.0, "{paper:?}, {region:?}: {least} points");
        }
    }
}

#[test]
fn a_missing_figure_leaves_its_card_and_words() {
    let document = Layouter::default().lay_out(&words(WORDS), &|_| None, &facts(), &Options::default()).expect("fits");
    assert!(all_text(&document).contains("On all fours"));
    assert_eq!(to_pdf_with_claim(&document, &palette(Ink::Colour)).map(|pdf| pdf.claim), Ok(Claim::AccessibleAndArchival));
}

// -- the picture --

#[test]
fn the_picture_is_the_same_page_as_the_pdf() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("sheet.pdf");
    let document = lay_out(&words(WORDS), &Options::default()).expect("fits");
    let palette = palette(Ink::Colour);
    let page = &document.pages[0];
    for (dpi, width, height) in [(150, 1240, 1754), (300, 2480, 3508)] {
        let pixels = to_pixels(page, &palette, dpi).expect("painted");
        assert_eq!((pixels.width, pixels.height, pixels.rgba.len()), (width, height, (width * height * 4) as usize));
        assert!(pixels.rgba.chunks(4).all(|pixel| pixel[3] == 255), "every pixel is opaque");
    }
    assert_eq!(to_pixels(page, &palette, 5000), Err(SheetError::Resolution { dpi: 5000 }));

    fs::write(&path, to_pdf(&document, &palette).expect("written")).expect("saved");
    let stem = folder.path().join("page");
    let arguments = ["-r", "96", "-singlefile", "-png", &path.to_string_lossy(), &stem.to_string_lossy()];
    if poppler("pdftoppm", &arguments).is_some() {
        let theirs = image::open(stem.with_extension("png")).expect("poppler's picture").to_rgb8();
        let ours = to_pixels(page, &palette, 96).expect("painted");
        assert_eq!((ours.width, ours.height), theirs.dimensions());
        // Edges are smoothed differently, so cells of 12 pixels are compared, not pixels.
        let worst = cells(&ours.rgba, 4, ours.width).zip(cells(theirs.as_raw(), 3, ours.width));
        let worst = worst.map(|(our, their)| our.abs_diff(their)).max().expect("a page has cells");
        println!("the most different cell differs by {worst} of 255");
        assert!(worst < 40, "{worst}"); // a lost figure or line differs by 60 and more
    }
}

/// The mean lightness of each square of 12 pixels.
fn cells(bytes: &[u8], channels: usize, width: u32) -> impl Iterator<Item = u32> + '_ {
    let width = width as usize;
    let height = bytes.len() / channels / width;
    let origins = (0..height - 12).step_by(12).flat_map(move |y| (0..width - 12).step_by(12).map(move |x| (x, y)));
    origins.map(move |(x, y)| {
        let pixels = (0..144).map(|at| ((y + at / 12) * width + x + at % 12) * channels);
        let total: u32 = pixels.map(|at| (0..3).map(|channel| u32::from(bytes[at + channel])).sum::<u32>()).sum();
        total / (144 * 3)
    })
}

#[test]
fn black_and_white_is_grey_and_spares_toner() {
    let palette = palette(Ink::BlackAndWhite);
    for token in Token::ALL {
        let Rgb(red, green, blue) = palette.get(*token);
        assert!(red == green && green == blue, "{token:?} is not grey");
    }
    let include = Include { positions: true, log: true, questions: true, weeks: true };
    for options in all_forms().filter(|options| options.ink == Ink::BlackAndWhite) {
        let document = lay_out(&words(WORDS), &Options { include, ..options }).expect("fits");
        for page in &document.pages {
            let pixels = to_pixels(page, &palette, 72).expect("painted");
            assert!(pixels.rgba.chunks(4).all(|pixel| pixel[0] == pixel[1] && pixel[1] == pixel[2]), "{options:?}: colour");
            let toner: f64 = pixels.rgba.chunks(4).map(|pixel| 1.0 - f64::from(pixel[0]) / 255.0).sum();
            #[expect(clippy::cast_precision_loss, reason = "half a million pixels")]
            let coverage = toner / (pixels.rgba.len() / 4) as f64;
            println!(
                "{:?} {:?} {:?}: {:.1} % of the paper is inked",
                options.kind,
                options.paper,
                options.text,
                coverage * 100.0
            );
            assert!(coverage < 0.10, "{options:?}: {coverage}"); // a page of plain text covers about 5 %

            // No dark square of 14 points anywhere: text and lines are thinner, a filled band is not.
            let (width, height) = (pixels.width as usize, pixels.height as usize);
            let dark = |x: usize, y: usize| pixels.rgba[(y * width + x) * 4] < 128;
            for y in (0..height - 14).step_by(4) {
                for x in (0..width - 14).step_by(4) {
                    let solid = (0..14).all(|down| (0..14).all(|right| dark(x + right, y + down)));
                    assert!(!solid, "{options:?}: a dark area at {x}, {y}");
                }
            }
        }
    }
    let document = lay_out(&words(WORDS), &Options { ink: Ink::BlackAndWhite, ..Options::default() }).expect("fits");
    let colour = Palette::from_ron(include_str!("../assets/theme/print.ron")).expect("a palette");
    let pdf = to_pdf(&document, &palette).expect("written");
    assert_ne!(Ok(pdf), to_pdf(&document, &colour), "the palette decides the colours");
}

// -- the command line --

/// Runs the program in a home of its own; what it said, and whether it was content.
fn gentleback(home: &std::path::Path, arguments: &[&str]) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gentleback"));
    command.env("HOME", home).env("XDG_CONFIG_HOME", home).env("XDG_DATA_HOME", home).env("LC_ALL", "en_US.UTF-8");
    let output = command.args(arguments).output().expect("the program starts");
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&said).into_owned())
}

#[test]
fn the_command_line_writes_each_page_as_pdf_and_as_picture() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let out = |name: &str| home.path().join(name).display().to_string();
    for kind in [None, Some("--clinician"), Some("--card")] {
        let pdf = out("page.pdf");
        let arguments: Vec<&str> = ["sheet", "--out", &pdf, "--bw"].into_iter().chain(kind).collect();
        assert!(gentleback(home.path(), &arguments).0, "{arguments:?}");
        let bytes = fs::read(&pdf).expect("written");
        assert!(bytes.starts_with(b"%PDF") && holds(&bytes, b"/MediaBox[0 0 612 792]"), "paper of the place: Letter");
    }
    let (succeeded, said) =
        gentleback(home.path(), &["sheet", "--out", &out("page.png"), "--large", "--dpi", "72", "--paper", "a4"]);
    assert!(succeeded, "{said}");
    for name in ["page.png", "page-2.png"] {
        let picture = image::open(home.path().join(name)).expect("a picture for each page");
        assert_eq!((picture.width(), picture.height()), (595, 842));
    }
    let (succeeded, said) = gentleback(home.path(), &["sheet", "--out", &out("note.pdf"), "--note", "it\u{1f600} hurts"]);
    assert!(succeeded && said.contains('\u{1f600}'), "what is left out is said: {said}");
}

#[test]
fn the_command_line_says_what_is_wrong_and_fails() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let pdf = home.path().join("page.pdf").display().to_string();
    for (arguments, said) in [
        (vec!["sheet"], "--out"),
        (vec!["sheet", "--out"], "--out"),
        (vec!["sheet", "--out", "page.doc"], ".png"),
        (vec!["sheet", "--out", &pdf, "--paper", "a3"], "a3"),
        (vec!["sheet", "--out", &pdf, "--include", "signs"], "warning signs are always there"),
        (vec!["sheet", "--out", &pdf, "--clinician", "--card"], "one of"),
        (vec!["sheet", "--out", &pdf, "--dpi", "5"], "5"),
        (vec!["sheet", "--out", &pdf, "--nonsense"], "--nonsense"),
        (vec!["sheet", "--out", "no/such/folder/page.pdf"], "not written"),
    ] {
        let (succeeded, heard) = gentleback(home.path(), &arguments);
        assert!(!succeeded && heard.contains(said), "{arguments:?}: {heard}");
        assert!(!fs::exists(&pdf).expect("a folder"), "{arguments:?} wrote a file");
    }
}
