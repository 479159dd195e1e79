//! Transcripts of what is not the plain session: the way in and up, own pace, ache, hands and sides; a stop and a pause in
//! each phase.

use std::fmt::Write as _;

use gentleback::session::{CheckIn, CoreCue, Event, Feel, Happened, Interruption, NextRound, Phase, Position, Setup, Side};

use crate::transcript::check;
use crate::walker::{Walker, words};

fn setup(position: Position) -> Setup {
    let place = words().position(position).clone();
    let steps = |count: usize| u8::try_from(count).expect("a handful");
    Setup {
        starting_ache: Some(3),
        steps_down: steps(place.steps_down.len()),
        steps_up: steps(place.steps_up.len()),
        ..Setup::in_place(position)
    }
}

/// The whole way: down step by step, one round, rest, up step by step, how it feels.
fn the_whole_way(position: Position, sore_side: Option<Side>) -> Walker {
    let mut walker = Walker::begin_with(Setup { sore_side, ..setup(position) });
    for _ in 0..walker.session.setup().steps_down {
        walker.wait(6.0).does("Next", Event::GoOn);
    }
    walker.wait(16.0).does("Go on", Event::GoOn).wait(15.0 + 6.0);
    one_round(&mut walker, "Same again", NextRound::SameAgain);
    one_round(&mut walker, "That's enough", NextRound::Enough);
    walker.wait(62.0);
    for _ in 0..=walker.session.setup().steps_up {
        walker.does("Next", Event::GoOn).wait(6.0);
    }
    walker.does("Eased", Event::Feel(Feel::Eased)).does("Done", Event::Done);
    walker
}

fn one_round(walker: &mut Walker, what: &str, next: NextRound) {
    walker.does("I am ready", Event::GoOn).wait(42.0 + 4.0).does("No, none", Event::CheckIn(CheckIn::None)).wait(3.0);
    walker.does(what, Event::NextRound(next)).wait(5.0);
}

#[test]
fn the_whole_way_on_the_back() {
    check("way_back", &the_whole_way(Position::Back, None));
}

#[test]
fn the_whole_way_on_the_side_with_the_left_one_sore() {
    check("way_side_left", &the_whole_way(Position::Side, Some(Side::Left)));
}

#[test]
fn the_whole_way_on_the_side_with_the_right_one_sore() {
    check("way_side_right", &the_whole_way(Position::Side, Some(Side::Right)));
}

#[test]
fn the_whole_way_on_all_fours_swaps_hands() {
    check("way_four_swaps_hands", &the_whole_way(Position::AllFours, Some(Side::Left)));
}

#[test]
fn the_whole_way_at_the_wall() {
    check("way_wall", &the_whole_way(Position::Wall, None));
}

#[test]
fn at_ones_own_pace() {
    let mut walker = Walker::begin_with(Setup { self_paced: true, ..Walker::in_place(Position::Back) });
    walker.wait(20.0).does("Go on", Event::GoOn);
    for _ in 0..3 {
        walker.wait(9.0).does("Go on", Event::GoOn);
    }
    walker.wait(12.0).does("I am ready", Event::GoOn).wait(4.0).does("The pressure is on", Event::GoOn);
    walker.wait(9.0).does("Let go now", Event::GoOn).wait(7.0).does("I have let go", Event::GoOn);
    walker.wait(45.0).does("Go on", Event::GoOn).wait(20.0).does("No, none", Event::CheckIn(CheckIn::None));
    walker.wait(8.0).does("Same again", Event::NextRound(NextRound::SameAgain)).wait(10.0);
    walker.line("        -- nobody taps from here on: both hands are busy --");
    walker.does("I am ready", Event::GoOn).wait(30.0);
    walker.does("I have let go", Event::GoOn).wait(2.0).does("Go on", Event::GoOn).wait(10.0);
    check("own_pace", &walker);
}

