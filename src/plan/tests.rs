//! What a plan file may and may not do.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::{
    content,
    session::{Position, Protocol},
};

static GUIDE: LazyLock<Numbers> = LazyLock::new(|| {
    let protocol = Protocol::read(&content::embedded()).expect("the shipped numbers");
    Numbers { session: protocol.session, warm_up: protocol.warm_up }
});
static WORDS: LazyLock<PlanWords> = LazyLock::new(|| content::embedded().read("en/plan.ron").expect("the shipped words"));

const GOOD: &str = r#"(
    version: 1,
    title: "Slow and short",
    author: "Ana Ruiz",
    notes: "Two rounds on a bad day.",
    positions: [back, "wall"],
    preferred: wall,
    hold_secs: 4,
    rounds: 2,
    effort_cap: 3,
    warm_up_minutes: 8,
)"#;

fn plan(text: &str) -> OwnPlan {
    let reading = read(text, *GUIDE);
    assert_eq!(reading.refusals, [], "in {text}");
    reading.plan.expect("nothing was refused")
}

fn refusals(text: &str) -> Vec<(usize, String, Why)> {
    read(text, *GUIDE).refusals.into_iter().map(|refusal| (refusal.line, refusal.field, refusal.why)).collect()
}

fn with(line: &str) -> String {
    format!("(version: 1, title: \"T\",\n{line})")
}

#[test]
fn a_good_plan_lays_its_numbers_over_the_guides() {
    let plan = plan(GOOD);
    assert_eq!((plan.title(), plan.author(), plan.notes()), ("Slow and short", "Ana Ruiz", "Two rounds on a bad day."));
    assert_eq!(plan.positions(), [Position::Back, Position::Wall]);
    assert_eq!(plan.preferred(), Some(Position::Wall));
    assert!(plan.offers(Position::Back) && !plan.offers(Position::Side));
    let over = plan.over(*GUIDE);
    let numbers = over.session.numbers();
    assert_eq!((numbers.hold_secs, numbers.rounds, numbers.effort_cap), (4, 2, 3));
    assert_eq!(numbers.release_secs, GUIDE.session.numbers().release_secs, "what it does not say stays");
    assert_eq!(over.warm_up.enough().as_secs(), 8 * 60);
}

#[test]
fn a_plan_needs_a_version_and_a_title_and_nothing_else() {
    let bare = plan("(version: 1, title: \"T\")");
    assert_eq!(bare.over(*GUIDE), *GUIDE);
    assert_eq!(bare.positions(), Position::ALL);
    let whole = |text: &str| {
        let reading = read(text, *GUIDE);
        assert_eq!(reading.plan, None);
        reading.refusals.first().expect("it is told why").why.clone()
    };
    assert_eq!(whole("(title: \"T\")"), Why::NoVersion);
    assert_eq!(whole("(version: 1)"), Why::NoTitle);
    assert_eq!(whole("(version: 1, title: \" \t\")"), Why::NoTitle);
    assert_eq!(whole("(version: 2, title: \"T\", more: 3)"), Why::Newer(2));
    assert!(matches!(whole("(version: 1,\ntitle: \"T)"), Why::Damaged(_)));
    assert!(matches!(whole(""), Why::Damaged(_)));
    assert_eq!(whole(&format!("({})", " ".repeat(LIMIT_BYTES))), Why::TooLarge);
}

