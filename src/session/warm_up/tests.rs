//! The warm-up's clocks, on a simulated one.

use jiff::civil::date;
use jiff::tz::Offset;
use proptest::prelude::*;

use super::super::protocol::tests::shipped;
use super::super::{BeatKind, Side, WarmUpNumbers, WarmUpPlan};
use super::*;
use crate::moment::Stamp;

fn at(millis: u64) -> Now {
    let start = Now::new(Moment::START, Stamp::new(date(2026, 11, 22).at(9, 0, 0, 0), Offset::UTC));
    start.plus(Duration::from_millis(millis))
}

fn timers() -> WarmUpTimers {
    WarmUpTimers::new(shipped().1.warm_up)
}

/// Starts a card for someone who is in its place already.
fn begin(timers: &mut WarmUpTimers, card: WarmUp, now: Now) {
    timers.start(card, now);
    timers.in_place(card, now);
}

#[test]
fn lengths_follow_from_the_numbers() {
    let lengths = WarmUp::ALL.map(|card| (card.id(), shipped().1.warm_up.length(card).as_secs()));
    assert_eq!(
        lengths,
        [
            ("walk", 300),
            ("pelvic-tilt", 5 * 6),
            ("cat-cow", 5 * 8),
            ("jog", 120),
            ("hip-flexor", 4 * 21),
            ("quad-stretch", 4 * 19)
        ]
    );
    for card in WarmUp::ALL {
        assert_eq!(WarmUp::from_id(card.id()), Some(card));
    }
}

#[test]
fn numbers_outside_their_ranges_are_refused() {
    let shipped = shipped().1.warm_up.numbers();
    let problems = WarmUpPlan::new(WarmUpNumbers { hip_hold_secs: 31, walk_secs: 299, ..shipped }).expect_err("outside");
    assert_eq!(problems.iter().map(|problem| problem.field).collect::<Vec<_>>(), ["walk_secs", "hip_hold_secs"]);
}

#[test]
fn one_card_runs_at_a_time_and_all_of_it_counts() {
    let mut timers = timers();
    begin(&mut timers, WarmUp::Walk, at(0));
    begin(&mut timers, WarmUp::PelvicTilt, at(60_000));
    assert_eq!(timers.state(WarmUp::Walk, at(70_000)), CardState::Paused);
    assert_eq!(timers.running(at(70_000)), Some(WarmUp::PelvicTilt));
    assert_eq!(timers.state(WarmUp::PelvicTilt, at(90_000)), CardState::Done);
    assert_eq!(timers.total(at(500_000)), Duration::from_secs(90));
    assert!(!timers.is_enough(at(500_000)));
    begin(&mut timers, WarmUp::Walk, at(500_000));
    assert!(timers.is_enough(at(500_000 + 210_000)));
}

#[test]
fn done_early_and_skipped_keep_what_was_done() {
    let mut timers = timers();
    begin(&mut timers, WarmUp::Walk, at(0));
    timers.done(WarmUp::Walk, at(180_000));
    begin(&mut timers, WarmUp::Jog, at(180_000));
    timers.skip(WarmUp::Jog, at(200_000));
    timers.skip(WarmUp::QuadStretch, at(200_000));
    assert_eq!(timers.state(WarmUp::Walk, at(300_000)), CardState::Done);
    assert_eq!(timers.state(WarmUp::Jog, at(300_000)), CardState::Skipped);
    assert_eq!(timers.total(at(300_000)), Duration::from_secs(200));
    // Once more after the end: both runs count.
    begin(&mut timers, WarmUp::Walk, at(300_000));
    assert_eq!(timers.spent(WarmUp::Walk, at(310_000)), Duration::from_secs(190));
}

#[test]
fn a_walk_before_counts_as_five_minutes() {
    let mut timers = timers();
    timers.already_walked(true);
    assert!(timers.is_enough(at(0)));
    timers.already_walked(false);
    assert!(!timers.is_enough(at(0)));
}

#[test]
fn a_tilt_goes_holds_and_comes_back() {
    let mut timers = timers();
    begin(&mut timers, WarmUp::PelvicTilt, at(0));
    let beat = |millis| timers.beat(WarmUp::PelvicTilt, at(millis)).map(|beat| (beat.kind, beat.number, beat.of));
    assert_eq!(beat(0), Some((BeatKind::Go, 1, 5)));
    assert_eq!(beat(2_000), Some((BeatKind::Hold, 1, 5)));
    assert_eq!(beat(4_500), Some((BeatKind::Back, 1, 5)));
    assert_eq!(beat(6_000), Some((BeatKind::Go, 2, 5)));
    assert_eq!(beat(29_999), Some((BeatKind::Back, 5, 5)));
    assert_eq!(beat(30_000), None);
    assert_eq!(timers.next_wake(at(4_500)), Some(at(6_000).moment));
}

