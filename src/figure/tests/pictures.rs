//! Finished drawings: simple shapes, allowed colours, named points, other looks.

use proptest::prelude::*;

use super::{phases, shipped};
use crate::drawing::{Item, Point, Token};
use crate::figure::curve;
use crate::figure::geom::crossing;
use crate::figure::scene::Layer;
use crate::figure::{Build, Hair, Look, Still};

/// The scenes that issue 2 and a session need.
const NEEDED: [&str; 28] = [
    "back-set-up",
    "side-set-up",
    "four-set-up",
    "wall-set-up",
    "back-press",
    "back-hold",
    "back-release",
    "rest",
    "breathe",
    "core-belly",
    "core-pelvic-floor",
    "core-low-back",
    "walk",
    "jog",
    "pelvic-tilt",
    "cat-cow",
    "hip-flexor-stretch",
    "quad-stretch",
    "four-press",
    "wall-press",
    "side-press",
    "hands-standing",
    "roller-still",
    "towel-still",
    "get-down-1",
    "get-down-2",
    "get-up-1",
    "get-up-2",
];

fn items(still: &Still) -> impl Iterator<Item = (&kurbo::BezPath, Token)> {
    still.drawing.items.iter().map(|item| match item {
        Item::Fill { path, paint } | Item::Stroke { path, paint, .. } => (path, paint.token),
    })
}

/// Whether a closed run of points crosses itself, apart from neighbours that touch.
fn crosses_itself(points: &[Point]) -> Option<Point> {
    let count = points.len();
    let edge = |i: usize| (points[i], points[(i + 1) % count]);
    for i in 0..count {
        for j in i + 2..count {
            if (j + 1) % count == i {
                continue;
            }
            let (a, b) = (edge(i), edge(j));
            if let Some(point) = crossing(a, b) {
                let touches = [a.0, a.1].iter().any(|p| [b.0, b.1].iter().any(|q| (*p - *q).hypot() < 1e-6));
                if !touches {
                    return Some(point);
                }
            }
        }
    }
    None
}

fn check_shapes(id: &str, phase: f64, still: &Still) -> usize {
    let mut fills = 0;
    for (index, item) in still.drawing.items.iter().enumerate() {
        let Item::Fill { path, paint } = item else { continue };
        let mut points = curve::sample(path, 8);
        points.dedup_by(|a, b| (*a - *b).hypot() < 1e-6);
        let token = paint.token;
        if let Some(at) = crosses_itself(&points) {
            panic!("{id} at {phase}: fill {index} ({token:?}) crosses itself at {at}");
        }
        fills += 1;
    }
    fills
}

#[test]
fn the_check_for_crossings_can_fail() {
    let corners = [(0., 0.), (4., 4.), (4., 0.), (0., 4.)].map(Point::from);
    assert_eq!(crosses_itself(&corners), Some(Point::new(2., 2.)));
    let square = [(0., 0.), (4., 0.), (4., 4.), (0., 4.)].map(Point::from);
    assert_eq!(crosses_itself(&square), None);
}

#[test]
fn every_needed_scene_is_there() {
    let library = shipped();
    for id in NEEDED {
        assert!(library.still(id).is_some(), "no scene {id}");
    }
}

#[test]
fn every_phase_of_a_session_has_its_picture_in_every_position() {
    let library = shipped();
    let phases =
        ["set-up", "core-belly", "core-pelvic-floor", "core-low-back", "hands", "press", "hold", "release", "breathe", "rest"];
    for position in ["back", "side", "four", "wall"] {
        for phase in phases {
            let id = format!("{position}-{phase}");
            assert!(library.still(&id).is_some(), "no scene {id}");
            let moves = library.clip_secs(&id).is_some();
            assert_eq!(moves, !matches!(phase, "set-up" | "hold" | "rest"), "{id}");
        }
    }
}

#[test]
fn a_hold_begins_where_the_press_ends_and_the_release_where_the_hold_ends() {
    let library = shipped();
    let skin = |still: Option<Still>| -> Vec<_> {
        let still = still.expect("shipped");
        let body =
            still.drawing.items.into_iter().filter(
                |item| matches!(item, Item::Fill { paint, .. } if matches!(paint.token, Token::SkinNear | Token::ShirtNear)),
            );
        body.collect()
    };
    for position in ["back", "side", "four", "wall"] {
        let at = |phase: &str, share: f64| skin(library.frame(&format!("{position}-{phase}"), share));
        assert_eq!(at("press", 1.0), at("hold", 0.0), "{position}");
        assert_eq!(at("hold", 0.0), at("release", 0.0), "{position}");
    }
}