#[test]
fn an_ache_of_seven_ends_kindly() {
    let mut walker = Walker::begin_with(Setup { starting_ache: None, ..Walker::in_place(Position::Back) });
    walker.wait(16.0).does("Go on, before the ache was said", Event::GoOn).wait(2.0);
    walker.does("5", Event::Ache(5)).wait(3.0).does("7, after all", Event::Ache(7)).wait(4.0);
    walker.does("Go on", Event::GoOn).wait(20.0).does("Done", Event::Done);
    check("ache_of_seven", &walker);
    let outcome = walker.session.outcome();
    assert!(!outcome.counts() && !outcome.locks_today, "nothing was pressed, and no sign was told");
}

#[test]
fn left_waiting_overnight() {
    let mut walker = Walker::begin(Position::Back);
    walker.wait(18.0).does("Go on", Event::GoOn).wait(15.0).sleeps(9 * 3_600).wait(30.0);
    walker.does("I am ready", Event::GoOn);
    check("overnight", &walker);
    assert!(walker.session.asks_anew(), "the lists come again before anything presses");
}

#[test]
fn stopped_on_the_way_up() {
    let mut walker = Walker::begin_with(Setup { steps_down: 0, ..setup(Position::Back) });
    walker.wait(18.0).does("Go on", Event::GoOn).wait(21.0).does("I am ready", Event::GoOn).wait(46.0);
    walker.does("No, none", Event::CheckIn(CheckIn::None)).wait(3.0);
    walker.does("That's enough", Event::NextRound(NextRound::Enough)).wait(20.0).does("Next", Event::GoOn).wait(4.0);
    walker.does("Stop (Esc)", Event::Stop).wait(6.0).does("I am resting", Event::HaveLetGo).wait(4.0);
    walker.does("I just wanted to stop", Event::Happened(Happened::JustStopped)).wait(2.0);
    check("stopped_on_the_way_up", &walker);
}

/// Every phase in which something can be done to a session, and how long after the start of the phase it is done.
const PHASES: [(Phase, f64); 12] = [
    (Phase::GettingDown(1), 2.0),
    (Phase::Settle, 5.0),
    (Phase::Core(CoreCue::Belly), 2.0),
    (Phase::Core(CoreCue::PelvicFloor), 2.0),
    (Phase::Core(CoreCue::LowBack), 2.0),
    (Phase::Ready, 8.0),
    (Phase::PressOn, 1.0),
    (Phase::Hold, 2.0),
    (Phase::LetGo, 2.0),
    (Phase::Breathe, 12.0),
    (Phase::CheckIn, 10.0),
    (Phase::NextRound, 6.0),
];

/// Brings a session to a phase as fast as the guard allows.
fn at(phase: Phase, self_paced: bool) -> Walker {
    let mut walker = Walker::begin_with(Setup { self_paced, ..setup(Position::Wall) });
    while walker.session.phase() != phase {
        walker.wait(1.0);
        let event = match walker.session.phase() {
            Phase::CheckIn => Event::CheckIn(CheckIn::None),
            _ => Event::GoOn,
        };
        // By the clock "go on" is simply not taken where the clock leads.
        if walker.session.phase() != phase {
            walker.session.handle(event, walker.now);
        }
    }
    walker
}

/// What follows in each phase, a block of lines for each.
fn in_each_phase(self_paced: bool, event: Event) -> String {
    let mut all = String::new();
    for (phase, secs) in PHASES {
        let mut walker = at(phase, self_paced);
        walker.forget().wait(secs).does(&format!("{event:?} in {phase:?}"), event).wait(50.0);
        let _ = write!(all, "{}\n\n", walker.transcript());
    }
    all
}

#[test]
fn a_stop_in_each_phase() {
    crate::transcript::check_text("stop_in_each_phase", &in_each_phase(false, Event::Stop));
}

#[test]
fn a_pause_in_each_phase() {
    crate::transcript::check_text("pause_in_each_phase", &in_each_phase(false, Event::Pause));
}

#[test]
fn a_pause_in_each_phase_at_ones_own_pace() {
    crate::transcript::check_text("pause_in_each_phase_own_pace", &in_each_phase(true, Event::Pause));
}

#[test]
fn a_lost_focus_in_each_phase() {
    let lost = Event::Interrupted(Interruption::FocusLost);
    crate::transcript::check_text("focus_lost_in_each_phase", &in_each_phase(false, lost));
}
