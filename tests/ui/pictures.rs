//! A picture of every screen, light and dark: what no check by name can see, looked at once and held from then on.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test ui` takes them anew; look at each before it is kept.

use egui_kittest::SnapshotOptions;
use gentleback::app::{Msg, Route};
use gentleback::session::{Phase, Position};

use super::app::{Desk, WIDE};

fn keep(desk: &mut Desk, name: &str) {
    let options = SnapshotOptions::new().output_path("tests/snapshots/ui");
    desk.harness.snapshot_options(name, &options);
}

fn go(desk: &mut Desk, route: Route, name: &str) {
    desk.send(Msg::Go(route));
    keep(desk, name);
}

fn guide(dark: bool) {
    let look = if dark { "dark" } else { "light" };
    let mut desk = Desk::new(WIDE, dark);
    keep(&mut desk, &format!("welcome-{look}"));
    desk.send(Msg::Understand);
    keep(&mut desk, &format!("start-{look}"));
    for (route, name) in [
        (Route::Section(2), "position"),
        (Route::Section(1), "warm-up"),
        (Route::Section(0), "section"),
        (Route::Questions, "questions"),
        (Route::Tips, "tips"),
        (Route::Warning, "warning"),
        (Route::Settings, "settings"),
        (Route::Sheet, "sheet"),
    ] {
        go(&mut desk, route, &format!("{name}-{look}"));
    }
}

#[test]
fn guide_light() {
    guide(false);
}

#[test]
fn guide_dark() {
    guide(true);
}

fn before_a_session(dark: bool) {
    let look = if dark { "dark" } else { "light" };
    let mut desk = Desk::welcomed(WIDE, dark);
    desk.click("Begin a session");
    keep(&mut desk, &format!("emergency-list-{look}"));
    desk.answer("One or more, or not sure");
    keep(&mut desk, &format!("emergency-card-{look}"));
    let mut desk = Desk::welcomed(WIDE, dark);
    desk.click("Begin a session");
    desk.answer("None of these");
    keep(&mut desk, &format!("warm-up-stage-{look}"));
}

fn in_a_session(dark: bool) {
    let look = if dark { "dark" } else { "light" };
    let mut desk = Desk::welcomed(WIDE, dark);
    desk.to_session(Position::Back);
    keep(&mut desk, &format!("settle-{look}"));
    desk.to_ready();
    desk.answer("I am ready");
    desk.wait(1.0);
    keep(&mut desk, &format!("press-on-{look}"));
    desk.wait_for(Phase::Hold);
    desk.wait(1.5);
    keep(&mut desk, &format!("hold-{look}"));
    desk.wait_for(Phase::Breathe);
    desk.wait(6.0);
    keep(&mut desk, &format!("breathe-{look}"));
    desk.wait_for(Phase::CheckIn);
    keep(&mut desk, &format!("check-in-{look}"));
    desk.answer("No, none");
    keep(&mut desk, &format!("next-round-{look}"));
    desk.answer("That’s enough. Rest, then get up slowly");
    keep(&mut desk, &format!("finish-{look}"));
}

#[test]
fn before_light() {
    before_a_session(false);
}

#[test]
fn before_dark() {
    before_a_session(true);
}

#[test]
fn session_light() {
    in_a_session(false);
}

#[test]
fn session_dark() {
    in_a_session(true);
}
