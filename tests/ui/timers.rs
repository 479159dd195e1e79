//! The clocks of the guide's pages: practise strips and warm-up cards, on a simulated clock.

use egui::accesskit::Role;
use gentleback::app::{Msg, Route};
use gentleback::session::{CardState, WarmUp};

use super::app::Desk;

#[test]
fn a_practise_strip_starts_pauses_goes_on_and_stops() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Section(2)));
    let whole = desk.model().practice_state(2, 0).seconds_left;
    desk.click("Start");
    desk.wait(3.0);
    let left = desk.model().practice_state(2, 0).seconds_left;
    assert!((whole - left - 3.0).abs() < 0.01, "{whole} - {left}");
    desk.click("Pause");
    desk.wait(5.0);
    assert_eq!(desk.model().practice_state(2, 0).seconds_left, left, "a paused strip stands still");
    desk.click("Go on");
    desk.wait(1.0);
    assert!(desk.model().practice_state(2, 0).seconds_left < left);
    desk.click("Stop");
    assert!(!desk.model().practice_state(2, 0).started);
}

#[test]
fn a_practise_strip_ends_by_itself_and_never_presses() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Section(2)));
    desk.click("Start");
    desk.wait(60.0);
    assert!(desk.model().practice_state(2, 0).done);
    assert!(desk.has(Role::Button, "Again"));
    assert!(desk.reads("That is how settling in feels."));
    assert!(desk.model().session.is_none());
}

#[test]
fn leaving_the_page_pauses_its_strip() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Section(2)));
    desk.click("Start");
    desk.wait(2.0);
    desk.click("Warning signs");
    let left = desk.model().practice_state(2, 0).seconds_left;
    desk.wait(5.0);
    assert_eq!(desk.model().practice_state(2, 0).seconds_left, left);
}

#[test]
fn one_warm_up_runs_at_a_time() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Section(1)));
    desk.click("Start: Walk");
    desk.wait(10.0);
    desk.click("Start: Pelvic tilts");
    let now = desk.model().now;
    assert_eq!(desk.model().warm_up.running(now), Some(WarmUp::PelvicTilt));
    assert_eq!(desk.model().warm_up.state(WarmUp::Walk, now), CardState::Paused);
    desk.click("Go on: Walk");
    let now = desk.model().now;
    assert_eq!(desk.model().warm_up.running(now), Some(WarmUp::Walk));
    desk.wait(300.0);
    assert!(desk.has(Role::Button, "Do it again: Walk"));
    assert!(desk.model().warm_up.is_enough(desk.model().now));
}

#[test]
fn having_walked_already_counts_and_can_be_taken_back() {
    let mut desk = Desk::wide();
    desk.send(Msg::Go(Route::Section(1)));
    desk.click("I already walked 5 minutes");
    assert!(desk.model().warm_up.is_enough(desk.model().now));
    desk.click("Walked already");
    assert!(!desk.model().warm_up.is_enough(desk.model().now));
}