#[test]
fn no_shape_crosses_itself() {
    let library = shipped();
    let mut fills = 0;
    for id in library.scene_ids() {
        let count = if library.clip_secs(id).is_some() { 13 } else { 1 };
        for phase in phases(count.max(2)).take(count as usize) {
            if let Some(still) = library.frame(id, phase) {
                fills += check_shapes(id, phase, &still);
            }
        }
    }
    assert!(fills > 3000, "only {fills} shapes looked at");
}

#[test]
fn no_shape_crosses_itself_in_another_look() {
    let library = shipped();
    for id in library.scene_ids() {
        for hair in Hair::ALL {
            if let Some(still) = library.still_as(id, Look { build: Build::Broad, hair }) {
                check_shapes(id, 0.0, &still);
            }
        }
    }
}

#[test]
fn red_is_never_used() {
    let library = shipped();
    let red = [Token::Stop, Token::StopHover, Token::OnStop, Token::StopSoft, Token::StopInk];
    for id in library.scene_ids() {
        for still in [library.frame(id, 0.0), library.still(id), library.frame(id, 1.0)].into_iter().flatten() {
            assert!(items(&still).all(|(_, token)| !red.contains(&token)), "{id} uses the colour of Stop");
        }
    }
}

#[test]
fn labels_find_their_points_inside_the_picture() {
    let library = shipped();
    for id in library.scene_ids() {
        let Some(still) = library.still(id) else { continue };
        // A near view alone shows a hand's breadth of the person.
        let layers = library.scene(id).map(|scene| scene.paint.as_slice()).unwrap_or_default();
        if !layers.iter().any(|layer| matches!(layer, Layer::Person { .. } | Layer::Parts(_))) {
            continue;
        }
        for name in ["near_knee", "far_foot", "low_back", "near_hand", "head", "belly"] {
            let point = still.anchors.get(name).copied().expect(name);
            assert!(still.drawing.size.to_rect().contains(point), "{id}: {name} at {point} is out of view");
        }
        assert!((0.0..=still.drawing.size.height).contains(&still.floor_y), "{id}: floor at {}", still.floor_y);
    }
}

/// Extent of everything that belongs to the person.
fn extent(still: &Still) -> kurbo::Rect {
    let person = [Token::SkinNear, Token::SkinFar, Token::ShirtNear, Token::ShirtFar, Token::ShortsNear, Token::Hair];
    let boxes = items(still).filter(|(_, token)| person.contains(token)).map(|(path, _)| kurbo::Shape::bounding_box(path));
    boxes.reduce(|a, b| a.union(b)).unwrap_or_default()
}

#[test]
fn the_person_is_in_view_and_not_under_the_mat_or_in_the_wall() {
    let library = shipped();
    let tallest = Look { build: Build::Broad, hair: Hair::Bun };
    for id in library.scene_ids() {
        for phase in phases(9) {
            for look in [Look::default(), tallest] {
                let (Some(still), Some(scene)) = (library.frame_as(id, phase, look), library.scene(id)) else { continue };
                let person = extent(&still);
                let view = still.drawing.size.to_rect();
                assert!(view.union(person) == view, "{id} at {phase}, {look:?}: the person reaches {person}, out of view");
                let mat_bottom = scene.view.3 + 16.0;
                // What is seen close, in a frame of its own, lies on a mat of its own.
                let close = scene.paint.iter().any(|layer| matches!(layer, Layer::Close { .. }));
                let under = scene.floor.is_some() && !close && person.y1 >= mat_bottom;
                assert!(!under, "{id} at {phase}, {look:?}: under the mat, to {}", person.y1);
                if let Some(wall) = still.anchors.get("wall") {
                    assert!(person.x0 > wall.x - 6.0, "{id} at {phase}, {look:?}: {:.0} into the wall", wall.x - person.x0);
                }
            }
        }
    }
}

#[test]
fn a_mirrored_picture_mirrored_is_the_picture() {
    let library = shipped();
    let still = library.still("hip-flexor-stretch").expect("shipped");
    let mirrored = still.clone().mirrored();
    let (knee, other) = (still.anchors["near_knee"], mirrored.anchors["near_knee"]);
    assert!((knee.x + other.x - still.drawing.size.width).abs() < 1e-9 && knee.y == other.y);
    let back = mirrored.mirrored();
    assert!((back.anchors["near_knee"].x - knee.x).abs() < 1e-9);
}

