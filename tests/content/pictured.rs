//! What is told and what is drawn agree: labels point at what they name, and a way has a picture for each of its steps.

use gentleback::content::{PositionText, embedded};
use gentleback::figure::{Library, Still};

use super::super::guide;

/// The points that a label may lead to, by the word in it that says what it names. The first that is found counts:
/// a pillow between the knees is a pillow.
const NAMED: &[(&str, &[&str])] = &[
    ("pillow", &["pillow", "knee_pillow"]),
    ("cushion", &["pillow"]),
    ("firm wall", &["wall"]),
    ("low back", &["low_back"]),
    ("sore side", &["low_back"]),
    ("neck", &["neck"]),
    ("your back moves", &["close_back"]),
    ("hands lie still", &["close_near_hand"]),
    ("back", &["back"]),
    ("hands", &["near_hand", "far_hand"]),
    ("knees", &["near_knee", "far_knee"]),
    ("feet", &["near_foot", "far_foot"]),
];

/// Whether a point is one that words name; nothing where no word is known.
fn agrees(words: &str, anchor: &str) -> Option<bool> {
    let words = words.to_lowercase();
    NAMED.iter().find(|(word, _)| words.contains(word)).map(|(_, anchors)| anchors.contains(&anchor))
}

#[test]
fn every_label_points_at_the_part_of_the_body_that_it_names() {
    let mut looked_at = 0;
    for figure in guide().figures() {
        for label in &figure.labels {
            let agrees = agrees(&label.text, &label.anchor);
            let agrees = agrees.unwrap_or_else(|| panic!("\"{}\" in {}: say in NAMED what it names", label.text, figure.scene));
            assert!(agrees, "\"{}\" in {} points at {}", label.text, figure.scene, label.anchor);
            looked_at += 1;
        }
    }
    assert!(looked_at >= 15, "only {looked_at} labels looked at");
}

#[test]
fn the_check_of_labels_can_fail() {
    assert_eq!(agrees("Neck long", "head"), Some(false));
    assert_eq!(agrees("Back level", "low_back"), Some(false));
    assert_eq!(agrees("Pillow between knees", "near_knee"), Some(false));
    assert_eq!(agrees("Elbows out", "near_elbow"), None);
}

/// Both ways of a position: into it and out of it.
fn ways(position: &PositionText) -> [(&'static str, usize, &[String]); 2] {
    [
        ("down", position.get_down.len(), position.get_down_scenes.as_slice()),
        ("up", position.get_up.len(), position.get_up_scenes.as_slice()),
    ]
}

#[test]
fn a_way_has_as_many_pictures_as_steps_and_fills_its_rows() {
    for position in &guide().positions {
        for (way, steps, scenes) in ways(position) {
            assert_eq!(steps, scenes.len(), "{} {way}: steps and pictures", position.id);
            assert!(steps.is_multiple_of(2), "{} {way}: {steps} pictures leave a cell empty", position.id);
        }
    }
}

#[test]
fn along_a_way_the_chair_stands_still_and_nothing_changes_its_size() {
    let (library, _) = Library::load(&embedded());
    for position in &guide().positions {
        for (way, _, scenes) in ways(position) {
            let stills: Vec<_> = scenes.iter().map(|scene| (scene, library.still(scene).expect("it is there"))).collect();
            let size = stills.first().map(|(_, still)| still.drawing.size);
            let from_above = |still: &Still| still.floor_y >= still.drawing.size.height;
            let mut chairs: [Option<f64>; 2] = [None, None];
            for (scene, still) in &stills {
                assert_eq!(Some(still.drawing.size), size, "{} {way}: {scene} has another scale", position.id);
                let here = still.anchors.get("chair").unwrap_or_else(|| panic!("{} {way}: no chair in {scene}", position.id));
                // From above the middle of the seat is named, from the side the back of the chair.
                let [from_the_side, above] = &mut chairs;
                let place = if from_above(still) { above } else { from_the_side };
                let first = *place.get_or_insert(here.x);
                assert!((here.x - first).abs() < 1e-9, "{} {way}: the chair moves in {scene}", position.id);
            }
            if let [Some(from_the_side), Some(above)] = chairs {
                assert!((from_the_side - above).abs() < 100.0, "{} {way}: the chair changes its side", position.id);
            }
        }
    }
}