#[test]
fn every_number_has_both_ends_of_its_range_and_nothing_beyond() {
    for (part, least, most) in [
        (Part::LeadIn, 5, 30),
        (Part::Hold, 3, 8),
        (Part::Release, 3, 6),
        (Part::Breaths, 2, 5),
        (Part::Rounds, 2, 5),
        (Part::EffortStart, 1, 2),
        (Part::EffortCap, 2, 4),
        (Part::WarmUp, 5, 10),
    ] {
        assert_eq!(part.range(*GUIDE), least..=most);
        for value in [least, most] {
            let plan = plan(&with(&format!("{}: {value}", part.field())));
            assert_eq!(part.of(&plan.over(*GUIDE)), value);
        }
        for value in
            [(least - 1).to_string(), (most + 1).to_string(), "-1".into(), "4.5".into(), "\"4\"".into(), "99999999999".into()]
        {
            let text = with(&format!("{}: {value}", part.field()));
            let reading = read(&text, *GUIDE);
            let plan = reading.plan.expect("the rest of the plan stands");
            assert_eq!(plan.over(*GUIDE), *GUIDE, "{text}");
            let why = Why::Number { value, range: least..=most, part };
            assert_eq!(reading.refusals, [Refusal { line: 2, field: part.field().to_owned(), why }]);
        }
    }
}

#[test]
fn what_is_unknown_double_or_of_the_wrong_form_is_told_and_left_out() {
    assert_eq!(refusals(&with("thrust: 1")), [(2, "thrust".to_owned(), Why::Unknown)]);
    assert_eq!(refusals(&with("rounds: 2,\nrounds: 5")), [(3, "rounds".to_owned(), Why::Twice)]);
    assert_eq!(refusals(&with("notes: 3")), [(2, "notes".to_owned(), Why::NotText)]);
    let long = format!("author: \"{}\"", "a".repeat(61));
    assert_eq!(refusals(&with(&long)), [(2, "author".to_owned(), Why::TooLong(60))]);
    assert_eq!(refusals(&with("positions: back")), [(2, "positions".to_owned(), Why::NotPositions)]);
    for unread in ["positions: back", "positions: [neck]", "positions: []", "positions: 3", "positions: [\"\"]"] {
        assert_eq!(read(&with(unread), *GUIDE).plan, None, "{unread}: which positions it leaves out is not known");
    }
    for (written, read_as) in [
        ("[\"Back\", \"WALL \"]", vec![Position::Back, Position::Wall]),
        ("[Four]", vec![Position::AllFours]),
        ("[neck, Wall]", vec![Position::Wall]),
    ] {
        let plan = read(&with(&format!("positions: {written}")), *GUIDE).plan.expect("a plan");
        assert_eq!(plan.positions(), read_as, "{written}");
    }
    assert_eq!(refusals(&with("positions: [neck, wall]")), [(2, "positions".to_owned(), Why::NoPosition("neck".into()))]);
    assert_eq!(
        refusals(&with("positions: [neck]")),
        [(2, "positions".to_owned(), Why::NoPosition("neck".into())), (2, "positions".to_owned(), Why::NoneLeft)]
    );
    assert_eq!(
        refusals(&with("positions: [back],\npreferred: wall")),
        [(3, "preferred".to_owned(), Why::LeftOut(Position::Wall))]
    );
}

#[test]
fn what_was_mistyped_is_said_in_plain_words_with_its_place() {
    let faults = crate::source::FaultWords::shipped().expect("the shipped words");
    let said = |text: &str| {
        let reading = read(text, *GUIDE);
        assert_eq!(reading.plan, None);
        WORDS.refusal(&reading.refusals[0], *GUIDE, &faults)
    };
    assert_eq!(
        said(&with("\u{a0}\u{a0} rounds: 2,")),
        "Line 2: The text cannot be read from here on. In column 1 there is a space that does not break. Type a plain space in its place."
    );
    for (text, part) in [
        (with("author: “Ana”,"), "Line 2: The text cannot be read from here on. In column 9 there is a curly quotation mark."),
        (
            with("positions: [back, wall,\n rounds: 2,"),
            "Line 2: The text cannot be read from here on. The [ in column 12 is not closed.",
        ),
        (with("author: \"Ana,\nrounds: 2,"), "The quotation mark in column 9 has no second one on its line."),
        ("title: \"T\"".to_owned(), "inside round brackets"),
        (String::new(), "nothing in the file"),
        (with("rounds 2"), "A colon is missing"),
        (with("rounds: 2\nbreaths: 3"), "Line 3: The text cannot be read from here on. A comma is missing"),
    ] {
        assert!(said(&text).contains(part), "{text}: {}", said(&text));
    }
}

