//! Transcripts of what is not the plain session: the way in and up, own pace, ache, hands and sides; a stop and a pause in
//! each phase.

use std::fmt::Write as _;

use gentleback::session::{
    CheckIn, CoreCue, Device, Event, Feel, Happened, Interruption, NextRound, Phase, Position, Setup, Side,
};

use crate::transcript::{check, one_round};
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
    walker.wait(15.0 + 15.0 + 8.0).does("Begin", Event::GoOn);
    one_round(&mut walker);
    walker.wait(3.0).does("Same again", Event::NextRound(NextRound::SameAgain));
    one_round(&mut walker);
    walker.wait(3.0).does("That's enough", Event::NextRound(NextRound::Enough));
    walker.wait(62.0);
    for _ in 0..=walker.session.setup().steps_up {
        walker.does("Next", Event::GoOn).wait(6.0);
    }
    walker.does("Eased", Event::Feel(Feel::Eased)).does("Done", Event::Done);
    walker
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
    walker.wait(12.0).does("Begin", Event::GoOn);
    walker.line("        -- nobody taps from here on: both hands are busy --");
    walker.wait(20.0 + 3.0 + 8.0 + 4.0);
    walker.line("        -- the hands are free --");
    walker.wait(45.0).does("Go on", Event::GoOn).wait(20.0).does("No, the same or better", Event::CheckIn(CheckIn::None));
    walker.wait(8.0).does("Same again", Event::NextRound(NextRound::SameAgain)).wait(20.0 + 3.0 + 4.0);
    walker.does("Pause and let go, with a hand that is free", Event::Pause).wait(4.0 + 10.0);
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
    walker.wait(15.0 + 15.0).sleeps(9 * 3_600).wait(30.0);
    walker.does("Begin", Event::GoOn);
    check("overnight", &walker);
    assert!(walker.session.asks_anew(), "the lists come again before anything presses");
}

#[test]
fn stopped_on_the_way_down_and_by_mistake() {
    let mut walker = Walker::begin_with(setup(Position::Back));
    walker.wait(4.0).does("Next", Event::GoOn).wait(4.0).does("Stop (Esc)", Event::Stop).wait(6.0);
    walker.does("I am resting", Event::HaveLetGo).wait(8.0);
    walker.does("I chose Stop by mistake", Event::Happened(Happened::ByMistake)).wait(4.0);
    check("stopped_on_the_way_down", &walker);
}

#[test]
fn stopped_in_a_hold_by_mistake() {
    let mut walker = Walker::begin(Position::Back);
    walker.wait(38.0).does("Begin", Event::GoOn).wait(10.0 + 3.0 + 2.0).does("Stop (Esc)", Event::Stop).wait(6.0);
    walker.does("I have let go", Event::HaveLetGo).wait(10.0);
    walker.does("I chose Stop by mistake", Event::Happened(Happened::ByMistake)).wait(16.0);
    walker.does("No, the same or better", Event::CheckIn(CheckIn::None)).wait(6.0);
    check("stopped_by_mistake", &walker);
    assert!(!walker.session.locks_today() && walker.session.rounds_done() == 0);
}

/// Not yet, one step back, and enough: with two buttons, and no press.
#[test]
fn not_yet_and_one_step_back() {
    let mut walker = Walker::begin(Position::AllFours);
    walker.wait(38.0).does("Begin", Event::GoOn).wait(4.0).does("Next, by mistake: not yet", Event::Pause).wait(5.0);
    walker.does("Begin", Event::GoOn);
    one_round(&mut walker);
    walker.wait(3.0).does("Same again", Event::NextRound(NextRound::SameAgain)).wait(3.0).does("Not yet", Event::Pause);
    walker.wait(3.0).does("Back", Event::StepBack).wait(5.0).does("That's enough", Event::NextRound(NextRound::Enough));
    check("not_yet", &walker);
}

#[test]
fn a_clicker_and_the_mouse_are_named_by_their_own_names() {
    for (device, name) in [(Device::Clicker, "session_by_clicker"), (Device::Mouse, "session_by_mouse")] {
        let mut walker = Walker::begin_with(Setup { device, ..setup(Position::Back) });
        for _ in 0..walker.session.setup().steps_down {
            walker.wait(1.0).does("Next", Event::GoOn);
        }
        walker.wait(38.0).does("Begin", Event::GoOn);
        one_round(&mut walker);
        walker.wait(8.0).does("That's enough", Event::NextRound(NextRound::Enough)).wait(62.0);
        for _ in 0..=walker.session.setup().steps_up {
            walker.does("Next", Event::GoOn).wait(1.0);
        }
        check(name, &walker);
    }
}

#[test]
fn a_hold_that_is_counted_aloud() {
    let mut walker = Walker::begin_with(Setup { counts_aloud: true, ..Walker::in_place(Position::Wall) });
    walker.wait(38.0).does("Begin", Event::GoOn).wait(10.0 + 3.0 + 5.0 + 1.0);
    check("counted_aloud", &walker);
}

/// Every phase in which something can be done to a session, and how long after the start of the phase it is done.
const PHASES: [(Phase, f64); 13] = [
    (Phase::GettingDown(1), 2.0),
    (Phase::Settle, 5.0),
    (Phase::Core(CoreCue::Belly), 2.0),
    (Phase::Core(CoreCue::PelvicFloor), 2.0),
    (Phase::Core(CoreCue::LowBack), 2.0),
    (Phase::Ready, 8.0),
    (Phase::Hands, 4.0),
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