#[test]
fn stretches_take_turns_between_the_sides() {
    let mut timers = timers();
    begin(&mut timers, WarmUp::HipFlexor, at(0));
    let side = |secs: u64| timers.beat(WarmUp::HipFlexor, at(secs * 1_000)).map(|beat| (beat.side, beat.number, beat.of));
    assert_eq!(side(5), Some((Some(Side::Left), 1, 2)));
    assert_eq!(side(31), Some((Some(Side::Right), 1, 2)), "after ten seconds to change sides");
    assert_eq!(side(62), Some((Some(Side::Left), 2, 2)));
    assert_eq!(side(113), Some((Some(Side::Right), 2, 2)));
    assert_eq!(side(114), None);
}

#[test]
fn cat_and_cow_have_no_hold() {
    let mut timers = timers();
    begin(&mut timers, WarmUp::CatCow, at(0));
    let kinds = [0, 4_000, 8_000, 12_000].map(|millis| timers.beat(WarmUp::CatCow, at(millis)).map(|beat| beat.kind));
    assert_eq!(kinds, [BeatKind::Go, BeatKind::Back, BeatKind::Go, BeatKind::Back].map(Some));
}

#[test]
fn the_clock_of_an_exercise_starts_when_the_person_is_in_place() {
    let mut timers = timers();
    timers.start(WarmUp::PelvicTilt, at(0));
    let kind = |timers: &WarmUpTimers, millis| timers.beat(WarmUp::PelvicTilt, at(millis)).map(|beat| beat.kind);
    assert_eq!(kind(&timers, 29_900), Some(BeatKind::Place), "half a minute to get down and onto the back");
    assert_eq!(timers.total(at(29_900)), Duration::ZERO);
    assert_eq!(kind(&timers, 30_000), Some(BeatKind::Go));
    assert_eq!(timers.total(at(31_000)), Duration::from_secs(1));
    // Who is there already says so.
    timers.reset(WarmUp::PelvicTilt, at(31_000));
    timers.start(WarmUp::PelvicTilt, at(40_000));
    timers.in_place(WarmUp::PelvicTilt, at(43_300));
    assert_eq!(kind(&timers, 43_300), Some(BeatKind::Go));
    timers.in_place(WarmUp::PelvicTilt, at(43_400));
    assert_eq!(kind(&timers, 43_400), Some(BeatKind::Go), "it is no way to rush through the exercise itself");
    assert_eq!(timers.total(at(44_300)), Duration::from_secs(2));
}

#[test]
fn changing_sides_takes_its_time_and_counts_for_nothing() {
    let mut timers = timers();
    begin(&mut timers, WarmUp::QuadStretch, at(0));
    let beat = |secs: u64| timers.beat(WarmUp::QuadStretch, at(secs * 1_000)).map(|beat| (beat.kind, beat.side));
    assert_eq!(beat(18), Some((BeatKind::Back, Some(Side::Left))));
    assert_eq!(beat(19), Some((BeatKind::Change, Some(Side::Right))));
    assert_eq!(beat(28), Some((BeatKind::Change, Some(Side::Right))));
    assert_eq!(beat(29), Some((BeatKind::Go, Some(Side::Right))));
    assert_eq!([19, 28, 30].map(|secs| timers.total(at(secs * 1_000)).as_secs()), [19, 19, 20]);
}

#[test]
fn put_back_it_begins_anew_and_what_was_done_counts() {
    let mut timers = timers();
    begin(&mut timers, WarmUp::Walk, at(0));
    timers.reset(WarmUp::Walk, at(100_000));
    assert_eq!(timers.state(WarmUp::Walk, at(200_000)), CardState::Ready);
    assert_eq!(timers.total(at(200_000)), Duration::from_secs(100));
    timers.count_earlier(Duration::from_secs(200));
    assert!(timers.is_enough(at(200_000)), "with what still warms from before");
}

proptest! {
    /// The total never falls, never outruns the clock (but for the walk before), and two cards never run at once.
    #[test]
    fn warm_up_time_never_falls_and_never_outruns_the_clock(
        acts in proptest::collection::vec((0usize..6, 0usize..6, 0u64..200_000), 0..40),
    ) {
        let mut timers = timers();
        let (mut millis, mut before) = (0, Duration::ZERO);
        for (card, act, wait) in acts {
            millis += wait;
            let (card, now) = (WarmUp::ALL[card], at(millis));
            match act {
                0 => timers.start(card, now),
                1 => timers.pause(card, now),
                2 => timers.done(card, now),
                3 => timers.reset(card, now),
                4 => timers.in_place(card, now),
                _ => timers.skip(card, now),
            }
            let total = timers.total(now);
            prop_assert!(total >= before && total <= Duration::from_millis(millis), "{total:?} after {millis} ms");
            let running = WarmUp::ALL.into_iter().filter(|&card| timers.state(card, now) == CardState::Running);
            prop_assert!(running.count() <= 1);
            before = total;
        }
    }
}