#[test]
fn the_first_of_two_counts() {
    let reading = read(&with("rounds: 2, rounds: 5"), *GUIDE);
    assert_eq!(reading.plan.expect("a plan").number(Part::Rounds), Some(2));
}

#[test]
fn a_title_can_not_turn_a_line_round_or_break_it() {
    let plan = plan("(version: 1, title: \"a\\nb\\u{202e}c  d\")");
    assert_eq!(plan.title(), "a bc d");
}

#[test]
fn another_kind_of_file_is_told_briefly() {
    let fields: String = (0..500).map(|number| format!("field{number}: 1,\n")).collect();
    let reading = read(&format!("(version: 1, title: \"T\",\n{fields})"), *GUIDE);
    assert!(reading.refusals.len() <= 20, "{}", reading.refusals.len());
    let twice = format!("(version: 1, title: \"T\",\n{})", "rounds:2,\n".repeat(6_400));
    assert_eq!(read(&twice, *GUIDE).more, 6_399 - 20);
    let lines: Vec<usize> = refusals(&twice).into_iter().map(|(line, ..)| line).collect();
    assert_eq!(lines, (3..23).collect::<Vec<_>>(), "each on its own line, and not all of them");
}

#[test]
fn what_is_written_is_read_back() {
    for own in [plan(GOOD), plan("(version: 1, title: \"say \\\"ah\\\" \\\\ {n}\")"), OwnPlan::of_guide(&GUIDE, "The guide's")] {
        let text = write(&own, *GUIDE, &WORDS);
        assert_eq!(plan(&text), own, "{text}");
    }
}

/// Holds for whatever comes out of a reading: inside every range, and told apart.
fn is_harmless(text: &str) {
    let reading = read(text, *GUIDE);
    let Some(plan) = reading.plan else { return assert!(!reading.refusals.is_empty(), "refused without a reason") };
    assert!(!plan.positions().is_empty());
    assert!(plan.preferred().is_none_or(|preferred| plan.offers(preferred)));
    let over = plan.over(*GUIDE);
    for part in Part::ALL {
        assert!(part.range(*GUIDE).contains(&part.of(&over)), "{part:?}");
        assert!(plan.number(part).is_none_or(|number| number == part.of(&over)), "a number was taken in and does nothing");
    }
    assert!(over.session.effort_start() <= over.session.effort_cap());
    assert_eq!(read(&write(&plan, *GUIDE, &WORDS), *GUIDE).plan, Some(plan), "it can be kept");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn no_bytes_do_harm(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        is_harmless(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn no_changed_plan_does_harm(
        changes in prop::collection::vec((0..GOOD.len(), "[-0-9a-z\"(),:\\[\\]{}\\\\/*. ]{0,6}", 0..6_usize), 1..6),
    ) {
        let mut text: Vec<char> = GOOD.chars().collect();
        for (at, new, gone) in changes {
            let at = at.min(text.len());
            let end = (at + gone).min(text.len());
            text.splice(at..end, new.chars());
        }
        is_harmless(&text.into_iter().collect::<String>());
    }

    #[test]
    fn no_number_leaves_its_range(part in 0..Part::ALL.len(), value in any::<i64>()) {
        is_harmless(&with(&format!("{}: {value}", Part::ALL[part].field())));
    }
}

#[test]
fn deep_brackets_do_not_bring_it_down() {
    for open in ["(", "[", "{", "Some(", "/*", "((a:"] {
        is_harmless(&open.repeat(LIMIT_BYTES / open.len()));
        is_harmless(&with(&format!("notes: {}", open.repeat(20_000))));
    }
}
