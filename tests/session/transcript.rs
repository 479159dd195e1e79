//! Whole sessions on a simulated clock, one cue a line, to be read by a physiotherapist.

use gentleback::session::{CheckIn, Ending, Event, Feel, Happened, Interruption, ListAnswer, NextRound, Phase, Position};

use crate::walker::Walker;

pub fn check(name: &str, walker: &Walker) {
    check_text(name, &walker.transcript());
}

pub fn check_text(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

fn to_ready(position: Position) -> Walker {
    let mut walker = Walker::begin(position);
    walker.wait(15.0 + 15.0 + 8.0);
    walker
}

/// Three rounds, the last two of them as the person likes, and the end.
pub fn three_rounds(walker: &mut Walker) {
    walker.wait(15.0 + 15.0 + 8.0).does("Begin", Event::GoOn);
    one_round(walker);
    walker.wait(3.0).does("Same again", Event::NextRound(NextRound::SameAgain));
    one_round(walker);
    walker.wait(3.0).does("A little more", Event::NextRound(NextRound::ALittleMore));
    one_round(walker);
    walker.wait(75.0).does("Eased", Event::Feel(Feel::Eased)).does("Done", Event::Done);
}

/// Hands, press, hold, let go, breathe, and the answer to the check-in.
pub fn one_round(walker: &mut Walker) {
    assert_eq!(walker.session.phase(), Phase::Hands);
    walker.wait(walker.session.lead_in().as_secs_f64() + 3.0 + 5.0 + 4.0 + 30.0 + 4.0);
    walker.does("No, the same or better", Event::CheckIn(CheckIn::None));
}

/// Into the lead-in, and on to some seconds of the hold.
fn into_the_hold(walker: &mut Walker, secs: f64) -> &mut Walker {
    walker.does("Begin", Event::GoOn);
    walker.wait(walker.session.lead_in().as_secs_f64() + 3.0 + secs)
}

fn whole_session(position: Position) -> Walker {
    let mut walker = Walker::begin(position);
    three_rounds(&mut walker);
    walker
}

#[test]
fn a_whole_session_on_the_back() {
    let walker = whole_session(Position::Back);
    check("session_back", &walker);
    let outcome = walker.session.outcome();
    assert_eq!(walker.session.phase(), Phase::Closed);
    assert_eq!((outcome.ending, outcome.rounds_done, outcome.effort.value()), (Ending::Finished, 3, 3));
    assert!(outcome.counts());
    assert!(!outcome.locks_today);
}

#[test]
fn a_whole_session_on_the_side() {
    check("session_side", &whole_session(Position::Side));
}

#[test]
fn a_whole_session_on_all_fours() {
    check("session_four", &whole_session(Position::AllFours));
}

#[test]
fn a_whole_session_at_the_wall() {
    check("session_wall", &whole_session(Position::Wall));
}

#[test]
fn stopped_in_a_hold_with_a_sharp_pain() {
    let mut walker = to_ready(Position::Back);
    into_the_hold(&mut walker, 2.0).does("Stop (Esc)", Event::Stop).wait(9.0);
    walker.does("I have let go", Event::HaveLetGo).wait(6.0);
    walker.does("Sharp or shooting pain", Event::Happened(Happened::Sharp)).wait(10.0);
    walker.does("has read to the end of the list", Event::ListSeen).wait(2.0);
    walker.does("None of these", Event::Signs(ListAnswer::NoneOfThese)).wait(20.0).does("Done", Event::Done);
    check("stop_in_hold", &walker);
    let outcome = walker.session.outcome();
    assert_eq!(outcome.ending, Ending::Stopped(Some(Happened::Sharp)));
    assert!(outcome.locks_today && outcome.counts());
}

#[test]
fn paused_in_a_hold() {
    let mut walker = to_ready(Position::Back);
    into_the_hold(&mut walker, 2.0).does("Pause and let go (Space)", Event::Pause);
    walker.wait(4.0 + 30.0 + 60.0).does("No, the same or better", Event::CheckIn(CheckIn::None)).wait(4.0);
    walker.does("Same again", Event::NextRound(NextRound::SameAgain));
    one_round(&mut walker);
    check("pause_in_hold", &walker);
    assert_eq!((walker.session.rounds_done(), walker.session.round()), (1, 1));
}

#[test]
fn the_computer_sleeps_in_a_hold() {
    let mut walker = to_ready(Position::Back);
    into_the_hold(&mut walker, 2.0).sleeps(1_800).wait(4.0 + 30.0 + 20.0);
    walker.does("More pain than at the start", Event::CheckIn(CheckIn::MorePain)).wait(12.0);
    walker.does("has read to the end of the list", Event::ListSeen).wait(2.0);
    walker.does("None of these", Event::Signs(ListAnswer::NoneOfThese)).wait(10.0).does("Done", Event::Done);
    check("sleep_in_hold", &walker);
}

#[test]
fn disturbed_in_a_core_cue_and_then_closed() {
    let mut walker = Walker::begin(Position::Back);
    walker.wait(15.0 + 7.0);
    walker.does("another window comes up", Event::Interrupted(Interruption::FocusLost)).wait(10.0);
    walker.does("Go on", Event::GoOn).wait(20.0).does("Begin", Event::GoOn).wait(4.0);
    walker.does("another window comes up", Event::Interrupted(Interruption::FocusLost)).wait(10.0);
    walker.does("Begin", Event::GoOn).wait(11.0);
    walker.does("the window is closed", Event::Interrupted(Interruption::Closing)).wait(10.0);
    check("disturbed_and_closed", &walker);
    assert!(walker.session.locks_today(), "a stop that nobody explained counts as a sign");
}
