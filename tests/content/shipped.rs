//! What is shipped: the embedded list is the tree, and the accessors find what the pages ask for.
//!
//! Not the wording.
//!
//! Invariant: a file that is added to `content/` and forgotten in the list fails here.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use gentleback::content::{Level, PracticeKind, Role, WORDS_A_MINUTE, embedded, words};

use gentleback::figure::Library;

use crate::guide;

fn tree(folder: &Path, prefix: &str, into: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("a folder of content") {
        let path = entry.expect("an entry of it").path();
        let name = format!("{prefix}{}", path.file_name().expect("a name").to_string_lossy());
        if path.is_dir() {
            tree(&path, &format!("{name}/"), into);
        } else {
            into.insert(name, fs::read_to_string(&path).expect("a text file"));
        }
    }
}

#[test]
fn the_embedded_files_are_the_tree() {
    let mut on_disk = BTreeMap::new();
    tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"), "", &mut on_disk);
    on_disk.retain(|path, _| !path.ends_with("checked.ron"));
    let files = embedded();
    let inside: BTreeMap<String, String> = files.under("").map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
    let names = |map: &BTreeMap<String, String>| map.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&inside), names(&on_disk), "build.rs lists them");
    let stale: Vec<&String> =
        inside.iter().filter(|&(path, text)| on_disk.get(path) != Some(text)).map(|(path, _)| path).collect();
    assert!(stale.is_empty(), "built in before it was changed: {stale:?}");
}

/// A card on paper that left out a number of the screen, or had another, would be worse than none.
#[test]
fn the_numbers_to_call_are_the_same_on_screen_and_on_paper() {
    let files = embedded();
    let cues = gentleback::session::GateWords::read(&files, "en").expect("the gates");
    let paper = gentleback::sheet::SheetWords::read(&files, "en").expect("the sheet");
    let screen: Vec<_> = cues.emergency_card.numbers.iter().map(|entry| (&entry.id, &entry.number)).collect();
    let printed: Vec<_> = paper.calls.numbers.iter().map(|entry| (&entry.id, &entry.number)).collect();
    assert_eq!(screen, printed);
    assert_eq!(cues.emergency_card.local, paper.calls.local);
}

#[test]
fn the_accessors_find_their_entries() {
    let guide = guide();
    assert_eq!(guide.note("N1").map(|note| note.by.as_slice()), Some(&["PRESS-8".to_owned()][..]));
    assert_eq!(guide.section("warm-up").map(|section| section.title.as_str()), Some("Warm up"));
    assert_eq!(guide.position("Wall").map(|position| position.name.as_str()), Some("Against a wall"));
    assert_eq!(guide.warm_up("Walk").map(|warm_up| warm_up.name.as_str()), Some("Walk"));
    assert_eq!((guide.note("N21"), guide.section("Warm up")), (None, None));
}

#[test]
fn the_reading_time_grows_with_the_text_and_is_never_nothing() {
    let mut guide = guide();
    let mut section = guide.section("press-gently").expect("the section").clone();
    let before = guide.minutes_to_read(&section);
    assert!((1..=5).contains(&before), "{before}");
    section.id = "a-new-one".into();
    section.blocks.clear();
    assert_eq!(guide.minutes_to_read(&section), 1);
    section.lead.text = "word ".repeat(WORDS_A_MINUTE * 3);
    guide.sections.push(section.clone());
    assert_eq!(guide.minutes_to_read(&section), 4, "three minutes, and a little more for the title");
}

#[test]
fn practice_covers_each_kind_and_never_presses() {
    let guide = guide();
    let practice: Vec<_> = guide.sections.iter().flat_map(|section| section.practices()).collect();
    for kind in [
        PracticeKind::Settle,
        PracticeKind::CoreBelly,
        PracticeKind::CorePelvicFloor,
        PracticeKind::CoreLowBack,
        PracticeKind::Breath,
        PracticeKind::Release,
    ] {
        assert!(practice.iter().any(|practice| practice.kind == kind), "{kind:?}");
    }
    for practice in practice {
        assert!(!practice.cue.to_lowercase().contains("press"), "{}", practice.cue);
    }
}

#[test]
fn the_warning_page_has_the_four_levels_and_their_signs() {
    let guide = guide();
    let signs: Vec<_> = guide.warning.levels.iter().map(|level| (level.level, level.signs.len())).collect();
    assert_eq!(signs, [(Level::Emergency, 11), (Level::Today, 12), (Level::WhilePressing, 4), (Level::Soon, 4)]);
    for number in ["112", "999", "911", "000", "111"] {
        assert!(!guide.warning.lead.text.contains(number), "the tiles say {number}, and nothing else does");
    }
}

#[test]
fn every_picture_has_a_caption_and_a_description() {
    let guide = guide();
    let scenes: BTreeSet<&str> = guide.figures().iter().map(|figure| figure.scene.as_str()).collect();
    assert!(scenes.len() >= 19, "{scenes:?}");
    for figure in guide.figures() {
        assert!(words(&figure.caption).count() >= 1 && words(&figure.description).count() >= 6, "{}", figure.scene);
        assert!(figure.labels.iter().all(|label| words(&label.text).count() <= 5), "{}", figure.scene);
    }
}

#[test]
fn every_picture_and_every_point_that_is_named_can_be_drawn() {
    let (library, problems) = Library::load(&embedded());
    assert_eq!(problems, []);
    let guide = guide();
    for figure in guide.figures() {
        let still = library.still(&figure.scene);
        let still = still.unwrap_or_else(|| panic!("there is no scene {}", figure.scene));
        for label in &figure.labels {
            let known: Vec<&String> = still.anchors.keys().collect();
            assert!(still.anchors.contains_key(&label.anchor), "{}: no {} in {known:?}", figure.scene, label.anchor);
        }
    }
}

/// Numbers that the article has (health.md 1.2), for which no word about their origin is needed.
const NUMBERS_OF_THE_ARTICLE: [&str; 4] = ["5 to 10 minutes", "four", "eight", "three cues"];

#[test]
fn a_number_of_our_own_says_so_on_its_page() {
    let guide = guide();
    let said = guide.said();
    let pages: BTreeSet<&str> = said.iter().map(|said| said.page).collect();
    for page in pages.into_iter().filter(|page| !matches!(*page, "warning" | "notes")) {
        let texts: Vec<&str> = said
            .iter()
            .filter(|said| said.page == page && matches!(said.role, Role::Prose | Role::Safety))
            .map(|said| said.text)
            .collect();
        let all = texts.join(" ");
        let plain = NUMBERS_OF_THE_ARTICLE.iter().fold(all.clone(), |text, number| text.replace(number, ""));
        let has_number = words(&plain).any(|word| word.chars().all(|letter| letter.is_ascii_digit()))
            && words(&plain).any(|word| matches!(word, "seconds" | "minutes" | "hours" | "rounds" | "10"));
        assert!(!has_number || all.contains("own choice"), "{page} gives a number and does not say whose it is");
    }
}