proptest! {
    #[test]
    fn any_phase_gives_a_picture(phase in prop::num::f64::ANY) {
        let library = shipped();
        for id in ["walk", "breathe", "back-press", "rest"] {
            let still = library.frame(id, phase).expect("a picture");
            for (path, _) in items(&still) {
                prop_assert!(path.is_finite(), "{id} at {phase}");
            }
        }
    }
}

/// What a press shows, start and end: whether a person who looks sees that something moved.
#[test]
fn a_press_ends_visibly_elsewhere_than_it_begins() {
    let library = shipped();
    for id in ["back-press", "side-press", "four-press", "wall-press", "back-hands", "side-hands", "four-hands", "wall-hands"] {
        let ends = library.ends(id, Look::default()).expect("it moves");
        let [start, end] = ends.map(|still| points_of_the_body(&still));
        // A limb that bends further may be painted as two shapes: each corner is held against the nearest one.
        let nearest = |at: &Point| start.iter().map(|other| (*at - *other).hypot()).fold(f64::INFINITY, f64::min);
        let farthest = end.iter().map(nearest).fold(0.0, f64::max);
        // In a picture 300 pixels wide that is more than two pixels.
        assert!(farthest >= 8.0, "{id}: nothing moves by more than {farthest:.0}");
    }
}

/// Corners of everything that is body or clothes, in the order of painting.
fn points_of_the_body(still: &Still) -> Vec<Point> {
    let body = [Token::SkinNear, Token::SkinFar, Token::ShirtNear, Token::ShortsNear];
    let boxes = items(still).filter(|(_, token)| body.contains(token)).map(|(path, _)| kurbo::Shape::bounding_box(path));
    boxes.flat_map(|area| [Point::new(area.x0, area.y0), Point::new(area.x1, area.y1)]).collect()
}

/// The back comes to the hands; no arrow pushes on the person from outside.
#[test]
fn on_the_back_and_at_the_wall_the_arrow_is_on_the_back_and_the_hands_lie_still() {
    let library = shipped();
    for (id, frame) in [("back-press", (10.0, 14.0, 620.0, 490.0)), ("wall-press", (520.0, 14.0, 1096.0, 590.0))] {
        let frame = kurbo::Rect::new(frame.0, frame.1, frame.2, frame.3);
        let [start, end] = library.ends(id, Look::default()).expect("it moves");
        let hands = |still: &Still| {
            let close = |path: &&kurbo::BezPath| frame.contains_rect(kurbo::Shape::bounding_box(*path));
            items(still)
                .filter(|(_, token)| *token == Token::SkinNear)
                .map(|(path, _)| path)
                .filter(close)
                .cloned()
                .collect::<Vec<_>>()
        };
        assert!(hands(&end).len() >= 4, "{id}: palm and fingers are seen close");
        assert_eq!(hands(&start), hands(&end), "{id}: the hands lie still");
        let arrows = |still: &Still| items(still).filter(|(_, token)| *token == Token::Press).count();
        assert!(arrows(&start) == 0 && arrows(&end) > 0, "{id}");
    }
}

#[test]
fn the_three_stages_of_the_core_differ_and_move() {
    let library = shipped();
    let warm = |id: &str| {
        let still = library.frame(id, 1.0).expect("shipped");
        let boxes =
            items(&still).filter(|(_, token)| *token == Token::GlowCore).map(|(path, _)| kurbo::Shape::bounding_box(path));
        boxes.reduce(|a, b| a.union(b)).expect("a zone is marked").center()
    };
    for position in ["back", "side", "four", "wall"] {
        let centres = ["belly", "pelvic-floor", "low-back"].map(|cue| warm(&format!("{position}-core-{cue}")));
        for (index, centre) in centres.iter().enumerate() {
            for other in centres.iter().skip(index + 1) {
                assert!((*centre - *other).hypot() > 40.0, "{position}: two stages mark the same place");
            }
        }
        for cue in ["belly", "pelvic-floor", "low-back"] {
            let id = format!("{position}-core-{cue}");
            assert!(library.frame(&id, 0.0) != library.frame(&id, 1.0), "{id} does not move");
        }
    }
}

#[test]
fn the_points_of_neck_and_back_lie_on_neck_and_back() {
    let library = shipped();
    let still = library.still("four-set-up").expect("shipped");
    let at = |name: &str| still.anchors[name];
    let above = |name: &str, other: &str| at(name).y < at(other).y;
    assert!(
        at("back").x > at("low_back").x && at("back").x < at("near_shoulder").x,
        "the back lies between low back and shoulder"
    );
    assert!(at("neck").x > at("near_shoulder").x && at("neck").x < at("head").x, "the neck lies between shoulder and head");
    assert!(above("back", "belly") && above("neck", "near_shoulder"));
}
