//! Faults in the files: each is reported with its file and line, and none of them stops the others.

use super::shipped_files;
use crate::figure::Library;
use crate::source::{Files, Problem};

const POSE: &str = r#"
    "stand": (
        root: (0, 530), spine: (101, 84, 91, 99, 95, 80), neck: 70, head: 90,
        arm_near: (reach: Angles(-80, -70)),
        leg_near: (reach: Ankle(0, 45), foot: World(0)),
    ),"#;

/// A library of one good pose, with more poses and scenes.
fn load(poses: &str, scenes: &str) -> (Library, Vec<Problem>) {
    let mut files = Files::default();
    files.insert("figures/poses.ron", format!("{{{POSE}\n{poses}\n}}"));
    files.insert("figures/scenes.ron", format!("{{\n{scenes}\n}}"));
    Library::load(&files)
}

/// The one problem of these files, with the line's text.
fn only_problem(poses: &str, scenes: &str) -> (String, String) {
    let (_, problems) = load(poses, scenes);
    assert_eq!(problems.len(), 1, "{problems:?}");
    let problem = &problems[0];
    let text = if problem.file.contains("poses") { format!("{{{POSE}\n{poses}\n}}") } else { format!("{{\n{scenes}\n}}") };
    let line = text.lines().nth(problem.line - 1).unwrap_or("(no such line)").trim().to_owned();
    (problem.what.clone(), line)
}

#[test]
fn the_shipped_files_have_no_problem() {
    let (library, problems) = Library::load(&shipped_files());
    assert_eq!(problems, []);
    assert!(library.scene_ids().count() > 0);
}

#[test]
fn an_unknown_joint_is_found_on_its_line() {
    let (what, line) = only_problem("\"bad\": (like: \"stand\",\n  anchor: (NearElbo, (0, 28)),\n),", "");
    assert!(what.contains("bad") && what.contains("NearElbo"), "{what}");
    assert!(line.contains("NearElbo"), "{line}");
}

#[test]
fn an_unreachable_pin_is_found_with_its_distance() {
    let poses = "\"far\": (like: \"stand\", leg_near: (reach: Ankle(900, 45)), leg_far: (reach: Ankle(0, 45))),";
    let (what, line) = only_problem(poses, "");
    assert!(what.contains("NearAnkle") && what.contains("out of reach by"), "{what}");
    assert!(line.contains("\"far\""), "{line}");
}

#[test]
fn a_missing_key_is_named() {
    let (what, line) = only_problem("\"half\": (root: (0, 530), neck: 70, head: 90),", "");
    assert!(what.contains("arm_near"), "{what}");
    assert!(line.contains("half"));
}

#[test]
fn a_pose_that_is_like_itself_is_no_loop() {
    let (what, _) = only_problem("\"snake\": (like: \"snake\"),", "");
    assert!(what.contains("circle"), "{what}");
}

#[test]
fn scenes_build_on_each_other_but_never_in_a_circle() {
    let scenes = "\"a\": (view: (-300, -50, 300, 1050), pose: \"stand\", paint: [Person()]),\n\
                  \"b\": (like: \"a\", also: [Breath]),\n\"c\": (like: \"d\"),\n\"d\": (like: \"c\"),\n\"e\": (like: \"f\"),";
    let (library, problems) = load("", scenes);
    let count = |id: &str| library.still(id).map(|still| still.drawing.items.len());
    assert!(count("a") < count("b"), "{:?} {:?}", count("a"), count("b"));
    assert_eq!(library.scene_ids().collect::<Vec<_>>(), ["a", "b"]);
    let what: Vec<(usize, bool)> = problems.iter().map(|p| (p.line, p.what.contains("circle"))).collect();
    assert_eq!(what, [(4, true), (5, true), (6, false)], "{problems:?}");
}

#[test]
fn a_scene_with_an_unknown_pose_is_left_out_and_reported() {
    let scenes = "\"good\": (view: (-300, -50, 300, 1050), pose: \"stand\", paint: [Person()]),\n\
                  \"bad\": (view: (-300, -50, 300, 1050), pose: \"stnad\", paint: [Person()]),";
    let (library, problems) = load("", scenes);
    assert_eq!(library.scene_ids().collect::<Vec<_>>(), ["good"]);
    assert!(problems.len() == 1 && problems[0].what.contains("stnad") && problems[0].line == 3, "{problems:?}");
    assert!(library.still("bad").is_none() && library.still("good").is_some());
}

#[test]
fn all_problems_are_reported_at_once() {
    let poses = "\"a\": (like: \"stand\", nekc: 3),\n\"b\": (like: \"nobody\"),";
    let scenes = "\"s\": (view: (0, 0, 0, 0), pose: \"a\", paint: [Person()]),\n\
                  \"t\": (view: (-300, -50, 300, 1050), keys: [(at: 2, pose: \"stand\"), (at: 1, pose: \"stand\")], paint: []),";
    let (library, problems) = load(poses, scenes);
    assert_eq!(library.scene_ids().count(), 0);
    let all = problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    for part in ["nekc", "nobody", "has a fault", "`view` is missing or empty", "must rise in time"] {
        assert!(all.contains(part), "no word of {part} in:\n{all}");
    }
    assert!(problems.iter().all(|problem| problem.line > 0 && !problem.help.is_empty()));
}

#[test]
fn an_entry_written_twice_is_reported() {
    let (what, _) = only_problem("\"stand\": (like: \"stand\"),", "");
    assert!(what.contains("twice"), "{what}");
}

#[test]
fn a_missing_bracket_or_file_is_reported() {
    let mut files = Files::default();
    files.insert("figures/poses.ron", "{ \"stand\": ( ");
    let (library, problems) = Library::load(&files);
    assert_eq!(library.scene_ids().count(), 0);
    let where_: Vec<(&str, usize)> = problems.iter().map(|problem| (problem.file.as_str(), problem.line)).collect();
    assert_eq!(where_, [("figures/poses.ron", 1), ("figures/scenes.ron", 0)]);
}
